// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliver/outlet.h"

#include "core/source/backoff.h"

#include <algorithm>
#include <exception>

namespace core::deliver {
namespace {

using Steady = std::chrono::steady_clock;

}  // namespace

Outlet::Outlet(std::unique_ptr<Output> output, OutletOptions options)
    : m_options(std::move(options)), m_output(std::move(output)), m_queue(m_options.capacity) {
    m_stats.name = m_options.name;
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Outlet::~Outlet() {
    finish(std::chrono::milliseconds::zero());
}

bool Outlet::offer(const Alert& alert) {
    return m_queue.tryPush({alert, Steady::now()});
}

bool Outlet::offerAll(const Alert& alert) {
    return m_queue.push({alert, Steady::now()});
}

void Outlet::finish(std::chrono::milliseconds patience) {
    if (!m_thread.joinable()) return;
    m_queue.close();
    {
        std::unique_lock lock(m_mutex);
        m_signal.wait_for(lock, patience, [this] { return m_over; });
    }
    m_thread.request_stop();
    m_thread.join();
}

OutletStats Outlet::stats() const {
    const std::scoped_lock lock(m_mutex);
    OutletStats out = m_stats;
    out.queue = m_queue.stats();
    out.stalled = m_tryingSince && Steady::now() - *m_tryingSince > m_options.stalledAfter;
    return out;
}

bool Outlet::pause(std::chrono::nanoseconds time, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_signal.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

void Outlet::run(const std::stop_token& stop) {
    constexpr std::chrono::milliseconds kLook{50};
    while (!stop.stop_requested()) {
        for (const Item& item : m_queue.popAll(kLook)) {
            if (stop.stop_requested()) break;
            send(item, stop);
        }
        if (m_queue.finished()) break;
    }
    const std::scoped_lock lock(m_mutex);
    m_over = true;
    m_signal.notify_all();
}

void Outlet::send(const Item& item, const std::stop_token& stop) {
    source::Backoff backoff{m_options.backoffFirst, m_options.backoffMax, m_options.jitterSeed};
    const auto end = item.offered + m_options.deadline;
    for (unsigned tried = 1;; ++tried) {
        if (!m_bucket) m_bucket.emplace(m_options.perSecond, Steady::now());
        if (const auto turn = m_bucket->take(Steady::now()); turn.count() > 0 && !pause(turn, stop)) return;
        if (Steady::now() > end) {
            const std::scoped_lock lock(m_mutex);
            ++m_stats.late;
            return;
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_tryingSince = Steady::now();
        }
        Attempt attempt;
        try {
            attempt = m_output->deliver(item.alert, stop);
        } catch (const std::exception& thrown) {
            // An output's bug is its own: the others and the engine go on.
            attempt = Attempt::giveUp(fail(ErrorCode::Remote, thrown.what()));
        }
        std::chrono::nanoseconds wait{0};
        {
            const std::scoped_lock lock(m_mutex);
            m_tryingSince.reset();
            m_stats.error = attempt.error ? attempt.error->message() : std::string{};
            if (attempt.state == Attempt::State::Done) {
                ++m_stats.sent;
                return;
            }
            if (stop.stop_requested()) return;
            if (attempt.state == Attempt::State::GiveUp || tried >= std::max(m_options.tries, 1U)) {
                ++m_stats.failed;
                return;
            }
            ++m_stats.retries;
            wait = attempt.after ? *attempt.after : backoff.next();
        }
        if (attempt.error && attempt.error->code == ErrorCode::RateLimited) m_bucket->slowDown();
        if (!pause(wait, stop)) return;
    }
}

}  // namespace core::deliver
