// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/market.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <cmath>
#include <limits>

using core::Event;
using core::Mint;
using core::PriceRatio;
using core::Reserves;
using core::Side;
using core::ledger::TokenLedger;

namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kSupply = 1'000'000'000'000'000;
constexpr std::uint64_t kCurveCoins = 793'100'000'000'000;
const Mint& usdc() {
    static const Mint kUsdc = *Mint::fromBase58("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v");
    return kUsdc;
}

// A coin and the order in which its events came.
class Coin {
public:
    Coin& operator<<(const Event& event) {
        std::visit(
            [&](const auto& body) {
                using Body = std::decay_t<decltype(body)>;
                if constexpr (std::is_same_v<Body, core::Trade>)
                    m_ledger.apply(event.at, body, core::ledger::orderKey(event.at, m_arrival++),
                                   core::ledger::eventTime(event.at).value_or(0));
                else if constexpr (std::is_same_v<Body, core::TokenCreated>)
                    m_ledger.apply(event.at, body);
                else if constexpr (std::is_same_v<Body, core::Graduated>)
                    m_ledger.apply(body, core::ledger::eventTime(event.at));
                else if constexpr (requires { m_ledger.apply(body); })
                    m_ledger.apply(body);
                else
                    QFAIL("no event of a coin's ledger");
            },
            event.body);
        return *this;
    }
    TokenLedger* operator->() { return &m_ledger; }

private:
    TokenLedger m_ledger{test::mintOf(1)};
    std::uint64_t m_arrival = 0;
};

Event buy(std::uint64_t number, std::uint64_t slot, std::uint64_t coins, std::uint64_t quote,
          std::uint64_t wallet = 2) {
    return test::tradeEvent(number, slot, Side::Buy, coins, quote, wallet);
}
Event sell(std::uint64_t number, std::uint64_t slot, std::uint64_t coins, std::uint64_t quote,
           std::uint64_t wallet = 2) {
    return test::tradeEvent(number, slot, Side::Sell, coins, quote, wallet);
}
Event with(Event event, Reserves reserves) {
    test::tradeOf(event).after = reserves;
    return event;
}
Event inQuote(Event event, const Mint& quote) {
    test::tradeOf(event).quoteMint = quote;
    return event;
}
Event graduation(std::uint64_t number, std::uint64_t slot) {
    Event event = buy(number, slot, 0, 0);
    event.body = core::Graduated{test::mintOf(1), core::Symbol{"pumpfun"}, test::poolOf(1)};
    return event;
}
bool near(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(b));
}

}  // namespace

class TokenLedgerTest : public QObject {
    Q_OBJECT
private slots:
    void aNewCoinKnowsNothing() {
        Coin coin;
        QVERIFY(!coin->creator && !coin->createdSlot && !coin->createdTime && !coin->supply && !coin->quoteMint);
        QVERIFY(!coin->lastPrice.valid() && !coin->firstPrice.valid() && !coin->athPrice.valid());
        QVERIFY(!coin->lastTradeTime && !coin->reserves && !coin->pool && !coin->graduatedTime);
        QVERIFY(!coin->curveProgress() && !coin->marketCapQuote() && !coin->liquidityQuote());
        QVERIFY(!coin->changeOver(300) && !coin->concentration() && !coin->creatorShare());
    }

    void whatTheCreationWouldTellStaysUnknown() {
        Coin coin;
        Event first = buy(1, 10, 1'000, 2'000);
        test::tradeOf(first).venue = core::Symbol{"pumpswap"};
        coin << first;
        QVERIFY(!coin->creationSeen && !coin->creator && !coin->createdSlot);
        QVERIFY(!coin->concentration() && !coin->creatorShare());
        QVERIFY(!coin->supply && !coin->marketCapQuote());  // only the curve's supply is fixed
        QVERIFY(!coin->curveProgress() && !coin->liquidityQuote());
        QVERIFY(!coin->changeOver(300));  // the trades before this one were not seen
        // On the curve the supply is known without the creation, the holders are not.
        coin << buy(2, 11, 1'000, 2'000);
        QCOMPARE(coin->supply, std::optional{kSupply});
        QVERIFY(coin->marketCapQuote());
        QVERIFY(!coin->concentration());
    }

