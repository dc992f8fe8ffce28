// SPDX-License-Identifier: GPL-3.0-or-later
// What a new user does once, told from the state of the window.
#include "ui/labels/label_store.h"
#include "ui/shell/action_book.h"
#include "ui/views/first_run_page.h"
#include "ui/views/first_steps.h"
#include "ui/views/main_window.h"

#include <QAction>
#include <QDialog>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

QString keyOf(FirstSteps::Step step) {
    return QStringLiteral("firstSteps/%1").arg(static_cast<int>(step));
}

}  // namespace

void MainWindow::buildSteps() {
    m_actions->add(QStringLiteral("actionFirstSteps"), tr("View"), tr("First steps"), {},
                   [this] { showFirstSteps(); });
    connect(m_labels, &LabelStore::changed, this, [this] { refreshSteps(m_firstRun->steps()); });
    connect(&m_firstRun->steps(), &FirstSteps::stepAsked, this, &MainWindow::takeStep);
    refreshSteps(m_firstRun->steps());
}

void MainWindow::refreshSteps(FirstSteps& steps) const {
    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    for (const auto step : {FirstSteps::Connect, FirstSteps::Notification})
        steps.setDone(step, settings.value(keyOf(step)).toBool());
    steps.setDone(FirstSteps::Watch, !m_labels->book().watched().empty());
    const bool ruled =
        m_rules != nullptr &&
        std::any_of(m_rules->rules().begin(), m_rules->rules().end(), [](const bridge::RuleState& rule) {
            return rule.origin != bridge::RuleState::Origin::Shipped;
        });
    steps.setDone(FirstSteps::Rule, ruled);
}

void MainWindow::noteConnected() {
    noteStep(FirstSteps::Connect);
}

void MainWindow::noteNotified() {
    noteStep(FirstSteps::Notification);
}

void MainWindow::noteStep(int step) {
    if (m_firstRun->steps().done(static_cast<FirstSteps::Step>(step))) return;
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(keyOf(static_cast<FirstSteps::Step>(step)), true);
    settings.sync();
    refreshSteps(m_firstRun->steps());
}

void MainWindow::takeStep(int step) {
    // The desk is there while something runs.
    const bool needsDesk = step == FirstSteps::Watch || step == FirstSteps::Rule;
    if (needsDesk && m_sessionState != bridge::SessionState::Running && m_host.hasBundled()) openBundled();
    switch (step) {
        case FirstSteps::Connect: connectLive(); break;
        case FirstSteps::Watch: m_actions->find(QStringLiteral("actionWatchlist"))->trigger(); break;
        case FirstSteps::Rule:
            if (m_rules != nullptr) openRules({});
            break;
        default: openSettings(tr("Alerts")); break;
    }
}

void MainWindow::showFirstSteps() {
    auto* dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("firstStepsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("First steps"));
    auto* steps = new FirstSteps;
    refreshSteps(*steps);
    connect(steps, &FirstSteps::stepAsked, dialog, [this, dialog](FirstSteps::Step step) {
        dialog->accept();
        takeStep(step);
    });
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(steps);
    dialog->open();
}

}  // namespace ui
