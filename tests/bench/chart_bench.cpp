// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the chart costs, through the real widget: chart_bench [--json FILE]. By hand; see RESULTS.md.
// Every figure is work on the GUI thread until the pixels are in the window's picture. QT_SCALE_FACTOR=2 gives
// device pixel ratio 2.
#include "chart_input.h"
#include "ui/chart/candle_chart.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace {

constexpr int kRounds = 200;

struct Figure {
    double median = 0;  // ms
    double p95 = 0;
};

Figure measure(int rounds, const std::function<void(int)>& act) {
    std::vector<double> times;
    for (int i = 0; i < rounds + 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        act(i);
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (i >= 5) times.push_back(ms);  // the first fill caches
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

class Report {
public:
    void add(const char* name, const Figure& figure, double budget) {
        std::printf("%-34s median %7.3f ms  p95 %7.3f ms  budget %5.1f ms  %s\n", name, figure.median, figure.p95,
                    budget, figure.median <= budget ? "kept" : "EXCEEDED");
        m_json.insert(QLatin1StringView(name), figure.median);
    }
    [[nodiscard]] const QJsonObject& json() const { return m_json; }

private:
    QJsonObject m_json;
};

void frame() {
    QApplication::sendPostedEvents();
    QApplication::processEvents();
}

void wheel(ui::CandleChart& chart, int delta, bool shift) {
    const QPointF at(chart.pricePane().center());
    QWheelEvent event(at, chart.mapToGlobal(at), {}, {0, delta}, Qt::NoButton,
                      shift ? Qt::ShiftModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&chart, &event);
}

void zoomOut(ui::CandleChart& chart) {
    for (int i = 0; i < 200; ++i) wheel(chart, -120, false);
    frame();
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ui::theme::applyStyle(application);
    Report report;
    const double ratio = application.devicePixelRatio();
    std::printf("device pixel ratio %.0f, 1920x1080\n", ratio);
    for (const std::size_t bars : {std::size_t{300}, std::size_t{10'000}, std::size_t{1'000'000}}) {
        ui::CandleChart chart;
        chart.resize(1920, 1080);
        chart.show();
        auto detail = bench::walkDetail(bars);
        QElapsedTimer first;
        first.start();
        chart.show(detail, std::nullopt);
        frame();
        std::printf("\n%zu bars; first picture %.1f ms\n", bars, static_cast<double>(first.nsecsElapsed()) / 1e6);
        // 300 bars in view.
        while (chart.scene().bars.size() > 310) wheel(chart, 120, false);
        frame();
        const auto named = [&](const char* what) { return std::string(what) + " @" + std::to_string(bars); };
        report.add(named("replot of 300 in view").c_str(),
                   measure(kRounds,
                           [&](int) {
                               chart.resetView();
                               frame();
                           }),
                   ratio > 1 ? 12 : 4);
        report.add(named("tick").c_str(),
                   measure(kRounds,
                           [&](int i) {
                               bench::moveLast(*detail, i);
                               chart.show(detail, std::nullopt);
                               frame();
                           }),
                   0.5);
        report.add(named("new bar").c_str(),
                   measure(kRounds,
                           [&](int) {
                               bench::appendBar(*detail);
                               chart.show(detail, std::nullopt);
                               frame();
                           }),
                   ratio > 1 ? 12 : 4);
        report.add(named("crosshair move").c_str(),
                   measure(kRounds,
                           [&](int i) {
                               const QPointF at(300 + i * 3, 300 + i);
                               QMouseEvent move(QEvent::MouseMove, at, chart.mapToGlobal(at), Qt::NoButton,
                                                Qt::NoButton, {});
                               QCoreApplication::sendEvent(&chart, &move);
                               frame();
                           }),
                   1);
        report.add(named("zoom step").c_str(),
                   measure(kRounds,
                           [&](int i) {
                               wheel(chart, i % 2 ? 120 : -120, false);
                               frame();
                           }),
                   ratio > 1 ? 12 : 4);
        report.add(named("pan step").c_str(),
                   measure(kRounds,
                           [&](int i) {
                               wheel(chart, i % 2 ? 120 : -120, true);
                               frame();
                           }),
                   ratio > 1 ? 12 : 4);
        zoomOut(chart);
        report.add(named("replot of all zoomed out").c_str(),
                   measure(kRounds,
                           [&](int i) {
                               wheel(chart, i % 2 ? 15 : -15, true);
                               frame();
                           }),
                   ratio > 1 ? 12 : 4);
        report.add(named("tick zoomed out").c_str(),
                   measure(kRounds,
                           [&](int i) {
                               bench::moveLast(*detail, i);
                               chart.show(detail, std::nullopt);
                               frame();
                           }),
                   0.5);
        if (bars == 10'000) {
            const auto people = bench::walkPeople(*detail, 5000, 5);
            people->bands.clear();
            const Figure without = measure(50, [&](int) {
                chart.setPeople(std::make_shared<ui::ChartPeople>());
                frame();
            });
            std::vector<std::shared_ptr<ui::ChartPeople>> copies;
            for (int i = 0; i < 55; ++i) copies.push_back(std::make_shared<ui::ChartPeople>(*people));
            Figure with = measure(50, [&](int i) {
                chart.setPeople(copies[static_cast<std::size_t>(i)]);
                frame();
            });
            with.median -= without.median;
            with.p95 -= without.p95;
            report.add("5,000 markers, over a replot", with, 2);
            const auto all = bench::walkPeople(*detail, 5000, 5);
            chart.setPeople(all);
            for (const char* id : {"ema", "bb", "vwap", "volma", "rsi", "macd"})
                chart.addIndicator(QLatin1StringView(id));
            chart.resetView();
            frame();
            report.add("replot with 6 indicators, people",
                       measure(kRounds,
                               [&](int) {
                                   chart.resetView();
                                   frame();
                               }),
                       ratio > 1 ? 16 : 8);
            report.add("tick with 6 indicators, people",
                       measure(kRounds,
                               [&](int i) {
                                   bench::moveLast(*detail, i);
                                   chart.show(detail, std::nullopt);
                                   frame();
                               }),
                       1);
        }
    }
    if (argc == 3 && QByteArray(argv[1]) == "--json") {
        QFile file(QString::fromLocal8Bit(argv[2]));
        if (!file.open(QIODevice::WriteOnly)) return 1;
        file.write(QJsonDocument(report.json()).toJson());
    }
    return 0;
}
