// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/notice_chain.h"

#include "core/base/text.h"

namespace app {
namespace {

constexpr std::size_t kLongestTitle = 80;
constexpr std::size_t kLongestBody = 400;

// Names come from strangers.
QString plain(const QString& text, std::size_t longest) {
    return QString::fromStdString(core::sanitizeText(text.toStdString(), longest));
}

}  // namespace

NoticeChain::NoticeChain(ui::bridge::Notifier& desktop, Tray& tray, QObject* parent)
    : Notifier(parent), m_desktop(desktop), m_tray(tray) {
    connect(&m_desktop, &Notifier::acted, this, &Notifier::acted);
    connect(&m_desktop, &Notifier::channelChanged, this, &Notifier::channelChanged);
    connect(&m_desktop, &Notifier::leftInside, this, [this](const ui::bridge::Notice& notice) {
        if (!m_tray.present()) {
            emit leftInside(notice);
            return;
        }
        m_said = notice.key;
        m_tray.say(plain(notice.title, kLongestTitle), plain(notice.body, kLongestBody), notice.urgency);
    });
    connect(&m_tray, &Tray::clicked, this, [this] {
        if (!m_said.isEmpty()) emit acted(m_said, QStringLiteral("open"));
    });
}

void NoticeChain::notify(const ui::bridge::Notice& notice) {
    m_desktop.notify(notice);
}

bool NoticeChain::reachesDesktop() const {
    return m_desktop.reachesDesktop() || m_tray.present();
}

QString NoticeChain::channel() const {
    return !m_desktop.reachesDesktop() && m_tray.present() ? tr("messages of the tray") : m_desktop.channel();
}

}  // namespace app
