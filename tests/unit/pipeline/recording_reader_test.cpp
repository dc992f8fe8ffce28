// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/recording.h"
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
#include <functional>

using core::ErrorCode;
using core::Event;
using core::pipeline::RecordingReader;
using test::Packing;

namespace {

const std::vector<core::sim::SimTransaction>& stretch() {
    static const auto kStretch = [] {
        core::sim::MarketOptions options;
        options.tradesPerSecond = 30;
        options.durationSeconds = 25;
        return test::simTransactions(options);
    }();
    return kStretch;
}

std::string linesOf(const std::function<std::string(const core::sim::SimTransaction&)>& line) {
    std::string out;
    for (const auto& transaction : stretch()) out += line(transaction) + "\n";
    return out;
}
std::string logsCapture() {
    return test::kCaptureHeader + "\n" +
           linesOf([](const auto& transaction) { return test::captureLine(test::logsFrame(transaction)); });
}
std::string rpcAnswer(const core::sim::SimTransaction& transaction) {
    return R"({"jsonrpc":"2.0","id":1,"result":)" + transaction.transactionJson + "}";
}

// What happened, as far as every kind of source tells it.
std::string identity(const std::vector<Event>& events) {
    std::string out;
    for (const Event& event : events) {
        // Transfers and supply are seen in whole transactions only.
        if (std::holds_alternative<core::SolTransfer>(event.body) ||
            std::holds_alternative<core::TokenTransfer>(event.body) ||
            std::holds_alternative<core::MintTo>(event.body) || std::holds_alternative<core::Burn>(event.body) ||
            std::holds_alternative<core::AuthorityChanged>(event.body))
            continue;
        out += event.at.signature->base58() + " " + event.at.path->text() + " " +
               std::to_string(event.at.slot->value()) + " " + std::to_string(event.body.index());
        if (const auto* trade = std::get_if<core::Trade>(&event.body))
            out += " " + trade->mint.base58() + " " + trade->wallet.base58() +
                   (trade->side == core::Side::Buy ? " buy " : " sell ") +
                   std::to_string(trade->baseAmount.value()) + " " + std::to_string(trade->quoteAmount.value());
        if (const auto* created = std::get_if<core::TokenCreated>(&event.body))
            out += " " + created->mint.base58() + " " + created->name;
        out += '\n';
    }
    return out;
}

}  // namespace

class RecordingReaderTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;

    std::filesystem::path file(const std::string& bytes, const std::string& ending = {}) {
        const auto path =
            std::filesystem::path(m_dir.path().toStdString()) / ("rec" + std::to_string(++m_files) + ending);
        test::writeFile(path, bytes);
        return path;
    }
    struct Read {
        core::Result<void> done;
        std::vector<Event> events;
        std::vector<std::string> warnings;
        std::uint64_t good = 0;
        std::uint64_t bad = 0;
    };
    Read read(const std::filesystem::path& path) {
        core::wire::Decoder decoder;
        RecordingReader reader{path, decoder};
        Read out;
        out.done = reader.readAll(out.events);
        out.warnings = reader.warnings();
        out.good = reader.goodLines();
        out.bad = reader.badLines();
        return out;
    }

