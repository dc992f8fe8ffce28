// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_keeper.h"

#include "app/command_line.h"
#include "app/feed_settings.h"
#include "app/feed_test.h"
#include "ui/chart/candle_chart.h"
#include "ui/format/number_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/appearance.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTimer>

#include <utility>

namespace app {
namespace {

constexpr double kCommandLineSpeed = 1;

}  // namespace

WindowKeeper::WindowKeeper(ui::bridge::SessionHost& host, QString settingsFile, const QString& chartFolder)
    : m_host(host), m_settingsFile(std::move(settingsFile)), m_charts(chartFolder) {}

void WindowKeeper::setFeed(FeedSettings& feed) {
    m_feed = &feed;
    connect(m_feed, &FeedSettings::ready, this, [this] {
        if (!m_window) return;
        m_window->setLiveOptions(m_feed->options());
        if (std::exchange(m_connectWhenReady, false)) m_window->connectLive();
    });
}

std::vector<ui::SettingsPage*> WindowKeeper::makePages() {
    std::vector<ui::SettingsPage*> out;
    if (m_feed != nullptr) {
        auto* page = new ui::FeedPage(m_feed->choice());
        page->setKeyState(m_feed->keyState());
        connect(page, &ui::FeedPage::changed, m_feed, &FeedSettings::choose);
        connect(page, &ui::FeedPage::keyEntered, m_feed, &FeedSettings::keepKey);
        connect(m_feed, &FeedSettings::ready, page, [this, page] { page->setKeyState(m_feed->keyState()); });
        auto* test = new FeedTest(page);
        connect(page, &ui::FeedPage::testAsked, test, [this, page, test] {
            const core::source::LiveOptions options = m_feed->options();
            page->beginTest(FeedTest::hostOf(options));
            test->run(options);
        });
        connect(page, &ui::FeedPage::testEnded, test, &FeedTest::cancel);
        connect(test, &FeedTest::begun, page, &ui::FeedPage::showTestBegun);
        connect(test, &FeedTest::stepped, page, &ui::FeedPage::showTestStep);
        connect(test, &FeedTest::finished, page, &ui::FeedPage::finishTest);
        out.push_back(page);
    }
    if (m_morePages)
        for (ui::SettingsPage* page : m_morePages()) out.push_back(page);
    return out;
}

void WindowKeeper::speak(const QString& language) {
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    if (language == ui::theme::kSourceLanguage) return;
    if (m_translator.readBundled(language))
        QCoreApplication::installTranslator(&m_translator);
    else
        qWarning("The window stays English: %s", qPrintable(m_translator.error()));
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
    const QString language = ui::theme::languageOf(appearance, QLocale::system().name());
    speak(language);
    ui::format::setFolding(ui::theme::foldingOf(appearance, language));
    m_window = std::make_unique<ui::MainWindow>(m_host, m_settingsFile, nullptr, m_labelFile);
    m_window->setOpensPast(m_opensPast);
    if (m_feed != nullptr) m_window->setLiveOptions(m_feed->options());
    if (m_rules != nullptr) m_window->setRules(*m_rules);
    if (m_delivery != nullptr) m_window->setDelivery(*m_delivery);
    if (m_backtests != nullptr) m_window->setBacktests(*m_backtests);
    m_window->setSettingsPages([this] { return makePages(); });
    for (ui::CandleChart* chart : m_window->findChildren<ui::CandleChart*>()) chart->setStore(&charts());
    m_window->setSounds(m_sounds);
    connect(m_window.get(), &ui::MainWindow::soundAsked, this, &WindowKeeper::soundAsked);
    connect(m_window.get(), &ui::MainWindow::noticeActed, this, &WindowKeeper::noticeActed);
    connect(m_window.get(), &ui::MainWindow::pastAsked, this, &WindowKeeper::pastAsked);
    connect(m_window.get(), &ui::MainWindow::closed, this, &WindowKeeper::closed);
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
        case StartWith::Live:
            // A keyring may ask its user first.
            m_connectWhenReady = m_feed != nullptr;
            if (m_feed != nullptr)
                m_feed->readKey();
            else
                m_window->connectLive();
            break;
        case StartWith::Recording:
            m_window->openRecording(line.recording, line.speed.value_or(kCommandLineSpeed));
            break;
    }
    if (const auto mint = ui::format::findMint(line.openToken)) m_window->openToken(*mint);
}

void WindowKeeper::begin(const CommandLine& line) {
    make();
    if (m_feed != nullptr && line.start != StartWith::Live) m_feed->readKey();
    start(line);
    m_window->show();
}

ui::MainWindow& WindowKeeper::beginPast(const QString& title) {
    make();
    m_window->setPastOnly(title);
    return *m_window;
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
