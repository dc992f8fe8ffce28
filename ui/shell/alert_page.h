// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings_page.h"

#include <QString>
#include <QStringList>
#include <QTime>

#include <cstdint>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSettings;
class QSlider;
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
    bool sound = false;          ///< any at all
    QString soundName{};         ///< of rules that name none; empty: the desktop's own
    int volume = 70;             ///< of the program's sounds, 0 to 100
    enum class Speak : std::uint8_t { Nothing, Critical, Everything };
    Speak speak = Speak::Nothing;
    bool largeCard = false;      ///< the gravest stand large in the window until they are put away

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
    /// Names that can be chosen.
    void setSounds(const QStringList& sounds);
    /// Why nothing would be heard; empty when something would.
    void setTrouble(const QString& sound, const QString& speech);
    /// Where notices go now.
    void setChannel(const QString& channel);
    void reset() override;

signals:
    void changed(const ui::AlertChoice& choice);
    void testAsked();
    void soundTestAsked(const ui::AlertChoice& choice);
    void speechTestAsked();

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
    QComboBox* m_soundName;
    QSlider* m_volume;
    QPushButton* m_soundTest;
    QLabel* m_soundTrouble;
    QComboBox* m_speak;
    QPushButton* m_speechTest;
    QLabel* m_speechTrouble;
    QCheckBox* m_card;
};

}  // namespace ui
