// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/rug_risk.h"

#include "core/base/recent_map.h"
#include "core/detect/rug_model.h"
#include "core/detect/rug_outcome.h"

#include <fmt/format.h>
#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace core::detect {
namespace {

// Detection section 4.15.
struct Params {
    std::array<std::int64_t, RugModel::kAges> ages{15, 60, 300, 900};  // seconds after the first trade
    double told = 0.60;                                                // the odds from which on it is said
    double retold = 0.10;                                              // change of the odds that is said again
    double devHolds = 0.05;                                            // of supply
    double devSold = 0.50;                                             // of what it bought
    std::uint64_t fewBuyers = 10;
    double half = 0.5, fifth = 0.2, tenth = 0.1;  // of the peak
    std::uint64_t leastQuote = 1'000'000;         // raw; a trade of less shows no price
    std::uint64_t enough = 1'000;                 // finished launches before the odds are a measurement
    std::size_t mostDevs = 65'536;
    std::size_t mostLaunches = 65'536;
};

constexpr std::array<std::pair<std::string_view, RugSign>, 9> kSaid{{
    {"insider_holdings", RugSign::InsiderHoldings},
    {"dev_dump", RugSign::DevDump},
    {"cluster_dump", RugSign::ClusterDump},
    {"liquidity_removal", RugSign::LiquidityRemoval},
    {"cabal", RugSign::Cabal},
    {"bundler", RugSign::Bundler},
    {"wash_trading", RugSign::WashTrading},
    {"concentration", RugSign::Concentration},
    {"copycat", RugSign::Copycat},
}};
constexpr double kCounts = 0.5;        // confidence of a flag that counts
constexpr double kHalfOfSupply = 0.5;  // the band of concentration that counts

struct Launch {
    std::int64_t start = 0;
    std::size_t judged = 0;  // ages
    RugOutcome price;
    double floor = 0;  // what the curve stood at before the first trade; 0: unknown
    RugSigns said = 0;
    std::array<RugSigns, RugModel::kAges> at{};  // by age, as far as it was judged
    std::vector<std::pair<RugSign, Evidence>> proof;
    double told = 0;  // 0: nothing stands
};

class RugRisk final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto time = ledger::eventTime(scene.event.at);
        if (!time) return;
        // A single event from far ahead must not end every hour.
        constexpr std::int64_t kDay = 86'400;
        m_now = m_now == 0 ? *time : std::max(m_now, std::min(*time, m_now + kDay));
        endHours(scene);
        const auto* trade = std::get_if<Trade>(&scene.event.body);
        if (trade == nullptr || scene.coin == nullptr || !scene.coin->creationSeen) return;
        const ledger::TokenLedger& coin = *scene.coin;
        auto found = m_launches.find(coin.ordinal());
        if (found == m_launches.end()) {
            // Only from the first trade on: a launch whose beginning is missing teaches nothing.
            // Nor one that a node told of long after it happened.
            const bool past = *time + m_params.ages.front() < m_now;
            if (coin.trades != 1 || past || m_launches.size() >= m_params.mostLaunches) return;
            found = m_launches.try_emplace(coin.ordinal()).first;
            found->second.start = *time;
            m_hours.push_back({coin.mint(), coin.ordinal(), *time});
        }
        Launch& launch = found->second;
        notePrice(*trade, launch);
        while (launch.judged < m_params.ages.size() && *time >= launch.start + m_params.ages[launch.judged]) {
            launch.at[launch.judged++] = signsOf(scene, launch);
            judge(scene, launch, out);
        }
    }

    void onFlag(const Scene& scene, const Flag& flag, Findings& out) override {
        if (!flag.mint || (flag.confidence < kCounts && !flag.withdrawn)) return;
        const auto* said = std::find_if(kSaid.begin(), kSaid.end(),
                                        [&flag](const auto& entry) { return entry.first == flag.kind; });
        if (said == kSaid.end()) return;
        const bool back = flag.withdrawn || (said->second == RugSign::Concentration && flag.value < kHalfOfSupply);
        const ledger::TokenLedger* coin = scene.market.find(*flag.mint);
        if (coin == nullptr) return;
        const auto found = m_launches.find(coin->ordinal());
        if (found == m_launches.end()) return;
        Launch& launch = found->second;
        const bool known = (launch.said & bitOf(said->second)) != 0;
        if (known != back) return;
        launch.said ^= bitOf(said->second);
        if (back)
            std::erase_if(launch.proof, [said](const auto& entry) { return entry.first == said->second; });
        else if (!flag.evidence.empty())
            launch.proof.emplace_back(said->second, flag.evidence.front());
        if (launch.judged == 0) return;  // the first judgement is due within seconds
        const Scene about{scene.event, coin, scene.market, scene.who};
        judge(about, launch, out);
    }

