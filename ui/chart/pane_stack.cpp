// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/pane_stack.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double kSeparatorReach = 4;  // pixels
constexpr int kLeastHeight = 28;

void paintAxis(QCPAxis* axis) {
    const auto& colors = theme::palette();
    axis->setBasePen(QPen(colors.line, 0));
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(colors.dim);
    axis->setTickLabelFont(theme::font(11));
    axis->setTickLabelPadding(6);
    QColor grid = colors.line;
    grid.setAlpha(140);
    axis->grid()->setPen(QPen(grid, 0));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->grid()->setSubGridVisible(false);
    axis->grid()->setVisible(true);
}

}  // namespace

PaneStack::PaneStack(QCustomPlot& plot, QSharedPointer<BarTimeTicker> time)
    : m_plot(plot), m_time(std::move(time)) {
    m_plot.plotLayout()->clear();
    m_plot.plotLayout()->setRowSpacing(0);
}

ChartPane& PaneStack::add(const QString& id, double weight, const QSharedPointer<QCPAxisTicker>& ticker,
                          int ticks) {
    auto pane = std::make_unique<ChartPane>();
    pane->id = id;
    pane->weight = std::max(weight, kLeastWeight);
    pane->rect = new QCPAxisRect(&m_plot, false);
    pane->rect->setAutoMargins(QCP::msNone);
    pane->rect->setMinimumSize(50, kLeastHeight);
    pane->values = pane->rect->addAxis(QCPAxis::atRight);
    pane->keys = pane->rect->addAxis(QCPAxis::atBottom);
    for (QCPAxis* axis : pane->rect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
        axis->setSubTicks(false);
        paintAxis(axis);
    }
    ticker->setTickCount(ticks);
    pane->values->setTicker(ticker);
    pane->keys->setTicker(m_time);
    if (!m_panes.empty()) pane->keys->setRange(front().keys->range());
    m_plot.plotLayout()->addElement(static_cast<int>(m_panes.size()), 0, pane->rect);
    m_panes.push_back(std::move(pane));
    arrange();
    return *m_panes.back();
}

void PaneStack::remove(const QString& id) {
    const auto at = std::find_if(m_panes.begin(), m_panes.end(), [&](const auto& pane) { return pane->id == id; });
    if (at == m_panes.end() || at == m_panes.begin()) return;
    m_plot.plotLayout()->remove((*at)->rect);
    m_plot.plotLayout()->simplify();
    m_panes.erase(at);
    arrange();
}

ChartPane* PaneStack::find(const QString& id) const {
    const auto at = std::find_if(m_panes.begin(), m_panes.end(), [&](const auto& pane) { return pane->id == id; });
    return at == m_panes.end() ? nullptr : at->get();
}

ChartPane* PaneStack::paneAt(double y) const {
    for (const auto& pane : m_panes)
        if (y <= pane->rect->bottom()) return pane.get();
    return nullptr;
}

std::optional<std::size_t> PaneStack::separatorAt(double y) const {
    for (std::size_t i = 0; i + 1 < m_panes.size(); ++i)
        if (std::abs(y - m_panes[i]->rect->bottom()) <= kSeparatorReach) return i;
    return std::nullopt;
}

void PaneStack::moveSeparator(std::size_t above, double y) {
    ChartPane& upper = *m_panes[above];
    ChartPane& lower = *m_panes[above + 1];
    // Shares are of the outer rectangles, which hold the axes.
    const double top = upper.rect->outerRect().top();
    const double height = lower.rect->outerRect().bottom() - top;
    if (height <= 0) return;
    const double both = upper.weight + lower.weight;
    const double least = std::min(kLeastWeight, both / 2);
    upper.weight = std::clamp((y - top) / height * both, least, both - least);
    lower.weight = both - upper.weight;
    arrange();
}

void PaneStack::grow(const QString& id, double by) {
    ChartPane* pane = find(id);
    if (!pane || pane == &front()) return;
    const double given = std::clamp(by, kLeastWeight - pane->weight, front().weight - kLeastWeight);
    pane->weight += given;
    front().weight -= given;
    arrange();
}

void PaneStack::setKeys(double lower, double upper) {
    for (const auto& pane : m_panes) pane->keys->setRange(lower, upper);
}

void PaneStack::setTicksVisible(bool visible) {
    for (const auto& pane : m_panes) {
        pane->values->setTicks(visible);
        pane->values->setTickLabels(visible);
    }
}

void PaneStack::paint() {
    for (const auto& pane : m_panes)
        for (QCPAxis* axis : pane->rect->axes()) paintAxis(axis);
    arrange();
}

void PaneStack::layout() {
    m_plot.plotLayout()->update(QCPLayoutElement::upMargins);
    m_plot.plotLayout()->update(QCPLayoutElement::upLayout);
}

QJsonObject PaneStack::weights() const {
    QJsonObject out;
    for (const auto& pane : m_panes) out.insert(pane->id, pane->weight);
    return out;
}

void PaneStack::arrange() {
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const bool last = i + 1 == m_panes.size();
        m_panes[i]->rect->setMargins(QMargins(0, i == 0 ? 0 : 2, kPriceAxisWidth, last ? kTimeAxisHeight : 0));
        m_panes[i]->keys->setTickLabels(last);
        m_plot.plotLayout()->setRowStretchFactor(static_cast<int>(i), m_panes[i]->weight);
    }
    layout();
}

}  // namespace ui
