// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "core/source/factory.h"
#include "ui/bridge/backtest_desk.h"
#include "ui/bridge/delivery_desk.h"
#include "ui/bridge/notifier.h"
#include "ui/bridge/past_moment.h"
#include "ui/bridge/rule_desk.h"
#include "ui/bridge/session_host.h"
#include "ui/shell/workspace_book.h"
#include "ui/theme/appearance.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QStackedWidget;

namespace ui {

class ActionBook;
class AlertCard;
class AlertCentre;
class AlertView;
class Banner;
class CommandPalette;
class Desk;
class BoardView;
class CalibrationPane;
class EvidenceDrawer;
class FeedStatusBar;
class FirstRunPage;
class FirstSteps;
class HealthPane;
class InquiryDrawer;
class LabelStore;
class SettingsDialog;
class SettingsPage;
class ToastStack;
class ReplayBar;
class RuleBench;
class TokenPage;
class TopBar;

/// The window. One timer polls the newest snapshot; nothing else comes from other threads.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// `host` must outlive the window. Window state is kept in the INI file `settingsFile`, the user's labels in
    /// `labelFile`, beside the settings when none is named.
    MainWindow(bridge::SessionHost& host, const QString& settingsFile, QWidget* parent = nullptr,
               const QString& labelFile = {});
    ~MainWindow() override;

    /// What "Connect live" connects to.
    void setLiveOptions(core::source::LiveOptions options) { m_live = std::move(options); }
    void openBundled();
    void openBundled(double speed);
    void connectLive();
    void openRecording(const QString& file);
    void openRecording(const QString& file, double speed);
    void stopSession();
    /// Shows a past moment: of the recording that is played, else of what is stored.
    void replayFrom(const core::pipeline::ReplayTarget& target);
    void replayStored();
    /// Asks for a moment and shows what was known then.
    void showKnownAt();
    /// Whether pastAsked() opens a window: a live session then runs on when a stored time is asked for.
    void setOpensPast(bool opens) { m_opensPast = opens; }
    /// Shows stored times and nothing else; call once, before it is shown.
    void setPastOnly(const QString& title);

    /// Opens the page of a token, known or not.
    void openToken(const core::Mint& mint);
    /// A mint, a link with one, or a ticker on the board; says so when it is none of them.
    void search(const QString& text);
    /// Opens the evidence of a flag.
    void openFlag(const core::pipeline::FlagRef& flag);
    void closeEvidence();
    /// As it is, or was when it was closed last; 0: it was never open.
    [[nodiscard]] int evidenceHeight() const;
    /// Opens the page of a wallet.
    void openWallet(const core::Wallet& wallet);
    /// Opens the passport of a cluster of the open coin, by its number.
    void openCluster(std::uint32_t number);
    void closeInquiry();
    [[nodiscard]] const core::pipeline::Interest& interest() const { return m_interest; }

    /// Opens the coin of an alert at its candle and what stands behind it.
    void openAlert(const core::Alert& alert);
    /// The same without its evidence.
    void openAlertAtCandle(const core::Alert& alert);
    /// What holds notices back; must outlive the window.
    void setDelivery(bridge::DeliveryDesk& delivery);
    /// Shows a notice in a corner, for when the desktop says none.
    void showNotice(const bridge::Notice& notice);
    /// The user has seen how an alert looks on the desktop.
    void noteNotified();
    /// Shows a grave alert large in the middle, until it is opened or put away.
    void showCard(const bridge::Notice& notice);
    /// A sentence in the line below the search box.
    void tell(const QString& text);
    [[nodiscard]] ActionBook& actions() const { return *m_actions; }
    [[nodiscard]] Desk& desk() const { return *m_desk; }
    [[nodiscard]] const WorkspaceBook& workspaces() const { return m_workspaces; }
    /// Makes the pages of the settings that are the owner's; called when the settings are opened first.
    void setSettingsPages(std::function<std::vector<SettingsPage*>()> make) { m_settingsPages = std::move(make); }
    /// The rules that are armed; must outlive the window.
    void setRules(bridge::RuleDesk& rules);
    /// Runs back-tests for the rule bench; must outlive the window.
    void setBacktests(bridge::BacktestDesk& backtests) { m_backtests = &backtests; }
    /// Names of sounds that a rule may have.
    void setSounds(const QStringList& sounds) { m_sounds = sounds; }
    /// Opens the rule bench, at a rule when one is named.
    void openRules(const QString& id = {});
    /// Opens the settings, at a page when one is named.
    void openSettings(const QString& page = {});

signals:
    /// A stored time is to be shown beside the live session.
    void pastAsked(const ui::bridge::PastMoment& moment);
    /// The window closes; its layout is kept already.
    void closed();
    /// A button of a notice in the corner: "open", "mute" or "copy".
    void noticeActed(const QString& key, const QString& action);
    /// A sound is to be heard.
    void soundAsked(const QString& sound);
    /// Colours or language were changed: the window has to be made anew.
    void appearanceChanged();

public slots:
    /// Takes the newest snapshot; the timer calls it.
    void refresh();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPages();
    [[nodiscard]] bool evidenceOpen() const;

