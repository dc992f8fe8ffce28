// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/store/database.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// A coin as the file knows it.
struct StoredToken {
    Mint mint;
    std::string symbol;  ///< raw bytes of the chain; empty when its creation was not stored
    std::optional<Wallet> creator;
    std::optional<std::uint64_t> createdSlot;
    // Of its first stored trade; unknown without one.
    std::optional<Mint> quoteMint;
    std::optional<std::uint8_t> baseDecimals, quoteDecimals;
};

/// Questions about what single wallets did. In a file of before version 6, opened to be read, they read whole
/// tables. Thread: that of the database.
class WalletRows {
public:
    /// `database` must outlive this.
    explicit WalletRows(Database& database) : m_database(database) {}

    /// The coins of which a wallet has stored trades or transfers, by their rows, those stored last first.
    /// Errors: Database.
    [[nodiscard]] Result<std::vector<std::int64_t>> coins(const Wallet& wallet);
    /// A coin by its row. Errors: Database, NotFound.
    [[nodiscard]] Result<StoredToken> coin(std::int64_t row);
    /// Calls `row` with the wallet's trades, transfers, mints and burns of a coin in order of the chain; false
    /// stops. Errors: Database.
    [[nodiscard]] Result<void> each(const Wallet& wallet, std::int64_t coin,
                                    const std::function<bool(const Event&)>& row);

private:
    /// The wallet's row; nothing when it is not stored.
    [[nodiscard]] Result<std::optional<std::int64_t>> find(const Wallet& wallet);
    [[nodiscard]] Result<bool> knowsMoves();

    Database& m_database;
};

}  // namespace core::store
