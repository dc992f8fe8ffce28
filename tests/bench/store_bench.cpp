// SPDX-License-Identifier: GPL-3.0-or-later
// Rows into a real database in batches of 5,000, against raw prepared inserts of the same rows into one table
// with the same unique key and the same pragmas.
#include "core/store/trade_store.h"
#include "tests/bench/input.h"
#include "tests/bench/measure.h"

#include <sqlite3.h>

#include <bit>
#include <cstdlib>
#include <iostream>
#include <span>
#include <variant>
#include <vector>

namespace {

constexpr std::size_t kBatchRows = 5'000;

const std::vector<core::store::StoreItem>& rows() {
    static const auto instance = [] {
        std::vector<core::store::StoreItem> out;
        for (const core::Event& event : bench::events())
            if (std::holds_alternative<core::Trade>(event.body)) out.emplace_back(event);
        return out;
    }();
    return instance;
}

std::filesystem::path freshFile(const char* name) {
    std::filesystem::path file = bench::temporaryDirectory() / name;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(file.string() + suffix, ignored);
    }
    return file;
}

void must(bool good, sqlite3* database) {
    if (good) return;
    std::cerr << "cabalscope_bench: sqlite: " << sqlite3_errmsg(database) << '\n';
    std::exit(1);
}

template <class Bytes>
void blob(sqlite3_stmt* to, int index, const Bytes& bytes) {
    sqlite3_bind_blob(to, index, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
}
void integer(sqlite3_stmt* to, int index, std::uint64_t value) {
    sqlite3_bind_int64(to, index, std::bit_cast<sqlite3_int64>(value));
}

void rawInserts() {
    sqlite3* database = nullptr;
    must(sqlite3_open(freshFile("raw.sqlite").c_str(), &database) == SQLITE_OK, database);
    must(
        sqlite3_exec(database,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE trades(id INTEGER PRIMARY "
                     "KEY, signature BLOB, path INTEGER, slot INTEGER, block_time INTEGER, received_ns INTEGER, "
                     "mint BLOB, wallet BLOB, venue TEXT, pool BLOB, quote_mint BLOB, side INTEGER, base_amount "
                     "INTEGER, quote_amount INTEGER, quote_user INTEGER, fee_quote INTEGER, base_decimals INTEGER, "
                     "quote_decimals INTEGER, reserve_base INTEGER, reserve_quote INTEGER, real_base INTEGER, "
                     "real_quote INTEGER, UNIQUE(signature, path))",
                     nullptr, nullptr, nullptr) == SQLITE_OK,
        database);
    sqlite3_stmt* insert = nullptr;
    must(sqlite3_prepare_v2(database,
                            "INSERT OR IGNORE INTO trades VALUES(NULL,?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,"
                            "?14,?15,?16,?17,?18,?19,?20,?21)",
                            -1, &insert, nullptr) == SQLITE_OK,
         database);
    std::size_t inBatch = 0;
    sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    for (const auto& item : rows()) {
        const auto& event = std::get<core::Event>(item);
        const auto& trade = std::get<core::Trade>(event.body);
        const auto& at = event.at;
        if (at.signature) blob(insert, 1, at.signature->bytes());
        if (at.path) integer(insert, 2, at.path->key());
        if (at.slot) integer(insert, 3, at.slot->value());
        if (at.blockTime) sqlite3_bind_int64(insert, 4, at.blockTime->value());
        if (at.received) sqlite3_bind_int64(insert, 5, at.received->value());
        blob(insert, 6, trade.mint.bytes());
        blob(insert, 7, trade.wallet.bytes());
        const std::string_view venue = trade.venue.name();
        sqlite3_bind_text(insert, 8, venue.data(), static_cast<int>(venue.size()), SQLITE_STATIC);
        if (trade.pool) blob(insert, 9, trade.pool->bytes());
        blob(insert, 10, trade.quoteMint.bytes());
        sqlite3_bind_int(insert, 11, trade.side == core::Side::Sell ? 1 : 0);
        integer(insert, 12, trade.baseAmount.value());
        integer(insert, 13, trade.quoteAmount.value());
        if (trade.quoteUser) integer(insert, 14, trade.quoteUser->value());
        if (trade.feeQuote) integer(insert, 15, trade.feeQuote->value());
        if (trade.baseDecimals) sqlite3_bind_int(insert, 16, *trade.baseDecimals);
        if (trade.quoteDecimals) sqlite3_bind_int(insert, 17, *trade.quoteDecimals);
        if (trade.after) {
            integer(insert, 18, trade.after->base);
            integer(insert, 19, trade.after->quote);
            if (trade.after->realBase) integer(insert, 20, *trade.after->realBase);
            if (trade.after->realQuote) integer(insert, 21, *trade.after->realQuote);
        }
        must(sqlite3_step(insert) == SQLITE_DONE, database);
        sqlite3_reset(insert);
        sqlite3_clear_bindings(insert);
        if (++inBatch == kBatchRows) {
            sqlite3_exec(database, "COMMIT; BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
            inBatch = 0;
        }
    }
    must(sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK, database);
    sqlite3_finalize(insert);
    sqlite3_close(database);
}

void storeWrite(benchmark::State& state) {
    bench::againstLimit(
        state, rawInserts,
        [&state] {
            auto store =
                core::store::TradeStore::open(freshFile("store.sqlite"), core::store::Database::Access::ReadWrite);
            const std::span<const core::store::StoreItem> all = rows();
            for (std::size_t at = 0; store && at < all.size(); at += kBatchRows) {
                const auto done = (*store)->write(all.subspan(at, std::min(kBatchRows, all.size() - at)));
                if (!done || done->refused != 0) state.SkipWithError("the store refused rows");
            }
            if (!store) state.SkipWithError("no store");
        },
        0, static_cast<double>(rows().size()));
    state.SetLabel("limit: raw prepared inserts");
}
BENCHMARK(storeWrite)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
