// SPDX-License-Identifier: GPL-3.0-or-later
// What the database keeps of a wallet, beside what the session saw.
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/models/wallet_models.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/wallet_view.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kLamportDigits = 9;
constexpr int kLookEvery = 100;  // ms, while the database is read

}  // namespace

void WalletView::buildStored() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_storedText = theme::plainLabel(QStringLiteral("walletStoredText"), theme::font(11), theme::palette().text);
    m_storedText->setContentsMargins(12, 4, 10, 4);
    m_storedText->setWordWrap(true);
    layout->addWidget(m_storedText);
    m_stored = new StoredCoinModel(this);
    auto* table = new DataTable(m_stored, QStringLiteral("walletStored"), tr("Stored coins"));
    connect(table, &DataTable::said, this, &WalletView::said);
    connect(table, &DataTable::rowOpened, this, [this](int row) { emit tokenChosen(m_stored->row(row).mint); });
    m_tables.push_back(table);
    layout->addWidget(table, 1);
    m_stack->addWidget(page);
    m_parts->addTab(tr("Stored"));
    m_parts->setTabToolTip(Stored, tr("What is stored of the wallet, from this session and earlier ones"));
    m_storedTimer = new QTimer(this);
    m_storedTimer->setInterval(kLookEvery);
    connect(m_storedTimer, &QTimer::timeout, this, &WalletView::pollStored);
    connect(m_parts, &QTabBar::currentChanged, this, [this](int part) {
        // The session goes on storing: whoever looks again sees what there is by now.
        if (part == Stored && m_past && m_past->done) askStored();
    });
}

void WalletView::setDesk(bridge::WalletDesk* desk, const QString& why) {
    if (m_desk != nullptr) m_desk->askWalletPast(std::nullopt);
    m_desk = desk;
    m_noDesk = why;
    askStored();
}

void WalletView::askStored() {
    if (m_past && m_wallet != m_past->wallet) m_past.reset();
    if (m_desk == nullptr) {
        m_past.reset();
        m_storedTimer->stop();
    } else {
        m_desk->askWalletPast(m_wallet);
        if (m_wallet)
            m_storedTimer->start();
        else
            m_storedTimer->stop();
    }
    showStored();
}

void WalletView::pollStored() {
    const auto past = m_desk != nullptr ? m_desk->walletPast() : nullptr;
    if (!past || past == m_past || !m_wallet || past->wallet != *m_wallet) return;
    m_past = past;
    if (past->done) m_storedTimer->stop();
    showStored();
    showParts();
}

void WalletView::showStored() {
    m_tables[Stored]->keepPlace([this] { m_stored->show(m_past); });
    const std::size_t count = m_past ? m_past->coinCount : 0;
    m_parts->setTabText(
        Stored, count == 0 ? tr("Stored") : QStringLiteral("%1 %2").arg(tr("Stored"), format::grouped(count)));
    if (!m_past) {
        m_storedText->setText(m_desk != nullptr ? tr("Reading what is stored…") : m_noDesk);
        m_tables[Stored]->setEmptyText({});
        return;
    }
    m_tables[Stored]->setEmptyText(m_past->done ? tr("Nothing is stored of this wallet.") : QString());
    QStringList text;
    if (!m_past->error.empty())
        text << tr("The database could not be read to its end: %1. What was read stands below; choose this tab "
                   "again to "
                   "try once more.")
                    .arg(QString::fromStdString(m_past->error));
    if (!m_past->done)
        text << tr("Reading: %1 of %2.")
                    .arg(format::grouped(m_past->coinsRead),
                         format::counted(format::Noun::Coin, m_past->coinCount));
    else if (m_past->coinsRead < m_past->coinCount)
        text << tr("The newest %1 of %2.")
                    .arg(format::grouped(m_past->coinsRead),
                         format::counted(format::Noun::Coin, m_past->coinCount));
    if (m_past->sales != 0)
        text << tr("Realised %1 SOL on %2, %3 with a gain; coverage %4.")
                    .arg(format::signedAmount(format::whole(m_past->realised, kLamportDigits)),
                         format::counted(format::Noun::Coin, m_past->coinsSold), format::grouped(m_past->coinsWon),
                         format::share(m_past->coverage));
    else if (m_past->coinsRead != 0)
        text << tr("Realised: unknown, as no sale is stored whose purchase is.");
    if (m_past->coinsRead != 0)
        text << tr("%1 and %2.")
                    .arg(format::counted(format::Noun::Trade, m_past->trades),
                         format::counted(format::Noun::Transfer, m_past->transfers));
    if (m_past->otherQuote != 0)
        text << tr("In no sum: %1 in another currency.")
                    .arg(format::counted(format::Noun::Coin, m_past->otherQuote));
    text << (m_past->storedSince ? tr("Older than %1, and while Cabalscope did not run: unknown.")
                                       .arg(format::dateTime(m_past->storedSince))
                                 : tr("No trade is stored yet: everything before now is unknown."));
    m_storedText->setText(text.join(u' '));
}

}  // namespace ui
