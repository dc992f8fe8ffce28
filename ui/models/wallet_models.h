// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/wallet_page.h"
#include "core/review/wallet_past.h"
#endif
#include "ui/models/column_table.h"

#include <memory>

namespace ui {

/// The coins of one wallet, traded last first.
class WalletCoinModel final : public ColumnTable<core::pipeline::WalletCoin, core::Mint> {
public:
    enum Column { Coin, Bought, Sold, In, Out, Spent, Got, Gain, Open, Hold, Entry, Last, ColumnCount };
    explicit WalletCoinModel(QObject* parent = nullptr);
    /// Null empties the table.
    void show(const std::shared_ptr<const core::pipeline::WalletPage>& page);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::WalletCoin& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::WalletCoin& a,
                                   const core::pipeline::WalletCoin& b) const override {
        return a == b;
    }
};

/// The coins of one wallet as the database keeps them, traded last first.
class StoredCoinModel final : public ColumnTable<core::pipeline::WalletCoin, core::Mint> {
public:
    enum Column { Coin, Gain, Spent, Got, Last, First, Bought, Sold, In, Out, Hold, Entry, ColumnCount };
    explicit StoredCoinModel(QObject* parent = nullptr);
    /// Null empties the table.
    void show(const std::shared_ptr<const core::review::WalletPast>& past);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::WalletCoin& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::WalletCoin& a,
                                   const core::pipeline::WalletCoin& b) const override {
        return a == b;
    }
};

/// Whom a wallet follows, or who follows it.
class LeadRowModel final : public ColumnTable<core::pipeline::LeadRow, core::Wallet> {
public:
    enum Column { Other, Coins, Lag, Rate, Null, Q, Bot, ColumnCount };
    explicit LeadRowModel(QObject* parent = nullptr);
    /// Rows that `owner` keeps; null empties the table.
    void show(const std::shared_ptr<const void>& owner, const std::vector<core::pipeline::LeadRow>* rows);

protected:
    [[nodiscard]] core::Wallet keyOf(const core::pipeline::LeadRow& row) const override { return row.other; }
    [[nodiscard]] bool sameContent(const core::pipeline::LeadRow& a,
                                   const core::pipeline::LeadRow& b) const override {
        return a == b;
    }
};

/// The coins a wallet created.
class CreatedModel final : public ColumnTable<core::pipeline::CreatorCoin, core::Mint> {
public:
    enum Column { Coin, Time, Outcome, FromPeak, Holds, Trades, ColumnCount };
    explicit CreatedModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::WalletPage>& page);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::CreatorCoin& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::CreatorCoin& a,
                                   const core::pipeline::CreatorCoin& b) const override {
        return a == b;
    }
};

/// The launches of a crew, newest first.
class CrewLaunchModel final : public ColumnTable<core::pipeline::CrewLaunch, core::Mint> {
public:
    enum Column { Coin, When, Bought, Supply, Held, Exit, After, Gain, ColumnCount };
    explicit CrewLaunchModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::CrewPassport>& crew);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::CrewLaunch& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::CrewLaunch& a,
                                   const core::pipeline::CrewLaunch& b) const override {
        return a == b;
    }
};

/// The wallets of a crew, surest first.
class CrewMemberModel final : public ColumnTable<core::pipeline::CrewMember, core::Wallet> {
public:
    enum Column { Wallet, Chance, Since, Launches, Funder, Tags, ColumnCount };
    explicit CrewMemberModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::CrewPassport>& crew);

protected:
    [[nodiscard]] core::Wallet keyOf(const core::pipeline::CrewMember& row) const override { return row.wallet; }
    [[nodiscard]] bool sameContent(const core::pipeline::CrewMember& a,
                                   const core::pipeline::CrewMember& b) const override {
        return a == b;
    }
};

/// Who paid for the wallets of a crew.
class CrewFunderModel final : public ColumnTable<core::pipeline::CrewFunder, core::Wallet> {
public:
    enum Column { Wallet, Name, Members, Amount, ColumnCount };
    explicit CrewFunderModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::CrewPassport>& crew);

protected:
    [[nodiscard]] core::Wallet keyOf(const core::pipeline::CrewFunder& row) const override { return row.wallet; }
    [[nodiscard]] bool sameContent(const core::pipeline::CrewFunder& a,
                                   const core::pipeline::CrewFunder& b) const override {
        return a == b;
    }
};

/// Who is followed, the surest first.
class LocomotiveModel final : public ColumnTable<core::pipeline::Locomotive, core::Wallet> {
public:
    enum Column {
        Wallet,
        Coins,
        Followers,
        Lag,
        Rate,
        Null,
        Q,
        Gain1,
        Gain3,
        Gain10,
        Bots,
        Last,
        Tags,
        ColumnCount
    };
    explicit LocomotiveModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::LeadBoard>& board);

protected:
    [[nodiscard]] core::Wallet keyOf(const core::pipeline::Locomotive& row) const override { return row.wallet; }
    [[nodiscard]] bool sameContent(const core::pipeline::Locomotive& a,
                                   const core::pipeline::Locomotive& b) const override {
        return a == b;
    }
};

/// Buys of a leader and those behind them: what the board rests on.
class FollowedBuyModel final : public ColumnTable<core::pipeline::FollowedBuy, QString> {
public:
    enum Column { Coin, Time, Slot, Behind, Follower, Proof, ColumnCount };
    explicit FollowedBuyModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::Locomotive>& row);

protected:
    [[nodiscard]] QString keyOf(const core::pipeline::FollowedBuy& row) const override;
    [[nodiscard]] bool sameContent(const core::pipeline::FollowedBuy& a,
                                   const core::pipeline::FollowedBuy& b) const override {
        return a == b;
    }
};

}  // namespace ui
