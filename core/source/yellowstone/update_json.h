// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace geyser {
class SubscribeUpdateBlockMeta;
class SubscribeUpdateTransaction;
}  // namespace geyser

// Private to this folder: included from .cpp files only.
namespace core::source::yellowstone {

/// A transaction update as the `transactionNotification` that a websocket would have brought (solana-wire section
/// 4.1, encoding base64), so that captures, decoder and replay need to know one form. `blockTime`, where known,
/// stands beside the transaction. Thread: any. Errors: BadShape for what is no transaction (lengths of keys and
/// signatures, indexes past a byte), TooLarge for parts that no transaction can hold.
[[nodiscard]] Result<std::string> transactionFrame(const geyser::SubscribeUpdateTransaction& update,
                                                   std::optional<std::int64_t> blockTime);

/// A block's slot, hash and time as a `blockMetaNotification`: no websocket has it, it is kept for the times.
[[nodiscard]] std::string blockMetaFrame(const geyser::SubscribeUpdateBlockMeta& update);

}  // namespace core::source::yellowstone
