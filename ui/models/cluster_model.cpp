// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cluster_model.h"

#include "ui/models/common_columns.h"

namespace ui {

using core::pipeline::ClusterLink;
using core::pipeline::ClusterMember;
using core::pipeline::ClusterRow;
using core::pipeline::PastExit;

ClusterModel::ClusterModel(QObject* parent) : PeopleTable(parent) {
    std::vector<ui::Column<ClusterRow>> columns(ColumnCount);
    columns[Name] = {
        .id = QStringLiteral("cluster"),
        .title = tr("Cluster"),
        .width = 130,
        .text =
            [](const ClusterRow& row) {
                return format::clusterName(row.tag) + (row.creators ? tr(" · Dev") : QString());
            },
        .order = [](const ClusterRow& row) { return static_cast<double>(row.tag.number); },
        .raw = [](const ClusterRow& row) { return QString::fromStdString(row.first.base58()); },
        .toolTip =
            [](const ClusterRow& row) {
                return tr("Named after its first wallet %1").arg(QString::fromStdString(row.first.base58()));
            },
        .ink = [](const ClusterRow& row) { return format::clusterInk(row.tag); },
        .left = true};
    columns[Held] = shareColumn<ClusterRow>(
        QStringLiteral("held_share"), tr("Holds"), [](const ClusterRow& row) { return row.heldShare; },
        tr("Of the supply, now"));
    columns[Peak] = shareColumn<ClusterRow>(
        QStringLiteral("peak_share"), tr("Peak"), [](const ClusterRow& row) { return row.peakShare; },
        tr("Most of the supply that it ever held together"));
    columns[Bought] = shareColumn<ClusterRow>(
        QStringLiteral("bought_share"), tr("Bought"), [](const ClusterRow& row) { return row.boughtShare; },
        tr("Of the supply, ever; what came back and was bought again counts twice"));
    columns[Unsold] = shareColumn<ClusterRow>(
        QStringLiteral("unsold"), tr("Unsold"),
        [](const ClusterRow& row) {
            const double came = static_cast<double>(row.bought) + static_cast<double>(row.received);
            return came > 0 ? std::optional{std::clamp(static_cast<double>(row.held) / came, 0.0, 1.0)}
                            : std::nullopt;
        },
        tr("Holds now over all that came in"));
    columns[Wallets] = {
        .id = QStringLiteral("wallets"),
        .title = tr("Wallets"),
        .width = 62,
        .text = [](const ClusterRow& row) { return QStringLiteral("%1 / %2").arg(row.here).arg(row.size); },
        .order = [](const ClusterRow& row) { return static_cast<double>(row.here); },
        .raw = [](const ClusterRow& row) { return QString::number(row.here); },
        .meaning = tr("Wallets with this coin / wallets of the cluster over all coins")};
    columns[Confidence] = {.id = QStringLiteral("confidence"),
                           .title = tr("Conf."),
                           .width = 50,
                           .text = [](const ClusterRow& row) { return QString::number(row.confidence, 'f', 2); },
                           .order = [](const ClusterRow& row) { return row.confidence; },
                           .meaning = tr("Mean probability that a wallet belongs to the cluster")};
    columns[Links] = {
        .id = QStringLiteral("links"),
        .title = tr("Linked by"),
        .width = 190,
        .text =
            [](const ClusterRow& row) {
                QStringList kinds;
                for (const ClusterLink& link : row.links) {
                    const QString name = format::linkName(link.kind);
                    if (!kinds.contains(name)) kinds << name;
                }
                return kinds.join(QStringLiteral(", "));
            },
        .toolTip =
            [](const ClusterRow& row) {
                return tr("%1 observations over all pairs; select the row to see them").arg(row.linkCount);
            },
        .ink = [](const ClusterRow&) { return theme::palette().dim; },
        .left = true};
    columns[Gain] = {.id = QStringLiteral("realised"),
                     .title = tr("Realised"),
                     .width = 68,
                     .text =
                         [this](const ClusterRow& row) {
                             return row.sold == 0
                                        ? QString()
                                        : format::signedAmount(format::whole(row.realised, m_quoteDecimals));
                         },
                     .order = [](const ClusterRow& row) { return static_cast<double>(row.realised); },
                     .raw = [](const ClusterRow& row) { return QString::number(row.realised); },
                     .ink =
                         [](const ClusterRow& row) {
                             if (row.realised == 0) return QColor();
                             return row.realised > 0 ? theme::palette().up : theme::palette().down;
                         }};
    const auto cliff = [](const QString& id, const QString& title, auto field, const QString& meaning) {
        auto column = changeColumn<ClusterRow>(
            id, title,
            [field](const ClusterRow& row) {
                const auto& fall = row.*field;
                return fall ? std::optional<double>(-fall->fall) : std::nullopt;
            },
            meaning);
        column.toolTip = [field](const ClusterRow& row) {
            if (!(row.*field)) return tr("Unknown: it holds nothing, or the reserves were not seen");
            return (row.*field)->drains ? tr("There is not enough in curve or pool to take all of it") : QString();
        };
        return column;
    };
    columns[Half] = cliff(QStringLiteral("cliff_half"), tr("½ sold"), &ClusterRow::half,
                          tr("What the price does when half of it is sold into today's reserves, fees left out"));
    columns[All] = cliff(QStringLiteral("cliff_all"), tr("All sold"), &ClusterRow::all,
                         tr("What the price does when all of it is sold into today's reserves, fees left out"));
    columns[LastExit] = {
        .id = QStringLiteral("last_exit_seconds"),
        .title = tr("Last exit"),
        .width = 70,
        .text =
            [](const ClusterRow& row) {
                return row.exits.empty() ? format::unknown() : format::longAge(row.exits.front().seconds);
            },
        .order =
            [](const ClusterRow& row) {
                return row.exits.empty() ? kUnknownOrder : static_cast<double>(row.exits.front().seconds);
            },
        .raw =
            [](const ClusterRow& row) {
                return row.exits.empty() ? QString() : QString::number(row.exits.front().seconds);
            },
        .toolTip =
            [](const ClusterRow& row) {
                return row.exits.empty()
                           ? tr("It was not seen leaving another coin")
                           : tr("From its first sell until nine tenths were sold, on the coin it left last");
            }};
    columns[OtherCoins] = countColumn<ClusterRow>(
        QStringLiteral("other_coins"), tr("Coins", "others that wallets of a cluster had"),
        [](const ClusterRow& row) { return row.otherCoins; }, tr("Further coins that one of its wallets had"));
    setColumns(std::move(columns));
}

void ClusterModel::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
    if (follow(detail)) setAll(people()->clusters);
}

