// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a token over the real engine and a simulated market with whole transactions.
#include "engine_host.h"
#ifndef Q_MOC_RUN
#include "tests/support/market_events.h"
#endif
#include "ui/chart/candle_chart.h"
#include "ui/chart/chart_cell.h"
#include "ui/chart/chart_grid.h"
#include "ui/format/price_text.h"
#include "ui/models/bar_model.h"
#include "ui/models/cluster_model.h"
#include "ui/models/first_buyer_model.h"
#include "ui/models/flag_model.h"
#include "ui/models/holder_model.h"
#include "ui/models/tape_model.h"
#include "ui/models/token_marks.h"
#include "ui/shell/action_book.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/bar_table.h"
#include "ui/views/cliff_gauge.h"
#include "ui/views/clusters_pane.h"
#include "ui/views/data_table.h"
#include "ui/views/dev_pane.h"
#include "ui/views/evidence_drawer.h"
#include "ui/views/external_links.h"
#include "ui/views/first_buyers_pane.h"
#include "ui/views/flags_pane.h"
#include "ui/views/holders_pane.h"
#include "ui/views/main_window.h"
#include "ui/views/makers_pane.h"
#include "ui/views/tape_pane.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDoubleSpinBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <map>
#include <set>

using namespace ui;
using core::pipeline::ClusterRow;
using core::pipeline::isExcluded;
using core::pipeline::TokenPeople;

namespace {

std::unique_ptr<fake::EngineHost> playedHost(bool whole = true) {
    auto host = std::make_unique<fake::EngineHost>();
    host->run.play("mixed", 900, 20, whole);
    host->setInterest({});
    return host;
}

// The coin that has most to show: clusters first, trades second.
core::Mint richestCoin(fake::EngineHost& host) {
    core::Mint best;
    std::pair<std::size_t, std::uint64_t> most{0, 0};
    std::vector<core::Mint> mints;
    for (const auto& [mint, coin] : host.run.engine.market().tokens()) mints.push_back(mint);
    std::sort(mints.begin(), mints.end());
    for (const core::Mint& mint : mints) {
        core::pipeline::Interest interest;
        interest.selected = mint;
        host.setInterest(interest);
        const auto& detail = host.latest()->selected;
        if (!detail || !detail->people || !detail->people->creator) continue;
        const std::pair rank{detail->people->clusters.size() * 5 + detail->people->flags.size(),
                             detail->row.trades};
        if (rank > most) {
            most = rank;
            best = mint;
        }
    }
    host.setInterest({});
    return best;
}

class FormulaTable final : public ColumnTable<int, int> {
public:
    FormulaTable() {
        ui::Column<int> column;
        column.id = QStringLiteral("a");
        column.title = QStringLiteral("a");
        column.text = [](const int& value) {
            return value == 0 ? QStringLiteral("=HYPERLINK(\"x\")") : QStringLiteral("-12.5");
        };
        std::vector<ui::Column<int>> columns;
        columns.push_back(column);
        setColumns(std::move(columns));
        setContents({std::make_shared<const int>(0), std::make_shared<const int>(1)});
    }

protected:
    int keyOf(const int& value) const override { return value; }
    bool sameContent(const int& a, const int& b) const override { return a == b; }
};

}  // namespace

class TstTokenPage : public QObject {
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
    TokenTabs& tabs() const { return *find<TokenTabs>("tokenTabs"); }
    const core::pipeline::TokenDetail& detail() const { return *m_host->latest()->selected; }
    const TokenPeople& people() const { return *detail().people; }
    void openTab(TokenTabs::Tab tab) {
        auto* bar = find<QTabBar>("tokenTabBar");
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
        QCOMPARE(tabs().current(), tab);
    }
    void makeWindow() {
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("ui.ini")));
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openToken(m_mint);
    }
    /// A click in the middle of a cell that is in view.
    static void clickCell(DataTable* table, int row, int column) {
        const QModelIndex index = table->model()->index(row, column);
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    }

