// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications on a private session bus: a real bus, and the notification daemon of python-dbusmock on it.
#include "app/notify/freedesktop_notifier.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using app::FreedesktopNotifier;
using ui::bridge::Notice;

namespace {

constexpr int kPatience = 20'000;
const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kMock = QStringLiteral("org.freedesktop.DBus.Mock");

// Fast enough for a test; the gap of the real ones is tested apart.
const FreedesktopNotifier::Limits kFast{
    .gap = 1, .perMinute = 1'000, .openCritical = 3, .retryAfter = 1, .waiting = 50};

Notice notice(const QString& key, Notice::Urgency urgency = Notice::Urgency::Normal) {
    return {key, QStringLiteral("Dev dump: ") + key, QStringLiteral("The dev sold 5% <b>&"), urgency, true};
}

struct Call {
    quint32 replaces = 0;
    QString title, body;
    QStringList actions;
    QVariantMap hints;
};

}  // namespace

class FreedesktopNotifierTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QProcess> m_busDaemon;
    std::unique_ptr<QProcess> m_server;
    QString m_address;
    int m_connections = 0;
    std::optional<QDBusConnection> m_hand;  ///< the test's own connection

    QDBusConnection connection() {
        return QDBusConnection::connectToBus(m_address, QStringLiteral("test%1").arg(++m_connections));
    }
    void startServer(const QString& capabilities) {
        m_server = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
        m_server->setProcessEnvironment(environment);
        m_server->start(
            QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--session"),
             QStringLiteral("--template"), QStringLiteral("notification_daemon"), QStringLiteral("--parameters"),
             QStringLiteral("{\"capabilities\": \"%1\"}").arg(capabilities)});
        QVERIFY(m_server->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(m_hand->interface()->isServiceRegistered(kService), kPatience);
    }
    void stopServer() {
        if (!m_server) return;
        m_server->kill();
        m_server->waitForFinished();
        m_server.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!m_hand->interface()->isServiceRegistered(kService), kPatience);
    }
    QDBusMessage mock(const QString& method, const QVariantList& arguments) const {
        QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kMock, method);
        message.setArguments(arguments);
        return m_hand->call(message);
    }
    QList<Call> notified() const {
        const QDBusMessage reply = mock(QStringLiteral("GetMethodCalls"), {QStringLiteral("Notify")});
        QList<Call> out;
        const auto calls = reply.arguments().value(0).value<QDBusArgument>();
        calls.beginArray();
        while (!calls.atEnd()) {
            quint64 time = 0;
            QVariantList arguments;
            calls.beginStructure();
            calls >> time >> arguments;
            calls.endStructure();
            Call one;
            one.replaces = arguments.value(1).toUInt();
            one.title = arguments.value(3).toString();
            one.body = arguments.value(4).toString();
            one.actions = qdbus_cast<QStringList>(arguments.value(5));
            one.hints = qdbus_cast<QVariantMap>(arguments.value(6));
            out << one;
        }
        calls.endArray();
        return out;
    }
    void emitSignal(const QString& name, const QString& signature, const QVariantList& arguments) const {
        QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kMock, QStringLiteral("EmitSignal"));
        message.setArguments({kService, name, signature, QVariant::fromValue(arguments)});
        QVERIFY(m_hand->call(message).type() == QDBusMessage::ReplyMessage);
    }

