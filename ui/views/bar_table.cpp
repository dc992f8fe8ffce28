// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bar_table.h"

#include "ui/chart/candle_chart.h"
#include "ui/format/token_text.h"
#include "ui/models/bar_model.h"
#include "ui/views/data_table.h"

#include <QVBoxLayout>

namespace ui {

BarTable::BarTable(CandleChart& chart)
    : QDialog(&chart),
      m_chart(chart),
      m_model(new BarModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("barTable"), tr("Bars of the chart"))) {
    setObjectName(QStringLiteral("barTableDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 480);
    m_table->setEmptyText(tr("The chart has no bars."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(m_table, &DataTable::said, this, &BarTable::said);
    connect(&m_chart, &CandleChart::fed, this, &BarTable::follow);
    follow();
}

void BarTable::follow() {
    const auto& detail = m_chart.lastDetail();
    const BarSeries& series = m_chart.series();
    const std::size_t first = series.size() > kMostBars ? series.size() - kMostBars : 0;
    const QString title =
        detail
            ? tr("%1, bars of %2").arg(format::tokenTitle(detail->row), QString::fromStdString(detail->bars.text()))
            : tr("Bars of the chart");
    if (windowTitle() != title) setWindowTitle(title);
    m_table->keepPlace([&] {
        if (!detail)
            m_model->drop();
        else
            m_model->show(series, first, series.size(), format::quoteTicker(detail->row.quoteMint));
    });
}

}  // namespace ui
