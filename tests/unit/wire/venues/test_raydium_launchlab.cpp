// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "core/wire/dex/raydium_launchlab.h"

#include "tests/support/transaction_maker.h"
#endif

#include <QTest>

#include <limits>

using core::Graduated;
using core::Mint;
using core::Pubkey;
using core::Side;
using core::TokenCreated;
using core::Trade;
using core::Wallet;
using test::BorshWriter;
using test::Bytes;
using test::decodeLogs;
using test::decodeWhole;
using test::derivedKey;
using test::TransactionMaker;
using test::walletKey;

namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t kOldSize = 138;

const Pubkey kProgram = test::keyOf("LanMV9sAd7wArD4vJFi2qDdfnVhFxYSUg6eADduJ3uj");
const Pubkey kAuthority = test::keyOf("2DPAtwB8L12vrMRExbLuyGnC7n2J5LNoZQSejeQGpwkr");
const Pubkey kPayer = walletKey("payer");
const Pubkey kPool = derivedKey("pool");
const Pubkey kCoin = walletKey("coin");
const Pubkey kUserBase = derivedKey("user base");
const Pubkey kUserQuote = derivedKey("user quote");
const Pubkey kBaseVault = derivedKey("base vault");
const Pubkey kQuoteVault = derivedKey("quote vault");

// A curve with the program's defaults, a tenth of its coins sold.
struct TradeCase {
    bool buy = true;
    bool old = false;
    std::uint64_t forSale = 793'100'000'000'000, virtualBase = 1'073'025'605'596'382, virtualQuote = 30'000'852'951;
    std::uint64_t baseBefore = 0, quoteBefore = 0, baseAfter = 96'000'000'000'000, quoteAfter = 2'947'824'300;
    std::uint64_t in = 2'977'600'303, out = 96'000'000'000'000;
    std::uint64_t protocolFee = 7, platformFee = 8, creatorFee = 9, shareFee = 10;
    std::uint8_t direction = 0, status = 0;
    Pubkey coin = kCoin, quote = test::wrappedSol(), payer = kPayer;
    std::uint8_t decimals = 6;
};

TradeCase sellCase() {
    TradeCase c;
    c.buy = false;
    c.direction = 1;
    std::swap(c.baseBefore, c.baseAfter);
    std::swap(c.quoteBefore, c.quoteAfter);
    c.in = 96'000'000'000'000;
    c.out = 2'947'000'000;
    return c;
}

Bytes eventOf(const TradeCase& c) {
    BorshWriter out("bddb7fd34ee661ee");
    out.pubkey(kPool).u64(c.forSale).u64(c.virtualBase).u64(c.virtualQuote);
    out.u64(c.baseBefore).u64(c.quoteBefore).u64(c.baseAfter).u64(c.quoteAfter).u64(c.in).u64(c.out);
    out.u64(c.protocolFee).u64(c.platformFee);
    if (!c.old) out.u64(c.creatorFee);
    out.u64(c.shareFee).u8(c.direction).u8(c.status);
    if (!c.old) out.boolean(true);
    return out.bytes();
}

std::vector<Pubkey> accountsOf(const TradeCase& c) {
    return {c.payer,
            derivedKey("vault owner"),
            derivedKey("global"),
            derivedKey("platform"),
            kPool,
            kUserBase,
            kUserQuote,
            kBaseVault,
            kQuoteVault,
            c.coin,
            c.quote,
            walletKey("token program"),
            walletKey("token program"),
            kAuthority,
            kProgram};
}

Bytes tradeData(std::string_view kind = "faea0d7bd59c13ec") {
    return BorshWriter(kind).u64(1).u64(2).u64(0).bytes();
}

void addBalances(TransactionMaker& maker, const TradeCase& c, const Pubkey& owner = kPayer) {
    maker.balance(kUserBase, c.coin, owner, 1, 1, c.decimals);
    maker.balance(kUserQuote, c.quote, owner, 1, 1, 9);
}

TransactionMaker tradeOf(const TradeCase& c) {
    TransactionMaker maker(kPayer);
    maker.begin(kProgram, accountsOf(c), tradeData()).selfCpi(kAuthority, eventOf(c)).end();
    addBalances(maker, c);
    return maker;
}

struct CreateCase {
    std::uint8_t curve = 0;
    std::uint64_t supply = 1'000'000'000'000'000, forSale = 793'100'000'000'000, goal = 85'000'000'000, locked = 0;
    bool newer = false;
};

