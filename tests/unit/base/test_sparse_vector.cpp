// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sparse_vector.h"
#include "tests/support/seed.h"

#include <QTest>

#include <map>
#include <random>
#include <utility>
#include <vector>

class TestSparseVector : public QObject {
    Q_OBJECT

private slots:
    // Beside a map: few numbers have a value, which keeps its place.
    void holdsWhatWasPutAndNothingElse() {
        std::mt19937_64 random{test::printedSeed(1)};
        core::SparseVector<std::vector<int>, 16> values;
        std::map<std::uint32_t, std::pair<std::vector<int>, const void*>> plain;
        for (int i = 0; i < 20'000; ++i) {
            const auto number = static_cast<std::uint32_t>(random() % 100'000) * 7;
            if (random() % 3 == 0) {
                auto& value = values[number];
                value.push_back(i);
                auto& [wanted, place] = plain[number];
                wanted.push_back(i);
                if (place == nullptr) place = &value;
            }
            const auto wanted = plain.find(number);
            QCOMPARE(values.find(number) != nullptr, wanted != plain.end());
            QVERIFY(std::as_const(values)[number] ==
                    (wanted == plain.end() ? std::vector<int>{} : wanted->second.first));
        }
        QVERIFY(values.find(0xfffffffeU) == nullptr);
        for (const auto& [number, wanted] : plain)
            QCOMPARE(static_cast<const void*>(values.find(number)), wanted.second);
    }
};

QTEST_APPLESS_MAIN(TestSparseVector)
#include "test_sparse_vector.moc"
