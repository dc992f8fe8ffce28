// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base58.h"

#include "core/base/checked_math.h"

#include <algorithm>
#include <array>

namespace core {
namespace {

constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

constexpr std::array<std::int8_t, 256> makeDigits() {
    std::array<std::int8_t, 256> digits{};
    digits.fill(-1);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        digits[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
    return digits;
}
constexpr auto kDigits = makeDigits();

// Ten digits at a time: 58^10 < 2^59, so one limb step does the work of ten single-digit steps.
constexpr std::uint64_t kPow58[] = {1ULL,
                                    58ULL,
                                    3364ULL,
                                    195112ULL,
                                    11316496ULL,
                                    656356768ULL,
                                    38068692544ULL,
                                    2207984167552ULL,
                                    128063081718016ULL,
                                    7427658739644928ULL,
                                    430804206899405824ULL};
constexpr std::size_t kChunk = 10;
constexpr std::size_t kEncodeChunk = 5;

// Little-endian 64-bit limbs of the number that `text` spells; `used` grows as needed within `limbs`.
bool accumulate(std::string_view text, std::span<std::uint64_t> limbs, std::size_t& used) noexcept {
    used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t count = std::min(kChunk, text.size() - at);
        std::uint64_t chunk = 0;
        for (std::size_t i = 0; i < count; ++i, ++at) {
            const int digit = kDigits[static_cast<unsigned char>(text[at])];
            if (digit < 0) return false;
            chunk = chunk * 58 + static_cast<std::uint64_t>(digit);
        }
        Uint128 carry = chunk;
        for (std::size_t i = 0; i < used; ++i) {
            carry += wideMul(limbs[i], kPow58[count]);
            limbs[i] = static_cast<std::uint64_t>(carry);
            carry >>= 64U;
        }
        if (carry != 0) {
            if (used == limbs.size()) return false;
            limbs[used++] = static_cast<std::uint64_t>(carry);
        }
    }
    return true;
}

std::size_t leadingOnes(std::string_view text) noexcept {
    return std::min(text.find_first_not_of('1'), text.size());
}

std::uint8_t limbByte(std::span<const std::uint64_t> limbs, std::size_t index) noexcept {
    return static_cast<std::uint8_t>(limbs[index / 8] >> (8 * (index % 8)));
}

}  // namespace

std::string base58Encode(std::span<const std::uint8_t> bytes) {
    const auto firstSet = std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b != 0; });
    const auto zeros = static_cast<std::size_t>(firstSet - bytes.begin());
    // Base 58^5 limbs, little-endian: 30 bits each, so that a limb and a 32-bit word stay within 64 bits and
    // the division by a constant becomes a multiplication. 32 bytes need 9 limbs, 64 bytes need 18.
    std::vector<std::uint64_t> limbs;
    limbs.reserve(bytes.size() / 3 + 1);
    for (auto it = firstSet; it != bytes.end();) {
        std::uint64_t word = 0;
        std::uint64_t scale = 1;
        for (int i = 0; i < 4 && it != bytes.end(); ++i, ++it) {
            word = (word << 8U) | *it;
            scale <<= 8U;
        }
        std::uint64_t carry = word;
        for (auto& limb : limbs) {
            carry += limb * scale;
            limb = carry % kPow58[kEncodeChunk];
            carry /= kPow58[kEncodeChunk];
        }
        for (; carry != 0; carry /= kPow58[kEncodeChunk]) limbs.push_back(carry % kPow58[kEncodeChunk]);
    }
    std::string out(zeros, '1');
    for (std::size_t i = limbs.size(); i-- > 0;) {
        std::array<char, kEncodeChunk> digits{};
        std::uint64_t limb = limbs[i];
        for (std::size_t d = kEncodeChunk; d-- > 0; limb /= 58) digits[d] = kAlphabet[limb % 58];
        std::string_view text{digits.data(), digits.size()};
        if (i + 1 == limbs.size()) text.remove_prefix(leadingOnes(text));
        out += text;
    }
    return out;
}

Result<std::vector<std::uint8_t>> base58Decode(std::string_view text) {
    if (text.size() > kMaxBase58Text) return fail(ErrorCode::TooLarge, "base58 text");
    const std::size_t zeros = leadingOnes(text);
    std::vector<std::uint64_t> limbs(text.size() / 10 + 1);
    std::size_t used = 0;
    if (!accumulate(text.substr(zeros), limbs, used)) return fail(ErrorCode::BadEncoding, "base58 text");
    std::size_t length = used * 8;
    while (length > 0 && limbByte(limbs, length - 1) == 0) --length;
    std::vector<std::uint8_t> out(zeros + length);
    for (std::size_t i = 0; i < length; ++i) out[zeros + i] = limbByte(limbs, length - 1 - i);
    return out;
}

bool base58DecodeExact(std::string_view text, std::span<std::uint8_t> out) noexcept {
    constexpr std::size_t kLimbs = 8;
    if (text.empty() || out.size() > kLimbs * 8 || text.size() > out.size() * 2) return false;
    const std::size_t zeros = leadingOnes(text);
    std::array<std::uint64_t, kLimbs> limbs{};
    std::size_t used = 0;
    if (!accumulate(text.substr(zeros), limbs, used)) return false;
    std::size_t length = used * 8;
    while (length > 0 && limbByte(limbs, length - 1) == 0) --length;
    if (zeros + length != out.size()) return false;
    std::fill_n(out.begin(), zeros, std::uint8_t{0});
    for (std::size_t i = 0; i < length; ++i) out[zeros + i] = limbByte(limbs, length - 1 - i);
    return true;
}

}  // namespace core
