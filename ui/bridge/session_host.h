// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "core/source/factory.h"
#include "ui/bridge/alert_desk.h"
#include "ui/bridge/market_feed.h"
#include "ui/bridge/replay_desk.h"
#include "ui/bridge/wallet_desk.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace ui::bridge {

enum class SessionState : std::uint8_t { Idle, Opening, Running, Failed };

/// What is running now, in words for the screen.
struct SessionInfo {
    std::uint64_t generation = 0;  ///< rises with every request to open something or to stop
    SessionState state = SessionState::Idle;
    core::pipeline::Mode mode = core::pipeline::Mode::Idle;
    std::string title;   ///< "bundled.jsonl.zst", "solana-rpc"; never a key
    std::string error;   ///< one sentence while Failed
    bool keeps = false;  ///< it writes to the database, so what is stored there belongs to it
};

/// Starts and stops sessions for the window. Requests return at once; their outcome shows in `info()`.
/// Thread: GUI thread.
class SessionHost {
public:
    SessionHost() = default;
    SessionHost(const SessionHost&) = delete;
    SessionHost& operator=(const SessionHost&) = delete;
    virtual ~SessionHost() = default;

    [[nodiscard]] virtual MarketFeed& feed() = 0;
    /// Whether the recording that comes with the program is installed.
    [[nodiscard]] virtual bool hasBundled() const = 0;
    /// Plays the recording that comes with the program. `speed` 1 = original pace, 0 = as fast as possible.
    virtual void openBundled(double speed) = 0;
    virtual void connectLive(const core::source::LiveOptions& options) = 0;
    virtual void openRecording(const std::filesystem::path& file, double speed) = 0;
    virtual void stop() = 0;
    /// Drives recordings; null where they play by themselves.
    [[nodiscard]] virtual ReplayDesk* replayDesk() { return nullptr; }
    /// Alerts of earlier sessions; null where none are kept.
    [[nodiscard]] virtual AlertDesk* alertDesk() { return nullptr; }
    /// Wallets in earlier sessions; null where none are kept.
    [[nodiscard]] virtual WalletDesk* walletDesk() { return nullptr; }
    [[nodiscard]] virtual SessionInfo info() const = 0;
};

}  // namespace ui::bridge
