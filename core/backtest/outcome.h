// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backtest/statistics.h"
#include "core/ledger/token_ledger.h"
#include "core/model/alert.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace core::backtest {

/// What came of one alert. A fall: a trade at half the alert's price or less within kHorizon after it.
struct Outcome {
    static constexpr std::int64_t kHorizon = 600;  ///< seconds

    /// A purchase or sale that somebody who heard the alert could have made.
    struct Entry {
        enum class State : std::uint8_t {
            None,    ///< no trade came in time
            NoExit,  ///< nobody traded after it
            Open,    ///< the recording ends before kHorizon behind it
            Measured
        };
        State state = State::None;
        std::int64_t time = 0;  ///< of the trade that was entered at
        double change = 0;      ///< last price within kHorizon behind the entry over the entry's price, minus 1
    };

    std::optional<bool> fell;  ///< empty: no price is known, or the recording ends too early
    std::optional<std::uint64_t> leadSlots;
    std::optional<std::int64_t> leadSeconds;
    std::vector<Entry> entries;  ///< by delay
};

/// Follows prices after alerts in one pass. An entry is the first trade at least `delay` seconds after the alert
/// and in a later slot: what stood in the alert's own slot was over when anybody heard of it. Beside the alerts one
/// moment of every coin's every traded minute is followed, which tells how often coins fall anyway. Thread:
/// confined.
class OutcomeBook {
public:
    explicit OutcomeBook(std::vector<std::int64_t> delays) : m_delays(std::move(delays)) {}

    /// Every trade, before the alerts that it makes.
    void onTrade(const EventHeader& at, const Trade& trade, const ledger::TokenLedger& coin);
    /// An alert of the coin with this ordinal; kNoCoin when it has none.
    void onAlert(const Alert& alert, std::uint32_t coin);
    /// The end of a recording whose youngest time is `last`.
    void finish(std::int64_t last);

    static constexpr std::uint32_t kNoCoin = 0xffffffffU;

    /// By alert, in their order.
    [[nodiscard]] const std::vector<Outcome>& outcomes() const noexcept { return m_outcomes; }
    /// How often any moment was followed by a fall.
    [[nodiscard]] const Rate& base() const noexcept { return m_base; }

private:
    struct Followed {
        std::size_t alert = 0;
        std::int64_t time = 0;
        std::optional<std::uint64_t> slot;
        PriceRatio price;
        std::vector<PriceRatio> entered;  ///< by delay; no price: not yet
        std::vector<PriceRatio> last;
    };
    struct Moment {
        std::int64_t time = 0;
        PriceRatio price;
        bool fell = false;
    };
    struct Coin {
        std::vector<Followed> alerts;
        std::vector<Moment> moments;
        std::optional<std::int64_t> minute;
    };

    void close(const Followed& followed, std::int64_t last);
    void count(const Moment& moment);

    std::vector<std::int64_t> m_delays;
    std::vector<Outcome> m_outcomes;
    std::unordered_map<std::uint32_t, Coin> m_coins;
    Rate m_base;
};

}  // namespace core::backtest
