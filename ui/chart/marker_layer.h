// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/marker_groups.h"
#include "ui/chart/pane_stack.h"

#include <map>
#include <memory>
#include <optional>

namespace ui {

/// Draws the markers and the event lane over the price pane.
class MarkerLayer final : public QCPLayerable {
public:
    /// Everything must outlive the layer.
    MarkerLayer(QCustomPlot* plot, const ChartPane& pane, const ChartScene& scene);

    void setPeople(std::shared_ptr<const ChartPeople> people);
    [[nodiscard]] const ChartPeople* people() const { return m_people.get(); }
    [[nodiscard]] const MarkerFilter& filter() const { return m_filter; }
    void setShown(MarkerKind kind, bool shown) { m_filter.shown[static_cast<std::size_t>(kind)] = shown; }
    void setLaneShown(bool shown) { m_laneShown = shown; }
    [[nodiscard]] bool laneShown() const { return m_laneShown; }
    /// Dims the markers of everybody else; 0 dims nobody.
    void setHighlight(std::uint32_t cluster) { m_highlight = cluster; }

    /// Groups what is in view; before each draw of a new view.
    void prepare(const ChartViewport& view, const TimeMap& times);
    [[nodiscard]] const std::vector<MarkerGroup>& groups() const { return m_groups; }
    [[nodiscard]] const MarkerGroup* groupAt(const QPointF& at) const;
    [[nodiscard]] QPointF position(const MarkerGroup& group) const;
    /// Lines for the list of a group or of the lane's events at a place; empty when nothing is there.
    [[nodiscard]] QString textAt(const QPointF& at) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;
    [[nodiscard]] QRect clipRect() const override;

private:
    struct LaneMark {
        double x = 0;
        std::vector<std::size_t> events;
    };
    [[nodiscard]] QColor colorOf(const MarkerGroup& group) const;
    const QImage& glyph(const QColor& color, const QString& text, bool diamond, bool hollow);
    void prepareLane(const ChartViewport& view, const TimeMap& times);
    void drawLane(QCPPainter* painter);

    const ChartPane& m_pane;
    const ChartScene& m_scene;
    std::shared_ptr<const ChartPeople> m_people;
    MarkerFilter m_filter;
    bool m_laneShown = true;
    std::uint32_t m_highlight = 0;
    std::vector<MarkerGroup> m_groups;
    std::vector<LaneMark> m_lane;
    std::map<QString, QImage> m_glyphs;  ///< drawn once for each look
    double m_glyphRatio = 0;
};

}  // namespace ui
