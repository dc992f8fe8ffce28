// SPDX-License-Identifier: GPL-3.0-or-later
// Base58 text: decoding and encoding are each other's inverse.
#include "core/base/base58.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <array>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::textOf(data, size);
    const auto bytes = core::base58Decode(text);
    if (bytes) fuzz::require(core::base58Encode(*bytes) == text, "the text of the bytes is the text");
    std::array<std::uint8_t, 32> key{};
    const bool isKey = core::base58DecodeExact(text, key);
    fuzz::require(isKey == (bytes && bytes->size() == key.size()), "both decoders know a key");
    if (isKey) fuzz::require(std::equal(key.begin(), key.end(), bytes->begin()), "both decoders read the same key");
    if (size > 512) return 0;  // encoding is quadratic
    const auto back = core::base58Decode(core::base58Encode({data, size}));
    fuzz::require(back && std::equal(back->begin(), back->end(), data, data + size), "bytes come back");
    return 0;
}
