// SPDX-License-Identifier: GPL-3.0-or-later
// From a frame on its way in to the Notify call at the notification server, over the whole program: engine, rules,
// post, voice, D-Bus, with the window open. Usage: alert_bench [SECONDS [TRADES_A_SECOND [SOL]]]: alerts are buys
// of so much; needs dbus-daemon, runs one of its own.
#include "core/alert/rule_file.h"
#include "core/pipeline/live_pipeline.h"
#include "tests/bench/pipeline_host.h"
#include "tests/support/sim_frames.h"

#include "app/alert_post.h"
#include "app/alert_voice.h"
#include "app/notify/freedesktop_notifier.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"

#include <fmt/format.h>

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kService = "org.freedesktop.Notifications";
// The cool-down keeps one alert of a coin on its way at a time.
std::string rulesOf(const char* sol) {
    return fmt::format("[[rule]]\nid = \"big\"\ncool_down = \"1s\"\nwhen = 'anyone buys >= {} SOL'\n", sol);
}

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Takes notices as a desktop does and writes down when.
class Server final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    Clock::time_point cameAt(uint id) {
        const std::scoped_lock lock(m_mutex);
        return m_came.value(id);
    }

public slots:
    QStringList GetCapabilities() { return {QStringLiteral("actions"), QStringLiteral("body")}; }
    QString GetServerInformation(QString& vendor, QString& version, QString& spec) {
        vendor = version = spec = QStringLiteral("1.2");
        return QStringLiteral("bench");
    }
    uint Notify(const QString&, uint replaces, const QString&, const QString&, const QString&, const QStringList&,
                const QVariantMap&, int) {
        const auto now = Clock::now();
        const std::scoped_lock lock(m_mutex);
        const uint id = replaces != 0 ? replaces : ++m_last;
        m_came.insert(id, now);
        return id;
    }
    void CloseNotification(uint) {}

private:
    std::mutex m_mutex;
    QHash<uint, Clock::time_point> m_came;
    uint m_last = 0;
};

using Messages = std::vector<std::pair<core::Signature, std::string>>;

/// Plays transactions at a pace of their own, as a websocket would bring them. They are made on the source's
/// thread, as a feed's are: made on the window's they lie in the allocator's part of that thread, where the engine,
/// which frees them, gets in its way.
class PacedSource final : public core::source::Source {
public:
    PacedSource(std::function<Messages()> make, double perSecond)
        : m_make(std::move(make)), m_perSecond(perSecond) {}
    ~PacedSource() override { stop(); }

    void start(core::source::Sink sink) override {
        m_thread = std::thread([this, sink = std::move(sink)] {
            Messages messages = m_make();
            m_sent = messages.size();
            core::source::FeedStatus status;
            status.source = "bench";
            status.state = core::source::FeedState::Connected;
            sink.status(status);
            const auto begin = Clock::now();
            for (std::size_t i = 0; i < messages.size() && !m_stop; ++i) {
                std::this_thread::sleep_until(
                    begin + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(static_cast<double>(i) / m_perSecond)));
                auto& [signature, text] = messages[i];
                const auto wall = std::chrono::system_clock::now().time_since_epoch();
                core::source::Frame frame{
                    core::RecvTime{std::chrono::duration_cast<std::chrono::nanoseconds>(wall).count()},
                    core::source::Channel::Ws, std::move(text)};
                {
                    const std::scoped_lock lock(m_mutex);
                    m_pushed[signature] = Clock::now();
                }
                if (!sink.frame(std::move(frame))) ++m_refused;
            }
            m_took = Clock::now() - begin;
            m_done = true;
        });
    }
    void stop() override {
        m_stop = true;
        if (m_thread.joinable()) m_thread.join();
    }
    [[nodiscard]] bool finished() const override { return m_done; }
    [[nodiscard]] std::uint64_t refused() const { return m_refused; }
    [[nodiscard]] std::size_t sent() const { return m_sent; }
    /// From the first message to the last; call when finished.
    [[nodiscard]] Clock::duration took() const { return m_took; }
    [[nodiscard]] std::optional<Clock::time_point> pushed(const core::Signature& signature) {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_pushed.find(signature);
        return found == m_pushed.end() ? std::nullopt : std::optional{found->second};
    }

private:
    std::function<Messages()> m_make;
    const double m_perSecond;
    std::mutex m_mutex;
    std::unordered_map<core::Signature, Clock::time_point> m_pushed;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_done{false};
    std::atomic<std::uint64_t> m_refused{0};
    std::atomic<std::size_t> m_sent{0};
    Clock::duration m_took{};  ///< written before m_done
    std::thread m_thread;
};

Messages messagesOf(double perSecond, std::uint64_t seconds) {
    core::sim::MarketOptions options;
    options.scenario = "busy";
    options.tradesPerSecond = perSecond;
    options.durationSeconds = seconds;
    auto market = core::sim::Market::create(options);
    if (!market) qFatal("%s", market.error().message().c_str());
    Messages out;
    while (const auto one = (*market)->next()) {
        const auto signature = core::Signature::fromBase58(one->signature);
        if (signature) out.emplace_back(*signature, core::sim::logsNotification(*one, 1));
    }
    return out;
}

