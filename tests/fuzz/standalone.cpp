// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every file of the folders given, then a fixed number of mutations of
// them. Compilers that cannot fuzz build and run the targets all the same, so that they do not rot.
#include "tests/fuzz/fuzz.h"
#include "tests/support/seed.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int kMutations = 3000;
constexpr std::size_t kLongest = 64 * 1024;

void run(const Bytes& input) {
    // Without slack behind the end, as libFuzzer hands it over.
    const Bytes exact(input.begin(), input.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

Bytes mutate(std::mt19937_64& random, const std::vector<Bytes>& corpus) {
    Bytes out = corpus[test::below(random, corpus.size())];
    for (std::size_t steps = 1 + test::below(random, 4); steps > 0; --steps) {
        const std::size_t at = test::below(random, out.size() + 1);
        const auto place = out.begin() + static_cast<std::ptrdiff_t>(at);
        switch (test::below(random, 7)) {
            case 0:
                if (at < out.size()) out[at] = static_cast<std::uint8_t>(random());
                break;
            case 1:
                if (at < out.size()) out[at] = static_cast<std::uint8_t>(out[at] ^ (1U << test::below(random, 8)));
                break;
            case 2: out.resize(at); break;
            case 3: out.insert(place, 1 + test::below(random, 8), static_cast<std::uint8_t>(random())); break;
            case 4: {
                const std::size_t count = std::min(out.size() - at, test::below(random, 16));
                out.erase(place, place + static_cast<std::ptrdiff_t>(count));
                break;
            }
            case 5: {
                // Lengths and amounts at their limits.
                const std::uint8_t fill = random() % 2 == 0 ? 0xff : 0x00;
                for (std::size_t i = at; i < std::min(out.size(), at + (random() % 2 == 0 ? 4U : 8U)); ++i)
                    out[i] = fill;
                break;
            }
            default: {
                const Bytes& other = corpus[test::below(random, corpus.size())];
                const std::size_t from = test::below(random, other.size() + 1);
                const std::size_t count = std::min(other.size() - from, test::below(random, 200));
                const auto start = other.begin() + static_cast<std::ptrdiff_t>(from);
                out.insert(place, start, start + static_cast<std::ptrdiff_t>(count));
            }
        }
    }
    if (out.size() > kLongest) out.resize(kLongest);
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<Bytes> corpus;
    for (int i = 1; i < count; ++i) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i]))
            if (entry.is_regular_file()) files.push_back(entry.path());
        // The order of a folder is the file system's; a seed must mean the same everywhere.
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            std::ifstream in(file, std::ios::binary);
            corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
    }
    std::mt19937_64 random(test::printedSeed(1));
    for (const Bytes& input : corpus) run(input);
    std::printf("%zu files\n", corpus.size());
    corpus.emplace_back();
    corpus.push_back(test::randomBytes(random, 300));
    for (int i = 0; i < kMutations; ++i) run(mutate(random, corpus));
    std::printf("%d mutations\n", kMutations);
    return 0;
}
