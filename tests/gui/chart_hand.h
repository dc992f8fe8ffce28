// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_market.h"
#include "ui/chart/candle_chart.h"

#include <QTest>
#include <QWheelEvent>

#include <memory>

/// A hand on a chart: mouse, wheel and places, as a person has them.
namespace hand {

inline void wheel(ui::CandleChart& chart, QPointF at, int notches, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, chart.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&chart, &event);
}
/// Moves with the left button held: QTest::mouseMove sends no buttons.
inline void dragTo(ui::CandleChart& chart, QPoint at) {
    QMouseEvent event(QEvent::MouseMove, at, chart.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&chart, &event);
}
inline void moveTo(ui::CandleChart& chart, QPoint at) {
    QMouseEvent event(QEvent::MouseMove, at, chart.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&chart, &event);
}
inline void drag(ui::CandleChart& chart, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&chart, Qt::LeftButton, modifiers, from);
    dragTo(chart, from + (to - from) / 2);
    dragTo(chart, to);
    QTest::mouseRelease(&chart, Qt::LeftButton, modifiers, to);
}
inline void leave(ui::CandleChart& chart) {
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(&chart, &event);
}
inline QPoint middle(const ui::CandleChart& chart) {
    return chart.pricePane().center();
}
inline QPoint onPriceAxis(const ui::CandleChart& chart) {
    return {chart.width() - 20, middle(chart).y()};
}
inline QPoint onTimeAxis(const ui::CandleChart& chart) {
    return {middle(chart).x(), chart.height() - 6};
}
/// The pixel of a bar at the height of its close.
inline QPoint onBar(const ui::CandleChart& chart, std::size_t bar) {
    return chart.pixelOf(static_cast<double>(bar), chart.series().at(bar).close).toPoint();
}
/// Lets what waits to be painted be painted.
inline void paint() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

}  // namespace hand
