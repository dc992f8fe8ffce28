// SPDX-License-Identifier: GPL-3.0-or-later
// Trying out a feed from the settings of the real window, against servers on this machine.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "app/feed_settings.h"
#include "app/session.h"
#include "app/window_keeper.h"
#include "tests/support/fake_chain.h"
#include "tests/support/scripted_server.h"
#include "ui/format/feed_advice.h"
#include "ui/theme/style.h"
#endif

#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using core::ErrorCode;
using core::source::ProbeStage;
using test::FakeChain;
using test::ScriptedServer;
using test::WsPeer;

namespace {

constexpr int kPatienceMs = 60'000;

/// No keyring here.
class NoKeyring final : public ui::bridge::SecretStore {
public:
    void read(const QString&, Told told) override { told({}, QStringLiteral("no keyring")); }
    void write(const QString&, const QString&, Told told) override { told({}, QStringLiteral("no keyring")); }
};

}  // namespace

class TstFeedTest : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;
    NoKeyring m_secrets;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<app::FeedSettings> m_feed;
    std::unique_ptr<app::WindowKeeper> m_keeper;

    [[nodiscard]] QString file(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    void openSettings(core::source::LiveOptions options) {
        m_session = std::make_unique<app::Session>(m_clock, file("db.sqlite").toStdString(), false, std::nullopt);
        m_feed =
            std::make_unique<app::FeedSettings>(std::move(options), m_secrets, file("ui.ini"), file("feed.key"));
        m_keeper = std::make_unique<app::WindowKeeper>(*m_session, file("ui.ini"), m_dir->path());
        m_keeper->setFeed(*m_feed);
        m_keeper->beginPast(QStringLiteral("live")).show();
        m_keeper->window().openSettings(QStringLiteral("Live feed"));
    }
    template <class Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        auto* out = m_keeper->window().findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    [[nodiscard]] QStringList lines() const {
        QStringList out;
        auto* list = find<QListWidget>("feedTestSteps");
        for (int i = 0; i < list->count(); ++i) out << list->item(i)->text();
        return out;
    }
    void press() const { QTest::mouseClick(find<QPushButton>("feedTest"), Qt::LeftButton); }
    [[nodiscard]] bool idle() const {
        return find<QPushButton>("feedTest")->text() == QStringLiteral("Test the feed");
    }
    static core::source::LiveOptions optionsFor(const ScriptedServer& server) {
        core::source::LiveOptions options;
        options.wsUrl = server.wsUrl();
        return options;
    }

private slots:
    void initTestCase() { ui::theme::applyStyle(*qApp); }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() {
        m_keeper.reset();
        m_feed.reset();
        m_session.reset();
    }

    void aGoodFeedShowsALineForEachStep() {
        const ScriptedServer server({.websocket = [](WsPeer& peer, std::size_t) {
            const auto request = peer.read();
            if (!request) return;
            peer.send(FakeChain::ack(*request, 5));
            FakeChain chain;
            peer.send(FakeChain::notification(5, chain.add(100, {})));
            peer.drain();
        }});
        openSettings(optionsFor(server));
        press();
        QTRY_VERIFY_WITH_TIMEOUT(lines().size() == 6 && idle(), kPatienceMs);
        const QStringList begins{"✓ Name look-up", "✓ Connection (TCP)", "✓ Handshake and key",
                                 "✓ Subscription", "✓ First message",    "The feed works"};
        for (qsizetype i = 0; i < begins.size(); ++i)
            QVERIFY2(lines()[i].startsWith(begins[i]), qPrintable(lines()[i]));
        // Again, from the beginning.
        press();
        QTRY_VERIFY_WITH_TIMEOUT(lines().size() == 6 && idle(), kPatienceMs);
    }
    void aRefusedKeySaysWhatHappenedWhatWorksAndWhatToDo() {
        const ScriptedServer server({.refuseUpgradeWith = 403});
        openSettings(optionsFor(server));
        press();
        QTRY_VERIFY_WITH_TIMEOUT(!lines().isEmpty() && idle(), kPatienceMs);
        const QStringList told = lines().last().split(u'\n');
        QCOMPARE(told.size(), qsizetype{4});
        QVERIFY2(told[0].startsWith(QStringLiteral("✗ Handshake and key")), qPrintable(told[0]));
        QVERIFY2(told[1].contains(QStringLiteral("refuses the key")) && told[1].contains(QStringLiteral("403")),
                 qPrintable(told[1]));
        QVERIFY2(told[2].contains(QStringLiteral("answers")), qPrintable(told[2]));
        QVERIFY2(told[3].contains(QStringLiteral("press Keep")), qPrintable(told[3]));
    }
    void aTestIsCancelledAtOnce() {
        const ScriptedServer server({.stallBeforeReading = true});
        auto options = optionsFor(server);
        options.connectTimeout = std::chrono::hours(1);
        openSettings(options);
        press();
        QTRY_VERIFY_WITH_TIMEOUT(!lines().isEmpty() && lines().last() == QStringLiteral("… Handshake and key"),
                                 kPatienceMs);
        QVERIFY(!idle());
        press();
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kPatienceMs);
        QVERIFY2(lines().last().contains(QStringLiteral("Ended before")), qPrintable(lines().last()));
    }
    void aWindowMayGoWhileATestRuns() {
        const ScriptedServer server({.stallBeforeReading = true});
        auto options = optionsFor(server);
        options.connectTimeout = std::chrono::hours(1);
        openSettings(options);
        press();
        QTRY_VERIFY_WITH_TIMEOUT(!lines().isEmpty(), kPatienceMs);
        m_keeper.reset();
    }

    void everyFailureHasItsAdvice_data() {
        QTest::addColumn<ProbeStage>("stage");
        QTest::addColumn<ErrorCode>("error");
        using enum ProbeStage;
        for (const auto stage : {Options, Dns, Tcp, Tls, Handshake, Subscription, FirstMessage})
            for (const auto error :
                 {ErrorCode::BadValue, ErrorCode::Refused, ErrorCode::Network, ErrorCode::Timeout,
                  ErrorCode::Refused, ErrorCode::Untrusted, ErrorCode::Unauthorized, ErrorCode::RateLimited,
                  ErrorCode::Remote, ErrorCode::Unsupported})
                QTest::addRow("%s, %s", core::source::stageName(stage).data(), core::errorName(error).data())
                    << stage << error;
    }
    void everyFailureHasItsAdvice() {
        QFETCH(ProbeStage, stage);
        QFETCH(ErrorCode, error);
        core::source::ProbeStep step;
        step.stage = stage;
        step.error = error;
        step.text = "reason\u202Egnp.exe";
        const auto advice = ui::format::feedAdvice(step, QStringLiteral("node.example"));
        QVERIFY(!advice.happened.isEmpty() && !advice.works.isEmpty() && !advice.todo.isEmpty());
        QVERIFY(advice.happened.endsWith(u'.'));
        QVERIFY2(!advice.happened.contains(QChar(0x202E)), "a server must not turn the line around");
    }
};

QTEST_MAIN(TstFeedTest)
#include "tst_feed_test.moc"
