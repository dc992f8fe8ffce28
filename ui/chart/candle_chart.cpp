// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/candle_chart.h"

#include "ui/chart/chart_plottables.h"
#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QPaintEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace ui {

CandleChart::CandleChart(QWidget* parent) : QCustomPlot(parent) {
    // This widget keeps its own picture: the plot's buffers, as large as the widget each, are never made.
    mReplotting = true;
    setObjectName(QStringLiteral("candleChart"));
    setAccessibleName(tr("Candle chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 200);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setPlottingHint(QCP::phCacheLabels, true);
    m_scene.raw = &m_series.bars();
    m_scene.shown = m_scene.raw;
    m_times = std::make_unique<TimeMap>(m_series.bars(), m_bars);
    buildPanes();
    buildLatestButton();
    m_overlay = std::make_unique<ChartOverlay>(*m_panes, m_scene, m_overlayState, m_tracks);
    syncPanes();
    applyView();
}

CandleChart::~CandleChart() = default;

void CandleChart::buildPanes() {
    addLayer(QStringLiteral("marks"), layer(QStringLiteral("axes")), QCustomPlot::limAbove);
    m_priceTicker.reset(new PriceTicker(m_scene.display));
    m_timeTicker.reset(new BarTimeTicker(m_series.bars()));
    m_panes = std::make_unique<PaneStack>(*this, m_timeTicker);
    m_panes->add(QStringLiteral("price"), 5, m_priceTicker, 7);
    new PricePlottable(m_panes->front(), m_scene);
    m_markers = new MarkerLayer(this, m_panes->front(), m_scene);
    m_drawings = new DrawingLayer(this, m_panes->front(), m_scene.display);
    share(std::make_shared<SharedDrawings>());
    m_drawings->setTimes(m_times.get());
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
    return m_panes->front().values->range();
}

QRect CandleChart::pricePane() const {
    return m_panes->front().rect->rect();
}

QPointF CandleChart::pixelOf(double key, double price) const {
    const PaneScale scale = m_panes->front().scale(1);
    return {scale.x(key), scale.y(price)};
}

void CandleChart::empty() {
    if (!m_hasToken) return;
    m_hasToken = false;
    m_series.clear();
    m_heikinAshi.clear();
    for (const auto& track : m_tracks) track->update(m_series.bars(), 0, nullptr);
    share(std::make_shared<SharedDrawings>());
    cancelTool();
    setPeople(nullptr);
    m_overlayState.title.clear();
    m_overlayState.cursor.reset();
    m_overlayState.readBar.reset();
    m_overlayState.people.clear();
    m_overlayState.lastPrice.reset();
    m_overlayState.countdown.clear();
    m_view.restart(0);
    applyView();
}

void CandleChart::show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail,
                       std::optional<std::int64_t> asOf) {
    m_detail = detail;
    m_asOf = asOf;
    if (detail)
        take(*detail, asOf);
    else
        empty();
    goToWanted();
    emit fed();
}

void CandleChart::lookAt(const core::Mint& mint, std::int64_t unixSeconds) {
    m_wanted = Wanted{mint, unixSeconds};
    m_wantedSince.start();
    goToWanted();
}

void CandleChart::goToWanted() {
    constexpr qint64 kWaits = 3'000;  // milliseconds: what was stored of a coin comes in parts
    if (!m_wanted || !m_hasToken || m_wanted->mint != m_mint || m_series.empty()) return;
    const bool reached = m_times->time(0) <= static_cast<double>(m_wanted->time);
    const bool givenUp = m_wantedSince.hasExpired(kWaits);
    if (!reached && !givenUp) return;
    const auto time = static_cast<double>(m_wanted->time);
    m_wanted.reset();
    m_view.centreOn(static_cast<double>(m_times->bar(time)));
    applyView();
    showCrosshairAt(time);
}

void CandleChart::take(const core::pipeline::TokenDetail& detail, std::optional<std::int64_t> asOf) {
    const bool otherToken = !m_hasToken || detail.row.mint != m_mint;
    const bool otherBars = !otherToken && detail.bars != m_bars;
    const auto& row = detail.row;
    const double price = row.price.value(row.baseDecimals, row.quoteDecimals);
    if (row.marketCapQuote && price > 0 && (otherToken || m_scene.display.supply == 0))
        m_scene.display.supply = *row.marketCapQuote / price;
    else if (otherToken)
        m_scene.display.supply = 0;
    if (otherToken || otherBars || detail.candleVersion != m_candleVersion) {
        updateCountdown(asOf, detail);
        takeCandles(detail, otherToken, otherBars);
        return;
    }
    const QString before = m_overlayState.countdown;
    updateCountdown(asOf, detail);
    if (m_overlayState.countdown != before) touch();
}

void CandleChart::takeCandles(const core::pipeline::TokenDetail& detail, bool otherToken, bool otherBars) {
    double centreTime = 0;
    if (otherBars && !m_series.empty()) centreTime = m_times->time((m_view.lower() + m_view.upper()) / 2);
    if (otherToken) m_series.clear();
    m_hasToken = true;
    m_mint = detail.row.mint;
    m_mintText = QString::fromStdString(detail.row.mintText);
    m_bars = detail.bars;
    m_candleVersion = detail.candleVersion;
    const std::size_t before = m_series.size();
    const std::size_t changed =
        m_series.assign(detail.candles, {detail.row.baseDecimals, detail.row.quoteDecimals,
                                         m_settings.fillGaps ? m_bars.seconds : 0, m_settings.joined});
    const std::size_t firstChanged = otherToken || otherBars ? 0 : changed;
    if (m_settings.style == BarStyle::HeikinAshi) m_heikinAshi.update(m_series.bars(), firstChanged);
    for (const auto& track : m_tracks)
        track->update(m_series.bars(), firstChanged, m_people ? &m_people->holders : nullptr);
    m_overlayState.quoteTicker = format::quoteTicker(detail.row.quoteMint);
    m_overlayState.title = format::tokenTitle(detail.row) + u'/' + m_overlayState.quoteTicker +
                           QStringLiteral(" · ") + QString::fromStdString(m_bars.text());
    m_overlayState.lastPrice.reset();
    if (!m_series.empty()) {
        const Bar& last = m_series.at(m_series.size() - 1);
        m_overlayState.lastPrice = last.close;
        m_overlayState.lastUp = last.close >= last.open;
    }
    if (!otherToken && !otherBars && m_series.size() == before && firstChanged >= m_scene.liveFrom) {
        tick();
        return;
    }
    m_times->setSpec(m_bars);
    m_timeTicker->setBars(m_bars);
    if (otherToken) {
        m_manualScale = false;
        cancelTool();
        setReadBar(std::nullopt);
        setPeople(nullptr);
        loadDrawings();
        m_view.restart(m_series.size());
    } else if (otherBars) {
        setReadBar(std::nullopt);
        m_view.switchBars(m_series.size(), m_times->key(centreTime));
    } else {
        m_view.setBarCount(m_series.size());
    }
    applyView();
}

void CandleChart::tick() {
    m_scene.refreshLive();
    if (m_scene.live && rescale(true)) repaintAll();
    describe();
    if (m_shownIsOld) return;
    const QRegion now = m_overlay->tickRegion();
    update(now + m_tickRegion);
    m_tickRegion = now;
    m_overlayRegion += now;
}

void CandleChart::setDollarRate(std::optional<double> rate) {
    const double wanted = rate.value_or(0);
    if (wanted == m_scene.display.dollarRate) return;
    m_scene.display.dollarRate = wanted;
    if (m_settings.dollars) applyView();
}

void CandleChart::setNotice(const QString& text) {
    if (m_overlayState.notice == text) return;
    m_overlayState.notice = text;
    describe();
    touch();
}

void CandleChart::setWatermark(const QString& text) {
    if (m_overlayState.watermark == text) return;
    m_overlayState.watermark = text;
    repaintAll();
}

void CandleChart::updateCountdown(std::optional<std::int64_t> asOf, const core::pipeline::TokenDetail& detail) {
    m_overlayState.countdown.clear();
    const std::size_t count = detail.candles.size();
    if (count == 0 || !asOf || detail.bars.seconds == 0) return;
    const std::int64_t left = detail.candles.at(count - 1).openTime + detail.bars.seconds - *asOf;
    if (left <= 0 || left > detail.bars.seconds) return;
    m_overlayState.countdown =
        left >= 3600
            ? QStringLiteral("%1:%2:%3")
                  .arg(left / 3600, 2, 10, QChar(u'0'))
                  .arg(left / 60 % 60, 2, 10, QChar(u'0'))
                  .arg(left % 60, 2, 10, QChar(u'0'))
            : QStringLiteral("%1:%2").arg(left / 60, 2, 10, QChar(u'0')).arg(left % 60, 2, 10, QChar(u'0'));
}

void CandleChart::applyView() {
    m_view.setWidth(std::max(m_panes->width(), 1));
    m_timeTicker->setWidth(m_panes->width());
    m_panes->setKeys(m_view.lower(), m_view.upper());
    m_scene.style = m_settings.style;
    m_scene.shown = m_settings.style == BarStyle::HeikinAshi ? &m_heikinAshi.bars() : &m_series.bars();
    m_scene.pixelRatio = devicePixelRatioF();
    m_scene.prepare(m_view);
    if (m_bands) m_bands->prepare();
    rescale(false);
    m_markers->prepare(m_view, *m_times);
    m_panes->setTicksVisible(!m_series.empty());
    updateLatestButton();
    describe();
    repaintAll();
}

void CandleChart::repaintAll() {
    m_keptIsOld = true;
    m_shownIsOld = true;
    update();
}

void CandleChart::touch() {
    QRegion now = m_overlay->region();
    if (!m_shownIsOld) update(now + m_overlayRegion);
    m_overlayRegion = std::move(now);
}

void CandleChart::paintPlot(QCPPainter& painter) {
    painter.fillRect(rect(), theme::palette().window);
    m_overlay->drawWatermark(painter);
    QCustomPlot::draw(&painter);
    ++m_fullRepaints;
}

void CandleChart::paintKept() {
    const double ratio = devicePixelRatioF();
    const QSize wanted = size() * ratio;
    if (m_kept.size() != wanted) m_kept = QImage(wanted, QImage::Format_RGB32);
    m_kept.setDevicePixelRatio(ratio);
    QCPPainter painter(&m_kept);
    paintPlot(painter);
    m_keptIsOld = false;
}

void CandleChart::paintEvent(QPaintEvent* event) {
    const double ratio = devicePixelRatioF();
    if (ratio != m_scene.pixelRatio) applyView();
    const QRegion& region = event->region();
    const bool whole = region.rectCount() == 1 && region.boundingRect() == rect();
    // A frame of a pan or zoom goes to the window at once: the copy of a kept picture is 40 % of its cost at
    // ratio 2. Between whole pixels the kept picture and the window are not the same grid, and parts would not fit
    // together.
    const bool atOnce = m_keptIsOld && whole && ratio == std::floor(ratio);
    if (atOnce) {
        QCPPainter painter(this);
        paintPlot(painter);
    } else if (m_keptIsOld || m_kept.size() != size() * ratio) {
        paintKept();
    }
    QPainter painter(this);
    // Rectangle by rectangle: under a clip of many, every fill and copy would go the slow way over spans.
    for (const QRect& part : region) {
        painter.setClipRect(part);
        if (!atOnce)
            painter.drawImage(part, m_kept, QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio));
        m_overlay->draw(painter, part);
    }
    m_shownIsOld = false;
    m_overlayRegion = m_overlay->region();
    m_tickRegion = m_overlay->tickRegion();
}

