// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/market.h"
#include "tests/support/cold_shelf.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <optional>
#include <sstream>

using core::Event;
using core::Mint;
using core::Side;
using core::ledger::IdleOrder;
using core::ledger::Market;
using core::ledger::MarketLimits;
using core::ledger::TokenLedger;

namespace {

struct Cold {
    explicit Cold(std::size_t hotBytes, std::int64_t idleSeconds = 0, std::size_t points = 6'000'000)
        : market([&] {
              MarketLimits limits;
              limits.points = points;
              limits.cold = shelf;
              limits.hotBytes = hotBytes;
              limits.idleSeconds = idleSeconds;
              return limits;
          }()) {}
    std::shared_ptr<test::ColdShelf> shelf = std::make_shared<test::ColdShelf>();
    Market market;
};

// Trades and transfers of 40 coins that come and go.
std::vector<Event> events(std::size_t count) {
    auto random = test::seeded("cold coins");
    std::vector<Event> out;
    for (std::uint64_t mint = 0; mint < 40; ++mint) out.push_back(test::createdEvent(mint, 1, mint, mint));
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t slot = 2 + i / 4;
        // One of a few coins of the moment, now and then any.
        const std::uint64_t mint =
            test::below(random, 50) == 0 ? test::below(random, 40) : (i / 300 + test::below(random, 3)) % 40;
        const std::uint64_t wallet = test::below(random, 300);
        Event event = test::tradeEvent(100 + i, slot, test::below(random, 2) == 0 ? Side::Buy : Side::Sell,
                                       random() >> test::below(random, 64), random() >> test::below(random, 64),
                                       wallet, mint);
        if (test::below(random, 10) == 0)
            event.body = core::TokenTransfer{test::mintOf(mint),
                                             test::walletOf(wallet),
                                             test::walletOf(test::below(random, 300)),
                                             core::TokenAmount{random() >> test::below(random, 64)},
                                             {}};
        out.push_back(std::move(event));
    }
    return out;
}

// Everything that can be asked of a coin's positions and points.
std::string told(const TokenLedger& coin) {
    std::ostringstream out;
    out << coin.positions.size() << ' ' << coin.points.size() << ' ' << coin.detailLost << '\n';
    for (const auto& [wallet, held] : coin.positions)
        out << wallet.base58() << ' ' << held.bought << ' ' << held.sold << ' ' << held.covered << ' ' << held.cost
            << ' ' << held.realised << ' ' << held.trades << ' ' << held.isBuyer << ' ' << held.transferredIn()
            << ' ' << held.transferredOut() << ' ' << held.uncoveredSold() << '\n';
    coin.points.forEach([&](const core::ledger::TradePoint& point) {
        out << point.key.slot << ' ' << point.key.txIndex << ' ' << point.key.path << ' ' << point.key.arrival
            << ' ' << point.time << ' ' << point.base << ' ' << point.quote << ' ' << static_cast<int>(point.side)
            << '\n';
    });
    if (const auto shares = coin.concentration()) out << shares->holders << ' ' << shares->hhi << '\n';
    return out.str();
}

// Trades of one coin by a few wallets, a minute apart every hundred.
std::vector<Event> busyCoin(std::size_t count) {
    auto random = test::seeded("busy coin");
    std::vector<Event> out{test::createdEvent(1, 1, 1, 1)};
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(test::tradeEvent(100 + i, 2 + i / 4, test::below(random, 2) == 0 ? Side::Buy : Side::Sell,
                                       1'000 + test::below(random, 1'000'000), 1 + test::below(random, 1'000'000),
                                       test::below(random, 20), 1));
    return out;
}

void play(Market& market, const std::vector<Event>& what) {
    std::uint64_t arrival = 0;
    for (const Event& event : what) market.apply(event, arrival++);
}

}  // namespace

