// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/notifier.h"

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QHash>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <optional>

class QDBusPendingCallWatcher;
class QDBusServiceWatcher;

namespace app {

/// The notifications of a freedesktop session, asked over D-Bus: replaced by key, with buttons where the server has
/// them, never faster than servers allow. What is too much is folded into one notice that counts. Follows a server
/// that goes and comes. Source: Desktop Notifications Specification 1.2.
class FreedesktopNotifier final : public ui::bridge::Notifier {
    Q_OBJECT
public:
    struct Limits {
        int gap = 1200;         ///< milliseconds between two calls: servers throttle bursts
        int perMinute = 6;      ///< further ones are folded
        int openCritical = 3;   ///< these do not go by themselves; the oldest is closed for the next
        int retryAfter = 3000;  ///< milliseconds after a server said that it is too much
        std::size_t waiting = 50;
    };

    explicit FreedesktopNotifier(QDBusConnection bus) : FreedesktopNotifier(std::move(bus), Limits{}) {}
    FreedesktopNotifier(QDBusConnection bus, Limits limits, QObject* parent = nullptr);

    void notify(const ui::bridge::Notice& notice) override;
    [[nodiscard]] bool reachesDesktop() const override { return m_present; }
    [[nodiscard]] QString channel() const override;
    /// Notices that no server took in the end; they were shown in the window.
    [[nodiscard]] int given() const { return m_given; }

signals:
    /// The server took a notice, new or in the place of an earlier one.
    void shown(const QString& key, quint32 id);

private slots:
    void onAction(quint32 id, const QString& action);
    void onClosed(quint32 id, quint32 reason);

private:
    struct Waiting {
        ui::bridge::Notice notice;
        bool again = false;  ///< it was refused once
    };
    struct Open {
        quint32 id = 0;
        int count = 0;
        bool critical = false;
    };

    void ask();
    void lost();
    void pump();
    void send(Waiting one);
    void answered(QDBusPendingCallWatcher& call, Waiting one);
    void foldOldCritical();
    [[nodiscard]] QString body(const QString& text) const;
    [[nodiscard]] QString keyOf(quint32 id) const;

    QDBusConnection m_bus;
    const Limits m_limits;
    QDBusServiceWatcher* m_watcher;
    bool m_present = false;
    bool m_asked = false;  ///< capabilities are known
    QString m_server;
    QStringList m_capabilities;
    std::deque<Waiting> m_waiting;
    int m_folded = 0;
    QHash<QString, Open> m_open;
    std::deque<QString> m_criticals;  ///< keys, oldest first
    std::deque<qint64> m_sent;        ///< times of the last minute
    QElapsedTimer m_clock;
    QTimer m_timer;
    int m_given = 0;
};

}  // namespace app
