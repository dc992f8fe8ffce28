// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/board_query.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace core::pipeline {

/// Names of the figures in their order, as files have them; they never change.
inline constexpr std::array<std::string_view, kBoardFigures> kBoardFigureNames{"age",
                                                                               "market_cap_quote",
                                                                               "market_cap_dollars",
                                                                               "liquidity_quote",
                                                                               "volume",
                                                                               "volume_1m",
                                                                               "volume_5m",
                                                                               "change_5m",
                                                                               "change_seen",
                                                                               "progress",
                                                                               "graduated_at",
                                                                               "trades",
                                                                               "buys",
                                                                               "sells",
                                                                               "buyers",
                                                                               "holders",
                                                                               "top_10",
                                                                               "sniper",
                                                                               "bundler",
                                                                               "rat",
                                                                               "fresh",
                                                                               "dev",
                                                                               "cluster",
                                                                               "dev_created",
                                                                               "dev_graduated",
                                                                               "dev_best_peak",
                                                                               "copy_rank"};
static_assert(kBoardFigureNames[static_cast<std::size_t>(BoardFigure::Holders)] == "holders");
static_assert(kBoardFigureNames[static_cast<std::size_t>(BoardFigure::CopyRank)] == "copy_rank");

/// Stable name of a figure in files: "market_cap_dollars".
[[nodiscard]] inline std::string_view boardFigureName(BoardFigure figure) noexcept {
    return kBoardFigureNames[static_cast<std::size_t>(figure)];
}
[[nodiscard]] inline std::optional<BoardFigure> boardFigureOf(std::string_view name) noexcept {
    const auto* const found = std::find(kBoardFigureNames.begin(), kBoardFigureNames.end(), name);
    if (found == kBoardFigureNames.end()) return std::nullopt;
    return static_cast<BoardFigure>(found - kBoardFigureNames.begin());
}

}  // namespace core::pipeline
