// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base58.h"
#include "core/wire/decoder.h"
#include "tests/support/sample_market.h"
#include "tests/support/venue_run.h"

#include <nlohmann/json.hpp>
#endif

#include <QTest>

#include <map>

using namespace core;
using core::wire::Decoder;
using core::wire::DecodeStats;
using test::Bytes;
using test::keyOf;
using test::SampleTransaction;
using test::TransactionEncoding;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::array kEncodings{TransactionEncoding::Json, TransactionEncoding::JsonParsed,
                                TransactionEncoding::Base64, TransactionEncoding::Base58};
constexpr std::array kEncodingNames{"json", "jsonParsed", "base64", "base58"};

struct Run {
    Result<void> result;
    std::vector<Event> events;
    DecodeStats stats;
    std::size_t pending = 0;
};

Run decodeText(std::string_view text, bool knowPool = false) {
    Decoder decoder;
    if (knowPool)
        decoder.pools().learn(test::kSamplePool,
                              {keyOf<Mint>(1), wrappedSolMint(), std::uint8_t{6}, std::uint8_t{9}});
    Run run;
    run.result = decoder.document(test::PaddedText{text}.view(), run.events);
    run.stats = decoder.stats();
    run.pending = decoder.pending();
    return run;
}
Run decode(const Json& json, bool knowPool = false) {
    return decodeText(json.dump(), knowPool);
}

bool counted(const DecodeStats& stats) {
    for (const auto& [name, count] : stats.undecoded)
        if (count > 0) return true;
    return stats.failedTransactions > 0;
}

// Every member of a document, by pointer; those inside a container after it.
void collect(const Json& node, const Json::json_pointer& at, std::vector<Json::json_pointer>& out) {
    if (!at.empty()) out.push_back(at);
    if (node.is_object())
        for (const auto& [key, value] : node.items()) collect(value, at / key, out);
    if (node.is_array())
        for (std::size_t i = 0; i < node.size(); ++i) collect(node[i], at / i, out);
}

// One of the two trades of sampleMarket(), whatever the header says.
bool isSampleTrade(const Event& event, std::string& why) {
    const auto* trade = std::get_if<Trade>(&event.body);
    if (trade == nullptr) return why = "no trade", false;
    const bool curve = trade->venue.name() == "pumpfun";
    const test::PumpTrade pump;
    const test::SwapTrade swap;
    const auto expect = [&why](bool good, const char* what) {
        if (!good && why.empty()) why = what;
    };
    expect(trade->mint == keyOf<Mint>(curve ? 9 : 1), "mint");
    expect(trade->quoteMint == wrappedSolMint(), "quote mint");
    expect(trade->side == Side::Buy, "side");
    expect(trade->baseAmount.value() == (curve ? pump.tokenAmount : swap.baseAmount), "base amount");
    expect(trade->quoteAmount.value() == (curve ? pump.solAmount : swap.quoteOfPool), "quote amount");
    expect(trade->wallet == pump.user, "wallet");
    expect(!trade->pool || *trade->pool == (curve ? test::kCurve : test::kSamplePool), "pool");
    return why.empty();
}

}  // namespace

