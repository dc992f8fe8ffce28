// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deliver/output.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace core::deliver {

/// Writes an alert as one line.
using LineOf = std::function<std::string(const Alert&)>;

/// Appends a line for each alert to a file that other programs read; a line is written whole or, on a full disk,
/// tried again. Errors: Io when the file cannot be opened.
[[nodiscard]] Result<std::unique_ptr<Output>> makeLineOutput(const std::filesystem::path& file, LineOf lineOf);
/// The same into what this process writes to anyway, under another number. Errors: Io.
[[nodiscard]] Result<std::unique_ptr<Output>> makeStandardOutput(LineOf lineOf);

}  // namespace core::deliver
