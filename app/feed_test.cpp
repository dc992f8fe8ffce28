// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed_test.h"

#include "core/source/live_plan.h"

#include <utility>

namespace app {

FeedTest::~FeedTest() {
    cancel();
}

void FeedTest::run(const core::source::LiveOptions& options) {
    const std::uint64_t run = ++m_run;
    m_thread = std::jthread([this, run, options](const std::stop_token& stop) {
        // Posted to this object: what is still on its way when it goes is dropped by Qt.
        const auto tell = [this, run](auto&& call) {
            QMetaObject::invokeMethod(
                this,
                [this, run, call = std::forward<decltype(call)>(call)] {
                    if (run == m_run) call();
                },
                Qt::QueuedConnection);
        };
        core::source::ProbeWatch watch;
        watch.begun = [&](core::source::ProbeStage stage) { tell([this, stage] { emit begun(stage); }); };
        watch.ended = [&](const core::source::ProbeStep& step) { tell([this, step] { emit stepped(step); }); };
        (void)core::source::probeFeed(options, stop, watch);
        tell([this] { emit finished(); });
    });
}

QString FeedTest::hostOf(const core::source::LiveOptions& options) {
    const auto plan = core::source::planLive(options);
    return QString::fromStdString(plan ? plan->websocket.host : options.source);
}

void FeedTest::cancel() {
    m_thread.request_stop();
}

}  // namespace app
