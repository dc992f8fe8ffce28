// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;

namespace ui {

class DataTable;
class HealthModel;

/// Data health: every counter of the path from the feed to the database, what it means, and what to do where it is
/// bad. Thread: GUI.
class HealthPane final : public QWidget {
    Q_OBJECT
public:
    explicit HealthPane(QWidget* parent = nullptr);

    /// Takes counters over, twice a second at most.
    void show(const core::pipeline::Health& health);
    using QWidget::show;
    void clear();
    [[nodiscard]] DataTable& table() const { return *m_table; }

signals:
    void said(const QString& text);

private:
    void list();

    core::pipeline::Health m_health;
    HealthModel* m_model;
    DataTable* m_table;
    QLabel* m_note;
    QCheckBox* m_troubled;
    QElapsedTimer m_listed;
    QTimer m_due;  ///< what came since is listed then
};

}  // namespace ui
