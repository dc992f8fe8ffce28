// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/copycat.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <cmath>
#include <string>

using core::Event;
using core::Flag;

namespace {

class Coins {
public:
    std::size_t create(std::uint64_t mint, std::uint64_t slot, std::string name, std::string symbol,
                       std::string uri = {}, std::uint64_t creator = 0) {
        Event event = test::createdEvent(++m_number, slot, creator == 0 ? 100 + mint : creator, mint);
        auto& created = std::get<core::TokenCreated>(event.body);
        created.name = std::move(name);
        created.symbol = std::move(symbol);
        created.uri = std::move(uri);
        return tell(event);
    }
    std::size_t tell(const Event& event) {
        const std::size_t before = m_run.flags.size();
        m_run(event);
        return m_run.flags.size() - before;
    }
    [[nodiscard]] const std::vector<Flag>& flags() const { return m_run.flags; }
    std::uint64_t next() { return ++m_number; }

private:
    test::DetectorRun m_run{core::detect::kCopycat};
    std::uint64_t m_number = 0;
};

}  // namespace

class CopycatTest : public QObject {
    Q_OBJECT
private slots:
    void tellsALookalike() {
        Coins coins;
        QCOMPARE(coins.create(1, 1'000, "Pepe", "PEPE", "ipfs://a"), std::size_t{0});
        // 1 SOL for a thousandth of the supply: 1,000 SOL for all of it.
        coins.tell(test::tradeEvent(coins.next(), 1'001, core::Side::Buy, 1'000'000'000'000, 1'000'000'000, 9));
        // Cyrillic, 3,600 s later.
        QCOMPARE(coins.create(2, 10'000,
                              "\xd0\xa0"
                              "epe",
                              " pep\xd0\xb5", "ipfs://b"),
                 std::size_t{1});
        const Flag& flag = coins.flags().back();
        QCOMPARE(flag.kind, std::string("copycat"));
        QVERIFY(flag.mint == test::mintOf(2) && flag.slot == core::Slot{10'000});
        QCOMPARE(flag.value, 2.0);
        QCOMPARE(flag.confidence, 0.5);
        QVERIFY2(flag.rule.find("number 2 of the coins seen with this name and symbol; the first, PEPE (") !=
                     std::string::npos,
                 flag.rule.c_str());
        QVERIFY2(flag.rule.find("is 60 min older and worth 1000.0 SOL.") != std::string::npos, flag.rule.c_str());
        QVERIFY(flag.evidence.size() == 2 && flag.evidence[0].signature == test::signatureOf(1));
        QVERIFY(flag.wallets == std::vector{test::walletOf(102)} && !flag.against.empty() && !flag.gravity);
        QCOMPARE(coins.create(3, 20'000, "PEPE", "Pepe", "ipfs://c"), std::size_t{1});
        QCOMPARE(coins.flags().back().value, 3.0);
        QVERIFY(std::abs(coins.flags().back().confidence - 2.0 / 3) < 1e-12);
    }

    void theSameFileIsCertain() {
        Coins coins;
        coins.create(1, 1'000, "Pepe", "PEPE", "ipfs://a");
        QCOMPARE(coins.create(2, 1'001, "Other", "OTH", "ipfs://a"), std::size_t{1});
        QCOMPARE(coins.flags().back().confidence, 1.0);
        QVERIFY(coins.flags().back().rule.find("with this metadata URI") != std::string::npos);
        QCOMPARE(coins.create(3, 1'002, "pepe", "pepe", "ipfs://a"), std::size_t{1});  // one flag for both
        QCOMPARE(coins.flags().back().confidence, 1.0);
        QVERIFY(coins.flags().back().rule.find("name, symbol and metadata URI") != std::string::npos);
    }

    void staysSilent() {
        Coins coins;
        coins.create(1, 1'000, "Pepe", "PEPE", "ipfs://a");
        QCOMPARE(coins.create(2, 1'001, "Pepe", "WIF", "ipfs://b"), std::size_t{0});
        QCOMPARE(coins.create(3, 1'002, "Dog", "PEPE", "ipfs://c"), std::size_t{0});
        QCOMPARE(coins.create(1, 1'003, "Pepe", "PEPE", "ipfs://a"), std::size_t{0});  // told again
        QCOMPARE(coins.create(4, 1'004, "", ""), std::size_t{0});
        QCOMPARE(coins.create(5, 1'005, "", ""), std::size_t{0});
        QCOMPARE(coins.create(6, 1'006, "\xe2\x80\x8b", " "), std::size_t{0});
        // The bound between name and symbol counts.
        QCOMPARE(coins.create(7, 1'007, "ab", "c"), std::size_t{0});
        QCOMPARE(coins.create(8, 1'008, "a", "bc"), std::size_t{0});
    }

    void theOlderIsTheOriginalInWhateverOrder() {
        Coins coins;
        coins.create(1, 2'000, "Pepe", "PEPE");
        QCOMPARE(coins.create(2, 1'000, "Pepe", "PEPE"), std::size_t{1});
        QVERIFY(coins.flags().back().mint == test::mintOf(1));
        QVERIFY(coins.flags().back().wallets == std::vector{test::walletOf(101)});
        QCOMPARE(coins.create(3, 3'000, "Pepe", "PEPE"), std::size_t{1});
        QVERIFY(coins.flags().back().evidence[0].signature == test::signatureOf(2));
    }

    void theDevsOwnCoinIsSaidToBeOne() {
        Coins coins;
        coins.create(1, 1'000, "Pepe", "PEPE", "", 7);
        coins.create(2, 1'001, "Pepe", "PEPE", "", 7);
        QVERIFY(coins.flags().back().rule.find("by the same wallet") != std::string::npos);
        QCOMPARE(coins.flags().back().against.size(), std::size_t{3});
    }

    void aGraduatedOriginalIsWorthAnAlert() {
        Coins coins;
        coins.create(1, 1'000, "Pepe", "PEPE", "ipfs://a");
        Event graduated = test::tradeEvent(coins.next(), 1'001, core::Side::Buy, 0, 0);
        graduated.body = core::Graduated{test::mintOf(1), core::Symbol{"pumpfun"}, test::poolOf(1)};
        coins.tell(graduated);
        coins.create(2, 1'002, "Pepe", "PEPE", "ipfs://b");
        QVERIFY(!coins.flags().back().gravity);  // a name alone
        coins.create(3, 1'003, "Pepe", "PEPE", "ipfs://a");
        QVERIFY(coins.flags().back().gravity == core::Severity::Info);
    }

    void hostileNames() {
        Coins coins;
        const std::string longName(100'000, 'x');
        coins.create(1, 1'000, longName, "\xff\xfe");
        coins.create(2, 1'001, longName, "\xff\xfe", longName);
        coins.create(3, 1'002, std::string("\x1f\x00\n", 3), "\xf0\x9f\x90");
        QVERIFY(coins.flags().size() == 1 && coins.flags()[0].rule.size() < 600);
        QVERIFY(coins.flags()[0].rule.find('\n') == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(CopycatTest)
#include "copycat_test.moc"
