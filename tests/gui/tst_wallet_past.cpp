// SPDX-License-Identifier: GPL-3.0-or-later
// A wallet that traded yesterday, out of a real database, in the real window beside a live feed.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "app/session.h"
#include "app/window_keeper.h"
#include "core/sim/server.h"
#include "core/store/trade_store.h"
#include "tests/support/market_events.h"
#include "ui/models/wallet_models.h"
#include "ui/shell/action_book.h"
#include "ui/views/data_table.h"
#include "ui/views/inquiry_drawer.h"
#include "ui/views/wallet_view.h"
#endif

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using core::Side;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::int64_t kDay = 86'400;
constexpr std::uint64_t kCoins = 3;

}  // namespace

class TstWalletPast : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<core::sim::Server> m_server;
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<app::WindowKeeper> m_keeper;
    std::int64_t m_yesterday = 0;

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] std::filesystem::path database() const { return file("trades.sqlite").toStdString(); }
    template <class Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        auto* out = m_keeper->window().findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    [[nodiscard]] ui::WalletView& view() const { return *find<ui::WalletView>("walletView"); }
    /// Bought for one SOL and sold for two, coin by coin, with minutes in between.
    void storeYesterday() const {
        std::vector<core::store::StoreItem> items;
        for (std::uint64_t coin = 1; coin <= kCoins; ++coin) {
            auto add = [&](core::Event event, std::int64_t seconds) {
                event.at.blockTime = core::BlockTime{m_yesterday + static_cast<std::int64_t>(coin) * 600 + seconds};
                items.emplace_back(std::move(event));
            };
            add(test::createdEvent(coin * 10, 1'000 * coin, 90, coin), 0);
            add(test::tradeEvent(coin * 10 + 1, 1'000 * coin + 1, Side::Buy, 1'000'000, kSol, 1, coin), 1);
            add(test::tradeEvent(coin * 10 + 2, 1'000 * coin + 9, Side::Sell, 1'000'000, 2 * kSol, 1, coin), 60);
        }
        auto store = core::store::TradeStore::open(database(), core::store::Database::Access::ReadWrite);
        if (!store || (*store)->write(items)->refused != 0) qFatal("cannot write");
    }
    void connectLive() const {
        core::source::LiveOptions live;
        live.source = "solana-rpc";
        live.feed = "logs";
        live.wsUrl = "ws://127.0.0.1:" + std::to_string(m_server->port());
        live.httpUrl = "http://127.0.0.1:" + std::to_string(m_server->port());
        m_session->connectLive(live);
    }
    /// As a user does: the address into the palette, and the entry for a wallet.
    void openByAddress(const core::Wallet& wallet) const {
        m_keeper->window().actions().find(QStringLiteral("actionSearch"))->trigger();
        find<QLineEdit>("paletteText")->setText(QString::fromStdString(wallet.base58()));
        auto* list = find<QListView>("paletteList");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (!index.data().toString().startsWith(QStringLiteral("Open the wallet"))) continue;
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
            return;
        }
        QFAIL("the palette offers no wallet");
    }

private slots:
    void initTestCase() {
        core::sim::ServerOptions options;
        options.market.scenario = "mixed";
        options.market.seed = 21;
        options.market.tradesPerSecond = 40;
        options.market.durationSeconds = 3'600;
        auto server = core::sim::Server::start(options);
        QVERIFY(server.has_value());
        m_server = std::move(*server);
        m_yesterday = m_clock.now().value() / 1'000'000'000 - kDay;
        storeYesterday();
        m_session = std::make_unique<app::Session>(m_clock, database(), true, std::nullopt);
        m_keeper = std::make_unique<app::WindowKeeper>(*m_session, file("settings.ini"), m_folder.path());
        m_keeper->beginPast(QStringLiteral("live")).show();
        connectLive();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->latest() && m_session->latest()->health.trades > 20, kPatienceMs);
    }
    void cleanupTestCase() {
        m_keeper.reset();
        m_session.reset();
    }

    void itsCoinsOfYesterdayAreListed() {
        openByAddress(test::walletOf(1));
        QCOMPARE(*view().wallet(), test::walletOf(1));
        auto* parts = find<QTabBar>("walletParts");
        // The session never saw it: its stored coins are what the page opens with.
        QTRY_COMPARE_WITH_TIMEOUT(parts->tabText(parts->currentIndex()), QStringLiteral("Stored 3"), kPatienceMs);
        auto* table = find<ui::DataTable>("walletStored");
        QVERIFY(table->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), int(kCoins), kPatienceMs);
        using Model = ui::StoredCoinModel;
        const auto text = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(text(0, Model::Coin), QStringLiteral("COIN"));
        QVERIFY(text(0, Model::Gain).contains(u'1'));
        const QDateTime first = QDateTime::fromSecsSinceEpoch(m_yesterday + int(kCoins) * 600 + 1, Qt::UTC);
        QCOMPARE(text(0, Model::First),
                 first.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss")) + QStringLiteral(" UTC"));
        const QString told = find<QLabel>("walletStoredText")->text();
        QVERIFY2(told.contains(QStringLiteral("3 coins, 3 with a gain")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("6 trades and 0 transfers")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("Older than")) && told.endsWith(QStringLiteral("unknown.")),
                 qPrintable(told));
        const auto* waiting = find<QLabel>("walletWaiting");
        QTRY_VERIFY_WITH_TIMEOUT(waiting->text().contains(QStringLiteral("not seen in this session")), kPatienceMs);
    }

    void oneOfThemOpensWithItsStoredTrades() {
        auto* table = find<ui::DataTable>("walletStored");
        const QModelIndex index = table->model()->index(1, 0);
        const QPoint at = table->visualRect(index).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(*m_keeper->window().interest().selected, test::mintOf(2));
        const auto tape = [&] {
            const auto picture = m_session->latest();
            return picture && picture->selected && picture->selected->row.mint == test::mintOf(2)
                       ? picture->selected->tape.size()
                       : 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(tape(), std::size_t{2}, kPatienceMs);
        QCOMPARE(m_session->latest()->selected->tape.front().wallet, test::walletOf(1));
    }

    void aWalletNobodyStoredSaysSo() {
        openByAddress(test::walletOf(40));
        auto* parts = find<QTabBar>("walletParts");
        QTRY_VERIFY_WITH_TIMEOUT(parts->isVisible(), kPatienceMs);
        parts->setCurrentIndex(1);
        const auto* table = find<ui::DataTable>("walletStored");
        QTRY_COMPARE_WITH_TIMEOUT(table->emptyText(), QStringLiteral("Nothing is stored of this wallet."),
                                  kPatienceMs);
        QCOMPARE(parts->tabText(1), QStringLiteral("Stored"));
    }

    void aReplayDoesNotKnowWhatIsStored() {
        m_session->openStored(m_yesterday, m_yesterday + kDay / 2, {}, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->info().state == ui::bridge::SessionState::Running, kPatienceMs);
        openByAddress(test::walletOf(1));
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("walletStoredText")
                                     ->text()
                                     .startsWith(QStringLiteral("A replay shows what was known then")),
                                 kPatienceMs);
        QCOMPARE(find<ui::DataTable>("walletStored")->model()->rowCount(), 0);
        QVERIFY(!m_session->walletPast());
    }
};

QTEST_MAIN(TstWalletPast)
#include "tst_wallet_past.moc"
