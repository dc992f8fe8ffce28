// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/people_table.h"

namespace ui {

/// The clusters of the open token, largest holding first. Keyed by number.
class ClusterModel final : public PeopleTable<core::pipeline::ClusterRow, std::uint32_t> {
public:
    enum Column {
        Name,
        Held,
        All,
        LastExit,
        Peak,
        Wallets,
        Confidence,
        Links,
        Half,
        Unsold,
        Bought,
        Gain,
        OtherCoins,
        ColumnCount
    };
    explicit ClusterModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail);

protected:
    [[nodiscard]] std::uint32_t keyOf(const core::pipeline::ClusterRow& row) const override {
        return row.tag.number;
    }
    [[nodiscard]] bool sameContent(const core::pipeline::ClusterRow& a,
                                   const core::pipeline::ClusterRow& b) const override {
        return a == b;
    }
};

/// The wallets of one cluster; those without the coin are grey.
class ClusterMemberModel final : public ColumnTable<core::pipeline::ClusterMember, core::Wallet> {
public:
    explicit ClusterMemberModel(QObject* parent = nullptr);
    /// The members of a cluster; null empties the table.
    void show(const std::shared_ptr<const core::pipeline::ClusterRow>& cluster, int baseDecimals);

protected:
    [[nodiscard]] core::Wallet keyOf(const core::pipeline::ClusterMember& row) const override { return row.wallet; }
    [[nodiscard]] bool sameContent(const core::pipeline::ClusterMember& a,
                                   const core::pipeline::ClusterMember& b) const override {
        return a == b;
    }
    [[nodiscard]] QColor rowInk(const core::pipeline::ClusterMember& row) const override;

private:
    int m_baseDecimals = 6;
};

/// Why one cluster is one: every kind of evidence of every pair.
class ClusterLinkModel final : public ColumnTable<core::pipeline::ClusterLink, std::string> {
public:
    enum Column { Kind, Llr, Posterior, First, Second, Seen, Slot, Proof, ColumnCount };
    explicit ClusterLinkModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::ClusterRow>& cluster);

protected:
    [[nodiscard]] std::string keyOf(const core::pipeline::ClusterLink& row) const override;
    [[nodiscard]] bool sameContent(const core::pipeline::ClusterLink& a,
                                   const core::pipeline::ClusterLink& b) const override {
        return a == b;
    }
};

/// How one cluster left other coins.
class PastExitModel final : public ColumnTable<core::pipeline::PastExit, core::Mint> {
public:
    explicit PastExitModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::ClusterRow>& cluster);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::PastExit& row) const override { return row.mint; }
    [[nodiscard]] bool sameContent(const core::pipeline::PastExit& a,
                                   const core::pipeline::PastExit& b) const override {
        return a == b;
    }
};

}  // namespace ui
