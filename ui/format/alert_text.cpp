// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/alert_text.h"

#include "ui/format/people_text.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

namespace ui::format {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("alerts", text);
}

}  // namespace

QString severityText(core::Severity severity) {
    switch (severity) {
        case core::Severity::Info: return tr("info");
        case core::Severity::Warning: return tr("warning");
        case core::Severity::Critical: return tr("critical");
    }
    return {};
}

QColor severityInk(core::Severity severity) {
    const auto& colors = theme::palette();
    switch (severity) {
        case core::Severity::Info: return colors.link;
        case core::Severity::Warning: return colors.attention;
        case core::Severity::Critical: return colors.danger;
    }
    return colors.link;
}

QString alertGroupText(core::AlertGroup group) {
    switch (group) {
        case core::AlertGroup::Discovery: return tr("Discovery");
        case core::AlertGroup::Defence: return tr("Defence");
        case core::AlertGroup::HighSignal: return tr("High signal");
    }
    return {};
}

QString verdictText(std::optional<bool> verdict) {
    return !verdict ? QString() : *verdict ? tr("true") : tr("false");
}

QString ruleText(const std::string& rule) {
    return flagName(rule);
}

QString statedHappened(const core::review::StatedHappened& seen) {
    return tr("stated %1, happened %2 (n = %3)")
        .arg(QString::number(seen.stated, 'f', 2), QString::number(seen.happened, 'f', 2))
        .arg(seen.claims);
}

}  // namespace ui::format
