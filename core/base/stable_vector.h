// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"

#include <cstddef>
#include <memory>
#include <utility>
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
        if (m_size % Piece == 0) m_pieces.push_back(make());
        return (*this)[m_size++];
    }
    /// Forgets everything and gives the memory back.
    void clear() noexcept {
        std::vector<PieceOwner>{}.swap(m_pieces);
        m_size = 0;
    }
    /// Bytes set aside.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_pieces.size() * Piece * sizeof(T); }
    /// Grows to `size` elements at least.
    void growTo(std::size_t size) {
        while (m_size < size) grow();
    }

private:
    struct Free {
        void operator()(T* piece) const noexcept {
            std::destroy_n(piece, Piece);
            LargePages<T>{}.deallocate(piece, Piece);
        }
    };
    using PieceOwner = std::unique_ptr<T[], Free>;

    static PieceOwner make() {
        struct Raw {
            T* memory = LargePages<T>{}.allocate(Piece);
            ~Raw() {
                if (memory != nullptr) LargePages<T>{}.deallocate(memory, Piece);
            }
        } raw;
        std::uninitialized_value_construct_n(raw.memory, Piece);
        return PieceOwner{std::exchange(raw.memory, nullptr)};
    }

    std::vector<PieceOwner> m_pieces;
    std::size_t m_size = 0;
};

}  // namespace core
