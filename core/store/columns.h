// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed_bytes.h"
#include "core/model/ids.h"
#include "core/store/database.h"

#include <bit>
#include <cstdint>
#include <optional>
#include <span>

namespace core::store {

// How values stand in columns. Unsigned integers travel bit for bit; what is unknown is NULL. Of this library
// alone.

[[nodiscard]] inline std::int64_t bits(std::uint64_t value) {
    return std::bit_cast<std::int64_t>(value);
}
[[nodiscard]] inline std::uint64_t fromBits(std::int64_t value) {
    return std::bit_cast<std::uint64_t>(value);
}

template <class Tag, std::size_t N>
void bindKey(Statement& to, int index, const std::optional<FixedBytes<Tag, N>>& key) {
    if (key)
        to.bind(index, std::span<const std::uint8_t>{key->bytes()});
    else
        to.bindNull(index);
}
template <class Tag, std::size_t N>
void bindKey(Statement& to, int index, const FixedBytes<Tag, N>& key) {
    to.bind(index, std::span<const std::uint8_t>{key.bytes()});
}
inline void bindUnsigned(Statement& to, int index, const std::optional<std::uint64_t>& value) {
    if (value)
        to.bind(index, bits(*value));
    else
        to.bindNull(index);
}
inline void bindTime(Statement& to, int index, const std::optional<std::int64_t>& value) {
    if (value)
        to.bind(index, *value);
    else
        to.bindNull(index);
}

template <class Key>
[[nodiscard]] std::optional<Key> keyAt(const Statement& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    const auto key = Key::fromBytes(row.blob(column));
    return key ? std::optional{*key} : std::nullopt;
}
[[nodiscard]] inline std::optional<std::uint64_t> unsignedAt(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{fromBits(row.integer(column))};
}
[[nodiscard]] inline std::optional<TokenAmount> amountAt(const Statement& row, int column) {
    const auto value = unsignedAt(row, column);
    return value ? std::optional{TokenAmount{*value}} : std::nullopt;
}

}  // namespace core::store
