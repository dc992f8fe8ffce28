// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/action_book.h"

#include <QAction>
#include <QSettings>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr QLatin1String kGroup("shortcuts/");

}  // namespace

ActionBook::ActionBook(QWidget* window) : QObject(window), m_window(window) {}

QAction* ActionBook::add(const QString& id, const QString& group, const QString& text, const QKeySequence& standard,
                         std::function<void()> run) {
    Q_ASSERT(find(id) == nullptr);
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcut(standard);
    action->setShortcutContext(Qt::WindowShortcut);
    m_window->addAction(action);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_entries.push_back({action, group, standard});
    return action;
}

QAction* ActionBook::find(const QString& id) const {
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const Entry& one) { return one.action->objectName() == id; });
    return entry == m_entries.end() ? nullptr : entry->action;
}

const ActionBook::Entry* ActionBook::holder(const QKeySequence& keys, const QString& id) const {
    if (keys.isEmpty()) return nullptr;
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& one) {
        return one.action->objectName() != id && one.action->shortcut() == keys;
    });
    return entry == m_entries.end() ? nullptr : &*entry;
}

bool ActionBook::setShortcut(const QString& id, const QKeySequence& keys) {
    QAction* action = find(id);
    if (action == nullptr || holder(keys, id) != nullptr) return false;
    action->setShortcut(keys);
    emit shortcutsChanged();
    return true;
}

void ActionBook::resetShortcuts() {
    for (const Entry& entry : m_entries) entry.action->setShortcut(entry.standard);
    emit shortcutsChanged();
}

void ActionBook::save(QSettings& settings) const {
    settings.remove(kGroup.left(kGroup.size() - 1));
    for (const Entry& entry : m_entries)
        if (entry.action->shortcut() != entry.standard)
            settings.setValue(kGroup + entry.action->objectName(),
                              entry.action->shortcut().toString(QKeySequence::PortableText));
}

void ActionBook::restore(const QSettings& settings) {
    for (const Entry& entry : m_entries) {
        const QString id = entry.action->objectName();
        const QVariant kept = settings.value(kGroup + id);
        if (!kept.isValid()) continue;
        (void)setShortcut(id, QKeySequence::fromString(kept.toString(), QKeySequence::PortableText));
    }
}

}  // namespace ui
