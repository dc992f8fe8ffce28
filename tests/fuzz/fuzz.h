// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/decoder.h"
#include "core/wire/event_json.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What every target defines; libFuzzer or standalone.cpp calls it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// Ends the process when something that must hold does not; a fuzzer takes that for its finding.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The input with the readable bytes behind it that JSON decoders ask for. Exactly as many, so that
/// AddressSanitizer sees one read too many.
class Padded {
public:
    Padded(const std::uint8_t* data, std::size_t size) : m_bytes(data, data + size), m_size(size) {
        m_bytes.insert(m_bytes.end(), core::wire::Decoder::kPadding, 'Z');
        m_bytes.shrink_to_fit();
    }
    [[nodiscard]] std::string_view view() const { return {reinterpret_cast<const char*>(m_bytes.data()), m_size}; }

private:
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_size;
};

/// Whatever was decoded can be written as a line, and that line reads back as the same event.
inline void requireLinesReadBack(const std::vector<core::Event>& events) {
    core::wire::Decoder reader;
    for (const core::Event& event : events) {
        std::string line;
        core::wire::appendEventJson(event, line);
        const Padded padded{reinterpret_cast<const std::uint8_t*>(line.data()), line.size()};
        std::vector<core::Event> again;
        require(reader.eventLine(padded.view(), again).has_value(), "an event line that cannot be read back");
        require(again.size() == 1, "an event line that is no event");
        std::string second;
        core::wire::appendEventJson(again.front(), second);
        require(second == line, "an event line that reads back as another event");
    }
}

}  // namespace fuzz
