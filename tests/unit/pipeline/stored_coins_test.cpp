// SPDX-License-Identifier: GPL-3.0-or-later
// A coin whose trades earlier sessions stored: its chart goes on where they ended, and nothing counts twice.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/stored_coins.h"
#include "core/base/clock.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/live_pipeline.h"
#include "core/pipeline/past_coin.h"
#include "core/store/trade_store.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_frames.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <thread>

using namespace core;
using namespace core::pipeline;

namespace {

constexpr auto kPatience = std::chrono::seconds(30);

const std::vector<sim::SimTransaction>& market() {
    static const auto kMarket = [] {
        sim::MarketOptions options;
        options.tradesPerSecond = 30;
        options.durationSeconds = 90;
        return test::simTransactions(options);
    }();
    return kMarket;
}

/// Delivers transactions [from, to) and is finished then.
class Stretch final : public source::Source {
public:
    Stretch(std::size_t from, std::size_t to) : m_from(from), m_to(to) {}
    ~Stretch() override { Stretch::stop(); }
    void start(source::Sink sink) override {
        m_thread = std::jthread([this, sink = std::move(sink)] {
            for (std::size_t i = m_from; i < m_to; ++i) sink.frame(test::logsFrame(market()[i]));
            m_finished = true;
        });
    }
    void stop() override {
        if (m_thread.joinable()) m_thread.join();
    }
    bool finished() const override { return m_finished; }

private:
    std::size_t m_from, m_to;
    std::jthread m_thread;
    std::atomic<bool> m_finished{false};
};

struct Sums {
    std::uint64_t volume = 0;
    std::uint64_t trades = 0;
    std::int64_t first = 0;
    friend bool operator==(const Sums&, const Sums&) = default;
};

Sums sumsOf(const TokenDetail& detail) {
    Sums out;
    for (std::size_t i = 0; i < detail.candles.size(); ++i) {
        const Candle& bar = detail.candles.at(i);
        if (i == 0) out.first = bar.openTime;
        out.volume += bar.quoteVolume;
        out.trades += bar.buys + bar.sells;
    }
    return out;
}

}  // namespace

class StoredCoinsTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    SystemClock m_clock;
    Mint m_busiest;
    int m_files = 0;

    std::filesystem::path newFile() {
        return std::filesystem::path(m_dir.path().toStdString()) / ("s" + std::to_string(++m_files) + ".sqlite");
    }
    [[nodiscard]] std::unique_ptr<LivePipeline> session(const std::optional<std::filesystem::path>& file,
                                                        std::size_t from, std::size_t to) const {
        PipelineConfig config;
        config.mode = Mode::Simulated;
        config.database = file;
        config.blockingFrames = true;
        config.snapshotPeriod = std::chrono::milliseconds(1);
        auto out = std::make_unique<LivePipeline>(std::move(config), m_clock);
        out->addSource(std::make_unique<Stretch>(from, to));
        return out;
    }
    static std::shared_ptr<const Snapshot> wait(LivePipeline& pipeline,
                                                const std::function<bool(const Snapshot&)>& condition) {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (std::chrono::steady_clock::now() < end) {
            auto snapshot = pipeline.latest();
            if (snapshot && condition(*snapshot)) return snapshot;
            std::this_thread::yield();
        }
        return nullptr;
    }
    // What the coin looks like when one session sees all of [0, to).
    Sums whole(const Mint& mint, std::size_t to) const {
        auto pipeline = session(std::nullopt, 0, to);
        Interest interest;
        interest.selected = mint;
        pipeline->setInterest(interest);
        if (!pipeline->start() || !pipeline->waitFinished(kPatience)) return {};
        const auto snapshot = wait(*pipeline, [](const Snapshot& one) { return one.selected != nullptr; });
        pipeline->stop();
        return snapshot ? sumsOf(*pipeline->latest()->selected) : Sums{};
    }

