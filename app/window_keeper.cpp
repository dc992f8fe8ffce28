// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_keeper.h"

#include "app/command_line.h"
#include "ui/chart/candle_chart.h"
#include "ui/format/token_text.h"
#include "ui/theme/appearance.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTimer>

namespace app {
namespace {

constexpr double kCommandLineSpeed = 1;

}  // namespace

WindowKeeper::WindowKeeper(ui::bridge::SessionHost& host, QString settingsFile, const QString& chartFolder)
    : m_host(host), m_settingsFile(std::move(settingsFile)), m_charts(chartFolder) {}

void WindowKeeper::setLiveOptions(core::source::LiveOptions options) {
    m_live = std::move(options);
    if (m_window) m_window->setLiveOptions(m_live);
}

void WindowKeeper::speak(const QString& language) {
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    if (m_translator.load(QStringLiteral(":/i18n/cabalscope_") + language))
        QCoreApplication::installTranslator(&m_translator);
    // Buttons of Qt's own dialogs.
    if (m_qtTranslator.load(QStringLiteral("qtbase_") + language,
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
}

void WindowKeeper::make() {
    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    const ui::theme::Appearance appearance = ui::theme::readAppearance(settings);
    ui::theme::setScheme(appearance.scheme, appearance.directions);
    ui::theme::setMotionReduced(appearance.reduceMotion);
    ui::theme::applyStyle(*qApp);
    speak(ui::theme::languageOf(appearance, QLocale::system().name()));
    m_window = std::make_unique<ui::MainWindow>(m_host, m_settingsFile);
    m_window->setLiveOptions(m_live);
    for (ui::CandleChart* chart : m_window->findChildren<ui::CandleChart*>()) chart->setStore(&m_charts);
    // Not from inside the window that is to go.
    connect(m_window.get(), &ui::MainWindow::appearanceChanged, this, &WindowKeeper::remake, Qt::QueuedConnection);
}

void WindowKeeper::remake() {
    const auto open = m_window->interest().selected;
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    m_window->close();
    make();
    if (open) m_window->openToken(*open);
    m_window->show();
    m_window->openSettings();
    QApplication::setQuitOnLastWindowClosed(quits);
}

void WindowKeeper::start(const CommandLine& line) {
    switch (line.start) {
        case StartWith::Nothing: break;
        case StartWith::Bundled: line.speed ? m_window->openBundled(*line.speed) : m_window->openBundled(); break;
        case StartWith::Live: m_window->connectLive(); break;
        case StartWith::Recording:
            m_window->openRecording(line.recording, line.speed.value_or(kCommandLineSpeed));
            break;
    }
    if (const auto mint = ui::format::findMint(line.openToken)) m_window->openToken(*mint);
}

void WindowKeeper::begin(const CommandLine& line) {
    make();
    start(line);
    m_window->show();
}

void WindowKeeper::take(const QStringList& words) {
    // A program is named first, as on a command line of one's own.
    const auto line = parseCommandLine(QStringList{QStringLiteral("cabalscope")} + words);
    if (line) {
        CommandLine wanted = *line;
        // A coin opens in what runs already; nothing is stopped for it.
        const bool running = m_host.info().state == ui::bridge::SessionState::Running;
        if (running && !wanted.openToken.isEmpty() && !words.contains(QStringLiteral("--live")))
            wanted.start = StartWith::Nothing;
        start(wanted);
    }
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

}  // namespace app
