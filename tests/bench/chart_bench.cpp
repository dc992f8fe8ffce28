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
#include <string>
#include <vector>

namespace {

constexpr int kRounds = 200;
constexpr int kWarmUp = 5;  // rounds that fill caches

struct Figure {
    double median = 0;  // ms
    double p95 = 0;
};

Figure measure(int rounds, const std::function<void(int)>& act) {
    std::vector<double> times;
    for (int i = 0; i < rounds + kWarmUp; ++i) {
        QElapsedTimer timer;
        timer.start();
        act(i);
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (i >= kWarmUp) times.push_back(ms);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

class Report {
public:
    /// `budget` 0: none.
    void add(const std::string& name, const Figure& figure, double budget) {
        std::printf("%-36s median %7.3f ms  p95 %7.3f ms", name.c_str(), figure.median, figure.p95);
        if (budget > 0) std::printf("  budget %4.1f ms %s", budget, figure.median <= budget ? "kept" : "EXCEEDED");
        std::printf("\n");
        m_json.insert(QString::fromStdString(name), figure.median);
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

/// One chart over `bars` bars, 300 of them in view.
class Bench {
public:
    Bench(Report& report, std::size_t bars, bool highRatio)
        : m_report(report), m_suffix(" @" + std::to_string(bars)), m_highRatio(highRatio) {
        m_chart.resize(1920, 1080);
        m_detail = bench::walkDetail(bars);
        m_chart.QWidget::show();
        QElapsedTimer timer;
        timer.start();
        m_chart.show(m_detail, std::nullopt);
        frame();
        std::printf("\n%zu bars; first picture %.1f ms\n", bars, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        for (int i = 0; i < 20 && m_chart.scene().bars.size() < 300; ++i) wheel(m_chart, -30, false);
        frame();
    }

    void run() {
        const double full = m_highRatio ? 12 : 4;
        const double tick = m_highRatio ? 0 : 0.5;
        whole("replot of 300 in view", full, [&](int) { m_chart.jumpToLatest(); });
        one("tick", tick, [&](int i) { trade(i); });
        whole("new bar", full, [&](int) {
            bench::appendBar(*m_detail);
            m_chart.show(m_detail, std::nullopt);
        });
        one("crosshair move", 0, [&](int i) {
            const QPointF at(300 + i * 3, 300 + i);
            QMouseEvent move(QEvent::MouseMove, at, m_chart.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(&m_chart, &move);
        });
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&m_chart, &leave);
        whole("zoom step", full, [&](int i) { wheel(m_chart, i % 2 ? 120 : -120, false); });
        whole("pan step", full, [&](int i) { wheel(m_chart, i % 2 ? 120 : -120, true); });
        for (int i = 0; i < 200; ++i) wheel(m_chart, -120, false);
        frame();
        whole("replot of all zoomed out", full, [&](int i) { wheel(m_chart, i % 2 ? 15 : -15, true); });
        one("tick zoomed out", tick, [&](int i) { trade(i); });
        m_chart.resetView();
    }

    void runPeople() {
        const auto markers = bench::walkPeople(*m_detail, 5000, 5);
        markers->bands.clear();
        const auto handOver = [&](const ui::ChartPeople& people) {
            std::vector<std::shared_ptr<ui::ChartPeople>> copies;
            for (int i = 0; i < kRounds + kWarmUp; ++i) copies.push_back(std::make_shared<ui::ChartPeople>(people));
            return measure(kRounds, [&](int i) {
                m_chart.setPeople(copies[static_cast<std::size_t>(i)]);
                frame();
            });
        };
        for (int i = 0; i < 200; ++i) wheel(m_chart, -120, false);
        const Figure without = handOver({});
        Figure with = handOver(*markers);
        with.median -= without.median;
        with.p95 -= without.p95;
        m_report.add("5,000 markers in view, over a replot", with, m_highRatio ? 0 : 2);
        m_chart.setPeople(bench::walkPeople(*m_detail, 5000, 5));
        for (const char* id : {"ema", "bb", "vwap", "volma", "rsi", "macd"})
            m_chart.addIndicator(QLatin1StringView(id));
        m_chart.resetView();
        frame();
        whole("replot, 6 indicators and people", 0, [&](int) { m_chart.jumpToLatest(); });
        one("tick, 6 indicators and people", 0, [&](int i) { trade(i); });
    }

private:
    void trade(int step) {
        bench::moveLast(*m_detail, step);
        m_chart.show(m_detail, std::nullopt);
    }
    Figure one(const char* name, double budget, const std::function<void(int)>& act) {
        const Figure out = measure(kRounds, [&](int i) {
            act(i);
            frame();
        });
        m_report.add(name + m_suffix, out, budget);
        return out;
    }
    /// Every round must have drawn the whole picture anew.
    void whole(const char* name, double budget, const std::function<void(int)>& act) {
        const std::uint64_t before = m_chart.fullRepaints();
        one(name, budget, act);
        if (m_chart.fullRepaints() - before < kRounds) std::printf("  ^ not every round drew a whole picture\n");
    }

    Report& m_report;
    std::string m_suffix;
    bool m_highRatio;
    ui::CandleChart m_chart;
    std::shared_ptr<core::pipeline::TokenDetail> m_detail;
};

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ui::theme::applyStyle(application);
    Report report;
    const double ratio = application.devicePixelRatio();
    std::printf("device pixel ratio %.0f, 1920x1080\n", ratio);
    for (const std::size_t bars : {std::size_t{300}, std::size_t{10'000}, std::size_t{1'000'000}}) {
        Bench bench(report, bars, ratio > 1);
        bench.run();
        if (bars == 10'000) bench.runPeople();
    }
    if (argc == 3 && QByteArray(argv[1]) == "--json") {
        QFile file(QString::fromLocal8Bit(argv[2]));
        if (!file.open(QIODevice::WriteOnly)) return 1;
        file.write(QJsonDocument(report.json()).toJson());
    }
    return 0;
}
