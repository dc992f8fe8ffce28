// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/notifier.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui {

/// A grave alert, large in the middle of the window until it is opened or put away; further ones wait behind it and
/// are counted. It takes no focus. Thread: GUI.
class AlertCard final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 20;  ///< further ones are in the list alone

    explicit AlertCard(QWidget* window);
    void show(const bridge::Notice& notice);
    using QWidget::show;
    /// What its buttons do, for shortcuts; nothing while there is none.
    void openCurrent();
    void putAway();
    [[nodiscard]] std::size_t count() const { return m_notices.size(); }

signals:
    /// "open" or "mute".
    void acted(const QString& key, const QString& action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void act(const char* action);
    void next();
    void place();

    std::vector<bridge::Notice> m_notices;  ///< the first is shown
    QLabel* m_title;
    QLabel* m_body;
    QLabel* m_more;
};

}  // namespace ui
