// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/quote_asset.h"
#include "core/wire/decoder.h"
#include "tests/support/sample_transaction.h"
#include "tests/support/seed.h"
#include "tests/support/venue_run.h"

#include <nlohmann/json.hpp>
#endif

#include <QTest>

#include <limits>
#include <set>

using namespace core;
using core::wire::Decoder;
using test::keyOf;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

struct Run {
    Result<void> result;
    std::vector<Event> events;
    wire::DecodeStats stats;
};

Run read(std::string_view line) {
    Decoder decoder;
    Run run;
    run.result = decoder.eventLine(test::PaddedText{line}.view(), run.events);
    run.stats = decoder.stats();
    return run;
}

EventHeader header() {
    return {.signature = keyOf<Signature>(90),
            .slot = Slot{kMax},
            .blockTime = BlockTime{1'790'208'000},
            .txIndex = 0xffffffffU,
            .path = EventPath{2, 1, 1},
            .received = std::nullopt};
}

Trade fullTrade() {
    Trade trade;
    trade.venue = Symbol{"pumpswap"};
    trade.program = keyOf<Pubkey>(10);
    trade.pool = keyOf<Pubkey>(7);
    trade.mint = keyOf<Mint>(1);
    trade.quoteMint = keyOf<Mint>(3);
    trade.wallet = keyOf<Wallet>(2);
    trade.side = Side::Sell;
    trade.baseAmount = TokenAmount{kMax};
    trade.quoteAmount = TokenAmount{kMax - 1};
    trade.baseDecimals = std::uint8_t{0};
    trade.quoteDecimals = std::uint8_t{18};
    trade.baseUser = TokenAmount{kMax - 7};
    trade.quoteUser = TokenAmount{kMax - 2};
    trade.feeQuote = TokenAmount{0};
    trade.route = Symbol{"jupiter"};
    trade.after = Reserves{kMax - 3, kMax - 4, kMax - 5, kMax - 6};
    trade.creator = keyOf<Wallet>(4);
    return trade;
}

std::vector<std::pair<const char*, Event>> everyKind() {
    std::vector<std::pair<const char*, Event>> out;
    out.emplace_back("trade, everything known", Event{header(), fullTrade()});
    Trade least;
    least.mint = keyOf<Mint>(1);
    least.quoteMint = keyOf<Mint>(3);
    least.wallet = keyOf<Wallet>(2);
    out.emplace_back("trade, nothing known", Event{{}, least});
    TokenCreated created;
    created.venue = Symbol{"pumpfun"};
    created.mint = keyOf<Mint>(1);
    created.name = "Na\"me\\ \xf0\x9f\x90\xb8\n\x01";
    created.symbol = "";
    created.uri = "https://x.invalid/\xe2\x80\xae";
    created.creator = keyOf<Wallet>(2);
    created.feeCreator = keyOf<Wallet>(4);
    created.bondingCurve = keyOf<Pubkey>(5);
    created.supply = TokenAmount{kMax};
    created.quoteMint = wrappedSolMint();
    created.reserves = Reserves{1, 2, 3, std::nullopt};
    out.emplace_back("creation, everything known", Event{header(), created});
    TokenCreated bare;
    bare.mint = keyOf<Mint>(1);
    out.emplace_back("creation, nothing known", Event{{}, bare});
    out.emplace_back("graduation", Event{header(), Graduated{keyOf<Mint>(1), Symbol{"pumpfun"}, keyOf<Pubkey>(7)}});
    out.emplace_back("graduation, pool unknown", Event{{}, Graduated{keyOf<Mint>(1), Symbol{}, std::nullopt}});
    LiquidityChange change;
    change.venue = Symbol{"pumpswap"};
    change.pool = keyOf<Pubkey>(7);
    change.mint = keyOf<Mint>(1);
    change.quoteMint = wrappedSolMint();
    change.wallet = keyOf<Wallet>(2);
    change.baseAmount = TokenAmount{kMax};
    change.quoteAmount = TokenAmount{1};
    change.baseDecimals = std::uint8_t{255};
    change.quoteDecimals = std::uint8_t{9};
    change.after = Reserves{5, 6, std::nullopt, 7};
    out.emplace_back("liquidity added", Event{header(), change});
    change.added = false;
    change.after.reset();
    out.emplace_back("liquidity removed", Event{header(), change});
    out.emplace_back("transfer", Event{header(), TokenTransfer{keyOf<Mint>(1), keyOf<Wallet>(2), keyOf<Wallet>(4),
                                                               TokenAmount{kMax}, std::uint8_t{6}}});
    out.emplace_back("SOL transfer",
                     Event{header(), SolTransfer{keyOf<Wallet>(2), keyOf<Wallet>(4), Lamports{kMax}}});
    out.emplace_back(
        "mint", Event{header(), MintTo{keyOf<Mint>(1), keyOf<Wallet>(2), keyOf<Wallet>(4), TokenAmount{kMax}}});
    out.emplace_back("mint, authority unknown",
                     Event{{}, MintTo{keyOf<Mint>(1), keyOf<Wallet>(2), std::nullopt, TokenAmount{1}}});
    out.emplace_back("burn", Event{header(), Burn{keyOf<Mint>(1), keyOf<Wallet>(2), TokenAmount{kMax}}});
    for (const auto kind : {AuthorityKind::MintTokens, AuthorityKind::FreezeAccount, AuthorityKind::AccountOwner,
                            AuthorityKind::CloseAccount, AuthorityKind::Other})
        out.emplace_back(
            "authority given away",
            Event{header(), AuthorityChanged{keyOf<Mint>(1), kind, keyOf<Wallet>(2), keyOf<Wallet>(4)}});
    out.emplace_back(
        "authority renounced",
        Event{{}, AuthorityChanged{keyOf<Mint>(1), AuthorityKind::MintTokens, keyOf<Wallet>(2), std::nullopt}});
    return out;
}

std::string tradeLine() {
    return test::textOf(Event{header(), fullTrade()});
}

}  // namespace

