// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/chart/chart_people.h"

#include <cstddef>
#include <memory>

namespace bench {

/// One-second bars of a walk that is the same on every machine, as a token that is open.
[[nodiscard]] std::shared_ptr<core::pipeline::TokenDetail> walkDetail(std::size_t bars);
/// Replaces the last block, as the ledger does when a trade comes in: the close moves by `step`, nothing else.
void moveLast(core::pipeline::TokenDetail& detail, int step);
/// Appends one bar.
void appendBar(core::pipeline::TokenDetail& detail);
/// `count` markers of `clusters` clusters, evenly over the bars.
[[nodiscard]] std::shared_ptr<ui::ChartPeople> walkPeople(const core::pipeline::TokenDetail& detail,
                                                          std::size_t count, std::size_t clusters);

}  // namespace bench
