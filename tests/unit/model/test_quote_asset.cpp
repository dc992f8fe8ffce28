// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/alert.h"
#include "core/model/quote_asset.h"
#endif

#include <QTest>

using core::Mint;
using core::quoteAsset;
using core::quoteRank;

class TestQuoteAsset : public QObject {
    Q_OBJECT

private slots:
    void knowsTheQuoteAssetsInOrder_data() {
        QTest::addColumn<QByteArray>("mint");
        QTest::addColumn<QByteArray>("ticker");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<int>("rank");
        QTest::newRow("wSOL") << QByteArray("So11111111111111111111111111111111111111112") << QByteArray("SOL") << 9
                              << 0;
        QTest::newRow("USDC") << QByteArray("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v") << QByteArray("USDC")
                              << 6 << 1;
        QTest::newRow("USDT") << QByteArray("Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB") << QByteArray("USDT")
                              << 6 << 2;
        QTest::newRow("USD1") << QByteArray("USD1ttGY1N17NEEHLmELoaybftRBUSErhqYiQzvEmuB") << QByteArray("USD1")
                              << 6 << 3;
    }
    void knowsTheQuoteAssetsInOrder() {
        QFETCH(QByteArray, mint);
        QFETCH(QByteArray, ticker);
        QFETCH(int, decimals);
        QFETCH(int, rank);
        const auto key = Mint::fromBase58(mint.constData()).value();
        const auto* asset = quoteAsset(key);
        QVERIFY(asset != nullptr);
        QCOMPARE(QByteArray(asset->ticker.data(), qsizetype(asset->ticker.size())), ticker);
        QCOMPARE(int(asset->decimals), decimals);
        QCOMPARE(int(quoteRank(key).value()), rank);
        QVERIFY(asset->mint == key);
    }
    void nothingElseIsOne() {
        QVERIFY(quoteAsset(Mint{}) == nullptr);
        QVERIFY(!quoteRank(Mint{}));
        auto bytes = core::wrappedSolMint().bytes();
        bytes[31] ^= 1U;
        QVERIFY(quoteAsset(Mint{bytes}) == nullptr);
        // The native mint's other spelling, the system program, trades nothing.
        QVERIFY(!quoteRank(Mint::fromBase58("So11111111111111111111111111111111111111111").value()));
    }
    void wrappedSolIsTheFirst() {
        QCOMPARE(core::wrappedSolMint().base58(), std::string("So11111111111111111111111111111111111111112"));
    }
    void severitiesHaveNames() {
        QCOMPARE(core::severityName(core::Severity::Info), std::string_view("info"));
        QCOMPARE(core::severityName(core::Severity::Warning), std::string_view("warning"));
        QCOMPARE(core::severityName(core::Severity::Critical), std::string_view("critical"));
    }
};

QTEST_APPLESS_MAIN(TestQuoteAsset)
#include "test_quote_asset.moc"
