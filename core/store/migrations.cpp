// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/store/database.h"

#include <array>
#include <string>
#include <string_view>

namespace core::store {
namespace {

// Step n takes version n to n + 1. A step that was released is never edited.
constexpr std::array<std::string_view, 6> kSteps{
    R"sql(
CREATE TABLE wallets(id INTEGER PRIMARY KEY, address BLOB NOT NULL UNIQUE CHECK(length(address) = 32));
CREATE TABLE tokens(
    id INTEGER PRIMARY KEY,
    mint BLOB NOT NULL UNIQUE CHECK(length(mint) = 32),
    name TEXT, symbol TEXT, uri TEXT,
    creator INTEGER REFERENCES wallets(id),
    venue TEXT, bonding_curve BLOB, supply INTEGER,
    created_signature BLOB, created_slot INTEGER, created_time INTEGER,
    graduated_signature BLOB, graduated_slot INTEGER, graduated_time INTEGER, pool BLOB);
CREATE TABLE trades(
    id INTEGER PRIMARY KEY,
    signature BLOB, path INTEGER, slot INTEGER, tx_index INTEGER, block_time INTEGER, received_ns INTEGER,
    token INTEGER NOT NULL REFERENCES tokens(id), wallet INTEGER NOT NULL REFERENCES wallets(id),
    venue TEXT NOT NULL, pool BLOB, quote_mint BLOB NOT NULL, side INTEGER NOT NULL CHECK(side IN (0, 1)),
    base_amount INTEGER NOT NULL, quote_amount INTEGER NOT NULL, quote_user INTEGER, fee_quote INTEGER,
    base_decimals INTEGER, quote_decimals INTEGER, route TEXT,
    reserve_base INTEGER, reserve_quote INTEGER, real_base INTEGER, real_quote INTEGER,
    UNIQUE(signature, path));
CREATE INDEX trades_by_token ON trades(token, slot);
CREATE TABLE liquidity(
    id INTEGER PRIMARY KEY,
    signature BLOB, path INTEGER, slot INTEGER, tx_index INTEGER, block_time INTEGER, received_ns INTEGER,
    token INTEGER NOT NULL REFERENCES tokens(id), wallet INTEGER NOT NULL REFERENCES wallets(id),
    venue TEXT NOT NULL, pool BLOB NOT NULL, added INTEGER NOT NULL,
    base_amount INTEGER NOT NULL, quote_amount INTEGER NOT NULL,
    UNIQUE(signature, path));
CREATE TABLE alerts(
    id INTEGER PRIMARY KEY, rule TEXT NOT NULL, kind TEXT NOT NULL, token INTEGER REFERENCES tokens(id),
    slot INTEGER, time INTEGER, raised_ns INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE gaps(id INTEGER PRIMARY KEY, noticed_ns INTEGER NOT NULL, mark TEXT NOT NULL);
)sql",
    // What the wallet's balance moved by, where a transfer fee makes it another amount than crossed the pool.
    "ALTER TABLE trades ADD COLUMN base_user INTEGER;",
    // What was said of coins and wallets, who belonged together when, and what nodes told that stays true.
    R"sql(
CREATE TABLE flags(
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, token INTEGER REFERENCES tokens(id), subject TEXT NOT NULL,
    slot INTEGER, time INTEGER, said_ns INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX flags_by_token ON flags(token, kind);
CREATE TABLE clusters(
    id INTEGER PRIMARY KEY, wallet INTEGER NOT NULL REFERENCES wallets(id), slot INTEGER, time INTEGER,
    changed_ns INTEGER NOT NULL, members INTEGER NOT NULL, json TEXT);
CREATE INDEX clusters_by_wallet ON clusters(wallet);
CREATE TABLE lookups(key TEXT PRIMARY KEY, asked_ns INTEGER NOT NULL, exchange TEXT NOT NULL) WITHOUT ROWID;
)sql",
    // What an alert said and cost then, what tells it from others, and what the user held of it.
    R"sql(
ALTER TABLE alerts ADD COLUMN rule_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alerts ADD COLUMN key TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN severity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alerts ADD COLUMN confidence REAL;
ALTER TABLE alerts ADD COLUMN price_quote INTEGER;
ALTER TABLE alerts ADD COLUMN price_base INTEGER;
ALTER TABLE alerts ADD COLUMN text TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN verdict INTEGER CHECK(verdict IN (0, 1));
ALTER TABLE alerts ADD COLUMN verdict_reason TEXT;
ALTER TABLE alerts ADD COLUMN verdict_ns INTEGER;
CREATE INDEX alerts_by_key ON alerts(key);
CREATE INDEX alerts_by_token ON alerts(token);
)sql",
    // What moves without a trade, so that a stored hour is judged as it was live. Without a token: SOL.
    R"sql(
CREATE TABLE moves(
    id INTEGER PRIMARY KEY,
    signature BLOB, path INTEGER, slot INTEGER, tx_index INTEGER, block_time INTEGER, received_ns INTEGER,
    kind INTEGER NOT NULL, token INTEGER REFERENCES tokens(id), source INTEGER REFERENCES wallets(id),
    target INTEGER REFERENCES wallets(id), amount INTEGER NOT NULL, detail INTEGER,
    UNIQUE(signature, path));
CREATE INDEX moves_by_token ON moves(token, block_time);
CREATE INDEX liquidity_by_token ON liquidity(token);
ALTER TABLE liquidity ADD COLUMN quote_mint BLOB;
ALTER TABLE liquidity ADD COLUMN base_decimals INTEGER;
ALTER TABLE liquidity ADD COLUMN quote_decimals INTEGER;
ALTER TABLE liquidity ADD COLUMN reserve_base INTEGER;
ALTER TABLE liquidity ADD COLUMN reserve_quote INTEGER;
ALTER TABLE liquidity ADD COLUMN real_base INTEGER;
ALTER TABLE liquidity ADD COLUMN real_quote INTEGER;
)sql",
    // Its indexes are buildIndexes'.
    "",
};

