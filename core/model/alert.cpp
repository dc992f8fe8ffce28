// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/alert.h"

namespace core {

std::string_view severityName(Severity severity) noexcept {
    switch (severity) {
        case Severity::Info: return "info";
        case Severity::Warning: return "warning";
        case Severity::Critical: return "critical";
    }
    return "info";
}

}  // namespace core
