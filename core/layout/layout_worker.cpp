// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/layout_worker.h"

#include <chrono>
#include <utility>

namespace core::layout {

LayoutWorker::LayoutWorker(std::function<void()> onDone)
    : m_onDone(std::move(onDone)), m_thread([this] { run(); }) {}

LayoutWorker::~LayoutWorker() {
    {
        const std::lock_guard lock(m_lock);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

std::uint64_t LayoutWorker::submit(LayoutInput input) {
    std::uint64_t job = 0;
    {
        const std::lock_guard lock(m_lock);
        m_waiting = std::move(input);
        job = ++m_newest;
        m_done.reset();
    }
    m_wake.notify_all();
    return job;
}

std::optional<LayoutWorker::Done> LayoutWorker::take() {
    const std::lock_guard lock(m_lock);
    return std::exchange(m_done, std::nullopt);
}

void LayoutWorker::wait() {
    std::unique_lock lock(m_lock);
    m_idle.wait(lock, [this] { return m_finished == m_newest || m_stopping; });
}

void LayoutWorker::run() {
    std::unique_lock lock(m_lock);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || m_waiting; });
        if (m_stopping) return;
        const LayoutInput input = *std::exchange(m_waiting, std::nullopt);
        const std::uint64_t job = m_newest;
        lock.unlock();
        const auto began = std::chrono::steady_clock::now();
        LayoutResult result = layoutGraph(input, [this, job] {
            const std::lock_guard guard(m_lock);
            return m_stopping || m_newest != job;
        });
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
        lock.lock();
        m_finished = job;
        const bool wanted = job == m_newest && !m_stopping;
        if (wanted) m_done = Done{job, std::move(result), took.count()};
        m_idle.notify_all();
        if (!wanted || !m_onDone) continue;
        lock.unlock();
        m_onDone();
        lock.lock();
    }
}

}  // namespace core::layout
