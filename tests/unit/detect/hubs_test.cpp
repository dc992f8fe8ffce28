// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/engine.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

using core::Event;
using core::Flag;
using core::Side;
using core::pipeline::Engine;
using core::pipeline::EngineConfig;

namespace {

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kPayer = 1;

// Somebody pays people who trade, and some of them bring what they earned back.
class Payments {
public:
    void pay(std::uint64_t from, std::uint64_t to, std::uint64_t lamports) {
        Event event = test::tradeEvent(++m_number, ++m_slot, Side::Buy, 0, 0);
        event.body = core::SolTransfer{test::walletOf(from), test::walletOf(to), core::Lamports{lamports}};
        m_engine.apply(event);
    }
    void trade(std::uint64_t wallet, Side side) {
        m_engine.apply(test::tradeEvent(++m_number, ++m_slot, side, 1'000'000, kSol, wallet, 1 + wallet % 7));
    }
    /// Wallet kPayer buys and sells one coin within one slot, with so many trades of others between.
    void turn(std::uint64_t others) {
        ++m_slot;
        const auto one = [&](std::uint64_t wallet, Side side) {
            m_engine.apply(test::tradeEvent(++m_number, m_slot, side, 1'000'000, kSol, wallet, 3));
        };
        one(kPayer, Side::Buy);
        for (std::uint64_t i = 0; i < others; ++i) one(100 + i, Side::Buy);
        one(kPayer, Side::Sell);
    }
    [[nodiscard]] std::vector<std::string> standing() const {
        std::vector<std::string> out;
        for (const auto& entry : m_engine.flags().of(std::nullopt)) {
            const Flag flag = m_engine.flags().at(entry.last);
            if (flag.subject == test::walletOf(kPayer).base58()) out.push_back(flag.kind);
        }
        return out;
    }

private:
    Engine m_engine{EngineConfig{}};
    std::uint64_t m_number = 0;
    std::uint64_t m_slot = 100;
};

}  // namespace

class HubsTest : public QObject {
    Q_OBJECT
private slots:
    void anExchangeIsWhereCustomersBringMoneyBack() {
        Payments market;
        for (std::uint64_t wallet = 10; wallet < 50; ++wallet) market.pay(kPayer, wallet, 2 * kSol);
        QVERIFY(market.standing().empty());
        for (std::uint64_t wallet = 10; wallet < 13; ++wallet) {
            QVERIFY(market.standing().empty());
            market.trade(wallet, Side::Buy);
            market.trade(wallet, Side::Sell);
            market.pay(wallet, kPayer, kSol);
        }
        // One more look at it.
        market.pay(kPayer, 60, 2 * kSol);
        QCOMPARE(market.standing(), (std::vector<std::string>{"exchange"}));
    }

    void whoTradesAroundOthersWithinOneSlotIsABot() {
        Payments market;
        for (int i = 0; i < 2; ++i) market.turn(1);
        QVERIFY(market.standing().empty());
        market.turn(2);
        QCOMPARE(market.standing(), (std::vector<std::string>{"bot"}));
    }

    void whoSellsInTheNextSlotOrAloneIsNone() {
        Payments market;
        for (int i = 0; i < 10; ++i) {
            market.turn(0);
            market.trade(kPayer, Side::Buy);
            market.trade(100, Side::Buy);
            market.trade(kPayer, Side::Sell);
        }
        QVERIFY(market.standing().empty());
    }

    void whoPaysAFewIsNobodySpecial() {
        Payments market;
        for (std::uint64_t wallet = 10; wallet < 30; ++wallet) market.pay(kPayer, wallet, 2 * kSol);
        QVERIFY(market.standing().empty());
    }
};

QTEST_APPLESS_MAIN(HubsTest)
#include "hubs_test.moc"
