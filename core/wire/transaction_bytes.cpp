// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/transaction_bytes.h"

#include "core/base/byte_reader.h"

namespace core::wire {

Result<RawTransaction> readTransactionBytes(std::span<const std::uint8_t> bytes) {
    // The network's packet limit is 1,232; a little slack for what may come.
    constexpr std::size_t kMostBytes = 8192;
    constexpr std::uint8_t kVersionBit = 0x80;
    if (bytes.size() > kMostBytes) return fail(ErrorCode::TooLarge, "serialized transaction");
    ByteReader reader{bytes};
    RawTransaction out;

    const std::size_t signatures = reader.compactU16();
    if (signatures == 0) return fail(ErrorCode::BadValue, "transaction without a signature");
    for (std::size_t i = 0; i < signatures; ++i) {
        const auto signature = reader.bytes(Signature::kSize);
        if (signature.empty()) return fail(ErrorCode::Truncated, "signatures");
        if (i == 0) out.signature = Signature::fromBytes(signature).value();
    }
    auto first = reader.integer<std::uint8_t>();
    const bool versioned = (first & kVersionBit) != 0;
    if (versioned) {
        if ((first & 0x7fU) != 0) return fail(ErrorCode::BadValue, "transaction version");
        first = reader.integer<std::uint8_t>();
    }
    out.signers = first;
    reader.bytes(2);  // read-only counts
    const std::size_t keys = reader.compactU16();
    for (std::size_t i = 0; i < keys && !reader.failed(); ++i) {
        const auto key = reader.bytes(Pubkey::kSize);
        if (!key.empty()) out.staticKeys.push_back(Pubkey::fromBytes(key).value());
    }
    reader.bytes(32);  // blockhash
    const std::size_t instructions = reader.compactU16();
    for (std::size_t i = 0; i < instructions && !reader.failed(); ++i) {
        RawInstruction instruction;
        instruction.program = reader.integer<std::uint8_t>();
        instruction.accounts = reader.bytes(reader.compactU16());
        instruction.data = reader.bytes(reader.compactU16());
        out.instructions.push_back(instruction);
    }
    if (versioned) {
        const std::size_t tables = reader.compactU16();
        for (std::size_t i = 0; i < tables && !reader.failed(); ++i) {
            reader.bytes(Pubkey::kSize);
            reader.bytes(reader.compactU16());
            reader.bytes(reader.compactU16());
        }
    }
    if (reader.failed()) return fail(ErrorCode::Truncated, "serialized transaction");
    if (!reader.atEnd()) return fail(ErrorCode::BadValue, "bytes behind the transaction");
    if (out.signers > out.staticKeys.size()) return fail(ErrorCode::BadValue, "more signers than keys");
    return out;
}

}  // namespace core::wire
