// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trade_store.h"

#include "core/store/alert_rows.h"
#include "core/store/columns.h"
#include "core/store/id_cache.h"
#include "core/store/move_rows.h"
#include "core/store/ordered_events.h"
#include "core/store/trade_rows.h"

#include <algorithm>
#include <string_view>

namespace core::store {
namespace {

constexpr std::string_view kInsertTrade = R"sql(INSERT OR IGNORE INTO trades(
    signature, path, slot, tx_index, block_time, received_ns, token, wallet, venue, pool, quote_mint, side,
    base_amount, quote_amount, quote_user, fee_quote, base_decimals, quote_decimals, route,
    reserve_base, reserve_quote, real_base, real_quote, base_user)
    VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24))sql";
constexpr std::string_view kInsertLiquidity = R"sql(INSERT OR IGNORE INTO liquidity(
    signature, path, slot, tx_index, block_time, received_ns, token, wallet, venue, pool, added,
    base_amount, quote_amount, quote_mint, base_decimals, quote_decimals, reserve_base, reserve_quote, real_base,
    real_quote) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20))sql";
constexpr std::string_view kInsertMove = R"sql(INSERT OR IGNORE INTO moves(
    signature, path, slot, tx_index, block_time, received_ns, kind, token, source, target, amount, detail)
    VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12))sql";
constexpr std::string_view kCreateToken = R"sql(UPDATE tokens SET name=?2, symbol=?3, uri=?4, creator=?5, venue=?6,
    bonding_curve=?7, supply=?8, created_signature=?9, created_slot=?10, created_time=?11 WHERE id=?1)sql";
constexpr std::string_view kGraduateToken = R"sql(UPDATE tokens SET graduated_signature=?2, graduated_slot=?3,
    graduated_time=?4, pool=coalesce(?5, pool) WHERE id=?1)sql";
// Trades from second ?1 until before ?2, by the index trades_by_time. A feed that tells no times is placed by when
// it arrived.
constexpr std::string_view kOfTime =
    " FROM trades WHERE coalesce(block_time, received_ns / 1000000000) >= ?1"
    " AND coalesce(block_time, received_ns / 1000000000) < ?2";

void bindAmount(Statement& to, int index, const std::optional<TokenAmount>& value) {
    if (value)
        to.bind(index, bits(value->value()));
    else
        to.bindNull(index);
}
void bindText(Statement& to, int index, std::string_view text) {
    if (text.empty())
        to.bindNull(index);
    else
        to.bind(index, text);
}

// Parameters 1 to 6 of every event row.
void bindHeader(Statement& to, const EventHeader& at) {
    bindKey(to, 1, at.signature);
    bindUnsigned(to, 2, at.path ? std::optional{at.path->key()} : std::nullopt);
    bindUnsigned(to, 3, at.slot ? std::optional{at.slot->value()} : std::nullopt);
    bindUnsigned(to, 4, at.txIndex ? std::optional<std::uint64_t>{*at.txIndex} : std::nullopt);
    if (at.blockTime)
        to.bind(5, at.blockTime->value());
    else
        to.bindNull(5);
    if (at.received)
        to.bind(6, at.received->value());
    else
        to.bindNull(6);
}

constexpr std::string_view kSelectTokens = R"sql(SELECT k.mint, k.name, k.symbol, k.uri, w.address, k.venue,
    k.bonding_curve, k.supply, k.created_signature, k.created_slot, k.created_time, k.graduated_signature,
    k.graduated_slot, k.graduated_time, k.pool
    FROM tokens k LEFT JOIN wallets w ON w.id = k.creator)sql";

// Creation and graduation in a row of kSelectTokens.
std::vector<Event> tokenEventsAt(const Statement& from) {
    std::vector<Event> out;
    const Mint mint = keyAt<Mint>(from, 0).value_or(Mint{});
    if (!from.isNull(1)) {
        TokenCreated created;
        created.mint = mint;
        created.name = from.text(1);
        created.symbol = from.text(2);
        created.uri = from.text(3);
        created.creator = keyAt<Wallet>(from, 4);
        created.venue = Symbol{from.text(5)};
        created.bondingCurve = keyAt<Pubkey>(from, 6);
        created.supply = amountAt(from, 7);
        EventHeader at;
        at.signature = keyAt<Signature>(from, 8);
        if (const auto slot = unsignedAt(from, 9)) at.slot = Slot{*slot};
        if (!from.isNull(10)) at.blockTime = BlockTime{from.integer(10)};
        out.push_back({at, std::move(created)});
    }
    if (!from.isNull(11) || !from.isNull(12) || !from.isNull(13)) {
        EventHeader at;
        at.signature = keyAt<Signature>(from, 11);
        if (const auto slot = unsignedAt(from, 12)) at.slot = Slot{*slot};
        if (!from.isNull(13)) at.blockTime = BlockTime{from.integer(13)};
        out.push_back({at, Graduated{mint, Symbol{"pumpfun"}, keyAt<Pubkey>(from, 14)}});
    }
    return out;
}

}  // namespace

