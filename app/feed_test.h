// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/probe.h"
#endif

#include <QObject>
#include <QString>

#include <cstdint>
#include <thread>

namespace app {

/// Tries a feed on a thread of its own and tells each step. Thread: GUI.
class FeedTest final : public QObject {
    Q_OBJECT
public:
    explicit FeedTest(QObject* parent = nullptr) : QObject(parent) {}
    /// Ends what is under way and waits for it: moments.
    ~FeedTest() override;

    /// Begins; one that is under way ends untold.
    void run(const core::source::LiveOptions& options);
    /// The step that is under way ends as cancelled.
    void cancel();

    /// What the address of a feed names; the source's name where it names nothing.
    [[nodiscard]] static QString hostOf(const core::source::LiveOptions& options);

signals:
    void begun(core::source::ProbeStage stage);
    void stepped(const core::source::ProbeStep& step);
    /// Nothing more follows.
    void finished();

private:
    std::uint64_t m_run = 0;
    std::jthread m_thread;
};

}  // namespace app
