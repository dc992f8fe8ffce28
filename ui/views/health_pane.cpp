// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/health_pane.h"

#include "ui/models/health_model.h"
#include "ui/theme/small_controls.h"
#include "ui/views/data_table.h"
#include "ui/views/pane_head.h"

#include <QCheckBox>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int kListEvery = 500;  // milliseconds

}  // namespace

HealthPane::HealthPane(QWidget* parent) : QWidget(parent), m_model(new HealthModel(this)) {
    setObjectName(QStringLiteral("healthPane"));
    setAccessibleName(tr("Data health"));
    auto* head = new PaneHead(tr("Data health"));
    m_note = head->addNote(QStringLiteral("healthNote"));
    m_troubled = new QCheckBox(tr("Only what needs attention"));
    m_troubled->setObjectName(QStringLiteral("healthTroubled"));
    m_troubled->setAccessibleName(m_troubled->text());
    connect(m_troubled, &QCheckBox::toggled, this, &HealthPane::list);
    head->addControl(m_troubled);
    m_table = new DataTable(m_model, QStringLiteral("healthTable"), tr("Counters of the data path"));
    constexpr int kFewRows = 88;
    m_table->setMinimumHeight(kFewRows);
    clear();
    connect(m_table, &DataTable::said, this, &HealthPane::said);
    auto* copy = theme::flatButton(QStringLiteral("healthCopy"), tr("Copy all"),
                                   tr("Puts every line on the clipboard as CSV"));
    connect(copy, &QToolButton::clicked, this, [this] {
        m_table->selectAll();
        m_table->copyRows();
        m_table->clearSelection();
    });
    head->addControl(copy);
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &HealthPane::list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_table, 1);
    setMinimumWidth(240);
}

void HealthPane::show(const core::pipeline::Health& health) {
    m_health = health;
    if (!m_listed.isValid() || m_listed.hasExpired(kListEvery))
        list();
    else if (!m_due.isActive())
        m_due.start(kListEvery);
}

void HealthPane::clear() {
    m_due.stop();
    m_listed.invalidate();
    m_health = {};
    m_model->drop();
    m_note->clear();
    m_table->setEmptyText(tr("No feed runs. Connect live or open a recording from the session menu."));
}

void HealthPane::list() {
    m_due.stop();
    m_listed.start();
    m_table->keepPlace([this] { m_model->show(m_health, m_troubled->isChecked()); });
    const auto lines = healthLines(m_health);
    const auto troubles = std::count_if(lines.begin(), lines.end(), isTrouble);
    m_note->setText(troubles == 0 ? tr("nothing needs attention") : tr("needs attention: %1").arg(troubles));
    m_table->setEmptyText(tr("Nothing needs attention."));
}

}  // namespace ui
