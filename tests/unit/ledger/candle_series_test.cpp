// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/candle_series.h"
#include "core/ledger/token_ledger.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <sstream>
#include <vector>

using core::BarSpec;
using core::Candle;
using core::OrderKey;
using core::PriceRatio;
using core::Side;
using core::ledger::CandleSeries;
using core::ledger::TradePoint;

namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
constexpr std::int64_t kNoon = 1'795'435'200;  // 2026-11-23T12:00:00Z, a multiple of four hours

TradePoint point(std::uint64_t number, std::int64_t time, std::uint64_t base, std::uint64_t quote,
                 Side side = Side::Buy) {
    return {OrderKey{static_cast<std::uint64_t>(time), kMost, kMost, number}, time, base, quote, side};
}

// Amounts of every size, a few without coins, some slots with indexes and some without; keys are unique.
std::vector<TradePoint> randomTrades(std::mt19937_64& random, std::size_t count) {
    std::vector<TradePoint> out;
    std::int64_t time = kNoon - 7;
    std::uint64_t slot = 371'000'000;
    for (std::size_t i = 0; i < count; ++i) {
        if (test::below(random, 3) == 0) {
            ++slot;
            time += static_cast<std::int64_t>(test::below(random, 2));
        }
        if (test::below(random, 60) == 0) time += static_cast<std::int64_t>(test::below(random, 4'000));
        if (test::below(random, 900) == 0) time += static_cast<std::int64_t>(test::below(random, 90'000));
        const bool indexed = slot % 2 == 0;
        TradePoint trade;
        trade.key = {slot, indexed ? test::below(random, 1'000) : kMost, indexed ? i : kMost, i};
        trade.time = time;
        const unsigned bits = static_cast<unsigned>(test::below(random, 64));
        trade.base = test::below(random, 40) == 0 ? 0 : (random() >> bits) | 1U;
        trade.quote = random() >> test::below(random, 64);
        trade.side = test::below(random, 2) == 0 ? Side::Buy : Side::Sell;
        out.push_back(trade);
    }
    return out;
}

__extension__ using Wide = unsigned __int128;

bool cheaper(const TradePoint& a, const TradePoint& b) {
    return static_cast<Wide>(a.quote) * b.base < static_cast<Wide>(b.quote) * a.base;
}

std::uint64_t sumHeldAtMost(std::uint64_t a, std::uint64_t b) {
    const Wide sum = static_cast<Wide>(a) + b;
    return sum > kMost ? kMost : static_cast<std::uint64_t>(sum);
}

// One bar out of its trades, looked at all at once.
Candle barOf(std::int64_t openTime, std::vector<TradePoint> trades) {
    Candle bar;
    bar.openTime = openTime;
    for (const TradePoint& trade : trades) {
        bar.baseVolume = sumHeldAtMost(bar.baseVolume, trade.base);
        bar.quoteVolume = sumHeldAtMost(bar.quoteVolume, trade.quote);
        if (trade.side == Side::Buy) bar.buyQuoteVolume = sumHeldAtMost(bar.buyQuoteVolume, trade.quote);
        ++(trade.side == Side::Buy ? bar.buys : bar.sells);
    }
    std::erase_if(trades, [](const TradePoint& trade) { return trade.base == 0 || trade.quote == 0; });
    if (trades.empty()) return bar;
    std::sort(trades.begin(), trades.end(), [](const TradePoint& a, const TradePoint& b) { return a.key < b.key; });
    const auto ratio = [](const TradePoint& trade) { return PriceRatio{trade.quote, trade.base}; };
    bar.open = ratio(trades.front());
    bar.openKey = trades.front().key;
    bar.close = ratio(trades.back());
    bar.closeKey = trades.back().key;
    bar.high = ratio(*std::max_element(trades.begin(), trades.end(), cheaper));
    bar.low = ratio(*std::min_element(trades.begin(), trades.end(), cheaper));
    return bar;
}

std::vector<Candle> naive(const std::vector<TradePoint>& trades, BarSpec spec) {
    std::vector<Candle> out;
    if (spec.trades != 0) {
        for (std::size_t i = 0; i < trades.size(); i += spec.trades) {
            const auto end = std::min<std::size_t>(trades.size(), i + spec.trades);
            out.push_back(barOf(trades[i].time, {trades.begin() + static_cast<std::ptrdiff_t>(i),
                                                 trades.begin() + static_cast<std::ptrdiff_t>(end)}));
        }
        return out;
    }
    const auto seconds = static_cast<std::int64_t>(spec.seconds);
    std::map<std::int64_t, std::vector<TradePoint>> buckets;
    for (const TradePoint& trade : trades)
        buckets[trade.time - ((trade.time % seconds) + seconds) % seconds].push_back(trade);
    for (auto& [time, inBucket] : buckets) out.push_back(barOf(time, inBucket));
    return out;
}

std::string shown(const Candle& bar) {
    std::ostringstream out;
    const auto ratio = [&](const PriceRatio& price) { out << ' ' << price.quote << '/' << price.base; };
    out << bar.openTime << " ohlc";
    for (const auto& price : {bar.open, bar.high, bar.low, bar.close}) ratio(price);
    out << " volume " << bar.baseVolume << ' ' << bar.quoteVolume << ' ' << bar.buyQuoteVolume << " trades "
        << bar.buys << '+' << bar.sells << " keys " << bar.openKey.arrival << ' ' << bar.closeKey.arrival;
    return out.str();
}

bool same(const Candle& a, const Candle& b) {
    const auto exactly = [](const PriceRatio& x, const PriceRatio& y) {
        return x.quote == y.quote && x.base == y.base;
    };
    // Several trades may share the extreme price as different ratios; any of them is right.
    return a.openTime == b.openTime && exactly(a.open, b.open) && exactly(a.close, b.close) && a.high == b.high &&
           a.low == b.low && a.baseVolume == b.baseVolume && a.quoteVolume == b.quoteVolume &&
           a.buyQuoteVolume == b.buyQuoteVolume && a.buys == b.buys && a.sells == b.sells &&
           a.openKey == b.openKey && a.closeKey == b.closeKey;
}

// Empty when both are the same bars, else where they differ first.
std::string difference(const std::vector<Candle>& got, const std::vector<Candle>& expected) {
    for (std::size_t i = 0; i < std::min(got.size(), expected.size()); ++i)
        if (!same(got[i], expected[i]))
            return "bar " + std::to_string(i) + ": " + shown(got[i]) + "\nexpected " + shown(expected[i]);
    if (got.size() != expected.size())
        return std::to_string(got.size()) + " bars, expected " + std::to_string(expected.size());
    return {};
}

std::vector<Candle> flat(const core::CandleBlocks& blocks) {
    std::vector<Candle> out;
    for (std::size_t i = 0; i < blocks.size(); ++i) out.push_back(blocks.at(i));
    return out;
}

void everyInterval() {
    QTest::addColumn<QString>("interval");
    for (const char* interval : {"1s", "5s", "15s", "30s", "1m", "5m", "15m", "1h", "4h", "1d"})
        QTest::newRow(interval) << interval;
}
void everyTradeCount() {
    QTest::addColumn<QString>("interval");
    for (const char* interval : {"1t", "2t", "7t", "100t", "1000t", "100000t"}) QTest::newRow(interval) << interval;
}

BarSpec fetched(const QString& interval) {
    return *BarSpec::parse(interval.toStdString());
}

}  // namespace

#define COMPARE_BARS(got, expected)                                \
    do {                                                           \
        const std::string trouble = difference((got), (expected)); \
        QVERIFY2(trouble.empty(), trouble.c_str());                \
    } while (false)

class CandleSeriesTest : public QObject {
    Q_OBJECT
private slots:
    void timeBarsDoNotDependOnArrival_data() { everyInterval(); }
    void timeBarsDoNotDependOnArrival() {
        QFETCH(QString, interval);
        const BarSpec spec = fetched(interval);
        auto random = test::seeded("candles by time");
        const auto trades = randomTrades(random, 3'000);
        const auto expected = naive(trades, spec);
        for (int round = 0; round < 6; ++round) {
            auto arrival = trades;
            if (round == 1) std::reverse(arrival.begin(), arrival.end());
            if (round > 1 && round < 4) std::shuffle(arrival.begin(), arrival.end(), random);
            if (round >= 4) {  // as a live feed is late: a few trades come some places after their turn
                for (std::size_t i = 0; i + 50 < arrival.size(); i += 1 + test::below(random, 40))
                    std::swap(arrival[i], arrival[i + 1 + test::below(random, 49)]);
            }
            CandleSeries series{spec};
            for (const TradePoint& trade : arrival) series.add(trade);
            COMPARE_BARS(series.candles(), expected);
            COMPARE_BARS(flat(series.blocks()), expected);
        }
    }

    void tradeBarsFollowArrival_data() { everyTradeCount(); }
    void tradeBarsFollowArrival() {
        QFETCH(QString, interval);
        const BarSpec spec = fetched(interval);
        auto random = test::seeded("candles by trades");
        auto trades = randomTrades(random, 3'000);
        for (int round = 0; round < 3; ++round) {
            CandleSeries series{spec};
            for (const TradePoint& trade : trades) series.add(trade);
            COMPARE_BARS(series.candles(), naive(trades, spec));
            std::shuffle(trades.begin(), trades.end(), random);
        }
    }

    void anySplitGivesTheSameBars_data() {
        everyInterval();
        QTest::newRow("3t") << "3t";
        QTest::newRow("100t") << "100t";
    }
    // A picture taken between any two trades shows the bars of the trades so far, and taking it changes nothing.
    void anySplitGivesTheSameBars() {
        QFETCH(QString, interval);
        const BarSpec spec = fetched(interval);
        auto random = test::seeded("candles by split");
        auto trades = randomTrades(random, 1'500);
        if (spec.trades == 0) std::shuffle(trades.begin(), trades.end(), random);
        CandleSeries series{spec};
        std::vector<TradePoint> soFar;
        std::uint64_t version = series.version();
        while (soFar.size() < trades.size()) {
            const std::size_t part = 1 + test::below(random, 400);
            for (std::size_t i = 0; i < part && soFar.size() < trades.size(); ++i) {
                series.add(trades[soFar.size()]);
                soFar.push_back(trades[soFar.size()]);
                QVERIFY(series.version() != version);
                version = series.version();
            }
            COMPARE_BARS(flat(series.blocks()), naive(soFar, spec));
        }
    }

    // A series that is asked for late is built from what the coin kept and goes on from there.
    void aLateSeriesIsTheSeriesFromTheStart() {
        auto random = test::seeded("late series");
        const auto trades = randomTrades(random, 2'000);
        core::ledger::TokenLedger early{test::mintOf(1)};
        core::ledger::TokenLedger late{test::mintOf(1)};
        const BarSpec spec{15, 0};
        (void)early.series(spec);
        for (std::size_t i = 0; i < trades.size(); ++i) {
            const auto event =
                test::tradeEvent(i, trades[i].key.slot, trades[i].side, trades[i].base, trades[i].quote, 1 + i % 7);
            const auto& trade = std::get<core::Trade>(event.body);
            early.apply(event.at, trade, trades[i].key, trades[i].time);
            late.apply(event.at, trade, trades[i].key, trades[i].time);
            if (i == 777) (void)late.series(spec);
        }
        COMPARE_BARS(early.series(spec).candles(), naive(trades, spec));
        COMPARE_BARS(late.series(spec).candles(), naive(trades, spec));
        // More intervals than are kept at once: those that made room come back whole.
        for (const char* interval : {"1s", "5s", "30s", "1m", "5m", "1h", "15s"}) {
            const BarSpec other = fetched(QString::fromLatin1(interval));
            COMPARE_BARS(late.series(other).candles(), naive(trades, other));
        }
    }

    void emptyIntervalsHaveNoBar() {
        CandleSeries series{BarSpec{60, 0}};
        series.add(point(1, kNoon, 10, 10));
        series.add(point(2, kNoon + 3'600, 10, 20));
        QCOMPARE(series.candles().size(), std::size_t{2});
        QCOMPARE(series.candles()[0].openTime, kNoon);
        QCOMPARE(series.candles()[1].openTime, kNoon + 3'600);
        // A late trade opens the bar of its own minute between them.
        series.add(point(3, kNoon + 1'799, 10, 15));
        QCOMPARE(series.candles().size(), std::size_t{3});
        QCOMPARE(series.candles()[1].openTime, kNoon + 1'740);
        QVERIFY(series.candles()[1].open == (PriceRatio{15, 10}));
        // And one before all of them the first.
        series.add(point(4, kNoon - 1, 10, 5));
        QCOMPARE(series.candles()[0].openTime, kNoon - 60);
        QCOMPARE(flat(series.blocks()).size(), std::size_t{4});
    }

    void lateTradesMoveOpenAndCloseByOrderNotByArrival() {
        CandleSeries series{BarSpec{60, 0}};
        const auto at = [](std::uint64_t slot, std::uint64_t index, std::uint64_t quote) {
            return TradePoint{OrderKey{slot, index, 0, 0}, kNoon, 100, quote, Side::Buy};
        };
        series.add(at(5, 5, 500));
        series.add(at(5, 1, 100));  // earlier in the block
        series.add(at(6, 0, 600));
        series.add(at(5, 9, 900));  // neither first nor last
        const Candle& bar = series.candles().front();
        QVERIFY(bar.open == (PriceRatio{100, 100}));
        QVERIFY(bar.close == (PriceRatio{600, 100}));
        QVERIFY(bar.high == (PriceRatio{900, 100}));
        QVERIFY(bar.low == (PriceRatio{100, 100}));
    }

    void timesBeforeTheEpochAreFloored() {
        CandleSeries series{BarSpec{60, 0}};
        series.add(point(1, -1, 1, 1));
        series.add(point(2, -60, 1, 1));
        series.add(point(3, -61, 1, 1));
        series.add(point(4, 0, 1, 1));
        QCOMPARE(series.candles().size(), std::size_t{3});
        QCOMPARE(series.candles()[0].openTime, std::int64_t{-120});
        QCOMPARE(series.candles()[1].openTime, std::int64_t{-60});
        QCOMPARE(series.candles()[2].openTime, std::int64_t{0});
    }

    void pricesAreExactAtTheLimits() {
        // Ratios that are the same double and differ by one part in 2^64.
        CandleSeries series{BarSpec{60, 0}};
        series.add(point(1, kNoon, kMost, kMost - 1));
        series.add(point(2, kNoon, kMost - 1, kMost - 1));
        series.add(point(3, kNoon, kMost - 1, kMost));
        series.add(point(4, kNoon, kMost, kMost - 2));
        const Candle& bar = series.candles().front();
        QCOMPARE(bar.high.quote, kMost);
        QCOMPARE(bar.high.base, kMost - 1);
        QCOMPARE(bar.low.quote, kMost - 2);
        QCOMPARE(bar.low.base, kMost);
        QVERIFY(bar.low < bar.open && bar.open < bar.high);
        // The widest spread there is.
        series.add(point(5, kNoon, kMost, 1));
        series.add(point(6, kNoon, 1, kMost));
        QVERIFY(series.candles().front().low == (PriceRatio{1, kMost}));
        QVERIFY(series.candles().front().high == (PriceRatio{kMost, 1}));
        // Sums stay at the top and do not wrap.
        QCOMPARE(series.candles().front().baseVolume, kMost);
        QCOMPARE(series.candles().front().quoteVolume, kMost);
        QCOMPARE(series.candles().front().buyQuoteVolume, kMost);
    }

    void tradesWithoutCoinsGiveNoPrice() {
        for (const BarSpec spec : {BarSpec{60, 0}, BarSpec{0, 10}}) {
            CandleSeries series{spec};
            series.add(point(1, kNoon, 0, 777));
            QCOMPARE(series.candles().size(), std::size_t{1});
            QVERIFY(!series.candles()[0].open.valid() && !series.candles()[0].high.valid());
            QVERIFY(!series.candles()[0].low.valid() && !series.candles()[0].close.valid());
            QCOMPARE(series.candles()[0].quoteVolume, std::uint64_t{777});
            series.add(point(2, kNoon, 10, 30, Side::Sell));
            series.add(point(3, kNoon, 0, 1, Side::Sell));
            const Candle& bar = series.candles()[0];
            for (const PriceRatio& price : {bar.open, bar.high, bar.low, bar.close})
                QVERIFY(price == (PriceRatio{30, 10}));
            QCOMPARE(bar.quoteVolume, std::uint64_t{808});
            QCOMPARE(bar.buyQuoteVolume, std::uint64_t{777});
            QCOMPARE(bar.buys, 1U);
            QCOMPARE(bar.sells, 2U);
        }
    }

    void sealedBlocksAreShared() {
        CandleSeries series{BarSpec{1, 0}};
        constexpr std::int64_t kBars = 3 * core::CandleBlocks::kBlockSize + 10;
        for (std::int64_t i = 0; i < kBars; ++i) series.add(point(static_cast<std::uint64_t>(i), kNoon + i, 1, 1));
        const auto first = series.blocks();
        QCOMPARE(first.blocks.size(), std::size_t{4});
        QCOMPARE(first.size(), static_cast<std::size_t>(kBars));
        const auto unchanged = series.blocks();
        QVERIFY(unchanged.blocks == first.blocks);
        series.add(point(5'000, kNoon + kBars, 1, 2));
        const auto grown = series.blocks();
        for (std::size_t i = 0; i < 3; ++i) QVERIFY(grown.blocks[i] == first.blocks[i]);
        QVERIFY(grown.blocks[3] != first.blocks[3]);
        // What was handed out before stays as it was.
        QCOMPARE(first.size(), static_cast<std::size_t>(kBars));
        // A late trade renews its block and those behind it only.
        series.add(point(5'001, kNoon + 300, 1, 9));
        const auto late = series.blocks();
        QVERIFY(late.blocks[0] == first.blocks[0]);
        QVERIFY(late.blocks[1] != first.blocks[1]);
        QVERIFY(late.at(300).high == (PriceRatio{9, 1}));
        QVERIFY(first.at(300).high == (PriceRatio{1, 1}));
    }
};

QTEST_APPLESS_MAIN(CandleSeriesTest)
#include "candle_series_test.moc"
