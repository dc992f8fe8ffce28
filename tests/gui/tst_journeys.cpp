// SPDX-License-Identifier: GPL-3.0-or-later
// What traders do all day, from the window as it stands: mouse and keys alone, three acts at most each.
#include "engine_host.h"
#include "ui/chart/candle_chart.h"
#include "ui/chart/chart_grid.h"
#include "ui/map/map_pane.h"
#include "ui/map/map_view.h"
#include "ui/models/evidence_model.h"
#include "ui/theme/style.h"
#include "ui/views/board_view.h"
#include "ui/views/data_table.h"
#include "ui/views/evidence_drawer.h"
#include "ui/views/inquiry_drawer.h"
#include "ui/views/main_window.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"
#include "ui/views/wallet_view.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace ui;

class TstJourneys : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<fake::EngineHost> m_host;
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<MainWindow> m_window;
    core::Mint m_mint;  ///< the coin with most wallets in clusters
    int m_acts = 0;
    QList<QUrl> m_opened;

    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    TokenTabs& tabs() const { return *find<TokenTabs>("tokenTabs"); }
    CandleChart& chart() const { return *find<TokenPage>("tokenPage")->charts().charts().front(); }

    // The acts of a hand. What follows on the screen is waited for as a user would.
    void key(Qt::Key which, Qt::KeyboardModifiers with = {}) {
        ++m_acts;
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : m_window.get(), which, with);
        m_window->refresh();
    }
    void click(QWidget* on, QPoint at = {}, bool twice = false) {
        ++m_acts;
        if (at.isNull()) at = on->rect().center();
        QTest::mouseClick(on, Qt::LeftButton, {}, at);
        if (twice) QTest::mouseDClick(on, Qt::LeftButton, {}, at);
        m_window->refresh();
    }
    void clickCell(DataTable* table, int row, int column, bool twice = false) {
        const QModelIndex index = table->model()->index(row, column);
        table->scrollTo(index);
        click(table->viewport(), table->visualRect(index).center(), twice);
    }

