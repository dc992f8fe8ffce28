// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings, alert lines and measuring, by hand on the real widget, with a real folder of files.
#include "app/chart_file_store.h"
#include "chart_hand.h"

#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cmath>

using namespace ui;
using namespace hand;

class TstChartDrawing : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::ChartFileStore> m_store;
    std::unique_ptr<CandleChart> m_chart;
    core::pipeline::TokenRow m_token = fake::token(1, "WIFHAT");

    std::unique_ptr<CandleChart> openChart(const core::pipeline::TokenRow& token) {
        auto chart = std::make_unique<CandleChart>();
        chart->resize(900, 560);
        chart->setStore(m_store.get());
        chart->QWidget::show();
        chart->show(fake::detail(token, 300), fake::kNow);
        return chart;
    }
    void drawTrend(QPoint from, QPoint to) {
        m_chart->setTool(DrawingKind::TrendLine);
        drag(*m_chart, from, to);
    }

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<app::ChartFileStore>(m_folder->path());
        m_chart = openChart(m_token);
    }
    void cleanup() { m_chart.reset(); }

    void trendLineByDragging() {
        const double upper = m_chart->viewportState().upper();
        drawTrend({200, 200}, {400, 120});
        QCOMPARE(m_chart->viewportState().upper(), upper);  // a tool does not pan
        QCOMPARE(m_chart->drawings().all().size(), std::size_t{1});
        const Drawing& line = m_chart->drawings().all().front();
        QCOMPARE(line.kind, DrawingKind::TrendLine);
        QVERIFY(line.points[1].time > line.points[0].time);
        QVERIFY(line.points[1].price > line.points[0].price);
        QVERIFY(!m_chart->tool());
        QCOMPARE(m_chart->selectedDrawing(), std::optional(line.id));
    }
    void chartsOfOneCoinShowTheSameDrawings() {
        const auto other = openChart(m_token);
        const auto stranger = openChart(fake::token(2, "PEPE"));
        drawTrend({200, 200}, {400, 120});
        QCOMPARE(other->drawings().all().size(), std::size_t{1});
        QVERIFY(stranger->drawings().all().empty());
        // What the other one draws comes beside it and does not take its place.
        other->addAlertLine(1e-5);
        QCOMPARE(m_chart->drawings().all().size(), std::size_t{2});
        QCOMPARE(m_chart->alertLines().size(), std::size_t{1});
        QVERIFY(!other->grab().isNull());
        const auto later = openChart(m_token);
        QCOMPARE(later->drawings().all().size(), std::size_t{2});
        DrawingBook kept;
        QVERIFY(
            kept.fromJson(m_store->read(QStringLiteral("drawings-") + QString::fromStdString(m_token.mintText))));
        QCOMPARE(kept.all().size(), std::size_t{2});
        // One undo for all.
        m_chart->undoDrawing();
        QVERIFY(other->alertLines().empty());
        QVERIFY(!other->selectedDrawing());
        other->undoDrawing();
        QVERIFY(m_chart->drawings().all().empty());
    }
    void aDrawingRemovedElsewhereIsNotMovedAnyMore() {
        drawTrend({200, 200}, {400, 120});
        const auto other = openChart(m_token);
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, {200, 200});
        QMouseEvent moved(QEvent::MouseMove, QPointF(230, 230), m_chart->mapToGlobal(QPointF(230, 230)),
                          Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_chart.get(), &moved);
        other->undoDrawing();
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, {230, 230});
        QVERIFY(m_chart->drawings().all().empty());
        QVERIFY(other->drawings().all().empty());
    }
    void trendLineByTwoClicks() {
        m_chart->setTool(DrawingKind::TrendLine);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {200, 200});
        QVERIFY(m_chart->drawings().all().empty());
        moveTo(*m_chart, {300, 150});
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {400, 120});
        QCOMPARE(m_chart->drawings().all().size(), std::size_t{1});
        const auto& points = m_chart->drawings().all().front().points;
        QVERIFY(points[1].time - points[0].time > 20);
    }
    void keysChooseTools() {
        QTest::keyClick(m_chart.get(), Qt::Key_H, Qt::AltModifier);
        QCOMPARE(m_chart->tool(), std::optional(DrawingKind::HorizontalLine));
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {300, 150});
        QCOMPARE(m_chart->drawings().all().back().kind, DrawingKind::HorizontalLine);
        QTest::keyClick(m_chart.get(), Qt::Key_V, Qt::AltModifier);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {300, 150});
        QCOMPARE(m_chart->drawings().all().back().kind, DrawingKind::VerticalLine);
        QTest::keyClick(m_chart.get(), Qt::Key_T, Qt::AltModifier);
        QCOMPARE(m_chart->tool(), std::optional(DrawingKind::TrendLine));
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!m_chart->tool());
    }
    void selectMoveDelete() {
        drawTrend({200, 200}, {400, 200});
        const Drawing before = m_chart->drawings().all().front();
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {300, 320});
        QVERIFY(!m_chart->selectedDrawing());
        drag(*m_chart, {300, 200}, {340, 160});
        QVERIFY(m_chart->selectedDrawing());
        const Drawing moved = m_chart->drawings().all().front();
        QCOMPARE(moved.points[0].time - before.points[0].time, moved.points[1].time - before.points[1].time);
        QVERIFY(std::abs(moved.points[0].time - before.points[0].time - 25) < 1e-3);  // 40 pixels, 8 a bar of 5 s
        QVERIFY(moved.points[0].price > before.points[0].price);
        // One end alone.
        const QPoint end = m_chart->pixelOf(0, moved.points[1].price).toPoint();
        drag(*m_chart, {440, end.y()}, {500, end.y() + 40});
        const Drawing bent = m_chart->drawings().all().front();
        QCOMPARE(bent.points[0].time, moved.points[0].time);
        QVERIFY(bent.points[1].time > moved.points[1].time);
        QTest::keyClick(m_chart.get(), Qt::Key_Delete);
        QVERIFY(m_chart->drawings().all().empty());
    }
    void undoAndRedo() {
        drawTrend({200, 200}, {400, 120});
        drawTrend({200, 250}, {400, 220});
        QTest::keyClick(m_chart.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_chart->drawings().all().size(), std::size_t{1});
        QTest::keyClick(m_chart.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_chart->drawings().all().empty());
        QTest::keyClick(m_chart.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(m_chart.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_chart->drawings().all().size(), std::size_t{2});
        m_chart->undoDrawing();
        drawTrend({100, 250}, {200, 220});
        QVERIFY(!m_chart->drawings().canRedo());
    }
    void drawingsBelongToATokenAndSurviveARestart() {
        drawTrend({200, 200}, {400, 120});
        const Drawing kept = m_chart->drawings().all().front();
        const auto other = fake::token(2, "BONK");
        m_chart->show(fake::detail(other, 300), fake::kNow);
        QVERIFY(m_chart->drawings().all().empty());
        m_chart = openChart(m_token);
        QCOMPARE(m_chart->drawings().all().size(), std::size_t{1});
        QCOMPARE(m_chart->drawings().all().front().points[0].time, kept.points[0].time);
        QCOMPARE(m_chart->drawings().all().front().points[1].price, kept.points[1].price);
    }
    void drawingsKeepTheirTimesOnAnotherInterval() {
        drawTrend(onBar(*m_chart, 250), onBar(*m_chart, 280));
        const Drawing line = m_chart->drawings().all().front();
        auto coarse = fake::detail(m_token, 300);
        std::vector<core::Candle> candles;
        for (std::size_t i = 0; i < 300; i += 3) candles.push_back(coarse->candles.at(i));
        coarse->candles = fake::blocks(candles);
        coarse->bars = {15, 0};
        m_chart->show(coarse, fake::kNow);
        QCOMPARE(m_chart->drawings().all().front().points[0].time, line.points[0].time);
        const TimeMap times(m_chart->series().bars(), {15, 0});
        QVERIFY(std::abs(times.key(line.points[0].time) - 250.0 / 3) < 1);
    }
    void aBrokenFileIsSetAside() {
        QFile file(m_folder->filePath(QStringLiteral("drawings-") + QString::fromStdString(m_token.mintText) +
                                      QStringLiteral(".json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"drawings\": [");
        file.close();
        // Nobody has the coin open any more.
        m_chart.reset();
        m_chart = openChart(m_token);
        QVERIFY(m_chart->drawings().all().empty());
        QVERIFY(QFile::exists(file.fileName() + QStringLiteral(".broken")));
        drawTrend({200, 200}, {400, 120});
        QVERIFY(QFile::exists(file.fileName()));
    }
    void whatCannotBeADrawingIsLeftOut() {
        DrawingBook book;
        QVERIFY(book.fromJson(R"({"drawings":[{"kind":"trend","points":[[1,2]]},{"kind":"rocket","points":[[1,2]]},
            {"kind":"hline","points":[[1e99,2]]},{"kind":"hline","points":["x"]},17,
            {"kind":"note","points":[[1,2]],"text":"kept"}]})"));
        QCOMPARE(book.all().size(), std::size_t{1});
        QCOMPARE(book.all().front().text, QStringLiteral("kept"));
        QVERIFY(!book.fromJson("[]"));
        Drawing drawing;
        for (std::size_t i = 0; i < DrawingBook::kMostDrawings + 5; ++i) book.add(drawing);
        QCOMPARE(book.all().size(), DrawingBook::kMostDrawings);
    }
    void alertLineIsDrawnDraggedAndTold() {
        QSignalSpy moved(m_chart.get(), &CandleChart::alertLineMoved);
        QSignalSpy changed(m_chart.get(), &CandleChart::alertLinesChanged);
        moveTo(*m_chart, {300, 150});
        const double price = m_chart->panes().front().values->pixelToCoord(150);
        QTest::keyClick(m_chart.get(), Qt::Key_A);
        QCOMPARE(moved.size(), 1);
        QVERIFY(std::abs(moved[0][1].toDouble() - price) < price * 1e-9);
        drag(*m_chart, {500, 150}, {500, 190});
        QCOMPARE(moved.size(), 2);
        const double lower = m_chart->panes().front().values->pixelToCoord(190);
        QVERIFY(std::abs(moved[1][1].toDouble() - lower) < price * 1e-6);
        QCOMPARE(m_chart->alertLines().size(), std::size_t{1});
        QCOMPARE(m_chart->alertLines().front().points[0].price, moved[1][1].toDouble());
        const auto told = changed.size();
        QTest::keyClick(m_chart.get(), Qt::Key_Delete);
        QVERIFY(m_chart->alertLines().empty());
        QVERIFY(changed.size() > told);
    }
    void alertFromTheMenuIsAtThePointersPrice() {
        QSignalSpy moved(m_chart.get(), &CandleChart::alertLineMoved);
        const std::unique_ptr<QMenu> menu(m_chart->contextMenu({300, 180}));
        menu->findChild<QAction*>(QStringLiteral("alertHere"))->trigger();
        QCOMPARE(moved.size(), 1);
        QVERIFY(std::abs(m_chart->pixelOf(0, moved[0][1].toDouble()).y() - 180) < 1);
    }
    void noteIsTypedInPlace() {
        m_chart->setTool(DrawingKind::Note);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {300, 200});
        auto* entry = m_chart->findChild<QLineEdit*>(QStringLiteral("noteEntry"));
        QVERIFY(entry);
        QTest::keyClicks(entry, QStringLiteral("watch this"));
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(m_chart->drawings().all().size(), std::size_t{1});
        QCOMPARE(m_chart->drawings().all().front().text, QStringLiteral("watch this"));
        QVERIFY(!m_chart->grab().isNull());
    }
    void everyKindDrawsAndIsFound() {
        for (std::size_t kind = 0; kind < kDrawingKinds; ++kind) {
            if (static_cast<DrawingKind>(kind) == DrawingKind::Note) continue;
            m_chart->setTool(static_cast<DrawingKind>(kind));
            const QImage before = m_chart->grab().toImage();
            drag(*m_chart, {200, 200}, {400, 120});
            QVERIFY(m_chart->selectedDrawing());
            QVERIFY(m_chart->grab().toImage() != before);
            QTest::keyClick(m_chart.get(), Qt::Key_Delete);
        }
        QVERIFY(m_chart->drawings().all().empty());
    }
    void hiddenDrawingsCannotBeTaken() {
        drawTrend({200, 200}, {400, 200});
        m_chart->setDrawingsShown(false);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {300, 200});
        QVERIFY(!m_chart->selectedDrawing());
    }
    void magnetSnapsToTheBar() {
        m_chart->setMagnet(true);
        const double high = m_chart->series().at(280).high;
        const QPoint near = m_chart->pixelOf(280, high).toPoint() - QPoint(0, 5);
        m_chart->setTool(DrawingKind::HorizontalLine);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, near);
        QCOMPARE(m_chart->drawings().all().front().points[0].price, high);
    }
    void measureTellsAndKeepsNothing() {
        const QPoint from = onBar(*m_chart, 240);
        const QPoint to = onBar(*m_chart, 270);
        QTest::mousePress(m_chart.get(), Qt::LeftButton, Qt::ShiftModifier, from);
        dragTo(*m_chart, to);
        QVERIFY(m_chart->overlayState().measure);
        const QString text = measureText(*m_chart->overlayState().measure, m_chart->scene().display);
        QVERIFY2(text.contains(QStringLiteral("30 bars")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("2m 30s")), qPrintable(text));
        QVERIFY2(text.contains(u'%'), qPrintable(text));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, Qt::ShiftModifier, to);
        QVERIFY(m_chart->overlayState().measure);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!m_chart->overlayState().measure);
        QVERIFY(m_chart->drawings().all().empty());
    }
};

QTEST_MAIN(TstChartDrawing)
#include "tst_chart_drawing.moc"
