// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/registry.h"

#include "core/base/text.h"
#include "core/detect/bundler.h"
#include "core/detect/cabal.h"
#include "core/detect/cluster_dump.h"
#include "core/detect/concentration.h"
#include "core/detect/copycat.h"
#include "core/detect/dev.h"
#include "core/detect/dev_dump.h"
#include "core/detect/fresh_wallet.h"
#include "core/detect/hubs.h"
#include "core/detect/insider_holdings.h"
#include "core/detect/lead_wallet.h"
#include "core/detect/liquidity_removal.h"
#include "core/detect/pump.h"
#include "core/detect/rug_risk.h"
#include "core/detect/smart_money.h"
#include "core/detect/sniper.h"
#include "core/detect/wash_trading.h"

#include <array>

namespace core::detect {

std::span<const DetectorInfo> detectors() noexcept {
    // One line adds a detector.
    // clang-format off
    static constexpr std::array kTable{
        kHubs,
        kDev,
        kSniper,
        kBundler,
        kFreshWallet,
        kInsiderHoldings,
        kCabal,
        kWashTrading,
        kLeadWallet,
        kPump,
        kDevDump,
        kClusterDump,
        kLiquidityRemoval,
        kConcentration,
        kCopycat,
        kSmartMoney,
        kRugRisk,
    };
    // clang-format on
    return kTable;
}

std::string coinName(const ledger::TokenLedger& coin) {
    constexpr std::size_t kMostCharacters = 40;
    std::string name = sanitizeText(coin.symbol, kMostCharacters);
    return name.empty() ? shortKey(coin.mint().base58()) : name;
}

Flag flagOf(std::string_view kind, const Scene& scene) {
    Flag flag;
    flag.kind = kind;
    if (scene.coin != nullptr) flag.mint = scene.coin->mint();
    flag.slot = scene.event.at.slot;
    if (const auto time = ledger::eventTime(scene.event.at)) flag.time = BlockTime{*time};
    return flag;
}

Evidence evidenceOf(std::string_view kind, const EventHeader& at, std::vector<Wallet> wallets,
                    std::optional<TokenAmount> amount, std::string text) {
    Evidence evidence;
    evidence.kind = kind;
    evidence.signature = at.signature;
    evidence.slot = at.slot;
    evidence.wallets = std::move(wallets);
    evidence.amount = amount;
    evidence.text = std::move(text);
    return evidence;
}

}  // namespace core::detect