ClusterMemberModel::ClusterMemberModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<ClusterMember>> columns;
    columns.push_back(walletColumn<ClusterMember>(tr("Wallet")));
    columns.push_back(tagsColumn<ClusterMember>());
    columns.push_back({.id = QStringLiteral("membership"),
                       .title = tr("P member"),
                       .width = 74,
                       .text = [](const ClusterMember& row) { return QString::number(row.membership, 'f', 3); },
                       .order = [](const ClusterMember& row) { return row.membership; },
                       .meaning = tr("Probability that the wallet belongs to the cluster, of its best link")});
    columns.push_back(
        {.id = QStringLiteral("balance"),
         .title = tr("Holds"),
         .width = 70,
         .text =
             [this](const ClusterMember& row) {
                 return row.here ? format::compact(format::whole(row.balance, m_baseDecimals)) : tr("not here");
             },
         .order =
             [](const ClusterMember& row) { return row.here ? static_cast<double>(row.balance) : kUnknownOrder; },
         .raw = [](const ClusterMember& row) { return row.here ? format::digits(row.balance) : QString(); }});
    const auto coins = [this](const QString& id, const QString& title, auto field) {
        return ui::Column<ClusterMember>{
            .id = id,
            .title = title,
            .width = 70,
            .text =
                [this, field](const ClusterMember& row) {
                    return row.here ? format::compact(format::wholeUnits(row.*field, m_baseDecimals)) : QString();
                },
            .order = [field](const ClusterMember& row) { return static_cast<double>(row.*field); },
            .raw = [field](const ClusterMember& row) { return QString::number(row.*field); }};
    };
    columns.push_back(coins(QStringLiteral("bought"), tr("Bought"), &ClusterMember::bought));
    columns.push_back(coins(QStringLiteral("sold"), tr("Sold"), &ClusterMember::sold));
    setColumns(std::move(columns));
}

