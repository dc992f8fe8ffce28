// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/wallet_models.h"

#include "ui/format/count_text.h"
#include "ui/models/common_columns.h"

#include <QDateTime>

namespace ui {

using core::pipeline::CreatorCoin;
using core::pipeline::CrewFunder;
using core::pipeline::CrewLaunch;
using core::pipeline::CrewMember;
using core::pipeline::FollowedBuy;
using core::pipeline::LeadRow;
using core::pipeline::Locomotive;
using core::pipeline::WalletCoin;

namespace {

constexpr int kLamportDigits = 9;

QString tr(const char* text, const char* meaning = nullptr) {
    return QCoreApplication::translate("wallets", text, meaning);
}

template <class Row>
Column<Row> coinColumn() {
    return {.id = QStringLiteral("coin"),
            .title = tr("Coin"),
            .width = 104,
            .text =
                [](const Row& row) {
                    return row.symbol.empty() ? format::shortKey(row.mint.base58())
                                              : QString::fromStdString(row.symbol);
                },
            .raw = [](const Row& row) { return QString::fromStdString(row.mint.base58()); },
            .toolTip = [](const Row& row) { return QString::fromStdString(row.mint.base58()); },
            .ink = [](const Row&) { return theme::palette().link; },
            .left = true};
}

/// Quote units with their sign; `get` gives nothing where it is unknown.
template <class Row, class Get, class Digits>
Column<Row> gainColumn(const QString& id, const QString& title, Get get, Digits digits, const QString& unknown,
                       const QString& meaning) {
    return {.id = id,
            .title = title,
            .width = 82,
            .text =
                [get, digits, unknown](const Row& row) {
                    const std::optional<std::int64_t> value = get(row);
                    return value ? format::signedAmount(format::whole(*value, digits(row))) : unknown;
                },
            .order =
                [get](const Row& row) {
                    const std::optional<std::int64_t> value = get(row);
                    return value ? static_cast<double>(*value) : kUnknownOrder;
                },
            .raw =
                [get](const Row& row) {
                    const std::optional<std::int64_t> value = get(row);
                    return value ? QString::number(*value) : QString();
                },
            .ink =
                [get](const Row& row) {
                    const std::optional<std::int64_t> value = get(row);
                    if (!value || *value == 0) return theme::palette().dim;
                    return *value > 0 ? theme::palette().up : theme::palette().down;
                },
            .meaning = meaning};
}

template <class Row>
Column<Row> coinsColumn(const QString& id, const QString& title, std::uint64_t Row::*field,
                        bool attention = false) {
    return {
        .id = id,
        .title = title,
        .width = 66,
        .text =
            [field](const Row& row) { return format::compact(format::wholeUnits(row.*field, row.baseDecimals)); },
        .order = [field](const Row& row) { return static_cast<double>(row.*field); },
        .raw = [field](const Row& row) { return QString::number(row.*field); },
        .ink =
            [field, attention](const Row& row) {
                if (row.*field == 0) return theme::palette().dim;
                return attention ? theme::palette().attention : QColor();
            }};
}

template <class Row, class Get>
Column<Row> secondsColumn(const QString& id, const QString& title, Get get, const QString& none,
                          const QString& meaning) {
    return {.id = id,
            .title = title,
            .width = 66,
            .text =
                [get, none](const Row& row) {
                    const std::optional<std::int64_t> value = get(row);
                    return value ? format::longAge(value) : none;
                },
            .order =
                [get](const Row& row) {
                    const std::optional<std::int64_t> value = get(row);
                    return value ? static_cast<double>(*value) : kUnknownOrder;
                },
            .raw =
                [get](const Row& row) {
                    const std::optional<std::int64_t> value = get(row);
                    return value ? QString::number(*value) : QString();
                },
            .meaning = meaning};
}

template <class Row, class Get>
Column<Row> ratioColumn(const QString& id, const QString& title, Get get, int digits, const QString& meaning) {
    return {.id = id,
            .title = title,
            .width = 56,
            .text = [get, digits](const Row& row) { return QString::number(get(row), 'g', digits); },
            .order = [get](const Row& row) { return static_cast<double>(get(row)); },
            .raw = [get](const Row& row) { return QString::number(get(row), 'g', 12); },
            .meaning = meaning};
}

template <class Row>
Column<Row> addressColumn(const QString& id, const QString& title, core::Wallet Row::*field) {
    return {.id = id,
            .title = title,
            .width = 104,
            .text = [field](const Row& row) { return format::shortKey((row.*field).base58()); },
            .raw = [field](const Row& row) { return QString::fromStdString((row.*field).base58()); },
            .toolTip = [field](const Row& row) { return QString::fromStdString((row.*field).base58()); },
            .left = true,
            .monospace = true};
}

template <class Row, class Owner, class List>
std::vector<std::shared_ptr<const Row>> rowsOf(const Owner& owner, const List& list) {
    std::vector<std::shared_ptr<const Row>> out;
    out.reserve(list.size());
    for (const Row& row : list) out.emplace_back(owner, &row);
    return out;
}

/// By WalletCoinModel::Column.
std::vector<Column<WalletCoin>> walletCoinColumns() {
    using enum WalletCoinModel::Column;
    std::vector<Column<WalletCoin>> columns(ColumnCount);
    columns[Coin] = coinColumn<WalletCoin>();
    columns[Coin].text = [](const WalletCoin& row) {
        const QString name =
            row.symbol.empty() ? format::shortKey(row.mint.base58()) : QString::fromStdString(row.symbol);
        return row.created ? tr("%1 · dev").arg(name) : name;
    };
    columns[Bought] = coinsColumn(QStringLiteral("bought"), tr("Bought"), &WalletCoin::bought);
    columns[Sold] = coinsColumn(QStringLiteral("sold"), tr("Sold"), &WalletCoin::sold);
    columns[In] = coinsColumn(QStringLiteral("in"), tr("In"), &WalletCoin::transferredIn, true);
    columns[In].meaning = tr("Came by transfer, without a purchase");
    columns[Out] = coinsColumn(QStringLiteral("out"), tr("Out"), &WalletCoin::transferredOut, true);
    columns[Out].meaning = tr("Sent on by transfer, without a sale");
    const auto quote = [](const QString& id, const QString& title, std::uint64_t WalletCoin::*field) {
        return Column<WalletCoin>{
            .id = id,
            .title = title,
            .width = 66,
            .text =
                [field](const WalletCoin& row) {
                    return row.*field == 0 ? QString()
                                           : QStringLiteral("%1 %2").arg(
                                                 format::compact(format::wholeUnits(row.*field, row.quoteDecimals)),
                                                 format::quoteTicker(row.quoteMint));
                },
            .order = [field](const WalletCoin& row) { return static_cast<double>(row.*field); },
            .raw = [field](const WalletCoin& row) { return QString::number(row.*field); }};
    };
    columns[Spent] = quote(QStringLiteral("spent"), tr("Cost"), &WalletCoin::spent);
    columns[Got] = quote(QStringLiteral("got"), tr("Got"), &WalletCoin::got);
    const auto digits = [](const WalletCoin& row) { return row.quoteDecimals; };
    columns[Gain] = gainColumn<WalletCoin>(
        QStringLiteral("realised"), tr("Realised"), [](const WalletCoin& row) { return row.realised; }, digits,
        format::unknown(), tr("Of the coins sold whose purchase was seen, first in, first out"));
    columns[Gain].text = [](const WalletCoin& row) {
        if (row.realised) return format::signedAmount(format::whole(*row.realised, row.quoteDecimals));
        return row.soldCoins > 0 ? format::unknown() : tr("not sold");
    };
    columns[Gain].toolTip = [](const WalletCoin& row) {
        if (row.soldCoins <= 0) return tr("Nothing was sold yet: unknown until then");
        return tr("The purchase of %1 of the coins sold was seen")
            .arg(format::share(row.soldKnown / row.soldCoins));
    };
    columns[Open] = gainColumn<WalletCoin>(
        QStringLiteral("unrealised"), tr("Open", "result not realised"),
        [](const WalletCoin& row) { return row.unrealised; }, digits, QString(),
        tr("Of the coins held whose purchase was seen, at the last price"));
    columns[Hold] = secondsColumn<WalletCoin>(
        QStringLiteral("hold_seconds"), tr("Held"), [](const WalletCoin& row) { return row.hold; }, QString(),
        tr("From purchase to sale, mean over the coins sold"));
    columns[Entry] = {
        .id = QStringLiteral("entry_slots"),
        .title = tr("Entry"),
        .width = 56,
        .text =
            [](const WalletCoin& row) {
                return row.entrySlots ? QStringLiteral("+%1").arg(*row.entrySlots) : format::unknown();
            },
        .order =
            [](const WalletCoin& row) {
                return row.entrySlots ? static_cast<double>(*row.entrySlots) : kUnknownOrder;
            },
        .raw = [](const WalletCoin& row) { return row.entrySlots ? QString::number(*row.entrySlots) : QString(); },
        .meaning = tr("Slots behind the creation of its first buy")};
    columns[Last] = timeColumn<WalletCoin>(QStringLiteral("last"), tr("Last"),
                                           [](const WalletCoin& row) { return row.lastTime; });
    return columns;
}

}  // namespace

WalletCoinModel::WalletCoinModel(QObject* parent) : ColumnTable(parent) {
    setColumns(walletCoinColumns());
}

StoredCoinModel::StoredCoinModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<WalletCoin>> all = walletCoinColumns();
    std::vector<ui::Column<WalletCoin>> columns(ColumnCount);
    using From = WalletCoinModel;
    for (const auto& [to, from] : {std::pair{Coin, From::Coin},
                                   {Gain, From::Gain},
                                   {Spent, From::Spent},
                                   {Got, From::Got},
                                   {Bought, From::Bought},
                                   {Sold, From::Sold},
                                   {In, From::In},
                                   {Out, From::Out},
                                   {Hold, From::Hold},
                                   {Entry, From::Entry}})
        columns[to] = std::move(all[from]);
    columns[Gain].toolTip = [](const WalletCoin& row) {
        if (row.soldCoins <= 0) return tr("No sale is stored");
        return tr("The purchase of %1 of the coins sold is stored")
            .arg(format::share(row.soldKnown / row.soldCoins));
    };
    // Days apart, where the columns of a session show the time of day alone.
    constexpr int kRoomForADate = 150;
    const auto time = [&](Column column, const QString& id, const QString& title, auto get) {
        columns[column] = timeColumn<WalletCoin>(id, title, get);
        columns[column].width = kRoomForADate;
        columns[column].text = [get](const WalletCoin& row) { return format::dateTime(get(row)); };
    };
    time(Last, QStringLiteral("last"), tr("Last"), [](const WalletCoin& row) { return row.lastTime; });
    time(First, QStringLiteral("first"), tr("First"), [](const WalletCoin& row) { return row.firstTime; });
    setColumns(std::move(columns));
}

