// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/item_access.h"

#include <QAccessibleWidget>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QListView>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTableView>
#include <QWindow>

namespace ui::theme {
namespace {

const QString& openAction() {
    static const QString kName = QStringLiteral("Open");
    return kName;
}

QAccessibleInterface* accessOf(QAbstractItemView* view) {
    return QAccessible::queryAccessibleInterface(view);
}

QWindow* windowOf(const QAbstractItemView* view) {
    return view ? view->window()->windowHandle() : nullptr;
}

QHeaderView* headOf(const QAbstractItemView* view, Qt::Orientation orientation) {
    const auto* table = qobject_cast<const QTableView*>(view);
    if (table == nullptr) return nullptr;
    return orientation == Qt::Horizontal ? table->horizontalHeader() : table->verticalHeader();
}

QRect onScreen(const QWidget* viewport, const QRect& part) {
    return {viewport->mapToGlobal(part.topLeft()), part.size()};
}

/// A part of a view that is no widget. The view may go first.
class Part : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    explicit Part(QAbstractItemView* view) : m_view(view) {}

    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return windowOf(m_view); }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return accessOf(m_view); }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

protected:
    QPointer<QAbstractItemView> m_view;
};

class Cell final : public Part, public QAccessibleTableCellInterface {
public:
    Cell(QAbstractItemView* view, const QModelIndex& index) : Part(view), m_index(index) {}

    [[nodiscard]] const QPersistentModelIndex& index() const { return m_index; }

    [[nodiscard]] bool isValid() const override { return m_view && m_index.isValid(); }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Description) return m_index.data(Qt::AccessibleDescriptionRole).toString();
        if (kind != QAccessible::Name) return {};
        const QString said = m_index.data(Qt::AccessibleTextRole).toString();
        return said.isEmpty() ? m_index.data(Qt::DisplayRole).toString() : said;
    }
    [[nodiscard]] QRect rect() const override {
        return isValid() ? onScreen(m_view->viewport(), m_view->visualRect(m_index)) : QRect();
    }
    [[nodiscard]] QAccessible::Role role() const override {
        return qobject_cast<QListView*>(m_view) != nullptr ? QAccessible::ListItem : QAccessible::Cell;
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State out;
        if (!isValid()) {
            out.invalid = true;
            return out;
        }
        const Qt::ItemFlags flags = m_index.flags();
        const QRect place = m_view->visualRect(m_index);
        out.disabled = !flags.testFlag(Qt::ItemIsEnabled) || !m_view->isEnabled();
        out.focusable = !out.disabled;
        out.focused = m_view->hasFocus() && m_view->currentIndex() == m_index;
        out.selectable =
            flags.testFlag(Qt::ItemIsSelectable) && m_view->selectionMode() != QAbstractItemView::NoSelection;
        out.selected = isSelected();
        out.checkable = flags.testFlag(Qt::ItemIsUserCheckable);
        out.checked = m_index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        out.invisible = !m_view->isVisible() || place.isEmpty();
        out.offscreen = !place.intersects(m_view->viewport()->rect());
        return out;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableCellInterface) return static_cast<QAccessibleTableCellInterface*>(this);
        return Part::interface_cast(type);
    }

    [[nodiscard]] QStringList actionNames() const override {
        if (!isValid() || state().disabled) return {};
        QStringList out{pressAction()};
        if (m_view->property("opensRows").toBool()) out << openAction();
        const QAccessible::State is = state();
        if (is.selectable || is.checkable) out << toggleAction();
        return out << showMenuAction() << setFocusAction();
    }
    [[nodiscard]] QString localizedActionName(const QString& name) const override {
        return name == openAction() ? QObject::tr("Open") : QAccessibleActionInterface::localizedActionName(name);
    }
    [[nodiscard]] QString localizedActionDescription(const QString& name) const override {
        return name == openAction() ? QObject::tr("Does what a double click does")
                                    : QAccessibleActionInterface::localizedActionDescription(name);
    }
    void doAction(const QString& action) override {
        if (!actionNames().contains(action)) return;
        // Later: whatever opens a dialog or a menu would hold up the answer to who asked until it is closed.
        QMetaObject::invokeMethod(
            m_view, [view = m_view.data(), index = m_index, action] { act(*view, index, action); },
            Qt::QueuedConnection);
    }

    [[nodiscard]] bool isSelected() const override {
        return isValid() && m_view->selectionModel()->isSelected(m_index);
    }
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_index.column(); }
    [[nodiscard]] int rowIndex() const override { return m_index.row(); }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

