// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ids.h"

#include <charconv>

namespace core {

std::string EventPath::text() const {
    std::string out = std::to_string(top);
    if (inner != kNoInner) out += '.' + std::to_string(inner);
    if (ordinal != 0) out += (inner == kNoInner ? "+" : ".") + std::to_string(ordinal);
    return out;
}

Result<EventPath> EventPath::parse(std::string_view text) {
    EventPath path;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto number = [&](std::uint16_t& into) {
        const auto parsed = std::from_chars(at, end, into);
        at = parsed.ptr;
        return parsed.ec == std::errc{};
    };
    bool good = number(path.top);
    if (good && at != end && *at == '.') {
        ++at;
        good = number(path.inner) && path.inner != kNoInner;
        if (good && at != end && *at == '.') {
            ++at;
            good = number(path.ordinal);
        }
    } else if (good && at != end && *at == '+') {
        ++at;
        good = number(path.ordinal);
    }
    if (!good || at != end) return fail(ErrorCode::BadEncoding, "event path");
    return path;
}

}  // namespace core
