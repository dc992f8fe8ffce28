// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deliver/delivery_policy.h"
#include "core/model/alert.h"
#include "ui/bridge/delivery_desk.h"
#include "ui/bridge/notifier.h"
#include "ui/bridge/sounder.h"
#include "ui/shell/alert_page.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <deque>
#include <functional>

namespace app {

/// Decides which alerts are said outside of the window, says them, and does what their buttons ask for. One notice
/// for each coin and rule. Thread: GUI.
class AlertVoice final : public ui::bridge::DeliveryDesk {
    Q_OBJECT
public:
    /// Unix seconds and the minute of the local day; tests hand in their own.
    struct Now {
        std::int64_t seconds = 0;
        int localMinute = 0;
    };
    /// `notifier` must outlive the voice.
    AlertVoice(ui::bridge::Notifier& notifier, std::function<Now()> clock, QObject* parent = nullptr);
    [[nodiscard]] static Now systemTime();

    /// Makes notices heard; must outlive the voice. Without one only the desktop's sound is there.
    void setSounder(ui::bridge::Sounder& sounder) { m_sounder = &sounder; }
    /// The sound that a rule names; empty when it names none.
    std::function<QString(const std::string& rule)> soundOf;
    void choose(const ui::AlertChoice& choice);
    void take(const core::Alert& alert);
    /// A button of a notice, in the desktop or in the window.
    void act(const QString& key, const QString& action);
    /// Takes mutes and do-not-disturb from an INI file and keeps them there from now on.
    void keepIn(const QString& settingsFile);
    void doNotDisturb(std::int64_t untilSeconds) override;
    [[nodiscard]] std::int64_t silentUntil() const override;
    [[nodiscard]] std::vector<ui::bridge::Mute> mutes() const override;
    void mute(const ui::bridge::Mute& mute) override;
    /// A notice that only shows that notices come through.
    void test();
    /// Alerts that were held back since the start, by quiet hours, do-not-disturb, mutes or the allowance.
    [[nodiscard]] std::uint64_t heldBack() const { return m_heldBack; }

signals:
    void openAsked(const core::Alert& alert);
    void copyAsked(const QString& address);
    /// Nothing holds this alert back: outputs may have it.
    void delivered(const core::Alert& alert);
    /// It is to be shown large in the window.
    void cardAsked(const ui::bridge::Notice& notice);
    /// Something for the line below the search box.
    void said(const QString& text);

private:
    void say(const core::Alert& alert, const QString& key);
    /// Plays and speaks; whether the desktop is left to sound.
    bool sound(const core::Alert& alert, const QString& words);
    /// Keeps an alert for the buttons of its notice.
    void remember(const core::Alert& alert, const QString& key);
    void sayFolded();
    void takeSettings(core::deliver::DeliverySettings settings);

    QString m_file;  ///< where mutes are kept; empty: nowhere
    ui::bridge::Notifier& m_notifier;
    ui::bridge::Sounder* m_sounder = nullptr;
    std::function<Now()> m_clock;
    core::deliver::DeliveryPolicy m_policy;
    ui::AlertChoice m_choice;
    QHash<QString, core::Alert> m_alerts;  ///< by key, for the buttons
    std::deque<QString> m_age;
    QTimer m_foldTimer;
    std::uint64_t m_heldBack = 0;
};

/// The words of an alert's notice.
[[nodiscard]] ui::bridge::Notice noticeOf(const core::Alert& alert, const QString& key);

}  // namespace app
