// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <optional>

namespace app {

/// Where the program keeps and finds things on this system. Linux: XDG folders; another system changes
/// paths.cpp and nothing else. Environment: CABALSCOPE_CONFIG_DIR and CABALSCOPE_DATA_DIR override.

/// The INI file of the window's state. Its folder is created.
[[nodiscard]] QString settingsFile();
/// The user's own list of exchanges, services and bots; the file need not be there.
[[nodiscard]] std::filesystem::path ownAddressList();
/// The user's own alert rules; the file need not be there.
[[nodiscard]] QString ownRulesFile();
/// Where live sessions keep trades unless told otherwise. Its folder is created.
[[nodiscard]] std::filesystem::path defaultDatabase();
/// The folder of the charts' drawings and settings. It is created.
[[nodiscard]] QString chartFolder();
/// The recording that comes with the program; nothing when it is not installed.
[[nodiscard]] std::optional<std::filesystem::path> bundledRecording(const QString& executableDir);

}  // namespace app
