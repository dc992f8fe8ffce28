// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart_file_store.h"
#include "app/command_line.h"
#include "app/paths.h"
#include "app/session.h"
#include "ui/chart/candle_chart.h"
#include "ui/format/token_text.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace {

constexpr int kUsageError = 2;
constexpr double kCommandLineSpeed = 1;

void begin(ui::MainWindow& window, const app::CommandLine& line) {
    core::source::LiveOptions live = line.live;
    core::source::readKeys(live);
    window.setLiveOptions(std::move(live));
    switch (line.start) {
        case app::StartWith::Nothing: break;
        case app::StartWith::Bundled: line.speed ? window.openBundled(*line.speed) : window.openBundled(); break;
        case app::StartWith::Live: window.connectLive(); break;
        case app::StartWith::Recording:
            window.openRecording(line.recording, line.speed.value_or(kCommandLineSpeed));
            break;
    }
    if (const auto mint = ui::format::findMint(line.openToken)) window.openToken(*mint);
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

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cabalscope"));
    QApplication::setApplicationVersion(QStringLiteral(CABALSCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("cabalscope"));
    ui::theme::applyStyle(application);

    const core::SystemClock clock;
    app::Session session(
        clock,
        line->database.isEmpty() ? app::defaultDatabase() : std::filesystem::path(line->database.toStdU16String()),
        !line->database.isEmpty(), app::bundledRecording(QApplication::applicationDirPath()));
    session.setAddressList(app::ownAddressList());
    app::ChartFileStore charts(app::chartFolder());
    ui::MainWindow window(session, app::settingsFile());
    for (ui::CandleChart* chart : window.findChildren<ui::CandleChart*>()) chart->setStore(&charts);
    begin(window, *line);
    window.show();
    if (!line->screenshot.isEmpty()) shootAndLeave(window, *line);
    return QApplication::exec();
}