private slots:
    void initTestCase() {
        QCoreApplication::setApplicationName(QStringLiteral("cabalscope"));
        m_busDaemon = std::make_unique<QProcess>();
        m_busDaemon->start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                           QStringLiteral("--print-address")});
        if (!m_busDaemon->waitForStarted()) QSKIP("no dbus-daemon here");
        QVERIFY(m_busDaemon->waitForReadyRead(kPatience));
        m_address = QString::fromUtf8(m_busDaemon->readLine()).trimmed();
        m_hand = connection();
        QVERIFY(m_hand->isConnected());
        QProcess probe;
        probe.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral("import dbusmock")});
        probe.waitForFinished();
        if (probe.exitCode() != 0) QSKIP("python3-dbusmock is not installed");
    }
    void cleanup() { stopServer(); }
    void cleanupTestCase() {
        m_hand.reset();
        if (m_busDaemon) {
            m_busDaemon->kill();
            m_busDaemon->waitForFinished();
        }
    }

    void aNoticeHasItsArguments() {
        startServer(QStringLiteral("body actions"));
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        notifier.notify(notice(QStringLiteral("a"), Notice::Urgency::Critical));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, kPatience);
        QVERIFY(notifier.reachesDesktop());
        const auto calls = notified();
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls[0].title, QStringLiteral("Dev dump: a"));
        QCOMPARE(calls[0].body, QStringLiteral("The dev sold 5% <b>&"));
        QCOMPARE(calls[0].hints.value(QStringLiteral("urgency")).toInt(), 2);
        QCOMPARE(calls[0].hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("cabalscope"));
        for (const char* action : {"default", "open", "mute", "copy"})
            QVERIFY(calls[0].actions.contains(QLatin1String(action)));
    }
    void markupIsEscapedWhereTheServerKnowsIt() {
        startServer(QStringLiteral("body body-markup"));
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, kPatience);
        QCOMPARE(notified()[0].body, QStringLiteral("The dev sold 5% &lt;b&gt;&amp;"));
        QVERIFY2(notified()[0].actions.isEmpty(), "a server without buttons is asked for none");
    }
    void hostileNamesAreStripped() {
        startServer(QStringLiteral("body"));
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        Notice hostile = notice(QStringLiteral("a"));
        hostile.title = QStringLiteral("Cabal\u202e\u2066\n\tCOIN ") + QString(500, u'x');
        hostile.body = QString(5'000, u'y');
        notifier.notify(hostile);
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, kPatience);
        const Call call = notified()[0];
        QVERIFY(call.title.startsWith(QStringLiteral("Cabal COIN xxx")));
        QVERIFY(call.title.size() <= 80 && call.body.size() <= 400);
    }
    void theSameKeyReplacesAndCounts() {
        startServer(QStringLiteral("body actions"));
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        for (int i = 1; i <= 3; ++i) {
            notifier.notify(notice(QStringLiteral("a")));
            QTRY_COMPARE_WITH_TIMEOUT(shown.size(), i, kPatience);
        }
        const auto calls = notified();
        QCOMPARE(calls.size(), 3);
        QCOMPARE(calls[0].replaces, 0U);
        QCOMPARE(calls[1].replaces, shown[0][1].toUInt());
        QCOMPARE(calls[2].title, QStringLiteral("Dev dump: a (3)"));
    }
    void buttonsComeBack() {
        startServer(QStringLiteral("body actions"));
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        QSignalSpy acted(&notifier, &FreedesktopNotifier::acted);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, kPatience);
        const quint32 id = shown[0][1].toUInt();
        emitSignal(QStringLiteral("ActionInvoked"), QStringLiteral("us"),
                   {QVariant::fromValue(id + 77), QStringLiteral("open")});
        emitSignal(QStringLiteral("ActionInvoked"), QStringLiteral("us"),
                   {QVariant::fromValue(id), QStringLiteral("default")});
        QTRY_COMPARE_WITH_TIMEOUT(acted.size(), 1, kPatience);
        QCOMPARE(acted[0][0].toString(), QStringLiteral("a"));
        QCOMPARE(acted[0][1].toString(), QStringLiteral("open"));
        // A notice that was closed is replaced by none.
        emitSignal(QStringLiteral("NotificationClosed"), QStringLiteral("uu"),
                   {QVariant::fromValue(id), QVariant::fromValue(2U)});
        emitSignal(QStringLiteral("ActionInvoked"), QStringLiteral("us"),
                   {QVariant::fromValue(id), QStringLiteral("mute")});
        notifier.notify(notice(QStringLiteral("b")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 2, kPatience);
        QCOMPARE(acted.size(), 1);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 3, kPatience);
        QCOMPARE(notified()[2].replaces, 0U);
    }
    void tooMuchIsFolded() {
        startServer(QStringLiteral("body"));
        FreedesktopNotifier notifier(connection(),
                                     {.gap = 1, .perMinute = 4, .openCritical = 3, .retryAfter = 1, .waiting = 50});
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        for (int i = 0; i < 20; ++i) notifier.notify(notice(QString::number(i)));
        notifier.notify(notice(QStringLiteral("urgent"), Notice::Urgency::Critical));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 4, kPatience);
        const auto calls = notified();
        QCOMPARE(calls.size(), 4);
        QCOMPARE(calls[0].title, QStringLiteral("Dev dump: urgent"));
        QCOMPARE(calls[3].title, QStringLiteral("18 more alerts"));
    }
    void oldCriticalsMakeRoom() {
        startServer(QStringLiteral("body"));
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        for (int i = 0; i < 5; ++i) {
            notifier.notify(notice(QString::number(i), Notice::Urgency::Critical));
            QTRY_COMPARE_WITH_TIMEOUT(shown.size(), i + 1, kPatience);
        }
        QDBusMessage reply = mock(QStringLiteral("GetMethodCalls"), {QStringLiteral("CloseNotification")});
        const auto closed = reply.arguments().value(0).value<QDBusArgument>();
        int count = 0;
        closed.beginArray();
        while (!closed.atEnd()) {
            quint64 time = 0;
            QVariantList arguments;
            closed.beginStructure();
            closed >> time >> arguments;
            closed.endStructure();
            QCOMPARE(arguments.value(0).toUInt(), shown[count][1].toUInt());
            ++count;
        }
        closed.endArray();
        QCOMPARE(count, 2);
    }
    void aServerThatHasEnoughIsAskedOnceMore() {
        startServer(QStringLiteral("body"));
        const QString refuse = QStringLiteral(
            "raise dbus.exceptions.DBusException('too much', "
            "name='org.freedesktop.Notifications.Error.ExcessNotificationGeneration')");
        QVERIFY(mock(QStringLiteral("AddMethod"), {kService, QStringLiteral("Notify"),
                                                   QStringLiteral("susssasa{sv}i"), QStringLiteral("u"), refuse})
                    .type() == QDBusMessage::ReplyMessage);
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy inside(&notifier, &FreedesktopNotifier::leftInside);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(inside.size(), 1, kPatience);
        QCOMPARE(notified().size(), 2);
        QCOMPARE(notifier.given(), 1);
    }
    void withoutAServerTheWindowSaysIt() {
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy inside(&notifier, &FreedesktopNotifier::leftInside);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(inside.size(), 1, kPatience);
        QVERIFY(!notifier.reachesDesktop());
        QVERIFY(notifier.channel().contains(QStringLiteral("window")));
        QCOMPARE(inside[0][0].value<Notice>().key, QStringLiteral("a"));
    }
    void withoutABusTheWindowSaysIt() {
        FreedesktopNotifier notifier(
            QDBusConnection::connectToBus(QStringLiteral("unix:path=/nonexistent"), QStringLiteral("none")), kFast);
        QSignalSpy inside(&notifier, &FreedesktopNotifier::leftInside);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(inside.size(), 1, kPatience);
    }
    void aServerThatComesBackIsUsedAgain() {
        startServer(QStringLiteral("body"));
        FreedesktopNotifier notifier(connection(), kFast);
        QSignalSpy shown(&notifier, &FreedesktopNotifier::shown);
        QSignalSpy inside(&notifier, &FreedesktopNotifier::leftInside);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, kPatience);
        stopServer();
        QTRY_VERIFY_WITH_TIMEOUT(!notifier.reachesDesktop(), kPatience);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(inside.size(), 1, kPatience);
        startServer(QStringLiteral("body body-markup"));
        QTRY_VERIFY_WITH_TIMEOUT(notifier.reachesDesktop(), kPatience);
        notifier.notify(notice(QStringLiteral("a")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 2, kPatience);
        QCOMPARE(notified()[0].replaces, 0U);
        QVERIFY2(notified()[0].body.contains(QStringLiteral("&lt;")), "its abilities were asked for anew");
    }
};

QTEST_GUILESS_MAIN(FreedesktopNotifierTest)
#include "freedesktop_notifier_test.moc"
