// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/byte_source.h"

#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace core::source {
namespace {

constexpr std::size_t kChunk = 256U << 10U;
/// A window of 128 MiB is what zstd -19 --long makes; more is an attack on memory.
constexpr int kZstdWindowLogMax = 27;
constexpr std::uint64_t kXzMemoryLimit = 256U << 20U;

struct FileCloser {
    void operator()(std::FILE* file) const noexcept { (void)std::fclose(file); }
};

/// The compressed side: the file in chunks.
class FileInput {
public:
    FileInput(std::FILE* file, std::uint64_t size, std::string name)
        : m_file(file), m_name(std::move(name)), m_size(size), m_chunk(kChunk) {}

    /// Loads the next chunk when the last one is used up. False at the end of the file.
    [[nodiscard]] Result<bool> fill() {
        if (m_at < m_filled) return true;
        m_at = 0;
        m_filled = std::fread(m_chunk.data(), 1, m_chunk.size(), m_file.get());
        if (m_filled == 0 && std::ferror(m_file.get()) != 0) {
            return fail(ErrorCode::Io, m_name + ": " + std::generic_category().message(errno));
        }
        m_consumed += m_filled;
        return m_filled != 0;
    }
    [[nodiscard]] std::span<char> rest() { return std::span(m_chunk).subspan(m_at, m_filled - m_at); }
    void use(std::size_t count) noexcept { m_at += count; }
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    [[nodiscard]] double progress() const noexcept {
        if (m_size == 0) return 0;
        const auto done = static_cast<double>(m_consumed - (m_filled - m_at));
        return std::min(1.0, done / static_cast<double>(m_size));
    }

private:
    std::unique_ptr<std::FILE, FileCloser> m_file;
    std::string m_name;
    std::uint64_t m_size;
    std::uint64_t m_consumed = 0;
    std::vector<char> m_chunk;
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
};

/// What one step of a decoder did.
struct Step {
    std::size_t used = 0;
    std::size_t made = 0;
    bool betweenFrames = false;  ///< the archive may end here
};

/// Shared loop of all formats; `Decoder` knows one of them.
template <class Decoder>
class Decoded final : public ByteSource {
public:
    explicit Decoded(FileInput input) : m_input(std::move(input)) {}