private:
    static void act(QAbstractItemView& view, const QPersistentModelIndex& index, const QString& action) {
        if (!index.isValid()) return;
        if (action == toggleAction()) {
            toggle(view, index);
            return;
        }
        view.setCurrentIndex(index);
        // Whoever follows the current row may have changed the rows.
        if (!index.isValid()) return;
        if (action == setFocusAction()) view.setFocus(Qt::OtherFocusReason);
        if (action == pressAction()) emit view.clicked(index);
        if (action == openAction()) emit view.doubleClicked(index);
        if (action == showMenuAction()) {
            view.scrollTo(index);
            const QPoint at = view.visualRect(index).center();
            QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, view.viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(view.viewport(), &asked);
        }
    }
    /// Flips the mark of what can be checked, else whether the row is selected.
    static void toggle(QAbstractItemView& view, const QModelIndex& index) {
        if (index.flags().testFlag(Qt::ItemIsUserCheckable)) {
            const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            view.model()->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return;
        }
        QItemSelectionModel::SelectionFlags how = QItemSelectionModel::Toggle;
        if (view.selectionMode() == QAbstractItemView::SingleSelection && !view.selectionModel()->isSelected(index))
            how = QItemSelectionModel::ClearAndSelect;
        view.selectionModel()->select(index, how | QItemSelectionModel::Rows);
    }

    QPersistentModelIndex m_index;
};

/// The head of a column or of a row; section -1 is the corner between them.
class Head final : public Part {
public:
    Head(QAbstractItemView* view, Qt::Orientation orientation, int section)
        : Part(view), m_orientation(orientation), m_section(section) {}

    [[nodiscard]] Qt::Orientation orientation() const { return m_orientation; }
    [[nodiscard]] int section() const { return m_section; }

    [[nodiscard]] bool isValid() const override {
        const QHeaderView* head = headOf(m_view, m_orientation);
        return head != nullptr && m_section < head->count();
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (!isValid() || m_section < 0 || m_view->model() == nullptr) return {};
        const auto said = [this](int role) {
            return m_view->model()->headerData(m_section, m_orientation, role).toString();
        };
        if (kind == QAccessible::Description) return said(Qt::AccessibleDescriptionRole);
        if (kind != QAccessible::Name) return {};
        const QString spoken = said(Qt::AccessibleTextRole);
        return spoken.isEmpty() ? said(Qt::DisplayRole) : spoken;
    }
    [[nodiscard]] QRect rect() const override {
        if (!isValid() || m_section < 0) return {};
        const QHeaderView* head = headOf(m_view, m_orientation);
        const int at = head->sectionViewportPosition(m_section);
        const int size = head->sectionSize(m_section);
        return onScreen(head->viewport(), m_orientation == Qt::Horizontal ? QRect(at, 0, size, head->height())
                                                                          : QRect(0, at, head->width(), size));
    }
    [[nodiscard]] QAccessible::Role role() const override {
        if (m_section < 0) return QAccessible::Pane;
        return m_orientation == Qt::Horizontal ? QAccessible::ColumnHeader : QAccessible::RowHeader;
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State out;
        const QHeaderView* head = headOf(m_view, m_orientation);
        out.invisible = head == nullptr || !head->isVisible() || m_section < 0 || head->isSectionHidden(m_section);
        return out;
    }
    [[nodiscard]] QStringList actionNames() const override {
        const QHeaderView* head = headOf(m_view, m_orientation);
        if (head == nullptr || m_section < 0 || !head->sectionsClickable()) return {};
        return {pressAction()};
    }
    void doAction(const QString& action) override {
        if (!actionNames().contains(action)) return;
        QMetaObject::invokeMethod(
            m_view,
            [view = m_view.data(), orientation = m_orientation, section = m_section] {
                QHeaderView* head = headOf(view, orientation);
                if (section < head->count()) emit head->sectionClicked(section);
            },
            Qt::QueuedConnection);
    }

private:
    Qt::Orientation m_orientation;
    int m_section;
};

