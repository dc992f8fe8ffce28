// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/wire/transaction.h"

#include <span>

namespace core::wire {

/// A top-level instruction of a serialized transaction.
struct RawInstruction {
    std::uint8_t program = 0;
    std::span<const std::uint8_t> accounts;
    std::span<const std::uint8_t> data;
};

/// A serialized transaction, legacy or version 0. Views into the bytes. Source: solana-wire section 1.
struct RawTransaction {
    Signature signature;
    std::size_t signers = 0;
    std::vector<Pubkey> staticKeys;
    std::vector<RawInstruction> instructions;
};

/// Reads a serialized transaction. Account indexes are not checked here: loaded addresses come from `meta`.
/// Errors: Truncated, BadValue (version, trailing bytes), TooLarge.
[[nodiscard]] Result<RawTransaction> readTransactionBytes(std::span<const std::uint8_t> bytes);

}  // namespace core::wire
