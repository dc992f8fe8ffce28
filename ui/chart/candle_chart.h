// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/chart/bar_series.h"
#include "ui/chart/chart_overlay.h"
#include "ui/chart/chart_people.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/chart_settings.h"
#include "ui/chart/chart_store.h"
#include "ui/chart/chart_viewport.h"
#include "ui/chart/drawing_layer.h"
#include "ui/chart/heikin_ashi.h"
#include "ui/chart/marker_layer.h"
#include "ui/chart/position_bands.h"
#include "ui/chart/shared_drawings.h"

#include <QElapsedTimer>

#include <map>
#include <memory>
#include <optional>

class QLineEdit;
class QMenu;
class QToolButton;

namespace ui {

/// The K-line of one token: candles, volume and further panes below each other, time by bar index.
///
/// Two layers: bars, axes, markers and drawings are kept as a picture; the newest bucket, the last-price line,
/// the crosshair and the legends are painted over it. A trade in the forming bar and a move of the pointer
/// repaint only what they changed, whatever the history. Keys: see chartKeys(). Thread: GUI.
class CandleChart final : public QCustomPlot {
    Q_OBJECT
public:
    explicit CandleChart(QWidget* parent = nullptr);
    ~CandleChart() override;

    /// Shows the candles of `detail`; null empties the chart. Another token or other bars start a new view.
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail, std::optional<std::int64_t> asOf);
    using QCustomPlot::show;
    /// US dollars for one SOL; prices in dollars need it.
    void setDollarRate(std::optional<double> rate);
    /// Text in the middle of the empty chart.
    void setNotice(const QString& text);
    /// Large faint text behind the bars; empty for none.
    void setWatermark(const QString& text);
    /// Where drawings and settings are kept; read at once. Must outlive the chart. Null keeps nothing.
    void setStore(ChartStore* store);

    /// Who is behind the candles; null for nobody. Told anew whenever it changed.
    void setPeople(std::shared_ptr<const ChartPeople> people);
    /// Rows for the box at the bar that opened at `openTime`: an answer to barHovered(). Ignored when the
    /// pointer has gone on.
    void setBarPeople(std::int64_t openTime, std::vector<BarPeopleRow> rows);
    /// Dims everybody but this cluster; 0 dims nobody.
    void highlightCluster(std::uint32_t cluster);

    [[nodiscard]] const ChartSettings& settings() const { return m_settings; }
    /// Takes settings over as a whole; panes and indicators follow.
    void setSettings(const ChartSettings& settings);
    void setStyle(BarStyle style);
    void setPriceScale(PriceScale scale);
    void setMarketCap(bool on);
    void setDollars(bool on);
    void setGapsShown(bool on);
    void setBarsJoined(bool on);
    void setMagnet(bool on);
    void setVolumeShown(bool on);
    void setPeopleShown(bool on);
    void setLaneShown(bool on);
    void setDrawingsShown(bool on);
    void setMarkersShown(MarkerKind kind, bool on);
    void setZoomAnchor(ZoomAnchor anchor);

    /// The id of the new indicator; empty when the registry has no such kind.
    QString addIndicator(const QString& kind, const std::vector<double>& parameters = {});
    void removeIndicator(const QString& id);
    void setIndicatorParameters(const QString& id, const std::vector<double>& parameters);
    void setIndicatorVisible(const QString& id, bool visible);
    [[nodiscard]] const ChartOverlay::Tracks& tracks() const { return m_tracks; }
    void growPane(const QString& id, double by);

    /// The next press on the bars begins such a drawing; nothing goes back to panning.
    void setTool(std::optional<DrawingKind> tool);
    [[nodiscard]] std::optional<DrawingKind> tool() const { return m_tool; }
    [[nodiscard]] const DrawingBook& drawings() const { return m_shared->book; }
    [[nodiscard]] std::optional<std::uint64_t> selectedDrawing() const { return m_drawings->selected(); }
    void undoDrawing();
    void redoDrawing();
    void removeSelectedDrawing();
    void addAlertLine(double price);
    [[nodiscard]] std::vector<Drawing> alertLines() const;

    [[nodiscard]] ChartStore* store() const { return m_store; }
    [[nodiscard]] const std::shared_ptr<const ChartPeople>& people() const { return m_people; }

