// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alert_outputs.h"
#include "app/alert_post.h"
#include "app/alert_voice.h"
#include "app/backtest_runner.h"
#include "app/command_line.h"
#include "app/feed_settings.h"
#include "app/notify/desktop_tray.h"
#include "app/notify/freedesktop_notifier.h"
#include "app/notify/notice_chain.h"
#include "app/output_pages.h"
#include "app/past_windows.h"
#include "app/paths.h"
#include "app/rule_keeper.h"
#include "app/secrets/keychain_store.h"
#include "app/session.h"
#include "app/single_instance.h"
#include "app/sound/qt_sounder.h"
#include "app/window_keeper.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QDBusConnection>
#include <QFileInfo>
#include <QSettings>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <utility>

namespace {

constexpr int kUsageError = 2;

// Qt reads the factor once, before there is an application.
void applyScale(const QString& settingsFile) {
    const QSettings settings(settingsFile, QSettings::IniFormat);
    const int percent = ui::theme::readAppearance(settings).scalePercent;
    if (percent != 100 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
}

// Alerts go out at once and come back by their buttons; what the desktop does not take the window shows.
void wireAlerts(app::WindowKeeper& keeper, ui::bridge::Notifier& notifier, app::AlertVoice& voice,
                app::AlertPost& post, app::AlertOutputs& outputs, app::QtSounder& sounder) {
    QSettings settings(app::settingsFile(), QSettings::IniFormat);
    voice.choose(ui::readAlertChoice(settings));
    voice.keepIn(app::settingsFile());
    keeper.setDelivery(voice);
    QObject::connect(&post, &app::AlertPost::arrived, &voice, &app::AlertVoice::take);
    QObject::connect(&notifier, &ui::bridge::Notifier::leftInside, &keeper,
                     [&keeper](const ui::bridge::Notice& notice) { keeper.window().showNotice(notice); });
    QObject::connect(&voice, &app::AlertVoice::delivered, &outputs, &app::AlertOutputs::offer);
    QObject::connect(&voice, &app::AlertVoice::cardAsked, &keeper,
                     [&keeper](const ui::bridge::Notice& notice) { keeper.window().showCard(notice); });
    outputs.begin();
    QObject::connect(&keeper, &app::WindowKeeper::noticeActed, &voice, &app::AlertVoice::act);
    QObject::connect(&voice, &app::AlertVoice::said, &keeper,
                     [&keeper](const QString& text) { keeper.window().tell(text); });
    QObject::connect(&voice, &app::AlertVoice::copyAsked, &keeper, [&keeper](const QString& address) {
        QGuiApplication::clipboard()->setText(address);
        keeper.window().tell(QObject::tr("Copied %1").arg(address));
    });
    QObject::connect(&voice, &app::AlertVoice::openAsked, &keeper, [&keeper](const core::Alert& alert) {
        ui::MainWindow& window = keeper.window();
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
        window.openAlert(alert);
    });
    voice.setSounder(sounder);
    const auto testSound = [&sounder](const QString& name, int volume) { sounder.play(name, volume); };
    QObject::connect(&keeper, &app::WindowKeeper::soundAsked, &sounder, [testSound](const QString& sound) {
        const QSettings kept(app::settingsFile(), QSettings::IniFormat);
        const ui::AlertChoice choice = ui::readAlertChoice(kept);
        testSound(sound.isEmpty() ? choice.soundName : sound, choice.volume);
    });
    keeper.setMorePages([&keeper, &notifier, &voice, &outputs, &sounder, testSound] {
        QSettings kept(app::settingsFile(), QSettings::IniFormat);
        auto* page = new ui::AlertPage(ui::readAlertChoice(kept));
        page->setChannel(notifier.channel());
        QObject::connect(page, &ui::AlertPage::changed, &voice, [&voice](const ui::AlertChoice& choice) {
            QSettings written(app::settingsFile(), QSettings::IniFormat);
            ui::keepAlertChoice(written, choice);
            voice.choose(choice);
        });
        page->setSounds(sounder.sounds());
        const auto showTrouble = [page, &sounder] {
            page->setTrouble(sounder.soundTrouble(), sounder.speechTrouble());
        };
        showTrouble();
        QObject::connect(&sounder, &ui::bridge::Sounder::troubleChanged, page, showTrouble);
        QObject::connect(page, &ui::AlertPage::soundTestAsked, &voice,
                         [&voice, testSound](const ui::AlertChoice& choice) {
                             choice.soundName.isEmpty() ? voice.test() : testSound(choice.soundName, choice.volume);
                         });
        QObject::connect(page, &ui::AlertPage::speechTestAsked, &sounder, [&sounder] {
            sounder.speak(QStringLiteral("Cabalscope. Alerts are spoken with this voice."));
        });
        QObject::connect(page, &ui::AlertPage::testAsked, &voice, &app::AlertVoice::test);
        QObject::connect(page, &ui::AlertPage::testAsked, &keeper, [&keeper] { keeper.window().noteNotified(); });
        QObject::connect(&notifier, &ui::bridge::Notifier::channelChanged, page,
                         [page, &notifier] { page->setChannel(notifier.channel()); });
        return std::vector<ui::SettingsPage*>{page, app::makeOutputPage(outputs)};
    });
}

void shootAndLeave(ui::MainWindow& window, const app::CommandLine& line) {
    QTimer::singleShot(static_cast<int>(line.screenshotAfter * 1000), &window, [&window, file = line.screenshot] {
        const bool saved = window.grab().save(file, "PNG");
        if (!saved) std::fprintf(stderr, "cabalscope: cannot write %s\n", qPrintable(file));
        QApplication::exit(saved ? 0 : 1);
    });
}

}  // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
    const auto line = app::parseCommandLine(arguments);
    if (!line) {
        std::fprintf(stderr, "cabalscope: %s\nTry cabalscope --help.\n", line.error().context.c_str());
        return kUsageError;
    }
    if (line->version) {
        std::puts("cabalscope " CABALSCOPE_VERSION);
        return 0;
    }
    if (line->help) {
        // Qt words the usage line from an application object; this one needs no display.
        const QCoreApplication headless(argc, argv);
        std::fputs(qPrintable(app::helpText()), stdout);
        return 0;
    }

