// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

/// The 26-pixel head of a pane: a title in capitals and notes beside it.
class PaneHead final : public QWidget {
    Q_OBJECT
public:
    explicit PaneHead(const QString& title, QWidget* parent = nullptr);
    /// Adds a plain-text label after the title.
    QLabel* addNote(const QString& objectName);
    /// Adds a control at the right end.
    void addControl(QWidget* control);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_layout;
};

}  // namespace ui
