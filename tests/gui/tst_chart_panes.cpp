// SPDX-License-Identifier: GPL-3.0-or-later
// Styles, scales, panes, indicators, settings, pictures and linked charts on the real widget.
#include "app/chart_file_store.h"
#include "chart_hand.h"
#include "ui/chart/chart_bar.h"
#include "ui/chart/chart_grid.h"
#include "ui/chart/chart_menu.h"
#include "ui/chart/chart_window.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <set>

using namespace ui;
using namespace hand;

namespace {

QString paneIds(const CandleChart& chart) {
    QStringList out;
    for (const auto& pane : chart.panes().panes()) out.append(pane->id.section(u'-', 0, 0));
    return out.join(u' ');
}

}  // namespace

class TstChartPanes : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<CandleChart> m_chart;
    core::pipeline::TokenRow m_token = fake::token(1, "WIFHAT");

    void trigger(const QString& action) {
        const std::unique_ptr<QMenu> menu(m_chart->contextMenu(middle(*m_chart)));
        auto* found = menu->findChild<QAction*>(action);
        QVERIFY2(found, qPrintable(action));
        found->trigger();
    }

private slots:
    void init() {
        m_chart = std::make_unique<CandleChart>();
        m_chart->resize(900, 640);
        m_chart->QWidget::show();
        m_chart->show(fake::detail(m_token, 300), fake::kNow);
    }
    void cleanup() { m_chart.reset(); }

    void everyStyleDrawsItsOwnPicture() {
        // Bars that open away from the close before tell hollow candles from candles.
        auto candles = fake::candles(300);
        for (std::size_t i = 0; i < 300; i += 2) candles[i].open = candles[i].low;
        auto detail = fake::detail(m_token, 300);
        detail->candles = fake::blocks(candles);
        detail->candleVersion = 2000;
        m_chart->show(detail, fake::kNow);
        std::set<QByteArray> pictures;
        for (int style = 0; style < 7; ++style) {
            trigger(QStringLiteral("style%1").arg(style));
            QCOMPARE(static_cast<int>(m_chart->settings().style), style);
            const QImage image = m_chart->grab().toImage();
            pictures.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()),
                                       static_cast<qsizetype>(image.sizeInBytes())));
        }
        QCOMPARE(pictures.size(), std::size_t{7});
    }
    void upIsHollowAndDownIsFilled() {
        m_chart->resize(1200, 640);
        for (int i = 0; i < 12; ++i) wheel(*m_chart, middle(*m_chart), 1);
        const QImage image = m_chart->grab().toImage();
        int checked = 0;
        for (const DrawnBar& drawn : m_chart->scene().bars) {
            const double top = m_chart->pixelOf(0, std::max(drawn.bar.open, drawn.bar.close)).y();
            const double bottom = m_chart->pixelOf(0, std::min(drawn.bar.open, drawn.bar.close)).y();
            const QPoint inside = QPointF(m_chart->pixelOf(drawn.key, 0).x(), (top + bottom) / 2).toPoint();
            if (bottom - top < 8 || !m_chart->pricePane().contains(inside)) continue;
            const QColor ink = image.pixelColor(inside + QPoint(2, 0));
            QCOMPARE(ink, drawn.bar.close >= drawn.bar.open ? theme::palette().window : theme::palette().down);
            ++checked;
        }
        QVERIFY(checked > 5);
    }
    void percentScaleBeginsAtTheFirstBarInView() {
        trigger(QStringLiteral("scale2"));
        const PriceDisplay& display = m_chart->scene().display;
        QVERIFY(display.percent());
        QCOMPARE(display.percentBase, m_chart->scene().bars.front().bar.close);
        QCOMPARE(display.shown(display.percentBase * 2), 100.0);
        wheel(*m_chart, middle(*m_chart), 5, Qt::ShiftModifier);
        QCOMPARE(display.percentBase, m_chart->scene().bars.front().bar.close);
    }
    void marketCapAndDollarsChangeWordsAndNoBar() {
        const QCPRange before = m_chart->priceRange();
        m_chart->setMarketCap(true);
        QVERIFY(std::abs(m_chart->scene().display.shown(1) / 1e9 - 1) < 1e-6);
        QCOMPARE(m_chart->priceRange().lower, before.lower);
        m_chart->setDollars(true);
        QVERIFY(!m_chart->scene().display.canShowDollars());
        m_chart->setDollarRate(150);
        QVERIFY(std::abs(m_chart->scene().display.shown(1) / 150e9 - 1) < 1e-6);
    }
    void quietTimesOnRequest() {
        auto detail = fake::detail(m_token, 20);
        detail->bars = {1, 0};  // five seconds from bar to bar
        detail->candleVersion = 5000;
        m_chart->show(detail, fake::kNow);
        QCOMPARE(m_chart->series().size(), std::size_t{20});
        trigger(QStringLiteral("fillGaps"));
        QCOMPARE(m_chart->series().size(), std::size_t{96});
        trigger(QStringLiteral("fillGaps"));
        QCOMPARE(m_chart->series().size(), std::size_t{20});
    }
    void tickInsideTheBarRepaintsNoWholePicture() {
        auto candles = fake::candles(300);
        candles.back().high.quote = candles.back().high.quote * 101 / 100;
        auto detail = fake::detail(m_token, 300);
        detail->candles = fake::blocks(candles);
        detail->candleVersion = 1000;
        m_chart->show(detail, fake::kNow);
        paint();
        const QImage before = m_chart->grab().toImage();
        const std::uint64_t drawn = m_chart->fullRepaints();
        const auto tell = [&](std::uint64_t version) {
            ++candles.back().sells;
            auto tick = fake::detail(m_token, 300);
            tick->candles = fake::blocks(candles);
            tick->candleVersion = version;
            m_chart->show(tick, fake::kNow);
            paint();
        };
        // The first one has the picture kept, of which the others paint a part again.
        tell(1001);
        QVERIFY(m_chart->fullRepaints() <= drawn + 1);
        const std::uint64_t kept = m_chart->fullRepaints();
        for (std::uint64_t version = 1002; version < 1006; ++version) tell(version);
        candles.back().close = candles.back().low;
        tell(1006);
        QCOMPARE(m_chart->fullRepaints(), kept);
        const QImage after = m_chart->grab().toImage();
        QVERIFY(after != before);
        // What is on the screen is what a whole picture would show.
        m_chart->jumpToLatest();
        QCOMPARE(m_chart->grab().toImage(), after);
        QVERIFY(m_chart->fullRepaints() > drawn);
    }
    void pointerMovesRepaintNoWholePicture() {
        paint();
        moveTo(*m_chart, {90, 90});
        paint();
        leave(*m_chart);
        paint();
        const QImage before = m_chart->grab().toImage();
        const std::uint64_t drawn = m_chart->fullRepaints();
        for (int x = 100; x < 500; x += 40) {
            moveTo(*m_chart, {x, 100 + x / 4});
            paint();
        }
        QVERIFY(m_chart->grab().toImage() != before);
        leave(*m_chart);
        paint();
        QCOMPARE(m_chart->fullRepaints(), drawn);
        QCOMPARE(m_chart->grab().toImage(), before);
    }
    void indicatorsAddPanesAndLegends() {
        QCOMPARE(paneIds(*m_chart), QStringLiteral("price volume"));
        trigger(QStringLiteral("add_ema"));
        trigger(QStringLiteral("add_bb"));
        trigger(QStringLiteral("add_volma"));
        trigger(QStringLiteral("add_rsi"));
        trigger(QStringLiteral("add_macd"));
        QCOMPARE(paneIds(*m_chart), QStringLiteral("price volume rsi macd"));
        QCOMPARE(m_chart->tracks().size(), std::size_t{5});
        const auto& ema = *m_chart->tracks().front();
        QCOMPARE(ema.title(), QStringLiteral("EMA 20"));
        QVERIFY(std::isnan(ema.at(0, 18)));
        QVERIFY(ema.at(0, 19) > 0);
        const ChartPane* rsi = m_chart->panes().find(m_chart->tracks()[3]->id());
        QVERIFY(rsi->values->range().lower <= 0 && rsi->values->range().upper >= 100);
        QVERIFY(!m_chart->grab().isNull());
        trigger(QStringLiteral("remove_") + m_chart->tracks()[3]->id());
        QCOMPARE(paneIds(*m_chart), QStringLiteral("price volume macd"));
        m_chart->setVolumeShown(false);
        QCOMPARE(paneIds(*m_chart), QStringLiteral("price macd"));
        QVERIFY(!m_chart->grab().isNull());
        m_chart->setVolumeShown(true);
        QVERIFY(!m_chart->grab().isNull());
    }
    void indicatorsFollowTheFormingBar() {
        m_chart->addIndicator(QStringLiteral("ma"), {3});
        auto candles = fake::candles(301);
        auto detail = fake::detail(m_token, 301);
        m_chart->show(detail, fake::kNow);
        candles.back().close = candles.back().high;
        detail = fake::detail(m_token, 301);
        detail->candles = fake::blocks(candles);
        detail->candleVersion = 4000;
        m_chart->show(detail, fake::kNow);
        const auto& series = m_chart->series();
        const double mean = (series.at(298).close + series.at(299).close + series.at(300).close) / 3;
        QVERIFY(std::abs(m_chart->tracks().front()->at(0, 300) - mean) < mean * 1e-12);
        // A late trade in a closed bar is taken in too.
        candles[299].close = candles[299].low;
        detail = fake::detail(m_token, 301);
        detail->candles = fake::blocks(candles);
        detail->candleVersion = 4001;
        m_chart->show(detail, fake::kNow);
        const double corrected = (series.at(298).close + series.at(299).close + series.at(300).close) / 3;
        QVERIFY(corrected < mean);
        QVERIFY(std::abs(m_chart->tracks().front()->at(0, 300) - corrected) < mean * 1e-12);
    }
    void numbersOfAnIndicatorAreAskedFor() {
        const QString id = m_chart->addIndicator(QStringLiteral("ema"));
        trigger(QStringLiteral("edit_") + id);
        auto* dialog = m_chart->findChild<QDialog*>(QStringLiteral("indicatorDialog"));
        QVERIFY(dialog);
        dialog->findChild<QDoubleSpinBox*>(QStringLiteral("parameter0"))->setValue(9);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(m_chart->tracks().front()->title(), QStringLiteral("EMA 9"));
    }
    void panesAreResizedByTheirSeparator() {
        const int before = m_chart->panes().front().rect->height();
        const int border = m_chart->panes().front().rect->bottom();
        drag(*m_chart, {300, border}, {300, border - 100});
        QVERIFY(std::abs(m_chart->panes().front().rect->height() - (before - 100)) < 6);
        // Never so far that a pane is lost.
        drag(*m_chart, {300, m_chart->panes().front().rect->bottom()}, {300, m_chart->height() + 300});
        QVERIFY(m_chart->panes().find(QStringLiteral("volume"))->rect->height() >= 20);
        const int taller = m_chart->panes().front().rect->height();
        m_chart->growPane(QStringLiteral("volume"), 1);
        QVERIFY(m_chart->panes().front().rect->height() < taller);
    }
    void settingsSurviveARestart() {
        const QTemporaryDir folder;
        app::ChartFileStore store(folder.path());
        m_chart->setStore(&store);
        m_chart->setStyle(BarStyle::HeikinAshi);
        m_chart->setLogarithmic(true);
        m_chart->addIndicator(QStringLiteral("bb"), {10, 1.5});
        m_chart->addIndicator(QStringLiteral("macd"));
        const int border = m_chart->panes().front().rect->bottom();
        drag(*m_chart, {300, border}, {300, border - 60});
        const int height = m_chart->panes().front().rect->height();
        m_chart = std::make_unique<CandleChart>();
        m_chart->resize(900, 640);
        m_chart->QWidget::show();
        m_chart->setStore(&store);
        m_chart->show(fake::detail(m_token, 300), fake::kNow);
        QCOMPARE(m_chart->settings().style, BarStyle::HeikinAshi);
        QVERIFY(m_chart->logarithmic());
        QCOMPARE(paneIds(*m_chart), QStringLiteral("price volume macd"));
        QCOMPARE(m_chart->tracks().front()->parameters(), (std::vector<double>{10, 1.5}));
        QVERIFY(std::abs(m_chart->panes().front().rect->height() - height) <= 2);
    }
    void settingsOfAnyFileAreHarmless() {
        const ChartSettings odd = ChartSettings::fromJson(
            R"({"style":"rocket","scale":7,"indicators":[{"kind":"none"},{"kind":"ema","parameters":["x",-4]},5],
                "weights":{"price":-1,"volume":1e300},"markers":3})");
        QCOMPARE(odd.style, BarStyle::Candles);
        m_chart->setSettings(odd);
        QCOMPARE(m_chart->tracks().size(), std::size_t{1});
        QVERIFY(!m_chart->grab().isNull());
        QVERIFY(ChartSettings::fromJson("not json").indicators.empty());
    }
    void zoomAnchorCanBeForced() {
        m_chart->setZoomAnchor(ZoomAnchor::Cursor);
        const double key = m_chart->viewportState().keyAt(300);
        wheel(*m_chart, QPointF(300, 100), 2);
        QVERIFY(std::abs(m_chart->viewportState().keyAt(300) - key) < 0.01);
        m_chart->setZoomAnchor(ZoomAnchor::LastBar);
        drag(*m_chart, middle(*m_chart), middle(*m_chart) + QPoint(300, 0));
        const double x = m_chart->viewportState().xOf(299);
        wheel(*m_chart, QPointF(200, 100), 2);
        QVERIFY(std::abs(m_chart->viewportState().xOf(299) - x) < 1);
    }
    void countdownRunsWithTheClockOfTheFeed() {
        auto detail = fake::detail(m_token, 300);
        detail->bars = {300, 0};
        m_chart->show(detail, fake::kNow + 10);
        QCOMPARE(m_chart->overlayState().countdown, QStringLiteral("04:50"));
        m_chart->show(detail, fake::kNow + 11);
        QCOMPARE(m_chart->overlayState().countdown, QStringLiteral("04:49"));
        m_chart->show(detail, fake::kNow + 11);  // no word from the feed
        QCOMPARE(m_chart->overlayState().countdown, QStringLiteral("04:49"));
        m_chart->show(detail, std::nullopt);
        QVERIFY(m_chart->overlayState().countdown.isEmpty());
    }
    void pictureShowsTheViewOfNow() {
        paint();
        const QRect pane = m_chart->pricePane();
        const QImage before = m_chart->screenshot().copy(pane);
        wheel(*m_chart, QPointF(200, 100), 2);
        QVERIFY(m_chart->screenshot().copy(pane) != before);
        paint();
        QCOMPARE(m_chart->screenshot().copy(pane),
                 m_chart->grab().toImage().convertToFormat(QImage::Format_RGB32).copy(pane));
    }
    void pictureTellsTokenIntervalAndVersion() {
        paint();
        const QImage picture = m_chart->screenshot();
        QCOMPARE(picture.width(), m_chart->width());
        QVERIFY(picture.height() > m_chart->height());
        bool written = false;
        for (int x = 0; x < picture.width(); ++x)
            written = written || picture.pixelColor(x, m_chart->height() + 13) != theme::palette().bar;
        QVERIFY(written);
        QTest::keyClick(m_chart.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->image().size(), picture.size());
        QSignalSpy said(m_chart.get(), &CandleChart::said);
        const QTemporaryDir folder;
        QTest::keyClick(m_chart.get(), Qt::Key_S, Qt::ControlModifier);
        auto* dialog = m_chart->findChild<QFileDialog*>(QStringLiteral("screenshotDialog"));
        QVERIFY(dialog);
        const QString file = folder.filePath(QStringLiteral("shot.png"));
        emit dialog->fileSelected(file);
        QCOMPARE(QImage(file).size(), picture.size());
        QVERIFY(said.back()[0].toString().contains(QStringLiteral("shot.png")));
        dialog->close();
    }
    void helpAndSummaryByKey() {
        QTest::keyClick(m_chart.get(), Qt::Key_H);
        QVERIFY(m_chart->overlayState().help);
        QVERIFY(!m_chart->grab().isNull());
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!m_chart->overlayState().help);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("bars in view")));
    }
    void barOfToolsFollowsTheChart() {
        ChartBar bar(*m_chart);
        bar.show();
        auto* log = bar.findChild<QToolButton*>(QStringLiteral("chartLog"));
        log->click();
        QVERIFY(m_chart->logarithmic());
        m_chart->setPriceScale(PriceScale::Percent);
        QVERIFY(!log->isChecked());
        QVERIFY(bar.findChild<QToolButton*>(QStringLiteral("chartPercent"))->isChecked());
        auto* menu = bar.findChild<QToolButton*>(QStringLiteral("chartIndicators"))->menu();
        emit menu->aboutToShow();
        menu->findChild<QAction*>(QStringLiteral("add_vwap"))->trigger();
        QCOMPARE(m_chart->tracks().size(), std::size_t{1});
        auto people = std::make_shared<ChartPeople>();
        people->bands.push_back({17, QStringLiteral("Crew 17"), {}, {{fake::kNow - 100, 0.1, 0}}});
        m_chart->setPeople(people);
        auto* chip = bar.findChild<QToolButton*>(QStringLiteral("cluster17"));
        QVERIFY(chip);
        const QImage before = m_chart->grab().toImage();
        auto other = std::make_shared<ChartPeople>(*people);
        other->bands.push_back({4, QStringLiteral("Crew 4"), {}, {{fake::kNow - 100, 0.1, 0}}});
        m_chart->setPeople(other);
        bar.findChild<QToolButton*>(QStringLiteral("cluster4"))->click();
        QVERIFY(m_chart->grab().toImage() != before);
    }
    void aWindowOfItsOwnFollows() {
        const QTemporaryDir folder;
        app::ChartFileStore store(folder.path());
        m_chart->setStore(&store);
        QWidget* window = openChartWindow(*m_chart);
        window->resize(900, 640);
        auto* mirror = window->findChild<CandleChart*>();
        QVERIFY(mirror && window->isWindow());
        QCOMPARE(mirror->series().size(), std::size_t{300});
        m_chart->show(fake::detail(m_token, 310), fake::kNow);
        QCOMPARE(mirror->series().size(), std::size_t{310});
        moveTo(*m_chart, onBar(*m_chart, 300));
        QCOMPARE(mirror->overlayState().readBar, std::optional<std::size_t>(300));
        mirror->addAlertLine(mirror->series().at(300).close);
        QCOMPARE(m_chart->alertLines().size(), std::size_t{1});
        m_chart->show(nullptr, std::nullopt);
        QVERIFY(mirror->series().empty());
        // The window goes with the chart it follows.
        m_chart.reset();
        QVERIFY(!QApplication::topLevelWidgets().contains(window) || !window->isVisible());
    }
    void linkedChartsShareTheCrosshair() {
        ChartGrid grid(new CandleChart);
        grid.resize(1200, 800);
        grid.setCount(4);
        grid.show();
        QCOMPARE(grid.charts().size(), std::size_t{4});
        for (CandleChart* chart : grid.charts()) chart->show(fake::detail(m_token, 300), fake::kNow);
        auto coarse = fake::detail(m_token, 300);
        std::vector<core::Candle> candles;
        for (std::size_t i = 0; i < 300; i += 3) candles.push_back(coarse->candles.at(i));
        coarse->candles = fake::blocks(candles);
        coarse->bars = {15, 0};
        grid.charts()[2]->show(coarse, fake::kNow);
        CandleChart& first = *grid.charts()[0];
        moveTo(first, onBar(first, 280));
        QCOMPARE(grid.charts()[1]->overlayState().readBar, std::optional<std::size_t>(280));
        QCOMPARE(grid.charts()[2]->overlayState().readBar, std::optional<std::size_t>(93));
        leave(first);
        QVERIFY(!grid.charts()[1]->overlayState().readBar);
        grid.setCount(2);
        QCOMPARE(grid.charts().size(), std::size_t{2});
    }
};

QTEST_MAIN(TstChartPanes)
#include "tst_chart_panes.moc"
