// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QStyledItemDelegate>

#include <optional>

namespace core::pipeline {
struct TokenRow;
}

namespace ui {

/// Paints one launch as a card: symbol, age, market cap, sparkline, volume, change, shares, curve.
class TokenCardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int kCardHeight = 70;
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The token that is open; its card is marked.
    void setOpenToken(std::optional<core::Mint> mint) { m_open = mint; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    std::optional<core::Mint> m_open;
};

}  // namespace ui
