// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/review/alert_archive.h"
#include "core/pipeline/analysis_json.h"
#include "tests/support/market_events.h"
#endif

#include <QTemporaryDir>
#include <QTest>

using core::Alert;
using core::Event;
using core::Side;
using core::review::AlertArchive;
using core::review::AlertHistory;
using core::review::AlertWish;
using core::store::Database;
using core::store::StoredAlert;
using core::store::StoreItem;
using core::store::TradeStore;

namespace {

constexpr std::int64_t kNs = 1'000'000'000;

StoredAlert alertOf(std::uint64_t number, std::uint64_t mint, std::uint64_t slot, const std::string& rule,
                    const std::string& text) {
    Alert alert;
    alert.rule = rule;
    alert.kind = "dev_dump";
    alert.mint = test::mintOf(mint);
    alert.subject = std::to_string(number);
    alert.slot = core::Slot{slot};
    alert.time = test::tradeEvent(0, slot, Side::Buy, 1, 1).at.blockTime;
    alert.text = text;
    alert.confidence = 0.8;
    alert.price = {100, 10};
    StoredAlert row;
    row.rule = alert.rule;
    row.kind = alert.kind;
    row.mint = alert.mint;
    row.slot = slot;
    row.time = alert.time->value();
    row.raisedNs = alert.time->value() * kNs;
    row.key = core::alertKey(alert);
    row.subject = alert.subject;
    row.confidence = alert.confidence;
    row.price = alert.price;
    row.text = alert.text;
    core::pipeline::appendAlertJson(alert, row.json);
    return row;
}

// A trade whose arrival is its block time.
Event trade(std::uint64_t number, std::uint64_t slot, std::uint64_t coins, std::uint64_t quote,
            std::uint64_t mint) {
    Event out = test::tradeEvent(number, slot, Side::Sell, coins, quote, 1, mint);
    out.at.received = core::RecvTime{out.at.blockTime->value() * kNs};
    return out;
}

}  // namespace

class AlertArchiveTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;

    std::filesystem::path newFile() {
        return std::filesystem::path(m_dir.path().toStdString()) / ("a" + std::to_string(++m_files) + ".sqlite");
    }
    static void write(const std::filesystem::path& file, const std::vector<StoreItem>& items) {
        auto store = TradeStore::open(file, Database::Access::ReadWrite);
        QVERIFY(store.has_value());
        QCOMPARE((*store)->write(items)->refused, std::uint64_t{0});
    }
    /// The answer to a wish; null when none came in time.
    static std::shared_ptr<const AlertHistory> ask(AlertArchive& archive, const AlertWish& wish) {
        const auto before = archive.latest();
        archive.ask(wish);
        if (!QTest::qWaitFor([&] { return archive.latest() != before; }, 20'000)) return nullptr;
        return archive.latest();
    }
    static std::vector<std::string> texts(const AlertHistory& history) {
        std::vector<std::string> out;
        for (const auto& row : history.rows) out.push_back(row->alert->text);
        return out;
    }

private slots:
    void aDatabaseThatIsNotThereHoldsNothing() {
        const auto file = newFile();
        AlertArchive archive(file);
        QVERIFY(!archive.latest());
        const auto history = ask(archive, {});
        QVERIFY(history && history->rows.empty() && history->error.empty());
        archive.judge({"no such key", true, {}, 1});
        const auto after = ask(archive, {});
        QVERIFY(!after->error.empty());
        QVERIFY(!std::filesystem::exists(file));
    }
    void newestFirstAndOnlySoMany() {
        const auto file = newFile();
        write(file,
              {alertOf(1, 1, 100, "a", "one"), alertOf(2, 1, 200, "a", "two"), alertOf(3, 2, 300, "b", "three")});
        AlertArchive archive(file);
        auto history = ask(archive, {});
        QCOMPARE(texts(*history), (std::vector<std::string>{"three", "two", "one"}));
        QCOMPARE(history->stored, std::uint64_t{3});
        QVERIFY(!history->more);
        history = ask(archive, {.search = {}, .most = 2});
        QCOMPARE(texts(*history), (std::vector<std::string>{"three", "two"}));
        QVERIFY(history->more);
    }
    void everyWordOfASearchHasToStandSomewhere() {
        const auto file = newFile();
        write(file, {test::createdEvent(1, 50, 1, 2), alertOf(1, 1, 100, "dev_sells", "WIF: sold 5%"),
                     alertOf(2, 2, 200, "cabal", "COIN: 9 wallets bought")});
        AlertArchive archive(file);
        const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
            {"SOLD", {"WIF: sold 5%"}},
            {"wif dev_sells", {"WIF: sold 5%"}},
            {"wif cabal", {}},
            {"coin", {"COIN: 9 wallets bought"}},
            {"5%", {"WIF: sold 5%"}},
            {"%", {"WIF: sold 5%"}},
            {"v_s", {"WIF: sold 5%"}},
            {"'; DROP TABLE alerts; --", {}},
            {test::mintOf(2).base58(), {"COIN: 9 wallets bought"}},
            {"  ", {"COIN: 9 wallets bought", "WIF: sold 5%"}}};
        for (const auto& [search, wanted] : cases) {
            const auto history = ask(archive, {.search = search});
            QVERIFY2(history->error.empty(), history->error.c_str());
            QVERIFY2(texts(*history) == wanted, search.c_str());
        }
    }
    void verdictsAreKeptAndTakenBack() {
        const auto file = newFile();
        const auto row = alertOf(1, 1, 100, "a", "one");
        write(file, {row});
        {
            AlertArchive archive(file);
            archive.judge({row.key, false, "a market maker", 5});
            const auto history = ask(archive, {});
            QCOMPARE(history->rows[0]->verdict, std::optional{false});
            QCOMPARE(history->rows[0]->reason, std::string("a market maker"));
            archive.judge({row.key, true, {}, 6});
        }  // what was judged last is written before it ends
        AlertArchive archive(file);
        QCOMPARE(ask(archive, {})->rows[0]->verdict, std::optional{true});
        archive.judge({row.key, std::nullopt, {}, 7});
        QVERIFY(!ask(archive, {})->rows[0]->verdict);
        archive.judge({"gone", true, {}, 8});
        QVERIFY(!ask(archive, {})->error.empty());
        QVERIFY(ask(archive, {})->error.empty());
    }
    void theLastStoredPriceIsInTheQuoteOfTheFirstTrade() {
        const auto file = newFile();
        Event other = trade(3, 300, 1, 77, 1);
        test::tradeOf(other).quoteMint = test::mintOf(99);
        Event nothing = trade(4, 400, 5, 0, 1);
        write(file, {trade(1, 100, 10, 100, 1), trade(2, 200, 10, 50, 1), other, nothing,
                     alertOf(1, 1, 100, "a", "one"), alertOf(2, 7, 100, "a", "two")});
        AlertArchive archive(file);
        const auto history = ask(archive, {});
        QCOMPARE(history->prices.size(), std::size_t{1});
        const auto& price = history->prices.at(test::mintOf(1));
        QVERIFY(price.price == (core::PriceRatio{50, 10}));
        QCOMPARE(price.time, std::optional{trade(2, 200, 10, 50, 1).at.blockTime->value()});
    }
    void pricesHalvedAreCountedOnlyWhereSomebodyWatched() {
        const auto file = newFile();
        // Slots are .4 s: 1500 are the ten minutes. Coin 9 trades all the time until slot 4000.
        std::vector<StoreItem> items;
        std::uint64_t number = 0;
        for (std::uint64_t slot = 1'000; slot < 4'000; slot += 50)
            items.emplace_back(trade(++number, slot, 10, 100, 9));
        items.emplace_back(trade(++number, 1'100, 10, 50, 1));  // half of 10: fell
        items.emplace_back(trade(++number, 1'100, 10, 51, 2));  // not half
        items.emplace_back(trade(++number, 2'700, 10, 1, 2));   // after the ten minutes
        items.emplace_back(trade(++number, 3'600, 10, 90, 3));  // nobody watched long enough
        items.emplace_back(alertOf(1, 1, 1'000, "a", "fell"));
        items.emplace_back(alertOf(2, 2, 1'000, "a", "stood"));
        items.emplace_back(alertOf(3, 3, 3'500, "a", "unknown"));
        write(file, items);
        AlertArchive archive(file);
        const auto history = ask(archive, {.search = {}, .calibration = true, .falls = true});
        QVERIFY2(history->error.empty(), history->error.c_str());
        const auto& report = *history->calibration;
        QCOMPARE(report.looked, std::uint64_t{3});
        QCOMPARE(report.falls.all.seen.claims, std::uint64_t{2});
        QCOMPARE(report.falls.all.seen.right, std::uint64_t{1});
        QCOMPARE(report.falls.all.unjudged, std::uint64_t{1});
        QVERIFY(!report.falls.all.enough());
        QCOMPARE(report.verdicts.all.seen.claims, std::uint64_t{0});
    }
    void verdictsMakeTheReport() {
        const auto file = newFile();
        std::vector<StoreItem> items;
        for (std::uint64_t i = 0; i < 25; ++i) {
            auto row = alertOf(i, 1, 100 + i, "dev_sells", "x");
            const std::string key = row.key;
            items.emplace_back(std::move(row));
            items.emplace_back(core::store::StoredVerdict{key, i < 15, {}, 1});
        }
        items.emplace_back(alertOf(99, 1, 500, "dev_sells", "not judged"));
        write(file, items);
        AlertArchive archive(file);
        const auto report = ask(archive, {.search = "matches nothing", .calibration = true})->calibration;
        QVERIFY(report && report->verdicts.rules.size() == 1);
        const auto& rule = report->verdicts.rules[0];
        QCOMPARE(rule.name, std::string("dev_sells"));
        QCOMPARE(rule.seen.claims, std::uint64_t{25});
        QVERIFY(std::abs(rule.seen.happened - 0.6) < 1e-9);
        QVERIFY(std::abs(rule.seen.stated - 0.8) < 1e-9);
    }
    void aFileThatIsNoDatabaseIsSaidSo() {
        const auto file = newFile();
        std::filesystem::create_directory(file);
        AlertArchive archive(file);
        QVERIFY(!ask(archive, {})->error.empty());
    }
};

QTEST_GUILESS_MAIN(AlertArchiveTest)
#include "alert_archive_test.moc"
