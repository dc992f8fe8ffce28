// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reliability.h"

#include <QString>
#include <QWidget>

class QCustomPlot;
class QLabel;

namespace ui {

/// Stated confidence against what happened, and how both went by week; the same in words as the description. With
/// too few cases it says so and draws no curve. Thread: GUI.
class ReliabilityPlot final : public QWidget {
    Q_OBJECT
public:
    explicit ReliabilityPlot(QWidget* parent = nullptr);
    /// `few`: what is said where there are too few cases.
    void show(const core::review::Reliability& shown, const QString& few);
    using QWidget::show;
    /// Whether a curve is drawn.
    [[nodiscard]] bool drawn() const;
    /// Every point in words, a line each.
    [[nodiscard]] static QString words(const core::review::Reliability& shown);

private:
    void drawCurve(const core::review::Reliability& shown);
    void drawWeeks(const core::review::Reliability& shown);

    QLabel* m_few;
    QWidget* m_plots;
    QCustomPlot* m_curve;
    QCustomPlot* m_weeks;
};

}  // namespace ui
