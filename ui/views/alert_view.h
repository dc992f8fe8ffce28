// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListView;

namespace ui {

class AlertModel;

/// The list of alerts, newest first; a click opens the token and what the alert rests on.
class AlertView final : public QWidget {
    Q_OBJECT
public:
    explicit AlertView(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot);
    void clear();
    [[nodiscard]] const AlertModel& model() const { return *m_model; }

signals:
    void tokenChosen(const core::Mint& mint);
    void alertChosen(const core::Alert& alert);
    /// The rule of an alert is to be seen.
    void ruleAsked(const QString& rule);
    /// The moment of an alert is to be seen again.
    void replayAsked(const core::Alert& alert);

private:
    AlertModel* m_model;
    QListView* m_list;
    QLabel* m_count;
    QLabel* m_hint;
};

}  // namespace ui
