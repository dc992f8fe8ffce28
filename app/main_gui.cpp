// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/feed_settings.h"
#include "app/paths.h"
#include "app/secrets/keychain_store.h"
#include "app/session.h"
#include "app/single_instance.h"
#include "app/window_keeper.h"
#include "ui/theme/appearance.h"

#include <QApplication>
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
    app::Session session(
        clock,
        line->database.isEmpty() ? app::defaultDatabase() : std::filesystem::path(line->database.toStdU16String()),
        !line->database.isEmpty(), app::bundledRecording(QApplication::applicationDirPath()));
    session.setAddressList(app::ownAddressList());
    app::WindowKeeper keeper(session, app::settingsFile(), app::chartFolder());
    core::source::LiveOptions live = line->live;
    core::source::readKeys(live);
    app::KeychainStore secrets;
    app::FeedSettings feed(std::move(live), secrets, app::settingsFile(),
                           QFileInfo(app::settingsFile()).absolutePath() + QStringLiteral("/feed.key"));
    keeper.setFeed(feed);
    if (instance) QObject::connect(instance.get(), &app::SingleInstance::opened, &keeper, &app::WindowKeeper::take);
    keeper.begin(*line);
    if (!line->screenshot.isEmpty()) shootAndLeave(keeper.window(), *line);
    return QApplication::exec();
}
