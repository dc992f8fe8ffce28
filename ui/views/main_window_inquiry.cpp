// SPDX-License-Identifier: GPL-3.0-or-later
// Wallets, crews, leads and the user's lists in the window, and what the user calls them everywhere else.
#include "ui/format/wallet_names.h"
#include "ui/labels/label_store.h"
#include "ui/map/map_pane.h"
#include "ui/map/map_tree_model.h"
#include "ui/map/map_view.h"
#include "ui/shell/action_book.h"
#include "ui/shell/desk.h"
#include "ui/views/inquiry_drawer.h"
#include "ui/views/main_window.h"
#include "ui/views/pane_head.h"
#include "ui/views/pane_ids.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kWide = 540;

}  // namespace

void MainWindow::buildInquiry() {
    m_labels = new LabelStore(m_labelFile, this);
    m_inquiry = new InquiryDrawer(*m_labels);
}

QWidget* MainWindow::buildMapHome() {
    m_mapHome = new QWidget;
    m_mapHome->setObjectName(QStringLiteral("mapHome"));
    auto* layout = new QVBoxLayout(m_mapHome);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PaneHead(tr("Cluster map")));
    return m_mapHome;
}

void MainWindow::connectInquiry() {
    // The action follows what layouts, buttons and workspaces do to the pane, whether the window is shown or not.
    connect(m_desk->pane(kMapPane)->toggleViewAction(), &QAction::toggled, this,
            [this](bool shown) { m_token->tabs().setMapHome(shown ? m_mapHome : nullptr); });
    connect(&m_token->tabs().map(), &MapPane::apartAsked, this, [this](bool apart) {
        m_desk->showPane(kMapPane, apart);
        m_token->openMap();
    });
    connect(m_token, &TokenPage::graphAsked, this, [this](std::optional<core::pipeline::GraphWish> wish) {
        if (m_interest.inquiry.graph == wish) return;
        m_interest.inquiry.graph = wish;
        m_host.feed().setInterest(m_interest);
        refresh();
    });
    connect(m_token, &TokenPage::walletOpened, this, &MainWindow::openWallet);
    connect(m_token, &TokenPage::clusterOpened, this, &MainWindow::openCluster);
    connect(m_inquiry, &InquiryDrawer::wishChanged, this, &MainWindow::takeInquiry);
    connect(m_inquiry, &InquiryDrawer::tokenChosen, this, &MainWindow::openToken);
    connect(m_inquiry, &InquiryDrawer::closed, this, &MainWindow::closeInquiry);
    connect(m_inquiry, &InquiryDrawer::said, this, &MainWindow::tell);
    connect(m_labels, &LabelStore::said, this, &MainWindow::tell);
    MapPane& pane = m_token->tabs().map();
    const auto name = [this](const core::Wallet& wallet) { return m_labels->nameOf(wallet); };
    pane.map().nameOf = name;
    pane.map().colorOf = [this](const core::Wallet& wallet) { return m_labels->colorOf(wallet); };
    pane.treeModel().nameOf = name;
    format::setWalletNames(this, name);
    connect(&pane, &MapPane::crewNamed, m_labels, &LabelStore::nameCrew);
    connect(m_labels, &LabelStore::changed, this, [this] {
        m_token->tabs().map().map().relabel();
        m_interest.tracked = m_labels->book().watched();
        m_host.feed().setInterest(m_interest);
    });
    m_interest.tracked = m_labels->book().watched();
    if (!m_labels->trouble().isEmpty()) tell(m_labels->trouble());
}

void MainWindow::buildInquiryActions() {
    m_actions->add(QStringLiteral("actionMap"), tr("Coin"), tr("Show the cluster map"), QKeySequence(Qt::Key_C),
                   [this] { m_token->openMap(); });
    const QString group = tr("Wallets");
    const auto open = [&](const QString& id, const QString& text, const QString& keys, InquiryDrawer::Tab tab) {
        m_actions->add(id, group, text, QKeySequence(keys), [this, tab] {
            showInquiry();
            m_inquiry->openTab(tab);
        });
    };
    open(QStringLiteral("actionWallet"), tr("Show the wallet opened last"), QStringLiteral("Ctrl+Alt+W"),
         InquiryDrawer::Wallet);
    open(QStringLiteral("actionCrew"), tr("Show the crew opened last"), QString(), InquiryDrawer::Crew);
    open(QStringLiteral("actionLeads"), tr("Locomotives: who is followed"), QStringLiteral("Ctrl+L"),
         InquiryDrawer::Leads);
    open(QStringLiteral("actionWatchlist"), tr("Watchlist and labels"), QStringLiteral("Ctrl+Shift+W"),
         InquiryDrawer::Watchlist);
}

void MainWindow::showInquiry() {
    if (!m_desk->pane(kInquiryPane)->isHidden()) return;
    m_desk->showPane(kInquiryPane, true);
    m_desk->widenPane(kInquiryPane, kWide);
}

void MainWindow::openWallet(const core::Wallet& wallet) {
    showInquiry();
    m_inquiry->openWallet(wallet);
}

void MainWindow::openCluster(std::uint32_t number) {
    if (!m_snapshot || !m_snapshot->selected || !m_snapshot->selected->people) return;
    for (const auto& row : m_snapshot->selected->people->clusters) {
        if (row.tag.number != number) continue;
        showInquiry();
        m_inquiry->openCrew(row.first);
        return;
    }
    tell(tr("That cluster is not among those listed for this coin"));
}

void MainWindow::tellWalletsPast(const bridge::SessionInfo& info) {
    // A replay must not know what came later, and what a simulated market does is not what is stored of the chain.
    if (info.keeps)
        m_inquiry->setWalletDesk(m_host.walletDesk(), tr("No trades are stored here."));
    else if (info.mode == core::pipeline::Mode::Replay)
        m_inquiry->setWalletDesk(nullptr, tr("A replay shows what was known then alone. What is stored of a wallet "
                                             "stands on its page while a live feed runs."));
    else
        m_inquiry->setWalletDesk(nullptr,
                                 tr("This session keeps no trades, so what is stored is not shown beside it."));
}

void MainWindow::closeInquiry() {
    if (m_desk->pane(kInquiryPane)->isHidden()) return;
    m_desk->showPane(kInquiryPane, false);
    m_token->focusChart();
}

void MainWindow::takeInquiry() {
    core::pipeline::Inquiry wish = m_inquiry->wish();
    wish.graph = m_interest.inquiry.graph;
    if (wish == m_interest.inquiry) return;
    m_interest.inquiry = wish;
    m_host.feed().setInterest(m_interest);
    refresh();
}

}  // namespace ui
