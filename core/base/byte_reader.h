// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace core {

static_assert(std::endian::native == std::endian::little, "the chain's integers are read in place");

/// Bounded little-endian reader over bytes that nobody has checked yet.
/// A read past the end returns zero and sets `failed()`; every later read fails too, so a decoder reads
/// its fields in a row and asks once. Never reads outside the span. Thread: confined.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes) noexcept : m_bytes(bytes) {}

    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    /// What was read made no sense: every later read fails.
    void fail() noexcept { m_failed = true; }
    [[nodiscard]] std::size_t position() const noexcept { return m_at; }
    [[nodiscard]] std::size_t remaining() const noexcept { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const noexcept { return m_at == m_bytes.size(); }

    /// Fixed-width little-endian integer.
    template <std::integral T>
    T integer() noexcept {
        T value{};
        copy(&value, sizeof value);
        return value;
    }
    Int128 int128() noexcept {
        Int128 value{};
        copy(&value, sizeof value);
        return value;
    }
    /// Borsh bool: 0 or 1, anything else is corrupt.
    bool boolean() noexcept {
        const auto byte = integer<std::uint8_t>();
        if (byte > 1) m_failed = true;
        return byte == 1;
    }
    /// The next `size` bytes as a view into the input; empty on failure.
    std::span<const std::uint8_t> bytes(std::size_t size) noexcept {
        if (m_failed || size > remaining()) {
            m_failed = true;
            return {};
        }
        const auto view = m_bytes.subspan(m_at, size);
        m_at += size;
        return view;
    }
    /// Borsh string: u32 length, then bytes (not checked for UTF-8).
    std::string_view string() noexcept {
        const auto length = integer<std::uint32_t>();
        const auto view = bytes(length);
        return {reinterpret_cast<const char*>(view.data()), view.size()};
    }
    /// compact-u16 of the transaction format (7 bits per byte, at most 3 bytes).
    std::uint16_t compactU16() noexcept {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift <= 14; shift += 7) {
            const auto byte = integer<std::uint8_t>();
            value |= static_cast<std::uint32_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0) {
                if (value > 0xffffU) m_failed = true;
                return static_cast<std::uint16_t>(value);
            }
        }
        m_failed = true;
        return 0;
    }
    /// Seven bits a byte, the lowest first, at most ten bytes; what does not fit 64 bits is corrupt.
    std::uint64_t varint() noexcept {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = integer<std::uint8_t>();
            if (m_failed || (shift == 63 && byte > 1)) break;
            value |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80U) return value;
        }
        m_failed = true;
        return 0;
    }
    /// As ByteWriter::signedVarint() wrote it.
    std::int64_t signedVarint() noexcept {
        const std::uint64_t folded = varint();
        return static_cast<std::int64_t>((folded >> 1U) ^ (0U - (folded & 1U)));
    }
    /// As ByteWriter::text() wrote it (not checked for UTF-8).
    std::string_view text() noexcept {
        const std::uint64_t length = varint();
        if (length > remaining()) m_failed = true;
        const auto view = bytes(m_failed ? 0 : static_cast<std::size_t>(length));
        return {reinterpret_cast<const char*>(view.data()), view.size()};
    }

private:
    void copy(void* to, std::size_t size) noexcept {
        const auto view = bytes(size);
        if (!view.empty()) std::memcpy(to, view.data(), size);
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

}  // namespace core
