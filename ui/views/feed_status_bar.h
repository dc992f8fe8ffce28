// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

/// The line at the bottom: every feed with its state, then lag, rates, gaps, drops, database and what the
/// feeds cannot show.
class FeedStatusBar final : public QWidget {
    Q_OBJECT
public:
    explicit FeedStatusBar(QWidget* parent = nullptr);

    void show(const core::pipeline::Snapshot& snapshot);
    void clear();
    /// Shows until when nothing is said outside of the window, Unix seconds; 0: things are said.
    void setSilentUntil(std::int64_t until);

signals:
    void healthRequested();
    /// Silence is to end.
    void soundRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* addLabel(const QString& id, const QString& name);
    void setCell(QLabel* label, const QString& text, const QString& toolTip, bool attention);
    void showFeeds(const core::pipeline::Health& health);

    QHBoxLayout* m_layout;
    QHBoxLayout* m_feedLayout;
    std::vector<QLabel*> m_feeds;
    QLabel* m_lag;
    QLabel* m_rate;
    QLabel* m_gaps;
    QLabel* m_drops;
    QLabel* m_undecoded;
    QLabel* m_database;
    QLabel* m_blind;
    QLabel* m_known;
    QToolButton* m_silence;
    std::int64_t m_silentUntil = 0;
};

}  // namespace ui
