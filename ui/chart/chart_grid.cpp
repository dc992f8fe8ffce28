// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_grid.h"

#include <QGridLayout>

#include <algorithm>
#include <cmath>

namespace ui {

ChartGrid::ChartGrid(QWidget* parent) : QWidget(parent), m_layout(new QGridLayout(this)) {
    setObjectName(QStringLiteral("chartGrid"));
    setAccessibleName(tr("Charts beside each other"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    setCount(1);
}

void ChartGrid::setCount(std::size_t count) {
    const std::size_t wanted = count >= 4 ? 4 : count >= 2 ? 2 : 1;
    while (m_charts.size() > wanted) {
        delete m_charts.back();
        m_charts.pop_back();
    }
    while (m_charts.size() < wanted) {
        auto* chart = new CandleChart;
        chart->setObjectName(QStringLiteral("candleChart%1").arg(m_charts.size() + 1));
        connect(chart, &CandleChart::crosshairMoved, this, [this, chart](double time) { link(chart, time); });
        m_charts.push_back(chart);
    }
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        m_layout->addWidget(m_charts[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
}

void ChartGrid::link(CandleChart* source, double unixSeconds) {
    for (CandleChart* chart : m_charts)
        if (chart != source)
            chart->showCrosshairAt(std::isnan(unixSeconds) ? std::nullopt : std::optional<double>(unixSeconds));
}

}  // namespace ui
