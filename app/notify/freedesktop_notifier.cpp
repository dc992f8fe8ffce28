// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/freedesktop_notifier.h"

#include <QCoreApplication>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace app {
namespace {

using ui::bridge::Notice;

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kFoldedKey = QStringLiteral("cabalscope.folded");
constexpr qint64 kMinute = 60'000;
constexpr qsizetype kLongestTitle = 80;
constexpr qsizetype kLongestBody = 400;
constexpr int kAsTheServerLikes = -1;

QDBusMessage call(const QString& method) {
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

// Names of coins are anybody's text: no control or direction characters, and not longer than a glance.
QString clean(const QString& text, qsizetype longest) {
    QString out;
    for (const QChar letter : text) {
        const auto category = letter.category();
        if (category == QChar::Other_Format || category == QChar::Other_Surrogate) {
            if (letter.isSurrogate()) out += letter;
            continue;
        }
        out += category == QChar::Other_Control ? QChar(u' ') : letter;
    }
    out = out.simplified();
    if (out.size() <= longest) return out;
    out.truncate(longest - 1);
    if (out.back().isHighSurrogate()) out.chop(1);
    return out + u'…';
}

}  // namespace

FreedesktopNotifier::FreedesktopNotifier(QDBusConnection bus, Limits limits, QObject* parent)
    : Notifier(parent),
      m_bus(std::move(bus)),
      m_limits(limits),
      m_watcher(new QDBusServiceWatcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this)) {
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FreedesktopNotifier::pump);
    if (!m_bus.isConnected()) return;
    m_bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this,
                  SLOT(onAction(quint32, QString)));
    m_bus.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this,
                  SLOT(onClosed(quint32, quint32)));
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString&, const QString&, const QString& owner) {
                // Another server knows none of the notices of the one before.
                lost();
                if (!owner.isEmpty()) {
                    ask();
                    return;
                }
                // Nobody is there to be asked; what waits is for the window.
                m_asked = true;
                pump();
            });
    ask();
}

void FreedesktopNotifier::ask() {
    // Asking starts a server that waits to be started.
    auto* capabilities =
        new QDBusPendingCallWatcher(m_bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(capabilities, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QStringList> reply = *done;
        m_asked = true;
        m_present = !reply.isError();
        if (m_present) m_capabilities = reply.value();
        emit channelChanged();
        pump();
    });
    auto* name = new QDBusPendingCallWatcher(m_bus.asyncCall(call(QStringLiteral("GetServerInformation"))), this);
    connect(name, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QString, QString, QString, QString> reply = *done;
        if (reply.isError()) return;
        m_server = clean(reply.argumentAt<0>() + u' ' + reply.argumentAt<2>(), kLongestTitle);
        emit channelChanged();
    });
}

void FreedesktopNotifier::lost() {
    m_present = false;
    m_asked = false;
    m_server.clear();
    m_capabilities.clear();
    m_open.clear();
    m_criticals.clear();
    emit channelChanged();
}

QString FreedesktopNotifier::channel() const {
    if (m_present) return m_server.isEmpty() ? tr("desktop notifications") : m_server;
    return m_bus.isConnected() ? tr("no notification service: alerts show in the window")
                               : tr("no session bus: alerts show in the window");
}

void FreedesktopNotifier::notify(const Notice& notice) {
    // What waits with the same key has been overtaken.
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
                                   [&notice](const Waiting& one) { return one.notice.key == notice.key; });
    if (same != m_waiting.end()) {
        same->notice = notice;
        ++m_open[notice.key].count;
    } else if (m_waiting.size() >= m_limits.waiting) {
        ++m_folded;
    } else {
        // What is urgent goes before what is not, and behind what is as urgent.
        const auto behind = std::find_if(m_waiting.begin(), m_waiting.end(), [&notice](const Waiting& one) {
            return one.notice.urgency < notice.urgency;
        });
        m_waiting.insert(behind, {notice, false});
    }
    pump();
}

