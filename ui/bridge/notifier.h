// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <cstdint>

namespace ui::bridge {

/// Something to be said outside of the window.
struct Notice {
    enum class Urgency : std::uint8_t { Low, Normal, Critical };
    QString key;    ///< a later notice with this key takes the place of the earlier one
    QString title;  ///< plain text, from hostile names: stripped and cut by the notifier
    QString body;   ///< likewise
    Urgency urgency = Urgency::Normal;
    bool silent = true;
};

/// Says things outside of the window, wherever this system says them. Calls return at once and nothing waits for an
/// answer. Thread: GUI.
class Notifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void notify(const Notice& notice) = 0;
    /// Whether notices reach the desktop now; else they come back as leftInside().
    [[nodiscard]] virtual bool reachesDesktop() const = 0;
    /// Where notices go, for the screen: "gnome-shell 43.9", "no notification service: shown in the window".
    [[nodiscard]] virtual QString channel() const = 0;

signals:
    /// A button of a notice was pressed: "open", "mute" or "copy".
    void acted(const QString& key, const QString& action);
    /// There is nobody to say it: the window may.
    void leftInside(const ui::bridge::Notice& notice);
    void channelChanged();
};

}  // namespace ui::bridge
