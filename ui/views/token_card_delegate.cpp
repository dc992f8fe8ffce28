// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/token_card_delegate.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/models/board_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr int kMargin = 8;
constexpr int kLineHeight = 18;
constexpr int kSparkWidth = 44;
constexpr int kChipHeight = 15;
// Shares of supply from which a chip turns amber and red.
constexpr double kTop10Attention = 0.25;
constexpr double kTop10Danger = 0.40;
constexpr double kDevAttention = 0.05;
constexpr double kDevDanger = 0.15;

void drawSparkline(QPainter* painter, const QRectF& area, const std::vector<float>& prices, const QColor& color) {
    if (prices.size() < 2) return;
    const auto [low, high] = std::minmax_element(prices.begin(), prices.end());
    const double span = std::max(static_cast<double>(*high - *low), 1e-30);
    QPolygonF line;
    for (std::size_t i = 0; i < prices.size(); ++i)
        line << QPointF(
            area.left() + area.width() * static_cast<double>(i) / static_cast<double>(prices.size() - 1),
            area.bottom() - area.height() * static_cast<double>(prices[i] - *low) / span);
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(QPen(color, 1.2));
    painter->drawPolyline(line);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

struct Chip {
    QString text;
    QColor ink;
    QColor fill;
};

Chip shareChip(const QString& name, std::optional<double> part, double attention, double danger) {
    const auto& colors = theme::palette();
    const QString value =
        part ? QString::number(*part * 100, 'f', *part < 0.0995 ? 1 : 0) + u'%' : format::unknown();
    const QString text = name + u' ' + value;
    if (!part || *part < attention) return {text, colors.dim, colors.pane};
    if (*part < danger) return {text, colors.attention, colors.attentionSoft};
    return {text, colors.danger, colors.dangerSoft};
}

void drawChips(QPainter* painter, QRect line, const std::array<Chip, 3>& chips) {
    for (const Chip& chip : chips) {
        const int width = painter->fontMetrics().horizontalAdvance(chip.text) + 8;
        if (width > line.width()) return;
        const QRect box(line.left(), line.top(), width, kChipHeight);
        painter->fillRect(box, chip.fill);
        painter->setPen(chip.ink);
        painter->drawText(box, Qt::AlignCenter, chip.text);
        line.setLeft(line.left() + width + 4);
    }
}

}  // namespace

QSize TokenCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {120, kCardHeight};
}

void TokenCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const auto* model = qobject_cast<const BoardModel*>(index.model());
    if (!model) return;
    const core::pipeline::TokenRow& token = model->row(index.row());
    const auto& colors = theme::palette();
    const bool open = m_open == token.mint;
    painter->save();
    if (open)
        painter->fillRect(option.rect, colors.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colors.hover);
    if (open) painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()), colors.link);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.line);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colors.link, 1, Qt::DotLine));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }

    const QRect inner = option.rect.adjusted(kMargin, 4, -kMargin, 0);
    QRect line(inner.left(), inner.top(), inner.width(), kLineHeight);
    const QString ticker = format::quoteTicker(token.quoteMint);
    const QString cap =
        token.marketCapQuote ? format::compact(*token.marketCapQuote) + u' ' + ticker : format::unknown();
    painter->setFont(theme::font(12));
    painter->setPen(token.marketCapQuote ? colors.strong : colors.dim);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, cap);
    QRect left = line.adjusted(0, 0, -painter->fontMetrics().horizontalAdvance(cap) - 6, 0);
    const QString age = token.createdTime && model->asOf() ? format::shortAge(*model->asOf() - *token.createdTime)
                                                           : format::unknown();
    const int ageWidth = painter->fontMetrics().horizontalAdvance(age) + 5;
    painter->setFont(theme::font(12, true));
    const QString title = painter->fontMetrics().elidedText(format::tokenTitle(token), Qt::ElideRight,
                                                            std::max(left.width() - ageWidth, 20));
    painter->setPen(colors.strong);
    painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter, title);
    left.setLeft(left.left() + painter->fontMetrics().horizontalAdvance(title) + 5);
    painter->setFont(theme::font(11));
    painter->setPen(colors.dim);
    painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter, age);

    line.translate(0, kLineHeight);
    const bool rising = token.sparkline.size() < 2 || token.sparkline.back() >= token.sparkline.front();
    drawSparkline(painter, QRectF(line.left(), line.top() + 3, kSparkWidth, kLineHeight - 6), token.sparkline,
                  rising ? colors.up : colors.down);
    const QString change = format::change(token.change5m);
    painter->setPen(!token.change5m ? colors.dim : *token.change5m < 0 ? colors.down : colors.up);
    painter->setFont(theme::font(11));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, change);
    painter->setPen(colors.text);
    const QRect middle =
        line.adjusted(kSparkWidth + 6, 0, -painter->fontMetrics().horizontalAdvance(change) - 6, 0);
    const QString volume =
        QStringLiteral("V ") + format::compact(format::wholeUnits(token.volumeQuote, token.quoteDecimals));
    const QString flow = QStringLiteral("  %1/%2").arg(token.buys).arg(token.sells);
    // A number cut in the middle would be read as another number: it shows whole or not at all.
    const QFontMetrics metrics = painter->fontMetrics();
    for (const QString& text : {volume + flow, volume})
        if (metrics.horizontalAdvance(text) <= middle.width()) {
            painter->drawText(middle, Qt::AlignLeft | Qt::AlignVCenter, text);
            break;
        }

    line.translate(0, kLineHeight + 2);
    painter->setFont(theme::font(10));
    const QString holders =
        QStringLiteral("H ") +
        (token.holders ? format::compact(static_cast<double>(*token.holders)) : format::unknown());
    drawChips(painter, line,
              {shareChip(QStringLiteral("T10"), token.top10Share, kTop10Attention, kTop10Danger),
               shareChip(QStringLiteral("Dev"), token.devShare, kDevAttention, kDevDanger),
               Chip{holders, colors.dim, colors.pane}});

    if (token.curveProgress && !token.graduated) {
        const QRect track(inner.left(), option.rect.bottom() - 5, inner.width(), 2);
        painter->fillRect(track, colors.line);
        painter->fillRect(QRect(track.left(), track.top(),
                                static_cast<int>(track.width() * std::clamp(*token.curveProgress, 0.0, 1.0)), 2),
                          colors.link);
    }
    painter->restore();
}

}  // namespace ui
