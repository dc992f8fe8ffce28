// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/bridge/session_host.h"

#include <memory>
#include <string>
#include <vector>

namespace fake {

inline constexpr std::int64_t kNow = 1'795'500'000;  ///< Unix seconds of every hand-built snapshot

/// A mint that is told apart by its number.
[[nodiscard]] core::Mint mint(std::uint32_t number);
[[nodiscard]] core::Wallet wallet(std::uint32_t number);
/// A token of which everything is known.
[[nodiscard]] core::pipeline::TokenRow token(std::uint32_t number, const std::string& symbol);
/// Chips of such a token; every kind is there among ten of them.
[[nodiscard]] std::shared_ptr<core::pipeline::CoinCard> card(std::uint32_t number,
                                                             const core::pipeline::TokenRow& row);
/// A token of which only trades were seen.
[[nodiscard]] core::pipeline::TokenRow bareToken(std::uint32_t number);
/// `count` bars of a random walk that is the same every time.
[[nodiscard]] std::vector<core::Candle> candles(std::size_t count, std::uint32_t seed = 1);
[[nodiscard]] core::CandleBlocks blocks(const std::vector<core::Candle>& candles);
[[nodiscard]] std::vector<core::pipeline::TapeRow> tape(std::size_t count, std::uint64_t newestId);
[[nodiscard]] std::shared_ptr<core::pipeline::TokenDetail> detail(const core::pipeline::TokenRow& row,
                                                                  std::size_t bars);
/// A connected feed.
[[nodiscard]] core::source::FeedStatus feedStatus();
/// A live snapshot with one connected feed and nothing else.
[[nodiscard]] core::pipeline::Snapshot snapshot();
/// A market with everything on the screen.
[[nodiscard]] core::pipeline::Snapshot busySnapshot(const core::pipeline::Interest& interest, std::uint64_t step);

/// A session that publishes what the test hands it and writes down what was asked of it.
class Host : public ui::bridge::SessionHost, public ui::bridge::MarketFeed {
public:
    std::vector<std::string> calls;
    core::pipeline::Interest interest;
    core::source::LiveOptions liveOptions;
    ui::bridge::SessionInfo state;
    bool bundled = true;

    void publish(core::pipeline::Snapshot snapshot);
    /// Puts the session into the running state.
    void run(core::pipeline::Mode mode);
    void failWith(const std::string& error);

    [[nodiscard]] std::shared_ptr<const core::pipeline::Snapshot> latest() const override { return m_latest; }
    void setInterest(const core::pipeline::Interest& wanted) override { interest = wanted; }
    [[nodiscard]] ui::bridge::MarketFeed& feed() override { return *this; }
    [[nodiscard]] bool hasBundled() const override { return bundled; }
    void openBundled(double speed) override;
    void connectLive(const core::source::LiveOptions& options) override;
    void openRecording(const std::filesystem::path& file, double speed) override;
    void stop() override;
    [[nodiscard]] ui::bridge::SessionInfo info() const override { return state; }

private:
    std::shared_ptr<const core::pipeline::Snapshot> m_latest;
    std::uint64_t m_version = 0;
};

}  // namespace fake
