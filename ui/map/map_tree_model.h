// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/map/map_scene.h"
#endif

#include <QAbstractItemModel>

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// The cluster map in words: cluster, its wallets, their links. The same scene as the picture, so that nothing is
/// told by colour or place alone. Thread: GUI.
class MapTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Share, Chance, Since, Tags, ColumnCount };
    enum class Kind : std::uint8_t { Piece, Unlinked, Payers, Node, Link };

    using QAbstractItemModel::QAbstractItemModel;

    /// Takes over a scene. Rows stay where only numbers changed.
    void show(const MapScene& scene);
    [[nodiscard]] Kind kindOf(const QModelIndex& index) const;
    /// The wallet of a row of one; nothing for others.
    [[nodiscard]] std::optional<core::Wallet> walletOf(const QModelIndex& index) const;
    /// The cluster a row belongs to; 0 for none.
    [[nodiscard]] std::uint32_t clusterOf(const QModelIndex& index) const;
    /// Names a row from one scene to the next.
    [[nodiscard]] QString keyOfRow(const QModelIndex& index) const;

    /// The user's own name for a wallet; may be empty.
    std::function<QString(const core::Wallet&)> nameOf;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item {
        Kind kind = Kind::Piece;
        std::uint32_t at = 0;    ///< index of its piece, node or link
        std::uint32_t from = 0;  ///< of a link: the node it is listed under
        int parent = -1;
        int row = 0;
        std::vector<int> children;
    };

    [[nodiscard]] std::vector<Item> itemsOf(const MapScene& scene) const;
    [[nodiscard]] QString textOf(const Item& item, int column) const;
    [[nodiscard]] const Item* itemAt(const QModelIndex& index) const;

    MapScene m_scene;
    std::vector<Item> m_items;
    std::vector<int> m_top;
};

}  // namespace ui
