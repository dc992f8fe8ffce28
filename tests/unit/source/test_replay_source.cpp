// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/factory.h"
#include "tests/support/archive.h"
#include "tests/support/recording_sink.h"
#endif

#include <QTemporaryDir>
#include <QTest>

using core::ErrorCode;
using core::RecvTime;
using namespace core::source;
using test::Packing;
using test::RecordingSink;

namespace {

const std::string kHeader =
    R"({"cabalscope_capture":1,"created":"2026-11-23T15:00:00Z","source":"solana-rpc","endpoint":"h","note":""})"
    "\n";

std::string lineOf(int number, std::int64_t time) {
    return "{\"t\":" + std::to_string(time) + ",\"ch\":\"ws\",\"msg\":{\"n\":" + std::to_string(number) + "}}\n";
}

std::vector<std::string> bytesOf(const RecordingSink& sink) {
    std::vector<std::string> out;
    for (const Frame& frame : sink.frames()) out.push_back(frame.bytes);
    return out;
}

}  // namespace

class TestReplaySource : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    core::SystemClock m_clock;
    std::filesystem::path file(const std::string& bytes) const {
        const std::filesystem::path path = std::filesystem::path(m_dir.path().toStdString()) / "recording";
        test::writeFile(path, bytes);
        return path;
    }

