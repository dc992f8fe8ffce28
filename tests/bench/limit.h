// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace bench {

/// Parses JSON with simdjson and looks at every value of it once: what no reader of these bytes can beat.
/// Returns a sum over the values, so that nothing is optimised away.
class JsonLimit {
public:
    JsonLimit();
    ~JsonLimit();
    JsonLimit(const JsonLimit&) = delete;
    JsonLimit& operator=(const JsonLimit&) = delete;

    /// `json` must be followed by 64 readable bytes.
    std::uint64_t dom(std::string_view json);
    std::uint64_t onDemand(std::string_view json);
    /// Every line of a plain or zstd file with onDemand(), through nothing but read(2) or libzstd.
    std::uint64_t file(const std::filesystem::path& file);

private:
    struct Impl;
    Impl* m_impl;
};

}  // namespace bench
