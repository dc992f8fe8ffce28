// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

/// A condition as an editor shows it: groups, which may hold one block or none while they are put together, and
/// single conditions, each with "not" before it or without.
struct Block {
    enum class Kind : std::uint8_t { All, Any, One };
    Kind kind = Kind::All;
    int nots = 0;
    std::vector<Block> of{};       ///< of a group
    core::alert::Condition one{};  ///< of One
};

/// The condition as a group, whatever it is. Every condition has blocks.
[[nodiscard]] Block blockOf(const core::alert::Condition& condition);
/// The condition that the blocks say: groups of one are what they hold, and a group within one of its kind is part
/// of it. Nothing when there is no condition in them. conditionOf(blockOf(c)) is c.
[[nodiscard]] std::optional<core::alert::Condition> conditionOf(const Block& block);

}  // namespace ui
