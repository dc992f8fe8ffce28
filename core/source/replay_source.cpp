// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/capture.h"
#include "core/source/coverage.h"
#include "core/source/factory.h"
#include "core/source/json_end.h"
#include "core/source/line_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace core::source {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr auto kStatusEvery = std::chrono::milliseconds(100);
constexpr auto kRefusedPause = std::chrono::milliseconds(2);
/// An injected clock may be moved by hand while the thread waits: look again now and then.
constexpr auto kLongestNap = std::chrono::milliseconds(50);
/// So many damaged lines may stand in front of the first that tells what the file is.
constexpr int kLinesToTell = 32;

static_assert(LineReader::kPadding >= simdjson::SIMDJSON_PADDING);

enum class Content : std::uint8_t { Capture, Events };

bool isBlank(std::string_view line) noexcept {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// One event line as a frame: an object with a "type"; its fields are the engine's business.
Result<Frame> parseEventLine(std::string_view line, simdjson::ondemand::parser& parser) {
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (const auto error =
            parser.iterate(line.data(), line.size(), line.size() + LineReader::kPadding).get(document)) {
        return fail(ErrorCode::BadJson, simdjson::error_message(error));
    }
    if (const auto error = document.get_object().get(object)) {
        return fail(ErrorCode::BadJson, simdjson::error_message(error));
    }
    bool typed = false;
    std::int64_t received = 0;
    for (auto each : object) {
        simdjson::ondemand::field field;
        std::string_view key;
        if (const auto error = std::move(each).get(field))
            return fail(ErrorCode::BadJson, simdjson::error_message(error));
        if (const auto error = field.unescaped_key().get(key)) {
            return fail(ErrorCode::BadJson, simdjson::error_message(error));
        }
        if (key == "type") {
            std::string_view type;
            typed = field.value().get_string().get(type) == simdjson::SUCCESS;
            if (!typed) return fail(ErrorCode::BadShape, "type is no text");
        } else if (key == "block_time") {
            std::int64_t seconds = 0;
            constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max() / kNsPerSecond;
            if (field.value().get_int64().get(seconds) == simdjson::SUCCESS && seconds > 0 && seconds <= kLast) {
                received = seconds * kNsPerSecond;
            }
        }
    }
    if (!atEnd(document)) return fail(ErrorCode::BadJson, "text after the line's object");
    if (!typed) return fail(ErrorCode::BadShape, "type is missing");
    return Frame{RecvTime{received}, Channel::EventLine, std::string(line)};
}

/// What the file holds, told by its first sound line.
struct Told {
    Content content = Content::Capture;
    std::optional<CaptureHeader> header;
};

Result<Told> tellContent(const std::filesystem::path& file) {
    auto opened = LineReader::open(file);
    if (!opened) return std::move(opened).error();
    LineReader& reader = **opened;
    const std::string name = file.filename().string();
    simdjson::ondemand::parser parser;
    std::string firstReason = "the file is empty";
    for (int tried = 0; tried < kLinesToTell;) {
        auto line = reader.next();
        if (!line && line.error().code != ErrorCode::TooLarge) return std::move(line).error();
        if (line && !line->more) break;
        if (line && isBlank(line->text)) continue;
        std::string reason;
        if (line) {
            auto header = parseCaptureHeader(line->text);
            if (header) return Told{Content::Capture, *std::move(header)};
            if (header.error().code != ErrorCode::NotFound) {
                return fail(header.error().code, name + ": " + header.error().context);
            }
            if (parseCaptureLine(line->text)) return Told{Content::Capture, std::nullopt};
            auto event = parseEventLine(line->text, parser);
            if (event) return Told{Content::Events, std::nullopt};
            reason = "neither a capture nor event lines (" + event.error().context + ")";
        } else {
            reason = line.error().context;
        }
        if (tried++ == 0) firstReason = "line " + std::to_string(reader.lineNumber()) + ": " + reason;
    }
    return fail(ErrorCode::BadJson, name + ": " + firstReason);
}

class ReplaySource final : public Source {
public:
    ReplaySource(std::filesystem::path file, ReplayOptions options, const Clock& clock, Told told)
        : m_file(std::move(file)), m_options(options), m_clock(clock), m_told(std::move(told)) {
        m_status.source = m_told.content == Content::Capture ? "capture" : "events";
        m_status.endpoint = m_file.filename().string();
        if (!m_told.header) return;
        // Which programs a recording followed is not in it; what its kind of feed could show is.
        const std::string& source = m_told.header->source;
        if (source != "solana-rpc" && source != "pumpportal" && source != "helius") return;
        const FeedKind kind = source == "solana-rpc"   ? FeedKind::Logs
                              : source == "pumpportal" ? FeedKind::Messages
                                                       : FeedKind::Transactions;
        m_status.wholeTransactions = kind == FeedKind::Transactions;
        m_status.blindTo = blindSpots(kind, false);
        for (const VenueProgram& program : venuePrograms())
            if (shows(kind, program)) m_status.covers.emplace_back(program.venue);
    }
    ~ReplaySource() override { ReplaySource::stop(); }

    void start(Sink sink) override {
        m_sink = std::move(sink);
        m_thread = std::thread([this] { run(); });
    }
    void stop() override {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        if (m_thread.joinable()) m_thread.join();
    }
    bool finished() const override { return m_finished.load(); }

private:
    void run() {
        tell(FeedState::Connecting);
        bool again = true;
        while (again && !stopping()) {
            const std::uint64_t before = m_status.messages;
            auto played = playOnce();
            if (!played) {
                m_failure = played.error().message();
                break;
            }
            again = m_options.loop && m_status.messages != before;
        }
        if (m_failure.empty() && !stopping()) m_status.progress = 1.0;
        // Before the state is told: who hears of the end may ask at once, or stop.
        m_finished = !m_failure.empty() || !stopping();
        tell(m_failure.empty() ? FeedState::Ended : FeedState::Failed);
    }

    /// The whole file once. Errors: Io for an archive that is broken in the middle.
    Result<void> playOnce() {
        auto opened = LineReader::open(m_file);
        if (!opened) return std::move(opened).error();
        LineReader& reader = **opened;
        m_paceFrom.reset();
        tell(FeedState::Connected);
        while (!stopping()) {
            auto line = reader.next();
            m_status.progress = reader.progress();
            if (!line && line.error().code == ErrorCode::TooLarge) {
                countMalformed(reader.lineNumber(), line.error());
                continue;
            }
            if (!line) return std::move(line).error();
            if (!line->more) break;
            if (!isBlank(line->text)) play(*line, reader);
            tellNowAndThen();
        }
        if (reader.cutShort()) m_cutShort = true;
        return {};
    }

    void play(const LineReader::Line& line, const LineReader& reader) {
        if (m_told.header && reader.lineNumber() == 1 && parseCaptureHeader(line.text)) return;
        auto frame = parse(line.text);
        if (!frame) {
            // Without its line end it is what a killed writer leaves behind, and no fault of the recording.
            if (!line.terminated) {
                m_cutShort = true;
            } else {
                countMalformed(reader.lineNumber(), frame.error());
            }
            return;
        }
        if (!waitUntilDue(frame->received)) return;
        const double progress = reader.progress();
        frame->progress = progress;
        const std::size_t size = frame->bytes.size();
        while (!m_sink.frame(*std::move(frame))) {
            // Who refuses a frame may have moved its bytes away: read it again.
            tellNowAndThen();
            if (!nap(kRefusedPause)) return;
            frame = parse(line.text);
            frame->progress = progress;
        }
        ++m_status.messages;
        m_status.bytes += size;
    }

    [[nodiscard]] Result<Frame> parse(std::string_view line) {
        return m_told.content == Content::Capture ? parseCaptureLine(line) : parseEventLine(line, m_parser);
    }

    /// Waits for the frame's turn at the asked speed; false when stopped.
    [[nodiscard]] bool waitUntilDue(RecvTime received) {
        if (!(m_options.speed > 0) || received.value() == 0) return true;
        if (!m_paceFrom) {
            m_paceFrom = {received.value(), m_clock.steady()};
            return true;
        }
        const double recorded = static_cast<double>(received.value()) - static_cast<double>(m_paceFrom->recorded);
        constexpr double kForever = 1e18;
        const auto wait =
            std::chrono::nanoseconds(std::llround(std::clamp(recorded / m_options.speed, 0.0, kForever)));
        while (true) {
            const auto left = wait - (m_clock.steady() - m_paceFrom->played);
            if (left <= std::chrono::nanoseconds::zero()) return true;
            tellNowAndThen();
            if (!nap(std::min<std::chrono::nanoseconds>(left, kLongestNap))) return false;
        }
    }

    /// False when stopped.
    [[nodiscard]] bool nap(std::chrono::nanoseconds time) {
        std::unique_lock lock(m_mutex);
        return !m_wake.wait_for(lock, time, [this] { return m_stopping; });
    }
    [[nodiscard]] bool stopping() const {
        const std::scoped_lock lock(m_mutex);
        return m_stopping;
    }

    void countMalformed(std::uint64_t lineNumber, const Error& error) {
        if (m_malformed++ == 0) m_firstMalformed = "line " + std::to_string(lineNumber) + " " + error.message();
    }
    void tellNowAndThen() {
        if (m_clock.steady() - m_toldAt >= kStatusEvery) tell(FeedState::Connected);
    }
    void tell(FeedState state) {
        m_status.state = state;
        m_status.detail = detail();
        m_toldAt = m_clock.steady();
        m_sink.status(m_status);
    }
    [[nodiscard]] std::string detail() const {
        std::string text;
        const auto add = [&text](std::string_view part) {
            if (!text.empty()) text += ". ";
            text += part;
        };
        if (m_told.header && m_told.header->source == "simulated") add("SIMULATED");
        if (!m_failure.empty()) add(m_failure);
        if (m_malformed != 0) {
            add(std::to_string(m_malformed) +
                (m_malformed == 1 ? " malformed line skipped: " : " malformed lines skipped, first: ") +
                m_firstMalformed);
        }
        if (m_cutShort) add("The recording ends in the middle of a line, which was dropped");
        return text;
    }

    struct Pace {
        std::int64_t recorded;
        Steady::time_point played;
    };

    const std::filesystem::path m_file;
    const ReplayOptions m_options;
    const Clock& m_clock;
    const Told m_told;
    Sink m_sink;
    std::thread m_thread;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::atomic<bool> m_finished{false};

    // Touched by the source's thread only.
    simdjson::ondemand::parser m_parser;
    FeedStatus m_status;
    Steady::time_point m_toldAt;
    std::optional<Pace> m_paceFrom;
    std::uint64_t m_malformed = 0;
    std::string m_firstMalformed;
    std::string m_failure;
    bool m_cutShort = false;
};

}  // namespace

Result<std::unique_ptr<Source>> makeReplaySource(std::filesystem::path file, ReplayOptions options,
                                                 const Clock& clock) {
    auto told = tellContent(file);
    if (!told) return std::move(told).error();
    return std::make_unique<ReplaySource>(std::move(file), options, clock, *std::move(told));
}

}  // namespace core::source
