// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/trade_store.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace core::store {

/// The price of a trade and when it was.
struct TimedPrice {
    PriceRatio price;
    std::optional<std::int64_t> time;  ///< Unix seconds
};

/// Questions about stored alerts and what became of their coins. Thread: that of the database.
class AlertRows {
public:
    static constexpr std::size_t kMostWords = 8;  ///< of a search, further ones are passed over

    /// `database` must outlive this.
    explicit AlertRows(Database& database) : m_database(database) {}

    using Row = std::function<bool(const StoredAlert&)>;
    /// Calls `row` with every alert, oldest first; false stops. `newest`: no more than the last so many, newest
    /// first. Errors: Database.
    [[nodiscard]] Result<void> each(const Row& row, std::optional<std::size_t> newest = std::nullopt);
    /// Newest first, those in whose sentence, rule, kind, ticker or address every word stands, capitals or not.
    /// Errors: Database.
    [[nodiscard]] Result<void> find(std::span<const std::string> words, const Row& row);
    /// Newest first, those the user has judged. Errors: Database.
    [[nodiscard]] Result<void> judged(const Row& row);
    [[nodiscard]] Result<std::int64_t> count();

    /// The last stored trade of a coin that has a price, in the quote of its first one; nothing when there is none.
    /// Errors: Database.
    [[nodiscard]] Result<std::optional<TimedPrice>> lastPrice(const Mint& mint);
    /// Calls `row` with the prices of a coin's trades from `slot` on, in order of the chain, whose time is in
    /// (from, until]; false stops. Errors: Database.
    [[nodiscard]] Result<void> pricesAfter(const Mint& mint, std::optional<std::uint64_t> slot, std::int64_t from,
                                           std::int64_t until, const std::function<bool(const PriceRatio&)>& row);
    /// Whether trades of any coin arrived in [from, until), nanoseconds of arrival: somebody watched then. Rows are
    /// taken to stand in order of arrival. O(log rows). Errors: Database.
    [[nodiscard]] Result<bool> arrivedBetween(std::int64_t from, std::int64_t until);

    /// Takes over what the user holds of an alert; true when there is such an alert. Of a connection that writes.
    /// Errors: Database.
    [[nodiscard]] Result<bool> judge(const StoredVerdict& verdict);

private:
    [[nodiscard]] static Result<void> walk(Statement& from, const Row& row);

    Database& m_database;
};

}  // namespace core::store
