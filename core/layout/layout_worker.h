// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/graph_layout.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace core::layout {

/// Lays out graphs on a thread of its own. The newest job wins: one that waits is replaced, one that runs is given
/// up. Thread: any; `onDone` is called on the worker's.
class LayoutWorker {
public:
    struct Done {
        std::uint64_t job = 0;
        LayoutResult result;
        double milliseconds = 0;  ///< it took
    };

    /// `onDone` tells that take() has something; it must not call back into the worker but take().
    explicit LayoutWorker(std::function<void()> onDone = {});
    ~LayoutWorker();
    LayoutWorker(const LayoutWorker&) = delete;
    LayoutWorker& operator=(const LayoutWorker&) = delete;

    /// The number of the job, rising from 1.
    std::uint64_t submit(LayoutInput input);
    /// The result of the newest job, once; nothing while it is not done.
    [[nodiscard]] std::optional<Done> take();
    /// Waits until the newest job is done.
    void wait();

private:
    void run();

    std::function<void()> m_onDone;
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::optional<LayoutInput> m_waiting;
    std::optional<Done> m_done;
    std::uint64_t m_newest = 0;
    std::uint64_t m_finished = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace core::layout
