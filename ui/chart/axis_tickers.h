// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "ui/chart/bar_pyramid.h"
#include "ui/chart/price_display.h"
#include "ui/chart/qcustomplot.h"

namespace ui {

/// Ticks of a price axis at round numbers of what it shows, in the tiny-price notation.
class PriceTicker final : public QCPAxisTicker {
public:
    /// `display` must outlive the ticker.
    explicit PriceTicker(const PriceDisplay& display) : m_display(display) {}
    void setLogarithmic(bool on) { m_logarithmic = on; }
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;

private:
    const PriceDisplay& m_display;
    bool m_logarithmic = false;
};

/// Ticks of any other value axis: compact numbers.
class NumberTicker final : public QCPAxisTicker {
public:
    explicit NumberTicker(QString suffix = {}) : m_suffix(std::move(suffix)) {}
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;

private:
    QString m_suffix;
};

/// Ticks of a bar-index axis at round times where bars are even, else at round indices; a new day says its date.
class BarTimeTicker final : public QCPAxisTicker {
public:
    /// `bars` must outlive the ticker.
    explicit BarTimeTicker(const BarPyramid& bars) : m_bars(bars) {}
    void setBars(core::BarSpec bars) { m_spec = bars; }
    void setWidth(double pixels) { m_width = pixels; }
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;

private:
    const BarPyramid& m_bars;
    core::BarSpec m_spec;
    double m_width = 800;
};

}  // namespace ui
