// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/quote_asset.h"
#include "core/wire/dex/pumpfun.h"
#include "tests/support/pump_events.h"
#include "tests/support/seed.h"
#include "tests/support/venue_run.h"
#endif

#include <QTest>

#include <limits>
#include <map>
#include <set>

using namespace core;
using core::wire::kPumpFun;
using core::wire::PoolDirectory;
using test::BorshWriter;
using test::Bytes;
using test::keyOf;
using test::PumpCreate;
using test::PumpMigration;
using test::PumpTrade;

namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
const Mint kUsdc = Mint::fromBase58("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v").value();
constexpr std::array kTradeFields{8, 10, 16, 20, 21, 22, 23, 25, 32};
constexpr std::array kCreateFields{6, 12, 14, 15, 17};

test::VenueRun decode(const Bytes& payload) {
    PoolDirectory pools;
    return test::decodePayload(kPumpFun, payload, pools);
}

template <class Body>
const Body* only(const test::VenueRun& run) {
    return run.result && run.events.size() == 1 ? std::get_if<Body>(&run.events[0].body) : nullptr;
}

// One form per known length, so that a cut event can be told from an older one.
std::map<std::size_t, Bytes> tradeForms(const PumpTrade& trade) {
    std::map<std::size_t, Bytes> out;
    for (const int fields : kTradeFields) {
        Bytes bytes = trade.bytes(fields);
        out.emplace(bytes.size(), std::move(bytes));
    }
    return out;
}

std::map<std::size_t, Bytes> createForms(const PumpCreate& create) {
    std::map<std::size_t, Bytes> out;
    for (const int fields : kCreateFields) {
        Bytes bytes = create.bytes(fields);
        out.emplace(bytes.size(), std::move(bytes));
    }
    return out;
}

}  // namespace