private slots:
    void initTestCase() {
        std::map<Mint, std::uint64_t> trades;
        Engine engine{EngineConfig{}};
        engine.onEvent = [&trades](const Event& event, ledger::TokenLedger&) {
            if (const auto* trade = std::get_if<Trade>(&event.body)) ++trades[trade->mint];
        };
        for (const auto& transaction : market()) QVERIFY(engine.frame(test::logsFrame(transaction)).has_value());
        std::uint64_t most = 0;
        for (const auto& [mint, count] : trades)
            if (count > most) {
                most = count;
                m_busiest = mint;
            }
        QVERIFY(most > 100);
    }
    void theChartGoesOnWhereTheLastSessionEnded_data() {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::newRow("one after the other") << 0.6 << 0.6;
        QTest::newRow("the second was fed a part again") << 0.6 << 0.45;
        QTest::newRow("the second was fed everything again") << 0.6 << 0.0;
    }
    void theChartGoesOnWhereTheLastSessionEnded() {
        QFETCH(double, first);
        QFETCH(double, second);
        const auto size = static_cast<double>(market().size());
        const auto file = newFile();
        auto before = session(file, 0, static_cast<std::size_t>(size * first));
        QVERIFY(before->start().has_value());
        QVERIFY(before->waitFinished(kPatience));
        before->stop();

        auto after = session(file, static_cast<std::size_t>(size * second), market().size());
        Interest interest;
        interest.selected = m_busiest;
        interest.tapeLimit = 500;
        after->setInterest(interest);
        QVERIFY(after->start().has_value());
        QVERIFY(after->waitFinished(kPatience));
        const Sums expected = whole(m_busiest, market().size());
        const auto snapshot =
            wait(*after, [&](const Snapshot& one) { return one.selected && sumsOf(*one.selected) == expected; });
        const auto last = after->latest();
        after->stop();
        if (!snapshot && last && last->selected)
            qWarning() << sumsOf(*last->selected).trades << "trades, expected" << expected.trades;
        QVERIFY(snapshot != nullptr);
        // Every row of the tape is there once, newest first.
        std::set<std::pair<Signature, std::uint64_t>> rows;
        for (const TapeRow& row : snapshot->selected->tape)
            QVERIFY(rows.emplace(*row.at.signature, row.at.path->key()).second);
        for (std::size_t i = 1; i < snapshot->selected->tape.size(); ++i)
            QVERIFY(snapshot->selected->tape[i].id < snapshot->selected->tape[i - 1].id);
    }
    // The session may be shown before it has seen all of the slot in which it begins.
    void whatTheSessionIsFedAgainCountsOnceWheneverItComes() {
        std::vector<Event> trades;
        for (const std::uint64_t slot : {100U, 101U, 101U, 101U, 102U})
            trades.push_back(test::tradeEvent(trades.size() + 1, slot, Side::Buy, 1'000 + trades.size(), 2'000));
        const BarSpec second{1, 0};
        for (std::size_t from = 0; from < trades.size(); ++from) {
            auto stored = std::make_unique<StoredCoin>();
            stored->mint = test::mintOf(1);
            stored->market = std::make_unique<ledger::Market>();
            std::uint64_t arrival = 0;
            for (const Event& trade : trades) stored->ledger = stored->market->apply(trade, arrival++);
            PastCoin past;
            past.take(std::move(stored));
            ledger::Market session;
            for (std::size_t i = from; i < trades.size(); ++i) {
                const ledger::TokenLedger* own = session.apply(trades[i], i);
                QVERIFY(own != nullptr);
                std::uint64_t seen = 0;
                const auto bars = past.joined(*own, second).blocks();
                for (std::size_t bar = 0; bar < bars.size(); ++bar) seen += bars.at(bar).buys;
                // Stored trades of later slots are not there before the session has come to them.
                QVERIFY2(seen <= trades.size(), qPrintable(QString::number(seen)));
                if (i + 1 == trades.size()) QCOMPARE(seen, std::uint64_t{trades.size()});
            }
        }
    }
    void aCoinOfTheDatabaseAloneOpensToo() {
        const auto file = newFile();
        const std::size_t to = market().size() * 3 / 4;
        auto before = session(file, 0, to);
        QVERIFY(before->start().has_value());
        QVERIFY(before->waitFinished(kPatience));
        before->stop();
        const Sums expected = whole(m_busiest, to);

        auto after = session(file, 0, 0);
        QVERIFY(after->start().has_value());
        Interest interest;
        interest.selected = m_busiest;
        after->setInterest(interest);
        const auto snapshot = wait(*after, [](const Snapshot& one) { return one.selected != nullptr; });
        QVERIFY(snapshot != nullptr);
        QVERIFY(sumsOf(*snapshot->selected) == expected);
        QVERIFY(!snapshot->selected->row.symbol.empty());
        QVERIFY(snapshot->selected->row.price.valid());
        QVERIFY2(!snapshot->selected->row.holders, "nobody watched in between: holders are unknown");
        QVERIFY(!snapshot->selected->tape.empty());
        // Another coin that nobody knows takes it away again.
        interest.selected = Mint{};
        after->setInterest(interest);
        QVERIFY(wait(*after, [](const Snapshot& one) { return one.selected == nullptr; }) != nullptr);
        after->stop();
    }
    void theNewestTradesComeFirst() {
        const auto file = newFile();
        auto before = session(file, 0, market().size());
        QVERIFY(before->start().has_value());
        QVERIFY(before->waitFinished(kPatience));
        before->stop();
        std::atomic<int> told{0};
        auto stored = StoredCoins::start(file, {.first = 20, .most = 50}, [&told] { ++told; });
        QVERIFY(stored.has_value());
        (*stored)->ask(m_busiest);
        const auto end = std::chrono::steady_clock::now() + kPatience;
        std::unique_ptr<StoredCoin> last;
        std::size_t answers = 0;
        while (!(last && last->whole) && std::chrono::steady_clock::now() < end) {
            if (auto coin = (*stored)->take()) {
                last = std::move(coin);
                ++answers;
            }
            std::this_thread::yield();
        }
        QVERIFY(last && last->whole && told >= 1 && answers >= 1);
        QVERIFY(last->ledger != nullptr);
        QCOMPARE(last->ledger->trades, std::uint64_t{50});
        QCOMPARE(last->tape.size(), std::size_t{50});
        std::vector<Event> all;
        std::optional<Mint> other;
        auto reader = store::TradeStore::open(file, store::Database::Access::ReadOnly);
        QVERIFY((*reader)
                    ->eachTrade([&](const Event& event) {
                        if (mintOf(event.body) == m_busiest)
                            all.push_back(event);
                        else
                            other = mintOf(event.body);
                        return true;
                    })
                    .has_value());
        QVERIFY(all.size() > 50);
        QCOMPARE(last->tape.front().at.slot->value(), all.back().at.slot->value());
        QVERIFY(last->tape.back().at.slot->value() >= all[all.size() - 60].at.slot->value());

        // Who moves on while a coin is read is told of the next one alone.
        QVERIFY(other.has_value());
        (*stored)->ask(m_busiest);
        (*stored)->ask(*other);
        last.reset();
        while (!(last && last->whole) && std::chrono::steady_clock::now() < end) {
            if (auto coin = (*stored)->take()) {
                QVERIFY(coin->mint == *other);
                QCOMPARE(coin->error, std::string{});
                last = std::move(coin);
            }
            std::this_thread::yield();
        }
        QVERIFY(last && last->ledger != nullptr);
    }
};

QTEST_APPLESS_MAIN(StoredCoinsTest)
#include "stored_coins_test.moc"
