// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base64.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

using core::base64Decode;
using core::base64DecodeInto;
using core::base64Encode;
using core::ErrorCode;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::vector<std::uint8_t> bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

}  // namespace

class TestBase64 : public QObject {
    Q_OBJECT

private slots:
    void knownVectors_data() {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("text");
        // RFC 4648 section 10, and the start of every pump.fun trade in a log.
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("f") << QByteArray("f") << QByteArray("Zg==");
        QTest::newRow("fo") << QByteArray("fo") << QByteArray("Zm8=");
        QTest::newRow("foo") << QByteArray("foo") << QByteArray("Zm9v");
        QTest::newRow("foob") << QByteArray("foob") << QByteArray("Zm9vYg==");
        QTest::newRow("fooba") << QByteArray("fooba") << QByteArray("Zm9vYmE=");
        QTest::newRow("foobar") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
        QTest::newRow("plus and slash") << QByteArray::fromHex("fbefbeffffff") << QByteArray("++++////");
        QTest::newRow("trade event") << QByteArray::fromHex("bddb7fd34ee661ee") << QByteArray("vdt/007mYe4=");
    }
    void knownVectors() {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(base64Encode(bytesOf(view(plain)))), text);
        const auto decoded = base64Decode(view(text));
        QVERIFY(decoded);
        QVERIFY(*decoded == bytesOf(view(plain)));
    }
    void agreesWithQtOnRandomBytes() {
        std::mt19937_64 random(test::printedSeed(64));
        std::vector<std::uint8_t> reused;
        for (int i = 0; i < 3000; ++i) {
            const auto bytes = test::randomBytes(random, test::below(random, 600));
            const QByteArray qt(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
            const std::string text = base64Encode(bytes);
            QCOMPARE(QByteArray::fromStdString(text), qt.toBase64());
            QVERIFY(base64DecodeInto(text, reused));
            QVERIFY2(reused == bytes, text.c_str());
        }
    }
    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"Z",    "Zg",       "Zg=",   "Zm9",          "Zm9vY",   "=",      "==",        "====",
              "Z===", "Zg==Zg==", "Zm=v",  "Zm8=Zm8=",     "Zh==",    "Zm9=",   "Zm9v Zg==", "Zm9v\n",
              "Zm-v", "Zm_v",     " Zg==", "Zg==\n\n\n\n", "Zg\xff=", "\x80g=="})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("zero byte") << QByteArray("Zg\0=", 4);
    }
    void refuses() {
        QFETCH(QByteArray, text);
        std::vector<std::uint8_t> out(100, 1);
        const auto done = base64DecodeInto(view(text), out);
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::BadEncoding));
        QVERIFY(out.empty());
        QVERIFY(!base64Decode(view(text)));
    }
    void refusesEveryForeignCharacterAtEveryPlace() {
        const std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        const std::string good = "Zm9vYmFyZm9v";
        for (int c = 0; c < 256; ++c) {
            if (alphabet.find(static_cast<char>(c)) != std::string_view::npos) continue;
            for (std::size_t at = 0; at < good.size(); ++at) {
                // Padding at the end has a meaning; what it leaves is checked with the vectors.
                if (c == '=' && at == good.size() - 1) continue;
                std::string bad = good;
                bad[at] = static_cast<char>(c);
                QVERIFY2(!base64Decode(bad), bad.c_str());
            }
        }
    }
    void takesHugeText() {
        const auto decoded = base64Decode(std::string(40'000'000, 'A'));
        QVERIFY(decoded);
        QCOMPARE(decoded->size(), std::size_t{30'000'000});
        QVERIFY(!base64Decode(std::string(40'000'000, 'A') + "!AAA"));
    }
};

QTEST_APPLESS_MAIN(TestBase64)
#include "test_base64.moc"
