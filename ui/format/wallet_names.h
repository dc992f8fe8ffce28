// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QString>

#include <functional>

namespace ui::format {

/// Says from now on what the user calls a wallet; an empty name is none. `owner` is who answers. Thread: GUI.
void setWalletNames(const void* owner, std::function<QString(const core::Wallet&)> names);
/// `owner` does not answer any more; nothing happens when somebody else does by now.
void dropWalletNames(const void* owner);
/// What the user calls a wallet, else `abcd…wxyz`.
[[nodiscard]] QString walletName(const core::Wallet& wallet);

}  // namespace ui::format
