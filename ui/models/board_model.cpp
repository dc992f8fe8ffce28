// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/board_model.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/models/card_chips.h"

namespace ui {
namespace {

QString ageText(const core::pipeline::TokenRow& row, std::optional<std::int64_t> asOf) {
    if (!row.createdTime || !asOf) return QObject::tr("unknown (its creation was not seen)");
    return format::longAge(*asOf - *row.createdTime);
}

QString toolTip(const core::pipeline::TokenRow& row, std::optional<std::int64_t> asOf) {
    const auto orUnknown = [](const QString& text) {
        return text == format::unknown() ? QObject::tr("unknown") : text;
    };
    const QString ticker = format::quoteTicker(row.quoteMint);
    QStringList lines;
    lines << format::tokenTitle(row) + u' ' + QString::fromStdString(row.name);
    lines << QString::fromStdString(row.mintText);
    lines << QObject::tr("Price %1 %2")
                 .arg(row.price.valid() ? format::fullPrice(row.price.value(row.baseDecimals, row.quoteDecimals))
                                        : QObject::tr("unknown"),
                      ticker);
    lines << QObject::tr("Age %1").arg(ageText(row, asOf));
    lines << QObject::tr("Market cap %1 %2").arg(orUnknown(format::compact(row.marketCapQuote)), ticker);
    lines << QObject::tr("Liquidity %1 %2").arg(orUnknown(format::compact(row.liquidityQuote)), ticker);
    lines << QObject::tr("Curve %1")
                 .arg(row.graduated ? QObject::tr("graduated") : orUnknown(format::share(row.curveProgress)));
    lines << QObject::tr("Holders %1").arg(row.holders ? QString::number(*row.holders) : QObject::tr("unknown"));
    lines << QObject::tr("Top 10 hold %1, dev holds %2")
                 .arg(orUnknown(format::share(row.top10Share)), orUnknown(format::share(row.devShare)));
    lines << QObject::tr("%1 buys, %2 sells, %3 buyers").arg(row.buys).arg(row.sells).arg(row.buyers);
    return lines.join(u'\n');
}

QString spokenCard(const core::pipeline::TokenRow& row, std::optional<std::int64_t> asOf) {
    QStringList parts{QObject::tr("%1, age %2, change in 5 minutes %3")
                          .arg(format::tokenTitle(row), ageText(row, asOf),
                               row.change5m ? format::change(row.change5m) : QObject::tr("unknown"))};
    for (const CardChip& chip : cardChips(row, std::nullopt)) parts << chip.spoken;
    return parts.join(QStringLiteral(", "));
}

}  // namespace

int BoardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1;
}

QVariant BoardModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& token = row(index.row());
    switch (role) {
        case Qt::DisplayRole: return format::tokenTitle(token);
        case Qt::ToolTipRole: return format::plainToolTip(toolTip(token, m_asOf));
        case Qt::AccessibleTextRole: return spokenCard(token, m_asOf);
        default: return {};
    }
}

void BoardModel::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot,
                      const std::vector<core::pipeline::TokenRow>& rows) {
    m_asOf = snapshot->asOfTime;
    m_asOfSlot = snapshot->asOfSlot;
    m_solDollars = snapshot->solDollars;
    std::vector<RowPtr> next;
    next.reserve(rows.size());
    for (const auto& token : rows) next.emplace_back(snapshot, &token);
    if (m_frozen)
        refreshRows(next);
    else
        setRows(std::move(next));
}

}  // namespace ui
