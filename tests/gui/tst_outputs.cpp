// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts over the network from the window's program: what is sent, what is not, and that nobody waits for it.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "app/alert_outputs.h"
#include "app/alert_post.h"
#include "app/alert_voice.h"
#include "app/notify/notice_chain.h"
#include "app/output_pages.h"
#include "app/session.h"
#include "fake_market.h"
#include "tests/support/scripted_server.h"
#include "ui/shell/output_page.h"
#endif
#include "ui/theme/style.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using ui::OutputChoice;
using ui::OutputKind;
using ui::bridge::Notice;

namespace {

const QString kCanary = QStringLiteral("canary-secret-2718281828");

class Keyring final : public ui::bridge::SecretStore {
public:
    QMap<QString, QString> kept;
    void read(const QString& name, Told told) override { told(kept.value(name), {}); }
    void write(const QString& name, const QString& secret, Told told) override {
        if (secret.isEmpty())
            kept.remove(name);
        else
            kept[name] = secret;
        told(secret, {});
    }
};

class Heard final : public ui::bridge::Notifier {
public:
    std::vector<Notice> notices;
    bool present = true;
    void notify(const Notice& notice) override {
        if (present)
            notices.push_back(notice);
        else
            emit leftInside(notice);
    }
    [[nodiscard]] bool reachesDesktop() const override { return present; }
    [[nodiscard]] QString channel() const override { return QStringLiteral("desktop"); }
};

class FakeTray final : public app::Tray {
public:
    bool there = true;
    QStringList said;
    [[nodiscard]] bool present() const override { return there; }
    void say(const QString& title, const QString& body, Notice::Urgency) override { said << title + u'|' + body; }
};

core::Alert alertOf(std::uint32_t coin, core::Severity severity = core::Severity::Warning) {
    core::Alert out;
    out.rule = "dev_dump";
    out.kind = "dev_dump";
    out.mint = fake::mint(coin);
    out.coin = "COIN";
    out.severity = severity;
    out.text = "COIN: the dev sold 5% of supply.";
    return out;
}

/// Answers one after the other, the last one for good; keeps what it was asked.
class Service {
public:
    explicit Service(std::vector<test::HttpAnswer> answers) : m_answers(std::move(answers)) {
        test::ScriptedServer::Script script;
        script.http = [this](const test::HttpAsked& asked) {
            const std::scoped_lock lock(m_mutex);
            m_asked.push_back(asked);
            return m_answers[std::min(m_asked.size(), m_answers.size()) - 1];
        };
        m_server = std::make_unique<test::ScriptedServer>(std::move(script));
    }
    ~Service() { m_server->stop(); }
    [[nodiscard]] QString url(const QString& path = QStringLiteral("/hook")) const {
        return QString::fromStdString(m_server->httpUrl()) + path;
    }
    [[nodiscard]] std::vector<test::HttpAsked> asked() {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }

private:
    std::vector<test::HttpAnswer> m_answers;
    std::mutex m_mutex;
    std::vector<test::HttpAsked> m_asked;
    std::unique_ptr<test::ScriptedServer> m_server;
};

test::HttpAnswer answer(unsigned status, const std::string& body = "{}") {
    test::HttpAnswer out;
    out.status = status;
    out.body = body;
    return out;
}

test::HttpAnswer stalls() {
    test::HttpAnswer out;
    out.stall = true;
    return out;
}

}  // namespace

class TstOutputs : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    Keyring m_keyring;

    QString settingsFile() const { return m_folder->filePath(QStringLiteral("ui.ini")); }
    std::unique_ptr<app::AlertOutputs> outputs(std::size_t capacity = 256) {
        core::deliver::OutletOptions options;
        options.capacity = capacity;
        options.perSecond = 1e6;
        options.backoffFirst = options.backoffMax = std::chrono::milliseconds{1};
        auto out = std::make_unique<app::AlertOutputs>(m_keyring, settingsFile(), options);
        out->begin();
        return out;
    }
    static OutputChoice to(const QString& url) {
        OutputChoice out;
        out.on = true;
        out.url = url;
        return out;
    }

