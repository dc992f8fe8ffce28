// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/chart/chart_people.h"

#include <memory>

namespace ui {

/// Who stands behind the open token, as the chart draws it: marks of trades, positions over time, what happened.
/// Null while that is not known.
[[nodiscard]] std::shared_ptr<const ChartPeople> chartPeople(const core::pipeline::TokenDetail& detail);

/// Who traded a bar, largest sellers first, at most `most` rows with a line for the rest.
[[nodiscard]] std::vector<BarPeopleRow> barPeople(const core::pipeline::BarMakers& makers, int quoteDecimals,
                                                  const QString& ticker, std::size_t most);

}  // namespace ui
