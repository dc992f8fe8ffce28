// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/outcome.h"

#include "core/ledger/market.h"

#include <algorithm>

namespace core::backtest {
namespace {

bool isHalfOf(const PriceRatio& price, const PriceRatio& before) {
    const PriceRatio half{before.quote / 2, before.base};
    return half.valid() && !(half < price);
}

double change(const PriceRatio& from, const PriceRatio& to) {
    return (static_cast<double>(to.quote) / static_cast<double>(to.base)) /
               (static_cast<double>(from.quote) / static_cast<double>(from.base)) -
           1;
}

}  // namespace

void OutcomeBook::onTrade(const EventHeader& at, const Trade& trade, const ledger::TokenLedger& coin) {
    const auto time = ledger::eventTime(at);
    const PriceRatio price = trade.price();
    if (!time || !price.valid() || coin.quoteMint != trade.quoteMint) return;
    Coin& followed = m_coins[coin.ordinal()];
    std::erase_if(followed.moments, [&](Moment& moment) {
        if (*time > moment.time + Outcome::kHorizon) {
            count(moment);
            return true;
        }
        moment.fell = moment.fell || isHalfOf(price, moment.price);
        return false;
    });
    constexpr std::int64_t kMinute = 60;
    if (followed.minute != *time / kMinute) {
        followed.minute = *time / kMinute;
        followed.moments.push_back({*time, price, false});
    }
    for (Followed& each : followed.alerts) {
        Outcome& outcome = m_outcomes[each.alert];
        const auto slot = at.slot ? std::optional{at.slot->value()} : std::nullopt;
        if (!outcome.fell && *time <= each.time + Outcome::kHorizon && isHalfOf(price, each.price)) {
            outcome.fell = true;
            if (slot && each.slot && *slot >= *each.slot) outcome.leadSlots = *slot - *each.slot;
            outcome.leadSeconds = *time - each.time;
        }
        const bool later = !slot || !each.slot || *slot > *each.slot;
        for (std::size_t i = 0; i < m_delays.size(); ++i) {
            Outcome::Entry& entry = outcome.entries[i];
            if (!each.entered[i].valid()) {
                const bool inTime = *time <= each.time + m_delays[i] + Outcome::kHorizon;
                if (later && inTime && *time >= each.time + m_delays[i]) {
                    each.entered[i] = price;
                    entry.time = *time;
                }
            } else if (*time <= entry.time + Outcome::kHorizon) {
                each.last[i] = price;
            }
        }
    }
    std::erase_if(followed.alerts, [&](const Followed& each) {
        std::int64_t until = each.time + Outcome::kHorizon;
        for (const std::int64_t delay : m_delays)
            until = std::max(until, each.time + delay + 2 * Outcome::kHorizon);
        if (*time <= until) return false;
        close(each, *time);
        return true;
    });
}

void OutcomeBook::onAlert(const Alert& alert, std::uint32_t coin) {
    Outcome& outcome = m_outcomes.emplace_back();
    outcome.entries.resize(m_delays.size());
    if (coin == kNoCoin || !alert.time || !alert.price.valid()) return;
    Followed each;
    each.alert = m_outcomes.size() - 1;
    each.time = alert.time->value();
    if (alert.slot) each.slot = alert.slot->value();
    each.price = alert.price;
    each.entered.resize(m_delays.size());
    each.last.resize(m_delays.size());
    m_coins[coin].alerts.push_back(std::move(each));
}

void OutcomeBook::close(const Followed& followed, std::int64_t last) {
    Outcome& outcome = m_outcomes[followed.alert];
    if (last < followed.time + Outcome::kHorizon) {
        // Counting falls of half-seen times, but no others, would make every rule look good.
        outcome.fell.reset();
        outcome.leadSlots.reset();
        outcome.leadSeconds.reset();
    } else if (!outcome.fell) {
        outcome.fell = false;
    }
    for (std::size_t i = 0; i < m_delays.size(); ++i) {
        Outcome::Entry& entry = outcome.entries[i];
        using State = Outcome::Entry::State;
        if (!followed.entered[i].valid()) {
            entry.state = last >= followed.time + m_delays[i] + Outcome::kHorizon ? State::None : State::Open;
        } else if (last < entry.time + Outcome::kHorizon) {
            entry.state = State::Open;
        } else if (!followed.last[i].valid()) {
            entry.state = State::NoExit;
        } else {
            entry.state = State::Measured;
            entry.change = change(followed.entered[i], followed.last[i]);
        }
    }
}

void OutcomeBook::count(const Moment& moment) {
    ++m_base.of;
    m_base.hits += moment.fell ? 1 : 0;
}

void OutcomeBook::finish(std::int64_t last) {
    for (auto& [ordinal, coin] : m_coins) {
        for (const Followed& each : coin.alerts) close(each, last);
        for (const Moment& moment : coin.moments)
            if (last >= moment.time + Outcome::kHorizon) count(moment);
    }
    m_coins.clear();
}

}  // namespace core::backtest
