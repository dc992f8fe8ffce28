// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pane_head.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui {
namespace {

constexpr int kHeadHeight = 26;

}  // namespace

PaneHead::PaneHead(const QString& title, QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this)) {
    setFixedHeight(kHeadHeight);
    m_layout->setContentsMargins(8, 0, 8, 0);
    m_layout->setSpacing(8);
    auto* label = new ElidedLabel;
    label->setText(title.toUpper());
    label->setToolTip(title);
    label->setTextFormat(Qt::PlainText);
    QFont bold = theme::font(11, true);
    bold.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    label->setFont(bold);
    m_layout->addWidget(label);
    m_layout->addStretch();
}

QLabel* PaneHead::addNote(const QString& objectName) {
    auto* note = new QLabel;
    note->setObjectName(objectName);
    note->setTextFormat(Qt::PlainText);
    note->setFont(theme::font(11));
    note->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    m_layout->insertWidget(m_layout->count() - 1, note);
    return note;
}

void PaneHead::addControl(QWidget* control) {
    m_layout->addWidget(control);
}

void PaneHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().bar);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::palette().line);
}

}  // namespace ui
