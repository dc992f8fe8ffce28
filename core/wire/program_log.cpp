// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/program_log.h"

#include "core/base/base64.h"
#include "core/wire/dex/registry.h"

#include <charconv>

namespace core::wire {
namespace {

constexpr std::string_view kProgram = "Program ";
constexpr std::string_view kData = "data: ";
constexpr std::string_view kLog = "log: ";
constexpr std::string_view kReturn = "return: ";
constexpr std::string_view kInvoke = "invoke [";
constexpr std::string_view kSuccess = "success";
constexpr std::string_view kFailed = "failed";
constexpr std::string_view kTruncated = "Log truncated";
constexpr std::size_t kShortestKey = 32;
constexpr std::size_t kLongestKey = 44;
constexpr std::size_t kMaxDepth = 64;  // far past the runtime's limit of 5 (9 since 2026)

}  // namespace

void ProgramLogReader::clear() {
    m_stack.clear();
    m_events.clear();
    m_invocations.clear();
    m_stopped.reset();
    m_undecodable = 0;
    m_tops = 0;
    m_inners = 0;
}

void ProgramLogReader::line(std::string_view text) {
    if (m_stopped) return;
    if (!text.starts_with(kProgram)) {
        if (text == kTruncated) m_stopped = ErrorCode::LogTruncated;
        return;
    }
    text.remove_prefix(kProgram.size());
    if (text.starts_with(kData)) {
        data(text.substr(kData.size()));
        return;
    }
    if (text.starts_with(kLog)) {
        log(text.substr(kLog.size()));
        return;
    }
    if (text.starts_with(kReturn)) {
        if (!m_stack.empty()) m_stack.back().quiet = false;
        return;
    }
    // What is left is "<id> <verb>". Text that a program logs has a prefix of the runtime and cannot get here.
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || space < kShortestKey || space > kLongestKey) return;
    const std::string_view program = text.substr(0, space);
    const std::string_view verb = text.substr(space + 1);
    if (verb.starts_with(kInvoke) && verb.ends_with(']')) {
        invoke(program, verb.substr(kInvoke.size(), verb.size() - kInvoke.size() - 1));
    } else if (verb == kSuccess || verb.starts_with(kFailed)) {
        pop(program);
    }
}

void ProgramLogReader::invoke(std::string_view program, std::string_view depthText) {
    std::size_t depth = 0;
    const auto parsed = std::from_chars(depthText.data(), depthText.data() + depthText.size(), depth);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == depthText.data() + depthText.size();
    if (!whole || depth != m_stack.size() + 1 || depth > kMaxDepth || m_tops > 0xfffe || m_inners > 0xfffd) {
        m_stopped = ErrorCode::LogStackMismatch;
        return;
    }
    Frame frame;
    frame.program = program;
    frame.venue = venueOf(program);
    if (depth == 1) {
        frame.top = static_cast<std::uint16_t>(m_tops++);
        m_inners = 0;
    } else {
        Frame& caller = m_stack.back();
        caller.quiet = false;
        if (caller.program != program) caller.expectSelfCpi = false;
        frame.top = caller.top;
        frame.inner = static_cast<std::uint16_t>(m_inners++);
    }
    m_invocations.push_back({program, frame.top, frame.inner});
    m_stack.push_back(frame);
}

void ProgramLogReader::pop(std::string_view program) {
    if (m_stack.empty() || m_stack.back().program != program) {
        m_stopped = ErrorCode::LogStackMismatch;
        return;
    }
    const Frame done = m_stack.back();
    m_stack.pop_back();
    if (m_stack.empty()) return;
    Frame& caller = m_stack.back();
    // A self-CPI that prints nothing is an event; a self-call that logs is an instruction of its own.
    if (caller.venue == nullptr || caller.program != done.program || !done.quiet) return;
    if (caller.expectSelfCpi) {
        caller.expectSelfCpi = false;
    } else {
        caller.unpaired = done.inner;
    }
}

EventPath ProgramLogReader::pathFor(Frame& frame) {
    EventPath path{frame.top, frame.inner, 0};
    if (frame.venue->place == EventPlace::LogOnly || frame.venue->place == EventPlace::LogText) {
        path.ordinal = frame.ordinal++;
        return path;
    }
    if (frame.unpaired) {
        path.inner = *frame.unpaired;
        frame.unpaired.reset();
    } else {
        path.inner = static_cast<std::uint16_t>(m_inners);
        frame.expectSelfCpi = true;
    }
    if (!m_events.empty()) {
        const EventPath& last = m_events.back().path;
        if (last.top == path.top && last.inner == path.inner)
            path.ordinal = static_cast<std::uint16_t>(last.ordinal + 1);
    }
    return path;
}

void ProgramLogReader::data(std::string_view base64) {
    if (m_stack.empty()) return;
    Frame& frame = m_stack.back();
    frame.quiet = false;
    if (frame.venue == nullptr || frame.venue->place == EventPlace::SelfCpiOnly ||
        frame.venue->place == EventPlace::LogText)
        return;
    emit(frame, base64);
}

void ProgramLogReader::log(std::string_view text) {
    if (m_stack.empty()) return;
    Frame& frame = m_stack.back();
    frame.quiet = false;
    if (frame.venue == nullptr || frame.venue->place != EventPlace::LogText) return;
    if (text.starts_with(frame.venue->logPrefix)) emit(frame, text.substr(frame.venue->logPrefix.size()));
}

void ProgramLogReader::emit(Frame& frame, std::string_view base64) {
    RawEvent event;
    if (const auto decoded = base64DecodeInto(base64, event.payload); !decoded) {
        ++m_undecodable;
        return;
    }
    event.venue = frame.venue;
    event.path = pathFor(frame);
    event.emitterInner = frame.inner;
    event.depth = static_cast<std::uint16_t>(m_stack.size());
    event.topProgram = m_stack.front().program;
    m_events.push_back(std::move(event));
}

}  // namespace core::wire
