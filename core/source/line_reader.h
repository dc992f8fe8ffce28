// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

namespace core::source {

/// Reads a text file line by line through whatever compression it has (plain, zstd, gzip, xz; told by
/// magic). Memory is bounded by the longest line, at most `maxLine`. Thread: confined.
class LineReader {
public:
    /// simdjson may read this many bytes past a line; they are always there.
    static constexpr std::size_t kPadding = 64;
    static constexpr std::size_t kDefaultMaxLine = 128U << 20U;

    /// Errors: Io when the file cannot be opened.
    [[nodiscard]] static Result<std::unique_ptr<LineReader>> open(const std::filesystem::path& file,
                                                                  std::size_t maxLine = kDefaultMaxLine);
    virtual ~LineReader() = default;

    /// The next line without its end, valid until the next call and followed by kPadding readable bytes.
    /// `false` in `more` at the end of the file. Errors: Io for a broken archive, TooLarge for a line past
    /// the limit (that line is skipped; the next call goes on behind it).
    struct Line {
        std::string_view text;
        bool more = false;       ///< a line was read
        bool terminated = true;  ///< it ended in a newline; a last line without one may be cut short
    };
    [[nodiscard]] virtual Result<Line> next() = 0;

    [[nodiscard]] virtual std::uint64_t lineNumber() const noexcept = 0;  ///< of the last line, from 1
    [[nodiscard]] virtual std::uint64_t bytesRead() const noexcept = 0;   ///< text bytes so far
    [[nodiscard]] virtual double progress() const noexcept = 0;           ///< 0..1 of the file's bytes
    /// Whether the archive ended in the middle, as one does whose writer was killed. Known at the end.
    [[nodiscard]] virtual bool cutShort() const noexcept = 0;
};

}  // namespace core::source