    Result<std::size_t> read(std::span<char> out) override {
        while (!m_ended && !out.empty()) {
            auto more = m_input.fill();
            if (!more) {
                m_ended = true;
                return std::move(more).error();
            }
            auto step = m_decoder.step(m_input.rest(), out, !*more);
            if (!step) {
                m_ended = true;
                return fail(ErrorCode::Io, m_input.name() + ": " + step.error().context);
            }
            m_input.use(step->used);
            m_complete = step->betweenFrames;
            if (step->made != 0) return step->made;
            if (!*more) {
                m_ended = true;
                m_cutShort = !m_complete;
            }
        }
        return std::size_t{0};
    }
    bool cutShort() const noexcept override { return m_cutShort; }
    double progress() const noexcept override { return m_ended ? 1.0 : m_input.progress(); }

private:
    FileInput m_input;
    Decoder m_decoder;
    bool m_complete = true;
    bool m_ended = false;
    bool m_cutShort = false;
};

class PlainDecoder {
public:
    static Result<Step> step(std::span<char> in, std::span<char> out, bool /*inputOver*/) {
        const std::size_t count = std::min(in.size(), out.size());
        if (count != 0) std::memcpy(out.data(), in.data(), count);
        return Step{count, count, true};
    }
};

class ZstdDecoder {
public:
    ZstdDecoder() : m_stream(ZSTD_createDStream()) {
        (void)ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, kZstdWindowLogMax);
    }
    Result<Step> step(std::span<char> in, std::span<char> out, bool inputOver) {
        // At a frame's end the decoder would begin a new one when asked again without input.
        if (inputOver && m_frameEnded) return Step{0, 0, true};
        ZSTD_inBuffer source{in.data(), in.size(), 0};
        ZSTD_outBuffer target{out.data(), out.size(), 0};
        const std::size_t left = ZSTD_decompressStream(m_stream.get(), &target, &source);
        if (ZSTD_isError(left) != 0U) {
            return fail(ErrorCode::Io, std::string("broken zstd archive: ") + ZSTD_getErrorName(left));
        }
        m_frameEnded = left == 0;
        return Step{source.pos, target.pos, m_frameEnded};
    }

private:
    struct Free {
        void operator()(ZSTD_DStream* stream) const noexcept { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ZSTD_DStream, Free> m_stream;
    bool m_frameEnded = true;
};

class GzipDecoder {
public:
    GzipDecoder() : m_stream(std::make_unique<z_stream>()) {
        *m_stream = {};
        constexpr int kGzipOnly = 15 + 16;
        m_ready = inflateInit2(m_stream.get(), kGzipOnly) == Z_OK;
    }
    GzipDecoder(GzipDecoder&&) = delete;
    ~GzipDecoder() {
        if (m_ready) (void)inflateEnd(m_stream.get());
    }
    Result<Step> step(std::span<char> in, std::span<char> out, bool inputOver) {
        if (!m_ready) return fail(ErrorCode::Io, "gzip: out of memory");
        if (inputOver && m_memberEnded) return Step{0, 0, true};
        if (m_memberEnded) {
            if (inflateReset(m_stream.get()) != Z_OK) return fail(ErrorCode::Io, "gzip: cannot go on");
            m_memberEnded = false;
        }
        m_stream->next_in = reinterpret_cast<Bytef*>(in.data());
        m_stream->avail_in = static_cast<uInt>(in.size());
        m_stream->next_out = reinterpret_cast<Bytef*>(out.data());
        m_stream->avail_out = static_cast<uInt>(out.size());
        const int status = inflate(m_stream.get(), Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
            const char* reason = m_stream->msg != nullptr ? m_stream->msg : "unknown error";
            return fail(ErrorCode::Io, std::string("broken gzip archive: ") + reason);
        }
        m_memberEnded = status == Z_STREAM_END;
        return Step{in.size() - m_stream->avail_in, out.size() - m_stream->avail_out, m_memberEnded};
    }

private:
    std::unique_ptr<z_stream> m_stream;
    bool m_ready = false;
    bool m_memberEnded = false;
};

class XzDecoder {
public:
    XzDecoder() { m_ready = lzma_stream_decoder(&m_stream, kXzMemoryLimit, LZMA_CONCATENATED) == LZMA_OK; }
    XzDecoder(XzDecoder&&) = delete;
    ~XzDecoder() { lzma_end(&m_stream); }
    Result<Step> step(std::span<char> in, std::span<char> out, bool inputOver) {
        if (!m_ready) return fail(ErrorCode::Io, "xz: out of memory");
        if (m_ended) return Step{in.size(), 0, true};
        m_stream.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
        m_stream.avail_in = in.size();
        m_stream.next_out = reinterpret_cast<std::uint8_t*>(out.data());
        m_stream.avail_out = out.size();
        const lzma_ret status = lzma_code(&m_stream, inputOver ? LZMA_FINISH : LZMA_RUN);
        if (status != LZMA_OK && status != LZMA_STREAM_END && status != LZMA_BUF_ERROR) {
            return fail(ErrorCode::Io, std::string("broken xz archive: ") + reason(status));
        }
        m_ended = status == LZMA_STREAM_END;
        return Step{in.size() - m_stream.avail_in, out.size() - m_stream.avail_out, m_ended};
    }

private:
    static const char* reason(lzma_ret status) noexcept {
        switch (status) {
            case LZMA_MEM_ERROR: return "out of memory";
            case LZMA_MEMLIMIT_ERROR: return "needs more memory than allowed";
            case LZMA_FORMAT_ERROR: return "format not recognised";
            case LZMA_OPTIONS_ERROR: return "unsupported options";
            case LZMA_DATA_ERROR: return "data is corrupt";
            default: return "unknown error";
        }
    }
    lzma_stream m_stream = LZMA_STREAM_INIT;
    bool m_ready = false;
    bool m_ended = false;
};

using namespace std::string_view_literals;
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD"sv;
constexpr std::string_view kGzipMagic = "\x1F\x8B"sv;
constexpr std::string_view kXzMagic =
    "\xFD"
    "7zXZ\0"sv;

/// Whether the bytes start with the magic, or the file is so short that it may yet have become it.
bool begins(std::string_view head, std::string_view magic) noexcept {
    const std::size_t shared = std::min(head.size(), magic.size());
    return shared != 0 && head.substr(0, shared) == magic.substr(0, shared);
}

/// A name that promises an archive over bytes that are neither one nor JSON text.
bool brokenPromise(const std::filesystem::path& file, std::string_view head) {
    const std::string extension = file.extension().string();
    if (extension != ".zst" && extension != ".gz" && extension != ".xz") return false;
    constexpr std::string_view kTextStarts = "{[ \t\r\n\xEF";
    return !head.empty() && kTextStarts.find(head.front()) == std::string_view::npos;
}

}  // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    std::error_code error;
    if (std::filesystem::is_directory(file, error)) return fail(ErrorCode::Io, name + ": is a directory");
    std::FILE* raw = std::fopen(file.c_str(), "rbe");
    if (raw == nullptr) return fail(ErrorCode::Io, name + ": " + std::generic_category().message(errno));
    std::uint64_t size = std::filesystem::file_size(file, error);
    if (error) size = 0;
    FileInput input(raw, size, name);
    auto any = input.fill();
    if (!any) return std::move(any).error();
    const std::string_view head(input.rest().data(), input.rest().size());

    if (begins(head, kZstdMagic)) return std::make_unique<Decoded<ZstdDecoder>>(std::move(input));
    if (begins(head, kGzipMagic)) return std::make_unique<Decoded<GzipDecoder>>(std::move(input));
    if (begins(head, kXzMagic)) return std::make_unique<Decoded<XzDecoder>>(std::move(input));
    if (brokenPromise(file, head)) {
        return fail(ErrorCode::Io, name + ": wrong first bytes for a " + file.extension().string() + " archive");
    }
    return std::make_unique<Decoded<PlainDecoder>>(std::move(input));
}

}  // namespace core::source
