// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/confusable.h"
#include "tests/support/seed.h"

#include <QTest>

#include <random>

class TestConfusable : public QObject {
    Q_OBJECT
private slots:
    void looksAlike_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("other");
        QTest::newRow("case") << "PEPE"
                              << "pepe";
        QTest::newRow("spaces") << " Pe  Pe\t"
                                << "pepe";
        QTest::newRow("cyrillic") << QStringLiteral("РЕРЕ") << "PEPE";
        QTest::newRow("cyrillic, lower case") << QStringLiteral("рере") << "pepe";
        QTest::newRow("one letter of another script") << QStringLiteral("b\u043enk") << "bonk";
        QTest::newRow("greek") << QStringLiteral("\u0392\u039f\u039d\u039a") << "BONK";
        QTest::newRow("full width") << QStringLiteral("\uff30\uff25\uff30\uff25 \uff14\uff12") << "PEPE 42";
        QTest::newRow("mathematical") << QString::fromUcs4(U"\U0001d40f\U0001d404\U0001d40f\U0001d404") << "PEPE";
        QTest::newRow("circled") << QStringLiteral("\u24c5\u24d4pe") << "PePe";
        QTest::newRow("accents") << QStringLiteral("P\u00e9p\u00e8") << "Pepe";
        QTest::newRow("marks that combine") << QStringLiteral("Pe\u0301pe\u0300") << "Pepe";
        QTest::newRow("no width") << QStringLiteral("Pe\u200bp\u200de\ufeff") << "Pepe";
        QTest::newRow("nought") << "B0NK"
                                << "BONK";
        QTest::newRow("one and l and I") << "1lI"
                                         << "lll";
        QTest::newRow("punctuation") << "$Pe-pe!"
                                     << "pepe";
        QTest::newRow("other cyrillic capitals") << QStringLiteral("БЮ") << QStringLiteral("бю");
        QTest::newRow("other greek capitals") << QStringLiteral("ΔΩ") << QStringLiteral("δω");
    }
    void looksAlike() {
        QFETCH(QString, name);
        QFETCH(QString, other);
        QCOMPARE(core::lookalike(name.toStdString(), 100), core::lookalike(other.toStdString(), 100));
        QVERIFY(!core::lookalike(name.toStdString(), 100).empty());
    }

    void staysApart() {
        const auto of = [](const char* text) { return core::lookalike(text, 100); };
        QVERIFY(of("pepe") != of("pepa"));
        QVERIFY(of("猫") != of("犬"));
        QVERIFY(of("🚀") != of("🐸"));
        QVERIFY(of("!!") != of("??"));
        QVERIFY(of("猫").size() == 3);
        QCOMPARE(of(" \u200b"), std::string{});
    }

    void hostileBytes() {
        QCOMPARE(core::lookalike("a\xff\xc0\xaf\xed\xa0\x80\xf5z", 100), std::string("az"));
        QCOMPARE(core::lookalike("pe\xe2\x82", 100), std::string("pe"));
        QCOMPARE(core::lookalike("aaaaaaaa", 3), std::string("aaa"));
        std::mt19937_64 random(test::printedSeed(65));
        for (int i = 0; i < 20'000; ++i) {
            std::string bytes(random() % 40, '\0');
            for (char& byte : bytes) byte = static_cast<char>(random());
            const std::string once = core::lookalike(bytes, 64);
            QVERIFY(once.size() <= bytes.size() * 2);
            QCOMPARE(core::lookalike(once, 64), once);
        }
    }
};

QTEST_APPLESS_MAIN(TestConfusable)
#include "test_confusable.moc"
