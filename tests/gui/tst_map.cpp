// SPDX-License-Identifier: GPL-3.0-or-later
// The cluster map in the real window, over the real engine and a simulated market with whole transactions.
#include "engine_host.h"
#include "ui/chart/candle_chart.h"
#include "ui/map/map_pane.h"
#include "ui/map/map_text.h"
#include "ui/map/map_tree_model.h"
#include "ui/map/map_view.h"
#include "ui/shell/action_book.h"
#include "ui/theme/style.h"
#include "ui/views/clusters_pane.h"
#include "ui/views/data_table.h"
#include "ui/views/main_window.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QWheelEvent>

#include <cmath>

using namespace ui;
using core::pipeline::GraphNodeKind;

class TstMap : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<fake::EngineHost> m_host;
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<MainWindow> m_window;
    core::Mint m_mint;

    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    MapView& map() const { return *find<MapView>("clusterMap"); }
    TokenTabs& tabs() const { return *find<TokenTabs>("tokenTabs"); }
    const core::pipeline::CoinGraph& graph() const { return *map().scene().graph; }
    /// A wallet of the first piece that is on the screen.
    core::Wallet member(std::size_t place = 0) const {
        return graph().nodes[map().scene().pieces.front().nodes[place]].wallet;
    }
    QPoint at(const core::Wallet& wallet) const { return map().positionOf(wallet)->toPoint(); }
    void wheel(QPointF where, int notches) const {
        QWheelEvent event(where, map().mapToGlobal(where), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&map(), &event);
    }
    /// A place of the map without anything near it.
    QPoint emptySpot() const {
        for (int y = 6; y < map().height(); y += 8)
            for (int x = 6; x < map().width(); x += 8) {
                bool free = true;
                for (const auto& node : graph().nodes)
                    if (const auto where = map().positionOf(node.wallet))
                        free = free && std::hypot(where->x() - x, where->y() - y) > 90;
                if (free) return {x, y};
            }
        qFatal("no empty spot");
    }

