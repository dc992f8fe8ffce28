// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_grid.h"

#include "ui/chart/chart_cell.h"

#include <QGridLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

/// What a further chart begins with: the coin as a whole beside its last minutes.
constexpr std::array<core::BarSpec, 3> kFirstBars{{{60, 0}, {300, 0}, {15, 0}}};

}  // namespace

ChartGrid::ChartGrid(CandleChart* first, QWidget* parent) : QWidget(parent), m_layout(new QGridLayout(this)) {
    setObjectName(QStringLiteral("chartGrid"));
    setAccessibleName(tr("Charts beside each other"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    m_charts.push_back(first);
    m_layout->addWidget(first, 0, 0);
    connect(first, &CandleChart::crosshairMoved, this, [this, first](double time) { link(first, time); });
    setFocusProxy(first);
}

void ChartGrid::addCell() {
    auto* cell = new ChartCell(kFirstBars[m_cells.size()]);
    const std::size_t place = m_charts.size();
    CandleChart& chart = cell->chart();
    chart.setObjectName(QStringLiteral("candleChart%1").arg(place + 1));
    chart.setStore(m_charts.front()->store());
    connect(&chart, &CandleChart::crosshairMoved, this, [this, &chart](double time) { link(&chart, time); });
    connect(&chart, &CandleChart::said, this, &ChartGrid::said);
    connect(cell, &ChartCell::changed, this, &ChartGrid::wishesChanged);
    connect(cell, &ChartCell::coinTyped, this, [this, place](const QString& text) { emit coinTyped(place, text); });
    // From four, closing one leaves two: three do not fill a grid.
    connect(
        cell, &ChartCell::closeAsked, this, [this] { setCount(m_charts.size() / 2); }, Qt::QueuedConnection);
    m_cells.push_back(cell);
    m_charts.push_back(&chart);
    m_layout->addWidget(cell, static_cast<int>(place / 2), static_cast<int>(place % 2));
}

void ChartGrid::setCount(std::size_t count) {
    const std::size_t wanted = count >= 4 ? 4 : count >= 2 ? 2 : 1;
    if (wanted == m_charts.size()) return;
    while (m_charts.size() > wanted) {
        delete m_cells.back();
        m_cells.pop_back();
        m_charts.pop_back();
    }
    while (m_charts.size() < wanted) addCell();
    for (int at = 0; at < 2; ++at) {
        m_layout->setColumnStretch(at, at == 0 || wanted > 1 ? 1 : 0);
        m_layout->setRowStretch(at, at == 0 || wanted > 2 ? 1 : 0);
    }
    emit countChanged(wanted);
    emit wishesChanged();
}

void ChartGrid::setOpenCoin(std::optional<core::Mint> mint) {
    if (m_open == mint) return;
    m_open = mint;
    bool follows = false;
    for (ChartCell* cell : m_cells) {
        if (cell->coin()) continue;
        cell->show(nullptr, std::nullopt);
        follows = true;
    }
    if (follows) emit wishesChanged();
}

void ChartGrid::setCoin(std::size_t place, std::optional<core::Mint> mint) {
    if (place >= 1 && place <= m_cells.size()) m_cells[place - 1]->setCoin(mint);
}

void ChartGrid::setBars(std::size_t place, core::BarSpec bars) {
    if (place >= 1 && place <= m_cells.size()) m_cells[place - 1]->setBars(bars);
}

void ChartGrid::refuseCoin(std::size_t place, const QString& why) {
    if (place >= 1 && place <= m_cells.size()) m_cells[place - 1]->refuseCoin(why);
}

std::vector<core::pipeline::CoinBars> ChartGrid::wishes() const {
    std::vector<core::pipeline::CoinBars> out;
    for (const ChartCell* cell : m_cells) {
        const std::optional<core::Mint> mint = cell->coin() ? cell->coin() : m_open;
        // An all-zero mint keeps the place while nothing is open.
        out.push_back({mint.value_or(core::Mint{}), cell->bars()});
    }
    return out;
}

void ChartGrid::show(const core::pipeline::Snapshot& snapshot, const QString& watermark) {
    const auto wanted = wishes();
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        std::shared_ptr<const core::pipeline::TokenDetail> detail;
        // A picture made for an earlier wish is not shown as an answer to this one.
        if (i < snapshot.compared.size() && snapshot.compared[i] &&
            snapshot.compared[i]->row.mint == wanted[i].mint && snapshot.compared[i]->bars == wanted[i].bars)
            detail = snapshot.compared[i];
        CandleChart& chart = m_cells[i]->chart();
        chart.setWatermark(watermark);
        chart.setDollarRate(snapshot.solDollars);
        m_cells[i]->show(detail, snapshot.asOfTime);
    }
}

QString ChartGrid::state() const {
    QStringList parts{QString::number(m_charts.size())};
    for (const ChartCell* cell : m_cells) parts << QString::fromStdString(cell->bars().text());
    return parts.join(u' ');
}

void ChartGrid::restoreState(const QString& state) {
    const QStringList parts = state.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty()) return;
    setCount(parts.front().toUInt());
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const auto at = static_cast<qsizetype>(i) + 1;
        if (at >= parts.size()) return;
        if (const auto bars = core::BarSpec::parse(parts[at].toStdString())) m_cells[i]->setBars(*bars);
    }
}

void ChartGrid::link(CandleChart* source, double unixSeconds) {
    for (CandleChart* chart : m_charts)
        if (chart != source)
            chart->showCrosshairAt(std::isnan(unixSeconds) ? std::nullopt : std::optional<double>(unixSeconds));
}

}  // namespace ui
