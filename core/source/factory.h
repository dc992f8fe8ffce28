// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/source/rpc_client.h"
#include "core/source/source.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::source {

/// What a live feed connects to. Source: interfaces section 1, feed options.
struct LiveOptions {
    std::string source = "solana-rpc";  ///< "solana-rpc", "helius", "pumpportal" or "yellowstone"
    std::string feed;                   ///< "logs", "transactions" or "blocks"; empty = what the source is for
    std::string wsUrl;                  ///< empty = the source's public endpoint
    /// Further endpoints of the same feed, each a source of its own; the first message wins.
    std::vector<std::string> alsoWsUrls;
    std::vector<std::string> alsoApiKeys;  ///< of those, in their order; a key is told to its own endpoint only
    std::string httpUrl;                   ///< empty = the source's public endpoint (none for PumpPortal)
    std::string commitment = "confirmed";
    /// Venue ids, "all", or "usual": all where whole transactions come, else the two pump.fun venues, whose
    /// logs tell everything about a trade.
    std::vector<std::string> programs{"usual"};
    std::vector<std::string> mentions;  ///< further addresses to follow (mints, wallets), base58
    std::string apiKey;                 ///< from the environment or a 0600 file; never logged
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds idleTimeout{30'000};
    std::chrono::milliseconds pingEvery{20'000};
    std::chrono::milliseconds backoffFirst{500};
    std::chrono::milliseconds backoffMax{30'000};
    std::uint64_t jitterSeed = 0;  ///< 0 = from the machine
    std::size_t maxMessageBytes = 32U << 20U;
    double httpRequestsPerSecond = 0;  ///< 0 = 4, what public endpoints allow; 500 on this machine
    /// What the feed's own HTTP requests and the look-ups of its owner share; see shareBudget.
    std::shared_ptr<RequestBudget> httpBudget;
    std::size_t backfillLimit = 5'000;  ///< transactions fetched per outage; what is over is a gap
    bool backfill = true;
    /// Requests an hour for what the feed does not show of single wallets (who paid for it, what else it did); 0 =
    /// none.
    std::uint64_t lookupsPerHour = 1'800;
};

/// Takes the keys from CABALSCOPE_API_KEY, and those of further endpoints from CABALSCOPE_API_KEY_2 and so on.
void readKeys(LiveOptions& options);

/// One set of options for each endpoint.
[[nodiscard]] std::vector<LiveOptions> perEndpoint(const LiveOptions& options);

/// A live feed over websocket with HTTP backfill. `clock` must outlive it. Errors: BadValue for a URL or
/// name that is none.
[[nodiscard]] Result<std::unique_ptr<Source>> makeLiveSource(LiveOptions options, const Clock& clock);

/// Gives the options one allowance for backfill and look-ups together; call before both.
void shareBudget(LiveOptions& options, const Clock& clock);

/// How to ask the feed's node for accounts and transactions; nothing for a feed without an HTTP side.
[[nodiscard]] std::optional<RpcOptions> lookupOptions(const LiveOptions& options);

/// The venues whose transactions a log feed is to have fetched one by one, empty = any; nothing for a feed
/// that tells everything itself or has no HTTP side.
[[nodiscard]] std::optional<std::vector<std::string>> venuesToFetch(const LiveOptions& options);

/// How a recording is played.
struct ReplayOptions {
    double speed = 0.0;  ///< 1 = original pace, 0 = as fast as the engine takes it
    bool loop = false;
};

/// A capture or a file of event lines, plain or zstd, gzip or xz, told apart by its first bytes and lines.
/// Errors: Io, BadJson (names file and reason).
[[nodiscard]] Result<std::unique_ptr<Source>> makeReplaySource(std::filesystem::path file, ReplayOptions options,
                                                               const Clock& clock);

}  // namespace core::source
