// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/bar_model.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"

namespace ui {
namespace {

std::optional<double> changeOf(const Bar& bar) {
    if (!bar.traded || bar.open <= 0) return std::nullopt;
    return bar.close / bar.open - 1;
}

}  // namespace

BarModel::BarModel(QObject* parent) : ColumnTable(parent) {
    const auto price = [](const QString& id, const QString& title, auto field) {
        ui::Column<BarRow> column;
        column.id = id;
        column.title = title;
        column.width = 88;
        column.text = [field](const BarRow& row) { return format::price(row.bar.*field); };
        column.order = [field](const BarRow& row) { return row.bar.*field; };
        column.raw = [field](const BarRow& row) { return QString::number(row.bar.*field, 'g', 17); };
        column.toolTip = [field](const BarRow& row) { return format::fullPrice(row.bar.*field); };
        return column;
    };
    const auto count = [](const QString& id, const QString& title, auto field) {
        ui::Column<BarRow> column;
        column.id = id;
        column.title = title;
        column.width = 56;
        column.text = [field](const BarRow& row) { return format::grouped(row.bar.*field); };
        column.order = [field](const BarRow& row) { return static_cast<double>(row.bar.*field); };
        column.raw = [field](const BarRow& row) { return QString::number(row.bar.*field); };
        return column;
    };
    const auto amount = [](const QString& id, const QString& title, auto field) {
        ui::Column<BarRow> column;
        column.id = id;
        column.title = title;
        column.width = 78;
        column.text = [field](const BarRow& row) { return format::compact(row.bar.*field); };
        column.order = [field](const BarRow& row) { return row.bar.*field; };
        column.raw = [field](const BarRow& row) { return QString::number(row.bar.*field, 'g', 17); };
        return column;
    };
    std::vector<ui::Column<BarRow>> columns(ColumnCount);
    columns[Time] = {.id = QStringLiteral("time"),
                     .title = tr("Opened, UTC"),
                     .width = 150,
                     .text = [](const BarRow& row) { return format::dateTime(row.bar.openTime); },
                     .order = [](const BarRow& row) { return static_cast<double>(row.bar.openTime); },
                     .left = true};
    columns[Open] = price(QStringLiteral("open"), tr("Open", "price of a bar"), &Bar::open);
    columns[High] = price(QStringLiteral("high"), tr("High"), &Bar::high);
    columns[Low] = price(QStringLiteral("low"), tr("Low"), &Bar::low);
    columns[Close] = price(QStringLiteral("close"), tr("Close", "price of a bar"), &Bar::close);
    columns[Change] = {.id = QStringLiteral("change"),
                       .title = tr("Change"),
                       .width = 70,
                       .text = [](const BarRow& row) { return format::change(changeOf(row.bar)); },
                       .order = [](const BarRow& row) { return changeOf(row.bar).value_or(kUnknownOrder); },
                       .raw =
                           [](const BarRow& row) {
                               const auto change = changeOf(row.bar);
                               return change ? QString::number(*change, 'g', 12) : QString();
                           },
                       .ink =
                           [](const BarRow& row) {
                               const auto change = changeOf(row.bar);
                               if (!change || *change == 0) return QColor();
                               return *change > 0 ? theme::palette().up : theme::palette().down;
                           }};
    columns[Volume] = amount(QStringLiteral("volume"), tr("Volume"), &Bar::volume);
    columns[Bought] = amount(QStringLiteral("bought"), tr("Bought"), &Bar::buyVolume);
    columns[Buys] = count(QStringLiteral("buys"), tr("Buys"), &Bar::buys);
    columns[Sells] = count(QStringLiteral("sells"), tr("Sells"), &Bar::sells);
    setColumns(std::move(columns));
}

void BarModel::show(const BarSeries& series, std::size_t first, std::size_t last, const QString& quote) {
    setTitle(Volume, tr("Volume %1").arg(quote));
    std::vector<RowPtr> rows;
    rows.reserve(last - first);
    for (std::size_t i = last; i > first; --i)
        rows.push_back(std::make_shared<const BarRow>(BarRow{i - 1, series.at(i - 1)}));
    setContents(std::move(rows));
}

}  // namespace ui
