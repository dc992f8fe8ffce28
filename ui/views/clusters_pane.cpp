// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clusters_pane.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/models/cluster_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/elided_label.h"
#include "ui/views/external_links.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using core::pipeline::ClusterRow;

ClustersPane::ClustersPane(QWidget* parent)
    : TokenPane(QStringLiteral("clustersPane"), parent),
      m_model(new ClusterModel(this)),
      m_members(new ClusterMemberModel(this)),
      m_links(new ClusterLinkModel(this)),
      m_exits(new PastExitModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("clusters"), tr("Clusters"))),
      m_parts(new QTabBar),
      m_stack(new QStackedWidget) {
    m_note = addNote(QStringLiteral("clustersNote"));
    adopt(m_table, [this](int row) { return m_model->row(row).tag.number; });
    connect(m_table, &DataTable::rowOpened, this,
            [this](int row) { emit clusterOpened(m_model->row(row).tag.number); });
    auto* members = new DataTable(m_members, QStringLiteral("clusterMembers"), tr("Wallets of the cluster"));
    adopt(members, {}, [this](int row) { return std::optional{m_members->row(row).wallet}; });
    auto* links = new DataTable(m_links, QStringLiteral("clusterLinks"), tr("Links of the cluster"));
    adopt(links);
    links->fillMenu = [this](QMenu& menu, int row) {
        for (const auto& proof : m_links->row(row).proofs)
            if (proof.signature)
                addLinks(*menu.addMenu(format::shortKey(proof.signature->base58())),
                         transactionLinks(*proof.signature));
    };
    auto* exits = new DataTable(m_exits, QStringLiteral("clusterExits"), tr("Coins the cluster left"));
    adopt(exits);
    exits->setEmptyText(tr("It was not seen selling another coin."));
    connect(exits, &DataTable::rowChosen, this, [this](int row) { emit tokenChosen(m_exits->row(row).mint); });
    m_parts->setObjectName(QStringLiteral("clusterParts"));
    m_parts->setExpanding(false);
    m_parts->setDrawBase(false);
    m_parts->setFont(theme::font(11));
    for (const QString& part : {tr("Wallets"), tr("Why linked"), tr("Past exits")}) m_parts->addTab(part);
    for (DataTable* table : {members, links, exits}) m_stack->addWidget(table);
    connect(m_parts, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_story = new ElidedLabel;
    m_story->setObjectName(QStringLiteral("clusterStory"));
    m_story->setTextFormat(Qt::PlainText);
    m_story->setFont(theme::font(11));
    m_story->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_story->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());

    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(m_parts);
    head->addWidget(m_story, 1);
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(0);
    rightLayout->addLayout(head);
    rightLayout->addWidget(m_stack, 1);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("clusterSplitter"));
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(right);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({560, 420});
    body().addWidget(split, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QList<int> rows = m_table->chosenRows();
        // A row that scrolls out of the data does not take the choice with it.
        if (rows.isEmpty() && m_table->table().rowCount() == 0) return;
        const std::uint32_t chosen = rows.isEmpty() ? 0 : m_model->row(rows.front()).tag.number;
        if (std::exchange(m_chosen, chosen) == chosen) return;
        m_members->drop();
        m_links->drop();
        m_exits->drop();
        showChosen();
        if (!m_choosesItself) emit clusterChosen(chosen);
    });
    showChosen();
}

QString ClustersPane::title(const Detail& detail) const {
    return detail && detail->people && detail->people->clusterCount != 0
               ? tr("Clusters %1").arg(format::grouped(detail->people->clusterCount))
               : tr("Clusters");
}

bool ClustersPane::choose(std::uint32_t number) {
    const int row = m_model->rowOf(number);
    if (row < 0) return false;
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
    return true;
}

void ClustersPane::show(const Detail& detail, std::optional<double>) {
    const bool other = !detail || !m_detail || detail->row.mint != m_detail->row.mint;
    const bool same = detail && m_detail && detail->people == m_detail->people;
    m_detail = detail;
    if (other) m_chosen = 0;
    if (same) return;
    m_table->keepPlace([&] { m_model->show(detail); });
    if (!detail || !detail->people) {
        m_note->clear();
        m_table->setEmptyText({});
        showChosen();
        return;
    }
    const auto& people = *detail->people;
    double held = 0;
    for (const ClusterRow& row : people.clusters) held += row.heldShare.value_or(0);
    QString text = format::counted(format::Noun::Cluster, people.clusterCount);
    if (people.creationSeen && people.supply) text += tr(" · %1 of supply together").arg(format::share(held));
    if (people.clusterCount > people.clusters.size())
        text += tr(" · the %1 largest are listed").arg(people.clusters.size());
    m_note->setText(people.clusterCount == 0 ? QString() : text);
    m_table->setEmptyText(people.transfersVisible ? tr("No two wallets with this coin are likely one hand: no "
                                                       "common funding, transfer or joint trades were seen "
                                                       "beyond chance.")
                                                  : tr("No clusters from trades alone. This feed shows no "
                                                       "transfers, so who funded whom is unknown; a feed of "
                                                       "whole transactions shows it."));
    // Before anybody chose, the largest one tells its story, without lighting up everywhere.
    if (m_chosen == 0 && !people.clusters.empty() && !m_table->underMouse()) {
        m_choosesItself = true;
        choose(people.clusters.front().tag.number);
        m_choosesItself = false;
    }
    showChosen();
}

void ClustersPane::showChosen() {
    std::shared_ptr<const ClusterRow> chosen;
    if (m_detail && m_detail->people)
        for (const ClusterRow& row : m_detail->people->clusters)
            if (row.tag.number == m_chosen) chosen = {m_detail->people, &row};
    m_members->show(chosen, m_detail ? m_detail->row.baseDecimals : 6);
    m_links->show(chosen);
    m_exits->show(chosen);
    if (!chosen) {
        m_story->clear();
        return;
    }
    QString story = format::clusterName(chosen->tag);
    if (chosen->all) story += tr(": all sold takes the price down by %1").arg(format::share(chosen->all->fall));
    if (!chosen->exits.empty())
        story += tr("; took %1 the last time").arg(format::longAge(chosen->exits.front().seconds));
    m_story->setText(story);
    m_story->setToolTip(story);
}

}  // namespace ui
