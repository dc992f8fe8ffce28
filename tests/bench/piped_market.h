// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace bench {

/// Makes a simulated market in a process of its own, so that neither its memory nor its time are the caller's, and
/// gives the stream that its websocket messages come from. A message comes when it is due on a clock that runs
/// `times` faster than the market's, or as fast as it is taken when `times` is 0. The process ends when the market
/// does or the stream is closed. Null when there is no pipe or no process to be had. To be called before any thread
/// is started.
[[nodiscard]] std::FILE* startMarket(const char* scenario, double tradesPerSecond, std::uint64_t seconds,
                                     double times);

/// The next message of such a stream; false at its end.
[[nodiscard]] bool nextMessage(std::FILE* stream, std::string& message);

}  // namespace bench
