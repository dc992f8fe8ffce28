// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/token_header.h"

#include "core/model/quote_asset.h"
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/cliff_gauge.h"
#include "ui/views/external_links.h"
#include "ui/views/flag_chips.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ui {
namespace {

constexpr int kNameLimit = 24;  // characters; the whole name is in the tooltip

void setInk(QLabel* label, const QColor& color) {
    const QString sheet = QStringLiteral("color:") + color.name();
    // Setting the same sheet again would polish the label thirty times a second.
    if (label->styleSheet() != sheet) label->setStyleSheet(sheet);
}

}  // namespace

TokenHeader::TokenHeader(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("tokenHeader"));
    setAccessibleName(tr("Token"));
    const auto& colors = theme::palette();
    m_symbol = theme::plainLabel(QStringLiteral("tokenSymbol"), theme::font(16, true), colors.strong);
    m_name = theme::plainLabel(QStringLiteral("tokenName"), theme::font(12), colors.dim);
    m_price = theme::plainLabel(QStringLiteral("tokenPrice"), theme::font(20, true), colors.strong);
    m_price->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_change = theme::plainLabel(QStringLiteral("tokenChange"), theme::font(12), colors.dim);
    m_copy = new QToolButton;
    m_copy->setObjectName(QStringLiteral("copyAddress"));
    m_copy->setAccessibleName(tr("Copy the token's address"));
    m_copy->setProperty("flat", true);
    m_copy->setFont(theme::monospace(11));
    connect(m_copy, &QToolButton::clicked, this, &TokenHeader::copyAddress);

    m_links = new QToolButton;
    m_links->setObjectName(QStringLiteral("openIn"));
    m_links->setText(tr("open in ▾"));
    m_links->setAccessibleName(tr("Open the token on another site"));
    m_links->setToolTip(tr("Opens the token in your browser, on an explorer or a charting site"));
    m_links->setPopupMode(QToolButton::InstantPopup);
    m_links->setProperty("flat", true);
    m_links->setFont(theme::font(11));
    m_links->setMenu(new QMenu(m_links));
    m_chips = new FlagChips;
    m_gauge = new CliffGauge;
    connect(m_chips, &FlagChips::flagChosen, this, &TokenHeader::flagChosen);
    connect(m_chips, &FlagChips::roleChosen, this, &TokenHeader::roleChosen);
    connect(m_chips, &FlagChips::clusterChosen, this, &TokenHeader::clusterChosen);
    connect(m_gauge, &CliffGauge::clusterChosen, this, &TokenHeader::clusterChosen);

    auto* identity = new QHBoxLayout;
    identity->setSpacing(8);
    identity->addWidget(m_symbol);
    identity->addWidget(m_name);
    auto* second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_copy);
    second->addWidget(m_links);
    second->addWidget(m_chips, 1);
    second->addWidget(m_gauge);

    auto* stats = new QHBoxLayout;
    stats->setSpacing(18);
    m_cap = addStat(stats, QStringLiteral("marketCap"), tr("Mkt cap"));
    m_liquidity = addStat(stats, QStringLiteral("liquidity"), tr("Liquidity"));
    m_curve = addStat(stats, QStringLiteral("curve"), tr("Curve"));
    m_age = addStat(stats, QStringLiteral("age"), tr("Age"));
    m_holders = addStat(stats, QStringLiteral("holders"), tr("Holders"));
    m_top10 = addStat(stats, QStringLiteral("top10"), tr("Top 10"));
    m_dev = addStat(stats, QStringLiteral("devShare"), tr("Dev"));
    m_trades = addStat(stats, QStringLiteral("trades"), tr("Buys / sells"));
    m_supply = addStat(stats, QStringLiteral("supply"), tr("Supply"));

    m_first = new QHBoxLayout;
    m_first->setSpacing(14);
    m_first->addLayout(identity);
    m_first->addWidget(m_price);
    m_first->addWidget(m_change);
    m_first->addSpacing(8);
    m_first->addLayout(stats);
    m_first->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->setSpacing(2);
    layout->addLayout(m_first);
    layout->addLayout(second);
    setMinimumWidth(200);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QLabel* TokenHeader::addStat(QHBoxLayout* row, const QString& id, const QString& title) {
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    auto* caption = theme::plainLabel(id + QStringLiteral("Caption"), theme::font(11), theme::palette().dim);
    caption->setText(title);
    auto* value = theme::plainLabel(id, theme::font(12, true), theme::palette().strong);
    value->setAccessibleName(title);
    column->addWidget(caption);
    column->addWidget(value);
    row->addWidget(holder);
    m_stats.push_back(holder);
    return value;
}

void TokenHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    hideWhatDoesNotFit();
}

void TokenHeader::hideWhatDoesNotFit() {
    // Laying out can change the height, which is a resize again: once is enough, without end is not.
    if (std::exchange(m_fitting, true)) return;
    fitStats();
    m_fitting = false;
}

void TokenHeader::fitStats() {
    // Half a number misleads: values go one by one from the right, the name first.
    for (QWidget* stat : m_stats) stat->show();
    m_name->show();
    std::vector<QWidget*> victims{m_name};
    victims.insert(victims.end(), m_stats.rbegin(), m_stats.rend());
    for (QWidget* victim : victims) {
        layout()->activate();
        const QMargins margins = layout()->contentsMargins();
        if (m_first->minimumSize().width() <= width() - margins.left() - margins.right()) return;
        victim->hide();
    }
}

void TokenHeader::setValue(QLabel* label, const QString& text, const QString& toolTip, bool known) {
    setInk(label, known ? theme::palette().strong : theme::palette().dim);
    if (label->text() != text) {
        m_fitPending = m_fitPending || label->text().size() != text.size();
        label->setText(text);
    }
    const QString rich = format::plainToolTip(known ? toolTip : tr("unknown: ") + toolTip);
    if (label->toolTip() != rich) label->setToolTip(rich);
    label->setAccessibleDescription(known ? text : tr("unknown"));
}

void TokenHeader::setAddress(const core::Mint& mint) {
    const QString address = QString::fromStdString(mint.base58());
    if (m_address == address) return;
    m_address = address;
    m_links->menu()->clear();
    addLinks(*m_links->menu(), tokenLinks(mint));
    m_copy->setText(format::shortKey(address.toStdString()) + QStringLiteral("  ⧉"));
    m_copy->setToolTip(format::plainToolTip(address + tr("\nCopy (Ctrl+Shift+C)")));
}

