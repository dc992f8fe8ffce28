// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/capture.h"

#include "core/source/json_end.h"
#include "core/source/json_text.h"
#include "core/source/line_reader.h"

#include <simdjson.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace core::source {
namespace {

using simdjson::ondemand::value;

constexpr int kCaptureVersion = 1;
constexpr std::int64_t kFlushEveryNs = 1'000'000'000;
constexpr double kNsPerSecond = 1e9;
constexpr double kMaxWallSeconds = 9.2e9;

/// One parser per thread: its buffers are reused from line to line.
simdjson::ondemand::parser& threadParser() {
    thread_local simdjson::ondemand::parser parser;
    return parser;
}

Error shapeError(std::string_view what) {
    return fail(ErrorCode::BadShape, std::string(what));
}
Error jsonError(simdjson::error_code code) {
    return fail(ErrorCode::BadJson, simdjson::error_message(code));
}

/// The JSON text of any value, as it stands in the line.
simdjson::error_code rawText(value& from, std::string_view& out) {
    simdjson::ondemand::json_type type{};
    if (const auto error = from.type().get(type)) return error;
    if (type == simdjson::ondemand::json_type::object) {
        simdjson::ondemand::object object;
        if (const auto error = from.get_object().get(object)) return error;
        return object.raw_json().get(out);
    }
    if (type == simdjson::ondemand::json_type::array) {
        simdjson::ondemand::array array;
        if (const auto error = from.get_array().get(array)) return error;
        return array.raw_json().get(out);
    }
    out = from.raw_json_token();
    while (!out.empty() && out.find_last_of(" \t\r\n") == out.size() - 1) out.remove_suffix(1);
    return simdjson::SUCCESS;
}

std::optional<Channel> channelOf(std::string_view name) noexcept {
    if (name == "ws") return Channel::Ws;
    if (name == "http") return Channel::Http;
    if (name == "mark") return Channel::Mark;
    return std::nullopt;
}

std::string_view channelName(Channel channel) noexcept {
    switch (channel) {
        case Channel::Ws: return "ws";
        case Channel::Http: return "http";
        case Channel::Mark: return "mark";
        case Channel::EventLine: break;
    }
    return {};
}

/// The fields of a capture line, of either form, each at most once.
struct LineFields {
    std::optional<std::int64_t> time;
    std::optional<Channel> channel;
    std::optional<std::string> bytes;
};

Result<void> readTime(value& field, LineFields& out) {
    std::int64_t time = 0;
    if (out.time) return shapeError("two receive times");
    if (field.get_int64().get(time) != simdjson::SUCCESS || time < 0) return shapeError("t is no time");
    out.time = time;
    return {};
}

Result<void> readWallTime(value& field, LineFields& out) {
    double seconds = 0;
    if (out.time) return shapeError("two receive times");
    if (field.get_double().get(seconds) != simdjson::SUCCESS || !(seconds >= 0) || seconds > kMaxWallSeconds) {
        return shapeError("t_wall is no time");
    }
    out.time = static_cast<std::int64_t>(std::llround(seconds * kNsPerSecond));
    return {};
}

Result<void> readChannel(value& field, LineFields& out) {
    std::string_view name;
    if (out.channel) return shapeError("two channels");
    if (field.get_string().get(name) != simdjson::SUCCESS) return shapeError("ch is no text");
    out.channel = channelOf(name);
    if (!out.channel) return shapeError("unknown channel");
    return {};
}

Result<void> readMessage(value& field, LineFields& out) {
    std::string_view text;
    if (out.bytes) return shapeError("two messages");
    if (const auto error = rawText(field, text)) return jsonError(error);
    if (text.empty()) return shapeError("msg is empty");
    // With room for the padding that whoever parses the frame needs, so that it is not copied again for it.
    out.bytes.emplace();
    out.bytes->reserve(text.size() + LineReader::kPadding);
    out.bytes->assign(text);
    return {};
}

Result<void> readRawFrame(value& field, LineFields& out) {
    std::string_view text;
    if (out.bytes || out.channel) return shapeError("two messages");
    if (field.get_string().get(text) != simdjson::SUCCESS || text.empty()) return shapeError("raw is no text");
    out.bytes.emplace(text);
    out.channel = Channel::Ws;
    return {};
}

Result<void> readField(std::string_view key, value& field, LineFields& out) {
    if (key == "t") return readTime(field, out);
    if (key == "ch") return readChannel(field, out);
    if (key == "msg") return readMessage(field, out);
    if (key == "t_wall") return readWallTime(field, out);
    if (key == "raw") return readRawFrame(field, out);
    return {};
}

struct FileCloser {
    void operator()(std::FILE* file) const noexcept { (void)std::fclose(file); }
};
struct ZstdFree {
    void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};

class FileCaptureWriter final : public CaptureWriter {
public:
    FileCaptureWriter(std::FILE* file, std::string name, bool compressed) : m_file(file), m_name(std::move(name)) {
        if (!compressed) return;
        constexpr int kLevel = 6;
        m_zstd.reset(ZSTD_createCCtx());
        (void)ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_compressionLevel, kLevel);
        (void)ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_checksumFlag, 1);
        m_packed.resize(ZSTD_CStreamOutSize());
    }
    ~FileCaptureWriter() override { (void)close(); }

    Result<void> write(const Frame& frame) override {
        const std::string_view channel = channelName(frame.channel);
        if (channel.empty()) return fail(ErrorCode::BadValue, "an event line is no frame of a capture");
        m_line = "{\"t\":" + std::to_string(frame.received.value()) + ",\"ch\":\"";
        m_line += channel;
        m_line += "\",\"msg\":";
        const std::size_t start = m_line.size();
        m_line += frame.bytes;
        // A capture is read by lines. In JSON a line break only stands between tokens, where a blank does.
        std::replace_if(
            m_line.begin() + static_cast<std::ptrdiff_t>(start), m_line.end(),
            [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
        m_line += "}\n";
        if (auto written = put(m_line, ZSTD_e_continue); !written) return written;

        const std::int64_t now = frame.received.value();
        if (m_lastFlush && now >= *m_lastFlush && now - *m_lastFlush < kFlushEveryNs) return {};
        m_lastFlush = now;
        return flush();
    }
    Result<void> writeLine(std::string_view line) {
        if (auto written = put(line, ZSTD_e_continue); !written) return written;
        return flush();
    }
    Result<void> close() override {
        if (!m_file) return {};
        auto ended = m_zstd ? put({}, ZSTD_e_end) : Result<void>{};
        const bool closed = std::fclose(m_file.release()) == 0;
        if (!ended) return ended;
        if (!closed) return ioError();
        return {};
    }

private:
    [[nodiscard]] Error ioError() const {
        return fail(ErrorCode::Io, m_name + ": " + std::generic_category().message(errno));
    }
    [[nodiscard]] Result<void> flush() {
        if (m_zstd) {
            if (auto flushed = put({}, ZSTD_e_flush); !flushed) return flushed;
        }
        if (std::fflush(m_file.get()) != 0) return ioError();
        return {};
    }
    [[nodiscard]] Result<void> put(std::string_view text, ZSTD_EndDirective directive) {
        if (!m_file) return fail(ErrorCode::Io, m_name + ": already closed");
        if (!m_zstd) return toFile(text.data(), text.size());
        ZSTD_inBuffer in{text.data(), text.size(), 0};
        while (true) {
            ZSTD_outBuffer out{m_packed.data(), m_packed.size(), 0};
            const std::size_t left = ZSTD_compressStream2(m_zstd.get(), &out, &in, directive);
            if (ZSTD_isError(left) != 0U) return fail(ErrorCode::Io, m_name + ": " + ZSTD_getErrorName(left));
            if (auto written = toFile(m_packed.data(), out.pos); !written) return written;
            if (directive == ZSTD_e_continue ? in.pos == in.size : left == 0) return {};
        }
    }
    [[nodiscard]] Result<void> toFile(const char* data, std::size_t size) {
        if (size != 0 && std::fwrite(data, 1, size, m_file.get()) != size) return ioError();
        return {};
    }

    std::unique_ptr<std::FILE, FileCloser> m_file;
    std::string m_name;
    std::unique_ptr<ZSTD_CCtx, ZstdFree> m_zstd;
    std::vector<char> m_packed;
    std::string m_line;
    std::optional<std::int64_t> m_lastFlush;
};

}  // namespace

