// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reliability_plot.h"

#include "ui/chart/qcustomplot.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using core::review::Reliability;
using core::review::StatedHappened;

constexpr double kSecondsPerDay = 86'400;

QString decimals(double value) {
    return QString::number(value, 'f', 2);
}

void dress(QCustomPlot& plot) {
    const auto& colors = theme::palette();
    plot.setBackground(QBrush(colors.pane));
    plot.setFocusPolicy(Qt::NoFocus);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(QPen(colors.line));
        axis->setTickPen(QPen(colors.line));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(colors.dim);
        axis->setLabelColor(colors.dim);
        axis->setTickLabelFont(theme::font(10));
        axis->setLabelFont(theme::font(10));
        axis->grid()->setPen(QPen(colors.line, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(colors.line));
    }
}

QString dayOf(std::int64_t seconds) {
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd"));
}

QString statedAndHappened(const StatedHappened& seen) {
    return QObject::tr("stated %1, happened %2, 95% between %3 and %4, n = %5")
        .arg(decimals(seen.stated), decimals(seen.happened), decimals(seen.low), decimals(seen.high))
        .arg(seen.claims);
}

/// What happened as discs with their intervals.
void addHappened(QCustomPlot& plot, const QVector<double>& keys, const std::vector<StatedHappened>& seen) {
    const auto& colors = theme::palette();
    QVector<double> happened, below, above;
    for (const StatedHappened& one : seen) {
        happened << one.happened;
        below << one.happened - one.low;
        above << one.high - one.happened;
    }
    QCPGraph* points = plot.addGraph();
    points->setData(keys, happened, true);
    points->setPen(QPen(colors.link, 1.5));
    points->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colors.link, colors.link, 6));
    auto* bars = new QCPErrorBars(plot.xAxis, plot.yAxis);
    bars->setDataPlottable(points);
    bars->setData(below, above);
    bars->setPen(QPen(colors.dim, 1));
}

}  // namespace

ReliabilityPlot::ReliabilityPlot(QWidget* parent)
    : QWidget(parent), m_plots(new QWidget), m_curve(new QCustomPlot), m_weeks(new QCustomPlot) {
    setObjectName(QStringLiteral("reliabilityPlot"));
    setAccessibleName(tr("Stated confidence against what happened"));
    m_few = theme::plainLabel(QStringLiteral("reliabilityFew"), theme::font(12), theme::palette().dim);
    m_few->setWordWrap(true);
    m_few->setAlignment(Qt::AlignCenter);
    m_curve->setObjectName(QStringLiteral("reliabilityCurve"));
    m_curve->setAccessibleName(tr("Reliability curve"));
    m_weeks->setObjectName(QStringLiteral("reliabilityWeeks"));
    m_weeks->setAccessibleName(tr("Stated and happened by week"));
    for (QCustomPlot* plot : {m_curve, m_weeks}) {
        dress(*plot);
        plot->setMinimumSize(150, 110);
    }
    auto* row = new QHBoxLayout(m_plots);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addWidget(m_curve, 1);
    row->addWidget(m_weeks, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_few, 1);
    layout->addWidget(m_plots, 1);
    m_plots->hide();
}

bool ReliabilityPlot::drawn() const {
    return !m_plots->isHidden();
}

void ReliabilityPlot::show(const Reliability& shown, const QString& few) {
    m_few->setText(few);
    m_few->setVisible(!shown.enough());
    m_plots->setVisible(shown.enough());
    const QString described = shown.enough() ? words(shown) : few;
    setAccessibleDescription(described);
    setToolTip(described);
    if (!shown.enough()) return;
    drawCurve(shown);
    drawWeeks(shown);
}

void ReliabilityPlot::drawCurve(const Reliability& shown) {
    m_curve->clearPlottables();
    m_curve->clearItems();
    const auto& colors = theme::palette();
    QCPGraph* perfect = m_curve->addGraph();
    perfect->setData({0, 1}, {0, 1});
    perfect->setPen(QPen(colors.dim, 1, Qt::DashLine));
    QVector<double> stated;
    for (const StatedHappened& bin : shown.bins) stated << bin.stated;
    addHappened(*m_curve, stated, shown.bins);
    // A number is worth what it rests on: each point says on how many.
    for (const StatedHappened& bin : shown.bins) {
        auto* count = new QCPItemText(m_curve);
        count->setText(QString::number(bin.claims));
        count->setFont(theme::font(10));
        count->setColor(colors.dim);
        count->position->setCoords(bin.stated, bin.low);
        count->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
        count->setPadding(QMargins(0, 2, 0, 0));
    }
    m_curve->xAxis->setLabel(tr("stated"));
    m_curve->yAxis->setLabel(tr("happened"));
    m_curve->xAxis->setRange(-0.02, 1.02);
    m_curve->yAxis->setRange(-0.02, 1.02);
    m_curve->replot();
}

void ReliabilityPlot::drawWeeks(const Reliability& shown) {
    m_weeks->clearPlottables();
    const auto& colors = theme::palette();
    QVector<double> days, stated;
    std::vector<StatedHappened> seen;
    for (const auto& week : shown.weeks) {
        days << static_cast<double>(week.monday);
        stated << week.seen.stated;
        seen.push_back(week.seen);
    }
    QCPGraph* line = m_weeks->addGraph();
    line->setData(days, stated, true);
    line->setPen(QPen(colors.attention, 1.5, Qt::DashLine));
    line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, colors.attention, 5));
    addHappened(*m_weeks, days, seen);
    QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
    ticker->setDateTimeFormat(QStringLiteral("MM-dd"));
    ticker->setDateTimeSpec(Qt::UTC);
    ticker->setTickCount(4);
    m_weeks->xAxis->setTicker(ticker);
    m_weeks->xAxis->setLabel(tr("week · dashed: stated, solid: happened"));
    m_weeks->yAxis->setRange(-0.02, 1.02);
    const double first = days.isEmpty() ? 0 : days.front();
    const double last = days.isEmpty() ? 0 : days.back();
    m_weeks->xAxis->setRange(first - 5 * kSecondsPerDay, last + 5 * kSecondsPerDay);
    m_weeks->replot();
}

QString ReliabilityPlot::words(const Reliability& shown) {
    QStringList lines{statedAndHappened(shown.seen)};
    for (const StatedHappened& bin : shown.bins) lines << QStringLiteral("· ") + statedAndHappened(bin);
    for (const auto& week : shown.weeks)
        lines << tr("week of %1: %2").arg(dayOf(week.monday), statedAndHappened(week.seen));
    return lines.join(u'\n');
}

}  // namespace ui
