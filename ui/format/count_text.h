// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace ui::format {

/// What is counted in sentences of the window.
enum class Noun : std::uint8_t {
    Alert,
    Bar,
    Buy,
    Buyer,
    Cluster,
    Coin,
    CoinBought,
    CoinCreated,
    Entity,
    Entry,
    Event,
    Filter,
    Flag,
    Follower,
    Gap,
    Group,
    Label,
    Launch,
    Link,
    Message,
    Reconnect,
    Rule,
    Sale,
    Slot,
    Trade,
    Transaction,
    Transfer,
    Verdict,
    Wallet,
    Warning,
    Count  ///< of the others
};

/// "1 wallet", "3 wallets", "12 041 wallets". Verbs that would have to agree with it belong elsewhere in the
/// sentence.
[[nodiscard]] QString counted(Noun noun, std::uint64_t count);

}  // namespace ui::format
