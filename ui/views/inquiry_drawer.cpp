// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inquiry_drawer.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/crew_view.h"
#include "ui/views/data_table.h"
#include "ui/views/lead_board_view.h"
#include "ui/views/wallet_view.h"
#include "ui/views/watchlist_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr QLatin1String kColumnsKey("tables/");

}  // namespace

InquiryDrawer::InquiryDrawer(LabelStore& labels, QWidget* parent)
    : QWidget(parent),
      m_bar(new QTabBar),
      m_stack(new QStackedWidget),
      m_wallet(new WalletView(labels)),
      m_crew(new CrewView(labels)),
      m_leads(new LeadBoardView),
      m_watchlist(new WatchlistView(labels)) {
    setObjectName(QStringLiteral("inquiryDrawer"));
    setAccessibleName(tr("Wallets and crews"));
    m_bar->setObjectName(QStringLiteral("inquiryTabs"));
    m_bar->setAccessibleName(tr("Wallet, crew, locomotives or watchlist"));
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    for (const QString& name : {tr("Wallet"), tr("Crew"), tr("Locomotives"), tr("Watchlist")}) m_bar->addTab(name);
    for (QWidget* view : {static_cast<QWidget*>(m_wallet), static_cast<QWidget*>(m_crew),
                          static_cast<QWidget*>(m_leads), static_cast<QWidget*>(m_watchlist)})
        m_stack->addWidget(view);
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("inquiryClose"));
    close->setText(QStringLiteral("✕"));
    close->setAccessibleName(tr("Close wallets and crews"));
    close->setToolTip(tr("Close (Esc)"));
    close->setProperty("flat", true);
    connect(close, &QToolButton::clicked, this, &InquiryDrawer::closed);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 6, 0);
    head->setSpacing(0);
    head->addWidget(m_bar, 1);
    head->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    setMinimumWidth(340);

    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        emit wishChanged();
    });
    connect(m_wallet, &WalletView::walletOpened, this, &InquiryDrawer::openWallet);
    connect(m_wallet, &WalletView::crewOpened, this, &InquiryDrawer::openCrew);
    connect(m_wallet, &WalletView::tokenChosen, this, &InquiryDrawer::tokenChosen);
    connect(m_wallet, &WalletView::said, this, &InquiryDrawer::said);
    connect(m_crew, &CrewView::walletOpened, this, &InquiryDrawer::openWallet);
    connect(m_crew, &CrewView::tokenChosen, this, &InquiryDrawer::tokenChosen);
    connect(m_crew, &CrewView::said, this, &InquiryDrawer::said);
    connect(m_leads, &LeadBoardView::walletOpened, this, &InquiryDrawer::openWallet);
    connect(m_leads, &LeadBoardView::tokenChosen, this, &InquiryDrawer::tokenChosen);
    connect(m_leads, &LeadBoardView::said, this, &InquiryDrawer::said);
    connect(m_watchlist, &WatchlistView::walletOpened, this, &InquiryDrawer::openWallet);
    connect(m_watchlist, &WatchlistView::crewOpened, this, &InquiryDrawer::openCrew);
    connect(m_watchlist, &WatchlistView::tokenChosen, this, &InquiryDrawer::tokenChosen);
    connect(m_watchlist, &WatchlistView::said, this, &InquiryDrawer::said);
}

void InquiryDrawer::openWallet(const core::Wallet& wallet) {
    if (m_wallet->wallet() != wallet) m_wallet->setWallet(wallet);
    openTab(Wallet);
    emit wishChanged();
}

void InquiryDrawer::openCrew(const core::Wallet& member) {
    if (m_crew->member() != member) m_crew->setMember(member);
    openTab(Crew);
    emit wishChanged();
}

void InquiryDrawer::openTab(Tab tab) {
    m_bar->setCurrentIndex(tab);
    // The first control of the page takes the keys; Esc closes from there.
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    if (!m_stack->currentWidget()->hasFocus()) m_bar->setFocus(Qt::OtherFocusReason);
}

InquiryDrawer::Tab InquiryDrawer::current() const {
    return static_cast<Tab>(m_bar->currentIndex());
}

void InquiryDrawer::show(const core::pipeline::Answers& answers) {
    switch (current()) {
        case Wallet: m_wallet->show(answers.wallet); break;
        case Crew: m_crew->show(answers.crew); break;
        case Leads: m_leads->show(answers.leads); break;
        case Watchlist: break;
    }
}

core::pipeline::Inquiry InquiryDrawer::wish() const {
    core::pipeline::Inquiry out;
    if (!m_seen) return out;
    if (current() == Wallet) out.wallet = m_wallet->wallet();
    if (current() == Crew) out.crew = m_crew->member();
    out.leads = current() == Leads;
    return out;
}

void InquiryDrawer::clear() {
    m_wallet->setWallet(m_wallet->wallet());
    m_crew->setMember(m_crew->member());
    m_leads->show(nullptr);
}

void InquiryDrawer::setWalletDesk(bridge::WalletDesk* desk, const QString& why) {
    m_wallet->setDesk(desk, why);
}

void InquiryDrawer::saveColumns(QSettings& settings) const {
    for (const auto* tables : {&m_wallet->tables(), &m_crew->tables(), &m_leads->tables(), &m_watchlist->tables()})
        for (const DataTable* table : *tables)
            settings.setValue(kColumnsKey + table->objectName(), table->columnState());
}

void InquiryDrawer::restoreColumns(const QSettings& settings) {
    for (const auto* tables : {&m_wallet->tables(), &m_crew->tables(), &m_leads->tables(), &m_watchlist->tables()})
        for (DataTable* table : *tables)
            table->restoreColumns(settings.value(kColumnsKey + table->objectName()).toByteArray());
}

void InquiryDrawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void InquiryDrawer::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_seen = true;
    emit wishChanged();
}

void InquiryDrawer::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_seen = false;
    emit wishChanged();
}

}  // namespace ui
