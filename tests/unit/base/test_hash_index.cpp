// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/hash_index.h"
#include "core/base/large_pages.h"
#include "core/base/stable_vector.h"
#endif

#include <QTest>

#include <map>
#include <memory>
#include <random>
#include <vector>

using core::HashIndex;
using core::StableVector;

class HashIndexTest : public QObject {
    Q_OBJECT
private slots:
    // Against a map, with so few hashes that most entries stand in runs that overlap, also around the end.
    void findsWhatWasAddedAndNotRemoved() {
        std::mt19937_64 random{7};
        for (const std::uint32_t hashes : {1U, 3U, 17U, 0xffffffffU}) {
            HashIndex index;
            std::map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> held;  // key: hash, number
            std::vector<std::uint64_t> keyOf;
            for (int step = 0; step < 4'000; ++step) {
                const std::uint64_t key = random() % 300;
                const auto hash = static_cast<std::uint32_t>(0U - (key * 2'654'435'761U) % hashes);
                const auto find = [&] { return index.find(hash, [&](auto at) { return keyOf[at] == key; }); };
                const auto known = held.find(key);
                QCOMPARE(find(), known == held.end() ? HashIndex::kNone : known->second.second);
                if (known != held.end() && random() % 2 == 0) {
                    index.remove(known->second.first, known->second.second);
                    held.erase(known);
                    QCOMPARE(find(), HashIndex::kNone);
                } else if (known == held.end()) {
                    const auto number = static_cast<std::uint32_t>(keyOf.size());
                    keyOf.push_back(key);
                    index.add(hash, number);
                    held[key] = {hash, number};
                }
                QCOMPARE(index.size(), held.size());
            }
            for (const auto& [key, entry] : held)
                QCOMPARE(index.find(entry.first, [&, key = key](auto at) { return keyOf[at] == key; }),
                         entry.second);
        }
    }

    void removingWhatIsNotThereDoesNothing() {
        HashIndex index;
        index.remove(5, 0);
        index.add(5, 0);
        index.remove(5, 1);
        index.remove(6, 7);
        QCOMPARE(index.size(), std::size_t{1});
        QCOMPARE(index.find(5, [](auto) { return true; }), 0U);
    }

    void elementsOfAStableVectorStay() {
        StableVector<std::unique_ptr<int>, 4> vector;
        std::vector<const std::unique_ptr<int>*> places;
        for (int i = 0; i < 50; ++i) {
            std::unique_ptr<int>& added = vector.grow();
            QVERIFY(added == nullptr);
            added = std::make_unique<int>(i);
            places.push_back(&added);
        }
        QCOMPARE(vector.size(), std::size_t{50});
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY(&vector[i] == places[i]);
            QCOMPARE(*vector[i], static_cast<int>(i));
        }
        vector.growTo(40);
        QCOMPARE(vector.size(), std::size_t{50});
        vector.growTo(61);
        QCOMPARE(vector.size(), std::size_t{61});
        QVERIFY(vector[60] == nullptr);
    }

    // Blocks around the size from which the system's large pages are asked for are usable to their last byte.
    void largePagesHoldWhatWasWritten() {
        for (const std::size_t bytes : {std::size_t{64}, (std::size_t{2} << 20U) - 1, std::size_t{2} << 20U,
                                        (std::size_t{2} << 20U) + 1, std::size_t{5'000'001}}) {
            auto* memory = static_cast<std::uint8_t*>(core::allocateLargePages(bytes, 64));
            QCOMPARE(reinterpret_cast<std::uintptr_t>(memory) % 64, std::uintptr_t{0});
            memory[0] = 1;
            memory[bytes - 1] = 2;
            QCOMPARE(memory[0] + memory[bytes - 1], 3);
            core::freeLargePages(memory, bytes, 64);
        }
    }
};

QTEST_APPLESS_MAIN(HashIndexTest)
#include "test_hash_index.moc"
