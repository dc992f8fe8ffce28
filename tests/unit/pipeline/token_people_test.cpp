// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands behind a coin, against what the events say when they are counted in the plainest way.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "tests/support/engine_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace core;
using namespace core::pipeline;

namespace {

test::EngineRun& mixed() {
    static test::EngineRun run;
    if (run.events.empty()) run.play("mixed", 900, 20);
    return run;
}

struct Naive {
    std::uint64_t bought = 0, sold = 0, in = 0, out = 0;
    std::int64_t first = 0, last = 0;
    std::optional<std::tuple<std::uint64_t, std::uint64_t, std::size_t>> buyKey;
    bool seen = false;

    void at(std::int64_t time) {
        first = seen ? std::min(first, time) : time;
        last = seen ? std::max(last, time) : time;
        seen = true;
    }
    [[nodiscard]] std::int64_t balance() const {
        return static_cast<std::int64_t>(bought + in) - static_cast<std::int64_t>(sold + out);
    }
};

// Every wallet of a coin and the addresses that are its curve or pools, from the events alone.
struct Count {
    std::map<Wallet, Naive> wallets;
    std::set<Wallet> reserves;

    Count(const std::vector<Event>& events, const Mint& mint) {
        std::size_t number = 0;
        for (const Event& event : events) {
            ++number;
            if (core::mintOf(event.body) != mint) continue;
            const std::int64_t time = event.at.blockTime->value();
            if (const auto* trade = std::get_if<Trade>(&event.body)) {
                Naive& one = wallets[trade->wallet];
                one.at(time);
                const std::uint64_t coins = trade->baseUser.value_or(trade->baseAmount).value();
                if (trade->pool) reserves.insert(Wallet{*trade->pool});
                if (trade->side == Side::Sell) {
                    one.sold += coins;
                    continue;
                }
                one.bought += coins;
                const std::tuple key{event.at.slot->value(), std::uint64_t{event.at.txIndex.value_or(0xffffffffU)},
                                     number};
                if (!one.buyKey || key < *one.buyKey) one.buyKey = key;
            } else if (const auto* moved = std::get_if<TokenTransfer>(&event.body)) {
                wallets[moved->from].at(time);
                wallets[moved->from].out += moved->amount.value();
                wallets[moved->to].at(time);
                wallets[moved->to].in += moved->amount.value();
            } else if (const auto* created = std::get_if<TokenCreated>(&event.body)) {
                if (created->bondingCurve) reserves.insert(Wallet{*created->bondingCurve});
            } else if (const auto* left = std::get_if<Graduated>(&event.body)) {
                if (left->toPool) reserves.insert(Wallet{*left->toPool});
            } else if (const auto* change = std::get_if<LiquidityChange>(&event.body)) {
                reserves.insert(Wallet{change->pool});
            } else if (const auto* minted = std::get_if<MintTo>(&event.body)) {
                wallets[minted->to].at(time);
                wallets[minted->to].in += minted->amount.value();
            } else if (const auto* burn = std::get_if<Burn>(&event.body)) {
                wallets[burn->wallet].at(time);
                wallets[burn->wallet].out += burn->amount.value();
            }
        }
    }
};

// Coins with the most trades, and those with clusters.
std::vector<Mint> someCoins(test::EngineRun& run, std::size_t count) {
    std::vector<std::pair<std::uint64_t, Mint>> coins;
    for (const auto& [mint, coin] : run.engine.market().tokens()) coins.emplace_back(coin->trades, mint);
    std::sort(coins.rbegin(), coins.rend());
    std::vector<Mint> out;
    for (std::size_t i = 0; i < std::min(count, coins.size()); ++i) out.push_back(coins[i].second);
    return out;
}

std::shared_ptr<const TokenPeople> peopleOf(test::EngineRun& run, const Mint& mint) {
    Interest interest;
    interest.selected = mint;
    run.want(interest);
    const Snapshot snapshot = run.look();
    return snapshot.selected ? snapshot.selected->people : nullptr;
}

std::optional<FlagRef> anyFlag(const test::EngineRun& run, std::string_view kind) {
    for (const Flag& flag : run.engine.flags().history())
        if (flag.kind == kind && flag.mint) return refOf(flag);
    return std::nullopt;
}

}  // namespace

