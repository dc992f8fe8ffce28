// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window over hand-built markets into PNG files, to be looked at:
// window_shots FOLDER [dark|light|contrast [green|red|blue]].
#include "fake_market.h"
#include "ui/shell/action_book.h"
#include "ui/shell/settings_dialog.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace {

void shoot(QWidget& widget, const QDir& folder, const QString& name) {
    QTest::qWait(150);
    widget.grab().save(folder.filePath(name));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const auto argument = [&](int at) { return argc > at ? QString::fromLocal8Bit(argv[at]) : QString(); };
    ui::theme::setScheme(argument(2) == QStringLiteral("light")      ? ui::theme::Scheme::Light
                         : argument(2) == QStringLiteral("contrast") ? ui::theme::Scheme::HighContrast
                                                                     : ui::theme::Scheme::Dark,
                         argument(3) == QStringLiteral("red")    ? ui::theme::Directions::RedUp
                         : argument(3) == QStringLiteral("blue") ? ui::theme::Directions::BlueUp
                                                                 : ui::theme::Directions::GreenUp);
    ui::theme::applyStyle(application);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    const QTemporaryDir settings;
    fake::Host host;
    ui::MainWindow window(host, settings.filePath(QStringLiteral("ui.ini")));
    window.resize(1600, 900);
    window.show();
    shoot(window, folder, QStringLiteral("first-run.png"));

    window.connectLive();
    shoot(window, folder, QStringLiteral("empty.png"));
    host.publish(fake::busySnapshot(host.interest, 1));
    window.refresh();
    host.publish(fake::busySnapshot(host.interest, 2));
    window.refresh();
    shoot(window, folder, QStringLiteral("live.png"));

    window.actions().find(QStringLiteral("actionSearch"))->trigger();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("wo"));
    shoot(window, folder, QStringLiteral("palette.png"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    for (const char* page : {"Appearance", "Shortcuts"}) {
        window.openSettings(QString::fromLatin1(page));
        shoot(*window.findChild<ui::SettingsDialog*>(), folder,
              QStringLiteral("settings-%1.png").arg(QLatin1String(page)));
    }
    window.findChild<ui::SettingsDialog*>()->close();
    window.actions().find(QStringLiteral("actionUnlock"))->trigger();
    window.showNotice({QStringLiteral("a"), QStringLiteral("Dev dump"),
                       QStringLiteral("WIF: the dev and two linked wallets sold 4.1% of supply within 22 s."),
                       ui::bridge::Notice::Urgency::Critical, true});
    window.showNotice({QStringLiteral("b"), QStringLiteral("Pump onset"),
                       QStringLiteral("CAT: volume 11 sigma over its own past."),
                       ui::bridge::Notice::Urgency::Normal, true});
    shoot(window, folder, QStringLiteral("unlocked.png"));
    window.actions().find(QStringLiteral("actionUnlock"))->trigger();
    window.resize(1100, 640);
    shoot(window, folder, QStringLiteral("small.png"));
    window.resize(1600, 900);

    host.run(core::pipeline::Mode::Replay);
    auto replay = fake::busySnapshot(host.interest, 3);
    replay.mode = core::pipeline::Mode::Replay;
    replay.health.feeds.front().state = core::source::FeedState::Retrying;
    replay.health.feeds.front().detail = "connection refused";
    replay.health.feeds.front().retryInMs = 4000;
    host.publish(replay);
    window.refresh();
    shoot(window, folder, QStringLiteral("replay-trouble.png"));
    window.actions().find(QStringLiteral("actionHealth"))->trigger();
    window.refresh();
    shoot(window, folder, QStringLiteral("health.png"));
    return 0;
}