private:
    struct Hour {
        Mint mint;
        std::uint32_t ordinal;
        std::int64_t start;
    };
    struct Record {
        std::uint32_t launches = 0;
        std::uint32_t rugs = 0;
    };

    // Where the pool stood after the trade: what one trade was paid says little, and dust can be paid anything.
    void notePrice(const Trade& trade, Launch& launch) const {
        if (trade.after && trade.after->base != 0 && trade.after->quote != 0) {
            const double base = static_cast<double>(trade.after->base);
            const double quote = static_cast<double>(trade.after->quote);
            if (launch.floor == 0) {
                const double sign = trade.side == Side::Buy ? 1 : -1;
                const double before = base + sign * static_cast<double>(trade.baseAmount.value());
                launch.floor =
                    std::max(0.0, quote - sign * static_cast<double>(trade.quoteAmount.value())) / before;
            }
            launch.price.trade(quote / base);
            return;
        }
        if (trade.quoteAmount.value() < m_params.leastQuote || trade.baseAmount.value() == 0) return;
        launch.price.trade(static_cast<double>(trade.quoteAmount.value()) /
                           static_cast<double>(trade.baseAmount.value()));
    }

    // Whatever is over an hour old is known now, and teaches.
    void endHours(const Scene& scene) {
        while (!m_hours.empty() && m_hours.front().start + RugOutcome::kSeconds < m_now) {
            const Hour hour = m_hours.front();
            m_hours.pop_front();
            const auto found = m_launches.find(hour.ordinal);
            if (found == m_launches.end()) continue;
            const Launch& launch = found->second;
            const ledger::TokenLedger* coin = scene.market.find(hour.mint);
            const bool rugged = launch.price.rugged();
            const Symbol venue = coin == nullptr ? Symbol{} : coin->venue;
            m_model.finish(venue, rugged);
            for (std::size_t age = 0; age < launch.judged; ++age) m_model.learn(launch.at[age], age, venue, rugged);
            if (coin != nullptr && coin->creator) {
                Record& record = m_devs[scene.who.find(*coin->creator)];
                ++record.launches;
                record.rugs += rugged ? 1 : 0;
            }
            m_launches.erase(found);
        }
    }

    [[nodiscard]] RugSigns signsOf(const Scene& scene, const Launch& launch) const {
        const ledger::TokenLedger& coin = *scene.coin;
        RugSigns out = launch.said;
        const auto set = [&out](RugSign sign, bool shown) { out |= shown ? bitOf(sign) : 0; };
        set(RugSign::FewBuyers, coin.buyers < m_params.fewBuyers);
        set(RugSign::MostlySells, coin.sells > coin.buys);
        set(RugSign::Graduated, coin.graduated);
        // On its curve a coin cannot fall below the price it began at, whoever sells.
        set(RugSign::OnCurveFloor, !coin.graduated && coin.curveProgress() && launch.floor > 0 &&
                                       launch.floor > m_params.tenth * launch.price.peak());
        set(RugSign::HalfOfPeak, launch.price.ofPeak() <= m_params.half);
        set(RugSign::FifthOfPeak, launch.price.ofPeak() <= m_params.fifth);
        if (!coin.creator) return out;
        const Record* record = m_devs.peek(scene.who.find(*coin.creator));
        set(RugSign::DevRugged, record != nullptr && record->rugs != 0);
        set(RugSign::DevHolds, coin.creatorShare().value_or(0) >= m_params.devHolds);
        const auto dev = coin.positions.find(*coin.creator);
        if (dev != coin.positions.end() && dev->second.bought != 0)
            set(RugSign::DevSold, static_cast<double>(dev->second.sold) >=
                                      m_params.devSold * static_cast<double>(dev->second.bought));
        return out;
    }

    void judge(const Scene& scene, Launch& launch, Findings& out) const {
        const RugModel::Odds odds = m_model.odds(signsOf(scene, launch), launch.judged - 1, scene.coin->venue);
        const bool first = launch.told == 0;
        if (first ? odds.probability < m_params.told : std::abs(odds.probability - launch.told) < m_params.retold)
            return;
        const bool stands = odds.probability >= m_params.told;
        launch.told = stands ? odds.probability : 0;
        Flag flag = statement(scene, launch, odds);
        flag.withdrawn = !stands;
        out.flags.push_back(std::move(flag));
    }

    [[nodiscard]] Flag statement(const Scene& scene, const Launch& launch, const RugModel::Odds& odds) const {
        constexpr std::size_t kMostParts = 5;
        const ledger::TokenLedger& coin = *scene.coin;
        Flag flag = flagOf("rug_risk", scene);
        flag.confidence = odds.probability;
        flag.value = odds.probability;
        flag.unit = "probability";
        if (coin.creator) flag.wallets = {*coin.creator};
        std::string why;
        const std::size_t shown = std::min(kMostParts, odds.parts.size());
        for (std::size_t i = 0; i < shown; ++i) {
            const RugModel::Part& part = odds.parts[i];
            why += fmt::format("{}{}", i == 0 ? " Mostly since " : "; ", rugSign(part.sign).name);
            const auto proof = std::find_if(launch.proof.begin(), launch.proof.end(),
                                            [&part](const auto& entry) { return entry.first == part.sign; });
            Evidence evidence = proof != launch.proof.end()
                                    ? proof->second
                                    : evidenceOf("tape", scene.event.at, flag.wallets, std::nullopt, {});
            evidence.text = fmt::format("{} (odds times {:.2f})", rugSign(part.sign).name, std::exp(part.logOdds));
            flag.evidence.push_back(std::move(evidence));
        }
        if (flag.evidence.empty())
            flag.evidence.push_back(evidenceOf("tape", scene.event.at, flag.wallets, std::nullopt,
                                               "nothing seen that most launches of this kind do not show"));
        if (flag.wallets.empty()) flag.wallets = flag.evidence.front().wallets;
        flag.rule = fmt::format(
            "{}: {:.0f}% (give or take {:.0f}) that it falls by 90% from its peak within the hour and stays there, "
            "{} s after its first trade; of the launches on {} {:.0f}% do ({}).{}{}",
            coinName(coin), odds.probability * 100, odds.spread * 100, m_now - launch.start, coin.venue.name(),
            odds.base * 100, odds.seen == 0 ? std::string{"assumed"} : fmt::format("{} seen", odds.seen), why,
            why.empty() ? "" : ".");
        flag.against.push_back(
            m_model.launches() < m_params.enough
                ? fmt::format("Only {}: the odds rest on assumptions more than on measurements.",
                              m_model.launches() == 1
                                  ? "1 launch was watched to its end"
                                  : fmt::format("{} launches were watched to their end", m_model.launches()))
                : fmt::format("Measured on {} launches that were watched to their end.", m_model.launches()));
        for (std::size_t i = 0; i < std::min(kMostParts, odds.spared.size()); ++i)
            flag.against.push_back(fmt::format("For it speaks that {} (odds times {:.2f}).",
                                               rugSign(odds.spared[i].sign).name,
                                               std::exp(odds.spared[i].logOdds)));
        return flag;
    }

    Params m_params;
    RugModel m_model;
    boost::unordered_flat_map<std::uint32_t, Launch> m_launches;  // of the last hour, by ordinal
    std::deque<Hour> m_hours;                                     // by first trade
    RecentMap<intel::WalletId, Record> m_devs{m_params.mostDevs};
    std::int64_t m_now = 0;
};

}  // namespace

std::unique_ptr<Detector> makeRugRisk() {
    return std::make_unique<RugRisk>();
}

}  // namespace core::detect
