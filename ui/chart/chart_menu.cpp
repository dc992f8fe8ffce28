// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_menu.h"

#include "ui/chart/candle_chart.h"
#include "ui/chart/indicator_text.h"
#include "ui/chart/people_style.h"

#include <QActionGroup>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QMenu>

#include <array>
#include <functional>

namespace ui {
namespace {

constexpr double kGrowStep = 0.3;

QAction* add(QMenu& menu, const QString& name, const QString& text, std::function<void()> act) {
    QAction* action = menu.addAction(text);
    action->setObjectName(name);
    QObject::connect(action, &QAction::triggered, &menu, [act = std::move(act)] { act(); });
    return action;
}

QAction* check(QMenu& menu, const QString& name, const QString& text, bool on, std::function<void(bool)> act) {
    QAction* action = menu.addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(on);
    QObject::connect(action, &QAction::triggered, &menu, [act = std::move(act)](bool checked) { act(checked); });
    return action;
}

/// One of several: the choice that is `on` is marked.
void choice(QMenu& menu, QActionGroup& group, const QString& name, const QString& text, bool on,
            std::function<void()> act) {
    QAction* action = check(menu, name, text, on, [act = std::move(act)](bool) { act(); });
    group.addAction(action);
}

QString titleOf(const core::indicator::Kind& kind) {
    return indicatorText(kind.title);
}
QString idOf(const core::indicator::Kind& kind) {
    return QString::fromUtf8(kind.id.data(), static_cast<qsizetype>(kind.id.size()));
}

}  // namespace

void fillStyleMenu(QMenu& menu, CandleChart& chart) {
    auto* group = new QActionGroup(&menu);
    const std::array<std::pair<BarStyle, QString>, 7> styles{
        {{BarStyle::Candles, QObject::tr("Candles")},
         {BarStyle::HollowCandles, QObject::tr("Hollow candles (colour by the close before)")},
         {BarStyle::HeikinAshi, QObject::tr("Heikin-Ashi")},
         {BarStyle::Bars, QObject::tr("Bars")},
         {BarStyle::Line, QObject::tr("Line")},
         {BarStyle::Area, QObject::tr("Area")},
         {BarStyle::Steps, QObject::tr("Steps")}}};
    for (const auto& [style, text] : styles)
        choice(menu, *group, QStringLiteral("style%1").arg(static_cast<int>(style)), text,
               chart.settings().style == style, [&chart, style = style] { chart.setStyle(style); });
    menu.addSeparator();
    check(menu, QStringLiteral("fillGaps"), QObject::tr("Show quiet times as flat bars"), chart.settings().fillGaps,
          [&chart](bool on) { chart.setGapsShown(on); });
    check(menu, QStringLiteral("joined"), QObject::tr("Open bars at the close before"), chart.settings().joined,
          [&chart](bool on) { chart.setBarsJoined(on); });
}

void fillScaleMenu(QMenu& menu, CandleChart& chart) {
    auto* scales = new QActionGroup(&menu);
    const std::array<std::pair<PriceScale, QString>, 3> all{
        {{PriceScale::Linear, QObject::tr("Linear")},
         {PriceScale::Logarithmic, QObject::tr("Logarithmic (L)")},
         {PriceScale::Percent, QObject::tr("Percent")}}};
    for (const auto& [scale, text] : all)
        choice(menu, *scales, QStringLiteral("scale%1").arg(static_cast<int>(scale)), text,
               chart.settings().scale == scale, [&chart, scale = scale] { chart.setPriceScale(scale); });
    menu.addSeparator();
    QAction* cap = check(menu, QStringLiteral("marketCap"), QObject::tr("Market cap instead of price"),
                         chart.settings().marketCap, [&chart](bool on) { chart.setMarketCap(on); });
    cap->setEnabled(chart.scene().display.canShowMarketCap());
    QAction* dollars = check(menu, QStringLiteral("dollars"), QObject::tr("US dollars, at the present rate"),
                             chart.settings().dollars, [&chart](bool on) { chart.setDollars(on); });
    dollars->setEnabled(chart.scene().display.canShowDollars());
    menu.addSeparator();
    auto* anchors = new QActionGroup(&menu);
    const std::array<std::pair<ZoomAnchor, QString>, 3> points{
        {{ZoomAnchor::Automatic, QObject::tr("Zoom about the last bar while following, else the pointer")},
         {ZoomAnchor::Cursor, QObject::tr("Zoom about the pointer")},
         {ZoomAnchor::LastBar, QObject::tr("Zoom about the last bar")}}};
    for (const auto& [anchor, text] : points)
        choice(menu, *anchors, QStringLiteral("anchor%1").arg(static_cast<int>(anchor)), text,
               chart.settings().anchor == anchor, [&chart, anchor = anchor] { chart.setZoomAnchor(anchor); });
}

void fillIndicatorMenu(QMenu& menu, CandleChart& chart) {
    for (const core::indicator::Kind* kind : core::indicator::kinds())
        add(menu, QStringLiteral("add_") + idOf(*kind), QObject::tr("Add %1").arg(titleOf(*kind)), [&chart, kind] {
            std::vector<double> parameters;
            // An anchored average begins at the bar under the crosshair.
            if (kind->id == "avwap" && !chart.series().empty()) {
                const std::size_t bar = chart.overlayState().readBar.value_or(0);
                parameters.push_back(static_cast<double>(chart.series().at(bar).openTime));
            }
            chart.addIndicator(idOf(*kind), parameters);
        });
    if (chart.tracks().empty()) return;
    menu.addSeparator();
    for (const auto& track : chart.tracks()) {
        QMenu* own = menu.addMenu(track->title());
        const QString id = track->id();
        check(*own, QStringLiteral("show_") + id, QObject::tr("Shown"), track->visible(),
              [&chart, id](bool on) { chart.setIndicatorVisible(id, on); });
        if (!track->parameters().empty())
            add(*own, QStringLiteral("edit_") + id, QObject::tr("Numbers…"),
                [&chart, id] { editIndicator(chart, id); });
        if (track->kind().place == core::indicator::Place::OwnPane) {
            add(*own, QStringLiteral("grow_") + id, QObject::tr("Taller"),
                [&chart, id] { chart.growPane(id, kGrowStep); });
            add(*own, QStringLiteral("shrink_") + id, QObject::tr("Lower"),
                [&chart, id] { chart.growPane(id, -kGrowStep); });
        }
        add(*own, QStringLiteral("remove_") + id, QObject::tr("Remove"),
            [&chart, id] { chart.removeIndicator(id); });
    }
}

void fillDrawMenu(QMenu& menu, CandleChart& chart) {
    const std::array<std::pair<DrawingKind, QString>, kDrawingKinds> tools{
        {{DrawingKind::HorizontalLine, QObject::tr("Horizontal line\tAlt+H")},
         {DrawingKind::VerticalLine, QObject::tr("Vertical line\tAlt+V")},
         {DrawingKind::TrendLine, QObject::tr("Trend line\tAlt+T")},
         {DrawingKind::Ray, QObject::tr("Ray")},
         {DrawingKind::Rectangle, QObject::tr("Rectangle")},
         {DrawingKind::Note, QObject::tr("Note")},
         {DrawingKind::AlertLine, QObject::tr("Price alert\tA")}}};
    for (const auto& [kind, text] : tools)
        check(menu, QStringLiteral("draw%1").arg(static_cast<int>(kind)), text, chart.tool() == kind,
              [&chart, kind = kind](bool on) { chart.setTool(on ? std::optional(kind) : std::nullopt); });
    menu.addSeparator();
    add(menu, QStringLiteral("undo"), QObject::tr("Undo\tCtrl+Z"), [&chart] {
        chart.undoDrawing();
    })->setEnabled(chart.drawings().canUndo());
    add(menu, QStringLiteral("redo"), QObject::tr("Redo\tCtrl+Shift+Z"), [&chart] {
        chart.redoDrawing();
    })->setEnabled(chart.drawings().canRedo());
    add(menu, QStringLiteral("removeDrawing"), QObject::tr("Remove the selected\tDel"), [&chart] {
        chart.removeSelectedDrawing();
    })->setEnabled(chart.selectedDrawing().has_value());
    menu.addSeparator();
    check(menu, QStringLiteral("magnet"), QObject::tr("Magnet: snap to open, high, low, close"),
          chart.settings().magnet, [&chart](bool on) { chart.setMagnet(on); });
    check(menu, QStringLiteral("drawings"), QObject::tr("Show drawings"), chart.settings().drawings,
          [&chart](bool on) { chart.setDrawingsShown(on); });
}

void fillShowMenu(QMenu& menu, CandleChart& chart) {
    for (std::size_t i = 0; i < kMarkerKinds; ++i) {
        const auto kind = static_cast<MarkerKind>(i);
        const QString letter = kindLetter(kind);
        check(menu, QStringLiteral("marker%1").arg(i),
              letter.isEmpty() ? kindName(kind) : kindName(kind) + QStringLiteral(" (%1)").arg(letter),
              chart.settings().markers.shown[i], [&chart, kind](bool on) { chart.setMarkersShown(kind, on); });
    }
    menu.addSeparator();
    check(menu, QStringLiteral("lane"),
          QObject::tr("Events: C created, 1 first sell, D dev moved, G graduated, F flag, ! alert"),
          chart.settings().lane, [&chart](bool on) { chart.setLaneShown(on); });
    check(menu, QStringLiteral("people"), QObject::tr("Pane of positions"), chart.settings().people,
          [&chart](bool on) { chart.setPeopleShown(on); });
    check(menu, QStringLiteral("volume"), QObject::tr("Pane of volume"), chart.settings().volume,
          [&chart](bool on) { chart.setVolumeShown(on); });
}

QMenu* makeChartMenu(CandleChart& chart, const ChartMenuPlace& place) {
    auto* menu = new QMenu(&chart);
    menu->setObjectName(QStringLiteral("chartMenu"));
    if (place.barFrom)
        add(*menu, QStringLiteral("whoSold"), QObject::tr("Who sold this candle?"),
            [&chart, from = *place.barFrom, until = place.barUntil] { emit chart.whoSoldAsked(from, until); });
    if (place.barFrom)
        add(*menu, QStringLiteral("replayHere"), QObject::tr("Replay from here"),
            [&chart, from = *place.barFrom] { emit chart.replayAsked(from); });
    if (place.price)
        add(*menu, QStringLiteral("alertHere"),
            QObject::tr("Alert at %1").arg(chart.scene().display.text(*place.price)),
            [&chart, price = *place.price] { chart.addAlertLine(price); });
    if (place.onDrawing)
        add(*menu, QStringLiteral("removeHere"), QObject::tr("Remove this drawing"),
            [&chart] { chart.removeSelectedDrawing(); });
    for (const auto& track : chart.tracks())
        if (track->id() == place.pane)
            add(*menu, QStringLiteral("removePane"), QObject::tr("Remove %1").arg(track->title()),
                [&chart, id = track->id()] { chart.removeIndicator(id); });
    menu->addSeparator();
    fillStyleMenu(*menu->addMenu(QObject::tr("Style")), chart);
    fillScaleMenu(*menu->addMenu(QObject::tr("Scale")), chart);
    fillIndicatorMenu(*menu->addMenu(QObject::tr("Indicators")), chart);
    fillDrawMenu(*menu->addMenu(QObject::tr("Draw")), chart);
    fillShowMenu(*menu->addMenu(QObject::tr("Show")), chart);
    menu->addSeparator();
    add(*menu, QStringLiteral("reset"), QObject::tr("Reset the view\tR"), [&chart] { chart.resetView(); });
    add(*menu, QStringLiteral("latest"), QObject::tr("Jump to the latest bar\tEnd"),
        [&chart] { chart.jumpToLatest(); });
    add(*menu, QStringLiteral("openWindow"), QObject::tr("Open in a window"),
        [&chart] { emit chart.windowAsked(); });
    add(*menu, QStringLiteral("barTable"), QObject::tr("Show the bars as a table"),
        [&chart] { emit chart.tableAsked(); });
    add(*menu, QStringLiteral("savePicture"), QObject::tr("Save picture…\tCtrl+S"),
        [&chart] { chart.saveScreenshot(); });
    add(*menu, QStringLiteral("copyPicture"), QObject::tr("Copy picture\tCtrl+Shift+S"),
        [&chart] { chart.copyScreenshot(); });
    return menu;
}

void editIndicator(CandleChart& chart, const QString& id) {
    for (const auto& track : chart.tracks()) {
        if (track->id() != id) continue;
        auto* dialog = new QDialog(&chart);
        dialog->setObjectName(QStringLiteral("indicatorDialog"));
        dialog->setWindowTitle(titleOf(track->kind()));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        auto* form = new QFormLayout(dialog);
        std::vector<QDoubleSpinBox*> boxes;
        for (std::size_t i = 0; i < track->parameters().size(); ++i) {
            const auto& spec = track->kind().parameters[i];
            auto* box = new QDoubleSpinBox;
            box->setObjectName(QStringLiteral("parameter%1").arg(i));
            box->setDecimals(spec.whole ? 0 : 2);
            box->setRange(spec.least, spec.most);
            box->setValue(track->parameters()[i]);
            const QString name = indicatorText(spec.name);
            box->setAccessibleName(name);
            form->addRow(name, box);
            boxes.push_back(box);
        }
        auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
        form->addRow(buttons);
        QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
        QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [&chart, dialog, id, boxes] {
            std::vector<double> parameters;
            for (const QDoubleSpinBox* box : boxes) parameters.push_back(box->value());
            chart.setIndicatorParameters(id, parameters);
            dialog->accept();
        });
        dialog->open();
        return;
    }
}

}  // namespace ui
