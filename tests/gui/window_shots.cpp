// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window over hand-built markets into PNG files, to be looked at: window_shots <folder>.
#include "fake_market.h"
#include "ui/theme/style.h"
#include "ui/views/health_dialog.h"
#include "ui/views/main_window.h"

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
    auto* health = window.findChild<ui::HealthDialog*>();
    health->show(replay.health);
    health->show();
    shoot(*health, folder, QStringLiteral("health.png"));
    return 0;
}
