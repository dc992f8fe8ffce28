// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ui {

/// A table whose rows have keys. A new list is taken over as removals, one re-ordering, insertions and
/// changed spans, so that selection, current row and scroll position stay with their rows. Rows are shared
/// pointers into immutable snapshots. `Base` is QAbstractTableModel or a class of it. Thread: GUI.
template <class Row, class Key, class KeyHash = std::hash<Key>, class Base = QAbstractTableModel>
class KeyedTableModel : public Base {
public:
    using RowPtr = std::shared_ptr<const Row>;
    using Base::Base;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    /// The row at a valid position.
    [[nodiscard]] const Row& row(int at) const { return *m_rows[static_cast<std::size_t>(at)]; }
    /// Position of a key; -1 when it is not there.
    [[nodiscard]] int rowOf(const Key& key) const {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (keyOf(*m_rows[i]) == key) return static_cast<int>(i);
        return -1;
    }

    /// Takes over `next`; keys must be unique, further rows of the same key are left out.
    void setRows(std::vector<RowPtr> next) {
        dropDuplicates(next);
        removeMissing(next);
        reorderSurvivors(next);
        insertNew(next);
        replaceAll(std::move(next));
    }

    /// Takes over the contents of rows that are already here and leaves order and number alone.
    void refreshRows(const std::vector<RowPtr>& next) {
        std::unordered_map<Key, RowPtr, KeyHash> byKey;
        for (const RowPtr& row : next) byKey.emplace(keyOf(*row), row);
        std::vector<RowPtr> same = m_rows;
        for (RowPtr& row : same)
            if (const auto found = byKey.find(keyOf(*row)); found != byKey.end()) row = found->second;
        replaceAll(std::move(same));
    }

    void clear() {
        if (m_rows.empty()) return;
        this->beginResetModel();
        m_rows.clear();
        this->endResetModel();
    }

protected:
    [[nodiscard]] virtual Key keyOf(const Row& row) const = 0;
    /// Whether both look the same on the screen.
    [[nodiscard]] virtual bool sameContent(const Row& a, const Row& b) const = 0;

private:
    void dropDuplicates(std::vector<RowPtr>& next) const {
        std::unordered_set<Key, KeyHash> seen;
        std::erase_if(next, [&](const RowPtr& row) { return !seen.insert(keyOf(*row)).second; });
    }

    void removeMissing(const std::vector<RowPtr>& next) {
        std::unordered_set<Key, KeyHash> kept;
        for (const RowPtr& row : next) kept.insert(keyOf(*row));
        for (std::size_t end = m_rows.size(); end > 0;) {
            if (kept.contains(keyOf(*m_rows[end - 1]))) {
                --end;
                continue;
            }
            std::size_t begin = end - 1;
            while (begin > 0 && !kept.contains(keyOf(*m_rows[begin - 1]))) --begin;
            this->beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                         m_rows.begin() + static_cast<std::ptrdiff_t>(end));
            this->endRemoveRows();
            end = begin;
        }
    }

    void reorderSurvivors(const std::vector<RowPtr>& next) {
        std::unordered_map<Key, int, KeyHash> oldPlace;
        for (std::size_t i = 0; i < m_rows.size(); ++i) oldPlace.emplace(keyOf(*m_rows[i]), static_cast<int>(i));
        std::vector<int> order;
        bool moved = false;
        for (const RowPtr& row : next)
            if (const auto found = oldPlace.find(keyOf(*row)); found != oldPlace.end()) {
                moved = moved || found->second != static_cast<int>(order.size());
                order.push_back(found->second);
            }
        if (!moved) return;
        emit this->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        std::vector<RowPtr> rows(order.size());
        std::vector<int> newPlace(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            rows[i] = m_rows[static_cast<std::size_t>(order[i])];
            newPlace[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        }
        m_rows = std::move(rows);
        const QModelIndexList before = this->persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex& index : before)
            after.append(this->createIndex(newPlace[static_cast<std::size_t>(index.row())], index.column()));
        this->changePersistentIndexList(before, after);
        emit this->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void insertNew(const std::vector<RowPtr>& next) {
        for (std::size_t at = 0; at < next.size();) {
            if (at < m_rows.size() && keyOf(*m_rows[at]) == keyOf(*next[at])) {
                ++at;
                continue;
            }
            // Survivors already stand in the order of `next`: everything up to the next survivor is new.
            std::size_t end = at + 1;
            while (end < next.size() && (at >= m_rows.size() || keyOf(*m_rows[at]) != keyOf(*next[end]))) ++end;
            this->beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at),
                          next.begin() + static_cast<std::ptrdiff_t>(at),
                          next.begin() + static_cast<std::ptrdiff_t>(end));
            this->endInsertRows();
            at = end;
        }
    }

    void replaceAll(std::vector<RowPtr> next) {
        std::vector<std::pair<int, int>> spans;
        for (std::size_t i = 0; i < next.size(); ++i) {
            if (next[i] == m_rows[i] || sameContent(*next[i], *m_rows[i])) continue;
            const int at = static_cast<int>(i);
            if (!spans.empty() && spans.back().second == at - 1)
                spans.back().second = at;
            else
                spans.emplace_back(at, at);
        }
        m_rows = std::move(next);
        const int lastColumn = this->columnCount() - 1;
        for (const auto& [first, last] : spans) emit this->dataChanged(this->index(first, 0), this->index(last, lastColumn));
    }

    std::vector<RowPtr> m_rows;
};

}  // namespace ui
