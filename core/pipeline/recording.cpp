// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/recording.h"

#include "core/base/bounded_queue.h"
#include "core/source/capture.h"
#include "core/source/line_reader.h"

#include <chrono>
#include <thread>

namespace core::pipeline {
namespace {

constexpr std::size_t kMostWarnings = 20;
constexpr std::size_t kMostDocumentBytes = 1U << 30U;
constexpr std::uint64_t kProgressEvery = 4'096;  // lines, also what a cancel waits for
// How far the reading of a capture runs ahead of its decoding.
constexpr std::size_t kBatchesAhead = 4;
constexpr std::size_t kBatchLines = 256;
constexpr std::size_t kBatchBytes = 1U << 20U;
constexpr std::chrono::milliseconds kLongestWait{1'000};

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

RecordingReader::RecordingReader(std::filesystem::path file, wire::Decoder& decoder)
    : m_file(std::move(file)), m_decoder(decoder) {}

void RecordingReader::warn(std::uint64_t lineNumber, const Error& error) {
    ++m_badLines;
    if (m_warnings.size() < kMostWarnings)
        m_warnings.push_back(m_file.string() + ":" + std::to_string(lineNumber) + ": " + error.message());
    else if (m_warnings.size() == kMostWarnings)
        m_warnings.push_back(m_file.string() + ": more lines could not be read; see the counts");
}

Result<void> RecordingReader::brokenFile(std::uint64_t lineNumber, const Error& error) {
    warn(lineNumber, error);
    if (error.code == ErrorCode::TooLarge || m_goodLines != 0) return {};
    return fail(error.code, m_file.string() + ": " + error.context);
}

void RecordingReader::finishLine(const Result<void>& done) {
    if (done)
        ++m_goodLines;
    else
        warn(m_lineNumber, done.error());
}

Result<void> RecordingReader::readAll(std::vector<Event>& out) {
    auto opened = source::LineReader::open(m_file);
    if (!opened) return opened.error();
    source::LineReader& reader = **opened;
    std::vector<Event> events;
    while (m_form != Form::Capture) {
        const auto next = reader.next();
        if (!next) {
            if (auto failed = brokenFile(reader.lineNumber(), next.error()); !failed) return failed;
            if (next.error().code == ErrorCode::TooLarge) continue;
            break;
        }
        if (!next->more) break;
        m_lineNumber = reader.lineNumber();
        if (onProgress && m_lineNumber % kProgressEvery == 0 && !onProgress(reader.progress()))
            return fail(ErrorCode::Cancelled, m_file.string());
        if (blank(next->text)) continue;
        // A first line that is no whole value: a document over several lines, or no recording at all.
        if (m_form == Form::Unknown && m_lineNumber == 1 && !m_decoder.isJson(next->text)) {
            auto whole = wholeDocument(out);
            if (whole || !secondLineIsWhole()) return whole;
            // Lines after all, the first of them damaged.
            if (m_badLines == 0) warn(1, whole.error());
            m_form = Form::Unknown;
            continue;
        }
        events.clear();
        finishLine(line(next->text, next->terminated, onEvents ? events : out));
        if (onEvents) onEvents(events);
    }
    if (m_form == Form::Capture) {
        if (auto done = readCapture(reader, out); !done) return done;
    }
    if (reader.cutShort() && m_warnings.empty())
        m_warnings.push_back(m_file.string() + ":" + std::to_string(reader.lineNumber()) +
                             ": the archive ends in the middle, what follows is missing");
    if (m_goodLines == 0 && m_badLines != 0)
        return fail(ErrorCode::BadJson, m_warnings.empty() ? m_file.string() : m_warnings.front());
    return {};
}

Result<void> RecordingReader::readCapture(source::LineReader& reader, std::vector<Event>& out) {
    struct Parsed {
        Result<source::Frame> frame;
        std::uint64_t lineNumber;
        bool terminated;
        bool brokenFile;  ///< `frame` holds why the line could not be read at all
    };
    struct Batch {
        std::vector<Parsed> lines;
        double progress = 0;
    };
    BoundedQueue<Batch> queue{kBatchesAhead};
    const std::jthread ahead{[&reader, &queue] {
        const auto readBatch = [&reader](Batch& batch) {
            for (std::size_t bytes = 0; bytes < kBatchBytes && batch.lines.size() < kBatchLines;) {
                const auto next = reader.next();
                if (!next) {
                    batch.lines.push_back({next.error(), reader.lineNumber(), true, true});
                    if (next.error().code != ErrorCode::TooLarge) return false;
                    continue;
                }
                if (!next->more) return false;
                if (blank(next->text)) continue;
                bytes += next->text.size();
                batch.lines.push_back(
                    {source::parseCaptureLine(next->text), reader.lineNumber(), next->terminated, false});
            }
            return true;
        };
        for (bool more = true; more;) {
            Batch batch;
            more = readBatch(batch);
            batch.progress = reader.progress();
            if (!queue.push(std::move(batch))) return;
        }
        queue.close();
    }};
    // Whatever ends this function lets the thread out of a full queue before it is joined.
    struct Closing {
        BoundedQueue<Batch>& queue;
        ~Closing() { queue.close(); }
    } const closing{queue};

    std::vector<Event> events;
    while (!queue.finished()) {
        for (Batch& batch : queue.popAll(kLongestWait)) {
            for (Parsed& parsed : batch.lines) {
                const bool progressDue = parsed.lineNumber / kProgressEvery != m_lineNumber / kProgressEvery;
                m_lineNumber = parsed.lineNumber;
                if (onProgress && progressDue && !onProgress(batch.progress))
                    return fail(ErrorCode::Cancelled, m_file.string());
                if (parsed.brokenFile) {
                    if (auto failed = brokenFile(parsed.lineNumber, parsed.frame.error()); !failed) return failed;
                    continue;
                }
                events.clear();
                finishLine(captureLine(std::move(parsed.frame), parsed.terminated, onEvents ? events : out));
                if (onEvents) onEvents(events);
            }
        }
    }
    return {};
}

Result<void> RecordingReader::line(std::string_view text, bool terminated, std::vector<Event>& out) {
    if (m_form == Form::Unknown) {
        const auto header = source::parseCaptureHeader(text);
        if (header) {
            m_form = Form::Capture;
            return {};
        }
        if (header.error().code == ErrorCode::Unsupported) return header.error();
        if (source::parseCaptureLine(text)) {
            m_form = Form::Capture;
        } else {
            // A line with a `type` is an event line; anything else is looked through for transactions.
            m_form =
                text.find("\"type\"") != std::string_view::npos && text.find("\"meta\"") == std::string_view::npos
                    ? Form::EventLines
                    : Form::Documents;
        }
    }
    switch (m_form) {
        case Form::Capture: return captureLine(source::parseCaptureLine(text), terminated, out);
        case Form::EventLines: return m_decoder.eventLine(text, out);
        case Form::Documents: return m_decoder.document(text, out);
        case Form::Unknown: break;
    }
    return {};
}

Result<void> RecordingReader::captureLine(Result<source::Frame> parsed, bool terminated, std::vector<Event>& out) {
    if (!parsed) {
        // A crash may cut the last line short; that loses one frame and is no damage.
        if (!terminated) {
            m_warnings.push_back(m_file.string() + ":" + std::to_string(m_lineNumber) +
                                 ": last line cut short, dropped");
            return {};
        }
        return parsed.error();
    }
    source::Frame& frame = *parsed;
    frame.bytes.reserve(frame.bytes.size() + wire::Decoder::kPadding);
    switch (frame.channel) {
        case source::Channel::Ws: return m_decoder.websocket(frame.bytes, frame.received, out);
        case source::Channel::Http: return m_decoder.http(frame.bytes, frame.received, out);
        case source::Channel::Mark:
            if (onMark && frame.bytes.find("\"gap\"") != std::string::npos) onMark(frame.bytes);
            return {};
        case source::Channel::EventLine: break;
    }
    return m_decoder.eventLine(frame.bytes, out);
}

bool RecordingReader::secondLineIsWhole() {
    auto opened = source::LineReader::open(m_file);
    if (!opened || !(*opened)->next()) return false;
    const auto second = (*opened)->next();
    return second && second->more && second->text.starts_with('{') && m_decoder.isJson(second->text);
}

Result<void> RecordingReader::wholeDocument(std::vector<Event>& out) {
    auto opened = source::LineReader::open(m_file, kMostDocumentBytes);
    if (!opened) return opened.error();
    std::string document;
    while (true) {
        const auto next = (*opened)->next();
        if (!next) return fail(next.error().code, m_file.string() + ": " + next.error().context);
        if (!next->more) break;
        if (document.size() + next->text.size() > kMostDocumentBytes)
            return fail(ErrorCode::TooLarge, m_file.string() + ": a document past 1 GiB");
        document += next->text;
        document += '\n';
    }
    document.reserve(document.size() + wire::Decoder::kPadding);
    m_form = Form::Documents;
    std::vector<Event> events;
    std::vector<Event>& to = onEvents ? events : out;
    auto done = m_decoder.document(document, to);
    if (onEvents) onEvents(events);
    if (done) {
        ++m_goodLines;
        return {};
    }
    warn(1, done.error());
    if (to.empty()) return fail(done.error().code, m_file.string() + ": " + done.error().context);
    ++m_goodLines;
    return {};
}

}  // namespace core::pipeline
