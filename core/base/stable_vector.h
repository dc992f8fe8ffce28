// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace core {

/// A vector that grows by pieces of `Piece` elements (a power of two): nothing is ever moved, so references stay
/// good, growing costs no copy of what is there, and no room beyond one piece is set aside. Thread: as a vector.
template <class T, std::size_t Piece>
class StableVector {
    static_assert(Piece != 0 && (Piece & (Piece - 1)) == 0);

public:
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    [[nodiscard]] T& operator[](std::size_t index) noexcept { return m_pieces[index / Piece][index % Piece]; }
    [[nodiscard]] const T& operator[](std::size_t index) const noexcept {
        return m_pieces[index / Piece][index % Piece];
    }
    /// Adds one element, as T{} makes it.
    T& grow() {
        if (m_size % Piece == 0) m_pieces.push_back(std::make_unique<T[]>(Piece));
        return (*this)[m_size++];
    }
    /// Grows to `size` elements at least.
    void growTo(std::size_t size) {
        while (m_size < size) grow();
    }

private:
    std::vector<std::unique_ptr<T[]>> m_pieces;
    std::size_t m_size = 0;
};

}  // namespace core
