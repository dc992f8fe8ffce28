// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_page.h"

#include "ui/shell/action_book.h"
#include "ui/theme/palette.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

ShortcutPage::ShortcutPage(ActionBook& book, QWidget* parent)
    : SettingsPage(tr("Shortcuts"), parent),
      m_book(book),
      m_tree(new QTreeWidget),
      m_keys(new QKeySequenceEdit),
      m_answer(new QLabel) {
    m_tree->setObjectName(QStringLiteral("shortcutTree"));
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({tr("Action"), tr("Group"), tr("Shortcut")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->setMinimumHeight(260);
    m_keys->setObjectName(QStringLiteral("shortcutKeys"));
    m_keys->setAccessibleName(tr("New shortcut of the chosen action"));
    m_answer->setObjectName(QStringLiteral("shortcutAnswer"));
    m_answer->setWordWrap(true);
    auto* set = new QPushButton(tr("Set"));
    set->setObjectName(QStringLiteral("shortcutSet"));
    auto* none = new QPushButton(tr("None"));
    none->setObjectName(QStringLiteral("shortcutNone"));
    none->setToolTip(tr("Takes the shortcut away"));
    auto* field = new QWidget;
    auto* layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_keys, 1);
    row->addWidget(set);
    row->addWidget(none);
    layout->addLayout(row);
    layout->addWidget(m_answer);
    addRow(tr("Actions"), field);
    fill();
    connect(&m_book, &ActionBook::shortcutsChanged, this, &ShortcutPage::fill);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) { choose(item); });
    connect(set, &QPushButton::clicked, this, &ShortcutPage::take);
    connect(none, &QPushButton::clicked, this, [this] {
        m_keys->clear();
        take();
    });
}

void ShortcutPage::fill() {
    const QString current =
        m_tree->currentItem() ? m_tree->currentItem()->data(0, Qt::UserRole).toString() : QString();
    m_tree->clear();
    for (const ActionBook::Entry& entry : m_book.entries()) {
        auto* item = new QTreeWidgetItem(m_tree, {entry.action->text(), entry.group,
                                                  entry.action->shortcut().toString(QKeySequence::NativeText)});
        item->setData(0, Qt::UserRole, entry.action->objectName());
        if (entry.action->shortcut() != entry.standard) item->setForeground(2, theme::palette().attention);
        if (entry.action->objectName() == current) m_tree->setCurrentItem(item);
    }
}

void ShortcutPage::choose(const QTreeWidgetItem* item) {
    m_answer->clear();
    const QAction* action = item ? m_book.find(item->data(0, Qt::UserRole).toString()) : nullptr;
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
}

void ShortcutPage::take() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (item == nullptr) {
        m_answer->setText(tr("Choose an action first."));
        return;
    }
    const QString id = item->data(0, Qt::UserRole).toString();
    const QKeySequence keys = m_keys->keySequence();
    if (const ActionBook::Entry* other = m_book.holder(keys, id)) {
        m_answer->setText(tr("%1 is the shortcut of “%2”. Take it away there first.")
                              .arg(keys.toString(QKeySequence::NativeText), other->action->text()));
        return;
    }
    m_answer->clear();
    (void)m_book.setShortcut(id, keys);
}

int ShortcutPage::filter(const QString& text) {
    const bool whole = text.isEmpty() || title().contains(text, Qt::CaseInsensitive);
    int shown = 0;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_tree->topLevelItem(i);
        bool wanted = whole;
        for (int column = 0; column < 3; ++column)
            wanted = wanted || item->text(column).contains(text, Qt::CaseInsensitive);
        item->setHidden(!wanted);
        shown += wanted ? 1 : 0;
    }
    return shown;
}

void ShortcutPage::reset() {
    m_answer->clear();
    m_book.resetShortcuts();
}

}  // namespace ui
