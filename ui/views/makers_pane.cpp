// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/makers_pane.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/models/flag_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

MakersPane::MakersPane(QWidget* parent)
    : TokenPane(QStringLiteral("makersPane"), parent),
      m_model(new MakerModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("makers"), tr("Who traded the candle"))) {
    m_note = addNote(QStringLiteral("makersNote"));
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("makersClose"));
    close->setText(QStringLiteral("×"));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close this list"));
    close->setProperty("flat", true);
    controls().addWidget(close);
    connect(close, &QToolButton::clicked, this, &MakersPane::closed);
    adopt(
        m_table, [this](int row) { return m_model->row(row).cluster.number; },
        [this](int row) { return std::optional{m_model->row(row).wallet}; });
    body().addWidget(m_table, 1);
}

void MakersPane::setRange(std::optional<core::pipeline::TimeRange> range) {
    m_range = range;
    m_model->show(nullptr, 9);
    m_model->drop();
    m_note->setText(range ? tr("adding up who traded from %1 to %2…")
                                .arg(format::clockTime(range->from), format::clockTime(range->to))
                          : QString());
    m_table->setEmptyText({});
}

void MakersPane::show(const Detail& detail, std::optional<double>) {
    if (!detail || !detail->makers || !m_range || detail->makers->range != *m_range) return;
    const auto& makers = *detail->makers;
    m_table->keepPlace([&] { m_model->show(detail->makers, detail->row.quoteDecimals); });
    const QString ticker = format::quoteTicker(detail->row.quoteMint);
    const auto amount = [&](std::uint64_t raw) {
        return format::compact(format::wholeUnits(raw, detail->row.quoteDecimals)) + u' ' + ticker;
    };
    QString text =
        tr("%1 to %2 UTC · sold %3 · bought %4 · %5")
            .arg(format::clockTime(makers.range.from), format::clockTime(makers.range.to), amount(makers.soldQuote),
                 amount(makers.boughtQuote), format::counted(format::Noun::Entity, makers.entities));
    if (makers.entities > makers.rows.size()) text += tr(" · the %1 largest are listed").arg(makers.rows.size());
    if (makers.trimmed) text += tr(" · incomplete: trades of this time left memory");
    m_note->setText(text);
    m_note->setToolTip(text);
    m_table->setEmptyText(makers.trimmed
                              ? tr("The trades of this candle left memory; open the recording again to see them.")
                              : tr("Nobody traded in this time."));
}

}  // namespace ui
