// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/coin_list.h"
#include "core/ledger/cold_vector.h"
#include "tests/support/cold_shelf.h"
#include "tests/support/seed.h"

#include <QTest>

#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

using core::intel::CoinList;
using core::ledger::ColdVector;
using test::ColdShelf;

namespace {

struct Figures {
    std::uint64_t a = 0;
    std::uint32_t b = 0;
    friend bool operator==(const Figures&, const Figures&) = default;
};

}  // namespace

class TestColdVector : public QObject {
    Q_OBJECT

private slots:
    // Beside a plain vector: whatever is away, every look finds what was written last.
    void everyLookFindsWhatWasWrittenLast() {
        std::mt19937_64 random{test::printedSeed(1)};
        const auto shelf = std::make_shared<ColdShelf>();
        ColdVector<Figures, 64> values;
        values.putAway(shelf, 100);
        std::vector<Figures> plain;
        for (int i = 0; i < 200'000; ++i) {
            values.cool();
            if (plain.size() < 5'000 && random() % 8 == 0) {
                values.grow().a = plain.size();
                plain.push_back({plain.size(), 0});
                continue;
            }
            if (plain.empty()) continue;
            // The youngest mostly, as a market does.
            const std::size_t back =
                random() % 4 == 0 ? random() % plain.size() : random() % std::min<std::size_t>(60, plain.size());
            const auto number = static_cast<std::uint32_t>(plain.size() - 1 - back);
            if (random() % 2 == 0) plain[number].b = values[number].b = static_cast<std::uint32_t>(random());
            QCOMPARE(std::as_const(values)[number], plain[number]);
        }
        QCOMPARE(values.size(), plain.size());
        QVERIFY(values.stats().away > 4'000 && values.stats().back > 1'000);
        QVERIFY(!shelf->pages.empty());
        for (std::uint32_t number = 0; number < plain.size(); ++number) QCOMPARE(values[number], plain[number]);
        QCOMPARE(values.stats().lost, std::uint64_t{0});
        QCOMPARE(values.stats().away, std::uint64_t{0});
    }

    void referencesHoldUntilTheNextCool() {
        const auto shelf = std::make_shared<ColdShelf>();
        ColdVector<Figures, 4> values;
        values.putAway(shelf, 4);
        values.growTo(1'000);
        for (int i = 0; i < 2'000; ++i) values.cool();
        QVERIFY(values.stats().away > 900);
        std::vector<Figures*> all;
        for (std::uint32_t i = 0; i < 1'000; ++i) all.push_back(&values[i]);
        for (std::uint32_t i = 0; i < 1'000; ++i) {
            all[i]->a = i;
            QCOMPARE(&values[i], all[i]);
        }
    }

    void withoutAStoreAllStay() {
        ColdVector<Figures, 4> values;
        values.growTo(100);
        Figures* const first = &values[0];
        for (int i = 0; i < 1'000; ++i) values.cool();
        QCOMPARE(&values[0], first);
        QCOMPARE(values.stats().away, std::uint64_t{0});
    }

    // A full disk: the pages stay here, and all is found.
    void aStoreThatRefusesLosesNothing() {
        const auto shelf = std::make_shared<ColdShelf>();
        shelf->full = true;
        ColdVector<Figures, 64> values;
        values.putAway(shelf, 10);
        values.growTo(5'000);
        for (std::uint32_t i = 0; i < 5'000; ++i) values[i].a = i * 7;
        for (int i = 0; i < 10'000; ++i) values.cool();
        QVERIFY(values.stats().away > 4'000 && values.stats().refused > 0);
        QVERIFY(values.stats().error.find("disk is full") != std::string::npos);
        for (std::uint32_t i = 0; i < 5'000; ++i) QCOMPARE(values[i].a, std::uint64_t{i} * 7);
        QCOMPARE(values.stats().lost, std::uint64_t{0});
    }

    // What comes back damaged begins anew as onLost says, is counted, and harms no other.
    void aDamagedValueBeginsAnew() {
        const auto shelf = std::make_shared<ColdShelf>();
        ColdVector<Figures, 64> values;
        std::set<std::uint32_t> lost;
        values.onLost = [&](std::uint32_t number, Figures& value) {
            QCOMPARE(value, Figures{});
            lost.insert(number);
            value.b = 5;
        };
        values.putAway(shelf, 10);
        values.growTo(5'000);
        for (std::uint32_t i = 0; i < 5'000; ++i) values[i].a = i + 1;
        for (int i = 0; i < 10'000; ++i) values.cool();
        QVERIFY(shelf->pages.size() > 3);
        ++shelf->pages[0][3];
        shelf->pages[1].clear();
        for (std::uint32_t i = 0; i < 5'000; ++i) {
            const Figures value = values[i];
            QCOMPARE(value, lost.contains(i) ? (Figures{0, 5}) : (Figures{i + std::uint64_t{1}, 0}));
        }
        QVERIFY(lost.size() > 100 && lost.size() < 2'000);
        QCOMPARE(values.stats().lost, std::uint64_t{lost.size()});
        QVERIFY(!values.stats().error.empty());
    }

    // Lists that stand in themselves go, longer ones stay; both say the same afterwards.
    void listsOfCoinsComeBackWhole() {
        std::mt19937_64 random{test::printedSeed(1)};
        const auto shelf = std::make_shared<ColdShelf>();
        ColdVector<CoinList, 64> lists;
        lists.putAway(shelf, 10);
        std::vector<std::set<std::uint32_t>> plain(3'000);
        lists.growTo(plain.size());
        for (int i = 0; i < 40'000; ++i) {
            lists.cool();
            const auto number = static_cast<std::uint32_t>(random() % plain.size());
            if (number % 3 != 0 && plain[number].size() >= 6) continue;
            const auto coin = static_cast<std::uint32_t>(random() % 50);
            lists[number].add(coin, 512);
            plain[number].insert(coin);
        }
        for (int i = 0; i < 40'000; ++i) lists.cool();
        QVERIFY(lists.stats().away > 1'500 && lists.stats().away < 2'600);
        for (std::uint32_t number = 0; number < plain.size(); ++number) {
            const auto all = lists[number].all();
            QVERIFY(std::equal(all.begin(), all.end(), plain[number].begin(), plain[number].end()));
            for (std::uint32_t coin = 0; coin < 50; ++coin)
                QCOMPARE(lists[number].contains(coin), plain[number].contains(coin));
        }
    }
};

QTEST_APPLESS_MAIN(TestColdVector)
#include "test_cold_vector.moc"
