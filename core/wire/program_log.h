// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

#include <optional>
#include <string_view>
#include <vector>

namespace core::wire {

/// Reads the log of one transaction line by line, keeps the invoke stack, and collects the event bytes that
/// our venues' own programs printed. What a program prints from another program's frame, or as text, is not
/// an event. Source: solana-wire section 5.
///
/// Paths: an event that the program also emits as a self-CPI gets the path of that inner instruction, so
/// that a log feed and the whole transaction agree. Programs of 2026 print the line right before the
/// self-CPI, those of 2024 and 2025 right after; both forms are paired here.
///
/// Lines must stay valid until the reader is dropped or cleared. Thread: confined.
class ProgramLogReader {
public:
    /// Takes one element of the log array. After a mismatch or "Log truncated" further lines are ignored.
    void line(std::string_view text);
    void clear();

    /// Events so far, in order. Payloads are decoded base64.
    [[nodiscard]] const std::vector<RawEvent>& events() const noexcept { return m_events; }
    [[nodiscard]] std::vector<RawEvent> takeEvents() noexcept { return std::move(m_events); }
    /// LogTruncated or LogStackMismatch once the rest of the log cannot be trusted.
    [[nodiscard]] std::optional<ErrorCode> stopped() const noexcept { return m_stopped; }
    /// Event lines of our programs whose base64 was broken.
    [[nodiscard]] std::uint64_t undecodable() const noexcept { return m_undecodable; }
    /// Instructions seen so far, as (top ordinal, inner index) in order of execution; for checking against
    /// the flattened list of the whole transaction.
    struct Invocation {
        std::string_view program;
        std::uint16_t top;
        std::uint16_t inner;
    };
    [[nodiscard]] const std::vector<Invocation>& invocations() const noexcept { return m_invocations; }

private:
    struct Frame {
        std::string_view program;
        const Venue* venue = nullptr;
        std::uint16_t top = 0;
        std::uint16_t inner = EventPath::kNoInner;
        bool quiet = true;                      ///< printed nothing and called nobody so far
        std::optional<std::uint16_t> unpaired;  ///< inner index of a self-CPI whose line has not come yet
        bool expectSelfCpi = false;             ///< a line has come whose self-CPI has not
        std::uint16_t ordinal = 0;              ///< for programs that print only
    };

    void invoke(std::string_view program, std::string_view depth);
    void pop(std::string_view program);
    void data(std::string_view base64);
    void log(std::string_view text);
    void emit(Frame& frame, std::string_view base64);
    [[nodiscard]] EventPath pathFor(Frame& frame);

    std::vector<Frame> m_stack;
    std::vector<RawEvent> m_events;
    std::vector<Invocation> m_invocations;
    std::optional<ErrorCode> m_stopped;
    std::uint64_t m_undecodable = 0;
    std::uint32_t m_tops = 0;
    std::uint32_t m_inners = 0;  ///< inner instructions begun in the present group
};

}  // namespace core::wire
