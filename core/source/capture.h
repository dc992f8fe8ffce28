// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/source/frame.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace core::source {

/// The first line of a capture. Source: interfaces section 2.
struct CaptureHeader {
    int version = 1;
    std::string created;  ///< RFC 3339 UTC
    std::string source;
    std::string endpoint;  ///< host name only
    std::string note;
};

/// The header when the line is one of a capture, nothing when it is something else.
/// Errors: Unsupported for a newer version.
[[nodiscard]] Result<CaptureHeader> parseCaptureHeader(std::string_view line);

/// One capture line as a frame; `line` must be followed by LineReader::kPadding readable bytes.
/// Errors: BadJson, BadShape.
[[nodiscard]] Result<Frame> parseCaptureLine(std::string_view line);

/// Writes a capture (`.jsonl`, or zstd when the name ends in `.zst`). Frames are flushed to the file at
/// least once a second, so that a kill loses little; close() ends the archive. Thread: confined.
class CaptureWriter {
public:
    /// Errors: Io. An existing file is not overwritten: Io says so.
    [[nodiscard]] static Result<std::unique_ptr<CaptureWriter>> create(const std::filesystem::path& file,
                                                                       const CaptureHeader& header);
    virtual ~CaptureWriter() = default;
    /// Errors: Io (disk full); the file stays readable up to the last flush.
    [[nodiscard]] virtual Result<void> write(const Frame& frame) = 0;
    [[nodiscard]] virtual Result<void> close() = 0;
};

}  // namespace core::source