private slots:
    void playsACaptureOfEveryPacking_data() {
        QTest::addColumn<int>("packing");
        QTest::newRow("plain") << int(Packing::Plain);
        QTest::newRow("zstd") << int(Packing::Zstd);
        QTest::newRow("gzip") << int(Packing::Gzip);
        QTest::newRow("xz") << int(Packing::Xz);
    }
    void playsACaptureOfEveryPacking() {
        QFETCH(int, packing);
        std::string text = kHeader;
        for (int i = 0; i < 1000; ++i) text += lineOf(i, 1000 + i);
        text += R"({"t":5000,"ch":"http","msg":{"request":{},"response":{}}})"
                "\n";
        text += R"({"t":5001,"ch":"mark","msg":{"event":"gap"}})"
                "\n";
        RecordingSink sink;
        auto source = makeReplaySource(file(test::pack(text, static_cast<Packing>(packing))), {}, m_clock);
        QVERIFY(source);
        (*source)->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Ended));
        (*source)->stop();
        QVERIFY((*source)->finished());
        const auto frames = sink.frames();
        QCOMPARE(frames.size(), std::size_t{1002});
        for (int i = 0; i < 1000; ++i) {
            const Frame& frame = frames[static_cast<std::size_t>(i)];
            QCOMPARE(frame.received.value(), std::int64_t{1000 + i});
            QVERIFY(frame.channel == Channel::Ws);
            QCOMPARE(frame.bytes, "{\"n\":" + std::to_string(i) + "}");
        }
        QVERIFY(frames[1000].channel == Channel::Http);
        QVERIFY(frames[1001].channel == Channel::Mark);
        const FeedStatus status = sink.latest();
        QCOMPARE(status.source, std::string("capture"));
        QCOMPARE(status.endpoint, std::string("recording"));
        QCOMPARE(status.messages, std::uint64_t{1002});
        QCOMPARE(status.detail, std::string());
        QCOMPARE(status.progress, std::optional<double>{1.0});
        QVERIFY(!status.blindTo.empty());
    }
    void playsEventLines() {
        const std::string trade = R"({"type":"trade","block_time":1795446000,"mint":"m"})";
        const std::string bare = R"({"mint":"m","type":"burn"})";
        RecordingSink sink;
        auto source = *makeReplaySource(file(trade + "\n\n" + bare), {}, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Ended));
        const auto frames = sink.frames();
        QCOMPARE(frames.size(), std::size_t{2});
        QVERIFY(frames[0].channel == Channel::EventLine);
        QCOMPARE(frames[0].bytes, trade);
        QCOMPARE(frames[0].received.value(), std::int64_t{1'795'446'000'000'000'000});
        QCOMPARE(frames[1].bytes, bare);
        QCOMPARE(frames[1].received.value(), std::int64_t{0});
        QCOMPARE(sink.latest().source, std::string("events"));
    }
    void playsRawEnvelopes() {
        RecordingSink sink;
        auto source = *makeReplaySource(file("{\"t_wall\":1.25,\"raw\":\"{\\\"a\\\":1}\"}\n"), {}, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Ended));
        QCOMPARE(bytesOf(sink), std::vector<std::string>{R"({"a":1})"});
    }
    void countsMalformedLinesAndGoesOn() {
        RecordingSink sink;
        auto source =
            *makeReplaySource(file(kHeader + lineOf(1, 1) + "garbage\n{\"t\":-1}\n" + lineOf(2, 2)), {}, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Ended));
        QCOMPARE(sink.frames().size(), std::size_t{2});
        const std::string detail = sink.latest().detail;
        QVERIFY2(detail.find("2 malformed lines skipped, first: line 3") != std::string::npos, detail.c_str());
    }
    void dropsALastLineCutAtAnyByte() {
        const std::string last = lineOf(2, 2);
        for (std::size_t size = 1; size < last.size(); ++size) {
            RecordingSink sink;
            auto source = *makeReplaySource(file(kHeader + lineOf(1, 1) + last.substr(0, size)), {}, m_clock);
            source->start(sink.sink());
            QVERIFY(sink.waitState(FeedState::Ended));
            const bool whole = size == last.size() - 1;
            QCOMPARE(sink.frames().size(), whole ? std::size_t{2} : std::size_t{1});
            const std::string detail = sink.latest().detail;
            QCOMPARE(detail.find("dropped") != std::string::npos, !whole);
            QVERIFY(detail.find("malformed") == std::string::npos);
        }
    }
    void failsOnABrokenArchiveAndKeepsWhatWasRead() {
        std::string text = kHeader;
        for (int i = 0; i < 100'000; ++i) text += lineOf(i * 7919 % 100'003, i);
        std::string bytes = test::pack(text, Packing::Zstd);
        for (std::size_t i = 0; i < 64; ++i) bytes[bytes.size() * 3 / 4 + i] = '\x5a';
        RecordingSink sink;
        auto source = *makeReplaySource(file(bytes), {}, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Failed));
        QVERIFY(sink.latest().detail.find("broken zstd archive") != std::string::npos);
        QVERIFY(!sink.frames().empty());
        source->stop();
        QVERIFY(source->finished());
    }
    void saysThatASimulationIsOne() {
        RecordingSink sink;
        auto source = *makeReplaySource(
            file("{\"cabalscope_capture\":1,\"source\":\"simulated\"}\n" + lineOf(1, 1)), {}, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Ended));
        for (const FeedStatus& status : sink.statuses()) QVERIFY(status.detail.starts_with("SIMULATED"));
    }
    void losesNothingWhenTheSinkRefuses() {
        std::string text = kHeader;
        std::vector<std::string> expected;
        for (int i = 0; i < 50; ++i) {
            text += lineOf(i, i);
            expected.push_back("{\"n\":" + std::to_string(i) + "}");
        }
        RecordingSink sink;
        auto source = *makeReplaySource(file(text), {}, m_clock);
        sink.refuse(7);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Ended));
        QVERIFY(bytesOf(sink) == expected);
        QCOMPARE(sink.latest().messages, std::uint64_t{50});
    }
    void keepsThePaceOfTheRecording() {
        constexpr std::int64_t kHour = 3'600'000'000'000;
        core::ManualClock clock(RecvTime{0});
        RecordingSink sink;
        auto source = *makeReplaySource(
            file(kHeader + lineOf(1, kHour) + lineOf(2, 2 * kHour) + lineOf(3, 3 * kHour)), {.speed = 2.0}, clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return frames.size() == 1; }));
        clock.advance(std::chrono::minutes(31));
        QVERIFY(sink.waitFrames([](const auto& frames) { return frames.size() >= 2; }));
        QCOMPARE(sink.frames().size(), std::size_t{2});
        clock.advance(std::chrono::minutes(30));
        QVERIFY(sink.waitState(FeedState::Ended));
        QCOMPARE(sink.frames().size(), std::size_t{3});
    }
    void stopsInTheMiddleOfAWait() {
        core::ManualClock clock(RecvTime{0});
        RecordingSink sink;
        auto source =
            *makeReplaySource(file(kHeader + lineOf(1, 1) + lineOf(2, 3'600'000'000'000)), {.speed = 1.0}, clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return frames.size() == 1; }));
        source->stop();
        QVERIFY(!source->finished());
        source->stop();
    }
    void stopsWhileTheSinkRefuses() {
        RecordingSink sink;
        auto source = *makeReplaySource(file(kHeader + lineOf(1, 1)), {}, m_clock);
        sink.refuse(SIZE_MAX);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Connected));
        source->stop();
        QVERIFY(sink.frames().empty());
    }
    void playsAgainWhenAsked() {
        RecordingSink sink;
        auto source = *makeReplaySource(file(kHeader + lineOf(1, 1) + lineOf(2, 2)), {.loop = true}, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return frames.size() >= 5; }));
        source->stop();
        QCOMPARE(bytesOf(sink)[4], std::string("{\"n\":1}"));
    }
    void endsALoopThatHasNothingToPlay() {
        RecordingSink sink;
        auto source = *makeReplaySource(file(kHeader), {.loop = true}, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Ended));
    }
    void refusesWhatIsNoRecording_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::BadJson);
        QTest::newRow("text") << QByteArray("hello\nworld\n") << int(ErrorCode::BadJson);
        QTest::newRow("other JSON") << QByteArray("{\"a\":1}\n") << int(ErrorCode::BadJson);
        QTest::newRow("newer version") << QByteArray("{\"cabalscope_capture\":9}\n") << int(ErrorCode::Unsupported);
    }
    void refusesWhatIsNoRecording() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        auto source = makeReplaySource(file(bytes.toStdString()), {}, m_clock);
        QVERIFY(!source);
        QCOMPARE(int(source.error().code), code);
        QVERIFY(source.error().context.find("recording") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestReplaySource)
#include "test_replay_source.moc"
