// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/coin_people.h"

#include "core/base/text.h"
#include "core/detect/registry.h"

#include <algorithm>
#include <map>
#include <utility>

namespace core::pipeline {
namespace {

constexpr std::size_t kSymbolCharacters = 40;
constexpr std::int64_t kJudgedAfter = 300;  // seconds
constexpr std::size_t kMostJudged = 500;    // youngest cases that the share and the median are taken over

std::optional<std::int64_t> timeOf(const Flag& flag) {
    return flag.time ? std::optional{flag.time->value()} : std::nullopt;
}

// The last price up to a time, in whole units; 0 when there was none.
double priceAt(const ledger::TokenLedger& coin, std::int64_t time) {
    const auto point = coin.points.lastUntil(time);
    if (!point) return 0;
    return PriceRatio{point->quote, point->base}.value(coin.baseDecimals, coin.quoteDecimals);
}

// A bag of dust can trade at any price: what stood at the end of each five seconds of the hour from `time` counts.
double lowestSince(const ledger::TokenLedger& coin, std::int64_t time) {
    constexpr std::int64_t kStep = 5;
    constexpr std::int64_t kHour = 3'600;
    double lowest = priceAt(coin, time);
    double stood = 0;
    std::int64_t step = -1;
    const auto close = [&] {
        if (stood > 0 && (lowest == 0 || stood < lowest)) lowest = stood;
    };
    coin.points.forEach([&](const ledger::TradePoint& point) {
        const PriceRatio price{point.quote, point.base};
        if (point.time < time || point.time > time + kHour || !price.valid()) return;
        const std::int64_t now = (point.time - time) / kStep;
        if (std::exchange(step, now) != now) close();
        stood = price.value(coin.baseDecimals, coin.quoteDecimals);
    });
    close();
    const double last = coin.lastPrice.value(coin.baseDecimals, coin.quoteDecimals);
    return lowest == 0 || (last > 0 && last < lowest) ? last : lowest;
}

// Whether the last word about a coin's flags of this kind took them back.
bool withdrawn(const FlagIndex& flags, const Mint& mint, const std::string& kind) {
    bool out = false;
    for (const std::uint32_t place : flags.of(mint))
        if (flags.kind(place) == kind) out = flags.withdrawn(place);
    return out;
}

}  // namespace

std::vector<FlagRow> flagRows(const CoinScene& scene, FlagCopies& copies) {
    std::map<std::pair<std::string, std::string>, FlagRow> rows;
    std::map<std::pair<std::string, std::string>, std::uint32_t> last;
    for (const std::uint32_t place : scene.flags.of(scene.coin.mint())) {
        const Flag& flag = scene.flags.at(place);
        FlagRow& row = rows[{flag.kind, flag.subject}];
        if (row.statements++ == 0) {
            row.ref = refOf(flag);
            row.sinceSlot = flag.slot;
            row.sinceTime = flag.time;
        }
        last[{flag.kind, flag.subject}] = place;
    }
    FlagCopies kept;
    std::vector<std::pair<std::uint32_t, FlagRow>> ordered;
    ordered.reserve(rows.size());
    for (auto& [key, row] : rows) {
        if (scene.flags.withdrawn(last[key])) continue;
        std::shared_ptr<const Flag>& copy = kept[last[key]];
        if (const auto found = copies.find(last[key]); found != copies.end()) copy = found->second;
        if (!copy) copy = std::make_shared<const Flag>(scene.flags.at(last[key]));
        row.last = copy;
        ordered.emplace_back(last[key], std::move(row));
    }
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<FlagRow> out;
    out.reserve(ordered.size());
    for (auto& [place, row] : ordered) out.push_back(std::move(row));
    copies = std::move(kept);
    return out;
}

std::vector<LaneEvent> laneEvents(const CoinScene& scene, std::span<const Move> moves) {
    const ledger::TokenLedger& coin = scene.coin;
    std::vector<LaneEvent> out;
    const auto slotOf = [](std::uint64_t slot) { return slot == 0 ? std::nullopt : std::optional{slot}; };
    if (coin.createdTime) {
        LaneEvent event{LaneKind::Created, *coin.createdTime, std::nullopt, "created", std::nullopt};
        if (coin.createdSlot) event.slot = coin.createdSlot->value();
        out.push_back(std::move(event));
    }
    if (coin.creator) {
        bool sold = false;
        bool moved = false;
        for (const Move& move : moves) {
            if (sold && moved) break;
            if (move.wallet != *coin.creator) continue;
            if (move.kind == MoveKind::Sell && !std::exchange(sold, true))
                out.push_back({LaneKind::CreatorSold, move.time, slotOf(move.slot), "the creator's first sell",
                               std::nullopt});
            if (move.kind == MoveKind::Sent && !std::exchange(moved, true))
                out.push_back({LaneKind::CreatorMoved, move.time, slotOf(move.slot),
                               "the creator moved coins to another wallet", std::nullopt});
        }
    }
    if (coin.graduated && coin.graduatedTime)
        out.push_back({LaneKind::Graduated, *coin.graduatedTime, std::nullopt, "left the curve", std::nullopt});
    std::map<std::pair<std::string, std::string>, bool> told;
    for (const std::uint32_t place : scene.flags.of(coin.mint())) {
        const Flag& flag = scene.flags.at(place);
        const auto time = timeOf(flag);
        // A flag stands where it was said first; a later statement that is worth an alert stands by itself.
        const bool first = !std::exchange(told[{flag.kind, flag.subject}], true);
        if (!time || (!first && !flag.gravity)) continue;
        LaneEvent event{flag.gravity ? LaneKind::Alerted : LaneKind::Flagged, *time, std::nullopt, flag.rule,
                        refOf(flag)};
        if (flag.slot) event.slot = flag.slot->value();
        out.push_back(std::move(event));
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
    if (out.size() > TokenPeople::kMostLane)
        out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(TokenPeople::kMostLane));
    return out;
}

std::shared_ptr<const FlagCase> flagCase(const ledger::Market& market, const MoveJournal& journal,
                                         const FlagIndex& flags, const FlagRef& ref) {
    std::vector<std::uint32_t> places;
    if (ref.mint) {
        for (const std::uint32_t place : flags.of(*ref.mint)) {
            const Flag& flag = flags.at(place);
            if (flag.kind == ref.kind && flag.subject == ref.subject) places.push_back(place);
        }
    } else {
        places = flags.ofWallets(ref.kind, ref.subject);
    }
    if (places.empty()) return nullptr;
    auto out = std::make_shared<FlagCase>();
    out->ref = ref;
    out->first = std::make_shared<const Flag>(flags.at(places.front()));
    out->last = std::make_shared<const Flag>(flags.at(places.back()));
    out->statements = places.size();
    for (const detect::DetectorInfo& info : detect::detectors()) {
        if (info.kind != ref.kind) continue;
        out->rule = info.description;
        out->ruleVersion = info.version;
    }
    if (const auto slot = market.lastSlot()) out->asOfSlot = slot->value();
    out->asOfTime = market.lastTime();
    // Evidence names slots; what else happened then tells when they were.
    for (const Evidence& seen : out->last->evidence)
        out->times.push_back(seen.slot ? journal.timeOf(seen.slot->value()) : std::nullopt);
    if (!ref.mint) return out;
    if (const auto* coin = market.find(*ref.mint)) {
        out->symbol = sanitizeText(coin->symbol, kSymbolCharacters);
        out->baseDecimals = coin->baseDecimals;
    }
    const auto others = flags.firsts(ref.kind);
    std::vector<double> changes;
    std::size_t looked = 0;
    for (auto place = others.rbegin(); place != others.rend(); ++place) {
        const Flag& flag = flags.at(*place);
        if (flag.mint == ref.mint || withdrawn(flags, *flag.mint, ref.kind)) continue;
        ++out->caseCount;
        if (looked++ >= kMostJudged) continue;
        PastCase row;
        row.ref = refOf(flag);
        row.time = timeOf(flag);
        row.confidence = flag.confidence;
        row.sameSubject = !ref.subject.empty() && flag.subject == ref.subject;
        const ledger::TokenLedger* coin = market.find(*flag.mint);
        if (coin != nullptr) {
            row.symbol = sanitizeText(coin->symbol, kSymbolCharacters);
            row.graduated = coin->graduated;
            const double then = row.time ? priceAt(*coin, *row.time) : 0;
            if (then > 0) {
                // Nothing is said of five minutes that are not over.
                if (market.lastTime() && *market.lastTime() >= *row.time + kJudgedAfter)
                    row.fiveMinutes = priceAt(*coin, *row.time + kJudgedAfter) / then - 1.0;
                row.now = coin->lastPrice.value(coin->baseDecimals, coin->quoteDecimals) / then - 1.0;
                if (out->cases.size() < FlagCase::kMostCases)
                    row.lowest = lowestSince(*coin, *row.time) / then - 1.0;
            }
        }
        if (row.fiveMinutes) {
            changes.push_back(*row.fiveMinutes);
            if (*row.fiveMinutes <= -0.5) ++out->halved;
        }
        if (out->cases.size() < FlagCase::kMostCases) out->cases.push_back(std::move(row));
    }
    out->judged = changes.size();
    if (!changes.empty()) {
        const auto middle = changes.begin() + static_cast<std::ptrdiff_t>(changes.size() / 2);
        std::nth_element(changes.begin(), middle, changes.end());
        out->median = *middle;
    }
    return out;
}

}  // namespace core::pipeline
