// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/label_model.h"

#include "ui/format/count_text.h"
#include "ui/labels/label_store.h"
#include "ui/models/common_columns.h"

namespace ui {

using core::labels::Label;
using core::labels::LabelKind;

namespace {

QString text(const std::string& from) {
    return QString::fromStdString(from);
}

QString joinedTags(const Label& label) {
    QStringList out;
    for (const std::string& tag : label.tags) out << text(tag);
    return out.join(QStringLiteral(", "));
}

// What a column of check boxes switches; null for the others.
bool Label::*switchOf(int column) {
    switch (column) {
        case LabelModel::Watched: return &Label::watched;
        case LabelModel::Alerts: return &Label::alerts;
        case LabelModel::Blocked: return &Label::blocked;
        default: return nullptr;
    }
}

}  // namespace

LabelModel::LabelModel(LabelStore& labels, QObject* parent) : ColumnTable(parent), m_labels(labels) {
    std::vector<ui::Column<Label>> columns(ColumnCount);
    columns[Name] = {.id = QStringLiteral("name"),
                     .title = tr("Name"),
                     .width = 130,
                     .text = [](const Label& row) { return text(row.name); },
                     .ink = [](const Label& row) { return row.color ? QColor::fromRgb(*row.color) : QColor(); },
                     .left = true};
    columns[Address] = {.id = QStringLiteral("address"),
                        .title = tr("Address"),
                        .width = 104,
                        .text =
                            [](const Label& row) {
                                return row.key.kind == LabelKind::Crew
                                           ? format::counted(format::Noun::Wallet, row.wallets.size())
                                           : format::shortKey(row.key.address.base58());
                            },
                        .raw = [](const Label& row) { return text(row.key.address.base58()); },
                        .toolTip = [](const Label& row) { return text(row.key.address.base58()); },
                        .left = true,
                        .monospace = true};
    columns[Kind] = {.id = QStringLiteral("kind"),
                     .title = tr("Kind"),
                     .width = 60,
                     .text =
                         [](const Label& row) {
                             switch (row.key.kind) {
                                 case LabelKind::Wallet: return tr("wallet");
                                 case LabelKind::Coin: return tr("coin");
                                 case LabelKind::Crew: return tr("crew");
                             }
                             return QString();
                         },
                     .left = true};
    columns[Group] = {.id = QStringLiteral("group"),
                      .title = tr("Group"),
                      .width = 90,
                      .text = [](const Label& row) { return text(row.group); },
                      .left = true};
    columns[Tags] = {.id = QStringLiteral("tags"),
                     .title = tr("Tags"),
                     .width = 110,
                     .text = [](const Label& row) { return joinedTags(row); },
                     .left = true};
    columns[Watched] = {
        .id = QStringLiteral("watched"),
        .title = tr("Watched"),
        .width = 64,
        .text = [](const Label& row) { return row.watched ? tr("yes") : QString(); },
        .raw = [](const Label& row) { return row.watched ? QStringLiteral("true") : QStringLiteral("false"); },
        .meaning = tr("Its trades are marked on every chart"),
        .left = true};
    columns[Alerts] = {
        .id = QStringLiteral("alerts"),
        .title = tr("Alerts"),
        .width = 64,
        .text = [](const Label& row) { return row.alerts ? tr("yes") : QString(); },
        .raw = [](const Label& row) { return row.alerts ? QStringLiteral("true") : QStringLiteral("false"); },
        .meaning = tr("An alert whenever this wallet, or one of the crew, buys or sells"),
        .left = true};
    columns[Blocked] = {
        .id = QStringLiteral("blocked"),
        .title = tr("Blocked"),
        .width = 64,
        .text = [](const Label& row) { return row.blocked ? tr("yes") : QString(); },
        .raw = [](const Label& row) { return row.blocked ? QStringLiteral("true") : QStringLiteral("false"); },
        .left = true};
    columns[Note] = {.id = QStringLiteral("note"),
                     .title = tr("Note"),
                     .width = 220,
                     .text = [](const Label& row) { return text(row.note).simplified(); },
                     .raw = [](const Label& row) { return text(row.note); },
                     .toolTip = [](const Label& row) { return text(row.note); },
                     .ink = [](const Label&) { return theme::palette().dim; },
                     .left = true};
    setColumns(std::move(columns));
}

bool LabelModel::passes(const Label& label) const {
    if (m_group && text(label.group) != *m_group) return false;
    if (m_filter.isEmpty()) return true;
    const QString all = QStringList{text(label.name), text(label.key.address.base58()), text(label.group),
                                    joinedTags(label), text(label.note)}
                            .join(u'\n');
    return all.contains(m_filter, Qt::CaseInsensitive);
}

void LabelModel::refresh() {
    std::vector<RowPtr> rows;
    for (const auto& [key, label] : m_labels.book().all())
        if (passes(label)) rows.push_back(std::make_shared<const Label>(label));
    setContents(std::move(rows));
    // Only the user changes this list: it never waits for the pointer to leave.
    settle();
}

void LabelModel::setFilter(const QString& filter, const std::optional<QString>& group) {
    m_filter = filter.trimmed();
    m_group = group;
    refresh();
}

Qt::ItemFlags LabelModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags out = ColumnTable::flags(index);
    if (!index.isValid()) return out;
    // A coin has no trades of its own.
    if (index.column() == Alerts && row(index.row()).key.kind == LabelKind::Coin) return out;
    if (switchOf(index.column()) != nullptr) return out | Qt::ItemIsUserCheckable;
    if (index.column() != Address && index.column() != Kind) out |= Qt::ItemIsEditable;
    return out;
}

QVariant LabelModel::data(const QModelIndex& index, int role) const {
    if (checkIndex(index, CheckIndexOption::IndexIsValid)) {
        const Label& label = row(index.row());
        if (role == Qt::EditRole) return rawText(index.row(), index.column()).replace(u';', u',');
        if (bool Label::*const field = switchOf(index.column()); role == Qt::CheckStateRole && field != nullptr) {
            if (index.column() == Alerts && label.key.kind == LabelKind::Coin) return {};
            return label.*field ? Qt::Checked : Qt::Unchecked;
        }
    }
    return ColumnTable::data(index, role);
}

bool LabelModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    Label label = row(index.row());
    if (bool Label::*const field = switchOf(index.column()); role == Qt::CheckStateRole && field != nullptr) {
        if (!flags(index).testFlag(Qt::ItemIsUserCheckable)) return false;
        const bool on = value.toInt() == Qt::Checked;
        label.*field = on;
        m_labels.put({label}, index.column() == Watched ? (on ? tr("watch") : tr("stop watching"))
                              : index.column() == Blocked
                                  ? (on ? tr("block") : tr("unblock"))
                                  : (on ? tr("alert on trades") : tr("no alert on trades")));
        return true;
    }
    if (role != Qt::EditRole) return false;
    const std::string written = value.toString().toStdString();
    switch (index.column()) {
        case Name: label.name = written; break;
        case Group: label.group = written; break;
        case Note: label.note = written; break;
        case Tags: {
            label.tags.clear();
            for (const QString& tag : value.toString().split(u',', Qt::SkipEmptyParts))
                label.tags.push_back(tag.trimmed().toStdString());
            break;
        }
        default: return false;
    }
    m_labels.put({label},
                 tr("edit of %1").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString()));
    return true;
}

}  // namespace ui
