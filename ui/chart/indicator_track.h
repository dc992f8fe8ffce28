// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicator/registry.h"
#include "ui/chart/bar_pyramid.h"
#include "ui/chart/chart_people.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/pane_scale.h"

#include <QColor>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace ui {

/// An indicator over the bars of the chart: its values, its name and how it is drawn. Thread: GUI.
class IndicatorTrack {
public:
    IndicatorTrack(const core::indicator::Kind& kind, std::span<const double> parameters, QString id,
                   std::size_t color);

    [[nodiscard]] const core::indicator::Kind& kind() const { return *m_kind; }
    [[nodiscard]] const std::vector<double>& parameters() const { return m_parameters; }
    void setParameters(std::span<const double> parameters);
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] bool visible() const { return m_visible; }
    void setVisible(bool visible) { m_visible = visible; }
    /// "EMA 20", "MACD 12 26 9".
    [[nodiscard]] QString title() const;
    [[nodiscard]] QColor color(std::size_t line) const;

    /// Follows `bars`, of which those from `firstChanged` on are new. Cost: the changed bars; all of them when a
    /// closed bar changed or `samples` are others than before.
    void update(const BarPyramid& bars, std::size_t firstChanged, const std::vector<HolderSample>* samples);
    /// Unknown while warming up.
    [[nodiscard]] double at(std::size_t line, std::size_t bar) const;
    [[nodiscard]] std::size_t size() const { return m_values.front().size(); }
    /// Lowest and highest value at the drawn bars, also zero where bars stand on it.
    [[nodiscard]] std::optional<std::pair<double, double>> range(const std::vector<DrawnBar>& bars) const;

    /// Draws the lines at bars [first, last) of the scene's raw bars, from the bar before on.
    void paint(QPainter& painter, const PaneScale& scale, const ChartScene& scene, std::size_t first,
               std::size_t last) const;

private:
    void restart();

    const core::indicator::Kind* m_kind;
    std::vector<double> m_parameters;
    QString m_id;
    std::size_t m_color;
    bool m_visible = true;
    std::unique_ptr<core::indicator::Indicator> m_indicator;
    std::array<BlockArray<double>, core::indicator::kMostLines> m_values;
    std::size_t m_closed = 0;  ///< bars the indicator has behind it
    const std::vector<HolderSample>* m_samples = nullptr;
    std::size_t m_sampleCount = 0;
};

}  // namespace ui