void StoredCoinModel::show(const std::shared_ptr<const core::review::WalletPast>& past) {
    setContents(past ? rowsOf<WalletCoin>(past, past->coins) : std::vector<RowPtr>{});
}

void WalletCoinModel::show(const std::shared_ptr<const core::pipeline::WalletPage>& page) {
    setContents(page ? rowsOf<WalletCoin>(page, page->coins) : std::vector<RowPtr>{});
}

LeadRowModel::LeadRowModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<LeadRow>> columns(ColumnCount);
    columns[Other] = addressColumn(QStringLiteral("wallet"), tr("Wallet"), &LeadRow::other);
    columns[Coins] = countColumn<LeadRow>(
        QStringLiteral("coins"), tr("n"), [](const LeadRow& row) { return row.lead.tokens; },
        tr("Coins on which the follower bought behind the leader"));
    columns[Lag] = ratioColumn<LeadRow>(
        QStringLiteral("lag_slots"), tr("Lag"), [](const LeadRow& row) { return row.lead.medianLagSlots; }, 3,
        tr("Slots behind the leader, median; about 0.4 s each"));
    columns[Rate] = shareColumn<LeadRow>(
        QStringLiteral("follow_rate"), tr("Follows"),
        [](const LeadRow& row) { return std::optional{row.lead.followRate}; }, tr("Share of the leader's coins"));
    columns[Null] = shareColumn<LeadRow>(
        QStringLiteral("null_rate"), tr("Chance"),
        [](const LeadRow& row) { return std::optional{row.lead.nullRate}; },
        tr("Share that the follower's own activity explains"));
    columns[Q] = ratioColumn<LeadRow>(
        QStringLiteral("q"), tr("q"), [](const LeadRow& row) { return row.lead.qValue; }, 2,
        tr("False discovery rate at which the pair was accepted"));
    columns[Bot] = {
        .id = QStringLiteral("copy_bot"),
        .title = tr("Copy-bot"),
        .width = 66,
        .text = [](const LeadRow& row) { return row.lead.copyBot ? tr("yes") : QString(); },
        .raw =
            [](const LeadRow& row) { return row.lead.copyBot ? QStringLiteral("true") : QStringLiteral("false"); },
        .meaning = tr("So fast and so faithful that it is a program"),
        .left = true};
    setColumns(std::move(columns));
}

