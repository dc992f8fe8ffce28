// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

/// Figures beside each other, each under its name. Thread: GUI.
class FactRow final : public QWidget {
    Q_OBJECT
public:
    explicit FactRow(QWidget* parent = nullptr);
    /// A figure; `meaning` is its tooltip.
    QLabel* add(const QString& objectName, const QString& caption, const QString& meaning = {});
    void finish();

private:
    QHBoxLayout* m_row;
};

/// Shows a figure in the colour of its sign; dim when `known` is false.
void showFact(QLabel& label, const QString& text, double sign = 0, bool known = true);

}  // namespace ui
