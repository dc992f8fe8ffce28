// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <span>

namespace core {

/// FNV-1a over words with a shift: tells torn and damaged bytes, it is no seal against anybody.
[[nodiscard]] inline std::uint64_t checksum(std::span<const std::uint8_t> bytes) noexcept {
    std::uint64_t sum = 0xcbf29ce484222325ULL ^ bytes.size();
    std::size_t at = 0;
    const auto take = [&sum](std::uint64_t word) {
        sum = (sum ^ word) * 0x100000001b3ULL;
        sum ^= sum >> 29U;
    };
    for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        take(word);
    }
    for (; at < bytes.size(); ++at) take(bytes[at]);
    return sum;
}

}  // namespace core
