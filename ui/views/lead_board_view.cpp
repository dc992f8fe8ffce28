// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lead_board_view.h"

#include "ui/format/number_text.h"
#include "ui/models/wallet_models.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/external_links.h"
#include "ui/views/small_charts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

using core::pipeline::Locomotive;

LeadBoardView::LeadBoardView(QWidget* parent)
    : QWidget(parent),
      m_model(new LocomotiveModel(this)),
      m_followers(new LeadRowModel(this)),
      m_buys(new FollowedBuyModel(this)) {
    setObjectName(QStringLiteral("leadBoard"));
    setAccessibleName(tr("Locomotives"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("leadNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(theme::font(11));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 4, 10, 4);
    m_note->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    all->addWidget(m_note);
    const auto make = [this](LiveTableModel* model, const QString& id, const QString& name, const QString& empty) {
        auto* table = new DataTable(model, id, name);
        table->setEmptyText(empty);
        connect(table, &DataTable::said, this, &LeadBoardView::said);
        m_tables.push_back(table);
        return table;
    };
    auto* board =
        make(m_model, QStringLiteral("leads"), tr("Wallets that others follow"),
             tr("Nobody is followed beyond chance yet: it takes five common coins, and a second test on the "
                "next five."));
    auto* followers = make(m_followers, QStringLiteral("leadFollowers"), tr("Its followers"),
                           tr("Choose a wallet to see who follows it."));
    auto* buys = make(m_buys, QStringLiteral("leadBuys"), tr("Buys that were followed"),
                      tr("Choose a wallet to see the transactions it rests on."));
    m_lags = new BarStrip(QStringLiteral("leadLags"), tr("Follows by slots behind it"));
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_lags);
    column->addWidget(followers, 1);
    column->addWidget(buys, 2);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setObjectName(QStringLiteral("leadSplitter"));
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(board);
    m_split->addWidget(right);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setSizes({620, 420});
    all->addWidget(m_split, 1);
    connect(board->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, board] {
        const QList<int> rows = board->chosenRows();
        if (rows.isEmpty() && m_model->rowCount() == 0) return;
        m_chosen = rows.isEmpty() ? std::nullopt : std::optional{m_model->row(rows.front()).wallet};
        showChosen();
    });
    connect(board, &DataTable::rowOpened, this, [this](int row) { emit walletOpened(m_model->row(row).wallet); });
    connect(followers, &DataTable::rowOpened, this,
            [this](int row) { emit walletOpened(m_followers->row(row).other); });
    connect(buys, &DataTable::rowOpened, this, [this](int row) { emit tokenChosen(m_buys->row(row).mint); });
    buys->fillMenu = [this](QMenu& menu, int row) {
        for (const auto& signature : {m_buys->row(row).leaderSignature, m_buys->row(row).followerSignature})
            if (signature)
                addLinks(*menu.addMenu(format::shortKey(signature->base58())), transactionLinks(*signature));
    };
    show(nullptr);
    showChosen();
}

void LeadBoardView::show(const std::shared_ptr<const core::pipeline::LeadBoard>& board) {
    if (board && board == m_board) return;
    m_board = board;
    m_tables.front()->keepPlace([this] { m_model->show(m_board); });
    QString text =
        tr("Others buy behind these wallets within 25 slots, more often than their own activity explains. "
           "Wallets of one cluster, and those that follow a third one, are left out.");
    if (m_board && m_board->count > m_board->rows.size())
        text +=
            tr(" The %1 surest of %2 are listed.").arg(m_board->rows.size()).arg(format::grouped(m_board->count));
    m_note->setText(text);
    if (!m_chosen && m_board && !m_board->rows.empty()) m_tables.front()->selectRow(0);
    showChosen();
}

void LeadBoardView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Beside each other they need the width of two tables.
    constexpr int kBeside = 760;
    m_split->setOrientation(width() < kBeside ? Qt::Vertical : Qt::Horizontal);
}

void LeadBoardView::showChosen() {
    std::shared_ptr<const Locomotive> chosen;
    if (m_board && m_chosen)
        for (const Locomotive& row : m_board->rows)
            if (row.wallet == *m_chosen) chosen = {m_board, &row};
    m_tables[1]->keepPlace([&] { m_followers->show(chosen, chosen ? &chosen->pairs : nullptr); });
    m_tables[2]->keepPlace([&] { m_buys->show(chosen); });
    std::vector<std::size_t> lags;
    QStringList names;
    if (chosen)
        for (std::size_t i = 0; i < chosen->lags.size(); ++i) {
            lags.push_back(chosen->lags[i]);
            names << QString::number(i);
        }
    m_lags->setBars(lags, names);
}

}  // namespace ui
