// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/replay_control.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace core::pipeline {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

std::int64_t secondOf(std::int64_t nanoseconds) noexcept {
    return nanoseconds / kNsPerSecond;
}

bool isSpeed(double speed) noexcept {
    return std::isfinite(speed) && speed >= 0;
}

}  // namespace

ReplayControl::ReplayControl(double speed, std::optional<ReplayTarget> first, bool paused) {
    m_state.speed = isSpeed(speed) ? speed : 1;
    m_state.paused = paused;
    if (!first) return;
    m_state.run = ReplayRun::ToTarget;
    m_state.target = first;
}

void ReplayControl::changed() {
    m_pace.reset();
    m_woken = true;
    m_wake.notify_all();
}

void ReplayControl::stopHere() {
    m_state.run = ReplayRun::Play;
    m_state.target.reset();
    m_state.runProgress.reset();
    m_state.paused = true;
    m_pace.reset();
}

void ReplayControl::begin(ReplayRun run) {
    m_state.run = run;
    m_state.target.reset();
    m_state.runProgress.reset();
    m_runFrom = m_state.progress;
    m_runFromTime = m_state.time.value_or(0);
    m_flagsBefore = m_state.flags;
    m_alertsBefore = m_state.alerts;
}

void ReplayControl::pause() {
    const std::scoped_lock lock(m_mutex);
    if (m_state.run == ReplayRun::ToTarget) {
        m_state.paused = true;  // it stands still once it is there
    } else {
        stopHere();
    }
    changed();
}

void ReplayControl::resume() {
    const std::scoped_lock lock(m_mutex);
    if (m_state.run != ReplayRun::ToTarget) m_state.run = ReplayRun::Play;
    m_state.paused = false;
    changed();
}

void ReplayControl::setSpeed(double speed) {
    if (!isSpeed(speed)) return;
    const std::scoped_lock lock(m_mutex);
    m_state.speed = speed;
    changed();
}

void ReplayControl::step(std::uint32_t count) {
    if (count == 0) return;
    const std::scoped_lock lock(m_mutex);
    // Two presses of a key are two steps, however fast they come.
    if (m_state.run == ReplayRun::Step) {
        m_slotsLeft += std::min(count, std::numeric_limits<std::uint32_t>::max() - m_slotsLeft);
    } else {
        begin(ReplayRun::Step);
        m_slotsLeft = count;
    }
    m_state.paused = true;
    changed();
}

void ReplayControl::runToFlag() {
    const std::scoped_lock lock(m_mutex);
    begin(ReplayRun::ToFlag);
    m_state.paused = true;
    changed();
}

void ReplayControl::runToAlert() {
    const std::scoped_lock lock(m_mutex);
    begin(ReplayRun::ToAlert);
    m_state.paused = true;
    changed();
}

void ReplayControl::runTo(const ReplayTarget& target) {
    const std::scoped_lock lock(m_mutex);
    begin(ReplayRun::ToTarget);
    m_state.target = target;
    changed();
}

void ReplayControl::cancel() {
    const std::scoped_lock lock(m_mutex);
    if (m_state.run != ReplayRun::Play) stopHere();
    changed();
}

void ReplayControl::close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    changed();
}

bool ReplayControl::passed(const ReplayTarget& target) const {
    const std::scoped_lock lock(m_mutex);
    if (m_state.frames == 0) return false;
    if (target.progress) return *target.progress < m_state.progress;
    // Only whole slots are shown: the one that was played last is over, or is being played.
    if (target.slot) return m_state.slot && *target.slot < *m_state.slot;
    if (!target.time) return false;
    const auto at = m_state.arrival ? m_state.arrival : m_state.time;
    return at && *target.time < *at;
}

std::optional<std::uint64_t> ReplayControl::slotBefore(std::size_t count) const {
    const std::scoped_lock lock(m_mutex);
    if (count >= m_slots.size()) return std::nullopt;
    return m_slots[m_slots.size() - 1 - count];
}

ReplayState ReplayControl::state() const {
    const std::scoped_lock lock(m_mutex);
    ReplayState out = m_state;
    if (!out.target) return out;
    double from = m_runFrom;
    double at = out.progress;
    double to = 1;
    if (out.target->progress) {
        to = *out.target->progress;
    } else if (out.target->time && out.time && m_runFromTime != 0) {
        from = static_cast<double>(m_runFromTime);
        at = static_cast<double>(*out.time);
        to = static_cast<double>(*out.target->time);
    } else {
        return out;  // how far a slot or an unknown time is away, nobody knows
    }
    if (to > from) out.runProgress = std::clamp((at - from) / (to - from), 0.0, 1.0);
    return out;
}

bool ReplayControl::reached(const ReplayTarget& target, const Next& next) const {
    if (target.progress) return next.progress > *target.progress;
    if (target.slot) return next.slot && *next.slot > *target.slot;
    if (!target.time) return true;
    if (next.received > 0) return secondOf(next.received) > *target.time;
    return m_state.time && *m_state.time > *target.time;
}

