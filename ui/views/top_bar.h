// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

/// The line at the top: search box, LIVE / REPLAY / SIMULATED badge with the chain's clock, session menu.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    /// Adds an action to the session menu.
    void addSessionAction(QAction* action);
    void setSessionTitle(const QString& title);
    void show(const core::pipeline::Snapshot& snapshot);
    void clear();
    /// Puts the focus into the search box with its text selected.
    void focusSearch();
    using QWidget::show;

signals:
    void searchSubmitted(const QString& text);
    /// The search box was left with Escape.
    void searchLeft();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_search;
    QLabel* m_badge;
    QLabel* m_session;
    QToolButton* m_menuButton;
};

}  // namespace ui
