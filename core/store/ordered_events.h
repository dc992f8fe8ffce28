// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/store/database.h"

#include <functional>
#include <optional>
#include <vector>

namespace core::store {

/// Several lists of events, each in order of the chain, as one. Of one slot earlier lists come first where no
/// position in the block tells. Thread: that of the database.
class OrderedEvents {
public:
    /// Events at hand; put into order.
    void add(std::vector<Event> events);
    /// Rows that come in order, one at a time.
    void add(Statement rows, Event (*make)(const Statement&));
    /// Calls `row` with each; false stops. Errors: Database.
    [[nodiscard]] Result<void> each(const std::function<bool(const Event&)>& row);

private:
    struct List {
        std::vector<Event> events{};
        std::size_t next = 0;
        Statement rows{};
        Event (*make)(const Statement&) = nullptr;
        std::optional<Event> head{};
    };
    [[nodiscard]] static Result<void> advance(List& list);

    std::vector<List> m_lists;
};

}  // namespace core::store
