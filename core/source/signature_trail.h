// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace core::source {

/// Where to resume an address after an outage. Thread: confined.
struct Anchor {
    std::string signature;  ///< empty: the address had no transaction yet, so everything is new
    std::uint64_t slot = 0;
};

/// One signature of each of the newest slots seen for an address. Signatures of one slot, and of slots near
/// each other, arrive in any order; so the anchor lies some slots behind the newest. Thread: confined.
class SignatureTrail {
public:
    static constexpr std::uint64_t kMarginSlots = 8;
    static constexpr std::size_t kKeptSlots = 64;

    void note(std::uint64_t slot, std::string_view signature) {
        m_bySlot.try_emplace(slot, signature);
        if (m_bySlot.size() > kKeptSlots) m_bySlot.erase(m_bySlot.begin());
    }
    /// The address was asked for its history and has none.
    void noteEmpty() noexcept { m_knownEmpty = true; }
    [[nodiscard]] bool known() const noexcept { return m_knownEmpty || !m_bySlot.empty(); }

    /// Nothing when no signature was ever seen.
    [[nodiscard]] std::optional<Anchor> anchor() const {
        if (m_bySlot.empty()) return m_knownEmpty ? std::optional(Anchor{}) : std::nullopt;
        const std::uint64_t newest = m_bySlot.rbegin()->first;
        auto found = m_bySlot.upper_bound(newest - std::min(newest, kMarginSlots));
        if (found != m_bySlot.begin()) return Anchor{std::prev(found)->second, std::prev(found)->first};
        // Everything seen is too fresh: with an empty history before it, all of it is to be asked for.
        if (m_knownEmpty) return Anchor{};
        return Anchor{found->second, found->first};
    }

private:
    std::map<std::uint64_t, std::string> m_bySlot;
    bool m_knownEmpty = false;
};

/// The newest signatures delivered, so that a backfill does not fetch them again. Thread: confined.
class RecentSignatures {
public:
    static constexpr std::size_t kKept = 65'536;

    void add(std::string_view signature) {
        const auto [at, isNew] = m_set.emplace(signature);
        if (!isNew) return;
        m_order.push_back(&*at);
        if (m_order.size() <= kKept) return;
        m_set.erase(m_set.find(*m_order.front()));
        m_order.pop_front();
    }
    [[nodiscard]] bool contains(const std::string& signature) const { return m_set.contains(signature); }

private:
    std::unordered_set<std::string> m_set;
    std::deque<const std::string*> m_order;
};

}  // namespace core::source
