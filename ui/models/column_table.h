// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/token_text.h"
#include "ui/models/keyed_table_model.h"
#include "ui/models/live_table_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QString>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ui {

/// What stands in the place of a number that is not known: it comes last, whichever way a column is sorted.
inline constexpr double kUnknownOrder = std::numeric_limits<double>::quiet_NaN();

/// One column of a ColumnTable. `text` is what is seen, `raw` what is copied and exported, `order` what is sorted
/// by; without `order` the text is, without `raw` the text is copied.
template <class Row>
struct Column {
    QString id;
    QString title;
    int width = 80;
    std::function<QString(const Row&)> text;
    std::function<double(const Row&)> order = {};
    std::function<QString(const Row&)> raw = {};
    std::function<QString(const Row&)> toolTip = {};
    std::function<QColor(const Row&)> ink = {};  ///< an invalid colour is that of the text
    QString meaning = {};                        ///< tooltip of the head
    bool left = false;
    bool monospace = false;
};

/// A LiveTableModel out of columns. Sorted by up to three columns, the last chosen first; equal rows stay in the
/// order in which they came. Thread: GUI.
template <class Row, class Key, class KeyHash = std::hash<Key>>
class ColumnTable : public KeyedTableModel<Row, Key, KeyHash, LiveTableModel> {
public:
    using Base = KeyedTableModel<Row, Key, KeyHash, LiveTableModel>;
    using RowPtr = typename Base::RowPtr;
    using Base::Base;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QString columnId(int column) const override { return at(column).id; }
    [[nodiscard]] int columnWidth(int column) const override { return at(column).width; }
    [[nodiscard]] QString rawText(int row, int column) const override {
        const Column<Row>& one = at(column);
        return one.raw ? one.raw(this->row(row)) : one.text(this->row(row));
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
        if (role == Qt::DisplayRole) return at(section).title;
        if (role == Qt::TextAlignmentRole) return QVariant::fromValue(alignment(section));
        if (role == Qt::ToolTipRole && !at(section).meaning.isEmpty())
            return format::plainToolTip(at(section).meaning);
        return {};
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!this->checkIndex(index, QAbstractItemModel::CheckIndexOption::IndexIsValid)) return {};
        const Column<Row>& column = at(index.column());
        const Row& one = this->row(index.row());
        switch (role) {
            case Qt::DisplayRole: return column.text(one);
            case Qt::TextAlignmentRole: return QVariant::fromValue(alignment(index.column()));
            case Qt::ToolTipRole: return column.toolTip ? format::plainToolTip(column.toolTip(one)) : QString();
            case Qt::ForegroundRole: {
                const QColor ink = column.ink ? column.ink(one) : rowInk(one);
                return ink.isValid() ? QVariant(ink) : QVariant();
            }
            case Qt::BackgroundRole: {
                const QColor fill = rowFill(one);
                return fill.isValid() ? QVariant(QBrush(fill)) : QVariant();
            }
            case Qt::FontRole: return column.monospace ? QVariant(theme::monospace(11)) : QVariant();
            default: return {};
        }
    }

    void sort(int column, Qt::SortOrder order) override {
        std::erase_if(m_sorts, [&](const auto& entry) { return entry.first == column; });
        if (column < 0 || column >= columnCount()) {
            m_sorts.clear();
        } else {
            constexpr std::size_t kMostSorts = 3;
            m_sorts.insert(m_sorts.begin(), {column, order});
            if (m_sorts.size() > kMostSorts) m_sorts.pop_back();
        }
        // A click on the head is a wish to see another order, pointer over the table or not.
        settle();
    }
    /// Columns it is sorted by, the first one decides first.
    [[nodiscard]] const std::vector<std::pair<int, Qt::SortOrder>>& sorts() const { return m_sorts; }

    /// Takes over rows in their natural order.
    void setContents(std::vector<RowPtr> rows) {
        m_newest = std::move(rows);
        // A table that opens under the pointer has nothing to hold still.
        if (!this->frozen() || this->rowCount() == 0) {
            settle();
            return;
        }
        this->refreshRows(m_newest);
        std::unordered_set<Key, KeyHash> shown;
        for (int i = 0; i < this->rowCount(); ++i) shown.insert(this->keyOf(this->row(i)));
        int waiting = 0;
        for (const RowPtr& row : m_newest) waiting += shown.contains(this->keyOf(*row)) ? 0 : 1;
        this->setPending(waiting);
    }
    void light(std::uint32_t cluster) override {
        if (std::exchange(m_lit, cluster) == cluster || this->rowCount() == 0) return;
        emit this->dataChanged(this->index(0, 0), this->index(this->rowCount() - 1, columnCount() - 1),
                               {Qt::BackgroundRole});
    }
    /// Empties the table at once, frozen or not.
    void drop() {
        m_newest.clear();
        this->clear();
        this->setPending(0);
    }

protected:
    void setColumns(std::vector<Column<Row>> columns) { m_columns = std::move(columns); }
    void setTitle(int column, const QString& title) {
        QString& shown = m_columns[static_cast<std::size_t>(column)].title;
        if (shown == title) return;
        shown = title;
        emit this->headerDataChanged(Qt::Horizontal, column, column);
    }
    /// Ink of cells whose column has none of its own.
    [[nodiscard]] virtual QColor rowInk(const Row&) const { return {}; }
    [[nodiscard]] virtual QColor rowFill(const Row& row) const {
        return m_lit != 0 && clusterOf(row) == m_lit ? theme::palette().selection : QColor();
    }
    /// Rows that stand below all others however the table is sorted.
    [[nodiscard]] virtual bool standsApart(const Row&) const { return false; }

    void settle() override {
        std::vector<RowPtr> rows = m_newest;
        const auto before = [this](const RowPtr& a, const RowPtr& b) { return isBefore(*a, *b); };
        if (!m_sorts.empty()) std::stable_sort(rows.begin(), rows.end(), before);
        this->setRows(std::move(rows));
        this->setPending(0);
    }

private:
    [[nodiscard]] static std::uint32_t clusterOf(const Row& row) {
        if constexpr (requires { row.cluster.number; })
            return row.cluster.number;
        else if constexpr (requires { row.tag.number; })
            return row.tag.number;
        else
            return 0;
    }
    [[nodiscard]] const Column<Row>& at(int column) const { return m_columns[static_cast<std::size_t>(column)]; }
    [[nodiscard]] Qt::Alignment alignment(int column) const {
        return (at(column).left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    }
    [[nodiscard]] bool isBefore(const Row& a, const Row& b) const {
        if (standsApart(a) != standsApart(b)) return standsApart(b);
        for (const auto& [column, direction] : m_sorts) {
            const bool ascending = direction == Qt::AscendingOrder;
            const Column<Row>& by = at(column);
            if (by.order) {
                const double first = by.order(a);
                const double second = by.order(b);
                if (std::isnan(first) || std::isnan(second)) {
                    if (std::isnan(first) != std::isnan(second)) return std::isnan(second);
                    continue;
                }
                if (first != second) return ascending ? first < second : first > second;
                continue;
            }
            const int compared = by.text(a).compare(by.text(b), Qt::CaseInsensitive);
            if (compared != 0) return ascending ? compared < 0 : compared > 0;
        }
        return false;
    }

    std::vector<Column<Row>> m_columns;
    std::vector<std::pair<int, Qt::SortOrder>> m_sorts;
    std::vector<RowPtr> m_newest;
    std::uint32_t m_lit = 0;
};

}  // namespace ui
