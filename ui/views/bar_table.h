// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ui {

class BarModel;
class CandleChart;
class DataTable;

/// The newest bars of a chart as a table, for those who read rather than see, and for copying. Follows the chart as
/// long as both are there. Thread: GUI.
class BarTable final : public QDialog {
    Q_OBJECT
public:
    static constexpr std::size_t kMostBars = 1'000;

    /// `chart` must outlive the table, which is the best done by being its parent.
    explicit BarTable(CandleChart& chart);
    [[nodiscard]] const BarModel& bars() const { return *m_model; }

signals:
    void said(const QString& text);

private:
    void follow();

    CandleChart& m_chart;
    BarModel* m_model;
    DataTable* m_table;
};

}  // namespace ui
