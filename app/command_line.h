// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/source/factory.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace app {

enum class StartWith { Nothing, Bundled, Live, Recording };

/// What the command line asked for.
struct CommandLine {
    StartWith start = StartWith::Nothing;
    QString recording;            ///< file, when `start` is Recording
    std::optional<double> speed;  ///< of recordings; 1 = original pace, 0 = as fast as possible
    QString openToken;            ///< mint or link to open
    QString database;             ///< empty = the default
    core::source::LiveOptions live;
    QString screenshot;          ///< PNG to write before leaving; empty = none
    double screenshotAfter = 3;  ///< seconds
    bool help = false;
    bool version = false;
};

/// Reads the arguments, program name first. Errors: BadValue with a sentence for the user.
[[nodiscard]] core::Result<CommandLine> parseCommandLine(const QStringList& arguments);
/// The text of --help.
[[nodiscard]] QString helpText();

}  // namespace app