class ColdCoinsTest : public QObject {
    Q_OBJECT
private slots:
    void aMarketThatPutsAwayKnowsTheSame() {
        const auto what = events(20'000);
        Market warm;
        play(warm, what);
        Cold cold{40'000};
        play(cold.market, what);
        const auto stats = *cold.market.cold();
        QVERIFY2(stats.out > 100 && stats.in > 50, qPrintable(QString::number(stats.out)));
        QCOMPARE(stats.coins, stats.out - stats.in);
        QCOMPARE(stats.coins, std::uint64_t{cold.shelf->blobs.size()});
        QCOMPARE(stats.lost, std::uint64_t{0});
        std::uint64_t bytes = 0;
        for (const auto& [mint, blob] : cold.shelf->blobs) bytes += blob.size();
        QCOMPARE(stats.bytes, bytes);
        for (const auto& [mint, coin] : warm.tokens()) {
            QCOMPARE(told(*cold.market.find(mint)), told(*coin));
            // A walk over all coins puts away what it brought back.
            cold.market.cool();
            QVERIFY(cold.market.cold()->hotBytes <= 40'000);
        }
        QCOMPARE(cold.market.cold()->lost, std::uint64_t{0});
    }

    // How many trades there are is known without bringing anything back.
    void countingDoesNotBringBack() {
        Cold cold{0};
        play(cold.market, events(3'000));
        const std::uint64_t in = cold.market.cold()->in;
        std::size_t trades = 0;
        for (const auto& [mint, coin] : cold.market.tokens())
            trades += coin->points.size() + (coin->points.empty() ? 0 : 1);
        QVERIFY(trades > 0);
        QCOMPARE(cold.market.cold()->in, in);
    }

    void nothingGoesWithinTheBudgetOrWhileItTrades() {
        Cold roomy{std::size_t{1} << 30U};
        play(roomy.market, events(3'000));
        QCOMPARE(roomy.market.cold()->out, std::uint64_t{0});
        Cold busy{0, 1'000'000};
        play(busy.market, events(3'000));
        // Coins without a trade hold nothing worth keeping.
        for (const auto& [mint, blob] : busy.shelf->blobs) QVERIFY(busy.market.find(mint)->trades == 0);
    }

    void aFullDiskKeepsEverythingHere() {
        const auto what = events(5'000);
        Market warm;
        play(warm, what);
        Cold cold{0};
        cold.shelf->full = true;
        play(cold.market, what);
        QCOMPARE(cold.market.cold()->out, std::uint64_t{0});
        QVERIFY(cold.market.cold()->refused > 0);
        // It is asked seldom, not with every trade.
        QVERIFY(cold.market.cold()->refused < 10);
        QVERIFY(cold.market.cold()->error.find("disk is full") != std::string::npos);
        for (const auto& [mint, coin] : warm.tokens()) QCOMPARE(told(*cold.market.find(mint)), told(*coin));
    }

    // One coin's blob is cut short, flipped, swapped, from a newer version or gone: that coin says so, the others
    // do not notice, and it goes on.
    void aDamagedBlobLosesOneCoin_data() {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"cut", "flipped", "another coin's", "newer", "gone", "empty", "longer"})
            QTest::newRow(damage) << QString{damage};
    }
    void aDamagedBlobLosesOneCoin() {
        QFETCH(QString, damage);
        auto random = test::seeded("damage");
        const auto what = events(3'000);
        Market warm;
        play(warm, what);
        for (int round = 0; round < 12; ++round) {
            Cold cold{0};
            play(cold.market, what);
            auto& blobs = cold.shelf->blobs;
            // One with trades.
            auto victim = blobs.begin();
            std::advance(victim, static_cast<std::ptrdiff_t>(test::below(random, blobs.size())));
            while (warm.find(victim->first)->trades == 0)
                if (++victim == blobs.end()) victim = blobs.begin();
            const Mint mint = victim->first;
            auto& blob = victim->second;
            if (damage == "cut") blob.resize(test::below(random, blob.size()));
            if (damage == "flipped") {
                std::uint8_t& byte = blob[test::below(random, blob.size())];
                byte = static_cast<std::uint8_t>(byte ^ (1U << test::below(random, 8)));
            }
            if (damage == "another coin's") {
                const auto other = victim == blobs.begin() ? std::next(victim) : blobs.begin();
                blob = other->second;
            }
            if (damage == "newer") ++blob[4];
            if (damage == "empty") blob.clear();
            if (damage == "longer") blob.push_back(0);
            if (damage == "gone") blobs.erase(victim);
            TokenLedger& coin = *cold.market.find(mint);
            const std::uint64_t trades = coin.trades;
            // Whoever looks first, in whatever way.
            switch (round % 6) {
                case 0: QVERIFY(coin.positions.begin() == coin.positions.end()); break;
                case 1: QCOMPARE(coin.positions.size(), std::size_t{0}); break;
                case 2: QVERIFY(!coin.positions.contains(test::walletOf(1))); break;
                case 3: QVERIFY(coin.points.newest(1).empty()); break;
                case 4: QVERIFY(coin.points.back() == core::ledger::TradePoint{}); break;
                default: QVERIFY(!coin.points.lastUntil(2'000'000'000)); break;
            }
            QVERIFY(coin.detailLost && coin.pointsTrimmed && !coin.holdersKnown());
            QVERIFY(coin.points.empty() && coin.positions.size() == 0);
            QVERIFY(!coin.concentration() && !coin.creatorShare());
            QCOMPARE(coin.trades, trades);
            QVERIFY(coin.lastPrice == warm.find(mint)->lastPrice);
            QCOMPARE(cold.market.cold()->lost, std::uint64_t{1});
            QVERIFY(!cold.market.cold()->error.empty());
            for (const auto& [other, known] : warm.tokens())
                if (other != mint) QCOMPARE(told(*cold.market.find(other)), told(*known));
            cold.market.apply(test::tradeEvent(90'000, 5'000, Side::Buy, 7, 9, 1, 1), 90'000);
            for (std::uint64_t number = 0; number < 40; ++number)
                if (test::mintOf(number) == mint)
                    cold.market.apply(test::tradeEvent(90'001, 5'000, Side::Buy, 7, 9, 2, number), 90'001);
            QCOMPARE(cold.market.find(mint)->positions.at(test::walletOf(2)).bought, std::uint64_t{7});
            QVERIFY(cold.market.find(mint)->detailLost);
        }
    }

    // A coin that never stops trading: its old trades go page by page, and everything is told the same, also after
    // it went away as a whole and came back.
    void oldTradesOfACoinInUseGoAlone() {
        const auto what = busyCoin(9'000);
        Market warm;
        play(warm, what);
        Cold cold{0, 1'000'000'000};
        play(cold.market, what);
        const TokenLedger& known = *warm.find(test::mintOf(1));
        TokenLedger& coin = *cold.market.find(test::mintOf(1));
        QVERIFY2(coin.points.paged() > 6'000, qPrintable(QString::number(coin.points.paged())));
        QVERIFY(coin.points.bytes() < known.points.bytes() / 2);
        QCOMPARE(cold.market.cold()->out, std::uint64_t{0});
        std::uint64_t bytes = 0;
        for (const auto& page : cold.shelf->pages) bytes += page.size();
        QCOMPARE(cold.market.cold()->bytes, bytes);
        QCOMPARE(told(coin), told(known));
        QVERIFY(coin.points.firstTime() == known.points.firstTime());
        for (std::int64_t ago = 0; ago < 4'000; ago += 37) QVERIFY(coin.changeOver(ago) == known.changeOver(ago));

        Cold gone{0};
        play(gone.market, what);
        gone.market.apply(test::tradeEvent(90'000, 9'000, Side::Buy, 7, 9, 1, 2), 90'000);
        QVERIFY(gone.market.find(test::mintOf(1))->points.away());
        QCOMPARE(gone.market.find(test::mintOf(1))->points.firstTime(), known.points.firstTime());
        QCOMPARE(told(*gone.market.find(test::mintOf(1))), told(known));
        QCOMPARE(gone.market.cold()->lost + gone.market.cold()->blocks, std::uint64_t{0});
    }

    void aFullDiskKeepsOldTradesHere() {
        const auto what = busyCoin(9'000);
        Cold cold{0, 1'000'000'000};
        cold.shelf->full = true;
        play(cold.market, what);
        QCOMPARE(cold.market.find(test::mintOf(1))->points.paged(), std::size_t{0});
        QVERIFY(cold.market.cold()->refused > 0 && cold.market.cold()->refused < 10);
        QVERIFY(cold.market.cold()->error.find("disk is full") != std::string::npos);
    }

    // A page flips: the trades of that block are missing, counted once, and nobody else's; of one that is cut or
    // gone, all its blocks.
    void aDamagedPageLosesItsTradesAlone() {
        auto random = test::seeded("damaged pages");
        const auto what = busyCoin(9'000);
        for (int round = 0; round < 12; ++round) {
            Cold cold{0, 1'000'000'000};
            play(cold.market, what);
            TokenLedger& coin = *cold.market.find(test::mintOf(1));
            auto& page = cold.shelf->pages[test::below(random, cold.shelf->pages.size())];
            if (round % 3 == 0) page[test::below(random, page.size())] ^= 1U;
            if (round % 3 == 1) page.resize(page.size() - 1);
            if (round % 3 == 2) page.clear();
            std::vector<core::ledger::TradePoint> left;
            coin.points.forEach([&](const core::ledger::TradePoint& point) { left.push_back(point); });
            constexpr std::size_t kBlock = core::ledger::PointLog::kBlock;
            const std::size_t blocks = round % 3 == 0 ? 1 : core::ledger::PointLog::kPageBlocks;
            QCOMPARE(left.size(), coin.points.size() - blocks * kBlock);
            QCOMPARE(cold.market.cold()->blocks, std::uint64_t{blocks});
            QVERIFY(!cold.market.cold()->error.empty());
            QVERIFY(coin.points.newest(1'000).size() == 1'000);
            QVERIFY(coin.points.newest(coin.points.size()) == left);
            // Asked again, it is not counted again; who holds what is not touched.
            QCOMPARE(cold.market.cold()->blocks, std::uint64_t{blocks});
            QVERIFY(!coin.detailLost && coin.holdersKnown());
        }
    }

    // A coin whose list of pages a stranger wrote.
    void hostilePlacesOfPages() {
        auto random = test::seeded("hostile places");
        Cold cold{0, 1'000'000'000};
        play(cold.market, busyCoin(6'000));
        TokenLedger& coin = *cold.market.find(test::mintOf(1));
        std::vector<std::uint8_t> whole;
        coin.pack(whole);
        std::size_t taken = 0;
        for (int round = 0; round < 400; ++round) {
            std::vector<std::uint8_t> blob = whole;
            // Positions are few and the places come behind them.
            for (std::uint64_t flips = 1 + test::below(random, 3); flips > 0; --flips)
                blob[48 + test::below(random, 2'000)] = static_cast<std::uint8_t>(random());
            core::ledger::seal(blob);
            core::ledger::ColdCoins unusedStore{cold.shelf, 0, 0};
            coin.leave(unusedStore);
            if (coin.unpack(blob)) {
                ++taken;
                (void)told(coin);
            }
            if (!coin.points.away()) coin.leave(unusedStore);
            QVERIFY(coin.unpack(whole));
        }
        QVERIFY2(taken > 10, qPrintable(QString::number(taken)));
    }

    // Behind a checksum that fits, whatever numbers stand there: refused or taken, never beyond the blob.
    void hostileBlobsWithTheRightChecksum() {
        auto random = test::seeded("hostile blobs");
        Cold cold{std::size_t{1} << 30U};
        play(cold.market, events(4'000));
        std::vector<std::uint8_t> blob;
        std::size_t taken = 0;
        for (int round = 0; round < 600; ++round) {
            TokenLedger& coin = *cold.market.find(test::mintOf(test::below(random, 12)));
            coin.pack(blob);
            const std::size_t positions = coin.positions.size();
            const std::size_t points = coin.points.size();
            // Behind magic, version, checksum and mint.
            constexpr std::size_t kHead = 16 + 32;
            for (std::uint64_t flips = 1 + test::below(random, 3); flips > 0; --flips)
                blob[kHead + test::below(random, blob.size() - kHead)] = static_cast<std::uint8_t>(random());
            core::ledger::seal(blob);
            core::ledger::ColdCoins unusedStore{cold.shelf, 0, 0};
            coin.leave(unusedStore);
            if (coin.unpack(blob)) {
                ++taken;
                QVERIFY(coin.positions.size() == positions && coin.points.size() == points);
                (void)told(coin);
            } else {
                coin.lose();
                QVERIFY(coin.points.empty() && coin.positions.size() == 0);
            }
            if (round % 100 == 99) play(cold.market, events(1'000));
        }
        QVERIFY2(taken > 10, qPrintable(QString::number(taken)));
    }

    // What is away does not count as memory of trade points, and comes back into the count.
    void pointsThatAreAwayAreNotTrimmed() {
        const auto what = events(6'000);
        Cold cold{0, 0, 2'500};
        play(cold.market, what);
        Market warm;
        play(warm, what);
        std::size_t whole = 0;
        for (const auto& [mint, coin] : warm.tokens())
            if (!cold.market.find(mint)->pointsTrimmed) ++whole;
        QCOMPARE(whole, warm.size());
    }

    void theOrderOfTouches() {
        IdleOrder order;
        QCOMPARE(order.oldest(), IdleOrder::kNone);
        for (const std::uint32_t number : {3U, 1U, 4U, 1U, 5U}) order.touch(number);
        std::vector<std::uint32_t> got;
        for (std::uint32_t at = order.oldest(); at != IdleOrder::kNone; at = order.newerThan(at)) got.push_back(at);
        QCOMPARE(got, (std::vector<std::uint32_t>{3, 4, 1, 5}));
        order.remove(4);
        order.remove(4);
        order.remove(77);
        order.touch(3);
        order.remove(5);
        got.clear();
        for (std::uint32_t at = order.oldest(); at != IdleOrder::kNone; at = order.newerThan(at)) got.push_back(at);
        QCOMPARE(got, (std::vector<std::uint32_t>{1, 3}));
        order.remove(1);
        order.remove(3);
        QCOMPARE(order.oldest(), IdleOrder::kNone);
        order.touch(9);
        QCOMPARE(order.oldest(), std::uint32_t{9});
    }
};

QTEST_APPLESS_MAIN(ColdCoinsTest)
#include "cold_coins_test.moc"
