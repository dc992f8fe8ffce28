// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/cluster_agreement.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>

namespace core::pipeline {
namespace {

using Clusters = std::vector<std::uint32_t>;

constexpr std::uint64_t kMaxSteps = 1'000'000'000;

/// Wallets in exactly the same clusters: pairs between two classes are all of one sort.
struct WalletClass {
    Clusters predicted, truth;
    bool labelled = false;
    std::uint64_t size = 0;
    std::uint64_t predictedMates = 0;  ///< of one wallet, without itself
    std::uint64_t trueMates = 0;
    std::uint64_t jointMates = 0;
};

using ClassKey = std::tuple<bool, Clusters, Clusters>;  ///< labelled, predicted, truth

bool meet(const Clusters& a, const Clusters& b) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left == *right) return true;
        if (*left < *right)
            ++left;
        else
            ++right;
    }
    return false;
}

using Sizes = std::unordered_map<std::uint32_t, std::uint64_t>;

// A cluster of one joins nothing. Without these, all wallets that stand alone are one class.
Clusters joining(Clusters clusters, const Sizes& sizes) {
    std::sort(clusters.begin(), clusters.end());
    clusters.erase(std::unique(clusters.begin(), clusters.end()), clusters.end());
    std::erase_if(clusters, [&sizes](std::uint32_t cluster) { return sizes.at(cluster) < 2; });
    return clusters;
}

void countMembers(Clusters clusters, Sizes& sizes) {
    std::sort(clusters.begin(), clusters.end());
    clusters.erase(std::unique(clusters.begin(), clusters.end()), clusters.end());
    for (const std::uint32_t cluster : clusters) ++sizes[cluster];
}

std::vector<WalletClass> classesOf(std::span<const Membership> wallets) {
    Sizes predictedSizes;
    Sizes trueSizes;
    for (const Membership& wallet : wallets) {
        countMembers(wallet.predicted, predictedSizes);
        if (wallet.labelled) countMembers(wallet.truth, trueSizes);
    }
    std::map<ClassKey, std::uint64_t> classes;
    for (const Membership& wallet : wallets) {
        if (!wallet.labelled && wallet.predicted.empty()) continue;
        ++classes[{wallet.labelled, joining(wallet.predicted, predictedSizes),
                   wallet.labelled ? joining(wallet.truth, trueSizes) : Clusters{}}];
    }
    std::vector<WalletClass> out;
    out.reserve(classes.size());
    for (const auto& [key, size] : classes) {
        const auto& [labelled, predicted, truth] = key;
        out.push_back({.predicted = predicted, .truth = truth, .labelled = labelled, .size = size});
    }
    return out;
}

/// Calls `take(i, j)` once for every two classes, and every class with itself, that share a cluster of that side.
template <class Take>
Result<void> eachMeeting(const std::vector<WalletClass>& classes, Clusters WalletClass::*side, std::uint64_t& steps,
                         Take&& take) {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < classes.size(); ++i)
        for (const std::uint32_t cluster : classes[i].*side) members[cluster].push_back(i);
    constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> metBy(classes.size(), kNobody);
    for (std::uint32_t i = 0; i < classes.size(); ++i) {
        for (const std::uint32_t cluster : classes[i].*side) {
            const auto& row = members[cluster];
            for (auto it = std::lower_bound(row.begin(), row.end(), i); it != row.end(); ++it) {
                steps += 1 + classes[*it].truth.size() + classes[i].truth.size();
                if (steps > kMaxSteps) return fail(ErrorCode::TooLarge, "too many overlapping clusters to compare");
                if (metBy[*it] == i) continue;
                metBy[*it] = i;
                take(i, *it);
            }
        }
    }
    return {};
}

std::optional<double> ratio(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::uint64_t pairsWithin(std::uint64_t size) {
    return size < 2 ? 0 : size % 2 == 0 ? size / 2 * (size - 1) : (size - 1) / 2 * size;
}

std::optional<double> harmonic(std::optional<double> a, std::optional<double> b) {
    if (!a || !b) return std::nullopt;
    return *a + *b > 0 ? 2 * *a * *b / (*a + *b) : 0.0;
}

}  // namespace

std::optional<double> ClusterAgreement::precision() const {
    return ratio(jointPairs, predictedPairs);
}

std::optional<double> ClusterAgreement::recall() const {
    return ratio(jointPairs, truePairs);
}

std::optional<double> ClusterAgreement::f1() const {
    if (truePairs == 0) return std::nullopt;
    return 2 * static_cast<double>(jointPairs) / static_cast<double>(predictedPairs + truePairs);
}

std::optional<double> ClusterAgreement::b3F1() const {
    return harmonic(b3Precision, b3Recall);
}

std::optional<double> ClusterAgreement::adjustedRand() const {
    if (pairs == 0 || (predictedPairs == 0 && truePairs == 0)) return std::nullopt;
    const auto predicted = static_cast<double>(predictedPairs);
    const auto truth = static_cast<double>(truePairs);
    const double expected = predicted * truth / static_cast<double>(pairs);
    const double most = (predicted + truth) / 2;
    // Both sides join everybody: they agree.
    if (predictedPairs == pairs && truePairs == pairs) return 1.0;
    return (static_cast<double>(jointPairs) - expected) / (most - expected);
}

Result<ClusterAgreement> compareClusters(std::span<const Membership> wallets) {
    std::vector<WalletClass> classes = classesOf(wallets);
    ClusterAgreement out;
    for (const WalletClass& one : classes) (one.labelled ? out.wallets : out.unlabelledWallets) += one.size;
    out.pairs = pairsWithin(out.wallets);

    std::uint64_t steps = 0;
    auto done = eachMeeting(classes, &WalletClass::predicted, steps, [&](std::uint32_t i, std::uint32_t j) {
        WalletClass& a = classes[i];
        WalletClass& b = classes[j];
        const std::uint64_t count = i == j ? pairsWithin(a.size) : a.size * b.size;
        if (!a.labelled || !b.labelled) {
            out.unlabelledPairs += count;
            return;
        }
        const bool joint = meet(a.truth, b.truth);
        out.predictedPairs += count;
        if (joint) out.jointPairs += count;
        const auto addMates = [joint](WalletClass& to, std::uint64_t mates) {
            to.predictedMates += mates;
            if (joint) to.jointMates += mates;
        };
        addMates(a, i == j ? a.size - 1 : b.size);
        if (i != j) addMates(b, a.size);
    });
    if (!done) return done.error();
    done = eachMeeting(classes, &WalletClass::truth, steps, [&](std::uint32_t i, std::uint32_t j) {
        WalletClass& a = classes[i];
        WalletClass& b = classes[j];
        out.truePairs += i == j ? pairsWithin(a.size) : a.size * b.size;
        a.trueMates += i == j ? a.size - 1 : b.size;
        if (i != j) b.trueMates += a.size;
    });
    if (!done) return done.error();

    if (out.wallets != 0) {
        double precision = 0;
        double recall = 0;
        for (const WalletClass& one : classes) {
            if (!one.labelled) continue;
            const auto size = static_cast<double>(one.size);
            const auto joint = static_cast<double>(one.jointMates + 1);
            precision += size * joint / static_cast<double>(one.predictedMates + 1);
            recall += size * joint / static_cast<double>(one.trueMates + 1);
        }
        out.b3Precision = precision / static_cast<double>(out.wallets);
        out.b3Recall = recall / static_cast<double>(out.wallets);
    }
    return out;
}

}  // namespace core::pipeline
