// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the window talks to: the program itself, every connection of it written down, and a proxy that waits for
// what would go another way.
#include "core/sim/market.h"
#include "tests/support/scripted_server.h"
#include "tests/support/sim_frames.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <QProcess>
#include <QProcessEnvironment>
#include <QSysInfo>
#include <QTcpServer>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

namespace {

constexpr int kPatienceMs = 120'000;

/// One run of the window without a screen, with a home of its own.
class App {
public:
    explicit App(const QStringList& arguments) {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"CABALSCOPE_API_KEY", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(name), m_home.path());
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QStringLiteral("unix:path=%1/nobody").arg(m_home.path()));
        (void)m_proxy.listen(QHostAddress::LocalHost);
        const QString proxy = QStringLiteral("http://127.0.0.1:%1").arg(m_proxy.serverPort());
        for (const char* name :
             {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            environment.insert(QString::fromLatin1(name), proxy);
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(CONNECTION_RECORDER));
        environment.insert(QStringLiteral("CONNECTION_RECORD"), record());
        // The sanitizers want to be the first library.
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
        m_process.setProcessEnvironment(environment);
        m_process.setProgram(QStringLiteral(CABALSCOPE_APP));
        m_process.setArguments(arguments);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
    }
    ~App() {
        if (m_process.state() == QProcess::NotRunning) return;
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    bool start() {
        m_process.start();
        return m_process.waitForStarted(kPatienceMs);
    }
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    /// Waits for its own end; what it left with.
    int finish() {
        if (!m_process.waitForFinished(kPatienceMs)) return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    QByteArray said() { return m_process.readAll(); }
    [[nodiscard]] QString file(const QString& name) const { return m_home.filePath(name); }
    /// What was written down: one connection or look-up a line.
    [[nodiscard]] QList<QByteArray> connections() const {
        QFile file(record());
        if (!file.open(QIODevice::ReadOnly)) return {};
        QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        const auto loaded = lines.removeAll(QByteArrayLiteral("loaded - 0"));
        return loaded != 0 ? lines : QList<QByteArray>{QByteArrayLiteral("the recorder was not loaded")};
    }
    [[nodiscard]] bool proxyAsked() { return m_proxy.waitForNewConnection(0); }

private:
    [[nodiscard]] QString record() const { return m_home.filePath(QStringLiteral("connections.txt")); }

    QTemporaryDir m_home;
    QTcpServer m_proxy;
    QProcess m_process;
};

/// A node that plays a simulated market to whoever subscribes and keeps all it was sent.
class Node {
public:
    Node() {
        core::sim::MarketOptions options;
        options.scenario = "quiet";
        options.seed = 5;
        options.durationSeconds = 30;
        m_transactions = test::simTransactions(options);
        test::ScriptedServer::Script script;
        script.websocket = [this](test::WsPeer& peer, std::size_t) { serve(peer); };
        script.http = [this](const test::HttpAsked& asked) {
            keep(asked.body);
            test::HttpAnswer answer;
            answer.body = R"({"jsonrpc":"2.0","id":1,"result":null})";
            return answer;
        };
        m_server = std::make_unique<test::ScriptedServer>(std::move(script));
    }

    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] QStringList address() const {
        return {QStringLiteral("--ws-url"), QString::fromStdString(m_server->wsUrl()), QStringLiteral("--http-url"),
                QString::fromStdString(m_server->httpUrl())};
    }
    [[nodiscard]] bool played() const { return m_played; }
    [[nodiscard]] std::vector<std::string> got() {
        const std::scoped_lock lock(m_mutex);
        return m_got;
    }

private:
    void keep(const std::string& text) {
        const std::scoped_lock lock(m_mutex);
        m_got.push_back(text);
    }
    void serve(test::WsPeer& peer) {
        while (const auto text = peer.read()) {
            keep(*text);
            const auto asked = nlohmann::json::parse(*text, nullptr, false);
            if (!asked.is_object() || !asked.contains("id")) continue;
            if (!peer.send(R"({"jsonrpc":"2.0","id":)" + asked["id"].dump() + R"(,"result":1})")) return;
            if (asked.value("method", "") != "logsSubscribe" || m_played) continue;
            for (const auto& transaction : m_transactions)
                if (!peer.send(core::sim::logsNotification(transaction, 1))) return;
            m_played = true;
        }
    }

    std::vector<core::sim::SimTransaction> m_transactions;
    std::mutex m_mutex;
    std::vector<std::string> m_got;
    std::atomic<bool> m_played = false;
    std::unique_ptr<test::ScriptedServer> m_server;
};

}  // namespace

class AppPrivacyTest : public QObject {
    Q_OBJECT
private slots:
    void aRecordingIsWatchedWithoutTheNetwork() {
        const QTemporaryDir pictures;
        App app({QStringLiteral("--bundled"), QStringLiteral("--speed"), QStringLiteral("0"),
                 QStringLiteral("--screenshot"), pictures.filePath(QStringLiteral("window.png")),
                 QStringLiteral("--after"), QStringLiteral("2")});
        QVERIFY(app.start());
        QVERIFY2(app.finish() == 0, app.said().constData());
        const auto connections = app.connections();
        QVERIFY2(connections.isEmpty(), connections.join("; ").constData());
        QVERIFY(!app.proxyAsked());
    }

    void aLiveFeedIsTheOnlyOneThatIsTalkedTo() {
        Node node;
        App app(QStringList{QStringLiteral("--live"), QStringLiteral("--source"), QStringLiteral("solana-rpc"),
                            QStringLiteral("--feed"), QStringLiteral("logs")} +
                node.address());
        QVERIFY(app.start());
        QTRY_VERIFY2_WITH_TIMEOUT(node.played() || !app.runs(), "the market was not played", kPatienceMs);
        QVERIFY2(app.runs(), app.said().constData());
        // What the market makes it ask for comes after the trades.
        QTRY_VERIFY_WITH_TIMEOUT(node.got().size() > 3, kPatienceMs);

        const QByteArray port = QByteArray::number(node.port());
        const auto connections = app.connections();
        QVERIFY(connections.contains("connect 127.0.0.1 " + port));
        for (const QByteArray& line : connections)
            QVERIFY2(line == "connect 127.0.0.1 " + port || line == "lookup 127.0.0.1 0", line.constData());
        QVERIFY(!app.proxyAsked());

        // And to it only what a node is asked for, nothing about who asks.
        const std::vector<std::string> secrets{QSysInfo::machineHostName().toStdString(),
                                               QSysInfo::machineUniqueId().toStdString(),
                                               app.file({}).toStdString()};
        for (const std::string& text : node.got()) {
            const auto asked = nlohmann::json::parse(text, nullptr, false);
            QVERIFY2(!asked.is_discarded(), text.c_str());
            for (const auto& one : asked.is_array() ? asked : nlohmann::json::array({asked})) {
                const std::string method = one.value("method", "");
                const bool reads =
                    method.starts_with("get") || method.ends_with("Subscribe") || method.ends_with("Unsubscribe");
                QVERIFY2(reads, text.c_str());
            }
            for (const std::string& secret : secrets)
                QVERIFY2(secret.size() < 4 || text.find(secret) == std::string::npos, text.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(AppPrivacyTest)
#include "app_privacy_test.moc"