/// Children are numbered as Qt numbers them in its events: a table row by row with its heads, a list by its rows.
class View final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit View(QAbstractItemView* view)
        : QAccessibleWidget(view,
                            qobject_cast<QListView*>(view) != nullptr ? QAccessible::List : QAccessible::Table),
          m_heads(qobject_cast<QTableView*>(view) != nullptr ? 1 : 0) {}
    ~View() override {
        for (const QAccessible::Id id : std::as_const(m_cells)) QAccessible::deleteAccessibleInterface(id);
        dropHeads();
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State out = QAccessibleWidget::state();
        out.multiSelectable = view().selectionMode() == QAbstractItemView::ExtendedSelection ||
                              view().selectionMode() == QAbstractItemView::MultiSelection;
        return out;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        return view().hasFocus() ? cell(view().currentIndex()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        return cell(view().indexAt(view().viewport()->mapFromGlobal(QPoint(x, y))));
    }
    [[nodiscard]] int childCount() const override { return (rowCount() + m_heads) * (columnCount() + m_heads); }
    [[nodiscard]] QAccessibleInterface* child(int number) const override {
        const int across = columnCount() + m_heads;
        if (number < 0 || across == 0 || number >= childCount()) return nullptr;
        const int row = number / across - m_heads;
        const int column = number % across - m_heads;
        if (row < 0) return head(Qt::Horizontal, column);
        if (column < 0) return head(Qt::Vertical, row);
        return cellAt(row, column);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        const int across = columnCount() + m_heads;
        if (const auto* cell = dynamic_cast<const Cell*>(child); cell != nullptr && cell->isValid())
            return (cell->rowIndex() + m_heads) * across + cell->columnIndex() + m_heads;
        const auto* head = dynamic_cast<const Head*>(child);
        if (head == nullptr) return -1;
        return head->orientation() == Qt::Horizontal ? head->section() + 1 : (head->section() + 1) * across;
    }

    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override {
        return view().model() == nullptr ? nullptr
                                         : cell(view().model()->index(row, firstColumn() + column, root()));
    }
    [[nodiscard]] int rowCount() const override {
        return view().model() == nullptr ? 0 : view().model()->rowCount(root());
    }
    [[nodiscard]] int columnCount() const override {
        if (view().model() == nullptr) return 0;
        return m_heads == 0 ? 1 : view().model()->columnCount(root());
    }
    [[nodiscard]] QString columnDescription(int column) const override {
        return view().model() == nullptr ? QString()
                                         : view().model()->headerData(column, Qt::Horizontal).toString();
    }
    [[nodiscard]] QString rowDescription(int row) const override {
        return view().model() == nullptr ? QString() : view().model()->headerData(row, Qt::Vertical).toString();
    }

    [[nodiscard]] int selectedCellCount() const override { return static_cast<int>(chosen().size()); }
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override {
        QList<QAccessibleInterface*> out;
        for (const QModelIndex& index : chosen()) out << cell(index);
        return out;
    }
    [[nodiscard]] QList<int> selectedRows() const override {
        QList<int> out;
        if (view().selectionModel() == nullptr) return out;
        for (const QModelIndex& index : view().selectionModel()->selectedRows(firstColumn())) out << index.row();
        return out;
    }
    [[nodiscard]] int selectedRowCount() const override { return static_cast<int>(selectedRows().size()); }
    [[nodiscard]] bool isRowSelected(int row) const override {
        return view().selectionModel() != nullptr && view().selectionModel()->isRowSelected(row, root());
    }
    bool selectRow(int row) override { return select(row, QItemSelectionModel::Select); }
    bool unselectRow(int row) override { return select(row, QItemSelectionModel::Deselect); }
    // Whole rows are chosen here.
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectColumn(int) override { return false; }

    void modelChange(QAccessibleTableModelChangeEvent* event) override {
        using Event = QAccessibleTableModelChangeEvent;
        const Event::ModelChangeType type = event->modelChangeType();
        if (type == Event::DataChanged) return;
        // Cells follow their rows; what is left belongs to rows that are gone.
        for (auto cell = m_cells.begin(); cell != m_cells.end();) {
            if (cell.key().isValid()) {
                ++cell;
                continue;
            }
            QAccessible::deleteAccessibleInterface(cell.value());
            cell = m_cells.erase(cell);
        }
        // Those of columns stand still while rows come and go.
        if (type == Event::ModelReset || type == Event::ColumnsInserted || type == Event::ColumnsRemoved)
            dropHeads();
    }

private:
    [[nodiscard]] QAbstractItemView& view() const { return *static_cast<QAbstractItemView*>(widget()); }
    [[nodiscard]] QModelIndex root() const { return view().rootIndex(); }
    [[nodiscard]] int firstColumn() const {
        const auto* list = qobject_cast<const QListView*>(&view());
        return list != nullptr ? list->modelColumn() : 0;
    }
    [[nodiscard]] QModelIndexList chosen() const {
        return view().selectionModel() == nullptr ? QModelIndexList() : view().selectionModel()->selectedIndexes();
    }
    bool select(int row, QItemSelectionModel::SelectionFlags how) {
        if (view().selectionModel() == nullptr || row < 0 || row >= rowCount()) return false;
        const auto mode = view().selectionMode();
        if (mode == QAbstractItemView::NoSelection) return false;
        if (mode == QAbstractItemView::SingleSelection && how == QItemSelectionModel::Select)
            how = QItemSelectionModel::ClearAndSelect;
        view().selectionModel()->select(view().model()->index(row, firstColumn(), root()),
                                        how | QItemSelectionModel::Rows);
        return true;
    }
    [[nodiscard]] QAccessibleInterface* cell(const QModelIndex& index) const {
        if (!index.isValid()) return nullptr;
        QAccessible::Id& id = m_cells[index];
        if (id == 0) id = QAccessible::registerAccessibleInterface(new Cell(&view(), index));
        return QAccessible::accessibleInterface(id);
    }
    [[nodiscard]] QAccessibleInterface* head(Qt::Orientation orientation, int section) const {
        QAccessible::Id& id = m_headCells[{orientation, section}];
        if (id == 0) id = QAccessible::registerAccessibleInterface(new Head(&view(), orientation, section));
        return QAccessible::accessibleInterface(id);
    }
    void dropHeads() {
        for (const QAccessible::Id id : std::as_const(m_headCells)) QAccessible::deleteAccessibleInterface(id);
        m_headCells.clear();
    }

    int m_heads;  ///< rows and columns that heads take
    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_cells;
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_headCells;
};

QList<QAccessibleInterface*> Cell::columnHeaderCells() const {
    QAccessibleInterface* whole = headOf(m_view, Qt::Horizontal) != nullptr ? parent() : nullptr;
    if (whole == nullptr) return {};
    // In the row above the first, behind the corner.
    return {whole->child(m_index.column() + 1)};
}

}  // namespace

QAccessibleInterface* itemAccess(const QString&, QObject* object) {
    auto* view = qobject_cast<QAbstractItemView*>(object);
    if (view == nullptr) return nullptr;
    if (qobject_cast<QTableView*>(view) == nullptr && qobject_cast<QListView*>(view) == nullptr) return nullptr;
    // The list of a combo box lies in a frame of its own; a calendar listens to keys and no clicks.
    if (view->inherits("QComboBoxListView") || view->inherits("QCalendarView")) return nullptr;
    return new View(view);
}

}  // namespace ui::theme
