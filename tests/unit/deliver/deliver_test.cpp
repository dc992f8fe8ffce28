// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/deliver/delivery_policy.h"
#include "core/deliver/line_output.h"
#include "core/deliver/message_template.h"
#include "core/deliver/outlet.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <fstream>
#include <sstream>

using namespace core::deliver;
using core::Alert;
using core::Severity;
using Verdict = DeliveryPolicy::Verdict;

namespace {

Alert alertOf(const std::string& rule, Severity severity = Severity::Warning) {
    Alert out;
    out.rule = rule;
    out.severity = severity;
    out.text = "COIN: the dev sold.";
    out.coin = "COIN";
    out.confidence = 0.87;
    return out;
}

}  // namespace

class DeliverTest : public QObject {
    Q_OBJECT
private slots:
    void fillsTemplates() {
        const auto text = MessageTemplate::parse("{{{coin}}}: {text} ({confidence}, {slot})");
        QVERIFY(text.has_value());
        QCOMPARE(text->fill(alertOf("r"), Escape::None), std::string("{COIN}: COIN: the dev sold. (87%, unknown)"));
        const auto wrong = MessageTemplate::parse("{cion}");
        QVERIFY(wrong.error().context.find("did you mean {coin}?") != std::string::npos);
        QVERIFY(!MessageTemplate::parse("a { b").has_value());
        QVERIFY(!MessageTemplate::parse("a } b").has_value());
        QVERIFY(!MessageTemplate::parse(std::string(10'000, 'x')).has_value());
    }

    void hostileNamesStayText() {
        Alert alert = alertOf("r");
        alert.coin = std::string(200, 'A') + "\xE2\x80\xAE\n\x1b[31m\xff";
        const auto plain = MessageTemplate::parse("{coin}")->fill(alert, Escape::None);
        QVERIFY(plain.size() < 50 && plain.find('\n') == std::string::npos &&
                plain.find('\x1b') == std::string::npos);
        const std::string kQuote = "\x22";
        const std::string kEscaped = "\\\x22";
        alert.coin = kQuote + "," + kQuote + "x" + kQuote + ":" + kQuote + "\\";
        QCOMPARE(MessageTemplate::parse(kQuote + "{coin}" + kQuote)->fill(alert, Escape::Json),
                 kQuote + kEscaped + "," + kEscaped + "x" + kEscaped + ":" + kEscaped + "\\\\" + kQuote);
        alert.coin = "@everyone [x](http://y) **b** {text}";
        const auto marked = MessageTemplate::parse("{coin}")->fill(alert, Escape::Markdown);
        QCOMPARE(marked, std::string("\\@everyone \\[x\\]\\(http\\://y\\) \\*\\*b\\*\\* {text}"));
    }

    void theBudgetFoldsWhatIsOver() {
        DeliverySettings settings;
        settings.perHour = 3;
        DeliveryPolicy policy{settings};
        for (int i = 0; i < 3; ++i) QVERIFY(policy.decide(alertOf("a"), 1'000 + i, 0) == Verdict::Deliver);
        for (int i = 0; i < 7; ++i) QVERIFY(policy.decide(alertOf("dev_dump"), 1'010, 0) == Verdict::Folded);
        for (int i = 0; i < 5; ++i)
            QVERIFY(policy.decide(alertOf("cluster_dump", Severity::Critical), 1'020, 0) == Verdict::Folded);
        QVERIFY(!policy.takeFolded(1'030));
        const auto folded = policy.takeFolded(4'600);
        QVERIFY(folded.has_value());
        QCOMPARE(folded->text, std::string("12 more alerts: 5 cluster_dump, 7 dev_dump."));
        QVERIFY(folded->severity == Severity::Critical);
        QVERIFY(!policy.takeFolded(4'600));
        // A clock that was set back does not silence for good.
        QVERIFY(policy.decide(alertOf("a"), 100, 0) == Verdict::Deliver);
    }

    void quietHoursMuteAndDoNotDisturb() {
        DeliverySettings settings;
        settings.quietFrom = 23 * 60;
        settings.quietTo = 7 * 60;
        settings.disturbNotBefore = 500;
        settings.mutedRules["loud"] = 2'000;
        settings.mutedCoins[core::Mint{}] = 2'000;
        DeliveryPolicy policy{settings};
        QVERIFY(policy.decide(alertOf("a"), 499, 12 * 60) == Verdict::DoNotDisturb);
        QVERIFY(policy.decide(alertOf("a"), 500, 12 * 60) == Verdict::Deliver);
        QVERIFY(policy.decide(alertOf("a"), 600, 23 * 60) == Verdict::Quiet);
        QVERIFY(policy.decide(alertOf("a"), 600, 6 * 60 + 59) == Verdict::Quiet);
        QVERIFY(policy.decide(alertOf("a"), 600, 7 * 60) == Verdict::Deliver);
        QVERIFY(policy.decide(alertOf("a", Severity::Critical), 600, 0) == Verdict::Deliver);
        QVERIFY(policy.decide(alertOf("loud"), 1'999, 12 * 60) == Verdict::Muted);
        QVERIFY(policy.decide(alertOf("loud"), 2'000, 12 * 60) == Verdict::Deliver);
        Alert coin = alertOf("a");
        coin.mint = core::Mint{};
        QVERIFY(policy.decide(coin, 1'999, 12 * 60) == Verdict::Muted);
        settings.passesQuiet.reset();
        policy.set(settings);
        QVERIFY(policy.decide(alertOf("a", Severity::Critical), 600, 0) == Verdict::Quiet);
    }

    void linesAreAppended() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("alerts.jsonl").toStdString();
        std::ofstream{file} << "before\n";
        {
            auto output = makeLineOutput(file, [](const Alert& alert) { return alert.rule; });
            QVERIFY(output.has_value());
            OutletOptions options;
            options.perSecond = 1e6;
            Outlet outlet{std::move(*output), options};
            for (int i = 0; i < 100; ++i) QVERIFY(outlet.offerAll(alertOf(std::to_string(i))));
            outlet.finish(std::chrono::seconds{60});
            QCOMPARE(outlet.stats().sent, std::uint64_t{100});
        }
        std::ostringstream text;
        text << std::ifstream{file}.rdbuf();
        QVERIFY(text.str().starts_with("before\n0\n1\n") && text.str().ends_with("98\n99\n"));
        QVERIFY(makeLineOutput(folder.path().toStdString(), {}).error().code == core::ErrorCode::Io);
    }

    // An output that hangs: the offer comes back at once, and what has no room is counted.
    void aHangingOutputHoldsUpNobody() {
        struct Gate {
            std::mutex mutex;
            std::condition_variable_any signal;
            bool entered = false;
        };
        class Hanging final : public Output {
        public:
            explicit Hanging(std::shared_ptr<Gate> gate) : m_gate(std::move(gate)) {}
            Attempt deliver(const Alert&, std::stop_token stop) override {
                std::unique_lock lock(m_gate->mutex);
                m_gate->entered = true;
                m_gate->signal.notify_all();
                m_gate->signal.wait(lock, stop, [] { return false; });
                return Attempt::retry(core::fail(core::ErrorCode::Cancelled));
            }

        private:
            std::shared_ptr<Gate> m_gate;
        };
        const auto gate = std::make_shared<Gate>();
        OutletOptions options;
        options.capacity = 4;
        options.stalledAfter = std::chrono::milliseconds{0};
        Outlet outlet{std::make_unique<Hanging>(gate), options};
        QVERIFY(outlet.offer(alertOf("first")));
        {
            std::unique_lock lock(gate->mutex);
            gate->signal.wait(lock, [&] { return gate->entered; });
        }
        int taken = 0;
        for (int i = 0; i < 100; ++i) taken += outlet.offer(alertOf("more")) ? 1 : 0;
        QCOMPARE(taken, 4);
        const OutletStats stats = outlet.stats();
        QCOMPARE(stats.queue.dropped, std::uint64_t{96});
        QVERIFY(stats.stalled && stats.sent == 0);
        outlet.finish(std::chrono::milliseconds{0});  // and ends at once
    }

    void triesAgainAndGivesUp() {
        class Flaky final : public Output {
        public:
            explicit Flaky(int failures) : m_failures(failures) {}
            Attempt deliver(const Alert& alert, std::stop_token) override {
                if (alert.rule == "bug") throw std::runtime_error("a bug");
                if (alert.rule == "never") return Attempt::giveUp(core::fail(core::ErrorCode::Unauthorized, "x"));
                return m_failures-- > 0 ? Attempt::retry(core::fail(core::ErrorCode::Network, "down"))
                                        : Attempt::done();
            }

        private:
            int m_failures;
        };
        OutletOptions options;
        options.perSecond = 1e6;
        options.tries = 3;
        options.backoffFirst = options.backoffMax = std::chrono::milliseconds{1};
        Outlet outlet{std::make_unique<Flaky>(4), options};
        for (const char* rule : {"a", "b", "never", "bug", "c"}) QVERIFY(outlet.offer(alertOf(rule)));
        outlet.finish(std::chrono::seconds{60});
        const OutletStats stats = outlet.stats();
        // a: fails three times, given up; b: fails once more, then goes through.
        QCOMPARE(stats.sent, std::uint64_t{2});
        QCOMPARE(stats.failed, std::uint64_t{3});
        QCOMPARE(stats.retries, std::uint64_t{3});
        QVERIFY(stats.error.empty());
    }
};

QTEST_APPLESS_MAIN(DeliverTest)
#include "deliver_test.moc"
