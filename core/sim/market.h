// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::sim {

/// What to simulate. The same options give the same bytes on every machine.
struct MarketOptions {
    std::string scenario = "launch-hour";
    std::uint64_t seed = 1;
    double tradesPerSecond = 20.0;  ///< average; bursts and quiet hours move around it
    std::uint64_t durationSeconds = 3600;
    std::int64_t startTime = 1'795'446'000;  ///< Unix seconds of the first slot
    std::uint64_t startSlot = 371'000'000;
};

/// One simulated transaction in the real wire format.
struct SimTransaction {
    std::uint64_t slot = 0;
    std::uint32_t txIndex = 0;
    std::int64_t blockTime = 0;  ///< Unix seconds
    std::int64_t timeNs = 0;     ///< when a node would notify it, nanoseconds since the epoch
    std::string signature;       ///< base58
    bool failed = false;
    std::vector<std::string> mentions;  ///< every account of it, base58: what logsSubscribe filters on
    std::string logsNotificationValue;  ///< the JSON of `params.result.value` ({signature, err, logs})
    std::string transactionJson;        ///< the JSON of getTransaction's `result` (encoding json)
    std::uint32_t trades = 0;           ///< venue-level trades in it, 0 when failed
};

/// What getMultipleAccounts tells of an account.
struct AccountImage {
    std::string owner;  ///< base58 of the program
    std::uint64_t lamports = 0;
    std::vector<std::uint8_t> data;
};

/// A simulated stretch of chain, produced in order of time. Thread: confined.
class Market {
public:
    /// Errors: NotFound for an unknown scenario (names the known ones), BadValue for times out of range.
    [[nodiscard]] static Result<std::unique_ptr<Market>> create(const MarketOptions& options);
    virtual ~Market() = default;

    /// The next transaction; nothing when the duration is over.
    [[nodiscard]] virtual std::optional<SimTransaction> next() = 0;
    /// JSON of what is true so far (interfaces section 5, schema cabalscope.truth/1).
    [[nodiscard]] virtual std::string truthJson() const = 0;
    /// The bonding curve or pool of that address as it is after the last transaction produced; nothing for
    /// any other account and for tokens the market has forgotten.
    [[nodiscard]] virtual std::optional<AccountImage> account(std::string_view address) const = 0;
};

/// Names and one-line descriptions of the scenarios.
struct ScenarioInfo {
    std::string_view name;
    std::string_view description;
};
[[nodiscard]] std::vector<ScenarioInfo> scenarios();

}  // namespace core::sim
