// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/backtest/backtest.h"
#include "ui/bridge/replay_desk.h"
#endif

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace ui::bridge {

/// What to run over what.
struct BacktestOrder {
    std::shared_ptr<const core::alert::RuleSet> rules;
    core::alert::Watchlists lists{};
    std::vector<std::filesystem::path> recordings;
    std::optional<core::backtest::Span> stored{};  ///< of the database too, Unix seconds
    std::filesystem::path truth{};                 ///< empty: none
    std::vector<std::int64_t> delays{1, 5, 30};    ///< seconds
};

/// Runs back-tests, one at a time, beside everything else: the same that the command line runs. Thread: GUI.
class BacktestDesk : public QObject {
    Q_OBJECT
public:
    using Result = std::shared_ptr<const core::backtest::Backtest>;
    using QObject::QObject;

    /// Begins; one that runs is cancelled first.
    virtual void start(const BacktestOrder& order) = 0;
    virtual void cancel() = 0;
    /// The recording that comes with the program, when it is installed.
    [[nodiscard]] virtual std::optional<std::filesystem::path> bundled() const = 0;
    /// What live sessions stored.
    [[nodiscard]] virtual std::optional<StoredSpan> stored() const = 0;

signals:
    void progressed(double fraction, quint64 events);
    void finished(const ui::bridge::BacktestDesk::Result& result);
    /// One sentence; empty when it was cancelled.
    void failed(const QString& why);
};

}  // namespace ui::bridge
