// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stable_vector.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace core {

/// Places for values that come and go: a place given back is used again, and as many are made as were ever in use
/// at once. References hold until the place is given back. Thread: confined.
template <class Value, std::size_t Piece = 256>
class Slab {
public:
    /// A place that holds Value{}.
    [[nodiscard]] std::uint32_t take() {
        if (m_free.empty()) {
            m_values.grow();
            return static_cast<std::uint32_t>(m_values.size() - 1);
        }
        const std::uint32_t place = m_free.back();
        m_free.pop_back();
        // The next one was given back long ago and lies far away.
        if (!m_free.empty()) fetch(m_free.back());
        m_values[place] = Value{};
        return place;
    }
    void give(std::uint32_t place) { m_free.push_back(place); }
    /// Places made so far, in use or not.
    [[nodiscard]] std::uint32_t places() const noexcept { return static_cast<std::uint32_t>(m_values.size()); }

    [[nodiscard]] Value& operator[](std::uint32_t place) noexcept { return m_values[place]; }
    [[nodiscard]] const Value& operator[](std::uint32_t place) const noexcept { return m_values[place]; }

    /// Brings the value near, for a look that comes soon.
    void fetch(std::uint32_t place) const noexcept {
        const auto* value = reinterpret_cast<const char*>(&m_values[place]);
        for (std::size_t at = 0; at < sizeof(Value); at += 64) __builtin_prefetch(value + at, 1);
    }

private:
    StableVector<Value, Piece> m_values;
    std::vector<std::uint32_t> m_free;
};

}  // namespace core
