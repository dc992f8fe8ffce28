// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_table_model.h"

#include "core/base/text.h"
#include "ui/format/alert_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/phrases/phrases.h"

#include <algorithm>

namespace ui {
namespace {

QString text(const std::string& from) {
    return QString::fromStdString(from);
}

QString latin(std::string_view from) {
    return QString::fromLatin1(from.data(), static_cast<qsizetype>(from.size()));
}

std::optional<std::int64_t> timeOf(const AlertRow& row) {
    return row.alert->time ? std::optional{row.alert->time->value()} : std::nullopt;
}

// "11-30 14:22:07": a list of days needs the day, and has no room for the year.
QString shortTime(std::optional<std::int64_t> time) {
    const QString whole = format::dateTime(time);
    return time && whole.size() >= 19 ? whole.mid(5, 14) : whole;
}

double orUnknown(std::optional<double> value) {
    return value.value_or(kUnknownOrder);
}

QString rawNumber(std::optional<double> value) {
    return value ? QString::fromStdString(core::shortestDouble(*value)) : QString();
}

}  // namespace

AlertTableModel::AlertTableModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<AlertRow>> columns(ColumnCount);
    columns[Time] = {
        .id = QStringLiteral("time"),
        .title = tr("Time UTC"),
        .width = 96,
        .text = [](const AlertRow& row) { return shortTime(timeOf(row)); },
        .order =
            [](const AlertRow& row) { return timeOf(row) ? static_cast<double>(*timeOf(row)) : kUnknownOrder; },
        .raw = [](const AlertRow& row) { return timeOf(row) ? text(core::rfc3339(*timeOf(row))) : QString(); },
        .toolTip = [](const AlertRow& row) { return format::dateTime(timeOf(row)); },
        .meaning = tr("When the event behind the alert was, by the chain"),
        .left = true};
    columns[Severity] = {
        .id = QStringLiteral("severity"),
        .title = tr("Severity"),
        .width = 70,
        .text =
            [](const AlertRow& row) { return QStringLiteral("● ") + format::severityText(row.alert->severity); },
        .order = [](const AlertRow& row) { return static_cast<double>(row.alert->severity); },
        .raw = [](const AlertRow& row) { return latin(core::severityName(row.alert->severity)); },
        .ink = [](const AlertRow& row) { return format::severityInk(row.alert->severity); },
        .left = true};
    columns[Rule] = {
        .id = QStringLiteral("rule"),
        .title = tr("Rule"),
        .width = 120,
        .text = [](const AlertRow& row) { return format::ruleText(row.alert->rule); },
        .raw = [](const AlertRow& row) { return text(row.alert->rule); },
        .toolTip =
            [this](const AlertRow& row) {
                QString out = tr("rule %1, version %2").arg(text(row.alert->rule)).arg(row.alert->ruleVersion);
                const QString seen = record(row.alert->rule);
                out += u'\n' + (seen.isEmpty() ? tr("Too few verdicts yet to say how often it is right.") : seen);
                if (row.muted) out += u'\n' + tr("Muted: listed, and not said anywhere else.");
                return out;
            },
        .left = true};
    columns[Record] = {
        .id = QStringLiteral("rule_record"),
        .title = tr("Stated → happened"),
        .width = 136,
        .text =
            [this](const AlertRow& row) {
                const auto* known = knownOf(row.alert->rule);
                return known == nullptr ? QString()
                                        : QStringLiteral("%1 → %2 · %3")
                                              .arg(QString::number(known->seen.stated, 'f', 2),
                                                   QString::number(known->seen.happened, 'f', 2))
                                              .arg(known->seen.claims);
            },
        .order =
            [this](const AlertRow& row) {
                const auto* known = knownOf(row.alert->rule);
                return known == nullptr ? kUnknownOrder : known->seen.happened;
            },
        .raw =
            [this](const AlertRow& row) {
                const auto* known = knownOf(row.alert->rule);
                return known == nullptr ? QString() : rawNumber(known->seen.happened);
            },
        .toolTip =
            [this](const AlertRow& row) {
                const QString seen = record(row.alert->rule);
                return seen.isEmpty() ? tr("Too few verdicts yet to say how often it is right.") : seen;
            },
        .meaning = tr("What alerts of the rule stated, how many you judged to be true, and of how many")};
    columns[Coin] = {
        .id = QStringLiteral("coin"),
        .title = tr("Coin"),
        .width = 80,
        .text = [](const AlertRow& row) { return text(row.alert->coin); },
        .raw = [](const AlertRow& row) { return row.alert->mint ? text(row.alert->mint->base58()) : QString(); },
        .toolTip =
            [](const AlertRow& row) { return row.alert->mint ? text(row.alert->mint->base58()) : QString(); },
        .left = true};
    columns[Why] = {.id = QStringLiteral("why"),
                    .title = tr("Why"),
                    .width = 380,
                    .text = [](const AlertRow& row) { return phrases::inLanguage(row.alert->text); },
                    .raw = [](const AlertRow& row) { return text(row.alert->text); },
                    .toolTip =
                        [](const AlertRow& row) {
                            QString out = phrases::inLanguage(row.alert->text);
                            for (const auto& seen : row.alert->evidence)
                                out += QStringLiteral("\n· ") + phrases::inLanguage(seen.text);
                            return out;
                        },
                    .left = true};
    columns[Confidence] = {
        .id = QStringLiteral("confidence"),
        .title = tr("Conf."),
        .width = 48,
        .text = [](const AlertRow& row) { return QString::number(row.alert->confidence, 'f', 2); },
        .order = [](const AlertRow& row) { return row.alert->confidence; },
        .meaning = tr("Confidence the alert stated, 0 to 1")};
    columns[Price] = {
        .id = QStringLiteral("price"),
        .title = tr("Price then"),
        .width = 84,
        .text = [](const AlertRow& row) { return row.price ? format::price(*row.price) : format::unknown(); },
        .order = [](const AlertRow& row) { return orUnknown(row.price); },
        .raw = [](const AlertRow& row) { return rawNumber(row.price); },
        .toolTip = [](const AlertRow& row) { return row.price ? format::fullPrice(*row.price) : QString(); },
        .meaning = tr("Price at the alert: whole quote units, mostly SOL, for one coin")};
    columns[Change] = {.id = QStringLiteral("change_since"),
                       .title = tr("Since then"),
                       .width = 78,
                       .text = [](const AlertRow& row) { return format::change(row.change); },
                       .order = [](const AlertRow& row) { return orUnknown(row.change); },
                       .raw = [](const AlertRow& row) { return rawNumber(row.change); },
                       .toolTip =
                           [](const AlertRow& row) {
                               if (!row.change) return tr("No price is known at the alert or since.");
                               return row.storedAt
                                          ? tr("By the last stored trade, %1").arg(format::dateTime(row.storedAt))
                                          : tr("By the last trade of this session");
                           },
                       .ink =
                           [](const AlertRow& row) {
                               if (!row.change || *row.change == 0) return QColor();
                               return *row.change > 0 ? theme::palette().up : theme::palette().down;
                           },
                       .meaning = tr("Last known price against the price at the alert")};
    columns[Verdict] = {
        .id = QStringLiteral("verdict"),
        .title = tr("Verdict"),
        .width = 60,
        .text =
            [](const AlertRow& row) {
                return !row.verdict   ? QString()
                       : *row.verdict ? QStringLiteral("✓ ") + format::verdictText(row.verdict)
                                      : QStringLiteral("✗ ") + format::verdictText(row.verdict);
            },
        .order = [](const AlertRow& row) { return row.verdict ? (*row.verdict ? 1.0 : 0.0) : kUnknownOrder; },
        .raw =
            [](const AlertRow& row) {
                return !row.verdict ? QString() : *row.verdict ? QStringLiteral("true") : QStringLiteral("false");
            },
        .toolTip = [](const AlertRow& row) { return text(row.reason); },
        .meaning = tr("What you hold of it: T true, F false, U takes it back"),
        .left = true};
    columns[Group] = {.id = QStringLiteral("group"),
                      .title = tr("Group"),
                      .width = 76,
                      .text = [](const AlertRow& row) { return format::alertGroupText(row.alert->group); },
                      .raw = [](const AlertRow& row) { return latin(core::alertGroupName(row.alert->group)); },
                      .left = true};
    columns[Reason] = {.id = QStringLiteral("verdict_reason"),
                       .title = tr("Reason"),
                       .width = 120,
                       .text = [](const AlertRow& row) { return text(row.reason); },
                       .meaning = tr("Why you hold it to be false"),
                       .left = true};
    setColumns(std::move(columns));
}

QColor AlertTableModel::rowInk(const AlertRow& row) const {
    return row.muted ? theme::palette().dim : QColor();
}

void AlertTableModel::setReport(std::shared_ptr<const core::review::CalibrationReport> report) {
    m_report = std::move(report);
    if (rowCount() > 0) emit dataChanged(index(0, Record), index(rowCount() - 1, Record));
}

const core::review::Reliability* AlertTableModel::knownOf(const std::string& rule) const {
    if (!m_report) return nullptr;
    const auto& rules = m_report->verdicts.rules;
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& one) { return one.name == rule; });
    return found != rules.end() && found->enough() ? &*found : nullptr;
}

QString AlertTableModel::record(const std::string& rule) const {
    const auto* known = knownOf(rule);
    return known == nullptr ? QString() : format::statedHappened(known->seen);
}

}  // namespace ui
