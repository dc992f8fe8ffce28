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
/// A walk over every cluster, so ask every few seconds at most. Thread: confined to the engine.
class ClusterHistory {
public:
    /// Empty when no cluster changed. `nowNs`: when it was noticed.
    [[nodiscard]] std::vector<store::StoredCluster> changes(const intel::Intel& who, const ledger::Market& market,
                                                            std::int64_t nowNs);

private:
    std::map<intel::WalletId, std::uint64_t> m_known;  ///< by first member: a fingerprint of all members
    std::uint64_t m_version = 0;
    bool m_asked = false;
};

}  // namespace core::pipeline