private slots:
    void initTestCase() { ui::theme::applyStyle(*qApp); }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keyring.kept.clear();
    }

    void nothingIsSentBeforeItIsSwitchedOn() {
        Service service({answer(200)});
        auto out = outputs();
        for (const OutputChoice& choice : out->choices()) QVERIFY(!choice.on);
        out->offer(alertOf(1));
        OutputChoice choice = to(service.url());
        choice.on = false;
        out->choose(OutputKind::Webhook, choice);
        out->offer(alertOf(1));
        QVERIFY(!out->stats(OutputKind::Webhook));
        choice.on = true;
        out->choose(OutputKind::Webhook, choice);
        out->offer(alertOf(2));
        QTRY_COMPARE_WITH_TIMEOUT(out->stats(OutputKind::Webhook)->sent, std::uint64_t{1}, 20'000);
        QCOMPARE(service.asked().size(), std::size_t{1});
        QVERIFY(service.asked()[0].body.find(fake::mint(2).base58()) != std::string::npos);
        // It is on with the next start, too.
        out.reset();
        out = outputs();
        out->offer(alertOf(3));
        QTRY_COMPARE_WITH_TIMEOUT(service.asked().size(), std::size_t{2}, 20'000);
    }
    void onlyWhatIsGraveEnough() {
        Service service({answer(200)});
        auto out = outputs();
        OutputChoice choice = to(service.url());
        choice.from = core::Severity::Critical;
        out->choose(OutputKind::Webhook, choice);
        out->offer(alertOf(1, core::Severity::Warning));
        out->offer(alertOf(2, core::Severity::Critical));
        QTRY_COMPARE_WITH_TIMEOUT(out->stats(OutputKind::Webhook)->sent, std::uint64_t{1}, 20'000);
        QVERIFY(service.asked()[0].body.find(fake::mint(2).base58()) != std::string::npos);
    }
    void aStalledOutputHoldsUpNobody() {
        Service service({stalls()});
        auto out = outputs(4);
        out->choose(OutputKind::Webhook, to(service.url()));
        Heard heard;
        app::AlertVoice voice(heard, [] { return app::AlertVoice::Now{1'800'000'000, 720}; });
        ui::AlertChoice many;
        many.perHour = ui::AlertChoice::kMostPerHour;
        voice.choose(many);
        connect(&voice, &app::AlertVoice::delivered, out.get(), &app::AlertOutputs::offer);
        for (std::uint32_t i = 0; i < 100; ++i) {
            voice.take(alertOf(i));
            // The desktop has it before the output is asked for anything.
            QCOMPARE(heard.notices.size(), std::size_t{i + 1});
        }
        QTRY_COMPARE_WITH_TIMEOUT(service.asked().size(), std::size_t{1}, 20'000);
        const auto stats = *out->stats(OutputKind::Webhook);
        QCOMPARE(stats.sent, std::uint64_t{0});
        QVERIFY(stats.queue.dropped > 0);
        QVERIFY(out->stateText(OutputKind::Webhook).contains(QStringLiteral("dropped")));
        // Another address does not wait for the one that hangs.
        Service good({answer(200)});
        out->choose(OutputKind::Webhook, to(good.url()));
        out->offer(alertOf(1));
        QTRY_COMPARE_WITH_TIMEOUT(good.asked().size(), std::size_t{1}, 20'000);
    }
    void refusalsAndLimitsAreShown() {
        Service service({answer(429, R"({"retry_after":0.001})"), answer(500), answer(200), answer(404)});
        auto out = outputs();
        out->choose(OutputKind::Webhook, to(service.url()));
        out->offer(alertOf(1));
        QTRY_COMPARE_WITH_TIMEOUT(out->stats(OutputKind::Webhook)->sent, std::uint64_t{1}, 20'000);
        QCOMPARE(out->stats(OutputKind::Webhook)->retries, std::uint64_t{2});
        QVERIFY(!out->troubled(OutputKind::Webhook));
        QSignalSpy changed(out.get(), &app::AlertOutputs::stateChanged);
        out->offer(alertOf(2));
        QTRY_COMPARE_WITH_TIMEOUT(out->stats(OutputKind::Webhook)->failed, std::uint64_t{1}, 20'000);
        QVERIFY(out->troubled(OutputKind::Webhook));
        QVERIFY2(out->stateText(OutputKind::Webhook).contains(QStringLiteral("HTTP 404")),
                 qPrintable(out->stateText(OutputKind::Webhook)));
        QTRY_VERIFY(!changed.isEmpty());
    }
    void aKeyIsNeverWrittenWhereOthersRead() {
        Service service({answer(200), answer(401)});
        auto out = outputs();
        OutputChoice choice = to(service.url(QStringLiteral("/bot{secret}/sendMessage")));
        choice.recipient = QStringLiteral("-100");
        out->choose(OutputKind::Telegram, choice);
        out->keepKey(OutputKind::Telegram, kCanary, ui::KeyPlace::File);
        const QString keyFile = m_folder->filePath(QStringLiteral("output-telegram.key"));
        QVERIFY(QFile::exists(keyFile));
        QCOMPARE(QFile::permissions(keyFile) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions{});
        out->offer(alertOf(1));
        QTRY_COMPARE_WITH_TIMEOUT(out->stats(OutputKind::Telegram)->sent, std::uint64_t{1}, 20'000);
        QVERIFY(QString::fromStdString(service.asked()[0].target).contains(kCanary));
        out->offer(alertOf(2));
        QTRY_COMPARE_WITH_TIMEOUT(out->stats(OutputKind::Telegram)->failed, std::uint64_t{1}, 20'000);
        QVERIFY(!out->stateText(OutputKind::Telegram).contains(kCanary));
        QVERIFY(!out->keyState(OutputKind::Telegram).contains(kCanary));
        QFile settings(settingsFile());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains(kCanary.toUtf8()));
        // Kept elsewhere it is not left behind.
        out->keepKey(OutputKind::Telegram, kCanary, ui::KeyPlace::Keyring);
        QVERIFY(!QFile::exists(keyFile));
        QCOMPARE(m_keyring.kept.value(QStringLiteral("output-telegram")), kCanary);
        out.reset();
        out = outputs();
        out->offer(alertOf(3));
        QTRY_VERIFY_WITH_TIMEOUT(
            service.asked().size() == 3 && QString::fromStdString(service.asked()[2].target).contains(kCanary),
            20'000);
    }
    void aTestSaysWhatBecameOfIt() {
        Service service({answer(200), answer(403)});
        auto out = outputs();
        OutputChoice choice = to(service.url());
        choice.on = false;
        out->choose(OutputKind::Webhook, choice);
        QSignalSpy tested(out.get(), &app::AlertOutputs::tested);
        out->test(OutputKind::Webhook);
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, 20'000);
        QVERIFY(tested[0][2].toBool());
        QVERIFY(service.asked()[0].body.find("A test of Cabalscope") != std::string::npos);
        out->test(OutputKind::Webhook);
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 2, 20'000);
        QVERIFY(!tested[1][2].toBool());
        QVERIFY(tested[1][1].toString().contains(QStringLiteral("HTTP 403")));
        out->test(OutputKind::Telegram);  // has no chat
        QCOMPARE(tested.size(), 3);
        QVERIFY(!tested[2][2].toBool());
    }
    void addressesWithKeysAreRefused() {
        for (const char* good :
             {"", "{secret}", "https://example.org/hook", "https://example.org/hook?key={secret}",
              "http://127.0.0.1:80/x", "https://example.org/a?channel=3", "https://x.org/bot{secret}/send"})
            QVERIFY2(ui::isOutputAddress(QString::fromLatin1(good)), good);
        for (const char* bad :
             {"example.org", "ftp://example.org", "https://user:pass@example.org/", "https://",
              "https://example.org/?token=abc", "https://example.org/hooks/T0123456789abcdefABCDEF012345",
              "https://example.org/?x=0123456789abcdef0123456789"})
            QVERIFY2(!ui::isOutputAddress(QString::fromLatin1(bad)), bad);
    }
    void thePageShowsPreviewsAndMistakes() {
        auto out = outputs();
        const std::unique_ptr<ui::OutputPage> page(app::makeOutputPage(*out));
        QSignalSpy changed(page.get(), &ui::OutputPage::changed);
        const auto label = [&](const char* name) { return page->findChild<QLabel*>(QString::fromLatin1(name)); };
        auto* text = page->findChild<QPlainTextEdit*>(QStringLiteral("discordText"));
        QVERIFY(label("discordPreview")->text().contains(QStringLiteral("the dev sold")));
        text->setPlainText(QStringLiteral("{coin}: {nonsense}"));
        QVERIFY(label("discordError")->text().contains(QStringLiteral("nonsense")));
        QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("discordTest"))->isEnabled());
        page->findChild<QCheckBox*>(QStringLiteral("discordOn"))->click();
        QVERIFY(changed.isEmpty() && !out->choices()[2].on);
        text->setPlainText(QStringLiteral("{severity}: {text}"));
        QVERIFY(label("discordError")->text().isEmpty());
        QVERIFY(label("discordPreview")->text().startsWith(QStringLiteral("warning: COIN")));
        QTRY_VERIFY(out->choices()[2].on);
        auto* url = page->findChild<QLineEdit*>(QStringLiteral("webhookUrl"));
        url->setText(QStringLiteral("https://example.org/?token=") + kCanary);
        emit url->editingFinished();
        QVERIFY(label("webhookError")->text().contains(QStringLiteral("{secret}")));
        QVERIFY(out->choices()[0].url.isEmpty());
        page->reset();
        QVERIFY(!out->choices()[2].on);
    }
    void noticesGoToTheTrayAndThenIntoTheWindow() {
        Heard desktop;
        FakeTray tray;
        app::NoticeChain chain(desktop, tray);
        QSignalSpy acted(&chain, &ui::bridge::Notifier::acted);
        QSignalSpy inside(&chain, &ui::bridge::Notifier::leftInside);
        const Notice notice{QStringLiteral("k"), QStringLiteral("Dev\u202E dump"), QStringLiteral("sold\n5%")};
        chain.notify(notice);
        QCOMPARE(desktop.notices.size(), std::size_t{1});
        QVERIFY(tray.said.isEmpty());
        desktop.present = false;
        chain.notify(notice);
        QCOMPARE(tray.said, QStringList{QStringLiteral("Dev dump|sold5%")});
        QVERIFY(inside.isEmpty() && chain.reachesDesktop());
        emit tray.clicked();
        QCOMPARE(acted.size(), 1);
        QCOMPARE(acted[0][1].toString(), QStringLiteral("open"));
        tray.there = false;
        chain.notify(notice);
        QCOMPARE(inside.size(), 1);
        QVERIFY(!chain.reachesDesktop());
        QCOMPARE(chain.channel(), QStringLiteral("desktop"));
    }
    void aReplaySaysAndSendsNothing() {
        Service service({answer(200)});
        auto out = outputs();
        out->choose(OutputKind::Webhook, to(service.url()));
        Heard heard;
        app::AlertVoice voice(heard, &app::AlertVoice::systemTime);
        app::AlertPost post;
        connect(&post, &app::AlertPost::arrived, &voice, &app::AlertVoice::take);
        connect(&voice, &app::AlertVoice::delivered, out.get(), &app::AlertOutputs::offer);
        const core::SystemClock clock;
        const std::filesystem::path bundled = CABALSCOPE_SOURCE_DIR "/resources/bundled.jsonl.zst";
        app::Session session(clock, m_folder->filePath(QStringLiteral("db.sqlite")).toStdString(), false, bundled);
        session.setAlertSink([&post](const core::Alert& alert) { post.offer(alert); });
        session.openBundled(0);
        QTRY_VERIFY_WITH_TIMEOUT(session.replayState() && session.replayState()->ended, 90'000);
        QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->alertCount > 0, 20'000);
        session.stop();
        QTRY_VERIFY(!session.latest());
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QVERIFY(heard.notices.empty());
        QVERIFY(service.asked().empty());
        QCOMPARE(out->stats(OutputKind::Webhook)->sent + out->stats(OutputKind::Webhook)->queue.size,
                 std::uint64_t{0});
    }
};

QTEST_MAIN(TstOutputs)
#include "tst_outputs.moc"
