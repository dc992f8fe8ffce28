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

/// Writes events and instructions byte by byte, so that what the decoders read comes from code that is not
/// theirs.
class BorshWriter {
public:
    BorshWriter() = default;
    /// Begins with a discriminator, written as hex digits in byte order.
    explicit BorshWriter(std::string_view discriminatorHex) { hex(discriminatorHex); }

    BorshWriter& u8(std::uint8_t value) { return little(value, 1); }
    BorshWriter& u16(std::uint16_t value) { return little(value, 2); }
    BorshWriter& u32(std::uint32_t value) { return little(value, 4); }
    BorshWriter& u64(std::uint64_t value) { return little(value, 8); }
    BorshWriter& i32(std::int32_t value) { return little(static_cast<std::uint32_t>(value), 4); }
    BorshWriter& i64(std::int64_t value) { return little(static_cast<std::uint64_t>(value), 8); }
    BorshWriter& u128(std::uint64_t high, std::uint64_t low) { return little(low, 8).little(high, 8); }
    BorshWriter& i128(core::Int128 value) {
        const auto bits = static_cast<core::Uint128>(value);
        return u128(static_cast<std::uint64_t>(bits >> 64U), static_cast<std::uint64_t>(bits));
    }
    BorshWriter& boolean(bool value) { return u8(value ? 1 : 0); }
    template <class Tag>
    BorshWriter& pubkey(const core::FixedBytes<Tag, 32>& key) {
        return raw(key.bytes());
    }
    BorshWriter& string(std::string_view text) {
        u32(static_cast<std::uint32_t>(text.size()));
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
        return *this;
    }
    BorshWriter& raw(std::span<const std::uint8_t> bytes) {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        return *this;
    }
    BorshWriter& hex(std::string_view digits) {
        const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
        for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
            u8(static_cast<std::uint8_t>(nibble(digits[i]) * 16 + nibble(digits[i + 1])));
        return *this;
    }

    [[nodiscard]] const Bytes& bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::size_t size() const noexcept { return m_bytes.size(); }

private:
    BorshWriter& little(std::uint64_t value, unsigned size) {
        for (unsigned i = 0; i < size; ++i) m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
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
