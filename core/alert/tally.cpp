// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/tally.h"

#include <algorithm>

namespace core::alert {
namespace {

// What was taken out of the front is given back once it is most of the list.
template <class Item>
void compact(std::vector<Item>& list, std::size_t& head) {
    constexpr std::size_t kWorth = 32;
    if (head < kWorth || head * 2 < list.size()) return;
    list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(head));
    head = 0;
}

}  // namespace

void Tally::add(const Doing& doing, std::int64_t windowSeconds, bool distinct) {
    const std::int64_t width = std::max<std::int64_t>(1, windowSeconds / kSteps);
    const bool any = m_head < m_steps.size();
    if (!any || doing.time >= m_steps.back().time + width) m_steps.push_back({doing.time, 0, 0, 0});
    Step& step = m_steps.back();
    // Sums of a step are held at 2^64-1, so that what is added is what will be taken away.
    const std::uint64_t coins = std::min(doing.coins, ~std::uint64_t{0} - step.coins);
    const std::uint64_t lamports = std::min(doing.lamports, ~std::uint64_t{0} - step.lamports);
    step.coins += coins;
    step.lamports += lamports;
    ++step.times;
    m_coins += coins;
    m_lamports += lamports;
    ++m_times;
    if (m_proofs.size() >= kMostProofs) m_proofs.erase(m_proofs.begin());
    m_proofs.push_back(doing);
    if (!distinct) return;
    if (!m_crowd) m_crowd = std::make_unique<Crowd>();
    Crowd& crowd = *m_crowd;
    const std::int64_t time = crowd.log.empty() ? doing.time : std::max(doing.time, crowd.log.back().first);
    const auto [found, fresh] = crowd.latest.try_emplace(doing.wallet, time);
    if (!fresh) {
        if (found->second == time) return;
        found->second = time;
    }
    crowd.log.emplace_back(time, doing.wallet);
    if (crowd.log.size() - crowd.head > kMostWallets) forget(crowd);
}

void Tally::forget(Crowd& crowd) {
    const auto& [time, wallet] = crowd.log[crowd.head++];
    const auto found = crowd.latest.find(wallet);
    if (found != crowd.latest.end() && found->second == time) crowd.latest.erase(found);
    compact(crowd.log, crowd.head);
}

void Tally::settle(std::int64_t now, std::int64_t windowSeconds) {
    while (m_head < m_steps.size() && m_steps[m_head].time + windowSeconds < now) {
        const Step& step = m_steps[m_head++];
        m_coins -= step.coins;
        m_lamports -= step.lamports;
        m_times -= step.times;
    }
    compact(m_steps, m_head);
    if (m_head == m_steps.size()) {
        m_steps.clear();
        m_head = 0;
    }
    if (!m_crowd) return;
    while (m_crowd->head < m_crowd->log.size() && m_crowd->log[m_crowd->head].first + windowSeconds < now)
        forget(*m_crowd);
}

}  // namespace core::alert
