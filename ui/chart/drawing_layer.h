// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/drawing_book.h"
#include "ui/chart/pane_stack.h"
#include "ui/chart/price_display.h"
#include "ui/chart/time_map.h"

#include <optional>

namespace ui {

/// What of a drawing is under the pointer.
struct DrawingHit {
    std::uint64_t id = 0;
    std::optional<std::size_t> handle;  ///< a point of it; else its body
};

/// Draws the drawings over the price pane and finds them under the pointer.
class DrawingLayer final : public QCPLayerable {
public:
    /// Everything must outlive the layer.
    DrawingLayer(QCustomPlot* plot, const ChartPane& pane, const PriceDisplay& display);

    /// What is drawn from here on; null: nothing.
    void setBook(const DrawingBook* book) { m_book = book; }
    void setTimes(const TimeMap* times) { m_times = times; }
    void select(std::optional<std::uint64_t> id) { m_selected = id; }
    [[nodiscard]] std::optional<std::uint64_t> selected() const { return m_selected; }
    /// Stands in for the drawing of its id, or for a new one (id 0), while it is moved.
    void setEdited(std::optional<Drawing> drawing) { m_edited = std::move(drawing); }
    [[nodiscard]] const std::optional<Drawing>& edited() const { return m_edited; }
    void setShown(bool shown) { m_shown = shown; }
    [[nodiscard]] bool shown() const { return m_shown; }

    [[nodiscard]] std::optional<DrawingHit> hit(const QPointF& at) const;
    [[nodiscard]] QPointF pixel(const DrawingPoint& point) const;
    [[nodiscard]] DrawingPoint point(const QPointF& pixel) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;
    [[nodiscard]] QRect clipRect() const override;

private:
    void drawOne(QCPPainter* painter, const Drawing& drawing, bool selected) const;
    void drawPriceTag(QCPPainter* painter, double price, const QColor& color) const;
    [[nodiscard]] double distance(const Drawing& drawing, const QPointF& at) const;
    [[nodiscard]] QRectF noteBox(const Drawing& drawing) const;
    [[nodiscard]] QLineF line(const Drawing& drawing) const;

    const ChartPane& m_pane;
    const DrawingBook* m_book = nullptr;
    const PriceDisplay& m_display;
    const TimeMap* m_times = nullptr;
    std::optional<std::uint64_t> m_selected;
    std::optional<Drawing> m_edited;
    bool m_shown = true;
};

}  // namespace ui
