// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared_data.h"

#include "core/source/byte_source.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <sstream>

namespace conformance {

std::optional<std::filesystem::path> dataFolder() {
    std::filesystem::path folder = std::filesystem::path(CABALSCOPE_SOURCE_DIR).parent_path() / "shared" / "data";
    if (const char* named = std::getenv("CABALSCOPE_SHARED_DATA"); named != nullptr) folder = named;
    if (!std::filesystem::is_directory(folder)) return std::nullopt;
    return folder;
}

std::string readFile(const std::string& name) {
    const auto fatal = [&name](const std::string& why) {
        std::cerr << "cannot read " << name << ": " << why << '\n';
        std::abort();
    };
    auto opened = core::source::ByteSource::open(dataFolder().value() / name);
    if (!opened) fatal(opened.error().message());
    std::string out;
    std::array<char, 65'536> block{};
    while (true) {
        const auto count = (*opened)->read(block);
        if (!count) fatal(count.error().message());
        if (*count == 0) return out;
        out.append(block.data(), *count);
    }
}

std::vector<std::string> readLines(const std::string& name) {
    std::istringstream in(readFile(name));
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) out.push_back(std::move(line));
    return out;
}

nlohmann::json readJson(const std::string& name) {
    return nlohmann::json::parse(readFile(name));
}

std::string padded(std::string text) {
    text.reserve(text.size() + core::wire::Decoder::kPadding);
    return text;
}

std::vector<core::Event> decodeDocument(core::wire::Decoder& decoder, const std::string& text) {
    std::vector<core::Event> out;
    const std::string json = padded(text);
    // Hostile samples fail by design; the callers look at the decoder's counters and at what came out.
    (void)decoder.document(json, out);
    return out;
}

}  // namespace conformance
