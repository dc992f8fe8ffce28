// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alert.h"

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>

namespace core::deliver {

/// What became of one try to hand an alert over.
struct Attempt {
    enum class State : std::uint8_t { Done, Retry, GiveUp };
    State state = State::Done;
    std::optional<Error> error{};                      ///< of Retry and GiveUp; never with a secret
    std::optional<std::chrono::milliseconds> after{};  ///< that the other side asks to wait

    [[nodiscard]] static Attempt done() { return {}; }
    [[nodiscard]] static Attempt retry(Error error, std::optional<std::chrono::milliseconds> after = {}) {
        return {State::Retry, std::move(error), after};
    }
    [[nodiscard]] static Attempt giveUp(Error error) { return {State::GiveUp, std::move(error), {}}; }
};

/// Somewhere alerts go. Each runs on a thread of its own (see Outlet) and may take its time. Thread: that one.
class Output {
public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    virtual ~Output() = default;

    /// Tries once; comes back soon after `stop` is requested.
    [[nodiscard]] virtual Attempt deliver(const Alert& alert, std::stop_token stop) = 0;
};

}  // namespace core::deliver
