// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace core::source {

/// The bytes of a file behind whatever compression it has. Thread: confined.
class ByteSource {
public:
    /// Tells plain, zstd, gzip and xz apart by their first bytes. Errors: Io when the file cannot be read or
    /// its name promises an archive that its bytes are not.
    [[nodiscard]] static Result<std::unique_ptr<ByteSource>> open(const std::filesystem::path& file);
    virtual ~ByteSource() = default;

    /// Fills the front of `out`; 0 at the end. Errors: Io for a broken archive, naming the reason; bytes in
    /// front of the damage were given out by the calls before.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> out) = 0;
    /// Whether the archive ended in the middle, as one does whose writer was killed.
    [[nodiscard]] virtual bool cutShort() const noexcept = 0;
    /// 0..1 of the file's bytes; 0 when its size is unknown.
    [[nodiscard]] virtual double progress() const noexcept = 0;
};

}  // namespace core::source
