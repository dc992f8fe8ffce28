// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/intel/link_book.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <vector>

using core::intel::Cluster;
using core::intel::Link;
using core::intel::LinkBook;
using core::intel::LinkKind;
using core::intel::WalletId;

namespace {

void hard(LinkBook& book, WalletId a, WalletId b) {
    book.add(a, b, LinkKind::Transfer, 9.5F, 9.5F, {});
    book.shareCoin(a, b);
}

// Three kinds of acting together: far beyond doubt.
void together(LinkBook& book, WalletId a, WalletId b) {
    book.add(a, b, LinkKind::SameBundle, 12, 12, {});
    book.add(a, b, LinkKind::SameAmount, 2, 2, {});
    book.shareCoin(a, b);
}

std::set<std::vector<WalletId>> clustersOf(const LinkBook& book) {
    std::set<std::vector<WalletId>> out;
    for (const Cluster* cluster : book.clusters()) out.insert(cluster->members);
    return out;
}

}  // namespace

class LinkBookTest : public QObject {
    Q_OBJECT
private slots:
    // logit(p) = ln(prior / (1 - prior)) + sum of the ratios. Two early buyers of one coin: prior .001, ln =
    // -6.907.
    void posteriorFollowsTheRatios() {
        LinkBook book;
        book.add(1, 2, LinkKind::SameBundle, 4, 12, {});
        book.add(1, 2, LinkKind::SameAmount, 4, 8, {});
        book.shareCoin(1, 2);
        // 8 - 6.907 = 1.093: .7490; one more kind of 2: 3.093: .9566.
        QVERIFY(std::abs(book.find(1, 2)->posterior() - 0.7490) < 5e-4);
        QVERIFY(book.clusterOf(1) == nullptr);
        book.set(2, 1, LinkKind::ExitSynchrony, 2, {});
        QVERIFY(std::abs(book.find(2, 1)->posterior() - 0.9566) < 5e-4);
        QCOMPARE(book.clusterOf(1)->members, (std::vector<WalletId>{1, 2}));
    }

    void strangersNeedMore() {
        LinkBook book;
        book.add(1, 2, LinkKind::Transfer, 9.5F, 9.5F, {});
        QVERIFY(book.clusterOf(1) == nullptr);
        book.shareCoin(1, 2);
        QVERIFY(book.clusterOf(1) != nullptr);
    }

    void oneSoftKindIsNotEnoughHoweverStrong() {
        LinkBook book;
        book.add(1, 2, LinkKind::FundedBySame, 20, 20, {});
        book.shareCoin(1, 2);
        QVERIFY(book.find(1, 2)->posterior() > 0.99);
        QVERIFY(book.clusterOf(1) == nullptr);
    }

    void capHolds() {
        LinkBook book;
        for (int i = 0; i < 100; ++i) book.add(1, 2, LinkKind::SameBundle, 4.5F, 12, {});
        QCOMPARE(book.find(1, 2)->of(LinkKind::SameBundle), 12.0F);
        QCOMPARE(book.find(1, 2)->evidence.size(), LinkBook::kMostEvidence);
    }

    void aHubLosesItsLinksAndGetsNoNewOnes() {
        LinkBook book;
        hard(book, 1, 2);
        hard(book, 2, 3);
        QCOMPARE(clustersOf(book), (std::set<std::vector<WalletId>>{{1, 2, 3}}));
        book.drop(2);
        QVERIFY(clustersOf(book).empty());
        hard(book, 2, 4);
        QVERIFY(book.clusterOf(4) == nullptr);
        // What hangs together without it is found again.
        hard(book, 1, 3);
        QCOMPARE(clustersOf(book), (std::set<std::vector<WalletId>>{{1, 3}}));
    }

