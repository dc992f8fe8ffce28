// SPDX-License-Identifier: GPL-3.0-or-later
// Documents with transactions and blocks, as nodes answer them.
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Padded input{data, size};
    core::wire::Decoder decoder;
    std::vector<core::Event> out;
    const auto result = decoder.document(input.view(), out);
    // A document may hold a good transaction beside a broken one.
    fuzz::require(result.has_value() || !decoder.stats().undecoded.empty(), "an error is counted");
    fuzz::require(decoder.stats().events == out.size(), "every event is counted");
    fuzz::requireLinesReadBack(out);
    return 0;
}
