// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/field_values.h"

#include "core/alert/words.h"
#include "core/base/checked_math.h"
#include "core/ledger/market.h"
#include "core/model/quote_asset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace core::alert {
namespace {

constexpr double kPercent = 100.0;
constexpr int kSolDecimals = 9;

// Whole quote units in the unit that is asked for.
std::optional<double> money(double quote, Unit unit, const ledger::TokenLedger& coin,
                            const ledger::Market& market) {
    if (!coin.quoteMint) return std::nullopt;
    const bool sol = *coin.quoteMint == wrappedSolMint();
    if (!sol && quoteAsset(*coin.quoteMint) == nullptr) return std::nullopt;
    // The other quote assets are dollars.
    if (sol == (unit == Unit::Sol)) return quote;
    const auto dollars = market.solDollars();
    if (!dollars || *dollars <= 0) return std::nullopt;
    return sol ? quote * *dollars : quote / *dollars;
}

struct Asked {
    Unit unit;
    const ledger::TokenLedger& coin;
    const detect::Scene& scene;
    std::int64_t now;
};

using Value = std::optional<double> (*)(const Asked&);

std::optional<double> percent(std::optional<double> share) {
    return share ? std::optional{*share * kPercent} : std::nullopt;
}
std::optional<double> moneyOf(const Asked& asked, std::optional<double> quote) {
    return quote ? money(*quote, asked.unit, asked.coin, asked.scene.market) : std::nullopt;
}

double wholeQuote(const ledger::TokenLedger& coin, std::uint64_t raw) {
    return static_cast<double>(raw) * std::pow(10.0, -static_cast<int>(coin.quoteDecimals));
}

std::optional<double> age(const Asked& asked) {
    const std::optional<std::int64_t> born =
        asked.coin.createdTime ? asked.coin.createdTime : asked.coin.points.firstTime();
    if (!born) return std::nullopt;
    return static_cast<double>(std::max<std::int64_t>(0, asked.now - *born));
}

std::optional<double> clusterShare(const Asked& asked) {
    if (!asked.coin.creationSeen || !asked.coin.supply || *asked.coin.supply == 0) return std::nullopt;
    Int128 held = 0;
    for (const auto& [wallet, position] : asked.coin.positions)
        if (position.balance() > 0 && asked.scene.who.clusterOf(wallet) != nullptr) held += position.balance();
    return kPercent * static_cast<double>(held) / static_cast<double>(*asked.coin.supply);
}

// In the order of coinFields().
struct CoinField {
    std::string_view name;
    Value value;
};
constexpr std::array kCoinValues{
    CoinField{"age", &age},
    CoinField{"price",
              [](const Asked& asked) -> std::optional<double> {
                  if (!asked.coin.lastPrice.valid()) return std::nullopt;
                  return moneyOf(asked,
                                 asked.coin.lastPrice.value(asked.coin.baseDecimals, asked.coin.quoteDecimals));
              }},
    CoinField{"market_cap", [](const Asked& asked) { return moneyOf(asked, asked.coin.marketCapQuote()); }},
    CoinField{"liquidity", [](const Asked& asked) { return moneyOf(asked, asked.coin.liquidityQuote()); }},
    CoinField{"curve", [](const Asked& asked) { return percent(asked.coin.curveProgress()); }},
    CoinField{"rise_5m", [](const Asked& asked) { return percent(asked.coin.changeOver(300)); }},
    CoinField{"fall_5m",
              [](const Asked& asked) -> std::optional<double> {
                  const auto change = asked.coin.changeOver(300);
                  return change ? std::optional{-*change * kPercent} : std::nullopt;
              }},
    CoinField{"volume",
              [](const Asked& asked) { return moneyOf(asked, wholeQuote(asked.coin, asked.coin.volumeQuote)); }},
    CoinField{"trades",
              [](const Asked& asked) -> std::optional<double> { return static_cast<double>(asked.coin.trades); }},
    CoinField{"buyers",
              [](const Asked& asked) -> std::optional<double> { return static_cast<double>(asked.coin.buyers); }},
    CoinField{"holders",
              [](const Asked& asked) -> std::optional<double> {
                  const auto shares = asked.coin.concentration();
                  return shares ? std::optional{static_cast<double>(shares->holders)} : std::nullopt;
              }},
    CoinField{"top10",
              [](const Asked& asked) -> std::optional<double> {
                  const auto shares = asked.coin.concentration();
                  return shares ? std::optional{shares->top10Share * kPercent} : std::nullopt;
              }},
    CoinField{"dev_share", [](const Asked& asked) { return percent(asked.coin.creatorShare()); }},
    CoinField{"cluster_share", &clusterShare},
};

}  // namespace

