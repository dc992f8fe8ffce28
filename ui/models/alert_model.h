// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QAbstractListModel>

#include <memory>

namespace ui {

/// Alerts, newest first. Thread: GUI.
class AlertModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// The alert at a valid position.
    [[nodiscard]] const core::Alert& alert(int at) const {
        return *m_snapshot->alerts[static_cast<std::size_t>(at)];
    }

    /// Takes over the alerts; those that came since the last call are inserted on top.
    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot);
    void clear();

private:
    std::shared_ptr<const core::pipeline::Snapshot> m_snapshot;
    int m_rows = 0;
};

}  // namespace ui
