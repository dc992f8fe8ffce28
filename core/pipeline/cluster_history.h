// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/ledger/market.h"
#include "core/store/trade_store.h"

#include <cstdint>
#include <map>
#include <vector>

namespace core::pipeline {

/// Tells how clusters changed since it was asked last: which came to be, grew, lost members, or are none any more.
/// Each is told as a whole, so one that changes all the time is told when it has grown by a quarter or kMostSilence
/// later: what is written stays in proportion to what it became. A walk over every cluster, so ask every few
/// seconds at most. Thread: confined to the engine.
class ClusterHistory {
public:
    /// How long a change may wait, by the clock of the caller.
    static constexpr std::int64_t kMostSilence = 600'000'000'000;  // ns

    /// Empty when no cluster changed, or not enough yet. `nowNs`: when it was noticed. `last`: nobody asks again,
    /// so nothing may wait.
    [[nodiscard]] std::vector<store::StoredCluster> changes(const intel::Intel& who, const ledger::Market& market,
                                                            std::int64_t nowNs, bool last);

private:
    struct Told {
        std::uint64_t print = 0;  ///< of all members
        std::size_t members = 0;
        std::int64_t atNs = 0;
    };

    std::map<intel::WalletId, Told> m_told;  ///< by first member: as it was told last
    std::uint64_t m_version = 0;
    bool m_waiting = false;  ///< some change was too small to be told
    bool m_asked = false;
};

}  // namespace core::pipeline
