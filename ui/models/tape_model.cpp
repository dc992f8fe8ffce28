// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tape_model.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QFont>

#include <cstdlib>

namespace ui {
namespace {

QString name(core::Symbol symbol) {
    const std::string_view text = symbol.name();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<std::int64_t> seconds(const core::EventHeader& at) {
    if (!at.blockTime) return std::nullopt;
    return at.blockTime->value();
}

QString amount(double value) {
    return value < 1000 ? format::price(value, 4) : format::compact(value);
}

}  // namespace

int TapeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TapeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Time || section == Side || section == Wallet || section == Venue)
                              ? Qt::AlignLeft | Qt::AlignVCenter
                              : Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Time: return tr("Time UTC");
        case Side: return tr("Side");
        case Quote: return m_quoteMint.isZero() ? tr("Amount") : format::quoteTicker(m_quoteMint);
        case Price: return tr("Price");
        case Base: return tr("Coins");
        case Wallet: return tr("Wallet");
        case Position: return tr("Position");
        case Venue: return tr("Venue");
        case Slot: return tr("Slot");
        default: return {};
    }
}

QVariant TapeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& trade = row(index.row());
    const auto& colors = theme::palette();
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(trade, column);
        case Qt::TextAlignmentRole: return headerData(column, Qt::Horizontal, role);
        case Qt::ToolTipRole: return format::plainToolTip(toolTip(trade, column));
        case Qt::ForegroundRole:
            if (column == Side) return trade.side == core::Side::Buy ? colors.up : colors.down;
            if (column == Wallet && trade.byCreator) return colors.attention;
            if (column == Time || column == Slot || column == Venue) return colors.dim;
            return {};
        case Qt::FontRole:
            if (column == Wallet) return theme::monospace(11);
            return {};
        default: return {};
    }
}

QString TapeModel::text(const core::pipeline::TapeRow& trade, int column) const {
    switch (column) {
        case Time: return format::clockTime(seconds(trade.at));
        case Side: return trade.side == core::Side::Buy ? tr("▲ buy") : tr("▼ sell");
        case Quote: return amount(format::wholeUnits(trade.quoteAmount, m_quoteDecimals));
        case Price:
            return trade.price.valid() ? format::price(trade.price.value(m_baseDecimals, m_quoteDecimals))
                                       : format::unknown();
        case Base: return format::compact(format::wholeUnits(trade.baseAmount, m_baseDecimals));
        case Wallet: return format::shortKey(trade.wallet.base58()) + (trade.byCreator ? tr("  DEV") : QString());
        case Position: {
            if (!trade.positionAfter) return format::unknown();
            const double size =
                format::wholeUnits(static_cast<std::uint64_t>(std::abs(*trade.positionAfter)), m_baseDecimals);
            return format::compact(*trade.positionAfter < 0 ? -size : size);
        }
        case Venue:
            return trade.route.empty() ? name(trade.venue) : name(trade.venue) + tr(" via ") + name(trade.route);
        case Slot: return trade.at.slot ? format::grouped(trade.at.slot->value()) : format::unknown();
        default: return {};
    }
}

QString TapeModel::toolTip(const core::pipeline::TapeRow& trade, int column) const {
    switch (column) {
        case Time:
            return trade.at.blockTime ? format::dateTime(seconds(trade.at)) : tr("The feed gave no block time");
        case Price:
            return trade.price.valid() ? format::fullPrice(trade.price.value(m_baseDecimals, m_quoteDecimals))
                                       : tr("No coin moved, so there is no price");
        case Wallet:
            return QString::fromStdString(trade.wallet.base58()) +
                   (trade.byCreator ? tr("\nCreator of this token") : QString());
        case Position:
            return trade.positionAfter
                       ? tr("Coins this wallet holds after the trade, from the trades seen here. Negative: it sold "
                            "coins that were not seen coming.")
                       : tr("Unknown: not enough of this wallet's trades were seen");
        case Slot: return trade.at.slot ? QString() : tr("The feed gave no slot");
        default: return {};
    }
}

bool TapeModel::sameContent(const core::pipeline::TapeRow& a, const core::pipeline::TapeRow& b) const {
    return a.positionAfter == b.positionAfter && a.byCreator == b.byCreator && a.at.slot == b.at.slot &&
           a.at.blockTime == b.at.blockTime && a.quoteAmount == b.quoteAmount && a.baseAmount == b.baseAmount;
}

void TapeModel::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
    if (!detail) {
        clear();
        return;
    }
    if (detail->row.mint != m_mint) clear();
    m_mint = detail->row.mint;
    m_baseDecimals = detail->row.baseDecimals;
    m_quoteDecimals = detail->row.quoteDecimals;
    if (m_quoteMint != detail->row.quoteMint) {
        m_quoteMint = detail->row.quoteMint;
        emit headerDataChanged(Qt::Horizontal, Quote, Quote);
    }
    std::vector<RowPtr> next;
    next.reserve(detail->tape.size());
    for (const auto& trade : detail->tape) next.emplace_back(detail, &trade);
    setRows(std::move(next));
}

}  // namespace ui
