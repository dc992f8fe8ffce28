// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>

namespace core {

__extension__ using Uint128 = unsigned __int128;
__extension__ using Int128 = __int128;

/// a + b, or nothing when the sum leaves the type.
template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checkedAdd(T a, T b) noexcept {
    T sum{};
    if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
    return sum;
}

/// a - b, or nothing when the difference leaves the type.
template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checkedSub(T a, T b) noexcept {
    T difference{};
    if (__builtin_sub_overflow(a, b, &difference)) return std::nullopt;
    return difference;
}

/// a * b, or nothing when the product leaves the type.
template <std::integral T>
[[nodiscard]] constexpr std::optional<T> checkedMul(T a, T b) noexcept {
    T product{};
    if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
    return product;
}

/// a + b held at the maximum: for sums over hostile amounts, where a wrapped total would look small.
template <std::unsigned_integral T>
[[nodiscard]] constexpr T saturatingAdd(T a, T b) noexcept {
    const auto sum = checkedAdd(a, b);
    return sum ? *sum : std::numeric_limits<T>::max();
}

/// a - b held at zero.
template <std::unsigned_integral T>
[[nodiscard]] constexpr T saturatingSub(T a, T b) noexcept {
    return a > b ? static_cast<T>(a - b) : T{0};
}

/// a * b without loss.
[[nodiscard]] constexpr Uint128 wideMul(std::uint64_t a, std::uint64_t b) noexcept {
    return static_cast<Uint128>(a) * b;
}

/// floor(a * b / divisor) through 128 bits; nothing when divisor is 0 or the quotient passes 64 bits.
[[nodiscard]] constexpr std::optional<std::uint64_t> mulDiv(std::uint64_t a, std::uint64_t b,
                                                            std::uint64_t divisor) noexcept {
    if (divisor == 0) return std::nullopt;
    const Uint128 quotient = wideMul(a, b) / divisor;
    if (quotient > std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
    return static_cast<std::uint64_t>(quotient);
}

/// The value in T, or nothing when it does not fit.
template <std::integral T, std::integral U>
[[nodiscard]] constexpr std::optional<T> narrow(U value) noexcept {
    const T converted = static_cast<T>(value);
    if (static_cast<U>(converted) != value || ((converted < T{}) != (value < U{}))) return std::nullopt;
    return converted;
}

}  // namespace core