Result<CaptureHeader> parseCaptureHeader(std::string_view line) {
    const simdjson::padded_string padded(line);
    auto& parser = threadParser();
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    const auto none = [] { return fail(ErrorCode::NotFound, "no capture header"); };
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return none();
    if (document.get_object().get(object) != simdjson::SUCCESS) return none();

    CaptureHeader header;
    bool found = false;
    for (auto each : object) {
        simdjson::ondemand::field field;
        std::string_view key;
        if (std::move(each).get(field) != simdjson::SUCCESS) return none();
        if (field.unescaped_key().get(key) != simdjson::SUCCESS) return none();
        if (key == "cabalscope_capture") {
            std::int64_t version = 0;
            if (field.value().get_int64().get(version) != simdjson::SUCCESS || version < 1) {
                return shapeError("version of the capture is no number");
            }
            if (version > kCaptureVersion) {
                return fail(ErrorCode::Unsupported, "capture version " + std::to_string(version));
            }
            header.version = static_cast<int>(version);
            found = true;
            continue;
        }
        std::string* const target = key == "created"    ? &header.created
                                    : key == "source"   ? &header.source
                                    : key == "endpoint" ? &header.endpoint
                                    : key == "note"     ? &header.note
                                                        : nullptr;
        if (target == nullptr) continue;
        std::string_view text;
        if (field.value().get_string().get(text) != simdjson::SUCCESS)
            return shapeError("a header field is no text");
        *target = std::string(text);
    }
    if (!found || !atEnd(document)) return none();
    return header;
}

