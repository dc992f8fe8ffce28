// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/dev_pane.h"

#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/models/flag_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/external_links.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

DevPane::DevPane(QWidget* parent)
    : TokenPane(QStringLiteral("devPane"), parent),
      m_model(new CreatorCoinModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("creatorCoins"), tr("Coins of the same creator"))) {
    m_wallet = new QToolButton;
    m_wallet->setObjectName(QStringLiteral("devWallet"));
    m_wallet->setAccessibleName(tr("The creator's address"));
    m_wallet->setProperty("flat", true);
    m_wallet->setFont(theme::monospace(11));
    m_wallet->setPopupMode(QToolButton::InstantPopup);
    controls().addWidget(m_wallet);
    m_note = addNote(QStringLiteral("devNote"));
    m_facts = new QWidget;
    auto* row = new QHBoxLayout(m_facts);
    row->setContentsMargins(10, 2, 10, 4);
    row->setSpacing(22);
    addFact(QStringLiteral("devHolds"), tr("Holds"), m_holds);
    addFact(QStringLiteral("devLinked"), tr("Linked wallets hold"), m_linked);
    addFact(QStringLiteral("devBought"), tr("Bought"), m_bought);
    addFact(QStringLiteral("devSold"), tr("Sold"), m_sold);
    addFact(QStringLiteral("devMoved"), tr("Sent on"), m_moved);
    addFact(QStringLiteral("devGain"), tr("Realised"), m_gain);
    addFact(QStringLiteral("devRecord"), tr("Coins created / graduated / dumped"), m_record);
    row->addStretch();
    body().addWidget(m_facts);
    adopt(m_table);
    connect(m_table, &DataTable::rowChosen, this, [this](int at) {
        const auto& coin = m_model->row(at);
        const int column = m_table->currentIndex().column();
        if (coin.dump && column == CreatorCoinModel::Dump)
            emit flagChosen(*coin.dump);
        else if (!coin.open)
            emit tokenChosen(coin.mint);
    });
    body().addWidget(m_table, 1);
}

void DevPane::addFact(const QString& id, const QString& caption, QLabel*& value) {
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* name = new QLabel(caption);
    name->setFont(theme::font(11));
    name->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    value = new QLabel;
    value->setObjectName(id);
    value->setAccessibleName(caption);
    value->setTextFormat(Qt::PlainText);
    value->setFont(theme::font(12, true));
    column->addWidget(name);
    column->addWidget(value);
    m_facts->layout()->addWidget(holder);
}

void DevPane::show(const Detail& detail, std::optional<double>) {
    const auto people = detail ? detail->people : nullptr;
    if (people == m_people && people) return;
    m_people = people;
    m_table->keepPlace([&] { m_model->show(detail); });
    const bool known = people && people->creator;
    m_facts->setVisible(known);
    m_wallet->setVisible(known);
    m_note->setText(known ? tr("record from what was seen since the start of this session") : QString());
    m_table->setEmptyText(
        !people ? QString()
                : tr("The creator is unknown: the coin's creation was not seen. It is known for coins that "
                     "are created while a feed runs."));
    if (known) showRecord(*detail);
}

void DevPane::showRecord(const core::pipeline::TokenDetail& detail) {
    const auto& record = *m_people->creator;
    const QString address = QString::fromStdString(record.wallet.base58());
    if (m_wallet->toolTip() != address) {
        m_wallet->setText(tr("Dev %1 ▾").arg(format::shortKey(record.wallet.base58())));
        m_wallet->setToolTip(address);
        auto* menu = new QMenu(m_wallet);
        menu->addAction(tr("Copy address"), this, [this, address] {
            QGuiApplication::clipboard()->setText(address);
            emit said(tr("Copied %1").arg(address));
        });
        addLinks(*menu, walletLinks(record.wallet));
        delete m_wallet->menu();
        m_wallet->setMenu(menu);
    }
    const auto coins = [&](std::uint64_t raw) {
        const double whole = format::wholeUnits(raw, detail.row.baseDecimals);
        if (!m_people->supply || *m_people->supply == 0) return format::compact(whole);
        return QStringLiteral("%1 (%2)").arg(
            format::compact(whole),
            format::share(static_cast<double>(raw) / static_cast<double>(*m_people->supply)));
    };
    m_holds->setText(format::share(record.share));
    m_linked->setText(record.linkedWallets == 0
                          ? tr("none known")
                          : tr("%1 in %2").arg(format::share(record.linkedShare)).arg(record.linkedWallets));
    m_linked->setToolTip(
        format::roleMeaning(core::pipeline::Role::CreatorLinked) +
        (m_people->transfersVisible ? QString() : tr(" This feed shows no transfers, so links are rarely found.")));
    if (record.position) {
        const auto& own = *record.position;
        m_bought->setText(coins(own.bought));
        m_sold->setText(coins(own.sold));
        m_moved->setText(m_people->transfersVisible ? coins(own.transferredOut) : format::unknown());
        m_moved->setToolTip(m_people->transfersVisible ? QString() : tr("This feed shows no transfers"));
        m_gain->setText(own.sold == 0
                            ? tr("sold nothing")
                            : format::signedAmount(format::whole(own.realised, detail.row.quoteDecimals)) + u' ' +
                                  format::quoteTicker(detail.row.quoteMint));
    } else {
        for (QLabel* label : {m_bought, m_sold, m_moved}) label->setText(tr("nothing seen"));
        m_gain->setText(tr("sold nothing"));
    }
    m_record->setText(QStringLiteral("%1 / %2 / %3").arg(record.created).arg(record.graduated).arg(record.dumped));
}

}  // namespace ui
