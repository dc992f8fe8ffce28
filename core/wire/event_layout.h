// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/result.h"
#include "core/model/ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::wire {

/// First 8 bytes of an Anchor event or instruction, as the integer that reads them.
using Discriminator = std::uint64_t;

/// The discriminator whose bytes are the given 16 hex digits, in byte order.
consteval Discriminator discriminator(std::string_view hex) {
    Discriminator value = 0;
    if (hex.size() != 16) throw "a discriminator has 8 bytes";
    for (std::size_t i = 0; i < 16; ++i) {
        const char c = hex[i];
        const std::uint64_t nibble = static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
        value |= nibble << ((i / 2) * 8 + (i % 2 == 0 ? 4 : 0));
    }
    return value;
}

/// A share of creator fees.
struct Shareholder {
    Pubkey address;
    std::uint16_t shareBps = 0;
};

/// Fills a struct from event bytes. A layout is one function template `layout(visitor)` that names its
/// fields in wire order; `generationEnd()` marks each length at which some version of the program stopped.
/// Bytes that end at such a mark are an older generation (the fields behind stay empty); bytes that end
/// anywhere else are truncated; bytes behind the last field belong to a newer generation and are counted.
class LayoutReader {
public:
    explicit LayoutReader(std::span<const std::uint8_t> body) noexcept : m_reader(body) {}

    void operator()(std::string_view, std::uint8_t& to) {
        take([&] { to = m_reader.integer<std::uint8_t>(); });
    }
    void operator()(std::string_view, std::uint16_t& to) {
        take([&] { to = m_reader.integer<std::uint16_t>(); });
    }
    void operator()(std::string_view, std::uint64_t& to) {
        take([&] { to = m_reader.integer<std::uint64_t>(); });
    }
    void operator()(std::string_view, std::int64_t& to) {
        take([&] { to = m_reader.integer<std::int64_t>(); });
    }
    void operator()(std::string_view, std::int32_t& to) {
        take([&] { to = m_reader.integer<std::int32_t>(); });
    }
    void operator()(std::string_view, std::uint32_t& to) {
        take([&] { to = m_reader.integer<std::uint32_t>(); });
    }
    void operator()(std::string_view, Int128& to) {
        take([&] { to = m_reader.int128(); });
    }
    void operator()(std::string_view, Uint128& to) {
        take([&] { to = static_cast<Uint128>(m_reader.int128()); });
    }
    void operator()(std::string_view, bool& to) {
        take([&] { to = m_reader.boolean(); });
    }
    void operator()(std::string_view, std::string& to) {
        take([&] { to = std::string{m_reader.string()}; });
    }
    template <class Tag>
    void operator()(std::string_view, FixedBytes<Tag, 32>& to) {
        take([&] { to = key<Tag>(); });
    }
    void operator()(std::string_view, std::vector<Shareholder>& to) {
        take([&] {
            constexpr std::size_t kEntry = 34;
            const auto count = m_reader.integer<std::uint32_t>();
            // A count that the rest cannot hold must not become an allocation.
            if (m_reader.failed() || count > m_reader.remaining() / kEntry) {
                m_truncated = true;
                return;
            }
            to.resize(count);
            for (auto& entry : to) {
                entry.address = key<struct PubkeyTag>();
                entry.shareBps = m_reader.integer<std::uint16_t>();
            }
        });
    }
    /// A field of a later generation: read when it is there.
    template <class T>
    void operator()(std::string_view name, std::optional<T>& to) {
        if (m_ended) return;
        T value{};
        (*this)(name, value);
        if (!m_truncated) to = std::move(value);
    }
    void generationEnd() noexcept {
        if (!m_truncated && m_reader.atEnd()) m_ended = true;
    }

