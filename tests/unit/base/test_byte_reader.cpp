// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <limits>

using core::ByteReader;
using core::Int128;

namespace {

using Bytes = std::vector<std::uint8_t>;

// Bytes on the heap without slack, so that AddressSanitizer sees a read past the end.
Bytes exact(std::initializer_list<std::uint8_t> list) {
    Bytes out(list);
    out.shrink_to_fit();
    return out;
}

}  // namespace

class TestByteReader : public QObject {
    Q_OBJECT

private slots:
    void readsLittleEndianIntegers() {
        const Bytes bytes =
            exact({0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0xff});
        ByteReader reader{bytes};
        QCOMPARE(reader.integer<std::uint16_t>(), std::uint16_t{0x0201});
        QCOMPARE(reader.integer<std::uint32_t>(), std::uint32_t{0x06050403});
        QCOMPARE(reader.integer<std::uint64_t>(), std::uint64_t{0x0e0d0c0b0a090807});
        QCOMPARE(reader.remaining(), std::size_t{1});
        QCOMPARE(reader.integer<std::int8_t>(), std::int8_t{-1});
        QVERIFY(reader.atEnd());
        QVERIFY(!reader.failed());
    }
    void readsTheWidestValues() {
        const Bytes bytes(40, 0xff);
        ByteReader reader{bytes};
        QCOMPARE(reader.integer<std::uint64_t>(), std::numeric_limits<std::uint64_t>::max());
        QCOMPARE(reader.integer<std::int64_t>(), std::int64_t{-1});
        QVERIFY(reader.int128() == Int128{-1});
        const Bytes low = exact({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80});
        QVERIFY(ByteReader{low}.int128() == std::numeric_limits<Int128>::min());
    }
    void failsAtEveryShortLength() {
        for (std::size_t size = 0; size < 16; ++size) {
            const Bytes bytes(size, 0x7f);
            {
                ByteReader reader{bytes};
                QVERIFY(reader.int128() == 0);
                QVERIFY(reader.failed());
                QCOMPARE(reader.position(), std::size_t{0});
            }
            if (size >= 8) continue;
            ByteReader reader{bytes};
            QCOMPARE(reader.integer<std::uint64_t>(), std::uint64_t{0});
            QVERIFY(reader.failed());
            // Once failed, bytes that are there are not given out any more.
            QCOMPARE(reader.integer<std::uint8_t>(), std::uint8_t{0});
            QVERIFY(reader.bytes(0).empty());
            QVERIFY(reader.string().empty());
            QVERIFY(reader.failed());
        }
    }
    void takesViewsWithinBounds() {
        const Bytes bytes = exact({1, 2, 3});
        ByteReader reader{bytes};
        QCOMPARE(reader.bytes(0).size(), std::size_t{0});
        QVERIFY(!reader.failed());
        const auto view = reader.bytes(3);
        QVERIFY(view.data() == bytes.data());
        QVERIFY(reader.atEnd());
        QCOMPARE(reader.bytes(0).size(), std::size_t{0});
        QVERIFY(!reader.failed());
        QVERIFY(reader.bytes(1).empty());
        QVERIFY(reader.failed());
    }
    void refusesSizesThatWouldWrap() {
        const Bytes bytes = exact({1, 2, 3});
        ByteReader reader{bytes};
        QCOMPARE(reader.integer<std::uint8_t>(), std::uint8_t{1});
        QVERIFY(reader.bytes(std::numeric_limits<std::size_t>::max()).empty());
        QVERIFY(reader.failed());
    }
    void booleansAreZeroOrOne() {
        for (int value = 0; value < 256; ++value) {
            const Bytes bytes = exact({static_cast<std::uint8_t>(value)});
            ByteReader reader{bytes};
            QCOMPARE(reader.boolean(), value == 1);
            QCOMPARE(reader.failed(), value > 1);
        }
        ByteReader none{std::span<const std::uint8_t>{}};
        QVERIFY(!none.boolean());
        QVERIFY(none.failed());
    }
    void strings_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& bytes, bool good, const QByteArray& text = {}) {
            QTest::newRow(name) << bytes << good << text;
        };
        row("empty", QByteArray("\0\0\0\0", 4), true);
        row("three", QByteArray("\3\0\0\0abc", 7), true, "abc");
        row("one too few", QByteArray("\4\0\0\0abc", 7), false);
        row("2^32-1",
            QByteArray("\xff\xff\xff\xff"
                       "abc",
                       7),
            false);
        row("2^31",
            QByteArray("\0\0\0\x80"
                       "abc",
                       7),
            false);
        row("no room for the length", QByteArray("\1\0\0", 3), false);
        row("no bytes", QByteArray(), false);
        row("invalid UTF-8 passes through", QByteArray("\2\0\0\0\xff\xfe", 6), true, "\xff\xfe");
    }
    void strings() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        QFETCH(QByteArray, text);
        const Bytes input(bytes.begin(), bytes.end());
        ByteReader reader{input};
        const auto read = reader.string();
        QCOMPARE(!reader.failed(), good);
        QCOMPARE(QByteArray(read.data(), static_cast<qsizetype>(read.size())), text);
    }
    void compactLengths_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<bool>("good");
        QTest::addColumn<int>("value");
        QTest::newRow("0") << QByteArray("00") << true << 0;
        QTest::newRow("5") << QByteArray("05") << true << 5;
        QTest::newRow("127") << QByteArray("7f") << true << 127;
        QTest::newRow("128") << QByteArray("8001") << true << 128;
        QTest::newRow("16383") << QByteArray("ff7f") << true << 16383;
        QTest::newRow("16384") << QByteArray("808001") << true << 16384;
        QTest::newRow("65535") << QByteArray("ffff03") << true << 65535;
        QTest::newRow("65536") << QByteArray("808004") << false << 0;
        QTest::newRow("2^21-1") << QByteArray("ffff7f") << false << 0;
        QTest::newRow("four bytes") << QByteArray("80808001") << false << 0;
        QTest::newRow("ends after one") << QByteArray("80") << false << 0;
        QTest::newRow("ends after two") << QByteArray("8080") << false << 0;
        QTest::newRow("nothing") << QByteArray() << false << 0;
    }
    void compactLengths() {
        QFETCH(QByteArray, hex);
        QFETCH(bool, good);
        QFETCH(int, value);
        const QByteArray raw = QByteArray::fromHex(hex);
        const Bytes input(raw.begin(), raw.end());
        ByteReader reader{input};
        const auto read = reader.compactU16();
        QCOMPARE(!reader.failed(), good);
        if (good) QCOMPARE(int(read), value);
    }
    void readsWhatTheWriterWrote() {
        std::vector<std::uint8_t> bytes;
        core::ByteWriter writer{bytes};
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        constexpr std::uint64_t kNumbers[] = {0, 1, 127, 128, 16'383, 16'384, std::uint64_t{1} << 63U, kMost};
        constexpr std::int64_t kSigned[] = {
            0, -1, 1, -64, 64, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
        for (const std::uint64_t number : kNumbers) writer.varint(number);
        for (const std::int64_t number : kSigned) writer.signedVarint(number);
        writer.fixed(0.1);
        writer.text("a\0b");
        writer.text({});
        writer.byte(7);
        core::ByteReader reader{bytes};
        for (const std::uint64_t number : kNumbers) QCOMPARE(reader.varint(), number);
        for (const std::int64_t number : kSigned) QCOMPARE(reader.signedVarint(), number);
        QCOMPARE(std::bit_cast<double>(reader.integer<std::uint64_t>()), 0.1);
        QCOMPARE(reader.text(), std::string_view{"a\0b"});
        QCOMPARE(reader.text(), std::string_view{});
        QCOMPARE(reader.integer<std::uint8_t>(), std::uint8_t{7});
        QVERIFY(!reader.failed() && reader.atEnd());
        // Cut anywhere, it fails and gives nothing that is not there.
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            core::ByteReader cut{std::span{bytes}.first(size)};
            for (std::size_t i = 0; i < std::size(kNumbers); ++i) (void)cut.varint();
            for (std::size_t i = 0; i < std::size(kSigned); ++i) (void)cut.signedVarint();
            (void)cut.integer<std::uint64_t>();
            QVERIFY(cut.text().size() <= size);
            (void)cut.text();
            (void)cut.integer<std::uint8_t>();
            QVERIFY(cut.failed());
        }
    }
    void refusesNumbersAndTextsThatDoNotFit() {
        const std::vector<std::uint8_t> wide(11, 0xff);
        core::ByteReader eleven{wide};
        QCOMPARE(eleven.varint(), std::uint64_t{0});
        QVERIFY(eleven.failed());
        std::vector<std::uint8_t> tenth(9, 0x80);
        tenth.push_back(2);  // bit 64
        core::ByteReader over{tenth};
        (void)over.varint();
        QVERIFY(over.failed());
        std::vector<std::uint8_t> huge;
        core::ByteWriter{huge}.varint(std::numeric_limits<std::uint64_t>::max());
        core::ByteReader text{huge};
        QVERIFY(text.text().empty() && text.failed());
    }

    void neverLeavesItsSpan() {
        std::mt19937_64 random(test::printedSeed(8));
        for (int round = 0; round < 5000; ++round) {
            const Bytes bytes = test::randomBytes(random, test::below(random, 40));
            ByteReader reader{bytes};
            std::size_t before = 0;
            for (int step = 0; step < 12; ++step) {
                switch (test::below(random, 8)) {
                    case 0: reader.integer<std::uint8_t>(); break;
                    case 1: reader.integer<std::uint16_t>(); break;
                    case 2: reader.integer<std::uint32_t>(); break;
                    case 3: reader.integer<std::uint64_t>(); break;
                    case 4: reader.int128(); break;
                    case 5: reader.boolean(); break;
                    case 6: {
                        const auto view = reader.string();
                        QVERIFY(view.size() <= bytes.size());
                        break;
                    }
                    default: {
                        const auto view = reader.bytes(reader.compactU16());
                        QVERIFY(view.empty() || (view.data() >= bytes.data() &&
                                                 view.data() + view.size() <= bytes.data() + bytes.size()));
                    }
                }
                QVERIFY(reader.position() >= before);
                QVERIFY(reader.position() <= bytes.size());
                QCOMPARE(reader.remaining(), bytes.size() - reader.position());
                before = reader.position();
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestByteReader)
#include "test_byte_reader.moc"
