// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "ui/models/card_chips.h"

#include <QFontMetrics>
#include <QRect>
#include <QStyledItemDelegate>

#include <optional>
#include <utility>
#include <vector>

namespace core::pipeline {
struct TokenRow;
}

namespace ui {

/// Paints one launch as a card: symbol, age, market cap, sparkline, volume, changes, chips, curve. All cards of a
/// column are of one height, so that none moves when a chip comes or goes.
class TokenCardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The token that is open; its card is marked.
    void setOpenToken(std::optional<core::Mint> mint) { m_open = mint; }
    /// Width of the column, which decides in how many lines chips stand. Whether the height changed.
    bool setWidth(int width);
    [[nodiscard]] int cardHeight() const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    /// The chip at a place of a card that is drawn into `card`; nothing beside the chips.
    [[nodiscard]] std::optional<CardChip> chipAt(const QRect& card, const QModelIndex& index,
                                                 const QPoint& at) const;
    /// Where a chip of a card is drawn; an empty rectangle when it is not.
    [[nodiscard]] QRect chipRect(const QRect& card, const QModelIndex& index, const QString& id) const;

private:
    using Placed = std::vector<std::pair<QRect, CardChip>>;
    [[nodiscard]] Placed placeChips(const QRect& card, const QModelIndex& index) const;
    void paintHead(QPainter* painter, QRect line, const core::pipeline::TokenRow& token,
                   std::optional<std::int64_t> asOf, std::optional<double> solDollars) const;
    void paintFlow(QPainter* painter, const QRect& area, const core::pipeline::TokenRow& token) const;

    std::optional<core::Mint> m_open;
    int m_chipLines = 2;
};

}  // namespace ui