class TestTransactionJson : public QObject {
    Q_OBJECT

private slots:
    void everyEncodingSaysTheSame_data() {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<bool>("loaded");
        QTest::addColumn<bool>("lineFirst");
        for (std::size_t i = 0; i < kEncodings.size(); ++i)
            for (const bool loaded : {false, true})
                for (const bool lineFirst : {false, true})
                    QTest::addRow("%s, %s, line %s", kEncodingNames[i], loaded ? "lookup table" : "static keys",
                                  lineFirst ? "before" : "after")
                        << int(i) << loaded << lineFirst;
    }
    void everyEncodingSaysTheSame() {
        QFETCH(int, encoding);
        QFETCH(bool, loaded);
        QFETCH(bool, lineFirst);
        const SampleTransaction transaction = test::sampleMarket(loaded, lineFirst);
        const auto run = decode(transaction.result(kEncodings[std::size_t(encoding)]));
        QVERIFY2(run.result, run.result ? "" : run.result.error().message().c_str());
        QCOMPARE(run.events.size(), std::size_t{2});
        QVERIFY(!counted(run.stats));
        QCOMPARE(run.stats.transactions, std::uint64_t{1});
        QCOMPARE(run.stats.events, std::uint64_t{2});
        const char* paths[] = {"1.1", "2.3"};
        for (std::size_t i = 0; i < 2; ++i) {
            const EventHeader& at = run.events[i].at;
            QVERIFY(at.signature == transaction.signature);
            QVERIFY(at.slot == Slot{transaction.slot});
            QVERIFY(at.blockTime == BlockTime{*transaction.blockTime});
            QVERIFY(!at.txIndex);
            QCOMPARE(at.path->text(), std::string(paths[i]));
            std::string why;
            QVERIFY2(isSampleTrade(run.events[i], why), why.c_str());
        }
        const auto& curve = std::get<Trade>(run.events[0].body);
        const auto& swap = std::get<Trade>(run.events[1].body);
        QVERIFY(curve.pool == test::kCurve);
        QVERIFY(curve.program == wire::programOf(test::pumpFun()));
        QVERIFY(curve.route.empty());
        QVERIFY(swap.pool == test::kSamplePool);
        QVERIFY(swap.program == wire::programOf(test::pumpSwap()));
        QCOMPARE(swap.route.name(), std::string_view("jupiter"));
        QVERIFY(swap.baseDecimals == std::uint8_t{6});
    }
    void logAloneAndInstructionsAloneSayTheSame() {
        for (const auto encoding : kEncodings)
            for (const bool lineFirst : {false, true}) {
                SampleTransaction transaction = test::sampleMarket(true, lineFirst);
                const auto whole = decode(transaction.result(encoding));
                transaction.withLogs = false;
                QCOMPARE(test::textOf(decode(transaction.result(encoding)).events), test::textOf(whole.events));
                transaction.withLogs = true;
                transaction.withInner = false;
                const auto logs = decode(transaction.result(encoding), true);
                QCOMPARE(logs.events.size(), std::size_t{2});
                for (std::size_t i = 0; i < 2; ++i) QVERIFY(logs.events[i].at.path == whole.events[i].at.path);
            }
    }
    void failedTransactionsGiveNone() {
        for (const auto encoding : kEncodings) {
            SampleTransaction transaction = test::sampleMarket();
            transaction.failed = true;
            const auto run = decode(transaction.result(encoding));
            QVERIFY(run.result);
            QVERIFY(run.events.empty());
            QCOMPARE(run.stats.failedTransactions, std::uint64_t{1});
            QCOMPARE(run.pending, std::size_t{0});
            Json json = transaction.result(encoding);
            json["meta"]["err"] = "AccountInUse";
            QVERIFY(decode(json).events.empty());
        }
    }
    void unresolvedLookupTablesAreNamed() {
        for (const auto encoding :
             {TransactionEncoding::Json, TransactionEncoding::Base64, TransactionEncoding::Base58}) {
            Json json = test::sampleMarket(true).result(encoding);
            json["meta"].erase("loadedAddresses");
            const auto run = decode(json);
            QVERIFY(!run.result);
            QCOMPARE(int(run.result.error().code), int(ErrorCode::BadShape));
            QVERIFY2(run.result.error().context.find("past the keys") != std::string::npos,
                     run.result.error().context.c_str());
            QVERIFY(run.events.empty());
            QCOMPARE(run.stats.undecoded.at("bad_shape"), std::uint64_t{1});
        }
    }
    void withoutStackHeightsTheVenueStillNamesItsPool() {
        // Before 2022 nodes did not say stack heights: the router must not be taken for the emitter.
        for (const bool withLogs : {true, false})
            for (const auto encoding : {TransactionEncoding::Json, TransactionEncoding::JsonParsed}) {
                SampleTransaction transaction{keyOf<Wallet>(2)};
                transaction.withStackHeight = false;
                transaction.withLogs = withLogs;
                const std::vector<Pubkey> routed{keyOf<Pubkey>(90), keyOf<Pubkey>(91), keyOf<Pubkey>(92),
                                                 keyOf<Pubkey>(93)};
                test::PumpTrade first;
                test::PumpTrade second;
                second.tokenAmount += 1;
                transaction.call(test::kJupiter, routed, {}, [&] {
                    test::pumpBuy(transaction, first);
                    test::pumpBuy(transaction, second);
                });
                const auto run = decode(transaction.result(encoding));
                QCOMPARE(run.events.size(), std::size_t{2});
                for (const Event& event : run.events) {
                    const auto& trade = std::get<Trade>(event.body);
                    QVERIFY2(trade.pool == test::kCurve, test::textOf(event).c_str());
                    QCOMPARE(trade.route.name(), std::string_view("jupiter"));
                }
            }
    }