// What one wallet did, coin by coin, and which coins traded when, without reading everybody's rows. SOL has no coin
// to be listed under. Rows come nearly in the order of time, so the index of times is written at its end.
constexpr std::string_view kIndexes = R"sql(
CREATE INDEX IF NOT EXISTS trades_by_wallet ON trades(wallet, token);
CREATE INDEX IF NOT EXISTS moves_by_source ON moves(source, token) WHERE token IS NOT NULL;
CREATE INDEX IF NOT EXISTS moves_by_target ON moves(target, token) WHERE token IS NOT NULL;
CREATE INDEX IF NOT EXISTS trades_by_time ON trades(coalesce(block_time, received_ns / 1000000000), token);
)sql";
// Built in well below a second.
constexpr std::int64_t kFewRows = 100'000;

}  // namespace

int schemaVersion() noexcept {
    return static_cast<int>(kSteps.size());
}

Result<void> checkSchema(Database& database) {
    const auto version = database.scalar("PRAGMA user_version");
    if (!version) return version.error();
    if (*version > schemaVersion())
        return fail(ErrorCode::Unsupported, "this database was made by a newer version of Cabalscope");
    if (*version < 0) return fail(ErrorCode::Database, "schema version is negative");
    const auto tables = database.scalar("SELECT count(*) FROM sqlite_master");
    if (!tables) return tables.error();
    if (*version == 0 && *tables != 0) return fail(ErrorCode::Database, "this is the database of another program");
    return {};
}

Result<void> migrate(Database& database) {
    if (auto usable = checkSchema(database); !usable) return usable;
    const auto version = database.scalar("PRAGMA user_version");
    if (!version) return version.error();
    for (auto step = static_cast<std::size_t>(*version); step < kSteps.size(); ++step) {
        std::string sql = "BEGIN IMMEDIATE;";
        sql += kSteps[step];
        sql += "PRAGMA user_version=" + std::to_string(step + 1) + ";COMMIT;";
        if (auto done = database.execute(sql); !done) {
            (void)database.execute("ROLLBACK");
            return done;
        }
    }
    const auto rows =
        database.scalar("SELECT ifnull(max(id), 0) + (SELECT ifnull(max(id), 0) FROM moves) FROM trades");
    if (!rows) return rows.error();
    return *rows <= kFewRows ? buildIndexes(database) : Result<void>{};
}

Result<void> buildIndexes(Database& database) {
    return database.execute(kIndexes);
}

}  // namespace core::store