QColor ClusterMemberModel::rowInk(const ClusterMember& row) const {
    return row.here ? QColor() : theme::palette().dim;
}

void ClusterMemberModel::show(const std::shared_ptr<const ClusterRow>& cluster, int baseDecimals) {
    m_baseDecimals = baseDecimals;
    std::vector<RowPtr> rows;
    if (cluster)
        for (const ClusterMember& row : cluster->members) rows.emplace_back(cluster, &row);
    setContents(std::move(rows));
}

ClusterLinkModel::ClusterLinkModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<ClusterLink>> columns(ColumnCount);
    const auto wallet = [](const QString& id, const QString& title, auto field) {
        return ui::Column<ClusterLink>{
            .id = id,
            .title = title,
            .width = 100,
            .text = [field](const ClusterLink& row) { return format::shortKey((row.*field).base58()); },
            .raw = [field](const ClusterLink& row) { return QString::fromStdString((row.*field).base58()); },
            .toolTip = [field](const ClusterLink& row) { return QString::fromStdString((row.*field).base58()); },
            .left = true,
            .monospace = true};
    };
    columns[Kind] = {.id = QStringLiteral("kind"),
                     .title = tr("Evidence"),
                     .width = 150,
                     .text = [](const ClusterLink& row) { return format::linkName(row.kind); },
                     .raw =
                         [](const ClusterLink& row) {
                             return QString::fromUtf8(row.kind.data(), static_cast<qsizetype>(row.kind.size()));
                         },
                     .left = true};
    columns[Llr] = {
        .id = QStringLiteral("llr"),
        .title = tr("LLR"),
        .width = 46,
        .text = [](const ClusterLink& row) { return format::signedAmount(static_cast<double>(row.llr)).left(5); },
        .order = [](const ClusterLink& row) { return static_cast<double>(row.llr); },
        .raw = [](const ClusterLink& row) { return QString::number(static_cast<double>(row.llr), 'g', 6); },
        .meaning = tr("Log-likelihood ratio of this kind of evidence, natural logarithm: +4.6 is a hundred "
                      "to one for one hand")};
    columns[Posterior] = {.id = QStringLiteral("posterior"),
                          .title = tr("P pair"),
                          .width = 50,
                          .text = [](const ClusterLink& row) { return QString::number(row.posterior, 'f', 3); },
                          .order = [](const ClusterLink& row) { return row.posterior; },
                          .meaning = tr("Probability that the two wallets are one hand, all evidence together")};
    columns[First] = wallet(QStringLiteral("a"), tr("Wallet"), &ClusterLink::a);
    columns[Second] = wallet(QStringLiteral("b"), tr("and wallet"), &ClusterLink::b);
    columns[Seen] = countColumn<ClusterLink>(
        QStringLiteral("proofs"), tr("Tx"), [](const ClusterLink& row) { return row.proofs.size(); },
        tr("Transactions kept as proof, at most three of a kind"));
    columns[Slot] = {.id = QStringLiteral("slot"),
                     .title = tr("Slot"),
                     .width = 90,
                     .text =
                         [](const ClusterLink& row) {
                             return row.proofs.empty() || !row.proofs.front().slot
                                        ? format::unknown()
                                        : format::grouped(row.proofs.front().slot->value());
                         },
                     .order =
                         [](const ClusterLink& row) {
                             return row.proofs.empty() || !row.proofs.front().slot
                                        ? kUnknownOrder
                                        : static_cast<double>(row.proofs.front().slot->value());
                         },
                     .ink = [](const ClusterLink&) { return theme::palette().dim; }};
    const auto signatures = [](const ClusterLink& row, bool whole) {
        QStringList out;
        for (const core::pipeline::LinkProof& proof : row.proofs)
            if (proof.signature)
                out << (whole ? QString::fromStdString(proof.signature->base58())
                              : format::shortKey(proof.signature->base58()));
        return out.join(whole ? u' ' : u',');
    };
    columns[Proof] = {
        .id = QStringLiteral("signatures"),
        .title = tr("Transaction"),
        .width = 120,
        .text = [signatures](const ClusterLink& row) { return signatures(row, false); },
        .raw = [signatures](const ClusterLink& row) { return signatures(row, true); },
        .toolTip =
            [signatures](const ClusterLink& row) {
                const QString text = signatures(row, true);
                return text.isEmpty() ? tr("Measured over many transactions; none stands for it alone") : text;
            },
        .ink = [](const ClusterLink&) { return theme::palette().link; },
        .left = true,
        .monospace = true};
    setColumns(std::move(columns));
}

