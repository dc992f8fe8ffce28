// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the alert rules: the bench, what is wrong with them, and the user's lists that they speak of.
#include "ui/labels/label_lists.h"
#include "ui/labels/label_store.h"
#include "ui/rules/backtest_pane.h"
#include "ui/rules/rule_bench.h"
#include "ui/views/alert_view.h"
#include "ui/views/banner.h"
#include "ui/views/first_run_page.h"
#include "ui/views/main_window.h"

namespace ui {

void MainWindow::setRules(bridge::RuleDesk& rules) {
    m_rules = &rules;
    const auto takeLists = [this] { m_rules->setLists(listsOf(m_labels->book())); };
    const auto showTrouble = [this] {
        const QString trouble = m_rules->trouble();
        m_rulesTrouble->setMessage(trouble, Tone::Bad, trouble);
    };
    connect(m_labels, &LabelStore::changed, this, takeLists);
    connect(m_rules, &bridge::RuleDesk::changed, this, showTrouble);
    connect(m_rules, &bridge::RuleDesk::said, this, &MainWindow::tell);
    connect(m_alerts, &AlertView::ruleAsked, this, &MainWindow::openRules);
    connect(m_rules, &bridge::RuleDesk::changed, this, [this] { refreshSteps(m_firstRun->steps()); });
    takeLists();
    showTrouble();
    refreshSteps(m_firstRun->steps());
}

void MainWindow::openRules(const QString& id) {
    if (m_rules == nullptr) {
        tell(tr("This window has no rules of its own."));
        return;
    }
    if (m_bench == nullptr) {
        m_bench = new RuleBench(*m_rules, m_settingsFile, this);
        if (m_backtests != nullptr) m_bench->backtest().setDesk(*m_backtests);
        connect(&m_bench->backtest(), &BacktestPane::replayAsked, this, &MainWindow::replayExample);
        connect(m_bench, &RuleBench::soundAsked, this, &MainWindow::soundAsked);
        m_bench->setSounds(m_sounds);
    }
    if (!id.isEmpty()) m_bench->openRule(id);
    m_bench->show();
    m_bench->raise();
    m_bench->activateWindow();
}

void MainWindow::replayExample(const QString& recording, const core::Alert& alert) {
    bridge::ReplayDesk* desk = m_host.replayDesk();
    if (desk == nullptr) {
        tell(tr("Nothing can be replayed in this session."));
        return;
    }
    core::pipeline::ReplayTarget target;
    if (alert.slot)
        target.slot = alert.slot->value();
    else if (alert.time)
        target.time = alert.time->value();
    if (recording.isEmpty()) {
        // What is stored is found by its time.
        if (!alert.time) return;
        constexpr std::int64_t kAround = 1'800;
        target = {.time = alert.time->value(), .slot = std::nullopt, .progress = std::nullopt};
        openPast({*target.time - kAround, *target.time + kAround, target, alert.mint});
    } else {
        m_host.openRecording(std::filesystem::path(recording.toStdU16String()), 1);
        desk->pause();
        desk->jump(target);
    }
    m_tokenChosen = false;
    if (alert.mint) openToken(*alert.mint);
    refresh();
    raise();
    activateWindow();
}

}  // namespace ui
