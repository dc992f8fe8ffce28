// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/intel/slot_group.h"
#endif

#include <QTest>

#include <cmath>
#include <vector>

using core::intel::SlotGroup;
using core::intel::SlotTrade;

namespace {

SlotGroup groupOf(const std::vector<std::uint32_t>& indexes, std::uint32_t creation = 100) {
    SlotGroup group;
    group.creationSlot = true;
    group.creationIndex = creation;
    group.creator = 999;
    core::intel::WalletId wallet = 0;
    for (const std::uint32_t index : indexes) {
        SlotTrade trade;
        trade.wallet = wallet++;
        trade.txIndex = index;
        trade.lamports = 1'000'000'000;
        group.trades.push_back(trade);
    }
    group.wallets = wallet;
    return group;
}

using Rows = std::vector<std::size_t>;

}  // namespace

class SlotGroupTest : public QObject {
    Q_OBJECT
private slots:
    void chainsAllowTwoForeignTransactions() {
        // 10, 11, 14 have at most two between; 18 has three.
        const SlotGroup group = groupOf({10, 11, 14, 18, 40, 41});
        QCOMPARE(group.chains(3), (std::vector<Rows>{{0, 1, 2}}));
        QCOMPARE(group.chains(2), (std::vector<Rows>{{0, 1, 2}, {4, 5}}));
    }

    void behindTheCreationIsWithinEightOfTheLast() {
        QCOMPARE(groupOf({101, 109, 117, 126}).behindCreation(), (Rows{0, 1, 2}));
        QVERIFY(groupOf({109, 110}).behindCreation().empty());
        QCOMPARE(groupOf({99, 101}).behindCreation(), (Rows{1}));
    }

    void theCreatorIsNoMember() {
        SlotGroup group = groupOf({100, 101, 102, 103});
        group.trades[0].wallet = group.creator;
        QCOMPARE(group.behindCreation(), (Rows{1, 2, 3}));
        QCOMPARE(group.chains(3), (std::vector<Rows>{{1, 2, 3}}));
    }

    void withoutIndexesThereIsNoOrder() {
        SlotGroup group = groupOf({101, 102, 103});
        for (SlotTrade& trade : group.trades) trade.txIndex.reset();
        QVERIFY(group.chains(2).empty());
        QVERIFY(group.behindCreation().empty());
    }

    void spreadIsDeviationOverMean() {
        SlotGroup group = groupOf({101, 102});
        group.trades[0].lamports = 900;
        group.trades[1].lamports = 1'100;
        QVERIFY(std::abs(*group.ticketSpread({0, 1}) - 0.1) < 1e-12);
        QVERIFY(!group.ticketSpread({0}));
        group.trades[0].lamports = group.trades[1].lamports = 0;
        QVERIFY(!group.ticketSpread({0, 1}));
    }
};

QTEST_APPLESS_MAIN(SlotGroupTest)
#include "slot_group_test.moc"
