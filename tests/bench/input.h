// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/source/frame.h"
#include "core/wire/pool_directory.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// A temporary directory, gone with its content when the process ends.
[[nodiscard]] const std::filesystem::path& temporaryDirectory();

/// What the benchmarks read: the simulated market "launch-hour", seed 7, 200 trades a second for 1,000
/// seconds, or the capture that CABALSCOPE_BENCH_CAPTURE names. Made on first use, once.
struct Captures {
    std::filesystem::path plain;  ///< .jsonl
    std::filesystem::path zstd;   ///< .jsonl.zst
};
[[nodiscard]] const Captures& captures();

/// The first 30,000 frames of the capture, each followed by padding for simdjson.
[[nodiscard]] const std::vector<core::source::Frame>& frames();
[[nodiscard]] double frameBytes();

/// The events of those frames.
[[nodiscard]] const std::vector<core::Event>& events();

/// Event payloads of one kind, found in the log lines of those frames by their first 8 bytes.
[[nodiscard]] std::vector<std::vector<std::uint8_t>> payloads(std::uint64_t discriminator);

/// Every pool those frames name.
[[nodiscard]] core::wire::PoolDirectory& pools();

}  // namespace bench
