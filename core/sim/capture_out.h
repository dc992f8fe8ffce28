// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sim/market.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace core::sim {

/// What a written capture holds.
struct CaptureCounts {
    std::uint64_t transactions = 0;  ///< failed ones among them
    std::uint64_t failed = 0;
    std::uint64_t notifications = 0;  ///< lines after the header
    std::uint64_t trades = 0;
};

/// What the simulated node was asked for.
enum class CaptureFeed : std::uint8_t {
    Logs,  ///< logs subscriptions for pump.fun and PumpSwap: no transfers, and no transactions of other kinds
    Transactions  ///< every transaction whole, once
};

/// Takes one line, without its line break.
using LineSink = std::function<Result<void>(std::string_view line)>;

/// Plays the market to its end as the lines of a capture (interfaces section 2): the header, then what a node
/// would have sent. In a feed of logs a transaction that mentions both programs comes twice, as from a real node.
/// `options` are those the market was created with; the header's time
/// comes from them, so that the file is the same every time. Errors: those of the sink, at once.
[[nodiscard]] Result<CaptureCounts> writeCapture(Market& market, const MarketOptions& options, const LineSink& sink,
                                                 CaptureFeed feed = CaptureFeed::Logs);

/// The `logsNotification` of a transaction for a subscription.
[[nodiscard]] std::string logsNotification(const SimTransaction& transaction, std::uint64_t subscription);

/// The `transactionNotification` of a transaction for a subscription, its transaction in encoding base64 or json.
/// Source: solana-wire section 4.1.
[[nodiscard]] std::string transactionNotification(const SimTransaction& transaction, std::uint64_t subscription,
                                                  bool base64);

}  // namespace core::sim
