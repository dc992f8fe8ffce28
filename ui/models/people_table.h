// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/snapshot.h"
#endif
#include "ui/models/column_table.h"

#include <functional>
#include <memory>

namespace ui {

/// A ColumnTable of one list among those who stand behind the open coin. Thread: GUI.
template <class Row, class Key, class KeyHash = std::hash<Key>>
class PeopleTable : public ColumnTable<Row, Key, KeyHash> {
public:
    using ColumnTable<Row, Key, KeyHash>::ColumnTable;

protected:
    using RowPtr = typename ColumnTable<Row, Key, KeyHash>::RowPtr;

    /// Takes the people of `detail`; another coin, or nothing known, empties the table first. Whether there is
    /// something new to show.
    [[nodiscard]] bool follow(const std::shared_ptr<const core::pipeline::TokenDetail>& detail) {
        if (!detail || !detail->people) {
            m_people.reset();
            this->drop();
            return false;
        }
        if (detail->row.mint != m_mint) this->drop();
        m_mint = detail->row.mint;
        m_baseDecimals = detail->row.baseDecimals;
        m_quoteDecimals = detail->row.quoteDecimals;
        if (m_people == detail->people) return false;
        m_people = detail->people;
        return true;
    }
    /// Shows all of a list that belongs to people().
    template <class List>
    void setAll(const List& list) {
        std::vector<RowPtr> rows;
        rows.reserve(list.size());
        for (const Row& row : list) rows.emplace_back(m_people, &row);
        this->setContents(std::move(rows));
    }
    [[nodiscard]] const std::shared_ptr<const core::pipeline::TokenPeople>& people() const { return m_people; }

    int m_baseDecimals = 6;
    int m_quoteDecimals = 9;

private:
    std::shared_ptr<const core::pipeline::TokenPeople> m_people;
    core::Mint m_mint;
};

}  // namespace ui
