// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/candle_chart.h"

#include "ui/format/price_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int kPriceAxisWidth = 78;  // pixels
constexpr int kTimeAxisHeight = 22;
constexpr double kTopMargin = 0.2;  // of the price pane above the highest bar
constexpr double kBottomMargin = 0.1;
constexpr double kPriceZoomPerNotch = 1.1;
constexpr double kScrollPerNotch = 3;  // bars
constexpr int kPageBars = 10;
constexpr double kAngleOfNotch = 120;

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

QCPAxisRect* makePane(QCustomPlot* plot, const QMargins& margins) {
    auto* pane = new QCPAxisRect(plot, false);
    pane->setAutoMargins(QCP::msNone);
    pane->setMargins(margins);
    paintAxis(pane->addAxis(QCPAxis::atRight));
    paintAxis(pane->addAxis(QCPAxis::atBottom));
    for (QCPAxis* axis : pane->axes()) axis->setLayer(QStringLiteral("axes"));
    for (QCPAxis* axis : pane->axes()) axis->grid()->setLayer(QStringLiteral("grid"));
    return pane;
}

}  // namespace

CandleChart::CandleChart(QWidget* parent) : QCustomPlot(parent) {
    setObjectName(QStringLiteral("candleChart"));
    setAccessibleName(tr("Candle chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 200);
    setBackground(QBrush(theme::palette().window));
    setPlottingHint(QCP::phCacheLabels, true);
    setNoAntialiasingOnDrag(true);
    buildPanes();
    buildLatestButton();
    new ChartOverlay(this, m_prices, m_volumes, m_series, m_overlayState);
    connect(this, &QCustomPlot::afterReplot, this, [this] { m_painted = true; });
    applyView();
}

CandleChart::~CandleChart() = default;

void CandleChart::buildPanes() {
    plotLayout()->clear();
    m_prices = makePane(this, QMargins(0, 0, kPriceAxisWidth, 0));
    m_volumes = makePane(this, QMargins(0, 2, kPriceAxisWidth, kTimeAxisHeight));
    plotLayout()->addElement(0, 0, m_prices);
    plotLayout()->addElement(1, 0, m_volumes);
    plotLayout()->setRowStretchFactor(0, 5);
    plotLayout()->setRowStretchFactor(1, 1);
    plotLayout()->setRowSpacing(0);
    m_priceTicker.reset(new PriceTicker);
    m_priceTicker->setTickCount(7);
    m_timeTicker.reset(new BarTimeTicker(m_series));
    const QSharedPointer<VolumeTicker> volumeTicker(new VolumeTicker);
    volumeTicker->setTickCount(2);
    m_prices->axis(QCPAxis::atRight)->setTicker(m_priceTicker);
    m_prices->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
    m_prices->axis(QCPAxis::atBottom)->setTickLabels(false);
    m_volumes->axis(QCPAxis::atRight)->setTicker(volumeTicker);
    m_volumes->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
    new CandlePlottable(m_prices->axis(QCPAxis::atBottom), m_prices->axis(QCPAxis::atRight), m_series);
    new VolumePlottable(m_volumes->axis(QCPAxis::atBottom), m_volumes->axis(QCPAxis::atRight), m_series);
}

void CandleChart::buildLatestButton() {
    m_latest = new QToolButton(this);
    m_latest->setObjectName(QStringLiteral("jumpToLatest"));
    m_latest->setAccessibleName(tr("Jump to the latest bar and follow"));
    m_latest->setToolTip(tr("Jump to the latest bar and follow (End)"));
    m_latest->setFocusPolicy(Qt::TabFocus);
    m_latest->setCursor(Qt::ArrowCursor);
    connect(m_latest, &QToolButton::clicked, this, &CandleChart::jumpToLatest);
    m_latest->hide();
}

QCPRange CandleChart::priceRange() const {
    return m_prices->axis(QCPAxis::atRight)->range();
}

QRect CandleChart::pricePane() const {
    return m_prices->rect();
}

void CandleChart::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail,
                       std::optional<std::int64_t> asOf) {
    if (!detail) {
        if (m_hasToken) {
            m_hasToken = false;
            m_series.clear();
            m_overlayState.title.clear();
            m_overlayState.cursor.reset();
            m_overlayState.readBar.reset();
            m_overlayState.lastPrice.reset();
            m_overlayState.countdown.clear();
            m_view.restart(0);
            applyView();
        }
        return;
    }
    const bool otherToken = !m_hasToken || detail->row.mint != m_mint;
    const bool otherBars = !otherToken && detail->bars != m_bars;
    const bool changed = otherToken || otherBars || detail->candleVersion != m_candleVersion;
    updateCountdown(asOf);
    if (!changed) {
        refreshOverlay();
        return;
    }
    std::int64_t centreTime = 0;
    if (otherBars && !m_series.empty()) {
        const double centre =
            std::clamp((m_view.lower() + m_view.upper()) / 2, 0.0, static_cast<double>(m_series.size()) - 1);
        centreTime = m_series.at(static_cast<std::size_t>(centre)).openTime;
    }
    m_series.assign(detail->candles, detail->row.baseDecimals, detail->row.quoteDecimals);
    m_hasToken = true;
    m_mint = detail->row.mint;
    m_bars = detail->bars;
    m_candleVersion = detail->candleVersion;
    m_timeTicker->setBars(m_bars);
    if (otherToken) {
        m_manualScale = false;
        m_overlayState.readBar.reset();
        m_view.restart(m_series.size());
    } else if (otherBars) {
        m_overlayState.readBar.reset();
        m_view.switchBars(m_series.size(),
                          m_series.empty() ? 0 : static_cast<double>(m_series.indexAt(centreTime)));
    } else {
        m_view.setBarCount(m_series.size());
    }
    m_overlayState.quoteTicker = format::quoteTicker(detail->row.quoteMint);
    m_overlayState.title = format::tokenTitle(detail->row) + u'/' + m_overlayState.quoteTicker +
                           QStringLiteral(" · ") + QString::fromStdString(m_bars.text());
    m_overlayState.lastPrice.reset();
    if (!m_series.empty()) {
        const Bar& last = m_series.at(m_series.size() - 1);
        m_overlayState.lastPrice = last.close;
        m_overlayState.lastUp = last.close >= last.open;
    }
    updateCountdown(asOf);
    applyView();
}

void CandleChart::setNotice(const QString& text) {
    if (m_overlayState.notice == text) return;
    m_overlayState.notice = text;
    refreshOverlay();
}

void CandleChart::setWatermark(const QString& text) {
    if (m_overlayState.watermark == text) return;
    m_overlayState.watermark = text;
    refreshOverlay();
}

void CandleChart::updateCountdown(std::optional<std::int64_t> asOf) {
    m_overlayState.countdown.clear();
    if (m_series.empty() || !asOf || m_bars.seconds == 0) return;
    const std::int64_t left = m_series.at(m_series.size() - 1).openTime + m_bars.seconds - *asOf;
    if (left <= 0 || left > m_bars.seconds) return;
    m_overlayState.countdown =
        QStringLiteral("%1:%2").arg(left / 60, 2, 10, QChar(u'0')).arg(left % 60, 2, 10, QChar(u'0'));
}

void CandleChart::applyView() {
    m_view.setWidth(std::max(m_prices->width(), 1));
    m_timeTicker->setWidth(m_prices->width());
    for (QCPAxisRect* pane : {m_prices, m_volumes})
        pane->axis(QCPAxis::atBottom)->setRange(m_view.lower(), m_view.upper());
    scalePrices();
    scaleVolumes();
    for (QCPAxisRect* pane : {m_prices, m_volumes}) {
        pane->axis(QCPAxis::atRight)->setTicks(!m_series.empty());
        pane->axis(QCPAxis::atRight)->setTickLabels(!m_series.empty());
    }
    updateLatestButton();
    describe();
    replot(QCustomPlot::rpQueuedReplot);
}

void CandleChart::scalePrices() {
    m_overlayState.scale = (m_manualScale ? tr("manual ") : QString()) + (m_logarithmic ? tr("log") : QString());
    if (m_manualScale || m_series.empty()) return;
    double low = 0;
    double high = 0;
    bool any = false;
    for (const DrawnBar& drawn : drawnBars(m_series, m_view.lower(), m_view.upper(), m_view.barWidth())) {
        low = any ? std::min(low, drawn.bar.low) : drawn.bar.low;
        high = any ? std::max(high, drawn.bar.high) : drawn.bar.high;
        any = true;
    }
    if (!any) return;
    QCPAxis* axis = m_prices->axis(QCPAxis::atRight);
    const bool log = m_logarithmic && low > 0;
    if (m_logarithmic && !log) m_overlayState.scale = tr("log off: 0");
    axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_priceTicker->setLogarithmic(log);
    const double bottom = log ? std::log(low) : low;
    const double top = log ? std::log(high) : high;
    const double flat = log ? 0.1 : std::max(std::abs(high) * 0.1, 1e-18);
    const double span = (top > bottom ? top - bottom : flat) / (1 - kTopMargin - kBottomMargin);
    const double middleShift = top > bottom ? 0 : flat / 2;
    const double lower = bottom - middleShift - span * kBottomMargin;
    const double upper = top + middleShift + span * kTopMargin;
    axis->setRange(log ? std::exp(lower) : lower, log ? std::exp(upper) : upper);
}

void CandleChart::scaleVolumes() {
    double most = 0;
    for (const DrawnBar& drawn : drawnBars(m_series, m_view.lower(), m_view.upper(), m_view.barWidth()))
        most = std::max(most, drawn.bar.volume);
    m_volumes->axis(QCPAxis::atRight)->setRange(0, most > 0 ? most * 1.1 : 1);
}

void CandleChart::updateLatestButton() {
    m_latest->setVisible(!m_view.following() && !m_series.empty());
    m_latest->setText(
        m_view.newBars() > 0
            ? tr("▸| %n new", nullptr, static_cast<int>(std::min<std::size_t>(m_view.newBars(), 1'000'000)))
            : tr("▸| latest"));
    m_latest->adjustSize();
    m_latest->move(m_prices->right() - m_latest->width() - 8, m_prices->bottom() - m_latest->height() - 6);
}

void CandleChart::refreshOverlay() {
    // Before the first whole replot the layer has no buffer to paint into.
    if (m_painted) layer(QStringLiteral("overlay"))->replot();
}

void CandleChart::jumpToLatest() {
    m_view.jumpToLatest();
    applyView();
}

void CandleChart::resetView() {
    m_manualScale = false;
    m_view.resetTime();
    applyView();
}

void CandleChart::setLogarithmic(bool on) {
    m_logarithmic = on;
    m_manualScale = false;
    applyView();
}

CandleChart::Zone CandleChart::zoneAt(const QPointF& at) const {
    if (at.x() > m_prices->right()) return Zone::PriceAxis;
    if (at.y() > m_volumes->bottom()) return Zone::TimeAxis;
    return Zone::Bars;
}

void CandleChart::resizeEvent(QResizeEvent* event) {
    QCustomPlot::resizeEvent(event);
    plotLayout()->update(QCPLayoutElement::upMargins);
    plotLayout()->update(QCPLayoutElement::upLayout);
    applyView();
}

void CandleChart::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton) return;
    m_dragFrom = event->position();
    m_dragZone = zoneAt(event->position());
    m_view.press();
}

