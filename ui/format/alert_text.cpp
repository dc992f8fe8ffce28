// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/alert_text.h"

#include "ui/format/people_text.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <array>
#include <string_view>
#include <utility>

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
    // The rules that come with the program and are not named like a flag; the user's own are words already.
    static constexpr std::array<std::pair<std::string_view, const char*>, 7> kShipped{
        {{"cabal_on_watched", QT_TRANSLATE_NOOP("alerts", "Cabal on a watched coin")},
         {"lead_wallet_buys", QT_TRANSLATE_NOOP("alerts", "Lead wallet buys")},
         {"pump_onset", QT_TRANSLATE_NOOP("alerts", "Pump onset")},
         {"graduation_of_watched", QT_TRANSLATE_NOOP("alerts", "Watched coin graduates")},
         {"bundled_launch", QT_TRANSLATE_NOOP("alerts", "Bundled launch")},
         {"copied_file", QT_TRANSLATE_NOOP("alerts", "Copied file")},
         {"wallet_alerts", QT_TRANSLATE_NOOP("alerts", "A wallet's trade")}}};
    for (const auto& [id, name] : kShipped)
        if (id == rule) return tr(name);
    return flagName(rule);
}

QString statedHappened(const core::review::StatedHappened& seen) {
    return tr("stated %1, happened %2 (n = %3)")
        .arg(QString::number(seen.stated, 'f', 2), QString::number(seen.happened, 'f', 2))
        .arg(seen.claims);
}

}  // namespace ui::format
