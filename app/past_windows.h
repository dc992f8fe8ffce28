// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "app/session.h"
#include "ui/bridge/past_moment.h"
#endif

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace app {

class ChartFileStore;
class WindowKeeper;

/// Windows on stored times, each with a session of its own, beside the one that is live. They can replay and
/// nothing else: no live feed, no alerts. Labels are shared with the first window, looks are taken from it when
/// they open; how their panes stand is kept apart. Thread: GUI.
class PastWindows final : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive this. `settingsFile` is the first window's; theirs stand in a folder beside it.
    PastWindows(const core::Clock& clock, std::filesystem::path database, QString settingsFile,
                QString chartFolder);
    ~PastWindows() override;

    /// The user's list of services; see Session.
    void setAddressList(std::filesystem::path file) { m_addresses = std::move(file); }
    /// Where their charts keep drawings, shared with the first window; must outlive this.
    void setCharts(ChartFileStore& charts) { m_charts = &charts; }
    /// What is armed there, so that a replay says what the session would have said.
    void arm(std::shared_ptr<const core::alert::RuleSet> rules, core::alert::Watchlists lists);
    /// Opens a window that stands still at the moment. At most kMost are open; the oldest makes room.
    void open(const ui::bridge::PastMoment& moment);
    [[nodiscard]] std::size_t count() const { return m_windows.size(); }
    /// The n-th, oldest first.
    [[nodiscard]] WindowKeeper& keeper(std::size_t index) const;
    [[nodiscard]] Session& session(std::size_t index) const;
    void closeAll();

    static constexpr std::size_t kMost = 4;

private:
    struct Past;
    void drop(const Past* past);

    const core::Clock& m_clock;
    std::filesystem::path m_database;
    QString m_settingsFile;
    QString m_chartFolder;
    ChartFileStore* m_charts = nullptr;
    std::filesystem::path m_addresses;
    std::shared_ptr<const core::alert::RuleSet> m_rules;
    core::alert::Watchlists m_lists;
    std::vector<std::unique_ptr<Past>> m_windows;
};

}  // namespace app
