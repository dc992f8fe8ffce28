// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stable_vector.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace core {

/// Values by number where few numbers have one: the others cost 4 bytes. `Piece`: values made at once, see
/// StableVector. References stay good. Thread: as a vector.
template <class Value, std::size_t Piece>
class SparseVector {
public:
    /// The value of a number; Value{} when it had none.
    Value& operator[](std::uint32_t number) {
        if (number >= m_placeOf.size()) m_placeOf.resize(number + std::size_t{1}, kNone);
        std::uint32_t& place = m_placeOf[number];
        if (place == kNone) {
            place = static_cast<std::uint32_t>(m_values.size());
            m_values.grow();
        }
        return m_values[place];
    }
    /// The same without making one: Value{} for a number that has none.
    const Value& operator[](std::uint32_t number) const noexcept {
        static const Value kEmpty{};
        const Value* value = find(number);
        return value == nullptr ? kEmpty : *value;
    }
    /// Null when the number has none.
    [[nodiscard]] const Value* find(std::uint32_t number) const noexcept {
        if (number >= m_placeOf.size() || m_placeOf[number] == kNone) return nullptr;
        return &m_values[m_placeOf[number]];
    }
    /// Brings near what tells where the value of a number is; later the value.
    void fetchPlace(std::uint32_t number) const noexcept {
        if (number < m_placeOf.size()) __builtin_prefetch(&m_placeOf[number]);
    }
    void fetch(std::uint32_t number) const noexcept {
        if (const Value* value = find(number)) __builtin_prefetch(value, 1);
    }

private:
    static constexpr std::uint32_t kNone = 0xffffffffU;

    std::vector<std::uint32_t> m_placeOf;
    StableVector<Value, Piece> m_values;
};

}  // namespace core
