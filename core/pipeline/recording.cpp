// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/recording.h"

#include "core/source/capture.h"
#include "core/source/line_reader.h"

namespace core::pipeline {
namespace {

constexpr std::size_t kMostWarnings = 20;
constexpr std::size_t kMostDocumentBytes = 1U << 30U;
constexpr std::uint64_t kProgressEvery = 50'000;

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

Result<void> RecordingReader::readAll(std::vector<Event>& out) {
    auto opened = source::LineReader::open(m_file);
    if (!opened) return opened.error();
    source::LineReader& reader = **opened;
    std::vector<Event> events;
    while (true) {
        const auto next = reader.next();
        if (!next) {
            warn(reader.lineNumber(), next.error());
            if (next.error().code == ErrorCode::TooLarge) continue;
            if (m_goodLines == 0) return fail(next.error().code, m_file.string() + ": " + next.error().context);
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
        std::vector<Event>& to = onEvents ? events : out;
        auto done = line(next->text, next->terminated, to);
        if (!done) {
            warn(m_lineNumber, done.error());
        } else {
            ++m_goodLines;
        }
        if (onEvents) onEvents(events);
    }
    if (reader.cutShort() && m_warnings.empty())
        m_warnings.push_back(m_file.string() + ":" + std::to_string(reader.lineNumber()) +
                             ": the archive ends in the middle, what follows is missing");
    if (m_goodLines == 0 && m_badLines != 0)
        return fail(ErrorCode::BadJson, m_warnings.empty() ? m_file.string() : m_warnings.front());
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
        case Form::Capture: {
            auto frame = source::parseCaptureLine(text);
            if (!frame) {
                // A crash may cut the last line short; that loses one frame and is no damage.
                if (!terminated) {
                    m_warnings.push_back(m_file.string() + ":" + std::to_string(m_lineNumber) +
                                         ": last line cut short, dropped");
                    return {};
                }
                return frame.error();
            }
            frame->bytes.reserve(frame->bytes.size() + wire::Decoder::kPadding);
            switch (frame->channel) {
                case source::Channel::Ws: return m_decoder.websocket(frame->bytes, frame->received, out);
                case source::Channel::Http: return m_decoder.http(frame->bytes, frame->received, out);
                case source::Channel::Mark:
                    if (onMark && frame->bytes.find("\"gap\"") != std::string::npos) onMark(frame->bytes);
                    return {};
                case source::Channel::EventLine: break;
            }
            return m_decoder.eventLine(frame->bytes, out);
        }
        case Form::EventLines: return m_decoder.eventLine(text, out);
        case Form::Documents: return m_decoder.document(text, out);
        case Form::Unknown: break;
    }
    return {};
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
