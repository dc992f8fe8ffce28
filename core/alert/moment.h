// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule_engine.h"

// Private to this folder: what the files of RuleEngine share.
namespace core::alert {

/// A statement about a coin as it stands.
struct RuleEngine::Said {
    std::uint32_t kind = kNone;
    std::string subject;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::uint64_t firstStamp = 0;  ///< of the moment
    std::uint64_t lastStamp = 0;
    double confidence = 0;
    double value = 0;
    std::size_t wallets = 0;
    bool withdrawn = false;
    std::vector<intel::WalletId> tagged;  ///< kept when rules ask for wallets of this tag
};

/// What is kept of a coin that rules asked about.
struct RuleEngine::OnCoin {
    static constexpr std::size_t kMostSaid = 64;
    static constexpr std::size_t kMostAnchors = 64;
    static constexpr std::size_t kMostTagged = 256;

    struct Gauge {
        std::uint32_t gauge = kNone;
        std::optional<double> before;
        std::optional<double> now;
        std::uint64_t stamp = 0;
    };
    std::vector<Said> said;
    std::vector<Gauge> gauges;
    std::vector<intel::WalletId>
        anchors;             ///< one member of each cluster that was counted, whatever its name by now
    bool graduated = false;  ///< was told

    Gauge& gauge(std::uint32_t number) {
        for (Gauge& each : gauges)
            if (each.gauge == number) return each;
        gauges.push_back({number, {}, {}, 0});
        return gauges.back();
    }
};

/// One doing, or one flag, and everything that is looked up for it at most once.
struct RuleEngine::Moment {
    const detect::Scene& scene;
    const ledger::TokenLedger* coin = nullptr;
    std::int64_t now = 0;
    std::uint64_t stamp = 0;
    const Flag* flag = nullptr;
    std::uint32_t flagKind = kNone;
    std::optional<Verb> verb{};
    Wallet address{};
    Doing doing{};
    const intel::Cluster* cluster = nullptr;
    intel::WalletId anchor = intel::kNoWallet;
    std::optional<ClusterHere> clusterHere{};
    std::optional<double> link{};
    OnCoin* on = nullptr;

    [[nodiscard]] std::uint32_t ordinal() const noexcept { return coin != nullptr ? coin->ordinal() : kNone; }
};

}  // namespace core::alert
