// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/data_table.h"

#include "ui/models/live_table_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QPainter>
#include <QSaveFile>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace ui {
namespace {

constexpr int kRowHeight = 20;
constexpr int kHeadHeight = 22;

}  // namespace

DataTable::DataTable(LiveTableModel* model, const QString& id, const QString& accessibleName, QWidget* parent)
    : QTableView(parent), m_model(model), m_hint(new QToolButton(this)) {
    setObjectName(id);
    setAccessibleName(accessibleName);
    setModel(model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = horizontalHeader();
    head->setObjectName(id + QStringLiteral("Header"));
    head->setHighlightSections(false);
    head->setFixedHeight(kHeadHeight);
    head->setFont(theme::font(11));
    head->setSectionsMovable(true);
    head->setSectionsClickable(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setStretchLastSection(true);
    // Fixed at the start and the user's afterwards: measuring contents costs milliseconds per update.
    for (int column = 0; column < model->columnCount(); ++column)
        setColumnWidth(column, model->columnWidth(column));
    connect(head, &QHeaderView::sectionClicked, this, &DataTable::sortBy);
    connect(head, &QHeaderView::customContextMenuRequested, this, &DataTable::showHeaderMenu);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { emit rowChosen(index.row()); });
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { emit rowOpened(index.row()); });

    m_hint->setObjectName(id + QStringLiteral("Waiting"));
    m_hint->setToolTip(tr("The table stands still while the pointer is over it. Click to let the new rows in."));
    m_hint->setAccessibleName(tr("Let new rows in"));
    m_hint->setFont(theme::font(11));
    m_hint->setStyleSheet(QStringLiteral("QToolButton { background:%1; color:%2; border:1px solid %2; }")
                              .arg(theme::palette().linkSoft.name(), theme::palette().link.name()));
    m_hint->hide();
    connect(m_hint, &QToolButton::clicked, this, [this] {
        m_model->setFrozen(false);
        scrollToTop();
        m_model->setFrozen(underMouse());
    });
    connect(model, &LiveTableModel::pendingChanged, this, [this](int rows) {
        m_hint->setVisible(rows > 0);
        if (rows <= 0) return;
        m_hint->setText(tr("%1 new").arg(rows));
        m_hint->setAccessibleName(tr("Let %1 new rows in").arg(rows));
        placeHint();
    });
}

void DataTable::keepPlace(const std::function<void()>& update) {
    const int top = rowAt(0);
    const bool held = verticalScrollBar()->value() > 0 && top >= 0;
    const QPersistentModelIndex anchor = held ? m_model->index(top, 0) : QModelIndex();
    const int offset = held ? rowViewportPosition(top) : 0;
    update();
    if (!anchor.isValid()) return;
    // The scroll range follows the rows only at the next layout; without it the value would be cut.
    updateGeometries();
    verticalScrollBar()->setValue(anchor.row() * kRowHeight - offset);
}

void DataTable::setEmptyText(const QString& text) {
    if (m_empty == text) return;
    m_empty = text;
    if (m_model->rowCount() == 0) viewport()->update();
}

bool DataTable::opensRows() const {
    static const QMetaMethod kSignal = QMetaMethod::fromSignal(&DataTable::rowOpened);
    return isSignalConnected(kSignal);
}

QList<int> DataTable::chosenRows() const {
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void DataTable::copyRows() {
    QList<int> rows = chosenRows();
    if (rows.isEmpty() && currentIndex().isValid()) rows << currentIndex().row();
    if (rows.isEmpty()) {
        emit said(tr("Nothing is selected: click a row first, then copy"));
        return;
    }
    QGuiApplication::clipboard()->setText(m_model->csv(rows));
    emit said(rows.size() == 1 ? tr("Copied one row as CSV") : tr("Copied %1 rows as CSV").arg(rows.size()));
}

bool DataTable::exportCsv(const QString& file) const {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return false;
    out.write(m_model->csv(chosenRows()).toUtf8());
    return out.commit();
}

void DataTable::askForFile() {
    auto* dialog = new QFileDialog(this, tr("Export as CSV"), objectName() + QStringLiteral(".csv"),
                                   tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        emit said(exportCsv(file) ? tr("Wrote %1").arg(file)
                                  : tr("%1 could not be written; choose another folder").arg(file));
    });
    dialog->open();
}

