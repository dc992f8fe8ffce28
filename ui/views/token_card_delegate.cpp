// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/token_card_delegate.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/models/board_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui {
namespace {

constexpr int kMargin = 8;
constexpr int kTop = 4;
constexpr int kHeadHeight = 18;
constexpr int kFlowHeight = 28;
constexpr int kSparkWidth = 48;
constexpr int kChipHeight = 15;
constexpr int kChipStep = 18;
constexpr int kChipGap = 4;
constexpr int kFoot = 6;
constexpr int kChipFont = 10;
// Narrower columns need a third line for the chips of a coin with something to tell.
constexpr int kWideEnough = 236;

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

QColor changeInk(std::optional<double> change) {
    const auto& colors = theme::palette();
    if (!change || *change == 0) return colors.dim;
    return *change < 0 ? colors.down : colors.up;
}

const core::pipeline::TokenRow* rowAt(const QModelIndex& index) {
    const auto* model = qobject_cast<const BoardModel*>(index.model());
    return model == nullptr ? nullptr : &model->row(index.row());
}

// The first of the texts that fits: a number cut in the middle would be read as another number.
void drawFirstThatFits(QPainter* painter, const QRect& area, std::initializer_list<QString> texts) {
    for (const QString& text : texts)
        if (painter->fontMetrics().horizontalAdvance(text) <= area.width()) {
            painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
            return;
        }
}

}  // namespace

bool TokenCardDelegate::setWidth(int width) {
    const int lines = width >= kWideEnough ? 2 : 3;
    return std::exchange(m_chipLines, lines) != lines;
}

int TokenCardDelegate::cardHeight() const {
    return kTop + kHeadHeight + kFlowHeight + 2 + m_chipLines * kChipStep + kFoot;
}

QSize TokenCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {120, cardHeight()};
}

TokenCardDelegate::Placed TokenCardDelegate::placeChips(const QRect& card, const QModelIndex& index) const {
    Placed out;
    const auto* row = rowAt(index);
    if (row == nullptr) return out;
    const auto* model = qobject_cast<const BoardModel*>(index.model());
    const QFontMetrics metrics(theme::font(kChipFont));
    const QRect inner = card.adjusted(kMargin, 0, -kMargin, 0);
    int top = card.top() + kTop + kHeadHeight + kFlowHeight + 2;
    int left = inner.left();
    int line = 1;
    for (CardChip& chip : cardChips(*row, model->asOfSlot())) {
        const int width = metrics.horizontalAdvance(chip.text) + 8;
        if (width > inner.width()) continue;
        if (left + width > inner.right() + 1) {
            if (line == m_chipLines) continue;
            ++line;
            top += kChipStep;
            left = inner.left();
        }
        out.emplace_back(QRect(left, top, width, kChipHeight), std::move(chip));
        left += width + kChipGap;
    }
    return out;
}

std::optional<CardChip> TokenCardDelegate::chipAt(const QRect& card, const QModelIndex& index,
                                                  const QPoint& at) const {
    for (auto& [box, chip] : placeChips(card, index))
        // As tall as the line: nobody aims at two pixels.
        if (box.adjusted(-1, -1, 1, 2).contains(at)) return chip;
    return std::nullopt;
}

QRect TokenCardDelegate::chipRect(const QRect& card, const QModelIndex& index, const QString& id) const {
    for (const auto& [box, chip] : placeChips(card, index))
        if (chip.id == id) return box;
    return {};
}

bool TokenCardDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip) return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QRect card = view->visualRect(index);
    const auto chip = chipAt(card, index, event->pos());
    if (!chip) return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), format::plainToolTip(chip->toolTip), view,
                       chipRect(card, index, chip->id));
    return true;
}

void TokenCardDelegate::paintHead(QPainter* painter, QRect line, const core::pipeline::TokenRow& token,
                                  std::optional<std::int64_t> asOf, std::optional<double> solDollars) const {
    const auto& colors = theme::palette();
    const QString cap = format::marketCap(token, solDollars);
    painter->setFont(theme::font(12));
    painter->setPen(token.marketCapQuote ? colors.strong : colors.dim);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, cap);
    line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(cap) - 6);
    const QString age =
        token.createdTime && asOf ? format::shortAge(*asOf - *token.createdTime) : format::unknown();
    const int ageWidth = painter->fontMetrics().horizontalAdvance(age) + 5;
    painter->setFont(theme::font(12, true));
    const QString title = painter->fontMetrics().elidedText(format::tokenTitle(token), Qt::ElideRight,
                                                            std::max(line.width() - ageWidth, 20));
    painter->setPen(colors.strong);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    line.setLeft(line.left() + painter->fontMetrics().horizontalAdvance(title) + 5);
    painter->setFont(theme::font(11));
    painter->setPen(colors.dim);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, age);
}

