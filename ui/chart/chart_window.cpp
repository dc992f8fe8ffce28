// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_window.h"

#include "ui/chart/candle_chart.h"
#include "ui/chart/chart_bar.h"

#include <QVBoxLayout>

#include <cmath>

namespace ui {
namespace {

void shareCrosshair(CandleChart& from, CandleChart& to) {
    QObject::connect(&from, &CandleChart::crosshairMoved, &to, [&to](double time) {
        to.showCrosshairAt(std::isnan(time) ? std::nullopt : std::optional<double>(time));
    });
}

}  // namespace

QWidget* openChartWindow(CandleChart& source) {
    auto* window = new QWidget(&source, Qt::Window);
    window->setObjectName(QStringLiteral("chartWindow"));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(QObject::tr("Chart – Cabalscope"));
    window->resize(1100, 640);
    auto* chart = new CandleChart;
    auto* layout = new QVBoxLayout(window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new ChartBar(*chart));
    layout->addWidget(chart, 1);
    chart->setSettings(source.settings());
    chart->setStore(source.store());
    const auto follow = [&source, chart] {
        chart->setWatermark(source.overlayState().watermark);
        chart->setNotice(source.overlayState().notice);
        chart->setDollarRate(source.scene().display.dollarRate);
        chart->show(source.lastDetail(), source.lastAsOf());
        if (source.lastDetail()) chart->setPeople(source.people());
    };
    follow();
    QObject::connect(&source, &CandleChart::fed, chart, follow);
    QObject::connect(&source, &CandleChart::peopleChanged, chart, follow);
    shareCrosshair(source, *chart);
    shareCrosshair(*chart, source);
    window->show();
    return window;
}

}  // namespace ui
