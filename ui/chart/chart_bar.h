// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QToolButton;

namespace ui {

class CandleChart;

/// The tools of a chart in one row: style, price or market cap, currency, scale, indicators, drawing, what is
/// shown, picture; and a chip for each cluster, which points it out. Thread: GUI.
class ChartBar final : public QWidget {
    Q_OBJECT
public:
    /// `chart` must outlive the bar.
    explicit ChartBar(CandleChart& chart, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addToggle(const QString& name, const QString& text, const QString& tip);
    QToolButton* addMenu(const QString& name, const QString& text, void (*fill)(class QMenu&, CandleChart&));
    void follow();
    void followClusters();
    /// Shows as many cluster chips as there is room for: the tools and the window's other columns come first.
    void fitClusters();

    CandleChart& m_chart;
    QHBoxLayout* m_row;
    QWidget* m_chipArea;
    QHBoxLayout* m_chips;
    QToolButton* m_marketCap;
    QToolButton* m_dollars;
    QToolButton* m_logarithmic;
    QToolButton* m_percent;
    QToolButton* m_draw = nullptr;
    std::vector<QToolButton*> m_clusters;
};

}  // namespace ui
