// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/decimal.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

using core::ErrorCode;
using core::scaledDecimal;

class TestDecimal : public QObject {
    Q_OBJECT

private slots:
    void scales_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<quint64>("value");
        const auto row = [](const char* text, int decimals, quint64 value) {
            QTest::addRow("%s at %d", text, decimals) << QByteArray(text) << decimals << value;
        };
        row("0", 6, 0);
        row("1", 6, 1'000'000);
        row("1.5", 6, 1'500'000);
        row("1.", 2, 100);
        row(".25", 2, 25);
        row("000123.4500", 4, 1'234'500);
        // The service's own number: eight places of a coin that has six.
        row("32425292.22108698", 6, 32'425'292'221'087);
        row("32425292.2210865", 6, 32'425'292'221'087);
        row("32425292.22108649999999999999999999", 6, 32'425'292'221'086);
        // As doubles these would be 9007199254740992 and ...29999999999999.
        row("9007199254.740993", 6, 9'007'199'254'740'993);
        row("0.29", 9, 290'000'000);
        row("18446744073709.551615", 6, 18'446'744'073'709'551'615ULL);
        row("18446744073709551615", 0, 18'446'744'073'709'551'615ULL);
        row("18446744073709551615.4", 0, 18'446'744'073'709'551'615ULL);
        row("1e-7", 6, 0);
        row("5e-7", 6, 1);
        row("4.9e-7", 6, 0);
        row("5e-8", 6, 0);
        row("1E+3", 6, 1'000'000'000);
        row("1e3", 0, 1000);
        row("123e-2", 1, 12);
        row("125e-2", 1, 13);
        row("0e400", 9, 0);
        row("1e-400", 9, 0);
        row("0.000000000000000000000000000000000000000000000000000000000000000001", 9, 0);
        row("9.9999999", 6, 10'000'000);
    }
    void scales() {
        QFETCH(QByteArray, text);
        QFETCH(int, decimals);
        QFETCH(quint64, value);
        const auto got = scaledDecimal(text.constData(), decimals);
        QVERIFY2(got, got ? "" : got.error().message().c_str());
        QCOMPARE(quint64{*got}, value);
    }
    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const QByteArray& text, ErrorCode code) {
            QTest::newRow(text.isEmpty() ? "empty" : text.left(60).constData()) << text << int(code);
        };
        for (const char* text : {"",         ".",
                                 "-0",       "-1",
                                 "+1",       "1.2.3",
                                 "1,5",      "0x10",
                                 "abc",      "1e",
                                 "1e+",      "1e-",
                                 "e5",       ".e1",
                                 "1e5.5",    "1e+-5",
                                 "1e++5",    "1e5e5",
                                 "1 ",       " 1",
                                 "null",     "NaN",
                                 "Infinity", "1e401",
                                 "1e-401",   "1e99999999999999999999",
                                 "\"1\""})
            row(text, ErrorCode::BadValue);
        row("18446744073709551616e-0", ErrorCode::Overflow);
        row("18446744073709.551616", ErrorCode::Overflow);
        row("18446744073709.5516155", ErrorCode::Overflow);
        row("1e14", ErrorCode::Overflow);
        row("1e400", ErrorCode::Overflow);
        row(QByteArray(300, '9'), ErrorCode::Overflow);
        row(QByteArray(401, '1'), ErrorCode::BadValue);
        row(QByteArray(1'000'000, '1'), ErrorCode::BadValue);
        row("0." + QByteArray(1'000'000, '0'), ErrorCode::BadValue);
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto got = scaledDecimal({text.constData(), static_cast<std::size_t>(text.size())}, 6);
        QVERIFY(!got);
        QCOMPARE(int(got.error().code), code);
    }
    void readsBackEveryInteger() {
        std::mt19937_64 random(test::printedSeed(10));
        for (int i = 0; i < 5000; ++i) {
            const std::uint64_t value = random() >> test::below(random, 64);
            const int decimals = static_cast<int>(test::below(random, 20));
            std::string text = std::to_string(value);
            if (text.size() <= static_cast<std::size_t>(decimals))
                text.insert(0, static_cast<std::size_t>(decimals) + 1 - text.size(), '0');
            text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
            const auto got = scaledDecimal(text, decimals);
            QVERIFY2(got && *got == value, text.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "test_decimal.moc"
