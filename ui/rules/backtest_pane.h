// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/bridge/backtest_desk.h"
#endif

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// Runs rules over recordings or what is stored, and shows what would have come of them. Thread: GUI.
class BacktestPane final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kMostRecent = 8;
    static constexpr int kMostExamples = 1'000;

    /// Recent recordings are kept in the INI file `settingsFile`.
    BacktestPane(const QString& settingsFile, QWidget* parent = nullptr);

    /// Runs them; must outlive the pane.
    void setDesk(bridge::BacktestDesk& desk);
    /// What "this rule" is: null with a sentence about why there is none.
    std::function<std::shared_ptr<const core::alert::RuleSet>(QString& why)> ruleAtHand;
    /// All that are armed.
    std::function<std::shared_ptr<const core::alert::RuleSet>()> armedRules;
    std::function<core::alert::Watchlists()> lists;

    void run();
    void cancel();
    /// Adds a recording to choose and chooses it.
    void addRecordings(const QStringList& files);
    /// The rule at hand is another: what is shown was measured of something else.
    void ruleChanged();
    /// What was measured last; null before.
    [[nodiscard]] const bridge::BacktestDesk::Result& result() const { return m_result; }

signals:
    /// The moment of an example is to be seen: of a recording, else of what is stored.
    void replayAsked(const QString& recording, const core::Alert& alert);
    void measured(const QString& rule, quint32 version, std::optional<double> perDay);

private:
    void fillInputs();
    void showInput();
    void chooseFiles();
    void chooseTruth();
    void keepRecent() const;
    void showState();
    void show(const bridge::BacktestDesk::Result& result);
    using QWidget::show;
    void open(const QTreeWidgetItem* item);
    [[nodiscard]] std::optional<std::vector<std::int64_t>> delays() const;

    QString m_settingsFile;
    bridge::BacktestDesk* m_desk = nullptr;
    bridge::BacktestOrder m_order;  ///< of what runs or is shown
    bridge::BacktestDesk::Result m_result;
    std::vector<QStringList> m_recent;  ///< newest first
    QString m_truthFile;
    bool m_running = false;
    QComboBox* m_what;
    QComboBox* m_input;
    QWidget* m_times;
    QDateTimeEdit* m_from;
    QSpinBox* m_minutes;
    QLineEdit* m_delays;
    QToolButton* m_truth;
    QPushButton* m_run;
    QProgressBar* m_progress;
    QLabel* m_state;
    QTreeWidget* m_figures;
    QTreeWidget* m_examples;
    QLabel* m_examplesHead;
};

}  // namespace ui
