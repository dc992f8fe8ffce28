// SPDX-License-Identifier: GPL-3.0-or-later
// moc does not parse the C++20 headers that these include.
#ifndef Q_MOC_RUN
#include "core/sim/capture_out.h"

#include <nlohmann/json.hpp>
#endif

#include <QtTest>

#include <string>
#include <vector>

using namespace core::sim;
using nlohmann::json;

namespace {

MarketOptions shortHour() {
    MarketOptions options;
    options.durationSeconds = 60;
    options.tradesPerSecond = 40;
    return options;
}

std::vector<std::string> linesOf(const MarketOptions& options, CaptureCounts* counts = nullptr,
                                 CaptureFeed feed = CaptureFeed::Logs) {
    std::vector<std::string> lines;
    auto market = Market::create(options);
    const auto take = [&](std::string_view line) {
        lines.emplace_back(line);
        return core::Result<void>{};
    };
    const auto written = writeCapture(**market, options, take, feed);
    if (counts != nullptr) *counts = *written;
    return lines;
}

}  // namespace

class CaptureTest : public QObject {
    Q_OBJECT
private slots:
    void startsWithAHeader();
    void linesAreNotificationsInOrder();
    void isTheSameEveryTime();
    void stopsAtTheFirstRefusal();
    void transactionsComeWholeAndOnce();
};

void CaptureTest::startsWithAHeader() {
    const auto lines = linesOf(shortHour());
    const json header = json::parse(lines.front());
    QCOMPARE(header["cabalscope_capture"].get<int>(), 1);
    QCOMPARE(header["source"].get<std::string>(), std::string{"simulated"});
    QCOMPARE(header["created"].get<std::string>(), std::string{"2026-11-23T15:00:00Z"});
    QVERIFY(header["note"].get<std::string>().starts_with("SIMULATED"));
}

void CaptureTest::linesAreNotificationsInOrder() {
    CaptureCounts counts;
    const auto lines = linesOf(shortHour(), &counts);
    QCOMPARE(lines.size(), counts.notifications + 1);
    std::int64_t last = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const json line = json::parse(lines[i]);
        QCOMPARE(line["ch"].get<std::string>(), std::string{"ws"});
        const auto t = line["t"].get<std::int64_t>();
        QVERIFY(t >= last);
        last = t;
        const json& message = line["msg"];
        QCOMPARE(message["method"].get<std::string>(), std::string{"logsNotification"});
        QVERIFY(message["params"]["result"]["context"]["slot"].get<std::uint64_t>() >= shortHour().startSlot);
        QVERIFY(message["params"]["result"]["value"]["logs"].is_array());
    }
    QVERIFY(counts.trades > 0);
    QVERIFY(counts.failed > 0 && counts.failed < counts.transactions);
}

void CaptureTest::isTheSameEveryTime() {
    QCOMPARE(linesOf(shortHour()), linesOf(shortHour()));
}

void CaptureTest::stopsAtTheFirstRefusal() {
    const MarketOptions options = shortHour();
    auto market = Market::create(options);
    int lines = 0;
    const auto written = writeCapture(**market, options, [&](std::string_view) -> core::Result<void> {
        if (++lines == 3) return core::fail(core::ErrorCode::Io, "disk full");
        return {};
    });
    QVERIFY(!written);
    QCOMPARE(written.error().code, core::ErrorCode::Io);
    QCOMPARE(lines, 3);
}

void CaptureTest::transactionsComeWholeAndOnce() {
    CaptureCounts counts;
    const auto lines = linesOf(shortHour(), &counts, CaptureFeed::Transactions);
    QCOMPARE(lines.front(), linesOf(shortHour()).front());
    QCOMPARE(lines.size(), counts.transactions + 1);
    QCOMPARE(counts.notifications, counts.transactions);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const json message = json::parse(lines[i])["msg"];
        QCOMPARE(message["method"].get<std::string>(), std::string{"transactionNotification"});
        const json& result = message["params"]["result"];
        QVERIFY(result["transactionIndex"].is_number_unsigned());
        QVERIFY(result["transaction"]["meta"]["innerInstructions"].is_array());
        QCOMPARE(result["transaction"]["transaction"]["signatures"][0], result["signature"]);
    }
}

QTEST_APPLESS_MAIN(CaptureTest)
#include "capture_test.moc"
