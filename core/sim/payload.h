// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/address.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace core::sim {

/// Little-endian borsh bytes of an instruction or an event. Discriminators are written as they are read in
/// hex, first byte highest: `Payload(0xbddb7fd34ee661ee)`.
class Payload {
public:
    Payload() { m_bytes.reserve(64); }
    explicit Payload(std::uint64_t discriminator) {
        m_bytes.reserve(512);
        for (unsigned shift = 64; shift > 0; shift -= 8)
            m_bytes.push_back(static_cast<std::uint8_t>(discriminator >> (shift - 8)));
    }

    Payload& u8(std::uint8_t value) { return little(value, 1); }
    Payload& u16(std::uint16_t value) { return little(value, 2); }
    Payload& u32(std::uint32_t value) { return little(value, 4); }
    Payload& u64(std::uint64_t value) { return little(value, 8); }
    Payload& i64(std::int64_t value) { return little(static_cast<std::uint64_t>(value), 8); }
    /// A 128-bit value that fits 64 bits and is not negative.
    Payload& wide(std::uint64_t value) { return u64(value).u64(0); }
    Payload& key(const Address& address) { return bytes(address.key().bytes()); }
    /// u32 length, then the bytes.
    Payload& text(std::string_view value) {
        u32(static_cast<std::uint32_t>(value.size()));
        for (const char c : value) m_bytes.push_back(static_cast<std::uint8_t>(c));
        return *this;
    }
    Payload& bytes(std::span<const std::uint8_t> value) {
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
        return *this;
    }

    [[nodiscard]] std::span<const std::uint8_t> view() const noexcept { return m_bytes; }
    [[nodiscard]] std::vector<std::uint8_t> take() && { return std::move(m_bytes); }

private:
    Payload& little(std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i, value >>= 8U) m_bytes.push_back(static_cast<std::uint8_t>(value));
        return *this;
    }

    std::vector<std::uint8_t> m_bytes;
};

}  // namespace core::sim
