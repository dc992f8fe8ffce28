// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_hash.h"

#include "core/base/checked_math.h"

#include <cstring>
#include <random>

namespace core {
namespace {

using Words = std::array<std::uint64_t, 4>;

Words drawn() {
    std::random_device device;
    Words out{};
    for (std::uint64_t& word : out) word = (std::uint64_t{device()} << 32U) | device();
    return out;
}

std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
    const Uint128 product = static_cast<Uint128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

std::uint32_t secretHash(const std::array<std::uint8_t, 32>& bytes) noexcept {
    static const Words secret = drawn();
    Words word{};
    static_assert(sizeof word == sizeof bytes);
    std::memcpy(word.data(), bytes.data(), sizeof word);
    const std::uint64_t mixed =
        fold(word[0] ^ secret[0], word[1] ^ secret[1]) ^ fold(word[2] ^ secret[2], word[3] ^ secret[3]);
    return static_cast<std::uint32_t>(mixed ^ (mixed >> 32U));
}

}  // namespace core
