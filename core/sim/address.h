// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace core::sim {

/// An account address with its base58 text beside it, because every transaction writes the text again.
class Address {
public:
    Address() = default;
    explicit Address(const Pubkey& key);
    /// From known text; a constant that does not parse is a bug and throws.
    [[nodiscard]] static Address fromText(std::string_view base58);
    /// A made-up address: the same (seed, kind, a, b) always gives the same bytes. No private key exists.
    [[nodiscard]] static Address derived(std::uint64_t seed, std::string_view kind, std::uint64_t a,
                                         std::uint64_t b = 0);

    [[nodiscard]] const Pubkey& key() const noexcept { return m_key; }
    [[nodiscard]] std::string_view text() const noexcept { return {m_text.data(), m_length}; }
    friend bool operator==(const Address& a, const Address& b) noexcept { return a.m_key == b.m_key; }

private:
    Pubkey m_key;
    std::array<char, 44> m_text{};
    std::uint8_t m_length = 0;
};

/// 64 made-up signature bytes, the same for the same seed and number.
[[nodiscard]] Signature derivedSignature(std::uint64_t seed, std::uint64_t number);

}  // namespace core::sim
