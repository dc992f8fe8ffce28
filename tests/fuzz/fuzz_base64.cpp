// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 text: each text has at most one meaning, each run of bytes one text.
#include "core/base/base64.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::textOf(data, size);
    if (const auto bytes = core::base64Decode(text))
        fuzz::require(core::base64Encode(*bytes) == text, "the text of the bytes is the text");
    const auto back = core::base64Decode(core::base64Encode({data, size}));
    fuzz::require(back && std::equal(back->begin(), back->end(), data, data + size), "bytes come back");
    return 0;
}