QByteArray DataTable::columnState() const {
    return horizontalHeader()->saveState();
}

void DataTable::restoreColumns(const QByteArray& state) {
    if (state.isEmpty()) return;
    horizontalHeader()->restoreState(state);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setStretchLastSection(true);
    // A state that hides everything would leave a table nobody can repair.
    bool any = false;
    for (int column = 0; column < m_model->columnCount(); ++column) any = any || !isColumnHidden(column);
    if (!any) setColumnHidden(0, false);
}

void DataTable::sortBy(int column) {
    // Down, up, and back to the natural order.
    if (m_sortColumn != column) {
        m_sortColumn = column;
        m_sortOrder = Qt::DescendingOrder;
    } else if (m_sortOrder == Qt::DescendingOrder) {
        m_sortOrder = Qt::AscendingOrder;
    } else {
        m_sortColumn = -1;
    }
    horizontalHeader()->setSortIndicatorShown(m_sortColumn >= 0);
    if (m_sortColumn >= 0) horizontalHeader()->setSortIndicator(m_sortColumn, m_sortOrder);
    keepPlace([this] { m_model->sort(m_sortColumn, m_sortOrder); });
}

void DataTable::showHeaderMenu(const QPoint& at) {
    QMenu menu(this);
    int shown = 0;
    for (int column = 0; column < m_model->columnCount(); ++column) shown += isColumnHidden(column) ? 0 : 1;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAction* action = menu.addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void DataTable::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    QMenu menu(this);
    if (index.isValid()) {
        if (fillMenu) {
            fillMenu(menu, index.row());
            if (!menu.isEmpty()) menu.addSeparator();
        }
        const QString value = m_model->rawText(index.row(), index.column());
        menu.addAction(tr("Copy this value"), this, [value] { QGuiApplication::clipboard()->setText(value); })
            ->setEnabled(!value.isEmpty());
        menu.addAction(tr("Copy rows as CSV"), this, &DataTable::copyRows)->setShortcut(QKeySequence::Copy);
    }
    menu.addAction(chosenRows().isEmpty() ? tr("Export all rows…") : tr("Export selected rows…"), this,
                   &DataTable::askForFile)
        ->setEnabled(m_model->rowCount() != 0);
    menu.exec(event->globalPos());
}

void DataTable::enterEvent(QEnterEvent* event) {
    m_model->setFrozen(true);
    QTableView::enterEvent(event);
}

void DataTable::leaveEvent(QEvent* event) {
    keepPlace([this] { m_model->setFrozen(false); });
    if (m_hovered != -1) {
        m_hovered = -1;
        emit rowHovered(-1);
    }
    QTableView::leaveEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent* event) {
    const int row = rowAt(static_cast<int>(event->position().y()));
    if (row != m_hovered) {
        m_hovered = row;
        emit rowHovered(row);
    }
    QTableView::mouseMoveEvent(event);
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowChosen(currentIndex().row());
        emit rowOpened(currentIndex().row());
        return;
    }
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_W && currentIndex().isValid()) {
        emit rowOpened(currentIndex().row());
        return;
    }
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int next = currentIndex().row() + (event->key() == Qt::Key_J ? 1 : -1);
        if (next >= 0 && next < m_model->rowCount()) selectRow(next);
        return;
    }
    if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::placeHint() {
    m_hint->adjustSize();
    m_hint->move((width() - m_hint->width()) / 2, kHeadHeight + 3);
    m_hint->raise();
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (m_hint->isVisible()) placeHint();
}

void DataTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_model->rowCount() != 0 || m_empty.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(theme::palette().dim);
    painter.setFont(theme::font(12));
    painter.drawText(viewport()->rect().adjusted(24, 12, -24, -12), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
}

}  // namespace ui
