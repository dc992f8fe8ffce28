// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace core::source {

/// The little that a feed itself needs of a pubsub frame. Source: solana-wire section 3.
struct Notification {
    enum class Kind : std::uint8_t { Other, Ack, Refusal, Logs, Transaction, Block };

    Kind kind = Kind::Other;
    std::uint64_t requestId = 0;          ///< Ack, Refusal
    std::uint64_t subscription = 0;       ///< Ack, Logs, Transaction, Block
    std::uint64_t slot = 0;               ///< Logs, Transaction, Block
    std::string signature;                ///< Logs, Transaction
    std::vector<std::string> signatures;  ///< Block: of its transactions, in order
    bool failed = false;                  ///< Logs: the transaction has an error
    std::string text;                     ///< Refusal: the server's reason, as sent
};

/// Reads a frame; whatever is no sound frame of these kinds is Other. Thread: any.
[[nodiscard]] Notification readNotification(const std::string& frame);

}  // namespace core::source
