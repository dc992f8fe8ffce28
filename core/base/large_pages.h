// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace core {

/// Memory for tables that are looked into at random: from 2 MiB on it is asked for on pages of that size, where
/// every look into small pages would first have to find the page. `alignment` at most 4,096. Errors: bad_alloc.
/// Thread: any.
[[nodiscard]] void* allocateLargePages(std::size_t bytes, std::size_t alignment);
/// Gives back what allocateLargePages() gave for the same size and alignment.
void freeLargePages(void* memory, std::size_t bytes, std::size_t alignment) noexcept;

/// The same as an allocator for containers.
template <class T>
struct LargePages {
    using value_type = T;

    LargePages() = default;
    template <class Other>
    LargePages(const LargePages<Other>&) noexcept {}

    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(allocateLargePages(count * sizeof(T), alignof(T)));
    }
    void deallocate(T* memory, std::size_t count) noexcept {
        freeLargePages(memory, count * sizeof(T), alignof(T));
    }
    template <class Other>
    friend bool operator==(const LargePages&, const LargePages<Other>&) noexcept {
        return true;
    }
};

}  // namespace core