class TokenPeopleTest : public QObject {
    Q_OBJECT
private slots:
    void holdersOverTimeEndAtWhatIsTrueNow() {
        std::size_t looked = 0;
        for (const Mint& mint : someCoins(mixed(), 40)) {
            Interest interest;
            interest.selected = mint;
            mixed().want(interest);
            QVERIFY2(mixed().look().selected->people->holderHistory.empty(), "nobody asked");
            interest.holderHistory = true;
            mixed().want(interest);
            const auto people = mixed().look().selected->people;
            QVERIFY(people);
            if (!people->creationSeen || !people->supply || people->wallets > TokenPeople::kMostHolders) continue;
            ++looked;
            const auto& history = people->holderHistory;
            QVERIFY(!history.empty() && history.size() <= TokenPeople::kMostBand);
            for (std::size_t i = 1; i < history.size(); ++i) QVERIFY(history[i - 1].time < history[i].time);
            QCOMPARE(history.back().holders, std::uint64_t{people->holding});
            std::map<std::uint32_t, double> clusters;
            std::vector<double> bags;
            for (const HolderRow& row : people->holders) {
                if (row.cluster)
                    clusters[row.cluster.number] += static_cast<double>(row.balance);
                else
                    bags.push_back(static_cast<double>(row.balance));
            }
            for (const auto& [number, held] : clusters) bags.push_back(held);
            std::sort(bags.rbegin(), bags.rend());
            double top = 0;
            for (std::size_t i = 0; i < std::min<std::size_t>(10, bags.size()); ++i) top += std::max(0.0, bags[i]);
            top /= static_cast<double>(*people->supply);
            QVERIFY2(std::abs(history.back().top10Share - top) < 1e-9,
                     qPrintable(QStringLiteral("%1 for %2").arg(history.back().top10Share).arg(top)));
        }
        QVERIFY(looked >= 10);
    }
    void comparedCoinsComeInTheOrderAskedFor() {
        const auto coins = someCoins(mixed(), 2);
        Interest interest;
        interest.selected = coins[0];
        interest.compared = {{coins[1], {60, 0}}, {Mint{}, {60, 0}}, {coins[0], {300, 0}}, {coins[1], {1, 0}}};
        mixed().want(interest);
        const Snapshot first = mixed().look();
        QCOMPARE(first.compared.size(), Interest::kMostCompared);
        QVERIFY(first.compared[0] && first.compared[0]->row.mint == coins[1]);
        QCOMPARE(first.compared[0]->bars.seconds, 60U);
        QVERIFY2(!first.compared[1], "nobody knows this coin");
        QVERIFY(first.compared[2] && first.compared[2]->row.mint == coins[0]);
        std::uint32_t trades = 0;
        for (std::size_t i = 0; i < first.compared[2]->candles.size(); ++i)
            trades += first.compared[2]->candles.at(i).buys + first.compared[2]->candles.at(i).sells;
        QCOMPARE(std::uint64_t{trades}, first.selected->row.trades);
        // Nothing changed: the same pictures.
        QCOMPARE(mixed().look().compared[0], first.compared[0]);
        interest.compared.clear();
        mixed().want(interest);
        QVERIFY(mixed().look().compared.empty());
    }
    void holdersAreWhatTheEventsAddUpTo() {
        std::size_t compared = 0;
        bool transfers = false;
        for (const Mint& mint : someCoins(mixed(), 80)) {
            const auto people = peopleOf(mixed(), mint);
            QVERIFY(people);
            const Count truth(mixed().events, mint);
            std::size_t holding = 0;
            std::size_t wallets = 0;
            for (const auto& [wallet, one] : truth.wallets) {
                if (truth.reserves.contains(wallet)) continue;
                ++wallets;
                holding += one.balance() > 0 ? 1 : 0;
            }
            std::size_t excluded = 0;
            for (const HolderRow& row : people->excluded) {
                QVERIFY(isExcluded(row.roles));
                excluded += truth.reserves.contains(row.wallet) ? 0 : 1;
            }
            QCOMPARE(people->wallets + excluded, wallets);
            QCOMPARE(people->holders.size(), std::min<std::size_t>(people->wallets, TokenPeople::kMostHolders));
            for (const HolderRow& row : people->holders) {
                const auto one = truth.wallets.find(row.wallet);
                QVERIFY(one != truth.wallets.end());
                QVERIFY(!truth.reserves.contains(row.wallet));
                QCOMPARE(row.bought, one->second.bought);
                QCOMPARE(row.sold, one->second.sold);
                QCOMPARE(row.transferredIn, one->second.in);
                QCOMPARE(row.transferredOut, one->second.out);
                QVERIFY(row.balance == one->second.balance());
                QVERIFY(row.firstTime == one->second.first && row.lastTime == one->second.last);
                if (people->creationSeen && people->supply) {
                    QVERIFY(row.share.has_value());
                    const double share = std::max(0.0, static_cast<double>(one->second.balance())) /
                                         static_cast<double>(*people->supply);
                    QVERIFY(std::abs(*row.share - share) < 1e-12);
                } else {
                    QVERIFY(!row.share.has_value());
                }
                transfers = transfers || row.transferredIn != 0;
                ++compared;
            }
            QVERIFY(std::is_sorted(people->holders.begin(), people->holders.end(),
                                   [](const auto& a, const auto& b) { return a.balance > b.balance; }));
            QVERIFY(people->transfersVisible);
        }
        QVERIFY(compared > 100);
        QVERIFY(transfers);
    }

