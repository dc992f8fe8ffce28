// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/keyed_table_model.h"

namespace ui {

/// Trades of the open token, newest first. Thread: GUI.
class TapeModel final : public KeyedTableModel<core::pipeline::TapeRow, std::uint64_t> {
    Q_OBJECT
public:
    enum Column { Time, Side, Quote, Price, Base, Wallet, Position, Venue, Slot, ColumnCount };
    using KeyedTableModel::KeyedTableModel;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Takes the tape of `detail`; another token empties the table first.
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail);

protected:
    [[nodiscard]] std::uint64_t keyOf(const core::pipeline::TapeRow& row) const override { return row.id; }
    [[nodiscard]] bool sameContent(const core::pipeline::TapeRow& a,
                                   const core::pipeline::TapeRow& b) const override;

private:
    [[nodiscard]] QString text(const core::pipeline::TapeRow& row, int column) const;
    [[nodiscard]] QString toolTip(const core::pipeline::TapeRow& row, int column) const;

    core::Mint m_mint;
    core::Mint m_quoteMint;
    int m_baseDecimals = 6;
    int m_quoteDecimals = 9;
};

}  // namespace ui
