// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"

#include <QObject>

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>

namespace app {

/// Brings alerts from the engine's thread to the window's at once: snapshots come thirty times a second, which is
/// too late for an alarm. Bounded; what finds no room is dropped and counted, since the list in the snapshot has it
/// too.
class AlertPost final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kRoom = 1'000;

    using QObject::QObject;

    /// Thread: any. Never waits.
    void offer(const core::Alert& alert);
    /// Thread: any.
    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_dropped; }

signals:
    /// On the thread of the post.
    void arrived(const core::Alert& alert);

private:
    void deliver();

    std::mutex m_mutex;  ///< guards the two below
    std::deque<core::Alert> m_waiting;
    bool m_called = false;
    std::atomic<std::uint64_t> m_dropped{0};
};

}  // namespace app
