// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"

#include <optional>
#include <string>

namespace simdjson::dom {
class element;
}

namespace core::wire {

/// Appends one event as one JSON object without a newline. Amounts are strings, unknown members absent.
/// Source: interfaces section 3. Thread: any.
void appendEventJson(const Event& event, std::string& out);

/// Reads what appendEventJson writes and what other tools write in the same form; amounts as strings or
/// integers. Nothing for a type that carries no event. Errors: BadShape, BadEncoding, BadValue, Overflow.
[[nodiscard]] Result<std::optional<Event>> readEventJson(const simdjson::dom::element& line);

}  // namespace core::wire
