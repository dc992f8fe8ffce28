// SPDX-License-Identifier: GPL-3.0-or-later
// The window's shell: every action with its shortcut, the palette, workspaces and settings.
#include "ui/views/main_window.h"

#include "ui/chart/chart_grid.h"
#include "ui/format/people_text.h"
#include "ui/format/token_text.h"
#include "ui/shell/action_book.h"
#include "ui/shell/appearance_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/desk.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcut_page.h"
#include "ui/views/banner.h"
#include "ui/views/evidence_drawer.h"
#include "ui/views/pane_ids.h"
#include "ui/views/replay_bar.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"
#include "ui/views/top_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>

namespace ui {
namespace {

constexpr int kKeepLayoutAfter = 1000;  // milliseconds
constexpr int kShortcutWorkspaces = 9;

// How each workspace looks before anybody changed it.
std::vector<PanePlace> standardPlaces(std::size_t workspace) {
    const PanePlace boards{kBoardsPane, Qt::LeftDockWidgetArea, 510, true};
    const PanePlace evidence{kEvidencePane, Qt::RightDockWidgetArea, 440, false};
    const auto alerts = [](int width) { return PanePlace{kAlertsPane, Qt::RightDockWidgetArea, width, true}; };
    const auto centre = [](bool shown) {
        return PanePlace{kAlertCentrePane, Qt::BottomDockWidgetArea, 250, shown};
    };
    const PanePlace health{kHealthPane, Qt::BottomDockWidgetArea, 250, false};
    const PanePlace calibration{kCalibrationPane, Qt::BottomDockWidgetArea, 250, false};
    const PanePlace map{kMapPane, Qt::LeftDockWidgetArea, 720, true};
    switch (workspace) {
        case 1: return {evidence, alerts(360), centre(true), calibration, health};
        case 2: return {map, evidence, centre(false), calibration, health};
        case 3: return {evidence, alerts(300), centre(false), calibration, health};
        default: return {boards, evidence, alerts(230), centre(false), calibration, health};
    }
}

}  // namespace

bool MainWindow::evidenceOpen() const {
    return !m_desk->pane(kEvidencePane)->isHidden();
}

void MainWindow::buildActions() {
    buildSessionActions();
    buildInquiryActions();
    buildAlertActions();
    buildViewActions();
    buildSteps();
    m_replay->addActions(*m_actions);
    connect(m_desk, &Desk::layoutChanged, &m_layoutTimer, qOverload<>(&QTimer::start));
    connect(m_desk, &Desk::paneClosing, this, [this](const QString& id) {
        if (id == kEvidencePane) closeEvidence();
    });
    m_layoutTimer.setSingleShot(true);
    m_layoutTimer.setInterval(kKeepLayoutAfter);
    connect(&m_layoutTimer, &QTimer::timeout, this, &MainWindow::keepWorkspace);
    connect(m_top, &TopBar::workspaceChosen, this, &MainWindow::chooseWorkspace);
}

void MainWindow::buildSessionActions() {
    const QString group = tr("Session");
    m_actions->add(QStringLiteral("actionBundled"), group, tr("Watch the bundled recording"), {},
                   [this] { openBundled(); });
    m_actions->add(QStringLiteral("actionLive"), group, tr("Connect live"), {}, [this] { connectLive(); });
    m_actions->add(QStringLiteral("actionOpen"), group, tr("Open a recording…"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+O")), [this] { chooseRecording(); });
    m_actions->add(QStringLiteral("actionStored"), group, tr("Replay a stored hour…"), {},
                   [this] { replayStored(); });
    m_actions->add(QStringLiteral("actionKnownAt"), group, tr("Show what was known at a moment…"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+M")), [this] { showKnownAt(); });
    m_actions->add(QStringLiteral("actionStop"), group, tr("Stop and go to the start page"), {},
                   [this] { stopSession(); });
    m_actions->add(QStringLiteral("actionRules"), group, tr("Rule bench: write, back-test and arm rules"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+R")), [this] { openRules(); });
    m_actions->add(QStringLiteral("actionHealth"), group, tr("Data health"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+D")), [this] { showHealth(); });
    m_actions->add(QStringLiteral("actionQuit"), group, tr("Quit"), QKeySequence(QStringLiteral("Ctrl+Q")),
                   [this] { close(); });

    const QString coin = tr("Coin");
    m_actions->add(QStringLiteral("actionPaste"), coin, tr("Open the address in the clipboard"),
                   QKeySequence::Paste, [this] { pasteFromClipboard(); });
    m_actions->add(QStringLiteral("actionPasteAlso"), coin, tr("Open a coin from the clipboard"),
                   QKeySequence::Open, [this] { pasteFromClipboard(); });
    m_actions->add(QStringLiteral("actionCopyAddress"), coin, tr("Copy the token's address"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+C")), [this] { m_token->copyAddress(); });
    const std::pair<const char*, QString> tabs[]{
        {"Tape", tr("Tape")},   {"Holders", tr("Holders")}, {"First", tr("First 70")}, {"Clusters", tr("Clusters")},
        {"Flags", tr("Flags")}, {"Dev", tr("Dev")},         {"Map", tr("Map")}};
    for (int i = 0; i < static_cast<int>(std::size(tabs)); ++i)
        m_actions->add(QStringLiteral("actionTab%1").arg(QLatin1String(tabs[i].first)), coin,
                       tr("Show the tab %1").arg(tabs[i].second), QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)),
                       [this, i] {
                           if (i == TokenTabs::Map && m_token->tabs().mapApart())
                               m_token->openMap();
                           else
                               m_token->tabs().choose(static_cast<TokenTabs::Tab>(i));
                       });
    m_actions->add(QStringLiteral("actionBarTable"), coin, tr("Show the bars as a table"),
                   QKeySequence(QStringLiteral("Ctrl+T")), [this] { m_token->showBarTable(); });
    m_actions->add(QStringLiteral("actionCloseEvidence"), coin, tr("Close the evidence"), {},
                   [this] { closeEvidence(); });
}

void MainWindow::buildViewActions() {
    const QString group = tr("View");
    m_actions->add(QStringLiteral("actionSearch"), group, tr("Find a command, coin or wallet"),
                   QKeySequence(QStringLiteral("Ctrl+K")), [this] { m_palette->open(); });
    for (const std::size_t count : {1U, 2U, 4U})
        m_actions->add(QStringLiteral("actionCharts%1").arg(count), group,
                       count == 1 ? tr("One chart") : tr("%1 charts beside each other").arg(count), {},
                       [this, count] { m_token->charts().setCount(count); });
    for (QDockWidget* dock : m_desk->panes()) {
        const QString id = dock->objectName();
        if (id == kEvidencePane) continue;
        m_actions->add(QStringLiteral("actionPane_") + id, group, tr("Show or hide %1").arg(dock->windowTitle()),
                       {}, [this, id] { m_desk->showPane(id, m_desk->pane(id)->isHidden()); });
        m_actions->add(QStringLiteral("actionFloat_") + id, group,
                       tr("%1 in a window of its own, or back").arg(dock->windowTitle()), {},
                       [this, id] { m_desk->floatPane(id, !m_desk->pane(id)->isFloating()); });
    }
    m_actions->add(QStringLiteral("actionFullScreen"), group, tr("Full screen"),
                   QKeySequence(QStringLiteral("F11")),
                   [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    m_actions->add(QStringLiteral("actionSettings"), group, tr("Settings…"), QKeySequence(QStringLiteral("Ctrl+,")),
                   [this] { openSettings(); });
    m_actions->add(QStringLiteral("actionShortcuts"), group, tr("All shortcuts"),
                   QKeySequence(QStringLiteral("Ctrl+/")), [this] { showShortcuts(); });
    m_actions->add(QStringLiteral("actionHelp"), group, tr("Help: all shortcuts"),
                   QKeySequence(QStringLiteral("F1")), [this] { showShortcuts(); });

    const QString desk = tr("Workspace");
    for (int i = 0; i < kShortcutWorkspaces; ++i)
        m_actions->add(QStringLiteral("actionWorkspace%1").arg(i + 1), desk, tr("Workspace %1").arg(i + 1),
                       QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)), [this, i] { chooseWorkspace(i); });
    m_actions->add(QStringLiteral("actionUnlock"), desk, tr("Lock or unlock the layout"), {},
                   [this] { setLocked(!m_desk->locked()); });
    m_actions->add(QStringLiteral("actionNewWorkspace"), desk, tr("New workspace from this layout…"), {},
                   [this] { nameWorkspace(); });
    m_actions->add(QStringLiteral("actionResetWorkspace"), desk, tr("Reset this workspace's layout"), {},
                   [this] { resetWorkspace(); });
    m_actions->add(QStringLiteral("actionRemoveWorkspace"), desk, tr("Remove this workspace"), {}, [this] {
        const QString name = WorkspaceBook::titleOf(m_workspaces.current());
        if (!m_workspaces.removeCurrent()) {
            tell(tr("“%1” comes with the program and stays.").arg(name));
            return;
        }
        showWorkspace();
        tell(tr("Removed the workspace “%1”. Its last versions are beside the settings.").arg(name));
    });
    m_actions->add(QStringLiteral("actionExportWorkspace"), desk, tr("Export this workspace…"), {},
                   [this] { exportWorkspace(); });
    m_actions->add(QStringLiteral("actionImportWorkspace"), desk, tr("Import a workspace…"), {},
                   [this] { importWorkspace(); });
}

void MainWindow::buildPalette() {
    m_palette = new CommandPalette(this);
    m_palette->addSource([this](const QString& text) {
        std::vector<PaletteEntry> out;
        if (const auto mint = format::findMint(text))
            out.push_back({tr("Open the coin %1").arg(format::shortKey(mint->base58())),
                           QString::fromStdString(mint->base58()),
                           {},
                           [this, mint] { openToken(*mint); }});
        // An address does not tell what it is of.
        if (const auto wallet = format::findMint(text))
            out.push_back({tr("Open the wallet %1").arg(format::shortKey(wallet->base58())),
                           QString::fromStdString(wallet->base58()),
                           {},
                           [this, wallet] { openWallet(core::Wallet{*wallet}); }});
        return out;
    });
    m_palette->addSource([this](const QString& text) {
        constexpr std::size_t kMostCoins = 12;
        std::vector<PaletteEntry> out;
        if (!m_snapshot || text.size() < 2) return out;
        const QString wanted = text.startsWith(u'$') ? text.mid(1) : text;
        for (const auto* rows : {&m_snapshot->graduated, &m_snapshot->graduating, &m_snapshot->fresh})
            for (const auto& row : *rows) {
                const QString title = format::tokenTitle(row);
                const QString name = QString::fromStdString(row.name);
                if (out.size() >= kMostCoins || (matchScore(title, wanted) < 400 && matchScore(name, wanted) < 400))
                    continue;
                out.push_back({title,
                               name + QStringLiteral("  ") + format::shortKey(row.mintText),
                               {},
                               [this, mint = row.mint] { openToken(mint); }});
            }
        return out;
    });
    m_palette->addSource([this](const QString& text) {
        std::vector<PaletteEntry> out;
        if (!m_snapshot || !m_snapshot->selected || !m_snapshot->selected->people || text.isEmpty()) return out;
        for (const auto& row : m_snapshot->selected->people->clusters)
            out.push_back({format::clusterName(row.tag),
                           tr("cluster on this coin, %1 wallets").arg(row.here),
                           {},
                           [this, number = row.tag.number] { m_token->tabs().showCluster(number); }});
        return out;
    });
    m_palette->addSource([this](const QString&) {
        std::vector<PaletteEntry> out;
        for (const ActionBook::Entry& entry : m_actions->entries())
            if (entry.action->isEnabled() && entry.action->objectName() != QStringLiteral("actionSearch"))
                out.push_back({entry.action->text(), entry.group,
                               entry.action->shortcut().toString(QKeySequence::NativeText),
                               [action = entry.action] { action->trigger(); }});
        return out;
    });
}

void MainWindow::buildMenu() {
    QMenu& menu = m_top->menu();
    const auto put = [this](QMenu& into, const char* id) {
        if (QAction* action = m_actions->find(QLatin1String(id))) into.addAction(action);
    };
    for (const char* id :
         {"actionBundled", "actionLive", "actionOpen", "actionStored", "actionKnownAt", "actionStop"})
        put(menu, id);
    menu.addSeparator();
    put(menu, "actionSearch");
    QMenu* view = menu.addMenu(tr("View"));
    for (const ActionBook::Entry& entry : m_actions->entries())
        if (entry.action->objectName().startsWith(QLatin1String("actionPane_")) ||
            entry.action->objectName().startsWith(QLatin1String("actionFloat_")))
            view->addAction(entry.action);
    view->addSeparator();
    for (const char* id : {"actionCharts1", "actionCharts2", "actionCharts4"}) put(*view, id);
    view->addSeparator();
    put(*view, "actionFullScreen");
    QMenu* desk = menu.addMenu(tr("Workspace"));
    for (const char* id : {"actionUnlock", "actionNewWorkspace", "actionResetWorkspace", "actionRemoveWorkspace",
                           "actionExportWorkspace", "actionImportWorkspace"})
        put(*desk, id);
    menu.addSeparator();
    for (const char* id : {"actionRules", "actionHealth", "actionSettings", "actionShortcuts", "actionQuit"})
        put(menu, id);
}

void MainWindow::chooseWorkspace(int place) {
    if (place < 0 || static_cast<std::size_t>(place) == m_workspaces.currentPlace()) {
        showWorkspace();
        return;
    }
    keepWorkspace();
    if (m_workspaces.choose(static_cast<std::size_t>(place))) showWorkspace();
}

void MainWindow::showWorkspace() {
    QStringList names;
    for (const Workspace& one : m_workspaces.all()) names << WorkspaceBook::titleOf(one);
    m_top->setWorkspaces(names, static_cast<int>(m_workspaces.currentPlace()));
    for (int i = 0; i < kShortcutWorkspaces; ++i) {
        QAction* action = m_actions->find(QStringLiteral("actionWorkspace%1").arg(i + 1));
        action->setEnabled(i < names.size());
        if (i < names.size()) action->setText(tr("Workspace %1").arg(names[i]));
    }
    const QByteArray layout = m_workspaces.current().layout;
    if (layout.isEmpty() || !m_desk->restoreLayout(layout))
        m_desk->arrange(standardPlaces(m_workspaces.currentPlace()));
    // The evidence belongs to a flag, not to a layout.
    m_desk->showPane(kEvidencePane, m_interest.flag.has_value());
}

void MainWindow::keepWorkspace() {
    m_layoutTimer.stop();
    // Before the desk was on the screen its panes have no sizes worth keeping.
    if (m_desk->isVisible()) m_workspaces.keepLayout(m_desk->layoutState());
    if (const auto error = m_workspaces.save()) m_notice->setMessage(*error, Tone::Attention, *error);
}

void MainWindow::resetWorkspace() {
    m_desk->arrange(standardPlaces(m_workspaces.currentPlace()));
    m_desk->showPane(kEvidencePane, m_interest.flag.has_value());
}

void MainWindow::nameWorkspace() {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("workspaceName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New workspace"));
    dialog->setLabelText(tr("Name of the workspace"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        keepWorkspace();
        if (!m_workspaces.add(name)) {
            tell(tr("A workspace needs a name of its own, and there can be %1 of them.").arg(WorkspaceBook::kMost));
            return;
        }
        showWorkspace();
        keepWorkspace();
    });
    dialog->open();
}

void MainWindow::exportWorkspace() {
    keepWorkspace();
    auto* dialog =
        new QFileDialog(this, tr("Export this workspace"), m_workspaces.current().name + QStringLiteral(".json"),
                        tr("Workspaces (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        QSaveFile file(name);
        const QByteArray document = m_workspaces.exportCurrent();
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(document) == document.size() && file.commit();
        tell(written ? tr("Wrote %1").arg(name) : tr("Could not write %1: %2").arg(name, file.errorString()));
    });
    dialog->open();
}

void MainWindow::importWorkspace() {
    auto* dialog = new QFileDialog(this, tr("Import a workspace"), {}, tr("Workspaces (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        constexpr qint64 kLargest = 1'000'000;
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly) || file.size() > kLargest) {
            tell(tr("%1 could not be read.").arg(name));
            return;
        }
        keepWorkspace();
        if (const auto error = m_workspaces.import(file.readAll()))
            tell(*error);
        else
            showWorkspace();
    });
    dialog->open();
}

void MainWindow::setLocked(bool locked) {
    m_desk->setLocked(locked);
    tell(locked
             ? tr("The layout is locked.")
             : tr("Drag panes by their titles; double-click a title for a window of its own. “Lock or unlock the "
                  "layout” ends it."));
}

void MainWindow::openSettings(const QString& page) {
    if (m_settings == nullptr) {
        m_settings = new SettingsDialog(this);
        const QSettings settings(m_settingsFile, QSettings::IniFormat);
        auto* appearance = new AppearancePage(theme::readAppearance(settings));
        connect(appearance, &AppearancePage::changed, this, &MainWindow::changeAppearance);
        m_settings->addPage(appearance);
        if (m_settingsPages)
            for (SettingsPage* more : m_settingsPages()) m_settings->addPage(more);
        m_settings->addPage(new ShortcutPage(*m_actions));
    }
    if (!page.isEmpty()) m_settings->openPage(page);
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
}

void MainWindow::showShortcuts() {
    openSettings(tr("Shortcuts"));
}

void MainWindow::changeAppearance(const theme::Appearance& appearance) {
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    const theme::Appearance before = theme::readAppearance(settings);
    theme::keepAppearance(settings, appearance);
    theme::setMotionReduced(appearance.reduceMotion);
    if (before.scheme != appearance.scheme || before.directions != appearance.directions ||
        before.language != appearance.language || before.folding != appearance.folding)
        emit appearanceChanged();
}

}  // namespace ui
