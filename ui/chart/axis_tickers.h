// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "ui/chart/bar_series.h"
#include "ui/chart/qcustomplot.h"

namespace ui {

/// Ticks of a price axis, linear or logarithmic, in the tiny-price notation.
class PriceTicker final : public QCPAxisTicker {
public:
    void setLogarithmic(bool on) { m_logarithmic = on; }
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;

private:
    bool m_logarithmic = false;
};

/// Ticks of a volume axis: compact numbers, zero left out.
class VolumeTicker final : public QCPAxisTicker {
public:
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;
};

/// Ticks of a bar-index axis, labelled with the time of the bar: quiet gaps collapse.
class BarTimeTicker final : public QCPAxisTicker {
public:
    /// `series` must outlive the ticker.
    explicit BarTimeTicker(const BarSeries& series) : m_series(series) {}
    void setBars(core::BarSpec bars) { m_bars = bars; }
    void setWidth(double pixels) { m_width = pixels; }
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;

private:
    const BarSeries& m_series;
    core::BarSpec m_bars;
    double m_width = 800;
};

}  // namespace ui
