// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/indicator_track.h"

#include "ui/chart/bar_painter.h"
#include "ui/chart/indicator_text.h"
#include "ui/chart/series_colors.h"
#include "ui/theme/palette.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

using core::indicator::BarInput;
using core::indicator::kNone;
using core::indicator::LineStyle;

IndicatorTrack::IndicatorTrack(const core::indicator::Kind& kind, std::span<const double> parameters, QString id,
                               std::size_t color)
    : m_kind(&kind), m_id(std::move(id)), m_color(color) {
    setParameters(parameters);
}

void IndicatorTrack::setParameters(std::span<const double> parameters) {
    m_parameters = core::indicator::parametersFor(*m_kind, parameters);
    restart();
}

void IndicatorTrack::restart() {
    m_indicator = m_kind->make(m_parameters);
    m_closed = 0;
    for (auto& line : m_values) line.clear();
}

QString IndicatorTrack::title() const {
    QString out = indicatorText(m_kind->title);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const bool time = m_kind->parameters[i].most > 1e10;
        out += u' ' + (time ? QDateTime::fromSecsSinceEpoch(static_cast<qint64>(m_parameters[i]), Qt::UTC)
                                  .toString(QStringLiteral("d MMM HH:mm:ss"))
                            : QString::number(m_parameters[i]));
    }
    return out;
}

QColor IndicatorTrack::color(std::size_t line) const {
    // Bands share one colour, their middle is the next.
    return seriesColor(m_color + (m_kind->lines.size() == 3 && line == 2 ? 0 : line));
}

double IndicatorTrack::at(std::size_t line, std::size_t bar) const {
    return bar < m_values[line].size() ? m_values[line][bar] : kNone;
}

void IndicatorTrack::update(const BarPyramid& bars, std::size_t firstChanged,
                            const std::vector<HolderSample>* samples) {
    const std::size_t sampleCount = samples ? samples->size() : 0;
    const bool otherPeople = m_kind->needsPeople && (samples != m_samples || sampleCount != m_sampleCount);
    m_samples = samples;
    m_sampleCount = sampleCount;
    if (firstChanged < m_closed || otherPeople || bars.size() < m_closed) restart();
    for (std::size_t line = 0; line < m_kind->lines.size(); ++line) m_values[line].truncate(m_closed);
    std::size_t sample = 0;
    if (m_kind->needsPeople && samples && m_closed < bars.size())
        sample = static_cast<std::size_t>(
            std::lower_bound(samples->begin(), samples->end(), bars.at(m_closed).openTime,
                             [](const HolderSample& one, std::int64_t time) { return one.time < time; }) -
            samples->begin());
    std::array<double, core::indicator::kMostLines> lines{};
    for (std::size_t i = m_closed; i < bars.size(); ++i) {
        const Bar& bar = bars.at(i);
        BarInput input{.openTime = bar.openTime, .open = bar.open, .high = bar.high, .low = bar.low};
        input.close = bar.close;
        input.volume = bar.volume;
        input.buyVolume = bar.buyVolume;
        input.baseVolume = bar.baseVolume;
        const bool last = i + 1 == bars.size();
        for (; m_kind->needsPeople && sample < sampleCount &&
               (last || (*samples)[sample].time < bars.at(i + 1).openTime);
             ++sample) {
            input.holders = (*samples)[sample].holders;
            input.top10Share = (*samples)[sample].top10Share;
        }
        m_indicator->value(input, lines);
        for (std::size_t line = 0; line < m_kind->lines.size(); ++line) m_values[line].push(lines[line]);
        if (!last) {
            m_indicator->close(input);
            ++m_closed;
        }
    }
}

std::optional<std::pair<double, double>> IndicatorTrack::range(const std::vector<DrawnBar>& bars) const {
    std::optional<std::pair<double, double>> out;
    const auto take = [&](double value) {
        if (std::isnan(value)) return;
        if (!out) out = {value, value};
        out->first = std::min(out->first, value);
        out->second = std::max(out->second, value);
    };
    for (std::size_t line = 0; line < m_kind->lines.size(); ++line) {
        for (const DrawnBar& drawn : bars) take(at(line, drawn.last));
        if (out && m_kind->lines[line].style != LineStyle::Line) take(0);
    }
    return out;
}

void IndicatorTrack::paint(QPainter& painter, const PaneScale& scale, const ChartScene& scene, std::size_t first,
                           std::size_t last) const {
    const auto& bars = scene.rawBars;
    last = std::min(last, bars.size());
    std::vector<LinePoint> points;
    for (std::size_t line = m_kind->lines.size(); line-- > 0;) {
        const LineStyle style = m_kind->lines[line].style;
        if (style == LineStyle::Line) {
            points.clear();
            for (std::size_t i = first > 0 ? first - 1 : first; i < last; ++i)
                points.push_back({bars[i].key, at(line, bars[i].last)});
            paintLine(painter, scale, points, color(line));
            continue;
        }
        const double width = std::max(std::floor(scale.barPixels() * static_cast<double>(scene.step) * 0.7), 1.0);
        const double zero = scale.snapped(scale.y(0));
        for (std::size_t i = first; i < last; ++i) {
            const double value = at(line, bars[i].last);
            if (std::isnan(value)) continue;
            const double y = scale.snapped(scale.y(value));
            const QColor& fill = value >= 0 ? theme::palette().up : theme::palette().down;
            painter.fillRect(QRectF(scale.snapped(scale.x(bars[i].key) - width / 2), std::min(y, zero), width,
                                    std::max(std::abs(y - zero), 1 / scale.ratio())),
                             fill);
        }
    }
}

}  // namespace ui
