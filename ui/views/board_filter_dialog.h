// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/board_presets.h"

#include <QDialog>

#include <map>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Edits one filter: least and most of every figure, words of the name, what becomes of unknown figures.
class BoardFilterDialog final : public QDialog {
    Q_OBJECT
public:
    explicit BoardFilterDialog(const BoardPreset& preset, QWidget* parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] core::pipeline::BoardFilter filter() const;

signals:
    /// The user wants it kept. `asNew`: as a further preset.
    void kept(const QString& name, const core::pipeline::BoardFilter& filter, bool asNew);

private:
    struct Bounds {
        QLineEdit* least;
        QLineEdit* most;
    };
    void addFigure(class QGridLayout* grid, int row, int column, core::pipeline::BoardFigure figure);
    void check();
    void keep(bool asNew);

    QLineEdit* m_name;
    std::map<core::pipeline::BoardFigure, Bounds> m_bounds;
    QLineEdit* m_words;
    QLineEdit* m_without;
    QCheckBox* m_unknown;
    QCheckBox* m_blocked;
    QLabel* m_wrong;
    QPushButton* m_save = nullptr;  ///< null for a preset that is not changed
    QPushButton* m_saveNew = nullptr;
};

}  // namespace ui
