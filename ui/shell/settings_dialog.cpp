// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include "ui/shell/settings_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

SettingsDialog::SettingsDialog(QWidget* parent)
    : QDialog(parent),
      m_search(new QLineEdit),
      m_names(new QListWidget),
      m_stack(new QStackedWidget),
      m_nothing(new QLabel(tr("No setting is called so."))) {
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAccessibleName(tr("Settings"));
    resize(780, 520);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    m_names->setObjectName(QStringLiteral("settingsPages"));
    m_names->setAccessibleName(tr("Pages"));
    m_names->setFixedWidth(160);
    m_nothing->hide();
    auto* back = new QPushButton(tr("Reset this page"));
    back->setObjectName(QStringLiteral("settingsReset"));
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("settingsClose"));
    close->setDefault(true);
    auto* foot = new QHBoxLayout;
    foot->addWidget(back);
    foot->addStretch();
    foot->addWidget(close);
    auto* right = new QVBoxLayout;
    right->addWidget(m_nothing);
    right->addWidget(m_stack, 1);
    right->addLayout(foot);
    auto* left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_names, 1);
    auto* layout = new QHBoxLayout(this);
    layout->addLayout(left);
    layout->addLayout(right, 1);
    connect(m_names, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(back, &QPushButton::clicked, this, [this] {
        const int at = m_names->currentRow();
        if (at >= 0) m_pages[static_cast<std::size_t>(at)]->reset();
    });
}

void SettingsDialog::addPage(SettingsPage* page) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(page);
    m_pages.push_back(page);
    m_stack->addWidget(area);
    m_names->addItem(page->title());
    if (m_names->currentRow() < 0) m_names->setCurrentRow(0);
}

void SettingsDialog::openPage(const QString& title) {
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        if (m_pages[i]->title() == title) m_names->setCurrentRow(static_cast<int>(i));
}

void SettingsDialog::search(const QString& text) {
    int first = -1;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const int place = static_cast<int>(i);
        const bool any = m_pages[i]->filter(text.trimmed()) > 0;
        m_names->item(place)->setHidden(!any);
        if (any && first < 0) first = place;
    }
    m_nothing->setVisible(first < 0);
    m_stack->setVisible(first >= 0);
    if (first >= 0 && (m_names->currentRow() < 0 || m_names->item(m_names->currentRow())->isHidden()))
        m_names->setCurrentRow(first);
}

}  // namespace ui
