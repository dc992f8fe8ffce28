// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace core::ledger {

/// Numbers in the order in which they were touched last; every step is O(1). Thread: confined.
class IdleOrder {
public:
    static constexpr std::uint32_t kNone = 0xffffffffU;

    /// The number was touched now; it joins when it was not there.
    void touch(std::uint32_t number) {
        if (m_newest == number) return;
        if (m_links.size() <= number) m_links.resize(std::size_t{number} + 1);
        remove(number);
        Link& link = m_links[number];
        link.in = true;
        link.older = m_newest;
        link.newer = kNone;
        if (m_newest != kNone) m_links[m_newest].newer = number;
        m_newest = number;
        if (m_oldest == kNone) m_oldest = number;
    }
    void remove(std::uint32_t number) {
        if (number >= m_links.size() || !m_links[number].in) return;
        const Link link = m_links[number];
        m_links[number] = {};
        (link.older == kNone ? m_oldest : m_links[link.older].newer) = link.newer;
        (link.newer == kNone ? m_newest : m_links[link.newer].older) = link.older;
    }
    /// The one that was not touched for longest; kNone when there is none.
    [[nodiscard]] std::uint32_t oldest() const noexcept { return m_oldest; }
    /// The one touched next after `number`.
    [[nodiscard]] std::uint32_t newerThan(std::uint32_t number) const noexcept { return m_links[number].newer; }

private:
    struct Link {
        std::uint32_t older = kNone;
        std::uint32_t newer = kNone;
        bool in = false;
    };

    std::vector<Link> m_links;  ///< by number
    std::uint32_t m_oldest = kNone;
    std::uint32_t m_newest = kNone;
};

}  // namespace core::ledger