    void eventsAreCountedOnce() {
        const auto& authority = wire::eventAuthorityOf(test::pumpFun());
        const auto& program = wire::programOf(test::pumpFun());
        // The same bytes twice in one call are two events, each in the log and as a self-CPI.
        SampleTransaction transaction{keyOf<Wallet>(2)};
        const Bytes payload = test::PumpTrade{}.bytes();
        transaction.call(program, {}, {}, [&] {
            transaction.emitEvent(payload, authority);
            transaction.emitEvent(payload, authority);
        });
        const auto run = decode(transaction.result(TransactionEncoding::Json));
        QCOMPARE(run.events.size(), std::size_t{2});
        QCOMPARE(run.events[0].at.path->text(), std::string("0.0"));
        QCOMPARE(run.events[1].at.path->text(), std::string("0.1"));
        // A line more than there are self-CPIs is an event of its own, with a path of its own.
        SampleTransaction third{keyOf<Wallet>(2)};
        third.call(program, {}, {}, [&] {
            third.emitEvent(payload, authority);
            third.data(payload);
        });
        const auto extra = decode(third.result(TransactionEncoding::Json));
        QCOMPARE(extra.events.size(), std::size_t{2});
        QVERIFY(!(extra.events[0].at.path == extra.events[1].at.path));
    }
    void cutLogsAreMadeUpByInstructions() {
        SampleTransaction transaction{keyOf<Wallet>(2)};
        transaction.line("Log truncated");
        test::pumpBuy(transaction, test::PumpTrade{});
        const auto run = decode(transaction.result(TransactionEncoding::Json));
        QCOMPARE(run.events.size(), std::size_t{1});
        QVERIFY(!counted(run.stats));
        transaction.withInner = false;
        const auto lost = decode(transaction.result(TransactionEncoding::Json));
        QVERIFY(lost.events.empty());
        QCOMPARE(lost.stats.undecoded.at("log_truncated"), std::uint64_t{1});
    }

