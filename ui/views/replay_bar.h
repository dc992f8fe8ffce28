// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/bridge/replay_desk.h"
#include "ui/models/replay_bookmarks.h"
#endif

#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QSlider;
class QToolButton;

namespace ui {

class ActionBook;

/// The transport of a replay: play and pause, steps, runs to the next flag or alert, speed, position, jump to a
/// time, bookmarks. Hidden while nothing is replayed. Keys: Space, left and right a slot, with Shift ten,
/// unless the chart or the map has the focus, whose arrows these are. At the end it says what to do next.
class ReplayBar final : public QWidget {
    Q_OBJECT
public:
    /// `desk` may be null: then the bar stays hidden. Bookmarks are kept in `bookmarkFile`.
    ReplayBar(bridge::ReplayDesk* desk, const QString& bookmarkFile, QWidget* parent = nullptr);

    /// Puts what can be done into the window's actions; they work only while something is replayed.
    void addActions(ActionBook& book);
    /// Shows where the replay stands; the window's timer calls it.
    void refresh();
    /// "paused", "to the next flag" …, for the badge; empty while it simply plays or nothing does.
    [[nodiscard]] QString stateText() const;
    /// Whether a recording is played that has to run, or stand still, without pictures: what is shown is older.
    [[nodiscard]] bool running() const;
    void togglePause();
    void step(int count);
    [[nodiscard]] const ReplayBookmarks& bookmarks() const { return m_bookmarks; }
    /// Whether what is live can be gone on to when a recording has ended; it can unless it is said otherwise.
    void setLiveOffered(bool offered) { m_liveOffered = offered; }

signals:
    /// The recording has ended, and what happens now is to be seen.
    void liveAsked();
    /// Something worth a line on the screen.
    void said(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildWidgets();
    void showState(const core::pipeline::ReplayState& state);
    void showEnd(bool ended);
    void jumpToTyped();
    void addBookmark();
    void fillBookmarkMenu(QMenu& menu);
    [[nodiscard]] QString recording() const;

    bridge::ReplayDesk* m_desk;
    ReplayBookmarks m_bookmarks;
    std::optional<core::pipeline::ReplayState> m_state;
    std::vector<QAction*> m_actions;
    QToolButton* m_back = nullptr;
    QToolButton* m_play = nullptr;
    QToolButton* m_forward = nullptr;
    QToolButton* m_flag = nullptr;
    QToolButton* m_alert = nullptr;
    QComboBox* m_speed = nullptr;
    QSlider* m_position = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_cancel = nullptr;
    QLabel* m_where = nullptr;
    QLineEdit* m_time = nullptr;
    QToolButton* m_marks = nullptr;
    QLabel* m_endText = nullptr;
    QToolButton* m_again = nullptr;
    QToolButton* m_live = nullptr;
    bool m_liveOffered = true;
};

/// The Unix second of a typed moment: "14:22:07" on the day of `near`, or with a date "2026-11-23 14:22:07", UTC.
/// Nothing when it is none.
[[nodiscard]] std::optional<std::int64_t> typedTime(const QString& text, std::int64_t near);

}  // namespace ui
