// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/people_table.h"

namespace ui {

/// Who holds or held the open token; curve, pools, exchanges and burned coins stand below the others.
class HolderModel final : public PeopleTable<core::pipeline::HolderRow, core::Wallet> {
public:
    enum Column {
        Wallet,
        Cluster,
        Tags,
        Share,
        Balance,
        Bought,
        Sold,
        In,
        Out,
        Cost,
        Realised,
        Unrealised,
        Coverage,
        Funder,
        Age,
        First,
        Last,
        ColumnCount
    };
    explicit HolderModel(QObject* parent = nullptr);

    /// Takes the people of `detail`; another token empties the table first.
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail);
    /// Wallets that have sold or sent all are shown too.
    void setFormer(bool shown);
    /// Only wallets with this role; none: all.
    void setRole(std::optional<core::pipeline::Role> role);

protected:
    [[nodiscard]] core::Wallet keyOf(const core::pipeline::HolderRow& row) const override { return row.wallet; }
    [[nodiscard]] bool sameContent(const core::pipeline::HolderRow& a,
                                   const core::pipeline::HolderRow& b) const override {
        return a == b;
    }
    [[nodiscard]] QColor rowInk(const core::pipeline::HolderRow& row) const override;
    [[nodiscard]] bool standsApart(const core::pipeline::HolderRow& row) const override {
        return core::pipeline::isExcluded(row.roles);
    }

private:
    void fill();

    bool m_transfers = false;
    std::optional<std::int64_t> m_asOf;
    bool m_former = false;
    std::optional<core::pipeline::Role> m_role;
};

}  // namespace ui
