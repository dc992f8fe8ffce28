// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/source.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace test {

/// Keeps what a source delivers and lets a test wait for it. Thread: any.
class RecordingSink {
public:
    /// Long enough for a slow machine; a test only waits so long when it fails.
    static constexpr auto kPatience = std::chrono::seconds(20);

    [[nodiscard]] core::source::Sink sink() {
        return {[this](core::source::Frame&& frame) { return take(std::move(frame)); },
                [this](const core::source::FeedStatus& status) {
                    const std::scoped_lock lock(m_mutex);
                    m_statuses.push_back(status);
                    m_changed.notify_all();
                }};
    }

    using Frames = std::vector<core::source::Frame>;
    using Statuses = std::vector<core::source::FeedStatus>;

    /// Waits until the frames meet the condition; false when they did not in time.
    bool waitFrames(const std::function<bool(const Frames&)>& condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [&] { return condition(m_frames); });
    }
    bool waitStatus(const std::function<bool(const core::source::FeedStatus&)>& condition) {
        std::unique_lock lock(m_mutex);
        std::size_t seen = 0;
        return m_changed.wait_for(lock, kPatience, [&] {
            while (seen < m_statuses.size()) {
                if (condition(m_statuses[seen++])) return true;
            }
            return false;
        });
    }
    bool waitState(core::source::FeedState state) {
        return waitStatus([state](const auto& status) { return status.state == state; });
    }
    /// Waits for the newest status to meet the condition.
    bool waitLatest(const std::function<bool(const core::source::FeedStatus&)>& condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience,
                                  [&] { return !m_statuses.empty() && condition(m_statuses.back()); });
    }

    /// Refuses (and eats) the next `count` frames.
    void refuse(std::size_t count) {
        const std::scoped_lock lock(m_mutex);
        m_refuse = count;
    }
    [[nodiscard]] bool refusing() const {
        const std::scoped_lock lock(m_mutex);
        return m_refuse != 0;
    }
    [[nodiscard]] Frames frames() const {
        const std::scoped_lock lock(m_mutex);
        return m_frames;
    }
    [[nodiscard]] Statuses statuses() const {
        const std::scoped_lock lock(m_mutex);
        return m_statuses;
    }
    [[nodiscard]] core::source::FeedStatus latest() const {
        const std::scoped_lock lock(m_mutex);
        return m_statuses.empty() ? core::source::FeedStatus{} : m_statuses.back();
    }

private:
    bool take(core::source::Frame&& frame) {
        const std::scoped_lock lock(m_mutex);
        const core::source::Frame eaten = std::move(frame);
        if (m_refuse != 0) {
            --m_refuse;
            m_changed.notify_all();
            return false;
        }
        m_frames.push_back(eaten);
        m_changed.notify_all();
        return true;
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Frames m_frames;
    Statuses m_statuses;
    std::size_t m_refuse = 0;
};

}  // namespace test
