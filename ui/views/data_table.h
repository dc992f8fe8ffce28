// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>

class QToolButton;

namespace ui {

class LiveTableModel;

/// A table over a LiveTableModel. Rows stand still while the pointer is over them; what waits is told by a button
/// that lets it in. Selection and scroll position stay with their rows. Copies and exports rows as CSV, hides and
/// moves columns, and remembers them.
class DataTable final : public QTableView {
    Q_OBJECT
    /// Whether anybody wants more of a row; assistive technologies are told.
    Q_PROPERTY(bool opensRows READ opensRows)
public:
    /// Takes no ownership of `model`. `id` names the table in settings and in object names.
    DataTable(LiveTableModel* model, const QString& id, const QString& accessibleName, QWidget* parent = nullptr);

    /// Runs `update`, which changes the model, and keeps the row at the top of the view where it is, unless the
    /// view stands at the very top.
    void keepPlace(const std::function<void()>& update);
    /// Text in the middle of the empty table.
    void setEmptyText(const QString& text);
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] bool opensRows() const;
    [[nodiscard]] LiveTableModel& table() const { return *m_model; }

    /// Rows that are selected, from the top.
    [[nodiscard]] QList<int> chosenRows() const;
    /// The selected rows, or the current one, as CSV on the clipboard.
    void copyRows();
    /// Writes the selected rows, or all when none is, as CSV. False when the file could not be written.
    bool exportCsv(const QString& file) const;
    /// Columns: widths, order, hidden ones.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumns(const QByteArray& state);

    /// Enters for the context menu on a row, before the menu's own; called each time.
    std::function<void(class QMenu&, int row)> fillMenu;

signals:
    /// A row was clicked, or Enter was pressed on it.
    void rowChosen(int row);
    /// More is wanted of a row: a double click, Enter or W on it.
    void rowOpened(int row);
    /// The pointer came over a row; -1 when it left.
    void rowHovered(int row);
    /// Something worth a line on the screen: what was copied or why a file could not be written.
    void said(const QString& text);

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showHeaderMenu(const QPoint& at);
    void askForFile();
    void sortBy(int column);
    void placeHint();

    LiveTableModel* m_model;
    QToolButton* m_hint;
    QString m_empty;
    int m_hovered = -1;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

}  // namespace ui
