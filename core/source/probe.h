// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/source/factory.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core::source {

/// What is tried of a feed, in this order. TLS is left out for a plain endpoint, a subscription where none is
/// acknowledged.
enum class ProbeStage : std::uint8_t { Options, Dns, Tcp, Tls, Handshake, Subscription, FirstMessage };
/// "DNS", "first message": for terminals.
[[nodiscard]] std::string_view stageName(ProbeStage stage) noexcept;

/// One step of trying out a feed.
struct ProbeStep {
    ProbeStage stage = ProbeStage::Options;
    std::string name;  ///< of the stage, for terminals; "gRPC" for its handshake
    bool ok = false;
    std::optional<ErrorCode> error;  ///< why not
    std::string text;                ///< one line for the user; never a key
    std::int64_t ms = 0;
};

/// Who hears what is tried. Called on the probing thread.
struct ProbeWatch {
    std::function<void(ProbeStage)> begun;
    std::function<void(const ProbeStep&)> ended;
};

/// Tries a feed step by step and ends at the first that fails. Blocks up to `connectTimeout` for each step or until
/// stopped; then the last step is the one that was under way, with Cancelled. Codes that tell what to do: Refused
/// (no such host, or nothing listens there), Untrusted (certificate), Unauthorized (key), RateLimited,
/// Timeout (silence). Thread: any.
[[nodiscard]] std::vector<ProbeStep> probeFeed(const LiveOptions& options, std::stop_token stop = {},
                                               const ProbeWatch& watch = {});

}  // namespace core::source