void LeadRowModel::show(const std::shared_ptr<const void>& owner, const std::vector<LeadRow>* rows) {
    setContents(owner && rows != nullptr ? rowsOf<LeadRow>(owner, *rows) : std::vector<RowPtr>{});
}

CreatedModel::CreatedModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<CreatorCoin>> columns(ColumnCount);
    columns[Coin] = coinColumn<CreatorCoin>();
    columns[Time] = timeColumn<CreatorCoin>(QStringLiteral("created"), tr("Created"),
                                            [](const CreatorCoin& row) { return row.createdTime; });
    columns[Outcome] = {.id = QStringLiteral("outcome"),
                        .title = tr("Outcome"),
                        .width = 130,
                        .text =
                            [](const CreatorCoin& row) {
                                QStringList parts;
                                if (row.dump) parts << tr("dev dumped");
                                parts << (row.graduated ? tr("graduated") : tr("on its curve"));
                                return parts.join(QStringLiteral(", "));
                            },
                        .ink =
                            [](const CreatorCoin& row) {
                                return row.dump        ? theme::palette().down
                                       : row.graduated ? theme::palette().up
                                                       : theme::palette().dim;
                            },
                        .left = true};
    columns[FromPeak] = changeColumn<CreatorCoin>(
        QStringLiteral("from_peak"), tr("From peak"), [](const CreatorCoin& row) { return row.fromPeak; },
        tr("Last price against the highest seen"));
    columns[Holds] = shareColumn<CreatorCoin>(
        QStringLiteral("holds"), tr("Holds"), [](const CreatorCoin& row) { return row.holds; },
        tr("Of supply, in the creator's own wallet"));
    columns[Trades] = countColumn<CreatorCoin>(QStringLiteral("trades"), tr("Trades"),
                                               [](const CreatorCoin& row) { return row.trades; });
    setColumns(std::move(columns));
}

