// SPDX-License-Identifier: GPL-3.0-or-later
// Which alerts are said outside of the window, in which words, and what their buttons do.
#include "app/alert_post.h"
#include "app/alert_voice.h"
#include "app/sound/qt_sounder.h"
#include "app/sound/tone.h"
#include "fake_market.h"
#include "ui/shell/alert_page.h"
#include "ui/theme/style.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <thread>

using ui::bridge::Notice;

namespace {

class Heard final : public ui::bridge::Notifier {
public:
    std::vector<Notice> notices;
    void notify(const Notice& notice) override { notices.push_back(notice); }
    [[nodiscard]] bool reachesDesktop() const override { return true; }
    [[nodiscard]] QString channel() const override { return QStringLiteral("test"); }
};

core::Alert alertOf(std::uint32_t coin, const std::string& rule,
                    core::Severity severity = core::Severity::Warning) {
    core::Alert out;
    out.rule = rule;
    out.kind = "dev_dump";
    out.mint = fake::mint(coin);
    out.severity = severity;
    out.text = "COIN: the dev sold 5% of supply.";
    return out;
}

class Played final : public ui::bridge::Sounder {
public:
    QStringList played;
    QStringList spoken;
    QString trouble;
    [[nodiscard]] QStringList sounds() const override { return app::toneNames(); }
    void play(const QString& name, int volume) override { played << name + u' ' + QString::number(volume); }
    void speak(const QString& text) override { spoken << text; }
    [[nodiscard]] QString soundTrouble() const override { return trouble; }
    [[nodiscard]] QString speechTrouble() const override { return {}; }
};

}  // namespace

class TstAlertVoice : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<Heard> m_heard;
    std::unique_ptr<app::AlertVoice> m_voice;
    app::AlertVoice::Now m_now;

