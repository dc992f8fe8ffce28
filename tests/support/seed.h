// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace test {

/// The seed of a property test: CABALSCOPE_TEST_SEED when set, otherwise the fallback. Printed, so that a
/// failure can be repeated.
inline std::uint64_t printedSeed(std::uint64_t fallback) {
    const char* asked = std::getenv("CABALSCOPE_TEST_SEED");
    const std::uint64_t seed = asked != nullptr ? std::strtoull(asked, nullptr, 0) : fallback;
    std::printf("seed %llu (repeat with CABALSCOPE_TEST_SEED)\n", static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    return seed;
}

/// `size` random bytes; the generator's own output, so that every platform makes the same ones.
inline std::vector<std::uint8_t> randomBytes(std::mt19937_64& random, std::size_t size) {
    std::vector<std::uint8_t> out(size);
    for (auto& byte : out) byte = static_cast<std::uint8_t>(random());
    return out;
}

/// A number below `bound`, which must not be 0.
inline std::size_t below(std::mt19937_64& random, std::size_t bound) {
    return static_cast<std::size_t>(random() % bound);
}

}  // namespace test