void CreatedModel::show(const std::shared_ptr<const core::pipeline::WalletPage>& page) {
    setContents(page ? rowsOf<CreatorCoin>(page, page->created) : std::vector<RowPtr>{});
}

CrewLaunchModel::CrewLaunchModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<CrewLaunch>> columns(ColumnCount);
    columns[Coin] = coinColumn<CrewLaunch>();
    columns[Coin].text = [](const CrewLaunch& row) {
        QString name =
            row.symbol.empty() ? format::shortKey(row.mint.base58()) : QString::fromStdString(row.symbol);
        if (row.creators) name += tr(" · dev");
        return row.open ? tr("%1 (open)").arg(name) : name;
    };
    columns[When] =
        timeColumn<CrewLaunch>(QStringLiteral("when"), tr("When"), [](const CrewLaunch& row) { return row.time; });
    columns[Bought] = {
        .id = QStringLiteral("wallets"),
        .title = tr("Came in"),
        .width = 100,
        .text =
            [](const CrewLaunch& row) {
                if (row.sameSlot < 2) return format::counted(format::Noun::Wallet, row.wallets);
                return row.slotOffset
                           ? tr("%1 of %2 in slot %3").arg(row.sameSlot).arg(row.wallets).arg(*row.slotOffset)
                           : tr("%1 of %2 in one slot").arg(row.sameSlot).arg(row.wallets);
            },
        .order = [](const CrewLaunch& row) { return static_cast<double>(row.wallets); },
        .raw = [](const CrewLaunch& row) { return QString::number(row.wallets); },
        .meaning =
            tr("Wallets with the coin; how many of them bought first in one slot, counted from the creation"),
        .left = true};
    columns[Supply] = shareColumn<CrewLaunch>(
        QStringLiteral("supply"), tr("Supply"), [](const CrewLaunch& row) { return row.bought; },
        tr("Bought, of supply; what was sold and bought again counts twice"));
    columns[Held] = shareColumn<CrewLaunch>(
        QStringLiteral("held"), tr("Held"), [](const CrewLaunch& row) { return row.held; }, tr("Of supply, now"));
    columns[Held].ink = [](const CrewLaunch& row) {
        return row.held && *row.held > 0.01 ? theme::palette().attention : theme::palette().dim;
    };
    columns[Exit] = secondsColumn<CrewLaunch>(
        QStringLiteral("exit_seconds"), tr("Exit in"), [](const CrewLaunch& row) { return row.hold; },
        QStringLiteral("—"), tr("From its first coins until nine tenths were sold; — where it has not left"));
    columns[Exit].toolTip = [](const CrewLaunch& row) {
        if (row.exit) return tr("Nine tenths were sold within %1 of its first sell").arg(format::longAge(row.exit));
        return tr("%1 of what came in was sold").arg(format::share(row.sold));
    };
    columns[After] = changeColumn<CrewLaunch>(
        QStringLiteral("price_after"), tr("Price after"), [](const CrewLaunch& row) { return row.priceAfter; },
        tr("Last price against that of its first sell"));
    columns[After].text = [](const CrewLaunch& row) {
        return row.priceAfter ? format::change(row.priceAfter) : QStringLiteral("—");
    };
    columns[Gain] = gainColumn<CrewLaunch>(
        QStringLiteral("realised"), tr("PnL"), [](const CrewLaunch& row) { return row.realised; },
        [](const CrewLaunch& row) { return row.quoteDecimals; }, format::unknown(),
        tr("Realised by all of its wallets at average cost, of coins whose purchase was seen"));
    setColumns(std::move(columns));
}

