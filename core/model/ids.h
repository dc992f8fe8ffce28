// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed_bytes.h"
#include "core/base/strong.h"

#include <cstdint>

namespace core {

/// 32 bytes: an account or program address.
using Pubkey = FixedBytes<struct PubkeyTag, 32>;
/// A token's mint address.
using Mint = FixedBytes<struct MintTag, 32>;
/// An address that trades.
using Wallet = FixedBytes<struct WalletTag, 32>;
/// 64 bytes: the first signature of a transaction, its name.
using Signature = FixedBytes<struct SignatureTag, 64>;

/// Slot number of the chain; about 400 ms each, some are skipped.
using Slot = Strong<struct SlotTag, std::uint64_t>;
/// 1 SOL = 1,000,000,000 lamports.
using Lamports = Strong<struct LamportsTag, std::uint64_t>;
/// Raw token units; the decimals live beside it.
using TokenAmount = Strong<struct TokenAmountTag, std::uint64_t>;

/// Where an event stands in its transaction. `top` counts the top-level instructions that leave a log line
/// (precompiles do not), `inner` the inner instructions of that group, so that a log feed and a whole
/// transaction give the same path for the same event; `ordinal` separates events of one instruction that
/// have no inner instruction of their own. Text: "2", "2.1", "2.1.1"; ordinal 0 is not written.
struct EventPath {
    static constexpr std::uint16_t kNoInner = 0xffff;

    std::uint16_t top = 0;
    std::uint16_t inner = kNoInner;
    std::uint16_t ordinal = 0;

    friend constexpr auto operator<=>(const EventPath& a, const EventPath& b) noexcept {
        return a.key() <=> b.key();
    }
    friend constexpr bool operator==(const EventPath& a, const EventPath& b) noexcept { return a.key() == b.key(); }

    /// One integer with the order of execution: an instruction before its inner instructions.
    [[nodiscard]] constexpr std::uint64_t key() const noexcept {
        const auto innerRank = static_cast<std::uint16_t>(inner + 1);
        return (std::uint64_t{top} << 32U) | (std::uint64_t{innerRank} << 16U) | ordinal;
    }
    [[nodiscard]] static constexpr EventPath fromKey(std::uint64_t key) noexcept {
        return {static_cast<std::uint16_t>(key >> 32U),
                static_cast<std::uint16_t>(static_cast<std::uint16_t>(key >> 16U) - 1U),
                static_cast<std::uint16_t>(key)};
    }
    [[nodiscard]] std::string text() const;
    /// Errors: BadEncoding.
    [[nodiscard]] static Result<EventPath> parse(std::string_view text);
};

}  // namespace core
