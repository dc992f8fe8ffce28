// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/bridge/replay_desk.h"
#endif

#include <QDialog>

#include <cstdint>
#include <optional>

class QDateTimeEdit;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

/// Asks which stored time is to be replayed.
class StoredHourDialog final : public QDialog {
    Q_OBJECT
public:
    /// `span`: what is stored; nothing says so and lets nothing be opened.
    explicit StoredHourDialog(std::optional<bridge::StoredSpan> span, QWidget* parent = nullptr);

signals:
    /// Unix seconds, `from` ≤ t < `to`.
    void chosen(std::int64_t from, std::int64_t to);

private:
    QDateTimeEdit* m_from;
    QSpinBox* m_minutes;
};

}  // namespace ui
