// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/flag.h"

#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::detect {

/// Every statement of the detectors in the order they were made; none is ever changed. Thread: confined.
class FlagBook {
public:
    /// A flag as it stands: its first statement tells since when, its last one what is known now.
    struct Entry {
        const Flag* first = nullptr;
        const Flag* last = nullptr;
    };

    void add(Flag flag);
    [[nodiscard]] const std::deque<Flag>& history() const noexcept { return m_history; }
    /// The flags of a coin that stand, by kind and subject; `mint` empty: those about wallets alone. A flag whose
    /// last statement withdraws it does not stand.
    [[nodiscard]] std::vector<Entry> of(const std::optional<Mint>& mint) const;

private:
    std::deque<Flag> m_history;
    std::map<std::optional<Mint>, std::map<std::pair<std::string, std::string>, Entry>> m_current;
};

/// The alert that a flag worth one makes.
[[nodiscard]] Alert alertOf(const Flag& flag);

}  // namespace core::detect
