// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/candle.h"
#endif

#include <QTest>

#include <limits>

using core::BarSpec;
using core::Candle;
using core::CandleBlocks;
using core::ErrorCode;
using core::OrderKey;

class TestBarSpec : public QObject {
    Q_OBJECT

private slots:
    void parses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<uint>("seconds");
        QTest::addColumn<uint>("trades");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* text, uint seconds, uint trades, const char* shown) {
            QTest::newRow(text) << QByteArray(text) << seconds << trades << QByteArray(shown);
        };
        row("1s", 1, 0, "1s");
        row("15s", 15, 0, "15s");
        row("60s", 60, 0, "1m");
        row("90s", 90, 0, "90s");
        row("5m", 300, 0, "5m");
        row("4h", 14'400, 0, "4h");
        row("24h", 86'400, 0, "1d");
        row("30d", 2'592'000, 0, "30d");
        row("720h", 2'592'000, 0, "30d");
        row("007m", 420, 0, "7m");
        row("1t", 0, 1, "1t");
        row("100t", 0, 100, "100t");
        row("100000t", 0, 100'000, "100000t");
    }
    void parses() {
        QFETCH(QByteArray, text);
        QFETCH(uint, seconds);
        QFETCH(uint, trades);
        QFETCH(QByteArray, shown);
        const auto spec = BarSpec::parse(text.constData());
        QVERIFY(spec);
        QCOMPARE(spec->seconds, seconds);
        QCOMPARE(spec->trades, trades);
        QCOMPARE(QByteArray::fromStdString(spec->text()), shown);
        QVERIFY(BarSpec::parse(spec->text()).value() == *spec);
    }
    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",        "s",           "m",           "5",           "0s",
                                 "0t",      "-1s",         "+1s",         "1.5m",        "5 m",
                                 " 5m",     "5m ",         "5mm",         "5M",          "5w",
                                 "5y",      "31d",         "721h",        "43201m",      "2592001s",
                                 "100001t", "4294967295s", "4294967296s", "4294967295d", "99999999999999999999s",
                                 "1e3s",    "0x5m"})
            QTest::newRow(*text == 0 ? "empty" : text) << QByteArray(text);
        QTest::newRow("huge") << QByteArray(1'000'000, '9');
        QTest::newRow("zero byte") << QByteArray("5m\0", 3);
    }
    void refuses() {
        QFETCH(QByteArray, text);
        const auto spec = BarSpec::parse({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!spec);
        QCOMPARE(int(spec.error().code), int(ErrorCode::BadValue));
        QVERIFY(!spec.error().context.empty());
    }
    void orderKeysCompareFieldByField() {
        const auto max = std::numeric_limits<std::uint64_t>::max();
        const std::vector<OrderKey> sorted{{0, 0, 0, 0},     {0, 0, 0, 1}, {0, 0, 1, 0},        {0, 1, 0, 0},
                                           {0, max, max, 2}, {1, 0, 0, 0}, {max, max, max, max}};
        for (std::size_t i = 0; i < sorted.size(); ++i)
            for (std::size_t k = 0; k < sorted.size(); ++k) QCOMPARE(sorted[i] < sorted[k], i < k);
    }
    void blocksCountAndIndex() {
        CandleBlocks blocks;
        QCOMPARE(blocks.size(), std::size_t{0});
        const auto block = [](std::size_t first, std::size_t count) {
            auto out = std::make_shared<std::vector<Candle>>(count);
            for (std::size_t i = 0; i < count; ++i) (*out)[i].openTime = static_cast<std::int64_t>(first + i);
            return out;
        };
        blocks.blocks.push_back(block(0, 3));
        QCOMPARE(blocks.size(), std::size_t{3});
        blocks.blocks = {block(0, CandleBlocks::kBlockSize), block(CandleBlocks::kBlockSize, 7)};
        QCOMPARE(blocks.size(), CandleBlocks::kBlockSize + 7);
        for (std::size_t i = 0; i < blocks.size(); ++i)
            QCOMPARE(blocks.at(i).openTime, static_cast<std::int64_t>(i));
    }
};

QTEST_APPLESS_MAIN(TestBarSpec)
#include "test_bar_spec.moc"