public slots:
    void noteUrl(const QUrl& url) { m_opened << url; }

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
        m_window->refresh();
        QTRY_VERIFY(chart().isVisible() && !chart().series().empty());
        m_acts = 0;
    }
    void cleanup() {
        QVERIFY2(m_acts > 0 && m_acts <= 3, qPrintable(QString::number(m_acts)));
        m_window.reset();
    }

    void fromAnAddressInTheClipboardToTheEvidence() {
        m_window->openToken(core::Mint{});
        QGuiApplication::clipboard()->setText(QString::fromStdString(m_mint.base58()));
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(*m_window->interest().selected, m_mint);
        const auto chips = find<QWidget>("flagChips")->findChildren<QToolButton*>();
        const auto told = std::find_if(chips.begin(), chips.end(), [](const QToolButton* chip) {
            return chip->isVisible() && chip->isEnabled();
        });
        QVERIFY(told != chips.end());
        click(*told);
        auto* evidence = find<EvidenceDrawer>("evidence");
        QVERIFY(evidence->isVisible());
        QVERIFY(!find<QLabel>("evidenceSentence")->text().isEmpty());
        QVERIFY(evidence->proofs().rowCount() > 0);
    }
    void fromAnAlertToItsCandle() {
        QVERIFY(!m_host->latest()->alerts.empty());
        auto* list = find<QListView>("alertList");
        QVERIFY(list->model()->rowCount() > 0);
        click(list->viewport(), list->visualRect(list->model()->index(0, 0)).center());
        QVERIFY(m_window->interest().selected.has_value());
        const core::Mint opened = *m_window->interest().selected;
        const auto& alerts = m_host->latest()->alerts;
        const auto alert =
            std::find_if(alerts.begin(), alerts.end(), [&](const auto& one) { return one->mint == opened; });
        QVERIFY(alert != alerts.end());
        QVERIFY(find<EvidenceDrawer>("evidence")->isVisible());
        QTRY_VERIFY(chart().overlayState().readBar.has_value());
        const auto& bar = chart().series().at(*chart().overlayState().readBar);
        QVERIFY(std::any_of(alerts.begin(), alerts.end(), [&](const auto& one) {
            return one->mint == opened && one->time && one->time->value() >= bar.openTime &&
                   one->time->value() < bar.openTime + 60;
        }));
    }
    void fromACoinToItsHoldersToTheMap() {
        key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(tabs().current(), TokenTabs::Holders);
        QVERIFY(find<DataTable>("holders")->model()->rowCount() > 0);
        key(Qt::Key_7, Qt::AltModifier);
        QCOMPARE(tabs().current(), TokenTabs::Map);
        auto& map = *find<MapView>("clusterMap");
        QVERIFY(map.isVisible());
        map.waitForLayout();
        QVERIFY(!map.scene().pieces.empty());
    }
    void fromACandleToWhoSoldIt() {
        ++m_acts;  // the right button, whose menu would hold the test up
        const QRect plot = chart().rect();
        std::unique_ptr<QMenu> menu(chart().contextMenu(QPointF(plot.width() * 0.5, plot.height() * 0.3)));
        auto* asked = menu->findChild<QAction*>(QStringLiteral("whoSold"));
        QVERIFY(asked != nullptr);
        ++m_acts;
        asked->trigger();
        m_window->refresh();
        QCOMPARE(tabs().current(), TokenTabs::Makers);
    }
    void fromATradeToWhomItsWalletFollows() {
        clickCell(find<DataTable>("tape"), 0, 0);
        key(Qt::Key_W);
        const auto page = m_host->latest()->answers.wallet;
        QVERIFY(page);
        QCOMPARE(page->wallet, m_host->latest()->selected->tape.front().wallet);
        auto* parts = find<QTabBar>("walletParts");
        click(parts, parts->tabRect(2).center());
        QCOMPARE(parts->currentIndex(), 2);
    }
    void fromAClusterToACoinItLaunchedOrJoinedBefore() {
        key(Qt::Key_4, Qt::AltModifier);
        clickCell(find<DataTable>("clusters"), 0, 0, true);
        QTRY_COMPARE(find<InquiryDrawer>("inquiryDrawer")->current(), InquiryDrawer::Crew);
        const auto crew = m_host->latest()->answers.crew;
        QVERIFY(crew && !crew->launches.empty());
        auto* launches = find<DataTable>("crewLaunches");
        clickCell(launches, 0, 0, true);
        QVERIFY(std::any_of(crew->launches.begin(), crew->launches.end(),
                            [&](const auto& launch) { return launch.mint == *m_window->interest().selected; }));
    }
    void fromAnywhereToTheLocomotivesAndTheirWallets() {
        key(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(find<InquiryDrawer>("inquiryDrawer")->current(), InquiryDrawer::Leads);
        const auto board = m_host->latest()->answers.leads;
        QVERIFY(board && !board->rows.empty());
        clickCell(find<DataTable>("leads"), 0, 0, true);
        QCOMPARE(find<InquiryDrawer>("inquiryDrawer")->current(), InquiryDrawer::Wallet);
    }
    void fromAnAddressThatIsTypedToItsCoin() {
        const auto wanted = m_mint;
        m_window->openToken(core::Mint{});
        click(find<QLineEdit>("search"));
        ++m_acts;
        QTest::keyClicks(find<QLineEdit>("search"), QString::fromStdString(wanted.base58()));
        key(Qt::Key_Return);
        QCOMPARE(*m_window->interest().selected, wanted);
    }
    void fromTheEvidenceToTheTransaction() {
        const auto& flags = m_host->latest()->selected->people->flags;
        QVERIFY(!flags.empty());
        key(Qt::Key_5, Qt::AltModifier);
        clickCell(find<DataTable>("flags"), 0, 0);
        auto* evidence = find<EvidenceDrawer>("evidence");
        QTRY_VERIFY(evidence->isVisible());
        QVERIFY(evidence->proofs().rowCount() > 0);
        auto* table = find<DataTable>("proofs");
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "noteUrl");
        clickCell(table, 0, ProofModel::Signature);
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_opened.size(), 1);
    }
    void fromAWalletToTheWatchlist() {
        clickCell(find<DataTable>("tape"), 0, 0);
        key(Qt::Key_W);
        auto* watch = find<QToolButton>("walletWatch");
        click(watch);
        QVERIFY(watch->isChecked());
        // The chart and the tape know it as the user's own at once.
        const auto wallet = m_host->latest()->selected->tape.front().wallet;
        QTRY_VERIFY(std::find(m_window->interest().tracked.begin(), m_window->interest().tracked.end(), wallet) !=
                    m_window->interest().tracked.end());
    }
};

QTEST_MAIN(TstJourneys)
#include "tst_journeys.moc"
