// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"
#include "core/model/event.h"
#include "core/store/database.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core::store {

/// Something to keep.
struct StoredAlert {
    std::string rule;
    std::string kind;
    std::optional<Mint> mint;
    std::optional<std::uint64_t> slot;
    std::optional<std::int64_t> time;
    std::int64_t raisedNs = 0;
    std::string json;  ///< interfaces section 4, with the evidence
    std::uint32_t ruleVersion = 0;
    std::string key;      ///< see alertKey
    std::string subject;  ///< see Alert
    Severity severity = Severity::Info;
    std::optional<double> confidence{};
    std::optional<PriceRatio> price{};
    std::string text{};
    std::optional<bool> verdict{};  ///< of the user
    std::string verdictReason{};
    // Of rows that were read.
    std::int64_t id = 0;   ///< rising with the time of storing
    std::string symbol{};  ///< of the coin, raw bytes of the chain; empty when its creation was not stored
};
/// What the user holds of an alert; a later verdict takes the place of the earlier.
struct StoredVerdict {
    std::string key;              ///< of the alert
    std::optional<bool> verdict;  ///< empty: taken back
    std::string reason;
    std::int64_t givenNs = 0;
};
struct StoredGap {
    std::int64_t noticedNs = 0;
    std::string mark;
};
/// The position in its block of a transaction whose trades were stored without one.
struct StoredIndex {
    Signature signature;
    std::uint32_t txIndex = 0;
};
/// A statement of a detector. Statements are added, never changed.
struct StoredFlag {
    std::string kind;
    std::optional<Mint> mint;
    std::string subject;
    std::optional<std::uint64_t> slot;
    std::optional<std::int64_t> time;
    std::int64_t saidNs = 0;
    std::string json;  ///< FLAG of interfaces section 4
};
/// A cluster as it became at a moment, named by its first member; without JSON: it is none any more. Of each first
/// member the youngest kMostKept are kept.
struct StoredCluster {
    Wallet wallet;
    std::optional<std::uint64_t> slot;
    std::optional<std::int64_t> time;
    std::int64_t changedNs = 0;
    std::uint64_t members = 0;
    std::string json;

    static constexpr std::int64_t kMostKept = 32;
};
/// What a node answered, kept under a key of the asker's; a later answer takes the place of the earlier.
struct StoredLookup {
    std::string key;
    std::int64_t askedNs = 0;
    std::string exchange;  ///< JSON
};
using StoreItem = std::variant<Event, StoredAlert, StoredGap, StoredIndex, StoredFlag, StoredCluster, StoredLookup,
                               StoredVerdict>;

/// What a batch did.
struct BatchResult {
    std::uint64_t trades = 0;      ///< rows new in `trades`
    std::uint64_t duplicates = 0;  ///< rows that were there already
    std::uint64_t refused = 0;     ///< rows SQLite would not take; counted, never retried
    std::string firstError;        ///< why the first refused row was refused
};

/// Writes events into the database and reads them back. Rows are unique by (signature, path), so writing
/// the same event again changes nothing. Thread: confined.
class TradeStore {
public:
    /// Errors: as Database::open.
    [[nodiscard]] static Result<std::unique_ptr<TradeStore>> open(const std::filesystem::path& file,
                                                                  Database::Access access);
    ~TradeStore();

    /// Writes a batch in one transaction; when that fails as a whole, row by row, so that one bad row cannot
    /// lose the rest. Errors: Database when nothing could be written (disk full, file gone).
    [[nodiscard]] Result<BatchResult> write(std::span<const StoreItem> items);

    /// Calls `row` for every stored trade in order of the chain; false stops. Errors: Database.
    [[nodiscard]] Result<void> eachTrade(const std::function<bool(const Event&)>& row);
    /// Every coin that traded at `from` <= block time < `to`, Unix seconds: calls `row` with its creation,
    /// graduation, trades, transfers and changes of liquidity from the beginning until before `to`, and with what
    /// SOL moved from a day before `from` on, all together in order of the chain, and of one slot creations first.
    /// False stops. Errors: Database.
    [[nodiscard]] Result<void> eachEventOfTime(std::int64_t from, std::int64_t to,
                                               const std::function<bool(const Event&)>& row);
    /// Whether any trade is stored of that time. Errors: Database.
    [[nodiscard]] Result<bool> hasTrades(std::int64_t from, std::int64_t to);
    /// Block times of the oldest and the youngest trade, by order of storing; nothing when none has one.
    [[nodiscard]] Result<std::optional<std::pair<std::int64_t, std::int64_t>>> tradeSpan();
    /// At most `most` trades of a coin, newest first, of those stored up to row `lastRow`, without the newest
    /// `skip`: of these nothing but the index is read. Errors: Database.
    [[nodiscard]] Result<std::vector<Event>> newestTrades(const Mint& mint, std::int64_t lastRow, std::size_t most,
                                                          std::size_t skip = 0);
    /// Creation and graduation of a coin as far as they are stored. Errors: Database.
    [[nodiscard]] Result<std::vector<Event>> tokenEvents(const Mint& mint);
    /// The youngest row of the trades, 0 when there is none. Errors: Database.
    [[nodiscard]] Result<std::int64_t> lastTradeRow();
    /// Calls `row` for every stored creation and graduation. Errors: Database.
    [[nodiscard]] Result<void> eachToken(const std::function<bool(const Event&)>& row);
    /// Calls `row` with every stored alert, oldest first; false stops. `newest`: no more than the last so many,
    /// newest first. Errors: Database.
    [[nodiscard]] Result<void> eachAlert(const std::function<bool(const StoredAlert&)>& row,
                                         std::optional<std::size_t> newest = std::nullopt);
    /// Calls `row` with every stored statement, in the order they were made. Errors: Database.
    [[nodiscard]] Result<void> eachFlag(const std::function<bool(const StoredFlag&)>& row);
    /// Calls `row` with every change of every cluster, oldest first. Errors: Database.
    [[nodiscard]] Result<void> eachCluster(const std::function<bool(const StoredCluster&)>& row);
    /// What was answered under this key; nothing when nobody asked. Errors: Database.
    [[nodiscard]] Result<std::optional<StoredLookup>> lookup(const std::string& key);
    [[nodiscard]] Result<std::int64_t> tradeCount();

    [[nodiscard]] Database& database() noexcept;

private:
    struct Impl;
    explicit TradeStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core::store
