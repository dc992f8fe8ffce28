// SPDX-License-Identifier: GPL-3.0-or-later
// Bars without a widget: pyramid, Heikin-Ashi, quiet times, times and places, words of prices.
#include "fake_market.h"
#include "ui/chart/bar_series.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/heikin_ashi.h"
#include "ui/chart/price_display.h"
#include "ui/chart/time_map.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace ui;

namespace {

const BarSource kSource{6, 9, 0, false};

Bar plainSum(const BarSeries& series, std::size_t first, std::size_t last) {
    Bar out = series.at(first);
    for (std::size_t i = first + 1; i < last; ++i) {
        out.high = std::max(out.high, series.at(i).high);
        out.low = std::min(out.low, series.at(i).low);
        out.close = series.at(i).close;
        out.volume += series.at(i).volume;
        out.buys += series.at(i).buys;
    }
    return out;
}

}  // namespace

class TstChartBars : public QObject {
    Q_OBJECT
private slots:
    void bucketsAreExactForAnyStretch() {
        BarSeries series;
        series.assign(fake::blocks(fake::candles(3000)), kSource);
        std::mt19937 random(5);
        for (int round = 0; round < 500; ++round) {
            const std::size_t first = random() % 2999;
            const std::size_t last = first + 1 + random() % (3000 - first);
            const Bar got = series.bucket(first, last);
            const Bar wanted = plainSum(series, first, last);
            QCOMPARE(got.open, wanted.open);
            QCOMPARE(got.high, wanted.high);
            QCOMPARE(got.low, wanted.low);
            QCOMPARE(got.close, wanted.close);
            QCOMPARE(got.buys, wanted.buys);
            QVERIFY(std::abs(got.volume - wanted.volume) <= 1e-9 * wanted.volume);
        }
    }
    void growingIsTheSameAsTakingItWhole() {
        auto candles = fake::candles(1500);
        BarSeries grown;
        for (std::size_t count = 1; count <= candles.size(); count += 1 + count % 37) {
            const std::vector<core::Candle> part(candles.begin(),
                                                 candles.begin() + static_cast<std::ptrdiff_t>(count));
            grown.assign(fake::blocks(part), kSource);
        }
        // A late trade changes a bar long closed.
        candles[700].high.quote *= 3;
        const std::size_t changed = grown.assign(fake::blocks(candles), kSource);
        QVERIFY(changed <= 700);
        BarSeries whole;
        whole.assign(fake::blocks(candles), kSource);
        QCOMPARE(grown.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) QVERIFY(grown.at(i) == whole.at(i));
        QCOMPARE(grown.bucket(3, 1499).high, whole.bucket(3, 1499).high);
        QCOMPARE(whole.bucket(600, 800).high, whole.at(700).high);
    }
    void aTickTellsItsBarAlone() {
        auto candles = fake::candles(600);
        BarSeries series;
        series.assign(fake::blocks(candles), kSource);
        ++candles.back().buys;
        QCOMPARE(series.assign(fake::blocks(candles), kSource), std::size_t{599});
        QCOMPARE(series.assign(fake::blocks(candles), kSource), std::size_t{600});
        candles.resize(300);
        series.assign(fake::blocks(candles), kSource);
        QCOMPARE(series.size(), std::size_t{300});
        QCOMPARE(series.bucket(0, 300).close, series.at(299).close);
    }
    void quietTimesAreFilledWhenAsked() {
        auto candles = fake::candles(3);
        candles[1].openTime = candles[0].openTime + 5;
        candles[2].openTime = candles[0].openTime + 25;
        BarSeries series;
        series.assign(fake::blocks(candles), {6, 9, 5, false});
        QCOMPARE(series.size(), std::size_t{6});
        QVERIFY(!series.at(3).traded);
        QCOMPARE(series.at(3).high, series.at(1).close);
        QCOMPARE(series.at(3).volume, 0.0);
        QCOMPARE(series.at(5).openTime, candles[2].openTime);
        QVERIFY(series.at(5).traded);
        series.assign(fake::blocks(candles), kSource);
        QCOMPARE(series.size(), std::size_t{3});
        // Years of silence stay bounded.
        candles[2].openTime = candles[0].openTime + 1'000'000'000;
        series.assign(fake::blocks(candles), {6, 9, 1, false});
        QCOMPARE(series.size(), 4 + 4 + BarSeries::kLongestFill - 1);
    }
    void joinedBarsOpenAtTheCloseBefore() {
        auto candles = fake::candles(50);
        for (std::size_t i = 0; i < 50; i += 2) candles[i].open = candles[i].low;
        BarSeries series;
        series.assign(fake::blocks(candles), {6, 9, 0, true});
        QCOMPARE(series.at(0).open, candles[0].open.value(6, 9));
        for (std::size_t i = 1; i < 50; ++i) {
            QCOMPARE(series.at(i).open, series.at(i - 1).close);
            QVERIFY(series.at(i).low <= series.at(i).open && series.at(i).high >= series.at(i).open);
            QCOMPARE(series.at(i).close, candles[i].close.value(6, 9));
        }
    }
    void heikinAshi() {
        BarPyramid raw;
        raw.push({.open = 10, .high = 14, .low = 8, .close = 12});
        raw.push({.open = 12, .high = 16, .low = 11, .close = 15});
        raw.seal();
        HeikinAshi smooth;
        smooth.update(raw, 0);
        QCOMPARE(smooth.bars().at(0).open, 11.0);
        QCOMPARE(smooth.bars().at(0).close, 11.0);
        QCOMPARE(smooth.bars().at(1).open, 11.0);
        QCOMPARE(smooth.bars().at(1).close, 13.5);
        QCOMPARE(smooth.bars().at(1).low, 11.0);
        raw.truncate(1);
        raw.push({.open = 12, .high = 20, .low = 11, .close = 19});
        raw.seal();
        smooth.update(raw, 1);
        QCOMPARE(smooth.bars().at(1).close, 15.5);
        QCOMPARE(smooth.bars().size(), std::size_t{2});
    }
    void timesAndPlacesAgree() {
        BarSeries series;
        auto candles = fake::candles(100);
        candles[60].openTime += 400;
        for (std::size_t i = 61; i < 100; ++i) candles[i].openTime += 400;
        series.assign(fake::blocks(candles), kSource);
        const TimeMap times(series.bars(), {5, 0});
        for (double key = -20; key < 130; key += 0.37) QVERIFY(std::abs(times.key(times.time(key)) - key) < 1e-6);
        QCOMPARE(times.bar(static_cast<double>(candles[60].openTime) + 3), std::size_t{60});
        // In the gap: the bar before it has ended.
        QCOMPARE(times.key(static_cast<double>(candles[59].openTime) + 200), 59.5);
        QCOMPARE(times.end(59), static_cast<double>(candles[59].openTime) + 5);
        const TimeMap empty(BarPyramid{}, {5, 0});
    }
    void pricesInEveryMeasure() {
        PriceDisplay display;
        QCOMPARE(display.text(4.127e-6), QStringLiteral("0.0₅4127"));
        display.supply = 1e9;
        display.marketCap = true;
        QCOMPARE(display.text(4.127e-6), QStringLiteral("4.127K"));
        display.dollarRate = 150;
        display.dollars = true;
        QCOMPARE(display.text(4.126e-6), QStringLiteral("618.9K"));
        QCOMPARE(display.text(4.126e-6, 500), QStringLiteral("618.9K"));
        QCOMPARE(display.unit(QStringLiteral("SOL")), QStringLiteral("MCap USD"));
        display.scale = PriceScale::Percent;
        display.percentBase = 4e-6;
        QCOMPARE(display.text(5e-6), QStringLiteral("+25.00%"));
        QCOMPARE(display.text(2e-6, 10), QStringLiteral("−50%"));
        QVERIFY(std::abs(display.price(display.shown(3e-6)) - 3e-6) < 1e-18);
        QCOMPARE(compactText(1.5e-8, 5e-9), QStringLiteral("0.0₇15"));
        QCOMPARE(compactText(-2e-8, 1e-8), QStringLiteral("−0.0₇2"));
        QCOMPARE(compactText(1'275'000, 5'000), QStringLiteral("1.275M"));
        QCOMPARE(compactText(12.44, 0), QStringLiteral("12.4"));
        // Without supply or rate nothing is made up.
        PriceDisplay unknown;
        unknown.marketCap = unknown.dollars = true;
        QCOMPARE(unknown.text(4.127e-6), QStringLiteral("0.0₅4127"));
        QCOMPARE(unknown.unit(QStringLiteral("SOL")), QStringLiteral("SOL"));
    }
    void bucketSizesAreWideEnough() {
        QCOMPARE(bucketSize(8), std::size_t{1});
        QCOMPARE(bucketSize(2), std::size_t{1});
        for (const double width : {1.9, 1.0, 0.3, 0.001}) {
            QVERIFY(width * static_cast<double>(bucketSize(width)) >= 2);
            QVERIFY(width * static_cast<double>(bucketSize(width)) < 4);
        }
    }
};

QTEST_APPLESS_MAIN(TstChartBars)
#include "tst_chart_bars.moc"