    /// Bytes behind the last known field. Errors: Truncated.
    [[nodiscard]] Result<std::size_t> finish() const {
        if (m_truncated || m_reader.failed()) return fail(ErrorCode::Truncated, "event ends inside its fields");
        return m_reader.remaining();
    }

private:
    template <class Read>
    void take(Read read) {
        if (m_ended || m_truncated) return;
        read();
        if (m_reader.failed()) m_truncated = true;
    }
    template <class Tag>
    FixedBytes<Tag, 32> key() {
        const auto bytes = m_reader.bytes(32);
        return bytes.empty() ? FixedBytes<Tag, 32>{} : FixedBytes<Tag, 32>::fromBytes(bytes).value();
    }

    ByteReader m_reader;
    bool m_ended = false;
    bool m_truncated = false;
};

/// A decoded event as text, for `decode --fields` and for comparing field by field: integers in decimal,
/// keys in base58, empty optional fields left out.
struct EventFields {
    std::string_view event;
    std::size_t trailingBytes = 0;
    std::vector<std::pair<std::string, std::string>> fields;
};

/// Writes a struct as EventFields through the same layout function.
class LayoutPrinter {
public:
    void operator()(std::string_view name, std::uint8_t value) { add(name, std::to_string(value)); }
    void operator()(std::string_view name, std::uint16_t value) { add(name, std::to_string(value)); }
    void operator()(std::string_view name, std::uint64_t value) { add(name, std::to_string(value)); }
    void operator()(std::string_view name, std::int64_t value) { add(name, std::to_string(value)); }
    void operator()(std::string_view name, std::int32_t value) { add(name, std::to_string(value)); }
    void operator()(std::string_view name, std::uint32_t value) { add(name, std::to_string(value)); }
    void operator()(std::string_view name, Int128 value);
    void operator()(std::string_view name, Uint128 value);
    void operator()(std::string_view name, bool value) { add(name, value ? "true" : "false"); }
    void operator()(std::string_view name, const std::string& value) { add(name, value); }
    template <class Tag>
    void operator()(std::string_view name, const FixedBytes<Tag, 32>& value) {
        add(name, value.base58());
    }
    void operator()(std::string_view name, const std::vector<Shareholder>& value);
    template <class T>
    void operator()(std::string_view name, const std::optional<T>& value) {
        if (value) (*this)(name, *value);
    }
    void generationEnd() noexcept {}

    std::vector<std::pair<std::string, std::string>> fields;

private:
    void add(std::string_view name, std::string value) { fields.emplace_back(name, std::move(value)); }
};

/// An event struct together with the bytes behind its last known field.
template <class T>
struct Decoded {
    T event;
    std::size_t trailingBytes = 0;
};

/// Reads `T` from the body of an event (the bytes behind its discriminator). Errors: Truncated.
template <class T>
[[nodiscard]] Result<Decoded<T>> readLayout(std::span<const std::uint8_t> body) {
    Decoded<T> out;
    LayoutReader reader{body};
    out.event.layout(reader);
    const auto trailing = reader.finish();
    if (!trailing) return fail(trailing.error().code, std::string{T::kName} + ": " + trailing.error().context);
    out.trailingBytes = *trailing;
    return out;
}

/// `T` of an event body as text. Errors: Truncated.
template <class T>
[[nodiscard]] Result<EventFields> printLayout(std::span<const std::uint8_t> body) {
    auto decoded = readLayout<T>(body);
    if (!decoded) return decoded.error();
    LayoutPrinter printer;
    decoded->event.layout(printer);
    return EventFields{T::kName, decoded->trailingBytes, std::move(printer.fields)};
}

/// For events that move nothing: whether the body is one. Errors: Truncated.
template <class T>
[[nodiscard]] Result<void> checkLayout(std::span<const std::uint8_t> body) {
    const auto decoded = readLayout<T>(body);
    if (!decoded) return decoded.error();
    return {};
}

/// Takes the discriminator off the front of an event payload. Errors: Truncated.
[[nodiscard]] inline Result<Discriminator> splitDiscriminator(std::span<const std::uint8_t>& payload) {
    ByteReader reader{payload};
    const auto found = reader.integer<Discriminator>();
    if (reader.failed()) return fail(ErrorCode::Truncated, "event shorter than its discriminator");
    payload = payload.subspan(sizeof(Discriminator));
    return found;
}

}  // namespace core::wire
