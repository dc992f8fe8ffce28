// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/pipeline/replay_control.h"

#include <cstdint>
#include <optional>

namespace ui::bridge {

/// A stored time to be shown beside what runs.
struct PastMoment {
    std::int64_t from = 0;              ///< Unix seconds
    std::int64_t to = 0;                ///< not in it
    core::pipeline::ReplayTarget at{};  ///< where it stands still
    std::optional<core::Mint> coin;     ///< to be open there
};

}  // namespace ui::bridge
