// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed_settings.h"

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
      m_kept(secrets, kKeyName, std::move(keyFile)),
      m_settingsFile(std::move(settingsFile)),
      m_choice(ui::readFeedChoice(QSettings(m_settingsFile, QSettings::IniFormat))) {
    connect(&m_kept, &KeptKey::settled, this, &FeedSettings::ready);
}

core::source::LiveOptions FeedSettings::options() const {
    core::source::LiveOptions out = m_fromLine;
    if (!saysWhere(m_fromLine)) {
        out.source = m_choice.source.toStdString();
        out.wsUrl = m_choice.wsUrl.toStdString();
        out.httpUrl = m_choice.httpUrl.toStdString();
        out.lookupsPerHour = static_cast<std::uint64_t>(m_choice.lookupsPerHour);
    }
    if (out.apiKey.empty()) out.apiKey = m_kept.key().toStdString();
    return out;
}

void FeedSettings::readKey() {
    if (m_fromLine.apiKey.empty())
        m_kept.read(m_choice.keyPlace);
    else
        emit ready();
}

QString FeedSettings::keyState() const {
    return m_fromLine.apiKey.empty() ? m_kept.state() : tr("From the environment.");
}

void FeedSettings::choose(const ui::FeedChoice& choice) {
    m_choice = choice;
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    ui::keepFeedChoice(settings, choice);
    emit ready();
}

void FeedSettings::keepKey(const QString& key, ui::KeyPlace place) {
    m_kept.keep(key, place);
}

}  // namespace app
