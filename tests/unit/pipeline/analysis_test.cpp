// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/analysis.h"
#include "core/pipeline/recording.h"
#include "core/store/cold_file.h"
#include "core/wire/event_json.h"
#include "tests/support/archive.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_frames.h"

#include <nlohmann/json.hpp>
#endif

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>

using core::pipeline::AnalysisOptions;
using core::pipeline::analyze;
using nlohmann::json;

namespace {

const std::vector<core::sim::SimTransaction>& stretch() {
    static const auto kStretch = [] {
        core::sim::MarketOptions options;
        options.scenario = "busy";
        options.tradesPerSecond = 60;
        options.durationSeconds = 80;
        return test::simTransactions(options);
    }();
    return kStretch;
}

using FrameMaker = core::source::Frame (*)(const core::sim::SimTransaction&);

std::string capture(const std::vector<std::size_t>& order, FrameMaker make, int copies = 1) {
    std::string out = test::kCaptureHeader + "\n";
    for (const std::size_t index : order)
        for (int copy = 0; copy < copies; ++copy) out += test::captureLine(make(stretch()[index])) + "\n";
    return out;
}

std::vector<std::size_t> inOrder() {
    std::vector<std::size_t> out(stretch().size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

// Another arrival inside each slot, the slots in order.
std::vector<std::size_t> jittered(std::mt19937_64& random) {
    auto out = inOrder();
    for (std::size_t begin = 0; begin < out.size();) {
        std::size_t end = begin;
        while (end < out.size() && stretch()[end].slot == stretch()[begin].slot) ++end;
        std::shuffle(out.begin() + static_cast<std::ptrdiff_t>(begin),
                     out.begin() + static_cast<std::ptrdiff_t>(end), random);
        begin = end;
    }
    return out;
}

// What a node says of the order in each slot, right or turned round.
std::string orders(bool right) {
    std::map<std::uint64_t, std::vector<std::string>> bySlot;
    for (const auto& each : stretch()) bySlot[each.slot].push_back(each.signature);
    std::string out;
    for (auto& [slot, signatures] : bySlot) {
        if (!right) std::reverse(signatures.begin(), signatures.end());
        const json exchange{{"request", {{"method", "getBlock"}, {"params", {slot}}}},
                            {"response", {{"result", {{"signatures", signatures}}}}}};
        out += test::captureLine({core::RecvTime{1}, core::source::Channel::Http, exchange.dump()}) + "\n";
    }
    return out;
}

// What the analysis says of the market, without what it says of the file.
std::string withoutInput(const std::string& text) {
    const auto begin = text.find("\"input\"");
    const auto end = text.find("\"tokens\"");
    return text.substr(0, begin) + text.substr(end);
}

}  // namespace

class AnalysisTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;

    std::filesystem::path file(const std::string& bytes) {
        const auto path = std::filesystem::path(m_dir.path().toStdString()) / ("in" + std::to_string(++m_files));
        test::writeFile(path, bytes);
        return path;
    }
    std::string analysed(const std::vector<std::string>& inputs, std::optional<std::uint64_t> asOf = std::nullopt) {
        AnalysisOptions options;
        for (const std::string& input : inputs) options.inputs.push_back(file(input));
        options.asOfSlot = asOf;
        std::string out;
        const auto summary = analyze(options, out);
        return summary ? out : "failed: " + summary.error().message();
    }

private slots:
    void arrivalInsideASlotDoesNotMatter_data() {
        QTest::addColumn<bool>("logs");
        QTest::newRow("notifications") << true;
        QTest::newRow("whole transactions") << false;
    }
    void arrivalInsideASlotDoesNotMatter() {
        QFETCH(bool, logs);
        const FrameMaker make = logs ? &test::logsFrame : &test::httpFrame;
        auto random = test::seeded("jitter");
        const std::string expected = analysed({capture(inOrder(), make)});
        QVERIFY2(expected.find("dev_dump") != std::string::npos, expected.substr(0, 300).c_str());
        for (int round = 0; round < 4; ++round) QCOMPARE(analysed({capture(jittered(random), make)}), expected);
        // Nor does packing, nor that the file comes in two.
        QCOMPARE(analysed({test::pack(capture(inOrder(), make), test::Packing::Zstd)}), expected);
        auto first = inOrder();
        std::vector<std::size_t> second(first.begin() + static_cast<std::ptrdiff_t>(first.size() / 2), first.end());
        first.resize(first.size() / 2);
        QCOMPARE(analysed({capture(second, make), capture(first, make)}), expected);
    }

    void signaturesOfBlocksTellTheOrder() {
        auto random = test::seeded("block order");
        const std::string plain = capture(inOrder(), &test::logsFrame);
        const std::string expected = analysed({plain + orders(true)});
        const std::string head = test::kCaptureHeader + "\n";
        QCOMPARE(withoutInput(analysed(
                     {head + orders(true) + capture(jittered(random), &test::logsFrame).substr(head.size())})),
                 withoutInput(expected));
        QVERIFY(withoutInput(analysed({plain + orders(false)})) != withoutInput(expected));
    }

    // With hardly any memory for coins, everything that is idle for a moment lies in a file; the result is the same
    // to the byte.
    void littleMemoryGivesTheSameFile() {
        core::sim::MarketOptions market;
        market.scenario = "mixed";
        market.tradesPerSecond = 20;
        market.durationSeconds = 400;
        std::string frames = test::kCaptureHeader + "\n";
        for (const auto& transaction : test::simTransactions(market))
            frames += test::captureLine(test::httpFrame(transaction)) + "\n";
        AnalysisOptions options;
        options.inputs.push_back(file(frames));
        std::string whole;
        QVERIFY(analyze(options, whole));
        auto cold = core::store::ColdFile::create(std::filesystem::path(m_dir.path().toStdString()) / "coins.cold");
        QVERIFY(cold);
        struct Counted final : core::ledger::ColdStore {
            explicit Counted(std::unique_ptr<core::store::ColdFile> store) : file(std::move(store)) {}
            core::Result<void> put(const core::Mint& mint, std::span<const std::uint8_t> blob) override {
                ++puts;
                return file->put(mint, blob);
            }
            core::Result<std::vector<std::uint8_t>> take(const core::Mint& mint) override {
                ++takes;
                return file->take(mint);
            }
            core::Result<std::uint64_t> addPage(std::span<const std::uint8_t> page) override {
                ++pages;
                return file->addPage(page);
            }
            core::Result<std::vector<std::uint8_t>> readPage(std::uint64_t page, std::uint32_t offset,
                                                             std::uint32_t length) override {
                ++reads;
                return file->readPage(page, offset, length);
            }
            std::unique_ptr<core::store::ColdFile> file;
            std::size_t puts = 0;
            std::size_t takes = 0;
            std::size_t pages = 0;
            std::size_t reads = 0;
        };
        const auto counted = std::make_shared<Counted>(std::move(*cold));
        options.limits.cold = counted;
        options.limits.hotBytes = 20'000;
        options.limits.idleSeconds = 1;
        options.limits.hotWallets = 20;
        options.limits.hotFlagBytes = 10'000;
        std::string little;
        QVERIFY(analyze(options, little));
        QVERIFY2(counted->puts > 100 && counted->takes > 100, qPrintable(QString::number(counted->puts)));
        QVERIFY2(counted->pages > 20 && counted->reads > 100, qPrintable(QString::number(counted->reads)));
        QVERIFY(whole.find("cabal") != std::string::npos && whole.find("dev_dump") != std::string::npos);
        QCOMPARE(little.size(), whole.size());
        QVERIFY(little == whole);
    }

    void twiceToldIsOnceCounted() {
        const std::string once = analysed({capture(inOrder(), &test::logsFrame)});
        const std::string twice = analysed({capture(inOrder(), &test::logsFrame, 2)});
        QCOMPARE(withoutInput(twice), withoutInput(once));
        QCOMPARE(json::parse(twice)["input"]["decoded_trades"], json::parse(once)["input"]["decoded_trades"]);
    }

    void eventLinesSayWhatTheCaptureSays() {
        auto random = test::seeded("event lines");
        core::wire::Decoder decoder;
        const auto path = file(capture(inOrder(), &test::httpFrame));
        core::pipeline::RecordingReader reader{path, decoder};
        std::vector<core::Event> events;
        QVERIFY(reader.readAll(events).has_value());
        std::vector<std::string> lines;
        for (const core::Event& event : events) {
            lines.emplace_back();
            core::wire::appendEventJson(event, lines.back());
        }
        const auto joined = [&] {
            std::string out;
            for (const std::string& line : lines) out += line + "\n";
            return out;
        };
        const std::string expected = analysed({capture(inOrder(), &test::httpFrame)});
        QCOMPARE(withoutInput(analysed({joined()})), withoutInput(expected));
        std::shuffle(lines.begin(), lines.end(), random);
        const std::string shuffled = analysed({joined()});
        QCOMPARE(withoutInput(shuffled), withoutInput(expected));
        QCOMPARE(json::parse(shuffled)["input"]["last_slot"], json::parse(expected)["input"]["last_slot"]);
    }

    void stopsAtASlot() {
        const auto& all = stretch();
        const std::uint64_t slot = all[all.size() / 2].slot;
        std::vector<std::size_t> until;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].slot <= slot) until.push_back(i);
        const std::string stopped = analysed({capture(inOrder(), &test::logsFrame)}, slot);
        const std::string shorter = analysed({capture(until, &test::logsFrame)});
        QCOMPARE(withoutInput(stopped), withoutInput(shorter));
        const json input = json::parse(stopped)["input"];
        QVERIFY(input["last_slot"].get<std::uint64_t>() <= slot);
        QCOMPARE(input["decoded_trades"], json::parse(shorter)["input"]["decoded_trades"]);
        // Before everything there is nothing, behind everything is everything.
        const json nothing = json::parse(analysed({capture(inOrder(), &test::logsFrame)}, 1));
        QVERIFY(nothing["tokens"].empty() && nothing["alerts"].empty());
        QVERIFY(!nothing["input"].contains("first_slot"));
        QCOMPARE(analysed({capture(inOrder(), &test::logsFrame)}, ~std::uint64_t{0}),
                 analysed({capture(inOrder(), &test::logsFrame)}));
    }

    void hasTheDocumentedForm() {
        const json whole = json::parse(analysed({capture(inOrder(), &test::logsFrame)}));
        QCOMPARE(whole["schema"].get<std::string>(), std::string("cabalscope.analysis/1"));
        for (const char* key : {"engine_version", "input", "tokens", "clusters", "wallets", "leads", "alerts"})
            QVERIFY2(whole.contains(key), key);
        for (const char* key :
             {"frames", "bytes", "decoded_trades", "undecoded", "first_slot", "last_slot", "gaps"})
            QVERIFY2(whole["input"].contains(key), key);
        QVERIFY(!whole["tokens"].empty() && !whole["wallets"].empty() && !whole["alerts"].empty());
        for (const json& token : whole["tokens"]) {
            for (const char* key : {"mint", "name", "symbol", "creator", "created_slot", "venue", "trades",
                                    "buyers", "volume_lamports", "graduated", "holders", "flags"})
                QVERIFY2(token.contains(key), key);
            QVERIFY(token["volume_lamports"].is_string() && token["graduated"].is_boolean());
            QVERIFY(token["trades"] == 0 || token.contains("last_price"));
            for (const char* key : {"count", "top10_share", "gini", "hhi"}) QVERIFY(token["holders"].contains(key));
            for (const json& flag : token["flags"]) {
                for (const char* key : {"kind", "confidence", "since_slot", "since_time", "rule", "rule_version",
                                        "wallets", "evidence", "against"})
                    QVERIFY2(flag.contains(key), key);
                QVERIFY(!flag["rule_version"].get<std::string>().empty());
            }
        }
        for (const json& wallet : whole["wallets"]) {
            QVERIFY(wallet["realised_pnl_lamports"].is_string() && wallet["trades"].is_number_unsigned());
            QVERIFY(wallet.contains("address") && wallet["tags"].is_array());
        }
        for (const json& alert : whole["alerts"]) {
            for (const char* key :
                 {"rule", "kind", "mint", "wallets", "slot", "time", "severity", "text", "confidence", "evidence"})
                QVERIFY2(alert.contains(key), key);
            for (const json& evidence : alert["evidence"]) QVERIFY(evidence.contains("signature"));
        }
    }

    void unknownIsAbsentAndNeverZero() {
        // A coin whose creation was not seen, traded in a pool.
        core::Event event = test::tradeEvent(1, 7, core::Side::Buy, 10, 20);
        test::tradeOf(event).venue = core::Symbol{"pumpswap"};
        std::string line;
        core::wire::appendEventJson(event, line);
        const json token = json::parse(analysed({line + "\n"}))["tokens"].at(0);
        for (const char* key : {"name", "symbol", "creator", "created_slot", "holders"})
            QVERIFY2(!token.contains(key), key);
        QCOMPARE(token["trades"].get<int>(), 1);
    }

    void gapsOfTheCaptureAreTold() {
        const std::string text = capture(inOrder(), &test::logsFrame) +
                                 R"({"t":1,"ch":"mark","msg":{"event":"connected"}})"
                                 "\n"
                                 R"({"t":2,"ch":"mark","msg":{"event":"gap","reason":"full","dropped":3}})"
                                 "\n"
                                 // Text that only looks like JSON must not break the file.
                                 R"({"t":3,"ch":"mark","msg":{"event":"gap","reason":nonsense}})"
                                 "\n";
        const json whole = json::parse(analysed({text}), nullptr, false);
        QVERIFY(!whole.is_discarded());
        QCOMPARE(whole["input"]["gaps"].size(), std::size_t{1});
        QCOMPARE(whole["input"]["gaps"][0]["dropped"].get<int>(), 3);
    }

    void namesOfStrangersStayText() {
        core::Event created = test::createdEvent(1, 7);
        auto& body = std::get<core::TokenCreated>(created.body);
        body.name = "\"},{\n\\u0000 \xff\xed\xa0\x80";
        body.symbol = std::string("\0\x01", 2);
        std::string line;
        core::wire::appendEventJson(created, line);
        const json whole = json::parse(analysed({line + "\n"}), nullptr, false);
        QVERIFY(!whole.is_discarded());
        QCOMPARE(whole["tokens"].size(), std::size_t{1});
    }

    void tellsWhatCouldNotBeRead() {
        AnalysisOptions options;
        options.inputs = {file(capture(inOrder(), &test::logsFrame) + "garbage\n{\"t\":1}\n")};
        std::string out;
        const auto summary = analyze(options, out);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->warnings.size(), std::size_t{2});
        const std::string line = ":" + std::to_string(stretch().size() + 2) + ": ";
        QVERIFY2(summary->warnings[0].find(line) != std::string::npos, summary->warnings[0].c_str());
        options.inputs.emplace_back(m_dir.filePath("absent").toStdString());
        const auto missing = analyze(options, out);
        QVERIFY(!missing);
        QCOMPARE(int(missing.error().code), int(core::ErrorCode::Io));
        QVERIFY(missing.error().context.find("absent") != std::string::npos);
    }

    void canBeCancelled() {
        std::string text;
        for (int i = 0; i < 60'000; ++i) text += "{\"type\":\"burn\"}\n";
        AnalysisOptions options;
        options.inputs = {file(text)};
        options.cancelled = [] { return true; };
        std::string out;
        const auto summary = analyze(options, out);
        QVERIFY(!summary);
        QCOMPARE(int(summary.error().code), int(core::ErrorCode::Cancelled));
        QVERIFY(out.empty());
    }
};

QTEST_APPLESS_MAIN(AnalysisTest)
#include "analysis_test.moc"
