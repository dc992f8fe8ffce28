// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/market.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <limits>

using core::Event;
using core::Side;
using core::ledger::Market;

namespace {

std::size_t pointsHeld(const Market& market) {
    std::size_t points = 0;
    for (const auto& [mint, coin] : market.tokens()) points += coin->points.size();
    return points;
}

}  // namespace

class LedgerMarketTest : public QObject {
    Q_OBJECT
private slots:
    void everyEventFindsItsCoin() {
        Market market;
        QVERIFY(market.find(test::mintOf(1)) == nullptr);
        auto* created = market.apply(test::createdEvent(1, 5), 0);
        QVERIFY(created != nullptr && created == market.find(test::mintOf(1)));
        QVERIFY(market.apply(test::tradeEvent(2, 6, Side::Buy, 1, 1), 1) == created);
        Event graduated = test::tradeEvent(3, 7, Side::Buy, 1, 1);
        graduated.body = core::Graduated{test::mintOf(1), core::Symbol{"pumpfun"}, std::nullopt};
        QVERIFY(market.apply(graduated, 2) == created);
        QVERIFY(created->graduated);
        Event change = graduated;
        core::LiquidityChange body;
        body.mint = test::mintOf(2);
        change.body = body;
        QVERIFY(market.apply(change, 3) != created);
        Event transfer = graduated;
        transfer.body =
            core::TokenTransfer{test::mintOf(1), test::walletOf(1), test::walletOf(2), core::TokenAmount{1}, {}};
        QVERIFY(market.apply(transfer, 4) == created);
        QCOMPARE(market.size(), std::size_t{2});
        QCOMPARE(market.trades(), std::uint64_t{1});
    }

