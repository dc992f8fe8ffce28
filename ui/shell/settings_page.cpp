// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_page.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace ui {

SettingsPage::SettingsPage(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_form(new QFormLayout(this)) {
    setAccessibleName(title);
    m_form->setContentsMargins(16, 12, 16, 12);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void SettingsPage::addRow(const QString& label, QWidget* field, const QString& note) {
    auto* name = new QLabel(label);
    name->setBuddy(field);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(label);
    m_form->addRow(name, field);
    Row row{label + u' ' + note, {name, field}};
    if (!note.isEmpty()) {
        auto* text = new QLabel(note);
        text->setWordWrap(true);
        text->setFont(theme::font(11));
        text->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
        m_form->addRow(nullptr, text);
        field->setAccessibleDescription(note);
        row.parts.push_back(text);
    }
    m_rows.push_back(std::move(row));
}

int SettingsPage::filter(const QString& text) {
    const bool whole = m_title.contains(text, Qt::CaseInsensitive);
    int shown = 0;
    for (const Row& row : m_rows) {
        const bool wanted = text.isEmpty() || whole || row.words.contains(text, Qt::CaseInsensitive);
        for (QWidget* part : row.parts) part->setVisible(wanted);
        shown += wanted ? 1 : 0;
    }
    return shown;
}

}  // namespace ui