    void firstBuyersStandInTheOrderOfTheChain() {
        const Mint mint = someCoins(mixed(), 1).front();
        const auto people = peopleOf(mixed(), mint);
        const Count truth(mixed().events, mint);
        std::vector<std::pair<std::tuple<std::uint64_t, std::uint64_t, std::size_t>, Wallet>> order;
        for (const auto& [wallet, one] : truth.wallets)
            if (one.buyKey && !truth.reserves.contains(wallet)) order.emplace_back(*one.buyKey, wallet);
        std::sort(order.begin(), order.end());
        QCOMPARE(people->firstBuyers.size(), std::min<std::size_t>(order.size(), TokenPeople::kFirstBuyers));
        const auto* coin = mixed().engine.market().find(mint);
        for (std::size_t i = 0; i < people->firstBuyers.size(); ++i) {
            const FirstBuyerRow& row = people->firstBuyers[i];
            QCOMPARE(row.place, static_cast<std::uint32_t>(i + 1));
            QVERIFY(row.wallet == order[i].second);
            QVERIFY(row.slot == std::get<0>(order[i].first));
            if (coin->createdSlot) QVERIFY(row.slotOffset == *row.slot - coin->createdSlot->value());
            const Naive& one = truth.wallets.at(row.wallet);
            if (one.balance() <= 0) {
                QVERIFY(row.state == BagState::Exited || row.state == BagState::Transferred);
            } else if (one.out != 0) {
                QVERIFY(row.state == BagState::Transferred);
            } else if (one.sold != 0) {
                QVERIFY(row.state == BagState::PartSold);
            } else {
                QVERIFY(row.state == BagState::Unchanged || row.state == BagState::Added);
            }
        }
    }

