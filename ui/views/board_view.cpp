// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/board_view.h"

#include "ui/views/board_column.h"

namespace ui {

BoardView::BoardView(QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      m_fresh(new BoardColumn(QStringLiteral("new"), tr("New"), tr("Launches show here as they are created."))),
      m_graduating(new BoardColumn(QStringLiteral("graduating"), tr("Graduating"),
                                   tr("Coins whose curve is filling, fullest first."))),
      m_graduated(new BoardColumn(QStringLiteral("graduated"), tr("Graduated"),
                                  tr("Coins that moved to a pool, latest first."))) {
    setObjectName(QStringLiteral("board"));
    setAccessibleName(tr("Board of launches"));
    setHandleWidth(1);
    setChildrenCollapsible(false);
    for (BoardColumn* column : {m_fresh, m_graduating, m_graduated}) {
        addWidget(column);
        connect(column, &BoardColumn::tokenChosen, this, &BoardView::tokenChosen);
    }
}

void BoardView::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot) {
    m_fresh->show(snapshot, snapshot->fresh, snapshot->freshCount);
    m_graduating->show(snapshot, snapshot->graduating, snapshot->graduatingCount);
    m_graduated->show(snapshot, snapshot->graduated, snapshot->graduatedCount);
}

void BoardView::setOpenToken(std::optional<core::Mint> mint) {
    for (BoardColumn* column : {m_fresh, m_graduating, m_graduated}) column->setOpenToken(mint);
}

BoardColumn& BoardView::column(core::pipeline::Stage stage) const {
    switch (stage) {
        case core::pipeline::Stage::New: return *m_fresh;
        case core::pipeline::Stage::Graduating: return *m_graduating;
        case core::pipeline::Stage::Graduated: return *m_graduated;
    }
    return *m_fresh;
}

}  // namespace ui
