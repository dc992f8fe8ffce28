// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/wallet_past.h"

#include <memory>
#include <optional>

namespace ui::bridge {

/// What is kept of wallets beyond the session that runs. Calls return at once. Thread: GUI.
class WalletDesk {
public:
    WalletDesk() = default;
    WalletDesk(const WalletDesk&) = delete;
    WalletDesk& operator=(const WalletDesk&) = delete;
    virtual ~WalletDesk() = default;

    /// Reads anew what is stored of a wallet; nothing ends the reading.
    virtual void askWalletPast(const std::optional<core::Wallet>& wallet) = 0;
    /// What was read so far of the wallet asked for last; null before there is anything.
    [[nodiscard]] virtual std::shared_ptr<const core::review::WalletPast> walletPast() const = 0;
};

}  // namespace ui::bridge
