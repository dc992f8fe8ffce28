// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/column_table.h"

#include <optional>

namespace ui {

/// Trades of the open token, newest first. Thread: GUI.
class TapeModel final : public ColumnTable<core::pipeline::TapeRow, std::uint64_t> {
public:
    enum Column {
        Time,
        Side,
        Quote,
        Usd,
        Price,
        Impact,
        Base,
        Wallet,
        Tags,
        Position,
        Pnl,
        Venue,
        Slot,
        ColumnCount
    };
    explicit TapeModel(QObject* parent = nullptr);

    /// Takes the tape of `detail`; another token empties the table first. `solDollars`: US dollars for one SOL.
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail,
              std::optional<double> solDollars = {});
    /// Leaves out trades below `least` whole quote units, and those of wallets without a tag or a cluster.
    void setFilter(double least, bool markedOnly);
    /// Makes one row of what a wallet traded on one side within kCollapse seconds; its time and price are the last.
    void setCollapsed(bool collapsed);
    static constexpr std::int64_t kCollapse = 20;
    /// Trades of the last show() that the filter left out.
    [[nodiscard]] int hidden() const { return m_hidden; }

protected:
    [[nodiscard]] std::uint64_t keyOf(const core::pipeline::TapeRow& row) const override { return row.id; }
    [[nodiscard]] bool sameContent(const core::pipeline::TapeRow& a,
                                   const core::pipeline::TapeRow& b) const override;

private:
    void fill();
    [[nodiscard]] std::vector<RowPtr> collapsed(std::vector<RowPtr> rows) const;
    [[nodiscard]] double quote(std::uint64_t raw) const;

    std::shared_ptr<const core::pipeline::TokenDetail> m_detail;
    core::Mint m_mint;
    core::Mint m_quoteMint;
    int m_baseDecimals = 6;
    int m_quoteDecimals = 9;
    std::optional<double> m_dollars;  ///< for one quote unit
    double m_least = 0;
    bool m_markedOnly = false;
    bool m_collapsed = false;
    int m_hidden = 0;
};

}  // namespace ui
