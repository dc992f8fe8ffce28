// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_hand.h"

#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace ui;
using namespace hand;

class TstChart : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<CandleChart> m_chart;
    core::pipeline::TokenRow m_token = fake::token(1, "WIFHAT");

    void showBars(std::size_t count) { m_chart->show(fake::detail(m_token, count), fake::kNow); }
    void dragAway() {
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, middle(*m_chart));
        dragTo(*m_chart, middle(*m_chart) + QPoint(300, 0));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, middle(*m_chart) + QPoint(300, 0));
    }

private slots:
    void init() {
        m_chart = std::make_unique<CandleChart>();
        m_chart->resize(900, 500);
        m_chart->show();
        showBars(300);
    }
    void cleanup() { m_chart.reset(); }

    void seriesHoldsTheCandles() {
        const auto candles = fake::candles(300);
        QCOMPARE(m_chart->series().size(), std::size_t{300});
        for (const std::size_t i : {std::size_t{0}, std::size_t{255}, std::size_t{256}, std::size_t{299}}) {
            const Bar& bar = m_chart->series().at(i);
            QCOMPARE(bar.openTime, candles[i].openTime);
            QCOMPARE(bar.open, candles[i].open.value(6, 9));
            QCOMPARE(bar.high, candles[i].high.value(6, 9));
            QCOMPARE(bar.low, candles[i].low.value(6, 9));
            QCOMPARE(bar.close, candles[i].close.value(6, 9));
        }
        QCOMPARE(*m_chart->overlayState().lastPrice, candles.back().close.value(6, 9));
        QVERIFY(m_chart->overlayState().title.contains(QStringLiteral("WIFHAT/SOL")));
    }
    void wheelKeepsLastBarWhileFollowing() {
        const double before = m_chart->viewportState().xOf(299);
        const double width = m_chart->viewportState().barWidth();
        wheel(*m_chart, middle(*m_chart), 3);
        QVERIFY(std::abs(m_chart->viewportState().barWidth() / width - std::pow(1.1, 3)) < 1e-9);
        QVERIFY(std::abs(m_chart->viewportState().xOf(299) - before) < 1);
        QVERIFY(m_chart->viewportState().following());
    }
    void wheelKeepsKeyUnderCursorOtherwise() {
        dragAway();
        QVERIFY(!m_chart->viewportState().following());
        const double key = m_chart->viewportState().keyAt(200);
        wheel(*m_chart, QPointF(200, 100), -4);
        QVERIFY(std::abs(m_chart->viewportState().keyAt(200) - key) < 0.01);
    }
    void wheelOverPriceAxisZoomsPriceOnly() {
        const double lower = m_chart->viewportState().lower();
        const double size = m_chart->priceRange().size();
        wheel(*m_chart, onPriceAxis(*m_chart), 1);
        QCOMPARE(m_chart->viewportState().lower(), lower);
        QVERIFY(m_chart->priceRange().size() < size);
        QVERIFY(m_chart->manualScale());
        QVERIFY(m_chart->overlayState().scale.contains(QStringLiteral("manual")));
        QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, onPriceAxis(*m_chart));
        QVERIFY(!m_chart->manualScale());
        QVERIFY(std::abs(m_chart->priceRange().size() - size) < size * 1e-9);
    }
    void shiftWheelScrollsTime() {
        const double upper = m_chart->viewportState().upper();
        wheel(*m_chart, middle(*m_chart), 1, Qt::ShiftModifier);
        QCOMPARE(m_chart->viewportState().upper(), upper - 3);
    }
    void dragLeavesFollowAndEndReturns() {
        dragAway();
        QVERIFY(!m_chart->viewportState().following());
        auto* latest = m_chart->findChild<QToolButton*>(QStringLiteral("jumpToLatest"));
        QVERIFY(latest->isVisible());
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QVERIFY(m_chart->viewportState().following());
        QVERIFY(!latest->isVisible());
        dragAway();
        latest->click();
        QVERIFY(m_chart->viewportState().following());
    }
    void nothingMovesWhileAButtonIsDown() {
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, middle(*m_chart));
        const double lower = m_chart->viewportState().lower();
        const double upper = m_chart->viewportState().upper();
        showBars(320);
        QCOMPARE(m_chart->viewportState().lower(), lower);
        QCOMPARE(m_chart->viewportState().upper(), upper);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, middle(*m_chart));
    }
    void newBarShiftsByOneAndATickByNothing() {
        const double upper = m_chart->viewportState().upper();
        showBars(301);
        QCOMPARE(m_chart->viewportState().upper(), upper + 1);
        auto tick = fake::detail(m_token, 301);
        tick->candleVersion = 9999;
        m_chart->show(tick, fake::kNow);
        QCOMPARE(m_chart->viewportState().upper(), upper + 1);
    }
    void notFollowingStaysAndCountsNewBars() {
        dragAway();
        const double lower = m_chart->viewportState().lower();
        const double upper = m_chart->viewportState().upper();
        showBars(1300);
        QCOMPARE(m_chart->viewportState().lower(), lower);
        QCOMPARE(m_chart->viewportState().upper(), upper);
        QVERIFY(m_chart->findChild<QToolButton*>(QStringLiteral("jumpToLatest"))
                    ->text()
                    .contains(QStringLiteral("1000")));
    }
    void doubleClickOnTimeAxisResets() {
        wheel(*m_chart, middle(*m_chart), 5);
        dragAway();
        QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, onTimeAxis(*m_chart));
        QCOMPARE(m_chart->viewportState().barWidth(), ChartViewport::kDefaultBarWidth);
        QVERIFY(m_chart->viewportState().following());
    }
    void scaleFitsVisibleBarsWithMargins() {
        double low = 1e9;
        double high = 0;
        for (const DrawnBar& drawn : drawnBars(m_chart->series().bars(), m_chart->viewportState().lower(),
                                               m_chart->viewportState().upper(), 8)) {
            low = std::min(low, drawn.bar.low);
            high = std::max(high, drawn.bar.high);
        }
        const QCPRange range = m_chart->priceRange();
        QVERIFY(std::abs((range.upper - high) / range.size() - 0.2) < 1e-6);
        QVERIFY(std::abs((low - range.lower) / range.size() - 0.1) < 1e-6);
    }
    void bucketsKeepHighsAndLows() {
        showBars(5000);
        const BarSeries& series = m_chart->series();
        const auto drawn = drawnBars(series.bars(), 0, 5000, 0.2);
        QVERIFY(drawn.size() < 400);
        const std::size_t step = bucketSize(0.2);
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            double high = 0;
            double low = 1e9;
            double volume = 0;
            for (std::size_t at = i * step; at < std::min((i + 1) * step, series.size()); ++at) {
                high = std::max(high, series.at(at).high);
                low = std::min(low, series.at(at).low);
                volume += series.at(at).volume;
            }
            QCOMPARE(drawn[i].bar.high, high);
            QCOMPARE(drawn[i].bar.low, low);
            QVERIFY(std::abs(drawn[i].bar.volume - volume) < 1e-6 * volume + 1e-12);
        }
    }
    void crosshairReadsTheBarUnderThePointer() {
        const QPoint at(qRound(m_chart->viewportState().xOf(280)), 100);
        QMouseEvent move(QEvent::MouseMove, at, m_chart->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(m_chart.get(), &move);
        QCOMPARE(m_chart->overlayState().readBar, std::optional<std::size_t>(280));
        QVERIFY(barLegend(m_chart->series().at(280), QStringLiteral("SOL")).contains(QStringLiteral("buys")));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_chart.get(), &leave);
        QVERIFY(!m_chart->overlayState().readBar);
    }
    void arrowsReadBars() {
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->overlayState().readBar, std::optional<std::size_t>(299));
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QVERIFY(m_chart->accessibleDescription().startsWith(QStringLiteral("bar 299 of 300")));
    }
    void intervalSwitchKeepsTheCentreTime() {
        dragAway();
        const auto& view = m_chart->viewportState();
        const auto centre = [&] {
            return m_chart->series().at(static_cast<std::size_t>((view.lower() + view.upper()) / 2)).openTime;
        };
        const std::int64_t before = centre();
        auto coarse = fake::detail(m_token, 300);
        std::vector<core::Candle> candles;
        for (std::size_t i = 0; i < 300; i += 3) candles.push_back(coarse->candles.at(i));
        coarse->candles = fake::blocks(candles);
        coarse->bars = {15, 0};
        m_chart->show(coarse, fake::kNow);
        QVERIFY(std::abs(centre() - before) <= 30);
    }
    void digitsOpenTheEntry() {
        QSignalSpy typed(m_chart.get(), &CandleChart::intervalTyped);
        QTest::keyClick(m_chart.get(), Qt::Key_3);
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed.front().front().toString(), QStringLiteral("3"));
    }
    void logScaleWithAZeroPriceSaysSo() {
        auto broken = fake::detail(m_token, 20);
        auto candles = fake::candles(20);
        candles[10].low = {0, 1};
        broken->candles = fake::blocks(candles);
        broken->candleVersion = 777;
        m_chart->show(broken, fake::kNow);
        QTest::keyClick(m_chart.get(), Qt::Key_L);
        QVERIFY(m_chart->logarithmic());
        QVERIFY(!m_chart->overlayState().scale.isEmpty());
        QVERIFY(m_chart->priceRange().upper > m_chart->priceRange().lower);
    }
    void emptyAndOneBarAndFlatBarsDraw() {
        m_chart->show(nullptr, std::nullopt);
        QVERIFY(m_chart->series().empty());
        showBars(1);
        QVERIFY(m_chart->priceRange().size() > 0);
        auto flat = fake::detail(m_token, 3);
        auto candles = fake::candles(3);
        for (auto& candle : candles) candle.open = candle.high = candle.low = candle.close = {1, 1'000'000};
        flat->candles = fake::blocks(candles);
        flat->candleVersion = 555;
        m_chart->show(flat, fake::kNow);
        QVERIFY(m_chart->priceRange().size() > 0);
        QVERIFY(!m_chart->grab().isNull());
    }
};

QTEST_MAIN(TstChart)
#include "tst_chart.moc"
