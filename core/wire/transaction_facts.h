// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/transaction.h"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace core::wire {

/// A token account as one transaction knows it.
struct TokenAccount {
    Mint mint;
    std::optional<Wallet> owner;
    std::optional<std::uint64_t> before;  ///< raw units; empty when the account did not exist
    std::optional<std::uint64_t> after;   ///< raw units; empty when it was closed
};

/// Tokens that one instruction moved, minted or burned.
struct TokenMove {
    static constexpr std::uint16_t kNowhere = 0xffff;

    std::uint32_t instruction = 0;         ///< index into TransactionView::instructions
    std::uint16_t source = kNowhere;       ///< key index; kNowhere for minted tokens
    std::uint16_t destination = kNowhere;  ///< key index; kNowhere for burned tokens
    std::uint16_t authority = kNowhere;
    std::optional<Mint> mint;
    std::uint64_t amount = 0;  ///< that left the source
    std::uint64_t fee = 0;     ///< withheld at the destination, where the instruction says so
};

/// Lamports that one System instruction moved.
struct SolMove {
    std::uint32_t instruction = 0;
    std::uint16_t from = 0;
    std::uint16_t to = 0;
    std::uint64_t lamports = 0;
    bool createsAccount = false;  ///< rent of a new account, not a payment
};

/// A token account that was closed; its lamports went to `to`.
struct AccountClosed {
    std::uint32_t instruction = 0;
    std::uint16_t account = 0;
    std::uint16_t to = 0;
    std::uint16_t owner = 0;
};

/// SetAuthority on a mint or a token account.
struct AuthorityMove {
    std::uint32_t instruction = 0;
    std::uint16_t account = 0;
    std::uint16_t authority = 0;
    std::uint8_t kind = 0;     ///< AuthorityType as on the wire
    std::optional<Wallet> to;  ///< empty: renounced
};

/// What the native programs did in one transaction: token accounts with owner, mint and balances, moves of
/// tokens and SOL, in order of execution. Built once per transaction and asked by every venue.
/// Views into the transaction; thread: confined. Source: solana-wire sections 15.1 to 15.3.
class TransactionFacts {
public:
    /// Cost: one pass over the instructions. Instructions too short for what they claim are left out.
    void read(const TransactionView& transaction);

    /// Null when the key is no token account that the transaction names.
    [[nodiscard]] const TokenAccount* account(std::uint16_t key) const noexcept;
    [[nodiscard]] std::span<const TokenMove> tokenMoves() const noexcept { return m_tokenMoves; }
    [[nodiscard]] std::span<const SolMove> solMoves() const noexcept { return m_solMoves; }
    [[nodiscard]] std::span<const AccountClosed> closed() const noexcept { return m_closed; }
    [[nodiscard]] std::span<const AuthorityMove> authorities() const noexcept { return m_authorities; }
    /// Decimals of a mint: the quote assets', else as a balance, a checked transfer or the mint's own
    /// initialisation states them.
    [[nodiscard]] std::optional<std::uint8_t> decimals(const Mint& mint) const noexcept;
    /// Whether a key is a mint that was initialised or named by a balance here.
    [[nodiscard]] bool isMint(const Pubkey& key) const noexcept { return m_decimals.contains(Mint{key}); }

private:
    void token(const TransactionView& transaction, std::uint32_t index, std::span<const std::uint8_t> data);
    void system(const TransactionView& transaction, std::uint32_t index, std::span<const std::uint8_t> data);
    void own(std::uint16_t account, const Mint& mint, const std::optional<Wallet>& owner);

    std::vector<std::optional<TokenAccount>> m_accounts;
    std::vector<TokenMove> m_tokenMoves;
    std::vector<SolMove> m_solMoves;
    std::vector<AccountClosed> m_closed;
    std::vector<AuthorityMove> m_authorities;
    std::unordered_map<Mint, std::uint8_t> m_decimals;
    std::vector<std::uint8_t> m_scratch;
};

/// The bytes of an instruction; `scratch` holds them where the source had base58. Empty when there are none
/// or they are no base58.
[[nodiscard]] std::span<const std::uint8_t> instructionData(const InstructionView& instruction,
                                                            std::vector<std::uint8_t>& scratch);

/// Index behind the last instruction that instruction `index` called, directly or not.
/// Source: solana-wire section 5.3. Thread: any.
[[nodiscard]] std::size_t callsEnd(const TransactionView& transaction, std::size_t index) noexcept;

}  // namespace core::wire
