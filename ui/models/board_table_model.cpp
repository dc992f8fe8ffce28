// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/board_table_model.h"

#include "core/pipeline/board_figure_names.h"

#include "core/model/quote_asset.h"
#include "ui/format/people_text.h"
#include "ui/models/board_model.h"
#include "ui/models/board_presets.h"
#include "ui/models/card_chips.h"
#include "ui/models/common_columns.h"

namespace ui {
namespace {

using core::pipeline::BoardFigure;
using core::pipeline::ChipShare;
using core::pipeline::CoinCard;
using core::pipeline::TokenRow;

QString idOf(BoardFigure figure) {
    const std::string_view name = core::pipeline::boardFigureName(figure);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

double orUnknown(const std::optional<double>& value) {
    return value.value_or(kUnknownOrder);
}

QString rawNumber(const std::optional<double>& value) {
    return value ? QString::number(*value, 'g', 12) : QString();
}

// Coins in dollars are worth what they say.
std::optional<double> dollars(const TokenRow& row, std::optional<double> quote, std::optional<double> solDollars) {
    if (!quote) return std::nullopt;
    if (row.quoteMint == core::wrappedSolMint())
        return solDollars ? std::optional{*quote * *solDollars} : std::nullopt;
    return core::quoteAsset(row.quoteMint) != nullptr ? quote : std::nullopt;
}

Column<TokenRow> chipColumn(BoardFigure figure, const QString& title, const QString& chipId,
                            ChipShare CoinCard::*part, const QString& meaning) {
    const auto share = [part](const TokenRow& row) { return row.card ? (*row.card).*part : ChipShare{}; };
    const auto chip = [chipId](const TokenRow& row) -> std::optional<CardChip> {
        for (CardChip& one : cardChips(row, std::nullopt))
            if (one.id == chipId) return std::move(one);
        return std::nullopt;
    };
    return {.id = idOf(figure),
            .title = title,
            .width = 52,
            .text = [share](const TokenRow& row) { return chipShareText(share(row)); },
            .order =
                [share](const TokenRow& row) {
                    const ChipShare one = share(row);
                    return one.held ? *one.held : one.below ? 0.0 : kUnknownOrder;
                },
            .raw = [share](const TokenRow& row) { return rawNumber(share(row).held); },
            .toolTip =
                [chip](const TokenRow& row) {
                    const auto one = chip(row);
                    return one ? one->toolTip : QString();
                },
            .ink =
                [chip](const TokenRow& row) {
                    const auto one = chip(row);
                    return one ? one->ink : theme::palette().dim;
                },
            .meaning = meaning};
}

template <class Get>
Column<TokenRow> quoteColumn(BoardFigure figure, const QString& title, Get raw, const QString& meaning) {
    return {
        .id = idOf(figure),
        .title = title,
        .width = 62,
        .text =
            [raw](const TokenRow& row) { return format::compact(format::wholeUnits(raw(row), row.quoteDecimals)); },
        .order = [raw](const TokenRow& row) { return format::wholeUnits(raw(row), row.quoteDecimals); },
        .raw =
            [raw](const TokenRow& row) {
                return QString::number(format::wholeUnits(raw(row), row.quoteDecimals), 'g', 15);
            },
        .meaning = meaning};
}

QString stageText(const TokenRow& row) {
    switch (row.stage) {
        case core::pipeline::Stage::New: return columnText("New");
        case core::pipeline::Stage::Graduating: return columnText("Graduating");
        case core::pipeline::Stage::Graduated: return columnText("Graduated");
    }
    return {};
}

template <class Column>
Column as(Column column, BoardFigure figure) {
    column.id = idOf(figure);
    return column;
}

}  // namespace

BoardTableModel::BoardTableModel(QObject* parent) : ColumnTable(parent) {
    const auto age = [this](const TokenRow& row) -> std::optional<std::int64_t> {
        if (!row.createdTime || !m_asOf) return std::nullopt;
        return *m_asOf - *row.createdTime;
    };
    const auto peak = [](const TokenRow& row) {
        return row.card && row.card->creator ? row.card->creator->bestPeak : std::nullopt;
    };
    std::vector<Column<TokenRow>> columns;
    columns.push_back({.id = QStringLiteral("coin"),
                       .title = columnText("Coin"),
                       .width = 96,
                       .text = [](const TokenRow& row) { return format::tokenTitle(row); },
                       .toolTip =
                           [](const TokenRow& row) {
                               return QString::fromStdString(row.name) + u'\n' +
                                      QString::fromStdString(row.mintText);
                           },
                       .ink = [](const TokenRow&) { return theme::palette().strong; },
                       .left = true});
    columns.push_back({.id = QStringLiteral("stage"),
                       .title = columnText("Stage"),
                       .width = 76,
                       .text = stageText,
                       .order = [](const TokenRow& row) { return static_cast<double>(row.stage); },
                       .ink = [](const TokenRow&) { return theme::palette().dim; },
                       .left = true});
    columns.push_back({.id = idOf(BoardFigure::Age),
                       .title = columnText("Age"),
                       .width = 48,
                       .text = [age](const TokenRow& row) { return format::shortAge(age(row)); },
                       .order =
                           [age](const TokenRow& row) {
                               const auto seconds = age(row);
                               return seconds ? static_cast<double>(*seconds) : kUnknownOrder;
                           },
                       .raw =
                           [age](const TokenRow& row) {
                               const auto seconds = age(row);
                               return seconds ? QString::number(*seconds) : QString();
                           },
                       .toolTip = [](const TokenRow& row) { return format::dateTime(row.createdTime); },
                       .ink = [](const TokenRow&) { return theme::palette().dim; },
                       .meaning = columnText("Since the creation, by the chain's clock")});
    columns.push_back({.id = idOf(BoardFigure::MarketCapDollars),
                       .title = columnText("Mkt cap"),
                       .width = 68,
                       .text = [this](const TokenRow& row) { return format::marketCap(row, m_solDollars); },
                       .order =
                           [this](const TokenRow& row) {
                               const auto worth = dollars(row, row.marketCapQuote, m_solDollars);
                               return orUnknown(worth ? worth : row.marketCapQuote);
                           },
                       .raw = [](const TokenRow& row) { return rawNumber(row.marketCapQuote); },
                       .meaning = columnText("Whole supply at the last price; copied in quote units")});
    columns.push_back({.id = idOf(BoardFigure::LiquidityQuote),
                       .title = columnText("Liq"),
                       .width = 60,
                       .text = [](const TokenRow& row) { return format::compact(row.liquidityQuote); },
                       .order = [](const TokenRow& row) { return orUnknown(row.liquidityQuote); },
                       .raw = [](const TokenRow& row) { return rawNumber(row.liquidityQuote); },
                       .meaning = columnText("Quote units really in the curve or pool")});
    columns.push_back(as(changeColumn<TokenRow>(
                             {}, columnText("5m"), [](const TokenRow& row) { return row.change5m; },
                             columnText("Change of price in the 5 minutes before the last trade")),
                         BoardFigure::Change5m));
    columns.push_back(as(changeColumn<TokenRow>(
                             {}, columnText("Since seen"), [](const TokenRow& row) { return row.changeSeen; },
                             columnText("Last price over the first one that was seen here")),
                         BoardFigure::ChangeSeen));
    columns.push_back(quoteColumn(
        BoardFigure::Volume, columnText("Vol"), [](const TokenRow& row) { return row.volumeQuote; },
        columnText("Volume seen so far, in quote units")));
    columns.push_back(quoteColumn(
        BoardFigure::Volume5m, columnText("V 5m"), [](const TokenRow& row) { return row.volume5m; },
        columnText("Volume of the last 5 minutes, in quote units")));
    columns.push_back(quoteColumn(
        BoardFigure::Volume1m, columnText("V 1m"), [](const TokenRow& row) { return row.volume1m; },
        columnText("Volume of the last minute, in quote units")));
    columns.push_back(
        as(countColumn<TokenRow>({}, columnText("Buys"), [](const TokenRow& row) { return row.buys; }),
           BoardFigure::Buys));
    columns.push_back(
        as(countColumn<TokenRow>({}, columnText("Sells"), [](const TokenRow& row) { return row.sells; }),
           BoardFigure::Sells));
    columns.push_back(as(countColumn<TokenRow>(
                             {}, columnText("Buyers"), [](const TokenRow& row) { return row.buyers; },
                             columnText("Distinct wallets that bought")),
                         BoardFigure::Buyers));
    columns.push_back(
        {.id = idOf(BoardFigure::Holders),
         .title = columnText("Holders"),
         .width = 58,
         .text =
             [](const TokenRow& row) { return row.holders ? format::grouped(*row.holders) : format::unknown(); },
         .order =
             [](const TokenRow& row) { return row.holders ? static_cast<double>(*row.holders) : kUnknownOrder; },
         .raw = [](const TokenRow& row) { return row.holders ? QString::number(*row.holders) : QString(); },
         .meaning = columnText("Unknown when the creation was not seen")});
    columns.push_back(as(shareColumn<TokenRow>(
                             {}, columnText("Top 10"), [](const TokenRow& row) { return row.top10Share; },
                             columnText("Of the whole supply; curve and pools left out")),
                         BoardFigure::Top10));
    using core::pipeline::Role;
    columns.push_back(chipColumn(BoardFigure::Sniper, columnText("Sn"), QStringLiteral("sniper"), &CoinCard::sniper,
                                 format::roleMeaning(Role::Sniper)));
    columns.push_back(chipColumn(BoardFigure::Bundler, columnText("Bd"), QStringLiteral("bundler"),
                                 &CoinCard::bundler, format::roleMeaning(Role::Bundler)));
    columns.push_back(chipColumn(BoardFigure::Rat, columnText("Rat"), QStringLiteral("rat"), &CoinCard::rat,
                                 format::roleMeaning(Role::Insider)));
    columns.push_back(chipColumn(BoardFigure::Fresh, columnText("Fresh"), QStringLiteral("fresh"), &CoinCard::fresh,
                                 format::roleMeaning(Role::Fresh)));
    columns.push_back(chipColumn(BoardFigure::Dev, columnText("Dev"), QStringLiteral("dev"), &CoinCard::dev,
                                 format::roleMeaning(Role::Creator)));
    columns.push_back(chipColumn(BoardFigure::Cluster, columnText("Cluster"), QStringLiteral("cluster"),
                                 &CoinCard::cluster,
                                 columnText("What the cluster that holds most holds of the whole supply")));
    columns.push_back({.id = idOf(BoardFigure::CopyRank),
                       .title = columnText("Copy"),
                       .width = 104,
                       .text = [](const TokenRow& row) { return row.card ? copyText(*row.card) : QString(); },
                       .order =
                           [](const TokenRow& row) {
                               if (!row.card || !row.createdTime) return kUnknownOrder;
                               return row.card->copy ? static_cast<double>(row.card->copy->rank) : 1.0;
                           },
                       .ink =
                           [](const TokenRow& row) {
                               return row.card && row.card->copy ? theme::palette().attention
                                                                 : theme::palette().good;
                           },
                       .meaning = columnText("Whether it looks like an older coin, or younger ones like it"),
                       .left = true});
    columns.push_back(
        {.id = idOf(BoardFigure::DevCreated),
         .title = columnText("Dev record"),
         .width = 70,
         .text = devRecordText,
         .order =
             [](const TokenRow& row) {
                 return row.card && row.card->creator ? static_cast<double>(row.card->creator->created)
                                                      : kUnknownOrder;
             },
         .meaning = columnText("Graduated / launched by the same wallet, as far as it was seen; sorted by "
                               "launched")});
    columns.push_back({.id = idOf(BoardFigure::DevBestPeak),
                       .title = columnText("Dev peak"),
                       .width = 62,
                       .text = [peak](const TokenRow& row) { return format::compact(peak(row)); },
                       .order = [peak](const TokenRow& row) { return orUnknown(peak(row)); },
                       .raw = [peak](const TokenRow& row) { return rawNumber(peak(row)); },
                       .meaning = columnText("Highest market cap of any coin of the dev, in quote units")});
    columns.push_back(as(shareColumn<TokenRow>(
                             {}, columnText("Curve"),
                             [](const TokenRow& row) { return row.graduated ? std::nullopt : row.curveProgress; },
                             columnText("Share of the curve that was bought; empty once it graduated")),
                         BoardFigure::Progress));
    setColumns(std::move(columns));
}

bool BoardTableModel::sameContent(const TokenRow& a, const TokenRow& b) const {
    return sameOnBoard(a, b);
}

void BoardTableModel::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot) {
    m_asOf = snapshot->asOfTime;
    m_asOfSlot = snapshot->asOfSlot;
    m_solDollars = snapshot->solDollars;
    std::vector<RowPtr> rows;
    rows.reserve(snapshot->table.size());
    for (const TokenRow& row : snapshot->table) rows.emplace_back(snapshot, &row);
    setContents(std::move(rows));
}

std::optional<BoardFigure> BoardTableModel::figureOf(int column) const {
    if (column < 0 || column >= columnCount()) return std::nullopt;
    return core::pipeline::boardFigureOf(columnId(column).toStdString());
}

int BoardTableModel::columnOf(BoardFigure figure) const {
    for (int column = 0; column < columnCount(); ++column)
        if (figureOf(column) == figure) return column;
    return -1;
}

void BoardTableModel::sort(int column, Qt::SortOrder order) {
    ColumnTable::sort(column, order);
    const auto figure = figureOf(column);
    if (column < 0 || figure) emit orderAsked(figure, order == Qt::AscendingOrder);
}

std::optional<core::pipeline::FlagRef> BoardTableModel::flagAt(const QModelIndex& index) const {
    if (!index.isValid()) return std::nullopt;
    const TokenRow& one = row(index.row());
    if (!one.card) return std::nullopt;
    const auto figure = figureOf(index.column());
    if (!figure) return std::nullopt;
    switch (*figure) {
        case BoardFigure::Sniper: return one.card->sniper.flag;
        case BoardFigure::Bundler: return one.card->bundler.flag;
        case BoardFigure::Rat: return one.card->rat.flag;
        case BoardFigure::Fresh: return one.card->fresh.flag;
        case BoardFigure::Dev: return one.card->dev.flag;
        case BoardFigure::Cluster: return one.card->cluster.flag;
        case BoardFigure::CopyRank: return one.card->copy ? std::optional{one.card->copy->flag} : std::nullopt;
        default: return std::nullopt;
    }
}

}  // namespace ui
