// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/source/source.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace core::pipeline {

/// Plays what a database holds of a time as event lines, without waiting: every coin that traded at `from` ≤ t <
/// `to` (Unix seconds) from its creation on, in order of the chain, so that its holders are right as far as they
/// were stored. Errors: as TradeStore::open; NotFound when
/// nothing was stored of that time.
[[nodiscard]] Result<std::unique_ptr<source::Source>> makeStoredSource(const std::filesystem::path& database,
                                                                       std::int64_t from, std::int64_t to);

}  // namespace core::pipeline
