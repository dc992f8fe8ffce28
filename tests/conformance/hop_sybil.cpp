// SPDX-License-Identifier: GPL-3.0-or-later
// Scores the hub gate and the clusters on the Hop airdrop's sybil graph. Not a test: prints a table.
// Usage: hop_sybil NODES EDGES LABELS (the three files, compressed or not).
#include "core/intel/link_book.h"
#include "core/intel/wallet_book.h"
#include "tests/conformance/csv_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

using conformance::eachRow;
using core::intel::WalletId;

std::uint32_t number(std::string_view text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

core::Wallet addressOf(std::uint32_t id) {
    std::array<std::uint8_t, 32> bytes{};
    // All over the key, as real ones are: hashing looks at a part of it.
    std::uint64_t word = id;
    for (std::size_t i = 0; i < bytes.size(); i += sizeof word) {
        word = (word + 0x9e3779b97f4a7c15ULL) * 0xbf58476d1ce4e5b9ULL;
        word ^= word >> 29U;
        std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    return core::Wallet{bytes};
}

double f1(double p, double r) {
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: hop_sybil NODES EDGES LABELS\n");
        return 2;
    }
    for (int i = 1; i < 4; ++i) {
        if (!std::filesystem::exists(argv[i])) {
            std::fprintf(stderr, "skipped: %s is not there\n", argv[i]);
            return 0;
        }
    }
    const core::intel::AddressBook nobody;
    core::intel::WalletBook wallets{nobody};
    core::intel::LinkBook links;
    std::vector<bool> candidate;
    std::uint32_t stranger = 1'000'000;
    bool read = eachRow(argv[1], [&](const std::vector<std::string_view>& row) {
        const WalletId id = wallets.id(addressOf(number(row[0])), 0);
        candidate.resize(id + 1);
        candidate[id] = row[2] == "1";
        wallets.facts(id).trades = candidate[id];
    });
    const WalletId known = static_cast<WalletId>(wallets.size());
    read = read && eachRow(argv[1], [&](const std::vector<std::string_view>& row) {
               const WalletId id = wallets.find(addressOf(number(row[0])));
               for (std::uint32_t i = 0; i < std::min<std::uint32_t>(number(row[3]), 200); ++i)
                   wallets.meet(id, wallets.id(addressOf(stranger++), 0));
           });
    std::vector<std::pair<WalletId, WalletId>> edges;
    read = read && eachRow(argv[2], [&](const std::vector<std::string_view>& row) {
               const WalletId from = wallets.find(addressOf(number(row[0])));
               const WalletId to = wallets.find(addressOf(number(row[1])));
               if (from == core::intel::kNoWallet || to == core::intel::kNoWallet || from == to) return;
               wallets.meet(from, to);
               edges.emplace_back(from, to);
           });
    std::unordered_map<WalletId, std::string> group;
    std::unordered_map<WalletId, bool> sybil;
    read = read && eachRow(argv[3], [&](const std::vector<std::string_view>& row) {
               const WalletId id = wallets.find(addressOf(number(row[0])));
               if (id == core::intel::kNoWallet) return;
               sybil[id] = row[1] == "sybil";
               group[id] = sybil[id] ? std::string{row[3]} : "eligible " + std::string{row[0]};
           });
    if (!read) return 1;
    for (const auto& [from, to] : edges) {
        if (wallets.hub(from) != core::intel::HubKind::None || wallets.hub(to) != core::intel::HubKind::None)
            continue;
        links.add(from, to, core::intel::LinkKind::Transfer, 9.5F, 9.5F, {});
        links.shareCoin(from, to);
    }
    constexpr std::size_t kFewest = 8;  // Hop's own minimum
    std::unordered_map<WalletId, std::size_t> clusterOf;
    std::size_t largest = 0;
    std::size_t count = 0;
    for (const core::intel::Cluster* cluster : links.clusters()) {
        std::vector<WalletId> members;
        for (const WalletId member : cluster->members)
            if (member < known && candidate[member]) members.push_back(member);
        if (members.size() < kFewest) continue;
        largest = std::max(largest, members.size());
        ++count;
        for (const WalletId member : members) clusterOf[member] = count;
    }
    // Wallets: in any cluster against sybil.
    double hit = 0, predicted = 0, real = 0;
    std::map<std::size_t, std::map<std::string, std::uint64_t>> table;
    std::map<std::string, std::uint64_t> groupSize;
    std::map<std::size_t, std::uint64_t> clusterSize;
    double b3p = 0, b3r = 0;
    for (const auto& [id, isSybil] : sybil) {
        const auto found = clusterOf.find(id);
        predicted += found != clusterOf.end();
        real += isSybil;
        hit += isSybil && found != clusterOf.end();
        ++groupSize[group[id]];
        const std::size_t at = found == clusterOf.end() ? 1'000'000'000 + id : found->second;
        ++clusterSize[at];
        ++table[at][group[id]];
    }
    double truePairs = 0, predictedPairs = 0, realPairs = 0;
    const auto pairs = [](double n) { return n * (n - 1) / 2; };
    for (const auto& [at, row] : table) {
        predictedPairs += pairs(static_cast<double>(clusterSize[at]));
        for (const auto& [name, n] : row) {
            const auto size = static_cast<double>(n);
            truePairs += pairs(size);
            b3p += size * size / static_cast<double>(clusterSize[at]);
            b3r += size * size / static_cast<double>(groupSize[name]);
        }
    }
    for (const auto& [name, n] : groupSize) realPairs += pairs(static_cast<double>(n));
    const auto labelled = static_cast<double>(sybil.size());
    b3p /= labelled;
    b3r /= labelled;
    const double wp = hit / predicted, wr = hit / real;
    const double pp = truePairs / predictedPairs, pr = truePairs / realPairs;
    std::printf("| | precision | recall | F1 |\n|---|---|---|---|\n");
    std::printf("| wallet | %.3f | %.3f | %.3f |\n| pair | %.3f | %.3f | %.3f |\n| B3 | %.3f | %.3f | %.3f |\n", wp,
                wr, f1(wp, wr), pp, pr, f1(pp, pr), b3p, b3r, f1(b3p, b3r));
    std::printf(
        "\n%zu clusters of at least %zu candidates, the largest of %zu; %zu labelled wallets, %.0f sybil.\n", count,
        kFewest, largest, sybil.size(), real);
    return 0;
}
