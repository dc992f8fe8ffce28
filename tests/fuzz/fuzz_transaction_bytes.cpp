// SPDX-License-Identifier: GPL-3.0-or-later
// A serialized transaction.
#include "core/wire/transaction_bytes.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto raw = core::wire::readTransactionBytes({data, size});
    if (!raw) return 0;
    fuzz::require(raw->signers <= raw->staticKeys.size(), "signers are keys");
    fuzz::require(raw->staticKeys.size() * core::Pubkey::kSize <= size, "keys are in the bytes");
    for (const auto& instruction : raw->instructions) {
        fuzz::require(instruction.data.size() + instruction.accounts.size() <= size, "data is in the bytes");
        fuzz::require(
            instruction.data.empty() || (instruction.data.data() >= data && instruction.data.data() < data + size),
            "data is a view of the bytes");
    }
    return 0;
}
