// SPDX-License-Identifier: GPL-3.0-or-later
// A price line that is drawn on a chart, from the mouse to the alert: the whole program over a recording.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
// First: Qt takes "slots" for a word of its own.
#include "tests/support/sim_events.h"
#include "tests/support/sim_frames.h"

#include "app/backtest_runner.h"
#include "app/command_line.h"
#include "app/rule_keeper.h"
#include "app/session.h"
#include "app/window_keeper.h"
#include "chart_hand.h"
#endif

#include "ui/rules/backtest_pane.h"
#include "ui/rules/rule_bench.h"
#include "ui/rules/rule_text_edit.h"

#include <QAction>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>
#include <map>

using namespace ui;

namespace {

struct Point {
    std::uint64_t slot = 0;
    double price = 0;  ///< SOL for a whole coin
};

/// Where to stand still, and a price that the coin will have afterwards.
struct Plan {
    core::Mint mint;
    std::uint64_t slot = 0;
    double price = 0;  ///< at that slot
    double later = 0;
};

Plan planOf(const std::vector<core::Event>& events) {
    std::map<core::Mint, std::vector<Point>> coins;
    for (const core::Event& event : events) {
        const auto* trade = std::get_if<core::Trade>(&event.body);
        if (trade == nullptr || !event.at.slot || trade->baseAmount.value() == 0) continue;
        const double price =
            static_cast<double>(trade->quoteAmount.value()) / static_cast<double>(trade->baseAmount.value()) * 1e-3;
        coins[trade->mint].push_back({event.at.slot->value(), price});
    }
    Plan out;
    double best = 0;
    for (const auto& [mint, points] : coins) {
        if (points.size() < 60) continue;
        const std::size_t half = points.size() / 2;
        for (std::size_t i = half; i + 10 < points.size(); ++i) {
            const double move = std::abs(points[i].price / points[half - 1].price - 1);
            if (move <= best) continue;
            best = move;
            out = {mint, points[half - 1].slot, points[half - 1].price, points[i].price};
        }
    }
    return out;
}

}  // namespace

class TstAlertLines : public QObject {
    Q_OBJECT
private:
    core::SystemClock m_clock;
    QTemporaryDir m_folder;

