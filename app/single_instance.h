// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace app {

/// One program for each user and settings folder: a second start hands what it was to open to the first and ends.
/// A lock file says who is first, a local socket of that user carries the words; both work on every system Qt
/// knows. A lock left by a program that died is taken over. Thread: GUI.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    /// `folder` holds the lock; it exists.
    explicit SingleInstance(const QString& folder, QObject* parent = nullptr);

    /// Whether this start is the first; then messages of others arrive as opened().
    [[nodiscard]] bool first();
    /// Hands words to the first program. False when it did not take them within a second.
    [[nodiscard]] bool tell(const QStringList& words);

    static constexpr qsizetype kLargestMessage = 16'384;  ///< bytes

signals:
    /// Another start was to open these: mints, files or links; none: the window is to come to the front.
    void opened(const QStringList& words);

private:
    void take();

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

}  // namespace app
