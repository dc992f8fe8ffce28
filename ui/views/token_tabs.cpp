// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/token_tabs.h"

#include "ui/map/map_pane.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/clusters_pane.h"
#include "ui/views/data_table.h"
#include "ui/views/dev_pane.h"
#include "ui/views/first_buyers_pane.h"
#include "ui/views/flags_pane.h"
#include "ui/views/holders_pane.h"
#include "ui/views/makers_pane.h"
#include "ui/views/tape_pane.h"

#include <QAction>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace ui {
namespace {

constexpr QLatin1String kColumnsKey("tables/");

}  // namespace

TokenTabs::TokenTabs(QWidget* parent)
    : QWidget(parent),
      m_bar(new QTabBar),
      m_stack(new QStackedWidget),
      m_holders(new HoldersPane),
      m_clusters(new ClustersPane),
      m_makers(new MakersPane),
      m_map(new MapPane) {
    setObjectName(QStringLiteral("tokenTabs"));
    m_bar->setObjectName(QStringLiteral("tokenTabBar"));
    m_bar->setAccessibleName(tr("What is shown of the token"));
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    m_bar->setUsesScrollButtons(true);
    m_panes = {new TapePane, m_holders, new FirstBuyersPane, m_clusters, new FlagsPane, new DevPane,
               m_map,        m_makers};
    for (TokenPane* pane : m_panes) {
        m_bar->addTab(pane->title(nullptr));
        m_stack->addWidget(pane);
        connect(pane, &TokenPane::flagChosen, this, &TokenTabs::flagChosen);
        connect(pane, &TokenPane::tokenChosen, this, &TokenTabs::tokenChosen);
        connect(pane, &TokenPane::clusterHovered, this, &TokenTabs::clusterHovered);
        connect(pane, &TokenPane::said, this, &TokenTabs::said);
        connect(pane, &TokenPane::walletOpened, this, &TokenTabs::walletOpened);
    }
    m_bar->setTabVisible(Makers, false);
    connect(m_clusters, &ClustersPane::clusterChosen, this, &TokenTabs::clusterChosen);
    connect(m_clusters, &ClustersPane::clusterOpened, this, &TokenTabs::clusterOpened);
    connect(m_map, &MapPane::clusterChosen, this, &TokenTabs::clusterChosen);
    connect(m_map, &MapPane::clusterOpened, this, &TokenTabs::clusterOpened);
    connect(m_map, &MapPane::wishChanged, this, &TokenTabs::askGraph);
    connect(m_makers, &MakersPane::closed, this, [this] {
        setMakersRange(std::nullopt);
        emit makersClosed();
    });
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        showFront();
        askGraph();
    });
    const auto step = [this](int by) {
        const int count = m_bar->count();
        int tab = m_bar->currentIndex();
        do tab = (tab + by + count) % count;
        while (!m_bar->isTabVisible(tab));
        m_bar->setCurrentIndex(tab);
    };
    const auto add = [&](const QString& id, const QString& text, const QKeySequence& keys, int by) {
        auto* action = new QAction(text, this);
        action->setObjectName(id);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, [step, by] { step(by); });
        addAction(action);
    };
    add(QStringLiteral("actionNextTab"), tr("Next tab of the token"), QKeySequence(tr("Ctrl+Tab")), 1);
    add(QStringLiteral("actionPreviousTab"), tr("Previous tab of the token"), QKeySequence(tr("Ctrl+Shift+Tab")),
        -1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
}

void TokenTabs::show(std::shared_ptr<const core::pipeline::TokenDetail> detail, std::optional<double> solDollars) {
    m_dollars = solDollars;
    const bool emptied = !detail;
    m_detail = std::move(detail);
    for (std::size_t tab = 0; tab < m_panes.size(); ++tab) {
        const QString title = m_panes[tab]->title(m_detail);
        if (m_bar->tabText(static_cast<int>(tab)) != title) m_bar->setTabText(static_cast<int>(tab), title);
        if (emptied) m_panes[tab]->show(nullptr, std::nullopt);
    }
    if (!emptied) showFront();
}

void TokenTabs::showFront() {
    TokenPane* pane = m_panes[static_cast<std::size_t>(m_stack->currentIndex())];
    if (!m_detail) return;
    pane->show(m_detail, m_dollars);
    pane->light(m_lit);
    if (!mapApart()) return;
    m_map->show(m_detail, m_dollars);
    m_map->light(m_lit);
}

void TokenTabs::askGraph() {
    emit graphAsked(mapWanted() ? std::optional{m_map->wish()} : std::nullopt);
}

void TokenTabs::setMapHome(QWidget* home) {
    if (home == m_mapHome) return;
    const bool wasApart = std::exchange(m_mapHome, home) != nullptr;
    m_map->setApart(home != nullptr);
    if (home != nullptr) {
        if (current() == Map) choose(Tape);
        // The stack keeps a place for the map, so that tabs keep their numbers.
        if (!wasApart) m_stack->insertWidget(Map, new QWidget);
        home->layout()->addWidget(m_map);
        m_map->QWidget::show();
    } else {
        QWidget* place = m_stack->widget(Map);
        m_stack->removeWidget(place);
        place->deleteLater();
        m_stack->insertWidget(Map, m_map);
    }
    m_bar->setTabVisible(Map, home == nullptr);
    showFront();
    askGraph();
}

void TokenTabs::choose(Tab tab) {
    if (m_bar->isTabVisible(tab)) m_bar->setCurrentIndex(tab);
}

TokenTabs::Tab TokenTabs::current() const {
    return static_cast<Tab>(m_bar->currentIndex());
}

void TokenTabs::showHolders(core::pipeline::Role role) {
    choose(Holders);
    m_holders->setRole(role);
}

void TokenTabs::showWallet(const core::Wallet& wallet) {
    choose(Holders);
    if (!m_holders->choose(wallet)) emit said(tr("That wallet is not among the holders listed"));
}

void TokenTabs::showCluster(std::uint32_t number) {
    choose(Clusters);
    m_clusters->choose(number);
}

void TokenTabs::setMakersRange(std::optional<core::pipeline::TimeRange> range) {
    m_makers->setRange(range);
    m_bar->setTabVisible(Makers, range.has_value());
    if (range)
        choose(Makers);
    else if (current() == Makers)
        choose(Tape);
}

void TokenTabs::light(std::uint32_t cluster) {
    m_lit = cluster;
    m_panes[static_cast<std::size_t>(m_stack->currentIndex())]->light(cluster);
    if (mapApart()) m_map->light(cluster);
}

void TokenTabs::saveColumns(QSettings& settings) const {
    for (const TokenPane* pane : m_panes)
        for (const DataTable* table : pane->tables())
            settings.setValue(kColumnsKey + table->objectName(), table->columnState());
}

void TokenTabs::restoreColumns(const QSettings& settings) {
    for (const TokenPane* pane : m_panes)
        for (DataTable* table : pane->tables())
            table->restoreColumns(settings.value(kColumnsKey + table->objectName()).toByteArray());
}

}  // namespace ui
