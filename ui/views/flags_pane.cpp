// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flags_pane.h"

#include "ui/format/number_text.h"
#include "ui/models/flag_model.h"
#include "ui/views/data_table.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

FlagsPane::FlagsPane(QWidget* parent)
    : TokenPane(QStringLiteral("flagsPane"), parent),
      m_model(new FlagModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("flags"), tr("Flags"))) {
    m_note = addNote(QStringLiteral("flagsNote"));
    adopt(m_table);
    connect(m_table, &DataTable::rowChosen, this, [this](int row) { emit flagChosen(m_model->row(row).ref); });
    body().addWidget(m_table, 1);
}

QString FlagsPane::title(const Detail& detail) const {
    return detail && detail->people && !detail->people->flags.empty()
               ? tr("Flags %1").arg(detail->people->flags.size())
               : tr("Flags");
}

void FlagsPane::show(const Detail& detail, std::optional<double>) {
    const auto people = detail ? detail->people : nullptr;
    if (people == m_people && people) return;
    m_people = people;
    m_table->keepPlace([&] { m_model->show(detail); });
    if (!people) {
        m_note->clear();
        m_table->setEmptyText({});
        return;
    }
    m_note->setText(people->flags.empty()
                        ? QString()
                        : tr("click a flag to see its transactions, its rule and what argues against it"));
    m_table->setEmptyText(
        people->creationSeen
            ? tr("No rule has found anything on this coin so far.")
            : tr("No rule has found anything. Its creation was not seen, so sniper, bundler, rat and dev "
                 "rules cannot judge it."));
}

}  // namespace ui
