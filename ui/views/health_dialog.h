// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QDialog>

class QTreeWidget;

namespace ui {

/// The data-health page: every counter of the path from the feed to the database.
class HealthDialog final : public QDialog {
    Q_OBJECT
public:
    explicit HealthDialog(QWidget* parent = nullptr);

    /// Rewrites the rows whose text changed.
    void show(const core::pipeline::Health& health);
    using QDialog::show;

private:
    QTreeWidget* m_tree;
};

}  // namespace ui
