// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/intel/intel.h"
#include "tests/support/market_events.h"
#include "tests/support/cold_shelf.h"
#endif

#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using core::Event;
using core::Side;
using core::intel::HubKind;
using core::intel::Intel;
using core::intel::LinkKind;
using core::intel::WalletId;

namespace {

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kSupply = 1'000'000'000'000'000;

// A market whose events are told one by one.
class Story {
public:
    void tell(const Event& event) { intel.apply(event, market.apply(event, ++m_arrival)); }
    void create(std::uint64_t coin, std::uint64_t slot, std::uint32_t index, std::uint64_t dev) {
        Event event = test::createdEvent(++m_number, slot, dev, coin);
        event.at.txIndex = index;
        tell(event);
    }
    void buy(std::uint64_t wallet, std::uint64_t coin, std::uint64_t slot, std::optional<std::uint32_t> index,
             std::uint64_t lamports, std::uint64_t coins = kSupply / 50) {
        Event event = test::tradeEvent(++m_number, slot, Side::Buy, coins, lamports, wallet, coin);
        event.at.txIndex = index;
        tell(event);
    }
    void sell(std::uint64_t wallet, std::uint64_t coin, std::uint64_t slot, std::uint64_t lamports) {
        tell(test::tradeEvent(++m_number, slot, Side::Sell, kSupply / 50, lamports, wallet, coin));
    }
    void pay(std::uint64_t from, std::uint64_t to, std::uint64_t slot, std::uint64_t lamports,
             std::optional<std::uint64_t> transaction = {}) {
        Event event = test::tradeEvent(transaction ? *transaction : ++m_number, slot, Side::Buy, 0, 0);
        event.body = core::SolTransfer{test::walletOf(from), test::walletOf(to), core::Lamports{lamports}};
        tell(event);
    }
    void move(std::uint64_t from, std::uint64_t to, std::uint64_t coin, std::uint64_t slot, std::uint64_t coins) {
        Event event = test::tradeEvent(++m_number, slot, Side::Buy, 0, 0);
        event.body = core::TokenTransfer{test::mintOf(coin), test::walletOf(from), test::walletOf(to),
                                         core::TokenAmount{coins}, 6};
        tell(event);
    }
    [[nodiscard]] bool joined(std::uint64_t a, std::uint64_t b) const {
        const auto* one = intel.clusterOf(test::walletOf(a));
        return one != nullptr && one == intel.clusterOf(test::walletOf(b));
    }
    [[nodiscard]] std::size_t largest() const {
        std::size_t most = 0;
        for (const auto* cluster : intel.links().clusters()) most = std::max(most, cluster->members.size());
        return most;
    }

    core::ledger::Market market;
    Intel intel;

private:
    std::uint64_t m_number = 10'000;
    std::uint64_t m_arrival = 0;
};

}  // namespace

