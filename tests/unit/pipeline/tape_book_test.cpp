// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/tape_book.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <cstdint>
#include <optional>

using core::Mint;
using core::pipeline::TapeBook;
using core::pipeline::TapeLimits;
using core::pipeline::TapeRow;

namespace {

class Trades {
public:
    explicit Trades(TapeLimits limits) : book(limits) {}
    void trade(std::uint64_t coin) {
        TapeRow row;
        row.id = ++last;
        book.add(test::mintOf(coin), row, open);
    }
    [[nodiscard]] std::size_t kept(std::uint64_t coin) const {
        const auto* rows = book.of(test::mintOf(coin));
        return rows == nullptr ? 0 : rows->size();
    }

    TapeBook book;
    std::optional<Mint> open;
    std::uint64_t last = 0;
};

}  // namespace

class TapeBookTest : public QObject {
    Q_OBJECT
private slots:
    void theNewestRowsOfACoinStayNewestFirst() {
        Trades trades{{.coin = 5, .coins = 10, .all = 1'000}};
        for (int i = 0; i < 12; ++i) trades.trade(1);
        const auto* rows = trades.book.of(test::mintOf(1));
        QVERIFY(rows != nullptr);
        QCOMPARE(rows->size(), std::size_t{5});
        for (std::size_t i = 0; i < rows->size(); ++i) QCOMPARE((*rows)[i].id, trades.last - i);
        QCOMPARE(trades.book.rows(), std::size_t{5});
        QVERIFY(trades.book.of(test::mintOf(2)) == nullptr);
    }
    void aCoinThatGoesOnTradingOutlivesYoungerOnes() {
        Trades trades{{.coin = 100, .coins = 10, .all = 100'000}};
        for (std::uint64_t younger = 2; younger < 92; ++younger) {
            trades.trade(1);
            trades.trade(younger);
            QVERIFY(trades.book.coins() <= 10);
        }
        QCOMPARE(trades.kept(1), std::size_t{90});
        QCOMPARE(trades.kept(91), std::size_t{1});
        QCOMPARE(trades.kept(2), std::size_t{0});
    }
    void theOpenCoinStaysThoughNobodyTradesIt() {
        Trades trades{{.coin = 100, .coins = 10, .all = 100'000}};
        trades.open = test::mintOf(1);
        trades.trade(1);
        for (std::uint64_t other = 2; other < 200; ++other) trades.trade(other);
        QCOMPARE(trades.kept(1), std::size_t{1});
        trades.open.reset();
        for (std::uint64_t other = 200; other < 300; ++other) trades.trade(other);
        QCOMPARE(trades.kept(1), std::size_t{0});
    }
    void rowsOfAllCoinsAreBounded() {
        Trades trades{{.coin = 50, .coins = 1'000, .all = 400}};
        auto random = test::seeded("TapeBookTest");
        for (int i = 0; i < 20'000; ++i) {
            trades.trade(1 + test::below(random, 40));
            QVERIFY(trades.book.rows() <= 400);
        }
        std::size_t sum = 0;
        for (std::uint64_t coin = 1; coin <= 40; ++coin) sum += trades.kept(coin);
        QCOMPARE(sum, trades.book.rows());
        QVERIFY(sum > 200);
    }
    void limitsOfNothingKeepTheCoinThatTradesAndTheOpenOne() {
        Trades trades{{.coin = 3, .coins = 0, .all = 0}};
        trades.open = test::mintOf(7);
        trades.trade(7);
        for (std::uint64_t coin = 1; coin < 6; ++coin) {
            trades.trade(coin);
            QCOMPARE(trades.kept(coin), std::size_t{1});
            QCOMPARE(trades.kept(7), std::size_t{1});
            QVERIFY(trades.book.coins() <= 2);
        }
    }
};

QTEST_APPLESS_MAIN(TapeBookTest)
#include "tape_book_test.moc"
