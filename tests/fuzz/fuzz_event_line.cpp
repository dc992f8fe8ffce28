// SPDX-License-Identifier: GPL-3.0-or-later
// One event line.
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Padded input{data, size};
    core::wire::Decoder decoder;
    std::vector<core::Event> out;
    const auto result = decoder.eventLine(input.view(), out);
    if (!result) fuzz::require(out.empty(), "no event beside an error");
    fuzz::require(decoder.stats().events == out.size(), "every event is counted");
    fuzz::requireLinesReadBack(out);
    return 0;
}