class IntelTest : public QObject {
    Q_OBJECT
private slots:
    void moneyThatIsToldLastLinksAsIfToldFirst() {
        // The funder's payments are asked of a node after the buys were seen.
        Story first;
        Story last;
        const auto fund = [](Story& story) {
            for (std::uint64_t wallet = 2; wallet <= 3; ++wallet)
                story.pay(1, wallet, 100 + wallet, 2 * kSol + wallet * 1'234'567);
        };
        const auto trade = [](Story& story) {
            story.create(1, 2'000, 5, 9);
            for (std::uint64_t wallet = 2; wallet <= 3; ++wallet)
                story.buy(wallet, 1, 2'010 + 3 * wallet, std::nullopt, 19 * kSol / 10);
        };
        fund(first);
        trade(first);
        trade(last);
        QVERIFY(!last.joined(2, 3));
        fund(last);
        QVERIFY(first.joined(2, 3));
        QVERIFY(last.joined(2, 3));
    }
    void aPaymentThatBuysTheBagLinks() {
        Story story;
        story.pay(1, 2, 100, 2 * kSol);
        story.create(1, 200, 5, 9);
        story.buy(1, 1, 210, {}, kSol);
        story.buy(2, 1, 220, {}, kSol);
        QVERIFY(story.joined(1, 2));
        const auto* link =
            story.intel.links().find(story.intel.find(test::walletOf(1)), story.intel.find(test::walletOf(2)));
        QVERIFY(link->of(LinkKind::Transfer) > 9);
        QVERIFY(link->evidence.at(0).signature && link->evidence.at(0).amount == 2 * kSol);
    }

    // Somebody known sends a stranger 0.01 SOL to hang a cluster on it.
    // Wages: a trader pays strangers who buy other coins.
    void payingStrangersJoinsNobody() {
        Story story;
        for (std::uint64_t coin = 1; coin <= 4; ++coin) story.create(coin, 100, 5, 900 + coin);
        story.buy(1, 1, 110, {}, kSol);
        for (std::uint64_t i = 0; i < 3; ++i) {
            story.pay(1, 10 + i, 120, 3 * kSol);
            story.buy(10 + i, 2 + i, 130, {}, kSol);
        }
        QCOMPARE(story.largest(), std::size_t{0});
        // The one who then buys the payer's coin is another matter.
        story.buy(10, 1, 140, {}, kSol);
        QVERIFY(story.joined(1, 10));
    }

    // Two customers whose money lay for days came from a place, not from a hand; one that trades itself is a hand.
    void moneyThatLayForDaysJoinsOnlyTraders() {
        constexpr std::uint64_t kDays = 1'000'000;  // slots
        Story story;
        story.pay(1, 2, 100, 2 * kSol);
        story.pay(1, 3, 900, 3 * kSol);
        story.create(1, kDays, 5, 9);
        story.buy(2, 1, kDays + 10, {}, kSol);
        story.buy(3, 1, kDays + 900, {}, 2 * kSol);
        QVERIFY(!story.joined(2, 3));
        QCOMPARE(story.largest(), std::size_t{0});
        story.buy(1, 1, kDays + 2'000, {}, kSol);
        QVERIFY(story.joined(1, 2));
        QVERIFY(story.joined(1, 3));

        Story soon;
        soon.pay(1, 2, kDays - 900, 2 * kSol);
        soon.pay(1, 3, kDays - 100, 3 * kSol);
        soon.create(1, kDays, 5, 9);
        soon.buy(2, 1, kDays + 10, {}, kSol);
        soon.buy(3, 1, kDays + 900, {}, 2 * kSol);
        QVERIFY(soon.joined(2, 3));
    }

    // Four wallets that only meet at the same moments, coin after coin: they may watch one trigger.
    void sharedMomentsAloneJoinNobody() {
        Story story;
        for (std::uint64_t coin = 1; coin <= 12; ++coin) {
            const std::uint64_t start = 10'000 * coin;
            story.create(coin, start, 1, 900 + coin);
            for (std::uint64_t i = 0; i < 60; ++i)
                story.buy(2'000 + coin * 100 + i, coin, start + 10 + 3 * i, {}, kSol);
            for (std::uint64_t i = 1; i <= 4; ++i) story.buy(i, coin, start + 11 + 3 * coin, {}, i * kSol);
            for (std::uint64_t i = 1; i <= 4; ++i) story.sell(i, coin, start + 900, kSol);
        }
        story.intel.finish();
        QCOMPARE(story.largest(), std::size_t{0});
    }

    // One payer, two wallets within a minute, and both in the coin within seconds; a third comes much later.
    void siblingsThatBuyTogetherAreOneHand() {
        Story story;
        story.create(1, 45'000, 5, 900);
        // Other people's fundings, over four hours: what chance is measured against.
        for (std::uint64_t i = 0; i < 200; ++i) story.pay(3'000 + i, 4'000 + i, 10 + i * 200, kSol);
        story.pay(1, 10, 41'000, 2 * kSol);
        story.pay(1, 11, 41'050, kSol);
        story.pay(1, 12, 41'060, 3 * kSol);
        story.buy(10, 1, 45'100, {}, kSol);
        story.buy(11, 1, 45'110, {}, kSol / 2);
        story.buy(12, 1, 49'000, {}, kSol / 3);
        QVERIFY(story.joined(10, 11));
        QVERIFY(!story.joined(10, 12));
        // The payment proves it.
        const auto* link =
            story.intel.links().find(story.intel.find(test::walletOf(10)), story.intel.find(test::walletOf(11)));
        const auto proof = std::find_if(link->evidence.begin(), link->evidence.end(),
                                        [](const auto& one) { return one.kind == LinkKind::FundedBySame; });
        QVERIFY(proof != link->evidence.end());
        QVERIFY(proof->signature && proof->slot && proof->amount == 2 * kSol);
    }

    void aSmallGiftFramesNobody() {
        Story story;
        story.create(1, 100, 5, 1);
        story.pay(1, 2, 90, 10'000'000);  // before the victim's first buy
        story.buy(2, 1, 110, {}, kSol / 2);
        story.pay(1, 2, 120, 10'000'000);  // and after it
        QVERIFY(!story.joined(1, 2));
    }

    void dustMakesNobodyKnown() {
        Story story;
        story.pay(1, 2, 1, kSol);
        const std::size_t before = story.intel.wallets().size();
        for (std::uint64_t i = 0; i < 100'000; ++i) story.pay(1, 1'000 + i, 2, 5'000);
        QCOMPARE(story.intel.wallets().size(), before);
    }

    void aFunderOfCrowdsIsAHubAndItsCustomersAreStrangers() {
        Story story;
        story.create(1, 10'000, 5, 900'000);
        constexpr std::uint64_t kCustomers = 300;
        for (std::uint64_t i = 0; i < kCustomers; ++i) story.pay(1, 100 + i, 10 + i * 30, kSol + i * 12'345'678);
        for (std::uint64_t i = 0; i < kCustomers; ++i) story.buy(100 + i, 1, 10'010 + i * 7, {}, kSol / 2);
        QVERIFY(story.intel.hub(test::walletOf(1)) != HubKind::None);
        QCOMPARE(story.largest(), std::size_t{0});
    }

    // A wallet that never trades pays eight others, each over an address of its own, and all buy one coin that few
    // buy: they are its group, though it has many peers. Where each buys what it likes, it is a service.
    void aFunderWhoseMoneyMeetsAgainIsTheirs_data() {
        QTest::addColumn<bool>("together");
        QTest::addColumn<bool>("relays");
        QTest::newRow("together, over relays") << true << true;
        QTest::newRow("together, directly") << true << false;
        QTest::newRow("each alone, over relays") << false << true;
        QTest::newRow("each alone, directly") << false << false;
    }
    void aFunderWhoseMoneyMeetsAgainIsTheirs() {
        QFETCH(bool, together);
        QFETCH(bool, relays);
        Story story;
        constexpr std::uint64_t kFunder = 500;
        constexpr std::uint64_t kGroup = 8;
        // A market around them: 400 wallets that buy one of ten coins each.
        for (std::uint64_t coin = 1; coin <= 10; ++coin) story.create(coin, 100 + coin, 5, 9'000 + coin);
        for (std::uint64_t wallet = 1'000; wallet < 1'400; ++wallet)
            story.buy(wallet, 1 + wallet % 10, 200 + wallet, {}, kSol);
        for (std::uint64_t wallet = 1; wallet <= kGroup; ++wallet) {
            const std::uint64_t lamports = 2 * kSol + wallet * 7'654'321;
            const std::uint64_t slot = 2'000 + 300 * wallet;
            if (relays) {
                story.pay(kFunder, 100 + wallet, slot, lamports + 5'000'000);
                story.pay(100 + wallet, wallet, slot + 20, lamports);
            } else {
                story.pay(kFunder, wallet, slot, lamports);
            }
        }
        // Minutes apart, so that no moment joins them.
        for (std::uint64_t wallet = 1; wallet <= kGroup; ++wallet)
            story.buy(wallet, together ? 1 : wallet, 6'000 + 900 * wallet, {}, 2 * kSol);
        const auto hub = story.intel.hub(test::walletOf(kFunder));
        QCOMPARE(hub == HubKind::None, together);
        for (std::uint64_t wallet = 2; wallet <= kGroup; ++wallet) QCOMPARE(story.joined(1, wallet), together);
        // More strangers than it has wallets: a service after all.
        for (std::uint64_t stranger = 700; stranger < 712; ++stranger)
            story.pay(kFunder, stranger, 20'000 + stranger, kSol);
        QVERIFY(story.intel.hub(test::walletOf(kFunder)) != HubKind::None);
        QVERIFY(!story.joined(1, 2));
    }

    // An address between that pays two wallets still only passes money on; with three it is a payer of its own.
    void anAddressBetweenServesTwo() {
        for (const std::uint64_t served : {2U, 3U}) {
            Story story;
            story.pay(1, 2, 100, 10 * kSol);
            for (std::uint64_t wallet = 10; wallet < 10 + served; ++wallet) story.pay(2, wallet, 110, 2 * kSol);
            QCOMPARE(story.intel.hub(test::walletOf(2)) == HubKind::None, served == 2);
        }
    }

    void oneTransactionThatFundsBothIsHard() {
        Story story;
        story.create(1, 1'000, 5, 9);
        story.pay(1, 2, 100, kSol, 77);
        story.pay(1, 3, 100, 3 * kSol, 77);
        story.buy(2, 1, 1'010, {}, kSol / 2);
        story.buy(3, 1, 1'020, {}, kSol / 2);
        QVERIFY(story.joined(2, 3));
    }

    // Four wallets right behind the creation, tickets alike: linked by the end of the slot, not before it.
    void aBlockBehindTheCreationIsOneHand() {
        Story story;
        story.create(1, 100, 50, 9);
        story.buy(9, 1, 100, 50, kSol / 10);
        for (std::uint64_t i = 0; i < 4; ++i)
            story.buy(1 + i, 1, 100, static_cast<std::uint32_t>(51 + i), 21 * kSol + i * kSol / 10, kSupply / 6);
        story.buy(70, 1, 100, 400, kSol);  // reacted: far behind in the block
        QVERIFY(!story.joined(1, 2));
        story.intel.finish();
        for (std::uint64_t i = 1; i < 4; ++i) QVERIFY(story.joined(1, 1 + i));
        QVERIFY(!story.joined(1, 9));
        QVERIFY(!story.joined(1, 70));
    }

    void snipersThatReactAreNotLinkedByTheSlot() {
        Story story;
        for (std::uint64_t coin = 1; coin <= 2; ++coin) {
            story.create(coin, 100 * coin, 50, 500 + coin);
            for (std::uint64_t i = 0; i < 6; ++i)
                story.buy(1 + i, coin, 100 * coin, static_cast<std::uint32_t>(120 + 90 * i), (i + 1) * kSol);
        }
        story.intel.finish();
        QCOMPARE(story.largest(), std::size_t{0});
    }

    // Two wallets in the same slot of coin after coin, where other buyers are spread out.
    void meetingInTheSameSlotAgainAndAgainIsBeyondChance() {
        Story story;
        for (std::uint64_t coin = 1; coin <= 8; ++coin) {
            const std::uint64_t start = 10'000 * coin;
            story.create(coin, start, 1, 900 + coin);
            for (std::uint64_t i = 0; i < 60; ++i)
                story.buy(2'000 + coin * 100 + i, coin, start + 10 + 3 * i, {}, kSol);
            // A common slot of their own, another in every coin; and a third wallet that trades each coin alone.
            story.buy(1, coin, start + 11 + 3 * coin, {}, kSol);
            story.buy(2, coin, start + 11 + 3 * coin, {}, 2 * kSol);
            story.buy(3, coin, start + 12 + 3 * coin, {}, kSol);
        }
        story.intel.finish();
        const auto id = [&](std::uint64_t wallet) { return story.intel.find(test::walletOf(wallet)); };
        const auto* link = story.intel.links().find(id(1), id(2));
        QVERIFY(link != nullptr);
        QVERIFY(link->of(LinkKind::SameSlotBuy) > 4);
        QVERIFY(story.intel.links().find(id(1), id(3)) == nullptr);
    }

    void aBagThatIsHandedOnLinks() {
        Story story;
        story.create(1, 100, 1, 9);
        story.buy(1, 1, 101, {}, kSol, kSupply / 10);
        story.move(1, 2, 1, 110, kSupply / 10);
        QVERIFY(story.joined(1, 2));
        // A thousandth of supply is the least that counts.
        story.move(1, 3, 1, 111, kSupply / 1'001);
        QVERIFY(!story.joined(1, 3));
    }

    void anAirdropJoinsNobody() {
        Story story;
        story.create(1, 100, 1, 9);
        for (std::uint64_t i = 0; i < 500; ++i) story.move(9, 100 + i, 1, 200 + i, kSupply / 900);
        QCOMPARE(story.largest(), std::size_t{0});
    }

    void poolsAndCurvesAreNobody() {
        Story story;
        story.create(1, 100, 1, 9);
        Event event = test::tradeEvent(5, 101, Side::Buy, kSupply / 20, kSol, 1, 1);
        test::tradeOf(event).pool = core::Pubkey{test::walletOf(50)};
        story.tell(event);
        story.move(1, 50, 1, 110, kSupply / 20);
        QVERIFY(!story.joined(1, 50));
    }

    void whatComesBackDamagedIsCounted() {
        Story story;
        const auto shelf = std::make_shared<test::ColdShelf>();
        story.intel.putAway(shelf, 20);
        story.create(1, 1'000, 1, 9);
        constexpr std::uint64_t kWallets = 3'000;
        for (std::uint64_t i = 0; i < kWallets; ++i) {
            story.buy(100 + i, 1, 1'001 + i, std::nullopt, kSol);
            story.intel.cool();
        }
        QVERIFY(story.intel.cold().away > kWallets / 2);
        QVERIFY(shelf->pages.size() > 10);
        const auto look = [&](std::uint64_t i) {
            const auto id = story.intel.wallets().find(test::walletOf(100 + i));
            return id != core::intel::kNoWallet && !story.intel.coinsOf(id).empty();
        };
        QVERIFY(look(0));
        QCOMPARE(story.intel.cold().lost, std::uint64_t{0});
        QVERIFY(story.intel.cold().error.empty());
        for (auto& page : shelf->pages)
            for (auto& byte : page) byte ^= 0xff;
        std::uint64_t withoutCoins = 0;
        for (std::uint64_t i = 1; i < kWallets; ++i) withoutCoins += look(i) ? 0 : 1;
        QVERIFY(withoutCoins > kWallets / 2);
        // Only lists of coins were looked at.
        QCOMPARE(story.intel.cold().lost, withoutCoins);
        QVERIFY(!story.intel.cold().error.empty());
        QCOMPARE(story.intel.cold().refused, std::uint64_t{0});
    }

    void lateAndRepeatedSlotsDoNoHarm() {
        Story story;
        story.create(1, 1'000, 1, 9);
        auto random = test::seeded("IntelTest");
        for (int i = 0; i < 20'000; ++i) {
            const std::uint64_t slot = 1'000 + test::below(random, 150);
            const auto wallet = 1 + test::below(random, 200);
            switch (test::below(random, 4)) {
                case 0:
                    story.buy(wallet, 1, slot, static_cast<std::uint32_t>(test::below(random, 9)), ~0ULL, ~0ULL);
                    break;
                case 1: story.sell(wallet, 1, slot, ~0ULL); break;
                case 2: story.pay(wallet, 1 + test::below(random, 200), slot, ~0ULL); break;
                default: story.move(wallet, 1 + test::below(random, 200), 1, slot, ~0ULL);
            }
        }
        story.intel.finish();
        for (const auto* cluster : story.intel.links().clusters())
            QVERIFY(std::is_sorted(cluster->members.begin(), cluster->members.end()));
    }
};

QTEST_APPLESS_MAIN(IntelTest)
#include "intel_test.moc"
