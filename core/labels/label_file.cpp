// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/label_file.h"

#include "core/labels/label_text.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace core::labels {
namespace {

Result<void> writeWhole(const std::filesystem::path& file, const std::string& text) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (handle < 0) return fail(ErrorCode::Io, file.string() + ": " + std::strerror(errno));
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t count = ::write(handle, text.data() + done, text.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            const std::string why = std::strerror(errno);
            ::close(handle);
            return fail(ErrorCode::Io, file.string() + ": " + why);
        }
        done += static_cast<std::size_t>(count);
    }
    const bool synced = ::fsync(handle) == 0;
    const bool closed = ::close(handle) == 0;
    if (!synced || !closed) return fail(ErrorCode::Io, file.string() + ": " + std::strerror(errno));
    return {};
}

}  // namespace

Result<LoadedLabels> loadLabels(const std::filesystem::path& file) {
    LoadedLabels out;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return out;
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::Io, file.string() + " cannot be read");
    std::string text;
    std::string block(65'536, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
        text.append(block, 0, static_cast<std::size_t>(in.gcount()));
        if (text.size() > kLargestList) break;
    }
    if (text.find("\"labels\": []") != std::string::npos) return out;
    auto read = readLabels(text);
    if (!read) {
        std::filesystem::path aside = file;
        aside += ".broken";
        std::filesystem::rename(file, aside, error);
        out.trouble =
            error ? "The file of labels cannot be understood and could not be set aside."
                  : "The file of labels cannot be understood; it was kept as " + aside.filename().string() + ".";
        return out;
    }
    out.labels = std::move(read->labels);
    return out;
}

Result<void> saveLabels(const std::filesystem::path& file, const std::vector<Label>& labels) {
    std::filesystem::path fresh = file;
    fresh += ".new";
    if (auto written = writeWhole(fresh, writeJson(labels)); !written) return written;
    std::error_code error;
    std::filesystem::rename(fresh, file, error);
    if (error) return fail(ErrorCode::Io, file.string() + ": " + error.message());
    return {};
}

}  // namespace core::labels
