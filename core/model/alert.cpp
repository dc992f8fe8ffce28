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

std::string alertKey(const Alert& alert) {
    std::string out = alert.rule + '/' + std::to_string(alert.ruleVersion) + '/';
    if (alert.mint) out += alert.mint->base58();
    out += '/' + alert.subject + '/';
    if (alert.slot) out += std::to_string(alert.slot->value());
    out += '/';
    if (alert.time) out += std::to_string(alert.time->value());
    return out;
}

std::string_view alertGroupName(AlertGroup group) noexcept {
    switch (group) {
        case AlertGroup::Discovery: return "discovery";
        case AlertGroup::Defence: return "defence";
        case AlertGroup::HighSignal: return "high_signal";
    }
    return "defence";
}

}  // namespace core