    /// Brings the bar of a moment of this coin into the middle and marks it, now or once its bars are there.
    void lookAt(const core::Mint& mint, std::int64_t unixSeconds);
    /// The crosshair of a linked chart; nothing removes it.
    void showCrosshairAt(std::optional<double> unixSeconds);
    /// The chart with a line below it: token, short mint, interval, time in UTC, version.
    [[nodiscard]] QImage screenshot();
    /// Every action for the place, as the right mouse button shows them. The caller owns it.
    [[nodiscard]] QMenu* contextMenu(const QPointF& at);

    /// What show() was called with last; null for an empty chart.
    [[nodiscard]] const std::shared_ptr<const core::pipeline::TokenDetail>& lastDetail() const { return m_detail; }
    [[nodiscard]] std::optional<std::int64_t> lastAsOf() const { return m_asOf; }
    [[nodiscard]] const BarSeries& series() const { return m_series; }
    [[nodiscard]] const ChartScene& scene() const { return m_scene; }
    [[nodiscard]] const PaneStack& panes() const { return *m_panes; }
    [[nodiscard]] const MarkerLayer& markers() const { return *m_markers; }
    [[nodiscard]] const PositionBands* bands() const { return m_bands; }
    [[nodiscard]] const ChartViewport& viewportState() const { return m_view; }
    [[nodiscard]] const OverlayState& overlayState() const { return m_overlayState; }
    [[nodiscard]] bool manualScale() const { return m_manualScale; }
    [[nodiscard]] bool logarithmic() const { return m_settings.scale == PriceScale::Logarithmic; }
    [[nodiscard]] QCPRange priceRange() const;
    [[nodiscard]] QRect pricePane() const;
    /// Whole pictures drawn so far: what a change cost.
    [[nodiscard]] std::uint64_t fullRepaints() const { return m_fullRepaints; }
    [[nodiscard]] QPointF pixelOf(double key, double price) const;

public slots:
    void jumpToLatest();
    void resetView();
    void setLogarithmic(bool on);
    void saveScreenshot();
    void copyScreenshot();

signals:
    /// A digit was typed into the chart: the first character of an interval.
    void intervalTyped(const QString& text);
    /// The pointer reads the bar of [from, until) in Unix seconds: the owner may answer with setBarPeople().
    void barHovered(qint64 from, qint64 until);
    void barLeft();
    /// "Who sold this candle?" was chosen for the bar of [from, until).
    void whoSoldAsked(qint64 from, qint64 until);
    /// "Replay from here" was chosen, Unix seconds.
    void replayAsked(qint64 time);
    /// The pointer is on a marker or band of a cluster; 0 when it left.
    void clusterHovered(quint32 cluster);
    /// A marker was clicked: the wallet of its first trade, and its cluster or 0.
    void markerClicked(const QString& wallet, quint32 cluster);
    /// A price alert was drawn or dragged by the user.
    void alertLineMoved(quint64 id, double price);
    /// The set of alert lines is another: drawn, dragged, removed, undone or loaded.
    void alertLinesChanged();
    /// For linked charts: Unix seconds under the pointer, NaN when it left.
    void crosshairMoved(double unixSeconds);
    void settingsChanged();
    /// show() was called: lastDetail() and lastAsOf() are what it was called with.
    void fed();
    /// "Open in a window" was chosen.
    void windowAsked();
    /// "Show the bars as a table" was chosen.
    void tableAsked();
    void peopleChanged();
    void toolChanged();
    /// For the status line: where the picture went, or why not.
    void said(const QString& text);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Zone { Bars, PriceAxis, TimeAxis };
    enum class Grip { None, Pan, PriceScale, Separator, Drawing, NewDrawing, Measure };

    // candle_chart.cpp: data in, pictures out
    void buildPanes();
    void buildLatestButton();
    void goToWanted();
    void take(const core::pipeline::TokenDetail& detail, std::optional<std::int64_t> asOf);
    void takeCandles(const core::pipeline::TokenDetail& detail, bool otherToken, bool otherBars);
    void empty();
    void tick();
    void applyView();
    void repaintAll();
    void touch();
    void paintPlot(QCPPainter& painter);
    void paintKept();
    void updateCountdown(std::optional<std::int64_t> asOf, const core::pipeline::TokenDetail& detail);
    void updateLatestButton();
    /// Tells screen readers the bar that is read, or the last one.
    void describe();

