// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/canonical_order.h"

#include "core/base/checked_math.h"
#include "core/ledger/market.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace core::pipeline {
namespace {

using Group = std::vector<Event>;

constexpr std::uint64_t kUnknown = std::numeric_limits<std::uint64_t>::max();

// Where events without a slot stand among those with one: behind the last slot whose block time is not younger.
// Among their like the time alone orders them.
class SlotsByTime {
public:
    explicit SlotsByTime(const std::vector<Event>& events) {
        bool lacking = false;
        for (const Event& event : events) {
            lacking = lacking || !event.at.slot;
            m_anySlot = m_anySlot || event.at.slot.has_value();
        }
        if (!lacking || !m_anySlot) return;
        for (const Event& event : events)
            if (event.at.slot && event.at.blockTime)
                m_slots.emplace_back(event.at.blockTime->value(), event.at.slot->value());
        std::sort(m_slots.begin(), m_slots.end());
        m_slots.erase(std::unique(m_slots.begin(), m_slots.end()), m_slots.end());
        keepWhatRises();
    }
    [[nodiscard]] std::uint64_t rank(const EventHeader& at) const {
        if (at.slot) return at.slot->value();
        const std::int64_t time = ledger::eventTime(at).value_or(0);
        if (!m_anySlot) return static_cast<std::uint64_t>(std::max<std::int64_t>(0, time));
        const auto next = std::upper_bound(m_slots.begin(), m_slots.end(), std::pair{time, kUnknown});
        return next == m_slots.begin() ? 0 : std::prev(next)->second;
    }

private:
    using Moment = std::pair<std::int64_t, std::uint64_t>;

    // Slots never fall as time goes on. Of what sources say, as much as fits together is believed (the longest rising
    // subsequence, by patience sorting): one line with a slot of the far future must not draw all later events there.
    void keepWhatRises() {
        constexpr auto kNone = std::numeric_limits<std::size_t>::max();
        std::vector<std::size_t> ends;  // of the best sequence of each length, the one with the lowest slot
        std::vector<std::size_t> before(m_slots.size(), kNone);
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            const auto place = std::upper_bound(
                ends.begin(), ends.end(), m_slots[i].second,
                [this](std::uint64_t slot, std::size_t end) { return slot < m_slots[end].second; });
            if (place != ends.begin()) before[i] = *std::prev(place);
            if (place == ends.end())
                ends.push_back(i);
            else
                *place = i;
        }
        std::vector<Moment> kept(ends.size());
        std::size_t at = ends.empty() ? kNone : ends.back();
        for (auto to = kept.rbegin(); to != kept.rend(); ++to, at = before[at]) *to = m_slots[at];
        m_slots = std::move(kept);
    }

    bool m_anySlot = false;
    std::vector<Moment> m_slots;  ///< by time
};

const Mint& coinOf(const Event& event) {
    return mintOf(event.body);
}

// A creation comes before the first trade of its coin, a graduation behind the last one on the curve.
int kindRank(const Event& event) {
    if (std::holds_alternative<TokenCreated>(event.body)) return 0;
    if (std::holds_alternative<Graduated>(event.body)) return 2;
    return 1;
}

// Of events of one slot and one transaction index, known or not.
bool plainLess(const Event& a, const Event& b) {
    if (a.at.txIndex && b.at.txIndex && a.at.path != b.at.path) return a.at.path < b.at.path;
    // The time of receipt comes last: of an event seen twice the earlier sight counts, whichever stood first.
    return std::tie(a.at.blockTime, coinOf(a)) < std::tie(b.at.blockTime, coinOf(b)) ||
           (std::tie(a.at.blockTime, coinOf(a)) == std::tie(b.at.blockTime, coinOf(b)) &&
            std::tuple{kindRank(a), a.at.signature, a.at.path, a.at.received} <
                std::tuple{kindRank(b), b.at.signature, b.at.path, b.at.received});
}