    void orderOfArrivalDoesNotMatter() {
        auto random = test::seeded("LinkBookTest");
        struct Edge {
            WalletId a, b;
            bool strong;
        };
        for (int round = 0; round < 20; ++round) {
            std::vector<Edge> edges;
            for (int i = 0; i < 160; ++i)
                edges.push_back({static_cast<WalletId>(test::below(random, 120)),
                                 static_cast<WalletId>(test::below(random, 120)), test::below(random, 4) == 0});
            std::set<std::vector<WalletId>> first;
            for (int order = 0; order < 4; ++order) {
                LinkBook book;
                for (const Edge& edge : edges) {
                    if (edge.strong)
                        together(book, edge.a, edge.b);
                    else
                        hard(book, edge.a, edge.b);
                    // Being asked in between must not change what comes out.
                    if (order % 2 == 1) (void)book.clusterOf(edge.a);
                }
                book.drop(5);
                if (order == 0)
                    first = clustersOf(book);
                else
                    QCOMPARE(clustersOf(book), first);
                std::shuffle(edges.begin(), edges.end(), random);
            }
        }
    }

    void crewsThatShareACollectorStayTwo() {
        LinkBook book;
        for (WalletId a = 1; a <= 4; ++a)
            for (WalletId b = 1; b < a; ++b) together(book, a, b);
        for (WalletId a = 11; a <= 14; ++a)
            for (WalletId b = 11; b < a; ++b) together(book, a, b);
        hard(book, 1, 30);
        hard(book, 11, 30);
        QVERIFY(book.clusterOf(1) != book.clusterOf(11));
        QCOMPARE(book.clusterOf(1)->members.size() + book.clusterOf(11)->members.size(), std::size_t{9});
        // Two kinds between them do unite them.
        book.add(1, 11, LinkKind::SameTransaction, 10, 10, {});
        book.shareCoin(1, 11);
        QCOMPARE(book.clusterOf(1), book.clusterOf(11));
    }

    // Asked in between or not, the clusters are those of the links as they stand.
    void aSecondKindOfAnAcceptedLinkJoinsWhatOneKeptApart() {
        for (const bool askedBetween : {false, true}) {
            LinkBook book;
            for (const WalletId first : {0U, 10U}) {
                together(book, first, first + 1);
                together(book, first + 1, first + 2);
                together(book, first, first + 2);
            }
            hard(book, 2, 10);
            if (askedBetween) {
                QCOMPARE(clustersOf(book), (std::set<std::vector<WalletId>>{{0, 1, 2}, {10, 11, 12}}));
                const std::uint64_t version = book.version();
                book.add(2, 10, LinkKind::Transfer, 9.5F, 9.5F, {});  // the same again
                QCOMPARE(book.version(), version);
            }
            book.set(2, 10, LinkKind::FundedBySame, 5, {});
            QCOMPARE(clustersOf(book), (std::set<std::vector<WalletId>>{{0, 1, 2, 10, 11, 12}}));
        }
    }

    void largeSidesNeedTwoKinds() {
        LinkBook book;
        for (WalletId a = 1; a < 55; ++a) hard(book, a, 0);
        for (WalletId a = 101; a < 155; ++a) hard(book, a, 100);
        hard(book, 3, 103);
        QVERIFY(book.clusterOf(3) != book.clusterOf(103));
        book.set(4, 104, LinkKind::FundedBySame, 10, {});
        book.set(4, 104, LinkKind::SameAmount, 8, {});
        book.shareCoin(4, 104);
        QCOMPARE(book.clusterOf(3), book.clusterOf(103));
    }

    void membershipIsTheBestLinkIntoTheCluster() {
        LinkBook book;
        together(book, 1, 2);
        hard(book, 2, 3);
        QVERIFY(book.membership(1) > 0.99);
        // 9.5 - 6.907 = 2.593: .9304.
        QVERIFY(std::abs(book.membership(3) - 0.9304) < 5e-4);
        QVERIFY(book.membership(9) == 0);
        const Cluster* cluster = book.clusterOf(1);
        QVERIFY(std::abs(book.confidence(*cluster) -
                         (book.membership(1) + book.membership(2) + book.membership(3)) / 3) < 1e-12);
        QCOMPARE(book.linksIn(*cluster).size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(LinkBookTest)
#include "link_book_test.moc"
