// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/token_marks.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/token_text.h"
#include "ui/phrases/phrases.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using core::pipeline::BandPoint;
using core::pipeline::MoveKind;
using core::pipeline::Role;
using core::pipeline::TradeMark;

QString tr(const char* text) {
    return QCoreApplication::translate("marks", text);
}

constexpr std::size_t kMostBands = 6;  // more lines than this nobody tells apart

MarkerKind kindOf(const TradeMark& mark) {
    if (has(mark.roles, Role::Creator) || has(mark.roles, Role::CreatorLinked)) return MarkerKind::Dev;
    if (mark.cluster) return MarkerKind::Cluster;
    if (has(mark.roles, Role::Insider)) return MarkerKind::Insider;
    if (has(mark.roles, Role::Sniper) || has(mark.roles, Role::Bundler)) return MarkerKind::Sniper;
    if (has(mark.roles, Role::Lead)) return MarkerKind::Lead;
    if (has(mark.roles, Role::SmartMoney)) return MarkerKind::SmartMoney;
    return MarkerKind::Tracked;
}

MarkerMove moveOf(MoveKind kind) {
    switch (kind) {
        case MoveKind::Buy: return MarkerMove::Buy;
        case MoveKind::Sell: return MarkerMove::Sell;
        case MoveKind::Received: return MarkerMove::Received;
        case MoveKind::Sent: return MarkerMove::Sent;
    }
    return MarkerMove::Buy;
}

QString verb(MoveKind kind) {
    switch (kind) {
        case MoveKind::Buy: return tr("bought");
        case MoveKind::Sell: return tr("sold");
        case MoveKind::Received: return tr("was sent");
        case MoveKind::Sent: return tr("sent on");
    }
    return {};
}

ChartMarker markerOf(const TradeMark& mark, const core::pipeline::TokenRow& row) {
    ChartMarker out;
    out.time = mark.time;
    out.move = moveOf(mark.kind);
    out.kind = kindOf(mark);
    out.cluster = mark.cluster.number;
    out.color = format::clusterInk(mark.cluster);
    out.wallet = QString::fromStdString(mark.wallet.base58());
    const core::PriceRatio price{mark.quote, mark.base};
    if (price.valid()) out.price = price.value(row.baseDecimals, row.quoteDecimals);
    QStringList who;
    if (mark.cluster) who << format::clusterName(mark.cluster);
    if (const QString roles = format::rolesText(mark.roles); !roles.isEmpty()) who << roles;
    who << format::shortKey(mark.wallet.base58());
    out.text = who.join(u' ') + u' ' + verb(mark.kind) + u' ' +
               format::compact(format::wholeUnits(mark.base, row.baseDecimals));
    if (mark.quote != 0)
        out.text += tr(" for %1 %2")
                        .arg(format::compact(format::wholeUnits(mark.quote, row.quoteDecimals)),
                             format::quoteTicker(row.quoteMint));
    return out;
}

std::vector<PositionPoint> pointsOf(const std::vector<BandPoint>& band, std::uint64_t supply) {
    std::vector<PositionPoint> out;
    out.reserve(band.size());
    for (const BandPoint& point : band) {
        const double held = std::max(0.0, static_cast<double>(point.held) / static_cast<double>(supply));
        // Coins do not say where they came from: what is left is of both kinds as what came in was.
        const double came = static_cast<double>(point.bought) + static_cast<double>(point.received);
        const double part = came > 0 ? static_cast<double>(point.received) / came : 0;
        out.push_back({point.time, held, held * part});
    }
    return out;
}

bool isDevs(const core::pipeline::ClusterRow& row) {
    return row.creators || std::any_of(row.members.begin(), row.members.end(), [](const auto& member) {
               return has(member.roles, Role::Creator) || has(member.roles, Role::CreatorLinked);
           });
}

LaneKind laneOf(core::pipeline::LaneKind kind) {
    switch (kind) {
        case core::pipeline::LaneKind::Created: return LaneKind::Created;
        case core::pipeline::LaneKind::CreatorSold: return LaneKind::FirstSell;
        case core::pipeline::LaneKind::CreatorMoved: return LaneKind::DevMoved;
        case core::pipeline::LaneKind::Graduated: return LaneKind::Graduated;
        case core::pipeline::LaneKind::Flagged: return LaneKind::Flag;
        case core::pipeline::LaneKind::Alerted: return LaneKind::Alert;
    }
    return LaneKind::Flag;
}

}  // namespace

std::shared_ptr<const ChartPeople> chartPeople(const core::pipeline::TokenDetail& detail) {
    if (!detail.people) return nullptr;
    const auto& people = *detail.people;
    auto out = std::make_shared<ChartPeople>();
    out->markers.reserve(people.marks.size());
    for (const TradeMark& mark : people.marks) out->markers.push_back(markerOf(mark, detail.row));
    if (people.creationSeen && people.supply && *people.supply != 0) {
        bool devShown = false;
        for (const auto& row : people.clusters) {
            if (out->bands.size() >= kMostBands) break;
            const bool devs = isDevs(row);
            devShown = devShown || devs;
            out->bands.push_back({row.tag.number, format::clusterName(row.tag) + (devs ? tr(" · Dev") : QString()),
                                  format::clusterInk(row.tag), pointsOf(row.band, *people.supply)});
        }
        // Bands stand on each other: what a cluster holds must not stand there twice.
        if (!devShown && !people.creatorBand.empty())
            out->bands.push_back({0, format::roleName(Role::Creator), theme::palette().attention,
                                  pointsOf(people.creatorBand, *people.supply)});
    }
    for (const auto& point : people.holderHistory)
        out->holders.push_back({point.time, static_cast<double>(point.holders), point.top10Share});
    for (const auto& event : people.lane)
        out->events.push_back({event.time, laneOf(event.kind), phrases::inLanguage(event.text)});
    return out;
}

std::vector<BarPeopleRow> barPeople(const core::pipeline::BarMakers& makers, int quoteDecimals,
                                    const QString& ticker, std::size_t most) {
    std::vector<BarPeopleRow> out;
    for (const auto& row : makers.rows) {
        if (out.size() >= most) break;
        const bool sells = row.soldQuote > row.boughtQuote;
        const std::uint64_t part = sells ? row.soldQuote : row.boughtQuote;
        const std::uint64_t whole = sells ? makers.soldQuote : makers.boughtQuote;
        QString who = row.cluster ? tr("%1 (%2)").arg(format::clusterName(row.cluster),
                                                      format::counted(format::Noun::Wallet, row.wallets))
                                  : format::shortKey(row.wallet.base58());
        if (const QString roles = format::rolesText(row.roles); !roles.isEmpty() && !row.cluster)
            who = roles + u' ' + who;
        BarPeopleRow line;
        line.tone = sells ? BarPeopleRow::Tone::Sell : BarPeopleRow::Tone::Buy;
        line.text = QStringLiteral("%1 %2%3 %4")
                        .arg(who, sells ? QStringLiteral("−") : QStringLiteral("+"),
                             format::compact(format::wholeUnits(part, quoteDecimals)), ticker);
        if (whole != 0)
            line.text += u' ' +
                         QString::number(100.0 * static_cast<double>(part) / static_cast<double>(whole), 'f', 0) +
                         u'%';
        out.push_back(std::move(line));
    }
    if (makers.entities > out.size())
        out.push_back({tr("and %1 more").arg(makers.entities - out.size()), BarPeopleRow::Tone::Plain});
    return out;
}

}  // namespace ui