class TestPumpFun : public QObject {
    Q_OBJECT

private slots:
    void tradeGenerations_data() {
        QTest::addColumn<int>("fields");
        QTest::addColumn<bool>("buy");
        QTest::addColumn<QByteArray>("ixName");
        QTest::addColumn<int>("shareholders");
        QTest::addColumn<int>("length");
        const auto row = [](int fields, bool buy, const char* ixName, int shareholders, int length) {
            QTest::addRow("%d bytes, %s", length, buy ? "buy" : "sell")
                << fields << buy << QByteArray(ixName) << shareholders << length;
        };
        row(8, true, "buy", 0, 113);
        row(8, false, "sell", 0, 113);
        row(10, true, "buy", 0, 129);
        row(10, false, "sell", 0, 129);
        row(16, true, "buy", 0, 225);
        row(16, false, "sell", 0, 225);
        row(20, true, "buy", 0, 250);
        row(21, false, "sell", 0, 258);
        row(22, true, "", 0, 262);
        row(22, true, "buy", 0, 265);
        row(23, false, "sell", 0, 267);
        row(25, true, "buy", 0, 282);
        row(32, true, "buy", 0, 358);
        row(32, false, "sell", 0, 359);
        row(32, true, "buy_exact_sol_in", 0, 371);
        row(32, true, "buy_exact_quote_in", 0, 373);
        row(32, true, "buy", 1, 392);
        row(32, false, "sell", 10, 699);
    }
    void tradeGenerations() {
        QFETCH(int, fields);
        QFETCH(bool, buy);
        QFETCH(QByteArray, ixName);
        QFETCH(int, shareholders);
        QFETCH(int, length);
        PumpTrade raw;
        raw.isBuy = buy;
        raw.ixName = ixName.toStdString();
        for (int i = 0; i < shareholders; ++i)
            raw.shareholders.emplace_back(keyOf<Pubkey>(static_cast<std::uint8_t>(60 + i)), 1000);
        const Bytes payload = raw.bytes(fields);
        QCOMPARE(int(payload.size()), length);

        const auto run = decode(payload);
        const Trade* trade = only<Trade>(run);
        QVERIFY2(trade != nullptr, run.result ? "no trade" : run.result.error().message().c_str());
        QCOMPARE(trade->venue.name(), std::string_view("pumpfun"));
        QVERIFY(trade->mint == raw.mint);
        QVERIFY(trade->quoteMint == wrappedSolMint());
        QVERIFY(trade->wallet == raw.user);
        QVERIFY(trade->side == (buy ? Side::Buy : Side::Sell));
        QCOMPARE(trade->baseAmount.value(), raw.tokenAmount);
        QCOMPARE(trade->quoteAmount.value(), raw.solAmount);
        QVERIFY(trade->baseDecimals == std::uint8_t{6});
        QVERIFY(trade->quoteDecimals == std::uint8_t{9});
        QVERIFY(run.events[0].at.blockTime == BlockTime{raw.timestamp});
        QVERIFY(!trade->pool);
        QVERIFY(trade->route.empty());

        QVERIFY(trade->after.has_value());
        QCOMPARE(trade->after->base, raw.virtualTokens);
        QCOMPARE(trade->after->quote, raw.virtualSol);
        // What a generation does not say is unknown, never zero.
        QVERIFY(trade->after->realBase == (fields >= 10 ? std::optional{raw.realTokens} : std::nullopt));
        QVERIFY(trade->after->realQuote == (fields >= 10 ? std::optional{raw.realSol} : std::nullopt));
        QVERIFY(trade->creator == (fields >= 16 ? std::optional{raw.creator} : std::nullopt));
        if (fields < 16) {
            QVERIFY(!trade->feeQuote);
            QVERIFY(!trade->quoteUser);
        } else {
            const std::uint64_t fees = raw.fee + raw.creatorFee + (fields >= 25 ? raw.cashback : 0);
            QVERIFY(trade->feeQuote == TokenAmount{fees});
            QVERIFY(trade->quoteUser == TokenAmount{buy ? raw.solAmount + fees : raw.solAmount - fees});
        }
    }
    void tradeOnACurveQuotedInUsdc() {
        PumpTrade raw;
        raw.quoteMint = kUsdc;
        raw.solAmount = 0;
        const auto run = decode(raw.bytes());
        const Trade* trade = only<Trade>(run);
        QVERIFY(trade != nullptr);
        QVERIFY(trade->quoteMint == kUsdc);
        QVERIFY(trade->quoteDecimals == std::uint8_t{6});
        QCOMPARE(trade->quoteAmount.value(), raw.quoteAmount);
        QCOMPARE(trade->after->quote, raw.virtualQuote);
        QVERIFY(trade->after->realQuote == raw.realQuote);

        raw.quoteMint = keyOf<Mint>(77);
        const auto other = decode(raw.bytes());
        QVERIFY(only<Trade>(other) != nullptr);
        QVERIFY(!only<Trade>(other)->quoteDecimals);
    }
    void curveComesFromTheInstruction() {
        const PumpTrade raw;
        wire::TransactionView transaction;
        for (std::uint8_t i = 0; i < 30; ++i) {
            transaction.keys.push_back(keyOf<Pubkey>(static_cast<std::uint8_t>(100 + i)));
            transaction.accountIndexes.push_back(i);
        }
        wire::InstructionView buy;
        buy.accountsCount = 16;
        PoolDirectory pools;
        transaction.keys[2] = Pubkey{raw.mint};
        auto run = test::decodePayload(kPumpFun, raw.bytes(), pools, &transaction, &buy);
        QVERIFY(only<Trade>(run)->pool == transaction.keys[3]);
        // The v2 forms have the coin at 1 and the curve at 10.
        transaction.keys[1] = Pubkey{raw.mint};
        buy.accountsCount = 27;
        run = test::decodePayload(kPumpFun, raw.bytes(), pools, &transaction, &buy);
        QVERIFY(only<Trade>(run)->pool == transaction.keys[10]);
        buy.accountsCount = 3;
        run = test::decodePayload(kPumpFun, raw.bytes(), pools, &transaction, &buy);
        QVERIFY(only<Trade>(run) != nullptr);
        QVERIFY(!only<Trade>(run)->pool);
    }
    void createForms_data() {
        QTest::addColumn<int>("fields");
        for (const int fields : kCreateFields) QTest::addRow("%d fields", fields) << fields;
    }
    void createForms() {
        QFETCH(int, fields);
        const PumpCreate raw;
        const auto run = decode(raw.bytes(fields));
        const TokenCreated* created = only<TokenCreated>(run);
        QVERIFY2(created != nullptr, run.result ? "no creation" : run.result.error().message().c_str());
        QCOMPARE(created->venue.name(), std::string_view("pumpfun"));
        QVERIFY(created->mint == raw.mint);
        QCOMPARE(created->name, raw.name);
        QCOMPARE(created->symbol, raw.symbol);
        QCOMPARE(created->uri, raw.uri);
        QVERIFY(created->creator == raw.user);
        QVERIFY(created->bondingCurve == raw.curve);
        QVERIFY(created->quoteMint == wrappedSolMint());
        if (fields == 6) {
            QVERIFY(!created->feeCreator);
            QVERIFY(!created->supply);
            QVERIFY(!created->reserves);
            QVERIFY(!run.events[0].at.blockTime);
            return;
        }
        QVERIFY(created->feeCreator == raw.creator);
        QVERIFY(created->supply == TokenAmount{raw.supply});
        QVERIFY(run.events[0].at.blockTime == BlockTime{raw.timestamp});
        QVERIFY(created->reserves.has_value());
        QCOMPARE(created->reserves->base, raw.virtualTokens);
        QCOMPARE(created->reserves->quote, raw.virtualSol);
        QVERIFY(created->reserves->realBase == raw.realTokens);
        QVERIFY(!created->reserves->realQuote);
    }
    void createByItsOwnCreatorHasNoOtherFeeCreator() {
        PumpCreate raw;
        raw.creator = raw.user;
        QVERIFY(!only<TokenCreated>(decode(raw.bytes()))->feeCreator);
    }
    void createQuotedInUsdc() {
        PumpCreate raw;
        raw.quoteMint = kUsdc;
        const auto run = decode(raw.bytes());
        QVERIFY(only<TokenCreated>(run)->quoteMint == kUsdc);
        QCOMPARE(only<TokenCreated>(run)->reserves->quote, raw.virtualQuote);
    }
    void migration_data() {
        QTest::addColumn<int>("fields");
        QTest::addColumn<int>("length");
        QTest::newRow("168 bytes") << 8 << 168;
        QTest::newRow("200 bytes") << 9 << 200;
    }
    void migration() {
        QFETCH(int, fields);
        QFETCH(int, length);
        const PumpMigration raw;
        const Bytes payload = raw.bytes(fields);
        QCOMPARE(int(payload.size()), length);
        PoolDirectory pools;
        const auto run = test::decodePayload(kPumpFun, payload, pools);
        const Graduated* graduated = only<Graduated>(run);
        QVERIFY(graduated != nullptr);
        QVERIFY(graduated->mint == raw.mint);
        QCOMPARE(graduated->from.name(), std::string_view("pumpfun"));
        QVERIFY(graduated->toPool == raw.pool);
        QVERIFY(run.events[0].at.blockTime == BlockTime{raw.timestamp});
        // The pool's later events carry no mints: they are known from here on.
        const auto* sides = pools.find(raw.pool);
        QVERIFY(sides != nullptr);
        QVERIFY(sides->base == raw.mint);
        QVERIFY(sides->quote == wrappedSolMint());
        QVERIFY(sides->baseDecimals == std::uint8_t{6});
        QVERIFY(sides->quoteDecimals == std::uint8_t{9});
    }
    void completeHasItsLengths() {
        QCOMPARE(test::PumpComplete{}.bytes(4).size(), std::size_t{112});
        QCOMPARE(test::PumpComplete{}.bytes(5).size(), std::size_t{144});
        for (const int fields : {4, 5}) {
            const auto run = decode(test::PumpComplete{}.bytes(fields));
            QVERIFY(run.result);
            QVERIFY(run.events.empty());
        }
    }
    void otherEventsMoveNothing() {
        for (const auto& [name, payload] : test::pumpSilentEvents()) {
            const auto run = decode(payload);
            QVERIFY2(run.result, name.c_str());
            QVERIFY2(run.events.empty(), name.c_str());
            const auto fields = kPumpFun.describe(payload);
            QVERIFY2(fields, name.c_str());
            QCOMPARE(std::string(fields->event), name);
            QCOMPARE(fields->trailingBytes, std::size_t{0});
        }
    }
    void knownEventsWithoutALayoutAreNotUnknown() {
        for (const char* hex :
             {"4045c0681d1e196b", "f53b46224bb96d5c", "93fa6c78f71d43de", "e2d6f62107f293e5", "4facf631cd5bcee8",
              "929fbdac925838f4", "86240d48e86582d8", "a8d884efebb63134", "2bbcfa12dd4bbb5f", "8ecb06207f69bfa2",
              "dfc39ff63e308f83", "c57aa77c74515bff", "b6c3892a23cecff7"}) {
            const auto run = decode(BorshWriter(hex).bytes());
            QVERIFY2(run.result, hex);
            QVERIFY(run.events.empty());
        }
    }
    void describesEveryField() {
        PumpTrade raw;
        raw.shareholders = {{keyOf<Pubkey>(8), 10'000}};
        const auto fields = kPumpFun.describe(raw.bytes());
        QVERIFY(fields);
        QCOMPARE(std::string(fields->event), std::string("TradeEvent"));
        QCOMPARE(fields->fields.size(), std::size_t{32});
        std::map<std::string, std::string> named(fields->fields.begin(), fields->fields.end());
        QCOMPARE(named["mint"], raw.mint.base58());
        QCOMPARE(named["sol_amount"], std::string("1000000007"));
        QCOMPARE(named["is_buy"], std::string("true"));
        QCOMPARE(named["ix_name"], std::string("buy"));
        QCOMPARE(named["shareholders"],
                 "[{\"address\":\"" + keyOf<Pubkey>(8).base58() + "\",\"share_bps\":\"10000\"}]");
        QCOMPARE(named["real_quote_reserves"], std::to_string(raw.realQuote));
        QCOMPARE(kPumpFun.describe(raw.bytes(8))->fields.size(), std::size_t{8});
        QVERIFY(!kPumpFun.describe(BorshWriter("0011223344556677").bytes()));
    }
    void bytesOfANewerGenerationAreLeftAlone() {
        const PumpTrade raw;
        Bytes payload = raw.bytes();
        const std::string known = test::textOf(decode(payload).events);
        payload.insert(payload.end(), 16, 0xEE);
        QCOMPARE(test::textOf(decode(payload).events), known);
        QCOMPARE(kPumpFun.describe(payload)->trailingBytes, std::size_t{16});
    }

    // A cut event is an error, or exactly what the older program would have written.
    void cutTradesAreErrorsOrOlder() {
        for (const bool shared : {false, true}) {
            PumpTrade raw;
            if (shared) raw.shareholders = {{keyOf<Pubkey>(8), 6000}, {keyOf<Pubkey>(9), 4000}};
            const auto forms = tradeForms(raw);
            const Bytes& whole = forms.rbegin()->second;
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const auto run = decode(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
                if (const auto form = forms.find(size); form != forms.end()) {
                    QVERIFY2(run.result, qPrintable(QString::number(size)));
                    QCOMPARE(test::textOf(run.events), test::textOf(decode(form->second).events));
                } else {
                    QVERIFY2(!run.result && run.events.empty(), qPrintable(QString::number(size)));
                    QCOMPARE(int(run.result.error().code), int(ErrorCode::Truncated));
                }
            }
        }
    }
    void cutCreatesAreErrorsOrOlder() {
        const PumpCreate raw;
        const auto forms = ::createForms(raw);
        const Bytes& whole = forms.rbegin()->second;
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto run = decode(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
            if (const auto form = forms.find(size); form != forms.end())
                QCOMPARE(test::textOf(run.events), test::textOf(decode(form->second).events));
            else
                QVERIFY2(!run.result && run.events.empty(), qPrintable(QString::number(size)));
        }
    }
    void otherCutEventsAreErrors() {
        auto events = test::pumpSilentEvents();
        events.emplace_back("CompletePumpAmmMigrationEvent", PumpMigration{}.bytes());
        for (const auto& [name, whole] : events) {
            std::set<std::size_t> older;
            if (name == "CompleteEvent") older = {112};
            if (name == "CompletePumpAmmMigrationEvent") older = {168};
            // Both end with an optional quote mint.
            if (name == "CollectCreatorFeeEvent" || name == "DistributeCreatorFeesEvent")
                older = {whole.size() - 32};
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const auto run = decode(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
                QVERIFY2(run.result.has_value() == older.contains(size),
                         qPrintable(QString("%1 %2").arg(name.c_str()).arg(size)));
                if (!run.result) QVERIFY(run.events.empty());
            }
        }
    }

    void largestAmounts() {
        PumpTrade raw;
        raw.solAmount = raw.tokenAmount = raw.virtualSol = raw.virtualTokens = raw.realSol = raw.realTokens = kMax;
        raw.fee = raw.creatorFee = raw.cashback = kMax;
        for (const bool buy : {true, false}) {
            raw.isBuy = buy;
            const auto run = decode(raw.bytes());
            const Trade* trade = only<Trade>(run);
            QVERIFY(trade != nullptr);
            QCOMPARE(trade->baseAmount.value(), kMax);
            QCOMPARE(trade->quoteAmount.value(), kMax);
            QCOMPARE(trade->after->quote, kMax);
            QVERIFY(trade->after->realBase == kMax);
            // Fees that leave 64 bits are unknown, not a small wrapped number.
            QVERIFY(!trade->feeQuote);
            QVERIFY(!trade->quoteUser);
        }
        raw.fee = 1;
        raw.creatorFee = raw.cashback = 0;
        raw.isBuy = true;
        QVERIFY(only<Trade>(decode(raw.bytes()))->feeQuote == TokenAmount{1});
        QVERIFY(!only<Trade>(decode(raw.bytes()))->quoteUser);
        raw.isBuy = false;
        raw.solAmount = 0;
        QVERIFY(!only<Trade>(decode(raw.bytes()))->quoteUser);
    }
    void tradeOfNothingHasNoPrice() {
        PumpTrade raw;
        raw.tokenAmount = 0;
        const auto run = decode(raw.bytes());
        QVERIFY(only<Trade>(run) != nullptr);
        QVERIFY(!only<Trade>(run)->price().valid());
    }
    void booleansOfTwoAreCorrupt() {
        // is_buy, track_volume, mayhem_mode.
        for (const std::size_t at : {std::size_t{56}, std::size_t{225}, std::size_t{265}}) {
            Bytes payload = PumpTrade{}.bytes();
            QVERIFY(payload[at] <= 1);
            payload[at] = 2;
            const auto run = decode(payload);
            QVERIFY2(!run.result, qPrintable(QString::number(at)));
            QVERIFY(run.events.empty());
        }
    }
    void shareholderCountsCannotAllocate_data() {
        QTest::addColumn<quint32>("count");
        for (const quint32 count : {1U, 4U, 126'322'568U, 0x7fffffffU, 0x80000000U, 0xffffffffU})
            QTest::addRow("%u", count) << count;
    }
    void shareholderCountsCannotAllocate() {
        QFETCH(quint32, count);
        Bytes payload = PumpTrade{}.bytes();
        const std::size_t at = payload.size() - 60;  // the count, in front of quote_mint and three amounts
        for (unsigned i = 0; i < 4; ++i) payload[at + i] = static_cast<std::uint8_t>(count >> (8 * i));
        const auto run = decode(payload);
        QVERIFY(!run.result);
        QVERIFY(run.events.empty());
    }
    void stringLengthsCannotAllocate() {
        for (const std::size_t at : {std::size_t{8}, std::size_t{8 + 4 + 11}}) {
            for (const std::uint8_t high : {std::uint8_t{0x7f}, std::uint8_t{0xff}}) {
                Bytes payload = PumpCreate{}.bytes();
                for (std::size_t i = 0; i < 4; ++i) payload[at + i] = i == 3 ? high : 0xff;
                QVERIFY(!decode(payload).result);
            }
        }
        Bytes trade = PumpTrade{}.bytes();
        for (std::size_t i = 258; i < 262; ++i) trade[i] = 0xff;
        QVERIFY(!decode(trade).result);
    }
    void hostileNamesStayRaw() {
        PumpCreate raw;
        raw.name = std::string("\0\x1b[2J\xe2\x80\xaePEPE\n\xff\xc0\xaf", 17);
        raw.symbol = "\xf0\x9f\x92";
        raw.uri = "javascript:alert(1)";
        const auto run = decode(raw.bytes());
        const TokenCreated* created = only<TokenCreated>(run);
        QVERIFY(created != nullptr);
        QCOMPARE(created->name, raw.name);
        QCOMPARE(created->symbol, raw.symbol);
        raw.name = std::string(1'000'000, 'n');
        QCOMPARE(only<TokenCreated>(decode(raw.bytes()))->name.size(), std::size_t{1'000'000});
    }
    void quoteAssetsAreNoCoins() {
        for (const Mint& quote : {wrappedSolMint(), kUsdc}) {
            PumpTrade trade;
            trade.mint = quote;
            PumpCreate create;
            create.mint = quote;
            for (const Bytes& payload : {trade.bytes(), create.bytes()}) {
                const auto run = decode(payload);
                QVERIFY(!run.result);
                QCOMPARE(int(run.result.error().code), int(ErrorCode::BadValue));
                QVERIFY(run.events.empty());
            }
        }
    }
    void unknownDiscriminators() {
        for (const char* hex :
             {"0000000000000000", "ffffffffffffffff", "bddb7fd34ee661ef", "e445a52e51cb9a1d", "67f4521f2cf57777"}) {
            Bytes payload = BorshWriter(hex).bytes();
            payload.insert(payload.end(), 400, 1);
            const auto run = decode(payload);
            QVERIFY2(!run.result, hex);
            QCOMPARE(int(run.result.error().code), int(ErrorCode::BadDiscriminator));
            QVERIFY(run.events.empty());
        }
    }
    void flippedBytesNeverBreakTheDecoder() {
        std::mt19937_64 random(test::printedSeed(6));
        PumpTrade shared;
        shared.shareholders = {{keyOf<Pubkey>(8), 6000}};
        const std::vector<Bytes> good{PumpTrade{}.bytes(), shared.bytes(), PumpCreate{}.bytes(),
                                      PumpMigration{}.bytes()};
        for (int i = 0; i < 20'000; ++i) {
            Bytes payload = good[test::below(random, good.size())];
            for (std::size_t flips = 1 + test::below(random, 4); flips > 0; --flips)
                payload[8 + test::below(random, payload.size() - 8)] = static_cast<std::uint8_t>(random());
            const auto run = decode(payload);
            QVERIFY(run.events.size() <= 1);
            QCOMPARE(run.events.empty(), !run.result);
            if (run.result) QVERIFY(kPumpFun.describe(payload));
        }
    }
};

QTEST_APPLESS_MAIN(TestPumpFun)
#include "test_pumpfun.moc"
