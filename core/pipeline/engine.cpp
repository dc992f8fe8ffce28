// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/engine.h"

#include "core/detect/registry.h"

namespace core::pipeline {

Engine::Engine(const EngineConfig& config)
    : m_dedup(config.seenEvents, config.pathlessSources), m_market(config.limits) {
    for (const auto& info : detect::detectors()) m_detectors.push_back(info.make());
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

bool Engine::apply(const Event& event) {
    if (!m_dedup.firstSight(event)) {
        if (onDuplicate) onDuplicate(event);
        return false;
    }
    ledger::TokenLedger* coin = m_market.apply(event, m_arrival++);
    if (coin == nullptr) return true;
    if (onEvent) onEvent(event, *coin);
    m_alerts.clear();
    for (auto& detector : m_detectors) detector->onEvent(event, *coin, m_alerts);
    if (onAlert)
        for (const Alert& alert : m_alerts) onAlert(alert);
    return true;
}

}  // namespace core::pipeline
