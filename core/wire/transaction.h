// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/time.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace core::wire {

/// One instruction of a transaction, top-level or inner, in order of execution.
struct InstructionView {
    std::uint16_t program = 0;        ///< index into TransactionView::keys
    std::uint32_t accountsBegin = 0;  ///< range in TransactionView::accountIndexes
    std::uint32_t accountsCount = 0;
    std::string_view dataBase58;                ///< as in JSON; empty for raw or parsed instructions
    std::span<const std::uint8_t> data;         ///< raw bytes where the encoding gives them
    std::uint16_t top = 0;                      ///< ordinal among the top-level instructions that leave a log line
    std::uint16_t inner = EventPath::kNoInner;  ///< index in the group of inner instructions
    std::uint8_t height = 1;                    ///< 1 = top level; 2 when the source does not say
};

/// Balance of one token account before or after a transaction.
struct TokenBalance {
    std::uint16_t account = 0;  ///< index into keys
    Mint mint;
    std::optional<Wallet> owner;
    std::uint64_t amount = 0;
    std::uint8_t decimals = 0;
};

/// One transaction in whatever encoding it came. Views point into the text or bytes it was read from and
/// die with them. Whatever the source lacks is empty.
struct TransactionView {
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::optional<BlockTime> blockTime;
    std::optional<std::uint32_t> txIndex;
    bool failed = false;
    bool hasInner = false;  ///< inner instructions were part of the reply
    bool hasLogs = false;
    std::size_t signers = 0;   ///< the first keys that signed
    std::vector<Pubkey> keys;  ///< static, then loaded writable, then loaded read-only
    std::vector<std::uint16_t> accountIndexes;
    std::vector<InstructionView> instructions;  ///< flattened in order of execution
    std::vector<std::string_view> logs;
    std::vector<std::uint64_t> preLamports;   ///< by key; empty when the source has none
    std::vector<std::uint64_t> postLamports;  ///< by key; empty when the source has none
    std::vector<TokenBalance> preTokens;
    std::vector<TokenBalance> postTokens;

    /// The k-th account of an instruction; null when it has fewer.
    [[nodiscard]] const Pubkey* account(const InstructionView& instruction, std::size_t k) const noexcept {
        if (k >= instruction.accountsCount) return nullptr;
        return &keys[accountIndexes[instruction.accountsBegin + k]];
    }
    [[nodiscard]] const Pubkey& programOf(const InstructionView& instruction) const noexcept {
        return keys[instruction.program];
    }
    [[nodiscard]] bool signedBy(const Pubkey& key) const noexcept {
        for (std::size_t i = 0; i < signers && i < keys.size(); ++i)
            if (keys[i] == key) return true;
        return false;
    }
    /// Bytes that were written anew for instructions which the source had already taken apart (jsonParsed);
    /// `data` of such an instruction points here.
    std::deque<std::vector<std::uint8_t>> owned;

    void clear() { *this = TransactionView{}; }
};

}  // namespace core::wire
