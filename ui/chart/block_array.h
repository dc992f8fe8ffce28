// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace ui {

/// An array that grows and shrinks at its end without moving what it holds: appending to a history of a
/// million bars costs what appending to the first costs.
template <class T>
class BlockArray {
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        return (*m_blocks[index / kBlockSize])[index % kBlockSize];
    }
    [[nodiscard]] T& operator[](std::size_t index) { return (*m_blocks[index / kBlockSize])[index % kBlockSize]; }
    void push(const T& value) {
        if (m_size == m_blocks.size() * kBlockSize) m_blocks.push_back(std::make_unique<Block>());
        (*this)[m_size++] = value;
    }
    /// Drops everything from `size` on.
    void truncate(std::size_t size) {
        if (size >= m_size) return;
        m_size = size;
        m_blocks.resize((size + kBlockSize - 1) / kBlockSize);
    }
    void clear() { truncate(0); }

private:
    static constexpr std::size_t kBlockSize = 2048;
    using Block = std::array<T, kBlockSize>;

    std::vector<std::unique_ptr<Block>> m_blocks;
    std::size_t m_size = 0;
};

}  // namespace ui
