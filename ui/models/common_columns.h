// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/wallet_names.h"
#include "ui/models/column_table.h"

#include <QCoreApplication>

#include <cstdint>
#include <optional>

namespace ui {

[[nodiscard]] inline QString columnText(const char* text) {
    return QCoreApplication::translate("columns", text);
}

/// The wallet of a row, in the colour of its cluster where the row has one.
template <class Row>
[[nodiscard]] Column<Row> walletColumn(const QString& title) {
    Column<Row> out{.id = QStringLiteral("wallet"),
                    .title = title,
                    .width = 104,
                    .text = [](const Row& row) { return format::walletName(row.wallet); },
                    .raw = [](const Row& row) { return QString::fromStdString(row.wallet.base58()); },
                    .toolTip = [](const Row& row) { return QString::fromStdString(row.wallet.base58()); },
                    .left = true,
                    .monospace = true};
    if constexpr (requires(const Row& row) { row.cluster; })
        out.ink = [](const Row& row) { return format::clusterInk(row.cluster); };
    return out;
}

template <class Row>
[[nodiscard]] Column<Row> clusterColumn() {
    return {
        .id = QStringLiteral("cluster"),
        .title = columnText("Cluster"),
        .width = 64,
        .text = [](const Row& row) { return format::clusterShort(row.cluster); },
        .order =
            [](const Row& row) { return row.cluster ? static_cast<double>(row.cluster.number) : kUnknownOrder; },
        .ink = [](const Row& row) { return format::clusterInk(row.cluster); },
        .meaning = columnText("Wallets that are likely one hand on this coin. Empty: no second wallet of its "
                              "cluster has the coin."),
        .left = true};
}

template <class Row>
[[nodiscard]] Column<Row> tagsColumn() {
    return {.id = QStringLiteral("tags"),
            .title = columnText("Tags"),
            .width = 120,
            .text = [](const Row& row) { return format::rolesText(row.roles); },
            .raw = [](const Row& row) { return format::rolesRaw(row.roles); },
            .ink = [](const Row& row) { return format::rolesInk(row.roles); },
            .left = true};
}

/// A share 0..1 that may be unknown; `get` takes a row.
template <class Row, class Get>
[[nodiscard]] Column<Row> shareColumn(const QString& id, const QString& title, Get get,
                                      const QString& meaning = {}) {
    return {.id = id,
            .title = title,
            .width = 58,
            .text = [get](const Row& row) { return format::share(get(row)); },
            .order = [get](const Row& row) { return std::optional<double>(get(row)).value_or(kUnknownOrder); },
            .raw =
                [get](const Row& row) {
                    const std::optional<double> value = get(row);
                    return value ? QString::number(*value, 'g', 12) : QString();
                },
            .meaning = meaning};
}

/// A change that may be unknown: down is red.
template <class Row, class Get>
[[nodiscard]] Column<Row> changeColumn(const QString& id, const QString& title, Get get,
                                       const QString& meaning = {}) {
    return {.id = id,
            .title = title,
            .width = 66,
            .text = [get](const Row& row) { return format::change(get(row)); },
            .order = [get](const Row& row) { return std::optional<double>(get(row)).value_or(kUnknownOrder); },
            .raw =
                [get](const Row& row) {
                    const std::optional<double> value = get(row);
                    return value ? QString::number(*value, 'g', 12) : QString();
                },
            .ink =
                [get](const Row& row) {
                    const std::optional<double> value = get(row);
                    if (!value || *value == 0) return theme::palette().dim;
                    return *value > 0 ? theme::palette().up : theme::palette().down;
                },
            .meaning = meaning};
}

/// Unix seconds that may be unknown, as a time of day; the date stands in the tooltip.
template <class Row, class Get>
[[nodiscard]] Column<Row> timeColumn(const QString& id, const QString& title, Get get) {
    return {.id = id,
            .title = title,
            .width = 70,
            .text = [get](const Row& row) { return format::clockTime(get(row)); },
            .order =
                [get](const Row& row) {
                    const std::optional<std::int64_t> time = get(row);
                    return time ? static_cast<double>(*time) : kUnknownOrder;
                },
            .raw =
                [get](const Row& row) {
                    const std::optional<std::int64_t> time = get(row);
                    return time ? format::dateTime(time) : QString();
                },
            .toolTip = [get](const Row& row) { return format::dateTime(get(row)); },
            .ink = [](const Row&) { return theme::palette().dim; }};
}

/// A count.
template <class Row, class Get>
[[nodiscard]] Column<Row> countColumn(const QString& id, const QString& title, Get get,
                                      const QString& meaning = {}) {
    return {.id = id,
            .title = title,
            .width = 58,
            .text = [get](const Row& row) { return format::grouped(static_cast<std::uint64_t>(get(row))); },
            .order = [get](const Row& row) { return static_cast<double>(get(row)); },
            .raw = [get](const Row& row) { return QString::number(static_cast<std::uint64_t>(get(row))); },
            .meaning = meaning};
}

}  // namespace ui