struct TradeStore::Impl {
    explicit Impl(Database opened) : database(std::move(opened)) {}

    Database database;
    Statement insertTrade, insertLiquidity, insertMove, insertWallet, insertToken, findWallet, findToken,
        createToken, graduateToken, insertAlert, judgeAlert, insertGap, indexTrades, insertFlag, insertCluster,
        trimClusters, insertLookup, findLookup;
    bool findLookupReady = false;
    static constexpr std::size_t kMostCached = 65'536;
    IdCache<Wallet> wallets{kMostCached};
    IdCache<Mint> tokens{kMostCached};

    Result<void> prepareWriter() {
        const std::pair<Statement*, std::string_view> all[] = {
            {&insertTrade, kInsertTrade},
            {&insertLiquidity, kInsertLiquidity},
            {&insertMove, kInsertMove},
            {&insertWallet, "INSERT OR IGNORE INTO wallets(address) VALUES(?1)"},
            {&findWallet, "SELECT id FROM wallets WHERE address=?1"},
            {&insertToken, "INSERT OR IGNORE INTO tokens(mint) VALUES(?1)"},
            {&findToken, "SELECT id FROM tokens WHERE mint=?1"},
            {&createToken, kCreateToken},
            {&graduateToken, kGraduateToken},
            {&insertAlert,
             "INSERT INTO "
             "alerts(rule,kind,token,slot,time,raised_ns,json,rule_version,key,subject,severity,confidence,"
             "price_quote,price_base,text) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)"},
            {&judgeAlert,
             "UPDATE alerts SET verdict=?2, verdict_reason=?3, verdict_ns=?4 WHERE key=?1 AND key<>''"},
            {&insertGap, "INSERT INTO gaps(noticed_ns,mark) VALUES(?1,?2)"},
            {&insertFlag,
             "INSERT INTO flags(kind,token,subject,slot,time,said_ns,json) VALUES(?1,?2,?3,?4,?5,?6,?7)"},
            {&insertCluster,
             "INSERT INTO clusters(wallet,slot,time,changed_ns,members,json) VALUES(?1,?2,?3,?4,?5,?6)"},
            {&trimClusters,
             "DELETE FROM clusters WHERE wallet=?1 AND id <= (SELECT id FROM clusters WHERE wallet=?1 "
             "ORDER BY id DESC LIMIT 1 OFFSET ?2)"},
            {&insertLookup, "INSERT OR REPLACE INTO lookups(key,asked_ns,exchange) VALUES(?1,?2,?3)"},
            {&indexTrades, "UPDATE trades SET tx_index=?2 WHERE signature=?1 AND tx_index IS NULL"},
        };
        for (const auto& [statement, sql] : all) {
            auto prepared = database.prepare(sql);
            if (!prepared) return prepared.error();
            *statement = std::move(*prepared);
        }
        return {};
    }

    static Result<void> run(Statement& statement) {
        auto done = statement.step();
        statement.reset();
        if (!done) return done.error();
        return {};
    }

    template <class Key>
    Result<std::int64_t> idOf(const Key& key, IdCache<Key>& cache, Statement& insert, Statement& find) {
        if (const std::int64_t* known = cache.find(key)) return *known;
        bindKey(insert, 1, key);
        if (auto done = run(insert); !done) return done.error();
        std::int64_t id = database.lastInsertId();
        if (database.changes() == 0) {
            bindKey(find, 1, key);
            const auto row = find.step();
            if (!row) {
                find.reset();
                return row.error();
            }
            id = find.integer(0);
            find.reset();
        }
        cache.add(key, id);
        return id;
    }
    Result<std::int64_t> walletId(const Wallet& wallet) { return idOf(wallet, wallets, insertWallet, findWallet); }
    Result<std::int64_t> tokenId(const Mint& mint) { return idOf(mint, tokens, insertToken, findToken); }

