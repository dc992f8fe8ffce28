// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/qcustomplot.h"

#include <cmath>

namespace ui {

/// From keys and values to pixels of one pane, without asking the axes for each point. Device pixels are
/// physical ones: what is placed on them has sharp edges at every scale factor.
class PaneScale {
public:
    PaneScale(const QCPAxis& key, const QCPAxis& value, double pixelRatio)
        : m_ratio(pixelRatio), m_logarithmic(value.scaleType() == QCPAxis::stLogarithmic) {
        const QCPAxisRect& pane = *key.axisRect();
        m_xStep = pane.width() / key.range().size();
        m_xZero = pane.left() - key.range().lower * m_xStep;
        const double lower = m_logarithmic ? std::log(value.range().lower) : value.range().lower;
        const double upper = m_logarithmic ? std::log(value.range().upper) : value.range().upper;
        m_yStep = -pane.height() / (upper - lower);
        m_yZero = pane.bottom() - lower * m_yStep;
        m_below = pane.bottom() + 10;
    }
    [[nodiscard]] double ratio() const { return m_ratio; }
    [[nodiscard]] double barPixels() const { return m_xStep; }
    [[nodiscard]] double x(double key) const { return m_xZero + key * m_xStep; }
    [[nodiscard]] double y(double value) const {
        if (!m_logarithmic) return m_yZero + value * m_yStep;
        return value > 0 ? m_yZero + std::log(value) * m_yStep : m_below;
    }
    [[nodiscard]] double snapped(double pixel) const { return std::round(pixel * m_ratio) / m_ratio; }

private:
    double m_ratio;
    bool m_logarithmic;
    double m_xZero = 0;
    double m_xStep = 1;
    double m_yZero = 0;
    double m_yStep = -1;
    double m_below = 0;
};

}  // namespace ui
