// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/health_dialog.h"

#include "ui/format/token_text.h"
#include "ui/models/health_text.h"
#include "ui/views/tone_color.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

HealthDialog::HealthDialog(QWidget* parent) : QDialog(parent), m_tree(new QTreeWidget) {
    setObjectName(QStringLiteral("healthDialog"));
    setWindowTitle(tr("Data health"));
    setAccessibleName(tr("Data health"));
    resize(720, 560);
    m_tree->setObjectName(QStringLiteral("healthTree"));
    m_tree->setAccessibleName(tr("Counters of the data path"));
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({tr("Part"), tr("What"), tr("Value")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setColumnWidth(0, 230);
    m_tree->setColumnWidth(1, 180);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree);
}

void HealthDialog::show(const core::pipeline::Health& health) {
    const std::vector<HealthLine> lines = healthLines(health);
    const int count = static_cast<int>(lines.size());
    while (m_tree->topLevelItemCount() > count) delete m_tree->takeTopLevelItem(m_tree->topLevelItemCount() - 1);
    while (m_tree->topLevelItemCount() < count) m_tree->addTopLevelItem(new QTreeWidgetItem);
    for (int i = 0; i < count; ++i) {
        const HealthLine& line = lines[static_cast<std::size_t>(i)];
        QTreeWidgetItem* item = m_tree->topLevelItem(i);
        const bool repeated = i > 0 && lines[static_cast<std::size_t>(i) - 1].group == line.group;
        const QString group = repeated ? QString() : line.group;
        if (item->text(0) != group) item->setText(0, group);
        if (item->text(1) != line.name) item->setText(1, line.name);
        if (item->text(2) != line.value) {
            item->setText(2, line.value);
            item->setToolTip(2, format::plainToolTip(line.value));
        }
        item->setForeground(0, toneInk(Tone::Quiet));
        if (line.tone == Tone::Quiet)
            item->setData(2, Qt::ForegroundRole, {});
        else
            item->setForeground(2, toneInk(line.tone));
    }
}

}  // namespace ui