    Result<void> put(const EventHeader& at, const Trade& trade, BatchResult& result) {
        const auto token = tokenId(trade.mint);
        if (!token) return token.error();
        const auto wallet = walletId(trade.wallet);
        if (!wallet) return wallet.error();
        Statement& to = insertTrade;
        bindHeader(to, at);
        to.bind(7, *token);
        to.bind(8, *wallet);
        to.bind(9, trade.venue.name());
        bindKey(to, 10, trade.pool);
        bindKey(to, 11, trade.quoteMint);
        to.bind(12, std::int64_t{trade.side == Side::Sell ? 1 : 0});
        to.bind(13, bits(trade.baseAmount.value()));
        to.bind(14, bits(trade.quoteAmount.value()));
        bindAmount(to, 15, trade.quoteUser);
        bindAmount(to, 16, trade.feeQuote);
        if (trade.baseDecimals) to.bind(17, std::int64_t{*trade.baseDecimals});
        if (trade.quoteDecimals) to.bind(18, std::int64_t{*trade.quoteDecimals});
        bindText(to, 19, trade.route.name());
        if (trade.after) {
            to.bind(20, bits(trade.after->base));
            to.bind(21, bits(trade.after->quote));
            bindUnsigned(to, 22, trade.after->realBase);
            bindUnsigned(to, 23, trade.after->realQuote);
        }
        bindAmount(to, 24, trade.baseUser);
        if (auto done = run(to); !done) return done;
        if (database.changes() != 0)
            ++result.trades;
        else
            ++result.duplicates;
        return {};
    }
    Result<void> put(const EventHeader& at, const TokenCreated& created, BatchResult&) {
        const auto token = tokenId(created.mint);
        if (!token) return token.error();
        Statement& to = createToken;
        if (created.creator) {
            const auto wallet = walletId(*created.creator);
            if (!wallet) return wallet.error();
            to.bind(5, *wallet);
        }
        to.bind(1, *token);
        to.bind(2, created.name);
        to.bind(3, created.symbol);
        to.bind(4, created.uri);
        to.bind(6, created.venue.name());
        bindKey(to, 7, created.bondingCurve);
        bindAmount(to, 8, created.supply);
        bindKey(to, 9, at.signature);
        bindUnsigned(to, 10, at.slot ? std::optional{at.slot->value()} : std::nullopt);
        if (at.blockTime) to.bind(11, at.blockTime->value());
        return run(to);
    }
    Result<void> put(const EventHeader& at, const Graduated& graduated, BatchResult&) {
        const auto token = tokenId(graduated.mint);
        if (!token) return token.error();
        Statement& to = graduateToken;
        to.bind(1, *token);
        bindKey(to, 2, at.signature);
        bindUnsigned(to, 3, at.slot ? std::optional{at.slot->value()} : std::nullopt);
        if (at.blockTime) to.bind(4, at.blockTime->value());
        bindKey(to, 5, graduated.toPool);
        return run(to);
    }
    Result<void> put(const EventHeader& at, const LiquidityChange& change, BatchResult&) {
        const auto token = tokenId(change.mint);
        if (!token) return token.error();
        const auto wallet = walletId(change.wallet);
        if (!wallet) return wallet.error();
        Statement& to = insertLiquidity;
        bindHeader(to, at);
        to.bind(7, *token);
        to.bind(8, *wallet);
        to.bind(9, change.venue.name());
        bindKey(to, 10, change.pool);
        to.bind(11, std::int64_t{change.added ? 1 : 0});
        to.bind(12, bits(change.baseAmount.value()));
        to.bind(13, bits(change.quoteAmount.value()));
        bindKey(to, 14, change.quoteMint);
        if (change.baseDecimals) to.bind(15, std::int64_t{*change.baseDecimals});
        if (change.quoteDecimals) to.bind(16, std::int64_t{*change.quoteDecimals});
        if (change.after) {
            to.bind(17, bits(change.after->base));
            to.bind(18, bits(change.after->quote));
            bindUnsigned(to, 19, change.after->realBase);
            bindUnsigned(to, 20, change.after->realQuote);
        }
        return run(to);
    }