private slots:
    void initTestCase() { ui::theme::applyStyle(*qApp); }
    void init() {
        m_now = {1'800'000'000, 12 * 60};
        m_heard = std::make_unique<Heard>();
        m_voice = std::make_unique<app::AlertVoice>(*m_heard, [this] { return m_now; });
    }

    void aRuleSoundsAsItSaysElseAsTheSettingsSay() {
        Played sounder;
        m_voice->setSounder(sounder);
        m_voice->soundOf = [](const std::string& rule) {
            return rule == "loud" ? QStringLiteral("alarm") : rule == "mute" ? QStringLiteral("none") : QString();
        };
        ui::AlertChoice choice;
        m_voice->choose(choice);
        m_voice->take(alertOf(1, "loud"));
        QVERIFY(sounder.played.isEmpty() && m_heard->notices.back().silent);  // sounds are off
        choice.sound = true;
        choice.volume = 40;
        m_voice->choose(choice);
        m_voice->take(alertOf(2, "loud"));
        QCOMPARE(sounder.played, QStringList{QStringLiteral("alarm 40")});
        QVERIFY(m_heard->notices.back().silent);  // not twice
        m_voice->take(alertOf(2, "mute"));
        QVERIFY(m_heard->notices.back().silent);
        m_voice->take(alertOf(2, "other"));
        QVERIFY(!m_heard->notices.back().silent);  // the desktop's
        choice.soundName = QStringLiteral("bell");
        m_voice->choose(choice);
        m_voice->take(alertOf(3, "other"));
        QCOMPARE(sounder.played.back(), QStringLiteral("bell 40"));
        QCOMPARE(sounder.played.size(), 2);
        // Nothing of the program's can be heard: the desktop does it.
        sounder.trouble = QStringLiteral("no output");
        m_voice->take(alertOf(4, "loud"));
        QVERIFY(!m_heard->notices.back().silent);
        QCOMPARE(sounder.played.size(), 2);
    }
    void whatIsSpokenIsChosen() {
        Played sounder;
        m_voice->setSounder(sounder);
        m_voice->take(alertOf(1, "a", core::Severity::Critical));
        QVERIFY(sounder.spoken.isEmpty());
        ui::AlertChoice choice;
        choice.speak = ui::AlertChoice::Speak::Critical;
        m_voice->choose(choice);
        m_voice->take(alertOf(2, "a"));
        m_voice->take(alertOf(3, "a", core::Severity::Critical));
        QCOMPARE(sounder.spoken, QStringList{QStringLiteral("Dev dump. COIN: the dev sold 5% of supply.")});
        // What is held back is neither heard nor spoken.
        choice.speak = ui::AlertChoice::Speak::Everything;
        choice.sound = true;
        choice.soundName = QStringLiteral("bell");
        m_voice->choose(choice);
        m_voice->doNotDisturb(m_now.seconds + 60);
        m_voice->take(alertOf(5, "a"));
        QCOMPARE(sounder.spoken.size(), 1);
        QVERIFY(sounder.played.isEmpty());
    }
    void tonesAreSoundFilesThatEndSilent() {
        for (const QString& name : app::toneNames()) {
            const QByteArray wav = app::toneWav(name);
            QVERIFY(wav.startsWith("RIFF") && wav.mid(8, 8) == "WAVEfmt ");
            const auto number = [&](int at) { return qFromLittleEndian<quint32>(wav.constData() + at); };
            QCOMPARE(number(4), static_cast<quint32>(wav.size()) - 8);
            QCOMPARE(number(40), static_cast<quint32>(wav.size()) - 44);
            int peak = 0;
            for (qsizetype at = 44; at + 1 < wav.size(); at += 2)
                peak = std::max(peak, std::abs(int{qFromLittleEndian<qint16>(wav.constData() + at)}));
            QVERIFY2(peak > 8'000 && peak < 32'000, qPrintable(name));
            QVERIFY(std::abs(int{qFromLittleEndian<qint16>(wav.constData() + wav.size() - 2)}) < 300);
            QCOMPARE(app::toneWav(name), wav);
        }
        QVERIFY(app::toneWav(QStringLiteral("../etc/passwd")).isEmpty());
    }
    void ownSoundsAreThoseOfTheFolderThatHaveANameOfRules() {
        QTemporaryDir folder;
        for (const char* name : {"horn.wav", "Not This.wav", "bell.wav", "text.txt"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(app::toneWav(QStringLiteral("tick"))) > 0);
        }
        app::QtSounder sounder(folder.path());
        QCOMPARE(sounder.sounds(), app::toneNames() + QStringList{QStringLiteral("horn")});
        // Whether anything is heard hangs on this computer; asking for it breaks nothing.
        for (const QString& name : sounder.sounds() + QStringList{QStringLiteral("none"), QStringLiteral("../x")})
            sounder.play(name, 50);
        sounder.speak(QStringLiteral("x"));
    }
    void sentencesAreSpokenOneAfterTheOther() {
        QTemporaryDir folder;
        const QString program = folder.filePath(QStringLiteral("say"));
        QFile file(program);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nprintf '%s|' \"$@\" >> \"$(dirname \"$0\")/said\"\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        app::QtSounder sounder(folder.path(), program);
        QVERIFY(sounder.speechTrouble().isEmpty());
        sounder.speak(QStringLiteral("one $(touch x)"));
        sounder.speak(QStringLiteral("--two"));
        QFile said(folder.filePath(QStringLiteral("said")));
        QTRY_VERIFY(said.exists());
        QVERIFY(said.open(QIODevice::ReadOnly));
        QByteArray all;
        QTRY_COMPARE((all += said.readAll()), QByteArray("--wait|--|one $(touch x)|--wait|--|--two|"));
        // One that fails says so and what waits is dropped.
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh\nexit 1\n");
        file.close();
        sounder.speak(QStringLiteral("three"));
        QTRY_VERIFY(!sounder.speechTrouble().isEmpty());
        QVERIFY(!app::QtSounder(folder.path(), QStringLiteral("/none/at/all")).speechTrouble().isEmpty());
    }
    void soundsAreChosenOnThePage() {
        ui::AlertPage page{ui::AlertChoice{}};
        page.setSounds(app::toneNames());
        QSignalSpy changed(&page, &ui::AlertPage::changed);
        QSignalSpy played(&page, &ui::AlertPage::soundTestAsked);
        auto* box = page.findChild<QComboBox*>(QStringLiteral("settingSoundName"));
        box->setCurrentIndex(2);
        emit box->activated(2);
        page.findChild<QPushButton*>(QStringLiteral("soundTest"))->click();
        QCOMPARE(changed.count(), 1);
        const auto choice = played[0][0].value<ui::AlertChoice>();
        QCOMPARE(choice.soundName, app::toneNames()[1]);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
        ui::keepAlertChoice(settings, choice);
        QCOMPARE(ui::readAlertChoice(settings), choice);
        page.setTrouble(QStringLiteral("no output"), {});
        QVERIFY(!page.findChild<QLabel*>(QStringLiteral("soundTrouble"))->isHidden());
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("speechTrouble"))->isHidden());
    }
    void oneKeyForEachCoinAndRule() {
        m_voice->take(alertOf(1, "dev_dump"));
        m_voice->take(alertOf(1, "dev_dump"));
        m_voice->take(alertOf(2, "dev_dump"));
        m_voice->take(alertOf(1, "cluster_dump", core::Severity::Critical));
        QCOMPARE(m_heard->notices.size(), std::size_t{4});
        QCOMPARE(m_heard->notices[0].key, m_heard->notices[1].key);
        QVERIFY(m_heard->notices[0].key != m_heard->notices[2].key);
        QVERIFY(m_heard->notices[0].key != m_heard->notices[3].key);
        QCOMPARE(m_heard->notices[0].title, QStringLiteral("Dev dump"));
        QCOMPARE(m_heard->notices[0].body, QStringLiteral("COIN: the dev sold 5% of supply."));
        QVERIFY(m_heard->notices[0].urgency == Notice::Urgency::Normal);
        QVERIFY(m_heard->notices[3].urgency == Notice::Urgency::Critical);
    }
    void buttonsOpenCopyAndMute() {
        QSignalSpy open(m_voice.get(), &app::AlertVoice::openAsked);
        QSignalSpy copy(m_voice.get(), &app::AlertVoice::copyAsked);
        m_voice->take(alertOf(1, "dev_dump"));
        const QString key = m_heard->notices[0].key;
        emit m_heard->acted(key, QStringLiteral("open"));
        emit m_heard->acted(key, QStringLiteral("copy"));
        emit m_heard->acted(QStringLiteral("somebody else's"), QStringLiteral("open"));
        QCOMPARE(open.size(), 1);
        QCOMPARE(copy.size(), 1);
        QCOMPARE(copy[0][0].toString().toStdString(), fake::mint(1).base58());
        emit m_heard->acted(key, QStringLiteral("mute"));
        m_voice->take(alertOf(1, "cluster_dump"));
        QCOMPARE(m_heard->notices.size(), std::size_t{1});
        QCOMPARE(m_voice->heldBack(), std::uint64_t{1});
        m_voice->take(alertOf(2, "dev_dump"));
        QCOMPARE(m_heard->notices.size(), std::size_t{2});
        m_now.seconds += 3'601;
        m_voice->take(alertOf(1, "cluster_dump"));
        QCOMPARE(m_heard->notices.size(), std::size_t{3});
    }
    void quietHoursHoldBackAllButTheGravest() {
        ui::AlertChoice choice;
        choice.quietFrom = QTime(23, 0);
        choice.quietTo = QTime(7, 0);
        m_voice->choose(choice);
        m_now.localMinute = 2 * 60;
        m_voice->take(alertOf(1, "a"));
        QCOMPARE(m_heard->notices.size(), std::size_t{0});
        m_voice->take(alertOf(1, "b", core::Severity::Critical));
        QCOMPARE(m_heard->notices.size(), std::size_t{1});
        choice.criticalPasses = false;
        m_voice->choose(choice);
        m_voice->take(alertOf(1, "c", core::Severity::Critical));
        QCOMPARE(m_heard->notices.size(), std::size_t{1});
        m_now.localMinute = 8 * 60;
        m_voice->take(alertOf(1, "d"));
        QCOMPARE(m_heard->notices.size(), std::size_t{2});
    }
    void doNotDisturbEndsByItself() {
        m_voice->doNotDisturb(m_now.seconds + 3'600);
        QVERIFY(m_voice->silentUntil() != 0);
        m_voice->take(alertOf(1, "a", core::Severity::Critical));
        QCOMPARE(m_heard->notices.size(), std::size_t{0});
        m_now.seconds += 3'601;
        QCOMPARE(m_voice->silentUntil(), std::int64_t{0});
        m_voice->take(alertOf(1, "a", core::Severity::Critical));
        QCOMPARE(m_heard->notices.size(), std::size_t{1});
    }
    void mutesAndSilenceSurviveARestart() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("ui.ini"));
        m_voice->keepIn(file);
        QSignalSpy changed(m_voice.get(), &app::AlertVoice::deliveryChanged);
        m_voice->mute({fake::mint(1), {}, m_now.seconds + 100});
        m_voice->mute({std::nullopt, "pump_onset", ui::bridge::DeliveryDesk::kForEver});
        m_voice->doNotDisturb(m_now.seconds + 50);
        QCOMPARE(changed.size(), 3);
        {
            QSettings settings(file, QSettings::IniFormat);
            auto lines = settings.value(QStringLiteral("alerts/mutes")).toStringList();
            lines << QStringLiteral("nonsense") << QStringLiteral("9 coin x")
                  << QStringLiteral("99999999999 coin x");
            settings.setValue(QStringLiteral("alerts/mutes"), lines);
        }
        m_voice = std::make_unique<app::AlertVoice>(*m_heard, [this] { return m_now; });
        m_voice->keepIn(file);
        QCOMPARE(m_voice->mutes().size(), std::size_t{2});
        QVERIFY(m_voice->mutes()[0].coin == fake::mint(1));
        QCOMPARE(m_voice->mutes()[1].rule, std::string("pump_onset"));
        QCOMPARE(m_voice->silentUntil(), m_now.seconds + 50);
        m_now.seconds += 60;
        m_voice->take(alertOf(1, "a"));
        m_voice->take(alertOf(2, "pump_onset"));
        QCOMPARE(m_heard->notices.size(), std::size_t{0});
        m_voice->mute({std::nullopt, "pump_onset", 0});
        m_voice->take(alertOf(2, "pump_onset"));
        QCOMPARE(m_heard->notices.size(), std::size_t{1});
        m_now.seconds += 60;
        QVERIFY(m_voice->mutes().empty());
        m_voice->take(alertOf(1, "a"));
        QCOMPARE(m_heard->notices.size(), std::size_t{2});
    }
    void theAllowanceHolds() {
        ui::AlertChoice choice;
        choice.perHour = 5;
        m_voice->choose(choice);
        for (std::uint32_t i = 0; i < 20; ++i) m_voice->take(alertOf(i, "a"));
        QCOMPARE(m_heard->notices.size(), std::size_t{5});
        QCOMPARE(m_voice->heldBack(), std::uint64_t{15});
        choice.outside = false;
        m_voice->choose(choice);
        m_now.seconds += 7'200;
        m_voice->take(alertOf(99, "a"));
        QCOMPARE(m_heard->notices.size(), std::size_t{5});
        m_voice->test();
        QCOMPARE(m_heard->notices.size(), std::size_t{6});
    }
    void theChoiceIsKept() {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        ui::AlertChoice choice{false, 7, QTime(22, 30), QTime(6, 15), false, true};
        ui::keepAlertChoice(settings, choice);
        QCOMPARE(ui::readAlertChoice(settings), choice);
        settings.setValue(QStringLiteral("alerts/per_hour"), -4);
        settings.setValue(QStringLiteral("alerts/quiet_from"), QStringLiteral("99:99"));
        QCOMPARE(ui::readAlertChoice(settings).perHour, 1);
        QCOMPARE(ui::readAlertChoice(settings).quietFrom, QTime(0, 0));
    }
    void alertsCrossThreadsInOrderAndBounded() {
        app::AlertPost post;
        std::vector<std::string> arrived;
        connect(&post, &app::AlertPost::arrived, this,
                [&arrived](const core::Alert& alert) { arrived.push_back(alert.rule); });
        std::thread engine([&post] {
            for (std::size_t i = 0; i < app::AlertPost::kRoom + 10; ++i) post.offer(alertOf(1, std::to_string(i)));
        });
        engine.join();
        QCOMPARE(post.dropped(), std::uint64_t{10});
        QVERIFY(arrived.empty());
        QTRY_COMPARE(arrived.size(), app::AlertPost::kRoom);
        for (std::size_t i = 0; i < arrived.size(); ++i) QCOMPARE(arrived[i], std::to_string(i));
    }
};

QTEST_MAIN(TstAlertVoice)
#include "tst_alert_voice.moc"
