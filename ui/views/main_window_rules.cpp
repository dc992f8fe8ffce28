// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the alert rules: what is wrong with them, and the user's lists that they speak of.
#include "ui/labels/label_lists.h"
#include "ui/labels/label_store.h"
#include "ui/views/banner.h"
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
    takeLists();
    showTrouble();
}

}  // namespace ui
