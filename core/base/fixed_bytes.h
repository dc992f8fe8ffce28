// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/base58.h"
#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace core {

/// N opaque bytes with a meaning of their own (`Tag`). Text form: base58.
template <class Tag, std::size_t N>
class FixedBytes {
public:
    static constexpr std::size_t kSize = N;

    constexpr FixedBytes() = default;
    constexpr explicit FixedBytes(const std::array<std::uint8_t, N>& bytes) noexcept : m_bytes(bytes) {}
    /// Another meaning of the same bytes, said aloud (`Mint{pubkey}`).
    template <class OtherTag>
    constexpr explicit FixedBytes(const FixedBytes<OtherTag, N>& other) noexcept : m_bytes(other.bytes()) {}

    /// From exactly N bytes. Errors: Truncated for any other size.
    [[nodiscard]] static Result<FixedBytes> fromBytes(std::span<const std::uint8_t> bytes) {
        if (bytes.size() != N) return fail(ErrorCode::Truncated, "key of wrong size");
        FixedBytes out;
        std::memcpy(out.m_bytes.data(), bytes.data(), N);
        return out;
    }
    /// From base58 text of exactly N bytes. Errors: BadEncoding.
    [[nodiscard]] static Result<FixedBytes> fromBase58(std::string_view text) {
        FixedBytes out;
        if (!base58DecodeExact(text, out.m_bytes)) return fail(ErrorCode::BadEncoding, "base58 key");
        return out;
    }

    [[nodiscard]] constexpr const std::array<std::uint8_t, N>& bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::string base58() const { return base58Encode(m_bytes); }
    [[nodiscard]] constexpr bool isZero() const noexcept { return m_bytes == std::array<std::uint8_t, N>{}; }

    friend constexpr auto operator<=>(const FixedBytes&, const FixedBytes&) noexcept = default;

private:
    std::array<std::uint8_t, N> m_bytes{};
};

}  // namespace core

template <class Tag, std::size_t N>
struct std::hash<core::FixedBytes<Tag, N>> {
    std::size_t operator()(const core::FixedBytes<Tag, N>& key) const noexcept {
        // Keys and signatures are already uniform, but vanity mints share long prefixes and suffixes and
        // an attacker may choose them: mix two words from the middle with a multiply.
        std::uint64_t a = 0;
        std::uint64_t b = 0;
        std::memcpy(&a, key.bytes().data() + 8, sizeof a);
        std::memcpy(&b, key.bytes().data() + 16, sizeof b);
        std::uint64_t mixed = (a ^ 0x9e3779b97f4a7c15ULL) * 0xff51afd7ed558ccdULL;
        mixed ^= b + (mixed >> 32U);
        mixed *= 0xc4ceb9fe1a85ec53ULL;
        return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
    }
};