std::string ClusterLinkModel::keyOf(const ClusterLink& row) const {
    std::string key{row.kind};
    key.append(reinterpret_cast<const char*>(row.a.bytes().data()), row.a.bytes().size());
    key.append(reinterpret_cast<const char*>(row.b.bytes().data()), row.b.bytes().size());
    return key;
}

void ClusterLinkModel::show(const std::shared_ptr<const ClusterRow>& cluster) {
    std::vector<RowPtr> rows;
    if (cluster)
        for (const ClusterLink& row : cluster->links) rows.emplace_back(cluster, &row);
    setContents(std::move(rows));
}

PastExitModel::PastExitModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<PastExit>> columns;
    columns.push_back({.id = QStringLiteral("mint"),
                       .title = tr("Coin"),
                       .width = 120,
                       .text =
                           [](const PastExit& row) {
                               return row.symbol.empty() ? format::shortKey(row.mint.base58())
                                                         : QString::fromStdString(row.symbol);
                           },
                       .raw = [](const PastExit& row) { return QString::fromStdString(row.mint.base58()); },
                       .toolTip = [](const PastExit& row) { return QString::fromStdString(row.mint.base58()); },
                       .ink = [](const PastExit&) { return theme::palette().link; },
                       .left = true});
    columns.push_back(timeColumn<PastExit>(QStringLiteral("since"), tr("First sell"),
                                           [](const PastExit& row) { return std::optional{row.since}; }));
    columns.push_back(
        {.id = QStringLiteral("seconds"),
         .title = tr("Took"),
         .width = 70,
         .text =
             [](const PastExit& row) {
                 return (row.complete ? QString() : QStringLiteral("> ")) + format::longAge(row.seconds);
             },
         .order = [](const PastExit& row) { return static_cast<double>(row.seconds); },
         .raw = [](const PastExit& row) { return QString::number(row.seconds); },
         .meaning = tr("From the first sell until nine tenths were sold; > where it has not sold so much")});
    columns.push_back(shareColumn<PastExit>(
        QStringLiteral("sold_share"), tr("Sold"), [](const PastExit& row) { return std::optional{row.soldShare}; },
        tr("Of all that had come in")));
    setColumns(std::move(columns));
}

void PastExitModel::show(const std::shared_ptr<const ClusterRow>& cluster) {
    std::vector<RowPtr> rows;
    if (cluster)
        for (const PastExit& row : cluster->exits) rows.emplace_back(cluster, &row);
    setContents(std::move(rows));
}

}  // namespace ui
