// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notice_chain.h"

#include <memory>

class QSystemTrayIcon;

namespace app {

/// The desktop's tray. Its icon is there only once something was said: nobody asked for another one. Thread: GUI.
class DesktopTray final : public Tray {
    Q_OBJECT
public:
    explicit DesktopTray(QObject* parent = nullptr);
    ~DesktopTray() override;

    [[nodiscard]] bool present() const override;
    void say(const QString& title, const QString& body, ui::bridge::Notice::Urgency urgency) override;

private:
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

}  // namespace app
