// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/snapshot.h"
#include "ui/models/column_table.h"
#endif

#include <cstdint>
#include <memory>
#include <optional>

namespace ui {

/// Every coin of the boards in one table. The rows are the first of all coins in the order that is asked of the
/// engine; a click on a head asks for another. Thread: GUI.
class BoardTableModel final : public ColumnTable<core::pipeline::TokenRow, core::Mint> {
    Q_OBJECT
public:
    explicit BoardTableModel(QObject* parent = nullptr);

    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot);
    void sort(int column, Qt::SortOrder order) override;
    /// The figure that a column stands for; nothing for those that the engine does not sort by.
    [[nodiscard]] std::optional<core::pipeline::BoardFigure> figureOf(int column) const;
    /// The column of a figure; -1 when there is none.
    [[nodiscard]] int columnOf(core::pipeline::BoardFigure figure) const;
    /// What a click on this cell opens beside the coin.
    [[nodiscard]] std::optional<core::pipeline::FlagRef> flagAt(const QModelIndex& index) const;

signals:
    /// Nothing: the boards' own order.
    void orderAsked(std::optional<core::pipeline::BoardFigure> figure, bool ascending);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::TokenRow& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::TokenRow& a,
                                   const core::pipeline::TokenRow& b) const override;

private:
    std::optional<std::int64_t> m_asOf;
    std::optional<std::uint64_t> m_asOfSlot;
    std::optional<double> m_solDollars;
};

}  // namespace ui
