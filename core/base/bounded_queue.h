// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// What a queue has seen; every queue of the program shows this on the data-health page.
struct QueueStats {
    std::size_t capacity = 0;
    std::size_t size = 0;
    std::size_t highWater = 0;
    std::uint64_t pushed = 0;
    std::uint64_t dropped = 0;
    std::size_t bytes = 0;  ///< of what waits; 0 where nobody weighs
};

/// A multi-producer, single-consumer queue, bounded by count and, where items differ in size, by bytes. `tryPush`
/// drops and counts when full, `push` waits.
/// Thread: any. After `close()` pushes are refused and `popAll` drains what is left.
template <class T>
class BoundedQueue {
public:
    using BytesOf = std::size_t (*)(const T&);

    explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}
    /// Takes nothing more while what waits weighs `mostBytes` or more by `bytesOf`: one item may go beyond.
    BoundedQueue(std::size_t capacity, std::size_t mostBytes, BytesOf bytesOf)
        : m_capacity(capacity), m_mostBytes(mostBytes), m_bytesOf(bytesOf) {}

    /// Adds the item, or drops it and counts the drop. Returns whether it was taken.
    bool tryPush(T item) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_closed || full()) {
                ++m_dropped;
                return false;
            }
            take(std::move(item));
        }
        m_filled.notify_one();
        return true;
    }

    /// Adds the item, waiting for room. Returns false only when the queue is closed.
    bool push(T item) {
        {
            std::unique_lock lock(m_mutex);
            m_drained.wait(lock, [this] { return m_closed || !full(); });
            if (m_closed) {
                ++m_dropped;
                return false;
            }
            take(std::move(item));
        }
        m_filled.notify_one();
        return true;
    }

    /// Waits up to `timeout` for items and moves all of them out, oldest first. Empty on time-out or when
    /// closed and drained.
    std::vector<T> popAll(std::chrono::milliseconds timeout) {
        std::vector<T> out;
        {
            std::unique_lock lock(m_mutex);
            m_filled.wait_for(lock, timeout, [this] { return m_closed || m_woken || !m_items.empty(); });
            m_woken = false;
            out.reserve(m_items.size());
            std::move(m_items.begin(), m_items.end(), std::back_inserter(out));
            m_items.clear();
            m_bytes = 0;
        }
        m_drained.notify_all();
        return out;
    }

    /// Ends the wait of popAll now, or the next one, with whatever is there.
    void wake() {
        {
            const std::scoped_lock lock(m_mutex);
            m_woken = true;
        }
        m_filled.notify_all();
    }

    void close() {
        {
            const std::scoped_lock lock(m_mutex);
            m_closed = true;
        }
        m_filled.notify_all();
        m_drained.notify_all();
    }

    [[nodiscard]] bool finished() const {
        const std::scoped_lock lock(m_mutex);
        return m_closed && m_items.empty();
    }

    [[nodiscard]] QueueStats stats() const {
        const std::scoped_lock lock(m_mutex);
        return {m_capacity, m_items.size(), m_highWater, m_pushed, m_dropped, m_bytes};
    }

private:
    [[nodiscard]] bool full() const { return m_items.size() >= m_capacity || m_bytes >= m_mostBytes; }
    void take(T&& item) {
        if (m_bytesOf != nullptr) m_bytes += m_bytesOf(item);
        m_items.push_back(std::move(item));
        ++m_pushed;
        if (m_items.size() > m_highWater) m_highWater = m_items.size();
    }

    const std::size_t m_capacity;
    const std::size_t m_mostBytes = std::numeric_limits<std::size_t>::max();
    const BytesOf m_bytesOf = nullptr;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_drained;
    std::deque<T> m_items;
    std::size_t m_highWater = 0;
    std::size_t m_bytes = 0;
    std::uint64_t m_pushed = 0;
    std::uint64_t m_dropped = 0;
    bool m_closed = false;
    bool m_woken = false;
};

}  // namespace core
