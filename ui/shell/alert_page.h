// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings_page.h"

#include <QTime>

class QCheckBox;
class QLabel;
class QPushButton;
class QSettings;
class QSpinBox;
class QTimeEdit;

namespace ui {

/// How alerts reach the user, as chosen. Every alert is listed whatever stands here.
struct AlertChoice {
    bool outside = true;    ///< say them outside of the window
    int perHour = 30;       ///< further ones are folded
    QTime quietFrom{0, 0};  ///< equal to quietTo: never quiet
    QTime quietTo{0, 0};
    bool criticalPasses = true;  ///< quiet hours hold back all but the gravest
    bool sound = false;

    static constexpr int kMostPerHour = 600;

    friend bool operator==(const AlertChoice&, const AlertChoice&) = default;
};
[[nodiscard]] AlertChoice readAlertChoice(const QSettings& settings);
void keepAlertChoice(QSettings& settings, const AlertChoice& choice);

/// The settings of alerts. Thread: GUI.
class AlertPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit AlertPage(const AlertChoice& choice, QWidget* parent = nullptr);
    /// Where notices go now.
    void setChannel(const QString& channel);
    void reset() override;

signals:
    void changed(const ui::AlertChoice& choice);
    void testAsked();

private:
    void show(const AlertChoice& choice);
    void take();

    AlertChoice m_choice;
    QCheckBox* m_outside;
    QLabel* m_channel;
    QPushButton* m_test;
    QSpinBox* m_perHour;
    QTimeEdit* m_from;
    QTimeEdit* m_to;
    QCheckBox* m_critical;
    QCheckBox* m_sound;
};

}  // namespace ui
