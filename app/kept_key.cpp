// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_key.h"

#include "app/secrets/key_file.h"

#include <QPointer>

#include <utility>

namespace app {

KeptKey::KeptKey(ui::bridge::SecretStore& secrets, QString name, QString file, QObject* parent)
    : QObject(parent), m_secrets(secrets), m_name(std::move(name)), m_file(std::move(file)) {}

void KeptKey::settle(const QString& key, const QString& state) {
    m_key = key;
    m_state = state;
    emit settled();
}

void KeptKey::read(ui::KeyPlace place) {
    switch (place) {
        case ui::KeyPlace::Session:
            settle(m_key, m_key.isEmpty() ? tr("None.") : tr("For this session only."));
            break;
        case ui::KeyPlace::File: {
            QString error;
            const QString key = readKeyFile(m_file, error);
            settle(key, !error.isEmpty() ? error : key.isEmpty() ? tr("None.") : tr("Kept in a file of your own."));
            break;
        }
        case ui::KeyPlace::Keyring:
            m_secrets.read(m_name, [self = QPointer(this)](const QString& key, const QString& error) {
                if (self)
                    self->settle(key, !error.isEmpty() ? error
                                      : key.isEmpty()  ? tr("None.")
                                                       : tr("Kept in the keyring."));
            });
            break;
    }
}

void KeptKey::keep(const QString& key, ui::KeyPlace place) {
    m_key = key;
    if (place != ui::KeyPlace::File) (void)writeKeyFile(m_file, {});
    if (place != ui::KeyPlace::Keyring) m_secrets.write(m_name, {}, [](const QString&, const QString&) {});
    switch (place) {
        case ui::KeyPlace::Session: settle(key, key.isEmpty() ? tr("None.") : tr("For this session only.")); break;
        case ui::KeyPlace::File: {
            const QString error = writeKeyFile(m_file, key);
            settle(key, !error.isEmpty() ? error : key.isEmpty() ? tr("None.") : tr("Kept in a file of your own."));
            break;
        }
        case ui::KeyPlace::Keyring:
            m_secrets.write(m_name, key, [self = QPointer(this), key](const QString&, const QString& error) {
                if (self)
                    self->settle(key, !error.isEmpty() ? error
                                      : key.isEmpty()  ? tr("None.")
                                                       : tr("Kept in the keyring."));
            });
            break;
    }
}

}  // namespace app
