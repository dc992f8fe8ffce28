// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base64.h"
#include "core/wire/dex/registry.h"
#include "core/wire/program_log.h"
#include "tests/support/pump_events.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <deque>

using namespace core;
using core::wire::ProgramLogReader;

namespace {

const std::string kPump = "6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P";
const std::string kSwap = "pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA";
const std::string kJupiter = "JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4";
const std::string kToken = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA";
const std::string kSystem = "11111111111111111111111111111111";
constexpr auto kTop = EventPath::kNoInner;

std::string invoke(const std::string& program, int depth) {
    return "Program " + program + " invoke [" + std::to_string(depth) + "]";
}
std::string success(const std::string& program) {
    return "Program " + program + " success";
}
std::string data(const test::Bytes& payload) {
    return "Program data: " + base64Encode(payload);
}
const test::Bytes kTrade = test::PumpTrade{}.bytes();
const test::Bytes kCreate = test::PumpCreate{}.bytes();

// Keeps the lines alive as the reader asks.
struct Log {
    std::deque<std::string> lines;
    ProgramLogReader reader;

    Log(std::initializer_list<std::string> list) : lines(list) {
        for (const auto& line : lines) reader.line(line);
    }
    std::string paths() const {
        std::string out;
        for (const auto& event : reader.events()) out += (out.empty() ? "" : " ") + event.path.text();
        return out;
    }
};

}  // namespace