    static std::size_t linesFired(const app::Session& session, const core::Mint& mint) {
        const auto snapshot = session.latest();
        if (!snapshot) return 0;
        return static_cast<std::size_t>(
            std::count_if(snapshot->alerts.begin(), snapshot->alerts.end(),
                          [&](const auto& alert) { return alert->kind == "price_line" && alert->mint == mint; }));
    }

private slots:
    void aLineFiresUntilItIsTakenAway() {
        core::sim::MarketOptions options;
        options.tradesPerSecond = 30;
        options.durationSeconds = 120;
        const Plan plan = planOf(test::playMarket(options).events);
        QVERIFY(plan.later > 0);
        const QString recording = m_folder.filePath(QStringLiteral("market.jsonl"));
        QFile file(recording);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((test::kCaptureHeader + '\n').c_str());
        for (const auto& one : test::simTransactions(options))
            file.write((test::captureLine(test::logsFrame(one)) + '\n').c_str());
        file.close();
        const QString settings = m_folder.filePath(QStringLiteral("window.ini"));

        app::Session session(m_clock, m_folder.filePath(QStringLiteral("db.sqlite")).toStdString(), false,
                             std::nullopt);
        app::WindowKeeper keeper(session, settings, m_folder.path());
        app::RuleKeeper rules(m_folder.filePath(QStringLiteral("rules.toml")), settings);
        rules.setArm([&session](std::shared_ptr<const core::alert::RuleSet> set, core::alert::Watchlists lists) {
            session.arm(std::move(set), std::move(lists));
        });
        keeper.charts().onKept = [&rules](const QString& name, const QByteArray& document) {
            rules.takeDocument(name, document);
        };
        keeper.setRules(rules);
        keeper.begin({});
        MainWindow& window = keeper.window();
        window.resize(1600, 900);

        const auto standsAt = [&](std::uint64_t slot) {
            const auto state = session.replayState();
            return state && state->paused && state->run == core::pipeline::ReplayRun::Play && state->slot == slot;
        };
        const auto playOn = [&] {
            session.setSpeed(0);
            session.resume();
        };
        session.openRecording(recording.toStdString(), 1);
        session.pause();
        session.jump({.time = {}, .slot = plan.slot, .progress = {}});
        QTRY_VERIFY_WITH_TIMEOUT(standsAt(plan.slot), 30'000);
        window.openToken(plan.mint);
        auto* chart = window.findChild<CandleChart*>();
        QTRY_VERIFY_WITH_TIMEOUT(
            chart->lastDetail() && chart->lastDetail()->row.mint == plan.mint && !chart->series().empty(), 20'000);
        hand::paint();

        // By hand: the tool, and a click at the level.
        chart->setTool(DrawingKind::AlertLine);
        const QCPRange range = chart->priceRange();
        const double last = chart->series().at(chart->series().size() - 1).close;
        const double wanted = (last + std::clamp(plan.later, range.lower, range.upper)) / 2;
        const QPoint at(hand::middle(*chart).x(), static_cast<int>(chart->pixelOf(0, wanted).y()));
        QVERIFY(chart->pricePane().contains(at));
        QTest::mouseClick(chart, Qt::LeftButton, {}, at);
        QCOMPARE(chart->alertLines().size(), std::size_t{1});
        QCOMPARE(chart->alertLines().front().points[0].price > plan.price, plan.later > plan.price);
        QCOMPARE(rules.rules().back().origin, bridge::RuleState::Origin::Line);
        QCOMPARE(linesFired(session, plan.mint), std::size_t{0});
        playOn();
        QTRY_VERIFY_WITH_TIMEOUT(session.replayState()->ended, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(linesFired(session, plan.mint) >= 1, 20'000);
        const auto& alerts = session.latest()->alerts;
        const auto fired = std::find_if(alerts.begin(), alerts.end(),
                                        [](const auto& alert) { return alert->kind == "price_line"; });
        QVERIFY2((*fired)->text.find("price went") != std::string::npos, (*fired)->text.c_str());
        QVERIFY((*fired)->slot && (*fired)->slot->value() > plan.slot);

        // Without the line the same market is silent, from its beginning on.
        QVERIFY(chart->selectedDrawing());
        QTest::keyClick(chart, Qt::Key_Delete);
        QVERIFY(chart->alertLines().empty());
        QVERIFY(rules.rules().back().origin != bridge::RuleState::Origin::Line);
        session.jump({.time = {}, .slot = plan.slot, .progress = {}});
        QTRY_VERIFY_WITH_TIMEOUT(
            session.replayState() && !session.replayState()->ended && session.replayState()->slot == plan.slot,
            30'000);
        playOn();
        QTRY_VERIFY_WITH_TIMEOUT(session.replayState()->ended, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->asOfSlot > plan.slot, 20'000);
        QCOMPARE(linesFired(session, plan.mint), std::size_t{0});
    }

    // From the bench to the moment of an example: the recording plays, stands there, and the coin is open.
    void anExampleOfABackTestIsReplayed() {
        core::sim::MarketOptions options;
        options.tradesPerSecond = 20;
        options.durationSeconds = 60;
        const QString recording = m_folder.filePath(QStringLiteral("example.jsonl"));
        QFile file(recording);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((test::kCaptureHeader + '\n').c_str());
        for (const auto& one : test::simTransactions(options))
            file.write((test::captureLine(test::logsFrame(one)) + '\n').c_str());
        file.close();
        const QString settings = m_folder.filePath(QStringLiteral("bench.ini"));
        app::Session session(m_clock, m_folder.filePath(QStringLiteral("db.sqlite")).toStdString(), false,
                             std::nullopt);
        app::WindowKeeper keeper(session, settings, m_folder.path());
        app::RuleKeeper rules(m_folder.filePath(QStringLiteral("bench.toml")), settings);
        app::BacktestRunner backtests(m_folder.filePath(QStringLiteral("db.sqlite")).toStdString(), std::nullopt,
                                      {});
        keeper.setRules(rules);
        keeper.setBacktests(backtests);
        keeper.begin({});
        MainWindow& window = keeper.window();
        auto* action = window.findChild<QAction*>(QStringLiteral("actionRules"));
        QVERIFY(action != nullptr);
        action->trigger();
        auto* bench = window.findChild<RuleBench*>();
        QVERIFY(bench != nullptr && bench->isVisible());
        bench->newRule();
        bench->findChild<RuleTextEdit*>()->setPlainText(
            QStringLiteral("[[rule]]\nid = \"sells\"\nwhen = 'anyone sells >= 0.1 SOL'\n"));
        bench->backtest().addRecordings({recording});
        bench->backtest().run();
        QTRY_VERIFY_WITH_TIMEOUT(bench->backtest().result() != nullptr, 60'000);
        const auto& cases = bench->backtest().result()->cases;
        QVERIFY(cases.size() > 3);
        const std::size_t middle = cases.size() / 2;
        auto* examples = bench->findChild<QTreeWidget*>(QStringLiteral("backtestExamples"));
        emit examples->itemActivated(examples->topLevelItem(static_cast<int>(middle)), 0);
        const auto slot = cases[middle].alert.slot->value();
        QTRY_VERIFY_WITH_TIMEOUT(session.replayState() && session.replayState()->slot == slot &&
                                     session.replayState()->paused &&
                                     session.replayState()->run == core::pipeline::ReplayRun::Play,
                                 30'000);
        QCOMPARE(window.interest().selected, cases[middle].alert.mint);
    }
};

QTEST_MAIN(TstAlertLines)
#include "tst_alert_lines.moc"
