// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/bridge/rule_desk.h"
#endif

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace ui {

/// The rules with their switches; the last row is the user's file as a whole. Thread: GUI.
class RuleListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { On, Title, Version, PerDay, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::vector<bridge::RuleState>& rules, const QString& file);
    /// Rules that are being changed, by id.
    void setChanged(const QSet<QString>& ids);
    /// What a back-test measured of a rule of this version.
    void setPerDay(const QString& id, std::uint32_t version, std::optional<double> perDay);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Null for the row of the file.
    [[nodiscard]] const bridge::RuleState* rule(int row) const;
    /// The row of a rule that is not replaced; -1 without one.
    [[nodiscard]] int rowOf(const QString& id) const;
    [[nodiscard]] int fileRow() const { return static_cast<int>(m_rules.size()); }

signals:
    void switched(const QString& id, bool on);

private:
    [[nodiscard]] QString words(const bridge::RuleState& state, int column) const;

    std::vector<bridge::RuleState> m_rules;
    QString m_file;
    QSet<QString> m_changed;
    QHash<QString, std::optional<double>> m_perDay;  ///< by id and version
};

}  // namespace ui