    void clustersAreThoseOfTheLinks() {
        std::size_t rows = 0;
        bool exits = false;
        for (const Mint& mint : someCoins(mixed(), 60)) {
            const auto people = peopleOf(mixed(), mint);
            const Count truth(mixed().events, mint);
            const auto& who = mixed().engine.intel();
            std::set<std::uint16_t> places;
            for (const ClusterRow& row : people->clusters) {
                ++rows;
                const intel::Cluster* cluster = who.clusterOf(row.first);
                QVERIFY(cluster != nullptr);
                QCOMPARE(row.size, cluster->members.size());
                QVERIFY(places.insert(row.tag.place).second);
                std::int64_t held = 0;
                std::uint64_t bought = 0;
                std::size_t here = 0;
                std::set<Wallet> members;
                for (const intel::WalletId id : cluster->members) {
                    const Wallet wallet = who.wallets()[id].address;
                    members.insert(wallet);
                    const auto one = truth.wallets.find(wallet);
                    if (one == truth.wallets.end() || truth.reserves.contains(wallet)) continue;
                    ++here;
                    held += std::max<std::int64_t>(0, one->second.balance());
                    bought += one->second.bought;
                }
                QCOMPARE(row.here, here);
                QVERIFY(row.held == held);
                QCOMPARE(row.bought, bought);
                // The band ends where the members stand now.
                QVERIFY(!row.band.empty());
                std::int64_t net = 0;
                for (const Wallet& wallet : members)
                    if (const auto one = truth.wallets.find(wallet); one != truth.wallets.end())
                        net += one->second.balance();
                QCOMPARE(row.band.back().held, net);
                QCOMPARE(row.band.back().bought, bought);
                QCOMPARE(static_cast<std::int64_t>(row.band.back().bought + row.band.back().received) -
                             static_cast<std::int64_t>(row.band.back().sold + row.band.back().sent),
                         net);
                QVERIFY(std::is_sorted(row.band.begin(), row.band.end(),
                                       [](const auto& a, const auto& b) { return a.time < b.time; }));
                QVERIFY(row.members.size() >= 2 && row.members.front().here);
                for (const ClusterLink& link : row.links) {
                    QVERIFY(members.contains(link.a) && members.contains(link.b));
                    QVERIFY(!link.kind.empty() && link.posterior >= intel::LinkBook::kAccept);
                }
                const auto& reserves = mixed().engine.market().find(mint)->reserves;
                QCOMPARE(row.all.has_value(), reserves.has_value() && held > 0);
                if (row.all && !row.all->drains) {
                    // x y = k without fees: the price falls with the square of the coins in the pool.
                    const auto base = static_cast<double>(reserves->base);
                    const double factor = base / (base + static_cast<double>(held));
                    QVERIFY(std::abs(row.all->fall - (1 - factor * factor)) < 1e-6);
                    QVERIFY(row.half->fall <= row.all->fall);
                }
                for (const PastExit& exit : row.exits) {
                    exits = true;
                    QVERIFY(exit.mint != mint);
                    std::vector<std::int64_t> sells;
                    for (const Event& event : mixed().events) {
                        const auto* trade = std::get_if<Trade>(&event.body);
                        if (trade != nullptr && trade->mint == exit.mint && trade->side == Side::Sell &&
                            members.contains(trade->wallet))
                            sells.push_back(event.at.blockTime->value());
                    }
                    QVERIFY(!sells.empty());
                    QCOMPARE(exit.since, sells.front());
                    QVERIFY(exit.seconds <= sells.back() - sells.front());
                    QVERIFY(exit.soldShare > 0 && exit.soldShare <= 1);
                }
            }
        }
        QVERIFY(rows > 5);
        QVERIFY(exits);
    }

    void tagsAreThoseOfTheFlags() {
        std::size_t snipers = 0;
        for (const Mint& mint : someCoins(mixed(), 30)) {
            const auto people = peopleOf(mixed(), mint);
            std::set<Wallet> told;
            for (const Flag& flag : mixed().engine.flags().history())
                if (flag.kind == "sniper" && flag.mint == mint)
                    told.insert(flag.wallets.begin(), flag.wallets.end());
            double held = 0;
            for (const HolderRow& row : people->holders) {
                QCOMPARE(has(row.roles, Role::Sniper), told.contains(row.wallet));
                if (told.contains(row.wallet)) held += std::max(0.0, static_cast<double>(row.balance));
            }
            const auto role = std::find_if(people->roles.begin(), people->roles.end(),
                                           [](const RoleShare& share) { return share.role == Role::Sniper; });
            QVERIFY(role != people->roles.end());
            QCOMPARE(role->wallets, told.size());
            QCOMPARE(role->flag.has_value(), !told.empty());
            if (people->creationSeen && people->supply && people->holders.size() == people->wallets)
                QVERIFY(std::abs(*role->held - held / static_cast<double>(*people->supply)) < 1e-9);
            snipers += told.size();
            for (const FlagRow& row : people->flags) {
                QVERIFY(row.last && row.last->mint == mint && row.last->kind == row.ref.kind);
                QVERIFY(row.statements >= 1);
            }
        }
        QVERIFY(snipers > 10);
    }

