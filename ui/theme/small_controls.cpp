// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/small_controls.h"

#include "ui/theme/style.h"

#include <QLabel>
#include <QToolButton>

namespace ui::theme {

QToolButton* flatButton(const QString& id, const QString& text, const QString& toolTip) {
    auto* button = new QToolButton;
    button->setObjectName(id);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setProperty("flat", true);
    button->setFont(font(11));
    return button;
}

QLabel* plainLabel(const QString& id, const QFont& font, const QColor& ink) {
    auto* label = new QLabel;
    label->setObjectName(id);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setStyleSheet(QStringLiteral("color:") + ink.name());
    return label;
}

}  // namespace ui::theme
