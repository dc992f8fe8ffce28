// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/wallet_names.h"

#include "ui/format/token_text.h"

namespace ui::format {
namespace {

struct Names {
    const void* owner = nullptr;
    std::function<QString(const core::Wallet&)> of;
};

Names& names() {
    static Names kNames;
    return kNames;
}

}  // namespace

void setWalletNames(const void* owner, std::function<QString(const core::Wallet&)> given) {
    names() = {owner, std::move(given)};
}

void dropWalletNames(const void* owner) {
    // Another window may have been made meanwhile.
    if (names().owner == owner) names() = {};
}

QString walletName(const core::Wallet& wallet) {
    if (names().of) {
        const QString name = names().of(wallet);
        if (!name.isEmpty()) return name;
    }
    return shortKey(wallet.base58());
}

}  // namespace ui::format
