// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/axis_tickers.h"
#include "ui/chart/pane_scale.h"
#include "ui/chart/qcustomplot.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

inline constexpr int kPriceAxisWidth = 78;  ///< pixels
inline constexpr int kTimeAxisHeight = 22;

/// One pane of the chart. Its parts belong to the plot.
struct ChartPane {
    QString id;
    QCPAxisRect* rect = nullptr;
    QCPAxis* keys = nullptr;
    QCPAxis* values = nullptr;
    double weight = 1;  ///< share of the height

    [[nodiscard]] PaneScale scale(double pixelRatio) const { return {*keys, *values, pixelRatio}; }
};

/// The panes below each other: price first, one time axis at the bottom. Heights are shares that are moved
/// by the separators between them.
class PaneStack {
public:
    static constexpr double kLeastWeight = 0.08;

    /// `plot` must outlive the stack.
    PaneStack(QCustomPlot& plot, QSharedPointer<BarTimeTicker> time);

    ChartPane& add(const QString& id, double weight, const QSharedPointer<QCPAxisTicker>& ticker, int ticks);
    /// Plottables of the pane must be gone.
    void remove(const QString& id);
    [[nodiscard]] ChartPane* find(const QString& id) const;
    [[nodiscard]] const std::vector<std::unique_ptr<ChartPane>>& panes() const { return m_panes; }
    [[nodiscard]] ChartPane& front() const { return *m_panes.front(); }
    [[nodiscard]] int left() const { return front().rect->left(); }
    [[nodiscard]] int right() const { return front().rect->right(); }
    [[nodiscard]] int width() const { return front().rect->width(); }
    [[nodiscard]] int top() const { return front().rect->top(); }
    [[nodiscard]] int bottom() const { return m_panes.back()->rect->bottom(); }

    [[nodiscard]] ChartPane* paneAt(double y) const;
    /// The pane above the separator at `y`, which may be some pixels off.
    [[nodiscard]] std::optional<std::size_t> separatorAt(double y) const;
    /// Moves the separator below pane `above` to `y`, within what both panes may give.
    void moveSeparator(std::size_t above, double y);
    void grow(const QString& id, double by);

    void setKeys(double lower, double upper);
    void setTicksVisible(bool visible);
    /// Takes the colours of the palette.
    void paint();
    /// Places the panes now.
    void layout();

    [[nodiscard]] QJsonObject weights() const;

private:
    void arrange();

    QCustomPlot& m_plot;
    QSharedPointer<BarTimeTicker> m_time;
    std::vector<std::unique_ptr<ChartPane>> m_panes;
};

}  // namespace ui
