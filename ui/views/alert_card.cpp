// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alert_card.h"

#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int kWidth = 560;

}  // namespace

AlertCard::AlertCard(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("alertCard"));
    setFixedWidth(kWidth);
    const auto& colors = theme::palette();
    m_title = theme::plainLabel(QStringLiteral("alertCardTitle"), theme::font(20, true), colors.danger);
    m_body = theme::plainLabel(QStringLiteral("alertCardBody"), theme::font(16), colors.strong);
    m_body->setWordWrap(true);
    m_more = theme::plainLabel(QStringLiteral("alertCardMore"), theme::font(11), colors.dim);
    auto* foot = new QHBoxLayout;
    const auto add = [&](const char* id, const QString& text, const QString& toolTip, auto run) {
        auto* button = theme::flatButton(QLatin1String(id), text, toolTip);
        button->setProperty("flat", false);
        connect(button, &QToolButton::clicked, this, run);
        foot->addWidget(button);
    };
    add("alertCardOpen", tr("Open"), tr("Opens the coin and the evidence (Ctrl+Return)"),
        [this] { openCurrent(); });
    add("alertCardMute", tr("Mute 1 h"), tr("Says nothing of this coin for an hour"), [this] { act("mute"); });
    add("alertCardClose", tr("Put away"), tr("It stays in the list (Ctrl+Backspace)"), [this] { putAway(); });
    foot->addStretch();
    foot->addWidget(m_more);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 16);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_body);
    layout->addLayout(foot);
    window->installEventFilter(this);
    hide();
}

void AlertCard::show(const bridge::Notice& notice) {
    const auto same = std::find_if(m_notices.begin(), m_notices.end(),
                                   [&](const bridge::Notice& one) { return one.key == notice.key; });
    if (same != m_notices.end())
        *same = notice;
    else if (m_notices.size() < kMost)
        m_notices.push_back(notice);
    next();
}

void AlertCard::next() {
    if (m_notices.empty()) {
        hide();
        return;
    }
    const bridge::Notice& shown = m_notices.front();
    m_title->setText(shown.title);
    m_body->setText(shown.body);
    m_more->setText(m_notices.size() > 1 ? tr("%1 more").arg(m_notices.size() - 1) : QString());
    setAccessibleName(shown.title);
    setAccessibleDescription(shown.body);
    QWidget::show();
    place();
    // Screen readers hear of it although nothing took the focus.
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void AlertCard::act(const char* action) {
    if (m_notices.empty()) return;
    const QString key = m_notices.front().key;
    m_notices.erase(m_notices.begin());
    next();
    emit acted(key, QLatin1String(action));
}

void AlertCard::openCurrent() {
    act("open");
}

void AlertCard::putAway() {
    if (m_notices.empty()) return;
    m_notices.erase(m_notices.begin());
    next();
}

void AlertCard::place() {
    setFixedWidth(std::min(kWidth, parentWidget()->width() - 24));
    adjustSize();
    move((parentWidget()->width() - width()) / 2, std::max(60, parentWidget()->height() / 4 - height() / 2));
    raise();
}

bool AlertCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

void AlertCard::paintEvent(QPaintEvent*) {
    const auto& colors = theme::palette();
    QPainter painter(this);
    painter.fillRect(rect(), colors.pane);
    painter.setPen(QPen(colors.danger, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

}  // namespace ui
