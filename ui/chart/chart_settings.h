// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_scene.h"
#include "ui/chart/marker_groups.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace ui {

struct IndicatorSetting {
    QString kind;  ///< id of the registry
    std::vector<double> parameters;
    bool visible = true;
};

/// How charts look; the same for every token.
struct ChartSettings {
    BarStyle style = BarStyle::Candles;
    PriceScale scale = PriceScale::Linear;
    ZoomAnchor anchor = ZoomAnchor::Automatic;
    bool marketCap = false;
    bool dollars = false;
    bool fillGaps = false;  ///< quiet times as flat bars
    bool joined = false;    ///< bars open at the close before
    bool magnet = false;    ///< crosshair and anchors snap to open, high, low, close
    bool volume = true;
    bool people = true;  ///< the pane of positions
    bool lane = true;
    bool drawings = true;
    MarkerFilter markers;
    std::vector<IndicatorSetting> indicators;
    QJsonObject weights;  ///< of panes

    [[nodiscard]] QByteArray toJson() const;
    /// What cannot be read stays standard.
    [[nodiscard]] static ChartSettings fromJson(const QByteArray& json);
};

}  // namespace ui
