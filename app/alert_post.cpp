// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alert_post.h"

#include <QMetaObject>

#include <utility>

namespace app {

void AlertPost::offer(const core::Alert& alert) {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.size() >= kRoom) {
            ++m_dropped;
            return;
        }
        m_waiting.push_back(alert);
        if (std::exchange(m_called, true)) return;
    }
    // One call brings all that came until it runs: a storm of alerts is one event for the window.
    QMetaObject::invokeMethod(
        this, [this] { deliver(); }, Qt::QueuedConnection);
}

void AlertPost::deliver() {
    std::deque<core::Alert> alerts;
    {
        const std::scoped_lock lock(m_mutex);
        alerts.swap(m_waiting);
        m_called = false;
    }
    for (const core::Alert& alert : alerts) emit arrived(alert);
}

}  // namespace app
