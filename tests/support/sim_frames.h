// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "core/source/frame.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace test {

/// A simulated market as its transactions.
[[nodiscard]] inline std::vector<core::sim::SimTransaction> simTransactions(
    const core::sim::MarketOptions& options) {
    std::vector<core::sim::SimTransaction> out;
    auto market = core::sim::Market::create(options);
    while (auto transaction = (*market)->next()) out.push_back(std::move(*transaction));
    return out;
}

/// What a logs subscription would deliver of a transaction.
[[nodiscard]] inline core::source::Frame logsFrame(const core::sim::SimTransaction& transaction) {
    return {core::RecvTime{transaction.timeNs}, core::source::Channel::Ws,
            core::sim::logsNotification(transaction, 1)};
}
/// What a backfill would deliver of it.
[[nodiscard]] inline core::source::Frame httpFrame(const core::sim::SimTransaction& transaction) {
    return {core::RecvTime{transaction.timeNs}, core::source::Channel::Http,
            R"({"request":{"method":"getTransaction"},"response":{"jsonrpc":"2.0","id":1,"result":)" +
                transaction.transactionJson + "}}"};
}

/// A line of a capture, without its end.
[[nodiscard]] inline std::string captureLine(const core::source::Frame& frame) {
    return R"({"t":)" + std::to_string(frame.received.value()) + R"(,"ch":")" +
           (frame.channel == core::source::Channel::Ws     ? "ws"
            : frame.channel == core::source::Channel::Http ? "http"
                                                           : "mark") +
           R"(","msg":)" + frame.bytes + "}";
}

inline const std::string kCaptureHeader =
    R"({"cabalscope_capture":1,"created":"2026-11-23T15:00:00Z","source":"solana-rpc","endpoint":"h","note":""})";

}  // namespace test
