// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stage_timing.h"

#include "core/pipeline/engine.h"
#include "core/pipeline/snapshot_builder.h"
#include "core/source/capture.h"
#include "core/source/line_reader.h"
#include "core/store/trade_store.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace core::pipeline {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kBatchRows = 5'000;
constexpr std::uint64_t kFramesPerSnapshot = 1'000;
constexpr std::uint64_t kLookEvery = 4'096;

// Nanoseconds of every run; four seconds are the most one run can show.
class Samples {
public:
    void add(SteadyClock::duration took) {
        const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(took).count();
        m_total += static_cast<std::uint64_t>(std::max<std::int64_t>(0, ns));
        m_runs.push_back(
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(ns, 0, std::numeric_limits<std::uint32_t>::max())));
    }
    [[nodiscard]] StageLatency latency(std::string_view name, std::string_view unit) {
        constexpr double kNsPerSecond = 1e9;
        StageLatency out;
        out.name = name;
        out.unit = unit;
        out.runs = m_runs.size();
        out.seconds = static_cast<double>(m_total) / kNsPerSecond;
        if (m_runs.empty()) return out;
        std::sort(m_runs.begin(), m_runs.end());
        const auto rank = [this](std::size_t perMille) { return m_runs[(m_runs.size() - 1) * perMille / 1'000]; };
        out.p50Ns = rank(500);
        out.p99Ns = rank(990);
        out.p999Ns = rank(999);
        out.maxNs = m_runs.back();
        return out;
    }

private:
    std::vector<std::uint32_t> m_runs;
    std::uint64_t m_total = 0;
};

}  // namespace

Result<StageTimes> timeStages(const StageTimingOptions& options) {
    auto opened = source::LineReader::open(options.capture);
    if (!opened) return opened.error();
    source::LineReader& reader = **opened;
    auto store = store::TradeStore::open(options.database, store::Database::Access::ReadWrite);
    if (!store) return store.error();

    StageTimes out;
    Engine engine{EngineConfig{.seenEvents = 1'000'000, .pathlessSources = true, .limits = {}}};
    SnapshotBuilder builder;
    std::vector<store::StoreItem> rows;
    std::optional<Mint> newest;
    engine.onEvent = [&](const Event& event, ledger::TokenLedger& coin) {
        builder.onEvent(event, coin);
        newest = coin.mint();
        rows.emplace_back(event);
    };
    engine.onAlert = [&builder](const Alert& alert) { builder.onAlert(alert); };

    Samples read, decode, apply, whole, picture, write;
    const auto flush = [&]() -> Result<void> {
        const auto begun = SteadyClock::now();
        const auto written = (*store)->write(rows);
        write.add(SteadyClock::now() - begun);
        if (!written) return written.error();
        out.rowsStored += written->trades;
        rows.clear();
        return {};
    };
    std::vector<Event> events;
    std::string firstBad;
    const auto bad = [&](const Error& error) {
        if (out.badLines++ == 0)
            firstBad =
                options.capture.string() + ":" + std::to_string(reader.lineNumber()) + ": " + error.message();
    };
    while (true) {
        const auto begun = SteadyClock::now();
        const auto line = reader.next();
        if (!line) {
            bad(line.error());
            if (line.error().code == ErrorCode::TooLarge) continue;
            break;
        }
        if (!line->more) break;
        if (reader.lineNumber() % kLookEvery == 0) {
            if (options.cancelled && options.cancelled())
                return fail(ErrorCode::Cancelled, options.capture.string());
            if (options.onProgress) options.onProgress(reader.progress(), out.frames);
        }
        auto frame = source::parseCaptureLine(line->text);
        if (!frame) {
            // The header, an empty last line and what a killed writer left behind are no damage.
            const bool excused = !line->terminated || line->text.empty() ||
                                 (reader.lineNumber() == 1 && source::parseCaptureHeader(line->text));
            if (!excused) bad(frame.error());
            continue;
        }
        frame->bytes.reserve(frame->bytes.size() + wire::Decoder::kPadding);
        const auto parsed = SteadyClock::now();
        events.clear();
        (void)engine.decode(*frame, events);  // failures are counted by the decoder, as in a session
        const auto decoded = SteadyClock::now();
        for (const Event& event : events) engine.apply(event);
        const auto applied = SteadyClock::now();
        read.add(parsed - begun);
        decode.add(decoded - parsed);
        apply.add(applied - decoded);
        whole.add(applied - parsed);
        out.bytes += frame->bytes.size();
        if (++out.frames % kFramesPerSnapshot == 0) {
            Interest interest;
            interest.selected = newest;
            builder.setInterest(interest, engine.market());
            const auto started = SteadyClock::now();
            Snapshot snapshot;
            const auto steadyMs =
                std::chrono::duration_cast<std::chrono::milliseconds>(started.time_since_epoch()).count();
            builder.build(engine.market(), engine.intel(), engine.flags(), steadyMs, snapshot);
            picture.add(SteadyClock::now() - started);
        }
        if (rows.size() >= kBatchRows) {
            if (auto done = flush(); !done) return done.error();
        }
    }
    if (!rows.empty()) {
        if (auto done = flush(); !done) return done.error();
    }
    if (out.frames == 0)
        return fail(ErrorCode::BadJson,
                    firstBad.empty() ? options.capture.string() + ": no frame in it" : firstBad);
    out.trades = engine.market().trades();
    out.stages = {read.latency("read", "frame"),           decode.latency("decode", "frame"),
                  apply.latency("apply", "frame"),         whole.latency("frame", "frame"),
                  picture.latency("snapshot", "snapshot"), write.latency("store", "batch")};
    return out;
}

}  // namespace core::pipeline
