// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/people_table.h"

namespace ui {

/// The flags of the open token, the newest statement first.
class FlagModel final : public PeopleTable<core::pipeline::FlagRow, std::string> {
public:
    enum Column { Since, Kind, Confidence, Value, Sentence, Evidence, Against, Statements, ColumnCount };
    explicit FlagModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail);

protected:
    [[nodiscard]] std::string keyOf(const core::pipeline::FlagRow& row) const override {
        return row.ref.kind + '\n' + row.ref.subject;
    }
    [[nodiscard]] bool sameContent(const core::pipeline::FlagRow& a,
                                   const core::pipeline::FlagRow& b) const override {
        return a.statements == b.statements;
    }
};

/// The coins of the open token's creator, newest first.
class CreatorCoinModel final : public PeopleTable<core::pipeline::CreatorCoin, core::Mint> {
public:
    enum Column { Coin, Created, Outcome, FromPeak, Holds, Trades, Dump, ColumnCount };
    explicit CreatorCoinModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::CreatorCoin& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::CreatorCoin& a,
                                   const core::pipeline::CreatorCoin& b) const override {
        return a == b;
    }
    [[nodiscard]] QColor rowFill(const core::pipeline::CreatorCoin& row) const override;
};

/// Who traded a candle, by entity.
class MakerModel final : public ColumnTable<core::pipeline::MakerRow, std::string> {
public:
    enum Column {
        Entity,
        Wallet,
        Tags,
        SoldShare,
        Sold,
        BoughtShare,
        Bought,
        Net,
        Sells,
        Buys,
        Wallets,
        ColumnCount
    };
    explicit MakerModel(QObject* parent = nullptr);
    /// Null empties the table.
    void show(const std::shared_ptr<const core::pipeline::BarMakers>& makers, int quoteDecimals);

protected:
    [[nodiscard]] std::string keyOf(const core::pipeline::MakerRow& row) const override;
    [[nodiscard]] bool sameContent(const core::pipeline::MakerRow& a,
                                   const core::pipeline::MakerRow& b) const override {
        return a == b;
    }

private:
    std::shared_ptr<const core::pipeline::BarMakers> m_makers;
    int m_quoteDecimals = 9;
};

}  // namespace ui
