// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_scene.h"
#include "ui/chart/indicator_track.h"
#include "ui/chart/pane_stack.h"

namespace ui {

/// What the plottables of the chart share: they draw the settled bars of the scene, the newest bucket is the
/// overlay's; they are never selected.
class ScenePlottable : public QCPAbstractPlottable {
public:
    /// Pane and scene must outlive the plottable.
    ScenePlottable(const ChartPane& pane, const ChartScene& scene);
    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& keys) const override;

protected:
    [[nodiscard]] const ChartScene& scene() const { return m_scene; }
    [[nodiscard]] PaneScale scale() const;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    const ChartScene& m_scene;
};

/// Price bars in the style of the scene.
class PricePlottable final : public ScenePlottable {
public:
    using ScenePlottable::ScenePlottable;

protected:
    void draw(QCPPainter* painter) override;
};

/// Volume, bought part below, sold part above it.
class VolumePlottable final : public ScenePlottable {
public:
    using ScenePlottable::ScenePlottable;

protected:
    void draw(QCPPainter* painter) override;
};

/// The lines of an indicator, with its guides.
class TrackPlottable final : public ScenePlottable {
public:
    /// `track` must outlive the plottable too.
    TrackPlottable(const ChartPane& pane, const ChartScene& scene, const IndicatorTrack& track)
        : ScenePlottable(pane, scene), m_track(track) {}

protected:
    void draw(QCPPainter* painter) override;

private:
    const IndicatorTrack& m_track;
};

}  // namespace ui