    void theLaneTellsCreationDevMovesAndFlags() {
        std::size_t sells = 0;
        for (const Mint& mint : someCoins(mixed(), 60)) {
            const auto people = peopleOf(mixed(), mint);
            const auto* coin = mixed().engine.market().find(mint);
            QVERIFY(std::is_sorted(people->lane.begin(), people->lane.end(),
                                   [](const auto& a, const auto& b) { return a.time < b.time; }));
            std::optional<std::int64_t> firstSell;
            for (const Event& event : mixed().events) {
                const auto* trade = std::get_if<Trade>(&event.body);
                if (trade == nullptr || trade->mint != mint || trade->side != Side::Sell || firstSell) continue;
                if (coin->creator == trade->wallet) firstSell = event.at.blockTime->value();
            }
            const auto told = std::find_if(people->lane.begin(), people->lane.end(), [](const LaneEvent& event) {
                return event.kind == LaneKind::CreatorSold;
            });
            QCOMPARE(told != people->lane.end(), firstSell.has_value());
            if (firstSell) {
                QCOMPARE(told->time, *firstSell);
                ++sells;
            }
            for (const LaneEvent& event : people->lane)
                QCOMPARE(event.flag.has_value(),
                         event.kind == LaneKind::Flagged || event.kind == LaneKind::Alerted);
        }
        QVERIFY(sells > 3);
    }

    void makersOfACandleAddUp() {
        const Mint mint = someCoins(mixed(), 1).front();
        const auto* coin = mixed().engine.market().find(mint);
        const std::int64_t middle = coin->points.newest(coin->points.size() / 2 + 1).front().time;
        Interest interest;
        interest.selected = mint;
        interest.makers = TimeRange{middle - 30, middle + 30};
        mixed().want(interest);
        const auto makers = mixed().look().selected->makers;
        QVERIFY(makers);
        QVERIFY(makers->range == *interest.makers);
        std::map<Wallet, std::pair<std::uint64_t, std::uint64_t>> truth;
        std::uint64_t bought = 0;
        std::uint64_t sold = 0;
        for (const Event& event : mixed().events) {
            const auto* trade = std::get_if<Trade>(&event.body);
            if (trade == nullptr || trade->mint != mint) continue;
            const std::int64_t time = event.at.blockTime->value();
            if (time < middle - 30 || time >= middle + 30) continue;
            const std::uint64_t quote = trade->quoteUser.value_or(trade->quoteAmount).value();
            (trade->side == Side::Buy ? truth[trade->wallet].first : truth[trade->wallet].second) += quote;
            (trade->side == Side::Buy ? bought : sold) += quote;
        }
        QVERIFY(truth.size() > 5);
        QCOMPARE(makers->boughtQuote, bought);
        QCOMPARE(makers->soldQuote, sold);
        std::uint64_t rowsBought = 0;
        std::uint64_t rowsSold = 0;
        std::size_t wallets = 0;
        for (const MakerRow& row : makers->rows) {
            rowsBought += row.boughtQuote;
            rowsSold += row.soldQuote;
            wallets += row.wallets;
            QVERIFY(truth.contains(row.wallet));
            if (row.cluster) continue;
            QCOMPARE(row.boughtQuote, truth[row.wallet].first);
            QCOMPARE(row.soldQuote, truth[row.wallet].second);
        }
        QCOMPARE(rowsBought, bought);
        QCOMPARE(rowsSold, sold);
        QCOMPARE(wallets, truth.size());
        QVERIFY(std::is_sorted(makers->rows.begin(), makers->rows.end(),
                               [](const auto& a, const auto& b) { return a.soldQuote > b.soldQuote; }));
        interest.makers.reset();
        mixed().want(interest);
        QVERIFY(!mixed().look().selected->makers);
    }