private slots:
    void initTestCase() {
        theme::applyStyle(*qApp);
        m_host = playedHost();
        m_mint = richestCoin(*m_host);
        QVERIFY(!m_mint.isZero());
    }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        makeWindow();
    }
    void cleanup() { m_window.reset(); }

    void theHeaderTellsTheStory() {
        QVERIFY(!find<QLabel>("marketCap")->text().isEmpty());
        QCOMPARE(find<QLabel>("supply")->text(), QStringLiteral("1B"));
        const auto chips = find<QWidget>("flagChips")->findChildren<QToolButton*>();
        QStringList shown;
        for (const QToolButton* chip : chips)
            if (chip->isVisible()) shown << chip->text();
        QVERIFY2(shown.size() >= 4, qPrintable(shown.join(u'|')));
        QVERIFY(shown.front().startsWith(QStringLiteral("Dev ")));
        for (const QString& text : shown) QVERIFY2(!text.contains(QStringLiteral("?")), qPrintable(text));
        find<QToolButton>("copyAddress")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(m_mint.base58()));
    }

    void theGaugeSpeaksOfTheWorstCluster() {
        const ClusterRow* worst = nullptr;
        for (const ClusterRow& row : people().clusters)
            if (row.all && (worst == nullptr || row.all->fall > worst->all->fall)) worst = &row;
        auto* gauge = find<CliffGauge>("cliffGauge");
        if (worst == nullptr) {
            QVERIFY(gauge->text().contains(QStringLiteral("Cliff")));
            return;
        }
        QVERIFY(gauge->text().contains(QStringLiteral("Cluster %1").arg(worst->tag.number)));
        QVERIFY(gauge->text().contains(QString::number(worst->all->fall * 100, 'f', 1)));
        QTest::mouseClick(gauge, Qt::LeftButton);
        QCOMPARE(tabs().current(), TokenTabs::Clusters);
        const auto rows = find<DataTable>("clusters")->chosenRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(find<ClustersPane>("clustersPane")->clusters().row(rows.front()).tag.number, worst->tag.number);
    }

    void openInGoesToTheBrowser() {
        const auto links = tokenLinks(m_mint);
        auto* menu = find<QToolButton>("openIn")->menu();
        QCOMPARE(menu->actions().size(), static_cast<qsizetype>(links.size()));
        m_opened.clear();
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "noteUrl");
        for (QAction* action : menu->actions()) action->trigger();
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_opened.size(), menu->actions().size());
        for (const QUrl& url : m_opened) QVERIFY(url.toString().contains(QString::fromStdString(m_mint.base58())));
    }

    void everyTabShowsWhatTheEngineFound() {
        openTab(TokenTabs::Holders);
        const HolderModel& holders = find<HoldersPane>("holdersPane")->holders();
        std::size_t excluded = 0;
        for (const auto& row : people().excluded) excluded += row.balance > 0 ? 1 : 0;
        QCOMPARE(static_cast<std::size_t>(holders.rowCount()), people().holding + excluded);
        QVERIFY(
            find<QTabBar>("tokenTabBar")->tabText(TokenTabs::Holders).contains(QString::number(people().holding)));
        // Curve and pools stand below everybody.
        if (excluded != 0) QVERIFY(isExcluded(holders.row(holders.rowCount() - 1).roles));
        openTab(TokenTabs::FirstBuyers);
        QCOMPARE(static_cast<std::size_t>(find<FirstBuyersPane>("firstBuyersPane")->buyers().rowCount()),
                 people().firstBuyers.size());
        openTab(TokenTabs::Clusters);
        const auto* clusters = find<ClustersPane>("clustersPane");
        QCOMPARE(static_cast<std::size_t>(clusters->clusters().rowCount()), people().clusters.size());
        QVERIFY(clusters->links().rowCount() > 0);
        QVERIFY(clusters->members().rowCount() > 1);
        openTab(TokenTabs::Flags);
        QCOMPARE(static_cast<std::size_t>(find<FlagsPane>("flagsPane")->flags().rowCount()), people().flags.size());
        openTab(TokenTabs::Dev);
        QCOMPARE(static_cast<std::size_t>(find<DevPane>("devPane")->coins().rowCount()),
                 people().creator->coins.size());
        QVERIFY(find<QLabel>("devRecord")->text().startsWith(QString::number(people().creator->created)));
        openTab(TokenTabs::Tape);
        QCOMPARE(static_cast<std::size_t>(find<TapePane>("tapePane")->tape().rowCount()), detail().tape.size());
        QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(tabs().current(), TokenTabs::Holders);
    }

    void sortedColumnsAreSortedAndExcludedRowsStayBelow() {
        openTab(TokenTabs::Holders);
        auto* table = find<DataTable>("holders");
        const HolderModel& model = find<HoldersPane>("holdersPane")->holders();
        auto* head = table->horizontalHeader();
        const auto clickHead = [&](int column) {
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                              QPoint(head->sectionViewportPosition(column) + 10, head->height() / 2));
        };
        clickHead(HolderModel::Bought);
        for (int row = 1; row < model.rowCount(); ++row) {
            if (isExcluded(model.row(row).roles)) break;
            QVERIFY(model.row(row - 1).bought >= model.row(row).bought);
        }
        clickHead(HolderModel::Bought);
        for (int row = 1; row < model.rowCount(); ++row) {
            if (isExcluded(model.row(row).roles)) break;
            QVERIFY(model.row(row - 1).bought <= model.row(row).bought);
        }
        bool below = false;
        for (int row = 0; row < model.rowCount(); ++row) {
            QVERIFY(!below || isExcluded(model.row(row).roles));
            below = isExcluded(model.row(row).roles);
        }
        // Equal values keep the order of the column that was chosen before.
        clickHead(HolderModel::Cluster);
        for (int row = 1; row < model.rowCount(); ++row) {
            const auto& a = model.row(row - 1);
            const auto& b = model.row(row);
            if (isExcluded(b.roles)) break;
            if (a.cluster == b.cluster) QVERIFY(a.bought <= b.bought);
        }
    }

    void rowsStandStillUnderThePointer() {
        openTab(TokenTabs::Tape);
        auto* table = find<DataTable>("tape");
        const TapeModel& model = find<TapePane>("tapePane")->tape();
        auto* waiting = find<QToolButton>("tapeWaiting");
        QEnterEvent enter(QPointF(20, 60), QPointF(20, 60), QPointF(20, 60));
        QCoreApplication::sendEvent(table, &enter);
        const std::uint64_t first = model.row(0).id;
        const int rows = model.rowCount();
        for (int i = 0; i < 3; ++i) {
            m_host->run.engine.apply(anotherTrade());
            m_host->step();
            m_window->refresh();
        }
        QCOMPARE(model.row(0).id, first);
        QCOMPARE(model.rowCount(), rows);
        QVERIFY(waiting->isVisible());
        QCOMPARE(waiting->text(), QStringLiteral("3 new"));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(table, &leave);
        QCOMPARE(model.row(0).id, detail().tape.front().id);
        QVERIFY(model.row(0).id > first);
        QVERIFY(!waiting->isVisible());
    }

    void selectionStaysWithItsWallet() {
        openTab(TokenTabs::Holders);
        auto* table = find<DataTable>("holders");
        const HolderModel& model = find<HoldersPane>("holdersPane")->holders();
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(model.rowCount() > 5);
        clickCell(table, 3, HolderModel::Balance);
        const core::Wallet chosen = model.row(3).wallet;
        QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
        // A newcomer with a bag above all others pushes everybody down by one.
        core::Event event = anotherTrade();
        auto& trade = std::get<core::Trade>(event.body);
        trade.wallet = test::walletOf(++m_number);
        trade.baseAmount = core::TokenAmount{600'000'000'000'000};
        m_host->run.engine.apply(event);
        m_host->step();
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(table, &leave);
        m_window->refresh();
        QCOMPARE(model.row(0).wallet, trade.wallet);
        const auto rows = table->chosenRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.front(), 4);
        QCOMPARE(model.row(4).wallet, chosen);
        QCOMPARE(resets.size(), 0);
    }

    void csvHasWholeNumbersAndIsSafe() {
        openTab(TokenTabs::Holders);
        auto* table = find<DataTable>("holders");
        const HolderModel& model = find<HoldersPane>("holdersPane")->holders();
        clickCell(table, 1, HolderModel::Balance);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines =
            QGuiApplication::clipboard()->text().split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QStringLiteral("wallet,cluster,tags")));
        QVERIFY(lines[1].startsWith(QString::fromStdString(model.row(1).wallet.base58())));
        QVERIFY(lines[1].contains(QString::number(model.row(1).bought)));
        const QString file = m_settings->filePath(QStringLiteral("holders.csv"));
        table->clearSelection();
        QVERIFY(table->exportCsv(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count("\r\n"), model.rowCount() + 1);
        QVERIFY(!table->exportCsv(m_settings->filePath(QStringLiteral("no/such/folder.csv"))));
    }

    void namesThatLookLikeFormulasAreDefused() {
        FormulaTable table;
        QCOMPARE(table.csv({}), QStringLiteral("a\r\n\"'=HYPERLINK(\"\"x\"\")\"\r\n-12.5\r\n"));
    }

    void columnsAreRemembered() {
        openTab(TokenTabs::Holders);
        auto* table = find<DataTable>("holders");
        table->setColumnWidth(HolderModel::Wallet, 177);
        table->setColumnHidden(HolderModel::Cost, true);
        m_window->close();
        m_window.reset();
        makeWindow();
        table = find<DataTable>("holders");
        QCOMPARE(table->columnWidth(HolderModel::Wallet), 177);
        QVERIFY(table->isColumnHidden(HolderModel::Cost));
        // Garbage in the file changes nothing.
        table->restoreColumns(QByteArray("\x01\x02garbage"));
        QVERIFY(!table->isColumnHidden(HolderModel::Wallet));
    }

    void clusterRowsLightUpAndBack() {
        auto* page = find<TokenPage>("tokenPage");
        QSignalSpy lit(page, &TokenPage::clusterLit);
        openTab(TokenTabs::Clusters);
        // The tab chooses the largest cluster by itself; that lights up nothing.
        QVERIFY(!find<DataTable>("clusters")->chosenRows().isEmpty());
        QVERIFY(lit.isEmpty());
        auto* table = find<DataTable>("clusters");
        const ClusterModel& model = find<ClustersPane>("clustersPane")->clusters();
        const std::uint32_t number = model.row(0).tag.number;
        QTest::mouseMove(table->viewport(), table->visualRect(table->model()->index(0, 0)).center());
        QMouseEvent move(QEvent::MouseMove, table->visualRect(table->model()->index(0, 0)).center(),
                         table->viewport()->mapToGlobal(QPoint(3, 3)), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(table->viewport(), &move);
        QVERIFY(!lit.isEmpty());
        QCOMPARE(lit.last().front().toUInt(), number);
        openTab(TokenTabs::Holders);
        page->lightCluster(number);
        const HolderModel& holders = find<HoldersPane>("holdersPane")->holders();
        for (int row = 0; row < holders.rowCount(); ++row) {
            const bool in = holders.row(row).cluster.number == number;
            const QVariant fill = holders.index(row, 0).data(Qt::BackgroundRole);
            QCOMPARE(fill.isValid(), in);
        }
        page->lightCluster(0);
        for (int row = 0; row < holders.rowCount(); ++row)
            QVERIFY(!holders.index(row, 0).data(Qt::BackgroundRole).isValid());
    }

    void whoSoldThisCandle() {
        auto* page = find<TokenPage>("tokenPage");
        auto* bar = find<QTabBar>("tokenTabBar");
        QVERIFY(!bar->isTabVisible(TokenTabs::Makers));
        const auto& candle = detail().candles.at(detail().candles.size() / 2);
        page->showBarMakers(candle.openTime - 60, candle.openTime + 60);
        QVERIFY(bar->isTabVisible(TokenTabs::Makers));
        QCOMPARE(tabs().current(), TokenTabs::Makers);
        m_window->refresh();
        const MakerModel& makers = find<MakersPane>("makersPane")->makers();
        QVERIFY(makers.rowCount() > 0);
        QCOMPARE(static_cast<std::size_t>(makers.rowCount()), detail().makers->rows.size());
        for (int row = 1; row < makers.rowCount(); ++row)
            QVERIFY(makers.row(row - 1).soldQuote >= makers.row(row).soldQuote);
        QVERIFY(find<QLabel>("makersNote")->text().contains(QStringLiteral("entities")));
        find<QToolButton>("makersClose")->click();
        QVERIFY(!bar->isTabVisible(TokenTabs::Makers));
        QVERIFY(!m_host->interest.makers);
    }

    void theChartShowsWhoIsBehindTheCandles() {
        auto* chart = m_window->findChild<CandleChart*>();
        const auto shown = chartPeople(detail());
        QVERIFY(shown);
        QCOMPARE(shown->markers.size(), people().marks.size());
        QVERIFY(!shown->markers.empty());
        for (std::size_t i = 0; i < shown->markers.size(); ++i) {
            QCOMPARE(shown->markers[i].cluster, people().marks[i].cluster.number);
            QCOMPARE(shown->markers[i].wallet, QString::fromStdString(people().marks[i].wallet.base58()));
            QVERIFY(i == 0 || shown->markers[i - 1].time <= shown->markers[i].time);
        }
        // Every cluster stands once, the dev's as its own.
        std::set<std::uint32_t> clusters;
        for (const PositionBand& band : shown->bands) QVERIFY(clusters.insert(band.cluster).second);
        for (const PositionBand& band : shown->bands)
            for (const PositionPoint& point : band.points)
                QVERIFY(point.held >= 0 && point.notBought >= 0 && point.notBought <= point.held);
        QCOMPARE(shown->events.size(), people().lane.size());
        // A click on a mark of a cluster opens the cluster, on one of a lone wallet its row.
        const std::uint32_t number = people().clusters.front().tag.number;
        emit chart->markerClicked(QString(), number);
        QCOMPARE(tabs().current(), TokenTabs::Clusters);
        const core::Wallet wallet = people().holders.back().wallet;
        emit chart->markerClicked(QString::fromStdString(wallet.base58()), 0);
        QCOMPARE(tabs().current(), TokenTabs::Holders);
        const auto rows = find<DataTable>("holders")->chosenRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(find<HoldersPane>("holdersPane")->holders().row(rows.front()).wallet, wallet);
        // Under the pointer: the mark's cluster lights up in the tables.
        QSignalSpy lit(find<TokenPage>("tokenPage"), &TokenPage::clusterLit);
        emit chart->clusterHovered(number);
        QCOMPARE(lit.last().front().toUInt(), number);
    }

    void theChartAsksWhoSoldACandle() {
        auto* chart = m_window->findChild<CandleChart*>();
        const auto& candle = detail().candles.at(detail().candles.size() - 1);
        emit chart->whoSoldAsked(candle.openTime, candle.openTime + 1);
        QCOMPARE(tabs().current(), TokenTabs::Makers);
        m_window->refresh();
        QVERIFY(find<MakersPane>("makersPane")->makers().rowCount() > 0);
        emit chart->barHovered(candle.openTime, candle.openTime + 1);
        QVERIFY(m_host->interest.hovered.has_value());
        const auto& hovered = detail().hovered;
        QVERIFY(hovered);
        const auto rows = barPeople(*hovered, 9, QStringLiteral("SOL"), 2);
        QVERIFY(!rows.empty());
        QVERIFY(rows.size() <= 3);
        QVERIFY(rows.front().text.contains(QStringLiteral("SOL")));
        emit chart->barLeft();
        QVERIFY(!m_host->interest.hovered);
    }

    void theTapeCollapses() {
        openTab(TokenTabs::Tape);
        const TapeModel& model = find<TapePane>("tapePane")->tape();
        const auto total = [&model] {
            std::uint64_t sum = 0;
            for (int row = 0; row < model.rowCount(); ++row) sum += model.row(row).quoteAmount;
            return sum;
        };
        const int all = model.rowCount();
        const std::uint64_t before = total();
        find<QToolButton>("tapeCollapse")->click();
        QVERIFY2(model.rowCount() < all, "somebody traded twice within 20 seconds");
        QCOMPARE(total(), before);
        std::uint32_t trades = 0;
        std::map<std::pair<core::Wallet, core::Side>, std::int64_t> last;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto& one = model.row(row);
            trades += one.trades;
            if (one.trades > 1)
                QVERIFY(model.index(row, TapeModel::Side)
                            .data()
                            .toString()
                            .endsWith(QStringLiteral("×%1").arg(one.trades)));
            const auto key = std::pair{one.wallet, one.side};
            if (last.contains(key)) QVERIFY(last[key] - one.at.blockTime->value() > TapeModel::kCollapse);
            last[key] = one.at.blockTime->value();
        }
        QCOMPARE(trades, static_cast<std::uint32_t>(all));
        find<QToolButton>("tapeCollapse")->click();
        QCOMPARE(model.rowCount(), all);
    }

    void holdersNameTheirFunders() {
        openTab(TokenTabs::Holders);
        const auto& rows = people().holders;
        QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.funder.has_value(); }));
        const auto& model = find<HoldersPane>("holdersPane")->holders();
        for (int row = 0; row < std::min(20, model.rowCount()); ++row) {
            const QString funder = model.index(row, HolderModel::Funder).data().toString();
            const auto& one = model.row(row);
            QCOMPARE(funder == format::unknown(), !one.funder.has_value());
            // No node was asked: how old a wallet is nobody knows, and new it is not called.
            if (!one.born) QCOMPARE(model.index(row, HolderModel::Age).data().toString(), format::unknown());
        }
    }

    void chartsBesideEachOther() {
        find<QToolButton>("charts4")->click();
        auto* grid = find<ChartGrid>("chartGrid");
        QCOMPARE(grid->count(), std::size_t{4});
        QCOMPARE(m_host->interest.compared.size(), std::size_t{3});
        m_host->step();
        m_window->refresh();
        for (std::size_t i = 1; i < 4; ++i) {
            const CandleChart& chart = *grid->charts()[i];
            QVERIFY(chart.lastDetail() && chart.lastDetail()->row.mint == m_mint);
            QVERIFY(!chart.series().empty());
        }
        QVERIFY(grid->charts()[1]->series().size() < grid->charts()[0]->series().size());
        // Another coin by its ticker; a word that is none is refused in place.
        auto* cell = find<ChartCell>("chartCell");
        auto* entry = cell->findChild<QLineEdit*>(QStringLiteral("cellCoin"));
        QTest::keyClicks(entry, QStringLiteral("nosuchticker"));
        QTest::keyClick(entry, Qt::Key_Return);
        QVERIFY(!entry->toolTip().isEmpty() && !cell->coin());
        const auto& rows = m_host->latest()->fresh;
        const auto other = std::find_if(rows.begin(), rows.end(),
                                        [this](const auto& row) { return row.mint != m_mint && row.trades > 0; });
        QVERIFY(other != rows.end());
        const core::Mint mint = other->mint;
        entry->setText(QString::fromStdString(mint.base58()));
        QTest::keyClick(entry, Qt::Key_Return);
        QVERIFY(cell->coin() == mint);
        m_host->step();
        m_window->refresh();
        QVERIFY(cell->chart().lastDetail() && cell->chart().lastDetail()->row.mint == mint);
        // The interval of one chart is its own.
        auto* bars = cell->findChild<QLineEdit*>(QStringLiteral("cellBars"));
        bars->setText(QStringLiteral("5s"));
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(m_host->interest.compared[0].bars.seconds, 5U);
        QCOMPARE(m_host->interest.bars, grid->charts()[0]->lastDetail()->bars);
        // Closing goes back, and what stays is remembered.
        m_window->close();
        makeWindow();
        QCOMPARE(find<ChartGrid>("chartGrid")->count(), std::size_t{4});
        find<QToolButton>("charts1")->click();
        QVERIFY(m_host->interest.compared.empty());
    }

    void theBarsReadAsATable() {
        m_window->actions().find(QStringLiteral("actionBarTable"))->trigger();
        auto* dialog = find<BarTable>("barTableDialog");
        const BarModel& model = dialog->bars();
        const BarSeries& series = find<CandleChart>("candleChart")->series();
        QCOMPARE(static_cast<std::size_t>(model.rowCount()), std::min(series.size(), BarTable::kMostBars));
        const Bar& last = series.at(series.size() - 1);
        QCOMPARE(model.row(0).bar, last);
        QCOMPARE(model.index(0, BarModel::Close).data().toString(), format::price(last.close));
        QVERIFY(!dialog->findChild<DataTable*>(QStringLiteral("barTable"))->accessibleName().isEmpty());
        QAbstractItemModelTester tester(&const_cast<BarModel&>(model));
        m_host->run.engine.apply(anotherTrade());
        m_host->step();
        m_window->refresh();
        QCOMPARE(model.row(0).bar, series.at(series.size() - 1));
        dialog->close();
    }

    void holderIndicatorsHaveTheirSeries() {
        auto* chart = find<CandleChart>("candleChart");
        const QString id = chart->addIndicator(QStringLiteral("holders"));
        QVERIFY(!id.isEmpty() && m_host->interest.holderHistory);
        m_host->step();
        m_window->refresh();
        const auto track = std::find_if(chart->tracks().begin(), chart->tracks().end(),
                                        [&id](const auto& one) { return one->id() == id; });
        QVERIFY(track != chart->tracks().end());
        const double last = (*track)->at(0, (*track)->size() - 1);
        QCOMPARE(last, static_cast<double>(people().holding));
        chart->removeIndicator(id);
        QVERIFY(!m_host->interest.holderHistory);
    }

    void theTapeFilters() {
        openTab(TokenTabs::Tape);
        const TapeModel& model = find<TapePane>("tapePane")->tape();
        const int all = model.rowCount();
        find<QToolButton>("tapeMarked")->click();
        QVERIFY(model.rowCount() < all);
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.row(row).roles != 0 || model.row(row).cluster);
        find<QToolButton>("tapeMarked")->click();
        QCOMPARE(model.rowCount(), all);
        find<QDoubleSpinBox>("tapeLeast")->setValue(0.5);
        for (int row = 0; row < model.rowCount(); ++row) QVERIFY(model.row(row).quoteAmount >= 500'000'000U);
        find<QDoubleSpinBox>("tapeLeast")->setValue(1'000'000);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(find<DataTable>("tape")->emptyText().contains(QStringLiteral("filter")));
    }

    void theFirstBuyersAreSquares() {
        openTab(TokenTabs::FirstBuyers);
        auto* grid = find<FirstBuyersGrid>("firstBuyersGrid");
        QTRY_VERIFY(grid->height() > 0);
        const int last = static_cast<int>(people().firstBuyers.size()) - 1;
        QCOMPARE(grid->buyerAt(grid->squareOf(last).center()), last);
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->squareOf(last).center());
        const auto rows = find<DataTable>("firstBuyers")->chosenRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(find<FirstBuyersPane>("firstBuyersPane")->buyers().row(rows.front()).wallet,
                 people().firstBuyers.back().wallet);
    }

    void emptyTabsSayWhy() {
        // A coin of which one trade was seen: no creation, no flags, no clusters.
        m_host->run.engine.apply(test::tradeEvent(++m_number, 900'000'000, core::Side::Buy, 10, 10, 3, 4711));
        m_window->openToken(test::mintOf(4711));
        m_window->refresh();
        openTab(TokenTabs::Clusters);
        QVERIFY(!find<DataTable>("clusters")->emptyText().isEmpty());
        openTab(TokenTabs::Flags);
        QVERIFY(find<DataTable>("flags")->emptyText().contains(QStringLiteral("creation was not seen")));
        openTab(TokenTabs::Dev);
        QVERIFY(find<DataTable>("creatorCoins")->emptyText().contains(QStringLiteral("creator is unknown")));
        openTab(TokenTabs::Holders);
        QVERIFY(find<QLabel>("holdersNote")->text().contains(QStringLiteral("shares unknown")));
        bool unknown = false;
        for (const QToolButton* chip : find<QWidget>("flagChips")->findChildren<QToolButton*>())
            unknown = unknown || (chip->isVisible() && chip->text() == QStringLiteral("Sniper ?"));
        QVERIFY(unknown);
    }

    void onALogFeedTransfersAreUnknownAndNotZero() {
        const auto logs = playedHost(false);
        core::pipeline::Interest interest;
        for (const auto& [mint, coin] : logs->run.engine.market().tokens())
            if (coin->trades > 20) interest.selected = mint;
        QVERIFY(interest.selected.has_value());
        logs->setInterest(interest);
        HolderModel model;
        model.show(logs->latest()->selected);
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.index(0, HolderModel::In).data().toString(), QStringLiteral("–"));
        QVERIFY(model.index(0, HolderModel::In)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("no transfers")));
        QCOMPARE(model.rawText(0, HolderModel::In), QString());
    }

    void lightColoursAreReadable() {
        for (const auto scheme : {theme::Scheme::Dark, theme::Scheme::Light}) {
            theme::setScheme(scheme);
            const auto& colors = theme::palette();
            for (const QColor& paper : {colors.window, colors.alternate, colors.pane}) {
                for (const QColor& ink : {colors.text, colors.strong, colors.dim, colors.up, colors.down,
                                          colors.attention, colors.link})
                    QVERIFY2(theme::contrast(ink, paper) >= 4.5, qPrintable(ink.name() + u' ' + paper.name()));
                for (const QColor& ink : colors.entities)
                    QVERIFY2(theme::contrast(ink, paper) >= 4.5, qPrintable(ink.name() + u' ' + paper.name()));
            }
            QVERIFY(theme::contrast(colors.down, colors.downSoft) >= 4.5);
            QVERIFY(theme::contrast(colors.attention, colors.attentionSoft) >= 4.5);
        }
        theme::setScheme(theme::Scheme::Dark);
    }

public slots:
    void noteUrl(const QUrl& url) { m_opened << url; }

private:
    /// A small buy of the open coin right behind the last trade.
    core::Event anotherTrade() {
        const auto* coin = m_host->run.engine.market().find(m_mint);
        core::Event event =
            test::tradeEvent(++m_number, coin->lastKey.slot + 1, core::Side::Buy, 1'000'000, 1'000'000);
        event.at.blockTime = core::BlockTime{*coin->lastTradeTime};
        auto& trade = std::get<core::Trade>(event.body);
        trade.mint = m_mint;
        trade.quoteMint = *coin->quoteMint;
        trade.venue = coin->venue;
        return event;
    }
    QList<QUrl> m_opened;
    std::uint64_t m_number = 50'000'000;
};

QTEST_MAIN(TstTokenPage)
#include "tst_token_page.moc"
