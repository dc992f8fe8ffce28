// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/strong.h"

#include <cstdint>

namespace core {

/// Time of a block as the chain states it: seconds since the Unix epoch.
using BlockTime = Strong<struct BlockTimeTag, std::int64_t>;

/// When this machine received something: nanoseconds since the Unix epoch. Another clock than BlockTime.
using RecvTime = Strong<struct RecvTimeTag, std::int64_t>;

}  // namespace core
