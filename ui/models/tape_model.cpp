// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tape_model.h"

#include "core/base/checked_math.h"
#include "core/model/quote_asset.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"

#include <cmath>
#include <map>
#include <utility>

namespace ui {
namespace {

using core::pipeline::TapeRow;

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

QString tagsOf(const core::pipeline::ClusterTag& cluster, const QString& roles) {
    const QString name = format::clusterShort(cluster);
    return name.isEmpty() || roles.isEmpty() ? name + roles : name + QStringLiteral(" · ") + roles;
}

}  // namespace

TapeModel::TapeModel(QObject* parent) : ColumnTable(parent) {
    const auto quiet = [](const TapeRow&) { return theme::palette().dim; };
    std::vector<ui::Column<TapeRow>> columns(ColumnCount);
    columns[Time] = {
        .id = QStringLiteral("time"),
        .title = tr("Time UTC"),
        .width = 74,
        .text = [](const TapeRow& row) { return format::clockTime(seconds(row.at)); },
        .order = [](const TapeRow& row) { return static_cast<double>(row.id); },
        .raw = [](const TapeRow& row) { return row.at.blockTime ? format::dateTime(seconds(row.at)) : QString(); },
        .toolTip =
            [](const TapeRow& row) {
                return row.at.blockTime ? format::dateTime(seconds(row.at)) : tr("The feed gave no block time");
            },
        .ink = quiet,
        .left = true};
    columns[Side] = {.id = QStringLiteral("side"),
                     .title = tr("Side"),
                     .width = 58,
                     .text =
                         [](const TapeRow& row) {
                             const QString side = row.side == core::Side::Buy ? tr("▲ buy") : tr("▼ sell");
                             return row.trades == 1 ? side : side + QStringLiteral(" ×%1").arg(row.trades);
                         },
                     .raw =
                         [](const TapeRow& row) {
                             return row.side == core::Side::Buy ? QStringLiteral("buy") : QStringLiteral("sell");
                         },
                     .ink =
                         [](const TapeRow& row) {
                             return row.side == core::Side::Buy ? theme::palette().up : theme::palette().down;
                         },
                     .left = true};
    columns[Quote] = {
        .id = QStringLiteral("quote_amount"),
        .title = tr("Amount"),
        .width = 74,
        .text = [this](const TapeRow& row) { return amount(quote(row.quoteAmount)); },
        .order = [](const TapeRow& row) { return static_cast<double>(row.quoteAmount); },
        .raw = [this](const TapeRow& row) { return QString::number(quote(row.quoteAmount), 'g', 17); },
        .toolTip = [this](const TapeRow& row) { return format::fullPrice(quote(row.quoteAmount)); }};
    columns[Usd] = {
        .id = QStringLiteral("usd"),
        .title = tr("USD"),
        .width = 58,
        .text =
            [this](const TapeRow& row) {
                return m_dollars ? format::compact(quote(row.quoteAmount) * *m_dollars) : format::unknown();
            },
        .order = [](const TapeRow& row) { return static_cast<double>(row.quoteAmount); },
        .raw =
            [this](const TapeRow& row) {
                return m_dollars ? QString::number(quote(row.quoteAmount) * *m_dollars, 'f', 2) : QString();
            },
        .toolTip =
            [this](const TapeRow&) {
                return m_dollars ? QString() : tr("Unknown: no trade of the quote asset against dollars was seen");
            },
        .meaning = tr("In US dollars at the price of SOL that the feed itself shows now")};
    columns[Price] = {
        .id = QStringLiteral("price"),
        .title = tr("Price"),
        .width = 82,
        .text =
            [this](const TapeRow& row) {
                return row.price.valid() ? format::price(row.price.value(m_baseDecimals, m_quoteDecimals))
                                         : format::unknown();
            },
        .order =
            [this](const TapeRow& row) {
                return row.price.valid() ? row.price.value(m_baseDecimals, m_quoteDecimals) : kUnknownOrder;
            },
        .raw =
            [this](const TapeRow& row) {
                return row.price.valid()
                           ? QString::number(row.price.value(m_baseDecimals, m_quoteDecimals), 'g', 17)
                           : QString();
            },
        .toolTip =
            [this](const TapeRow& row) {
                return row.price.valid() ? format::fullPrice(row.price.value(m_baseDecimals, m_quoteDecimals))
                                         : tr("No coin moved, so there is no price");
            }};
    columns[Impact] = {
        .id = QStringLiteral("impact"),
        .title = tr("Impact"),
        .width = 60,
        .text = [](const TapeRow& row) { return format::change(row.impact); },
        .order = [](const TapeRow& row) { return row.impact.value_or(kUnknownOrder); },
        .raw = [](const TapeRow& row) { return row.impact ? QString::number(*row.impact, 'g', 9) : QString(); },
        .toolTip =
            [](const TapeRow& row) {
                return row.impact ? QString() : tr("Unknown: the event carried no reserves");
            },
        .ink = quiet,
        .meaning = tr("How far the trade moved the price that the reserves set")};
    columns[Base] = {.id = QStringLiteral("coins"),
                     .title = tr("Coins", "amount of a trade"),
                     .width = 64,
                     .text =
                         [this](const TapeRow& row) {
                             return format::compact(format::wholeUnits(row.baseAmount, m_baseDecimals));
                         },
                     .order = [](const TapeRow& row) { return static_cast<double>(row.baseAmount); },
                     .raw = [](const TapeRow& row) { return QString::number(row.baseAmount); }};
    columns[Wallet] = {.id = QStringLiteral("wallet"),
                       .title = tr("Wallet"),
                       .width = 104,
                       .text =
                           [](const TapeRow& row) {
                               return format::shortKey(row.wallet.base58()) +
                                      (row.byCreator ? tr("  DEV") : QString());
                           },
                       .raw = [](const TapeRow& row) { return QString::fromStdString(row.wallet.base58()); },
                       .toolTip =
                           [](const TapeRow& row) {
                               return QString::fromStdString(row.wallet.base58()) +
                                      (row.byCreator ? tr("\nCreator of this token") : QString());
                           },
                       .ink =
                           [](const TapeRow& row) {
                               if (row.cluster) return format::clusterInk(row.cluster);
                               return row.byCreator ? theme::palette().attention : QColor();
                           },
                       .left = true,
                       .monospace = true};
    columns[Tags] = {.id = QStringLiteral("tags"),
                     .title = tr("Tags"),
                     .width = 108,
                     .text = [](const TapeRow& row) { return tagsOf(row.cluster, format::rolesText(row.roles)); },
                     .raw = [](const TapeRow& row) { return tagsOf(row.cluster, format::rolesRaw(row.roles)); },
                     .ink =
                         [](const TapeRow& row) {
                             return row.roles != 0 ? format::rolesInk(row.roles) : format::clusterInk(row.cluster);
                         },
                     .meaning = tr("Cluster and tags of the wallet on this coin as of now"),
                     .left = true};
    columns[Position] = {
        .id = QStringLiteral("position_after"),
        .title = tr("Position"),
        .width = 66,
        .text =
            [this](const TapeRow& row) {
                return row.positionAfter ? format::compact(format::whole(*row.positionAfter, m_baseDecimals))
                                         : format::unknown();
            },
        .order =
            [](const TapeRow& row) {
                return row.positionAfter ? static_cast<double>(*row.positionAfter) : kUnknownOrder;
            },
        .raw =
            [](const TapeRow& row) { return row.positionAfter ? QString::number(*row.positionAfter) : QString(); },
        .toolTip =
            [](const TapeRow& row) {
                return row.positionAfter ? tr("Coins this wallet holds after the trade, from the trades seen here. "
                                              "Negative: it sold coins that were not seen coming.")
                                         : tr("Unknown: not enough of this wallet's trades were seen");
            }};
    columns[Pnl] = {
        .id = QStringLiteral("realised"),
        .title = tr("PnL"),
        .width = 66,
        .text =
            [this](const TapeRow& row) {
                return row.realised ? format::signedAmount(format::whole(*row.realised, m_quoteDecimals))
                                    : QString();
            },
        .order =
            [](const TapeRow& row) { return row.realised ? static_cast<double>(*row.realised) : kUnknownOrder; },
        .raw = [](const TapeRow& row) { return row.realised ? QString::number(*row.realised) : QString(); },
        .ink =
            [](const TapeRow& row) {
                if (!row.realised || *row.realised == 0) return QColor();
                return *row.realised > 0 ? theme::palette().up : theme::palette().down;
            },
        .meaning = tr("Realised by this wallet on this coin up to the trade, average cost, fees in where "
                      "the venue tells. Empty before its first sell.")};
    columns[Venue] = {.id = QStringLiteral("venue"),
                      .title = tr("Venue"),
                      .width = 96,
                      .text =
                          [](const TapeRow& row) {
                              return row.route.empty() ? name(row.venue)
                                                       : name(row.venue) + tr(" via ") + name(row.route);
                          },
                      .ink = quiet,
                      .left = true};
    columns[Slot] = {
        .id = QStringLiteral("slot"),
        .title = tr("Slot"),
        .width = 90,
        .text =
            [](const TapeRow& row) {
                return row.at.slot ? format::grouped(row.at.slot->value()) : format::unknown();
            },
        .order =
            [](const TapeRow& row) {
                return row.at.slot ? static_cast<double>(row.at.slot->value()) : kUnknownOrder;
            },
        .raw = [](const TapeRow& row) { return row.at.slot ? QString::number(row.at.slot->value()) : QString(); },
        .toolTip =
            [](const TapeRow& row) {
                if (!row.at.slot) return tr("The feed gave no slot");
                return row.at.signature ? QString::fromStdString(row.at.signature->base58()) : QString();
            },
        .ink = quiet};
    setColumns(std::move(columns));
}

double TapeModel::quote(std::uint64_t raw) const {
    return format::wholeUnits(raw, m_quoteDecimals);
}

bool TapeModel::sameContent(const TapeRow& a, const TapeRow& b) const {
    return a.positionAfter == b.positionAfter && a.byCreator == b.byCreator && a.at.slot == b.at.slot &&
           a.at.blockTime == b.at.blockTime && a.quoteAmount == b.quoteAmount && a.baseAmount == b.baseAmount &&
           a.roles == b.roles && a.cluster == b.cluster && a.trades == b.trades;
}

void TapeModel::setFilter(double least, bool markedOnly) {
    m_least = least;
    m_markedOnly = markedOnly;
    fill();
    settle();
}

void TapeModel::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail,
                     std::optional<double> solDollars) {
    m_detail = detail;
    if (!detail) {
        drop();
        return;
    }
    if (detail->row.mint != m_mint) drop();
    m_mint = detail->row.mint;
    m_baseDecimals = detail->row.baseDecimals;
    m_quoteDecimals = detail->row.quoteDecimals;
    m_quoteMint = detail->row.quoteMint;
    m_dollars = m_quoteMint == core::wrappedSolMint() ? solDollars : std::nullopt;
    setTitle(Quote, m_quoteMint.isZero() ? tr("Amount") : format::quoteTicker(m_quoteMint));
    fill();
}

