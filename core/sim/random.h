// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"

#include <array>
#include <bit>
#include <cstdint>
#include <span>

namespace core::sim {

/// One step of splitmix64: a well mixed word from any word. Source: Steele, Lea, Flood 2014.
[[nodiscard]] constexpr std::uint64_t splitMix(std::uint64_t& state) noexcept {
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31U);
}

/// xoshiro256** with integer-only distributions: the same numbers on every machine and compiler, which the
/// distributions of <random> and libm do not promise. Source: Blackman and Vigna 2018.
class Random {
public:
    constexpr explicit Random(std::uint64_t seed) noexcept {
        for (auto& word : m_state) word = splitMix(seed);
    }

    constexpr std::uint64_t next() noexcept {
        const std::uint64_t out = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return out;
    }

    /// 0 … bound − 1; 0 when bound is 0. The bias is below bound / 2^64.
    constexpr std::uint64_t below(std::uint64_t bound) noexcept {
        return static_cast<std::uint64_t>(wideMul(next(), bound) >> 64U);
    }
    /// low … high, both included.
    constexpr std::uint64_t between(std::uint64_t low, std::uint64_t high) noexcept {
        return low + below(high - low + 1);
    }
    /// True in `permille` of 1000 calls.
    constexpr bool chance(std::uint32_t permille) noexcept { return below(1000) < permille; }

    /// An exponentially distributed waiting time with the given mean, same unit.
    constexpr std::uint64_t waiting(std::uint64_t mean) noexcept {
        const Uint128 product = static_cast<Uint128>(negativeLog(next() | 1U)) * mean;
        return static_cast<std::uint64_t>(product >> 32U);
    }

    /// Pareto with shape 1: at least `low`, above x·low with probability 1/x, cut at `high`.
    constexpr std::uint64_t heavyTail(std::uint64_t low, std::uint64_t high) noexcept {
        const std::uint64_t draw = (next() >> 32U) + 1;
        const Uint128 value = (static_cast<Uint128>(low) << 32U) / draw;
        return value > high ? high : static_cast<std::uint64_t>(value);
    }

    template <class T, std::size_t N>
    constexpr const T& pick(const std::array<T, N>& items) noexcept {
        return items[below(N)];
    }

private:
    static constexpr unsigned kLogBits = 6;

    // log2(1 + i/64) in 32.32 fixed point, bit by bit: squaring x doubles its logarithm.
    static constexpr std::uint64_t log2Fraction(std::uint64_t mantissa63) noexcept {
        std::uint64_t bits = 0;
        for (int i = 0; i < 32; ++i) {
            const Uint128 square = wideMul(mantissa63, mantissa63);
            bits <<= 1U;
            if ((square >> 127U) != 0) {
                bits |= 1U;
                mantissa63 = static_cast<std::uint64_t>(square >> 64U);
            } else {
                mantissa63 = static_cast<std::uint64_t>(square >> 63U);
            }
        }
        return bits;
    }
    static constexpr auto makeTable() noexcept {
        std::array<std::uint64_t, (1U << kLogBits) + 1> table{};
        for (std::uint64_t i = 0; i < (1U << kLogBits); ++i)
            table[i] = log2Fraction((std::uint64_t{1} << 63U) + (i << (63U - kLogBits)));
        table[1U << kLogBits] = std::uint64_t{1} << 32U;
        return table;
    }
    // −ln(u / 2^64) in 32.32 fixed point, by table and straight lines: off by less than 0.0001.
    static constexpr std::uint64_t negativeLog(std::uint64_t u) noexcept {
        constexpr auto kTable = makeTable();
        constexpr std::uint64_t kLn2 = 2'977'044'472ULL;
        const auto zeros = static_cast<unsigned>(std::countl_zero(u));
        const std::uint64_t fraction = (u << zeros) << 1U;
        const std::uint64_t cell = fraction >> (64U - kLogBits);
        const std::uint64_t inside = (fraction << kLogBits) >> 32U;
        const std::uint64_t log2 = kTable[cell] + (((kTable[cell + 1] - kTable[cell]) * inside) >> 32U);
        const std::uint64_t negative = (std::uint64_t{zeros + 1} << 32U) - log2;
        return static_cast<std::uint64_t>(wideMul(negative, kLn2) >> 32U);
    }

    std::array<std::uint64_t, 4> m_state{};
};

}  // namespace core::sim
