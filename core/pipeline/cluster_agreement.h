// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core::pipeline {

/// In which clusters one wallet is. Clusters may overlap on both sides.
struct Membership {
    std::vector<std::uint32_t> predicted;
    std::vector<std::uint32_t> truth;
    bool labelled = false;  ///< the truth speaks about the wallet, be it only as one that stands alone
};

/// How well predicted clusters agree with true ones. A pair of wallets is true (predicted) when at least one
/// true (predicted) cluster holds both. Counted are pairs of labelled wallets.
struct ClusterAgreement {
    std::uint64_t wallets = 0;         ///< labelled
    std::uint64_t pairs = 0;           ///< of labelled wallets
    std::uint64_t predictedPairs = 0;  ///< of labelled wallets
    std::uint64_t truePairs = 0;
    std::uint64_t jointPairs = 0;         ///< predicted and true
    std::uint64_t unlabelledWallets = 0;  ///< in a predicted cluster
    std::uint64_t unlabelledPairs = 0;    ///< predicted, with a wallet that is not labelled: judged neither way
    std::optional<double> b3Precision;
    std::optional<double> b3Recall;

    [[nodiscard]] std::optional<double> precision() const;
    [[nodiscard]] std::optional<double> recall() const;
    [[nodiscard]] std::optional<double> f1() const;
    [[nodiscard]] std::optional<double> b3F1() const;
    /// (joint - e) / ((predicted + true) / 2 - e) with e = predicted * true / pairs, which for clusters that do
    /// not overlap is the index of Hubert and Arabie. Absent where nothing is joined on either side.
    [[nodiscard]] std::optional<double> adjustedRand() const;
};

/// B3 takes for every labelled wallet the share of its predicted (true) mates, itself included, that are true
/// (predicted) mates, and averages over the wallets. Cost: wallets in the same clusters are counted together,
/// then classes that meet in a cluster pairwise. Errors: TooLarge when so many clusters overlap that this
/// would take more than some seconds.
[[nodiscard]] Result<ClusterAgreement> compareClusters(std::span<const Membership> wallets);

}  // namespace core::pipeline
