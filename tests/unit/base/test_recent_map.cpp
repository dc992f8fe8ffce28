// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/recent_map.h"
#endif

#include <QTest>

#include <map>
#include <random>

using core::RecentMap;

class RecentMapTest : public QObject {
    Q_OBJECT
private slots:
    // Two maps, the plain way: the young one becomes the old one when it is full.
    void keepsTwoGenerations() {
        std::mt19937_64 random{11};
        for (const std::size_t most : {std::size_t{1}, std::size_t{5}, std::size_t{64}}) {
            RecentMap<std::uint64_t, std::uint64_t, 4> map{most};
            std::map<std::uint64_t, std::uint64_t> young;
            std::map<std::uint64_t, std::uint64_t> old;
            const auto makeRoom = [&] {
                if (young.size() < most) return;
                old = std::move(young);
                young.clear();
            };
            const auto touch = [&](std::uint64_t key) -> std::uint64_t* {
                if (const auto found = young.find(key); found != young.end()) return &found->second;
                const auto found = old.find(key);
                if (found == old.end()) return nullptr;
                const std::uint64_t value = found->second;
                old.erase(found);
                makeRoom();
                return &(young[key] = value);
            };
            for (int step = 0; step < 5'000; ++step) {
                const std::uint64_t key = random() % (4 * most);
                const auto* peeked = map.peek(key);
                const bool known = young.contains(key) || old.contains(key);
                QCOMPARE(peeked != nullptr, known);
                if (random() % 2 == 0) {
                    std::uint64_t* expected = touch(key);
                    const std::uint64_t* found = map.find(key);
                    QCOMPARE(found != nullptr, expected != nullptr);
                    if (found != nullptr) QCOMPARE(*found, *expected);
                } else {
                    const std::uint64_t value = random();
                    std::uint64_t* expected = touch(key);
                    if (expected == nullptr) {
                        makeRoom();
                        expected = &young[key];
                    }
                    std::uint64_t& found = map[key];
                    QCOMPARE(found, *expected);
                    found = *expected = value;
                }
                QCOMPARE(map.size(), young.size() + old.size());
                QVERIFY(map.size() <= 2 * most);
            }
            std::map<std::uint64_t, std::uint64_t> all = young;
            all.insert(old.begin(), old.end());
            std::map<std::uint64_t, std::uint64_t> seen;
            map.forEach([&](std::uint64_t key, std::uint64_t value) { seen.emplace(key, value); });
            QVERIFY(seen == all);
        }
    }
};

QTEST_APPLESS_MAIN(RecentMapTest)
#include "test_recent_map.moc"
