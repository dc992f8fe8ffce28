// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/wire/decoder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace conformance {

/// Folder of the real transactions: CABALSCOPE_SHARED_DATA, else ../shared/data beside the project; nothing
/// where neither is there.
[[nodiscard]] std::optional<std::filesystem::path> dataFolder();

/// A file of that folder, decompressed. Stops the program when it cannot be read: a data set that is half
/// there must not pass for one that agrees.
[[nodiscard]] std::string readFile(const std::string& name);
/// The lines of a file that are not empty.
[[nodiscard]] std::vector<std::string> readLines(const std::string& name);
[[nodiscard]] nlohmann::json readJson(const std::string& name);

/// Everything `decoder` makes of a file of getTransaction answers in whatever shape they lie there.
[[nodiscard]] std::vector<core::Event> decodeDocument(core::wire::Decoder& decoder, const std::string& text);

/// `text` with the padding that the decoder wants behind it.
[[nodiscard]] std::string padded(std::string text);

}  // namespace conformance
