// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"
#include "core/model/ids.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace test {

using Bytes = std::vector<std::uint8_t>;

/// Writes borsh, byte by byte: shares nothing with the reader under test, so that a mistake in one of them
/// shows. Source: solana-wire section 1.
class BorshWriter {
public:
    BorshWriter() = default;
    /// Starts with bytes given in hex, such as a discriminator.
    explicit BorshWriter(std::string_view hex) {
        const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
        for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
            m_bytes.push_back(static_cast<std::uint8_t>(nibble(hex[i]) * 16 + nibble(hex[i + 1])));
    }

    BorshWriter& u8(std::uint8_t value) { return number(value, 1); }
    BorshWriter& u16(std::uint16_t value) { return number(value, 2); }
    BorshWriter& u32(std::uint32_t value) { return number(value, 4); }
    BorshWriter& u64(std::uint64_t value) { return number(value, 8); }
    BorshWriter& i64(std::int64_t value) { return number(static_cast<std::uint64_t>(value), 8); }
    BorshWriter& i128(core::Int128 value) { return number(static_cast<core::Uint128>(value), 16); }
    BorshWriter& boolean(bool value) { return u8(value ? 1 : 0); }
    BorshWriter& string(std::string_view text) {
        u32(static_cast<std::uint32_t>(text.size()));
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
        return *this;
    }
    template <class Tag>
    BorshWriter& key(const core::FixedBytes<Tag, 32>& key) {
        return raw(key.bytes());
    }
    BorshWriter& raw(std::span<const std::uint8_t> bytes) {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        return *this;
    }

    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }

private:
    BorshWriter& number(core::Uint128 value, int size) {
        for (int i = 0; i < size; ++i, value /= 256) m_bytes.push_back(static_cast<std::uint8_t>(value % 256));
        return *this;
    }

    Bytes m_bytes;
};

/// A key of 32 bytes that differ from each other and from those of other numbers, so that a field read at a
/// wrong offset cannot look right.
template <class Key>
[[nodiscard]] Key keyOf(std::uint8_t number) {
    std::array<std::uint8_t, Key::kSize> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(number * 37U + i * 7U + 1U);
    bytes[0] = number;
    return Key{bytes};
}

}  // namespace test
