// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reliability.h"
#include "ui/models/column_table.h"

#include <string>

namespace ui {

/// How right rules or kinds were, a row each; all of them together stand first. Thread: GUI.
class ReliabilityModel final : public ColumnTable<core::review::Reliability, std::string> {
    Q_OBJECT
public:
    enum Column { Name, Claims, Stated, Happened, Interval, Brier, Ece, Unjudged, ColumnCount };

    explicit ReliabilityModel(QObject* parent = nullptr);
    void show(const core::review::Reliability& all, const std::vector<core::review::Reliability>& parts);

protected:
    [[nodiscard]] std::string keyOf(const core::review::Reliability& row) const override { return row.name; }
    [[nodiscard]] bool sameContent(const core::review::Reliability&,
                                   const core::review::Reliability&) const override {
        return false;
    }
};

}  // namespace ui