    applyScale(app::settingsFile());
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cabalscope"));
    QApplication::setApplicationVersion(QStringLiteral(CABALSCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("cabalscope"));

    // Who only takes a picture is in nobody's way, and nobody in its.
    std::unique_ptr<app::SingleInstance> instance;
    if (line->screenshot.isEmpty()) {
        instance = std::make_unique<app::SingleInstance>(QFileInfo(app::settingsFile()).absolutePath());
        if (!instance->first()) {
            if (instance->tell(arguments.mid(1))) return 0;
            std::fputs("cabalscope: another one runs with these settings and does not answer; end it first\n",
                       stderr);
            return 1;
        }
    }

    const core::SystemClock clock;
    const std::filesystem::path database =
        line->database.isEmpty() ? app::defaultDatabase() : std::filesystem::path(line->database.toStdU16String());
    const auto bundled = app::bundledRecording(QApplication::applicationDirPath());
    app::Session session(clock, database, !line->database.isEmpty(), bundled);
    session.setAddressList(app::ownAddressList());
    app::WindowKeeper keeper(session, app::settingsFile(), app::chartFolder());
    core::source::LiveOptions live = line->live;
    core::source::readKeys(live);
    app::KeychainStore secrets;
    app::FeedSettings feed(std::move(live), secrets, app::settingsFile(),
                           QFileInfo(app::settingsFile()).absolutePath() + QStringLiteral("/feed.key"));
    keeper.setFeed(feed);
    app::RuleKeeper rules(app::ownRulesFile(), app::settingsFile());
    rules.readLines(app::chartFolder());
    app::PastWindows past(clock, database, app::settingsFile(), app::chartFolder());
    past.setAddressList(app::ownAddressList());
    rules.setArm([&session, &past](std::shared_ptr<const core::alert::RuleSet> set, core::alert::Watchlists lists) {
        past.arm(set, lists);
        session.arm(std::move(set), std::move(lists));
    });
    keeper.charts().onKept = [&rules](const QString& name, const QByteArray& document) {
        rules.takeDocument(name, document);
    };
    past.setCharts(keeper.charts());
    keeper.setRules(rules);
    app::BacktestRunner backtests(database, bundled, app::ownAddressList());
    keeper.setBacktests(backtests);
    app::FreedesktopNotifier desktop(QDBusConnection::sessionBus());
    app::DesktopTray tray;
    app::NoticeChain notifier(desktop, tray);
    app::AlertOutputs outputs(secrets, app::settingsFile());
    app::AlertVoice voice(notifier, &app::AlertVoice::systemTime);
    app::AlertPost post;
    app::QtSounder sounder(QFileInfo(app::settingsFile()).absolutePath() + QStringLiteral("/sounds"));
    voice.soundOf = [&rules](const std::string& rule) { return rules.soundOf(rule); };
    keeper.setSounds(QStringList{QStringLiteral("none")} + sounder.sounds());
    wireAlerts(keeper, notifier, voice, post, outputs, sounder);
    session.setAlertSink([&post](const core::Alert& alert) { post.offer(alert); });
    if (instance) QObject::connect(instance.get(), &app::SingleInstance::opened, &keeper, &app::WindowKeeper::take);
    keeper.setOpensPast(true);
    QObject::connect(&keeper, &app::WindowKeeper::pastAsked, &past, &app::PastWindows::open);
    QObject::connect(&keeper, &app::WindowKeeper::closed, &past, &app::PastWindows::closeAll);
    keeper.begin(*line);
    if (!line->screenshot.isEmpty()) shootAndLeave(keeper.window(), *line);
    return QApplication::exec();
}
