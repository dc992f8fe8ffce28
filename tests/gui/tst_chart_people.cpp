// SPDX-License-Identifier: GPL-3.0-or-later
// Who is behind the candle: markers, positions, events and the box at a bar, on the real widget.
#include "chart_hand.h"

#include <QMenu>
#include <QSignalSpy>

#include <algorithm>
#include <cmath>

using namespace ui;
using namespace hand;

class TstChartPeople : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<CandleChart> m_chart;
    core::pipeline::TokenRow m_token = fake::token(1, "WIFHAT");
    std::vector<core::Candle> m_candles = fake::candles(300);

    [[nodiscard]] std::int64_t timeOf(std::size_t bar) const { return m_candles[bar].openTime; }
    [[nodiscard]] ChartMarker marker(std::size_t bar, MarkerMove move, MarkerKind kind,
                                     std::uint32_t cluster = 0) const {
        ChartMarker out;
        out.time = timeOf(bar) + 1;
        out.move = move;
        out.kind = kind;
        out.cluster = cluster;
        out.text = QStringLiteral("bar %1").arg(bar);
        out.wallet = QStringLiteral("wallet%1").arg(bar);
        return out;
    }
    std::shared_ptr<ChartPeople> people() const {
        auto out = std::make_shared<ChartPeople>();
        for (int i = 0; i < 3; ++i) out->markers.push_back(marker(250, MarkerMove::Buy, MarkerKind::Cluster, 17));
        out->markers.push_back(marker(250, MarkerMove::Buy, MarkerKind::Dev));
        out->markers.push_back(marker(250, MarkerMove::Sell, MarkerKind::Cluster, 17));
        out->markers.push_back(marker(270, MarkerMove::Sell, MarkerKind::Cluster, 4));
        out->markers.push_back(marker(270, MarkerMove::Received, MarkerKind::Insider));
        PositionBand crew;
        crew.cluster = 17;
        crew.name = QStringLiteral("Crew 17");
        crew.points = {{timeOf(240), 0.2, 0.05}, {timeOf(280), 0.1, 0.05}};
        PositionBand other;
        other.cluster = 4;
        other.name = QStringLiteral("Crew 4");
        other.points = {{timeOf(260), 0.1, 0}};
        out->bands = {crew, other};
        out->events = {{timeOf(245), LaneKind::FirstSell, QStringLiteral("sold")},
                       {timeOf(275), LaneKind::Graduated, {}}};
        out->holders = {{timeOf(250), 100, 0.4}, {timeOf(260), 130, 0.3}};
        return out;
    }

