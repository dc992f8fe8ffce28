// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_text.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"

#include <QCoreApplication>

namespace ui {

using core::pipeline::GraphLink;
using core::pipeline::GraphNode;
using core::pipeline::GraphNodeKind;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("map", text);
}

QString kindName(std::string_view kind) {
    return kind == "funding" ? tr("first SOL came from there") : format::linkName(kind);
}

QString slotsText(const GraphLink& link) {
    if (!link.firstSlot) return {};
    if (link.lastSlot == link.firstSlot) return tr("slot %1").arg(format::grouped(*link.firstSlot));
    return tr("slots %1 to %2").arg(format::grouped(*link.firstSlot), format::grouped(*link.lastSlot));
}

}  // namespace

QString pieceCaption(const MapPiece& piece) {
    QStringList parts{piece.creators && piece.largest ? tr("%1 · Dev").arg(format::clusterName(piece.tag))
                                                      : format::clusterName(piece.tag)};
    if (!piece.largest) parts << tr("part of it");
    if (piece.share) parts << format::share(piece.share);
    parts << QString::number(piece.confidence, 'f', 2);
    return parts.join(QStringLiteral(" · "));
}

QString nodeName(const GraphNode& node) {
    QString name = QString::fromStdString(node.label);
    if (name.isEmpty()) {
        name = format::shortKey(node.wallet.base58());
        if (node.kind == GraphNodeKind::Window)
            name = has(node.roles, core::pipeline::Role::Exchange) ? tr("Exchange %1").arg(name)
                                                                   : tr("Service %1").arg(name);
    }
    if (node.kind != GraphNodeKind::Window) return name;
    const QString from = format::clockTime(node.from);
    if (node.until == node.from) return QStringLiteral("%1 %2").arg(name, from);
    return QStringLiteral("%1 %2–%3").arg(name, from, format::clockTime(node.until));
}

QStringList nodeLines(const MapScene& scene, std::uint32_t index, const QString& own) {
    const GraphNode& node = scene.graph->nodes[index];
    const MapNode& shown = scene.nodes[index];
    QStringList lines;
    lines << (own.isEmpty() ? nodeName(node) : QStringLiteral("%1 · %2").arg(own, nodeName(node)));
    switch (node.kind) {
        case GraphNodeKind::Window:
            lines << tr("Payments of this stretch of time; customers of one exchange are not linked by it.");
            break;
        case GraphNodeKind::Intermediary: lines << tr("Never had the coin: paid for wallets that did."); break;
        case GraphNodeKind::Wallet:
            lines << (shown.held <= 0 ? tr("Holds nothing now")
                      : shown.share   ? tr("Holds %1 of supply").arg(format::share(shown.share))
                                      : tr("Share of supply unknown"));
            break;
    }
    const QString roles = format::rolesText(node.roles);
    if (!roles.isEmpty() && node.kind != GraphNodeKind::Window) lines << roles;
    if (node.cluster)
        lines << (shown.piece >= 0
                      ? tr("%1, member with %2")
                            .arg(format::clusterName(node.cluster), QString::number(node.membership, 'f', 3))
                      : tr("%1, but no link of this confidence").arg(format::clusterName(node.cluster)));
    std::size_t links = 0;
    for (const MapEdge& edge : scene.edges) links += edge.a == index || edge.b == index ? 1 : 0;
    lines << tr("%1 drawn").arg(format::counted(format::Noun::Link, links));
    if (node.since) lines << tr("since %1").arg(format::clockTime(node.since));
    return lines;
}

QStringList linkLines(const MapScene& scene, std::uint32_t index) {
    const GraphLink& link = scene.graph->links[index];
    QStringList lines;
    lines << QStringLiteral("%1 %2 %3")
                 .arg(nodeName(scene.graph->nodes[link.a]), link.paid ? QStringLiteral("→") : QStringLiteral("–"),
                      nodeName(scene.graph->nodes[link.b]));
    for (const auto& part : link.parts) {
        QString line = kindName(part.kind);
        if (part.llr != 0) line += tr(", LLR %1").arg(format::signedAmount(static_cast<double>(part.llr)).left(5));
        if (part.kind == "funding")
            line += QStringLiteral(", %1 SOL").arg(format::compact(format::wholeUnits(link.lamports, 9)));
        lines << line;
    }
    if (link.posterior > 0) {
        lines << tr("P(one hand) %1").arg(QString::number(link.posterior, 'f', 3));
        if (!link.accepted) lines << tr("Not enough to make them one: a second kind of evidence is missing.");
    }
    const QString inSlots = slotsText(link);
    if (link.firstTime) {
        const QString time = format::clockTime(link.firstTime);
        lines << (inSlots.isEmpty() ? time : QStringLiteral("%1 · %2").arg(time, inSlots));
    } else if (!inSlots.isEmpty()) {
        lines << inSlots;
    }
    return lines;
}

QString styleName(MapStyle style) {
    switch (style) {
        case MapStyle::Funding: return tr("funding");
        case MapStyle::Transfer: return tr("transfer");
        case MapStyle::SameTransaction: return tr("same transaction or bundle");
        case MapStyle::FundedBySame: return tr("same funder (inferred)");
        case MapStyle::SameSlot: return tr("same slot (inferred)");
        case MapStyle::ExitSync: return tr("sold together (inferred)");
        case MapStyle::Other: return tr("amounts, cash-out (inferred)");
    }
    return {};
}

QString sceneSummary(const MapScene& scene) {
    if (!scene.graph) return tr("No map.");
    QStringList out{tr("%1 in %2, %3 linked to nobody.")
                        .arg(format::counted(format::Noun::Wallet, scene.nodes.size()),
                             format::counted(format::Noun::Group, scene.pieces.size()))
                        .arg(scene.unlinked)};
    constexpr std::size_t kTold = 5;
    for (std::size_t i = 0; i < scene.pieces.size() && i < kTold; ++i)
        out << tr("%1, %2.").arg(pieceCaption(scene.pieces[i]),
                                 format::counted(format::Noun::Wallet, scene.pieces[i].nodes.size()));
    return out.join(u' ');
}

}  // namespace ui