void CrewLaunchModel::show(const std::shared_ptr<const core::pipeline::CrewPassport>& crew) {
    setContents(crew ? rowsOf<CrewLaunch>(crew, crew->launches) : std::vector<RowPtr>{});
}

CrewMemberModel::CrewMemberModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<CrewMember>> columns(ColumnCount);
    columns[Wallet] = addressColumn(QStringLiteral("wallet"), tr("Wallet"), &CrewMember::wallet);
    columns[Chance] = ratioColumn<CrewMember>(
        QStringLiteral("membership"), tr("P member"), [](const CrewMember& row) { return row.membership; }, 3,
        tr("Probability that the wallet belongs to it, of its best link"));
    columns[Since] = timeColumn<CrewMember>(QStringLiteral("since"), tr("Since"),
                                            [](const CrewMember& row) { return row.since; });
    columns[Since].meaning = tr("When the wallet was seen first");
    columns[Launches] = countColumn<CrewMember>(
        QStringLiteral("launches"), tr("Launches"), [](const CrewMember& row) { return row.launches; },
        tr("Of the crew's, that it took part in"));
    columns[Funder] = {.id = QStringLiteral("funder"),
                       .title = tr("Funded by"),
                       .width = 104,
                       .text =
                           [](const CrewMember& row) {
                               return row.funder ? format::shortKey(row.funder->base58()) : format::unknown();
                           },
                       .raw =
                           [](const CrewMember& row) {
                               return row.funder ? QString::fromStdString(row.funder->base58()) : QString();
                           },
                       .toolTip =
                           [](const CrewMember& row) {
                               return row.funder ? QString::fromStdString(row.funder->base58()) : QString();
                           },
                       .left = true,
                       .monospace = true};
    columns[Tags] = tagsColumn<CrewMember>();
    setColumns(std::move(columns));
}