Bytes createdOf(const CreateCase& c) {
    BorshWriter out("97d7e20976a173ae");
    out.pubkey(kPool).pubkey(walletKey("creator")).pubkey(derivedKey("config"));
    out.u8(6).string("A name").string("SYM").string("https://example.org/1.json").u8(c.curve).u64(c.supply);
    if (c.curve == 0) out.u64(c.forSale);
    out.u64(c.goal).u8(1).u64(c.locked).u64(2).u64(3);
    if (c.newer) out.u8(1);
    return out.bytes();
}

std::vector<Pubkey> creationAccounts(std::size_t count = 18) {
    std::vector<Pubkey> accounts(count, derivedKey("filler"));
    accounts[0] = kPayer;
    accounts[1] = walletKey("creator");
    accounts[5] = kPool;
    accounts[6] = kCoin;
    accounts[7] = test::wrappedSol();
    return accounts;
}

TransactionMaker creationOf(const Bytes& event, std::string_view kind = "afaf6d1f0d989bed",
                            std::size_t count = 18) {
    TransactionMaker maker(kPayer);
    maker.begin(kProgram, creationAccounts(count), BorshWriter(kind).u8(6).bytes())
        .selfCpi(kAuthority, event)
        .end();
    return maker;
}

TokenCreated onlyCreation(const test::Decoded& decoded) {
    if (decoded.events.size() != 1) qFatal("%zu events, not one", decoded.events.size());
    return std::get<TokenCreated>(decoded.events[0].body);
}

}  // namespace

