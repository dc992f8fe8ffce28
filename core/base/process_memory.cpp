// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_memory.h"

#include <fstream>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace core {

std::uint64_t peakMemoryBytes() {
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        std::uint64_t kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

bool resetPeakMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    // 5 resets the high-water mark. Source: proc(5), clear_refs.
    std::ofstream clear{"/proc/self/clear_refs"};
    clear << "5" << std::flush;
    return clear.good();
}

}  // namespace core
