// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/line_reader.h"
#include "tests/support/archive.h"
#endif

#include <QTemporaryDir>
#include <QTest>

using core::ErrorCode;
using core::source::LineReader;
using test::Packing;

namespace {

struct ReadAll {
    std::vector<std::string> lines;
    std::vector<std::string> errors;
    bool lastTerminated = true;
    bool cutShort = false;
};

ReadAll readAll(const std::filesystem::path& file, std::size_t maxLine = LineReader::kDefaultMaxLine) {
    ReadAll out;
    auto opened = LineReader::open(file, maxLine);
    if (!opened) {
        out.errors.push_back(opened.error().message());
        return out;
    }
    while (true) {
        auto line = (*opened)->next();
        if (!line) {
            out.errors.push_back(line.error().message());
            continue;
        }
        if (!line->more) break;
        out.lines.emplace_back(line->text);
        out.lastTerminated = line->terminated;
    }
    out.cutShort = (*opened)->cutShort();
    return out;
}

/// Lines of very different lengths, longer together than any buffer of the reader.
std::vector<std::string> manyLines() {
    std::vector<std::string> lines;
    std::uint32_t state = 1;
    for (int i = 0; i < 3000; ++i) {
        state = state * 1664525U + 1013904223U;
        std::string line;
        for (std::uint32_t left = i % 500 == 7 ? 300'000 : state % 400; left != 0; --left) {
            state = state * 1664525U + 1013904223U;
            line += static_cast<char>('a' + (state >> 24U) % 26);
        }
        lines.push_back(line);
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

}  // namespace

class TestLineReader : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

private slots:
    void readsEveryPacking_data() {
        QTest::addColumn<int>("packing");
        QTest::newRow("plain") << int(Packing::Plain);
        QTest::newRow("zstd") << int(Packing::Zstd);
        QTest::newRow("gzip") << int(Packing::Gzip);
        QTest::newRow("xz") << int(Packing::Xz);
    }
    void readsEveryPacking() {
        QFETCH(int, packing);
        const auto lines = manyLines();
        const auto bytes = test::pack(joined(lines), static_cast<Packing>(packing));
        test::writeFile(path("many"), bytes);
        const auto read = readAll(path("many"));
        QVERIFY(read.errors.empty());
        QVERIFY(read.lines == lines);
        QVERIFY(read.lastTerminated);
        QVERIFY(!read.cutShort);
    }
    void readsArchivesInARow_data() { readsEveryPacking_data(); }
    void readsArchivesInARow() {
        QFETCH(int, packing);
        const auto kind = static_cast<Packing>(packing);
        test::writeFile(path("row"), test::pack("one\ntw", kind) + test::pack("o\nthree\n", kind));
        const auto read = readAll(path("row"));
        QVERIFY(read.errors.empty());
        QVERIFY((read.lines == std::vector<std::string>{"one", "two", "three"}));
    }
    void keepsWhatStandsBeforeTheCut_data() { readsEveryPacking_data(); }
    void keepsWhatStandsBeforeTheCut() {
        QFETCH(int, packing);
        const auto kind = static_cast<Packing>(packing);
        const std::vector<std::string> lines{"first line", "second line", "third line"};
        const std::string whole = test::pack(joined(lines), kind);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            test::writeFile(path("cut"), whole.substr(0, size));
            const auto read = readAll(path("cut"));
            QVERIFY2(read.errors.empty(), read.errors.empty() ? "" : read.errors[0].c_str());
            QVERIFY(read.lines.size() <= lines.size());
            for (std::size_t i = 0; i + 1 < read.lines.size(); ++i) QVERIFY(read.lines[i] == lines[i]);
            if (kind != Packing::Plain && size != 0) QVERIFY(read.cutShort);
        }
    }
    void namesABrokenArchiveAndKeepsWhatWasRead_data() {
        QTest::addColumn<int>("packing");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("zstd") << int(Packing::Zstd) << QByteArray("zstd");
        QTest::newRow("gzip") << int(Packing::Gzip) << QByteArray("gzip");
        QTest::newRow("xz") << int(Packing::Xz) << QByteArray("xz");
    }
    void namesABrokenArchiveAndKeepsWhatWasRead() {
        QFETCH(int, packing);
        QFETCH(QByteArray, word);
        const auto lines = manyLines();
        std::string bytes = test::pack(joined(lines), static_cast<Packing>(packing));
        for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 64; ++i)
            bytes[i] = static_cast<char>(~bytes[i]);
        test::writeFile(path("broken"), bytes);
        const auto read = readAll(path("broken"));
        QCOMPARE(read.errors.size(), std::size_t{1});
        QVERIFY(read.errors[0].find("io: broken: broken " + word.toStdString()) != std::string::npos);
        QVERIFY(!read.lines.empty() || static_cast<Packing>(packing) == Packing::Xz);
        QVERIFY(read.lines.size() < lines.size());
    }
    void refusesAnArchiveByNameThatIsNone() {
        test::writeFile(path("capture.zst"), "\x01\x02garbage");
        auto opened = LineReader::open(path("capture.zst"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Io);
        QVERIFY(opened.error().context.find("capture.zst") != std::string::npos);
    }
    void refusesWhatCannotBeOpened() {
        QCOMPARE(LineReader::open(path("nothing")).error().code, ErrorCode::Io);
        QCOMPARE(LineReader::open(m_dir.path().toStdString()).error().code, ErrorCode::Io);
    }
    void skipsALineThatIsTooLongAndGoesOn() {
        const std::string text =
            "short\n" + std::string(1'000'000, 'x') + "\nafter\n" + std::string(11, 'y') + "\nlast";
        test::writeFile(path("long"), text);
        const auto read = readAll(path("long"), 10);
        QCOMPARE(read.errors.size(), std::size_t{2});
        QVERIFY(read.errors[0].find("too_large: line 2") == 0);
        QVERIFY(read.errors[1].find("too_large: line 4") == 0);
        QVERIFY((read.lines == std::vector<std::string>{"short", "after", "last"}));
        QVERIFY(!read.lastTerminated);
    }
    void stripsCarriageReturnsAndTheByteOrderMark() {
        test::writeFile(path("dos"), "\xEF\xBB\xBFone\r\n\r\ntwo\r\n");
        QVERIFY((readAll(path("dos")).lines == std::vector<std::string>{"one", "", "two"}));
    }
    void countsLinesBytesAndProgress() {
        test::writeFile(path("count"), "ab\ncde\n");
        auto reader = *LineReader::open(path("count"));
        QVERIFY(reader->next());
        QCOMPARE(reader->lineNumber(), std::uint64_t{1});
        QCOMPARE(reader->bytesRead(), std::uint64_t{3});
        QVERIFY(reader->next());
        QVERIFY(!reader->next()->more);
        QCOMPARE(reader->lineNumber(), std::uint64_t{2});
        QCOMPARE(reader->bytesRead(), std::uint64_t{7});
        QCOMPARE(reader->progress(), 1.0);
    }
};

QTEST_APPLESS_MAIN(TestLineReader)
#include "test_line_reader.moc"