void CandleChart::mouseMoveEvent(QMouseEvent* event) {
    readBarAt(event->position());
    if (!m_dragFrom || !(event->buttons() & Qt::LeftButton)) {
        setCursor(zoneAt(event->position()) == Zone::PriceAxis ? Qt::SizeVerCursor : Qt::CrossCursor);
        refreshOverlay();
        return;
    }
    const QPointF moved = event->position() - *m_dragFrom;
    m_dragFrom = event->position();
    if (m_dragZone == Zone::PriceAxis) {
        zoomPrices(std::exp(moved.y() / std::max(m_prices->height(), 1) * 2));
    } else {
        m_view.dragBy(moved.x());
        if (m_manualScale && m_dragZone == Zone::Bars) {
            QCPAxis* axis = m_prices->axis(QCPAxis::atRight);
            const double from = axis->pixelToCoord(0);
            const double to = axis->pixelToCoord(moved.y());
            if (axis->scaleType() == QCPAxis::stLogarithmic)
                axis->setRange(axis->range().lower * from / to, axis->range().upper * from / to);
            else
                axis->moveRange(from - to);
        }
        setCursor(Qt::ClosedHandCursor);
    }
    applyView();
}

void CandleChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_dragFrom) return;
    m_dragFrom.reset();
    m_view.release();
    setCursor(Qt::CrossCursor);
    applyView();
}

