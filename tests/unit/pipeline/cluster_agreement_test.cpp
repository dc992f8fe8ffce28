// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/cluster_agreement.h"
#include "tests/support/seed.h"
#endif

#include <QtTest>

#include <algorithm>

using core::pipeline::ClusterAgreement;
using core::pipeline::compareClusters;
using core::pipeline::Membership;

namespace {

using Clusters = std::vector<std::uint32_t>;

ClusterAgreement compared(const std::vector<Membership>& wallets) {
    return compareClusters(wallets).value();
}

bool meet(const Clusters& a, const Clusters& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](std::uint32_t one) { return std::count(b.begin(), b.end(), one) > 0; });
}

// The definitions, pair by pair.
ClusterAgreement pairByPair(const std::vector<Membership>& wallets) {
    ClusterAgreement out;
    double precision = 0;
    double recall = 0;
    for (std::size_t i = 0; i < wallets.size(); ++i) {
        const Membership& one = wallets[i];
        if (!one.labelled) {
            if (!one.predicted.empty()) ++out.unlabelledWallets;
            for (std::size_t j = 0; j < wallets.size(); ++j)
                if (j != i && (j > i || wallets[j].labelled) && meet(one.predicted, wallets[j].predicted))
                    ++out.unlabelledPairs;
            continue;
        }
        ++out.wallets;
        double predicted = 1;
        double truth = 1;
        double joint = 1;
        for (std::size_t j = 0; j < wallets.size(); ++j) {
            if (j == i || !wallets[j].labelled) continue;
            const bool isPredicted = meet(one.predicted, wallets[j].predicted);
            const bool isTrue = meet(one.truth, wallets[j].truth);
            predicted += isPredicted ? 1 : 0;
            truth += isTrue ? 1 : 0;
            joint += isPredicted && isTrue ? 1 : 0;
            if (j < i) continue;
            ++out.pairs;
            out.predictedPairs += isPredicted ? 1 : 0;
            out.truePairs += isTrue ? 1 : 0;
            out.jointPairs += isPredicted && isTrue ? 1 : 0;
        }
        precision += joint / predicted;
        recall += joint / truth;
    }
    if (out.wallets != 0) {
        out.b3Precision = precision / static_cast<double>(out.wallets);
        out.b3Recall = recall / static_cast<double>(out.wallets);
    }
    return out;
}

}  // namespace

class ClusterAgreementTest : public QObject {
    Q_OBJECT
private slots:
    // Truth {a b c} {d e} {f}, predicted {a b} {c d e} {f}.
    //   true pairs       ab ac bc de      4
    //   predicted pairs  ab cd ce de      4, of which true: ab de = 2;  15 pairs in all
    //   precision = recall = F1 = 2/4
    //   adjusted Rand: e = 4 * 4 / 15 = 16/15;  (2 - 16/15) / (4 - 16/15) = (14/15) / (44/15) = 7/22
    //   B3 precision: a 2/2, b 2/2, c 1/3, d 2/3, e 2/3, f 1;  their mean is (14/3) / 6 = 7/9
    //   B3 recall:    a 2/3, b 2/3, c 1/3, d 2/2, e 2/2, f 1;  the same 7/9
    void sixWalletsByHand() {
        const auto got = compared({{{0}, {0}, true},
                                   {{0}, {0}, true},
                                   {{1}, {0}, true},
                                   {{1}, {1}, true},
                                   {{1}, {1}, true},
                                   {{}, {}, true}});
        QCOMPARE(got.wallets, 6U);
        QCOMPARE(got.pairs, 15U);
        QCOMPARE(got.truePairs, 4U);
        QCOMPARE(got.predictedPairs, 4U);
        QCOMPARE(got.jointPairs, 2U);
        QCOMPARE(got.precision().value(), 0.5);
        QCOMPARE(got.recall().value(), 0.5);
        QCOMPARE(got.f1().value(), 0.5);
        QCOMPARE(got.adjustedRand().value(), 7.0 / 22);
        QCOMPARE(got.b3Precision.value(), 7.0 / 9);
        QCOMPARE(got.b3Recall.value(), 7.0 / 9);
        QCOMPARE(got.b3F1().value(), 7.0 / 9);
    }

    // Truth {a b} {b c}, predicted {a b c}.
    //   true pairs ab bc, predicted ab ac bc: precision 2/3, recall 1, F1 4/5
    //   adjusted Rand: e = 3 * 2 / 3 = 2: joining everybody is worth nothing
    //   B3 precision: a 2/3, b 3/3, c 2/3: 7/9; recall 1
    void trueClustersMayOverlap() {
        const auto got = compared({{{0}, {0}, true}, {{0}, {0, 1}, true}, {{0}, {1}, true}});
        QCOMPARE(got.truePairs, 2U);
        QCOMPARE(got.precision().value(), 2.0 / 3);
        QCOMPARE(got.recall().value(), 1.0);
        QCOMPARE(got.f1().value(), 0.8);
        QCOMPARE(got.adjustedRand().value(), 0.0);
        QCOMPARE(got.b3Precision.value(), 7.0 / 9);
        QCOMPARE(got.b3Recall.value(), 1.0);
    }