class TestRaydiumLaunchLab : public QObject {
    Q_OBJECT
private slots:
    void buyWithEveryField() {
        for (const bool old : {false, true}) {
            TradeCase c;
            c.old = old;
            const auto decoded = decodeWhole(tradeOf(c));
            QVERIFY(decoded.done);
            QCOMPARE(decoded.events.size(), std::size_t{1});
            QCOMPARE(decoded.events[0].at.path.value().text(), std::string{"0.0"});
            const Trade trade = decoded.trades().at(0);
            QCOMPARE(trade.venue.name(), std::string_view{"raydium_launchlab"});
            QVERIFY(trade.program == kProgram && trade.pool == kPool);
            QVERIFY(trade.mint == Mint{kCoin} && trade.quoteMint == Mint{test::wrappedSol()});
            QVERIFY(trade.wallet == Wallet{kPayer} && trade.side == Side::Buy);
            QCOMPARE(trade.baseAmount.value(), 96'000'000'000'000U);
            QVERIFY(!trade.baseUser);
            QCOMPARE(trade.quoteAmount.value(), 2'947'824'300U);
            QCOMPARE(trade.quoteUser.value().value(), 2'977'600'303U);
            QCOMPARE(trade.feeQuote.value().value(), old ? 25U : 34U);
            QCOMPARE(trade.baseDecimals.value(), 6);
            QCOMPARE(trade.quoteDecimals.value(), 9);
            const core::Reserves after = trade.after.value();
            QCOMPARE(after.base, 1'073'025'605'596'382U - 96'000'000'000'000U);
            QCOMPARE(after.quote, 30'000'852'951U + 2'947'824'300U);
            QCOMPARE(after.realBase.value(), 793'100'000'000'000U - 96'000'000'000'000U);
            QCOMPARE(after.realQuote.value(), 2'947'824'300U);
        }
    }

    void sell() {
        for (const bool old : {false, true}) {
            TradeCase c = sellCase();
            c.old = old;
            const Trade trade = decodeWhole(tradeOf(c)).trades().at(0);
            QVERIFY(trade.side == Side::Sell && trade.wallet == Wallet{kPayer} && trade.mint == Mint{kCoin});
            QCOMPARE(trade.baseAmount.value(), 96'000'000'000'000U);
            QCOMPARE(trade.quoteAmount.value(), 2'947'824'300U);
            QCOMPARE(trade.quoteUser.value().value(), 2'947'000'000U);
            QCOMPARE(trade.feeQuote.value().value(), old ? 25U : 34U);
            QCOMPARE(trade.after.value().quote, 30'000'852'951U);
            QCOMPARE(trade.after.value().realQuote.value(), 0U);
        }
    }

    void transferFee() {
        TradeCase c = sellCase();
        c.in += 500;  // withheld on the way to the vault
        const Trade trade = decodeWhole(tradeOf(c)).trades().at(0);
        QCOMPARE(trade.baseAmount.value(), 96'000'000'000'000U);
        QCOMPARE(trade.baseUser.value().value(), 96'000'000'000'500U);
    }

    void curveQuotedInAnotherCoin() {
        for (TradeCase c : {TradeCase{}, sellCase()}) {
            c.quote = walletKey("another coin");
            const Trade trade = decodeWhole(tradeOf(c)).trades().at(0);
            QVERIFY(trade.mint == Mint{kCoin} && trade.quoteMint == Mint{c.quote});
            QCOMPARE(trade.side == Side::Buy, c.buy);
        }
        TradeCase c;
        c.quote = test::usdc();
        QVERIFY(decodeWhole(tradeOf(c)).trades().at(0).quoteMint == Mint{test::usdc()});
        c.coin = test::wrappedSol();
        QCOMPARE(decodeWhole(tradeOf(c)).counted("bad_value"), 1U);
    }

    void anotherKindOfCurveHasNoProduct() {
        TradeCase c;
        c.quoteAfter /= 2;
        const Trade trade = decodeWhole(tradeOf(c)).trades().at(0);
        QVERIFY(!trade.after);
        QCOMPARE(trade.quoteAmount.value(), 1'473'912'150U);
    }

    void cutAtEveryByte() {
        const Bytes whole = eventOf({});
        QCOMPARE(whole.size(), std::size_t{147});
        for (std::size_t size = 0; size < whole.size(); ++size) {
            // Exactly the old length reads as the old form; only its last fields tell them apart, and here
            // they make no direction.
            TradeCase c;
            c.shareFee = 0xffff;
            const Bytes event = eventOf(c);
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, accountsOf({}), tradeData())
                .selfCpi(kAuthority, Bytes(event.begin(), event.begin() + static_cast<std::ptrdiff_t>(size)))
                .end();
            const auto decoded = decodeWhole(maker);
            QVERIFY(decoded.trades().empty());
            QCOMPARE(decoded.counted(size == kOldSize ? "bad_value" : "truncated"), 1U);
        }
        Bytes longer = whole;
        longer.insert(longer.end(), 11, 0);
        QCOMPARE(core::wire::kRaydiumLaunchLab.describe(longer).value().trailingBytes, std::size_t{11});
        TransactionMaker maker(kPayer);
        maker.begin(kProgram, accountsOf({}), tradeData()).selfCpi(kAuthority, longer).end();
        QCOMPARE(decodeWhole(maker).trades().size(), std::size_t{1});
    }

    void contradictions() {
        TradeCase c;
        c.direction = 1;
        QCOMPARE(decodeWhole(tradeOf(c)).counted("bad_value"), 1U);
        c.direction = 2;
        QCOMPARE(decodeWhole(tradeOf(c)).counted("bad_value"), 1U);
        TradeCase half;
        half.quoteBefore = half.quoteAfter + 1;
        QCOMPARE(decodeWhole(tradeOf(half)).counted("bad_value"), 1U);
    }

    void hostileNumbers() {
        TradeCase c;
        c.forSale = c.virtualBase = c.virtualQuote = c.baseAfter = c.quoteAfter = c.in = c.out = kMost;
        c.protocolFee = c.platformFee = kMost;
        c.decimals = 255;
        const Trade trade = decodeWhole(tradeOf(c)).trades().at(0);
        QCOMPARE(trade.baseAmount.value(), kMost);
        QCOMPARE(trade.quoteAmount.value(), kMost);
        QCOMPARE(trade.baseDecimals.value(), 255);
        QVERIFY(!trade.after && !trade.feeQuote);
    }

    void wrongAccounts() {
        const TradeCase c;
        const auto all = accountsOf(c);
        for (std::size_t count = 0; count < all.size(); ++count) {
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)}, tradeData())
                .selfCpi(kAuthority, eventOf(c))
                .end();
            const auto decoded = decodeWhole(maker);
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("bad_shape"), 1U);
        }
        auto accounts = all;
        accounts[4] = derivedKey("another pool");
        TransactionMaker maker(kPayer);
        maker.begin(kProgram, accounts, tradeData()).selfCpi(kAuthority, eventOf(c)).end();
        QCOMPARE(decodeWhole(maker).counted("bad_shape"), 1U);
    }

    void imitators() {
        const TradeCase c;
        const Pubkey imitator = walletKey("imitator");
        TransactionMaker own(kPayer);
        own.begin(imitator, accountsOf(c), tradeData()).logData(eventOf(c)).selfCpi(kAuthority, eventOf(c)).end();
        QVERIFY(decodeWhole(own).events.empty());
        // Its call reaches the program, but neither from the program nor with its authority.
        TransactionMaker call(kPayer);
        call.begin(imitator, accountsOf(c), tradeData())
            .begin(kProgram, {derivedKey("not the authority")},
                   BorshWriter("e445a52e51cb9a1d").raw(eventOf(c)).bytes())
            .end()
            .end();
        QVERIFY(decodeWhole(call).events.empty());
        // The program prints no events; text under its name in the log is none of its own.
        TransactionMaker printed(kPayer);
        printed.begin(kProgram, accountsOf(c), {1, 2, 3, 4, 5, 6, 7, 8}).logData(eventOf(c)).end();
        QVERIFY(decodeWhole(printed).events.empty());
        QVERIFY(decodeLogs(printed).events.empty());
    }

    void failedAndUnresolved() {
        const TradeCase c;
        const auto failed = decodeWhole(tradeOf(c).failed());
        QVERIFY(failed.done && failed.events.empty());
        const auto unresolved = decodeWhole(tradeOf(c).lookup(kPool).withoutLoadedAddresses());
        QVERIFY(unresolved.events.empty());
        QVERIFY(unresolved.done.error().code == core::ErrorCode::BadShape);
        QCOMPARE(decodeWhole(tradeOf(c).lookup(kPool)).trades().size(), std::size_t{1});
    }

    void tradeWithoutItsEvent() {
        for (const std::string_view kind :
             {"faea0d7bd59c13ec", "18d3742869039938", "9527de9bd37c981a", "5fc8472208090ba6"}) {
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, accountsOf({}), tradeData(kind)).end();
            QCOMPARE(decodeWhole(maker).counted("bad_shape"), 1U);
            QCOMPARE(decodeWhole(maker.withoutInner()).counted("needs_transaction"), 1U);
        }
    }

    void routerWithItsOwnAddress() {
        TradeCase c;
        c.payer = derivedKey("router authority");
        const Pubkey trader = walletKey("trader");
        const Pubkey traderAccount = derivedKey("trader's account");
        TransactionMaker maker(kPayer);
        maker.begin(test::keyOf("JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4"), {kPayer}, {1});
        maker.begin(kProgram, accountsOf(c), tradeData()).selfCpi(kAuthority, eventOf(c)).end();
        maker.transfer(kUserBase, traderAccount, c.payer, c.out).end();
        addBalances(maker, c, c.payer);
        maker.balance(traderAccount, kCoin, trader, 0, c.out, 6);
        const auto trades = decodeWhole(maker).trades();
        QCOMPARE(trades.size(), std::size_t{1});
        QVERIFY(trades[0].wallet == Wallet{trader});
        QCOMPARE(trades[0].route.name(), std::string_view{"jupiter"});
    }

    void creation() {
        struct Form {
            std::string_view kind;
            std::size_t count;
            bool newer;
        };
        for (const Form& form : {Form{"afaf6d1f0d989bed", 18, false}, Form{"4399af27da102620", 18, true},
                                 Form{"25be7ede2c9aab11", 15, true}}) {
            CreateCase c;
            c.newer = form.newer;
            const auto decoded = decodeWhole(creationOf(createdOf(c), form.kind, form.count));
            const TokenCreated created = onlyCreation(decoded);
            QCOMPARE(decoded.events[0].at.path.value().text(), std::string{"0.0"});
            QCOMPARE(created.venue.name(), std::string_view{"raydium_launchlab"});
            QVERIFY(created.mint == Mint{kCoin} && created.quoteMint == Mint{test::wrappedSol()});
            QCOMPARE(created.name, std::string{"A name"});
            QCOMPARE(created.symbol, std::string{"SYM"});
            QCOMPARE(created.uri, std::string{"https://example.org/1.json"});
            QVERIFY(created.creator == Wallet{walletKey("creator")} && !created.feeCreator);
            QVERIFY(created.bondingCurve == kPool);
            QCOMPARE(created.supply.value().value(), c.supply);
            // The program's defaults (solana-wire section 17).
            QCOMPARE(created.reserves.value().base, 1'073'025'605'596'382U);
            QCOMPARE(created.reserves.value().quote, 30'000'852'951U);
            QCOMPARE(created.reserves.value().realBase.value(), c.forSale);
            QCOMPARE(created.reserves.value().realQuote.value(), 0U);
        }
    }

    void curvesWithoutAProduct() {
        for (const std::uint8_t curve : {std::uint8_t{1}, std::uint8_t{2}}) {
            CreateCase c;
            c.curve = curve;
            const TokenCreated created = onlyCreation(decodeWhole(creationOf(createdOf(c))));
            QVERIFY(!created.reserves);
            QCOMPARE(created.supply.value().value(), c.supply);
        }
        CreateCase unknown;
        unknown.curve = 3;
        QCOMPARE(decodeWhole(creationOf(createdOf(unknown))).counted("bad_value"), 1U);
        // Parameters that the program would refuse must not divide by zero or leave 64 bits.
        for (const auto& [supply, forSale, goal, locked] :
             {std::array{kMost, kMost, kMost, std::uint64_t{0}},
              std::array{kMost, kMost - 1, kMost, std::uint64_t{0}},
              std::array{std::uint64_t{0}, kMost, kMost, kMost}, std::array<std::uint64_t, 4>{10, 5, 1, 5},
              std::array<std::uint64_t, 4>{0, 0, 0, 0}, std::array{kMost, kMost / 2, kMost, kMost / 4}}) {
            CreateCase c;
            c.supply = supply;
            c.forSale = forSale;
            c.goal = goal;
            c.locked = locked;
            QVERIFY(!onlyCreation(decodeWhole(creationOf(createdOf(c)))).reserves);
        }
    }

    void creationCutOrMisplaced() {
        const Bytes whole = createdOf({});
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto decoded =
                decodeWhole(creationOf(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))));
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("truncated"), 1U);
        }
        QCOMPARE(decodeWhole(creationOf(whole, "afaf6d1f0d989bed", 14)).counted("bad_shape"), 1U);
        auto accounts = creationAccounts();
        accounts[5] = derivedKey("another pool");
        TransactionMaker maker(kPayer);
        maker.begin(kProgram, accounts, BorshWriter("afaf6d1f0d989bed").bytes()).selfCpi(kAuthority, whole).end();
        QCOMPARE(decodeWhole(maker).counted("bad_shape"), 1U);
    }

