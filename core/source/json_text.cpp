// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/json_text.h"

#include <simdjson.h>

#include "core/base/text.h"

namespace core::source {

std::string jsonQuote(std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = "\"";
    for (const char letter : validUtf8(text)) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            out += '\\';
            out += letter;
        } else if (code < 0x20) {
            out += "\\u00";
            out += kHex[code >> 4U];
            out += kHex[code & 0x0FU];
        } else {
            out += letter;
        }
    }
    out += '"';
    return out;
}

bool resultIsNull(std::string_view response) {
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(response);
    simdjson::ondemand::document document;
    simdjson::ondemand::json_type type{};
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return false;
    return document["result"].type().get(type) == simdjson::SUCCESS && type == simdjson::ondemand::json_type::null;
}

}  // namespace core::source
