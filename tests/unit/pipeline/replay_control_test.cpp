// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/replay_control.h"
#include "core/base/clock.h"
#endif

#include <QTest>

#include <limits>

using namespace core::pipeline;
using namespace std::chrono_literals;
using core::source::Channel;
using core::source::Frame;

namespace {

constexpr std::int64_t kStart = 1'795'446'000;
constexpr std::int64_t kNs = 1'000'000'000;

/// Plays a recording of one message each 100 ms, four to a slot, against a clock that is moved by hand.
class Player {
public:
    explicit Player(ReplayControl& control) : m_control(control) {}

    [[nodiscard]] ReplayControl::Next next() const {
        return {kStart * kNs + static_cast<std::int64_t>(frames) * kNs / 10, slotOf(frames),
                static_cast<double>(frames + 1) / 1'000};
    }
    /// Frames that are due now; stops at the first that is not.
    std::uint64_t run(std::uint64_t most = 1'000) {
        std::uint64_t played = 0;
        for (; played < most; ++played) {
            const auto wait = m_control.turn(next(), clock.steady());
            standing = !wait;
            if (!wait || *wait > ReplayControl::Wait::zero()) break;
            ReplayControl::Seen seen;
            seen.time = kStart + static_cast<std::int64_t>(frames) / 10;
            seen.slot = slotOf(frames);
            const ReplayControl::Next now = next();
            ++frames;
            if (frames == flagAt) ++flags;
            if (frames == alertAt) ++alerts;
            seen.flags = flags;
            seen.alerts = alerts;
            m_control.played(now, seen);
        }
        return played;
    }
    [[nodiscard]] static std::uint64_t slotOf(std::uint64_t frame) { return 500 + frame / 4 * 3; }

    core::ManualClock clock{core::RecvTime{7 * kNs}};
    std::uint64_t frames = 0;
    std::uint64_t flagAt = 0;
    std::uint64_t alertAt = 0;
    std::uint64_t flags = 0;
    std::uint64_t alerts = 0;
    bool standing = false;

private:
    ReplayControl& m_control;
};

Frame frame(const char* text, Channel channel = Channel::Ws) {
    Frame out;
    out.channel = channel;
    out.bytes = text;
    return out;
}

}  // namespace

class ReplayControlTest : public QObject {
    Q_OBJECT
private slots:
    void playsAtItsSpeedAndChangesItWhileRunning() {
        ReplayControl control(1);
        Player player(control);
        QCOMPARE(player.run(), std::uint64_t{1});
        player.clock.advance(1s);
        QCOMPARE(player.run(), std::uint64_t{10});
        control.setSpeed(0.25);
        player.clock.advance(4s);
        (void)player.run();
        player.clock.advance(4s);
        QCOMPARE(player.run(), std::uint64_t{10});
        control.setSpeed(100);
        (void)player.run();
        player.clock.advance(100ms);
        QCOMPARE(player.run(), std::uint64_t{100});
        control.setSpeed(0);
        QCOMPARE(player.run(50), std::uint64_t{50});
        control.setSpeed(-1);
        control.setSpeed(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(control.state().speed, 0.0);
    }
    void aPauseStandsStillAndLosesNoTime() {
        ReplayControl control(1);
        Player player(control);
        (void)player.run();
        control.pause();
        player.clock.advance(1h);
        QCOMPARE(player.run(), std::uint64_t{0});
        QVERIFY(player.standing);
        QVERIFY(control.state().paused);
        control.resume();
        QCOMPARE(player.run(), std::uint64_t{0});  // the hour was not played
        player.clock.advance(500ms);
        QCOMPARE(player.run(), std::uint64_t{5});
    }
    void aStepEndsWithItsSlot() {
        ReplayControl control(0, std::nullopt, true);
        Player player(control);
        QCOMPARE(player.run(), std::uint64_t{0});
        control.step(1);
        QCOMPARE(player.run(), std::uint64_t{4});
        QVERIFY(player.standing);
        QCOMPARE(control.state().slot, std::optional<std::uint64_t>{500});
        control.step(10);
        QCOMPARE(player.run(), std::uint64_t{40});
        QCOMPARE(control.state().slot, std::optional<std::uint64_t>{530});
        QCOMPARE(control.slotBefore(1), std::optional<std::uint64_t>{527});
        QVERIFY(!control.slotBefore(11));
        // Keys come faster than a busy slot plays.
        control.step(1);
        control.step(1);
        QCOMPARE(player.run(), std::uint64_t{8});
    }
    void whereNoSlotIsNamedAStepIsAMessage() {
        ReplayControl control(0, std::nullopt, true);
        control.step(2);
        const ReplayControl::Next next{kStart * kNs, std::nullopt, 0.1};
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(control.turn(next, {}), std::optional{ReplayControl::Wait::zero()});
            control.played(next, {});
        }
        QVERIFY(!control.turn(next, {}));
    }
    void runsToTheNextFlagAndToTheNextAlert() {
        ReplayControl control(0);
        Player player(control);
        player.flagAt = 17;
        player.alertAt = 40;
        (void)player.run(3);
        control.runToFlag();
        QVERIFY(control.hurrying());
        QCOMPARE(player.run(), std::uint64_t{14});
        QVERIFY(player.standing && !control.hurrying());
        control.runToAlert();
        QCOMPARE(player.run(), std::uint64_t{23});
        QVERIFY(control.state().paused);
        control.runToFlag();
        (void)player.run(100);
        control.cancel();
        QCOMPARE(player.run(), std::uint64_t{0});
        QVERIFY(player.standing);
    }
    void jumpsToATimeASlotAndAShare() {
        ReplayControl control(1);
        Player player(control);
        (void)player.run();
        control.runTo({.time = kStart + 20, .slot = {}, .progress = {}});
        QVERIFY(control.hurrying());
        (void)player.run(500);
        // Everything that had arrived by the end of that second, and not a message more.
        QCOMPARE(player.frames, std::uint64_t{210});
        QVERIFY(!control.hurrying() && !control.state().paused);
        control.pause();
        control.runTo({.time = {}, .slot = Player::slotOf(300), .progress = {}});
        (void)player.run();
        QCOMPARE(player.frames, std::uint64_t{304});
        QVERIFY(player.standing);
        control.runTo({.time = {}, .slot = {}, .progress = 0.4});
        QCOMPARE(*control.state().runProgress, 0.0);
        (void)player.run(48);
        QCOMPARE(qRound(*control.state().runProgress * 100), 50);
        (void)player.run();
        QCOMPARE(player.frames, std::uint64_t{400});
        QVERIFY(control.passed({.time = kStart + 3, .slot = {}, .progress = {}}));
        QVERIFY(control.passed({.time = {}, .slot = 500, .progress = {}}));
        QVERIFY(control.passed({.time = {}, .slot = {}, .progress = 0.1}));
        QVERIFY(!control.passed({.time = kStart + 100, .slot = {}, .progress = {}}));
        QVERIFY(!control.passed({.time = {}, .slot = 100'000, .progress = {}}));
    }
    void beginsAtAMomentAndStandsThere() {
        ReplayControl control(2, ReplayTarget{.time = {}, .slot = Player::slotOf(8), .progress = {}}, true);
        Player player(control);
        QVERIFY(control.hurrying());
        QCOMPARE(player.run(), std::uint64_t{12});
        QVERIFY(player.standing);
        control.resume();
        QCOMPARE(player.run(), std::uint64_t{0});
        player.clock.advance(1s);
        QCOMPARE(player.run(), std::uint64_t{20});
    }
    void anEndedOrClosedReplayHoldsNobodyUp() {
        ReplayControl control(1, std::nullopt, true);
        Player player(control);
        control.close();
        QCOMPARE(control.turn(player.next(), player.clock.steady()), std::optional{ReplayControl::Wait::zero()});
        control.waitFor(1h);  // returns at once
        QVERIFY(control.closed());
        control.end();
        QVERIFY(control.state().ended);
        QCOMPARE(control.state().progress, 1.0);
    }
    void timesThatAreNoneNeverHoldARecordingUp() {
        ReplayControl control(1);
        const ReplayControl::Next unknown{0, std::nullopt, 0};
        QCOMPARE(control.turn(unknown, {}), std::optional{ReplayControl::Wait::zero()});
        control.played(unknown, {});
        const ReplayControl::Next last{std::numeric_limits<std::int64_t>::max(), std::nullopt, 0};
        (void)control.turn(last, {});
        control.played(last, {});
        const ReplayControl::Next first{1, std::nullopt, 0};
        QCOMPARE(control.turn(first, {}), std::optional{ReplayControl::Wait::zero()});
    }
    void readsTheSlotThatAMessageNames() {
        QCOMPARE(slotNamedIn(frame(R"({"params":{"result":{"context":{"slot":371204882},"value":{}}}})")),
                 std::optional<std::uint64_t>{371'204'882});
        QCOMPARE(slotNamedIn(frame(R"({"type":"trade","slot": 12,"x":1})", Channel::EventLine)),
                 std::optional<std::uint64_t>{12});
        QVERIFY(!slotNamedIn(frame(R"({"slot":5})", Channel::Http)));
        QVERIFY(!slotNamedIn(frame(R"({"slot":"5"})")));
        QVERIFY(!slotNamedIn(frame(R"({"slot":)")));
        QVERIFY(!slotNamedIn(frame(R"({"slot":99999999999999999999})")));
        QVERIFY(!slotNamedIn(frame("")));
    }
};

QTEST_APPLESS_MAIN(ReplayControlTest)
#include "replay_control_test.moc"
