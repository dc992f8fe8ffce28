// SPDX-License-Identifier: GPL-3.0-or-later
// What the alert centre costs: alert_list_bench [ALERTS]. Reading stored alerts out of a database made for it, off
// the GUI thread, and listing what was read, on it.
#include "core/pipeline/analysis_json.h"
#include "core/review/alert_archive.h"
#include "tests/support/market_events.h"
#include "ui/models/alert_book.h"
#include "ui/models/alert_table_model.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace {

using core::review::AlertArchive;
using core::review::AlertWish;
using SteadyClock = std::chrono::steady_clock;

constexpr std::uint64_t kCoins = 5'000;

core::Alert alertOf(std::uint64_t number) {
    core::Alert out;
    out.rule = "rule_" + std::to_string(number % 20);
    out.kind = "dev_dump";
    out.mint = test::mintOf(1 + number % kCoins);
    out.subject = std::to_string(number);
    out.slot = core::Slot{1'000 + number};
    out.time = core::BlockTime{1'795'446'000 + static_cast<std::int64_t>(number)};
    out.text = "COIN" + std::to_string(number % kCoins) + ": the dev sold 5% of supply within 22 s.";
    out.confidence = 0.5 + static_cast<double>(number % 50) / 100;
    out.price = {100 + number % 7, 10};
    core::Evidence seen;
    seen.kind = "sell";
    seen.text = "sold 5%";
    for (std::uint64_t i = 0; i < 8; ++i) {
        seen.signature = test::signatureOf(number * 8 + i);
        seen.wallets = {test::walletOf(number % 1'000)};
        out.evidence.push_back(seen);
    }
    return out;
}

void fill(const std::filesystem::path& file, std::uint64_t alerts) {
    auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadWrite);
    std::vector<core::store::StoreItem> items;
    for (std::uint64_t i = 0; i < alerts; ++i) {
        const core::Alert alert = alertOf(i);
        core::store::StoredAlert row;
        row.rule = alert.rule;
        row.kind = alert.kind;
        row.mint = alert.mint;
        row.slot = alert.slot->value();
        row.time = alert.time->value();
        row.raisedNs = alert.time->value() * 1'000'000'000;
        row.key = core::alertKey(alert);
        row.subject = alert.subject;
        row.confidence = alert.confidence;
        row.price = alert.price;
        row.text = alert.text;
        core::pipeline::appendAlertJson(alert, row.json);
        items.emplace_back(std::move(row));
        core::Event trade =
            test::tradeEvent(i, 1'000 + i, core::Side::Sell, 10, 100, 1 + i % 1'000, 1 + i % kCoins);
        trade.at.received = core::RecvTime{alert.time->value() * 1'000'000'000};
        items.emplace_back(std::move(trade));
        if (i % 50 == 0) items.emplace_back(core::store::StoredVerdict{core::alertKey(alert), i % 100 == 0, {}, 1});
        if (items.size() > 10'000) {
            (void)(*store)->write(items);
            items.clear();
        }
    }
    (void)(*store)->write(items);
}

double milliseconds(SteadyClock::time_point since) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - since).count();
}

std::shared_ptr<const core::review::AlertHistory> ask(AlertArchive& archive, const AlertWish& wish,
                                                      const char* name) {
    std::vector<double> times;
    std::shared_ptr<const core::review::AlertHistory> out;
    for (int round = 0; round < 7; ++round) {
        const auto before = archive.latest();
        const auto begun = SteadyClock::now();
        archive.ask(wish);
        while (archive.latest() == before) std::this_thread::sleep_for(std::chrono::microseconds{200});
        times.push_back(milliseconds(begun));
        out = archive.latest();
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s %8.1f ms (worst %.1f), %zu rows\n", name, times[times.size() / 2], times.back(),
                out->rows.size());
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const std::uint64_t alerts = argc > 1 ? std::stoull(argv[1]) : 100'000;
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("alerts.sqlite")).toStdString();
    fill(file, alerts);
    AlertArchive archive(file);
    (void)ask(archive, {}, "newest 2,000");
    const auto most = ask(archive, {.search = {}, .most = AlertWish::kMost}, "newest 5,000");
    (void)ask(archive, {.search = "coin17 rule_17"}, "search with hits");
    (void)ask(archive, {.search = "matches nothing"}, "search without a hit, the whole table");
    (void)ask(archive, {.search = {}, .calibration = true}, "newest 2,000 with verdicts");
    (void)ask(archive, {.search = {}, .calibration = true, .falls = true}, "newest 2,000 with verdicts and prices");

    ui::AlertBook book;
    core::pipeline::Snapshot snapshot;
    for (std::uint64_t i = core::pipeline::Snapshot::kMostAlerts; i-- > 0;)
        snapshot.alerts.push_back(std::make_shared<const core::Alert>(alertOf(alerts + i)));
    snapshot.alertCount = snapshot.alerts.size();
    auto begun = SteadyClock::now();
    book.take(snapshot);
    book.take(most);
    std::printf("%-44s %8.1f ms, %zu rows\n", "taking 7,000 alerts", milliseconds(begun), book.size());
    ui::AlertTableModel model;
    ui::AlertFilter filter;
    begun = SteadyClock::now();
    model.setContents(book.rows(filter));
    std::printf("%-44s %8.1f ms\n", "listing them first", milliseconds(begun));
    std::vector<double> times;
    for (std::uint64_t round = 1; round <= 50; ++round) {
        // One more alert and other prices, as twice a second.
        snapshot.alerts.insert(snapshot.alerts.begin(),
                               std::make_shared<const core::Alert>(alertOf(2 * alerts + round)));
        ++snapshot.alertCount;
        auto prices = std::make_shared<core::pipeline::CoinPrices>();
        for (std::uint64_t coin = 1; coin <= 1'000; ++coin)
            prices->emplace(test::mintOf(coin), core::PriceRatio{100 + round, 10});
        snapshot.prices = prices;
        begun = SteadyClock::now();
        book.take(snapshot);
        model.setContents(book.rows(filter));
        std::size_t counted = 0;
        for (const auto group :
             {core::AlertGroup::Discovery, core::AlertGroup::Defence, core::AlertGroup::HighSignal})
            counted += book.count(filter, group);
        (void)book.coins(filter, core::pipeline::Interest::kMostPriced);
        times.push_back(milliseconds(begun));
        if (counted != book.size()) std::printf("groups do not add up\n");
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s %8.1f ms (worst %.1f)\n", "listing them again, one new, 1,000 prices",
                times[times.size() / 2], times.back());
    return 0;
}
