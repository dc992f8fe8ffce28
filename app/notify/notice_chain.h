// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/notifier.h"

#include <deque>

namespace app {

/// A tray that can say something; the desktop's in the program, another one in tests. Thread: GUI.
class Tray : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Whether there is a tray now, and it shows messages.
    [[nodiscard]] virtual bool present() const = 0;
    virtual void say(const QString& title, const QString& body, ui::bridge::Notice::Urgency urgency) = 0;

signals:
    /// The message that was said last was clicked.
    void clicked();
};

/// Says notices where the desktop says them, else as a message of the tray, else leaves them to the window. Thread:
/// GUI.
class NoticeChain final : public ui::bridge::Notifier {
    Q_OBJECT
public:
    /// Both must outlive this.
    NoticeChain(ui::bridge::Notifier& desktop, Tray& tray, QObject* parent = nullptr);

    void notify(const ui::bridge::Notice& notice) override;
    [[nodiscard]] bool reachesDesktop() const override;
    [[nodiscard]] QString channel() const override;

private:
    ui::bridge::Notifier& m_desktop;
    Tray& m_tray;
    QString m_said;  ///< key of what the tray said last
};

}  // namespace app