    void fakesGiveNone_data() {
        QTest::addColumn<int>("fake");
        const char* names[] = {"printed by another program",
                               "tagged call of another program",
                               "foreign caller and foreign account",
                               "foreign caller, authority among others",
                               "top level",
                               "no account",
                               "printed in text",
                               "without the tag"};
        for (int i = 0; i < 8; ++i) QTest::newRow(names[i]) << i;
    }
    void fakesGiveNone() {
        QFETCH(int, fake);
        const auto& pump = wire::programOf(test::pumpFun());
        const auto& authority = wire::eventAuthorityOf(test::pumpFun());
        const Pubkey crook = keyOf<Pubkey>(66);
        const Bytes payload = test::PumpTrade{}.bytes();
        const Bytes tagged = test::BorshWriter("e445a52e51cb9a1d").raw(payload).bytes();
        SampleTransaction transaction{keyOf<Wallet>(2)};
        transaction.call(crook, {pump}, {1}, [&] {
            switch (fake) {
                case 0: transaction.data(payload); break;
                case 1: transaction.call(crook, {authority}, tagged); break;
                case 2: transaction.call(pump, {crook}, tagged); break;
                case 3: transaction.call(pump, {authority, crook}, tagged); break;
                case 4: break;
                case 5: transaction.call(pump, {}, tagged); break;
                case 6:
                    transaction.line("Program log: x\nProgram " + pump.base58() + " invoke [2]");
                    transaction.line("Program log: Program data: " + transaction.logs().back());
                    break;
                default: transaction.call(pump, {authority}, payload); break;
            }
        });
        if (fake == 4) transaction.call(pump, {authority}, tagged);
        for (const auto encoding : kEncodings) {
            const auto run = decode(transaction.result(encoding));
            QVERIFY2(run.result, run.result ? "" : run.result.error().message().c_str());
            QVERIFY2(run.events.empty(), test::textOf(run.events).c_str());
        }
        Decoder decoder;
        std::vector<Event> out;
        QVERIFY(decoder.websocket(test::PaddedText{transaction.notification().dump()}.view(), RecvTime{1}, out));
        QVERIFY(out.empty());
    }
    void undecodableInstructionDataIsCounted() {
        Json json = test::sampleMarket().result(TransactionEncoding::Json);
        json["meta"]["logMessages"] = nullptr;
        json["meta"]["innerInstructions"][0]["instructions"][1]["data"] = "0OIl";
        const auto run = decode(json);
        QCOMPARE(run.events.size(), std::size_t{1});
        QCOMPARE(run.stats.undecoded.at("bad_encoding"), std::uint64_t{1});
    }
    void unknownEventsAreCountedByName() {
        const auto& authority = wire::eventAuthorityOf(test::pumpFun());
        SampleTransaction transaction{keyOf<Wallet>(2)};
        transaction.call(wire::programOf(test::pumpFun()), {}, {}, [&] {
            transaction.emitEvent(test::BorshWriter("0102030405060708").u64(1).bytes(), authority);
            transaction.emitEvent(test::PumpTrade{}.bytes(), authority);
            Bytes cut = test::PumpTrade{}.bytes();
            cut.resize(100);
            transaction.emitEvent(cut, authority);
        });
        const auto run = decode(transaction.result(TransactionEncoding::Json));
        QVERIFY(run.result);
        QCOMPARE(run.events.size(), std::size_t{1});
        QCOMPARE(run.stats.undecoded.at("bad_discriminator"), std::uint64_t{1});
        QCOMPARE(run.stats.undecoded.at("truncated"), std::uint64_t{1});
    }

