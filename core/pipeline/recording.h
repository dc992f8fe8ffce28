// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"
#include "core/source/frame.h"
#include "core/wire/decoder.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core::source {
class LineReader;
}

namespace core::pipeline {

/// Reads one recording of any form the programs take, compressed or not, and decodes it as fast as it can:
/// captures, event lines, JSON lines or whole JSON documents of getTransaction and getBlock answers.
/// Damaged lines are counted and reported, and reading goes on. Thread: confined; a capture is read and taken
/// apart on a thread of its own, a few megabytes ahead, and all callbacks stay on the caller's.
class RecordingReader {
public:
    /// `decoder` keeps the counters and must outlive the reader.
    RecordingReader(std::filesystem::path file, wire::Decoder& decoder);

    /// Called about every 50,000 lines with 0..1; false stops the reading (Cancelled).
    std::function<bool(double)> onProgress;
    /// Called with every mark of a capture that tells of a gap.
    std::function<void(std::string_view json)> onMark;
    /// Called after each line with the events it gave; when set, `readAll` collects nothing.
    std::function<void(std::vector<Event>&)> onEvents;

    /// Decodes everything; events in order of the file. Errors: Io (cannot be opened or is broken from
    /// the start), BadJson (nothing in it was readable), Cancelled.
    [[nodiscard]] Result<void> readAll(std::vector<Event>& out);

    /// One line each for what could not be read: file, line, reason; at most 20, then a count.
    [[nodiscard]] const std::vector<std::string>& warnings() const noexcept { return m_warnings; }
    /// Lines that could not be read.
    [[nodiscard]] std::uint64_t badLines() const noexcept { return m_badLines; }
    /// Lines that could.
    [[nodiscard]] std::uint64_t goodLines() const noexcept { return m_goodLines; }

private:
    enum class Form { Unknown, Capture, EventLines, Documents };

    Result<void> line(std::string_view text, bool terminated, std::vector<Event>& out);
    Result<void> captureLine(Result<source::Frame> parsed, bool terminated, std::vector<Event>& out);
    Result<void> readCapture(source::LineReader& reader, std::vector<Event>& out);
    Result<void> brokenFile(std::uint64_t lineNumber, const Error& error);
    void finishLine(const Result<void>& done);
    Result<void> wholeDocument(std::vector<Event>& out);
    [[nodiscard]] bool secondLineIsWhole();
    void warn(std::uint64_t lineNumber, const Error& error);

    std::filesystem::path m_file;
    wire::Decoder& m_decoder;
    Form m_form = Form::Unknown;
    std::uint64_t m_lineNumber = 0;
    std::uint64_t m_badLines = 0;
    std::uint64_t m_goodLines = 0;
    std::vector<std::string> m_warnings;
};

}  // namespace core::pipeline