void TapeModel::fill() {
    if (!m_detail) return;
    std::vector<RowPtr> next;
    next.reserve(m_detail->tape.size());
    m_hidden = 0;
    for (const TapeRow& trade : m_detail->tape) {
        if ((m_least > 0 && quote(trade.quoteAmount) < m_least) ||
            (m_markedOnly && trade.roles == 0 && !trade.cluster)) {
            ++m_hidden;
            continue;
        }
        next.emplace_back(m_detail, &trade);
    }
    setContents(m_collapsed ? collapsed(std::move(next)) : std::move(next));
}

void TapeModel::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    fill();
    settle();
}

std::vector<TapeModel::RowPtr> TapeModel::collapsed(std::vector<RowPtr> rows) const {
    struct Group {
        std::size_t at = 0;  ///< in the result
        std::int64_t newest = 0;
        std::shared_ptr<TapeRow> sum;
    };
    std::map<std::pair<core::Wallet, core::Side>, Group> open;
    std::vector<RowPtr> out;
    out.reserve(rows.size());
    for (RowPtr& row : rows) {
        const auto time = seconds(row->at);
        if (!time) {
            out.push_back(std::move(row));
            continue;
        }
        const auto [entry, added] = open.try_emplace({row->wallet, row->side});
        Group& group = entry->second;
        if (added || group.newest - *time > kCollapse) {
            group = {out.size(), *time, nullptr};
            out.push_back(std::move(row));
            continue;
        }
        if (!group.sum) {
            group.sum = std::make_shared<TapeRow>(*out[group.at]);
            out[group.at] = group.sum;
        }
        // The id is that of the first trade: it stays while the row grows.
        group.sum->id = row->id;
        group.sum->baseAmount = core::saturatingAdd(group.sum->baseAmount, row->baseAmount);
        group.sum->quoteAmount = core::saturatingAdd(group.sum->quoteAmount, row->quoteAmount);
        group.sum->impact.reset();
        ++group.sum->trades;
    }
    return out;
}

}  // namespace ui