private slots:
    void everyFormTellsTheSameEvents_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("capture of notifications", logsCapture());
        row("capture without header", logsCapture().substr(test::kCaptureHeader.size() + 1));
        row("capture of transactions", test::kCaptureHeader + "\n" + linesOf([](const auto& transaction) {
                                           return test::captureLine(test::httpFrame(transaction));
                                       }));
        row("answers, one a line", linesOf(&rpcAnswer));
        row("bare results, one a line",
            linesOf([](const auto& transaction) { return transaction.transactionJson; }));
        std::string array = "[";
        for (const auto& transaction : stretch()) array += (array.size() > 1 ? "," : "") + rpcAnswer(transaction);
        array += "]";
        row("an array in one line", array);
        row("an array over many lines", nlohmann::json::parse(array).dump(2));
        core::wire::Decoder decoder;
        std::string lines;
        for (const auto& transaction : stretch()) {
            std::vector<Event> events;
            auto frame = test::logsFrame(transaction);
            frame.bytes.reserve(frame.bytes.size() + core::wire::Decoder::kPadding);
            (void)decoder.websocket(frame.bytes, frame.received, events);
            for (const Event& event : events) {
                core::wire::appendEventJson(event, lines);
                lines += '\n';
            }
        }
        row("event lines", lines);
        row("event lines with blank ones and carriage returns",
            "\n\r\n" + QString::fromStdString(lines).replace("\n", "\r\n\r\n").toStdString());
    }
    void everyFormTellsTheSameEvents() {
        QFETCH(QByteArray, text);
        static const std::string kExpected = identity(read(file(logsCapture())).events);
        QVERIFY(kExpected.size() > 50'000);
        for (const Packing packing : {Packing::Plain, Packing::Zstd, Packing::Gzip, Packing::Xz}) {
            const auto got = read(file(test::pack(text.toStdString(), packing)));
            QVERIFY2(got.done.has_value(), got.done ? "" : got.done.error().message().c_str());
            QCOMPARE(got.bad, std::uint64_t{0});
            QVERIFY(got.good > 0);
            QVERIFY(got.warnings.empty());
            QCOMPARE(identity(got.events), kExpected);
        }
    }

    void malformedLinesAreCountedByNumberAndReadingGoesOn() {
        const auto& all = stretch();
        std::string text = test::kCaptureHeader + "\n";
        std::string clean = text;
        std::vector<std::size_t> bad;
        std::size_t number = 1;
        for (std::size_t i = 0; i < 90; ++i) {
            const std::string line = test::captureLine(test::logsFrame(all[i])) + "\n";
            text += line;
            clean += line;
            ++number;
            if (i % 30 != 7) continue;
            text += i % 60 == 7 ? "this is no JSON\n" : "{\"t\":-5,\"ch\":\"ws\",\"msg\":{}}\n";
            bad.push_back(++number);
        }
        const auto path = file(text);
        const auto got = read(path);
        QVERIFY(got.done.has_value());
        QCOMPARE(got.bad, std::uint64_t{3});
        QCOMPARE(got.good, std::uint64_t{91});
        QCOMPARE(got.warnings.size(), std::size_t{3});
        for (std::size_t i = 0; i < bad.size(); ++i) {
            const std::string start = path.string() + ":" + std::to_string(bad[i]) + ": ";
            QVERIFY2(got.warnings[i].starts_with(start), got.warnings[i].c_str());
            QVERIFY(got.warnings[i].size() > start.size());
        }
        QCOMPARE(identity(got.events), identity(read(file(clean)).events));
    }

    void manyBadLinesGiveFewWarnings() {
        std::string text = logsCapture();
        for (int i = 0; i < 500; ++i) text += "garbage\n";
        const auto got = read(file(text));
        QCOMPARE(got.bad, std::uint64_t{500});
        QCOMPARE(got.warnings.size(), std::size_t{21});
    }

    void aDamagedFirstLineLosesOnlyItself_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("text") << QByteArray("garbage");
        QTest::newRow("cut header") << QByteArray::fromStdString(test::kCaptureHeader.substr(0, 40));
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x01");
        QTest::newRow("open bracket") << QByteArray("[");
    }
    void aDamagedFirstLineLosesOnlyItself() {
        QFETCH(QByteArray, first);
        const std::string rest = logsCapture().substr(test::kCaptureHeader.size() + 1);
        const auto got = read(file(first.toStdString() + "\n" + rest));
        QVERIFY2(got.done.has_value(), got.done ? "" : got.done.error().message().c_str());
        QCOMPARE(got.bad, std::uint64_t{1});
        QVERIFY2(got.warnings.size() == 1 && got.warnings[0].find(":1: ") != std::string::npos,
                 got.warnings.empty() ? "no warning" : got.warnings[0].c_str());
        QCOMPARE(identity(got.events), identity(read(file(logsCapture())).events));
    }

    void aLastLineCutShortIsDroppedWithAWarning() {
        const std::string whole = logsCapture();
        const std::size_t last = whole.rfind('\n', whole.size() - 2) + 1;
        for (const std::size_t kept : {std::size_t{1}, (whole.size() - last) / 2, whole.size() - last - 2}) {
            const auto got = read(file(whole.substr(0, last + kept)));
            QVERIFY(got.done.has_value());
            QCOMPARE(got.bad, std::uint64_t{0});
            QCOMPARE(got.warnings.size(), std::size_t{1});
            QVERIFY2(got.warnings[0].find("cut short") != std::string::npos, got.warnings[0].c_str());
            QCOMPARE(identity(got.events), identity(read(file(whole.substr(0, last))).events));
        }
        // Whole but without its newline it counts.
        const auto got = read(file(whole.substr(0, whole.size() - 1)));
        QVERIFY(got.warnings.empty());
        QCOMPARE(identity(got.events), identity(read(file(whole)).events));
    }

    void aTruncatedArchiveGivesWhatIsThere_data() {
        QTest::addColumn<int>("packing");
        QTest::newRow("zstd") << int(Packing::Zstd);
        QTest::newRow("gzip") << int(Packing::Gzip);
        QTest::newRow("xz") << int(Packing::Xz);
    }
    void aTruncatedArchiveGivesWhatIsThere() {
        QFETCH(int, packing);
        const std::string whole = logsCapture();
        const std::string all = identity(read(file(whole)).events);
        const std::string bytes = test::pack(whole, static_cast<Packing>(packing));
        std::size_t most = 0;
        for (const double part : {0.5, 0.9, 0.99}) {
            const auto path =
                file(bytes.substr(0, static_cast<std::size_t>(static_cast<double>(bytes.size()) * part)));
            const auto got = read(path);
            const std::string events = identity(got.events);
            QVERIFY(all.starts_with(events));
            QVERIFY(events.size() < all.size() && events.size() >= most);
            most = events.size();
            // It says so, in a line that names the file.
            if (got.done) {
                QVERIFY2(!got.warnings.empty(), "no word about the end that is missing");
                QVERIFY2(got.warnings.back().starts_with(path.string()), got.warnings.back().c_str());
            } else {
                QVERIFY(got.done.error().context.find(path.filename().string()) != std::string::npos);
            }
        }
        QVERIFY(most > all.size() / 3);
    }

    // The end is missing exactly between two lines: nothing looks wrong but the archive's own end.
    void anArchiveCutBetweenLinesIsToldToo() {
        std::string bytes = test::pack(logsCapture(), Packing::Zstd);
        bytes.resize(bytes.size() - 4);  // the checksum, or the last block's tail
        const auto got = read(file(bytes));
        QVERIFY(got.done.has_value());
        QVERIFY(!got.warnings.empty());
    }

    void aDamagedArchiveGivesWhatIsInFrontOfTheDamage() {
        const std::string whole = logsCapture();
        std::string bytes = test::pack(whole, Packing::Zstd);
        for (std::size_t i = 0; i < 64; ++i) bytes[bytes.size() * 9 / 10 + i] = '\x5a';
        const auto path = file(bytes, ".zst");
        const auto got = read(path);
        const std::string all = identity(read(file(whole)).events);
        const std::string events = identity(got.events);
        const auto [differs, rest] = std::mismatch(events.begin(), events.end(), all.begin(), all.end());
        QVERIFY(differs - events.begin() > static_cast<std::ptrdiff_t>(all.size() * 6 / 10));
        const std::string said = got.done ? got.warnings.at(0) : got.done.error().message();
        QVERIFY2(said.find("zst") != std::string::npos, said.c_str());
    }

    void refusesWhatHoldsNothing_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("hello\nworld\n");
        QTest::newRow("binary") << QByteArray("\x01\x02\x03\x04\xff\xfe", 6);
        QTest::newRow("newer capture") << QByteArray("{\"cabalscope_capture\":9}\n");
        QTest::newRow("deep nesting") << QByteArray(100'000, '[');
    }
    void refusesWhatHoldsNothing() {
        QFETCH(QByteArray, bytes);
        const auto path = file(bytes.toStdString());
        const auto got = read(path);
        QVERIFY(!got.done);
        QVERIFY2(got.done.error().context.find(path.filename().string()) != std::string::npos,
                 got.done.error().message().c_str());
        QVERIFY(got.events.empty());
    }

    void emptyFilesAndFoldersAndMissingOnes() {
        const auto empty = read(file(""));
        QVERIFY(empty.done.has_value() && empty.events.empty());
        const auto header = read(file(test::kCaptureHeader + "\n"));
        QVERIFY(header.done.has_value() && header.warnings.empty());
        for (const std::filesystem::path& path : {std::filesystem::path(m_dir.path().toStdString()),
                                                  std::filesystem::path(m_dir.filePath("absent").toStdString())}) {
            const auto got = read(path);
            QVERIFY(!got.done);
            QCOMPARE(int(got.done.error().code), int(ErrorCode::Io));
        }
    }

    void eventsCanBeTakenAsTheyCome() {
        core::wire::Decoder decoder;
        RecordingReader reader{file(logsCapture()), decoder};
        std::vector<Event> taken;
        reader.onEvents = [&](std::vector<Event>& events) {
            taken.insert(taken.end(), events.begin(), events.end());
        };
        std::vector<Event> none;
        QVERIFY(reader.readAll(none).has_value());
        QVERIFY(none.empty());
        QCOMPARE(identity(taken), identity(read(file(logsCapture())).events));
    }

    void gapMarksAreHandedOut() {
        core::wire::Decoder decoder;
        RecordingReader reader{file(test::kCaptureHeader + "\n" +
                                    R"({"t":1,"ch":"mark","msg":{"event":"connected"}})"
                                    "\n"
                                    R"({"t":2,"ch":"mark","msg":{"event":"gap","dropped":3}})"
                                    "\n"),
                               decoder};
        std::vector<std::string> marks;
        reader.onMark = [&](std::string_view mark) { marks.emplace_back(mark); };
        std::vector<Event> events;
        QVERIFY(reader.readAll(events).has_value());
        QCOMPARE(marks, std::vector<std::string>{R"({"event":"gap","dropped":3})"});
    }
};

QTEST_APPLESS_MAIN(RecordingReaderTest)
#include "recording_reader_test.moc"
