// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/secret_store.h"
#include "ui/shell/feed_page.h"

#include <QObject>
#include <QString>

namespace app {

/// One key, kept where its owner chose: in the keyring, in a file of mode 0600, or for this session. Thread: GUI.
class KeptKey final : public QObject {
    Q_OBJECT
public:
    /// `name`: of the key in the keyring. `secrets` must outlive this; `file` is where it goes when it is kept in
    /// one.
    KeptKey(ui::bridge::SecretStore& secrets, QString name, QString file, QObject* parent = nullptr);

    /// Looks for it in a place; settled() follows, at once or later. What was typed for this session stays.
    void read(ui::KeyPlace place);
    /// It is used at once, wherever it ends up; it is not left behind in another place. Empty: forgotten.
    void keep(const QString& key, ui::KeyPlace place);
    /// Empty while there is none.
    [[nodiscard]] const QString& key() const { return m_key; }
    /// For the screen: "kept in the keyring", or why it is not. Never the key.
    [[nodiscard]] const QString& state() const { return m_state; }

signals:
    void settled();

private:
    void settle(const QString& key, const QString& state);

    ui::bridge::SecretStore& m_secrets;
    const QString m_name;
    const QString m_file;
    QString m_key;
    QString m_state;
};

}  // namespace app
