// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/keyed_table_model.h"

#include <cstdint>
#include <optional>

namespace ui {

/// Whether two rows of a coin look the same on a board. The engine keeps a card as one object until it changes.
[[nodiscard]] inline bool sameOnBoard(const core::pipeline::TokenRow& a, const core::pipeline::TokenRow& b) {
    return a.version == b.version && a.volume1m == b.volume1m && a.volume5m == b.volume5m &&
           (a.card == b.card || (a.card && b.card && *a.card == *b.card));
}

/// One column of the board, in the order of the snapshot. While frozen no card moves, comes or goes;
/// numbers on the cards still change. Thread: GUI.
class BoardModel final : public KeyedTableModel<core::pipeline::TokenRow, core::Mint> {
    Q_OBJECT
public:
    using KeyedTableModel::KeyedTableModel;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// `rows` belongs to `snapshot` and lives as long as it does.
    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot,
              const std::vector<core::pipeline::TokenRow>& rows);
    void setFrozen(bool frozen) { m_frozen = frozen; }
    [[nodiscard]] bool frozen() const { return m_frozen; }
    /// Chain clock of the last snapshot, Unix seconds.
    [[nodiscard]] std::optional<std::int64_t> asOf() const { return m_asOf; }
    [[nodiscard]] std::optional<std::uint64_t> asOfSlot() const { return m_asOfSlot; }
    /// US dollars for one SOL.
    [[nodiscard]] std::optional<double> solDollars() const { return m_solDollars; }

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::TokenRow& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::TokenRow& a,
                                   const core::pipeline::TokenRow& b) const override {
        return sameOnBoard(a, b);
    }

private:
    bool m_frozen = false;
    std::optional<std::int64_t> m_asOf;
    std::optional<std::uint64_t> m_asOfSlot;
    std::optional<double> m_solDollars;
};

}  // namespace ui