    void theCaseOfAFlagCountsTheOthers() {
        const auto ref = anyFlag(mixed(), "dev_dump");
        QVERIFY(ref.has_value());
        Interest interest;
        interest.flag = ref;
        mixed().want(interest);
        const auto found = mixed().look().flagCase;
        QVERIFY(found);
        QVERIFY(found->ref == *ref);
        QVERIFY(!found->rule.empty() && !found->ruleVersion.empty());
        std::map<Mint, Flag> others;
        std::size_t statements = 0;
        for (const Flag& flag : mixed().engine.flags().history()) {
            if (flag.kind != "dev_dump") continue;
            if (flag.mint != ref->mint)
                others.emplace(*flag.mint, flag);
            else if (flag.subject == ref->subject)
                ++statements;
        }
        QCOMPARE(found->statements, statements);
        QCOMPARE(found->caseCount, others.size());
        QVERIFY(!others.empty());
        const std::int64_t end = *mixed().engine.market().lastTime();
        for (const PastCase& row : found->cases) {
            const Flag& flag = others.at(*row.ref.mint);
            QVERIFY(row.time == flag.time->value());
            QCOMPARE(row.fiveMinutes.has_value(), *row.time + 300 <= end);
            if (!row.fiveMinutes) continue;
            double then = 0;
            double after = 0;
            for (const Event& event : mixed().events) {
                const auto* trade = std::get_if<Trade>(&event.body);
                if (trade == nullptr || trade->mint != *row.ref.mint || !trade->price().valid()) continue;
                const std::int64_t time = event.at.blockTime->value();
                if (time <= *row.time) then = trade->price().value(6, 9);
                if (time <= *row.time + 300) after = trade->price().value(6, 9);
            }
            QVERIFY(std::abs(*row.fiveMinutes - (after / then - 1)) < 1e-9);
        }
        interest.flag = FlagRef{"dev_dump", test::mintOf(77), ""};
        mixed().want(interest);
        QVERIFY(!mixed().look().flagCase);
    }

