// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

class QMenu;
class QWidget;

namespace ui {

class CandleChart;

/// What is under the pointer when a menu opens.
struct ChartMenuPlace {
    QString pane;
    std::optional<std::int64_t> barFrom;  ///< Unix seconds
    std::int64_t barUntil = 0;
    std::optional<double> price;
    bool onDrawing = false;
};

/// The menus of a chart. Object names of actions are the handles of tests. The caller owns the menu.
[[nodiscard]] QMenu* makeChartMenu(CandleChart& chart, const ChartMenuPlace& place);
void fillStyleMenu(QMenu& menu, CandleChart& chart);
void fillScaleMenu(QMenu& menu, CandleChart& chart);
void fillIndicatorMenu(QMenu& menu, CandleChart& chart);
void fillDrawMenu(QMenu& menu, CandleChart& chart);
void fillShowMenu(QMenu& menu, CandleChart& chart);

/// Asks for the numbers of an indicator. Not modal; deletes itself.
void editIndicator(CandleChart& chart, const QString& id);

}  // namespace ui
