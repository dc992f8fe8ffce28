// SPDX-License-Identifier: GPL-3.0-or-later
// Published values: the example series of Tulip Indicators (github.com/TulipCharts/tulipindicators,
// tests/untest.txt), three decimals. RSI and ATR there are Wilder's of 1978.
#include "core/indicator/registry.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace core::indicator;

namespace {

constexpr std::array kHigh{82.15, 81.89, 83.03, 83.30, 83.85, 83.90, 83.33, 84.30,
                           84.84, 85.00, 85.90, 86.58, 86.98, 88.00, 87.87};
constexpr std::array kLow{81.29, 80.64, 81.31, 82.65, 83.07, 83.11, 82.49, 82.30,
                          84.15, 84.11, 84.03, 85.39, 85.76, 87.17, 87.01};
constexpr std::array kClose{81.59, 81.06, 82.87, 83.00, 83.61, 83.15, 82.84, 83.99,
                            84.55, 84.36, 85.53, 86.54, 86.89, 87.77, 87.29};

std::vector<BarInput> publishedBars() {
    std::vector<BarInput> out;
    for (std::size_t i = 0; i < kClose.size(); ++i) {
        BarInput bar;
        bar.openTime = static_cast<std::int64_t>(i) * 60;
        bar.open = i == 0 ? kClose[0] : kClose[i - 1];
        bar.high = kHigh[i];
        bar.low = kLow[i];
        bar.close = kClose[i];
        out.push_back(bar);
    }
    return out;
}

/// Every line at every bar. Asks for each bar twice, the first time with other numbers, as a forming bar does.
std::vector<std::array<double, kMostLines>> run(const char* id, const std::vector<double>& parameters,
                                                const std::vector<BarInput>& bars) {
    const Kind* kind = find(id);
    const auto given = parametersFor(*kind, parameters);
    const auto indicator = kind->make(given);
    std::vector<std::array<double, kMostLines>> out;
    for (const BarInput& bar : bars) {
        BarInput forming = bar;
        forming.close = bar.low;
        forming.volume = bar.volume / 3;
        std::array<double, kMostLines> lines{kNone, kNone, kNone};
        indicator->value(forming, lines);
        indicator->value(bar, lines);
        indicator->close(bar);
        out.push_back(lines);
    }
    return out;
}

/// The published numbers are the last ones; nothing may be told before them.
bool equals(const std::vector<std::array<double, kMostLines>>& got, std::size_t line,
            const std::vector<double>& published, std::size_t silentBefore) {
    const std::size_t from = got.size() - published.size();
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (i < silentBefore && known(got[i][line])) return false;
        if (i >= std::max(from, silentBefore) && !(std::abs(got[i][line] - published[i - from]) < 0.0006)) {
            qWarning("bar %zu line %zu: %f, published %f", i, line, got[i][line], published[i - from]);
            return false;
        }
    }
    return true;
}

}  // namespace

