// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliver/line_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace core::deliver {
namespace {

class LineOutput final : public Output {
public:
    LineOutput(int file, std::string name, LineOf lineOf)
        : m_file(file), m_name(std::move(name)), m_lineOf(std::move(lineOf)) {}
    ~LineOutput() override { ::close(m_file); }

    Attempt deliver(const Alert& alert, std::stop_token) override {
        const std::string line = m_lineOf(alert) + '\n';
        const off_t before = ::lseek(m_file, 0, SEEK_END);
        std::size_t written = 0;
        while (written < line.size()) {
            const ssize_t now = ::write(m_file, line.data() + written, line.size() - written);
            if (now < 0 && errno == EINTR) continue;
            if (now <= 0) {
                const bool broken = errno == EPIPE;  // nobody reads any more
                const std::string why = std::strerror(errno);
                // Half a line would spoil the next one for whoever reads.
                if (before >= 0 && written > 0) (void)!::ftruncate(m_file, before);
                Error error = fail(ErrorCode::Io, m_name + ": " + why);
                return broken ? Attempt::giveUp(std::move(error)) : Attempt::retry(std::move(error));
            }
            written += static_cast<std::size_t>(now);
        }
        return Attempt::done();
    }

private:
    int m_file;
    std::string m_name;
    LineOf m_lineOf;
};

}  // namespace

Result<std::unique_ptr<Output>> makeLineOutput(const std::filesystem::path& file, LineOf lineOf) {
    // A pipe that nobody reads must not hold anybody: it is refused, or tried again.
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0644);
    if (opened < 0) return fail(ErrorCode::Io, "cannot write " + file.string() + ": " + std::strerror(errno));
    return std::unique_ptr<Output>(
        std::make_unique<LineOutput>(opened, file.filename().string(), std::move(lineOf)));
}

Result<std::unique_ptr<Output>> makeStandardOutput(LineOf lineOf) {
    const int opened = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    if (opened < 0) return fail(ErrorCode::Io, std::string{"cannot write stdout: "} + std::strerror(errno));
    return std::unique_ptr<Output>(std::make_unique<LineOutput>(opened, "stdout", std::move(lineOf)));
}

}  // namespace core::deliver
