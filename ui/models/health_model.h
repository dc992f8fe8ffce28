// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/column_table.h"
#include "ui/models/health_lines.h"

#include <string>

namespace ui {

/// The counters of the data path as a table. Thread: GUI.
class HealthModel final : public ColumnTable<HealthLine, std::string> {
    Q_OBJECT
public:
    enum Column { Part, What, Value, Todo, Means, ColumnCount };

    explicit HealthModel(QObject* parent = nullptr);
    /// `troubled`: only lines that something is to be done about.
    void show(const core::pipeline::Health& health, bool troubled);

protected:
    [[nodiscard]] std::string keyOf(const HealthLine& row) const override;
    [[nodiscard]] bool sameContent(const HealthLine& a, const HealthLine& b) const override { return a == b; }
};

/// Whether something is to be done about a line.
[[nodiscard]] bool isTrouble(const HealthLine& line);

}  // namespace ui