void print(const char* what, std::vector<double>& values) {
    if (values.empty()) {
        fmt::print("{}: none\n", what);
        return;
    }
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[std::min(values.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(values.size())))];
    };
    fmt::print("{}: p50 {:.2f} ms, p95 {:.2f} ms, p99 {:.2f} ms, most {:.2f} ms (n={})\n", what, at(0.5), at(0.95),
               at(0.99), values.back(), values.size());
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t seconds = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20;
    const double perSecond = argc > 2 ? std::strtod(argv[2], nullptr) : 5'000;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cabalscope"));
    ui::theme::applyStyle(application);
    QProcess bus;
    bus.start(QStringLiteral("dbus-daemon"),
              {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (!bus.waitForStarted() || !bus.waitForReadyRead()) qFatal("no dbus-daemon");
    const QString address = QString::fromUtf8(bus.readLine()).trimmed();

    Server server;
    QThread serverThread;
    server.moveToThread(&serverThread);
    auto hand = QDBusConnection::connectToBus(address, QStringLiteral("server"));
    hand.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &server, QDBusConnection::ExportAllSlots);
    if (!hand.registerService(QLatin1String(kService))) qFatal("no name on the bus");
    serverThread.start();

    auto rules = core::alert::parseRules(rulesOf(argc > 3 ? argv[3] : "5"));
    core::pipeline::PipelineConfig config;
    if (!rules.ok()) qFatal("%s", core::alert::problemText("rules", rules.problems).c_str());
    config.rules = std::make_shared<const core::alert::RuleSet>(std::move(rules.set));
    app::AlertPost post;
    std::atomic<std::uint64_t> raised{0};
    PacedSource* feed = nullptr;  // there before the first alert
    std::vector<double> toAlert;  // the engine thread's, until the pipeline has stopped
    config.onAlert = [&post, &raised, &feed, &toAlert](const core::Alert& alert) {
        ++raised;
        if (!alert.evidence.empty() && alert.evidence.front().signature)
            if (const auto at = feed->pushed(*alert.evidence.front().signature))
                toAlert.push_back(milliseconds(Clock::now() - *at));
        post.offer(alert);
    };
    const core::SystemClock clock;
    core::pipeline::LivePipeline pipeline(std::move(config), clock);
    auto owned = std::make_unique<PacedSource>([=] { return messagesOf(perSecond, seconds); }, perSecond);
    PacedSource& source = *owned;
    feed = &source;
    pipeline.addSource(std::move(owned));

    // Nothing is held back: what is measured is the way, not the allowance.
    app::FreedesktopNotifier::Limits limits{
        .gap = 0, .perMinute = 1'000'000, .openCritical = 1'000, .retryAfter = 1, .waiting = 1'000};
    app::FreedesktopNotifier notifier(QDBusConnection::connectToBus(address, QStringLiteral("client")), limits);
    app::AlertVoice voice(notifier, &app::AlertVoice::systemTime);
    ui::AlertChoice choice;
    choice.perHour = 1'000'000;
    voice.choose(choice);

    QHash<QString, Clock::time_point> pushed;
    std::vector<double> toPost;
    std::vector<double> toServer;
    QObject::connect(&post, &app::AlertPost::arrived, &voice, [&](const core::Alert& alert) {
        const auto now = Clock::now();
        if (alert.evidence.empty() || !alert.evidence.front().signature || !alert.mint) return;
        const auto at = source.pushed(*alert.evidence.front().signature);
        if (!at) return;
        toPost.push_back(milliseconds(now - *at));
        pushed.insert(QString::fromStdString(alert.mint->base58()) + u'|' + QString::fromStdString(alert.rule),
                      *at);
        voice.take(alert);
    });
    QObject::connect(&notifier, &app::FreedesktopNotifier::shown, &voice, [&](const QString& key, quint32 id) {
        if (const auto at = pushed.constFind(key); at != pushed.constEnd())
            toServer.push_back(milliseconds(server.cameAt(id) - *at));
    });

    const QTemporaryDir settings;
    bench::PipelineHost host(pipeline);
    ui::MainWindow window(host, settings.filePath(QStringLiteral("window.ini")));
    window.resize(1920, 1080);
    window.show();
    if (const auto started = pipeline.start(); !started) qFatal("%s", started.error().message().c_str());
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &application, [&] {
        if (source.finished() && pipeline.finished()) QTimer::singleShot(500, &application, &QApplication::quit);
    });
    watch.start(100);
    QApplication::exec();
    const double took = milliseconds(source.took()) / 1'000;
    fmt::print(
        "{} messages in {:.1f} s ({:.0f} a second), {} refused; {} alerts raised, {} dropped by the post, {} held "
        "back, {} notices that no server took\n",
        source.sent(), took, static_cast<double>(source.sent()) / took, source.refused(), raised.load(),
        post.dropped(), voice.heldBack(), notifier.given());
    pipeline.stop();
    print("frame to the alert", toAlert);
    print("frame to the window's thread", toPost);
    print("frame to Notify at the server", toServer);
    serverThread.quit();
    serverThread.wait();
    bus.kill();
    bus.waitForFinished();
    return 0;
}

#include "alert_bench.moc"
