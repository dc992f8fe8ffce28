// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/graduation.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

using core::Event;

namespace {

Event graduation(std::uint64_t number, std::uint64_t mint) {
    Event event = test::tradeEvent(number, 500 + number, core::Side::Buy, 0, 0);
    event.body = core::Graduated{test::mintOf(mint), core::Symbol{"pumpfun"}, test::poolOf(mint)};
    return event;
}

}  // namespace

class GraduationTest : public QObject {
    Q_OBJECT
private slots:
    void tellsEachCoinOnce() {
        test::DetectorRun run{core::detect::kGraduation};
        run(test::createdEvent(1, 1));
        for (std::uint64_t i = 0; i < 5; ++i) run(test::tradeEvent(10 + i, 2, core::Side::Buy, 1, 1));
        QVERIFY(run.alerts.empty());
        const auto alerts = run(graduation(20, 1));
        QCOMPARE(alerts.size(), std::size_t{1});
        QCOMPARE(alerts[0].kind, std::string("graduated"));
        QCOMPARE(alerts[0].text, std::string("COIN graduated after 5 trades."));
        QVERIFY(alerts[0].severity == core::Severity::Info);
        QVERIFY(alerts[0].slot == core::Slot{520});
        QCOMPARE(alerts[0].evidence.size(), std::size_t{1});
        QVERIFY(alerts[0].evidence[0].signature == test::signatureOf(20));
        // The migration and the pool's creation both tell it; another coin is another matter.
        QVERIFY(run(graduation(21, 1)).empty());
        QCOMPARE(run(graduation(22, 2)).size(), std::size_t{1});
        QVERIFY(run(graduation(23, 2)).empty());
        QVERIFY(run(graduation(24, 1)).empty());
        QCOMPARE(run.alerts.size(), std::size_t{2});
    }

    void namesACoinNobodyNamed() {
        test::DetectorRun run{core::detect::kGraduation};
        run(graduation(1, 1));
        const std::string mint = test::mintOf(1).base58();
        QVERIFY2(run.alerts.at(0).text.starts_with(mint.substr(0, 4)), run.alerts[0].text.c_str());
    }

    void namesFromTheChainAreMadeSafe() {
        test::DetectorRun run{core::detect::kGraduation};
        Event created = test::createdEvent(1, 1);
        std::get<core::TokenCreated>(created.body).symbol =
            "A\xE2\x80\xAE"
            "B\n\x1b[31m\xff";
        run(created);
        run(graduation(2, 1));
        const std::string& text = run.alerts.at(0).text;
        QVERIFY(text.find('\n') == std::string::npos && text.find('\x1b') == std::string::npos);
        QVERIFY(text.find("\xE2\x80\xAE") == std::string::npos && text.find('\xff') == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(GraduationTest)
#include "graduation_test.moc"
