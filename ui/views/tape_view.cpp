// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tape_view.h"

#include "ui/models/tape_model.h"
#include "ui/theme/style.h"

#include <QHeaderView>
#include <QScrollBar>

#include <array>

namespace ui {
namespace {

constexpr int kRowHeight = 20;
// Fixed at the start and the user's afterwards: measuring contents costs milliseconds per update.
constexpr std::array<int, TapeModel::ColumnCount> kWidths{76, 62, 84, 96, 84, 130, 92, 120, 110};

}  // namespace

TapeView::TapeView(QWidget* parent) : QTableView(parent), m_model(new TapeModel(this)) {
    setObjectName(QStringLiteral("tape"));
    setAccessibleName(tr("Trades"));
    setModel(m_model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setObjectName(QStringLiteral("tapeHeader"));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(22);
    horizontalHeader()->setFont(theme::font(11));
    for (std::size_t i = 0; i < kWidths.size(); ++i) setColumnWidth(static_cast<int>(i), kWidths[i]);
    horizontalHeader()->setStretchLastSection(true);
}

void TapeView::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
    QScrollBar* scroll = verticalScrollBar();
    const int top = rowAt(0);
    const bool held = scroll->value() > 0 && top >= 0;
    const std::uint64_t anchor = held ? m_model->row(top).id : 0;
    const int offset = held ? rowViewportPosition(top) : 0;
    m_model->show(detail);
    if (!held) return;
    const int row = m_model->rowOf(anchor);
    // The scroll range follows the rows only at the next layout; without it the value would be cut.
    updateGeometries();
    if (row >= 0) scroll->setValue(row * kRowHeight - offset);
}

}  // namespace ui
