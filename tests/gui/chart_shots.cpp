// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the chart over a recorded tape into PNG files, to be looked at: chart_shots TRADES.csv FOLDER [light].
// A line of the tape is "milliseconds,buy|sell,price,amount". QT_SCALE_FACTOR chooses the device pixel ratio.
#include "chart_hand.h"
#include "core/ledger/candle_series.h"
#include "ui/chart/chart_bar.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QVBoxLayout>

#include <cmath>
#include <cstdio>

namespace {

constexpr double kRawBase = 1e6;   // raw units of a coin
constexpr double kRawQuote = 1e9;  // raw units of a quote coin

std::vector<core::ledger::TradePoint> readTape(const QString& path) {
    std::vector<core::ledger::TradePoint> out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return out;
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (cells.size() < 4) continue;
        const double price = cells[2].toDouble();
        const double amount = cells[3].toDouble();
        if (price <= 0 || amount <= 0) continue;
        core::ledger::TradePoint trade;
        trade.time = cells[0].toLongLong() / 1000;
        trade.side = cells[1] == "buy" ? core::Side::Buy : core::Side::Sell;
        trade.base = static_cast<std::uint64_t>(std::llround(amount * kRawBase));
        trade.quote = static_cast<std::uint64_t>(std::llround(amount * price * kRawQuote));
        trade.key.arrival = out.size();
        if (trade.base > 0 && trade.quote > 0) out.push_back(trade);
    }
    return out;
}

std::shared_ptr<core::pipeline::TokenDetail> detailOf(const std::vector<core::ledger::TradePoint>& tape,
                                                      core::BarSpec bars) {
    core::ledger::CandleSeries series(bars);
    for (const auto& trade : tape) series.add(trade);
    auto out = std::make_shared<core::pipeline::TokenDetail>();
    out->row = fake::token(1, "TAPE");
    out->bars = bars;
    out->candles = series.blocks();
    out->candleVersion = series.version();
    out->row.price = out->candles.at(out->candles.size() - 1).close;
    out->row.marketCapQuote = out->row.price.value(6, 9) * 1e9;
    return out;
}

