// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_table_model.h"

namespace ui {
namespace {

QString cell(QString text) {
    // Names come from strangers: a spreadsheet must not run them.
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front())) {
        bool isNumber = false;
        text.toDouble(&isNumber);
        if (!isNumber) text.prepend(u'\'');
    }
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r')) return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

}  // namespace

void LiveTableModel::setFrozen(bool frozen) {
    if (m_frozen == frozen) return;
    m_frozen = frozen;
    if (!frozen) settle();
}

void LiveTableModel::setPending(int rows) {
    if (m_pending == rows) return;
    m_pending = rows;
    emit pendingChanged(rows);
}

QString LiveTableModel::csv(const QList<int>& rows) const {
    QString out;
    const int columns = columnCount();
    for (int column = 0; column < columns; ++column) {
        if (column != 0) out += u',';
        out += cell(columnId(column));
    }
    out += QStringLiteral("\r\n");
    const auto line = [&](int row) {
        for (int column = 0; column < columns; ++column) {
            if (column != 0) out += u',';
            out += cell(rawText(row, column));
        }
        out += QStringLiteral("\r\n");
    };
    if (rows.isEmpty()) {
        for (int row = 0; row < rowCount(); ++row) line(row);
    } else {
        for (const int row : rows)
            if (row >= 0 && row < rowCount()) line(row);
    }
    return out;
}

}  // namespace ui
