// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/wallet_book.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace core::intel {

/// Kinds of evidence that two wallets are one hand. Source: interfaces section 4.
enum class LinkKind : std::uint8_t {
    FundedBySame,
    Transfer,
    SameTransaction,
    SameBundle,
    SameSlotBuy,
    CoTrading,
    ExitSynchrony,
    SameAmount,
    SameCashout
};
inline constexpr std::size_t kLinkKinds = 9;

/// "funded_by_same" and so on.
[[nodiscard]] std::string_view linkName(LinkKind kind) noexcept;

/// One observation behind a link.
struct LinkEvidence {
    LinkKind kind{};
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::uint64_t amount = 0;  ///< lamports or raw coins; 0: none
};

/// One number for a pair of wallets, in either order.
[[nodiscard]] constexpr std::uint64_t pairKey(WalletId a, WalletId b) noexcept {
    return a < b ? (std::uint64_t{a} << 32U) | b : (std::uint64_t{b} << 32U) | a;
}

/// What speaks for two wallets being one hand: a log-likelihood ratio per kind, natural logarithm.
struct Link {
    static constexpr float kHard = 9.0F;  ///< a ratio of one kind from which it needs no second family

    WalletId a = kNoWallet;  ///< the smaller number
    WalletId b = kNoWallet;
    std::array<float, kLinkKinds> llr{};
    bool sharesCoin = false;  ///< both bought or held one coin: the prior of two early buyers holds
    bool accepted = false;
    std::uint16_t judged = 0;            ///< its shape() when it was judged last
    std::vector<LinkEvidence> evidence;  ///< the first few of each kind

    [[nodiscard]] float of(LinkKind kind) const noexcept { return llr[static_cast<std::size_t>(kind)]; }
    /// P(one hand | evidence), 0..1. Source: detection section 4.2.
    [[nodiscard]] double posterior() const noexcept;
    /// At least two families that say something, or one that is hard.
    [[nodiscard]] bool independent() const noexcept;
    /// Families of kinds that say something; what shares a moment (buys, coins, sells) is one.
    [[nodiscard]] std::size_t kinds() const noexcept;
    /// What of it decides where clusters are cut: which kinds there are, how many families, whether together().
    [[nodiscard]] std::uint16_t shape() const noexcept;
    /// What both did at the same time would be enough without what one sent the other.
    [[nodiscard]] bool together() const noexcept;
};

}  // namespace core::intel
