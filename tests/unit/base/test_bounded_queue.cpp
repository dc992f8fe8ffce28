// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/bounded_queue.h"
#endif

#include <QTest>

#include <atomic>
#include <memory>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

using core::BoundedQueue;
using core::QueueStats;
using namespace std::chrono_literals;

namespace {

// Long enough to never pass in a test that works; a queue that loses a wake-up runs into ctest's limit.
constexpr auto kForever = std::chrono::milliseconds{std::chrono::hours{1}};

void compare(const QueueStats& stats, std::size_t size, std::size_t highWater, std::uint64_t pushed,
             std::uint64_t dropped) {
    QCOMPARE(stats.size, size);
    QCOMPARE(stats.highWater, highWater);
    QCOMPARE(stats.pushed, pushed);
    QCOMPARE(stats.dropped, dropped);
}

}  // namespace

class TestBoundedQueue : public QObject {
    Q_OBJECT

private slots:
    void keepsOrderAndCounts() {
        BoundedQueue<int> queue(3);
        QCOMPARE(queue.stats().capacity, std::size_t{3});
        compare(queue.stats(), 0, 0, 0, 0);
        QVERIFY(queue.tryPush(1));
        QVERIFY(queue.push(2));
        compare(queue.stats(), 2, 2, 2, 0);
        QVERIFY((queue.popAll(0ms) == std::vector{1, 2}));
        compare(queue.stats(), 0, 2, 2, 0);
        QVERIFY(queue.tryPush(3));
        compare(queue.stats(), 1, 2, 3, 0);
        QVERIFY((queue.popAll(0ms) == std::vector{3}));
    }
    void dropsTheNewestWhenFull() {
        BoundedQueue<int> queue(2);
        QVERIFY(queue.tryPush(1));
        QVERIFY(queue.tryPush(2));
        QVERIFY(!queue.tryPush(3));
        QVERIFY(!queue.tryPush(4));
        compare(queue.stats(), 2, 2, 2, 2);
        QVERIFY((queue.popAll(0ms) == std::vector{1, 2}));
        QVERIFY(queue.tryPush(5));
        compare(queue.stats(), 1, 2, 3, 2);
    }
    void timesOutEmpty() {
        BoundedQueue<int> queue(2);
        QVERIFY(queue.popAll(0ms).empty());
        QVERIFY(queue.popAll(1ms).empty());
        QVERIFY(!queue.finished());
    }
    void closeRefusesPushesAndDrains() {
        BoundedQueue<int> queue(4);
        QVERIFY(queue.tryPush(1));
        queue.close();
        QVERIFY(!queue.finished());
        QVERIFY(!queue.tryPush(2));
        QVERIFY(!queue.push(3));
        compare(queue.stats(), 1, 1, 1, 2);
        QVERIFY((queue.popAll(kForever) == std::vector{1}));
        QVERIFY(queue.finished());
        QVERIFY(queue.popAll(kForever).empty());
        queue.close();
        QVERIFY(queue.finished());
    }
    void closeWakesAWaitingProducer() {
        BoundedQueue<int> queue(1);
        QVERIFY(queue.push(1));
        std::atomic<int> taken{-1};
        std::thread producer([&] { taken = queue.push(2) ? 1 : 0; });
        // Whether the producer waits already or comes later, close() must let it go.
        queue.close();
        producer.join();
        QCOMPARE(taken.load(), 0);
        compare(queue.stats(), 1, 1, 1, 1);
    }
    void closeWakesAWaitingConsumer() {
        BoundedQueue<int> queue(1);
        std::vector<int> got{99};
        std::thread consumer([&] { got = queue.popAll(kForever); });
        queue.close();
        consumer.join();
        QVERIFY(got.empty());
    }
    void popMakesRoomForAWaitingProducer() {
        BoundedQueue<int> queue(2);
        constexpr int kItems = 1000;
        std::thread producer([&] {
            for (int i = 0; i < kItems; ++i) queue.push(i);
            queue.close();
        });
        std::vector<int> got;
        while (!queue.finished()) {
            for (const int item : queue.popAll(kForever)) got.push_back(item);
            QVERIFY(queue.stats().size <= 2);
        }
        producer.join();
        std::vector<int> expected(kItems);
        std::iota(expected.begin(), expected.end(), 0);
        QVERIFY(got == expected);
        QVERIFY(queue.stats().highWater <= 2);
        QCOMPARE(queue.stats().pushed, std::uint64_t{kItems});
        QCOMPARE(queue.stats().dropped, std::uint64_t{0});
    }
    void bytesBoundItToo() {
        BoundedQueue<std::string> queue(100, 10, [](const std::string& item) { return item.size(); });
        QVERIFY(queue.tryPush("four"));
        // One may go beyond, so that nothing is too large for an empty queue.
        QVERIFY(queue.tryPush("twelve chars"));
        QCOMPARE(queue.stats().bytes, std::size_t{16});
        QVERIFY(!queue.tryPush("x"));
        QCOMPARE(queue.stats().dropped, std::uint64_t{1});
        std::thread waiting([&queue] { QVERIFY(queue.push("waits for room")); });
        std::vector<std::string> got;
        while (got.size() < 3)
            for (std::string& item : queue.popAll(kForever)) got.push_back(std::move(item));
        waiting.join();
        QVERIFY((got == std::vector<std::string>{"four", "twelve chars", "waits for room"}));
        QCOMPARE(queue.stats().bytes, std::size_t{0});
    }
    void everyPushIsTakenOrCounted() {
        BoundedQueue<std::unique_ptr<int>> queue(8);
        constexpr int kProducers = 4;
        constexpr int kEach = 2000;
        std::atomic<std::uint64_t> accepted{0};
        std::vector<std::thread> producers;
        producers.reserve(kProducers);
        for (int p = 0; p < kProducers; ++p)
            producers.emplace_back([&] {
                for (int i = 0; i < kEach; ++i)
                    if (queue.tryPush(std::make_unique<int>(i))) ++accepted;
            });
        std::uint64_t popped = 0;
        std::thread consumer([&] {
            while (!queue.finished()) popped += queue.popAll(kForever).size();
        });
        for (auto& producer : producers) producer.join();
        queue.close();
        consumer.join();
        const QueueStats stats = queue.stats();
        QCOMPARE(popped, accepted.load());
        QCOMPARE(stats.pushed, accepted.load());
        QCOMPARE(stats.pushed + stats.dropped, std::uint64_t{kProducers * kEach});
    }
};

QTEST_APPLESS_MAIN(TestBoundedQueue)
#include "test_bounded_queue.moc"
