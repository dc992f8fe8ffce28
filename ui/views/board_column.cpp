// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/board_column.h"

#include "ui/format/number_text.h"
#include "ui/models/board_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/pane_head.h"
#include "ui/views/token_card_delegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

BoardColumn::BoardColumn(const QString& id, const QString& title, const QString& hint, QWidget* parent)
    : QWidget(parent),
      m_list(new QListView),
      m_model(new BoardModel(this)),
      m_delegate(new TokenCardDelegate(this)) {
    setObjectName(id + QStringLiteral("Column"));
    setAccessibleName(title);
    auto* head = new PaneHead(title);
    m_count = head->addNote(id + QStringLiteral("Count"));
    m_frozen = head->addNote(id + QStringLiteral("Frozen"));
    m_frozen->setText(tr("held"));
    m_frozen->setToolTip(tr("Cards keep their places while the pointer is over them"));
    m_frozen->setStyleSheet(QStringLiteral("color:") + theme::palette().attention.name());
    m_frozen->hide();

    m_list->setObjectName(id + QStringLiteral("List"));
    m_list->setAccessibleName(tr("%1 launches").arg(title));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->verticalScrollBar()->setSingleStep(TokenCardDelegate::kCardHeight / 2);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &BoardColumn::choose);
    connect(m_list, &QListView::activated, this, &BoardColumn::choose);

    m_hint = new QLabel(hint, m_list);
    m_hint->setObjectName(id + QStringLiteral("Hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_hint->setStyleSheet(QStringLiteral("color:%1; padding:16px 10px").arg(theme::palette().dim.name()));
    auto* over = new QVBoxLayout(m_list);
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_hint);
    over->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    setMinimumWidth(128);
}

void BoardColumn::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot,
                       const std::vector<core::pipeline::TokenRow>& rows, std::uint64_t count) {
    const int scroll = m_list->verticalScrollBar()->value();
    m_model->show(snapshot, rows);
    m_list->verticalScrollBar()->setValue(scroll);
    m_total = count;
    updateHead();
}

void BoardColumn::setOpenToken(std::optional<core::Mint> mint) {
    m_delegate->setOpenToken(mint);
    m_list->viewport()->update();
}

void BoardColumn::updateHead() {
    m_count->setText(format::grouped(m_total));
    m_hint->setVisible(m_model->rowCount() == 0);
    m_frozen->setVisible(m_model->frozen());
}

bool BoardColumn::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_model->setFrozen(event->type() == QEvent::Enter);
        updateHead();
    }
    return QWidget::eventFilter(watched, event);
}

void BoardColumn::choose(const QModelIndex& index) {
    if (index.isValid()) emit tokenChosen(m_model->row(index.row()).mint);
}

}  // namespace ui
