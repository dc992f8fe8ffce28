// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of wallets, passports of crews and the board of leads, against what the events say.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/lots.h"
#include "tests/support/engine_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace core;
using namespace core::pipeline;

namespace {

test::EngineRun& mixed() {
    static test::EngineRun run;
    if (run.events.empty()) run.play("mixed", 900, 20);
    return run;
}

std::shared_ptr<const WalletPage> pageOf(test::EngineRun& run, const Wallet& wallet) {
    Interest interest;
    interest.inquiry.wallet = wallet;
    run.want(interest);
    return run.look().answers.wallet;
}

std::shared_ptr<const CrewPassport> crewOf(test::EngineRun& run, const Wallet& member) {
    Interest interest;
    interest.inquiry.crew = member;
    run.want(interest);
    return run.look().answers.crew;
}

Event transfer(std::uint64_t number, std::uint64_t slot, std::uint64_t from, std::uint64_t to,
               std::uint64_t coins) {
    Event event = test::tradeEvent(number, slot, Side::Buy, 0, 0);
    TokenTransfer moved;
    moved.mint = test::mintOf(1);
    moved.from = test::walletOf(from);
    moved.to = test::walletOf(to);
    moved.amount = TokenAmount{coins};
    event.body = moved;
    return event;
}

}  // namespace

