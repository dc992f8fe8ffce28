// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base58.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <array>

using core::base58Decode;
using core::base58DecodeExact;
using core::base58Encode;
using core::ErrorCode;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::vector<std::uint8_t> fromHex(const QByteArray& hex) {
    const QByteArray bytes = QByteArray::fromHex(hex);
    return {bytes.begin(), bytes.end()};
}

QByteArray toHex(std::span<const std::uint8_t> bytes) {
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex();
}

}  // namespace

class TestBase58 : public QObject {
    Q_OBJECT

private slots:
    void knownVectors_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QByteArray>("text");
        // The published vectors of the encoding.
        const auto row = [](const char* hex, const char* text) {
            QTest::newRow(text) << QByteArray(hex) << QByteArray(text);
        };
        QTest::newRow("empty") << QByteArray() << QByteArray();
        row("61", "2g");
        row("626262", "a3gV");
        row("636363", "aPEr");
        row("73696d706c792061206c6f6e6720737472696e67", "2cFupjhnEsSn59qHXstmK2ffpLv2");
        row("00eb15231dfceb60925886b67d065299925915aeb172c06647", "1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L");
        row("516b6fcd0f", "ABnLTmg");
        row("bf4f89001e670274dd", "3SEo3LWLoPntC");
        row("572e4794", "3EFU7m");
        row("ecac89cad93923c02321", "EJDM8drfXA6uyA");
        row("10c8511e", "Rt5zm");
        row("00000000000000000000", "1111111111");
        row("0000000000000000000000000000000000000000000000000000000000000000", "11111111111111111111111111111111");
        row("069b8857feab8184fb687f634618c035dac439dc1aeb3b5598a0f00000000001",
            "So11111111111111111111111111111111111111112");
        row("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "JEKNVnkbo3jma5nREBBJCDoXFVeKkD56V3xKrvRmWxFG");
    }
    void knownVectors() {
        QFETCH(QByteArray, hex);
        QFETCH(QByteArray, text);
        const auto bytes = fromHex(hex);
        QCOMPARE(QByteArray::fromStdString(base58Encode(bytes)), text);
        const auto decoded = base58Decode(view(text));
        QVERIFY(decoded);
        QCOMPARE(toHex(*decoded), hex);
    }
    void roundTripsRandomBytes() {
        std::mt19937_64 random(test::printedSeed(58));
        for (int i = 0; i < 3000; ++i) {
            auto bytes = test::randomBytes(random, test::below(random, 120));
            // Leading zeros are a rule of their own.
            for (std::size_t zeros = test::below(random, 5), k = 0; k < zeros && k < bytes.size(); ++k)
                bytes[k] = 0;
            const std::string text = base58Encode(bytes);
            const auto decoded = base58Decode(text);
            QVERIFY2(decoded, text.c_str());
            QVERIFY2(*decoded == bytes, text.c_str());
            if (bytes.empty() || bytes.size() > 64) continue;
            std::vector<std::uint8_t> exact(bytes.size(), 0xAA);
            QVERIFY2(base58DecodeExact(text, exact), text.c_str());
            QVERIFY2(exact == bytes, text.c_str());
        }
    }
    void refusesForeignCharacters() {
        const std::string good = "So11111111111111111111111111111111111111112";
        const std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        std::array<std::uint8_t, 32> key{};
        for (int c = 0; c < 256; ++c) {
            if (alphabet.find(static_cast<char>(c)) != std::string_view::npos) continue;
            for (const std::size_t at : {std::size_t{0}, std::size_t{20}, good.size() - 1}) {
                std::string bad = good;
                bad[at] = static_cast<char>(c);
                const auto decoded = base58Decode(bad);
                QVERIFY2(!decoded, qPrintable(QString::number(c)));
                QCOMPARE(int(decoded.error().code), int(ErrorCode::BadEncoding));
                QVERIFY(!base58DecodeExact(bad, key));
            }
        }
    }
    void exactRefusesAnyOtherLength() {
        for (const std::size_t size : {1U, 2U, 31U, 33U, 40U, 63U, 65U, 100U, 500U}) {
            for (const std::uint8_t fill : {std::uint8_t{0}, std::uint8_t{1}, std::uint8_t{0xff}}) {
                const std::string text = base58Encode(std::vector<std::uint8_t>(size, fill));
                std::array<std::uint8_t, 32> key{};
                std::array<std::uint8_t, 64> signature{};
                key.fill(0x55);
                QVERIFY(!base58DecodeExact(text, key));
                QVERIFY(!base58DecodeExact(text, signature));
                // A failed decode must leave no half-written key behind.
                QVERIFY(std::all_of(key.begin(), key.end(), [](std::uint8_t b) { return b == 0x55; }));
            }
        }
        std::array<std::uint8_t, 32> key{};
        QVERIFY(!base58DecodeExact("", key));
        std::vector<std::uint8_t> tooWide(65);
        QVERIFY(!base58DecodeExact(std::string(65, '1'), tooWide));
    }
    void boundsTheText() {
        const auto longest = base58Decode(std::string(core::kMaxBase58Text, 'z'));
        QVERIFY(longest);
        QVERIFY(longest->size() > 1232);
        for (const std::size_t size : {core::kMaxBase58Text + 1, std::size_t{100'000'000}}) {
            const auto huge = base58Decode(std::string(size, 'z'));
            QVERIFY(!huge);
            QCOMPARE(int(huge.error().code), int(ErrorCode::TooLarge));
        }
        std::array<std::uint8_t, 32> key{};
        QVERIFY(!base58DecodeExact(std::string(100'000'000, 'z'), key));
    }
};

QTEST_APPLESS_MAIN(TestBase58)
#include "test_base58.moc"
