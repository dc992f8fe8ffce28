// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/flag_model.h"

#include "ui/models/common_columns.h"
#include "ui/phrases/phrases.h"

namespace ui {
namespace {

using core::pipeline::CreatorCoin;
using core::pipeline::FlagRow;
using core::pipeline::MakerRow;

QColor severityInk(const core::Flag& flag) {
    const auto& colors = theme::palette();
    if (!flag.gravity) return colors.text;
    return *flag.gravity == core::Severity::Critical ? colors.danger : colors.attention;
}

// Long units end after their first word; the whole is in the tooltip.
QString shortValue(const core::Flag& flag) {
    const QString whole = format::flagValue(flag);
    constexpr qsizetype kLong = 16;
    if (whole.size() <= kLong || flag.unit.starts_with("share of")) return whole;
    return whole.section(u' ', 0, 1);
}

double ofTotal(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? kUnknownOrder : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

FlagModel::FlagModel(QObject* parent) : PeopleTable(parent) {
    std::vector<ui::Column<FlagRow>> columns(ColumnCount);
    columns[Since] = timeColumn<FlagRow>(QStringLiteral("since_time"), tr("Since"), [](const FlagRow& row) {
        return row.sinceTime ? std::optional{row.sinceTime->value()} : std::nullopt;
    });
    columns[Kind] = {.id = QStringLiteral("kind"),
                     .title = tr("Flag"),
                     .width = 108,
                     .text = [](const FlagRow& row) { return format::flagName(row.ref.kind); },
                     .raw = [](const FlagRow& row) { return QString::fromStdString(row.ref.kind); },
                     .ink = [](const FlagRow& row) { return severityInk(*row.last); },
                     .left = true};
    columns[Confidence] = {.id = QStringLiteral("confidence"),
                           .title = tr("Conf."),
                           .width = 48,
                           .text = [](const FlagRow& row) { return QString::number(row.last->confidence, 'f', 2); },
                           .order = [](const FlagRow& row) { return row.last->confidence; }};
    columns[Value] = {.id = QStringLiteral("value"),
                      .title = tr("Value"),
                      .width = 124,
                      .text = [](const FlagRow& row) { return shortValue(*row.last); },
                      .order = [](const FlagRow& row) { return row.last->value; },
                      .raw = [](const FlagRow& row) { return QString::number(row.last->value, 'g', 12); },
                      .toolTip = [](const FlagRow& row) { return format::flagValue(*row.last); }};
    columns[Sentence] = {.id = QStringLiteral("rule"),
                         .title = tr("What was seen"),
                         .width = 470,
                         .text = [](const FlagRow& row) { return phrases::inLanguage(row.last->rule); },
                         .raw = [](const FlagRow& row) { return QString::fromStdString(row.last->rule); },
                         .toolTip = [](const FlagRow& row) { return phrases::inLanguage(row.last->rule); },
                         .left = true};
    columns[Evidence] = countColumn<FlagRow>(
        QStringLiteral("evidence"), tr("Proofs"), [](const FlagRow& row) { return row.last->evidence.size(); },
        tr("Transactions that show it; open the row to see them"));
    columns[Evidence].ink = [](const FlagRow&) { return theme::palette().link; };
    columns[Against] = countColumn<FlagRow>(
        QStringLiteral("against"), tr("Against"), [](const FlagRow& row) { return row.last->against.size(); },
        tr("What speaks against it"));
    columns[Statements] = countColumn<FlagRow>(
        QStringLiteral("statements"), tr("Said"), [](const FlagRow& row) { return row.statements; },
        tr("How often it was stated anew; earlier statements are never rewritten"));
    setColumns(std::move(columns));
}

void FlagModel::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
    if (follow(detail)) setAll(people()->flags);
}

CreatorCoinModel::CreatorCoinModel(QObject* parent) : PeopleTable(parent) {
    std::vector<ui::Column<CreatorCoin>> columns(ColumnCount);
    columns[Coin] = {
        .id = QStringLiteral("mint"),
        .title = tr("Coin"),
        .width = 130,
        .text =
            [](const CreatorCoin& row) {
                const QString name =
                    row.symbol.empty() ? format::shortKey(row.mint.base58()) : QString::fromStdString(row.symbol);
                return row.open ? name + tr(" (this one)") : name;
            },
        .raw = [](const CreatorCoin& row) { return QString::fromStdString(row.mint.base58()); },
        .toolTip = [](const CreatorCoin& row) { return QString::fromStdString(row.mint.base58()); },
        .ink = [](const CreatorCoin& row) { return row.open ? theme::palette().strong : theme::palette().link; },
        .left = true};
    columns[Created] = timeColumn<CreatorCoin>(QStringLiteral("created"), tr("Created"),
                                               [](const CreatorCoin& row) { return row.createdTime; });
    columns[Outcome] = {
        .id = QStringLiteral("graduated"),
        .title = tr("Curve"),
        .width = 80,
        .text = [](const CreatorCoin& row) { return row.graduated ? tr("graduated") : tr("on the curve"); },
        .raw =
            [](const CreatorCoin& row) {
                return row.graduated ? QStringLiteral("graduated") : QStringLiteral("on the curve");
            },
        .ink = [](const CreatorCoin& row) { return row.graduated ? theme::palette().good : theme::palette().dim; },
        .left = true};
    columns[FromPeak] = changeColumn<CreatorCoin>(
        QStringLiteral("from_peak"), tr("Off peak"), [](const CreatorCoin& row) { return row.fromPeak; },
        tr("Last price against the highest seen"));
    columns[Holds] = shareColumn<CreatorCoin>(QStringLiteral("creator_share"), tr("Dev holds"),
                                              [](const CreatorCoin& row) { return row.holds; });
    columns[Holds].width = 76;
    columns[Trades] = countColumn<CreatorCoin>(QStringLiteral("trades"), tr("Trades"),
                                               [](const CreatorCoin& row) { return row.trades; });
    columns[Dump] = {
        .id = QStringLiteral("dev_dump"),
        .title = tr("Dump"),
        .width = 90,
        .text = [](const CreatorCoin& row) { return row.dump ? tr("dev dumped") : QString(); },
        .ink = [](const CreatorCoin&) { return theme::palette().danger; },
        .meaning = tr("The dev and linked wallets sold half of their bag or 2% of supply within half an hour"),
        .left = true};
    setColumns(std::move(columns));
}

QColor CreatorCoinModel::rowFill(const CreatorCoin& row) const {
    return row.open ? theme::palette().selection : QColor();
}

void CreatorCoinModel::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
    if (!follow(detail)) return;
    // Rows point into the list: it has to be the one that the people keep.
    if (people()->creator)
        setAll(people()->creator->coins);
    else
        setContents({});
}

MakerModel::MakerModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<MakerRow>> columns(ColumnCount);
    const auto amount = [this](const QString& id, const QString& title, auto field) {
        return ui::Column<MakerRow>{
            .id = id,
            .title = title,
            .width = 76,
            .text =
                [this, field](const MakerRow& row) {
                    return row.*field == 0 ? QString()
                                           : format::compact(format::wholeUnits(row.*field, m_quoteDecimals));
                },
            .order = [field](const MakerRow& row) { return static_cast<double>(row.*field); },
            .raw = [field](const MakerRow& row) { return QString::number(row.*field); }};
    };
    columns[Entity] = {
        .id = QStringLiteral("entity"),
        .title = tr("Entity"),
        .width = 110,
        .text =
            [](const MakerRow& row) { return row.cluster ? format::clusterName(row.cluster) : tr("one wallet"); },
        .order =
            [](const MakerRow& row) {
                return row.cluster ? static_cast<double>(row.cluster.number) : kUnknownOrder;
            },
        .raw = [](const MakerRow& row) { return row.cluster ? QString::number(row.cluster.number) : QString(); },
        .ink =
            [](const MakerRow& row) {
                return row.cluster ? format::clusterInk(row.cluster) : theme::palette().dim;
            },
        .left = true};
    columns[Wallet] = walletColumn<MakerRow>(tr("Largest wallet"));
    columns[Tags] = tagsColumn<MakerRow>();
    columns[SoldShare] = shareColumn<MakerRow>(
        QStringLiteral("sold_share"), tr("Of sells"),
        [this](const MakerRow& row) {
            return row.sells == 0 || !m_makers ? std::nullopt
                                               : std::optional{ofTotal(row.soldQuote, m_makers->soldQuote)};
        },
        tr("Of all that was sold in this candle"));
    columns[SoldShare].ink = [](const MakerRow&) { return theme::palette().down; };
    columns[Sold] = amount(QStringLiteral("sold_quote"), tr("Sold"), &MakerRow::soldQuote);
    columns[BoughtShare] = shareColumn<MakerRow>(
        QStringLiteral("bought_share"), tr("Of buys"),
        [this](const MakerRow& row) {
            return row.buys == 0 || !m_makers ? std::nullopt
                                              : std::optional{ofTotal(row.boughtQuote, m_makers->boughtQuote)};
        },
        tr("Of all that was bought in this candle"));
    columns[BoughtShare].ink = [](const MakerRow&) { return theme::palette().up; };
    columns[Bought] = amount(QStringLiteral("bought_quote"), tr("Bought"), &MakerRow::boughtQuote);
    columns[Net] = {.id = QStringLiteral("net_quote"),
                    .title = tr("Net"),
                    .width = 76,
                    .text =
                        [this](const MakerRow& row) {
                            return format::signedAmount(format::wholeUnits(row.boughtQuote, m_quoteDecimals) -
                                                        format::wholeUnits(row.soldQuote, m_quoteDecimals));
                        },
                    .order =
                        [](const MakerRow& row) {
                            return static_cast<double>(row.boughtQuote) - static_cast<double>(row.soldQuote);
                        },
                    .ink =
                        [](const MakerRow& row) {
                            return row.boughtQuote >= row.soldQuote ? theme::palette().up : theme::palette().down;
                        },
                    .meaning = tr("Bought less sold, in the quote asset")};
    columns[Sells] =
        countColumn<MakerRow>(QStringLiteral("sells"), tr("Sells"), [](const MakerRow& row) { return row.sells; });
    columns[Buys] =
        countColumn<MakerRow>(QStringLiteral("buys"), tr("Buys"), [](const MakerRow& row) { return row.buys; });
    columns[Wallets] = countColumn<MakerRow>(QStringLiteral("wallets"), tr("Wallets"),
                                             [](const MakerRow& row) { return row.wallets; });
    setColumns(std::move(columns));
}

std::string MakerModel::keyOf(const MakerRow& row) const {
    if (row.cluster) return std::to_string(row.cluster.number);
    return {reinterpret_cast<const char*>(row.wallet.bytes().data()), row.wallet.bytes().size()};
}

void MakerModel::show(const std::shared_ptr<const core::pipeline::BarMakers>& makers, int quoteDecimals) {
    m_quoteDecimals = quoteDecimals;
    if (m_makers == makers) return;
    m_makers = makers;
    std::vector<RowPtr> rows;
    if (makers)
        for (const MakerRow& row : makers->rows) rows.emplace_back(makers, &row);
    setContents(std::move(rows));
}

}  // namespace ui