class WalletPageTest : public QObject {
    Q_OBJECT
private slots:
    void firstInFirstOut() {
        Lots lots;
        lots.buy(100, 10, 1'000);
        lots.buy(100, 20, 1'010);
        const Lots::Sale first = lots.sell(150, 45, 1'020);
        // 100 that cost 10 and 50 that cost 10, for 45.
        QCOMPARE(first.known, 150.0);
        QCOMPARE(first.gain, 25.0);
        QCOMPARE(first.heldSeconds, 100.0 * 20 + 50.0 * 10);
        lots.receive(30, 1'030);
        const auto [coins, cost] = lots.known();
        QCOMPARE(coins, 50.0);
        QCOMPARE(cost, 10.0);
        const Lots::Sale second = lots.sell(80, 40, 1'040);
        // Of the 80, the 30 that were received have no known cost: half of nothing is no gain.
        QCOMPARE(second.known, 50.0);
        QCOMPARE(second.gain, 40.0 * 50 / 80 - 10);
        const Lots::Sale third = lots.sell(10, 5, 1'050);
        QCOMPARE(third.known, 0.0);
        QCOMPARE(third.gain, 0.0);
    }

    void aPageTellsWhatAWalletEarned() {
        test::EngineRun run;
        run.engine.apply(test::createdEvent(1, 1'000, 9));
        run.engine.apply(test::tradeEvent(2, 1'003, Side::Buy, 1'000'000, 2'000'000'000, 1));
        run.engine.apply(test::tradeEvent(3, 1'100, Side::Buy, 1'000'000, 4'000'000'000, 1));
        run.engine.apply(test::tradeEvent(4, 1'200, Side::Sell, 1'500'000, 6'000'000'000, 1));
        run.engine.apply(transfer(5, 1'300, 9, 1, 500'000));
        run.engine.apply(test::tradeEvent(6, 1'400, Side::Sell, 1'000'000, 1'000'000'000, 1));
        const auto page = pageOf(run, test::walletOf(1));
        QVERIFY(page && page->known);
        QCOMPARE(page->coins.size(), std::size_t{1});
        const WalletCoin& coin = page->coins.front();
        QCOMPARE(coin.bought, std::uint64_t{2'000'000});
        QCOMPARE(coin.sold, std::uint64_t{2'500'000});
        QCOMPARE(coin.transferredIn, std::uint64_t{500'000});
        QCOMPARE(coin.spent, std::uint64_t{6'000'000'000});
        QCOMPARE(coin.got, std::uint64_t{7'000'000'000});
        // 6 - 2 - 2 for the first sale; of the second, half was received: .5 - 2.
        QCOMPARE(*coin.realised, std::int64_t{500'000'000});
        QCOMPARE(coin.soldKnown / coin.soldCoins, 0.8);
        QCOMPARE(*coin.entrySlots, std::uint64_t{3});
        const WalletWindow& all = page->windows.back();
        QCOMPARE(all.realised, *coin.realised);
        QCOMPARE(all.sales, std::size_t{2});
        QCOMPARE(all.coins, std::size_t{1});
        QCOMPARE(all.won, std::size_t{1});
        QVERIFY(std::abs(*all.coverage - (6.0 * 1 + 1.0 * 0.5) / 7.0) < 1e-9);
        QCOMPARE(page->gains.back().lamports, *coin.realised);
        QCOMPARE(page->gains.front().lamports, std::int64_t{2'000'000'000});
        QCOMPARE(std::accumulate(page->entries.begin(), page->entries.end(), std::size_t{0}), std::size_t{1});
    }

    void longAgoIsNotToday() {
        test::EngineRun run;
        run.engine.apply(test::createdEvent(1, 1'000, 9));
        run.engine.apply(test::tradeEvent(2, 1'001, Side::Buy, 1'000, 2'000'000'000, 1));
        run.engine.apply(test::tradeEvent(3, 1'100, Side::Sell, 500, 3'000'000'000, 1));
        // 300,000 slots are 120,000 seconds: more than a day, less than a week.
        run.engine.apply(test::tradeEvent(4, 301'000, Side::Sell, 500, 500'000'000, 1));
        const auto page = pageOf(run, test::walletOf(1));
        QCOMPARE(page->windows[0].realised, std::int64_t{-500'000'000});
        QCOMPARE(page->windows[1].realised, std::int64_t{1'500'000'000});
        QVERIFY(page->windows[0].whole);
        QVERIFY(!page->windows[1].whole);
        QVERIFY(page->windows[3].whole);
    }

    void nothingKnownIsUnknown() {
        const auto page = pageOf(mixed(), test::walletOf(123'456'789));
        QVERIFY(page && !page->known);
        QVERIFY(page->coins.empty() && !page->windows.back().coverage && !page->medianHold);
        Interest nothing;
        mixed().want(nothing);
        const Snapshot snapshot = mixed().look();
        QVERIFY(!snapshot.answers.wallet && !snapshot.answers.crew && !snapshot.answers.leads);
    }

    void amountsAreWhatTheEventsAddUpTo() {
        std::map<Wallet, std::map<Mint, std::array<std::uint64_t, 4>>> truth;
        for (const Event& event : mixed().events) {
            if (const auto* trade = std::get_if<Trade>(&event.body)) {
                const std::uint64_t coins = trade->baseUser.value_or(trade->baseAmount).value();
                truth[trade->wallet][trade->mint][trade->side == Side::Buy ? 0 : 1] += coins;
            } else if (const auto* moved = std::get_if<TokenTransfer>(&event.body)) {
                truth[moved->to][moved->mint][2] += moved->amount.value();
                truth[moved->from][moved->mint][3] += moved->amount.value();
            } else if (const auto* minted = std::get_if<MintTo>(&event.body)) {
                truth[minted->to][minted->mint][2] += minted->amount.value();
            } else if (const auto* burn = std::get_if<Burn>(&event.body)) {
                truth[burn->wallet][burn->mint][3] += burn->amount.value();
            }
        }
        std::size_t compared = 0;
        std::size_t sales = 0;
        for (const auto& [wallet, coins] : truth) {
            if (coins.size() < 3 || compared++ >= 60) continue;
            const auto page = pageOf(mixed(), wallet);
            QVERIFY(page);
            std::int64_t realised = 0;
            std::set<Mint> seen;
            for (const WalletCoin& row : page->coins) {
                QVERIFY(seen.insert(row.mint).second);
                const auto found = coins.find(row.mint);
                QVERIFY(found != coins.end());
                QCOMPARE(row.bought, found->second[0]);
                QCOMPARE(row.sold, found->second[1]);
                QCOMPARE(row.transferredIn, found->second[2]);
                QCOMPARE(row.transferredOut, found->second[3]);
                QVERIFY(row.soldKnown <= row.soldCoins + 0.5);
                if (row.realised) realised += *row.realised;
            }
            QVERIFY(std::abs(realised - page->windows.back().realised) <=
                    static_cast<std::int64_t>(page->coins.size()) + 1);
            sales += page->windows.back().sales;
            if (!page->gains.empty()) QCOMPARE(page->gains.back().lamports, page->windows.back().realised);
        }
        QVERIFY(compared > 20 && sales > 20);
    }

    void whoPaidIsToldUpToThreeHops() {
        std::size_t chains = 0;
        const intel::Intel& who = mixed().engine.intel();
        for (intel::WalletId id = 0; id < who.wallets().size() && chains < 30; ++id) {
            if (who.wallets()[id].funding.from == intel::kNoWallet || !who.wallets()[id].trades) continue;
            ++chains;
            const auto page = pageOf(mixed(), who.wallets()[id].address);
            QVERIFY(!page->funders.empty() && page->funders.size() <= WalletPage::kMostHops);
            intel::WalletId at = id;
            for (const FunderStep& step : page->funders) {
                const intel::Funding& funding = who.wallets()[at].funding;
                QCOMPARE(step.wallet, who.wallets()[funding.from].address);
                QCOMPARE(step.lamports, funding.lamports);
                at = funding.from;
            }
        }
        QVERIFY(chains > 10);
    }

    void aPassportHoldsAllOfACrew() {
        std::size_t launches = 0;
        std::size_t left = 0;
        const intel::Intel& who = mixed().engine.intel();
        for (const intel::Cluster* cluster : who.links().clusters()) {
            const Wallet member = who.wallets()[cluster->members.back()].address;
            const auto crew = crewOf(mixed(), member);
            QVERIFY(crew);
            QCOMPARE(crew->size, cluster->members.size());
            QCOMPARE(crew->first, who.wallets()[cluster->members.front()].address);
            QCOMPARE(crew->members.size(), std::min(crew->size, CrewPassport::kMostMembers));
            QVERIFY(crew->launches.size() <= std::min(crew->launchCount, CrewPassport::kMostLaunches));
            std::set<Wallet> members;
            for (const intel::WalletId id : cluster->members) members.insert(who.wallets()[id].address);
            for (const CrewLaunch& launch : crew->launches) {
                ++launches;
                QVERIFY(launch.wallets >= 1);
                // Bought, sold and realised over all of them are what the ledger holds.
                const ledger::TokenLedger& coin = *mixed().engine.market().find(launch.mint);
                double bought = 0;
                double held = 0;
                std::int64_t realised = 0;
                bool sold = false;
                for (const Wallet& wallet : members) {
                    const auto position = coin.positions.find(wallet);
                    if (position == coin.positions.end()) continue;
                    bought += static_cast<double>(position->second.bought);
                    held += std::max(0.0, static_cast<double>(position->second.balance()));
                    if (position->second.sold == 0) continue;
                    sold = true;
                    realised += position->second.realised;
                }
                QCOMPARE(launch.realised.has_value(), sold);
                if (sold) QCOMPARE(*launch.realised, realised);
                if (launch.bought && coin.supply)
                    QVERIFY(std::abs(*launch.bought - bought / static_cast<double>(*coin.supply)) < 1e-9);
                if (launch.held && coin.supply)
                    QVERIFY(std::abs(*launch.held - held / static_cast<double>(*coin.supply)) < 1e-9);
                if (!launch.exit) continue;
                ++left;
                QVERIFY(*launch.exit >= 0 && launch.sellers >= 1);
                QVERIFY(!launch.hold || *launch.hold >= *launch.exit);
            }
        }
        QVERIFY(launches > 20 && left > 3);
    }

    void whoIsInNoClusterHasNoPassport() {
        const intel::Intel& who = mixed().engine.intel();
        for (intel::WalletId id = 0; id < who.wallets().size(); ++id)
            if (who.links().clusterOf(id) == nullptr) {
                QVERIFY(!crewOf(mixed(), who.wallets()[id].address));
                return;
            }
    }

    void theBoardOfLeadsIsThatOfTheDetector() {
        test::EngineRun run;
        // On 3% of many coins wallet 1 buys and most of five others behind it, among a crowd that buys at random.
        auto random = test::seeded("wallet_page");
        std::uint64_t number = 1;
        for (std::uint64_t coin = 1; coin <= 700; ++coin) {
            const std::uint64_t start = 1'000 + coin * 3'000;
            std::map<std::uint64_t, std::uint64_t> buyers;  // wallet, slot
            for (int i = 0; i < 30; ++i)
                buyers.emplace(1'000 + test::below(random, 8'000), start + test::below(random, 3'000));
            if (test::below(random, 100) < 3) {
                const std::uint64_t at = start + test::below(random, 2'900);
                buyers[1] = at;
                for (std::uint64_t i = 0; i < 5; ++i)
                    if (test::below(random, 100) < 80) buyers[10 + i] = at + 1 + test::below(random, 20);
            }
            std::vector<std::pair<std::uint64_t, std::uint64_t>> order;
            for (const auto& [wallet, slot] : buyers) order.emplace_back(slot, wallet);
            std::sort(order.begin(), order.end());
            run.engine.apply(test::createdEvent(number++, start, 999'999, coin));
            for (const auto& [slot, wallet] : order)
                run.engine.apply(
                    test::tradeEvent(number++, slot, Side::Buy, 1'000, 1'000 + slot % 500, wallet, coin));
        }
        run.engine.finish();
        const auto leads = run.engine.leads();
        Interest interest;
        interest.inquiry.leads = true;
        run.want(interest);
        const auto board = run.look().answers.leads;
        QVERIFY(board);
        std::set<Wallet> leaders;
        for (const Lead& lead : leads) leaders.insert(lead.leader);
        QCOMPARE(board->rows.size(), leaders.size());
        QCOMPARE(board->count, leaders.size());
        QVERIFY(!leads.empty());
        for (const Locomotive& row : board->rows) {
            QCOMPARE(static_cast<std::size_t>(std::count_if(
                         leads.begin(), leads.end(), [&](const Lead& lead) { return lead.leader == row.wallet; })),
                     row.followers);
            QCOMPARE(row.pairs.size(), row.followers);
            QVERIFY(row.lagLow <= row.medianLag && row.medianLag <= row.lagHigh);
            for (const FollowedBuy& buy : row.buys) {
                QVERIFY(buy.followerSlot >= buy.leaderSlot && buy.leaderSignature && buy.followerSignature);
                QVERIFY(!buy.symbol.empty());
            }
            // The price three seconds behind is the followers', a minute behind it the others'.
            if (row.gains[1].mean) QVERIFY(row.gains[1].buys > 0);
        }
        const auto page = pageOf(run, board->rows.front().wallet);
        QCOMPARE(page->followedBy.size(), board->rows.front().followers);
        const auto other = pageOf(run, board->rows.front().pairs.front().other);
        QVERIFY(std::any_of(other->follows.begin(), other->follows.end(),
                            [&](const LeadRow& row) { return row.other == board->rows.front().wallet; }));
    }

    void createdCoinsCarryTheirOutcome() {
        std::size_t seen = 0;
        for (const auto& [mint, coin] : mixed().engine.market().tokens()) {
            if (!coin->creator || seen++ >= 20) continue;
            const auto page = pageOf(mixed(), *coin->creator);
            const auto row = std::find_if(page->created.begin(), page->created.end(),
                                          [&, &id = mint](const CreatorCoin& one) { return one.mint == id; });
            QVERIFY(row != page->created.end());
            QCOMPARE(row->graduated, coin->graduated);
            QCOMPARE(row->trades, coin->trades);
        }
        QVERIFY(seen > 10);
    }
};

QTEST_APPLESS_MAIN(WalletPageTest)
#include "wallet_page_test.moc"