private slots:
    void initTestCase() {
        theme::applyStyle(*qApp);
        m_host = std::make_unique<fake::EngineHost>();
        m_host->run.play("mixed", 900, 20, true);
        m_mint = m_host->coinOfMostClusters();
    }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("ui.ini")));
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openToken(m_mint);
        QTest::keyClick(find<CandleChart>("candleChart"), Qt::Key_C);
        QCOMPARE(tabs().current(), TokenTabs::Map);
        map().waitForLayout();
        QVERIFY(map().scene().graph);
        QVERIFY(!map().scene().pieces.empty());
    }
    void cleanup() { m_window.reset(); }

    void oneKeyOpensItWithRoomEnough() {
        QVERIFY(map().hasFocus());
        QVERIFY(map().height() > m_window->height() / 3);
        QCOMPARE(m_window->interest().inquiry.graph, std::optional{core::pipeline::GraphWish{}});
        // Nothing is asked of the engine while nobody looks, and the table gets its old height.
        const int high = tabs().height();
        tabs().choose(TokenTabs::Holders);
        QVERIFY(!m_window->interest().inquiry.graph);
        QVERIFY(tabs().height() < high);
    }

    void itStandsBesideTheTapeInAPaneOfItsOwn() {
        auto* button = find<QToolButton>("mapApart");
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dock = find<QDockWidget>("map");
        QVERIFY(dock->isVisible());
        QVERIFY(dock->isAncestorOf(&map()));
        QVERIFY(map().isVisible());
        QCOMPARE(tabs().current(), TokenTabs::Tape);
        QVERIFY(find<DataTable>("tape")->isVisible());
        QVERIFY(m_window->interest().inquiry.graph);
        // Both are to be seen: who is chosen on the map is marked in the tables at once, whichever is in front.
        tabs().choose(TokenTabs::Holders);
        QVERIFY(m_window->interest().inquiry.graph);
        map().waitForLayout();
        map().fit();
        QTest::mouseClick(&map(), Qt::LeftButton, {}, at(member()));
        auto* holders = find<DataTable>("holders");
        int marked = 0;
        for (int row = 0; row < holders->model()->rowCount(); ++row)
            marked += holders->model()->index(row, 0).data(Qt::BackgroundRole).isValid() ? 1 : 0;
        QVERIFY(marked > 0);
        // The key goes to the pane, and the button brings the tab back.
        find<CandleChart>("candleChart")->setFocus();
        QTest::keyClick(find<CandleChart>("candleChart"), Qt::Key_C);
        QVERIFY(map().hasFocus());
        QCOMPARE(tabs().current(), TokenTabs::Holders);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!dock->isVisible());
        QCOMPARE(tabs().current(), TokenTabs::Map);
        QVERIFY(tabs().isAncestorOf(&map()));
        QVERIFY(map().isVisible());
        tabs().choose(TokenTabs::Tape);
        QVERIFY(!m_window->interest().inquiry.graph);
    }

    void theWorkspaceForLookingHasItOpen() {
        m_window->actions().find(QStringLiteral("actionWorkspace3"))->trigger();
        QVERIFY(find<QDockWidget>("map")->isAncestorOf(&map()));
        QVERIFY(map().isVisible());
        m_window->actions().find(QStringLiteral("actionWorkspace1"))->trigger();
        QVERIFY(tabs().isAncestorOf(&map()));
        QVERIFY(!map().isVisible());
        // A window that is made anew in that workspace has it there again.
        m_window->actions().find(QStringLiteral("actionWorkspace3"))->trigger();
        m_window->close();
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("ui.ini")));
        m_window->show();
        m_window->openToken(m_mint);
        QVERIFY(find<QDockWidget>("map")->isAncestorOf(&map()));
        QVERIFY(map().isVisible());
    }

    void everyBubbleHasAPlaceAndItsSize() {
        const MapScene& scene = map().scene();
        QCOMPARE(scene.nodes.size(), graph().nodes.size());
        for (const auto& node : graph().nodes) QVERIFY(map().positionOf(node.wallet));
        for (std::size_t a = 0; a < scene.nodes.size(); ++a)
            for (std::size_t b = 0; b < scene.nodes.size(); ++b)
                if (graph().nodes[a].kind == GraphNodeKind::Wallet &&
                    graph().nodes[b].kind == GraphNodeKind::Wallet && graph().nodes[a].held > graph().nodes[b].held)
                    QVERIFY(scene.nodes[a].radius > scene.nodes[b].radius);
        QVERIFY(!map().accessibleDescription().isEmpty());
    }

    void theSameCoinIsLaidOutTheSameAgain() {
        const MapPlaces before = map().places();
        init();
        QVERIFY(map().places() == before);
    }

    void theWheelZoomsAboutThePointer() {
        const core::Wallet wallet = member();
        const QPointF before = *map().positionOf(wallet);
        const double zoom = map().zoom();
        wheel(before, 3);
        QVERIFY(std::abs(map().zoom() / zoom - std::pow(1.1, 3)) < 1e-9);
        QVERIFY(QLineF(before, *map().positionOf(wallet)).length() < 1e-6);
        for (int i = 0; i < 80; ++i) wheel(before, -5);
        QVERIFY(map().zoom() > 0 && !map().edgesDrawn());
        QTest::keyClick(&map(), Qt::Key_F);
        QVERIFY(std::abs(map().zoom() / zoom - 1) < 1e-9);
    }

    void namesNeverLieOverEachOther() {
        map().fit();
        bool hidden = false;
        for (int step = 0; step < 14; ++step) {
            (void)map().grab();
            const auto& shown = map().captions();
            QVERIFY2(step > 8 || !shown.empty(), qPrintable(QString::number(map().zoom())));
            std::size_t pieces = 0;
            for (std::size_t i = 0; i < shown.size(); ++i) {
                pieces += shown[i].piece ? 1 : 0;
                for (std::size_t k = i + 1; k < shown.size(); ++k)
                    QVERIFY2(!shown[i].box.intersects(shown[k].box),
                             qPrintable(shown[i].text + QStringLiteral(" over ") + shown[k].text));
            }
            hidden = hidden || pieces < map().scene().pieces.size();
            QTest::keyClick(&map(), Qt::Key_Minus);
        }
        // Two find room below and above; of more, some have to give way.
        QVERIFY(hidden || map().scene().pieces.size() <= 2);
        // What is lit keeps its name, however little room there is.
        const auto& last = map().scene().pieces.back();
        map().light(last.tag.number);
        (void)map().grab();
        const auto& shown = map().captions();
        QVERIFY(shown.empty() || map().scene().pieces[*shown.front().piece].tag.number == last.tag.number);
        map().fit();
    }

    void aMovedMapLooksAsIfPaintedAtOnce() {
        const QImage first = map().grab().toImage();
        const QPoint from = emptySpot();
        QTest::mousePress(&map(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&map(), from + QPoint(20, 9));
        QTest::mouseMove(&map(), from + QPoint(41, -13));
        QTest::mouseRelease(&map(), Qt::LeftButton, {}, from + QPoint(41, -13));
        for (const int notches : {3, 2, -1, 4}) {
            wheel(QPointF(from), notches);
            (void)map().grab();
        }
        // What was kept from the frames before is what would be made of it anew.
        const QImage moved = map().grab().toImage();
        QVERIFY(moved != first);
        map().relabel();
        QCOMPARE(map().grab().toImage(), moved);
        QTest::keyClick(&map(), Qt::Key_F);
        QCOMPARE(map().grab().toImage(), first);
    }

    void coloursFollowWhatIsLitAndWhatTheUserChose() {
        const QImage plain = map().grab().toImage();
        map().light(map().scene().pieces.front().tag.number);
        const QImage lit = map().grab().toImage();
        QVERIFY(lit != plain);
        // Moving keeps it lit.
        QTest::keyClick(&map(), Qt::Key_Plus);
        QVERIFY(map().grab().toImage() != lit);
        QTest::keyClick(&map(), Qt::Key_F);
        QCOMPARE(map().grab().toImage(), lit);
        map().light(0);
        QCOMPARE(map().grab().toImage(), plain);
        const auto before = map().colorOf;
        map().colorOf = [this](const core::Wallet& wallet) {
            return wallet == member() ? QColor(255, 0, 255) : QColor();
        };
        map().relabel();
        const QImage marked = map().grab().toImage();
        QVERIFY(marked != plain);
        map().colorOf = before;
        map().relabel();
        QCOMPARE(map().grab().toImage(), plain);
    }

    void namesAndSizesFollowTheGraph() {
        const auto captionsAreTrue = [this] {
            std::size_t pieces = 0;
            for (const auto& caption : map().captions()) {
                if (!caption.piece) continue;
                ++pieces;
                if (caption.text != pieceCaption(map().scene().pieces[*caption.piece])) return false;
                if (caption.laid.text() != caption.text) return false;
            }
            return pieces != 0;
        };
        const QImage plain = map().grab().toImage();
        QVERIFY(captionsAreTrue());
        const auto first = map().scene().graph;
        const QString name = map().captions().front().text;
        auto next = std::make_shared<core::pipeline::CoinGraph>(graph());
        for (auto& node : next->nodes) node.membership *= 0.5;
        map().setGraph(next);
        map().waitForLayout();
        const QImage other = map().grab().toImage();
        QVERIFY(captionsAreTrue());
        QVERIFY(map().captions().front().text != name);
        QVERIFY(other != plain);
        map().setGraph(first);
        map().waitForLayout();
        QCOMPARE(map().grab().toImage(), plain);
        QVERIFY(captionsAreTrue());
    }

    void aDragOfTheGroundMovesTheMap() {
        const core::Wallet wallet = member();
        const QPointF before = *map().positionOf(wallet);
        const QPoint from = emptySpot();
        QTest::mousePress(&map(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&map(), from + QPoint(20, 9));
        QTest::mouseMove(&map(), from + QPoint(60, 25));
        QTest::mouseRelease(&map(), Qt::LeftButton, {}, from + QPoint(60, 25));
        QVERIFY(QLineF(before + QPointF(60, 25), *map().positionOf(wallet)).length() < 1);
        QVERIFY(map().pins().empty());
    }

    void aDragOfABubblePinsIt() {
        const core::Wallet wallet = member();
        const QPoint from = at(wallet);
        const QPoint to = from + QPoint(-70, 40);
        QTest::mousePress(&map(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&map(), from + QPoint(-20, 10));
        QTest::mouseMove(&map(), to);
        QTest::mouseRelease(&map(), Qt::LeftButton, {}, to);
        QCOMPARE(map().pins().size(), std::size_t{1});
        map().waitForLayout();
        QVERIFY(QLineF(QPointF(to), *map().positionOf(wallet)).length() < 1.5);
        // It stays when the map is made anew.
        find<QSlider>("mapConfidence")->setValue(95);
        map().waitForLayout();
        QVERIFY(QLineF(QPointF(to), *map().positionOf(wallet)).length() < 1.5);
        auto* unpin = find<QToolButton>("mapUnpin");
        QVERIFY(unpin->isEnabled());
        unpin->click();
        QVERIFY(map().pins().empty() && !unpin->isEnabled());
    }

    void aClickMarksTheClusterEverywhere() {
        const MapPiece& piece = map().scene().pieces.front();
        QSignalSpy lit(find<TokenPage>("tokenPage"), &TokenPage::clusterLit);
        QTest::mouseClick(&map(), Qt::LeftButton, {}, at(member()));
        QVERIFY(!lit.isEmpty());
        QCOMPARE(lit.last().first().toUInt(), piece.tag.number);
        QVERIFY(map().chosen().contains(member()));
        tabs().choose(TokenTabs::Holders);
        auto* holders = find<DataTable>("holders");
        int marked = 0;
        for (int row = 0; row < holders->model()->rowCount(); ++row)
            marked += holders->model()->index(row, 0).data(Qt::BackgroundRole).isValid() ? 1 : 0;
        QVERIFY(marked > 0);
        tabs().choose(TokenTabs::Map);
        map().setFocus();
        QTest::keyClick(&map(), Qt::Key_Escape);
        QVERIFY(map().chosen().empty());
        QCOMPARE(lit.last().first().toUInt(), 0U);
    }

    void moreConfidenceLetsClustersFallApart() {
        const std::size_t pieces = map().scene().pieces.size();
        const std::size_t unlinked = map().scene().unlinked;
        auto* slider = find<QSlider>("mapConfidence");
        slider->setValue(100);
        map().waitForLayout();
        std::size_t together = 0;
        for (const MapPiece& piece : map().scene().pieces) together += piece.nodes.size();
        // Only certain links hold now, and each piece hangs together by them alone.
        for (const MapEdge& edge : map().scene().edges)
            if (edge.counts) QVERIFY(graph().links[edge.link].posterior >= 0.9995);
        QVERIFY(map().scene().unlinked >= unlinked);
        slider->setValue(90);
        std::size_t before = 0;
        for (const MapPiece& piece : map().scene().pieces) before += piece.nodes.size();
        QCOMPARE(map().scene().pieces.size(), pieces);
        QVERIFY(together <= before);
        // Suppositions join nobody.
        slider->setValue(50);
        QCOMPARE(map().scene().pieces.size(), pieces);
        // The keyboard moves it too.
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(slider->value(), 51);
    }

    void timeCanBeTurnedBack() {
        auto* slider = find<QSlider>("mapTime");
        QVERIFY(slider->isEnabled());
        const MapPlaces places = map().places();
        slider->setValue(0);
        const std::int64_t until = *map().scene().filter.until;
        QCOMPARE(until, *graph().fromTime);
        std::size_t visible = 0;
        for (std::size_t i = 0; i < graph().nodes.size(); ++i) {
            if (!map().scene().nodes[i].visible) {
                QVERIFY(*graph().nodes[i].since > until);
                continue;
            }
            ++visible;
        }
        QVERIFY(visible < graph().nodes.size());
        for (const MapEdge& edge : map().scene().edges)
            if (const auto& since = graph().links[edge.link].firstTime) QVERIFY(*since <= until);
        // Bubbles do not jump.
        QVERIFY(map().places() == places);
        slider->setValue(slider->maximum());
        QVERIFY(!map().scene().filter.until);
    }

    void aLoopNamesACrew() {
        QSignalSpy named(find<MapPane>("mapPane"), &MapPane::crewNamed);
        find<QToolButton>("mapLasso")->click();
        QVERIFY(map().lasso());
        const QRect all = map().rect().adjusted(2, 2, -2, -2);
        QTest::mousePress(&map(), Qt::LeftButton, {}, all.topLeft());
        for (const QPoint& corner : {all.topRight(), all.bottomRight(), all.bottomLeft(), all.topLeft()})
            QTest::mouseMove(&map(), corner);
        QTest::mouseRelease(&map(), Qt::LeftButton, {}, all.topLeft());
        auto* name = find<QLineEdit>("mapCrewName");
        QVERIFY(name->isVisible() && name->hasFocus());
        find<QPushButton>("mapNameCrew")->click();
        QCOMPARE(named.size(), 0);  // a crew without a name is none
        QTest::keyClicks(name, QStringLiteral("Night shift"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(named.size(), 1);
        QCOMPARE(named.first().first().toString(), QStringLiteral("Night shift"));
        const auto wallets = named.first().at(1).value<std::vector<core::Wallet>>();
        std::size_t expected = 0;
        for (const auto& node : graph().nodes) expected += node.kind == GraphNodeKind::Window ? 0 : 1;
        QCOMPARE(wallets.size(), expected);
        QVERIFY(!name->isVisible() && !map().lasso());
    }

    void thePointerTellsWhatIsThere() {
        QTest::mouseMove(&map(), at(member()));
        QVERIFY(map().hoverLines().size() >= 3);
        QVERIFY(map().hoverLines().join(u' ').contains(
            QStringLiteral("Cluster %1").arg(map().scene().pieces.front().tag.number)));
        // A link says why: halfway between two bubbles that are joined.
        for (const MapEdge& edge : map().scene().edges) {
            if (!edge.counts) continue;
            const auto a = map().positionOf(graph().nodes[edge.a].wallet);
            const auto b = map().positionOf(graph().nodes[edge.b].wallet);
            QTest::mouseMove(&map(), ((*a + *b) / 2).toPoint());
            if (map().hoverLines().isEmpty()) continue;
            const QString text = map().hoverLines().join(u' ');
            if (!text.contains(QStringLiteral("P(one hand)"))) continue;
            return;
        }
        QFAIL("no link told why");
    }

    void aDoubleClickAndEnterOpenTheWallet() {
        QSignalSpy opened(find<TokenPage>("tokenPage"), &TokenPage::walletOpened);
        QTest::mouseDClick(&map(), Qt::LeftButton, {}, at(member()));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.last().first().value<core::Wallet>(), member());
        QTest::mouseMove(&map(), at(member(1)));
        QTest::keyClick(&map(), Qt::Key_W);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.last().first().value<core::Wallet>(), member(1));
    }

    void theListTellsTheSame() {
        QAbstractItemModelTester tester(&find<MapPane>("mapPane")->treeModel());
        find<QToolButton>("mapList")->click();
        auto* tree = find<QTreeView>("mapTree");
        QVERIFY(tree->isVisible());
        const MapTreeModel& model = find<MapPane>("mapPane")->treeModel();
        const MapScene& scene = map().scene();
        int tops = static_cast<int>(scene.pieces.size());
        for (std::size_t i = 0; i < scene.pieces.size(); ++i) {
            const QModelIndex piece = model.index(static_cast<int>(i), 0);
            QCOMPARE(model.clusterOf(piece), scene.pieces[i].tag.number);
            QCOMPARE(model.rowCount(piece), static_cast<int>(scene.pieces[i].nodes.size()));
        }
        QVERIFY(model.rowCount() >= tops && model.rowCount() <= tops + 2);
        // By keyboard: open the first cluster, go to its first wallet, which is marked on the map and opened.
        tree->setFocus();
        tree->setCurrentIndex(model.index(0, 0));
        QTest::keyClick(tree, Qt::Key_Right);
        QVERIFY(tree->isExpanded(model.index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(map().chosen().size(), std::size_t{1});
        QVERIFY(map().chosen().contains(member()));
        QSignalSpy opened(find<TokenPage>("tokenPage"), &TokenPage::walletOpened);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        // What was open stays open when the map changes.
        find<QSlider>("mapConfidence")->setValue(60);
        QVERIFY(tree->isExpanded(model.index(0, 0)));
    }

    void whatIsHiddenCanBeShown() {
        core::pipeline::CoinGraph small = graph();
        auto* more = find<QToolButton>("mapMore");
        if (small.hiddenNodes == 0) QVERIFY(!more->isVisible());
        // A graph with more than is shown.
        auto detail = std::make_shared<core::pipeline::TokenDetail>(*m_host->latest()->selected);
        small.hiddenNodes = 4'321;
        detail->graph = std::make_shared<const core::pipeline::CoinGraph>(small);
        auto* pane = find<MapPane>("mapPane");
        pane->show(detail, std::nullopt);
        QVERIFY(more->isVisible());
        QVERIFY(more->text().contains(QStringLiteral("321")));
        QSignalSpy wished(pane, &MapPane::wishChanged);
        more->click();
        QCOMPARE(wished.size(), 1);
        QCOMPARE(pane->wish().nodes, core::pipeline::GraphWish::kMostNodes);
        QCOMPARE(m_window->interest().inquiry.graph->nodes, core::pipeline::GraphWish::kMostNodes);
    }

    void everyControlHasAName() {
        for (const auto* widget : find<MapPane>("mapPane")->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
            const bool text = qobject_cast<const QPushButton*>(widget) != nullptr;
            QVERIFY2(text || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TstMap)
#include "tst_map.moc"
