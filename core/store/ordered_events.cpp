// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ordered_events.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

namespace core::store {
namespace {

// Slot, else time; then the place in the block, which of what was not told one is before what was.
std::tuple<std::uint64_t, std::int64_t, std::uint64_t> placeOf(const EventHeader& at) {
    const std::uint64_t slot = at.slot ? at.slot->value()
                               : at.blockTime
                                   ? static_cast<std::uint64_t>(std::max<std::int64_t>(0, at.blockTime->value()))
                                   : 0;
    if (!at.txIndex) return {slot, -1, 0};
    return {slot, std::int64_t{*at.txIndex}, at.path ? at.path->key() : 0};
}

}  // namespace

void OrderedEvents::add(std::vector<Event> events) {
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return placeOf(a.at) < placeOf(b.at); });
    List list;
    list.events = std::move(events);
    m_lists.push_back(std::move(list));
}

void OrderedEvents::add(Statement rows, Event (*make)(const Statement&)) {
    List list;
    list.rows = std::move(rows);
    list.make = make;
    m_lists.push_back(std::move(list));
}

Result<void> OrderedEvents::advance(List& list) {
    list.head.reset();
    if (list.make == nullptr) {
        if (list.next < list.events.size()) list.head = std::move(list.events[list.next++]);
        return {};
    }
    const auto more = list.rows.step();
    if (!more) return more.error();
    if (*more) list.head = list.make(list.rows);
    return {};
}

Result<void> OrderedEvents::each(const std::function<bool(const Event&)>& row) {
    for (List& list : m_lists)
        if (auto done = advance(list); !done) return done;
    while (true) {
        List* first = nullptr;
        for (List& list : m_lists)
            if (list.head && (first == nullptr || placeOf(list.head->at) < placeOf(first->head->at))) first = &list;
        if (first == nullptr || !row(*first->head)) return {};
        if (auto done = advance(*first); !done) return done;
    }
}

}  // namespace core::store
