// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/line_reader.h"

#include "core/source/byte_source.h"

#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace core::source {
namespace {

constexpr std::size_t kReadSize = 256U << 10U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class BufferedLineReader final : public LineReader {
public:
    BufferedLineReader(std::unique_ptr<ByteSource> source, std::size_t maxLine)
        : m_source(std::move(source)), m_maxLine(maxLine) {}

    Result<Line> next() override {
        m_begin = m_next;
        std::size_t searched = m_begin;
        bool skipping = false;
        while (true) {
            if (const char* end = findNewline(searched)) {
                const auto at = static_cast<std::size_t>(end - m_buffer.data());
                m_next = at + 1;
                ++m_lineNumber;
                m_bytesRead += m_next - m_begin;
                if (skipping || at - m_begin > m_maxLine) return tooLong();
                return line(at, true);
            }
            if (m_end - m_begin > m_maxLine) {
                // The rest of this line is of no use: hold only its position.
                m_bytesRead += m_end - m_begin;
                m_begin = m_end = m_next = 0;
                skipping = true;
            }
            searched = m_end - m_begin;
            compact();
            auto count = refill();
            if (!count) return std::move(count).error();
            if (*count == 0) break;
        }
        const std::size_t end = m_end;
        m_next = m_end;
        m_bytesRead += end - m_begin;
        if (end == m_begin && !skipping) return Line{};
        ++m_lineNumber;
        if (skipping) return tooLong();
        return line(end, false);
    }
    std::uint64_t lineNumber() const noexcept override { return m_lineNumber; }
    std::uint64_t bytesRead() const noexcept override { return m_bytesRead; }
    double progress() const noexcept override { return m_source->progress(); }
    bool cutShort() const noexcept override { return m_source->cutShort(); }

private:
    [[nodiscard]] const char* findNewline(std::size_t from) const {
        if (from >= m_end) return nullptr;
        return static_cast<const char*>(std::memchr(m_buffer.data() + from, '\n', m_end - from));
    }
    void compact() {
        if (m_begin == 0) return;
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = m_next = 0;
    }
    [[nodiscard]] Result<std::size_t> refill() {
        const std::size_t need = m_end + kReadSize + kPadding;
        if (m_buffer.size() < need) m_buffer.resize(std::max(need, m_buffer.size() * 2));
        auto count = m_source->read(std::span(m_buffer).subspan(m_end, m_buffer.size() - m_end - kPadding));
        if (!count) {
            // The line in the making lost its end with the archive.
            m_begin = m_next = m_end;
            return count;
        }
        m_end += *count;
        return count;
    }
    [[nodiscard]] Result<Line> tooLong() const {
        return fail(ErrorCode::TooLarge, "line " + std::to_string(m_lineNumber) + " is longer than " +
                                             std::to_string(m_maxLine) + " bytes");
    }
    [[nodiscard]] Line line(std::size_t end, bool terminated) const {
        std::string_view text(m_buffer.data() + m_begin, end - m_begin);
        if (terminated && text.ends_with('\r')) text.remove_suffix(1);
        if (m_lineNumber == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
        return Line{text, true, terminated};
    }

    std::unique_ptr<ByteSource> m_source;
    std::size_t m_maxLine;
    std::vector<char> m_buffer = std::vector<char>(kPadding);
    std::size_t m_begin = 0;  ///< of the line in the making
    std::size_t m_next = 0;   ///< of the line after it
    std::size_t m_end = 0;    ///< of the bytes read
    std::uint64_t m_lineNumber = 0;
    std::uint64_t m_bytesRead = 0;
};

}  // namespace

Result<std::unique_ptr<LineReader>> LineReader::open(const std::filesystem::path& file, std::size_t maxLine) {
    auto source = ByteSource::open(file);
    if (!source) return std::move(source).error();
    return std::make_unique<BufferedLineReader>(*std::move(source), maxLine);
}

}  // namespace core::source
