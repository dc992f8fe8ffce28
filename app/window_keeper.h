// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "app/chart_file_store.h"
#include "ui/bridge/backtest_desk.h"
#include "ui/bridge/rule_desk.h"
#include "ui/bridge/session_host.h"
#include "ui/i18n/text_translator.h"
#include "ui/views/main_window.h"
#endif

#include <QObject>
#include <QString>
#include <QTranslator>

#include <functional>
#include <memory>
#include <vector>

namespace app {

struct CommandLine;
class FeedSettings;

/// Makes the window and makes it anew when colours or language change: widgets keep what they were made with. The
/// session runs on meanwhile. Thread: GUI.
class WindowKeeper final : public QObject {
    Q_OBJECT
public:
    /// `host` must outlive the keeper.
    WindowKeeper(ui::bridge::SessionHost& host, QString settingsFile, const QString& chartFolder);

    /// What the window connects to, and its page in the settings; must outlive the keeper.
    void setFeed(FeedSettings& feed);
    /// What holds notices back; must outlive the keeper.
    void setDelivery(ui::bridge::DeliveryDesk& delivery) { m_delivery = &delivery; }
    /// Makes the window, begins what the command line asks for and shows it.
    void begin(const CommandLine& line);
    /// Makes a window that shows stored times and nothing else, to be shown by the caller.
    ui::MainWindow& beginPast(const QString& title);
    /// Where the user's labels are, when not beside the settings. Call before the window is made.
    void setLabelFile(QString file) { m_labelFile = std::move(file); }
    /// Whether pastAsked() opens a window.
    void setOpensPast(bool opens) { m_opensPast = opens; }
    /// Opens what another start was asked to open, and comes to the front.
    void take(const QStringList& words);
    [[nodiscard]] ui::MainWindow& window() const { return *m_window; }
    /// What all charts keep their drawings in.
    [[nodiscard]] ChartFileStore& charts() { return m_shared != nullptr ? *m_shared : m_charts; }
    /// The store of another keeper in place of its own, so that their charts show the same drawings; it must
    /// outlive this one. Call before the window is made.
    void shareCharts(ChartFileStore& charts) { m_shared = &charts; }
    /// The rules that the window shows and changes; must outlive the keeper.
    void setRules(ui::bridge::RuleDesk& rules) { m_rules = &rules; }
    /// Names of sounds that a rule may have.
    void setSounds(const QStringList& sounds) { m_sounds = sounds; }
    /// Runs its back-tests; must outlive the keeper.
    void setBacktests(ui::bridge::BacktestDesk& backtests) { m_backtests = &backtests; }
    /// Further pages of the settings; made anew with each window.
    void setMorePages(std::function<std::vector<ui::SettingsPage*>()> make) { m_morePages = std::move(make); }

signals:
    /// A sound is to be heard; empty: that of the settings.
    void soundAsked(const QString& sound);
    /// A button of a notice in the window.
    void noticeActed(const QString& key, const QString& action);
    /// A stored time is to be shown beside the live session.
    void pastAsked(const ui::bridge::PastMoment& moment);
    void closed();

private:
    void make();
    void remake();
    void start(const CommandLine& line);
    void speak(const QString& language);
    [[nodiscard]] std::vector<ui::SettingsPage*> makePages();

    ui::bridge::SessionHost& m_host;
    QString m_settingsFile;
    QString m_labelFile;
    bool m_opensPast = false;
    ChartFileStore m_charts;
    ChartFileStore* m_shared = nullptr;
    FeedSettings* m_feed = nullptr;
    ui::bridge::RuleDesk* m_rules = nullptr;
    ui::bridge::DeliveryDesk* m_delivery = nullptr;
    ui::bridge::BacktestDesk* m_backtests = nullptr;
    QStringList m_sounds;
    bool m_connectWhenReady = false;
    std::function<std::vector<ui::SettingsPage*>()> m_morePages;
    ui::i18n::TextTranslator m_translator;
    QTranslator m_qtTranslator;
    std::unique_ptr<ui::MainWindow> m_window;
};

}  // namespace app
