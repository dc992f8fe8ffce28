// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/memory.h"

#include "core/store/cold_file.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace bench {

std::uint64_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t all = 0;
    std::uint64_t resident = 0;
    file >> all >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

core::ledger::MarketLimits coldLimits(std::string_view program, std::size_t hotBytes) {
    auto made = core::store::ColdFile::create(std::filesystem::temp_directory_path() /
                                              fmt::format("{}-{}.cold", program, getpid()));
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().message().c_str());
        std::exit(1);
    }
    core::ledger::MarketLimits out;
    out.cold = std::move(*made);
    out.hotBytes = hotBytes;
    return out;
}

}  // namespace bench