    struct Move {
        MoveKind kind = MoveKind::Transfer;
        std::optional<Mint> mint;
        std::optional<Wallet> source;
        std::optional<Wallet> target;
        std::uint64_t amount = 0;
        std::optional<std::uint8_t> detail{};  ///< decimals of a transfer, the kind of an authority
    };
    Result<void> put(const EventHeader& at, const Move& move) {
        Statement& to = insertMove;
        // One that failed half way left its coin behind.
        to.reset();
        bindHeader(to, at);
        to.bind(7, static_cast<std::int64_t>(move.kind));
        if (move.mint) {
            const auto token = tokenId(*move.mint);
            if (!token) return token.error();
            to.bind(8, *token);
        }
        for (const auto& [column, wallet] : {std::pair{9, move.source}, std::pair{10, move.target}}) {
            if (!wallet) continue;
            const auto id = walletId(*wallet);
            if (!id) return id.error();
            to.bind(column, *id);
        }
        to.bind(11, bits(move.amount));
        if (move.detail) to.bind(12, std::int64_t{*move.detail});
        return run(to);
    }
    Result<void> put(const EventHeader& at, const TokenTransfer& moved, BatchResult&) {
        return put(at,
                   {MoveKind::Transfer, moved.mint, moved.from, moved.to, moved.amount.value(), moved.decimals});
    }
    Result<void> put(const EventHeader& at, const SolTransfer& moved, BatchResult&) {
        return put(at, {MoveKind::Transfer, std::nullopt, moved.from, moved.to, moved.amount.value()});
    }
    Result<void> put(const EventHeader& at, const MintTo& minted, BatchResult&) {
        return put(at, {MoveKind::Mint, minted.mint, minted.authority, minted.to, minted.amount.value()});
    }
    Result<void> put(const EventHeader& at, const Burn& burnt, BatchResult&) {
        return put(at, {MoveKind::Burn, burnt.mint, burnt.wallet, std::nullopt, burnt.amount.value()});
    }
    Result<void> put(const EventHeader& at, const AuthorityChanged& changed, BatchResult&) {
        return put(at, {MoveKind::Authority, changed.mint, changed.from, changed.to, 0,
                        static_cast<std::uint8_t>(changed.kind)});
    }

    Result<void> put(const StoredAlert& alert) {
        insertAlert.bind(1, alert.rule);
        insertAlert.bind(2, alert.kind);
        insertAlert.bindNull(3);
        if (alert.mint) {
            const auto token = tokenId(*alert.mint);
            if (!token) return token.error();
            insertAlert.bind(3, *token);
        }
        bindUnsigned(insertAlert, 4, alert.slot);
        bindTime(insertAlert, 5, alert.time);
        insertAlert.bind(6, alert.raisedNs);
        insertAlert.bind(7, alert.json);
        insertAlert.bind(8, std::int64_t{alert.ruleVersion});
        insertAlert.bind(9, alert.key);
        insertAlert.bind(10, alert.subject);
        insertAlert.bind(11, static_cast<std::int64_t>(alert.severity));
        insertAlert.bindNull(12);
        if (alert.confidence) insertAlert.bindReal(12, *alert.confidence);
        bindUnsigned(insertAlert, 13, alert.price ? std::optional{alert.price->quote} : std::nullopt);
        bindUnsigned(insertAlert, 14, alert.price ? std::optional{alert.price->base} : std::nullopt);
        insertAlert.bind(15, alert.text);
        return run(insertAlert);
    }
    Result<void> put(const StoredFlag& flag) {
        insertFlag.bind(1, flag.kind);
        insertFlag.bindNull(2);
        if (flag.mint) {
            const auto token = tokenId(*flag.mint);
            if (!token) return token.error();
            insertFlag.bind(2, *token);
        }
        insertFlag.bind(3, flag.subject);
        bindUnsigned(insertFlag, 4, flag.slot);
        bindTime(insertFlag, 5, flag.time);
        insertFlag.bind(6, flag.saidNs);
        insertFlag.bind(7, flag.json);
        return run(insertFlag);
    }
    Result<void> put(const StoredCluster& cluster) {
        const auto wallet = walletId(cluster.wallet);
        if (!wallet) return wallet.error();
        insertCluster.bind(1, *wallet);
        bindUnsigned(insertCluster, 2, cluster.slot);
        bindTime(insertCluster, 3, cluster.time);
        insertCluster.bind(4, cluster.changedNs);
        insertCluster.bind(5, bits(cluster.members));
        bindText(insertCluster, 6, cluster.json);
        if (auto done = run(insertCluster); !done) return done;
        trimClusters.bind(1, *wallet);
        trimClusters.bind(2, StoredCluster::kMostKept);
        return run(trimClusters);
    }