void CandleChart::mouseDoubleClickEvent(QMouseEvent* event) {
    switch (zoneAt(event->position())) {
        case Zone::PriceAxis: m_manualScale = false; break;
        case Zone::TimeAxis: m_view.resetTime(); break;
        case Zone::Bars: return;
    }
    applyView();
}

void CandleChart::wheelEvent(QWheelEvent* event) {
    event->accept();
    const double vertical = event->angleDelta().y() / kAngleOfNotch;
    const double horizontal = event->angleDelta().x() / kAngleOfNotch;
    // Qt turns Alt+wheel, and on some systems Shift+wheel, into a horizontal wheel.
    if (event->modifiers() & Qt::ShiftModifier || horizontal != 0) {
        m_view.scroll(-(horizontal != 0 ? horizontal : vertical) * kScrollPerNotch);
    } else if (zoneAt(event->position()) == Zone::PriceAxis) {
        zoomPrices(std::pow(kPriceZoomPerNotch, -vertical));
    } else {
        m_view.zoom(event->position().x() - m_prices->left(), vertical);
    }
    applyView();
}

void CandleChart::zoomPrices(double factor) {
    m_manualScale = true;
    QCPAxis* axis = m_prices->axis(QCPAxis::atRight);
    if (axis->scaleType() == QCPAxis::stLogarithmic) {
        const double middle = std::sqrt(axis->range().lower * axis->range().upper);
        const double half = std::pow(axis->range().upper / middle, factor);
        axis->setRange(middle / half, middle * half);
    } else {
        axis->scaleRange(factor, axis->range().center());
    }
    scalePrices();
}

