// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>

namespace core::intel {

/// The ordinals of a wallet's coins, ascending, each once. There is one list for each wallet and most have a few
/// coins: those stand in the list itself, two lists to a cache line. Most coins that are added are the youngest,
/// which the list sees without a look at the others. Thread: confined.
class alignas(32) CoinList {
public:
    CoinList() noexcept = default;
    CoinList(const CoinList&) = delete;
    CoinList& operator=(const CoinList&) = delete;
    CoinList& operator=(CoinList&& other) noexcept {
        std::swap(m_size, other.m_size);
        std::swap(m_room, other.m_room);
        std::swap(m_last, other.m_last);
        std::swap(m_near, other.m_near);  // the larger half of the union
        return *this;
    }
    ~CoinList() {
        if (!here()) std::allocator<std::uint32_t>{}.deallocate(m_far, m_room);
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] std::span<const std::uint32_t> all() const noexcept { return {begin(), m_size}; }
    [[nodiscard]] bool contains(std::uint32_t coin) const noexcept {
        if (m_size == 0 || coin >= m_last) return m_size != 0 && coin == m_last;
        return std::binary_search(begin(), begin() + m_size, coin);
    }
    /// Adds a coin unless it is there or the list has `most`.
    void add(std::uint32_t coin, std::size_t most) {
        if (m_size >= std::min(most, kMost) || contains(coin)) return;
        if (m_size == m_room) makeRoom();
        std::uint32_t* const end = begin() + m_size;
        if (m_size == 0 || coin > m_last) {
            *end = m_last = coin;
        } else {
            std::uint32_t* const place = std::lower_bound(begin(), end, coin);
            std::copy_backward(place, end, end + 1);
            *place = coin;
        }
        ++m_size;
    }

    /// Whether the coins stand in the list itself: then kBytes of write() are all of it.
    [[nodiscard]] bool mayLeave() const noexcept { return here(); }
    static constexpr std::size_t kBytes = 28;
    void write(std::span<std::uint8_t> to) const noexcept {
        const std::uint32_t size = m_size;
        std::memcpy(to.data(), &size, sizeof size);
        std::memcpy(to.data() + sizeof size, m_near, sizeof m_near);
    }
    /// Into an empty list, what write() wrote.
    void read(std::span<const std::uint8_t> from) noexcept {
        std::uint32_t size = 0;
        std::memcpy(&size, from.data(), sizeof size);
        std::memcpy(m_near, from.data() + sizeof size, sizeof m_near);
        m_size = static_cast<std::uint16_t>(std::min<std::uint32_t>(size, kHere));
        m_last = m_size == 0 ? 0 : m_near[m_size - 1];
    }

private:
    static constexpr std::uint16_t kHere = 6;
    static constexpr std::size_t kMost = 32'768;

    [[nodiscard]] bool here() const noexcept { return m_room == kHere; }
    [[nodiscard]] const std::uint32_t* begin() const noexcept { return here() ? m_near : m_far; }
    [[nodiscard]] std::uint32_t* begin() noexcept { return here() ? m_near : m_far; }
    void makeRoom() {
        const auto room = static_cast<std::uint16_t>(std::min<std::size_t>(kMost, std::size_t{m_room} * 2));
        std::uint32_t* const far = std::allocator<std::uint32_t>{}.allocate(room);
        std::copy(begin(), begin() + m_size, far);
        if (!here()) std::allocator<std::uint32_t>{}.deallocate(m_far, m_room);
        m_far = far;
        m_room = room;
    }

    std::uint16_t m_size = 0;
    std::uint16_t m_room = kHere;
    std::uint32_t m_last = 0;
    union {
        std::uint32_t m_near[kHere] = {};
        std::uint32_t* m_far;
    };
};
static_assert(sizeof(CoinList) == 32);

}  // namespace core::intel