    void theCreationIsTold() {
        Coin coin;
        coin << test::createdEvent(1, 100, 7);
        QVERIFY(coin->creationSeen);
        QCOMPARE(coin->name, std::string("Coin"));
        QCOMPARE(coin->symbol, std::string("COIN"));
        QVERIFY(coin->creator == test::walletOf(7));
        QVERIFY(coin->createdSlot == core::Slot{100});
        QCOMPARE(coin->createdTime, std::optional<std::int64_t>{1'795'446'040});
        QCOMPARE(coin->supply, std::optional{kSupply});
        QCOMPARE(coin->trades, std::uint64_t{0});
        const auto shares = coin->concentration();
        QVERIFY(shares && shares->holders == 0 && shares->top10Share == 0);
        QCOMPARE(coin->creatorShare(), std::optional{0.0});
    }

    void aCreationThatComesLateDoesNotUndoTheTrades() {
        Coin coin;
        coin << with(buy(2, 101, 1'000, 2'000), {500, 600, 700, 800});
        Event created = test::createdEvent(1, 100);
        std::get<core::TokenCreated>(created.body).reserves = Reserves{1, 2, kCurveCoins, 4};
        coin << created;
        QCOMPARE(coin->reserves->base, std::uint64_t{500});
        QCOMPARE(coin->trades, std::uint64_t{1});
        QVERIFY(coin->createdSlot == core::Slot{100});
    }

    void countsTradesWalletsAndVolume() {
        Coin coin;
        coin << buy(1, 1, 100, 10, 2) << buy(2, 2, 100, 20, 3) << buy(3, 3, 100, 30, 2) << sell(4, 4, 50, 15, 2)
             << sell(5, 5, 50, 15, 9);
        QCOMPARE(coin->trades, std::uint64_t{5});
        QCOMPARE(coin->buys, std::uint64_t{3});
        QCOMPARE(coin->sells, std::uint64_t{2});
        QCOMPARE(coin->buyers, std::uint64_t{2});
        QCOMPARE(coin->volumeQuote, std::uint64_t{90});
        QCOMPARE(coin->points.size(), std::size_t{5});
        QCOMPARE(coin->positions.size(), std::size_t{3});
    }

    void buyersAreCountedOnce() {
        Coin coin;
        // Buys of nothing and buys in another quote asset are by buyers too, however often they come.
        coin << buy(1, 1, 100, 10, 2);
        for (std::uint64_t i = 0; i < 5; ++i) {
            coin << buy(10 + i, 2, 0, 10, 3);
            coin << inQuote(buy(20 + i, 3, 10, 10, 4), usdc());
        }
        QCOMPARE(coin->buyers, std::uint64_t{3});
    }

    void pricesFollowTheChainNotArrival() {
        Coin coin;
        coin << buy(1, 10, 100, 100) << buy(2, 12, 100, 300) << buy(3, 11, 100, 900);
        QVERIFY(coin->lastPrice == (PriceRatio{300, 100}));
        QVERIFY(coin->athPrice == (PriceRatio{900, 100}));
        QVERIFY(coin->firstPrice == (PriceRatio{100, 100}));
        QCOMPARE(coin->lastTradeTime, std::optional<std::int64_t>{1'795'446'004});
        // Without coins there is no price, but the volume counts.
        coin << buy(4, 13, 0, 50);
        QVERIFY(coin->lastPrice == (PriceRatio{300, 100}));
        QCOMPARE(coin->volumeQuote, std::uint64_t{1'350});
    }

    void pricesAreExactAtTheLimits() {
        Coin coin;
        coin << buy(1, 1, kMost, kMost - 1) << buy(2, 2, kMost - 1, kMost) << buy(3, 3, kMost, kMost);
        QCOMPARE(coin->athPrice.quote, kMost);
        QCOMPARE(coin->athPrice.base, kMost - 1);
        QVERIFY(coin->lastPrice == (PriceRatio{1, 1}));
        QCOMPARE(coin->volumeQuote, kMost);
        QCOMPARE(coin->positions.at(test::walletOf(2)).bought, kMost);
    }

    void reservesAndLiquidityAreThoseOfTheNewestTrade() {
        Coin coin;
        coin << with(buy(1, 10, 100, 100), {1'000, 2'000, 600, 5'000'000'000});
        coin << with(buy(2, 9, 100, 100), {7, 7, 7, 7});  // older, later
        QCOMPARE(coin->reserves->base, std::uint64_t{1'000});
        QCOMPARE(coin->liquidityQuote(), std::optional{5.0});
        coin << buy(3, 11, 100, 100);  // does not say
        QCOMPARE(coin->reserves->base, std::uint64_t{1'000});
        coin << with(buy(4, 12, 100, 100), {900, 2'200, std::nullopt, std::nullopt});
        QCOMPARE(coin->reserves->quote, std::uint64_t{2'200});
        QVERIFY(!coin->liquidityQuote());
    }

    void liquidityChangesCountForTheCoinsOwnPool() {
        Coin coin;
        Event first = buy(1, 1, 100, 100);
        test::tradeOf(first).pool = test::poolOf(5);
        coin << first;
        core::LiquidityChange change;
        change.mint = test::mintOf(1);
        change.quoteMint = core::wrappedSolMint();
        change.pool = test::poolOf(6);
        change.after = Reserves{10, 20, 30, 40};
        Event event = first;
        event.body = change;
        coin << event;
        QVERIFY(!coin->reserves);
        change.pool = test::poolOf(5);
        event.body = change;
        coin << event;
        QCOMPARE(coin->reserves->quote, std::uint64_t{20});
    }

    void curveProgressIsTheShareSold() {
        Coin coin;
        Event created = test::createdEvent(1, 1);
        std::get<core::TokenCreated>(created.body).reserves = Reserves{0, 0, kCurveCoins, 0};
        coin << created;
        QCOMPARE(coin->curveProgress(), std::optional{0.0});
        coin << with(buy(2, 2, 100, 100), {1, 1, kCurveCoins / 4, 1});
        QVERIFY(near(*coin->curveProgress(), 0.75));
        coin << with(buy(3, 3, 100, 100), {1, 1, 0, 1});
        QCOMPARE(coin->curveProgress(), std::optional{1.0});
        // More left than there was: a hostile number is held in range.
        coin << with(sell(4, 4, 100, 100), {1, 1, kMost, 1});
        QCOMPARE(coin->curveProgress(), std::optional{0.0});
        // In a pool there is no curve.
        Event swap = with(buy(5, 5, 100, 100), {1, 1, 5, 1});
        test::tradeOf(swap).venue = core::Symbol{"pumpswap"};
        coin << swap;
        QVERIFY(!coin->curveProgress());
    }

    void graduationEndsTheCurve() {
        Coin coin;
        coin << with(buy(1, 1, 100, 100), {1, 1, 5, 1});
        coin << graduation(2, 50);
        QVERIFY(coin->graduated);
        QCOMPARE(coin->curveProgress(), std::optional{1.0});
        QCOMPARE(coin->graduatedTime, std::optional<std::int64_t>{1'795'446'020});
        QVERIFY(coin->pool == test::poolOf(1));
    }

    void marketCapIsPriceTimesSupply() {
        Coin coin;
        coin << test::createdEvent(1, 1);
        QVERIFY(!coin->marketCapQuote());  // no trade, no price
        coin << buy(2, 2, 1'000'000, 30);  // 30 lamports a coin, 10^9 coins
        QVERIFY(near(*coin->marketCapQuote(), 30.0));
    }

    void otherQuotesAreKeptApart() {
        Coin coin;
        coin << test::createdEvent(1, 1, 9) << buy(2, 2, 100, 100);
        coin << inQuote(buy(3, 3, 50, 7'000'000, 4), usdc());
        QCOMPARE(coin->otherQuoteTrades, std::uint64_t{1});
        QCOMPARE(coin->points.size(), std::size_t{1});
        QCOMPARE(coin->volumeQuote, std::uint64_t{100});
        QVERIFY(coin->lastPrice == (PriceRatio{100, 100}));
        QCOMPARE(coin->series(core::BarSpec{60, 0}).candles().size(), std::size_t{1});
        // Its coins are held all the same, at unknown cost.
        QVERIFY(coin->positions.at(test::walletOf(4)).balance() == 50);
        coin << sell(4, 4, 50, 500, 4);
        QCOMPARE(coin->positions.at(test::walletOf(4)).realised, std::int64_t{0});
        QCOMPARE(coin->concentration()->holders, std::uint64_t{1});
    }

    void profitCountsWhatTheWalletPaidAndGot() {
        Coin coin;
        Event in = buy(1, 1, 1'000, 100, 3);
        test::tradeOf(in).quoteUser = core::TokenAmount{105};
        Event out = sell(2, 2, 1'000, 200, 3);
        test::tradeOf(out).quoteUser = core::TokenAmount{190};
        coin << in << out;
        QCOMPARE(coin->positions.at(test::walletOf(3)).realised, std::int64_t{85});
        QCOMPARE(coin->volumeQuote, std::uint64_t{300});
        QVERIFY(coin->athPrice == (PriceRatio{200, 1'000}));
    }

    void concentrationIsOverTheWholeSupply() {
        Coin coin;
        coin << test::createdEvent(1, 1, 1);
        // 12 holders: one with a tenth of the supply, eleven with a hundredth.
        coin << buy(2, 2, kSupply / 10, 100, 1);
        for (std::uint64_t i = 0; i < 11; ++i) coin << buy(10 + i, 3, kSupply / 100, 100, 10 + i);
        coin << buy(30, 4, kSupply / 50, 100, 40) << sell(31, 5, kSupply / 50, 100, 40);  // left again
        const auto shares = coin->concentration();
        QVERIFY(shares.has_value());
        QCOMPARE(shares->holders, std::uint64_t{12});
        QVERIFY(near(shares->top10Share, 0.1 + 9 * 0.01));
        QVERIFY(near(shares->hhi, 0.01 + 11 * 0.0001));
        // Gini by its definition: mean difference of all pairs over twice the mean.
        double differences = 0;
        double sum = 0;
        for (int i = 0; i < 12; ++i) {
            sum += i == 0 ? 0.1 : 0.01;
            for (int j = 0; j < 12; ++j) differences += std::abs((i == 0 ? 0.1 : 0.01) - (j == 0 ? 0.1 : 0.01));
        }
        QVERIFY(near(shares->gini, differences / (2 * 12 * sum)));
        QVERIFY(near(*coin->creatorShare(), 0.1));
        // One holder has everything and no inequality among holders.
        Coin alone;
        alone << test::createdEvent(1, 1, 1) << buy(2, 2, kSupply, 100, 1);
        QVERIFY(near(alone->concentration()->top10Share, 1.0) && near(alone->concentration()->hhi, 1.0));
        QVERIFY(std::abs(alone->concentration()->gini) < 1e-12);
    }

    void curveAndPoolsAreNoHolders() {
        Coin coin;
        Event created = test::createdEvent(1, 1, 1);
        std::get<core::TokenCreated>(created.body).bondingCurve = test::poolOf(1);
        Event traded = buy(2, 2, kSupply / 2, 100, 1);
        test::tradeOf(traded).pool = test::poolOf(2);
        Event liquidity = buy(3, 3, 0, 0);
        core::LiquidityChange change;
        change.pool = test::poolOf(3);
        change.mint = test::mintOf(1);
        liquidity.body = change;
        Event graduated = buy(4, 4, 0, 0);
        graduated.body = core::Graduated{test::mintOf(1), core::Symbol{"pumpfun"}, test::poolOf(4)};
        coin << created;
        // Moved before the ledger knows what the address is.
        for (const std::uint64_t pool : {1U, 2U, 3U, 4U, 5U}) {
            Event moved = buy(10 + pool, 5, 0, 0);
            moved.body = core::TokenTransfer{test::mintOf(1), test::walletOf(1), core::Wallet{test::poolOf(pool)},
                                             core::TokenAmount{kSupply / 100}, 6};
            coin << moved;
        }
        QCOMPARE(coin->concentration()->holders, std::uint64_t{4});  // all but the curve
        coin << traded << liquidity << graduated;
        QVERIFY(coin->isReserve(test::poolOf(1)) && coin->isReserve(test::poolOf(4)));
        QVERIFY(!coin->isReserve(test::poolOf(5)));
        const auto shares = coin->concentration();
        QCOMPARE(shares->holders, std::uint64_t{2});  // wallet 1, and 5, which is no pool
        QVERIFY(near(shares->top10Share, 0.45 + 0.01));
    }

    void transfersMoveHoldings() {
        Coin coin;
        coin << test::createdEvent(1, 1, 1) << buy(2, 2, 1'000, 100, 1);
        Event moved = buy(3, 3, 0, 0);
        moved.body =
            core::TokenTransfer{test::mintOf(1), test::walletOf(1), test::walletOf(8), core::TokenAmount{400}, 6};
        coin << moved;
        QVERIFY(coin->positions.at(test::walletOf(8)).balance() == 400);
        QVERIFY(coin->positions.at(test::walletOf(1)).balance() == 600);
        QCOMPARE(coin->concentration()->holders, std::uint64_t{2});
    }

    void changeIsOverTheWindow() {
        // 2/5 s per slot: 1,000 slots are 400 s.
        Coin coin;
        coin << buy(1, 0, 100, 100) << buy(2, 1'000, 100, 150) << buy(3, 1'100, 100, 300);
        QVERIFY(near(*coin->changeOver(30), 1.0));   // over the trade 40 s before
        QVERIFY(near(*coin->changeOver(300), 2.0));  // over the first
        QVERIFY(!coin->changeOver(500));             // nothing that old was seen
        Coin known;
        known << test::createdEvent(1, 0) << buy(2, 0, 100, 100) << buy(3, 10, 100, 300);
        QVERIFY(near(*known->changeOver(500), 2.0));  // the coin is younger: since its first trade
    }

    void everyEventChangesTheVersion() {
        Coin coin;
        std::uint64_t version = coin->version;
        for (const Event& event : {test::createdEvent(1, 1), buy(2, 2, 1, 1), sell(3, 3, 1, 1), graduation(4, 4)}) {
            coin << event;
            QVERIFY(coin->version > version);
            version = coin->version;
        }
    }
};

QTEST_APPLESS_MAIN(TokenLedgerTest)
#include "token_ledger_test.moc"