class TestEventJson : public QObject {
    Q_OBJECT

private slots:
    void everyKindReadsBack_data() {
        QTest::addColumn<int>("index");
        const auto all = everyKind();
        for (std::size_t i = 0; i < all.size(); ++i) QTest::addRow("%s (%d)", all[i].first, int(i)) << int(i);
    }
    void everyKindReadsBack() {
        QFETCH(int, index);
        const Event event = everyKind()[std::size_t(index)].second;
        const std::string line = test::textOf(event);
        QVERIFY(line.find('\n') == std::string::npos);
        QVERIFY(Json::accept(line));
        const auto run = read(line);
        QVERIFY2(run.result, run.result ? "" : run.result.error().message().c_str());
        QCOMPARE(run.events.size(), std::size_t{1});
        QCOMPARE(run.events[0].body.index(), event.body.index());
        QCOMPARE(test::textOf(run.events[0]), line);
    }
    void tradeReadsBackFieldByField() {
        const auto run = read(tradeLine());
        const Event& got = run.events[0];
        const EventHeader at = header();
        QVERIFY(got.at.signature == at.signature && got.at.slot == at.slot && got.at.blockTime == at.blockTime);
        QVERIFY(got.at.txIndex == at.txIndex && got.at.path == at.path && !got.at.received);
        const auto& trade = std::get<Trade>(got.body);
        const Trade full = fullTrade();
        QVERIFY(trade.venue == full.venue && trade.program == full.program && trade.pool == full.pool);
        QVERIFY(trade.mint == full.mint && trade.quoteMint == full.quoteMint && trade.wallet == full.wallet);
        QVERIFY(trade.side == full.side && trade.baseAmount == full.baseAmount &&
                trade.quoteAmount == full.quoteAmount);
        QVERIFY(trade.baseDecimals == full.baseDecimals && trade.quoteDecimals == full.quoteDecimals);
        QVERIFY(trade.baseUser == full.baseUser && trade.quoteUser == full.quoteUser &&
                trade.feeQuote == full.feeQuote && trade.route == full.route);
        QVERIFY(trade.after && trade.after->base == full.after->base && trade.after->quote == full.after->quote);
        QVERIFY(trade.after->realBase == full.after->realBase && trade.after->realQuote == full.after->realQuote);
        QVERIFY(trade.creator == full.creator);
    }
    void writesAmountsAsText() {
        const Json json = Json::parse(tradeLine());
        for (const char* name :
             {"base_amount", "quote_amount", "quote_user", "fee_quote", "reserve_base", "real_quote"})
            QVERIFY2(json.at(name).is_string(), name);
        QCOMPARE(json.at("base_amount").get<std::string>(), std::string("18446744073709551615"));
        QVERIFY(json.at("slot").is_number_unsigned());
        QCOMPARE(json.at("type").get<std::string>(), std::string("trade"));
        QCOMPARE(json.at("path").get<std::string>(), std::string("2.1.1"));
        // What is unknown is absent, and a trade of no coins has no price.
        Trade none = fullTrade();
        none.baseAmount = TokenAmount{};
        none.after.reset();
        const Json bare = Json::parse(test::textOf(Event{{}, none}));
        for (const char* name : {"signature", "slot", "block_time", "tx_index", "path", "price", "reserve_base"})
            QVERIFY2(!bare.contains(name), name);
    }
    void readsAmountsAsIntegersToo() {
        Json json = Json::parse(tradeLine());
        json["base_amount"] = kMax;
        json["quote_amount"] = 7;
        json["block_time"] = 1790208000.75;
        const auto run = read(json.dump());
        QVERIFY(run.result);
        QCOMPARE(std::get<Trade>(run.events[0].body).baseAmount.value(), kMax);
        QCOMPARE(std::get<Trade>(run.events[0].body).quoteAmount.value(), std::uint64_t{7});
        QVERIFY(run.events[0].at.blockTime == BlockTime{1'790'208'000});
    }
    void quoteDefaultsToSol() {
        const auto run =
            read(R"({"type":"trade","mint":")" + keyOf<Mint>(1).base58() + R"(","wallet":")" +
                 keyOf<Wallet>(2).base58() + R"(","side":"buy","base_amount":"1","quote_amount":"2"})");
        QVERIFY(run.result);
        const auto& trade = std::get<Trade>(run.events[0].body);
        QVERIFY(trade.quoteMint == wrappedSolMint());
        QVERIFY(trade.quoteDecimals == std::uint8_t{9});
        QVERIFY(!trade.baseDecimals);
        QVERIFY(!trade.after);
    }
    void otherTypesPassBy() {
        for (const char* type : {"authority_frozen", "", "TRADE", "trade "}) {
            const auto run = read(std::string(R"({"type":")") + type + "\"}");
            QVERIFY2(run.result, type);
            QVERIFY(run.events.empty());
            QCOMPARE(run.stats.notices, std::uint64_t{1});
        }
    }
    void impossibleTimesAreCounted() {
        for (const std::int64_t time :
             {std::int64_t{-1}, std::int64_t{0}, std::int64_t{1'577'836'799}, std::int64_t{4'102'444'801},
              std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
            Json json = Json::parse(tradeLine());
            json["block_time"] = time;
            const auto run = read(json.dump());
            QVERIFY(run.events.empty());
            QCOMPARE(run.stats.undecoded.at("bad_value"), std::uint64_t{1});
        }
    }
    void hostileLines_data() {
        QTest::addColumn<QByteArray>("line");
        for (const char* line : {"",
                                 " ",
                                 "null",
                                 "1",
                                 "\"trade\"",
                                 "[]",
                                 "{}",
                                 "{",
                                 "}",
                                 "{\"type\":}",
                                 "{\"type\":5}",
                                 "{\"type\":null}",
                                 "{\"type\":\"trade\"}",
                                 "{\"type\":\"trade\"} x",
                                 "{\"type\":\"trade\"}{}",
                                 "{\"type\":\"token_created\"}",
                                 "{\"type\":\"graduated\"}",
                                 "{\"type\":\"liquidity_added\"}",
                                 "{\"type\":\"token_transfer\"}",
                                 "{'type':'trade'}"})
            QTest::newRow(*line == 0 ? "empty" : line) << QByteArray(line);
        QTest::newRow("zero bytes") << QByteArray(100, '\0');
        QTest::newRow("invalid UTF-8") << QByteArray("{\"type\":\"\xff\"}");
        QTest::newRow("deep") << QByteArray("{\"type\":\"trade\",\"x\":") + QByteArray(10'000, '[') +
                                     QByteArray(10'000, ']') + "}";
        QTest::newRow("deep and open") << QByteArray(1'000'000, '[');
    }
    void hostileLines() {
        QFETCH(QByteArray, line);
        const auto run = read({line.constData(), static_cast<std::size_t>(line.size())});
        QVERIFY(!run.result);
        QVERIFY(run.events.empty());
        std::uint64_t counted = 0;
        for (const auto& [name, count] : run.stats.undecoded) counted += count;
        QCOMPARE(counted, std::uint64_t{1});
    }
    // A member that is damaged makes an error or is unknown; it never becomes another value.
    void damagedMembers_data() { everyKindReadsBack_data(); }
    void damagedMembers() {
        QFETCH(int, index);
        const Event event = everyKind()[std::size_t(index)].second;
        const Json good = Json::parse(test::textOf(event));
        // Damage to these must not pass as "unknown": the event says nothing without them.
        const std::set<std::string> needed{"type",        "mint",         "wallet", "side", "pool",
                                           "base_amount", "quote_amount", "from",   "to",   "amount"};
        const std::vector<Json> replacements{
            nullptr, true, -1, 1.5, "x", "-1", "1 ", "18446744073709551616", Json::array(), Json::object()};
        for (const auto& [key, value] : good.items()) {
            for (std::size_t i = 0; i <= replacements.size(); ++i) {
                const bool removed = i == replacements.size();
                Json json = good;
                if (removed)
                    json.erase(key);
                else
                    json[key] = replacements[i];
                const auto run = read(json.dump());
                const std::string where = key + (removed ? " removed" : " = " + replacements[i].dump());
                if (!run.result || run.events.empty()) continue;
                // Free text is what it is; everything else is as before or unknown.
                const Json got = Json::parse(test::textOf(run.events[0]));
                for (const auto& [name, now] : got.items()) {
                    const bool freeText = name == "name" || name == "symbol" || name == "uri" || name == "venue" ||
                                          name == "route" || name == "authority" ||
                                          (name == "from" && good["type"] == "graduated");
                    const bool defaulted = key == "quote_mint" &&
                                           (name == "quote_mint" || name == "quote_decimals" || name == "price");
                    const bool quoteDecimals =
                        key == "quote_decimals" && (name == "quote_decimals" || name == "price");
                    const bool approximate = name == "block_time" || (name == "price" && key == "base_decimals");
                    if (freeText || defaulted || quoteDecimals || approximate) continue;
                    QVERIFY2(good.contains(name) && good[name] == now, (where + " changed " + name).c_str());
                }
                const bool optionalHere = (key == "pool" && good["type"] == "trade") ||
                                          (key == "to" && good["type"] == "authority_changed") ||
                                          (key == "from" && good["type"] == "graduated");
                if (needed.contains(key) && !optionalHere) QVERIFY2(false, (where + " was taken").c_str());
            }
        }
    }
    void linesCutAtEveryByteAreErrors() {
        const std::string line = tradeLine();
        for (std::size_t size = 0; size < line.size(); ++size)
            QVERIFY(!read(std::string_view(line).substr(0, size)).result);
    }
    void randomEventsReadBack() {
        std::mt19937_64 random(test::printedSeed(14));
        const auto maybe = [&random] { return random() % 2 == 0; };
        const auto amount = [&random] { return random() >> test::below(random, 64); };
        for (int i = 0; i < 2000; ++i) {
            Event event;
            if (maybe()) event.at.slot = Slot{amount()};
            if (maybe())
                event.at.blockTime = BlockTime{1'600'000'000 + std::int64_t(test::below(random, 1'000'000'000))};
            if (maybe()) event.at.txIndex = static_cast<std::uint32_t>(random());
            if (maybe()) event.at.path = EventPath::fromKey(random() & 0xffffffffffffULL);
            Trade trade = fullTrade();
            trade.baseAmount = TokenAmount{amount()};
            trade.quoteAmount = TokenAmount{amount()};
            if (maybe()) trade.quoteUser.reset();
            if (maybe()) trade.baseDecimals = static_cast<std::uint8_t>(random());
            if (maybe()) trade.after = Reserves{amount(), amount(), std::nullopt, std::nullopt};
            if (maybe()) trade.pool.reset();
            event.body = trade;
            const std::string line = test::textOf(event);
            const auto run = read(line);
            QVERIFY2(run.result, run.result ? "" : (run.result.error().message() + '\n' + line).c_str());
            QCOMPARE(test::textOf(run.events.at(0)), line);
        }
    }
};

QTEST_APPLESS_MAIN(TestEventJson)
#include "test_event_json.moc"