bool ReplayControl::mayStep(const Next& next) {
    const bool begins = next.slot ? m_slots.empty() || *next.slot > m_slots.back() : m_slots.empty();
    if (!begins) return true;
    if (m_slotsLeft == 0) return false;
    --m_slotsLeft;
    return true;
}

std::optional<ReplayControl::Wait> ReplayControl::turn(const Next& next, Steady::time_point now) {
    const std::scoped_lock lock(m_mutex);
    if (m_closed) return Wait::zero();
    switch (m_state.run) {
        case ReplayRun::ToFlag:
        case ReplayRun::ToAlert: return Wait::zero();
        case ReplayRun::Step:
            if (mayStep(next)) return Wait::zero();
            stopHere();
            return std::nullopt;
        case ReplayRun::ToTarget:
            if (!reached(*m_state.target, next)) return Wait::zero();
            m_state.run = ReplayRun::Play;
            m_state.target.reset();
            m_pace.reset();
            break;
        case ReplayRun::Play: break;
    }
    if (m_state.paused) return std::nullopt;
    if (m_state.speed == 0 || next.received <= 0) return Wait::zero();
    if (!m_pace) m_pace = {m_lastReceived > 0 ? m_lastReceived : next.received, now};
    const double recorded = static_cast<double>(next.received) - static_cast<double>(m_pace->recorded);
    constexpr double kForever = 1e18;
    const Wait due{std::llround(std::clamp(recorded / m_state.speed, 0.0, kForever))};
    return std::max(Wait::zero(), due - std::chrono::duration_cast<Wait>(now - m_pace->played));
}

void ReplayControl::played(const Next& next, const Seen& seen) {
    const std::scoped_lock lock(m_mutex);
    ++m_state.frames;
    m_state.progress = std::max(m_state.progress, next.progress);
    m_state.time = seen.time;
    if (next.slot && (m_slots.empty() || *next.slot > m_slots.back())) {
        m_slots.push_back(*next.slot);
        if (m_slots.size() > kSlotsKept) m_slots.pop_front();
    }
    m_state.slot = m_slots.empty() ? seen.slot : std::optional{std::max(seen.slot.value_or(0), m_slots.back())};
    if (next.received > 0) {
        m_lastReceived = next.received;
        m_state.arrival = secondOf(next.received);
    }
    if (m_runFromTime == 0 && seen.time) m_runFromTime = *seen.time;
    m_state.flags = seen.flags;
    m_state.alerts = seen.alerts;
    const bool found = (m_state.run == ReplayRun::ToFlag && seen.flags > m_flagsBefore) ||
                       (m_state.run == ReplayRun::ToAlert && seen.alerts > m_alertsBefore);
    if (found) stopHere();
}

void ReplayControl::end() {
    const std::scoped_lock lock(m_mutex);
    if (m_state.ended) return;
    m_state.ended = true;
    m_state.run = ReplayRun::Play;
    m_state.target.reset();
    m_state.progress = 1;
}

bool ReplayControl::hurrying() const {
    const std::scoped_lock lock(m_mutex);
    return m_state.run == ReplayRun::ToFlag || m_state.run == ReplayRun::ToAlert ||
           m_state.run == ReplayRun::ToTarget;
}

bool ReplayControl::closed() const {
    const std::scoped_lock lock(m_mutex);
    return m_closed;
}

void ReplayControl::waitFor(Wait most) {
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, most, [this] { return m_woken || m_closed; });
    m_woken = false;
}

void ReplayControl::wake() {
    const std::scoped_lock lock(m_mutex);
    m_woken = true;
    m_wake.notify_all();
}

std::optional<std::uint64_t> slotNamedIn(const source::Frame& frame) noexcept {
    if (frame.channel != source::Channel::Ws && frame.channel != source::Channel::EventLine) return std::nullopt;
    constexpr std::string_view kKey = "\"slot\":";
    // A message tells its slot early; names and logs of the market come later and are not looked through.
    constexpr std::size_t kLookedAt = 1'024;
    const std::string_view text = std::string_view(frame.bytes).substr(0, kLookedAt);
    const auto at = text.find(kKey);
    if (at == std::string_view::npos) return std::nullopt;
    constexpr std::size_t kMostDigits = 19;
    std::uint64_t slot = 0;
    std::size_t digits = 0;
    for (std::size_t i = at + kKey.size();
         i < text.size() && (text[i] == ' ' || (text[i] >= '0' && text[i] <= '9')); ++i) {
        if (text[i] == ' ') {
            if (digits != 0) break;
            continue;
        }
        if (++digits > kMostDigits) return std::nullopt;
        slot = slot * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
    return digits == 0 ? std::nullopt : std::optional{slot};
}

}  // namespace core::pipeline
