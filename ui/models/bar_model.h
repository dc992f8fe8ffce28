// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/bar_series.h"
#include "ui/models/column_table.h"

#include <cstdint>

namespace ui {

/// A bar and its place in the chart.
struct BarRow {
    std::size_t number = 0;  ///< 0 is the first bar of the chart
    Bar bar;
};

/// The bars of a chart in words and numbers, the newest on top. Thread: GUI.
class BarModel final : public ColumnTable<BarRow, std::uint64_t> {
    Q_OBJECT
public:
    enum Column { Time, Open, High, Low, Close, Change, Volume, Bought, Buys, Sells, ColumnCount };
    explicit BarModel(QObject* parent = nullptr);

    /// Takes bars [first, last) of the series; `quote` names the unit of the volume.
    void show(const BarSeries& series, std::size_t first, std::size_t last, const QString& quote);

protected:
    [[nodiscard]] std::uint64_t keyOf(const BarRow& row) const override { return row.number; }
    [[nodiscard]] bool sameContent(const BarRow& a, const BarRow& b) const override { return a.bar == b.bar; }
};

}  // namespace ui
