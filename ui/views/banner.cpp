// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/banner.h"

#include "ui/theme/palette.h"
#include "ui/views/tone_color.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui {

Banner::Banner(const QString& id, QWidget* parent) : QFrame(parent), m_text(new QLabel) {
    setObjectName(id + QStringLiteral("Banner"));
    setAccessibleName(tr("Message"));
    m_text->setObjectName(id + QStringLiteral("Text"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton;
    close->setObjectName(id + QStringLiteral("Close"));
    close->setAccessibleName(tr("Close the message"));
    close->setText(QStringLiteral("✕"));
    close->setProperty("flat", true);
    connect(close, &QToolButton::clicked, this, [this] {
        m_closedTopic = m_topic;
        hide();
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(close);
    hide();
}

void Banner::setMessage(const QString& text, Tone tone, const QString& topic) {
    m_topic = topic;
    if (text.isEmpty()) {
        m_closedTopic.clear();
        m_text->clear();
        hide();
        return;
    }
    if (m_text->text() != text) m_text->setText(text);
    const QString sheet =
        QStringLiteral(
            "Banner, QFrame#%1 { background:%2; border:none; border-bottom:1px solid %3; } QLabel { color:%4; "
            "border:none; }")
            .arg(objectName(), toneFill(tone).name(), toneInk(tone).name(), theme::palette().strong.name());
    if (styleSheet() != sheet) setStyleSheet(sheet);
    setVisible(m_closedTopic != topic);
}

QString Banner::message() const {
    return m_text->text();
}

}  // namespace ui
