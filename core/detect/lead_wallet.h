// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// A wallet that others follow: on 5 coins or more they buy within 25 slots behind its first buy more often than
/// their own activity explains (false discovery rate 1%), and again on its next 5 coins. Wallets of one cluster
/// and hubs are left out, and so are wallets that follow the same third one. The flag is about the leader; one
/// that is followed mostly within two slots is copied or in a ring and leads nobody, its pairs are told as leads
/// alone.
/// Source: detection section 4.11.
[[nodiscard]] std::unique_ptr<Detector> makeLeadWallet();

inline constexpr DetectorInfo kLeadWallet{
    .kind = "lead_wallet",
    .description =
        "Unlinked wallets bought at least 5 coins within 25 slots behind this one's first buy, beyond "
        "chance (q <= 0.01), and again on its next 5 coins (p < 0.05).",
    .version = "3",
    .make = &makeLeadWallet,
};

}  // namespace core::detect
