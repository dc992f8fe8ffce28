// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/candle.h"

#include <charconv>

namespace core {

std::string BarSpec::text() const {
    if (trades != 0) return std::to_string(trades) + "t";
    if (seconds % 86400 == 0) return std::to_string(seconds / 86400) + "d";
    if (seconds % 3600 == 0) return std::to_string(seconds / 3600) + "h";
    if (seconds % 60 == 0) return std::to_string(seconds / 60) + "m";
    return std::to_string(seconds) + "s";
}

Result<BarSpec> BarSpec::parse(std::string_view text) {
    constexpr std::uint64_t kMaxSeconds = 30ULL * 86400;
    constexpr std::uint64_t kMaxTrades = 100'000;
    std::uint32_t count = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), count);
    if (parsed.ec != std::errc{} || parsed.ptr + 1 != text.data() + text.size() || count == 0)
        return fail(ErrorCode::BadValue, "interval: give a number and one of s m h d t, like 5m or 100t");
    std::uint64_t unit = 0;
    switch (*parsed.ptr) {
        case 's': unit = 1; break;
        case 'm': unit = 60; break;
        case 'h': unit = 3600; break;
        case 'd': unit = 86400; break;
        case 't':
            if (count > kMaxTrades) return fail(ErrorCode::BadValue, "interval: at most 100000 trades a bar");
            return BarSpec{0, count};
        default: return fail(ErrorCode::BadValue, "interval: the unit is one of s m h d t");
    }
    if (count * unit > kMaxSeconds) return fail(ErrorCode::BadValue, "interval: at most 30 days");
    return BarSpec{static_cast<std::uint32_t>(count * unit), 0};
}

}  // namespace core
