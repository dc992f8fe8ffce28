// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/factory.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace core::source {

/// One step of trying out a feed.
struct ProbeStep {
    std::string name;  ///< "DNS", "TCP", "TLS", "websocket", "first message"
    bool ok = false;
    std::string text;  ///< one line for the user; never a key
    std::int64_t ms = 0;
};

/// Tries a feed step by step and ends at the first that fails; TLS is left out for a plain endpoint. Blocks
/// up to `connectTimeout` for each step or until stopped. Thread: any.
[[nodiscard]] std::vector<ProbeStep> probeFeed(const LiveOptions& options, std::stop_token stop = {});

}  // namespace core::source
