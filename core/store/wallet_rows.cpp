// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/wallet_rows.h"

#include "core/store/columns.h"
#include "core/store/move_rows.h"
#include "core/store/ordered_events.h"
#include "core/store/trade_rows.h"

namespace core::store {
namespace {

std::optional<std::uint8_t> digitsAt(const Statement& row, int column) {
    // The file may come from elsewhere.
    constexpr std::int64_t kMost = 38;
    if (row.isNull(column) || row.integer(column) < 0 || row.integer(column) > kMost) return std::nullopt;
    return static_cast<std::uint8_t>(row.integer(column));
}

}  // namespace

Result<std::optional<std::int64_t>> WalletRows::find(const Wallet& wallet) {
    auto prepared = m_database.prepare("SELECT id FROM wallets WHERE address = ?1");
    if (!prepared) return prepared.error();
    bindKey(*prepared, 1, wallet);
    const auto more = prepared->step();
    if (!more) return more.error();
    return *more ? std::optional{prepared->integer(0)} : std::nullopt;
}

Result<bool> WalletRows::knowsMoves() {
    constexpr std::int64_t kFirstVersion = 5;
    const auto version = m_database.scalar("PRAGMA user_version");
    if (!version) return version.error();
    return *version >= kFirstVersion;
}

Result<std::vector<std::int64_t>> WalletRows::coins(const Wallet& wallet) {
    const auto id = find(wallet);
    if (!id) return id.error();
    std::vector<std::int64_t> out;
    if (!*id) return out;
    const auto moves = knowsMoves();
    if (!moves) return moves.error();
    std::string sql = "SELECT token FROM trades WHERE wallet = ?1";
    if (*moves)
        sql +=
            " UNION SELECT token FROM moves WHERE source = ?1 AND token IS NOT NULL"
            " UNION SELECT token FROM moves WHERE target = ?1 AND token IS NOT NULL";
    else
        sql += " GROUP BY token";
    auto prepared = m_database.prepare(sql + " ORDER BY 1 DESC");
    if (!prepared) return prepared.error();
    prepared->bind(1, **id);
    while (true) {
        const auto more = prepared->step();
        if (!more) return more.error();
        if (!*more) return out;
        out.push_back(prepared->integer(0));
    }
}

Result<StoredToken> WalletRows::coin(std::int64_t row) {
    auto prepared = m_database.prepare(R"sql(SELECT k.mint, k.symbol, w.address, k.created_slot, t.quote_mint,
        t.base_decimals, t.quote_decimals FROM tokens k LEFT JOIN wallets w ON w.id = k.creator
        LEFT JOIN trades t ON t.id = (SELECT id FROM trades WHERE token = k.id ORDER BY slot, id LIMIT 1)
        WHERE k.id = ?1)sql");
    if (!prepared) return prepared.error();
    prepared->bind(1, row);
    const auto more = prepared->step();
    if (!more) return more.error();
    if (!*more) return fail(ErrorCode::NotFound, "a trade names a coin that is not stored");
    StoredToken out;
    out.mint = keyAt<Mint>(*prepared, 0).value_or(Mint{});
    out.symbol = prepared->text(1);
    out.creator = keyAt<Wallet>(*prepared, 2);
    out.createdSlot = unsignedAt(*prepared, 3);
    out.quoteMint = keyAt<Mint>(*prepared, 4);
    out.baseDecimals = digitsAt(*prepared, 5);
    out.quoteDecimals = digitsAt(*prepared, 6);
    return out;
}

Result<void> WalletRows::each(const Wallet& wallet, std::int64_t coin,
                              const std::function<bool(const Event&)>& row) {
    const auto id = find(wallet);
    if (!id) return id.error();
    if (!*id) return {};
    const auto moves = knowsMoves();
    if (!moves) return moves.error();
    OrderedEvents events;
    const auto add = [&](std::string_view select, std::string_view where,
                         Event (*make)(const Statement&)) -> Result<void> {
        auto prepared = m_database.prepare(std::string{select} + std::string{where} + std::string{kInChainOrder});
        if (!prepared) return prepared.error();
        prepared->bind(1, **id);
        prepared->bind(2, coin);
        events.add(std::move(*prepared), make);
        return {};
    };
    if (auto done = add(kSelectTrades, " WHERE t.wallet = ?1 AND t.token = ?2", &tradeAt); !done) return done;
    if (*moves) {
        auto done = add(kSelectMoves, " WHERE t.token = ?2 AND (t.source = ?1 OR t.target = ?1)", &moveAt);
        if (!done) return done;
    }
    return events.each(row);
}

}  // namespace core::store