void TokenHeader::show(const core::pipeline::TokenRow& row, std::optional<std::int64_t> asOf,
                       std::optional<double> solDollars) {
    const auto& colors = theme::palette();
    m_baseDecimals = row.baseDecimals;
    setAddress(row.mint);
    const QString symbol = format::tokenTitle(row);
    m_symbol->setText(symbol.size() > kNameLimit ? symbol.left(kNameLimit) + u'…' : symbol);
    m_symbol->setToolTip(format::plainToolTip(symbol));
    const QString name = QString::fromStdString(row.name);
    m_name->setText(name.size() > kNameLimit ? name.left(kNameLimit) + u'…' : name);
    m_name->setToolTip(format::plainToolTip(name));

    const QString ticker = format::quoteTicker(row.quoteMint);
    const double price = row.price.value(row.baseDecimals, row.quoteDecimals);
    setValue(m_price, row.price.valid() ? format::price(price) : format::unknown(),
             row.price.valid() ? format::fullPrice(price) + u' ' + ticker : tr("no trade was seen yet"),
             row.price.valid());
    m_change->setText(row.change5m ? format::change(row.change5m) + tr(" 5m") : format::unknown());
    setInk(m_change, !row.change5m ? colors.dim : *row.change5m < 0 ? colors.down : colors.up);
    m_change->setToolTip(row.change5m ? tr("Last price against the price five minutes before")
                                      : tr("unknown: less than five minutes of trades were seen"));

    const auto amount = [&](QLabel* label, const std::optional<double>& value, const QString& why) {
        setValue(label, value ? format::compact(*value) + u' ' + ticker : format::unknown(),
                 value ? QString::number(*value, 'f', 2) + u' ' + ticker : why, value.has_value());
    };
    const bool inDollars = row.marketCapQuote && solDollars && row.quoteMint == core::wrappedSolMint();
    if (inDollars) {
        const QString dollars = u'$' + format::compact(*row.marketCapQuote * *solDollars);
        setValue(m_cap, format::compact(*row.marketCapQuote) + u' ' + ticker + QStringLiteral(" · ") + dollars,
                 tr("The whole supply at the last price: %1 %2, %3 at the price of SOL that the feed itself shows")
                     .arg(QString::number(*row.marketCapQuote, 'f', 2), ticker, dollars),
                 true);
    } else {
        amount(m_cap, row.marketCapQuote, tr("the supply was not seen"));
    }
    amount(m_liquidity, row.liquidityQuote, tr("the feed did not tell the reserves"));
    if (row.graduated)
        setValue(m_curve, tr("graduated"), tr("The coin left its curve for a pool"), true);
    else
        setValue(m_curve, format::share(row.curveProgress),
                 row.curveProgress ? tr("How much of the curve is sold")
                                   : tr("the feed did not tell the curve's reserves"),
                 row.curveProgress.has_value());
    const bool aged = row.createdTime && asOf;
    setValue(m_age, aged ? format::longAge(*asOf - *row.createdTime) : format::unknown(),
             aged ? format::dateTime(row.createdTime) : tr("its creation was not seen"), aged);
    setValue(m_holders, row.holders ? format::grouped(*row.holders) : format::unknown(),
             row.holders ? tr("Wallets that hold it, from the trades seen")
                         : tr("its creation was not seen, so earlier buyers are missing"),
             row.holders.has_value());
    const auto share = [&](QLabel* label, const std::optional<double>& value, const QString& meaning) {
        setValue(label, format::share(value), value ? meaning : tr("not all trades since its creation were seen"),
                 value.has_value());
    };
    share(m_top10, row.top10Share, tr("Share of supply of the ten largest wallets, pool and curve left out"));
    share(m_dev, row.devShare, tr("Share of supply of its creator, from trades alone"));
    setValue(m_trades, QStringLiteral("%1 / %2").arg(format::grouped(row.buys), format::grouped(row.sells)),
             tr("%1, %2 seen")
                 .arg(format::counted(format::Noun::Trade, row.trades),
                      format::counted(format::Noun::Buyer, row.buyers)),
             true);
    if (std::exchange(m_fitPending, false)) hideWhatDoesNotFit();
    setAccessibleDescription(symbol + u' ' +
                             (row.price.valid() ? format::fullPrice(price) + u' ' + ticker : tr("price unknown")));
}

void TokenHeader::showUnknown(const core::Mint& mint) {
    setAddress(mint);
    m_chips->show(nullptr);
    m_gauge->show(nullptr);
    m_symbol->setText(format::shortKey(mint.base58()));
    m_symbol->setToolTip({});
    m_name->setText(tr("not seen yet"));
    m_name->setToolTip({});
    m_change->setText(format::unknown());
    setInk(m_change, theme::palette().dim);
    const QString why = tr("no trade of this mint was seen in this session");
    for (QLabel* label :
         {m_price, m_cap, m_liquidity, m_curve, m_age, m_holders, m_top10, m_dev, m_trades, m_supply})
        setValue(label, format::unknown(), why, false);
}

void TokenHeader::showPeople(const std::shared_ptr<const core::pipeline::TokenPeople>& people) {
    m_chips->show(people);
    m_gauge->show(people);
    const bool known = people && people->supply;
    setValue(m_supply,
             known ? format::compact(format::wholeUnits(*people->supply, m_baseDecimals)) : format::unknown(),
             known ? tr("Coins in all") : tr("the supply was not seen"), known);
}

void TokenHeader::copyAddress() {
    if (m_address.isEmpty()) return;
    QGuiApplication::clipboard()->setText(m_address);
    emit addressCopied(m_address);
}

}  // namespace ui
