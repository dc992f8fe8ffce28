// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/review/reliability.h"
#endif

#include <QTest>

#include <cmath>
#include <limits>

using core::review::Claim;
using core::review::kEnoughClaims;
using core::review::Reliability;
using core::review::reliabilityOf;
using core::review::tableOf;

namespace {

constexpr std::int64_t kMonday = 1'795'996'800;  // 2026-11-30 00:00 UTC
constexpr std::int64_t kWeek = 7 * 86'400;

std::vector<Claim> claims(std::size_t right, std::size_t wrong, double confidence, std::int64_t time = kMonday,
                          const std::string& rule = "dev_dump") {
    std::vector<Claim> out;
    for (std::size_t i = 0; i < right + wrong; ++i) out.push_back({rule, rule, confidence, time, i < right});
    return out;
}

void append(std::vector<Claim>& to, const std::vector<Claim>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-6;
}

}  // namespace

class ReliabilityTest : public QObject {
    Q_OBJECT
private slots:
    void statedAgainstHappened() {
        const Reliability out = reliabilityOf("dev_dump", claims(15, 10, 0.8));
        QCOMPARE(out.name, std::string("dev_dump"));
        QCOMPARE(out.seen.claims, std::uint64_t{25});
        QCOMPARE(out.seen.right, std::uint64_t{15});
        QVERIFY(near(out.seen.stated, 0.8));
        QVERIFY(near(out.seen.happened, 0.6));
        // Wilson, 95%, 15 of 25: Newcombe's tables give .4074 and .7660.
        QVERIFY(std::abs(out.seen.low - 0.4074) < 1e-3);
        QVERIFY(std::abs(out.seen.high - 0.7660) < 1e-3);
        QCOMPARE(out.bins.size(), std::size_t{1});
        // 15 * .2^2 + 10 * .8^2 over 25
        QVERIFY(near(*out.brier, 0.28));
        QVERIFY(near(*out.ece, 0.2));
    }
    void tooFewSayNothing() {
        const Reliability few = reliabilityOf("r", claims(kEnoughClaims - 1, 0, 0.9));
        QVERIFY(!few.enough());
        QVERIFY(few.bins.empty() && few.weeks.empty() && !few.brier && !few.ece);
        QCOMPARE(few.seen.claims, kEnoughClaims - 1);
        QVERIFY(reliabilityOf("r", claims(kEnoughClaims, 0, 0.9)).enough());
        const Reliability none = reliabilityOf("r", {});
        QCOMPARE(none.seen.claims, std::uint64_t{0});
        QVERIFY(!none.enough());
    }
    void whatIsNotJudgedOrNotStatedIsCounted() {
        auto all = claims(20, 5, 0.7);
        all.push_back({"r", "r", 0.7, kMonday, std::nullopt});
        all.push_back({"r", "r", std::nullopt, kMonday, true});
        for (const double bad :
             {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
            all.push_back({"r", "r", bad, kMonday, true});
        const Reliability out = reliabilityOf({}, all);
        QCOMPARE(out.seen.claims, std::uint64_t{25});
        QCOMPARE(out.unjudged, std::uint64_t{1});
        QCOMPARE(out.withoutConfidence, std::uint64_t{5});
    }
    void binsAreTenthsAndOneIsInTheLast() {
        auto all = claims(10, 10, 0.95);
        append(all, claims(5, 0, 1.0));
        append(all, claims(1, 9, 0.1));
        const Reliability out = reliabilityOf({}, all);
        QCOMPARE(out.bins.size(), std::size_t{2});
        QCOMPARE(out.bins[0].claims, std::uint64_t{10});
        QCOMPARE(out.bins[1].claims, std::uint64_t{25});
        QVERIFY(near(out.bins[1].happened, 0.6));
        for (const auto& bin : out.bins) QVERIFY(bin.low <= bin.happened && bin.happened <= bin.high);
    }
    void weeksBeginOnMondays() {
        auto all = claims(10, 0, 0.9, kMonday - 1);  // a Sunday
        append(all, claims(0, 10, 0.9, kMonday));
        append(all, claims(5, 5, 0.9, kMonday + 6 * 86'400 + 86'399));
        append(all, claims(1, 0, 0.9, -1));  // 1969-12-31, a Wednesday
        all.push_back({"r", "r", 0.9, std::nullopt, true});
        all.push_back({"r", "r", 0.9, std::numeric_limits<std::int64_t>::max(), true});
        const Reliability out = reliabilityOf({}, all);
        QCOMPARE(out.weeks.size(), std::size_t{3});
        QCOMPARE(out.weeks[0].monday, std::int64_t{-3 * 86'400});
        QCOMPARE(out.weeks[1].monday, kMonday - kWeek);
        QVERIFY(near(out.weeks[1].seen.happened, 1.0));
        QCOMPARE(out.weeks[2].monday, kMonday);
        QCOMPARE(out.weeks[2].seen.claims, std::uint64_t{20});
        QVERIFY(near(out.weeks[2].seen.happened, 0.25));
    }
    void rulesAndKindsEachHaveTheirOwn() {
        auto all = claims(15, 10, 0.8, kMonday, "a");
        append(all, claims(2, 1, 0.5, kMonday, "b"));
        const auto table = tableOf(all);
        QCOMPARE(table.all.seen.claims, std::uint64_t{28});
        QCOMPARE(table.rules.size(), std::size_t{2});
        QVERIFY(table.rules[0].name == "a" && table.rules[0].enough());
        QVERIFY(table.rules[1].name == "b" && !table.rules[1].enough());
        QCOMPARE(table.kinds.size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(ReliabilityTest)
#include "reliability_test.moc"
