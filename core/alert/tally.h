// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"
#include "core/intel/wallet_book.h"
#include "core/model/event.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace core::alert {

/// One doing of one wallet, as a tally counts it.
struct Doing {
    std::int64_t time = 0;  ///< Unix seconds
    intel::WalletId wallet = intel::kNoWallet;
    std::uint64_t coins = 0;
    std::uint64_t lamports = 0;
    std::optional<Signature> signature{};
    std::optional<Slot> slot{};
};

/// What was done within a window that slides with time: sums, how often, by how many wallets; the last few doings
/// one by one as proofs. Exact to the second for windows up to kSteps seconds; of longer ones up to a kSteps-th at
/// the far edge is left out. A doing that comes late counts as of the youngest second. Bounded. Thread: confined.
class Tally {
public:
    static constexpr std::int64_t kSteps = 128;
    static constexpr std::size_t kMostProofs = 6;
    static constexpr std::size_t kMostWallets = 2'048;

    /// `windowSeconds` > 0. `distinct`: wallets are told apart.
    void add(const Doing& doing, std::int64_t windowSeconds, bool distinct);
    /// Leaves out what lies before the window up to `now`.
    void settle(std::int64_t now, std::int64_t windowSeconds);

    [[nodiscard]] Uint128 coins() const noexcept { return m_coins; }
    [[nodiscard]] Uint128 lamports() const noexcept { return m_lamports; }
    [[nodiscard]] std::uint64_t times() const noexcept { return m_times; }
    /// Distinct wallets; 0 unless they were told apart.
    [[nodiscard]] std::size_t wallets() const noexcept { return m_crowd ? m_crowd->latest.size() : 0; }
    /// The last doings, oldest first; some may lie before the window.
    [[nodiscard]] std::span<const Doing> proofs() const noexcept { return m_proofs; }

private:
    struct Step {
        std::int64_t time;
        std::uint64_t coins;
        std::uint64_t lamports;
        std::uint64_t times;
    };
    struct Crowd {
        boost::unordered_flat_map<intel::WalletId, std::int64_t> latest;
        std::vector<std::pair<std::int64_t, intel::WalletId>> log;  ///< by time
        std::size_t head = 0;
    };

    void forget(Crowd& crowd);

    std::vector<Step> m_steps;
    std::size_t m_head = 0;
    Uint128 m_coins = 0;
    Uint128 m_lamports = 0;
    std::uint64_t m_times = 0;
    std::vector<Doing> m_proofs;
    std::unique_ptr<Crowd> m_crowd;
};

}  // namespace core::alert
