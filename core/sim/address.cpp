// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/address.h"

#include "core/sim/random.h"

#include <algorithm>
#include <stdexcept>

namespace core::sim {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> fill(std::uint64_t state) {
    std::array<std::uint8_t, N> bytes{};
    for (std::size_t at = 0; at < N; at += 8) {
        std::uint64_t word = splitMix(state);
        for (std::size_t i = 0; i < 8; ++i, word >>= 8U) bytes[at + i] = static_cast<std::uint8_t>(word);
    }
    return bytes;
}

// FNV-1a, only to tell the kinds of addresses apart.
std::uint64_t kindNumber(std::string_view kind) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : kind) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

std::uint64_t mix(std::uint64_t seed, std::string_view kind, std::uint64_t a, std::uint64_t b) {
    std::uint64_t state = seed ^ kindNumber(kind);
    state = splitMix(state) ^ a;
    state = splitMix(state) ^ b;
    return splitMix(state);
}

}  // namespace

Address::Address(const Pubkey& key) : m_key(key) {
    const std::string text = key.base58();
    std::copy(text.begin(), text.end(), m_text.begin());
    m_length = static_cast<std::uint8_t>(text.size());
}

Address Address::fromText(std::string_view base58) {
    const auto key = Pubkey::fromBase58(base58);
    if (!key) throw std::logic_error("not an address: " + std::string{base58});
    return Address{*key};
}

Address Address::derived(std::uint64_t seed, std::string_view kind, std::uint64_t a, std::uint64_t b) {
    return Address{Pubkey{fill<32>(mix(seed, kind, a, b))}};
}

Signature derivedSignature(std::uint64_t seed, std::uint64_t number) {
    return Signature{fill<64>(mix(seed, "signature", number, 0))};
}

}  // namespace core::sim
