// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/smart_money.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <cmath>
#include <limits>

using core::Event;
using core::Flag;
using core::Side;

namespace {

constexpr std::uint64_t kCoins = 1'000'000;
constexpr std::uint64_t kPaid = 1'000'000;
constexpr std::uint64_t kStar = 5;

// Wallets that buy and sell coins of their own, one after another. Ten slots are four seconds.
class Traders {
public:
    struct Trip {
        std::uint64_t wallet;
        std::uint64_t got;           ///< for kPaid
        std::uint64_t held = 1'000;  ///< slots
        std::uint64_t creator = 0;   ///< 0: somebody
        bool creationSlot = false;
        std::uint64_t given = 0;  ///< coins that came as a gift
    };
    std::size_t trip(const Trip& way) {
        const std::size_t before = m_run.flags.size();
        const std::uint64_t mint = ++m_mint;
        m_run(test::createdEvent(++m_number, m_slot, way.creator == 0 ? 10'000 + mint : way.creator, mint));
        if (!way.creationSlot) m_slot += 100;
        m_run(test::tradeEvent(++m_number, m_slot, Side::Buy, kCoins, kPaid, way.wallet, mint));
        if (way.given != 0) {
            Event gift = test::tradeEvent(++m_number, m_slot, Side::Buy, 0, 0);
            gift.body = core::TokenTransfer{test::mintOf(mint), test::walletOf(90'000 + mint),
                                            test::walletOf(way.wallet), core::TokenAmount{way.given}, std::nullopt};
            m_run(gift);
        }
        m_slot += way.held;
        m_run(test::tradeEvent(++m_number, m_slot, Side::Sell, kCoins + way.given, way.got, way.wallet, mint));
        ++m_slot;
        return m_run.flags.size() - before;
    }
    // Twenty wallets with ten positions each, at -20% and +10% in turn.
    void ordinary(std::uint64_t first = 100) {
        for (std::uint64_t wallet = 0; wallet < 20; ++wallet)
            for (int i = 0; i < 10; ++i) trip({first + wallet, i % 2 == 0 ? kPaid * 8 / 10 : kPaid * 11 / 10});
    }
    void wait(std::uint64_t many) { m_slot += many; }
    [[nodiscard]] const std::vector<Flag>& flags() const { return m_run.flags; }
    [[nodiscard]] core::Signature last() const { return test::signatureOf(m_number); }
    test::DetectorRun& run() { return m_run; }

private:
    test::DetectorRun m_run{core::detect::kSmartMoney};
    std::uint64_t m_number = 0;
    std::uint64_t m_mint = 0;
    std::uint64_t m_slot = 1'000;
};

std::uint64_t good(int i) {
    return i % 2 == 0 ? kPaid * 18 / 10 : kPaid * 22 / 10;
}

}  // namespace

class SmartMoneyTest : public QObject {
    Q_OBJECT
private slots:
    void tellsACredibleWinner() {
        Traders market;
        for (int i = 0; i < 9; ++i) market.trip({kStar, good(i)});
        market.ordinary();
        QVERIFY(market.flags().empty());
        QCOMPARE(market.trip({kStar, good(9)}), std::size_t{1});
        const Flag& flag = market.flags().back();
        QCOMPARE(flag.kind, std::string("smart_money"));
        QVERIFY(!flag.mint && !flag.gravity);
        QCOMPARE(flag.subject, test::walletOf(kStar).base58());
        // By hand: wallet means -.0639167 and .688122, within .0273618, between .0241954, so the population weighs
        // as much as 1.130868 positions: (6.88122 - 1.130868 x .0281053) / 11.130868 = .615356, +85%; less 1.645
        // times sqrt(.0273618 / 11.130868) it is .533797, +71%.
        QVERIFY2(std::abs(flag.value - std::expm1(0.615356)) < 1e-4, flag.rule.c_str());
        QVERIFY2(flag.rule.find("Closed 10 positions with a mean return of +85% after shrinkage (+71% at the lower "
                                "5% bound; all wallets -3%)") != std::string::npos,
                 flag.rule.c_str());
        // 10 of 10 won, of all 110 of 210: (10 + 10 x .5238) / 20 = 76%.
        QVERIFY2(flag.rule.find("76% of them won") != std::string::npos, flag.rule.c_str());
        QCOMPARE(flag.confidence, 0.99);
        QCOMPARE(flag.evidence.size(), std::size_t{10});
        QVERIFY(flag.evidence.back().signature == market.last() && flag.against.size() == 2);
        // Told again only when it changes by much.
        QCOMPARE(market.trip({kStar, good(10)}), std::size_t{0});
    }

    void tellsWhenItNoLongerHolds() {
        Traders market;
        for (int i = 0; i < 9; ++i) market.trip({kStar, good(i)});
        for (const std::uint64_t first : {100U, 200U, 300U}) market.ordinary(first);  // 30 of 630 coins make no bot
        market.trip({kStar, good(9)});
        std::size_t told = 0;
        for (int i = 0; i < 20; ++i) told += market.trip({kStar, kPaid / 3});
        QVERIFY(told >= 1);
        QVERIFY2(market.flags().back().rule.find("no longer credibly above") != std::string::npos,
                 market.flags().back().rule.c_str());
    }

    void staysSilent_data() {
        QTest::addColumn<int>("held");
        QTest::addColumn<int>("creator");
        QTest::addColumn<bool>("creationSlot");
        QTest::addColumn<int>("given");
        QTest::addColumn<int>("trips");
        QTest::newRow("nine coins") << 1'000 << 0 << false << 0 << 9;
        QTest::newRow("held for 40 s") << 100 << 0 << false << 0 << 10;
        QTest::newRow("its own coins") << 1'000 << int{kStar} << false << 0 << 10;
        QTest::newRow("bags of the creation slot") << 1'000 << 0 << true << 0 << 10;
        QTest::newRow("coins that came as a gift") << 1'000 << 0 << false << 200'000 << 10;
    }
    void staysSilent() {
        QFETCH(int, held);
        QFETCH(int, creator);
        QFETCH(bool, creationSlot);
        QFETCH(int, given);
        QFETCH(int, trips);
        Traders market;
        market.ordinary();
        for (int i = 0; i < trips; ++i)
            market.trip({kStar, good(i), static_cast<std::uint64_t>(held), static_cast<std::uint64_t>(creator),
                         creationSlot, static_cast<std::uint64_t>(given)});
        QVERIFY2(market.flags().empty(), market.flags().empty() ? "" : market.flags()[0].rule.c_str());
    }

    void oneLuckyCoinIsNotEnough() {
        Traders market;
        market.ordinary();
        for (int i = 0; i < 11; ++i) market.trip({kStar, kPaid * 8 / 10});
        market.trip({kStar, kPaid * 80});
        QVERIFY(market.flags().empty());
    }

    void oldPositionsDoNotCount() {
        Traders market;
        market.ordinary();
        for (int i = 0; i < 9; ++i) market.trip({kStar, good(i)});
        market.wait(31ULL * 86'400 * 5 / 2);
        QCOMPARE(market.trip({kStar, good(9)}), std::size_t{0});
    }

    void nobodyStandsOutWithoutAPopulation() {
        Traders market;
        for (int i = 0; i < 12; ++i) market.trip({kStar, good(i)});
        QVERIFY(market.flags().empty());
    }

    void hostileAmountsAndLateEvents() {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        Traders market;
        market.ordinary();
        std::uint64_t number = 1'000'000;
        for (std::uint64_t i = 0; i < 300; ++i) {
            const std::uint64_t slot = i % 3 == 0 ? 1 : 900'000'000 + i;
            market.run()(
                test::tradeEvent(++number, slot, Side::Buy, kMost, i % 2 == 0 ? kMost : 0, 7, 5'000 + i % 40));
            market.run()(
                test::tradeEvent(++number, slot, Side::Sell, kMost, i % 5 == 0 ? 0 : kMost, 7, 5'000 + i % 40));
        }
        for (const Flag& flag : market.flags())
            QVERIFY(flag.confidence > 0 && flag.confidence < 1 && std::isfinite(flag.value));
    }
};

QTEST_APPLESS_MAIN(SmartMoneyTest)
#include "smart_money_test.moc"
