// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace test {

enum class Packing { Plain, Zstd, Gzip, Xz };

/// The text as an archive of one frame, made with the formats' own libraries.
[[nodiscard]] std::string pack(std::string_view text, Packing packing);

void writeFile(const std::filesystem::path& file, std::string_view bytes);
[[nodiscard]] std::string readFile(const std::filesystem::path& file);

}  // namespace test
