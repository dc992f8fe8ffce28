// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/fired_book.h"
#endif

#include <QTest>

using core::Severity;
using core::alert::FiredBook;
using core::alert::FiredKey;
using Verdict = FiredBook::Verdict;

namespace {

FiredBook::Holding holding(std::int64_t now, double strength = 0.02, std::string subject = "") {
    FiredBook::Holding out;
    out.now = now;
    out.strength = strength;
    out.severity = Severity::Warning;
    out.coolDown = 600;
    out.subject = std::move(subject);
    return out;
}

}  // namespace

class FiredBookTest : public QObject {
    Q_OBJECT
private slots:
    void whatStandsIsToldOnce() {
        FiredBook book;
        QVERIFY(book.decide(holding(1'000), {}) == Verdict::Fire);
        QVERIFY(book.decide(holding(1'001), {}) == Verdict::Repeat);
        QVERIFY(book.decide(holding(50'000), {}) == Verdict::Repeat);
    }

    void afterItFailedItIsNewsButTheCoolDownHolds() {
        FiredBook book;
        QVERIFY(book.decide(holding(1'000), {}) == Verdict::Fire);
        book.failed(0, 0, "");
        QVERIFY(book.decide(holding(1'100), {}) == Verdict::Cooling);
        book.failed(0, 0, "");
        QVERIFY(book.decide(holding(1'600), {}) == Verdict::Fire);
    }

    void aClearlyStrongerMoveIsNews() {
        FiredBook book;
        QVERIFY(book.decide(holding(1'000, 0.02), {}) == Verdict::Fire);
        QVERIFY(book.decide(holding(2'000, 0.029), {}) == Verdict::Repeat);
        QVERIFY(book.decide(holding(2'100, 0.03), {}) == Verdict::Fire);
        // Graver breaks the cool-down too.
        auto graver = holding(2'110, 0.05);
        graver.severity = Severity::Critical;
        QVERIFY(book.decide(graver, {}) == Verdict::Fire);
        QVERIFY(book.decide(graver, {}) == Verdict::Repeat);
    }

    void aWindowThatPassedIsOver() {
        FiredBook book;
        auto each = holding(1'000);
        each.window = 60;
        each.coolDown = 10;
        QVERIFY(book.decide(each, {}) == Verdict::Fire);
        each.now = 1'060;
        QVERIFY(book.decide(each, {}) == Verdict::Repeat);
        each.now = 1'121;
        QVERIFY(book.decide(each, {}) == Verdict::Fire);
    }

    void whatHappensAtAMomentIsNewsEachTime() {
        FiredBook book;
        auto each = holding(1'000);
        each.instant = true;
        QVERIFY(book.decide(each, {}) == Verdict::Fire);
        QVERIFY(book.decide(each, {}) == Verdict::Repeat);  // the same second
        each.now = 1'599;
        QVERIFY(book.decide(each, {}) == Verdict::Cooling);
        each.now = 1'600;
        QVERIFY(book.decide(each, {}) == Verdict::Fire);
    }

    void subjectsOfOneCoinShareItsCoolDown() {
        FiredBook book;
        QVERIFY(book.decide(holding(1'000, 0.02, "a"), {}) == Verdict::Fire);
        QVERIFY(book.decide(holding(1'010, 0.02, "b"), {}) == Verdict::Cooling);
        QVERIFY(book.decide(holding(1'700, 0.02, "b"), {}) == Verdict::Fire);
        QVERIFY(book.decide(holding(3'000, 0.02, "a"), {}) == Verdict::Repeat);
    }

    void earlierRunsCount() {
        const FiredKey key{"r", 1, "m", "", 1'000, Severity::Warning};
        const std::vector<const FiredKey*> earlier{&key};
        FiredBook book;
        QVERIFY(book.decide(holding(900), earlier) == Verdict::Repeat);
        QVERIFY(book.decide(holding(1'000), earlier) == Verdict::Repeat);
        QVERIFY(book.decide(holding(5'000), earlier) == Verdict::Repeat);
        book.failed(0, 0, "");
        QVERIFY(book.decide(holding(6'000), earlier) == Verdict::Fire);
    }

    void oldThingsAreRememberedAndNotTold() {
        FiredBook book;
        auto old = holding(1'000);
        old.old = true;
        QVERIFY(book.decide(old, {}) == Verdict::Old);
        QVERIFY(book.decide(holding(1'001), {}) == Verdict::Repeat);
    }
};

QTEST_APPLESS_MAIN(FiredBookTest)
#include "fired_book_test.moc"