    // candle_chart_scale.cpp
    /// Fits the value axes to what is in view; true when one changed. A tick leaves room that is there.
    bool rescale(bool tick);
    bool scalePrices();
    void zoomPrices(double factor);
    void dragPrices(double pixels);

    // candle_chart_panes.cpp
    void syncPanes();
    void keepSettings();
    void loadSettings();
    [[nodiscard]] IndicatorTrack* track(const QString& id) const;

    // candle_chart_input.cpp and candle_chart_hover.cpp
    [[nodiscard]] Zone zoneAt(const QPointF& at) const;
    void readBarAt(const QPointF& at);
    void stepReadBar(int bars);
    void setReadBar(std::optional<std::size_t> bar);
    void hoverCluster(const QPointF& at);
    void readSummary();
    void updateCursor(const QPointF& at);
    bool drawingKey(QKeyEvent* event);
    void clickMarker(const QPointF& at);

    // candle_chart_drawing.cpp
    [[nodiscard]] DrawingPoint snapped(const QPointF& at) const;
    void beginDrawing(const QPointF& at);
    void moveDrawing(const QPointF& at);
    void finishDrawing();
    void editNote(const Drawing& drawing);
    void cancelTool();
    void drawingsChanged();
    void keepDrawings();
    void loadDrawings();
    void share(std::shared_ptr<SharedDrawings> drawings);
    void takeDrawings();
    [[nodiscard]] QString drawingsName() const;
    [[nodiscard]] double alertPrice() const;
    [[nodiscard]] QString alertUnit() const;

    BarSeries m_series;
    HeikinAshi m_heikinAshi;
    ChartScene m_scene;
    ChartSettings m_settings;
    ChartViewport m_view;
    OverlayState m_overlayState;
    core::Mint m_mint;
    QString m_mintText;
    core::BarSpec m_bars;
    std::unique_ptr<TimeMap> m_times;
    std::shared_ptr<const core::pipeline::TokenDetail> m_detail;
    std::optional<std::int64_t> m_asOf;
    std::uint64_t m_candleVersion = 0;
    bool m_hasToken = false;
    struct Wanted {
        core::Mint mint;
        std::int64_t time = 0;
    };
    std::optional<Wanted> m_wanted;  ///< a moment to look at once its bars are there
    QElapsedTimer m_wantedSince;
    bool m_manualScale = false;
    ChartStore* m_store = nullptr;

    QSharedPointer<PriceTicker> m_priceTicker;
    QSharedPointer<BarTimeTicker> m_timeTicker;
    std::unique_ptr<PaneStack> m_panes;
    ChartOverlay::Tracks m_tracks;
    std::map<QString, QCPAbstractPlottable*> m_trackPlottables;
    QCPAbstractPlottable* m_volumes = nullptr;
    std::shared_ptr<const ChartPeople> m_people;
    MarkerLayer* m_markers = nullptr;
    PositionBands* m_bands = nullptr;
    std::shared_ptr<SharedDrawings> m_shared;  ///< with every chart of the coin
    DrawingLayer* m_drawings = nullptr;
    std::unique_ptr<ChartOverlay> m_overlay;
    int m_indicatorNumber = 0;

    QImage m_kept;  ///< everything but the overlay; made when a part of the window is to be painted again
    bool m_keptIsOld = true;
    bool m_shownIsOld = true;  ///< a repaint of everything is under way
    QRegion m_overlayRegion;   ///< where the overlay was painted last
    QRegion m_tickRegion;      ///< the part of it a tick changes
    std::uint64_t m_fullRepaints = 0;

    Grip m_grip = Grip::None;
    QPointF m_pressedAt;
    QPointF m_dragFrom;
    std::size_t m_separator = 0;
    bool m_moved = false;
    std::optional<DrawingKind> m_tool;
    std::optional<std::size_t> m_handle;
    DrawingPoint m_grabbed;
    std::uint32_t m_hoveredCluster = 0;
    std::uint32_t m_highlight = 0;
    QToolButton* m_latest = nullptr;
    QLineEdit* m_note = nullptr;
    QString m_summary;
};

}  // namespace ui
