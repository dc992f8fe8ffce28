// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_market.h"
#include "ui/models/alert_model.h"
#include "ui/models/board_model.h"
#include "ui/models/health_model.h"
#include "ui/models/health_text.h"
#include "ui/models/tape_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace ui;

namespace {

std::shared_ptr<const core::pipeline::Snapshot> board(const std::vector<std::uint32_t>& tokens,
                                                      std::uint64_t version = 1) {
    auto out = std::make_shared<core::pipeline::Snapshot>(fake::snapshot());
    for (const std::uint32_t number : tokens) {
        out->fresh.push_back(fake::token(number, "T" + std::to_string(number)));
        out->fresh.back().version = version;
    }
    return out;
}

QStringList titles(const QAbstractItemModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row) out << model.index(row, 0).data().toString();
    return out;
}

std::shared_ptr<const core::pipeline::TokenDetail> tapeOf(std::size_t count, std::uint64_t newest,
                                                          std::uint32_t number = 1) {
    auto out = fake::detail(fake::token(number, "T"), 1);
    out->tape = fake::tape(count, newest);
    return out;
}

}  // namespace

class TstModels : public QObject {
    Q_OBJECT
private slots:
    void boardFollowsTheSnapshot() {
        BoardModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (const auto& tokens : std::vector<std::vector<std::uint32_t>>{{1, 2, 3},
                                                                          {3, 1, 2},
                                                                          {9, 3, 8, 1},
                                                                          {},
                                                                          {5},
                                                                          {1, 2, 3, 4, 5, 6},
                                                                          {6, 5, 4, 3, 2, 1},
                                                                          {7, 6, 1, 8}}) {
            const auto snapshot = board(tokens);
            model.show(snapshot, snapshot->fresh);
            QStringList wanted;
            for (const std::uint32_t number : tokens) wanted << QStringLiteral("T%1").arg(number);
            QCOMPARE(titles(model), wanted);
        }
    }
    void selectionStaysWithItsToken() {
        BoardModel model;
        const auto before = board({1, 2, 3});
        model.show(before, before->fresh);
        const QPersistentModelIndex held = model.index(1, 0);
        const auto after = board({9, 3, 2, 1});
        model.show(after, after->fresh);
        QCOMPARE(held.row(), 2);
        QCOMPARE(held.data().toString(), QStringLiteral("T2"));
    }
    void frozenBoardRefreshesButDoesNotMove() {
        BoardModel model;
        const auto before = board({1, 2, 3});
        model.show(before, before->fresh);
        model.setFrozen(true);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const auto after = board({4, 3, 2, 1}, 2);
        model.show(after, after->fresh);
        QCOMPARE(titles(model), QStringList({QStringLiteral("T1"), QStringLiteral("T2"), QStringLiteral("T3")}));
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(changed.size(), 1);
        model.setFrozen(false);
        model.show(after, after->fresh);
        QCOMPARE(titles(model).front(), QStringLiteral("T4"));
    }
    void unchangedRowsSaySoByStayingSilent() {
        BoardModel model;
        const auto before = board({1, 2, 3});
        model.show(before, before->fresh);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const auto same = board({1, 2, 3});
        model.show(same, same->fresh);
        QCOMPARE(changed.size(), 0);
    }
    void duplicateKeysAreShownOnce() {
        BoardModel model;
        const auto twice = board({1, 1, 2});
        model.show(twice, twice->fresh);
        QCOMPARE(model.rowCount(), 2);
    }
    void unknownIsSaidInTheToolTip() {
        BoardModel model;
        auto snapshot = std::make_shared<core::pipeline::Snapshot>(fake::snapshot());
        snapshot->fresh = {fake::bareToken(1)};
        model.show(snapshot, snapshot->fresh);
        const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("Holders unknown")));
        QVERIFY(tip.contains(QStringLiteral("Market cap unknown")));
    }
    void tapeInsertsOnTopAndDropsAtTheEnd() {
        TapeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(tapeOf(10, 10));
        const QPersistentModelIndex held = model.index(0, TapeModel::Price);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.show(tapeOf(10, 13));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(held.row(), 3);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.row(0).id, std::uint64_t{13});
        QCOMPARE(model.rowOf(3), -1);
        model.show(tapeOf(5, 100, 2));
        QVERIFY(!held.isValid());
        model.show(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void tapeTellsUnknownFromZero() {
        TapeModel model;
        auto detail = fake::detail(fake::token(1, "T"), 1);
        detail->tape = {core::pipeline::TapeRow{}};
        model.show(detail);
        for (const int column : {TapeModel::Time, TapeModel::Price, TapeModel::Position, TapeModel::Slot})
            QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("–"));
    }
    void alertsGrowOnTop() {
        AlertModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto with = [](std::uint64_t total, std::size_t kept) {
            auto out = std::make_shared<core::pipeline::Snapshot>();
            out->alertCount = total;
            for (std::size_t i = 0; i < kept; ++i) {
                core::Alert alert;
                alert.text = std::to_string(total - i);
                out->alerts.push_back(std::make_shared<const core::Alert>(std::move(alert)));
            }
            return out;
        };
        model.show(with(2, 2));
        model.show(with(5, 4));
        QCOMPARE(titles(model),
                 QStringList({QStringLiteral("5"), QStringLiteral("4"), QStringLiteral("3"), QStringLiteral("2")}));
        model.show(with(900, 4));
        QCOMPARE(titles(model).front(), QStringLiteral("900"));
        model.show(with(0, 0));
        QCOMPARE(model.rowCount(), 0);
    }
    void feedsSayWhatTheyDo() {
        auto feed = fake::feedStatus();
        feed.state = core::source::FeedState::Retrying;
        feed.detail = "connection refused";
        feed.retryInMs = 3200;
        QCOMPARE(feedSentence(feed),
                 QStringLiteral("solana-rpc · api.mainnet-beta.solana.com · retrying in 4 s: connection refused"));
        auto snapshot = fake::snapshot();
        QVERIFY(currentTrouble(snapshot).text.isEmpty());
        snapshot.health.feeds = {feed};
        const Trouble first = currentTrouble(snapshot);
        snapshot.health.feeds.front().retryInMs = 1000;
        const Trouble second = currentTrouble(snapshot);
        QVERIFY(first.text != second.text);
        QCOMPARE(first.topic, second.topic);
    }
    void healthTellsHowEachVenueIsSeen() {
        core::pipeline::Health health;
        health.feeds = {fake::feedStatus()};
        health.feeds.front().firstShare = 0.25;
        health.feeds.front().behindMs = 12.5;
        using core::pipeline::Visibility;
        health.coverage = {{"pumpfun", Visibility::FromLogs, {}},
                           {"raydium_cpmm", Visibility::FromLogs, {40, 12, 20}},
                           {"meteora_dlmm", Visibility::Fetched, {5, 5, 0}},
                           {"meteora_dbc", Visibility::NotVisible, {}},
                           {"orca_whirlpool", Visibility::WholeTransactions, {}}};
        health.fetches.blocks = {3, 2, 1};
        const auto valueOf = [lines = healthLines(health)](const QString& name) {
            for (const HealthLine& line : lines)
                if (line.name == name) return line.value;
            return QString();
        };
        QCOMPARE(valueOf(QStringLiteral("pumpfun")), QStringLiteral("from logs"));
        QVERIFY(
            valueOf(QStringLiteral("raydium_cpmm")).contains(QStringLiteral("12 of 40 fetched, 20 not fetched")));
        QVERIFY(valueOf(QStringLiteral("meteora_dlmm")).endsWith(QStringLiteral("5 of 5 fetched")));
        QCOMPARE(valueOf(QStringLiteral("meteora_dbc")), QStringLiteral("not visible"));
        QCOMPARE(valueOf(QStringLiteral("orca_whirlpool")), QStringLiteral("from whole transactions"));
        QVERIFY(valueOf(QStringLiteral("Blocks of creations")).contains(QStringLiteral("2 of 3")));
        QVERIFY(valueOf(QStringLiteral("First to bring a message")).startsWith(QStringLiteral("25")));
        QCOMPARE(valueOf(QStringLiteral("Behind the first, else")), QStringLiteral("12.5 ms"));
    }
    void healthTellsADamagedFileFromAFullDisk() {
        core::pipeline::Health health;
        health.cold.emplace();
        const auto advice = [&] {
            for (const auto& line : healthLines(health))
                if (line.id == QLatin1StringView("cold_error")) return line.advice;
            return QString();
        };
        QVERIFY(advice().isEmpty());
        health.coldWallets.lost = 2;
        health.coldWallets.error = "what was kept of a wallet came back damaged";
        QCOMPARE(advice(), QStringLiteral("Check the disk; connect again to begin anew."));
        // What could not be written is what the user can do something about.
        health.coldFlags.refused = 1;
        QCOMPARE(advice(), QStringLiteral("Free disk space beside the database."));
        health.coldWallets.lost = 0;
        QCOMPARE(advice(), QStringLiteral("Free disk space beside the database."));
    }
    void everyHealthLineSaysWhatItMeansAndWhatToDo() {
        core::pipeline::Health health;
        health.feeds = {fake::feedStatus()};
        auto& feed = health.feeds.front();
        feed.gaps = 2;
        feed.reconnects = 3;
        feed.droppedFrames = 4;
        feed.blindTo = {"transfers", "pools"};
        health.requests = core::pipeline::RequestStats{120, 3, 1.0, 4.0};
        health.lookups.perHour = 100;
        health.lookups.thisHour = 100;
        health.lagMs = 6'000;
        health.diskFree = 400'000'000;
        health.storedTwice = 1;
        health.refusedRows = 1;
        health.storeError = "disk full";
        health.cold.emplace().lost = 1;
        health.cold->blocks = 2;
        health.coldFlags.statements = 5;
        health.coldFlags.lost = 1;
        health.coldWallets.away = 7;
        health.coldWallets.lost = 1;
        health.undecoded = {{"pool_unknown", 31}};
        HealthModel model;
        model.show(health, false);
        std::set<QString> keys;
        for (int row = 0; row < model.rowCount(); ++row) {
            const HealthLine& line = model.row(row);
            QVERIFY2(!line.meaning.isEmpty(), qPrintable(line.id));
            if (isTrouble(line)) QVERIFY2(!line.advice.isEmpty(), qPrintable(line.id));
            if (line.id != QStringLiteral("blind_to"))
                QVERIFY2(keys.insert(line.group + line.id).second, qPrintable(line.id));
        }
        const auto toneOf = [&](const char* id) {
            for (int row = 0; row < model.rowCount(); ++row)
                if (model.row(row).id == QLatin1String(id)) return model.row(row).tone;
            return Tone::Good;
        };
        for (const char* id : {"gaps", "reconnects", "dropped", "blind_to", "requests_allowed", "lookups_hour",
                               "lag_ms", "refused_rows", "pool_unknown"})
            QVERIFY2(toneOf(id) == Tone::Attention, id);
        for (const char* id : {"disk_free", "store_error", "cold_lost", "cold_bars_lost", "cold_flags_lost", "cold_wallets_lost"})
            QVERIFY2(toneOf(id) == Tone::Bad, id);
        const int all = model.rowCount();
        model.show(health, true);
        QVERIFY(model.rowCount() > 10 && model.rowCount() < all);
        QVERIFY(model.csv({}).contains(QStringLiteral(",gaps,2,yes")));
        health.lagMs.reset();
        model.show(health, false);
        QCOMPARE(model.rowCount(), all);
        QVERIFY(model.csv({}).contains(QStringLiteral("Engine,lag_ms,,")));
    }
    void badgesDiffer() {
        core::pipeline::Health health;
        health.feeds = {fake::feedStatus()};
        using core::pipeline::Mode;
        QCOMPARE(modeBadge(Mode::Live, health).tone, Tone::Good);
        QCOMPARE(modeBadge(Mode::Replay, health).tone, Tone::Attention);
        QCOMPARE(modeBadge(Mode::Simulated, health).tone, Tone::Simulated);
        health.feeds.front().state = core::source::FeedState::Failed;
        QCOMPARE(modeBadge(Mode::Live, health).tone, Tone::Bad);
        // A recording that was played to its end lost no connection; a live market that stopped did.
        health.feeds.front().state = core::source::FeedState::Ended;
        QCOMPARE(modeBadge(Mode::Simulated, health).tone, Tone::Bad);
        health.feeds.front().progress = 1;
        QCOMPARE(modeBadge(Mode::Simulated, health).tone, Tone::Simulated);
        QCOMPARE(modeBadge(Mode::Simulated, health).text, QStringLiteral("SIMULATED"));
    }
};

QTEST_GUILESS_MAIN(TstModels)
#include "tst_models.moc"
