// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/quote_asset.h"
#include "core/wire/dex/pumpswap.h"
#include "tests/support/pump_events.h"
#include "tests/support/seed.h"
#include "tests/support/venue_run.h"
#endif

#include <QTest>

#include <limits>
#include <map>
#include <set>

using namespace core;
using core::wire::kPumpSwap;
using core::wire::PoolDirectory;
using core::wire::PoolSides;
using test::BorshWriter;
using test::Bytes;
using test::keyOf;
using test::SwapLiquidity;
using test::SwapPool;
using test::SwapTrade;

namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
const Mint kUsdc = Mint::fromBase58("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v").value();
const Mint kCoin = keyOf<Mint>(1);
const Pubkey kPool = keyOf<Pubkey>(7);

PoolDirectory usualPool() {
    PoolDirectory pools;
    pools.learn(kPool, {kCoin, wrappedSolMint(), std::uint8_t{6}, std::uint8_t{9}});
    return pools;
}
PoolDirectory reversedPool() {
    PoolDirectory pools;
    pools.learn(kPool, {wrappedSolMint(), kCoin, std::uint8_t{9}, std::uint8_t{6}});
    return pools;
}

test::VenueRun decode(const Bytes& payload, PoolDirectory pools = usualPool()) {
    return test::decodePayload(kPumpSwap, payload, pools);
}

template <class Body>
const Body* only(const test::VenueRun& run) {
    return run.result && run.events.size() == 1 ? std::get_if<Body>(&run.events[0].body) : nullptr;
}

