// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tape_pane.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/models/tape_model.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/external_links.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

TapePane::TapePane(QWidget* parent)
    : TokenPane(QStringLiteral("tapePane"), parent),
      m_model(new TapeModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("tape"), tr("Trades"))) {
    m_note = addNote(QStringLiteral("tapeCount"));
    m_least = new QDoubleSpinBox;
    m_least->setObjectName(QStringLiteral("tapeLeast"));
    m_least->setAccessibleName(tr("Smallest trade shown"));
    m_least->setToolTip(tr("Leaves out smaller trades; 0 shows all"));
    m_least->setRange(0, 1'000'000);
    m_least->setDecimals(2);
    m_least->setSingleStep(0.5);
    m_least->setPrefix(QStringLiteral("≥ "));
    m_least->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_least->setFixedWidth(84);
    m_least->setFont(theme::font(11));
    controls().addWidget(m_least);
    m_marked = addToggle(QStringLiteral("tapeMarked"), tr("Tagged only"),
                         tr("Only trades of wallets with a tag or a cluster"));
    m_collapse = addToggle(QStringLiteral("tapeCollapse"), tr("Collapse 20 s"),
                           tr("One row for what a wallet traded on one side within 20 seconds"));
    connect(m_collapse, &QToolButton::toggled, this, [this](bool on) {
        m_table->keepPlace([this, on] { m_model->setCollapsed(on); });
        updateNote();
    });
    const auto filter = [this] {
        m_table->keepPlace([this] { m_model->setFilter(m_least->value(), m_marked->isChecked()); });
        updateNote();
    };
    connect(m_least, &QDoubleSpinBox::valueChanged, this, filter);
    connect(m_marked, &QToolButton::toggled, this, filter);
    adopt(
        m_table, [this](int row) { return m_model->row(row).cluster.number; },
        [this](int row) { return std::optional{m_model->row(row).wallet}; });
    m_table->fillMenu = [this, wallet = m_table->fillMenu](QMenu& menu, int row) {
        wallet(menu, row);
        if (const auto& signature = m_model->row(row).at.signature)
            addLinks(*menu.addMenu(tr("Transaction")), transactionLinks(*signature));
    };
    body().addWidget(m_table, 1);
}

void TapePane::show(const Detail& detail, std::optional<double> solDollars) {
    m_detail = detail;
    m_table->keepPlace([&] { m_model->show(detail, solDollars); });
    if (detail) m_least->setSuffix(u' ' + format::quoteTicker(detail->row.quoteMint));
    updateNote();
}

void TapePane::updateNote() {
    if (!m_detail) {
        m_note->clear();
        m_table->setEmptyText({});
        return;
    }
    QString text = tr("last %1 of %2")
                       .arg(m_model->rowCount())
                       .arg(format::counted(format::Noun::Trade, m_detail->row.trades));
    if (m_model->hidden() != 0) text += tr(" · %1 left out by the filter").arg(m_model->hidden());
    m_note->setText(text);
    m_table->setEmptyText(
        m_model->hidden() != 0
            ? tr("Every trade is left out by the filter. Set the amount to 0 or show all wallets.")
            : tr("No trade of this token was seen since the start of this session."));
}

}  // namespace ui
