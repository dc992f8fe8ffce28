// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a capture file.
#include "core/source/capture.h"
#include "core/source/line_reader.h"
#include "tests/fuzz/fuzz.h"

static_assert(core::source::LineReader::kPadding == core::wire::Decoder::kPadding);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Padded input{data, size};
    if (const auto header = core::source::parseCaptureHeader(input.view()))
        fuzz::require(header->version == 1, "a version that is known");
    if (const auto frame = core::source::parseCaptureLine(input.view())) {
        fuzz::require(frame->channel != core::source::Channel::EventLine, "no event line in a capture");
        fuzz::require(frame->received.value() >= 0, "a time that is none before the epoch");
        fuzz::require(!frame->bytes.empty(), "a frame has bytes");
    }
    return 0;
}
