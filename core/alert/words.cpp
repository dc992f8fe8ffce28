// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/words.h"

#include "core/detect/registry.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace core::alert {
namespace {

constexpr std::array kSeconds{Unit::Seconds};
constexpr std::array kPlain{Unit::None};
constexpr std::array kShare{Unit::Percent};
constexpr std::array kValue{Unit::None, Unit::Percent};
constexpr std::array kMoney{Unit::Sol, Unit::Usd};

// One line adds a field; what it is worth stands in field_values.cpp.
// clang-format off
constexpr std::array kWalletFields{
    Field{"age", kSeconds, "Time since the wallet was first seen."},
    Field{"coins", kPlain, "Coins it bought at least once."},
    Field{"created", kPlain, "Coins it created."},
    Field{"holds", kShare, "Share of the coin's supply that it holds."},
};
constexpr std::array kFlagFields{
    Field{"confidence", kPlain, "How sure the detector is, 0 to 1."},
    Field{"value", kValue, "What the flag measures, in its own unit; a share can be written in percent."},
    Field{"wallets", kPlain, "How many wallets it names."},
};
constexpr std::array kClusterFields{
    Field{"confidence", kPlain, "How sure the links between its members are, 0 to 1."},
    Field{"members", kPlain, "Wallets of the cluster."},
    Field{"buyers", kPlain, "Members that have had the coin."},
    Field{"sellers", kPlain, "Members that have sold the coin."},
};
constexpr std::array kCoinFields{
    Field{"age", kSeconds, "Time since its creation, else since its first trade seen."},
    Field{"price", kMoney, "Of the last trade, for one whole coin.", true, true},
    Field{"market_cap", kMoney, "Last price times supply.", true, true},
    Field{"liquidity", kMoney, "What really lies in the curve or pool.", true, true},
    Field{"curve", kShare, "How much of the bonding curve was bought.", true, true},
    Field{"rise_5m", kShare, "How much the last price is above the price five minutes before."},
    Field{"fall_5m", kShare, "How much the last price is below the price five minutes before."},
    Field{"volume", kMoney, "Of all trades seen.", true, true},
    Field{"trades", kPlain, "Trades seen.", true, true},
    Field{"buyers", kPlain, "Wallets that bought.", true, true},
    Field{"holders", kPlain, "Wallets that hold it; unknown unless the creation was seen."},
    Field{"top10", kShare, "Share of supply of the ten largest wallets, pools left out."},
    Field{"dev_share", kShare, "Share of supply that the creator holds."},
    Field{"cluster_share", kShare, "Share of supply that clusters of linked wallets hold together."},
};
constexpr std::array kVerbs{
    VerbWord{Verb::Buy, "buys", "buy", "bought", "buys", true, true, "A trade that takes coins out of the pool."},
    VerbWord{Verb::Sell, "sells", "sell", "sold", "sells", true, true, "A trade that puts coins into the pool."},
    VerbWord{Verb::Trade, "trades", "trade", "traded", "trades", true, true, "A buy or a sell."},
    VerbWord{Verb::Send, "sends", "send", "sent", "sends", true, false, "Coins leave the wallet without a trade."},
    VerbWord{Verb::Receive, "receives", "receive", "received", "receipts", true, false, "Coins reach the wallet without a trade."},
    VerbWord{Verb::Create, "creates", "create", "created", "creations", false, false, "The coin comes into being."},
    VerbWord{Verb::AddLiquidity, "adds liquidity", "add liquidity", "added liquidity", "", false, true, "Liquidity is put into a pool."},
    VerbWord{Verb::RemoveLiquidity, "removes liquidity", "remove liquidity", "removed liquidity", "", false, true, "Liquidity is taken out."},
    VerbWord{Verb::Mint, "mints", "mint", "minted", "mints", true, false, "New coins are made."},
    VerbWord{Verb::Burn, "burns", "burn", "burned", "burns", true, false, "Coins are destroyed."},
};
// clang-format on

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i + 1;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t above = row[k + 1];
            row[k + 1] = std::min({above + 1, row[k] + 1, corner + (a[i] == b[k] ? 0U : 1U)});
            corner = above;
        }
    }
    return row.back();
}

}  // namespace

std::span<const Field> walletFields() noexcept {
    return kWalletFields;
}
std::span<const Field> flagFields() noexcept {
    return kFlagFields;
}
std::span<const Field> clusterFields() noexcept {
    return kClusterFields;
}
std::span<const Field> coinFields() noexcept {
    return kCoinFields;
}

const Field* findField(std::span<const Field> fields, std::string_view name) noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::span<const VerbWord> verbs() noexcept {
    return kVerbs;
}

const VerbWord& wordOf(Verb verb) noexcept {
    return *std::find_if(kVerbs.begin(), kVerbs.end(), [&](const VerbWord& word) { return word.verb == verb; });
}

std::vector<std::string_view> flagKinds() {
    std::vector<std::string_view> out;
    for (const detect::DetectorInfo& info : detect::detectors()) out.push_back(info.kind);
    // Told by the detector of hubs, one kind for each of their reasons.
    for (const auto hub : {intel::HubKind::Exchange, intel::HubKind::Infrastructure, intel::HubKind::Bot})
        out.push_back(intel::hubName(hub));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string_view unitWord(Unit unit) noexcept {
    switch (unit) {
        case Unit::Percent: return "%";
        case Unit::PercentOfSupply: return "% of supply";
        case Unit::Sol: return "SOL";
        case Unit::Usd: return "USD";
        case Unit::None:
        case Unit::Seconds: break;
    }
    return {};
}

std::string_view compareWord(Compare compare) noexcept {
    switch (compare) {
        case Compare::AtLeast: return ">=";
        case Compare::Above: return ">";
        case Compare::AtMost: return "<=";
        case Compare::Below: return "<";
    }
    return {};
}

std::string durationText(std::int64_t seconds) {
    constexpr std::int64_t kMinute = 60;
    constexpr std::int64_t kHour = 3'600;
    constexpr std::int64_t kDay = 86'400;
    if (seconds != 0 && seconds % kDay == 0) return std::to_string(seconds / kDay) + "d";
    if (seconds != 0 && seconds % kHour == 0) return std::to_string(seconds / kHour) + "h";
    if (seconds != 0 && seconds % kMinute == 0) return std::to_string(seconds / kMinute) + "m";
    return std::to_string(seconds) + "s";
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    constexpr std::size_t kLongest = 40;
    if (word.empty() || word.size() > kLongest) return {};
    std::string_view best;
    // Two letters may be swapped in all but the shortest words.
    std::size_t least = (word.size() <= 3 ? 1 : std::max<std::size_t>(2, word.size() / 3)) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t far = distance(word, candidate);
        if (far >= least) continue;
        least = far;
        best = candidate;
    }
    return best;
}

}  // namespace core::alert
