// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/token_pane.h"

class QDoubleSpinBox;

namespace ui {

class TapeModel;

/// The trades of the open token.
class TapePane final : public TokenPane {
    Q_OBJECT
public:
    explicit TapePane(QWidget* parent = nullptr);
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail&) const override { return tr("Tape"); }
    [[nodiscard]] const TapeModel& tape() const { return *m_model; }

private:
    void updateNote();

    TapeModel* m_model;
    DataTable* m_table;
    QDoubleSpinBox* m_least;
    QToolButton* m_collapse = nullptr;
    QToolButton* m_marked;
    QLabel* m_note;
    Detail m_detail;
};

}  // namespace ui
