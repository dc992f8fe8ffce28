// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/text.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <cmath>
#include <limits>

using core::sanitizeText;
using core::validUtf8;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

constexpr std::size_t kNoLimit = 1'000'000;

}  // namespace

class TestText : public QObject {
    Q_OBJECT

private slots:
    void sanitizes_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* name, const QByteArray& raw, const QByteArray& shown) {
            QTest::newRow(name) << raw << shown;
        };
        row("plain", "Dogwif 100%", "Dogwif 100%");
        row("accents, CJK, emoji", "Ünï 狗狗币 \xf0\x9f\x90\xb6", "Ünï 狗狗币 \xf0\x9f\x90\xb6");
        row("control characters", QByteArray("a\0\n\r\t\x1b[31mb\x7f", 12), "a[31mb");
        row("C1 controls",
            "a\xc2\x80\xc2\x9f"
            "b",
            "ab");
        row("right-to-left override",
            "SOL\xe2\x80\xae"
            "CDSU",
            "SOLCDSU");
        row("bidi isolates", "\xe2\x81\xa6x\xe2\x81\xa9\xe2\x80\xaa\xe2\x80\xac\xd8\x9c", "x");
        row("zero width",
            "U\xe2\x80\x8bS\xe2\x80\x8c"
            "D\xe2\x80\x8d"
            "C\xef\xbb\xbf",
            "USDC");
        row("soft hyphen, word joiner", "a\xc2\xad\xe2\x81\xa0z", "az");
        row("line and paragraph separator", "a\xe2\x80\xa8\xe2\x80\xa9z", "az");
        row("hangul fillers", "\xe3\x85\xa4\xef\xbe\xa0\xe1\x85\x9f\xe1\x85\xa0", "");
        row("tag characters", "x\xf3\xa0\x81\xa1\xf3\xa0\x81\xbf", "x");
        row("stray continuation", "a\x80z", "a\xef\xbf\xbdz");
        row("overlong slash", "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd");
        row("overlong zero", "\xe0\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        row("surrogate half", "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        row("past U+10FFFF", "\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        row("last code point", "\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf");
        row("cut sequence", "a\xf0\x9f\x90", "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        row("cut sequence before a letter", "\xe2\x80z", "\xef\xbf\xbd\xef\xbf\xbdz");
        row("five-byte form", "\xf8\x88\x80\x80\x80",
            "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        row("nothing", "", "");
    }
    void sanitizes() {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(sanitizeText(view(raw), kNoLimit)), shown);
    }
    void cutsByCodePoint() {
        QCOMPARE(sanitizeText("abcdef", 6), std::string("abcdef"));
        QCOMPARE(sanitizeText("abcdef", 5), std::string("abcde…"));
        QCOMPARE(sanitizeText("狗狗币", 2), std::string("狗狗…"));
        QCOMPARE(sanitizeText("a\xe2\x80\xae\xe2\x80\xae\xe2\x80\xae"
                              "b",
                              2),
                 std::string("ab"));
        QCOMPARE(sanitizeText("ab\xe2\x80\xae", 2), std::string("ab"));
        QCOMPARE(sanitizeText("x", 0), std::string("…"));
        QCOMPARE(sanitizeText("", 0), std::string());
    }
    void hugeTextIsCut() {
        const std::string shown = sanitizeText(std::string(50'000'000, 'A'), 32);
        QCOMPARE(shown, std::string(32, 'A') + "…");
    }
    void outputIsAlwaysValidAndStable() {
        std::mt19937_64 random(test::printedSeed(21));
        for (int i = 0; i < 4000; ++i) {
            const auto bytes = test::randomBytes(random, test::below(random, 80));
            const std::string_view raw{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
            const std::string shown = sanitizeText(raw, kNoLimit);
            QCOMPARE(validUtf8(shown), shown);
            QCOMPARE(sanitizeText(shown, kNoLimit), shown);
            QCOMPARE(QString::fromUtf8(shown).toUtf8().toStdString(), shown);
            const std::string valid = validUtf8(raw);
            QCOMPARE(validUtf8(valid), valid);
        }
    }
    void validUtf8KeepsControls() {
        QCOMPARE(validUtf8("a\n\xe2\x80\xae\xff"), std::string("a\n\xe2\x80\xae\xef\xbf\xbd"));
    }
    void shortensKeys() {
        QCOMPARE(core::shortKey("6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P"), std::string("6EF8…wF6P"));
        QCOMPARE(core::shortKey("1234567890"), std::string("1234567890"));
        QCOMPARE(core::shortKey("12345678901"), std::string("1234…8901"));
        QCOMPARE(core::shortKey(""), std::string());
    }
    void tellsTime_data() {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("epoch") << qint64{0} << QByteArray("1970-01-01T00:00:00Z");
        QTest::newRow("before the epoch") << qint64{-1} << QByteArray("1969-12-31T23:59:59Z");
        QTest::newRow("leap day") << qint64{1'709'208'000} << QByteArray("2024-02-29T12:00:00Z");
        QTest::newRow("interfaces") << qint64{1'795'446'000} << QByteArray("2026-11-23T15:00:00Z");
        QTest::newRow("last second") << qint64{253'402'300'799} << QByteArray("9999-12-31T23:59:59Z");
        QTest::newRow("past the last") << qint64{253'402'300'800} << QByteArray("253402300800");
        QTest::newRow("first second") << qint64{-62'135'596'800} << QByteArray("0001-01-01T00:00:00Z");
        QTest::newRow("year 999") << qint64{-30'610'224'001} << QByteArray("0999-12-31T23:59:59Z");
        QTest::newRow("before the first") << qint64{-62'135'596'801} << QByteArray("-62135596801");
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << QByteArray("-9223372036854775808");
        QTest::newRow("most") << std::numeric_limits<qint64>::max() << QByteArray("9223372036854775807");
    }
    void tellsTime() {
        QFETCH(qint64, seconds);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(core::rfc3339(seconds)), text);
    }
    void writesDoublesThatReadBack() {
        QCOMPARE(core::shortestDouble(0.1), std::string("0.1"));
        QCOMPARE(core::shortestDouble(2.81e-8), std::string("2.81e-08"));
        QCOMPARE(core::shortestDouble(123456789012345678901.0), std::string("1.2345678901234568e+20"));
        QCOMPARE(core::shortestDouble(-18446744073709551616.0), std::string("-1.8446744073709552e+19"));
        QCOMPARE(core::shortestDouble(1e17), std::string("1e+17"));
        QCOMPARE(core::shortestDouble(std::nan("")), std::string("null"));
        QCOMPARE(core::shortestDouble(std::numeric_limits<double>::infinity()), std::string("null"));
        QCOMPARE(core::shortestDouble(-std::numeric_limits<double>::infinity()), std::string("null"));
        std::mt19937_64 random(test::printedSeed(64));
        for (int i = 0; i < 5000; ++i) {
            const double value = std::bit_cast<double>(random());
            if (!std::isfinite(value)) continue;
            QCOMPARE(std::bit_cast<quint64>(std::strtod(core::shortestDouble(value).c_str(), nullptr)),
                     std::bit_cast<quint64>(value));
        }
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