void CandleChart::updateLatestButton() {
    m_latest->setVisible(!m_view.following() && !m_series.empty());
    if (!m_latest->isVisibleTo(this)) return;
    m_latest->setText(
        m_view.newBars() > 0
            ? tr("▸| %n new", nullptr, static_cast<int>(std::min<std::size_t>(m_view.newBars(), 1'000'000)))
            : tr("▸| latest"));
    m_latest->adjustSize();
    const QRect pane = pricePane();
    m_latest->move(pane.right() - m_latest->width() - 8, pane.bottom() - m_latest->height() - 20);
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

void CandleChart::resizeEvent(QResizeEvent*) {
    setViewport(rect());
    m_panes->layout();
    applyView();
}

void CandleChart::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange) return;
    m_panes->paint();
    applyView();
}

void CandleChart::describe() {
    if (m_series.empty()) {
        setAccessibleDescription(m_overlayState.notice);
        return;
    }
    const std::size_t at = std::min(m_overlayState.readBar.value_or(m_series.size() - 1), m_series.size() - 1);
    setAccessibleDescription(tr("bar %1 of %2, ").arg(at + 1).arg(m_series.size()) +
                             barLegend(m_series.at(at), m_overlayState.quoteTicker, m_scene.display));
}

}  // namespace ui
