// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/candle_chart.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace ui {

/// One, two or four charts beside each other with one crosshair: the time under the pointer is marked on all
/// of them. A window of its own when it has no parent. Thread: GUI.
class ChartGrid final : public QWidget {
    Q_OBJECT
public:
    explicit ChartGrid(QWidget* parent = nullptr);

    /// 1, 2 or 4; charts that go lose their token.
    void setCount(std::size_t count);
    [[nodiscard]] const std::vector<CandleChart*>& charts() const { return m_charts; }

private:
    void link(CandleChart* source, double unixSeconds);

    QGridLayout* m_layout;
    std::vector<CandleChart*> m_charts;
};

}  // namespace ui
