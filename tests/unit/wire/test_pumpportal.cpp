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

using namespace core;
using core::wire::Decoder;
using Json = nlohmann::ordered_json;

namespace {

const std::string kSignature = test::keyOf<Signature>(90).base58();
const std::string kMint = test::keyOf<Mint>(1).base58();
const std::string kTrader = test::keyOf<Wallet>(2).base58();
const std::string kCurve = test::keyOf<Pubkey>(5).base58();
const std::string kUsdc = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";

struct Run {
    Result<void> result;
    std::vector<Event> events;
    wire::DecodeStats stats;
};

Run decode(const std::string& text) {
    Decoder decoder;
    Run run;
    run.result = decoder.websocket(test::PaddedText{text}.view(), RecvTime{77}, run.events);
    run.stats = decoder.stats();
    return run;
}

// Amounts keep their text: a JSON library would make doubles of them.
std::string frame(const std::string& kind, const std::string& amounts, const std::string& mint = kMint) {
    return "{\"signature\":\"" + kSignature + "\",\"mint\":\"" + mint + "\",\"traderPublicKey\":\"" + kTrader +
           "\",\"txType\":\"" + kind + "\"," + amounts + ",\"bondingCurveKey\":\"" + kCurve +
           "\",\"pool\":\"pump\"}";
}
std::string create(const std::string& initialBuy = "32425292.22108698", const std::string& sol = "0.935643564") {
    return frame(
        "create",
        "\"initialBuy\":" + initialBuy + ",\"solAmount\":" + sol +
            ",\"vTokensInBondingCurve\":1040574707.77891302,\"vSolInBondingCurve\":30.935643564,"
            "\"marketCapSol\":29.73,\"name\":\"Sample\",\"symbol\":\"SMPL\",\"uri\":\"https://x.invalid/m\","
            "\"is_mayhem_mode\":false");
}
std::string trade(const std::string& kind, const std::string& tokens = "1234.5", const std::string& sol = "0.25") {
    return frame(kind,
                 "\"tokenAmount\":" + tokens + ",\"solAmount\":" + sol +
                     ",\"newTokenBalance\":9,\"vTokensInBondingCurve\":1000000000,\"vSolInBondingCurve\":32.19,"
                     "\"marketCapSol\":29.73");
}

}  // namespace

