// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings_page.h"
#include "ui/theme/appearance.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace ui {

/// Colours, language, size and motion. Thread: GUI.
class AppearancePage final : public SettingsPage {
    Q_OBJECT
public:
    explicit AppearancePage(const theme::Appearance& appearance, QWidget* parent = nullptr);
    void reset() override;

signals:
    void changed(const ui::theme::Appearance& appearance);

private:
    void show(const theme::Appearance& appearance);
    void take();

    theme::Appearance m_appearance;
    QComboBox* m_scheme;
    QComboBox* m_directions;
    QComboBox* m_language;
    QComboBox* m_folding;
    QSpinBox* m_scale;
    QCheckBox* m_motion;
};

}  // namespace ui
