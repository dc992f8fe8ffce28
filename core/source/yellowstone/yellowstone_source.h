// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/source/factory.h"

#include <memory>

namespace core::source {

/// A live feed over Yellowstone gRPC (`LiveOptions::source` "yellowstone", the endpoint in `wsUrl`): whole
/// transactions of the followed programs with their place in the block. The key travels as `x-token`. After an
/// outage the stream is asked for from the last slot on; what the server does not keep any more is a gap.
/// Source: solana-wire section 4.3. `clock` must outlive it. Errors: BadValue.
[[nodiscard]] Result<std::unique_ptr<Source>> makeYellowstoneSource(LiveOptions options, const Clock& clock);

}  // namespace core::source
