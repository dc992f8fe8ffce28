// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace core {

/// Newest-wins hand-over of an immutable value from one thread to another: a value not taken in time is
/// overwritten. A mutex and not std::atomic<std::shared_ptr>: libstdc++ 12's is reported as a race by
/// TSan. Thread: any.
template <class T>
class LatestSlot {
public:
    void publish(std::shared_ptr<const T> value) {
        const std::scoped_lock lock(m_mutex);
        m_value = std::move(value);
    }
    /// The newest value; null before the first publish.
    [[nodiscard]] std::shared_ptr<const T> latest() const {
        const std::scoped_lock lock(m_mutex);
        return m_value;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
};

}  // namespace core