    // Each member in turn becomes something else or goes away. Whatever comes of it, no trade may differ from
    // the two that happened, and where a type is wrong nothing may be lost without being counted.
    void damagedMembers_data() {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QString>("parts");
        for (std::size_t i = 0; i < kEncodings.size(); ++i)
            for (const char* parts : {"log and instructions", "log", "instructions"})
                QTest::addRow("%s, %s", kEncodingNames[i], parts) << int(i) << parts;
    }
    void damagedMembers() {
        QFETCH(int, encoding);
        QFETCH(QString, parts);
        SampleTransaction transaction = test::sampleMarket(true);
        transaction.withLogs = parts != "instructions";
        transaction.withInner = parts != "log";
        const Json good = transaction.result(kEncodings[std::size_t(encoding)]);
        const bool knowPool = !transaction.withInner;
        QCOMPARE(decode(good, knowPool).events.size(), std::size_t{2});
        std::vector<Json::json_pointer> members;
        collect(good, Json::json_pointer{}, members);
        QVERIFY(members.size() > 50);
        // No replacement is a value that the member could really have.
        const std::vector<Json> replacements{nullptr,
                                             true,
                                             -1,
                                             1'000'000'000,
                                             1.5,
                                             18'446'744'073'709'551'615ULL,
                                             "x",
                                             Json::array(),
                                             Json::object(),
                                             Json::array({Json::array()})};
        for (const auto& member : members) {
            for (std::size_t i = 0; i <= replacements.size(); ++i) {
                Json json = good;
                const Json original = good.at(member);
                const bool removed = i == replacements.size();
                if (removed) {
                    Json& parent = json.at(member.parent_pointer());
                    if (parent.is_array())
                        parent.erase(std::stoul(member.back()));
                    else
                        parent.erase(member.back());
                } else {
                    json.at(member) = replacements[i];
                }
                const auto run = decode(json, knowPool);
                const std::string where = member.to_string() +
                                          (removed ? " removed" : " = " + replacements[i].dump()) + '\n' +
                                          test::textOf(run.events);
                // Keys that move to other indexes name other accounts: that is another transaction, not a
                // damaged one.
                const std::string path = member.to_string();
                const bool shifted = (removed && (path.find("/accountKeys/") != std::string::npos ||
                                                  path.find("/accounts/") != std::string::npos ||
                                                  path.find("/loadedAddresses/") != std::string::npos)) ||
                                     (path.find("/loadedAddresses/") != std::string::npos && !removed &&
                                      replacements[i].is_array() && replacements[i].empty());
                std::string why;
                if (!shifted)
                    for (const Event& event : run.events)
                        QVERIFY2(isSampleTrade(event, why), (where + why).c_str());
                QVERIFY2(run.events.size() <= 2, where.c_str());
                if (!run.result) QVERIFY2(run.events.empty() && counted(run.stats), where.c_str());
                // Null and empty lists are how nodes say that there is nothing.
                const bool wrongType = !removed && !replacements[i].is_null() &&
                                       replacements[i].type_name() != std::string(original.type_name()) &&
                                       !(original.is_null() || replacements[i].empty());
                if (wrongType && run.result && run.events.size() < 2) QVERIFY2(counted(run.stats), where.c_str());
            }
        }
    }
    void documentsCutAtEveryByteAreErrors() {
        for (const auto encoding : {TransactionEncoding::Json, TransactionEncoding::Base64}) {
            const std::string text = test::sampleMarket().result(encoding).dump();
            Decoder decoder;
            for (std::size_t size = 0; size < text.size(); ++size) {
                std::vector<Event> out;
                const auto result =
                    decoder.document(test::PaddedText{std::string_view(text).substr(0, size)}.view(), out);
                QVERIFY2(!result, qPrintable(QString::number(size)));
                QVERIFY(out.empty());
            }
            QCOMPARE(decoder.stats().events, std::uint64_t{0});
            QCOMPARE(decoder.stats().undecoded.at("bad_json"), text.size());
            // A decoder that has seen all this still works.
            std::vector<Event> out;
            QVERIFY(decoder.document(test::PaddedText{text}.view(), out));
            QCOMPARE(out.size(), std::size_t{2});
        }
    }
    void deepNesting() {
        for (const char* open : {"[", "{\"a\":"}) {
            const char* close = *open == '[' ? "]" : "}";
            for (const int depth : {17, 500, 10'000, 1'000'000}) {
                std::string text;
                for (int i = 0; i < depth; ++i) text += open;
                text += "1";
                for (int i = 0; i < depth; ++i) text += close;
                const auto run = decodeText(text);
                QVERIFY(!run.result);
                QCOMPARE(int(run.result.error().code),
                         int(depth >= 10'000 ? ErrorCode::TooDeep : ErrorCode::BadShape));
                // The same inside a member of a transaction.
                Json json = test::sampleMarket().result(TransactionEncoding::Json);
                json["meta"]["rewards"] = "@";
                std::string inside = json.dump();
                inside.replace(inside.find("\"@\""), 3, text);
                const auto hidden = decodeText(inside);
                QCOMPARE(hidden.events.size(), depth >= 10'000 ? std::size_t{0} : std::size_t{2});
                QCOMPARE(hidden.result.has_value(), depth < 10'000);
            }
        }
    }
    void findsTransactionsWhereverTheyAre() {
        const Json result = test::sampleMarket().result(TransactionEncoding::Json);
        const std::vector<Json> documents{
            result, Json::array({result}), Json{{"jsonrpc", "2.0"}, {"id", 1}, {"result", result}},
            Json::array({Json{{"id", 1}, {"result", result}}, Json{{"id", 2}, {"result", nullptr}}}),
            Json{{"data", {{"items", {{{"tx", result}}}}}}}};
        for (const Json& document : documents) QCOMPARE(decode(document).events.size(), std::size_t{2});
        for (const char* text : {"null", "1", "\"x\"", "[]", "{}", "[{}]", "{\"result\":null}"}) {
            const auto run = decodeText(text);
            QVERIFY(!run.result);
            QCOMPARE(int(run.result.error().code), int(ErrorCode::BadShape));
        }
    }
    void oneBrokenTransactionDoesNotCostTheOthers() {
        const Json good = test::sampleMarket().result(TransactionEncoding::Json);
        Json bad = good;
        bad["transaction"]["message"]["accountKeys"][1] = "x";
        Json slotless = good;
        for (const char* member : {"slot", "blockTime"}) slotless.erase(member);
        const Json list = Json::array({good, bad, good});
        const auto run = decode(list);
        QVERIFY(!run.result);
        QCOMPARE(run.events.size(), std::size_t{4});
        QCOMPARE(run.stats.undecoded.at("bad_encoding"), std::uint64_t{1});

        const Json block{{"blockhash", keyOf<Pubkey>(1).base58()},
                         {"parentSlot", 4},
                         {"blockTime", 1'790'208'055},
                         {"transactions", {slotless, bad, slotless}}};
        const auto whole = decode(block);
        QVERIFY(whole.result);
        QCOMPARE(whole.events.size(), std::size_t{4});
        QVERIFY(whole.events[0].at.txIndex == 0U);
        QVERIFY(whole.events[2].at.txIndex == 2U);
        QVERIFY(whole.events[2].at.blockTime == BlockTime{1'790'208'055});
        QCOMPARE(whole.stats.undecoded.at("bad_encoding"), std::uint64_t{1});
    }
    void hugeListsAreRefused() {
        Json json = test::sampleMarket().result(TransactionEncoding::Json);
        Json keys = json;
        for (int i = 0; i < 300; ++i)
            keys["transaction"]["message"]["accountKeys"].push_back(keyOf<Pubkey>(1).base58());
        QCOMPARE(int(decode(keys).result.error().code), int(ErrorCode::TooLarge));
        Json instructions = json;
        const Json one = json["transaction"]["message"]["instructions"][0];
        for (int i = 0; i < 5000; ++i) instructions["transaction"]["message"]["instructions"].push_back(one);
        QCOMPARE(int(decode(instructions).result.error().code), int(ErrorCode::TooLarge));
        Json logs = json;
        for (int i = 0; i < 70'000; ++i) logs["meta"]["logMessages"].push_back("x");
        QCOMPARE(int(decode(logs).result.error().code), int(ErrorCode::TooLarge));
        for (const Json& each : {keys, instructions, logs}) QVERIFY(decode(each).events.empty());
    }
    void largestBalances() {
        Json json = test::sampleMarket().result(TransactionEncoding::Json);
        auto& amount = json["meta"]["postTokenBalances"][0]["uiTokenAmount"]["amount"];
        amount = "18446744073709551615";
        QCOMPARE(decode(json).events.size(), std::size_t{2});
        amount = "18446744073709551616";
        QCOMPARE(int(decode(json).result.error().code), int(ErrorCode::Overflow));
        amount = "-1";
        QVERIFY(!decode(json).result);
    }
};

QTEST_APPLESS_MAIN(TestTransactionJson)
#include "test_transaction_json.moc"
