// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed_settings.h"

#include "app/secrets/key_file.h"

#include <QPointer>
#include <QSettings>

#include <utility>

namespace app {
namespace {

const QString kKeyName = QStringLiteral("feed-key");

bool saysWhere(const core::source::LiveOptions& options) {
    const core::source::LiveOptions standard;
    return options.source != standard.source || !options.wsUrl.empty() || !options.httpUrl.empty();
}

}  // namespace

FeedSettings::FeedSettings(core::source::LiveOptions fromLine, ui::bridge::SecretStore& secrets,
                           QString settingsFile, QString keyFile)
    : m_fromLine(std::move(fromLine)),
      m_secrets(secrets),
      m_settingsFile(std::move(settingsFile)),
      m_keyFile(std::move(keyFile)),
      m_choice(ui::readFeedChoice(QSettings(m_settingsFile, QSettings::IniFormat))) {}

core::source::LiveOptions FeedSettings::options() const {
    core::source::LiveOptions out = m_fromLine;
    if (!saysWhere(m_fromLine)) {
        out.source = m_choice.source.toStdString();
        out.wsUrl = m_choice.wsUrl.toStdString();
        out.httpUrl = m_choice.httpUrl.toStdString();
        out.lookupsPerHour = static_cast<std::uint64_t>(m_choice.lookupsPerHour);
    }
    if (out.apiKey.empty()) out.apiKey = m_key.toStdString();
    return out;
}

void FeedSettings::settle(const QString& key, const QString& state) {
    m_key = key;
    m_keyState = state;
    emit ready();
}

void FeedSettings::readKey() {
    if (!m_fromLine.apiKey.empty()) {
        settle({}, tr("From the environment."));
        return;
    }
    switch (m_choice.keyPlace) {
        case ui::KeyPlace::Session:
            settle(m_key, m_key.isEmpty() ? tr("None.") : tr("For this session only."));
            break;
        case ui::KeyPlace::File: {
            QString error;
            const QString key = readKeyFile(m_keyFile, error);
            settle(key, !error.isEmpty() ? error : key.isEmpty() ? tr("None.") : tr("Kept in a file of your own."));
            break;
        }
        case ui::KeyPlace::Keyring:
            m_secrets.read(kKeyName, [self = QPointer(this)](const QString& key, const QString& error) {
                if (self)
                    self->settle(key, !error.isEmpty() ? error
                                      : key.isEmpty()  ? tr("None.")
                                                       : tr("Kept in the keyring."));
            });
            break;
    }
}

void FeedSettings::choose(const ui::FeedChoice& choice) {
    m_choice = choice;
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    ui::keepFeedChoice(settings, choice);
    emit ready();
}

void FeedSettings::keepKey(const QString& key, ui::KeyPlace place) {
    // It is used at once, wherever it ends up being kept.
    m_key = key;
    // A key that moves is not left behind where it was.
    if (place != ui::KeyPlace::File) (void)writeKeyFile(m_keyFile, {});
    if (place != ui::KeyPlace::Keyring) m_secrets.write(kKeyName, {}, [](const QString&, const QString&) {});
    switch (place) {
        case ui::KeyPlace::Session: settle(key, key.isEmpty() ? tr("None.") : tr("For this session only.")); break;
        case ui::KeyPlace::File: {
            const QString error = writeKeyFile(m_keyFile, key);
            settle(key, !error.isEmpty() ? error : key.isEmpty() ? tr("None.") : tr("Kept in a file of your own."));
            break;
        }
        case ui::KeyPlace::Keyring:
            m_secrets.write(kKeyName, key, [self = QPointer(this), key](const QString&, const QString& error) {
                if (self)
                    self->settle(key, !error.isEmpty() ? error
                                      : key.isEmpty()  ? tr("None.")
                                                       : tr("Kept in the keyring."));
            });
            break;
    }
}

}  // namespace app
