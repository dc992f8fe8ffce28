// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/capture.h"
#include "core/source/line_reader.h"
#include "tests/support/archive.h"
#endif

#include <QTemporaryDir>
#include <QTest>

using core::ErrorCode;
using core::RecvTime;
using core::Result;
using namespace core::source;

namespace {

Result<Frame> parse(std::string_view line) {
    std::string padded(line);
    padded.append(LineReader::kPadding, 'Z');
    return parseCaptureLine(std::string_view(padded).substr(0, line.size()));
}

const CaptureHeader kHeader{1, "2026-11-23T15:00:00Z", "solana-rpc", "host.example",
                            "a \"note\"\nwith\x01 control"};

std::vector<Frame> someFrames() {
    return {
        {RecvTime{1'000'000'000}, Channel::Mark, R"({"event":"connected","endpoint":"host.example"})"},
        {RecvTime{1'000'000'001}, Channel::Ws, R"({"jsonrpc":"2.0","id":1,"result":7})"},
        {RecvTime{1'100'000'000}, Channel::Http, "{\"request\":{\"id\":1},\"response\":{\"result\":\"}\\\"{\"}}"},
        {RecvTime{9'223'372'036'854'775'807}, Channel::Ws, R"([{"a":[[1,2],{}]}])"}};
}

bool same(const Frame& a, const Frame& b) {
    return a.received == b.received && a.channel == b.channel && a.bytes == b.bytes;
}

}  // namespace

class TestCapture : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

private slots:
    void roundTrip_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("round.jsonl");
        QTest::newRow("zstd") << QByteArray("round.jsonl.zst");
    }
    void roundTrip() {
        QFETCH(QByteArray, name);
        auto writer = CaptureWriter::create(path(name.constData()), kHeader);
        QVERIFY(writer);
        for (const Frame& frame : someFrames()) QVERIFY((*writer)->write(frame));
        QVERIFY((*writer)->close());
        QVERIFY(!(*writer)->write(someFrames()[0]));

        auto reader = *LineReader::open(path(name.constData()));
        auto first = reader->next();
        auto header = parseCaptureHeader(first->text);
        QVERIFY(header);
        QCOMPARE(header->version, 1);
        QCOMPARE(header->created, kHeader.created);
        QCOMPARE(header->source, kHeader.source);
        QCOMPARE(header->endpoint, kHeader.endpoint);
        QCOMPARE(header->note, kHeader.note);
        for (const Frame& frame : someFrames()) {
            auto line = reader->next();
            QVERIFY(line && line->more && line->terminated);
            auto read = parseCaptureLine(line->text);
            QVERIFY2(read, read ? "" : read.error().message().c_str());
            QVERIFY(same(*read, frame));
        }
        QVERIFY(!reader->next()->more);
        QVERIFY(!reader->cutShort());
        QCOMPARE(test::readFile(path(name.constData())).substr(0, 4) == "\x28\xB5\x2F\xFD", name.endsWith(".zst"));
    }
    void keepsALineBreakInsideAFrameOnOneLine() {
        auto writer = *CaptureWriter::create(path("break.jsonl"), kHeader);
        QVERIFY(writer->write({RecvTime{1}, Channel::Ws, "{\n\"a\":\r\n1}"}));
        QVERIFY(writer->close());
        auto reader = *LineReader::open(path("break.jsonl"));
        QVERIFY(reader->next());
        QCOMPARE(parseCaptureLine(reader->next()->text)->bytes, std::string("{ \"a\":  1}"));
        QVERIFY(!reader->next()->more);
    }
    void flushesOnceASecondOfReceiveTime() {
        for (const char* name : {"flush.jsonl", "flush.jsonl.zst"}) {
            auto writer = *CaptureWriter::create(path(name), kHeader);
            const auto linesOnDisk = [&] {
                auto reader = *LineReader::open(path(name));
                int count = 0;
                while (true) {
                    auto line = reader->next();
                    if (!line->more) return count;
                    if (line->terminated) ++count;
                }
            };
            QCOMPARE(linesOnDisk(), 1);
            QVERIFY(writer->write({RecvTime{5'000'000'000}, Channel::Ws, "{}"}));
            QCOMPARE(linesOnDisk(), 2);
            QVERIFY(writer->write({RecvTime{5'999'999'999}, Channel::Ws, "{}"}));
            QCOMPARE(linesOnDisk(), 2);
            QVERIFY(writer->write({RecvTime{6'000'000'000}, Channel::Ws, "{}"}));
            QCOMPARE(linesOnDisk(), 4);
            QVERIFY(writer->close());
        }
    }
    void neverOverwrites() {
        test::writeFile(path("there.jsonl"), "precious");
        auto writer = CaptureWriter::create(path("there.jsonl"), kHeader);
        QVERIFY(!writer);
        QCOMPARE(writer.error().code, ErrorCode::Io);
        QCOMPARE(test::readFile(path("there.jsonl")), std::string("precious"));
    }
    void refusesAnEventLine() {
        auto writer = *CaptureWriter::create(path("event.jsonl"), kHeader);
        QCOMPARE(writer->write({RecvTime{1}, Channel::EventLine, "{}"}).error().code, ErrorCode::BadValue);
    }
    void readsTheRawEnvelope() {
        auto frame = parse("{\"t_wall\": 1783165101.5, \"raw\": \"{\\\"id\\\":1,\\\"s\\\":\\\"\\\\u00e9\\\"}\"}");
        QVERIFY(frame);
        QVERIFY(frame->channel == Channel::Ws);
        QCOMPARE(frame->received.value(), std::int64_t{1'783'165'101'500'000'000});
        QCOMPARE(frame->bytes, std::string(R"({"id":1,"s":"\u00e9"})"));
    }
    void ignoresFieldsOfLaterWriters() {
        auto frame = parse(R"({"extra":{"a":[1,{"b":2}]},"ch":"ws","msg":{"a":1},"more":null,"t":5})");
        QVERIFY(frame);
        QCOMPARE(frame->bytes, std::string(R"({"a":1})"));
    }
    void refusesAnyCutLine() {
        const std::string line =
            "{\"t\":1795446000000000000,\"ch\":\"ws\",\"msg\":{\"a\":[1,\"x\\\"}\",{\"b\":null}],\"c\":-1.5e3}}";
        QVERIFY(parse(line));
        for (std::size_t size = 0; size < line.size(); ++size) {
            auto cut = parse(std::string_view(line).substr(0, size));
            QVERIFY2(!cut, line.substr(0, size).c_str());
        }
    }
    void refusesHostileLines_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArray& line, ErrorCode code) {
            QTest::newRow(name) << line << int(code);
        };
        row("negative time", R"({"t":-1,"ch":"ws","msg":{}})", ErrorCode::BadShape);
        row("time of 2^64", R"({"t":18446744073709551616,"ch":"ws","msg":{}})", ErrorCode::BadShape);
        row("time of 2^63", R"({"t":9223372036854775808,"ch":"ws","msg":{}})", ErrorCode::BadShape);
        row("time as text", R"({"t":"1","ch":"ws","msg":{}})", ErrorCode::BadShape);
        row("time as fraction", R"({"t":1.5,"ch":"ws","msg":{}})", ErrorCode::BadShape);
        row("time null", R"({"t":null,"ch":"ws","msg":{}})", ErrorCode::BadShape);
        row("time twice", R"({"t":1,"t":2,"ch":"ws","msg":{}})", ErrorCode::BadShape);
        row("channel unknown", R"({"t":1,"ch":"event","msg":{}})", ErrorCode::BadShape);
        row("channel number", R"({"t":1,"ch":1,"msg":{}})", ErrorCode::BadShape);
        row("channel twice", R"({"t":1,"ch":"ws","msg":1,"ch":"mark","msg":{}})", ErrorCode::BadShape);
        row("message missing", R"({"t":1,"ch":"ws"})", ErrorCode::BadShape);
        row("array", R"([1,2])", ErrorCode::BadShape);
        row("two objects", R"({"t":1,"ch":"ws","msg":{}} {"t":1,"ch":"ws","msg":{}})", ErrorCode::BadJson);
        row("raw number", R"({"t_wall":1,"raw":5})", ErrorCode::BadShape);
        row("wall time huge", R"({"t_wall":1e300,"raw":"{}"})", ErrorCode::BadShape);
        row("wall time negative", R"({"t_wall":-0.5,"raw":"{}"})", ErrorCode::BadShape);
        row("no UTF-8", QByteArray("{\"t\":1,\"ch\":\"ws\",\"msg\":\"\xff\"}"), ErrorCode::BadJson);
        row("empty", "", ErrorCode::BadJson);
        row("control", QByteArray("{\"t\":1,\0", 8), ErrorCode::BadJson);
        row("deep and open", R"({"t":1,"ch":"ws","msg":)" + QByteArray(1'000'000, '['), ErrorCode::BadJson);
        row("deep in an unknown key", R"({"x":)" + QByteArray(1'000'000, '[') + "}", ErrorCode::BadJson);
    }
    void refusesHostileLines() {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        auto frame = parse({line.constData(), static_cast<std::size_t>(line.size())});
        QVERIFY(!frame);
        QCOMPARE(int(frame.error().code), code);
    }
    void survivesDeepNesting() {
        const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
        auto frame = parse(R"({"t":1,"ch":"ws","msg":)" + deep + "}");
        QVERIFY(frame);
        QVERIFY(frame->bytes == deep);
    }
    void tellsHeadersFromOtherLines() {
        QCOMPARE(parseCaptureHeader(R"({"cabalscope_capture":2})").error().code, ErrorCode::Unsupported);
        QCOMPARE(parseCaptureHeader(R"({"cabalscope_capture":"1"})").error().code, ErrorCode::BadShape);
        QCOMPARE(parseCaptureHeader(R"({"cabalscope_capture":1,"source":5})").error().code, ErrorCode::BadShape);
        QCOMPARE(parseCaptureHeader(R"({"type":"trade"})").error().code, ErrorCode::NotFound);
        QCOMPARE(parseCaptureHeader("").error().code, ErrorCode::NotFound);
        QCOMPARE(parseCaptureHeader("garbage").error().code, ErrorCode::NotFound);
        QCOMPARE(parseCaptureHeader(R"({"cabalscope_capture":1)").error().code, ErrorCode::NotFound);
        QVERIFY(parseCaptureHeader(R"({"cabalscope_capture":1})"));
    }
};

QTEST_APPLESS_MAIN(TestCapture)
#include "test_capture.moc"
