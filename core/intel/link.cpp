// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/link.h"

#include <algorithm>
#include <cmath>

namespace core::intel {
namespace {

// Priors and thresholds: detection section 4.2.
constexpr double kPriorSameCoin = 1e-3;
constexpr double kPriorStrangers = 1e-6;
constexpr float kSays = 1.5F;

}  // namespace

std::string_view linkName(LinkKind kind) noexcept {
    static constexpr std::array<std::string_view, kLinkKinds> kNames{
        "funded_by_same", "transfer",       "same_transaction", "same_bundle", "same_slot_buy",
        "co_trading",     "exit_synchrony", "same_amount",      "same_cashout"};
    return kNames[static_cast<std::size_t>(kind)];
}

double Link::posterior() const noexcept {
    const double prior = sharesCoin ? kPriorSameCoin : kPriorStrangers;
    double score = std::log(prior / (1 - prior));
    for (const float part : llr) score += static_cast<double>(part);
    return 1.0 / (1.0 + std::exp(-score));
}

bool Link::independent() const noexcept {
    if (std::max({of(LinkKind::Transfer), of(LinkKind::SameTransaction), of(LinkKind::SameBundle)}) >= kHard)
        return true;
    return kinds() >= 2;
}

std::size_t Link::kinds() const noexcept {
    // What happens at the same moment may have one cause, a trigger that many watch: however it is counted, it is
    // one family.
    const float moment =
        std::max({of(LinkKind::SameSlotBuy), of(LinkKind::CoTrading), of(LinkKind::ExitSynchrony)});
    std::size_t out = moment >= kSays ? 1 : 0;
    for (const LinkKind kind : {LinkKind::FundedBySame, LinkKind::Transfer, LinkKind::SameTransaction,
                                LinkKind::SameBundle, LinkKind::SameAmount, LinkKind::SameCashout})
        if (of(kind) >= kSays) ++out;
    return out;
}

std::uint16_t Link::shape() const noexcept {
    std::size_t out = kinds() << 1U | (together() ? 1U : 0U);
    for (const float part : llr) out = out << 1U | (part > 0 ? 1U : 0U);
    return static_cast<std::uint16_t>(out);
}

bool Link::together() const noexcept {
    const float acts = of(LinkKind::SameBundle) + of(LinkKind::SameSlotBuy) + of(LinkKind::CoTrading) +
                       of(LinkKind::ExitSynchrony) + of(LinkKind::SameTransaction);
    return acts >= kSays && acts + of(LinkKind::SameAmount) >= kHard;
}

}  // namespace core::intel
