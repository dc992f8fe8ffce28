// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_tree_model.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/map/map_text.h"
#include "ui/theme/palette.h"

#include <algorithm>

namespace ui {

using core::pipeline::GraphNodeKind;

std::vector<MapTreeModel::Item> MapTreeModel::itemsOf(const MapScene& scene) const {
    std::vector<Item> out;
    std::vector<std::vector<std::uint32_t>> linksOf(scene.nodes.size());
    for (const MapEdge& edge : scene.edges) {
        linksOf[edge.a].push_back(edge.link);
        linksOf[edge.b].push_back(edge.link);
    }
    int tops = 0;
    const auto add = [&](Item item) {
        const int number = static_cast<int>(out.size());
        if (item.parent >= 0) {
            std::vector<int>& siblings = out[static_cast<std::size_t>(item.parent)].children;
            item.row = static_cast<int>(siblings.size());
            siblings.push_back(number);
        } else {
            item.row = tops++;
        }
        out.push_back(std::move(item));
        return number;
    };
    const auto addNode = [&](int parent, std::uint32_t node) {
        const int number = add({Kind::Node, node, 0, parent, 0, {}});
        for (const std::uint32_t link : linksOf[node]) add({Kind::Link, link, node, number, 0, {}});
    };
    for (std::uint32_t piece = 0; piece < scene.pieces.size(); ++piece) {
        const int number = add({Kind::Piece, piece, 0, -1, 0, {}});
        for (const std::uint32_t node : scene.pieces[piece].nodes)
            if (scene.nodes[node].visible) addNode(number, node);
    }
    for (const Kind kind : {Kind::Payers, Kind::Unlinked}) {
        int number = -1;
        for (std::uint32_t node = 0; node < scene.nodes.size(); ++node) {
            const bool wallet = scene.graph->nodes[node].kind == GraphNodeKind::Wallet;
            if (scene.nodes[node].piece >= 0 || !scene.nodes[node].visible || wallet != (kind == Kind::Unlinked))
                continue;
            if (number < 0) number = add({kind, 0, 0, -1, 0, {}});
            addNode(number, node);
        }
    }
    return out;
}

void MapTreeModel::show(const MapScene& scene) {
    std::vector<Item> items = scene.graph ? itemsOf(scene) : std::vector<Item>{};
    const auto key = [](const MapScene& of, const Item& item) {
        switch (item.kind) {
            case Kind::Node: return ui::keyOf(of.graph->nodes[item.at]);
            case Kind::Link: {
                const auto& link = of.graph->links[item.at];
                return ui::keyOf(of.graph->nodes[link.a == item.from ? link.b : link.a]);
            }
            default: return MapKey{};
        }
    };
    bool same = items.size() == m_items.size();
    for (std::size_t i = 0; same && i < items.size(); ++i)
        same = items[i].kind == m_items[i].kind && items[i].parent == m_items[i].parent &&
               key(scene, items[i]) == key(m_scene, m_items[i]);
    if (!same) beginResetModel();
    m_scene = scene;
    m_items = std::move(items);
    m_top.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].parent < 0) m_top.push_back(static_cast<int>(i));
    if (!same) {
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].children.empty()) continue;
        const QModelIndex above = createIndex(m_items[i].row, 0, static_cast<quintptr>(i));
        emit dataChanged(index(0, 0, above),
                         index(static_cast<int>(m_items[i].children.size()) - 1, ColumnCount - 1, above));
    }
    if (!m_top.empty()) emit dataChanged(index(0, 0), index(static_cast<int>(m_top.size()) - 1, ColumnCount - 1));
}

const MapTreeModel::Item* MapTreeModel::itemAt(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() >= m_items.size()) return nullptr;
    return &m_items[index.internalId()];
}

MapTreeModel::Kind MapTreeModel::kindOf(const QModelIndex& index) const {
    const Item* item = itemAt(index);
    return item ? item->kind : Kind::Piece;
}

std::optional<core::Wallet> MapTreeModel::walletOf(const QModelIndex& index) const {
    const Item* item = itemAt(index);
    if (item == nullptr) return std::nullopt;
    if (item->kind == Kind::Node) return m_scene.graph->nodes[item->at].wallet;
    if (item->kind != Kind::Link) return std::nullopt;
    const auto& link = m_scene.graph->links[item->at];
    return m_scene.graph->nodes[link.a == item->from ? link.b : link.a].wallet;
}

std::uint32_t MapTreeModel::clusterOf(const QModelIndex& index) const {
    const Item* item = itemAt(index);
    if (item == nullptr) return 0;
    if (item->kind == Kind::Piece) return m_scene.pieces[item->at].tag.number;
    if (item->kind != Kind::Node && item->kind != Kind::Link) return 0;
    const std::uint32_t node = item->kind == Kind::Node ? item->at : item->from;
    return m_scene.nodes[node].piece >= 0 ? m_scene.graph->nodes[node].cluster.number : 0;
}

