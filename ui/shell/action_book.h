// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QAction;
class QSettings;
class QWidget;

namespace ui {

/// Every action of the window by name, with the shortcut it came with and the one the user gave it. No two enabled
/// actions share a shortcut. Thread: GUI.
class ActionBook final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QAction* action = nullptr;  ///< its object name is the id
        QString group;              ///< "Session", "View": how lists are ordered
        QKeySequence standard;
    };

    /// Shortcuts work wherever the focus is inside `window`, which gets the actions.
    explicit ActionBook(QWidget* window);

    /// Adds an action; `id` is unique.
    QAction* add(const QString& id, const QString& group, const QString& text, const QKeySequence& standard,
                 std::function<void()> run);
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] QAction* find(const QString& id) const;

    /// The action that has this shortcut, other than `id`; null when it is free.
    [[nodiscard]] const Entry* holder(const QKeySequence& keys, const QString& id) const;
    /// Gives an action a shortcut, or none. False when another has it; nothing changes then.
    bool setShortcut(const QString& id, const QKeySequence& keys);
    /// Everything as it came.
    void resetShortcuts();
    /// Keeps and takes what differs from the standard; a shortcut that another action has by now is passed over.
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

signals:
    void shortcutsChanged();

private:
    QWidget* m_window;
    std::vector<Entry> m_entries;
};

}  // namespace ui