    Result<void> put(const StoreItem& item, BatchResult& result) {
        if (const auto* event = std::get_if<Event>(&item))
            return std::visit([&](const auto& body) { return put(event->at, body, result); }, event->body);
        if (const auto* alert = std::get_if<StoredAlert>(&item)) return put(*alert);
        if (const auto* verdict = std::get_if<StoredVerdict>(&item)) {
            judgeAlert.bind(1, verdict->key);
            judgeAlert.bindNull(2);
            if (verdict->verdict) judgeAlert.bind(2, std::int64_t{*verdict->verdict ? 1 : 0});
            bindText(judgeAlert, 3, verdict->reason);
            judgeAlert.bind(4, verdict->givenNs);
            return run(judgeAlert);
        }
        if (const auto* index = std::get_if<StoredIndex>(&item)) {
            bindKey(indexTrades, 1, index->signature);
            indexTrades.bind(2, std::int64_t{index->txIndex});
            return run(indexTrades);
        }
        if (const auto* flag = std::get_if<StoredFlag>(&item)) return put(*flag);
        if (const auto* cluster = std::get_if<StoredCluster>(&item)) return put(*cluster);
        if (const auto* lookup = std::get_if<StoredLookup>(&item)) {
            insertLookup.bind(1, lookup->key);
            insertLookup.bind(2, lookup->askedNs);
            insertLookup.bind(3, lookup->exchange);
            return run(insertLookup);
        }
        const auto& gap = std::get<StoredGap>(item);
        insertGap.bind(1, gap.noticedNs);
        insertGap.bind(2, gap.mark);
        return run(insertGap);
    }
};

