// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/first_buyer_model.h"

#include "ui/models/common_columns.h"

namespace ui {
namespace {

using core::pipeline::BagState;
using core::pipeline::FirstBuyerRow;

double kept(const FirstBuyerRow& row) {
    if (row.bought == 0) return kUnknownOrder;
    return std::clamp(static_cast<double>(row.balance) / static_cast<double>(row.bought), 0.0, 1.0);
}

QColor stateInk(BagState state) {
    const auto& colors = theme::palette();
    switch (state) {
        case BagState::Unchanged:
        case BagState::Added: return colors.up;
        case BagState::PartSold: return colors.attention;
        case BagState::Transferred: return colors.link;
        case BagState::Exited: return colors.down;
    }
    return {};
}

}  // namespace

FirstBuyerModel::FirstBuyerModel(QObject* parent) : PeopleTable(parent) {
    const auto coins = [this](const QString& id, const QString& title, auto field) {
        ui::Column<FirstBuyerRow> column;
        column.id = id;
        column.title = title;
        column.width = 70;
        column.text = [this, field](const FirstBuyerRow& row) {
            return format::compact(format::wholeUnits(row.*field, m_baseDecimals));
        };
        column.order = [field](const FirstBuyerRow& row) { return static_cast<double>(row.*field); };
        column.raw = [field](const FirstBuyerRow& row) { return QString::number(row.*field); };
        return column;
    };
    std::vector<ui::Column<FirstBuyerRow>> columns(ColumnCount);
    columns[Place] = {.id = QStringLiteral("place"),
                      .title = tr("#"),
                      .width = 34,
                      .text = [](const FirstBuyerRow& row) { return QString::number(row.place); },
                      .order = [](const FirstBuyerRow& row) { return static_cast<double>(row.place); },
                      .ink = [](const FirstBuyerRow&) { return theme::palette().dim; }};
    columns[Offset] = {
        .id = QStringLiteral("slot_offset"),
        .title = tr("Slot +"),
        .width = 56,
        .text =
            [](const FirstBuyerRow& row) {
                return row.slotOffset ? QStringLiteral("+") + format::grouped(*row.slotOffset) : format::unknown();
            },
        .order =
            [](const FirstBuyerRow& row) {
                return row.slotOffset ? static_cast<double>(*row.slotOffset) : kUnknownOrder;
            },
        .raw =
            [](const FirstBuyerRow& row) { return row.slotOffset ? QString::number(*row.slotOffset) : QString(); },
        .toolTip =
            [](const FirstBuyerRow& row) {
                return row.slotOffset ? tr("slot %1").arg(row.slot.value_or(0))
                                      : tr("Unknown: the coin's creation was not seen, or the feed gave no slot");
            },
        .ink =
            [](const FirstBuyerRow& row) {
                return row.slotOffset && *row.slotOffset <= 3 ? theme::palette().attention : QColor();
            },
        .meaning = tr("Slots of about 0.4 s behind the creation; +0 is the creation's own slot")};
    columns[Time] = timeColumn<FirstBuyerRow>(QStringLiteral("time"), tr("Time UTC"),
                                              [](const FirstBuyerRow& row) { return std::optional{row.time}; });
    columns[Wallet] = walletColumn<FirstBuyerRow>(tr("Wallet"));
    columns[Cluster] = clusterColumn<FirstBuyerRow>();
    columns[Tags] = tagsColumn<FirstBuyerRow>();
    columns[Paid] = {.id = QStringLiteral("first_quote"),
                     .title = tr("Paid"),
                     .width = 70,
                     .text =
                         [this](const FirstBuyerRow& row) {
                             const double paid = format::wholeUnits(row.firstQuote, m_quoteDecimals);
                             return row.firstQuote == 0 ? format::unknown()
                                    : paid < 1000       ? format::price(paid, 4)
                                                        : format::compact(paid);
                         },
                     .order = [](const FirstBuyerRow& row) { return static_cast<double>(row.firstQuote); },
                     .raw = [](const FirstBuyerRow& row) { return QString::number(row.firstQuote); },
                     .meaning = tr("Paid in its first buy, in the quote asset, fees in where the venue tells")};
    columns[FirstCoins] = coins(QStringLiteral("first_base"), tr("Got"), &FirstBuyerRow::firstBase);
    columns[State] = {.id = QStringLiteral("state"),
                      .title = tr("Since then"),
                      .width = 96,
                      .text =
                          [](const FirstBuyerRow& row) {
                              return QString(format::bagMark(row.state)) + u' ' + format::bagName(row.state);
                          },
                      .order = [](const FirstBuyerRow& row) { return static_cast<double>(row.state); },
                      .raw = [](const FirstBuyerRow& row) { return format::bagRaw(row.state); },
                      .ink = [](const FirstBuyerRow& row) { return stateInk(row.state); },
                      .left = true};
    columns[Holds] = {.id = QStringLiteral("balance"),
                      .title = tr("Holds"),
                      .width = 70,
                      .text =
                          [this](const FirstBuyerRow& row) {
                              return format::compact(format::whole(row.balance, m_baseDecimals));
                          },
                      .order = [](const FirstBuyerRow& row) { return static_cast<double>(row.balance); },
                      .raw = [](const FirstBuyerRow& row) { return format::digits(row.balance); }};
    columns[Kept] = {.id = QStringLiteral("kept"),
                     .title = tr("Kept"),
                     .width = 56,
                     .text = [](const FirstBuyerRow& row) { return format::share(kept(row)); },
                     .order = [](const FirstBuyerRow& row) { return kept(row); },
                     .raw = [](const FirstBuyerRow& row) { return QString::number(kept(row), 'g', 6); },
                     .meaning = tr("Holds now over all it ever bought")};
    columns[Sold] = coins(QStringLiteral("sold"), tr("Sold"), &FirstBuyerRow::sold);
    columns[Sent] = coins(QStringLiteral("transferred_out"), tr("Sent"), &FirstBuyerRow::transferredOut);
    setColumns(std::move(columns));
}

void FirstBuyerModel::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
    if (follow(detail)) setAll(people()->firstBuyers);
}

}  // namespace ui
