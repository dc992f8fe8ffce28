// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/factory.h"
#endif
#include "app/kept_key.h"
#include "ui/bridge/secret_store.h"
#include "ui/shell/feed_page.h"

#include <QObject>
#include <QString>

#include <functional>

namespace app {

/// What the live feed connects to: the command line before the settings, the environment's key before a kept one.
/// Thread: GUI.
class FeedSettings final : public QObject {
    Q_OBJECT
public:
    /// `fromLine`: what the command line and the environment say. `secrets` must outlive this; `keyFile` is where a
    /// key goes that is kept in a file.
    FeedSettings(core::source::LiveOptions fromLine, ui::bridge::SecretStore& secrets, QString settingsFile,
                 QString keyFile);

    /// What to connect to now; the key is in it once it was read.
    [[nodiscard]] core::source::LiveOptions options() const;
    /// Reads the key from where it is kept; ready() follows, at once or later.
    void readKey();
    void choose(const ui::FeedChoice& choice);
    void keepKey(const QString& key, ui::KeyPlace place);
    [[nodiscard]] ui::FeedChoice choice() const { return m_choice; }
    /// For the screen: "kept in the keyring", or why it is not. Never the key.
    [[nodiscard]] QString keyState() const;

signals:
    /// options() are others, or the key was looked for.
    void ready();

private:
    const core::source::LiveOptions m_fromLine;
    KeptKey m_kept;
    const QString m_settingsFile;
    ui::FeedChoice m_choice;
};

}  // namespace app
