// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/store/trade_store.h"
#include "core/wire/event_json.h"
#include "tests/support/market_events.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>

using core::Event;
using core::Side;
using core::TokenAmount;
using core::store::Database;
using core::store::StoredAlert;
using core::store::StoredGap;
using core::store::StoredVerdict;
using core::store::StoreItem;
using core::store::TradeStore;

namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

// Everything that is kept of an event; the program follows from the venue and is not.
std::string told(const Event& event) {
    std::string out;
    core::wire::appendEventJson(event, out);
    out += " received " + (event.at.received ? std::to_string(event.at.received->value()) : "unknown");
    return out;
}

template <class T>
std::optional<T> maybe(std::mt19937_64& random, T value) {
    return test::below(random, 3) == 0 ? std::nullopt : std::optional{value};
}

std::uint64_t amount(std::mt19937_64& random) {
    switch (test::below(random, 5)) {
        case 0: return 0;
        case 1: return kMost;
        case 2: return (std::uint64_t{1} << 63U) - test::below(random, 3);
        default: return random() >> test::below(random, 64);
    }
}

Event randomTrade(std::mt19937_64& random, std::uint64_t number) {
    Event event =
        test::tradeEvent(number, number, test::below(random, 2) == 0 ? Side::Buy : Side::Sell, amount(random),
                         amount(random), test::below(random, 30), test::below(random, 10));
    event.at.path = core::EventPath{static_cast<std::uint16_t>(test::below(random, 9)),
                                    static_cast<std::uint16_t>(test::below(random, 65'536)),
                                    static_cast<std::uint16_t>(test::below(random, 3))};
    event.at.txIndex = maybe(random, static_cast<std::uint32_t>(test::below(random, kMost)));
    event.at.received = maybe(random, core::RecvTime{static_cast<std::int64_t>(random() >> 1U)});
    event.at.blockTime = maybe(random, core::BlockTime{static_cast<std::int64_t>(test::below(random, 1U << 31U))});
    core::Trade& trade = test::tradeOf(event);
    trade.venue = core::Symbol{test::below(random, 2) == 0 ? "pumpfun" : "pumpswap"};
    trade.pool = maybe(random, test::poolOf(test::below(random, 10)));
    trade.quoteUser = maybe(random, TokenAmount{amount(random)});
    trade.feeQuote = maybe(random, TokenAmount{amount(random)});
    trade.baseDecimals = maybe(random, static_cast<std::uint8_t>(test::below(random, 19)));
    trade.quoteDecimals = maybe(random, static_cast<std::uint8_t>(test::below(random, 19)));
    trade.route = core::Symbol{test::below(random, 2) == 0 ? "" : "jupiter"};
    trade.after = maybe(random, core::Reserves{amount(random), amount(random), maybe(random, amount(random)),
                                               maybe(random, amount(random))});
    return event;
}

}  // namespace

class TradeStoreTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;

    std::unique_ptr<TradeStore> open(const std::filesystem::path& file) {
        auto store = TradeStore::open(file, Database::Access::ReadWrite);
        return store ? std::move(*store) : nullptr;
    }
    std::filesystem::path newFile() {
        return std::filesystem::path(m_dir.path().toStdString()) / ("t" + std::to_string(++m_files) + ".sqlite");
    }
    static std::vector<std::string> trades(TradeStore& store) {
        std::vector<std::string> out;
        if (!store.eachTrade([&](const Event& event) {
                out.push_back(told(event));
                return true;
            }))
            out.emplace_back("reading failed");
        return out;
    }

private slots:
    void readsBackWhatWasWritten() {
        auto random = test::seeded("trades of every form");
        std::vector<StoreItem> items;
        std::vector<std::string> expected;
        for (std::uint64_t i = 0; i < 2'000; ++i) {
            items.emplace_back(randomTrade(random, i));
            expected.push_back(told(std::get<Event>(items.back())));
        }
        const auto file = newFile();
        {
            auto store = open(file);
            std::shuffle(items.begin(), items.end(), random);  // comes back in the order of the chain
            const auto done = store->write(items);
            QCOMPARE(done->trades, std::uint64_t{2'000});
            QCOMPARE(done->refused, std::uint64_t{0});
            QCOMPARE(trades(*store), expected);
        }
        auto again = *TradeStore::open(file, Database::Access::ReadOnly);
        QCOMPARE(trades(*again), expected);
        QCOMPARE(*again->tradeCount(), std::int64_t{2'000});
    }

    void amountsOfSixtyFourBitsSurvive() {
        auto store = open(newFile());
        Event event = test::tradeEvent(1, kMost, Side::Sell, kMost, kMost - 1);
        core::Trade& trade = test::tradeOf(event);
        trade.quoteUser = TokenAmount{kMost};
        trade.feeQuote = TokenAmount{std::uint64_t{1} << 63U};
        trade.after = core::Reserves{kMost, kMost, kMost, kMost};
        event.at.path = core::EventPath{0xffff, 0xffff, 0xffff};
        event.at.txIndex = 0xffffffffU;
        QCOMPARE(store->write(std::vector<StoreItem>{event})->trades, std::uint64_t{1});
        QCOMPARE(trades(*store), std::vector<std::string>{told(event)});
        QCOMPARE(*store->database().scalar("SELECT base_amount FROM trades"), std::int64_t{-1});
    }

    void writingAgainChangesNothing() {
        auto random = test::seeded("written twice");
        std::vector<StoreItem> items;
        for (std::uint64_t i = 0; i < 500; ++i) items.emplace_back(randomTrade(random, i));
        Event change = test::tradeEvent(9'000, 5, Side::Buy, 0, 0);
        core::LiquidityChange body;
        body.venue = core::Symbol{"pumpswap"};
        body.mint = test::mintOf(1);
        body.pool = test::poolOf(1);
        change.body = body;
        items.emplace_back(change);
        auto store = open(newFile());
        QCOMPARE(store->write(items)->trades, std::uint64_t{500});
        const auto before = trades(*store);
        for (int round = 0; round < 3; ++round) {
            std::shuffle(items.begin(), items.end(), random);
            const auto done = store->write(items);
            QCOMPARE(done->trades, std::uint64_t{0});
            QCOMPARE(done->duplicates, std::uint64_t{500});
            QCOMPARE(done->refused, std::uint64_t{0});
        }
        QCOMPARE(trades(*store), before);
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM liquidity"), std::int64_t{1});
        // A second sight may know more or less than the first; the first stands.
        Event other = std::get<Event>(items.front());
        if (auto* trade = std::get_if<core::Trade>(&other.body)) trade->quoteAmount = TokenAmount{12345};
        QCOMPARE(store->write(std::vector<StoreItem>{other})->trades, std::uint64_t{0});
        QCOMPARE(trades(*store), before);
    }

    // Everything about a coin that traded in the time, in order of the chain, with the SOL that moved before.
    void whatMovesComesBackAmongTheTrades() {
        auto random = test::seeded("events of every form");
        std::vector<StoreItem> items;
        std::vector<std::string> expected;
        const auto wallet = [&] { return test::walletOf(test::below(random, 20)); };
        for (std::uint64_t i = 0; i < 600; ++i) {
            Event event = test::tradeEvent(i, 1'000 + i / 6, Side::Buy, amount(random), amount(random), i % 20, 1);
            event.at.txIndex = static_cast<std::uint32_t>(i % 6);
            event.at.path = core::EventPath{2, 0, 0};
            const core::Mint mint = test::mintOf(1);
            switch (i % 6) {
                case 0:
                    event.body = core::TokenTransfer{mint, wallet(), wallet(), TokenAmount{amount(random)},
                                                     maybe(random, std::uint8_t{6})};
                    break;
                case 1: event.body = core::SolTransfer{wallet(), wallet(), core::Lamports{amount(random)}}; break;
                case 2:
                    event.body = core::MintTo{mint, wallet(), maybe(random, wallet()), TokenAmount{amount(random)}};
                    break;
                case 3: event.body = core::Burn{mint, wallet(), TokenAmount{amount(random)}}; break;
                case 4: {
                    core::LiquidityChange change;
                    change.venue = core::Symbol{"pumpswap"};
                    change.mint = mint;
                    change.quoteMint = test::mintOf(9);
                    change.pool = test::poolOf(1);
                    change.wallet = wallet();
                    change.added = test::below(random, 2) == 0;
                    change.baseAmount = TokenAmount{amount(random)};
                    change.quoteAmount = TokenAmount{amount(random)};
                    change.baseDecimals = maybe(random, std::uint8_t{6});
                    change.quoteDecimals = maybe(random, std::uint8_t{9});
                    change.after = maybe(random, core::Reserves{amount(random), amount(random),
                                                                maybe(random, amount(random)), std::nullopt});
                    event.body = change;
                    break;
                }
                default:
                    if (i % 12 == 5)
                        event.body = core::AuthorityChanged{mint, core::AuthorityKind::MintTokens, wallet(),
                                                            maybe(random, wallet())};
            }
            items.emplace_back(event);
            expected.push_back(told(event));
        }
        // Of a coin that did not trade, and SOL of another day.
        Event elsewhere = test::tradeEvent(7'000, 1'000, Side::Buy, 1, 1);
        elsewhere.body = core::Burn{test::mintOf(2), wallet(), TokenAmount{1}};
        items.emplace_back(elsewhere);
        Event early = test::tradeEvent(7'001, 0, Side::Buy, 1, 1);
        early.at.blockTime = core::BlockTime{early.at.blockTime->value() - 100'000};
        early.body = core::SolTransfer{wallet(), wallet(), core::Lamports{1}};
        items.emplace_back(early);

        auto store = open(newFile());
        std::shuffle(items.begin(), items.end(), random);
        QCOMPARE(store->write(items)->refused, std::uint64_t{0});
        const std::int64_t from = test::tradeEvent(0, 1'000, Side::Buy, 1, 1).at.blockTime->value();
        std::vector<std::string> read;
        QVERIFY(store->eachEventOfTime(from, from + 1'000, [&](const Event& event) {
            read.push_back(told(event));
            return true;
        }));
        QCOMPARE(read.size(), expected.size());
        for (std::size_t i = 0; i < read.size(); ++i) QCOMPARE(read[i], expected[i]);
        // Again changes nothing.
        QCOMPARE(store->write(items)->refused, std::uint64_t{0});
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM moves"), std::int64_t{452});
    }

    void aTimeIsFoundByTheChainsClockElseByArrival() {
        auto store = open(newFile());
        Event told = test::tradeEvent(1, 1'000, Side::Buy, 1, 1);
        Event untold = test::tradeEvent(2, 1'001, Side::Buy, 1, 1);
        const std::int64_t at = told.at.blockTime->value();
        untold.at.blockTime.reset();
        untold.at.received = core::RecvTime{(at + 500) * 1'000'000'000};
        QCOMPARE(store->write(std::vector<StoreItem>{told, untold})->trades, std::uint64_t{2});
        QVERIFY(*store->hasTrades(at, at + 1));
        QVERIFY(!*store->hasTrades(at + 1, at + 500));
        QVERIFY(*store->hasTrades(at + 500, at + 501));
        QVERIFY(!*store->hasTrades(at + 501, at + 10'000));
        // Looked up, not looked for: a file of ten million trades is not read through.
        auto plan = store->database().prepare(
            "EXPLAIN QUERY PLAN SELECT 1 FROM trades WHERE coalesce(block_time, received_ns / 1000000000) >= 1");
        QVERIFY(plan && *plan->step());
        QVERIFY(std::string(plan->text(3)).find("trades_by_time") != std::string::npos);
    }

    void pathsOfOneTransactionAreRowsOfTheirOwn() {
        auto store = open(newFile());
        std::vector<StoreItem> items;
        std::vector<std::string> expected;
        for (const std::uint16_t inner : std::initializer_list<std::uint16_t>{3, 1, 2}) {
            Event event = test::tradeEvent(1, 7, Side::Buy, inner, 1);
            event.at.txIndex = 4;
            event.at.path = core::EventPath{2, inner, 0};
            items.emplace_back(event);
            expected.push_back(told(event));
        }
        std::rotate(expected.begin(), expected.begin() + 1, expected.end());
        QCOMPARE(store->write(items)->trades, std::uint64_t{3});
        QCOMPARE(store->write(items)->duplicates, std::uint64_t{3});
        QCOMPARE(trades(*store), expected);  // by path, as they ran
    }

    // What cannot be told apart is kept: losing a trade is worse than telling one twice.
    void tradesWithoutSignatureAreAllKept() {
        auto store = open(newFile());
        Event event = test::tradeEvent(1, 7, Side::Buy, 1, 1);
        event.at.signature.reset();
        event.at.path.reset();
        QCOMPARE(store->write(std::vector<StoreItem>{event, event})->trades, std::uint64_t{2});
    }

    void aTradeThatKnowsLittleIsKept() {
        auto store = open(newFile());
        Event event;
        event.body = core::Trade{};
        const auto done = store->write(std::vector<StoreItem>{event});
        QCOMPARE(done->trades, std::uint64_t{1});
        QCOMPARE(trades(*store), std::vector<std::string>{told(event)});
    }

    void oneBadRowLosesOnlyItself_data() {
        QTest::addColumn<int>("position");
        QTest::newRow("first") << 0;
        QTest::newRow("middle") << 50;
        QTest::newRow("last") << 99;
    }
    void oneBadRowLosesOnlyItself() {
        QFETCH(int, position);
        auto store = open(newFile());
        QVERIFY(store->database()
                    .execute("CREATE TRIGGER bad BEFORE INSERT ON trades WHEN new.base_amount = 666 "
                             "BEGIN SELECT RAISE(ABORT, 'a bad row'); END")
                    .has_value());
        std::vector<StoreItem> items;
        std::vector<std::string> expected;
        for (int i = 0; i < 100; ++i) {
            const auto number = static_cast<std::uint64_t>(i);
            const Event event =
                test::tradeEvent(number, number, Side::Buy, i == position ? 666 : 1, 1, number, number);
            items.emplace_back(event);
            if (i != position) expected.push_back(told(event));
        }
        items.emplace_back(StoredGap{5, "{}"});
        const auto done = store->write(items);
        QVERIFY(done.has_value());
        QCOMPARE(done->trades, std::uint64_t{99});
        QCOMPARE(done->refused, std::uint64_t{1});
        QVERIFY2(done->firstError.find("a bad row") != std::string::npos, done->firstError.c_str());
        QCOMPARE(trades(*store), expected);
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM gaps"), std::int64_t{1});
        // Ids cached in the lost transaction are not used again.
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM pragma_foreign_key_check"), std::int64_t{0});
        QCOMPARE(store->write(items)->duplicates, std::uint64_t{99});
        QCOMPARE(trades(*store), expected);
    }

    void aFullDiskIsSaidAndNothingIsLostOfBefore() {
        auto store = open(newFile());
        std::vector<StoreItem> some;
        for (std::uint64_t i = 0; i < 50; ++i) some.emplace_back(test::tradeEvent(i, i, Side::Buy, 1, 1, i, i));
        QVERIFY(store->write(some).has_value());
        auto& database = store->database();
        const auto pages = *database.scalar("PRAGMA page_count");
        QVERIFY(database.execute("PRAGMA max_page_count=" + std::to_string(pages)).has_value());
        std::vector<StoreItem> many;
        for (std::uint64_t i = 1'000; i < 1'400; ++i)
            many.emplace_back(test::tradeEvent(i, i, Side::Buy, 1, 1, i, i));
        const auto done = store->write(many);
        // Rows may still fit into half-filled pages; what does not is refused and counted.
        const std::uint64_t fitted = done ? done->trades : 0;
        const std::string reason = done ? done->firstError : done.error().context;
        QVERIFY(fitted < 400);
        if (done) QCOMPARE(done->trades + done->refused, std::uint64_t{400});
        QVERIFY2(reason.find("full") != std::string::npos, reason.c_str());
        QCOMPARE(*store->tradeCount(), static_cast<std::int64_t>(50 + fitted));
        // A batch of which nothing fits is an error.
        const auto none = store->write(std::vector<StoreItem>(many.end() - 100, many.end()));
        QVERIFY(!none);
        QCOMPARE(int(none.error().code), int(core::ErrorCode::Database));
        // And once there is room it goes on.
        QVERIFY(database.execute("PRAGMA max_page_count=1000000").has_value());
        const auto after = store->write(many);
        QVERIFY(after.has_value());
        QCOMPARE(after->trades + after->duplicates, std::uint64_t{400});
        QCOMPARE(*store->tradeCount(), std::int64_t{450});
        auto check = *database.prepare("PRAGMA integrity_check");
        QVERIFY(*check.step());
        QCOMPARE(check.text(0), std::string("ok"));
    }

    void readOnlyStoresRefuseToWrite() {
        const auto file = newFile();
        open(file);
        auto store = *TradeStore::open(file, Database::Access::ReadOnly);
        QVERIFY(!store->database().execute("DELETE FROM trades"));
    }

    void keepsTokensAndAlertsAndGaps() {
        auto store = open(newFile());
        Event created = test::createdEvent(1, 10, 5, 1);
        auto& body = std::get<core::TokenCreated>(created.body);
        body.name = std::string("n\0ul \xff \"quoted\"", 16);
        body.bondingCurve = test::poolOf(3);
        body.supply = TokenAmount{kMost};
        Event graduated = created;
        graduated.at.signature = test::signatureOf(2);
        graduated.at.slot = core::Slot{20};
        graduated.body = core::Graduated{test::mintOf(1), core::Symbol{"pumpfun"}, test::poolOf(4)};
        StoredAlert alert;
        alert.rule = alert.kind = "dev_dump";
        alert.mint = test::mintOf(9);
        alert.slot = kMost;
        alert.time = 7;
        alert.raisedNs = 8;
        alert.json = R"({"rule":"dev_dump"})";
        alert.ruleVersion = 3;
        alert.key = "dev_dump/3/x";
        alert.subject = "s";
        alert.severity = core::Severity::Critical;
        alert.confidence = 0.75;
        alert.price = core::PriceRatio{kMost, 3};
        alert.text = "COIN: the dev sold.";
        StoredAlert bare;
        bare.rule = "r";
        bare.kind = "k";
        bare.raisedNs = 9;
        bare.json = "{}";
        const std::vector<StoreItem> items{created, graduated, alert, bare, StoredGap{77, R"({"event":"gap"})"}};
        const auto done = store->write(items);
        QCOMPARE(done->refused, std::uint64_t{0});
        std::vector<Event> tokens;
        QVERIFY(store
                    ->eachToken([&](const Event& event) {
                        tokens.push_back(event);
                        return true;
                    })
                    .has_value());
        QCOMPARE(tokens.size(), std::size_t{2});
        const auto& read = std::get<core::TokenCreated>(tokens[0].body);
        QCOMPARE(read.name, body.name);
        QCOMPARE(read.symbol, body.symbol);
        QCOMPARE(read.uri, body.uri);
        QVERIFY(read.mint == body.mint && read.creator == body.creator && read.venue == body.venue);
        QVERIFY(read.bondingCurve == body.bondingCurve && read.supply == body.supply);
        QVERIFY(tokens[0].at.signature == created.at.signature && tokens[0].at.slot == created.at.slot);
        QVERIFY(tokens[0].at.blockTime == created.at.blockTime);
        QVERIFY(std::get<core::Graduated>(tokens[1].body).toPool == test::poolOf(4));
        QVERIFY(tokens[1].at.slot == core::Slot{20});
        std::vector<StoredAlert> alerts;
        const auto keep = [&](const StoredAlert& row) {
            alerts.push_back(row);
            return true;
        };
        QVERIFY(store->eachAlert(keep).has_value());
        QCOMPARE(alerts.size(), std::size_t{2});
        const StoredAlert& told = alerts[0];
        QVERIFY(told.rule == "dev_dump" && told.mint == test::mintOf(9) && told.slot == kMost && told.time == 7);
        QVERIFY(told.json == alert.json && told.ruleVersion == 3 && told.key == alert.key && told.subject == "s");
        QVERIFY(told.severity == core::Severity::Critical && told.confidence == 0.75 && told.text == alert.text);
        QVERIFY(told.price && told.price->quote == kMost && told.price->base == 3 && !told.verdict);
        QVERIFY(alerts[1].json == "{}" && !alerts[1].mint && !alerts[1].time && !alerts[1].price);
        // A verdict goes to its alert alone, and can be taken back.
        QVERIFY(store->write(std::vector<StoreItem>{StoredVerdict{alert.key, false, "a bot", 99}}).has_value());
        alerts.clear();
        QVERIFY(store->eachAlert(keep, 1).has_value());
        QCOMPARE(alerts.size(), std::size_t{1});
        QVERIFY(alerts[0].rule == "r" && !alerts[0].verdict);
        alerts.clear();
        QVERIFY(store->eachAlert(keep).has_value());
        QVERIFY(alerts[0].verdict == false && alerts[0].verdictReason == "a bot");
        QVERIFY(store->write(std::vector<StoreItem>{StoredVerdict{alert.key, std::nullopt, "", 100}}).has_value());
        alerts.clear();
        QVERIFY(store->eachAlert(keep).has_value());
        QVERIFY(!alerts[0].verdict && alerts[0].verdictReason.empty());
        QCOMPARE(*store->database().scalar("SELECT noticed_ns FROM gaps"), std::int64_t{77});
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM alerts WHERE time IS NULL"), std::int64_t{1});
        // Told again by a backfill: still one coin.
        QVERIFY(store->write(std::vector<StoreItem>{created, graduated}).has_value());
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM tokens"), std::int64_t{2});
    }

    void keepsStatementsClustersAndLookups() {
        const auto file = newFile();
        {
            auto store = open(file);
            core::store::StoredFlag first{"cabal", test::mintOf(1), "x", 5, 1'795'446'003, 1, "{\"n\":1}"};
            core::store::StoredFlag second{"cabal", test::mintOf(1), "x", 6, std::nullopt, 2, "{\"n\":2}"};
            core::store::StoredFlag ofWallet{"smart_money", std::nullopt, "w", std::nullopt, std::nullopt, 3, "{}"};
            core::store::StoredCluster made{test::walletOf(1), 5, 1'795'446'003, 1, 3, "{}"};
            core::store::StoredCluster gone{test::walletOf(1), 9, std::nullopt, 2, 0, ""};
            core::store::StoredLookup early{"signatures a", 1, "{\"a\":1}"};
            core::store::StoredLookup late{"signatures a", 2, "{\"a\":2}"};
            const auto done =
                store->write(std::vector<StoreItem>{first, second, ofWallet, made, gone, early, late});
            QVERIFY(done.has_value());
            QCOMPARE(done->refused, std::uint64_t{0});
        }
        auto store = TradeStore::open(file, Database::Access::ReadOnly);
        QVERIFY(store.has_value());
        std::vector<std::string> said;
        QVERIFY((*store)
                    ->eachFlag([&](const core::store::StoredFlag& flag) {
                        said.push_back(flag.kind + flag.subject + flag.json);
                        return !flag.mint || *flag.mint == test::mintOf(1);
                    })
                    .has_value());
        // The newer statement stands beside the older.
        QCOMPARE(said, (std::vector<std::string>{"cabalx{\"n\":1}", "cabalx{\"n\":2}", "smart_moneyw{}"}));
        std::vector<std::uint64_t> members;
        QVERIFY((*store)
                    ->eachCluster([&](const core::store::StoredCluster& cluster) {
                        members.push_back(cluster.members);
                        return cluster.wallet == test::walletOf(1);
                    })
                    .has_value());
        QCOMPARE(members, (std::vector<std::uint64_t>{3, 0}));
        const auto found = (*store)->lookup("signatures a");
        QVERIFY(found && *found);
        QCOMPARE((*found)->exchange, std::string("{\"a\":2}"));
        QCOMPARE((*found)->askedNs, std::int64_t{2});
        QVERIFY(!*(*store)->lookup("signatures b"));
        QVERIFY(*(*store)->lookup("signatures a"));
    }

    // A cluster that changes for days keeps its youngest rows, whatever others do.
    void ofAClusterTheYoungestRowsAreKept() {
        auto store = open(newFile());
        constexpr auto kMost = static_cast<std::uint64_t>(core::store::StoredCluster::kMostKept);
        std::vector<StoreItem> items;
        for (std::uint64_t i = 0; i < 3 * kMost; ++i) {
            core::store::StoredCluster busy;
            busy.wallet = test::walletOf(1);
            busy.members = i;
            items.emplace_back(busy);
            if (i % kMost != 0) continue;
            busy.wallet = test::walletOf(2);
            items.emplace_back(busy);
        }
        const auto done = store->write(items);
        QVERIFY(done && done->refused == 0);
        std::vector<std::uint64_t> busy;
        std::size_t quiet = 0;
        QVERIFY(store->eachCluster([&](const core::store::StoredCluster& cluster) {
            if (cluster.wallet == test::walletOf(1))
                busy.push_back(cluster.members);
            else
                ++quiet;
            return true;
        }));
        QCOMPARE(quiet, std::size_t{3});
        QCOMPARE(busy.size(), std::size_t{kMost});
        QCOMPARE(busy.front(), 2 * kMost);
        QCOMPARE(busy.back(), 3 * kMost - 1);
    }

    void readingStopsWhenAsked() {
        auto store = open(newFile());
        std::vector<StoreItem> items;
        for (std::uint64_t i = 0; i < 10; ++i) items.emplace_back(test::tradeEvent(i, i, Side::Buy, 1, 1));
        QVERIFY(store->write(items).has_value());
        int seen = 0;
        QVERIFY(store->eachTrade([&](const Event&) { return ++seen < 3; }).has_value());
        QCOMPARE(seen, 3);
    }

    void theNewestTradesOfACoinComeInPartsToo() {
        auto store = open(newFile());
        std::vector<StoreItem> items;
        for (std::uint64_t i = 0; i < 40; ++i) {
            Event event = test::tradeEvent(i, 100 + i * 7 % 10, Side::Buy, 1'000 + i, 1, 0, i % 2);
            if (i % 10 < 2) event.at.slot.reset();
            items.emplace_back(std::move(event));
        }
        QVERIFY(store->write(items).has_value());
        const core::Mint mint = test::mintOf(1);
        const auto amounts = [](const std::vector<Event>& events) {
            std::vector<std::uint64_t> out;
            for (const Event& event : events) out.push_back(std::get<core::Trade>(event.body).baseAmount.value());
            return out;
        };
        const std::int64_t last = 30;  // the last ten belong to nobody
        const auto whole = store->newestTrades(mint, last, 100);
        QVERIFY(whole.has_value());
        const auto all = amounts(*whole);
        QCOMPARE(all.size(), std::size_t{15});
        QVERIFY(whole->front().at.slot.has_value() && !whole->back().at.slot.has_value());
        for (std::size_t skip = 0; skip <= all.size() + 1; ++skip) {
            const auto some = store->newestTrades(mint, last, 4, skip);
            QVERIFY(some.has_value());
            const auto from = all.begin() + static_cast<std::ptrdiff_t>(std::min(skip, all.size()));
            const auto to = all.begin() + static_cast<std::ptrdiff_t>(std::min(skip + 4, all.size()));
            QVERIFY2(amounts(*some) == std::vector(from, to), qPrintable(QString::number(skip)));
        }
    }

    void anEmptyBatchIsFine() {
        auto store = open(newFile());
        const auto done = store->write({});
        QVERIFY(done.has_value());
        QCOMPARE(done->trades, std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(TradeStoreTest)
#include "trade_store_test.moc"
