// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"

#include <cstdint>
#include <new>

#include <sys/mman.h>

namespace core {
namespace {

constexpr std::size_t kLarge = std::size_t{2} << 20U;
constexpr std::size_t kSmall = 4'096;

std::size_t roundUp(std::size_t value, std::size_t to) {
    return (value + to - 1) / to * to;
}

}  // namespace

void* allocateLargePages(std::size_t bytes, std::size_t alignment) {
    if (bytes < kLarge) return ::operator new (bytes, std::align_val_t{alignment});
    const std::size_t length = roundUp(bytes, kSmall);
    void* mapped =
        mmap(nullptr, length + kLarge, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    // The system places it at any small page: what lies before and behind an aligned stretch goes back.
    auto* begin = static_cast<std::uint8_t*>(mapped);
    const std::size_t before =
        roundUp(reinterpret_cast<std::uintptr_t>(begin), kLarge) - reinterpret_cast<std::uintptr_t>(begin);
    if (before != 0) munmap(begin, before);
    if (before != kLarge) munmap(begin + before + length, kLarge - before);
    // Advice: without it everything works, slower.
    (void)madvise(begin + before, length, MADV_HUGEPAGE);
    return begin + before;
}

void freeLargePages(void* memory, std::size_t bytes, std::size_t alignment) noexcept {
    if (bytes < kLarge)
        ::operator delete (memory, std::align_val_t{alignment});
    else
        munmap(memory, roundUp(bytes, kSmall));
}

}  // namespace core
