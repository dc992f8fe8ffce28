// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/desktop_tray.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QSystemTrayIcon>

namespace app {
namespace {

using ui::bridge::Notice;

QIcon trayIcon() {
    const QIcon own = QIcon::fromTheme(QStringLiteral("cabalscope"), QGuiApplication::windowIcon());
    if (!own.isNull()) return own;
    // Run from the build there is no icon installed.
    QPixmap drawn(22, 22);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x5a, 0xa9, 0xe6), 3));
    painter.drawEllipse(3, 3, 16, 16);
    return drawn;
}

}  // namespace

DesktopTray::DesktopTray(QObject* parent) : Tray(parent) {}
DesktopTray::~DesktopTray() = default;

bool DesktopTray::present() const {
    return QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages();
}

void DesktopTray::say(const QString& title, const QString& body, Notice::Urgency urgency) {
    if (!m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>(trayIcon());
        m_icon->setToolTip(QStringLiteral("Cabalscope"));
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Tray::clicked);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, &Tray::clicked);
        m_icon->show();
    }
    m_icon->showMessage(title, body,
                        urgency == Notice::Urgency::Critical ? QSystemTrayIcon::Critical
                        : urgency == Notice::Urgency::Normal ? QSystemTrayIcon::Warning
                                                             : QSystemTrayIcon::Information);
}

}  // namespace app
