// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/input.h"

#include "core/base/base64.h"
#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "core/source/capture.h"
#include "core/source/line_reader.h"
#include "core/wire/decoder.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <string_view>

namespace bench {
namespace {

constexpr std::size_t kFramesHeld = 30'000;

[[noreturn]] void giveUp(const std::string& why) {
    std::cerr << "cabalscope_bench: " << why << '\n';
    std::exit(1);
}

class Directory {
public:
    Directory() {
        std::error_code error;
        std::string name = (std::filesystem::temp_directory_path(error) / "cabalscope-bench-XXXXXX").string();
        if (error || mkdtemp(name.data()) == nullptr) giveUp("no temporary directory");
        m_path = name;
    }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;
    ~Directory() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

// Frame by frame into a zstd capture, as `record` writes one.
class ZstdCopy {
public:
    explicit ZstdCopy(std::filesystem::path file) : m_file(std::move(file)) {}
    core::Result<void> add(std::string_view line) {
        m_padded.assign(line);
        m_padded.append(core::source::LineReader::kPadding, ' ');
        const std::string_view safe{m_padded.data(), line.size()};
        if (!m_writer) {
            const auto header = core::source::parseCaptureHeader(safe);
            auto made =
                core::source::CaptureWriter::create(m_file, header ? *header : core::source::CaptureHeader{});
            if (!made) return made.error();
            m_writer = std::move(*made);
            if (header) return {};
        }
        const auto frame = core::source::parseCaptureLine(safe);
        if (!frame) return frame.error();
        return m_writer->write(*frame);
    }
    core::Result<void> close() { return m_writer ? m_writer->close() : core::Result<void>{}; }

private:
    std::filesystem::path m_file;
    std::unique_ptr<core::source::CaptureWriter> m_writer;
    std::string m_padded;
};

Captures makeCaptures() {
    Captures out;
    out.plain = temporaryDirectory() / "input.jsonl";
    out.zstd = temporaryDirectory() / "input.jsonl.zst";
    std::ofstream plain{out.plain, std::ios::binary};
    ZstdCopy zstd{out.zstd};
    const auto add = [&](std::string_view line) -> core::Result<void> {
        plain << line << '\n';
        return zstd.add(line);
    };
    if (const char* given = std::getenv("CABALSCOPE_BENCH_CAPTURE"); given != nullptr) {
        auto reader = core::source::LineReader::open(given);
        if (!reader) giveUp(reader.error().message());
        while (true) {
            const auto line = (*reader)->next();
            if (!line) giveUp(line.error().message());
            if (!line->more) break;
            if (auto done = add(line->text); !done)
                giveUp(std::string{given} + ":" + std::to_string((*reader)->lineNumber()) + ": " +
                       done.error().message());
        }
    } else {
        core::sim::MarketOptions options;
        options.seed = 7;
        options.tradesPerSecond = 200;
        options.durationSeconds = 1'000;
        auto market = core::sim::Market::create(options);
        if (!market) giveUp(market.error().message());
        const auto counts = core::sim::writeCapture(**market, options, add);
        if (!counts) giveUp(counts.error().message());
        std::cerr << "input: SIMULATED, " << counts->notifications << " frames, " << counts->trades << " trades\n";
    }
    plain.close();
    if (!plain) giveUp("cannot write " + out.plain.string());
    if (auto closed = zstd.close(); !closed) giveUp(closed.error().message());
    return out;
}

struct Decoded {
    core::wire::Decoder decoder;
    std::vector<core::Event> events;
    Decoded() {
        for (const auto& frame : frames()) (void)decoder.websocket(frame.bytes, frame.received, events);
    }
};

Decoded& decoded() {
    static Decoded instance;
    return instance;
}

}  // namespace

const std::filesystem::path& temporaryDirectory() {
    static const Directory instance;
    return instance.path();
}

const Captures& captures() {
    static const Captures instance = makeCaptures();
    return instance;
}

const std::vector<core::source::Frame>& frames() {
    static const auto instance = [] {
        std::vector<core::source::Frame> out;
        auto reader = core::source::LineReader::open(captures().plain);
        if (!reader) giveUp(reader.error().message());
        while (out.size() < kFramesHeld) {
            const auto line = (*reader)->next();
            if (!line || !line->more) break;
            auto frame = core::source::parseCaptureLine(line->text);
            if (!frame || frame->channel != core::source::Channel::Ws) continue;
            frame->bytes.reserve(frame->bytes.size() + core::wire::Decoder::kPadding);
            out.push_back(std::move(*frame));
        }
        if (out.empty()) giveUp("no websocket frame in the capture");
        return out;
    }();
    return instance;
}

double frameBytes() {
    static const double total = [] {
        double sum = 0;
        for (const auto& frame : frames()) sum += static_cast<double>(frame.bytes.size());
        return sum;
    }();
    return total;
}

const std::vector<core::Event>& events() {
    return decoded().events;
}

core::wire::PoolDirectory& pools() {
    return decoded().decoder.pools();
}

std::vector<std::vector<std::uint8_t>> payloads(std::uint64_t discriminator) {
    constexpr std::string_view kLine = "\"Program data: ";
    std::vector<std::vector<std::uint8_t>> out;
    for (const auto& frame : frames()) {
        const std::string_view json = frame.bytes;
        for (std::size_t at = json.find(kLine); at != std::string_view::npos; at = json.find(kLine, at)) {
            at += kLine.size();
            const auto bytes = core::base64Decode(json.substr(at, json.find('"', at) - at));
            if (!bytes || bytes->size() < sizeof discriminator) continue;
            std::uint64_t first = 0;
            for (std::size_t i = 0; i < sizeof first; ++i) first = (first << 8U) | (*bytes)[i];
            if (first == discriminator) out.push_back(*bytes);
        }
    }
    return out;
}

}  // namespace bench