std::optional<double> coinValue(std::size_t field, Unit unit, const ledger::TokenLedger& coin,
                                const detect::Scene& scene, std::int64_t now) {
    const std::string_view name = coinFields()[field].name;
    // The tables are kept in one order; a field that was moved in one of them is still found.
    if (field < kCoinValues.size() && kCoinValues[field].name == name)
        return kCoinValues[field].value({unit, coin, scene, now});
    for (const CoinField& each : kCoinValues)
        if (each.name == name) return each.value({unit, coin, scene, now});
    return std::nullopt;
}

std::optional<std::uint64_t> lamportsOf(std::uint64_t quote, const Mint& quoteMint, const ledger::Market& market) {
    if (quoteMint == wrappedSolMint()) return quote;
    const QuoteAsset* asset = quoteAsset(quoteMint);
    const auto dollars = market.solDollars();
    if (asset == nullptr || !dollars || *dollars <= 0) return std::nullopt;
    const double lamports =
        static_cast<double>(quote) * std::pow(10.0, kSolDecimals - static_cast<int>(asset->decimals)) / *dollars;
    constexpr double kMost = 1.8e19;
    return static_cast<std::uint64_t>(std::min(lamports, kMost));
}

std::optional<double> walletValue(std::string_view field, intel::WalletId wallet, const ledger::TokenLedger* coin,
                                  const intel::Intel& who, std::int64_t now) {
    if (wallet == intel::kNoWallet) return std::nullopt;
    const intel::WalletFacts& facts = who.wallets()[wallet];
    if (field == "age") {
        // A node may have told of an earlier beginning than was seen here.
        std::int64_t first = facts.firstSeen;
        if (const WalletHistory* history = who.wallets().history(facts.address);
            history != nullptr && history->oldestTime && *history->oldestTime < first)
            first = *history->oldestTime;
        return static_cast<double>(std::max<std::int64_t>(0, now - first));
    }
    if (field == "coins") return static_cast<double>(facts.mintsBought);
    if (field == "created") return static_cast<double>(facts.mintsCreated);
    if (field == "holds") {
        if (coin == nullptr || !coin->supply || *coin->supply == 0) return std::nullopt;
        const auto held = coin->positions.find(facts.address);
        if (held == coin->positions.end()) return 0.0;
        return kPercent * static_cast<double>(std::max<Int128>(0, held->second.balance())) /
               static_cast<double>(*coin->supply);
    }
    return std::nullopt;
}

std::optional<double> ClusterHere::value(std::string_view field) const {
    if (cluster == nullptr) return std::nullopt;
    if (field == "confidence") return confidence;
    if (field == "members") return static_cast<double>(cluster->members.size());
    if (field == "buyers") return static_cast<double>(buyers);
    if (field == "sellers") return static_cast<double>(sellers);
    return std::nullopt;
}

ClusterHere clusterHere(const intel::Cluster& cluster, const ledger::TokenLedger& coin, const intel::Intel& who) {
    ClusterHere out;
    out.cluster = &cluster;
    out.confidence = who.links().confidence(cluster);
    Int128 coins = 0;
    std::size_t looked = 0;
    for (const intel::WalletId member : cluster.members) {
        if (++looked > kMostMembers) break;
        const auto held = coin.positions.find(who.wallets()[member].address);
        if (held == coin.positions.end()) continue;
        ++out.buyers;
        if (held->second.sold != 0) ++out.sellers;
        coins += std::max<Int128>(0, held->second.balance());
    }
    out.coins = static_cast<std::uint64_t>(std::min<Int128>(coins, std::numeric_limits<std::uint64_t>::max()));
    return out;
}

bool reachesShare(Uint128 coins, const std::optional<std::uint64_t>& supply, const Number& percent,
                  Compare compare) {
    if (!supply || *supply == 0) return false;
    // coins / supply against percent / 100, both sides times 10^kPlaces; no factor passes 128 bits together.
    constexpr int kPlaces = 9;
    constexpr std::uint64_t kHundred = 100'000'000'000;  // 100 * 10^9
    const auto scaled = percent.scaled(kPlaces);
    if (!scaled) return false;
    const Uint128 most = Uint128{~std::uint64_t{0}};
    const Uint128 left = std::min(coins, most) * kHundred;
    const Uint128 right = static_cast<Uint128>(*supply) * *scaled;
    return holds(compare, left, right);
}

}  // namespace core::alert
