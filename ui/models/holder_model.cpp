// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/holder_model.h"

#include "ui/models/common_columns.h"

namespace ui {
namespace {

using core::pipeline::HolderRow;

QColor gainInk(std::int64_t raw) {
    if (raw == 0) return {};
    return raw > 0 ? theme::palette().up : theme::palette().down;
}

}  // namespace

HolderModel::HolderModel(QObject* parent) : PeopleTable(parent) {
    const auto coins = [this](const QString& id, const QString& title, const QString& meaning, auto field,
                              bool moved) {
        ui::Column<HolderRow> column;
        column.id = id;
        column.title = title;
        column.width = 66;
        column.text = [this, field, moved](const HolderRow& row) {
            if (moved && !m_transfers) return format::unknown();
            return format::compact(format::wholeUnits(row.*field, m_baseDecimals));
        };
        column.order = [field](const HolderRow& row) { return static_cast<double>(row.*field); };
        column.raw = [this, field, moved](const HolderRow& row) {
            return moved && !m_transfers ? QString() : QString::number(row.*field);
        };
        if (moved)
            column.toolTip = [this](const HolderRow&) {
                return m_transfers ? QString()
                                   : tr("Unknown: this feed shows trades and no transfers. Connect a feed of whole "
                                        "transactions to see them.");
            };
        column.meaning = meaning;
        return column;
    };
    std::vector<ui::Column<HolderRow>> columns(ColumnCount);
    columns[Wallet] = walletColumn<HolderRow>(tr("Wallet"));
    columns[Wallet].text = [](const HolderRow& row) {
        // What the user calls it goes before what the address list does.
        const QString name = format::walletName(row.wallet);
        return row.label.empty() || name != format::shortKey(row.wallet.base58())
                   ? name
                   : QString::fromStdString(row.label);
    };
    columns[Cluster] = clusterColumn<HolderRow>();
    columns[Tags] = tagsColumn<HolderRow>();
    columns[Share] = {
        .id = QStringLiteral("share_of_supply"),
        .title = tr("Share"),
        .width = 56,
        .text = [](const HolderRow& row) { return format::share(row.share); },
        .order = [](const HolderRow& row) { return row.share.value_or(kUnknownOrder); },
        .raw = [](const HolderRow& row) { return row.share ? QString::number(*row.share, 'g', 12) : QString(); },
        .toolTip =
            [](const HolderRow& row) {
                return row.share ? QString()
                                 : tr("Unknown: the coin's creation was not seen, so earlier trades are missing");
            },
        .meaning = tr("Of the supply. What lies in curve and pools, on exchanges or is burned stands "
                      "below as excluded.")};
    columns[Balance] = {
        .id = QStringLiteral("balance"),
        .title = tr("Holds"),
        .width = 68,
        .text =
            [this](const HolderRow& row) { return format::compact(format::whole(row.balance, m_baseDecimals)); },
        .order = [](const HolderRow& row) { return static_cast<double>(row.balance); },
        .raw = [](const HolderRow& row) { return format::digits(row.balance); },
        .toolTip =
            [](const HolderRow& row) {
                return row.balance < 0 ? tr("Negative: it let go of coins that were not seen coming")
                                       : format::digits(row.balance);
            },
        .ink = [](const HolderRow& row) { return row.balance < 0 ? theme::palette().attention : QColor(); },
        .meaning = tr("Coins now, from the trades and transfers seen")};
    columns[Bought] = coins(QStringLiteral("bought"), tr("Bought"), tr("Coins bought"), &HolderRow::bought, false);
    columns[Sold] = coins(QStringLiteral("sold"), tr("Sold"), tr("Coins sold"), &HolderRow::sold, false);
    columns[In] = coins(QStringLiteral("transferred_in"), tr("In"),
                        tr("Coins that came by transfer, without a purchase"), &HolderRow::transferredIn, true);
    columns[Out] = coins(QStringLiteral("transferred_out"), tr("Out"), tr("Coins sent to other wallets"),
                         &HolderRow::transferredOut, true);
    columns[Cost] = {
        .id = QStringLiteral("average_cost"),
        .title = tr("Avg cost"),
        .width = 76,
        .text =
            [this](const HolderRow& row) {
                return row.averageCost().valid()
                           ? format::price(row.averageCost().value(m_baseDecimals, m_quoteDecimals))
                           : format::unknown();
            },
        .order =
            [this](const HolderRow& row) {
                return row.averageCost().valid() ? row.averageCost().value(m_baseDecimals, m_quoteDecimals)
                                                 : kUnknownOrder;
            },
        .raw =
            [this](const HolderRow& row) {
                return row.averageCost().valid()
                           ? QString::number(row.averageCost().value(m_baseDecimals, m_quoteDecimals), 'g', 17)
                           : QString();
            },
        .toolTip =
            [](const HolderRow& row) {
                return row.averageCost().valid() ? QString() : tr("Holds no coins whose purchase was seen");
            },
        .meaning = tr("Paid for one of the coins still held, fees in where the venue tells")};
    columns[Realised] = {
        .id = QStringLiteral("realised"),
        .title = tr("Realised"),
        .width = 70,
        .text =
            [this](const HolderRow& row) {
                return row.sold == 0 ? QString()
                                     : format::signedAmount(format::whole(row.realised, m_quoteDecimals));
            },
        .order =
            [](const HolderRow& row) { return row.sold == 0 ? kUnknownOrder : static_cast<double>(row.realised); },
        .raw = [](const HolderRow& row) { return QString::number(row.realised); },
        .ink = [](const HolderRow& row) { return gainInk(row.realised); },
        .meaning = tr("Made by sells of coins whose cost is known, in the quote asset, average cost")};
    columns[Unrealised] = {
        .id = QStringLiteral("unrealised"),
        .title = tr("Unrealised"),
        .width = 74,
        .text =
            [this](const HolderRow& row) {
                return row.unrealised ? format::signedAmount(format::whole(*row.unrealised, m_quoteDecimals))
                                      : QString();
            },
        .order =
            [](const HolderRow& row) {
                return row.unrealised ? static_cast<double>(*row.unrealised) : kUnknownOrder;
            },
        .raw = [](const HolderRow& row) { return row.unrealised ? QString::number(*row.unrealised) : QString(); },
        .ink = [](const HolderRow& row) { return gainInk(row.unrealised.value_or(0)); },
        .meaning = tr("At the last price, of coins whose cost is known; what selling them would do to "
                      "the price is left out")};
    columns[Coverage] = {
        .id = QStringLiteral("coverage"),
        .title = tr("Cover"),
        .width = 52,
        .text = [](const HolderRow& row) { return format::share(row.coverage); },
        .order = [](const HolderRow& row) { return row.coverage.value_or(kUnknownOrder); },
        .raw =
            [](const HolderRow& row) { return row.coverage ? QString::number(*row.coverage, 'g', 6) : QString(); },
        .ink =
            [](const HolderRow& row) {
                return row.coverage && *row.coverage < 0.995 ? theme::palette().attention : theme::palette().dim;
            },
        .meaning = tr("Share of the wallet's coins whose purchase was seen. Below 100% the rest came by "
                      "transfer or from before the feed, and cost and gain do not cover it.")};
    columns[Funder] = {.id = QStringLiteral("funder"),
                       .title = tr("Funder"),
                       .width = 96,
                       .text =
                           [](const HolderRow& row) {
                               if (!row.funder) return format::unknown();
                               return row.funderLabel.empty() ? format::shortKey(row.funder->base58())
                                                              : QString::fromStdString(row.funderLabel);
                           },
                       .raw =
                           [](const HolderRow& row) {
                               return row.funder ? QString::fromStdString(row.funder->base58()) : QString();
                           },
                       .toolTip =
                           [](const HolderRow& row) {
                               return row.funder ? QString::fromStdString(row.funder->base58())
                                                 : tr("Unknown: its first SOL was not seen, and no node was asked");
                           },
                       .meaning = tr("Who sent the wallet its first SOL, as far as was seen"),
                       .left = true,
                       .monospace = true};
    columns[Age] = {
        .id = QStringLiteral("born"),
        .title = tr("Age", "of a wallet"),
        .width = 52,
        .text =
            [this](const HolderRow& row) {
                if (!row.born || !m_asOf) return format::unknown();
                return (row.bornEarlier ? QStringLiteral("> ") : QString()) + format::shortAge(*m_asOf - *row.born);
            },
        .order = [](const HolderRow& row) { return row.born ? -static_cast<double>(*row.born) : kUnknownOrder; },
        .raw = [](const HolderRow& row) { return row.born ? format::dateTime(row.born) : QString(); },
        .toolTip =
            [](const HolderRow& row) {
                if (!row.born) return tr("Unknown: no node was asked about this wallet yet");
                return row.bornEarlier
                           ? tr("Older than %1: the node's list ends there").arg(format::dateTime(row.born))
                           : format::dateTime(row.born);
            },
        .meaning = tr("Since the wallet's first signature, as a node told it")};
    columns[First] = timeColumn<HolderRow>(QStringLiteral("first_time"), tr("First"),
                                           [](const HolderRow& row) { return row.firstTime; });
    columns[Last] = timeColumn<HolderRow>(QStringLiteral("last_time"), tr("Last"),
                                          [](const HolderRow& row) { return row.lastTime; });
    setColumns(std::move(columns));
}

QColor HolderModel::rowInk(const HolderRow& row) const {
    return standsApart(row) || row.balance <= 0 ? theme::palette().dim : QColor();
}

void HolderModel::setFormer(bool shown) {
    m_former = shown;
    fill();
    settle();
}

void HolderModel::setRole(std::optional<core::pipeline::Role> role) {
    m_role = role;
    fill();
    settle();
}

void HolderModel::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
    if (!follow(detail)) return;
    m_transfers = people()->transfersVisible;
    m_asOf = people()->asOfTime;
    fill();
}

void HolderModel::fill() {
    if (!people()) return;
    std::vector<RowPtr> rows;
    rows.reserve(people()->holders.size() + people()->excluded.size());
    for (const HolderRow& row : people()->holders) {
        if (m_role ? !has(row.roles, *m_role) : (!m_former && row.balance <= 0)) continue;
        rows.emplace_back(people(), &row);
    }
    if (!m_role)
        for (const HolderRow& row : people()->excluded)
            if (row.balance > 0) rows.emplace_back(people(), &row);
    setContents(std::move(rows));
}

}  // namespace ui