// What decides nearly every comparison, so that sorting moves 56 bytes and not 450, and looks at the event
// itself only where these are equal.
struct SortKey {
    std::uint64_t slot;
    bool placed;            ///< has no slot of its own: stands behind those that have it
    std::uint64_t txIndex;  ///< kUnknown without one
    std::optional<BlockTime> time;
    std::uint64_t coin;  ///< first bytes of the mint, in its order
    std::size_t index;   ///< where the event stands; also keeps equal events in their order
};

SortKey sortKey(const Event& event, const SlotsByTime& slots, std::size_t index) {
    std::uint64_t coin = 0;
    for (std::size_t i = 0; i < sizeof coin; ++i) coin = (coin << 8U) | coinOf(event).bytes()[i];
    return {slots.rank(event.at), !event.at.slot, event.at.txIndex ? *event.at.txIndex : kUnknown,
            event.at.blockTime,   coin,           index};
}

// Moves every event to the place of its key; each is moved once, through one event's worth of memory.
void permute(std::vector<Event>& events, std::vector<SortKey>& keys) {
    for (std::size_t start = 0; start < keys.size(); ++start) {
        if (keys[start].index == start) continue;
        Event first = std::move(events[start]);
        std::size_t at = start;
        while (keys[at].index != start) {
            const std::size_t from = std::exchange(keys[at].index, at);
            events[at] = std::move(events[from]);
            at = from;
        }
        events[at] = std::move(first);
        keys[at].index = at;
    }
}

void sortPlainly(std::vector<Event>& events) {
    std::vector<SortKey> keys;
    keys.reserve(events.size());
    const SlotsByTime slots{events};
    for (std::size_t i = 0; i < events.size(); ++i) keys.push_back(sortKey(events[i], slots, i));
    std::sort(keys.begin(), keys.end(), [&events](const SortKey& a, const SortKey& b) {
        if (a.slot != b.slot) return a.slot < b.slot;
        if (a.placed != b.placed) return b.placed;
        // What has no place in a block has its time first of all.
        if (a.placed && a.time != b.time) return a.time < b.time;
        if (a.txIndex != b.txIndex) return a.txIndex < b.txIndex;
        if (a.txIndex == kUnknown) {
            if (a.time != b.time) return a.time < b.time;
            if (a.coin != b.coin) return a.coin < b.coin;
        }
        const Event& left = events[a.index];
        const Event& right = events[b.index];
        if (plainLess(left, right)) return true;
        return !plainLess(right, left) && a.index < b.index;
    });
    permute(events, keys);
}

struct State {
    std::uint64_t base;
    std::uint64_t quote;
    friend auto operator<=>(const State&, const State&) = default;
};

// Reserves before a trade, from those after it. The pool gains what crossed into it.
std::optional<State> before(const Trade& trade) {
    if (!trade.after) return std::nullopt;
    const std::uint64_t coins = trade.baseAmount.value();
    const std::uint64_t quote = trade.quoteAmount.value();
    const bool buy = trade.side == Side::Buy;
    const auto base = buy ? checkedAdd(trade.after->base, coins) : checkedSub(trade.after->base, coins);
    const auto other = buy ? checkedSub(trade.after->quote, quote) : checkedAdd(trade.after->quote, quote);
    if (!base || !other) return std::nullopt;
    return State{*base, *other};
}

