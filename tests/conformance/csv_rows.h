// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/line_reader.h"

#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

namespace conformance {

/// The cells of a line; commas inside quotes are not known.
inline std::vector<std::string_view> fields(std::string_view line) {
    std::vector<std::string_view> out;
    for (;;) {
        const std::size_t comma = line.find(',');
        out.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return out;
        line = line.substr(comma + 1);
    }
}

/// Calls `take` with the cells of every row behind the header of a CSV file, compressed or not; lines that begin
/// with # are left out. False when it cannot be read, which is told on stderr.
template <class Take>
bool eachRow(const char* file, Take&& take) {
    auto reader = core::source::LineReader::open(file);
    if (!reader) {
        std::fprintf(stderr, "%s: %s\n", file, reader.error().context.c_str());
        return false;
    }
    bool header = true;
    for (;;) {
        auto line = (*reader)->next();
        if (!line) {
            std::fprintf(stderr, "%s: %s\n", file, line.error().context.c_str());
            return false;
        }
        if (!line->more) return true;
        const std::string_view text = line->text;
        if (text.empty() || text.front() == '#') continue;
        if (!header) take(fields(text));
        header = false;
    }
}

}  // namespace conformance
