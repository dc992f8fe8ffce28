// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_list_model.h"

#include "ui/rules/rule_words.h"
#include "ui/theme/palette.h"

#include <QFileInfo>

namespace ui {
namespace {

using bridge::RuleState;

QString measuredKey(const QString& id, std::uint32_t version) {
    return id + u' ' + QString::number(version);
}

}  // namespace

void RuleListModel::show(const std::vector<RuleState>& rules, const QString& file) {
    const bool sameRows = rules.size() == m_rules.size();
    if (!sameRows) beginResetModel();
    m_rules = rules;
    m_file = file;
    if (sameRows)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    else
        endResetModel();
}

void RuleListModel::setChanged(const QSet<QString>& ids) {
    if (ids == m_changed) return;
    m_changed = ids;
    emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void RuleListModel::setPerDay(const QString& id, std::uint32_t version, std::optional<double> perDay) {
    m_perDay[measuredKey(id, version)] = perDay;
    emit dataChanged(index(0, PerDay), index(rowCount() - 1, PerDay));
}

int RuleListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size()) + 1;
}

int RuleListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

const RuleState* RuleListModel::rule(int row) const {
    return row >= 0 && row < fileRow() ? &m_rules[static_cast<std::size_t>(row)] : nullptr;
}

int RuleListModel::rowOf(const QString& id) const {
    for (int row = 0; row < fileRow(); ++row) {
        const RuleState& state = m_rules[static_cast<std::size_t>(row)];
        if (!state.replaced && QString::fromStdString(state.rule.id) == id) return row;
    }
    return -1;
}

QString RuleListModel::words(const RuleState& state, int column) const {
    const QString id = QString::fromStdString(state.rule.id);
    switch (column) {
        case Title:
            return (m_changed.contains(id) && !state.replaced ? QStringLiteral("• ") : QString()) +
                   (state.origin == RuleState::Origin::Shipped || state.origin == RuleState::Origin::Wallets
                        ? shippedTitle(state.rule)
                        : QString::fromStdString(state.rule.title));
        case Version: return state.isMade() ? QString() : QString::number(state.rule.version);
        case PerDay: {
            const auto found = m_perDay.constFind(measuredKey(id, state.rule.version));
            if (found == m_perDay.constEnd()) return QStringLiteral("–");
            return *found ? QString::number(**found, 'f', **found < 10 ? 1 : 0) : tr("unknown");
        }
        default: return {};
    }
}

QVariant RuleListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() > fileRow()) return {};
    const RuleState* state = rule(index.row());
    const auto& colors = theme::palette();
    if (state == nullptr) {
        if (role == Qt::DisplayRole && index.column() == Title)
            return QFileInfo(m_file).fileName() + QStringLiteral(" – ") + tr("the whole file");
        if (role == Qt::ToolTipRole) return m_file;
        if (role == Qt::ForegroundRole) return colors.link;
        return {};
    }
    switch (role) {
        case Qt::CheckStateRole:
            if (index.column() == On && !state->replaced) return state->on ? Qt::Checked : Qt::Unchecked;
            return {};
        case Qt::DisplayRole: return words(*state, index.column());
        case Qt::AccessibleTextRole:
            if (index.column() == On)
                return state->on ? tr("%1 is armed").arg(QString::fromStdString(state->rule.title))
                                 : tr("%1 is off").arg(QString::fromStdString(state->rule.title));
            return words(*state, index.column());
        case Qt::ToolTipRole: {
            const QString id = QString::fromStdString(state->rule.id);
            if (index.column() == PerDay)
                return words(*state, PerDay) == QStringLiteral("–")
                           ? tr("Not measured yet: run a back-test of this version.")
                           : tr("Alerts a day of market time in the last back-test of this version.");
            if (state->replaced)
                return tr("%1 comes with the program; your rule of this id takes its place.").arg(id);
            switch (state->origin) {
                case RuleState::Origin::Own: return tr("%1, in your file").arg(id);
                case RuleState::Origin::Shipped: return tr("%1, comes with the program").arg(id);
                case RuleState::Origin::Line: return tr("%1, drawn on a chart; remove the line there").arg(id);
                case RuleState::Origin::Wallets:
                    return tr("%1, the wallets whose alert is on; switch it in the watchlist or on a wallet's page")
                        .arg(id);
            }
            return {};
        }
        case Qt::ForegroundRole:
            if (state->replaced || (!state->on && index.column() != On)) return colors.dim;
            return state->origin == RuleState::Origin::Own ? colors.strong : colors.text;
        case Qt::TextAlignmentRole:
            return index.column() >= Version ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
        default: return {};
    }
}

bool RuleListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const RuleState* state = rule(index.row());
    if (role != Qt::CheckStateRole || state == nullptr || index.column() != On) return false;
    emit switched(QString::fromStdString(state->rule.id), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RuleListModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags out = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const RuleState* state = rule(index.row());
    if (index.column() == On && state != nullptr && !state->replaced && !state->isMade())
        out |= Qt::ItemIsUserCheckable;
    return out;
}

QVariant RuleListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) {
        switch (section) {
            case On: return tr("On", "a rule is armed");
            case Title: return tr("Rule");
            case Version: return tr("Version");
            case PerDay: return tr("A day");
            default: return {};
        }
    }
    if (role == Qt::ToolTipRole && section == PerDay) return tr("Alerts a day, as the last back-test measured");
    return {};
}

}  // namespace ui