Result<Frame> parseCaptureLine(std::string_view line) {
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    auto& parser = threadParser();
    if (const auto error =
            parser.iterate(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING).get(document)) {
        return jsonError(error);
    }
    if (const auto error = document.get_object().get(object)) {
        return error == simdjson::INCORRECT_TYPE ? shapeError("the line is no object") : jsonError(error);
    }
    LineFields fields;
    for (auto each : object) {
        simdjson::ondemand::field field;
        std::string_view key;
        if (const auto error = std::move(each).get(field)) return jsonError(error);
        if (const auto error = field.unescaped_key().get(key)) return jsonError(error);
        if (auto read = readField(key, field.value(), fields); !read) return std::move(read).error();
    }
    if (!atEnd(document)) return fail(ErrorCode::BadJson, "text after the line's object");
    if (!fields.time || !fields.channel || !fields.bytes) return shapeError("t, ch or msg is missing");
    return Frame{RecvTime{*fields.time}, *fields.channel, *std::move(fields.bytes)};
}

Result<std::unique_ptr<CaptureWriter>> CaptureWriter::create(const std::filesystem::path& file,
                                                             const CaptureHeader& header) {
    const std::string name = file.filename().string();
    std::FILE* raw = std::fopen(file.c_str(), "wbxe");
    if (raw == nullptr) return fail(ErrorCode::Io, name + ": " + std::generic_category().message(errno));
    auto writer = std::make_unique<FileCaptureWriter>(raw, name, file.extension() == ".zst");
    const std::string line =
        "{\"cabalscope_capture\":" + std::to_string(kCaptureVersion) + ",\"created\":" + jsonQuote(header.created) +
        ",\"source\":" + jsonQuote(header.source) + ",\"endpoint\":" + jsonQuote(header.endpoint) +
        ",\"note\":" + jsonQuote(header.note) + "}\n";
    if (auto written = writer->writeLine(line); !written) return std::move(written).error();
    return writer;
}

}  // namespace core::source