class TestProgramLog : public QObject {
    Q_OBJECT

private slots:
    void attributesToTheProgramOnTop() {
        const Log log{invoke(kSystem, 1), success(kSystem), invoke(kPump, 1), "Program log: Instruction: Buy",
                      invoke(kToken, 2),  success(kToken),  data(kTrade),     invoke(kPump, 2),
                      success(kPump),     success(kPump)};
        QVERIFY(!log.reader.stopped());
        QCOMPARE(log.reader.events().size(), std::size_t{1});
        const auto& event = log.reader.events()[0];
        QVERIFY(event.venue == wire::venueOf(kPump));
        QVERIFY(event.payload == kTrade);
        QCOMPARE(event.path.text(), std::string("1.1"));
        QCOMPARE(int(event.depth), 1);
        QCOMPARE(event.topProgram, std::string_view(kPump));
        QVERIFY(event.emitter == nullptr);
    }
    void numbersInvocationsAsTheyRan() {
        const Log log{invoke(kSystem, 1), success(kSystem), invoke(kJupiter, 1), invoke(kSwap, 2),
                      invoke(kToken, 3),  success(kToken),  success(kSwap),      invoke(kToken, 2),
                      success(kToken),    success(kJupiter)};
        struct Expected {
            std::string_view program;
            int top;
            int inner;
        };
        const std::vector<Expected> expected{
            {kSystem, 0, kTop}, {kJupiter, 1, kTop}, {kSwap, 1, 0}, {kToken, 1, 1}, {kToken, 1, 2}};
        QCOMPARE(log.reader.invocations().size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(log.reader.invocations()[i].program, expected[i].program);
            QCOMPARE(int(log.reader.invocations()[i].top), expected[i].top);
            QCOMPARE(int(log.reader.invocations()[i].inner), expected[i].inner);
        }
    }
    void pairsTheLineWithItsSelfCpi_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("paths");
        const auto q = [](const std::string& text) { return QString::fromStdString(text); };
        const QString in = q(invoke(kPump, 1));
        const QString self = q(invoke(kPump, 2));
        const QString out = q(success(kPump));
        const QString event = q(data(kTrade));
        const QString token = q(invoke(kToken, 2));
        const QString tokenOut = q(success(kToken));
        QTest::newRow("line before") << QStringList{in, token, tokenOut, event, self, out, out} << "0.1";
        QTest::newRow("line after") << QStringList{in, token, tokenOut, self, out, event, out} << "0.1";
        QTest::newRow("two, lines before") << QStringList{in, event, self, out, event, self, out, out} << "0.0 0.1";
        QTest::newRow("two, lines after") << QStringList{in, self, out, event, self, out, event, out} << "0.0 0.1";
        QTest::newRow("two, a transfer between, after")
            << QStringList{in, self, out, event, token, tokenOut, self, out, event, out} << "0.0 0.2";
        QTest::newRow("two, a transfer between, before")
            << QStringList{in, event, self, out, token, tokenOut, event, self, out, out} << "0.0 0.2";
        QTest::newRow("no self-CPI") << QStringList{in, event, out} << "0.0";
        QTest::newRow("second instruction")
            << QStringList{in, event, self, out, out, in, event, self, out, out} << "0.0 1.0";
    }
    void pairsTheLineWithItsSelfCpi() {
        QFETCH(QStringList, lines);
        QFETCH(QString, paths);
        std::deque<std::string> kept;
        ProgramLogReader reader;
        for (const QString& line : lines) reader.line(kept.emplace_back(line.toStdString()));
        QString got;
        for (const auto& event : reader.events())
            got += (got.isEmpty() ? "" : " ") + QString::fromStdString(event.path.text());
        QCOMPARE(got, paths);
        QVERIFY(!reader.stopped());
    }
    void aSelfCallThatLogsIsNoEvent() {
        // The program calls itself to do something that prints; the event's self-CPI comes later.
        const Log log{invoke(kPump, 1), invoke(kPump, 2), "Program log: Instruction: Extend",
                      success(kPump),   data(kTrade),     invoke(kPump, 2),
                      success(kPump),   success(kPump)};
        QCOMPARE(log.paths(), std::string("0.1"));
    }
    void underARouter() {
        const Log log{invoke(kJupiter, 1), invoke(kToken, 2), success(kToken),  invoke(kPump, 2),
                      invoke(kToken, 3),   success(kToken),   data(kTrade),     invoke(kPump, 3),
                      success(kPump),      success(kPump),    success(kJupiter)};
        QCOMPARE(log.paths(), std::string("0.3"));
        QCOMPARE(int(log.reader.events()[0].depth), 2);
        QCOMPARE(log.reader.events()[0].topProgram, std::string_view(kJupiter));
    }
    void aFakePrintedByAnotherProgramIsNone() {
        const std::string fake = "FakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFak";
        const Log log{invoke(fake, 1), data(kTrade), invoke(kPump, 2), success(kPump), data(kTrade), success(fake)};
        QVERIFY(!log.reader.stopped());
        QVERIFY(log.reader.events().empty());
        QCOMPARE(log.reader.undecodable(), std::uint64_t{0});
    }
    void aFakeCalledByTheVenueIsNone() {
        const Log log{invoke(kPump, 1), invoke(kToken, 2), data(kTrade), success(kToken), success(kPump)};
        QVERIFY(log.reader.events().empty());
    }
    void aFakeInTextIsNone_data() {
        QTest::addColumn<QByteArray>("line");
        const QByteArray event = QByteArray::fromStdString(data(kTrade));
        const QByteArray enter = QByteArray::fromStdString(invoke(kPump, 2));
        QTest::newRow("log") << "Program log: " + event;
        QTest::newRow("log with a newline") << "Program log: hi\n" + enter + "\n" + event;
        QTest::newRow("carriage return") << "Program log: hi\r\n" + event;
        QTest::newRow("only a newline") << "\n" + event;
        QTest::newRow("space in front") << " " + event;
        QTest::newRow("return") << "Program return: " + QByteArray::fromStdString(kPump) + " " + event;
        QTest::newRow("lower case") << "program data: " + event.mid(14);
        QTest::newRow("without the space") << "Program data:" + event.mid(14);
        QTest::newRow("zero byte") << QByteArray("Program log: \0", 14) + event;
    }
    void aFakeInTextIsNone() {
        QFETCH(QByteArray, line);
        const std::string fake = "FakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFak";
        const Log log{invoke(fake, 1),  line.toStdString(), success(fake),
                      invoke(kPump, 1), line.toStdString(), success(kPump)};
        QVERIFY(log.reader.events().empty());
        QVERIFY(!log.reader.stopped());
    }
    void dataOutsideAnyProgramIsNone() {
        const Log log{data(kTrade), invoke(kPump, 1), success(kPump), data(kTrade)};
        QVERIFY(log.reader.events().empty());
    }
    void stopsAtAMismatch_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("code");
        const auto q = [](const std::string& text) { return QString::fromStdString(text); };
        const auto mismatch = int(ErrorCode::LogStackMismatch);
        QTest::newRow("pop of another program") << QStringList{q(invoke(kPump, 1)), q(success(kToken))} << mismatch;
        QTest::newRow("failed, another program")
            << QStringList{q(invoke(kPump, 1)), q("Program " + kToken + " failed: custom program error: 0x1")}
            << mismatch;
        QTest::newRow("pop of an empty stack") << QStringList{q(success(kPump))} << mismatch;
        QTest::newRow("depth 2 first") << QStringList{q(invoke(kPump, 2))} << mismatch;
        QTest::newRow("depth 1 inside") << QStringList{q(invoke(kPump, 1)), q(invoke(kToken, 1))} << mismatch;
        QTest::newRow("depth skips") << QStringList{q(invoke(kPump, 1)), q(invoke(kToken, 3))} << mismatch;
        QTest::newRow("depth 0") << QStringList{q(invoke(kPump, 0))} << mismatch;
        QTest::newRow("depth negative") << QStringList{q("Program " + kPump + " invoke [-1]")} << mismatch;
        QTest::newRow("depth empty") << QStringList{q("Program " + kPump + " invoke []")} << mismatch;
        QTest::newRow("depth text") << QStringList{q("Program " + kPump + " invoke [1x]")} << mismatch;
        QTest::newRow("depth 2^64") << QStringList{q("Program " + kPump + " invoke [18446744073709551616]")}
                                    << mismatch;
        QTest::newRow("cut") << QStringList{q(invoke(kPump, 1)), "Log truncated"} << int(ErrorCode::LogTruncated);
    }
    void stopsAtAMismatch() {
        QFETCH(QStringList, lines);
        QFETCH(int, code);
        std::deque<std::string> kept;
        ProgramLogReader reader;
        // An event in front of the mismatch is good.
        for (const auto& line : {invoke(kPump, 1), data(kCreate), invoke(kPump, 2), success(kPump), success(kPump)})
            reader.line(kept.emplace_back(line));
        QVERIFY(!reader.stopped());
        for (const QString& line : lines) reader.line(kept.emplace_back(line.toStdString()));
        QVERIFY(reader.stopped());
        QCOMPARE(int(*reader.stopped()), code);
        // Nothing behind it is believed, even if it looks whole again.
        for (const auto& line : {invoke(kPump, 1), data(kTrade), success(kPump)})
            reader.line(kept.emplace_back(line));
        QCOMPARE(reader.events().size(), std::size_t{1});
        QVERIFY(reader.events()[0].payload == kCreate);
        reader.clear();
        QVERIFY(!reader.stopped());
        for (const auto& line : {invoke(kPump, 1), data(kTrade), success(kPump)})
            reader.line(kept.emplace_back(line));
        QCOMPARE(reader.events().size(), std::size_t{1});
        QCOMPARE(reader.events()[0].path.text(), std::string("0.0"));
    }
    void textThatOnlyContainsTruncatedIsNoCut() {
        const Log log{invoke(kPump, 1), "Program log: Log truncated", "Log truncated ", data(kTrade),
                      success(kPump)};
        QVERIFY(!log.reader.stopped());
        QCOMPARE(log.reader.events().size(), std::size_t{1});
    }
    void otherRuntimeTextIsIgnored() {
        const Log log{invoke(kPump, 1),
                      "Program " + kPump + " consumed 100 of 200000 compute units",
                      "Program consumption: 199000 units remaining",
                      "Program is not deployed",
                      "Program",
                      "Program ",
                      "",
                      "Program " + kPump + " successful",
                      "Program " + kPump + " invoke",
                      data(kTrade),
                      success(kPump)};
        QVERIFY(!log.reader.stopped());
        QCOMPARE(log.reader.events().size(), std::size_t{1});
    }
    void severalDataFieldsAreCountedAndNoEvent() {
        const std::string two = data(kTrade) + " " + base64Encode(kCreate);
        const Log log{invoke(kPump, 1), two, success(kPump)};
        QVERIFY(log.reader.events().empty());
        QCOMPARE(log.reader.undecodable(), std::uint64_t{1});
    }
    void brokenBase64IsCounted() {
        const Log log{invoke(kPump, 1), "Program data: !!!!",           "Program data: vdt",
                      data(kTrade),     "Program data: vdt/007mYe4=\n", success(kPump)};
        QCOMPARE(log.reader.undecodable(), std::uint64_t{3});
        QCOMPARE(log.reader.events().size(), std::size_t{1});
        // Broken lines of other programs are not ours to count.
        const Log other{invoke(kToken, 1), "Program data: !!!!", success(kToken)};
        QCOMPARE(other.reader.undecodable(), std::uint64_t{0});
    }
    void deepStacksStop() {
        std::deque<std::string> kept;
        ProgramLogReader reader;
        for (int depth = 1; depth <= 10'000; ++depth) reader.line(kept.emplace_back(invoke(kPump, depth)));
        QVERIFY(reader.stopped() == ErrorCode::LogStackMismatch);
        QVERIFY(reader.invocations().size() <= 64);
    }
    void manyInstructionsStop() {
        ProgramLogReader reader;
        const std::string in = invoke(kPump, 1);
        const std::string out = success(kPump);
        for (int i = 0; i < 70'000; ++i) {
            reader.line(in);
            reader.line(out);
        }
        QVERIFY(reader.stopped() == ErrorCode::LogStackMismatch);
        reader.clear();
        const std::string inner = invoke(kToken, 2);
        const std::string innerOut = success(kToken);
        reader.line(in);
        for (int i = 0; i < 70'000; ++i) {
            reader.line(inner);
            reader.line(innerOut);
        }
        QVERIFY(reader.stopped() == ErrorCode::LogStackMismatch);
    }
    void wellFormedLogsNeverStop() {
        std::mt19937_64 random(test::printedSeed(9));
        const std::vector<std::string> programs{kPump, kSwap, kJupiter, kToken};
        for (int round = 0; round < 500; ++round) {
            std::deque<std::string> kept;
            ProgramLogReader reader;
            std::vector<std::string> stack;
            for (int step = 0; step < 60; ++step) {
                switch (test::below(random, 4)) {
                    case 0:
                        if (stack.size() < 5) {
                            stack.push_back(programs[test::below(random, programs.size())]);
                            reader.line(kept.emplace_back(invoke(stack.back(), int(stack.size()))));
                        }
                        break;
                    case 1:
                        if (!stack.empty()) {
                            reader.line(kept.emplace_back(success(stack.back())));
                            stack.pop_back();
                        }
                        break;
                    case 2: reader.line(kept.emplace_back(data(kTrade))); break;
                    default: reader.line(kept.emplace_back("Program log: x"));
                }
            }
            QVERIFY(!reader.stopped());
            std::size_t invocations = 0;
            for (const auto& line : kept) invocations += line.find(" invoke [") != std::string::npos ? 1U : 0U;
            QCOMPARE(reader.invocations().size(), invocations);
        }
    }
    void randomLinesNeverBreakTheReader() {
        std::mt19937_64 random(test::printedSeed(12));
        const std::vector<std::string> parts{"Program ", kPump, kSwap,           " invoke [",          "1",
                                             "2",        "]",   " success",      " failed: x",         "data: ",
                                             "log: ",    "\n",  "Log truncated", base64Encode(kTrade), " "};
        for (int round = 0; round < 3000; ++round) {
            std::deque<std::string> kept;
            ProgramLogReader reader;
            for (int i = 0; i < 12; ++i) {
                std::string line;
                for (std::size_t k = test::below(random, 6); k > 0; --k)
                    line += parts[test::below(random, parts.size())];
                reader.line(kept.emplace_back(std::move(line)));
            }
            for (const auto& event : reader.events()) QVERIFY(event.venue != nullptr);
        }
    }
};

QTEST_APPLESS_MAIN(TestProgramLog)
#include "test_program_log.moc"