class TestPumpPortal : public QObject {
    Q_OBJECT

private slots:
    void createTellsACoinAndItsFirstBuy() {
        const auto run = decode(create());
        QVERIFY2(run.result, run.result ? "" : run.result.error().message().c_str());
        QCOMPARE(run.events.size(), std::size_t{2});
        for (const Event& event : run.events) {
            QCOMPARE(event.at.signature->base58(), kSignature);
            QVERIFY(event.at.received == RecvTime{77});
            // The feed carries none of these; they stay unknown.
            QVERIFY(!event.at.slot);
            QVERIFY(!event.at.blockTime);
            QVERIFY(!event.at.txIndex);
            QVERIFY(!event.at.path);
        }
        const auto& created = std::get<TokenCreated>(run.events[0].body);
        QCOMPARE(created.venue.name(), std::string_view("pumpfun"));
        QCOMPARE(created.mint.base58(), kMint);
        QCOMPARE(created.name, std::string("Sample"));
        QCOMPARE(created.symbol, std::string("SMPL"));
        QCOMPARE(created.uri, std::string("https://x.invalid/m"));
        QCOMPARE(created.creator->base58(), kTrader);
        QCOMPARE(created.bondingCurve->base58(), kCurve);
        const auto& buy = std::get<Trade>(run.events[1].body);
        QVERIFY(buy.side == Side::Buy);
        QCOMPARE(buy.wallet.base58(), kTrader);
        QCOMPARE(buy.pool->base58(), kCurve);
        QVERIFY(buy.quoteMint == wrappedSolMint());
        // More decimals than the coin has, and more digits than a double holds.
        QCOMPARE(buy.baseAmount.value(), std::uint64_t{32'425'292'221'087});
        QCOMPARE(buy.quoteAmount.value(), std::uint64_t{935'643'564});
        QCOMPARE(buy.after->base, std::uint64_t{1'040'574'707'778'913});
        QCOMPARE(buy.after->quote, std::uint64_t{30'935'643'564});
        QVERIFY(buy.baseDecimals == std::uint8_t{6});
        QVERIFY(buy.quoteDecimals == std::uint8_t{9});
    }
    void createWithoutABuy() {
        const auto run = decode(create("0", "0"));
        QCOMPARE(run.events.size(), std::size_t{1});
        QVERIFY(std::holds_alternative<TokenCreated>(run.events[0].body));
    }
    void createOnBonk() {
        const auto run = decode("{\"signature\":\"" + kSignature + "\",\"traderPublicKey\":\"" + kTrader +
                                "\",\"txType\":\"create\",\"mint\":\"" + kMint +
                                "\",\"solInPool\":1.5,\"tokensInPool\":1000,\"initialBuy\":5.5,\"solAmount\":1,"
                                "\"newTokenBalance\":5.5,\"marketCapSol\":30,\"name\":\"B\",\"symbol\":\"B\","
                                "\"uri\":\"\",\"pool\":\"bonk\"}");
        QVERIFY(run.result);
        QCOMPARE(run.events.size(), std::size_t{2});
        QCOMPARE(std::get<TokenCreated>(run.events[0].body).venue.name(), std::string_view("raydium_launchlab"));
        QVERIFY(!std::get<TokenCreated>(run.events[0].body).bondingCurve);
        const auto& buy = std::get<Trade>(run.events[1].body);
        QCOMPARE(buy.venue.name(), std::string_view("raydium_launchlab"));
        QCOMPARE(buy.baseAmount.value(), std::uint64_t{5'500'000});
        QVERIFY(!buy.after);
    }
    void migrate() {
        const auto run = decode("{\"signature\":\"" + kSignature + "\",\"mint\":\"" + kMint +
                                "\",\"txType\":\"migrate\",\"pool\":\"pump-amm\"}");
        QVERIFY(run.result);
        QCOMPARE(run.events.size(), std::size_t{1});
        const auto& graduated = std::get<Graduated>(run.events[0].body);
        QCOMPARE(graduated.mint.base58(), kMint);
        QVERIFY(!graduated.toPool);
    }
    void buyAndSell() {
        for (const char* kind : {"buy", "sell"}) {
            const auto run = decode(trade(kind));
            QVERIFY(run.result);
            QCOMPARE(run.events.size(), std::size_t{1});
            const auto& got = std::get<Trade>(run.events[0].body);
            QVERIFY(got.side == (*kind == 'b' ? Side::Buy : Side::Sell));
            QCOMPARE(got.baseAmount.value(), std::uint64_t{1'234'500'000});
            QCOMPARE(got.quoteAmount.value(), std::uint64_t{250'000'000});
            QCOMPARE(got.after->quote, std::uint64_t{32'190'000'000});
        }
    }
    void amounts_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint64>("raw");
        QTest::newRow("integer") << QByteArray("7") << quint64{7'000'000};
        QTest::newRow("more than 53 bits") << QByteArray("9007199254.740993") << quint64{9'007'199'254'740'993};
        QTest::newRow("exponent") << QByteArray("1.5e-5") << quint64{15};
        QTest::newRow("half a unit") << QByteArray("0.0000005") << quint64{1};
        QTest::newRow("largest") << QByteArray("18446744073709.551615") << quint64{18'446'744'073'709'551'615ULL};
        QTest::newRow("zero") << QByteArray("0.0") << quint64{0};
    }
    void amounts() {
        QFETCH(QByteArray, text);
        QFETCH(quint64, raw);
        const auto run = decode(trade("buy", text.toStdString()));
        QVERIFY2(run.result, run.result ? "" : run.result.error().message().c_str());
        QCOMPARE(quint64{std::get<Trade>(run.events[0].body).baseAmount.value()}, raw);
    }
    void acknowledgementsAreNotices() {
        for (const char* text : {"{\"message\":\"Successfully subscribed to token creation events.\"}",
                                 "{\"message\":\"Subscribed to 'migration' events.\"}"}) {
            const auto run = decode(text);
            QVERIFY(run.result);
            QVERIFY(run.events.empty());
            QCOMPARE(run.stats.notices, std::uint64_t{1});
        }
    }
    void errorsOfTheServiceAreTold() {
        const auto run = decode("{\"errors\":\"only \\u202e with\\u0007 a key \\\"x\\\"\"}");
        QVERIFY(!run.result);
        QCOMPARE(int(run.result.error().code), int(ErrorCode::Remote));
        QCOMPARE(run.result.error().context, std::string("server said: only  with a key \"x\""));
        QCOMPARE(run.stats.undecoded.at("remote"), std::uint64_t{1});
        const auto longer = decode("{\"errors\":\"" + std::string(100'000, 'e') + "\"}");
        QVERIFY(longer.result.error().context.size() < 300);
    }
    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const std::string& text, ErrorCode code) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << int(code);
        };
        row("create of USDC", frame("create", "\"initialBuy\":1,\"solAmount\":1", kUsdc), ErrorCode::BadValue);
        row("buy of wSOL", frame("buy", "\"tokenAmount\":1,\"solAmount\":1", wrappedSolMint().base58()),
            ErrorCode::BadValue);
        row("unknown type", frame("burn", "\"tokenAmount\":1,\"solAmount\":1"), ErrorCode::BadShape);
        row("type of another type", "{\"txType\":5}", ErrorCode::BadShape);
        row("nothing", "{}", ErrorCode::BadShape);
        row("array", "[]", ErrorCode::BadJson);
        row("mint too short", frame("buy", "\"tokenAmount\":1,\"solAmount\":1", "abc"), ErrorCode::BadEncoding);
        row("no amount", frame("buy", "\"solAmount\":1"), ErrorCode::BadValue);
        row("no SOL", frame("buy", "\"tokenAmount\":1"), ErrorCode::BadShape);
        row("create without SOL", frame("create", "\"initialBuy\":1"), ErrorCode::BadShape);
        for (const char* bad : {"null", "\"1\"", "-1", "true", "{}", "[1]", "{\"a\":{\"b\":1}}"})
            row((std::string("amount ") + bad).c_str(), trade("buy", bad), ErrorCode::BadValue);
        row("amount past 64 bits", trade("buy", "18446744073709.551616"), ErrorCode::Overflow);
        row("SOL past 64 bits", trade("sell", "1", "1e300"), ErrorCode::Overflow);
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto run = decode(text.toStdString());
        QVERIFY(!run.result);
        QCOMPARE(int(run.result.error().code), code);
        QVERIFY(run.events.empty());
        QCOMPARE(run.stats.undecoded.at(std::string(errorName(ErrorCode(code)))), std::uint64_t{1});
    }
    void hostileNamesStayRaw() {
        const auto run = decode(frame("create",
                                      "\"initialBuy\":1,\"solAmount\":1,\"name\":\"\\u202eEPEP\\u0000\\n\","
                                      "\"symbol\":{\"deep\":[1]},\"uri\":7"));
        QVERIFY(run.result);
        const auto& created = std::get<TokenCreated>(run.events[0].body);
        QCOMPARE(created.name, std::string("\xe2\x80\xae"
                                           "EPEP\0\n",
                                           9));
        QCOMPARE(created.symbol, std::string());
        QCOMPARE(created.uri, std::string());
    }
    void damagedMembersNeverChangeAmounts() {
        const std::vector<std::string> replacements{"null", "true", "-1", "\"x\"", "[]", "{}", "1e999"};
        for (const std::string& good : {create(), trade("buy"), trade("sell")}) {
            const Json parsed = Json::parse(good);
            const auto whole = decode(good);
            for (const auto& [key, value] : parsed.items()) {
                const std::string name = "\"" + key + "\":";
                const std::size_t from = good.find(name) + name.size();
                const std::size_t to =
                    good.find_first_of(",}", good[from] == '"' ? good.find('"', from + 1) : from);
                for (const std::string& replacement : replacements) {
                    const auto run = decode(good.substr(0, from) + replacement + good.substr(to));
                    if (!run.result) QVERIFY(run.events.empty());
                    for (const Event& event : run.events) {
                        const auto* got = std::get_if<Trade>(&event.body);
                        if (got == nullptr) continue;
                        const auto& expected = std::get<Trade>(whole.events.back().body);
                        QVERIFY2(got->baseAmount == expected.baseAmount &&
                                     got->quoteAmount == expected.quoteAmount && got->mint == expected.mint &&
                                     got->side == expected.side && got->wallet == expected.wallet,
                                 (key + " = " + replacement).c_str());
                    }
                }
            }
        }
    }
    void framesCutAtEveryByteAreErrors() {
        for (const std::string& good : {create(), trade("sell")})
            for (std::size_t size = 0; size < good.size(); ++size) {
                const auto run = decode(good.substr(0, size));
                QVERIFY2(!run.result, good.substr(0, size).c_str());
                QVERIFY(run.events.empty());
            }
    }
};

QTEST_APPLESS_MAIN(TestPumpPortal)
#include "test_pumpportal.moc"
