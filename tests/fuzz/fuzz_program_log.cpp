// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of program logs; the input is a log, one line a line.
#include "core/wire/program_log.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    core::wire::ProgramLogReader log;
    std::string_view rest = fuzz::textOf(data, size);
    std::size_t lines = 0;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        log.line(rest.substr(0, end));
        rest.remove_prefix(std::min(rest.size(), end + 1));
        ++lines;
    }
    fuzz::require(log.events().size() + log.undecodable() + log.invocations().size() <= lines,
                  "at most one thing a line");
    for (const auto& event : log.events()) {
        fuzz::require(event.venue != nullptr, "an event has a venue");
        fuzz::require(event.depth >= 1, "an event has a program that printed it");
    }
    log.clear();
    fuzz::require(log.events().empty() && !log.stopped() && log.undecodable() == 0, "clear leaves nothing");
    return 0;
}