    // main_window_shell.cpp: what can be done, and how the desk is laid out
    void buildActions();
    void buildSessionActions();
    void buildViewActions();
    void buildPalette();
    void buildMenu();
    void chooseWorkspace(int place);
    void showWorkspace();
    void keepWorkspace();
    void resetWorkspace();
    void nameWorkspace();
    void exportWorkspace();
    void importWorkspace();
    void setLocked(bool locked);
    void changeAppearance(const theme::Appearance& appearance);
    void showShortcuts();

    // main_window_alerts.cpp: the alert centre and what holds notices back
    void buildAlertCentre();
    void connectAlertCentre();
    void buildAlertActions();
    void showAlertCentre();
    void countUnread(std::uint64_t alerts);
    void showHealth();
    /// Says nothing for an hour, or says things again.
    void toggleSilence();
    /// Shows a pane of those below the coin with room to read it.
    void showBelow(const QString& pane);
    void replayAlert(const core::Alert& alert);
    // main_window_rules.cpp
    void replayExample(const QString& recording, const core::Alert& alert);

    void openPast(const bridge::PastMoment& moment);
    // main_window_steps.cpp: what a new user does once
    void buildSteps();
    void refreshSteps(FirstSteps& steps) const;
    void noteConnected();
    void noteStep(int step);
    void takeStep(int step);
    void showFirstSteps();

    void chooseRecording();
    void setBars(core::BarSpec bars);
    void takeChartWishes();
    void buildInquiry();
    void connectInquiry();
    [[nodiscard]] QWidget* buildMapHome();
    void buildInquiryActions();
    void showInquiry();
    void takeInquiry();
    void tellWalletsPast(const bridge::SessionInfo& info);
    void showEvidence(const core::pipeline::FlagRef& flag);
    void showSession(const bridge::SessionInfo& info);
    void showSnapshot(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot);
    void clearViews();
    void openBusiestToken(const core::pipeline::Snapshot& snapshot);
    [[nodiscard]] std::optional<core::Mint> findTicker(const QString& text) const;
    void pasteFromClipboard();
    void restoreState();
    void saveState() const;

    bridge::SessionHost& m_host;
    QString m_settingsFile;
    core::source::LiveOptions m_live;
    core::pipeline::Interest m_interest;
    std::shared_ptr<const core::pipeline::Snapshot> m_snapshot;
    std::optional<std::uint64_t> m_generation;
    bool m_opensPast = false;
    bool m_pastOnly = false;
    QString m_title = QStringLiteral("Cabalscope");  ///< behind the coin that is open
    QString m_labelFile;
    bridge::SessionState m_sessionState = bridge::SessionState::Idle;
    bool m_tokenChosen = false;
    int m_alertsWidth = 0;     ///< before the evidence took its room
    int m_evidenceHeight = 0;  ///< as it was when it was closed last; 0: never
    QTimer m_timer;
    QElapsedTimer m_waiting;  ///< for the first picture of a coin; invalid when nobody waits
    TopBar* m_top = nullptr;
    ReplayBar* m_replay = nullptr;
    Banner* m_trouble = nullptr;
    Banner* m_notice = nullptr;
    Banner* m_rulesTrouble = nullptr;
    bridge::RuleDesk* m_rules = nullptr;
    bridge::BacktestDesk* m_backtests = nullptr;
    RuleBench* m_bench = nullptr;
    QStringList m_sounds;
    QStackedWidget* m_pages = nullptr;
    FirstRunPage* m_firstRun = nullptr;
    Desk* m_desk = nullptr;
    BoardView* m_board = nullptr;
    TokenPage* m_token = nullptr;
    QWidget* m_mapHome = nullptr;  ///< where the map is while it has a pane of its own
    AlertView* m_alerts = nullptr;
    AlertCentre* m_alertCentre = nullptr;
    std::uint64_t m_alertsSeen = 0;  ///< of the session, when the alert centre was looked at last
    CalibrationPane* m_calibration = nullptr;
    bridge::DeliveryDesk* m_delivery = nullptr;
    EvidenceDrawer* m_evidence = nullptr;
    InquiryDrawer* m_inquiry = nullptr;
    LabelStore* m_labels = nullptr;
    FeedStatusBar* m_status = nullptr;
    HealthPane* m_health = nullptr;
    WorkspaceBook m_workspaces;
    ActionBook* m_actions;
    CommandPalette* m_palette = nullptr;
    SettingsDialog* m_settings = nullptr;
    ToastStack* m_toasts = nullptr;
    AlertCard* m_card = nullptr;
    std::function<std::vector<SettingsPage*>()> m_settingsPages;
    QTimer m_layoutTimer;  ///< a layout is kept a second after it last changed
};

}  // namespace ui