void FreedesktopNotifier::pump() {
    const bool waitingForServer = m_bus.isConnected() && !m_asked;
    if (waitingForServer) return;
    if (!m_present) {
        while (!m_waiting.empty()) {
            ++m_given;
            const Notice notice = m_waiting.front().notice;
            m_waiting.pop_front();
            emit leftInside(notice);
        }
        return;
    }
    if (m_timer.isActive()) return;
    if (m_waiting.empty() && m_folded == 0) return;
    const qint64 now = m_clock.elapsed();
    while (!m_sent.empty() && now - m_sent.front() >= kMinute) m_sent.pop_front();
    if (!m_sent.empty() && now - m_sent.back() < m_limits.gap) {
        m_timer.start(static_cast<int>(m_limits.gap - (now - m_sent.back())));
        return;
    }
    // One place of the minute is kept for saying how many more there were.
    const auto used = static_cast<int>(m_sent.size());
    if (used >= m_limits.perMinute - 1) {
        m_folded += static_cast<int>(m_waiting.size());
        m_waiting.clear();
        if (used >= m_limits.perMinute) {
            m_timer.start(static_cast<int>(std::max<qint64>(1, kMinute - (now - m_sent.front()))));
            return;
        }
    }
    m_sent.push_back(now);
    if (m_waiting.empty()) {
        Notice notice;
        notice.key = kFoldedKey;
        notice.title = m_folded == 1 ? tr("One more alert") : tr("%1 more alerts").arg(m_folded);
        notice.body = tr("Open Cabalscope to see them all.");
        m_folded = 0;
        send({notice, true});
    } else {
        Waiting one = std::move(m_waiting.front());
        m_waiting.pop_front();
        send(std::move(one));
    }
    if (!m_waiting.empty() || m_folded > 0) m_timer.start(m_limits.gap);
}

void FreedesktopNotifier::foldOldCritical() {
    while (static_cast<int>(m_criticals.size()) >= m_limits.openCritical) {
        const QString key = m_criticals.front();
        m_criticals.pop_front();
        const auto open = m_open.find(key);
        if (open == m_open.end()) continue;
        QDBusMessage close = call(QStringLiteral("CloseNotification"));
        close << open->id;
        m_bus.asyncCall(close);
        m_open.erase(open);
    }
}

QString FreedesktopNotifier::body(const QString& text) const {
    const QString plain = clean(text, kLongestBody);
    // Without markup a server shows the letters as they are.
    return m_capabilities.contains(QStringLiteral("body-markup")) ? plain.toHtmlEscaped() : plain;
}

void FreedesktopNotifier::send(Waiting one) {
    const Notice& notice = one.notice;
    const bool critical = notice.urgency == Notice::Urgency::Critical;
    const bool replaces = m_open.contains(notice.key) && m_open[notice.key].id != 0;
    if (critical && !replaces) foldOldCritical();
    Open& open = m_open[notice.key];
    QString title = clean(notice.title, kLongestTitle);
    if (open.count > 0) title += QStringLiteral(" (%1)").arg(open.count + 1);
    QStringList actions;
    if (m_capabilities.contains(QStringLiteral("actions")) && notice.key != kFoldedKey)
        actions = {QStringLiteral("default"), tr("Open"),     QStringLiteral("open"), tr("Open"),
                   QStringLiteral("mute"),    tr("Mute 1 h"), QStringLiteral("copy"), tr("Copy CA")};
    QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(notice.urgency))},
                      {QStringLiteral("category"), QStringLiteral("x-cabalscope.alert")},
                      {QStringLiteral("desktop-entry"), QStringLiteral("cabalscope")},
                      {QStringLiteral("suppress-sound"), notice.silent}};
    QDBusMessage message = call(QStringLiteral("Notify"));
    message << QCoreApplication::applicationName() << open.id << QStringLiteral("cabalscope") << title
            << body(notice.body) << actions << hints << kAsTheServerLikes;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, one = std::move(one)](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                answered(*done, one);
            });
}

void FreedesktopNotifier::answered(QDBusPendingCallWatcher& watcher, Waiting one) {
    const QDBusPendingReply<quint32> reply = watcher;
    if (!reply.isError()) {
        Open& open = m_open[one.notice.key];
        const bool fresh = open.id == 0;
        open.id = reply.value();
        ++open.count;
        open.critical = one.notice.urgency == Notice::Urgency::Critical;
        if (open.critical && fresh) m_criticals.push_back(one.notice.key);
        emit shown(one.notice.key, open.id);
        return;
    }
    if (!one.again) {
        // Too much at once, or a server that restarts: once more, later.
        one.again = true;
        m_waiting.push_front(std::move(one));
        m_timer.start(m_limits.retryAfter);
        return;
    }
    ++m_given;
    emit leftInside(one.notice);
}

QString FreedesktopNotifier::keyOf(quint32 id) const {
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open)
        if (open->id == id && id != 0) return open.key();
    return {};
}

void FreedesktopNotifier::onAction(quint32 id, const QString& action) {
    const QString key = keyOf(id);
    // Signals go to everybody: another program's notice is none of ours.
    if (key.isEmpty()) return;
    emit acted(key, action == QStringLiteral("default") ? QStringLiteral("open") : action);
}

void FreedesktopNotifier::onClosed(quint32 id, quint32) {
    const QString key = keyOf(id);
    if (key.isEmpty()) return;
    m_open.remove(key);
    std::erase(m_criticals, key);
}

}  // namespace app
