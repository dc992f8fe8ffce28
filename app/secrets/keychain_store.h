// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/secret_store.h"

#include <QString>

namespace app {

/// Keys in the keyring of the desktop: Secret Service or KWallet here, the systems' own elsewhere, by QtKeychain.
/// Where there is none, reading and writing say so and nothing is written anywhere. Thread: GUI.
class KeychainStore final : public ui::bridge::SecretStore {
public:
    void read(const QString& name, Told told) override;
    void write(const QString& name, const QString& secret, Told told) override;
};

}  // namespace app