// Events [begin, end) are of one coin and one slot, without transaction indexes, in plain order.
void chainByReserves(Group& events, std::size_t begin, std::size_t end) {
    if (end - begin < 2) return;
    // Venue by venue: a coin that graduates in this slot has two sets of reserves.
    std::multimap<State, std::size_t> byBefore;
    std::multimap<State, std::size_t> byAfter;
    for (std::size_t i = begin; i < end; ++i) {
        const auto* trade = std::get_if<Trade>(&events[i].body);
        if (trade == nullptr) continue;
        const auto from = before(*trade);
        if (!from) return;  // a source without reserves: signature order stands
        byBefore.emplace(*from, i);
        byAfter.emplace(State{trade->after->base, trade->after->quote}, i);
    }
    if (byBefore.size() < 2) return;
    std::vector<std::size_t> order;
    order.reserve(end - begin);
    std::vector<bool> taken(end - begin, false);
    const auto take = [&](std::size_t i) {
        taken[i - begin] = true;
        order.push_back(i);
    };
    const auto follow = [&](std::size_t start) {
        for (std::size_t at = start;;) {
            take(at);
            const auto& trade = std::get<Trade>(events[at].body);
            const auto [first, last] = byBefore.equal_range(State{trade.after->base, trade.after->quote});
            auto next = std::find_if(first, last, [&](const auto& entry) { return !taken[entry.second - begin]; });
            if (next == last) return;
            at = next->second;
        }
    };
    for (std::size_t i = begin; i < end; ++i)
        if (kindRank(events[i]) == 0) take(i);
    // A chain starts at a trade whose reserves nobody in this slot left; what is then left are circles.
    for (const bool starts : {true, false}) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto* trade = std::get_if<Trade>(&events[i].body);
            if (trade == nullptr || taken[i - begin]) continue;
            if (starts && byAfter.contains(*before(*trade))) continue;
            follow(i);
        }
    }
    for (std::size_t i = begin; i < end; ++i)
        if (!taken[i - begin]) take(i);
    Group sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) sorted.push_back(std::move(events[i]));
    std::move(sorted.begin(), sorted.end(), events.begin() + static_cast<std::ptrdiff_t>(begin));
}

// Signatures are uniform: 8 of the 64 bytes name one among those of a recording.
std::uint64_t nameOf(const Signature& signature) {
    std::uint64_t out = 0;
    std::memcpy(&out, signature.bytes().data(), sizeof out);
    return out;
}

}  // namespace

void BlockOrder::add(const Signature& signature, std::uint32_t txIndex) {
    m_places.push_back({nameOf(signature), txIndex});
}

void fillTxIndexes(std::vector<Event>& events, const BlockOrder& told) {
    std::unordered_map<Signature, std::uint32_t> known;
    std::unordered_set<Signature> lacking;
    for (const Event& event : events)
        if (event.at.signature && !event.at.txIndex) lacking.insert(*event.at.signature);
    if (lacking.empty()) return;
    if (!told.m_places.empty()) {
        std::unordered_map<std::uint64_t, Signature> byName;
        byName.reserve(lacking.size());
        for (const Signature& signature : lacking) byName.emplace(nameOf(signature), signature);
        for (const BlockOrder::Place& place : told.m_places)
            if (const auto found = byName.find(place.name); found != byName.end())
                known.emplace(found->second, place.txIndex);
    }
    for (const Event& event : events)
        if (event.at.signature && event.at.txIndex && lacking.contains(*event.at.signature))
            known.emplace(*event.at.signature, *event.at.txIndex);
    if (known.empty()) return;
    for (Event& event : events) {
        if (!event.at.signature || event.at.txIndex) continue;
        if (const auto found = known.find(*event.at.signature); found != known.end())
            event.at.txIndex = found->second;
    }
}

void sortCanonically(std::vector<Event>& events) {
    sortPlainly(events);
    for (std::size_t begin = 0; begin < events.size();) {
        std::size_t end = begin + 1;
        const bool chain = events[begin].at.slot && !events[begin].at.txIndex;
        if (chain) {
            // Block times inside a slot are equal, so the events of a coin stand together.
            while (end < events.size() && !events[end].at.txIndex && events[end].at.slot == events[begin].at.slot &&
                   events[end].at.blockTime == events[begin].at.blockTime &&
                   coinOf(events[end]) == coinOf(events[begin]))
                ++end;
            chainByReserves(events, begin, end);
        }
        begin = end;
    }
}

}  // namespace core::pipeline
