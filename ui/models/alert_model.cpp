// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_model.h"

#include "ui/format/alert_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/phrases/phrases.h"

#include <algorithm>

namespace ui {

int AlertModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

QVariant AlertModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const core::Alert& shown = alert(index.row());
    const std::optional<std::int64_t> time =
        shown.time ? std::optional<std::int64_t>(shown.time->value()) : std::nullopt;
    switch (role) {
        case Qt::DisplayRole: return phrases::inLanguage(shown.text);
        case Qt::AccessibleTextRole:
            return format::severityText(shown.severity) + QStringLiteral(": ") + phrases::inLanguage(shown.text);
        case Qt::ToolTipRole: {
            QString text = phrases::inLanguage(shown.text) + u'\n' + format::dateTime(time) + u'\n' +
                           tr("rule %1, confidence %2")
                               .arg(QString::fromStdString(shown.rule))
                               .arg(shown.confidence, 0, 'f', 2);
            if (shown.mint) text += u'\n' + QString::fromStdString(shown.mint->base58());
            for (const auto& evidence : shown.evidence)
                text += u'\n' + QStringLiteral("· ") + phrases::inLanguage(evidence.text);
            return format::plainToolTip(text);
        }
        default: return {};
    }
}

void AlertModel::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot) {
    const int rows = static_cast<int>(snapshot->alerts.size());
    const std::uint64_t before = m_snapshot ? m_snapshot->alertCount : 0;
    if (snapshot->alertCount == before && rows == m_rows) {
        m_snapshot = snapshot;
        return;
    }
    const bool grew =
        snapshot->alertCount > before && snapshot->alertCount - before <= static_cast<std::uint64_t>(rows);
    if (!grew) {
        beginResetModel();
        m_snapshot = snapshot;
        m_rows = rows;
        endResetModel();
        return;
    }
    const int added = static_cast<int>(snapshot->alertCount - before);
    // The oldest fall out first, so that the rows that stay keep their place below the new ones.
    const int kept = rows - added;
    if (m_rows > kept) {
        beginRemoveRows({}, kept, m_rows - 1);
        m_rows = kept;
        endRemoveRows();
    }
    beginInsertRows({}, 0, rows - m_rows - 1);
    m_snapshot = snapshot;
    m_rows = rows;
    endInsertRows();
}

void AlertModel::clear() {
    beginResetModel();
    m_snapshot.reset();
    m_rows = 0;
    endResetModel();
}

}  // namespace ui