    // Predicted {a b x y}, truth {a b}; nobody says who x and y are: ab is right, ax ay bx by xy are not judged.
    void pairsWithUnlabelledWalletsAreNotJudged() {
        const auto got =
            compared({{{0}, {0}, true}, {{0}, {0}, true}, {{0}, {}, false}, {{0}, {}, false}, {{}, {}, false}});
        QCOMPARE(got.wallets, 2U);
        QCOMPARE(got.predictedPairs, 1U);
        QCOMPARE(got.precision().value(), 1.0);
        QCOMPARE(got.unlabelledWallets, 2U);
        QCOMPARE(got.unlabelledPairs, 5U);
    }

    void sharingTwoClustersIsOnePair() {
        const auto got = compared({{{0, 1, 1}, {4, 5}, true}, {{1, 0}, {5, 4, 4}, true}});
        QCOMPARE(got.predictedPairs, 1U);
        QCOMPARE(got.truePairs, 1U);
        QCOMPARE(got.jointPairs, 1U);
    }

    void extremes() {
        const auto nobody = compared({});
        QVERIFY(!nobody.precision() && !nobody.recall() && !nobody.f1() && !nobody.b3F1() &&
                !nobody.adjustedRand());
        // Nothing predicted: no precision, and nothing found.
        const auto silent = compared({{{}, {0}, true}, {{}, {0}, true}, {{}, {}, true}});
        QVERIFY(!silent.precision());
        QCOMPARE(silent.recall().value(), 0.0);
        QCOMPARE(silent.f1().value(), 0.0);
        QCOMPARE(silent.adjustedRand().value(), 0.0);
        // All stand alone and were left alone: there is nothing to agree on.
        QVERIFY(!compared({{{}, {}, true}, {{}, {}, true}}).adjustedRand());
        QCOMPARE(compared({{{0}, {0}, true}, {{0}, {0}, true}}).adjustedRand().value(), 1.0);
        // Only wallets that stand alone, joined.
        const auto wrong = compared({{{0}, {}, true}, {{0}, {}, true}});
        QCOMPARE(wrong.precision().value(), 0.0);
        QVERIFY(!wrong.recall() && !wrong.f1());
    }

    void agreesWithCountingPairByPair() {
        std::mt19937_64 random{test::printedSeed(20261125)};
        for (int round = 0; round < 200; ++round) {
            const std::size_t clusters = 1 + test::below(random, 6);
            std::vector<Membership> wallets(test::below(random, 40));
            for (Membership& wallet : wallets) {
                wallet.labelled = test::below(random, 4) != 0;
                while (test::below(random, 3) != 0)
                    wallet.predicted.push_back(static_cast<std::uint32_t>(test::below(random, clusters)));
                while (wallet.labelled && test::below(random, 3) != 0)
                    wallet.truth.push_back(static_cast<std::uint32_t>(test::below(random, clusters)));
            }
            const auto got = compared(wallets);
            const auto expected = pairByPair(wallets);
            QCOMPARE(got.wallets, expected.wallets);
            QCOMPARE(got.pairs, expected.pairs);
            QCOMPARE(got.predictedPairs, expected.predictedPairs);
            QCOMPARE(got.truePairs, expected.truePairs);
            QCOMPARE(got.jointPairs, expected.jointPairs);
            QCOMPARE(got.unlabelledWallets, expected.unlabelledWallets);
            QCOMPARE(got.unlabelledPairs, expected.unlabelledPairs);
            QCOMPARE(got.b3Precision.value_or(-1), expected.b3Precision.value_or(-1));
            QCOMPARE(got.b3Recall.value_or(-1), expected.b3Recall.value_or(-1));
        }
    }

    // One cluster of all, as an engine without hub suppression gives.
    void aGiantClusterIsCounted() {
        std::vector<Membership> wallets;
        for (std::uint32_t i = 0; i < 200'000; ++i)
            wallets.push_back({{0}, i < 3'000 ? Clusters{i / 3} : Clusters{}, true});
        const auto got = compared(wallets);
        QCOMPARE(got.predictedPairs, std::uint64_t{200'000} * 199'999 / 2);
        QCOMPARE(got.truePairs, 3'000U);
        QCOMPARE(got.recall().value(), 1.0);
    }

    void endlessOverlapIsRefused() {
        // Each wallet is in clusters of its own sort: no two can be counted together.
        std::vector<Membership> wallets;
        for (std::uint32_t i = 1; i < 40'000; ++i) wallets.push_back({{}, {0, i, i + 1}, true});
        const auto got = compareClusters(wallets);
        QVERIFY(!got);
        QCOMPARE(got.error().code, core::ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(ClusterAgreementTest)
#include "cluster_agreement_test.moc"