void CrewMemberModel::show(const std::shared_ptr<const core::pipeline::CrewPassport>& crew) {
    setContents(crew ? rowsOf<CrewMember>(crew, crew->members) : std::vector<RowPtr>{});
}

CrewFunderModel::CrewFunderModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<CrewFunder>> columns(ColumnCount);
    columns[Wallet] = addressColumn(QStringLiteral("wallet"), tr("Funder"), &CrewFunder::wallet);
    columns[Name] = {.id = QStringLiteral("name"),
                     .title = tr("Known as"),
                     .width = 110,
                     .text =
                         [](const CrewFunder& row) {
                             return row.label.empty() ? format::rolesText(row.roles)
                                                      : QString::fromStdString(row.label);
                         },
                     .left = true};
    columns[Members] = countColumn<CrewFunder>(
        QStringLiteral("members"), tr("Paid"), [](const CrewFunder& row) { return row.members; },
        tr("Wallets of the crew whose first SOL came from there"));
    columns[Amount] = {
        .id = QStringLiteral("lamports"),
        .title = tr("SOL"),
        .width = 76,
        .text =
            [](const CrewFunder& row) { return format::compact(format::wholeUnits(row.lamports, kLamportDigits)); },
        .order = [](const CrewFunder& row) { return static_cast<double>(row.lamports); },
        .raw = [](const CrewFunder& row) { return QString::number(row.lamports); }};
    setColumns(std::move(columns));
}

void CrewFunderModel::show(const std::shared_ptr<const core::pipeline::CrewPassport>& crew) {
    setContents(crew ? rowsOf<CrewFunder>(crew, crew->funders) : std::vector<RowPtr>{});
}

LocomotiveModel::LocomotiveModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<Locomotive>> columns(ColumnCount);
    columns[Wallet] = addressColumn(QStringLiteral("wallet"), tr("Wallet"), &Locomotive::wallet);
    columns[Coins] = countColumn<Locomotive>(
        QStringLiteral("coins"), tr("n"), [](const Locomotive& row) { return row.coins; },
        tr("Most coins on which one wallet bought behind it"));
    columns[Followers] = countColumn<Locomotive>(
        QStringLiteral("followers"), tr("Followers"), [](const Locomotive& row) { return row.followers; },
        tr("Unlinked wallets that follow beyond chance and did so again"));
    columns[Lag] = {.id = QStringLiteral("lag_slots"),
                    .title = tr("Lag, slots"),
                    .width = 84,
                    .text =
                        [](const Locomotive& row) {
                            return QStringLiteral("%1 (%2–%3)")
                                .arg(QString::number(row.medianLag, 'g', 3), QString::number(row.lagLow, 'g', 3),
                                     QString::number(row.lagHigh, 'g', 3));
                        },
                    .order = [](const Locomotive& row) { return row.medianLag; },
                    .raw = [](const Locomotive& row) { return QString::number(row.medianLag, 'g', 6); },
                    .meaning = tr("Median and quartiles of the slots behind it; about 0.4 s each")};
    columns[Rate] = shareColumn<Locomotive>(
        QStringLiteral("follow_rate"), tr("Follows"),
        [](const Locomotive& row) { return std::optional{row.followRate}; },
        tr("Share of its coins on which its best follower followed"));
    columns[Null] = shareColumn<Locomotive>(
        QStringLiteral("null_rate"), tr("Chance"),
        [](const Locomotive& row) { return std::optional{row.nullRate}; },
        tr("Share that the follower's own activity explains"));
    columns[Q] = ratioColumn<Locomotive>(
        QStringLiteral("q"), tr("q"), [](const Locomotive& row) { return row.qValue; }, 2,
        tr("False discovery rate of its best pair"));
    for (std::size_t i = 0; i < 3; ++i) {
        constexpr std::array kIds{"gain_1s", "gain_3s", "gain_10s"};
        constexpr std::array kTitles{"+1 s", "+3 s", "+10 s"};
        auto column = changeColumn<Locomotive>(
            QString::fromLatin1(kIds[i]), QString::fromLatin1(kTitles[i]),
            [i](const Locomotive& row) { return row.gains[i].mean; },
            tr("What buying so long behind it and selling a minute behind it would have made, mean over the buys "
               "that "
               "can be measured, without fees and impact"));
        column.toolTip = [i](const Locomotive& row) {
            return row.gains[i].buys == 0
                       ? tr("None of its buys can be measured")
                       : tr("Mean of %1").arg(format::counted(format::Noun::Buy, row.gains[i].buys));
        };
        columns[Gain1 + i] = std::move(column);
    }
    columns[Bots] = shareColumn<Locomotive>(
        QStringLiteral("copy_bots"), tr("Copy-bots"),
        [](const Locomotive& row) {
            return row.followers == 0
                       ? std::nullopt
                       : std::optional{static_cast<double>(row.copyBots) / static_cast<double>(row.followers)};
        },
        tr("Share of its followers that are programs copying it"));
    columns[Last] = timeColumn<Locomotive>(QStringLiteral("last_active"), tr("Active"),
                                           [](const Locomotive& row) { return row.lastActive; });
    columns[Tags] = tagsColumn<Locomotive>();
    setColumns(std::move(columns));
}

