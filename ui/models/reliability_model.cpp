// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reliability_model.h"

#include "ui/format/alert_text.h"
#include "ui/format/number_text.h"
#include "ui/format/price_text.h"

#include <memory>

namespace ui {
namespace {

using core::review::Reliability;

QString decimals(double value, int digits = 2) {
    return QString::number(value, 'f', digits);
}
QString known(const std::optional<double>& value) {
    return value ? decimals(*value, 3) : format::unknown();
}
QString raw(const std::optional<double>& value) {
    return value ? decimals(*value, 6) : QString();
}

}  // namespace

ReliabilityModel::ReliabilityModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<Reliability>> columns(ColumnCount);
    columns[Name] = {
        .id = QStringLiteral("name"),
        .title = tr("Rule or kind"),
        .width = 140,
        .text =
            [](const Reliability& row) { return row.name.empty() ? tr("All alerts") : format::ruleText(row.name); },
        .raw =
            [](const Reliability& row) {
                return row.name.empty() ? QStringLiteral("all") : QString::fromStdString(row.name);
            },
        .left = true};
    columns[Claims] = {.id = QStringLiteral("claims"),
                       .title = tr("n"),
                       .width = 54,
                       .text = [](const Reliability& row) { return format::grouped(row.seen.claims); },
                       .order = [](const Reliability& row) { return static_cast<double>(row.seen.claims); },
                       .raw = [](const Reliability& row) { return QString::number(row.seen.claims); },
                       .meaning = tr("Judged alerts that state a confidence")};
    columns[Stated] = {
        .id = QStringLiteral("stated"),
        .title = tr("Stated"),
        .width = 58,
        .text =
            [](const Reliability& row) {
                return row.seen.claims == 0 ? format::unknown() : decimals(row.seen.stated);
            },
        .order = [](const Reliability& row) { return row.seen.claims == 0 ? kUnknownOrder : row.seen.stated; },
        .raw =
            [](const Reliability& row) { return row.seen.claims == 0 ? QString() : decimals(row.seen.stated, 6); },
        .meaning = tr("Mean of the confidences they stated")};
    columns[Happened] = {
        .id = QStringLiteral("happened"),
        .title = tr("Happened"),
        .width = 70,
        .text =
            [](const Reliability& row) { return row.enough() ? decimals(row.seen.happened) : format::unknown(); },
        .order = [](const Reliability& row) { return row.enough() ? row.seen.happened : kUnknownOrder; },
        .raw = [](const Reliability& row) { return row.enough() ? decimals(row.seen.happened, 6) : QString(); },
        .toolTip =
            [](const Reliability& row) {
                return row.enough() ? tr("%1 of %2").arg(row.seen.right).arg(row.seen.claims)
                                    : tr("%1 of the %2 that say something")
                                          .arg(row.seen.claims)
                                          .arg(core::review::kEnoughClaims);
            },
        .meaning =
            tr("Share of them that were right; unknown below %1 judged alerts").arg(core::review::kEnoughClaims)};
    columns[Interval] = {
        .id = QStringLiteral("interval_95"),
        .title = tr("95%"),
        .width = 84,
        .text =
            [](const Reliability& row) {
                return row.enough() ? decimals(row.seen.low) + QStringLiteral(" – ") + decimals(row.seen.high)
                                    : format::unknown();
            },
        .order = [](const Reliability& row) { return row.enough() ? row.seen.low : kUnknownOrder; },
        .raw =
            [](const Reliability& row) {
                return row.enough() ? decimals(row.seen.low, 6) + u' ' + decimals(row.seen.high, 6) : QString();
            },
        .meaning = tr("Where the true share lies with 95% confidence (Wilson)")};
    columns[Brier] = {
        .id = QStringLiteral("brier"),
        .title = tr("Brier"),
        .width = 54,
        .text = [](const Reliability& row) { return known(row.brier); },
        .order = [](const Reliability& row) { return row.brier.value_or(kUnknownOrder); },
        .raw = [](const Reliability& row) { return raw(row.brier); },
        .meaning = tr("Mean of (confidence − outcome)²: 0 is perfect, 0.25 is what always saying 0.5 gets")};
    columns[Ece] = {
        .id = QStringLiteral("ece"),
        .title = tr("ECE"),
        .width = 54,
        .text = [](const Reliability& row) { return known(row.ece); },
        .order = [](const Reliability& row) { return row.ece.value_or(kUnknownOrder); },
        .raw = [](const Reliability& row) { return raw(row.ece); },
        .meaning =
            tr("Expected calibration error: how far stated and happened lie apart, by tenths of confidence")};
    columns[Unjudged] = {.id = QStringLiteral("unjudged"),
                         .title = tr("Unknown"),
                         .width = 66,
                         .text = [](const Reliability& row) { return format::grouped(row.unjudged); },
                         .order = [](const Reliability& row) { return static_cast<double>(row.unjudged); },
                         .raw = [](const Reliability& row) { return QString::number(row.unjudged); },
                         .meaning = tr("Alerts of which nobody knows whether they were right")};
    setColumns(std::move(columns));
}

void ReliabilityModel::show(const Reliability& all, const std::vector<Reliability>& parts) {
    std::vector<RowPtr> rows;
    rows.reserve(parts.size() + 1);
    rows.push_back(std::make_shared<const Reliability>(all));
    for (const Reliability& one : parts)
        if (!one.name.empty()) rows.push_back(std::make_shared<const Reliability>(one));
    setContents(std::move(rows));
}

}  // namespace ui
