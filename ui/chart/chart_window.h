// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

class CandleChart;

/// Opens a window with a chart that follows `source`: same token and bars, one crosshair, the same drawings where
/// `source` has a store; zoom, style and indicators are its own. Closes with `source`. Thread: GUI.
QWidget* openChartWindow(CandleChart& source);

}  // namespace ui