void LocomotiveModel::show(const std::shared_ptr<const core::pipeline::LeadBoard>& board) {
    setContents(board ? rowsOf<Locomotive>(board, board->rows) : std::vector<RowPtr>{});
}

FollowedBuyModel::FollowedBuyModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<FollowedBuy>> columns(ColumnCount);
    columns[Coin] = coinColumn<FollowedBuy>();
    columns[Time] = timeColumn<FollowedBuy>(QStringLiteral("time"), tr("Time"),
                                            [](const FollowedBuy& row) { return row.time; });
    columns[Slot] = countColumn<FollowedBuy>(QStringLiteral("slot"), tr("Slot"),
                                             [](const FollowedBuy& row) { return row.leaderSlot; });
    columns[Slot].width = 96;
    columns[Behind] = countColumn<FollowedBuy>(
        QStringLiteral("behind"), tr("Behind"),
        [](const FollowedBuy& row) {
            return row.followerSlot >= row.leaderSlot ? row.followerSlot - row.leaderSlot : 0;
        },
        tr("Slots until the follower bought"));
    columns[Follower] = addressColumn(QStringLiteral("follower"), tr("Follower"), &FollowedBuy::follower);
    columns[Proof] = {.id = QStringLiteral("transactions"),
                      .title = tr("Transactions"),
                      .width = 180,
                      .text =
                          [](const FollowedBuy& row) {
                              QStringList out;
                              for (const auto& signature : {row.leaderSignature, row.followerSignature})
                                  out << (signature ? format::shortKey(signature->base58()) : format::unknown());
                              return out.join(QStringLiteral(", "));
                          },
                      .raw =
                          [](const FollowedBuy& row) {
                              QStringList out;
                              for (const auto& signature : {row.leaderSignature, row.followerSignature})
                                  if (signature) out << QString::fromStdString(signature->base58());
                              return out.join(u' ');
                          },
                      .left = true,
                      .monospace = true};
    setColumns(std::move(columns));
}

QString FollowedBuyModel::keyOf(const FollowedBuy& row) const {
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromStdString(row.mint.base58()), QString::fromStdString(row.follower.base58()),
             QString::number(row.leaderSlot));
}

void FollowedBuyModel::show(const std::shared_ptr<const Locomotive>& row) {
    setContents(row ? rowsOf<FollowedBuy>(row, row->buys) : std::vector<RowPtr>{});
}

}  // namespace ui