/// Everybody a page may tell of, over the bars of `detail`.
std::shared_ptr<ui::ChartPeople> peopleOf(const core::pipeline::TokenDetail& detail) {
    auto out = std::make_shared<ui::ChartPeople>();
    const std::size_t count = detail.candles.size();
    const std::size_t from = count > 150 ? count - 150 : 0;
    for (std::size_t i = from; i < count; i += 7) {
        ui::ChartMarker marker;
        marker.time = detail.candles.at(i).openTime;
        marker.kind = static_cast<ui::MarkerKind>(i / 7 % ui::kMarkerKinds);
        marker.move = i % 2 ? ui::MarkerMove::Buy : i % 3 ? ui::MarkerMove::Sell : ui::MarkerMove::Received;
        marker.cluster = marker.kind == ui::MarkerKind::Cluster ? 17 : 0;
        for (std::size_t k = 0; k <= i % 4; ++k) out->markers.push_back(marker);
    }
    for (std::uint32_t c = 0; c < 3; ++c) {
        ui::PositionBand band;
        band.cluster = c == 0 ? 17 : c;
        band.name = QStringLiteral("Crew %1").arg(band.cluster);
        for (std::size_t i = from + c * 12; i < count; i += 4) {
            const double held = 0.14 * std::exp(-std::pow((static_cast<double>(i - from) - 60 - 20 * c) / 45, 2));
            band.points.push_back({detail.candles.at(i).openTime, held, c == 1 ? held * 0.4 : 0});
        }
        out->bands.push_back(band);
    }
    out->events = {{detail.candles.at(from + 10).openTime, ui::LaneKind::Created, {}},
                   {detail.candles.at(from + 40).openTime, ui::LaneKind::FirstSell, {}},
                   {detail.candles.at(from + 90).openTime, ui::LaneKind::Graduated, {}},
                   {detail.candles.at(from + 120).openTime, ui::LaneKind::Flag, {}}};
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc < 3) {
        std::fputs("chart_shots TRADES.csv FOLDER [light]\n", stderr);
        return 2;
    }
    if (argc > 3) ui::theme::setScheme(ui::theme::Scheme::Light);
    ui::theme::applyStyle(application);
    const auto tape = readTape(QString::fromLocal8Bit(argv[1]));
    if (tape.size() < 500) return 1;
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    QWidget window;
    window.resize(1100, 640);
    auto* layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* chart = new ui::CandleChart;
    layout->addWidget(new ui::ChartBar(*chart));
    layout->addWidget(chart, 1);
    window.show();
    const auto shoot = [&](const char* name) {
        hand::paint();
        window.grab().save(folder.filePath(QLatin1StringView(name)));
    };
    for (const char* bars : {"1s", "1m", "15m", "100t"}) {
        const auto detail = detailOf(tape, core::BarSpec::parse(bars).value());
        if (detail->candles.size() < 20) continue;
        chart->show(detail, detail->candles.at(detail->candles.size() - 1).openTime + 1);
        shoot((std::string("plain-") + bars + ".png").c_str());
    }
    const auto minutes = detailOf(tape, {60, 0});
    chart->show(minutes, std::nullopt);
    for (int i = 0; i < 60; ++i) hand::wheel(*chart, hand::middle(*chart), -1);
    shoot("zoomed-out.png");
    chart->resetView();
    for (const char* id : {"ema", "bb", "vwap", "volma", "rsi", "macd"}) chart->addIndicator(QLatin1StringView(id));
    shoot("indicators.png");
    while (!chart->tracks().empty()) chart->removeIndicator(chart->tracks().back()->id());
    if (minutes->candles.size() > 160) {
        chart->setPeople(peopleOf(*minutes));
        const std::size_t bar = chart->series().size() - 60;
        hand::moveTo(*chart, hand::onBar(*chart, bar));
        chart->setBarPeople(
            chart->series().at(bar).openTime,
            {{QStringLiteral("sold Crew 17 (4 wallets) −18.2 SOL 71%"), ui::BarPeopleRow::Tone::Sell},
             {QStringLiteral("Dev −3.1 SOL 12%"), ui::BarPeopleRow::Tone::Sell},
             {QStringLiteral("bought 26 unlinked wallets +9.4 SOL"), ui::BarPeopleRow::Tone::Buy}});
        shoot("people.png");
        chart->highlightCluster(17);
        shoot("people-one.png");
        chart->highlightCluster(0);
        hand::leave(*chart);
        chart->setPeople(nullptr);
    }
    chart->setTool(ui::DrawingKind::TrendLine);
    hand::drag(*chart, {200, 260}, {520, 140});
    chart->setTool(ui::DrawingKind::Rectangle);
    hand::drag(*chart, {600, 120}, {760, 260});
    chart->setTool(ui::DrawingKind::HorizontalLine);
    hand::drag(*chart, {300, 300}, {300, 300});
    chart->addAlertLine(chart->panes().front().values->pixelToCoord(90));
    QTest::mousePress(chart, Qt::LeftButton, Qt::ShiftModifier, {400, 330});
    hand::dragTo(*chart, {520, 220});
    shoot("drawings.png");
    QTest::mouseRelease(chart, Qt::LeftButton, Qt::ShiftModifier, {520, 220});
    QTest::keyClick(chart, Qt::Key_Escape);
    QTest::keyClick(chart, Qt::Key_H);
    shoot("help.png");
    QTest::keyClick(chart, Qt::Key_H);
    chart->setStyle(ui::BarStyle::HeikinAshi);
    chart->setLogarithmic(true);
    chart->setMarketCap(true);
    shoot("heikin-log-mcap.png");
    chart->setStyle(ui::BarStyle::Area);
    chart->setPriceScale(ui::PriceScale::Percent);
    shoot("area-percent.png");
    chart->screenshot().save(folder.filePath(QStringLiteral("picture.png")));
    return 0;
}
