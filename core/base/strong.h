// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <functional>

namespace core {

/// A value of `Rep` that cannot be mixed up with another meaning of the same representation.
/// Construction is explicit and there is no arithmetic: take `value()` and use core/base/checked_math.h.
template <class Tag, class Rep>
class Strong {
public:
    using rep = Rep;

    constexpr Strong() = default;
    constexpr explicit Strong(Rep value) noexcept : m_value(value) {}

    [[nodiscard]] constexpr Rep value() const noexcept { return m_value; }
    friend constexpr auto operator<=>(Strong, Strong) noexcept = default;

private:
    Rep m_value{};
};

}  // namespace core

template <class Tag, class Rep>
struct std::hash<core::Strong<Tag, Rep>> {
    std::size_t operator()(core::Strong<Tag, Rep> strong) const noexcept {
        return std::hash<Rep>{}(strong.value());
    }
};
