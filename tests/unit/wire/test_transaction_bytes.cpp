// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/wire/transaction_bytes.h"
#include "tests/support/sample_transaction.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

using namespace core;
using core::wire::readTransactionBytes;
using test::Bytes;
using test::keyOf;
using test::SampleTransaction;

namespace {

SampleTransaction sample(bool versioned) {
    SampleTransaction out{keyOf<Wallet>(2)};
    out.alsoSignedBy(keyOf<Wallet>(3));
    if (versioned) {
        out.load(keyOf<Pubkey>(30), true);
        out.load(keyOf<Pubkey>(31), false);
    }
    out.call(keyOf<Pubkey>(10), {keyOf<Pubkey>(11), keyOf<Pubkey>(30), keyOf<Pubkey>(31)}, Bytes(200, 7));
    out.call(keyOf<Pubkey>(12), {}, {});
    return out;
}

}  // namespace

class TestTransactionBytes : public QObject {
    Q_OBJECT

private slots:
    void readsBothVersions_data() {
        QTest::addColumn<bool>("versioned");
        QTest::newRow("legacy") << false;
        QTest::newRow("version 0 with a lookup table") << true;
    }
    void readsBothVersions() {
        QFETCH(bool, versioned);
        const SampleTransaction transaction = sample(versioned);
        const Bytes bytes = transaction.serialized();
        const auto raw = readTransactionBytes(bytes);
        QVERIFY2(raw, raw ? "" : raw.error().message().c_str());
        QVERIFY(raw->signature == transaction.signature);
        QCOMPARE(raw->signers, std::size_t{2});
        QVERIFY(raw->staticKeys[0] == keyOf<Pubkey>(2));
        QVERIFY(raw->staticKeys[1] == keyOf<Pubkey>(3));
        // Loaded addresses are not among the static keys.
        QCOMPARE(raw->staticKeys.size(), std::size_t{versioned ? 5U : 7U});
        QCOMPARE(raw->instructions.size(), std::size_t{2});
        QVERIFY(raw->staticKeys[raw->instructions[0].program] == keyOf<Pubkey>(10));
        QCOMPARE(raw->instructions[0].accounts.size(), std::size_t{3});
        QCOMPARE(raw->instructions[0].data.size(), std::size_t{200});
        QVERIFY(raw->instructions[1].accounts.empty());
        QVERIFY(raw->instructions[1].data.empty());
    }
    void everyCutIsAnError() {
        for (const bool versioned : {false, true}) {
            const Bytes whole = sample(versioned).serialized();
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
                QVERIFY2(!readTransactionBytes(cut), qPrintable(QString::number(size)));
            }
            Bytes longer = whole;
            longer.push_back(0);
            QCOMPARE(int(readTransactionBytes(longer).error().code), int(ErrorCode::BadValue));
        }
    }
    void refuses() {
        Bytes bytes = sample(true).serialized();
        const std::size_t version = 1 + 2 * 64;
        QCOMPARE(int(bytes[version]), 0x80);
        bytes[version] = 0x81;
        QCOMPARE(int(readTransactionBytes(bytes).error().code), int(ErrorCode::BadValue));
        bytes[version] = 0x80;
        bytes[version + 1] = 200;  // more signers than keys
        QCOMPARE(int(readTransactionBytes(bytes).error().code), int(ErrorCode::BadValue));
        QVERIFY(!readTransactionBytes(Bytes{0}));
        QCOMPARE(int(readTransactionBytes(Bytes(8193, 1)).error().code), int(ErrorCode::TooLarge));
        QCOMPARE(int(readTransactionBytes(Bytes(100'000'000, 1)).error().code), int(ErrorCode::TooLarge));
    }
    void countsCannotAllocate() {
        // Signatures, keys, instructions and tables that claim 65,535 entries.
        for (const bool versioned : {false, true}) {
            const Bytes whole = sample(versioned).serialized();
            for (std::size_t at = 0; at + 3 <= whole.size(); ++at) {
                Bytes bytes = whole;
                bytes[at] = 0xff;
                bytes[at + 1] = 0xff;
                bytes[at + 2] = 0x03;
                if (const auto raw = readTransactionBytes(bytes))
                    QVERIFY(raw->staticKeys.size() * 32 <= bytes.size());
            }
        }
    }
    void randomBytes() {
        std::mt19937_64 random(test::printedSeed(13));
        const Bytes whole = sample(true).serialized();
        for (int i = 0; i < 10'000; ++i) {
            Bytes bytes = i % 2 == 0 ? test::randomBytes(random, test::below(random, 400)) : whole;
            if (i % 2 == 1) bytes[test::below(random, bytes.size())] = static_cast<std::uint8_t>(random());
            if (const auto raw = readTransactionBytes(bytes)) QVERIFY(raw->signers <= raw->staticKeys.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestTransactionBytes)
#include "test_transaction_bytes.moc"
