// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/engine.h"

#include "core/alert/default_rules.h"
#include "core/detect/registry.h"

#include <algorithm>
#include <iterator>

namespace core::pipeline {

Engine::Engine(const EngineConfig& config)
    : m_addresses(config.addresses),
      m_dedup(config.seenEvents, config.pathlessSources),
      m_market(config.limits),
      m_intel(m_addresses ? *m_addresses : intel::AddressBook::shipped(), m_market.wallets()),
      m_flags(m_market.wallets()),
      m_rules(config.rules ? config.rules : alert::defaultRules(), config.watchlists, config.fired) {
    for (const auto& info : detect::detectors()) m_detectors.push_back(info.make());
    if (config.limits.cold) {
        m_flags.putAway(config.limits.cold, config.limits.hotFlagBytes);
        m_intel.putAway(config.limits.cold, config.limits.hotWallets);
    }
    m_decoder.onHistory([this](const WalletHistory& history) { learn(history); });
}

Result<void> Engine::decode(const source::Frame& frame, std::vector<Event>& out) {
    std::string_view json = frame.bytes;
    if (frame.bytes.capacity() < frame.bytes.size() + wire::Decoder::kPadding) {
        m_padded.assign(frame.bytes);
        m_padded.reserve(m_padded.size() + wire::Decoder::kPadding);
        json = m_padded;
    }
    switch (frame.channel) {
        case source::Channel::Ws: return m_decoder.websocket(json, frame.received, out);
        case source::Channel::Http: return m_decoder.http(json, frame.received, out);
        case source::Channel::EventLine: return m_decoder.eventLine(json, out);
        case source::Channel::Mark: break;
    }
    return {};
}

Result<void> Engine::frame(const source::Frame& frame, const std::function<bool(const Event&)>& keep) {
    m_events.clear();
    auto done = decode(frame, m_events);
    for (const Event& event : m_events)
        if (!keep || keep(event)) apply(event);
    return done;
}

void Engine::expect(const Event& event) {
    // Each step asks for what the next one reads, and is as far behind it as memory takes to come.
    constexpr std::size_t kStep = kAhead / 4;
    const std::size_t now = m_expected++;
    const auto behind = [&](std::size_t steps) -> Coming* {
        Coming& coming = m_coming[(now - steps * kStep) % kAhead];
        return coming.coin == nullptr ? nullptr : &coming;
    };
    Coming& fresh = m_coming[now % kAhead] = {};
    m_dedup.fetch(event);
    if (const auto* trade = std::get_if<Trade>(&event.body)) {
        fresh.coin = m_market.find(trade->mint);
        if (fresh.coin != nullptr) fresh.hash = m_market.wallets()->fetch(trade->wallet);
    }
    if (Coming* coming = behind(1)) {
        coming->number = m_market.wallets()->guess(coming->hash);
        if (coming->number == ledger::kNoNumber) {
            coming->coin = nullptr;
        } else {
            m_intel.wallets().fetchId(coming->number);
            coming->coin->positions.fetchIndex(coming->number);
        }
    }
    if (Coming* coming = behind(2)) {
        coming->coin->positions.fetch(coming->number);
        coming->wallet = m_intel.wallets().idOf(*m_market.wallets(), coming->number);
        if (coming->wallet != intel::kNoWallet) {
            m_intel.fetch(coming->wallet);
            for (const auto& detector : m_detectors) detector->fetchPlace(coming->coin->ordinal(), coming->wallet);
        }
    }
    if (Coming* coming = behind(3); coming != nullptr && coming->wallet != intel::kNoWallet) {
        for (const auto& detector : m_detectors) detector->fetchState(coming->coin->ordinal(), coming->wallet);
    }
}

void Engine::apply(std::span<const Event> events) {
    for (std::size_t i = 0; i < std::min(kAhead, events.size()); ++i) expect(events[i]);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i + kAhead < events.size()) expect(events[i + kAhead]);
        apply(events[i]);
    }
}

bool Engine::apply(const Event& event) {
    if (!m_dedup.firstSight(event)) {
        if (onDuplicate) onDuplicate(event);
        return false;
    }
    m_intel.cool();
    ledger::TokenLedger* coin = m_market.apply(event, m_arrival++);
    m_intel.apply(event, coin);
    if (coin != nullptr && onEvent) onEvent(event, *coin);
    if (onSolTransfer) {
        if (const auto* transfer = std::get_if<SolTransfer>(&event.body)) onSolTransfer(event, *transfer);
    }
    const detect::Scene scene{event, coin, m_market, m_intel};
    m_rules.arrive(event);
    for (auto& detector : m_detectors) detector->onEvent(scene, m_findings);
    tellGroups(event);
    m_rules.onEvent(scene, m_alerts);
    tellAlerts();
    return true;
}

void Engine::finish() {
    m_intel.finish();
    if (m_intel.closedGroups().empty()) return;
    tellGroups(now());
}

void Engine::learn(const WalletHistory& history) {
    m_intel.learn(history);
    const Event event = now();
    const detect::Scene scene{event, nullptr, m_market, m_intel};
    for (auto& detector : m_detectors) detector->onHistory(scene, history, m_findings);
    tell(event);
}

// An event of nothing, at the youngest moment that was seen.
Event Engine::now() const {
    Event event;
    event.at.slot = m_market.lastSlot();
    if (const auto time = m_market.lastTime()) event.at.blockTime = BlockTime{*time};
    event.body = Graduated{};
    return event;
}

std::vector<Lead> Engine::leads() const {
    std::vector<Lead> out;
    for (const auto& detector : m_detectors)
        for (const Lead& lead : detector->leads(m_intel)) out.push_back(lead);
    return out;
}

void Engine::tellGroups(const Event& event) {
    for (const intel::SlotGroup& group : m_intel.closedGroups()) {
        const detect::Scene scene{event, group.coin, m_market, m_intel};
        for (auto& detector : m_detectors) detector->onSlotGroup(scene, group, m_findings);
    }
    tell(event);
}

void Engine::tell(const Event& event) {
    // What is said of a flag may be a flag.
    for (std::size_t i = 0; i < m_findings.flags.size(); ++i) {
        const detect::Scene scene{event, nullptr, m_market, m_intel};
        for (auto& detector : m_detectors) detector->onFlag(scene, m_findings.flags[i], m_more);
        std::move(m_more.flags.begin(), m_more.flags.end(), std::back_inserter(m_findings.flags));
        m_more.flags.clear();
    }
    for (const Flag& flag : m_findings.flags) {
        if (onFlag) onFlag(flag);
        const ledger::TokenLedger* coin = flag.mint ? m_market.find(*flag.mint) : nullptr;
        m_rules.onFlag(detect::Scene{event, coin, m_market, m_intel}, flag, m_alerts);
        m_flags.add(flag);
    }
    m_findings.flags.clear();
    tellAlerts();
}

void Engine::tellAlerts() {
    if (onAlert)
        for (const Alert& alert : m_alerts) onAlert(alert);
    m_alerts.clear();
}

void Engine::arm(const std::shared_ptr<const alert::RuleSet>& rules, const alert::Watchlists& lists) {
    m_rules.arm(rules ? rules : alert::defaultRules(), lists);
    const Event moment = now();
    for (const Mint& mint : m_rules.namedCoins())
        m_rules.meet(detect::Scene{moment, m_market.find(mint), m_market, m_intel});
}

}  // namespace core::pipeline