    void countsWhatCameLate() {
        Market market;
        market.apply(test::tradeEvent(1, 10, Side::Buy, 1, 1), 0);
        market.apply(test::tradeEvent(2, 12, Side::Buy, 1, 1), 1);
        market.apply(test::tradeEvent(3, 12, Side::Buy, 1, 1), 2);
        QCOMPARE(market.late(), std::uint64_t{0});
        market.apply(test::tradeEvent(4, 11, Side::Buy, 1, 1), 3);
        market.apply(test::createdEvent(5, 9), 4);  // no trade
        QCOMPARE(market.late(), std::uint64_t{1});
        QVERIFY(market.lastSlot() == core::Slot{12});
        QCOMPARE(market.lastTime(), std::optional<std::int64_t>{1'795'446'004});
        Event timeless = test::tradeEvent(6, 0, Side::Buy, 1, 1);
        timeless.at = {};
        market.apply(timeless, 5);
        QCOMPARE(market.late(), std::uint64_t{1});
        QCOMPARE(market.trades(), std::uint64_t{5});
    }

    void ordersBySlotIndexAndPathAndThenByArrival() {
        using core::ledger::orderKey;
        core::EventHeader at;
        at.slot = core::Slot{5};
        at.txIndex = 3;
        at.path = core::EventPath{1, 2, 0};
        core::EventHeader later = at;
        later.path = core::EventPath{1, 3, 0};
        QVERIFY(orderKey(at, 9) < orderKey(later, 1));
        later = at;
        later.txIndex = 4;
        later.path = core::EventPath{0, 0, 0};
        QVERIFY(orderKey(at, 9) < orderKey(later, 1));
        later = at;
        later.slot = core::Slot{6};
        later.txIndex = 0;
        QVERIFY(orderKey(at, 9) < orderKey(later, 1));
        // Without an index the path says nothing between transactions: arrival decides.
        core::EventHeader first = at;
        core::EventHeader second = at;
        first.txIndex = second.txIndex = std::nullopt;
        first.path = core::EventPath{9, 9, 9};
        QVERIFY(orderKey(first, 1) < orderKey(second, 2));
        QVERIFY(orderKey(at, 5) < orderKey(first, 1));
    }

    void timeIsTheChainsElseTheReceivers() {
        core::EventHeader at;
        QVERIFY(!core::ledger::eventTime(at));
        at.received = core::RecvTime{1'795'446'000'999'999'999};
        QCOMPARE(core::ledger::eventTime(at), std::optional<std::int64_t>{1'795'446'000});
        at.blockTime = core::BlockTime{1'795'445'999};
        QCOMPARE(core::ledger::eventTime(at), std::optional<std::int64_t>{1'795'445'999});
        // Without a slot the time orders.
        QCOMPARE(core::ledger::orderKey(at, 0).slot, std::uint64_t{1'795'445'999});
    }

    void timesThatNoCalendarHasAreUnknown() {
        for (const std::int64_t time : {std::numeric_limits<std::int64_t>::max(),
                                        std::numeric_limits<std::int64_t>::min(), std::int64_t{253'402'300'800}}) {
            core::EventHeader at;
            at.blockTime = core::BlockTime{time};
            QVERIFY(!core::ledger::eventTime(at));
            at.received = core::RecvTime{5'000'000'000};
            QCOMPARE(core::ledger::eventTime(at), std::optional<std::int64_t>{5});
        }
        // So a coin that a stranger's file dates to the end of time harms nobody's arithmetic.
        Market market;
        Event created = test::createdEvent(1, 1);
        created.at.blockTime = core::BlockTime{std::numeric_limits<std::int64_t>::min()};
        QVERIFY(!market.apply(created, 0)->createdTime);
        Event trade = test::tradeEvent(2, 2, Side::Buy, 1, 1);
        trade.at.blockTime = core::BlockTime{std::numeric_limits<std::int64_t>::max()};
        auto* coin = market.apply(trade, 1);
        QVERIFY(!market.lastTime());
        QVERIFY(!coin->series({86'400, 0}).candles().empty());
        (void)coin->changeOver(300);
    }

    void keepsTradePointsInBounds() {
        auto random = test::seeded("bounded memory");
        constexpr std::size_t kLimit = 1'000;
        Market market{{.points = kLimit}};
        for (std::uint64_t i = 0; i < 20'000; ++i) {
            const std::uint64_t mint = 1 + test::below(random, 40);
            market.apply(test::tradeEvent(i, i, Side::Buy, 1, 1, 1, mint), i);
            QVERIFY(pointsHeld(market) <= kLimit);
        }
        QVERIFY(pointsHeld(market) > kLimit / 2);
        QCOMPARE(market.trades(), std::uint64_t{20'000});
        std::uint64_t counted = 0;
        for (const auto& [mint, coin] : market.tokens()) counted += coin->trades;
        QCOMPARE(counted, std::uint64_t{20'000});
    }

    void givesUpTheOldestTradesAndSaysSo() {
        Market market{{.points = 100}};
        const auto* old = market.apply(test::tradeEvent(0, 0, Side::Buy, 1, 1, 1, 1), 0);
        (void)market.find(test::mintOf(1))->series({1, 0});
        for (std::uint64_t i = 1; i < 100; ++i) market.apply(test::tradeEvent(i, i * 5, Side::Buy, 1, i, 1, 1), i);
        QVERIFY(!old->pointsTrimmed);
        const auto* young = market.apply(test::tradeEvent(200, 1'000, Side::Buy, 1, 1, 1, 2), 200);
        QVERIFY(old->pointsTrimmed && !young->pointsTrimmed);
        QCOMPARE(old->points.size(), std::size_t{50});
        QCOMPARE(old->points.newest(1'000).at(0).quote, std::uint64_t{50});
        QCOMPARE(old->points.back().quote, std::uint64_t{99});
        QCOMPARE(young->points.size(), std::size_t{1});
        // Everything but the points is as it was, also the bars somebody was looking at.
        QCOMPARE(old->trades, std::uint64_t{100});
        QVERIFY(old->athPrice == (core::PriceRatio{99, 1}));
        QCOMPARE(market.find(test::mintOf(1))->series({1, 0}).candles().size(), std::size_t{100});
        QCOMPARE(market.find(test::mintOf(1))->series({5, 0}).candles().size(), std::size_t{20});
    }

    // Each coin keeps its newest trade: that is all that is left when there are more coins than points.
    void coinsOfOneTradeAreKept() {
        Market market{{.points = 10}};
        for (std::uint64_t i = 0; i < 50; ++i) market.apply(test::tradeEvent(i, i, Side::Buy, 1, 1, 1, i), i);
        QCOMPARE(market.size(), std::size_t{50});
        QCOMPARE(pointsHeld(market), std::size_t{50});
        market.apply(test::tradeEvent(99, 99, Side::Buy, 1, 7, 1, 0), 99);
        QCOMPARE(pointsHeld(market), std::size_t{50});
        QCOMPARE(market.find(test::mintOf(0))->points.newest(10).at(0).quote, std::uint64_t{7});
    }
};

QTEST_APPLESS_MAIN(LedgerMarketTest)
#include "ledger_market_test.moc"
