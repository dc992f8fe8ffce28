// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backtest/backtest.h"

#include <QString>

#include <vector>

namespace ui {

/// One figure of a back-test: what it is, what it came to, how sure that is. Unknown is said in words.
struct BacktestLine {
    QString name;
    QString value;
    QString range;      ///< 95% interval, on how many
    QString meaning;    ///< tooltip
    bool part = false;  ///< of the line above
};

/// What came of one rule, beside how often coins fall anyway.
[[nodiscard]] std::vector<BacktestLine> backtestLines(const core::backtest::RuleResult& rule,
                                                      const core::backtest::Backtest& all, bool truth);
/// What was run, in one sentence.
[[nodiscard]] QString backtestSummary(const core::backtest::Backtest& all);

}  // namespace ui
