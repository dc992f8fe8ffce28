// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace core {

/// An interned short name (venue, route): two bytes that compare in one instruction.
/// The table is process-wide, append-only and holds at most 4,096 names of at most 64 bytes, so that a
/// hostile file cannot grow it without bound; names past the limit all become "other". Thread: any.
class Symbol {
public:
    /// The empty name.
    constexpr Symbol() = default;
    explicit Symbol(std::string_view name);

    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] constexpr bool empty() const noexcept { return m_id == 0; }

    /// Equality is cheap; the order is that of first use, which is not the alphabet's.
    friend constexpr bool operator==(Symbol, Symbol) noexcept = default;

private:
    std::uint16_t m_id = 0;
};

}  // namespace core
