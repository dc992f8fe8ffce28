// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/bridge/replay_desk.h"
#endif

#include <QDialog>

#include <cstdint>
#include <optional>

class QDateTimeEdit;

namespace ui {

/// Asks which moment is to be shown as it was known then.
class MomentDialog final : public QDialog {
    Q_OBJECT
public:
    /// `span`: what is stored; nothing says so and lets nothing be opened.
    explicit MomentDialog(std::optional<bridge::StoredSpan> span, QWidget* parent = nullptr);

signals:
    /// Unix seconds.
    void chosen(qint64 time);

private:
    QDateTimeEdit* m_moment;
};

}  // namespace ui