    void migrations() {
        struct Form {
            std::string_view kind, target;
            std::size_t count, program, pool;
        };
        for (const Form& form :
             {Form{"cf52c091fecf91df", "675kPX9MHTjS2zt1qfr1NYHuzeLXfQM9H24wFSUt1Mp8", 32, 12, 13},
              Form{"885cc8671cda908c", "CPMMoo8L3F4NbTegBCKVNunggL7H1ZpdTHKxQB5qKP1C", 28, 4, 5}}) {
            std::vector<Pubkey> accounts(form.count, derivedKey("filler"));
            accounts[0] = kPayer;
            accounts[1] = kCoin;
            accounts[2] = test::wrappedSol();
            accounts[form.program] = test::keyOf(form.target);
            accounts[form.pool] = derivedKey("new pool");
            const auto run = [&](const std::vector<Pubkey>& with) {
                TransactionMaker maker(kPayer);
                maker.begin(kProgram, with, BorshWriter(form.kind).bytes()).end();
                return decodeWhole(maker);
            };
            const auto decoded = run(accounts);
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& graduated = std::get<Graduated>(decoded.events[0].body);
            QVERIFY(graduated.mint == Mint{kCoin} && graduated.toPool == derivedKey("new pool"));
            QCOMPARE(graduated.from.name(), std::string_view{"raydium_launchlab"});
            auto few = accounts;
            few.pop_back();
            QCOMPARE(run(few).counted("bad_shape"), 1U);
            accounts[form.program] = walletKey("another program");
            QCOMPARE(run(accounts).counted("bad_shape"), 1U);
        }
    }

    void unknownIsCounted() {
        TransactionMaker maker(kPayer);
        maker.begin(kProgram, {kPayer}, {1, 2, 3, 4, 5, 6, 7, 8})
            .selfCpi(kAuthority, {8, 7, 6, 5, 4, 3, 2, 1})
            .end();
        QCOMPARE(decodeWhole(maker).counted("bad_discriminator"), 1U);
        TransactionMaker silent(kPayer);
        silent.begin(kProgram, {kPayer}, {1, 2, 3, 4, 5, 6, 7, 8})
            .selfCpi(kAuthority, BorshWriter("15c2725778d3e220").bytes())
            .end();
        QVERIFY(decodeWhole(silent).stats.undecoded.empty());
    }
};

QTEST_GUILESS_MAIN(TestRaydiumLaunchLab)
#include "test_raydium_launchlab.moc"
