// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/labels/label.h"

#include <filesystem>
#include <string>
#include <vector>

namespace core::labels {

/// What a file of labels held.
struct LoadedLabels {
    std::vector<Label> labels;
    std::string trouble;  ///< one sentence when the file could not be read and was set aside; else empty
};

/// Reads a file written by saveLabels. One that is not there holds nothing; one that cannot be understood is
/// renamed to NAME.broken and told in `trouble`, so that nothing is overwritten. Errors: Io.
[[nodiscard]] Result<LoadedLabels> loadLabels(const std::filesystem::path& file);

/// Writes all labels and takes the place of the old file at once: after a crash one of the two is there, whole.
/// Errors: Io.
[[nodiscard]] Result<void> saveLabels(const std::filesystem::path& file, const std::vector<Label>& labels);

}  // namespace core::labels
