// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <cstdint>

namespace ui {

/// A table that is fed while it is looked at. While frozen, rows keep their order and number and only their
/// contents follow; what waits is counted. Thread: GUI.
class LiveTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] bool frozen() const { return m_frozen; }
    /// Letting go takes over at once what waited.
    void setFrozen(bool frozen);
    /// Rows that wait for the table to be let go.
    [[nodiscard]] int pending() const { return m_pending; }

    /// Name of a column in settings and in exports; not translated.
    [[nodiscard]] virtual QString columnId(int column) const = 0;
    [[nodiscard]] virtual int columnWidth(int column) const = 0;
    /// The value of a cell for copies and exports: whole digits, C locale, empty where unknown.
    [[nodiscard]] virtual QString rawText(int row, int column) const = 0;
    /// RFC 4180 text of some rows with a header line; of all when `rows` is empty. Cells that a spreadsheet would
    /// take for a formula get an apostrophe in front.
    [[nodiscard]] QString csv(const QList<int>& rows) const;

    /// Marks the rows of a cluster by its number; 0 for none.
    virtual void light(std::uint32_t cluster) = 0;

signals:
    void pendingChanged(int rows);

protected:
    /// Takes over the newest contents.
    virtual void settle() = 0;
    void setPending(int rows);

private:
    bool m_frozen = false;
    int m_pending = 0;
};

}  // namespace ui
