// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/health_text.h"

#include <QString>

#include <vector>

namespace ui {

/// One counter of the data path: what it is, what it means, and what to do when it is bad.
struct HealthLine {
    QString group;  ///< the feed or part it belongs to
    QString id;     ///< "reconnects": for files; the same in every language
    QString name;
    QString value;
    QString raw;  ///< value for files: digits, C locale; empty where unknown
    Tone tone = Tone::Quiet;
    QString meaning;  ///< one sentence
    QString advice;   ///< one sentence; empty where there is nothing to do

    friend bool operator==(const HealthLine&, const HealthLine&) = default;
};

/// Every counter from the feed to the database; those of one group stand together.
[[nodiscard]] std::vector<HealthLine> healthLines(const core::pipeline::Health& health);

}  // namespace ui
