// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64.h"

#include <array>

namespace core {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint32_t kInvalid = 0x80000000U;

constexpr std::array<std::uint32_t, 256> makeSextets() {
    std::array<std::uint32_t, 256> sextets{};
    sextets.fill(kInvalid);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        sextets[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint32_t>(i);
    return sextets;
}
constexpr auto kSextets = makeSextets();

std::uint32_t sextet(char c) noexcept {
    return kSextets[static_cast<unsigned char>(c)];
}

}  // namespace

std::string base64Encode(std::span<const std::uint8_t> bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const std::uint32_t word = (static_cast<std::uint32_t>(bytes[i]) << 16U) |
                                   (left > 1 ? static_cast<std::uint32_t>(bytes[i + 1]) << 8U : 0U) |
                                   (left > 2 ? static_cast<std::uint32_t>(bytes[i + 2]) : 0U);
        out += kAlphabet[word >> 18U];
        out += kAlphabet[(word >> 12U) & 63U];
        out += left > 1 ? kAlphabet[(word >> 6U) & 63U] : '=';
        out += left > 2 ? kAlphabet[word & 63U] : '=';
    }
    return out;
}

Result<void> base64DecodeInto(std::string_view text, std::vector<std::uint8_t>& out) {
    out.clear();
    if (text.size() % 4 != 0) return fail(ErrorCode::BadEncoding, "base64 length");
    if (text.empty()) return {};
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    const std::size_t quads = text.size() / 4;
    out.resize(quads * 3);
    std::uint8_t* to = out.data();
    const std::size_t fullQuads = padding == 0 ? quads : quads - 1;
    std::uint32_t bad = 0;
    for (std::size_t q = 0; q < fullQuads; ++q) {
        const char* from = text.data() + q * 4;
        const std::uint32_t a = sextet(from[0]);
        const std::uint32_t b = sextet(from[1]);
        const std::uint32_t c = sextet(from[2]);
        const std::uint32_t d = sextet(from[3]);
        bad |= a | b | c | d;
        const std::uint32_t word = (a << 18U) | (b << 12U) | (c << 6U) | d;
        *to++ = static_cast<std::uint8_t>(word >> 16U);
        *to++ = static_cast<std::uint8_t>(word >> 8U);
        *to++ = static_cast<std::uint8_t>(word);
    }
    if (padding != 0) {
        const char* from = text.data() + fullQuads * 4;
        const std::uint32_t a = sextet(from[0]);
        const std::uint32_t b = sextet(from[1]);
        const std::uint32_t c = padding == 1 ? sextet(from[2]) : 0;
        bad |= a | b | c;
        const std::uint32_t word = (a << 18U) | (b << 12U) | (c << 6U);
        // Bits behind the last whole byte must be zero, otherwise two texts would mean the same bytes.
        if ((padding == 1 ? word & 0xffU : word & 0xffffU) != 0) bad |= kInvalid;
        *to++ = static_cast<std::uint8_t>(word >> 16U);
        if (padding == 1) *to++ = static_cast<std::uint8_t>(word >> 8U);
    }
    if ((bad & kInvalid) != 0) {
        out.clear();
        return fail(ErrorCode::BadEncoding, "base64 text");
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return {};
}

Result<std::vector<std::uint8_t>> base64Decode(std::string_view text) {
    std::vector<std::uint8_t> out;
    if (auto done = base64DecodeInto(text, out); !done) return done.error();
    return out;
}

}  // namespace core
