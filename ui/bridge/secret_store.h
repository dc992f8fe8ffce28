// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace ui::bridge {

/// Where keys are kept so that they stand in no file of ours. Calls return at once; answers come later on the GUI
/// thread, also after the asker is gone when it does not guard itself. Thread: GUI.
class SecretStore {
public:
    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;
    virtual ~SecretStore() = default;

    /// `error` is a sentence for the screen, empty when all went well; a secret that was never kept is empty
    /// without an error.
    using Told = std::function<void(const QString& secret, const QString& error)>;
    virtual void read(const QString& name, Told told) = 0;
    /// An empty secret removes what was kept.
    virtual void write(const QString& name, const QString& secret, Told told) = 0;
};

}  // namespace ui::bridge