private slots:
    void init() {
        m_chart = std::make_unique<CandleChart>();
        m_chart->resize(1200, 640);
        m_chart->QWidget::show();
        m_chart->show(fake::detail(m_token, 300), fake::kNow);
        // Wide enough that every bar has its own place for glyphs.
        for (int i = 0; i < 7; ++i) wheel(*m_chart, middle(*m_chart), 1);
    }
    void cleanup() { m_chart.reset(); }

    void markersOfABarGroupWithACount() {
        m_chart->setPeople(people());
        const auto& groups = m_chart->markers().groups();
        QCOMPARE(groups.size(), std::size_t{5});
        const auto crew = std::find_if(groups.begin(), groups.end(), [](const MarkerGroup& one) {
            return one.cluster == 17 && one.move == MarkerMove::Buy;
        });
        QVERIFY(crew != groups.end());
        QCOMPARE(crew->markers.size(), std::size_t{3});
        QCOMPARE(crew->key, 250.0);
        QCOMPARE(crew->price, m_chart->series().at(250).low);
        QCOMPARE(crew->row, 1);  // the dev stands nearer
        const QPointF at = m_chart->markers().position(*crew);
        QVERIFY(at.y() > onBar(*m_chart, 250).y());
        QCOMPARE(m_chart->markers().textAt(at).count(u'\n'), 2);
        QVERIFY(m_chart->markers().textAt(at).contains(QStringLiteral("bar 250")));
    }
    void zoomedOutMarkersShareAPlaceAndNoneIsLost() {
        auto many = std::make_shared<ChartPeople>();
        for (std::size_t bar = 0; bar < 300; ++bar)
            many->markers.push_back(marker(bar, MarkerMove::Buy, MarkerKind::Sniper));
        m_chart->setPeople(many);
        for (int i = 0; i < 60; ++i) wheel(*m_chart, middle(*m_chart), -1);
        std::size_t sum = 0;
        double before = -1e9;
        for (const MarkerGroup& group : m_chart->markers().groups()) {
            sum += group.markers.size();
            const double x = m_chart->markers().position(group).x();
            QVERIFY(x - before >= 14);
            before = x;
        }
        QCOMPARE(sum, std::size_t{300});
    }
    void moreThanThreeRowsJoin() {
        auto many = std::make_shared<ChartPeople>();
        for (std::uint32_t cluster = 1; cluster <= 6; ++cluster)
            many->markers.push_back(marker(260, MarkerMove::Sell, MarkerKind::Cluster, cluster));
        m_chart->setPeople(many);
        const auto& groups = m_chart->markers().groups();
        QCOMPARE(groups.size(), std::size_t{3});
        QCOMPARE(groups.back().markers.size(), std::size_t{4});
    }
    void kindsCanBeHidden() {
        m_chart->setPeople(people());
        const std::unique_ptr<QMenu> menu(m_chart->contextMenu(middle(*m_chart)));
        menu->findChild<QAction*>(QStringLiteral("marker%1").arg(static_cast<int>(MarkerKind::Cluster)))->trigger();
        for (const MarkerGroup& group : m_chart->markers().groups()) QVERIFY(group.kind != MarkerKind::Cluster);
        QVERIFY(!m_chart->settings().markers.shown[static_cast<std::size_t>(MarkerKind::Cluster)]);
    }
    void clickOnAMarkerNamesItsWallet() {
        m_chart->setPeople(people());
        QSignalSpy clicked(m_chart.get(), &CandleChart::markerClicked);
        for (const MarkerGroup& group : m_chart->markers().groups())
            if (group.cluster == 4)
                QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->markers().position(group).toPoint());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].toString(), QStringLiteral("wallet270"));
        QCOMPARE(clicked[0][1].toUInt(), 4U);
    }
    void hoverNamesTheClusterOfMarkersAndBands() {
        m_chart->setPeople(people());
        QSignalSpy hovered(m_chart.get(), &CandleChart::clusterHovered);
        for (const MarkerGroup& group : m_chart->markers().groups())
            if (group.cluster == 4) moveTo(*m_chart, m_chart->markers().position(group).toPoint());
        QCOMPARE(hovered.size(), 1);
        QCOMPARE(hovered.back()[0].toUInt(), 4U);
        const ChartPane* pane = m_chart->panes().find(QStringLiteral("people"));
        QVERIFY(pane);
        const double x = m_chart->pixelOf(265, 0).x();
        moveTo(*m_chart, QPointF(x, pane->values->coordToPixel(10)).toPoint());
        QCOMPARE(hovered.back()[0].toUInt(), 17U);
        moveTo(*m_chart, QPointF(x, pane->values->coordToPixel(25)).toPoint());
        QCOMPARE(hovered.back()[0].toUInt(), 4U);
        leave(*m_chart);
        QCOMPARE(hovered.back()[0].toUInt(), 0U);
    }
    void positionsStackAndTellWhatWasNotBought() {
        m_chart->setPeople(people());
        const PositionBands& bands = *m_chart->bands();
        QCOMPARE(bands.layers().size(), std::size_t{2});
        const auto& bars = m_chart->scene().rawBars;
        for (std::size_t i = 0; i < bars.size(); ++i) {
            const std::size_t bar = bars[i].last;
            const double first = bar < 240 ? 0 : bar < 280 ? 20 : 10;
            const double second = bar < 260 ? 0 : 10;
            QVERIFY(std::abs(bands.layers()[0].top[i] - first) < 1e-9);
            QVERIFY(std::abs(bands.layers()[0].top[i] - bands.layers()[0].bought[i] - (bar < 240 ? 0 : 5)) < 1e-9);
            QVERIFY(std::abs(bands.layers()[1].bottom[i] - first) < 1e-9);
            QVERIFY(std::abs(bands.layers()[1].top[i] - first - second) < 1e-9);
        }
        QVERIFY(std::abs(bands.most() - 30) < 1e-9);
        m_chart->setPeopleShown(false);
        QVERIFY(!m_chart->panes().find(QStringLiteral("people")));
        m_chart->setPeopleShown(true);
        m_chart->setPeople(nullptr);
        QVERIFY(!m_chart->bands());
    }
    void highlightDimsTheOthers() {
        m_chart->setPeople(people());
        const QImage plain = m_chart->grab().toImage();
        m_chart->highlightCluster(4);
        const QImage pointedOut = m_chart->grab().toImage();
        QVERIFY(plain != pointedOut);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QCOMPARE(m_chart->grab().toImage(), plain);
    }
    void laneShowsEventsAndCanBeHidden() {
        m_chart->setPeople(people());
        const QPointF at(m_chart->pixelOf(245, 0).x(), m_chart->pricePane().bottom() - 5);
        QVERIFY(m_chart->markers().textAt(at).contains(QStringLiteral("First sell: sold")));
        m_chart->setLaneShown(false);
        QVERIFY(m_chart->markers().textAt(at).isEmpty());
    }
    void hoveredBarIsToldAndAnswered() {
        QSignalSpy hovered(m_chart.get(), &CandleChart::barHovered);
        QSignalSpy left(m_chart.get(), &CandleChart::barLeft);
        moveTo(*m_chart, onBar(*m_chart, 280));
        QCOMPARE(hovered.size(), 1);
        QCOMPARE(hovered[0][0].toLongLong(), timeOf(280));
        QCOMPARE(hovered[0][1].toLongLong(), timeOf(280) + 1);  // bars of one second
        moveTo(*m_chart, onBar(*m_chart, 280) + QPoint(2, 3));
        QCOMPARE(hovered.size(), 1);
        m_chart->setBarPeople(timeOf(280), {{QStringLiteral("sold Crew 17 −18.2 SOL"), BarPeopleRow::Tone::Sell}});
        QCOMPARE(m_chart->overlayState().people.size(), std::size_t{1});
        moveTo(*m_chart, onBar(*m_chart, 279));
        QVERIFY(m_chart->overlayState().people.empty());
        // An answer that comes late belongs to nobody.
        m_chart->setBarPeople(timeOf(280), {{QStringLiteral("late"), BarPeopleRow::Tone::Plain}});
        QVERIFY(m_chart->overlayState().people.empty());
        leave(*m_chart);
        QCOMPARE(left.size(), 1);
    }
    void whoSoldThisCandle() {
        QSignalSpy asked(m_chart.get(), &CandleChart::whoSoldAsked);
        const std::unique_ptr<QMenu> menu(m_chart->contextMenu(onBar(*m_chart, 270)));
        menu->findChild<QAction*>(QStringLiteral("whoSold"))->trigger();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toLongLong(), timeOf(270));
        QCOMPARE(asked[0][1].toLongLong(), timeOf(270) + 1);
    }
    void holderIndicatorsReadTheSamples() {
        const QString id = m_chart->addIndicator(QStringLiteral("holders"));
        m_chart->setPeople(people());
        const auto& track = *m_chart->tracks().front();
        QCOMPARE(track.id(), id);
        QVERIFY(std::isnan(track.at(0, 249)));
        QCOMPARE(track.at(0, 250), 100.0);
        QCOMPARE(track.at(0, 259), 100.0);
        QCOMPARE(track.at(0, 299), 130.0);
    }
    void hostileTextsStayOneLine() {
        auto bad = std::make_shared<ChartPeople>();
        bad->markers.push_back(marker(280, MarkerMove::Buy, MarkerKind::Tracked));
        bad->markers.front().text = QStringLiteral("a\nb") + QChar(0x202e) + QString(5000, u'x');
        m_chart->setPeople(bad);
        const QString text =
            m_chart->markers().textAt(m_chart->markers().position(m_chart->markers().groups().front()));
        QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x202e)));
        QVERIFY(text.size() < 200);
    }
    void anotherTokenHasOtherPeople() {
        m_chart->setPeople(people());
        m_chart->show(fake::detail(fake::token(2, "BONK"), 300), fake::kNow);
        QVERIFY(m_chart->markers().groups().empty());
        QVERIFY(!m_chart->bands());
    }
};

QTEST_MAIN(TstChartPeople)
#include "tst_chart_people.moc"
