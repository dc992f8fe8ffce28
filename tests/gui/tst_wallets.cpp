// SPDX-License-Identifier: GPL-3.0-or-later
// Wallets, crews, leads and the user's own lists in the real window, over the real engine.
#include "engine_host.h"
#include "ui/labels/label_store.h"
#include "ui/map/map_pane.h"
#include "ui/map/map_view.h"
#include "ui/models/label_model.h"
#include "ui/models/wallet_models.h"
#include "ui/theme/style.h"
#include "ui/views/clusters_pane.h"
#include "ui/views/crew_view.h"
#include "ui/views/data_table.h"
#include "ui/views/inquiry_drawer.h"
#include "ui/views/lead_board_view.h"
#include "ui/views/main_window.h"
#include "ui/views/small_charts.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"
#include "ui/views/wallet_view.h"
#include "ui/views/watchlist_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace ui;
using core::labels::LabelKey;
using core::labels::LabelKind;

class TstWallets : public QObject {
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
    const core::pipeline::TokenPeople& people() const { return *m_host->latest()->selected->people; }
    InquiryDrawer& drawer() const { return *find<InquiryDrawer>("inquiryDrawer"); }
    LabelStore& labels() const { return *m_window->findChild<LabelStore*>(); }
    static void clickCell(DataTable* table, int row, int column, bool twice = false) {
        const QModelIndex index = table->model()->index(row, column);
        table->scrollTo(index);
        const QPoint at = table->visualRect(index).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        if (twice) QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    }
    void makeWindow() {
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("ui.ini")));
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openToken(m_mint);
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
        makeWindow();
    }
    void cleanup() { m_window.reset(); }

    void aDoubleClickOnAHolderOpensItsPage() {
        find<TokenTabs>("tokenTabs")->choose(TokenTabs::Holders);
        auto* holders = find<DataTable>("holders");
        clickCell(holders, 0, 0, true);
        QVERIFY(drawer().isVisible());
        QCOMPARE(drawer().current(), InquiryDrawer::Wallet);
        auto* view = find<WalletView>("walletView");
        const core::Wallet wallet = *view->wallet();
        QCOMPARE(m_window->interest().inquiry.wallet, std::optional{wallet});
        m_window->refresh();
        const auto page = m_host->latest()->answers.wallet;
        QVERIFY(page && page->wallet == wallet);
        auto* coins = find<DataTable>("walletCoins");
        QCOMPARE(coins->model()->rowCount(), static_cast<int>(page->coins.size()));
        QVERIFY(!find<QLabel>("walletMethod")->text().isEmpty());
        QVERIFY(find<QLabel>("walletFunders")->text().startsWith(QStringLiteral("Funded by")));
        find<QToolButton>("walletAddress")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(wallet.base58()));
        // Nothing is asked for once it is closed.
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!drawer().isVisible());
        QVERIFY(!m_window->interest().inquiry.wallet);
    }

    void theKeyWOpensTheWalletOfARow() {
        find<TokenTabs>("tokenTabs")->choose(TokenTabs::Tape);
        auto* tape = find<DataTable>("tape");
        clickCell(tape, 0, 0);
        QTest::keyClick(tape, Qt::Key_W);
        QVERIFY(drawer().isVisible());
        QCOMPARE(*find<WalletView>("walletView")->wallet(), m_host->latest()->selected->tape.front().wallet);
    }

    void figuresAreThoseOfThePage() {
        // The wallet with most to tell.
        core::Wallet best;
        std::size_t most = 0;
        for (const auto& row : people().holders) {
            core::pipeline::Interest interest = m_window->interest();
            interest.inquiry.wallet = row.wallet;
            m_host->setInterest(interest);
            const auto page = m_host->latest()->answers.wallet;
            if (page->windows.back().sales > most) {
                most = page->windows.back().sales;
                best = row.wallet;
            }
        }
        QVERIFY(most > 0);
        m_window->openWallet(best);
        m_window->refresh();
        const auto page = m_host->latest()->answers.wallet;
        QVERIFY(find<QLabel>("walletGainAll")->text().endsWith(QStringLiteral("SOL")));
        QVERIFY(find<QLabel>("walletWins")->text().contains(QString::number(page->windows.back().coins)));
        QVERIFY(find<QLabel>("walletCoverage")->text().endsWith(u'%'));
        const auto& holds = find<BarStrip>("walletHolds")->counts();
        QVERIFY(std::equal(holds.begin(), holds.end(), page->holds.begin(), page->holds.end()));
        QVERIFY(!find<GainLine>("walletLine")->accessibleDescription().isEmpty());
        for (int row = 0; row < find<DataTable>("walletCoins")->model()->rowCount(); ++row) {
            const auto* model = dynamic_cast<const WalletCoinModel*>(find<DataTable>("walletCoins")->model());
            if (!model->row(row).realised) {
                const QString text = model->index(row, WalletCoinModel::Gain).data().toString();
                QVERIFY2(text == QStringLiteral("not sold") || text.contains(QStringLiteral("unknown")) ||
                             text == QStringLiteral("?"),
                         qPrintable(text));
            }
        }
    }

    void watchingMarksItsTradesAndSurvivesARestart() {
        const core::Wallet wallet = people().holders.front().wallet;
        m_window->openWallet(wallet);
        m_window->refresh();
        find<QToolButton>("walletWatch")->click();
        QCOMPARE(m_window->interest().tracked, std::vector<core::Wallet>{wallet});
        find<QToolButton>("walletAlert")->click();
        m_window->refresh();
        QVERIFY(has(people().holders.front().roles, core::pipeline::Role::Tracked));
        auto* note = find<QPlainTextEdit>("walletNote");
        find<QTabBar>("walletParts")->setCurrentIndex(5);
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("buys at night"));
        m_window.reset();
        makeWindow();
        QCOMPARE(m_window->interest().tracked, std::vector<core::Wallet>{wallet});
        m_window->openWallet(wallet);
        m_window->refresh();
        QVERIFY(find<QToolButton>("walletWatch")->isChecked());
        QVERIFY(find<QToolButton>("walletAlert")->isChecked());
        QCOMPARE(find<QPlainTextEdit>("walletNote")->toPlainText(), QStringLiteral("buys at night"));
    }

    void theNameOfAClusterOpensItsPassport() {
        auto* page = find<TokenPage>("tokenPage");
        page->openMap();
        auto& map = *find<MapView>("clusterMap");
        map.waitForLayout();
        const auto cluster = map.scene().pieces.front().tag.number;
        emit map.clusterOpened(cluster);
        QCOMPARE(drawer().current(), InquiryDrawer::Crew);
        m_window->refresh();
        const auto crew = m_host->latest()->answers.crew;
        QVERIFY(crew);
        QCOMPARE(crew->tag.number, cluster);
        QCOMPARE(find<QLabel>("crewTitle")->text(), QStringLiteral("Cluster %1").arg(cluster));
        QCOMPARE(find<DataTable>("crewLaunches")->model()->rowCount(), static_cast<int>(crew->launches.size()));
        QCOMPARE(find<DataTable>("crewMembers")->model()->rowCount(), static_cast<int>(crew->members.size()));
        QVERIFY(!find<QLabel>("crewStyle")->text().isEmpty());
        // From the crew to one of its wallets, and from there back.
        find<QTabBar>("crewParts")->setCurrentIndex(1);
        auto* members = find<DataTable>("crewMembers");
        members->setFocus();
        members->selectRow(0);
        QTest::keyClick(members, Qt::Key_Return);
        QCOMPARE(drawer().current(), InquiryDrawer::Wallet);
        QCOMPARE(*find<WalletView>("walletView")->wallet(), crew->members.front().wallet);
        m_window->refresh();
        find<QToolButton>("walletCluster")->click();
        QCOMPARE(drawer().current(), InquiryDrawer::Crew);
        // A name and a watch speak of all of its wallets.
        m_window->refresh();
        auto* name = find<QLineEdit>("crewName");
        name->setText(QStringLiteral("Night shift"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(labels().nameOf(crew->members.back().wallet), QStringLiteral("Night shift"));
        find<QToolButton>("crewWatch")->click();
        QCOMPARE(m_window->interest().tracked.size(), crew->members.size());
    }

    void aLassoOnTheMapNamesACrew() {
        find<TokenPage>("tokenPage")->openMap();
        auto& map = *find<MapView>("clusterMap");
        map.waitForLayout();
        const auto& piece = map.scene().pieces.front();
        std::vector<core::Wallet> wallets;
        for (const std::uint32_t node : piece.nodes) wallets.push_back(map.scene().graph->nodes[node].wallet);
        emit find<MapPane>("mapPane")->crewNamed(QStringLiteral("Loop"), wallets);
        QCOMPARE(map.nameOf(wallets.front()), QStringLiteral("Loop"));
        QCOMPARE(labels().nameOf(wallets.back()), QStringLiteral("Loop"));
    }

    void listsAreTypedImportedFilteredAndTakenBack() {
        m_window->findChild<QAction*>(QStringLiteral("actionWatchlist"))->trigger();
        auto* table = find<DataTable>("labels");
        QAbstractItemModelTester tester(table->model());
        QVERIFY(!table->emptyText().isEmpty());
        auto* address = find<QLineEdit>("labelAddress");
        const QString one = QString::fromStdString(people().holders[0].wallet.base58());
        const QString two = QString::fromStdString(people().holders[1].wallet.base58());
        address->setText(one + QStringLiteral(",Whale"));
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(address->text().isEmpty());
        address->setText(QStringLiteral("nonsense"));
        QSignalSpy said(&drawer(), &InquiryDrawer::said);
        QSignalSpy spoken(&labels(), &LabelStore::said);
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(spoken.size(), 1);
        QCOMPARE(address->text(), QStringLiteral("nonsense"));
        // A list from another program, through the clipboard.
        QGuiApplication::clipboard()->setText(
            QStringLiteral("[{\"address\":\"%1\",\"name\":\"Two\",\"emoji\":\"🐳\"}]").arg(two));
        table->setFocus();
        QTest::keyClick(find<WatchlistView>("watchlistView"), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(m_window->interest().tracked.size(), std::size_t{2});
        find<QLineEdit>("labelFilter")->setText(QStringLiteral("whale"));
        QCOMPARE(table->model()->rowCount(), 1);
        find<QLineEdit>("labelFilter")->clear();
        // Edits in place.
        auto* model = dynamic_cast<LabelModel*>(table->model());
        const int row = model->rowOf({LabelKind::Wallet, core::Pubkey{people().holders[1].wallet}});
        QVERIFY(model->setData(model->index(row, LabelModel::Group), QStringLiteral("Fish"), Qt::EditRole));
        QVERIFY(model->setData(model->index(row, LabelModel::Watched), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_window->interest().tracked.size(), std::size_t{1});
        table->selectRow(row);
        QTest::keyClick(find<WatchlistView>("watchlistView"), Qt::Key_Delete);
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(find<WatchlistView>("watchlistView"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(labels().labelOf({LabelKind::Wallet, core::Pubkey{people().holders[1].wallet}}).group,
                 std::string{"Fish"});
    }

    void listsAreWrittenAndReadAgain() {
        m_window->findChild<QAction*>(QStringLiteral("actionWatchlist"))->trigger();
        auto* view = find<WatchlistView>("watchlistView");
        const core::Wallet wallet = people().holders[0].wallet;
        labels().change({LabelKind::Wallet, core::Pubkey{wallet}}, QStringLiteral("x"), [](auto& label) {
            label.name = "Whale";
            label.watched = true;
        });
        for (const QString& name : {QStringLiteral("out.json"), QStringLiteral("out.csv")}) {
            const QString file = m_settings->filePath(name);
            QVERIFY(view->exportTo(file));
            labels().remove({{LabelKind::Wallet, core::Pubkey{wallet}}}, QStringLiteral("x"));
            QVERIFY(labels().nameOf(wallet).isEmpty());
            QVERIFY(view->importFrom(file));
            QCOMPARE(labels().nameOf(wallet), QStringLiteral("Whale"));
        }
        QVERIFY(!view->importFrom(m_settings->filePath(QStringLiteral("none.csv"))));
        QVERIFY(!view->exportTo(QStringLiteral("/nowhere/at/all.csv")));
    }

    void namesStandInTables() {
        const core::Wallet wallet = people().holders[0].wallet;
        labels().change({LabelKind::Wallet, core::Pubkey{wallet}}, QStringLiteral("x"),
                        [](auto& label) { label.name = "Whale"; });
        find<TokenTabs>("tokenTabs")->choose(TokenTabs::Holders);
        auto* holders = find<DataTable>("holders");
        QStringList shown;
        for (int row = 0; row < holders->model()->rowCount(); ++row)
            shown << holders->model()->index(row, 0).data().toString();
        QVERIFY(shown.contains(QStringLiteral("Whale")));
    }

    void theBoardOfLeadsOpensByKey() {
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(drawer().isVisible());
        QCOMPARE(drawer().current(), InquiryDrawer::Leads);
        QVERIFY(m_window->interest().inquiry.leads);
        m_window->refresh();
        const auto board = m_host->latest()->answers.leads;
        QVERIFY(board);
        QCOMPARE(find<DataTable>("leads")->model()->rowCount(), static_cast<int>(board->rows.size()));
        QVERIFY(!find<DataTable>("leads")->emptyText().isEmpty());
    }

    void aLeadTellsWhatItRestsOn() {
        auto board = std::make_shared<core::pipeline::LeadBoard>();
        for (int i = 0; i < 3; ++i) {
            core::pipeline::Locomotive row;
            row.wallet = people().holders[static_cast<std::size_t>(i)].wallet;
            row.followers = 1;
            row.coins = 7;
            row.lags[3] = 7;
            core::pipeline::LeadRow pair;
            pair.other = people().holders[static_cast<std::size_t>(i) + 3].wallet;
            pair.lead.tokens = 7;
            row.pairs.push_back(pair);
            core::pipeline::FollowedBuy buy;
            buy.mint = m_mint;
            buy.follower = pair.other;
            buy.leaderSlot = 100;
            buy.followerSlot = 103;
            row.buys.push_back(buy);
            board->rows.push_back(row);
        }
        board->count = 3;
        LeadBoardView view;
        QAbstractItemModelTester tester(view.tables().front()->model());
        view.resize(1000, 500);
        view.show(std::shared_ptr<const core::pipeline::LeadBoard>(board));
        static_cast<QWidget&>(view).show();
        // The first tells its story by itself; another one on a click.
        QCOMPARE(view.tables()[1]->model()->rowCount(), 1);
        QCOMPARE(view.tables()[2]->model()->rowCount(), 1);
        clickCell(view.tables().front(), 2, 0);
        const auto* followers = dynamic_cast<const LeadRowModel*>(view.tables()[1]->model());
        QCOMPARE(followers->row(0).other, board->rows[2].pairs.front().other);
        QSignalSpy opened(&view, &LeadBoardView::walletOpened);
        view.tables().front()->setFocus();
        QTest::keyClick(view.tables().front(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void aStyleOfLeavingIsOneSentence() {
        core::pipeline::CrewPassport crew;
        QVERIFY(!dumpStyle(crew).isEmpty());
        crew.launches.resize(6);
        QVERIFY(dumpStyle(crew).contains(QStringLiteral("not left")));
        crew.left = 5;
        crew.medianExit = 41;
        crew.together = 5;
        crew.fell = 4;
        const QString text = dumpStyle(crew);
        for (const char* part : {"5 of 6", "41s", "several wallets each time", "4 of them"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
    }

    void everyControlHasAName() {
        m_window->openWallet(people().holders[0].wallet);
        for (int tab = 0; tab < 4; ++tab) {
            drawer().openTab(static_cast<InquiryDrawer::Tab>(tab));
            if (tab == 1) drawer().openCrew(people().clusters.front().first);
            m_window->refresh();
            for (const auto* widget : drawer().findChildren<QWidget*>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
                if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }
};

QTEST_MAIN(TstWallets)
#include "tst_wallets.moc"
