// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

class QAction;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace ui {

/// The line at the top: search box, LIVE / REPLAY / SIMULATED badge with the chain's clock, session menu.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    /// Adds an action to the session menu.
    void addSessionAction(QAction* action);
    /// The menu behind the button at the right end.
    [[nodiscard]] QMenu& menu() const;
    void setSessionTitle(const QString& title);
    void show(const core::pipeline::Snapshot& snapshot);
    void clear();
    /// The workspaces as buttons, the current one marked.
    void setWorkspaces(const QStringList& names, int current);
    /// What a replay does beside playing ("paused"); stands in the badge. Empty: nothing.
    void setReplayState(const QString& state);
    /// Alerts that came since the list of them was looked at; 0 hides the bell's number.
    void setUnread(std::uint64_t alerts);
    /// Puts the focus into the search box with its text selected.
    void focusSearch();
    using QWidget::show;

signals:
    void searchSubmitted(const QString& text);
    void workspaceChosen(int place);
    /// The bell was pressed.
    void alertsAsked();
    /// The search box was left with Escape.
    void searchLeft();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_search;
    void showBadge();

    QString m_clock;   ///< the badge without the replay's state
    QString m_replay;  ///< that state
    QLabel* m_badge;
    QLabel* m_session;
    QToolButton* m_bell;
    std::uint64_t m_unread = 0;
    QToolButton* m_menuButton;
    QButtonGroup* m_workspaces;
    QHBoxLayout* m_workspaceRow;
};

}  // namespace ui
