// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/past_windows.h"

#include "app/window_keeper.h"
#include "ui/format/time_text.h"
#include "ui/theme/appearance.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace app {

struct PastWindows::Past {
    Past(const core::Clock& clock, const std::filesystem::path& database, const QString& settingsFile,
         const QString& chartFolder)
        : session(clock, database, false, std::nullopt), keeper(session, settingsFile, chartFolder) {}

    Session session;
    WindowKeeper keeper;
};

PastWindows::PastWindows(const core::Clock& clock, std::filesystem::path database, QString settingsFile,
                         QString chartFolder)
    : m_clock(clock),
      m_database(std::move(database)),
      m_settingsFile(std::move(settingsFile)),
      m_chartFolder(std::move(chartFolder)) {}

PastWindows::~PastWindows() = default;

WindowKeeper& PastWindows::keeper(std::size_t index) const {
    return m_windows[index]->keeper;
}

Session& PastWindows::session(std::size_t index) const {
    return m_windows[index]->session;
}

void PastWindows::arm(std::shared_ptr<const core::alert::RuleSet> rules, core::alert::Watchlists lists) {
    m_rules = std::move(rules);
    m_lists = std::move(lists);
    for (const auto& past : m_windows) past->session.arm(m_rules, m_lists);
}

void PastWindows::open(const ui::bridge::PastMoment& moment) {
    if (m_windows.size() >= kMost) m_windows.erase(m_windows.begin());
    const QDir folder(QFileInfo(m_settingsFile).absoluteDir().filePath(QStringLiteral("past")));
    (void)folder.mkpath(QStringLiteral("."));
    const QString settingsFile = folder.filePath(QStringLiteral("settings.ini"));
    {
        const QSettings first(m_settingsFile, QSettings::IniFormat);
        QSettings own(settingsFile, QSettings::IniFormat);
        ui::theme::keepAppearance(own, ui::theme::readAppearance(first));
    }
    auto& past = m_windows.emplace_back(std::make_unique<Past>(m_clock, m_database, settingsFile, m_chartFolder));
    past->session.setAddressList(m_addresses);
    past->session.arm(m_rules, m_lists);
    past->keeper.setLabelFile(QFileInfo(m_settingsFile).absoluteDir().filePath(QStringLiteral("labels.json")));
    if (m_charts != nullptr) past->keeper.shareCharts(*m_charts);
    past->session.openStored(moment.from, moment.to, moment.at, 1);
    const QString title =
        tr("Cabalscope, as of %1").arg(ui::format::dateTime(moment.at.time.value_or(moment.from)));
    ui::MainWindow& window = past->keeper.beginPast(title);
    if (moment.coin) window.openToken(*moment.coin);
    // Not from inside the window that is to go.
    connect(
        &past->keeper, &WindowKeeper::closed, this, [this, closed = past.get()] { drop(closed); },
        Qt::QueuedConnection);
    window.show();
}

void PastWindows::closeAll() {
    m_windows.clear();
}

void PastWindows::drop(const Past* past) {
    std::erase_if(m_windows, [past](const auto& one) { return one.get() == past; });
}

}  // namespace app
