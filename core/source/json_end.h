// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

namespace core::source {

/// Whether nothing follows the value that was read from the document.
[[nodiscard]] inline bool atEnd(simdjson::ondemand::document& document) noexcept {
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

}  // namespace core::source
