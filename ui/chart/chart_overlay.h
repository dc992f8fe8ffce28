// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_people.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/indicator_track.h"
#include "ui/chart/pane_stack.h"

#include <QFont>
#include <QFontMetrics>
#include <QRegion>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace ui {

/// A stretch that is measured: bar index and price of both ends.
struct Measure {
    QPointF from;
    QPointF to;
    QString duration;
};

/// What moves without the bars: newest bucket, last-price line, crosshair, legends and notices.
struct OverlayState {
    QString title;  ///< "WIFHAT/SOL · 5s"
    QString quoteTicker;
    std::optional<QPointF> cursor;       ///< pixels; empty when the pointer is elsewhere
    std::optional<std::size_t> readBar;  ///< bar of the crosshair
    std::optional<double> lastPrice;
    bool lastUp = true;
    QString countdown;
    QString notice;  ///< shown in the middle of an empty chart
    QString watermark;
    QString scale;  ///< "manual", "log"
    std::optional<Measure> measure;
    std::vector<BarPeopleRow> people;  ///< who traded in the read bar
    bool help = false;
};

/// The legend line of a bar: O H L C, change, volume, buys and sells, time.
[[nodiscard]] QString barLegend(const Bar& bar, const QString& quoteTicker, const PriceDisplay& display = {});
/// "Δ +0.0₅12 (+3.1%) · 12 bars · 1m 0s".
[[nodiscard]] QString measureText(const Measure& measure, const PriceDisplay& display);
/// The keys of the chart, one a line: key, tab, what it does.
[[nodiscard]] QStringList chartKeys();

/// Paints the moving parts over the kept picture, and tells where they are, so that only that is repainted.
class ChartOverlay {
public:
    using Tracks = std::vector<std::unique_ptr<IndicatorTrack>>;
    /// Everything must outlive the overlay.
    ChartOverlay(const PaneStack& panes, const ChartScene& scene, const OverlayState& state, const Tracks& tracks);

    /// Paints what touches `dirty`.
    void draw(QPainter& painter, const QRegion& dirty) const;
    /// Where draw() paints as things are.
    [[nodiscard]] QRegion region() const;
    /// The part of it that another trade in the newest bucket changes.
    [[nodiscard]] QRegion tickRegion() const;
    void drawWatermark(QPainter& painter) const;

private:
    static constexpr int kLegendHeight = 17;  ///< pixels of a line
    static constexpr int kBoxRow = 16;
    static constexpr std::size_t kMostPeopleRows = 10;

    [[nodiscard]] const Bar* legendBar() const;
    [[nodiscard]] std::optional<double> lastPriceY() const;
    [[nodiscard]] QRect timeLabel() const;
    [[nodiscard]] QRect measureBox() const;
    [[nodiscard]] QRect peopleBox() const;
    [[nodiscard]] QRect helpBox() const;
    [[nodiscard]] QRect column() const;
    void drawNewest(QPainter& painter) const;
    void drawLastPrice(QPainter& painter) const;
    void drawCrosshair(QPainter& painter, const QRegion& dirty) const;
    void drawLegends(QPainter& painter, const QRegion& dirty) const;
    /// Draws `text` into `line` and moves its left edge behind it.
    void put(QPainter& painter, QRectF& line, const QString& text, const QColor& color, int gap) const;
    void drawTracksLegend(QPainter& painter, const ChartPane& pane, QRectF line,
                          core::indicator::Place place) const;
    void drawMeasure(QPainter& painter) const;
    void drawPeople(QPainter& painter) const;
    void drawHelp(QPainter& painter) const;
    void drawAxisLabel(QPainter& painter, double y, const QString& text, const QColor& fill,
                       const QColor& ink) const;
    [[nodiscard]] const ChartPane* paneOf(const IndicatorTrack& track) const;
    [[nodiscard]] QRect lastPriceLabel(double y) const;
    [[nodiscard]] QRect legendBox(const ChartPane& pane) const;

    const PaneStack& m_panes;
    const ChartScene& m_scene;
    const OverlayState& m_state;
    const Tracks& m_tracks;
    QFont m_font;  ///< made once: looking a font up costs more than a word in it
    QFont m_boldFont;
    QFont m_smallFont;
    QFontMetrics m_metrics;
    QFontMetrics m_boldMetrics;
    int m_timeWidth;  ///< of a date and time, with room
};

}  // namespace ui
