// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_cell.h"

#include "ui/chart/candle_chart.h"
#include "ui/format/price_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ui {
namespace {

QLineEdit* entry(const QString& name, const QString& spoken, const QString& placeholder, int width) {
    auto* out = new QLineEdit;
    out->setObjectName(name);
    out->setAccessibleName(spoken);
    out->setPlaceholderText(placeholder);
    out->setFixedWidth(width);
    QObject::connect(out, &QLineEdit::textEdited, out, [out] {
        out->setStyleSheet({});
        out->setToolTip({});
    });
    return out;
}

void refuse(QLineEdit& entry, const QString& why) {
    entry.setStyleSheet(QStringLiteral("border-color:") + theme::palette().danger.name());
    entry.setToolTip(why);
    entry.setAccessibleDescription(why);
}

}  // namespace

ChartCell::ChartCell(core::BarSpec bars, QWidget* parent)
    : QWidget(parent),
      m_bars(bars),
      m_title(new QLabel),
      m_price(new QLabel),
      m_coinEntry(entry(QStringLiteral("cellCoin"), tr("Coin of this chart"), tr("address or ticker"), 150)),
      m_barsEntry(entry(QStringLiteral("cellBars"), tr("Interval of this chart"), tr("interval"), 56)),
      m_chart(new CandleChart) {
    setObjectName(QStringLiteral("chartCell"));
    m_title->setFont(theme::font(12, true));
    m_title->setTextFormat(Qt::PlainText);
    m_price->setTextFormat(Qt::PlainText);
    m_coinEntry->setMaxLength(2048);
    m_barsEntry->setMaxLength(8);
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("cellClose"));
    close->setText(QStringLiteral("×"));
    close->setAccessibleName(tr("Close this chart"));
    close->setToolTip(tr("Close this chart"));
    close->setProperty("flat", true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 1, 4, 2);
    head->setSpacing(6);
    head->addWidget(m_title);
    head->addWidget(m_price);
    head->addStretch();
    head->addWidget(m_coinEntry);
    head->addWidget(m_barsEntry);
    head->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_chart, 1);
    connect(close, &QToolButton::clicked, this, &ChartCell::closeAsked);
    connect(m_barsEntry, &QLineEdit::returnPressed, this, &ChartCell::takeBars);
    connect(m_coinEntry, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_coinEntry->text().trimmed();
        if (!text.isEmpty())
            emit coinTyped(text);
        else
            setCoin(std::nullopt);
    });
    connect(m_chart, &CandleChart::intervalTyped, m_barsEntry, [this](const QString& text) {
        m_barsEntry->setText(text);
        m_barsEntry->setFocus(Qt::ShortcutFocusReason);
        m_barsEntry->end(false);
    });
    m_barsEntry->setText(QString::fromStdString(bars.text()));
    show(nullptr, std::nullopt);
}

void ChartCell::setCoin(std::optional<core::Mint> mint) {
    m_coinEntry->clear();
    m_coinEntry->setStyleSheet({});
    if (std::exchange(m_coin, mint) != mint) emit changed();
}

void ChartCell::setBars(core::BarSpec bars) {
    m_barsEntry->setText(QString::fromStdString(bars.text()));
    m_barsEntry->setStyleSheet({});
    if (std::exchange(m_bars, bars) != bars) emit changed();
}

void ChartCell::refuseCoin(const QString& why) {
    refuse(*m_coinEntry, why);
}

void ChartCell::takeBars() {
    const auto bars = core::BarSpec::parse(m_barsEntry->text().trimmed().toStdString());
    if (!bars) {
        refuse(*m_barsEntry, QString::fromStdString(bars.error().context));
        return;
    }
    setBars(*bars);
    m_chart->setFocus(Qt::OtherFocusReason);
}

void ChartCell::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail,
                     std::optional<std::int64_t> asOf) {
    m_chart->setNotice(detail   ? QString()
                       : m_coin ? tr("Nothing was seen of this coin in this session.")
                                : tr("Open a coin: this chart shows it at another interval."));
    m_chart->show(detail, asOf);
    const QString title = detail   ? format::tokenTitle(detail->row)
                          : m_coin ? format::shortKey(m_coin->base58())
                                   : QString();
    if (m_title->text() != title) m_title->setText(title);
    const QString price =
        detail && detail->row.price.valid()
            ? format::price(detail->row.price.value(detail->row.baseDecimals, detail->row.quoteDecimals))
            : QString();
    if (m_price->text() != price) m_price->setText(price);
    setAccessibleName(tr("Chart of %1 at %2").arg(title, QString::fromStdString(m_bars.text())));
}

void ChartCell::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().bar);
}

}  // namespace ui