class IndicatorTest : public QObject {
    Q_OBJECT
private slots:
    void movingAverage() {
        QVERIFY(equals(run("ma", {5}, publishedBars()), 0,
                       {82.426, 82.738, 83.094, 83.318, 83.628, 83.778, 84.254, 84.994, 85.574, 86.218, 86.804},
                       4));
    }
    void exponentialAverage() {
        QVERIFY(equals(run("ema", {5}, publishedBars()), 0,
                       {81.590, 81.413, 81.899, 82.266, 82.714, 82.859, 82.853, 83.232, 83.671, 83.901, 84.444,
                        85.143, 85.725, 86.407, 86.701},
                       4));
    }
    void bollingerBands() {
        const auto got = run("bb", {5, 2}, publishedBars());
        QVERIFY(equals(
            got, 0, {84.322, 84.489, 83.655, 84.164, 84.838, 85.121, 85.997, 86.845, 87.612, 88.566, 88.319}, 4));
        QVERIFY(equals(
            got, 1, {82.426, 82.738, 83.094, 83.318, 83.628, 83.778, 84.254, 84.994, 85.574, 86.218, 86.804}, 4));
        QVERIFY(equals(
            got, 2, {80.530, 80.987, 82.533, 82.472, 82.418, 82.435, 82.511, 83.143, 83.536, 83.870, 85.289}, 4));
    }
    void wildersRsi() {
        QVERIFY(equals(run("rsi", {5}, publishedBars()), 0,
                       {72.034, 64.927, 75.936, 79.796, 74.713, 83.033, 87.478, 88.755, 91.483, 78.498}, 5));
    }
    void wildersAtr() {
        QVERIFY(equals(run("atr", {5}, publishedBars()), 0,
                       {1.116, 1.051, 1.009, 1.207, 1.136, 1.086, 1.243, 1.233, 1.230, 1.206, 1.137}, 4));
    }
    void macd() {
        // The published signal begins with the first value; here it stays silent until nine are there.
        const auto got = run("macd", {2, 5, 9}, publishedBars());
        QVERIFY(equals(got, 0, {0.618, 0.351, 0.111, 0.416, 0.578, 0.422, 0.684, 0.927, 0.891, 0.979, 0.621}, 4));
        QVERIFY(equals(got, 1, {0.618, 0.564, 0.474, 0.462, 0.485, 0.473, 0.515, 0.597, 0.656, 0.721, 0.701}, 12));
        QVERIFY(
            equals(got, 2, {0.000, -0.213, -0.363, -0.046, 0.093, -0.050, 0.169, 0.329, 0.235, 0.258, -0.080}, 12));
    }
    void rsiOfAMarketThatDoesNotMove() {
        std::vector<BarInput> flat(8);
        for (BarInput& bar : flat) bar.close = 1e-8;
        QCOMPARE(run("rsi", {3}, flat).back()[0], 50.0);
        flat.back().close = 2e-8;
        QCOMPARE(run("rsi", {3}, flat).back()[0], 100.0);
    }
    void vwapIsWhatWasPaidOverWhatWasBought() {
        std::vector<BarInput> bars(4);
        bars[0] = {.openTime = 86'400 - 60, .volume = 10, .baseVolume = 5};
        bars[1] = {.openTime = 86'400, .volume = 30, .baseVolume = 10};
        bars[2] = {.openTime = 86'460, .volume = 10, .baseVolume = 10};
        bars[3] = {.openTime = 86'520, .volume = 0, .baseVolume = 0};
        const auto sessions = run("vwap", {}, bars);
        QCOMPARE(sessions[0][0], 2.0);
        QCOMPARE(sessions[1][0], 3.0);
        QCOMPARE(sessions[2][0], 2.0);
        QCOMPARE(sessions[3][0], 2.0);
        const auto anchored = run("avwap", {86'400 - 60}, bars);
        QCOMPARE(anchored[2][0], 2.0);
        QCOMPARE(anchored[1][0], 40.0 / 15);
        QVERIFY(!known(run("avwap", {86'460}, bars)[1][0]));
    }
    void deltas() {
        std::vector<BarInput> bars(3);
        bars[0] = {.volume = 10, .buyVolume = 7};
        bars[1] = {.volume = 4, .buyVolume = 0};
        bars[2] = {.volume = 1, .buyVolume = 1};
        const auto each = run("delta", {}, bars);
        const auto sum = run("cumdelta", {}, bars);
        QCOMPARE(each[0][0], 4.0);
        QCOMPARE(each[1][0], -4.0);
        QCOMPARE(sum[1][0], 0.0);
        QCOMPARE(sum[2][0], 1.0);
        QCOMPARE(run("volma", {3}, bars)[2][0], 5.0);
    }
    void peopleSeriesKeepTheLastValueKnown() {
        std::vector<BarInput> bars(3);
        bars[1].holders = 12;
        bars[1].top10Share = 0.25;
        QVERIFY(!known(run("holders", {}, bars)[0][0]));
        QCOMPARE(run("holders", {}, bars)[2][0], 12.0);
        QCOMPARE(run("top10", {}, bars)[2][0], 25.0);
    }
    void parametersStayWithinBounds() {
        const Kind* kind = find("bb");
        QCOMPARE(parametersFor(*kind, {}), (std::vector<double>{20, 2}));
        const std::vector<double> wild{-5, 1e9};
        QCOMPARE(parametersFor(*kind, wild), (std::vector<double>{1, 20}));
        const std::vector<double> broken{kNone, 2.5};
        QCOMPARE(parametersFor(*kind, broken), (std::vector<double>{20, 2.5}));
        QVERIFY(find("nothing of that name") == nullptr);
    }
    void everyKindRuns() {
        for (const Kind* kind : kinds()) {
            QVERIFY(!kind->lines.empty() && kind->lines.size() <= kMostLines);
            QVERIFY(kind->parameters.size() <= kMostParameters);
            QVERIFY(find(kind->id) == kind);
            auto bars = publishedBars();
            for (BarInput& bar : bars) bar.volume = bar.baseVolume = bar.holders = bar.top10Share = 1;
            std::vector<double> short3(kind->parameters.size(), 3);
            const auto got = run(kind->id.data(), short3, bars);
            QVERIFY2(known(got.back()[0]), kind->id.data());
        }
    }
};

QTEST_APPLESS_MAIN(IndicatorTest)
#include "indicator_test.moc"
