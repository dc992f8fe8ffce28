// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings_page.h"

class QKeySequenceEdit;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class ActionBook;

/// Every action with its shortcut; a shortcut that another action has is refused by that action's name. Thread:
/// GUI.
class ShortcutPage final : public SettingsPage {
    Q_OBJECT
public:
    /// `book` must outlive the page.
    explicit ShortcutPage(ActionBook& book, QWidget* parent = nullptr);
    int filter(const QString& text) override;
    void reset() override;

private:
    void fill();
    void choose(const QTreeWidgetItem* item);
    void take();

    ActionBook& m_book;
    QTreeWidget* m_tree;
    QKeySequenceEdit* m_keys;
    QLabel* m_answer;
};

}  // namespace ui
