// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace core {

/// Writes what ByteReader reads back, at the end of a list of bytes. Thread: confined.
class ByteWriter {
public:
    explicit ByteWriter(std::vector<std::uint8_t>& to) noexcept : m_to(to) {}

    void byte(std::uint8_t value) { m_to.push_back(value); }
    /// Seven bits a byte, the lowest first: small numbers are short. Read by ByteReader::varint().
    void varint(std::uint64_t value) {
        while (value >= 0x80U) {
            byte(static_cast<std::uint8_t>(value | 0x80U));
            value >>= 7U;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    /// Small numbers of either sign are short. Read by ByteReader::signedVarint().
    void signedVarint(std::int64_t value) {
        const auto bits = static_cast<std::uint64_t>(value);
        varint((bits << 1U) ^ (0U - (bits >> 63U)));
    }
    /// The value's bytes as they lie in memory. Read by ByteReader::integer().
    template <class T>
    void fixed(const T& value) {
        const std::size_t at = m_to.size();
        m_to.resize(at + sizeof value);
        std::memcpy(m_to.data() + at, &value, sizeof value);
    }
    void bytes(std::span<const std::uint8_t> value) { m_to.insert(m_to.end(), value.begin(), value.end()); }
    /// A length and the bytes. Read by ByteReader::text().
    void text(std::string_view value) {
        varint(value.size());
        m_to.insert(m_to.end(), value.begin(), value.end());
    }

private:
    std::vector<std::uint8_t>& m_to;
};

}  // namespace core
