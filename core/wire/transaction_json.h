// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/wire/transaction.h"

#include <simdjson.h>

#include <vector>

namespace core::wire {

/// Turns the JSON of one transaction into a TransactionView: `json`, `jsonParsed`, `base64` and `base58`
/// encodings, as `getTransaction` results, elements of `getBlock`, or what is inside
/// `transactionNotification`. Keeps the bytes that base64 forms decode to; the view dies with the next call
/// or with the parsed document. Internal to core/wire. Thread: confined.
class TransactionJsonReader {
public:
    /// Errors: BadShape (names the member), BadEncoding, Truncated, BadValue, TooLarge.
    [[nodiscard]] Result<void> read(simdjson::dom::element transaction, TransactionView& out);

private:
    Result<void> readMessage(simdjson::dom::object message, TransactionView& out);
    Result<void> readSerialized(std::string_view text, std::string_view encoding, TransactionView& out);
    Result<void> readLoaded(simdjson::dom::object meta, TransactionView& out);
    Result<void> readInstructions(simdjson::dom::object meta, TransactionView& out);
    static Result<void> appendParsed(simdjson::dom::object parsed, InstructionView& view, TransactionView& out);
    Result<void> appendInstruction(simdjson::dom::element instruction, std::uint16_t top, std::uint16_t inner,
                                   TransactionView& out);
    Result<void> readMeta(simdjson::dom::object meta, TransactionView& out);
    static void readLamports(simdjson::dom::object meta, std::string_view member, std::size_t keys,
                             std::vector<std::uint64_t>& into);
    Result<void> readBalances(simdjson::dom::object meta, std::string_view member, TransactionView& out,
                              std::vector<TokenBalance>& into);

    std::vector<std::uint8_t> m_bytes;
    std::vector<InstructionView> m_topLevel;
    simdjson::dom::array m_topLevelJson;
    bool m_haveTopLevelJson = false;
    bool m_keysComplete = false;  ///< jsonParsed lists loaded addresses among the keys already
};

}  // namespace core::wire
