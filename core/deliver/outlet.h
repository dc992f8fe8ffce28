// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/deliver/output.h"
#include "core/source/token_bucket.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace core::deliver {

/// How an output is fed.
struct OutletOptions {
    std::string name;  ///< shown: "Telegram"
    std::size_t capacity = 256;
    double perSecond = 1;  ///< tries
    unsigned tries = 5;
    std::chrono::milliseconds backoffFirst{500};
    std::chrono::milliseconds backoffMax{30'000};
    std::chrono::milliseconds deadline{120'000};     ///< from the offer on; what is older warns nobody
    std::chrono::milliseconds stalledAfter{20'000};  ///< one try that takes longer is told as a stall
    std::uint64_t jitterSeed = 0;                    ///< 0 = from the machine
};

struct OutletStats {
    std::string name;
    QueueStats queue;  ///< `dropped`: no room
    std::uint64_t sent = 0;
    std::uint64_t failed = 0;  ///< given up
    std::uint64_t late = 0;    ///< past the deadline before they could be sent
    std::uint64_t retries = 0;
    bool stalled = false;  ///< a try hangs
    std::string error;     ///< of the last try; empty when it went well
};

/// One output with its thread, queue, retries and limits. A slow or dead one holds up nobody: an offer never waits.
/// Thread: any.
class Outlet {
public:
    Outlet(std::unique_ptr<Output> output, OutletOptions options);
    /// Gives up what is left.
    ~Outlet();
    Outlet(const Outlet&) = delete;
    Outlet& operator=(const Outlet&) = delete;

    /// Queues an alert, or drops and counts it when there is no room.
    bool offer(const Alert& alert);
    /// Queues an alert and waits for room: for replays, which nobody waits for.
    bool offerAll(const Alert& alert);
    /// Takes no more, sends what is queued within `patience`, and ends.
    void finish(std::chrono::milliseconds patience);
    [[nodiscard]] OutletStats stats() const;

private:
    struct Item {
        Alert alert;
        std::chrono::steady_clock::time_point offered;
    };

    void run(const std::stop_token& stop);
    void send(const Item& item, const std::stop_token& stop);
    /// Waits; false when asked to stop.
    bool pause(std::chrono::nanoseconds time, const std::stop_token& stop);

    const OutletOptions m_options;
    std::optional<source::TokenBucket> m_bucket;  ///< of the thread
    std::unique_ptr<Output> m_output;
    BoundedQueue<Item> m_queue;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_signal;
    OutletStats m_stats;
    std::optional<std::chrono::steady_clock::time_point> m_tryingSince;
    bool m_over = false;
    std::jthread m_thread;
};

}  // namespace core::deliver
