// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/coin_graph.h"
#include "core/pipeline/wallet_page.h"

#include <memory>
#include <optional>

namespace core::pipeline {

/// What the screens beside the coin's page want to know. Newest wins.
struct Inquiry {
    std::optional<GraphWish> graph;  ///< of the open coin
    std::optional<Wallet> wallet;    ///< whose page is open
    std::optional<Wallet> crew;      ///< a member of the cluster whose passport is open
    bool leads = false;              ///< who is followed

    friend bool operator==(const Inquiry&, const Inquiry&) = default;
};

/// What was found out; null where nobody asked, or nothing is known yet.
struct Answers {
    std::shared_ptr<const WalletPage> wallet;
    std::shared_ptr<const CrewPassport> crew;
    std::shared_ptr<const LeadBoard> leads;
};

}  // namespace core::pipeline