QString MapTreeModel::keyOfRow(const QModelIndex& index) const {
    const Item* item = itemAt(index);
    if (item == nullptr) return {};
    QString above = item->parent >= 0 ? keyOfRow(parent(index)) : QString();
    switch (item->kind) {
        case Kind::Piece:
            return QStringLiteral("piece %1 %2")
                .arg(m_scene.pieces[item->at].tag.number)
                .arg(m_scene.pieces[item->at].largest ? 0 : item->row);
        case Kind::Unlinked: return QStringLiteral("unlinked");
        case Kind::Payers: return QStringLiteral("payers");
        default: break;
    }
    const auto wallet = walletOf(index);
    return above + u'/' + (wallet ? QString::fromStdString(wallet->base58()) : QString());
}

QModelIndex MapTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= ColumnCount) return {};
    const Item* above = itemAt(parent);
    if (parent.isValid() && (above == nullptr || parent.column() != 0)) return {};
    const std::vector<int>& rows = above ? above->children : m_top;
    if (static_cast<std::size_t>(row) >= rows.size()) return {};
    return createIndex(row, column, static_cast<quintptr>(rows[static_cast<std::size_t>(row)]));
}

QModelIndex MapTreeModel::parent(const QModelIndex& index) const {
    const Item* item = itemAt(index);
    if (item == nullptr || item->parent < 0) return {};
    return createIndex(m_items[static_cast<std::size_t>(item->parent)].row, 0, static_cast<quintptr>(item->parent));
}

int MapTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_top.size());
    const Item* item = itemAt(parent);
    return item == nullptr || parent.column() != 0 ? 0 : static_cast<int>(item->children.size());
}

int MapTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QString MapTreeModel::textOf(const Item& item, int column) const {
    switch (item.kind) {
        case Kind::Piece: {
            const MapPiece& piece = m_scene.pieces[item.at];
            if (column == Name)
                return tr("%1, %2").arg(
                    format::clusterName(piece.tag) + (piece.largest ? QString() : tr(" (part of it)")),
                    format::counted(format::Noun::Wallet, item.children.size()));
            if (column == Share) return format::share(piece.share);
            if (column == Chance) return QString::number(piece.confidence, 'f', 2);
            return {};
        }
        case Kind::Unlinked:
            return column == Name
                       ? tr("Linked to nobody, %1").arg(format::counted(format::Noun::Wallet, item.children.size()))
                       : QString();
        case Kind::Payers:
            return column == Name ? tr("Exchanges and payers, %1").arg(item.children.size()) : QString();
        case Kind::Node: {
            const auto& node = m_scene.graph->nodes[item.at];
            if (column == Name) {
                const QString own = nameOf ? nameOf(node.wallet) : QString();
                return own.isEmpty() ? nodeName(node) : QStringLiteral("%1 · %2").arg(own, nodeName(node));
            }
            if (column == Share)
                return node.kind == GraphNodeKind::Wallet ? format::share(m_scene.nodes[item.at].share)
                                                          : tr("holds nothing");
            if (column == Chance)
                return m_scene.nodes[item.at].piece >= 0 ? QString::number(node.membership, 'f', 3) : QString();
            if (column == Since) return node.since ? format::clockTime(node.since) : format::unknown();
            return node.kind == GraphNodeKind::Window ? QString() : format::rolesText(node.roles);
        }
        case Kind::Link: {
            const auto& link = m_scene.graph->links[item.at];
            if (column == Name) {
                const auto& other = m_scene.graph->nodes[link.a == item.from ? link.b : link.a];
                QStringList kinds;
                for (const auto& part : link.parts)
                    kinds << (part.kind == "funding"
                                  ? (link.a == item.from ? tr("paid its first SOL") : tr("first SOL from it"))
                                  : format::linkName(part.kind));
                return tr("%1: %2").arg(nodeName(other), kinds.join(QStringLiteral(", ")));
            }
            if (column == Chance) return link.posterior > 0 ? QString::number(link.posterior, 'f', 3) : QString();
            if (column == Since) return link.firstTime ? format::clockTime(link.firstTime) : format::unknown();
            return {};
        }
    }
    return {};
}

QVariant MapTreeModel::data(const QModelIndex& index, int role) const {
    const Item* item = itemAt(index);
    if (item == nullptr) return {};
    if (role == Qt::DisplayRole) return textOf(*item, index.column());
    if (role == Qt::TextAlignmentRole && (index.column() == Share || index.column() == Chance))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && item->kind == Kind::Link)
        return format::plainToolTip(linkLines(m_scene, item->at).join(u'\n'));
    if (role == Qt::ToolTipRole && item->kind == Kind::Node)
        return QString::fromStdString(m_scene.graph->nodes[item->at].wallet.base58());
    if (role == Qt::ForegroundRole) {
        if (item->kind == Kind::Piece) return theme::entityColor(m_scene.pieces[item->at].tag.place);
        if (item->kind == Kind::Link) return theme::palette().dim;
    }
    return {};
}

QVariant MapTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Cluster, wallet, link");
        case Share: return tr("Of supply");
        case Chance: return tr("P one hand");
        case Since: return tr("Since");
        case Tags: return tr("Tags");
        default: return {};
    }
}

}  // namespace ui