    void nothingIsBuiltTwice() {
        test::EngineRun run;
        run.engine.apply(test::createdEvent(1, 100));
        for (std::uint64_t i = 2; i < 30; ++i)
            run.engine.apply(test::tradeEvent(i, 100 + i, Side::Buy, 1'000'000, 1'000'000, i));
        Interest interest;
        interest.selected = test::mintOf(1);
        run.want(interest);
        const auto first = run.lookAt(0).selected->people;
        QVERIFY(first);
        QVERIFY(run.lookAt(5'000).selected->people == first);
        run.engine.apply(test::tradeEvent(40, 200, Side::Buy, 5, 5, 40));
        // Due no sooner than a quarter of a second after the last one that was made.
        QVERIFY(run.lookAt(100).selected->people == first);
        const auto second = run.lookAt(6'000).selected->people;
        QVERIFY(second != first);
        QCOMPARE(second->wallets, first->wallets + 1);
        run.engine.apply(test::tradeEvent(41, 201, Side::Buy, 5, 5, 41));
        QVERIFY(run.lookAt(6'100).selected->people == second);
        QVERIFY(run.lookAt(6'300).selected->people != second);
    }

    void withoutTheCreationSharesAreUnknown() {
        test::EngineRun run;
        run.engine.apply(test::tradeEvent(2, 101, Side::Buy, 500, 1'000, 2));
        run.engine.apply(test::tradeEvent(3, 102, Side::Sell, 900, 1'000, 3));
        const auto people = peopleOf(run, test::mintOf(1));
        QVERIFY(!people->creationSeen && !people->transfersVisible && !people->creator);
        QCOMPARE(people->holders.size(), std::size_t{2});
        for (const HolderRow& row : people->holders) QVERIFY(!row.share);
        QVERIFY(people->holders.back().balance == -900);
        QVERIFY(people->holders.back().coverage == 0.0);
        QCOMPARE(people->holding, std::size_t{1});
        for (const RoleShare& role : people->roles) QVERIFY(!role.held);
    }

    void aWithdrawnFlagLeavesNoTag() {
        test::EngineRun run;
        run.engine.apply(test::createdEvent(1, 100));
        for (std::uint64_t i = 2; i < 6; ++i)
            run.engine.apply(test::tradeEvent(i, 100 + i, Side::Buy, 1'000'000, 1'000'000, i));
        const auto* coin = run.engine.market().find(test::mintOf(1));
        detect::FlagBook book;
        Flag flag;
        flag.kind = "insider_holdings";
        flag.mint = test::mintOf(1);
        flag.confidence = 0.99;
        flag.wallets = {test::walletOf(2), test::walletOf(3)};
        book.add(flag);
        TokenPeopleBuilder builder;
        for (const Event& event : run.events) builder.onEvent(event, *coin);
        Interest interest;
        interest.selected = test::mintOf(1);
        builder.setInterest(interest);
        std::int64_t ms = 0;
        const auto tagged = [&] {
            builder.build(coin, run.engine.market(), run.engine.intel(), book, ms += 10'000);
            std::size_t count = 0;
            for (const HolderRow& row : builder.people()->holders) count += has(row.roles, Role::Insider) ? 1 : 0;
            return count;
        };
        QCOMPARE(tagged(), std::size_t{2});
        QCOMPARE(builder.people()->flags.size(), std::size_t{1});
        flag.withdrawn = true;
        book.add(flag);
        QCOMPARE(tagged(), std::size_t{0});
        QVERIFY(builder.people()->flags.empty());
        flag.withdrawn = false;
        flag.wallets = {test::walletOf(4)};
        book.add(flag);
        QCOMPARE(tagged(), std::size_t{1});
        QCOMPARE(builder.people()->flags.size(), std::size_t{1});
    }

    void hostileAmountsDoNotWrap() {
        test::EngineRun run;
        constexpr std::uint64_t kMost = ~std::uint64_t{0};
        run.engine.apply(test::createdEvent(1, 100));
        for (std::uint64_t i = 2; i < 8; ++i) {
            run.engine.apply(test::tradeEvent(i, 100 + i, Side::Buy, kMost, kMost, 5));
            run.engine.apply(test::tradeEvent(100 + i, 100 + i, Side::Sell, kMost, kMost, 6));
        }
        Interest interest;
        interest.selected = test::mintOf(1);
        interest.makers = TimeRange{0, kMost / 4};
        run.want(interest);
        const Snapshot snapshot = run.look();
        const auto& people = snapshot.selected->people;
        QCOMPARE(people->holders.front().bought, kMost);
        QVERIFY(people->holders.back().balance < 0);
        QCOMPARE(snapshot.selected->makers->soldQuote, kMost);
    }

    void theJournalIsBounded() {
        MoveJournal journal({.all = 100, .coin = 60});
        ledger::Market market;
        std::uint64_t arrival = 0;
        for (std::uint64_t i = 1; i <= 400; ++i) {
            const Event event = test::tradeEvent(i, i, Side::Buy, i, i, 1, i % 4);
            journal.add(event, *market.apply(event, arrival++));
            QVERIFY(journal.size() <= 100);
        }
        std::uint64_t moves = 0;
        for (std::uint32_t ordinal = 0; ordinal < 4; ++ordinal) {
            const auto* coin = journal.of(ordinal);
            QVERIFY(coin != nullptr);
            QCOMPARE(coin->dropped + coin->moves.size(), std::uint64_t{100});
            moves += coin->moves.size();
            // The newest stay.
            QVERIFY(coin->moves.back().base > 396 - 4);
        }
        QCOMPARE(moves, static_cast<std::uint64_t>(journal.size()));
        QVERIFY(journal.of(4) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TokenPeopleTest)
#include "token_people_test.moc"
