// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/latest_slot.h"
#endif

#include <QTest>

#include <thread>

using core::LatestSlot;

class TestLatestSlot : public QObject {
    Q_OBJECT

private slots:
    void isEmptyUntilPublished() { QVERIFY(LatestSlot<int>{}.latest() == nullptr); }
    void newestWins() {
        LatestSlot<int> slot;
        slot.publish(std::make_shared<const int>(1));
        slot.publish(std::make_shared<const int>(2));
        QCOMPARE(*slot.latest(), 2);
        QCOMPARE(*slot.latest(), 2);
        slot.publish(nullptr);
        QVERIFY(slot.latest() == nullptr);
    }
    void aTakenValueOutlivesItsReplacement() {
        LatestSlot<int> slot;
        slot.publish(std::make_shared<const int>(1));
        const auto held = slot.latest();
        slot.publish(std::make_shared<const int>(2));
        QCOMPARE(*held, 1);
    }
    void readersSeeValuesInOrder() {
        LatestSlot<int> slot;
        constexpr int kLast = 20'000;
        std::thread writer([&] {
            for (int i = 0; i <= kLast; ++i) slot.publish(std::make_shared<const int>(i));
        });
        int last = -1;
        bool ordered = true;
        while (last != kLast) {
            const auto value = slot.latest();
            if (value == nullptr) continue;
            ordered = ordered && *value >= last;
            last = *value;
        }
        writer.join();
        QVERIFY(ordered);
    }
};

QTEST_APPLESS_MAIN(TestLatestSlot)
#include "test_latest_slot.moc"