void TokenCardDelegate::paintFlow(QPainter* painter, const QRect& area,
                                  const core::pipeline::TokenRow& token) const {
    const auto& colors = theme::palette();
    const bool rising = token.sparkline.size() < 2 || token.sparkline.back() >= token.sparkline.front();
    drawSparkline(painter, QRectF(area.left(), area.top() + 4, kSparkWidth, area.height() - 8), token.sparkline,
                  rising ? colors.up : colors.down);
    painter->setFont(theme::font(11));
    const QFontMetrics metrics = painter->fontMetrics();
    const int half = area.height() / 2;
    const QRect upper(area.left(), area.top(), area.width(), half);
    const QRect lower(area.left(), area.top() + half, area.width(), half);
    const QString change = format::change(token.change5m);
    painter->setPen(changeInk(token.change5m));
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, change);
    const QString holders =
        QStringLiteral("H ") +
        (token.holders ? format::compact(static_cast<double>(*token.holders)) : format::unknown());
    painter->setPen(colors.dim);
    painter->drawText(lower, Qt::AlignRight | Qt::AlignVCenter, holders);

    const auto volume = [&](std::uint64_t raw) {
        return format::compact(format::wholeUnits(raw, token.quoteDecimals));
    };
    const QString ticker = u' ' + format::quoteTicker(token.quoteMint);
    const QString all = QStringLiteral("V ") + volume(token.volumeQuote);
    const QString recent = QStringLiteral("  5m ") + volume(token.volume5m);
    const QString minute = QStringLiteral("  1m ") + volume(token.volume1m);
    const int left = area.left() + kSparkWidth + 6;
    const auto beside = [&](const QRect& line, const QString& right) {
        return QRect(left, line.top(), line.right() - metrics.horizontalAdvance(right) - 6 - left, line.height());
    };
    painter->setPen(colors.text);
    drawFirstThatFits(painter, beside(upper, change), {all + ticker + recent, all + recent, all + ticker, all});
    const QString flow = QStringLiteral("%1/%2").arg(token.buys).arg(token.sells);
    painter->setPen(colors.dim);
    drawFirstThatFits(painter, beside(lower, holders), {flow + minute, flow});
}

void TokenCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const auto* row = rowAt(index);
    if (row == nullptr) return;
    const core::pipeline::TokenRow& token = *row;
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

    const QRect inner = option.rect.adjusted(kMargin, kTop, -kMargin, 0);
    const auto* model = qobject_cast<const BoardModel*>(index.model());
    paintHead(painter, QRect(inner.left(), inner.top(), inner.width(), kHeadHeight), token, model->asOf(),
              model->solDollars());
    paintFlow(painter, QRect(inner.left(), inner.top() + kHeadHeight, inner.width(), kFlowHeight), token);
    painter->setFont(theme::font(kChipFont));
    for (const auto& [box, chip] : placeChips(option.rect, index)) {
        painter->fillRect(box, chip.fill);
        QColor edge = chip.border.isValid() ? chip.border : chip.ink;
        if (!chip.border.isValid()) edge.setAlphaF(0.45F);
        painter->setPen(edge);
        painter->drawRect(box.adjusted(0, 0, -1, -1));
        painter->setPen(chip.ink);
        painter->drawText(box, Qt::AlignCenter, chip.text);
    }

    if (token.curveProgress && !token.graduated) {
        const QRect track(inner.left(), option.rect.bottom() - 4, inner.width(), 2);
        painter->fillRect(track, colors.line);
        painter->fillRect(QRect(track.left(), track.top(),
                                static_cast<int>(track.width() * std::clamp(*token.curveProgress, 0.0, 1.0)), 2),
                          colors.link);
    }
    painter->restore();
}

}  // namespace ui
