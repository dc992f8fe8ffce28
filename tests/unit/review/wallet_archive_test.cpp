// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/review/wallet_archive.h"
#include "core/model/quote_asset.h"
#include "tests/support/archive.h"
#include "tests/support/market_events.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

using core::Side;
using core::review::WalletArchive;
using core::review::WalletPast;
using core::store::Database;
using core::store::StoreItem;
using core::store::TradeStore;

namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kSol = 1'000'000'000;

core::Event transferEvent(std::uint64_t number, std::uint64_t slot, std::uint64_t from, std::uint64_t to,
                          std::uint64_t coins, std::uint64_t mint = 1) {
    core::Event event = test::tradeEvent(number, slot, Side::Buy, 0, 0);
    event.body = core::TokenTransfer{test::mintOf(mint), test::walletOf(from), test::walletOf(to),
                                     core::TokenAmount{coins}, std::nullopt};
    return event;
}

}  // namespace

class WalletArchiveTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    int m_files = 0;

    std::filesystem::path newFile() {
        return m_folder.filePath(QStringLiteral("%1.sqlite").arg(++m_files)).toStdString();
    }
    std::filesystem::path written(const std::vector<StoreItem>& items) {
        const auto file = newFile();
        auto store = TradeStore::open(file, Database::Access::ReadWrite);
        if (!store || (*store)->write(items)->refused != 0) qFatal("cannot write");
        return file;
    }
    /// All that is stored of a wallet.
    static std::shared_ptr<const WalletPast> read(WalletArchive& archive, const core::Wallet& wallet) {
        archive.ask(wallet);
        std::shared_ptr<const WalletPast> out;
        const auto done = [&] {
            out = archive.latest();
            return out && out->wallet == wallet && out->done;
        };
        if (!QTest::qWaitFor(done, 60'000)) qFatal("nothing was read");
        return out;
    }

private slots:
    void addsUpEveryCoinOfTheWallet() {
        std::vector<StoreItem> items;
        items.emplace_back(test::createdEvent(1, 10, 9, 1));
        // Coin 1: bought for 2 SOL, half sold for 3: 2 gained. Stored out of the order of the chain.
        items.emplace_back(test::tradeEvent(3, 40, Side::Sell, 500, 3 * kSol, 1, 1));
        items.emplace_back(test::tradeEvent(2, 12, Side::Buy, 1'000, 2 * kSol, 1, 1));
        // Somebody else on the same coin.
        items.emplace_back(test::tradeEvent(4, 13, Side::Buy, 7, 7, 2, 1));
        // Coin 2: came by transfer and was sold, so nothing is known of what it cost.
        items.emplace_back(transferEvent(5, 50, 2, 1, 100, 2));
        items.emplace_back(test::tradeEvent(6, 60, Side::Sell, 100, kSol, 1, 2));
        // Coin 3: bought, and a part of it sent on.
        items.emplace_back(test::tradeEvent(7, 70, Side::Buy, 30, kSol, 1, 3));
        items.emplace_back(transferEvent(8, 80, 1, 2, 10, 3));
        WalletArchive archive(written(items));
        const auto past = read(archive, test::walletOf(1));
        QCOMPARE(past->error, std::string());
        QCOMPARE(past->coinCount, std::size_t{3});
        QCOMPARE(past->coinsRead, std::size_t{3});
        QCOMPARE(past->trades, std::uint64_t{4});
        QCOMPARE(past->transfers, std::uint64_t{2});
        QVERIFY(past->storedSince.has_value());
        // Traded last first.
        QCOMPARE(past->coins[0].mint, test::mintOf(3));
        QCOMPARE(past->coins[1].mint, test::mintOf(2));
        QCOMPARE(past->coins[2].mint, test::mintOf(1));

        const auto& first = past->coins[2];
        QCOMPARE(first.symbol, std::string("COIN"));
        QCOMPARE(first.bought, std::uint64_t{1'000});
        QCOMPARE(first.sold, std::uint64_t{500});
        QCOMPARE(first.spent, 2 * kSol);
        QCOMPARE(first.got, 3 * kSol);
        QCOMPARE(*first.realised, std::int64_t{2} * std::int64_t{kSol});
        QCOMPARE(*first.entrySlots, std::uint64_t{2});
        QVERIFY(!first.created);
        QVERIFY(*first.firstTime < *first.lastTime);
        QVERIFY(!first.unrealised);

        const auto& second = past->coins[1];
        QCOMPARE(second.transferredIn, std::uint64_t{100});
        QVERIFY(!second.realised);
        QCOMPARE(second.soldCoins, 100.0);
        QCOMPARE(second.soldKnown, 0.0);
        QVERIFY(!second.entrySlots);

        const auto& third = past->coins[0];
        QCOMPARE(third.transferredOut, std::uint64_t{10});
        QVERIFY(!third.realised);

        QCOMPARE(past->sales, std::size_t{1});
        QCOMPARE(past->realised, std::int64_t{2} * std::int64_t{kSol});
        QCOMPARE(past->coinsSold, std::size_t{1});
        QCOMPARE(past->coinsWon, std::size_t{1});
        QCOMPARE(*past->coverage, 0.75);
    }

    void whoeverCreatedACoinIsItsDev() {
        WalletArchive archive(
            written({test::createdEvent(1, 10, 4, 1), test::tradeEvent(2, 10, Side::Buy, 1, 1, 4, 1)}));
        const auto past = read(archive, test::walletOf(4));
        QCOMPARE(past->coins.size(), std::size_t{1});
        QVERIFY(past->coins[0].created);
        QCOMPARE(*past->coins[0].entrySlots, std::uint64_t{0});
    }

    void aCoinInAnotherCurrencyIsInNoSum() {
        core::Event buy = test::tradeEvent(1, 10, Side::Buy, 10, 50);
        core::Event sell = test::tradeEvent(2, 11, Side::Sell, 10, 80);
        test::tradeOf(buy).quoteMint = test::tradeOf(sell).quoteMint = test::mintOf(77);
        WalletArchive archive(written({buy, sell}));
        const auto past = read(archive, test::walletOf(1));
        QCOMPARE(*past->coins.front().realised, std::int64_t{30});
        QCOMPARE(past->coins.front().quoteMint, test::mintOf(77));
        QCOMPARE(past->otherQuote, std::size_t{1});
        QCOMPARE(past->sales, std::size_t{0});
        QCOMPARE(past->realised, std::int64_t{0});
        QVERIFY(!past->coverage);
    }

    void amountsOf64BitsStayWithinTheirs() {
        WalletArchive archive(written({test::tradeEvent(1, 10, Side::Buy, kMost, kMost),
                                       test::tradeEvent(2, 11, Side::Buy, kMost, kMost),
                                       test::tradeEvent(3, 12, Side::Sell, kMost, 1)}));
        const auto past = read(archive, test::walletOf(1));
        QCOMPARE(past->coins.front().bought, kMost);
        QCOMPARE(past->coins.front().spent, kMost);
        QVERIFY(*past->coins.front().realised < -9'000'000'000'000'000'000);
    }

    void aWalletNobodyStoredHasNothing() {
        WalletArchive archive(written({test::tradeEvent(1, 10, Side::Buy, 1, 1)}));
        const auto past = read(archive, test::walletOf(50));
        QCOMPARE(past->error, std::string());
        QCOMPARE(past->coinCount, std::size_t{0});
        QVERIFY(past->storedSince.has_value());
    }

    void aDatabaseThatIsNotThereHoldsNothingUntilItIs() {
        const auto file = newFile();
        WalletArchive archive(file);
        QCOMPARE(read(archive, test::walletOf(1))->coinCount, std::size_t{0});
        QVERIFY(!std::filesystem::exists(file));
        auto store = TradeStore::open(file, Database::Access::ReadWrite);
        QVERIFY(store.has_value());
        const std::vector<StoreItem> one{test::tradeEvent(1, 10, Side::Buy, 1, 1)};
        QVERIFY((*store)->write(one).has_value());
        // The same wallet again is read anew, also while the store is open.
        archive.ask(test::walletOf(1));
        QTRY_VERIFY_WITH_TIMEOUT(archive.latest() && archive.latest()->coinCount == 1, 60'000);
        const std::vector<StoreItem> two{test::tradeEvent(2, 11, Side::Buy, 1, 1, 1, 2)};
        QVERIFY((*store)->write(two).has_value());
        archive.ask(test::walletOf(1));
        QTRY_VERIFY_WITH_TIMEOUT(archive.latest() && archive.latest()->coinCount == 2, 60'000);
    }

    void theWalletAskedForLastIsTheOneThatIsTold() {
        std::vector<StoreItem> items;
        for (std::uint64_t i = 0; i < 3'000; ++i)
            items.emplace_back(test::tradeEvent(i, 10 + i, Side::Buy, 1, 1, 1 + i % 2, i));
        WalletArchive archive(written(items));
        for (int i = 0; i < 20; ++i) archive.ask(test::walletOf(1));
        const auto past = read(archive, test::walletOf(2));
        QCOMPARE(past->coinCount, std::size_t{1'500});
        QCOMPARE(past->coins.size(), std::size_t{1'500});
        archive.ask(std::nullopt);
        QVERIFY(!archive.latest());
    }

    void filesOfOlderVersionsAreReadAsTheyAre_data() {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= 6; ++version) QTest::addRow("version %d", version) << version;
    }
    void filesOfOlderVersionsAreReadAsTheyAre() {
        QFETCH(int, version);
        const auto file = newFile();
        const auto fixture = std::filesystem::path(CABALSCOPE_SOURCE_DIR) / "tests/unit/store/fixtures" /
                             ("schema_" + std::to_string(version) + ".sql");
        {
            auto raw = *Database::openRaw(file, Database::Access::ReadWrite);
            QVERIFY(raw.execute(test::readFile(fixture)).has_value());
        }
        WalletArchive archive(file);
        std::array<std::uint8_t, 32> bytes{};
        bytes.fill(1);
        const auto past = read(archive, core::Wallet{bytes});
        if (version == 1) {
            // Its table lacks a column; a session that writes gives it one.
            QVERIFY(!past->error.empty());
            return;
        }
        QCOMPARE(past->error, std::string());
        QCOMPARE(past->trades, std::uint64_t{1});
        QCOMPARE(past->coins.front().sold, kMost);
        QCOMPARE(past->coins.front().symbol, std::string("OLD"));
    }

    void aDatabaseThatIsNoneIsAnError() {
        const auto file = newFile();
        test::writeFile(file, std::string(8'192, 'x'));
        WalletArchive archive(file);
        QVERIFY(!read(archive, test::walletOf(1))->error.empty());
    }
};

QTEST_GUILESS_MAIN(WalletArchiveTest)
#include "wallet_archive_test.moc"