Bytes head(const Bytes& whole, std::size_t size) {
    return {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace

class TestPumpSwap : public QObject {
    Q_OBJECT

private slots:
    void buyGenerations_data() {
        QTest::addColumn<int>("fields");
        QTest::addColumn<QByteArray>("ixName");
        QTest::addColumn<int>("unknown");
        QTest::addColumn<int>("length");
        const auto row = [](int fields, const char* ixName, int unknown, int length) {
            QTest::addRow("%d bytes", length) << fields << QByteArray(ixName) << unknown << length;
        };
        row(20, "buy", 0, 312);
        row(23, "buy", 0, 360);
        row(30, "buy", 0, 408);
        row(30, "buy_exact_quote_in", 0, 423);
        row(32, "buy", 0, 424);
        row(37, "buy", 0, 465);
        row(37, "buy", 16, 481);
        row(37, "", 0, 462);
    }
    void buyGenerations() {
        QFETCH(int, fields);
        QFETCH(QByteArray, ixName);
        QFETCH(int, unknown);
        QFETCH(int, length);
        SwapTrade raw;
        raw.ixName = ixName.toStdString();
        Bytes payload = raw.buy(fields);
        payload.insert(payload.end(), static_cast<std::size_t>(unknown), 0xEE);
        QCOMPARE(int(payload.size()), length);
        const auto run = decode(payload);
        const Trade* trade = only<Trade>(run);
        QVERIFY2(trade != nullptr, run.result ? "no trade" : run.result.error().message().c_str());
        QCOMPARE(trade->venue.name(), std::string_view("pumpswap"));
        QVERIFY(trade->pool == raw.pool);
        QVERIFY(trade->mint == kCoin);
        QVERIFY(trade->quoteMint == wrappedSolMint());
        QVERIFY(trade->wallet == raw.user);
        QVERIFY(trade->side == Side::Buy);
        QCOMPARE(trade->baseAmount.value(), raw.baseAmount);
        QCOMPARE(trade->quoteAmount.value(), raw.quoteOfPool);
        QVERIFY(trade->quoteUser == TokenAmount{raw.quoteOfUser});
        QVERIFY(trade->baseDecimals == std::uint8_t{6});
        QVERIFY(trade->quoteDecimals == std::uint8_t{9});
        QVERIFY(run.events[0].at.blockTime == BlockTime{raw.timestamp});
        const std::uint64_t creatorFee = fields >= 23 ? raw.creatorFee : 0;
        QVERIFY(trade->feeQuote == TokenAmount{raw.lpFee + raw.protocolFee + creatorFee});
        QVERIFY(trade->creator == (fields >= 23 ? std::optional{raw.coinCreator} : std::nullopt));
        // The event tells the reserves before itself.
        QVERIFY(trade->after.has_value());
        QCOMPARE(trade->after->base, raw.poolBase - raw.baseAmount);
        const std::uint64_t vault = raw.poolQuote + raw.quoteOfPool;
        QVERIFY(trade->after->realQuote == vault);
        QCOMPARE(trade->after->quote, fields == 37 ? vault + 5'000'000'127 : vault);
    }
    void sellGenerations_data() {
        QTest::addColumn<int>("fields");
        QTest::addColumn<int>("length");
        QTest::newRow("312 bytes") << 20 << 312;
        QTest::newRow("360 bytes") << 23 << 360;
        QTest::newRow("376 bytes") << 25 << 376;
        QTest::newRow("417 bytes") << 30 << 417;
    }
    void sellGenerations() {
        QFETCH(int, fields);
        QFETCH(int, length);
        const SwapTrade raw;
        const Bytes payload = raw.sell(fields);
        QCOMPARE(int(payload.size()), length);
        const auto run = decode(payload);
        const Trade* trade = only<Trade>(run);
        QVERIFY(trade != nullptr);
        QVERIFY(trade->side == Side::Sell);
        QVERIFY(trade->mint == kCoin);
        QVERIFY(trade->wallet == raw.user);
        QCOMPARE(trade->baseAmount.value(), raw.baseAmount);
        QCOMPARE(trade->quoteAmount.value(), raw.quoteOfPool);
        QVERIFY(trade->quoteUser == TokenAmount{raw.quoteOfUser});
        QCOMPARE(trade->after->base, raw.poolBase + raw.baseAmount);
        const std::uint64_t vault = raw.poolQuote - raw.quoteOfPool;
        QVERIFY(trade->after->realQuote == vault);
        QCOMPARE(trade->after->quote, fields == 30 ? vault + 5'000'000'127 : vault);
        const std::uint64_t creatorFee = fields >= 23 ? raw.creatorFee : 0;
        QVERIFY(trade->feeQuote == TokenAmount{raw.lpFee + raw.protocolFee + creatorFee});
    }
    void reversedPools() {
        // The pool's base is SOL: its BuyEvent takes SOL out, which sells the coin.
        const SwapTrade raw;
        for (const bool buyEvent : {true, false}) {
            const auto run = decode(buyEvent ? raw.buy() : raw.sell(), reversedPool());
            const Trade* trade = only<Trade>(run);
            QVERIFY(trade != nullptr);
            QVERIFY(trade->side == (buyEvent ? Side::Sell : Side::Buy));
            QVERIFY(trade->mint == kCoin);
            QVERIFY(trade->quoteMint == wrappedSolMint());
            QVERIFY(trade->baseDecimals == std::uint8_t{6});
            QVERIFY(trade->quoteDecimals == std::uint8_t{9});
            QCOMPARE(trade->baseAmount.value(), raw.quoteOfPool);
            QCOMPARE(trade->quoteAmount.value(), raw.baseAmount);
            QVERIFY(trade->quoteUser == TokenAmount{raw.baseAmount});
            // The fees are in the coin, so there are none to tell in the quote.
            QVERIFY(!trade->feeQuote);
            const std::uint64_t solAfter = buyEvent ? raw.poolBase - raw.baseAmount : raw.poolBase + raw.baseAmount;
            const std::uint64_t coinAfter =
                buyEvent ? raw.poolQuote + raw.quoteOfPool : raw.poolQuote - raw.quoteOfPool;
            QCOMPARE(trade->after->quote, solAfter);
            QVERIFY(trade->after->realQuote == solAfter);
            QCOMPARE(trade->after->base, coinAfter + 5'000'000'127);
        }
    }
    void whichSideIsTheCoin_data() {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("quote");
        QTest::addColumn<bool>("reversed");
        const QByteArray coin = QByteArray::fromStdString(kCoin.base58());
        const QByteArray other = QByteArray::fromStdString(keyOf<Mint>(55).base58());
        const QByteArray sol = QByteArray::fromStdString(wrappedSolMint().base58());
        const QByteArray usdc = QByteArray::fromStdString(kUsdc.base58());
        QTest::newRow("coin/SOL") << coin << sol << false;
        QTest::newRow("SOL/coin") << sol << coin << true;
        QTest::newRow("coin/USDC") << coin << usdc << false;
        QTest::newRow("USDC/coin") << usdc << coin << true;
        QTest::newRow("SOL/USDC") << sol << usdc << true;
        QTest::newRow("USDC/SOL") << usdc << sol << false;
        QTest::newRow("coin/coin") << coin << other << false;
    }
    void whichSideIsTheCoin() {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, quote);
        QFETCH(bool, reversed);
        const Mint baseMint = Mint::fromBase58(base.toStdString()).value();
        const Mint quoteMint = Mint::fromBase58(quote.toStdString()).value();
        PoolDirectory pools;
        pools.learn(kPool, {baseMint, quoteMint, std::nullopt, std::nullopt});
        const auto run = decode(SwapTrade{}.buy(), pools);
        QVERIFY(only<Trade>(run)->mint == (reversed ? quoteMint : baseMint));
        QVERIFY(only<Trade>(run)->quoteMint == (reversed ? baseMint : quoteMint));
        QVERIFY(only<Trade>(run)->side == (reversed ? Side::Sell : Side::Buy));
    }
    void virtualReserves_data() {
        QTest::addColumn<QByteArray>("sign");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("priced");
        // The vault holds 86,004,000,301 after the sample buy.
        QTest::newRow("none") << QByteArray("+") << quint64{0} << quint64{86'004'000'301};
        QTest::newRow("some") << QByteArray("+") << quint64{1} << quint64{86'004'000'302};
        QTest::newRow("negative") << QByteArray("-") << quint64{301} << quint64{86'004'000'000};
        QTest::newRow("below zero is zero") << QByteArray("-") << quint64{86'004'000'302} << quint64{0};
        QTest::newRow("past 64 bits is held") << QByteArray("+") << quint64{kMax} << quint64{kMax};
    }
    void virtualReserves() {
        QFETCH(QByteArray, sign);
        QFETCH(quint64, size);
        QFETCH(quint64, priced);
        SwapTrade raw;
        raw.virtualQuote = static_cast<Int128>(size) * (sign == "-" ? -1 : 1);
        const auto run = decode(raw.buy());
        QCOMPARE(quint64{only<Trade>(run)->after->quote}, priced);
        QVERIFY(only<Trade>(run)->after->realQuote == raw.poolQuote + raw.quoteOfPool);
    }
    void extremeVirtualReserves() {
        for (const Int128 extreme : {std::numeric_limits<Int128>::min(), std::numeric_limits<Int128>::max()}) {
            SwapTrade raw;
            raw.virtualQuote = extreme;
            for (const Bytes& payload : {raw.buy(), raw.sell()}) {
                const auto run = decode(payload);
                QVERIFY(only<Trade>(run) != nullptr);
                QCOMPARE(only<Trade>(run)->after->quote, extreme < 0 ? std::uint64_t{0} : kMax);
                QVERIFY(kPumpSwap.describe(payload));
            }
        }
    }
    void createPool_data() {
        QTest::addColumn<int>("fields");
        QTest::addColumn<int>("length");
        QTest::newRow("301 bytes") << 19 << 301;
        QTest::newRow("333 bytes") << 20 << 333;
        QTest::newRow("334 bytes") << 21 << 334;
    }
    void createPool() {
        QFETCH(int, fields);
        QFETCH(int, length);
        const SwapPool raw;
        QCOMPARE(int(raw.bytes(fields).size()), length);
        PoolDirectory pools;
        const auto run = test::decodePayload(kPumpSwap, raw.bytes(fields), pools);
        const auto* change = only<LiquidityChange>(run);
        QVERIFY(change != nullptr);
        QVERIFY(change->added);
        QCOMPARE(change->venue.name(), std::string_view("pumpswap"));
        QVERIFY(change->pool == raw.pool);
        QVERIFY(change->mint == raw.baseMint);
        QVERIFY(change->quoteMint == wrappedSolMint());
        QVERIFY(change->wallet == raw.creator);
        QCOMPARE(change->baseAmount.value(), raw.baseIn);
        QCOMPARE(change->quoteAmount.value(), raw.quoteIn);
        QVERIFY(change->baseDecimals == std::uint8_t{6});
        QVERIFY(change->quoteDecimals == std::uint8_t{9});
        QCOMPARE(change->after->base, raw.poolBase);
        QCOMPARE(change->after->quote, raw.poolQuote);
        QVERIFY(run.events[0].at.blockTime == BlockTime{raw.timestamp});
        const PoolSides* sides = pools.find(raw.pool);
        QVERIFY(sides != nullptr && sides->base == raw.baseMint && sides->quote == wrappedSolMint());
    }
    void createReversedPool() {
        SwapPool raw;
        raw.baseMint = wrappedSolMint();
        raw.quoteMint = kCoin;
        raw.baseDecimals = 9;
        raw.quoteDecimals = 6;
        PoolDirectory pools;
        const auto run = test::decodePayload(kPumpSwap, raw.bytes(), pools);
        const auto* change = only<LiquidityChange>(run);
        QVERIFY(change->mint == kCoin);
        QCOMPARE(change->baseAmount.value(), raw.quoteIn);
        QCOMPARE(change->quoteAmount.value(), raw.baseIn);
        QVERIFY(change->baseDecimals == std::uint8_t{6});
        QCOMPARE(change->after->base, raw.poolQuote);
        QCOMPARE(change->after->quote, raw.poolBase);
        QVERIFY(change->after->realQuote == raw.poolBase);
    }
    void depositAndWithdraw() {
        const SwapLiquidity raw;
        for (const bool deposit : {true, false}) {
            QCOMPARE(raw.bytes(deposit).size(), std::size_t{256});
            const auto run = decode(raw.bytes(deposit));
            const auto* change = only<LiquidityChange>(run);
            QVERIFY(change != nullptr);
            QCOMPARE(change->added, deposit);
            QVERIFY(change->wallet == raw.user);
            QVERIFY(change->mint == kCoin);
            QCOMPARE(change->baseAmount.value(), raw.baseAmount);
            QCOMPARE(change->quoteAmount.value(), raw.quoteAmount);
            QCOMPARE(change->after->base, deposit ? raw.poolBase + raw.baseAmount : raw.poolBase - raw.baseAmount);
            QCOMPARE(change->after->quote,
                     deposit ? raw.poolQuote + raw.quoteAmount : raw.poolQuote - raw.quoteAmount);
            const auto reversed = decode(raw.bytes(deposit), reversedPool());
            QCOMPARE(only<LiquidityChange>(reversed)->baseAmount.value(), raw.quoteAmount);
            QCOMPARE(only<LiquidityChange>(reversed)->quoteAmount.value(), raw.baseAmount);
        }
    }
    void unknownPoolsAreAskedFor() {
        PoolDirectory pools;
        for (const Bytes& payload :
             {SwapTrade{}.buy(), SwapTrade{}.sell(), SwapLiquidity{}.bytes(true), SwapLiquidity{}.bytes(false)}) {
            const auto run = test::decodePayload(kPumpSwap, payload, pools);
            QVERIFY(!run.result);
            QCOMPARE(int(run.result.error().code), int(ErrorCode::PoolUnknown));
            QVERIFY(run.events.empty());
        }
        QVERIFY(pools.takeWanted() == std::vector{kPool});
        QVERIFY(pools.takeWanted().empty());
    }
    void mintsComeFromTheInstruction() {
        wire::TransactionView transaction;
        for (std::uint8_t i = 0; i < 10; ++i) {
            transaction.keys.push_back(keyOf<Pubkey>(static_cast<std::uint8_t>(100 + i)));
            transaction.accountIndexes.push_back(i);
        }
        transaction.keys[0] = kPool;
        transaction.keys[3] = Pubkey{kCoin};
        transaction.keys[4] = Pubkey{wrappedSolMint()};
        transaction.postTokens.push_back({5, kCoin, std::nullopt, 1, 6});
        wire::InstructionView buy;
        buy.accountsCount = 10;
        PoolDirectory pools;
        auto run = test::decodePayload(kPumpSwap, SwapTrade{}.buy(), pools, &transaction, &buy);
        QVERIFY(only<Trade>(run)->mint == kCoin);
        QVERIFY(only<Trade>(run)->baseDecimals == std::uint8_t{6});
        QVERIFY(only<Trade>(run)->quoteDecimals == std::uint8_t{9});
        // An instruction of another pool says nothing about this one.
        PoolDirectory strange;
        transaction.keys[0] = keyOf<Pubkey>(8);
        run = test::decodePayload(kPumpSwap, SwapTrade{}.buy(), strange, &transaction, &buy);
        QVERIFY(!run.result);
        QCOMPARE(strange.size(), std::size_t{0});
    }
    void traderIsASigner() {
        wire::TransactionView transaction;
        transaction.keys = {keyOf<Pubkey>(90), Pubkey{SwapTrade{}.user}};
        transaction.signers = 1;
        PoolDirectory pools = usualPool();
        auto run = test::decodePayload(kPumpSwap, SwapTrade{}.buy(), pools, &transaction);
        QVERIFY(only<Trade>(run)->wallet == Wallet{transaction.keys[0]});
        transaction.signers = 2;
        run = test::decodePayload(kPumpSwap, SwapTrade{}.buy(), pools, &transaction);
        QVERIFY(only<Trade>(run)->wallet == SwapTrade{}.user);
    }
    void zeroCreatorIsNone() {
        SwapTrade raw;
        raw.coinCreator = {};
        QVERIFY(!only<Trade>(decode(raw.buy()))->creator);
    }
    void poolAccount() {
        BorshWriter account("f19a6d0411b16dbc");
        account.u8(254)
            .u16(0)
            .pubkey(keyOf<Pubkey>(2))
            .pubkey(kCoin)
            .pubkey(wrappedSolMint())
            .pubkey(keyOf<Pubkey>(24));
        account.pubkey(keyOf<Pubkey>(25)).pubkey(keyOf<Pubkey>(26)).u64(100);
        QCOMPARE(account.bytes().size(), std::size_t{211});
        const auto sides = wire::readPumpSwapPoolAccount(account.bytes());
        QVERIFY(sides);
        QVERIFY(sides->base == kCoin);
        QVERIFY(sides->quote == wrappedSolMint());
        for (std::size_t size = 0; size < account.bytes().size(); ++size)
            QCOMPARE(wire::readPumpSwapPoolAccount(head(account.bytes(), size)).has_value(), size >= 107);
        Bytes other = account.bytes();
        other[0] ^= 1U;
        QCOMPARE(int(wire::readPumpSwapPoolAccount(other).error().code), int(ErrorCode::BadDiscriminator));
    }

    void cutEventsAreErrorsOrOlder() {
        struct Kind {
            const char* name;
            std::vector<Bytes> forms;  // oldest first
        };
        const SwapTrade trade;
        const std::vector<Kind> kinds{
            {"buy", {trade.buy(20), trade.buy(23), trade.buy(30), trade.buy(32), trade.buy(37)}},
            {"sell", {trade.sell(20), trade.sell(23), trade.sell(25), trade.sell(30)}},
            {"create pool", {SwapPool{}.bytes(19), SwapPool{}.bytes(20), SwapPool{}.bytes(21)}},
            {"deposit", {SwapLiquidity{}.bytes(true)}},
            {"withdraw", {SwapLiquidity{}.bytes(false)}},
        };
        for (const Kind& kind : kinds) {
            std::map<std::size_t, Bytes> forms;
            for (const Bytes& form : kind.forms) forms.emplace(form.size(), form);
            const Bytes& whole = kind.forms.back();
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const auto run = decode(head(whole, size));
                if (const auto form = forms.find(size); form != forms.end()) {
                    QVERIFY(run.result);
                    QCOMPARE(test::textOf(run.events), test::textOf(decode(form->second).events));
                } else {
                    QVERIFY2(!run.result && run.events.empty(),
                             qPrintable(QString("%1 %2").arg(kind.name).arg(size)));
                    QCOMPARE(int(run.result.error().code), int(ErrorCode::Truncated));
                }
            }
        }
    }
    void aCutPoolCreationTeachesNothing() {
        const Bytes whole = SwapPool{}.bytes();
        for (std::size_t size = 0; size < 301; ++size) {
            PoolDirectory pools;
            QVERIFY(!test::decodePayload(kPumpSwap, head(whole, size), pools).result);
            QCOMPARE(pools.size(), std::size_t{0});
        }
    }
    void largestAmounts() {
        SwapTrade raw;
        raw.baseAmount = raw.poolBase = raw.poolQuote = raw.quoteOfPool = raw.quoteOfUser = raw.lpFee =
            raw.protocolFee = kMax;
        raw.creatorFee = kMax;
        for (const bool buy : {true, false}) {
            const auto run = decode(buy ? raw.buy() : raw.sell());
            const Trade* trade = only<Trade>(run);
            QVERIFY(trade != nullptr);
            QCOMPARE(trade->baseAmount.value(), kMax);
            QCOMPARE(trade->quoteAmount.value(), kMax);
            QVERIFY(trade->quoteUser == TokenAmount{kMax});
            QVERIFY(!trade->feeQuote);
            // One reserve would leave 64 bits, so neither is told.
            QVERIFY(!trade->after);
        }
        SwapLiquidity liquidity;
        liquidity.baseAmount = kMax;
        QVERIFY(!only<LiquidityChange>(decode(liquidity.bytes(true)))->after);
        QVERIFY(!only<LiquidityChange>(decode(liquidity.bytes(false)))->after);
    }
    void moreTakenThanThereWas() {
        SwapTrade raw;
        raw.baseAmount = raw.poolBase + 1;
        const auto run = decode(raw.buy());
        QVERIFY(only<Trade>(run) != nullptr);
        QVERIFY(!only<Trade>(run)->after);
    }
    void booleansOfTwoAreCorrupt() {
        Bytes buy = SwapTrade{}.buy();
        buy[360] = 2;  // track_volume
        QVERIFY(!decode(buy).result);
        buy = SwapTrade{}.buy();
        buy[buy.size() - 9] = 2;  // can_boost
        QVERIFY(!decode(buy).result);
        Bytes pool = SwapPool{}.bytes();
        pool.back() = 2;
        QVERIFY(!decode(pool).result);
    }
    void stringLengthsCannotAllocate() {
        Bytes buy = SwapTrade{}.buy();
        for (std::size_t i = 401; i < 405; ++i) buy[i] = 0xff;
        QVERIFY(!decode(buy).result);
    }
    void unknownDiscriminators() {
        for (const char* hex : {"0000000000000000", "ffffffffffffffff", "bddb7fd34ee661ee", "f19a6d0411b16dbc"}) {
            Bytes payload = BorshWriter(hex).bytes();
            payload.insert(payload.end(), 500, 0);
            const auto run = decode(payload);
            QVERIFY2(!run.result, hex);
            QCOMPARE(int(run.result.error().code), int(ErrorCode::BadDiscriminator));
            QVERIFY(!kPumpSwap.describe(payload));
        }
    }
    void knownEventsWithoutALayoutAreNotUnknown() {
        for (const char* hex :
             {"3f451c16305cc2b9", "2ddc5d181961ac68", "93fa6c78f71d43de", "e2d6f62107f293e5", "4facf631cd5bcee8",
              "929fbdac925838f4", "e8f5c2eeeada3a59", "6b34598137e25116", "6bfdc14ce4ca1b68", "6161d7905d92167c",
              "ae7c4af90451f611", "86240d48e86582d8", "aadd52c793a5f72e", "2bbcfa12dd4bbb5f", "f2e7eb664163bdd3",
              "5980f08d5bca4769", "966bc77b7ccf66e4", "c57aa77c74515bff", "e198ab57f63f42ea", "5a1741233ef4bcd0"}) {
            const auto run = decode(BorshWriter(hex).bytes());
            QVERIFY2(run.result, hex);
            QVERIFY(run.events.empty());
        }
    }
    void describesEveryField() {
        SwapTrade raw;
        raw.virtualQuote = -7;
        const auto fields = kPumpSwap.describe(raw.buy());
        QVERIFY(fields);
        QCOMPARE(fields->fields.size(), std::size_t{37});
        const std::map<std::string, std::string> named(fields->fields.begin(), fields->fields.end());
        QCOMPARE(named.at("virtual_quote_reserves"), std::string("-7"));
        QCOMPARE(named.at("max_quote_amount_in"), std::string("18446744073709551615"));
        QCOMPARE(named.at("can_boost"), std::string("true"));
        raw.virtualQuote = std::numeric_limits<Int128>::min();
        const auto least = kPumpSwap.describe(raw.sell());
        const std::map<std::string, std::string> leastNamed(least->fields.begin(), least->fields.end());
        QCOMPARE(leastNamed.at("virtual_quote_reserves"), std::string("-170141183460469231731687303715884105728"));
    }
    void flippedBytesNeverBreakTheDecoder() {
        std::mt19937_64 random(test::printedSeed(7));
        const std::vector<Bytes> good{SwapTrade{}.buy(), SwapTrade{}.sell(), SwapPool{}.bytes(),
                                      SwapLiquidity{}.bytes(true)};
        for (int i = 0; i < 20'000; ++i) {
            Bytes payload = good[test::below(random, good.size())];
            for (std::size_t flips = 1 + test::below(random, 4); flips > 0; --flips)
                payload[8 + test::below(random, payload.size() - 8)] = static_cast<std::uint8_t>(random());
            const auto run = decode(payload);
            QVERIFY(run.events.size() <= 1);
            QCOMPARE(run.events.empty(), !run.result);
        }
    }
};

QTEST_APPLESS_MAIN(TestPumpSwap)
#include "test_pumpswap.moc"