void CandleChart::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    m_overlayState.cursor.reset();
    m_overlayState.readBar.reset();
    refreshOverlay();
}

void CandleChart::readBarAt(const QPointF& at) {
    if (zoneAt(at) == Zone::PriceAxis || m_series.empty()) {
        m_overlayState.cursor.reset();
        m_overlayState.readBar.reset();
        return;
    }
    m_overlayState.cursor = at;
    const double key = std::round(m_view.keyAt(at.x() - m_prices->left()));
    m_overlayState.readBar =
        static_cast<std::size_t>(std::clamp(key, 0.0, static_cast<double>(m_series.size()) - 1));
}

void CandleChart::stepReadBar(int bars) {
    if (m_series.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(m_series.size()) - 1;
    const auto from = static_cast<std::ptrdiff_t>(m_overlayState.readBar.value_or(m_series.size()));
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + bars, 0, last);
    m_overlayState.cursor.reset();
    m_overlayState.readBar = static_cast<std::size_t>(to);
    const double key = static_cast<double>(to);
    if (key < m_view.lower()) m_view.scroll(key - m_view.lower() - 0.5);
    if (key > m_view.upper()) m_view.scroll(key - m_view.upper() + 0.5);
}

void CandleChart::describe() {
    if (m_series.empty()) {
        setAccessibleDescription(m_overlayState.notice);
        return;
    }
    const std::size_t at = std::min(m_overlayState.readBar.value_or(m_series.size() - 1), m_series.size() - 1);
    setAccessibleDescription(tr("bar %1 of %2, ").arg(at + 1).arg(m_series.size()) +
                             barLegend(m_series.at(at), m_overlayState.quoteTicker));
}

void CandleChart::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
        case Qt::Key_Left: shift ? m_view.scroll(-kScrollPerNotch) : stepReadBar(-1); break;
        case Qt::Key_Right: shift ? m_view.scroll(kScrollPerNotch) : stepReadBar(1); break;
        case Qt::Key_PageUp: stepReadBar(-kPageBars); break;
        case Qt::Key_PageDown: stepReadBar(kPageBars); break;
        case Qt::Key_Home: m_view.showFirst(); break;
        case Qt::Key_End: m_view.jumpToLatest(); break;
        case Qt::Key_Plus:
        case Qt::Key_Equal: m_view.zoom(m_prices->width() / 2.0, 1); break;
        case Qt::Key_Minus: m_view.zoom(m_prices->width() / 2.0, -1); break;
        case Qt::Key_R: resetView(); break;
        case Qt::Key_L: setLogarithmic(!m_logarithmic); break;
        default:
            if (!event->text().isEmpty() && event->text().front().isDigit() && event->text().front() != u'0' &&
                !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
                emit intervalTyped(event->text());
                return;
            }
            QCustomPlot::keyPressEvent(event);
            return;
    }
    applyView();
}

}  // namespace ui