TradeStore::TradeStore(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TradeStore::~TradeStore() = default;
Database& TradeStore::database() noexcept {
    return m_impl->database;
}

Result<std::unique_ptr<TradeStore>> TradeStore::open(const std::filesystem::path& file, Database::Access access) {
    auto database = Database::open(file, access);
    if (!database) return database.error();
    auto impl = std::make_unique<Impl>(std::move(*database));
    if (access == Database::Access::ReadWrite) {
        if (auto done = impl->prepareWriter(); !done) return done.error();
    }
    return std::unique_ptr<TradeStore>(new TradeStore(std::move(impl)));
}

Result<BatchResult> TradeStore::write(std::span<const StoreItem> items) {
    BatchResult result;
    Impl& impl = *m_impl;
    if (auto begun = impl.database.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
    Result<void> whole;
    for (const StoreItem& item : items) {
        whole = impl.put(item, result);
        if (!whole) break;
    }
    if (whole) whole = impl.database.execute("COMMIT");
    if (whole) return result;

    (void)impl.database.execute("ROLLBACK");
    // Ids handed out inside the lost transaction do not exist.
    impl.wallets.clear();
    impl.tokens.clear();
    result = {};
    std::uint64_t written = 0;
    for (const StoreItem& item : items) {
        auto begun = impl.database.execute("BEGIN IMMEDIATE");
        auto done = begun ? impl.put(item, result) : begun;
        if (done) done = impl.database.execute("COMMIT");
        if (done) {
            ++written;
            continue;
        }
        (void)impl.database.execute("ROLLBACK");
        impl.wallets.clear();
        impl.tokens.clear();
        ++result.refused;
        if (result.firstError.empty()) result.firstError = done.error().context;
    }
    if (written == 0 && !items.empty()) return fail(ErrorCode::Database, result.firstError);
    return result;
}

Result<void> TradeStore::eachTrade(const std::function<bool(const Event&)>& row) {
    std::string sql{kSelectTrades};
    sql += kInChainOrder;
    auto prepared = m_impl->database.prepare(sql);
    if (!prepared) return prepared.error();
    while (true) {
        const auto more = prepared->step();
        if (!more) return more.error();
        if (!*more || !row(tradeAt(*prepared))) return {};
    }
}

Result<bool> TradeStore::hasTrades(std::int64_t from, std::int64_t to) {
    auto prepared = m_impl->database.prepare("SELECT 1" + std::string{kOfTime} + " LIMIT 1");
    if (!prepared) return prepared.error();
    prepared->bind(1, from);
    prepared->bind(2, to);
    return prepared->step();
}

Result<std::optional<std::pair<std::int64_t, std::int64_t>>> TradeStore::tradeSpan() {
    // The ends of the table and not of the times: the index of those has arrivals among them. What was fetched late
    // may lie beyond.
    auto prepared = m_impl->database.prepare(R"sql(SELECT
        (SELECT block_time FROM trades WHERE block_time IS NOT NULL ORDER BY id LIMIT 1),
        (SELECT block_time FROM trades WHERE block_time IS NOT NULL ORDER BY id DESC LIMIT 1))sql");
    if (!prepared) return prepared.error();
    const auto more = prepared->step();
    if (!more) return more.error();
    if (!*more || prepared->isNull(0) || prepared->isNull(1)) return std::nullopt;
    return std::optional{std::minmax(prepared->integer(0), prepared->integer(1))};
}

Result<void> TradeStore::eachEventOfTime(std::int64_t from, std::int64_t to,
                                         const std::function<bool(const Event&)>& row) {
    const std::string coinsOfTime = " IN (SELECT DISTINCT token" + std::string{kOfTime} + ")";
    // Money for a buy comes shortly before it; more of it would be all of the chain.
    constexpr std::int64_t kMoneyBefore = 86'400;
    auto coins = m_impl->database.prepare(std::string{kSelectTokens} + " WHERE k.id" + coinsOfTime);
    if (!coins) return coins.error();
    coins->bind(1, from);
    coins->bind(2, to);
    OrderedEvents events;
    std::vector<Event> marks;  // creations and graduations
    while (true) {
        const auto more = coins->step();
        if (!more) return more.error();
        if (!*more) break;
        for (Event& event : tokenEventsAt(*coins))
            if (!event.at.blockTime || event.at.blockTime->value() < to) marks.push_back(std::move(event));
    }
    events.add(std::move(marks));
    const std::string ofCoins = " WHERE t.token" + coinsOfTime + " AND (t.block_time < ?2 OR t.block_time IS NULL)";
    // A file of an older version, opened to be read, knows trades alone.
    constexpr std::int64_t kKnowsMoves = 5;
    const auto version = m_impl->database.scalar("PRAGMA user_version");
    if (!version) return version.error();
    const std::pair<std::string_view, Event (*)(const Statement&)> all[] = {
        {kSelectTrades, &tradeAt}, {kSelectLiquidity, &liquidityAt}, {kSelectMoves, &moveAt}};
    for (const auto& [select, make] : std::span{all}.first(*version < kKnowsMoves ? 1 : 3)) {
        auto prepared = m_impl->database.prepare(std::string{select} + ofCoins + std::string{kInChainOrder});
        if (!prepared) return prepared.error();
        prepared->bind(1, from);
        prepared->bind(2, to);
        events.add(std::move(*prepared), make);
    }
    if (*version < kKnowsMoves) return events.each(row);
    auto money = m_impl->database.prepare(std::string{kSelectMoves} +
                                          " WHERE t.token IS NULL AND t.block_time >= ?1 AND t.block_time < ?2" +
                                          std::string{kInChainOrder});
    if (!money) return money.error();
    money->bind(1, from - kMoneyBefore);
    money->bind(2, to);
    events.add(std::move(*money), &moveAt);
    return events.each(row);
}

Result<std::vector<Event>> TradeStore::newestTrades(const Mint& mint, std::int64_t lastRow, std::size_t most,
                                                    std::size_t skip) {
    std::string sql{kSelectTrades};
    // In the order of the index by coin and slot: only what is asked for is read. A trade without a slot is older
    // than all that have one, as in that order.
    sql += " WHERE t.token = (SELECT id FROM tokens WHERE mint = ?1) AND t.id <= ?2";
    if (skip > 0)
        sql +=
            " AND (coalesce(t.slot, -1), t.id) <= (SELECT coalesce(slot, -1), id FROM trades"
            " WHERE token = (SELECT id FROM tokens WHERE mint = ?1) AND id <= ?2"
            " ORDER BY slot DESC, id DESC LIMIT 1 OFFSET ?4)";
    sql += " ORDER BY t.slot DESC, t.id DESC LIMIT ?3";
    auto prepared = m_impl->database.prepare(sql);
    if (!prepared) return prepared.error();
    bindKey(*prepared, 1, mint);
    prepared->bind(2, lastRow);
    prepared->bind(3, static_cast<std::int64_t>(most));
    if (skip > 0) prepared->bind(4, static_cast<std::int64_t>(skip));
    std::vector<Event> out;
    while (true) {
        const auto more = prepared->step();
        if (!more) return more.error();
        if (!*more) return out;
        out.push_back(tradeAt(*prepared));
    }
}

Result<void> TradeStore::eachToken(const std::function<bool(const Event&)>& row) {
    std::string sql{kSelectTokens};
    sql += " ORDER BY k.id";
    auto prepared = m_impl->database.prepare(sql);
    if (!prepared) return prepared.error();
    while (true) {
        const auto more = prepared->step();
        if (!more) return more.error();
        if (!*more) return {};
        for (const Event& event : tokenEventsAt(*prepared))
            if (!row(event)) return {};
    }
}

Result<std::vector<Event>> TradeStore::tokenEvents(const Mint& mint) {
    std::string sql{kSelectTokens};
    sql += " WHERE k.mint = ?1";
    auto prepared = m_impl->database.prepare(sql);
    if (!prepared) return prepared.error();
    bindKey(*prepared, 1, mint);
    const auto more = prepared->step();
    if (!more) return more.error();
    return *more ? tokenEventsAt(*prepared) : std::vector<Event>{};
}

Result<std::int64_t> TradeStore::lastTradeRow() {
    return m_impl->database.scalar("SELECT coalesce(max(id), 0) FROM trades");
}

Result<void> TradeStore::eachAlert(const std::function<bool(const StoredAlert&)>& row,
                                   std::optional<std::size_t> newest) {
    return AlertRows{m_impl->database}.each(row, newest);
}

Result<void> TradeStore::eachFlag(const std::function<bool(const StoredFlag&)>& row) {
    auto prepared =
        m_impl->database.prepare(R"sql(SELECT f.kind, k.mint, f.subject, f.slot, f.time, f.said_ns, f.json
        FROM flags f LEFT JOIN tokens k ON k.id = f.token ORDER BY f.id)sql");
    if (!prepared) return prepared.error();
    Statement& from = *prepared;
    while (true) {
        const auto more = from.step();
        if (!more) return more.error();
        if (!*more) return {};
        StoredFlag flag;
        flag.kind = from.text(0);
        flag.mint = keyAt<Mint>(from, 1);
        flag.subject = from.text(2);
        flag.slot = unsignedAt(from, 3);
        if (!from.isNull(4)) flag.time = from.integer(4);
        flag.saidNs = from.integer(5);
        flag.json = from.text(6);
        if (!row(flag)) return {};
    }
}

Result<void> TradeStore::eachCluster(const std::function<bool(const StoredCluster&)>& row) {
    auto prepared = m_impl->database.prepare(R"sql(SELECT w.address, c.slot, c.time, c.changed_ns, c.members, c.json
        FROM clusters c JOIN wallets w ON w.id = c.wallet ORDER BY c.id)sql");
    if (!prepared) return prepared.error();
    Statement& from = *prepared;
    while (true) {
        const auto more = from.step();
        if (!more) return more.error();
        if (!*more) return {};
        StoredCluster cluster;
        cluster.wallet = keyAt<Wallet>(from, 0).value_or(Wallet{});
        cluster.slot = unsignedAt(from, 1);
        if (!from.isNull(2)) cluster.time = from.integer(2);
        cluster.changedNs = from.integer(3);
        cluster.members = fromBits(from.integer(4));
        if (!from.isNull(5)) cluster.json = from.text(5);
        if (!row(cluster)) return {};
    }
}

Result<std::optional<StoredLookup>> TradeStore::lookup(const std::string& key) {
    Statement& find = m_impl->findLookup;
    if (!m_impl->findLookupReady) {
        auto prepared = m_impl->database.prepare("SELECT asked_ns, exchange FROM lookups WHERE key=?1");
        if (!prepared) return prepared.error();
        find = std::move(*prepared);
        m_impl->findLookupReady = true;
    }
    find.bind(1, key);
    const auto more = find.step();
    std::optional<StoredLookup> out;
    if (more && *more) out = StoredLookup{key, find.integer(0), find.text(1)};
    find.reset();
    if (!more) return more.error();
    return out;
}

Result<std::int64_t> TradeStore::tradeCount() {
    return m_impl->database.scalar("SELECT count(*) FROM trades");
}

}  // namespace core::store
