// SPDX-License-Identifier: GPL-3.0-or-later
// PumpPortal's messages, without the frames around them.
#include "core/wire/pumpportal.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Padded input{data, size};
    simdjson::ondemand::parser parser;
    std::vector<core::Event> out;
    const auto text = input.view();
    const simdjson::padded_string_view padded{text.data(), text.size(),
                                              text.size() + core::wire::Decoder::kPadding};
    const auto result = core::wire::decodePumpPortal(parser, padded, {}, out);
    if (!result || !*result) fuzz::require(out.empty(), "no event beside an error or a notice");
    fuzz::requireLinesReadBack(out);
    return 0;
}
