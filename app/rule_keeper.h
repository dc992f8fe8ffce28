// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "app/alert_lines.h"
#include "ui/bridge/rule_desk.h"
#endif

#include <QFileSystemWatcher>
#include <QSet>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace app {

/// Reads the user's rules file, at the start and whenever it changes, and arms what is to be armed: the rules of
/// the last sound text of the file, shipped rules and price lines, each as its switch says. Switches are kept in
/// the settings. The file is written by write() and take() alone, whole or not at all. Thread: GUI.
class RuleKeeper final : public ui::bridge::RuleDesk {
    Q_OBJECT
public:
    using Arm = std::function<void(std::shared_ptr<const core::alert::RuleSet>, core::alert::Watchlists)>;

    /// Neither file need be there; their folders are.
    RuleKeeper(QString rulesFile, QString settingsFile);

    /// Called at once and whenever what is armed becomes another.
    void setArm(Arm arm);
    /// The lines of all charts, and what becomes of them.
    void readLines(const QString& chartFolder);
    void takeDocument(const QString& name, const QByteArray& document);

    /// The sound that an armed rule names; empty when it names none.
    [[nodiscard]] QString soundOf(const std::string& id) const;

    [[nodiscard]] const std::vector<ui::bridge::RuleState>& rules() const override { return m_states; }
    [[nodiscard]] QString file() const override { return m_file; }
    [[nodiscard]] const std::string& text() const override { return m_text; }
    [[nodiscard]] const std::vector<core::alert::Problem>& problems() const override { return m_problems; }
    [[nodiscard]] QString trouble() const override;
    [[nodiscard]] const core::alert::Watchlists& lists() const override { return m_lists; }
    void setLists(core::alert::Watchlists lists) override;
    void setOn(const QString& id, bool on) override;
    [[nodiscard]] QString write(const std::string& text) override;
    QString take(const QString& otherFile) override;

private:
    /// What stands on the disk now; `error` says why it cannot be read.
    struct OnDisk {
        std::string text;
        QString error;
    };
    [[nodiscard]] OnDisk readFile() const;
    void watch();
    void look();
    void takeText(OnDisk onDisk);
    void build();
    void keepSwitches() const;

    QString m_file;
    QString m_settingsFile;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;  ///< a file that is being written is read when it is quiet
    std::string m_text;
    QString m_unreadable;
    std::vector<core::alert::Problem> m_problems;
    core::alert::RuleSet m_own;  ///< the last sound ones
    bool m_wasSound = false;     ///< m_own is a whole file
    core::alert::Watchlists m_lists;
    QSet<QString> m_on;  ///< switched otherwise than they are written
    QSet<QString> m_off;
    AlertLines m_lines;
    std::vector<ui::bridge::RuleState> m_states;
    Arm m_arm;
};

}  // namespace app
