// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reliability.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace ui {

class DataTable;
class ReliabilityModel;
class ReliabilityPlot;

/// Whether the confidences of alerts are the frequencies they claim to be, by the user's verdicts or by what prices
/// did: a table of rules or kinds, and the curve of the one that is chosen. Thread: GUI.
class CalibrationPane final : public QWidget {
    Q_OBJECT
public:
    explicit CalibrationPane(QWidget* parent = nullptr);

    /// Null: nothing is known yet.
    void show(const std::shared_ptr<const core::review::CalibrationReport>& report);
    using QWidget::show;
    /// Says whether alerts of this session are stored at all.
    void setKeeps(bool keeps);
    [[nodiscard]] DataTable& table() const { return *m_table; }
    [[nodiscard]] const ReliabilityPlot& plot() const { return *m_plot; }

signals:
    /// It came into sight or left it.
    void looked(bool visible);
    void said(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void list();
    void draw();
    [[nodiscard]] QString few(const core::review::Reliability& shown) const;

    std::shared_ptr<const core::review::CalibrationReport> m_report;
    ReliabilityModel* m_model;
    DataTable* m_table;
    ReliabilityPlot* m_plot;
    QLabel* m_note;
    QLabel* m_sentence;
    QToolButton* m_verdicts;
    QToolButton* m_falls;
    QToolButton* m_rules;
    QToolButton* m_kinds;
    bool m_keeps = false;
};

}  // namespace ui
