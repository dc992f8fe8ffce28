// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/ids.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <algorithm>

using core::ErrorCode;
using core::EventPath;

namespace {

constexpr auto kNone = EventPath::kNoInner;

EventPath randomPath(std::mt19937_64& random) {
    return {static_cast<std::uint16_t>(random()), static_cast<std::uint16_t>(random()),
            static_cast<std::uint16_t>(random() % 3 == 0 ? random() : 0)};
}

}  // namespace

class TestEventPath : public QObject {
    Q_OBJECT

private slots:
    void text_data() {
        QTest::addColumn<int>("top");
        QTest::addColumn<int>("inner");
        QTest::addColumn<int>("ordinal");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("top level") << 2 << int(kNone) << 0 << QByteArray("2");
        QTest::newRow("inner") << 2 << 1 << 0 << QByteArray("2.1");
        QTest::newRow("inner, second event") << 2 << 1 << 1 << QByteArray("2.1.1");
        QTest::newRow("top level, second event") << 2 << int(kNone) << 1 << QByteArray("2+1");
        QTest::newRow("first of all") << 0 << int(kNone) << 0 << QByteArray("0");
        QTest::newRow("first inner") << 0 << 0 << 0 << QByteArray("0.0");
        QTest::newRow("last of all") << 65535 << 65534 << 65535 << QByteArray("65535.65534.65535");
    }
    void text() {
        QFETCH(int, top);
        QFETCH(int, inner);
        QFETCH(int, ordinal);
        QFETCH(QByteArray, text);
        const EventPath path{static_cast<std::uint16_t>(top), static_cast<std::uint16_t>(inner),
                             static_cast<std::uint16_t>(ordinal)};
        QCOMPARE(QByteArray::fromStdString(path.text()), text);
        const auto parsed = EventPath::parse(text.constData());
        QVERIFY(parsed);
        QVERIFY(*parsed == path);
        QVERIFY(EventPath::fromKey(path.key()) == path);
    }
    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",        ".",
                                 "+",       "1.",
                                 ".1",      "1+",
                                 "1.2.",    "1.2.3.4",
                                 "1..2",    "1.2+3",
                                 "1+2+3",   "-1",
                                 "+1",      "1.-2",
                                 " 1",      "1 ",
                                 "1.2 ",    "a",
                                 "1.a",     "0x1",
                                 "65536",   "1.65535",
                                 "1.65536", "1.2.65536",
                                 "1e1",     "99999999999999999999"})
            QTest::newRow(*text == 0 ? "empty" : text) << QByteArray(text);
        QTest::newRow("huge") << QByteArray(1'000'000, '1');
        QTest::newRow("zero byte") << QByteArray("1\0", 2);
    }
    void refuses() {
        QFETCH(QByteArray, text);
        const auto path = EventPath::parse({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!path);
        QCOMPARE(int(path.error().code), int(ErrorCode::BadEncoding));
    }
    void ordersAsTheTransactionRan() {
        // An instruction comes before what it called, and that before the next instruction.
        const std::vector<EventPath> ran{{0, kNone, 0}, {0, kNone, 1}, {0, 0, 0},     {0, 0, 1},     {0, 1, 0},
                                         {0, 65534, 0}, {1, kNone, 0}, {1, kNone, 9}, {1, 3, 65535}, {2, kNone, 0}};
        for (std::size_t i = 0; i < ran.size(); ++i)
            for (std::size_t k = 0; k < ran.size(); ++k) {
                QCOMPARE(ran[i] < ran[k], i < k);
                QCOMPARE(ran[i] == ran[k], i == k);
            }
    }
    void everyPathReadsBack() {
        std::mt19937_64 random(test::printedSeed(4));
        for (int i = 0; i < 5000; ++i) {
            const EventPath a = randomPath(random);
            const EventPath b = randomPath(random);
            const auto parsed = EventPath::parse(a.text());
            QVERIFY2(parsed && *parsed == a, a.text().c_str());
            QVERIFY(EventPath::fromKey(a.key()) == a);
            QCOMPARE(a < b, a.key() < b.key());
            QCOMPARE(a.text() == b.text(), a == b);
        }
    }
};

QTEST_APPLESS_MAIN(TestEventPath)
#include "test_event_path.moc"
