// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fact_row.h"

#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

FactRow::FactRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(10, 3, 10, 3);
    m_row->setSpacing(18);
}

QLabel* FactRow::add(const QString& objectName, const QString& caption, const QString& meaning) {
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* name = new QLabel(caption);
    name->setFont(theme::font(11));
    name->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    auto* value = new QLabel;
    value->setObjectName(objectName);
    value->setAccessibleName(caption);
    value->setTextFormat(Qt::PlainText);
    value->setFont(theme::font(12, true));
    if (!meaning.isEmpty()) {
        name->setToolTip(format::plainToolTip(meaning));
        value->setToolTip(format::plainToolTip(meaning));
    }
    column->addWidget(name);
    column->addWidget(value);
    m_row->addLayout(column);
    return value;
}

void FactRow::finish() {
    m_row->addStretch(1);
}

void showFact(QLabel& label, const QString& text, double sign, bool known) {
    const auto& colors = theme::palette();
    // Its accessible name is what it is a figure of.
    label.setAccessibleDescription(text);
    const QColor ink = !known ? colors.dim : sign > 0 ? colors.up : sign < 0 ? colors.down : colors.strong;
    label.setText(text);
    label.setStyleSheet(QStringLiteral("color:") + ink.name());
}

}  // namespace ui
