// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::source {

/// What a feed delivers.
enum class FeedKind : std::uint8_t {
    Logs,          ///< logsSubscribe: the log lines of each transaction
    Transactions,  ///< transactionSubscribe or gRPC: whole transactions
    Blocks,        ///< blockSubscribe: whole transactions, a block at a time
    Messages       ///< a provider's own messages (PumpPortal)
};

/// A program that trades, by the venue id that interfaces section 3 gives it.
struct VenueProgram {
    std::string_view venue;
    std::string_view id;  ///< base58
    bool inLogs = true;   ///< its log lines tell its trades; else only whole transactions do
};

/// Every venue that can be followed. Source: solana-wire, table at the head.
[[nodiscard]] std::span<const VenueProgram> venuePrograms() noexcept;

/// The program of a venue id; null when there is no such venue.
[[nodiscard]] const VenueProgram* venueProgram(std::string_view venue) noexcept;

/// Whether a feed of this kind tells the venue's trades by itself.
[[nodiscard]] bool shows(FeedKind kind, const VenueProgram& program) noexcept;

/// One sentence each: what a feed of this kind cannot show. `hasKey` matters to PumpPortal alone.
[[nodiscard]] std::vector<std::string> blindSpots(FeedKind kind, bool hasKey);

}  // namespace core::source
