// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/people_table.h"

namespace ui {

/// The first buyers of the open token and what they did since.
class FirstBuyerModel final : public PeopleTable<core::pipeline::FirstBuyerRow, core::Wallet> {
public:
    enum Column {
        Place,
        Offset,
        Time,
        Wallet,
        Cluster,
        Tags,
        Paid,
        FirstCoins,
        State,
        Holds,
        Kept,
        Sold,
        Sent,
        ColumnCount
    };
    explicit FirstBuyerModel(QObject* parent = nullptr);

    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail);

protected:
    [[nodiscard]] core::Wallet keyOf(const core::pipeline::FirstBuyerRow& row) const override { return row.wallet; }
    [[nodiscard]] bool sameContent(const core::pipeline::FirstBuyerRow& a,
                                   const core::pipeline::FirstBuyerRow& b) const override {
        return a == b;
    }
};

}  // namespace ui
