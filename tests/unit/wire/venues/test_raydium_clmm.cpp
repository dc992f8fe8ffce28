// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "core/wire/dex/raydium_clmm.h"

#include "tests/support/transaction_maker.h"
#endif

#include <QTest>

#include <limits>

using core::LiquidityChange;
using core::Mint;
using core::Pubkey;
using core::Side;
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
constexpr std::size_t kOldSize = 205;

// A mint above or below another, so that a pool has it as token 1 or as token 0.
Pubkey mintBeside(const Pubkey& other, bool above) {
    for (int i = 0;; ++i) {
        const Pubkey key = walletKey("mint " + std::to_string(i));
        if ((other < key) == above) return key;
    }
}

const Pubkey kProgram = test::keyOf("CAMMCzo5YL8w4VFF8KVHrK22GGUsp5VTaW7grrKgrWqK");
const Pubkey kPayer = walletKey("payer");
const Pubkey kPool = derivedKey("pool");
const Pubkey kCoin = mintBeside(test::wrappedSol(), false);  // token 0; SOL is token 1
const Pubkey kVault0 = derivedKey("vault 0");
const Pubkey kVault1 = derivedKey("vault 1");
const Pubkey kUser0 = derivedKey("user 0");
const Pubkey kUser1 = derivedKey("user 1");

struct SwapCase {
    Pubkey pool = kPool, mint0 = kCoin, mint1 = test::wrappedSol();
    Pubkey user0 = kUser0, user1 = kUser1, vault0 = kVault0, vault1 = kVault1;
    Pubkey sender = kPayer;
    std::uint64_t amount0 = 8000, amount1 = 1000, withheld0 = 0, withheld1 = 0;
    bool zeroForOne = false;
    bool old = false;
    std::uint64_t fee0 = 0, fee1 = 4;
    std::uint8_t decimals = 6;
};

Bytes eventOf(const SwapCase& c) {
    BorshWriter out("40c6cde8260871e2");
    out.pubkey(c.pool).pubkey(c.sender).pubkey(c.user0).pubkey(c.user1);
    out.u64(c.amount0).u64(c.withheld0).u64(c.amount1).u64(c.withheld1).boolean(c.zeroForOne);
    out.u128(3, 7).u128(0, 99).i32(-12);
    if (!c.old) out.u64(c.fee0).u64(c.fee1);
    return out.bytes();
}

std::vector<Pubkey> accountsOf(const SwapCase& c, bool v2) {
    const bool zero = c.zeroForOne;
    std::vector<Pubkey> out{c.sender,
                            derivedKey("config"),
                            c.pool,
                            zero ? c.user0 : c.user1,
                            zero ? c.user1 : c.user0,
                            zero ? c.vault0 : c.vault1,
                            zero ? c.vault1 : c.vault0,
                            derivedKey("observation"),
                            walletKey("token program")};
    if (!v2) {
        out.push_back(derivedKey("tick array"));
        return out;
    }
    out.push_back(walletKey("token 2022"));
    out.push_back(walletKey("memo"));
    out.push_back(zero ? c.mint0 : c.mint1);
    out.push_back(zero ? c.mint1 : c.mint0);
    return out;
}

Bytes swapData(bool v2) {
    return BorshWriter(v2 ? "2b04ed0b1ac91e62" : "f8c69e91e17587c8").u64(1).u64(2).u128(0, 0).boolean(true).bytes();
}

void addTransfers(TransactionMaker& maker, const SwapCase& c) {
    const auto in = [&](bool zero) {
        maker.transferWithFee(zero ? c.user0 : c.user1, zero ? c.mint0 : c.mint1, zero ? c.vault0 : c.vault1,
                              c.sender, (zero ? c.amount0 : c.amount1) + (zero ? c.withheld0 : c.withheld1),
                              c.decimals, zero ? c.withheld0 : c.withheld1);
    };
    const auto out = [&](bool zero) {
        maker.transferWithFee(zero ? c.vault0 : c.vault1, zero ? c.mint0 : c.mint1, zero ? c.user0 : c.user1,
                              c.pool, (zero ? c.amount0 : c.amount1) + (zero ? c.withheld0 : c.withheld1),
                              c.decimals, zero ? c.withheld0 : c.withheld1);
    };
    in(c.zeroForOne);
    out(!c.zeroForOne);
}

void addBalances(TransactionMaker& maker, const SwapCase& c, const Pubkey& owner = kPayer) {
    const auto decimals = [&](const Pubkey& mint) {
        return mint == test::wrappedSol() ? std::uint8_t{9} : c.decimals;
    };
    maker.balance(c.vault0, c.mint0, c.pool, 1, 1, decimals(c.mint0));
    maker.balance(c.vault1, c.mint1, c.pool, 1, 1, decimals(c.mint1));
    maker.balance(c.user0, c.mint0, owner, 1, 1, decimals(c.mint0));
    maker.balance(c.user1, c.mint1, owner, 1, 1, decimals(c.mint1));
}

TransactionMaker swapOf(const SwapCase& c, bool v2 = true) {
    TransactionMaker maker(kPayer);
    maker.begin(kProgram, accountsOf(c, v2), swapData(v2)).logData(eventOf(c));
    addTransfers(maker, c);
    maker.end();
    addBalances(maker, c);
    return maker;
}

std::vector<Pubkey> placed(std::size_t count, std::size_t pool, std::size_t vault, std::size_t mint) {
    std::vector<Pubkey> accounts(count, derivedKey("filler"));
    accounts[0] = kPayer;
    accounts[pool] = kPool;
    accounts[vault] = kVault0;
    accounts[vault + 1] = kVault1;
    if (mint != 0) {
        accounts[mint] = kCoin;
        accounts[mint + 1] = test::wrappedSol();
    }
    return accounts;
}

struct LiquidityForm {
    std::string_view kind;
    std::size_t count, pool, vault, mint, skip;
    bool added, opens;
};
constexpr LiquidityForm kForms[] = {
    {"2e9cf3760dcdfbb2", 12, 2, 9, 0, 0, true, false},   {"851d59df45eeb00a", 15, 2, 9, 13, 0, true, false},
    {"a026d06f685b2c01", 12, 3, 5, 0, 0, false, false},  {"3a7fbc3e4f52c460", 16, 3, 5, 14, 0, false, false},
    {"87802f4d0f98f031", 19, 5, 12, 0, 16, true, true},  {"4db84ad67056f1c7", 22, 5, 12, 20, 16, true, true},
    {"4dffae527d1dc92e", 20, 4, 11, 18, 16, true, true},
};

Bytes liquidityData(const LiquidityForm& form, std::uint64_t liquidity) {
    return BorshWriter(form.kind).raw(Bytes(form.skip, 1)).u128(0, liquidity).u64(5).u64(6).bytes();
}

Bytes liquidityEvent(const LiquidityForm& form, std::uint64_t amount0, std::uint64_t amount1) {
    if (form.opens) {
        return BorshWriter("641e57f9c4df9ace")
            .pubkey(kPool)
            .pubkey(kPayer)
            .pubkey(kPayer)
            .i32(-5)
            .i32(5)
            .u128(0, 77)
            .u64(amount0)
            .u64(amount1)
            .u64(1)
            .u64(2)
            .bytes();
    }
    if (form.added) {
        return BorshWriter("314f69d420221e54")
            .pubkey(walletKey("nft"))
            .u128(0, 77)
            .u64(amount0)
            .u64(amount1)
            .u64(1)
            .u64(2)
            .bytes();
    }
    BorshWriter out("3ade563a44325538");
    out.pubkey(walletKey("nft")).u128(0, 77).u64(amount0).u64(amount1).u64(11).u64(12);
    return out.u64(1).u64(2).u64(3).u64(1).u64(2).bytes();
}

LiquidityChange onlyChange(const test::Decoded& decoded) {
    if (decoded.events.size() != 1) qFatal("%zu events, not one", decoded.events.size());
    return std::get<LiquidityChange>(decoded.events[0].body);
}

}  // namespace

class TestRaydiumClmm : public QObject {
    Q_OBJECT
private slots:
    void buyWithEveryField() {
        for (const bool v2 : {true, false}) {
            const auto decoded = decodeWhole(swapOf({}, v2));
            QVERIFY(decoded.done);
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const Trade trade = decoded.trades().at(0);
            QCOMPARE(trade.venue.name(), std::string_view{"raydium_clmm"});
            QVERIFY(trade.program == kProgram && trade.pool == kPool);
            QVERIFY(trade.mint == Mint{kCoin} && trade.quoteMint == Mint{test::wrappedSol()});
            QVERIFY(trade.wallet == Wallet{kPayer} && trade.side == Side::Buy);
            QCOMPARE(trade.baseAmount.value(), 8000U);
            QCOMPARE(trade.quoteAmount.value(), 1000U);
            QCOMPARE(trade.quoteUser.value().value(), 1000U);
            QVERIFY(!trade.baseUser && !trade.after);
            QCOMPARE(trade.feeQuote.value().value(), 4U);
            QCOMPARE(trade.baseDecimals.value(), 6);
            QCOMPARE(trade.quoteDecimals.value(), 9);
        }
    }

    void everyDirection() {
        for (const bool coinIsZero : {true, false}) {
            for (const bool zeroForOne : {true, false}) {
                SwapCase c;
                c.old = true;
                c.zeroForOne = zeroForOne;
                if (!coinIsZero) {
                    c.mint0 = test::wrappedSol();
                    c.mint1 = mintBeside(test::wrappedSol(), true);
                }
                const Trade trade = decodeWhole(swapOf(c)).trades().at(0);
                QVERIFY(trade.mint == Mint{coinIsZero ? c.mint0 : c.mint1});
                QCOMPARE(trade.side == Side::Sell, coinIsZero == zeroForOne);
                QCOMPARE(trade.baseAmount.value(), coinIsZero ? 8000U : 1000U);
                QCOMPARE(trade.quoteAmount.value(), coinIsZero ? 1000U : 8000U);
                QVERIFY(!trade.feeQuote);
            }
        }
        SwapCase coins;  // between two coins the sold one is the quote
        coins.mint1 = mintBeside(kCoin, true);
        coins.zeroForOne = true;
        const Trade trade = decodeWhole(swapOf(coins)).trades().at(0);
        QVERIFY(trade.mint == Mint{coins.mint1} && trade.quoteMint == Mint{kCoin} && trade.side == Side::Buy);
    }

    void transferFees() {
        // The event is without fees on both sides: what reached the pool, what reached the user.
        SwapCase buy;
        buy.withheld0 = 80;
        Trade trade = decodeWhole(swapOf(buy)).trades().at(0);
        QCOMPARE(trade.baseAmount.value(), 8080U);
        QCOMPARE(trade.baseUser.value().value(), 8000U);
        SwapCase sell = buy;
        sell.zeroForOne = true;
        trade = decodeWhole(swapOf(sell)).trades().at(0);
        QCOMPARE(trade.baseAmount.value(), 8000U);
        QCOMPARE(trade.baseUser.value().value(), 8080U);
    }

    void feesInQuoteUnitsOnly() {
        SwapCase c;
        c.fee0 = 9;
        c.fee1 = 0;
        QVERIFY(!decodeWhole(swapOf(c)).trades().at(0).feeQuote);
        c.fee0 = 0;
        QCOMPARE(decodeWhole(swapOf(c)).trades().at(0).feeQuote.value().value(), 0U);
    }

    void cutAtEveryByte() {
        const Bytes whole = eventOf({});
        QCOMPARE(whole.size(), std::size_t{221});
        for (std::size_t size = 0; size < whole.size(); ++size) {
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, accountsOf({}, true), swapData(true))
                .logData(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
            addTransfers(maker, {});
            maker.end();
            addBalances(maker, {});
            const auto decoded = decodeWhole(maker);
            QCOMPARE(decoded.trades().size(), size == kOldSize ? std::size_t{1} : std::size_t{0});
            QCOMPARE(decoded.counted("truncated"), size == kOldSize ? 0U : 1U);
        }
        Bytes longer = whole;
        longer.insert(longer.end(), 9, 1);
        QCOMPARE(core::wire::kRaydiumClmm.describe(longer).value().trailingBytes, std::size_t{9});
    }

    void cutLiquidityEvents() {
        const Bytes created = BorshWriter("195e4b2f7063353f")
                                  .pubkey(kCoin)
                                  .pubkey(kCoin)
                                  .u16(1)
                                  .pubkey(kPool)
                                  .u128(0, 1)
                                  .i32(1)
                                  .pubkey(kPool)
                                  .pubkey(kPool)
                                  .bytes();
        QCOMPARE(created.size(), std::size_t{190});
        const Bytes changed =
            BorshWriter("7ef0afce9e58996b").pubkey(kPool).i32(1).i32(2).i32(3).u128(0, 1).u128(0, 2).bytes();
        QCOMPARE(changed.size(), std::size_t{84});
        const Bytes increase = liquidityEvent(kForms[0], 1, 2);
        QCOMPARE(increase.size(), std::size_t{88});
        const Bytes decrease = liquidityEvent(kForms[2], 1, 2);
        QCOMPARE(decrease.size(), std::size_t{128});
        const Bytes open = liquidityEvent(kForms[4], 1, 2);
        for (const Bytes& event : {created, changed, increase, decrease, open}) {
            QVERIFY(core::wire::kRaydiumClmm.describe(event));
            for (std::size_t size = 0; size < event.size(); ++size) {
                const auto done = core::wire::kRaydiumClmm.describe({event.data(), size});
                // The forms of the time before Token-2022 lack the two transfer fees at the end.
                const bool older =
                    size + 16 == event.size() && &event != &created && event != changed && event != created;
                QVERIFY(done ? older : !older && done.error().code == core::ErrorCode::Truncated);
            }
        }
    }

    void mintsFromWhateverNamesThem() {
        // The user's accounts have no balance entry and plain transfers name no mint: the vaults do.
        SwapCase c;
        TransactionMaker vaults(kPayer);
        vaults.begin(kProgram, accountsOf(c, false), swapData(false)).logData(eventOf(c)).end();
        vaults.balance(kVault0, kCoin, kPool, 1, 1, 6).balance(kVault1, test::wrappedSol(), kPool, 1, 1, 9);
        QVERIFY(decodeWhole(vaults).trades().at(0).mint == Mint{kCoin});
        TransactionMaker v2(kPayer);
        v2.begin(kProgram, accountsOf(c, true), swapData(true)).logData(eventOf(c)).end();
        QVERIFY(decodeWhole(v2).trades().at(0).mint == Mint{kCoin});
        TransactionMaker none(kPayer);
        none.begin(kProgram, accountsOf(c, false), swapData(false)).logData(eventOf(c)).end();
        const auto decoded = decodeWhole(none);
        QVERIFY(decoded.trades().empty());
        QCOMPARE(decoded.counted("pool_unknown"), 1U);
    }

    void routeOfTwoPools() {
        SwapCase first;
        SwapCase second;
        second.pool = derivedKey("second pool");
        second.mint0 = kCoin;
        second.mint1 = mintBeside(kCoin, true);
        second.user0 = first.user0;
        second.user1 = derivedKey("user 2");
        second.vault0 = derivedKey("second vault 0");
        second.vault1 = derivedKey("second vault 1");
        second.amount0 = first.amount0;
        second.amount1 = 55;
        second.zeroForOne = true;
        std::vector<Pubkey> accounts{
            kPayer,           first.user1, first.mint1, walletKey("token program"), walletKey("token 2022"),
            walletKey("memo")};
        for (const SwapCase& c : {first, second}) {
            const bool zero = c.zeroForOne;
            for (const Pubkey& key : {derivedKey("config"), c.pool, zero ? c.user1 : c.user0,
                                      zero ? c.vault0 : c.vault1, zero ? c.vault1 : c.vault0,
                                      zero ? c.mint1 : c.mint0, derivedKey("observation"), derivedKey("ticks")})
                accounts.push_back(key);
        }
        for (const bool withEvents : {true, false}) {
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, accounts, BorshWriter("457d73daf5baf2c4").u64(1).u64(2).bytes());
            for (const SwapCase& c : {first, second}) {
                addTransfers(maker, c);
                if (withEvents) maker.logData(eventOf(c));
            }
            maker.end();
            addBalances(maker, first);
            addBalances(maker, second);
            const auto decoded = decodeWhole(maker);
            const auto trades = decoded.trades();
            QCOMPARE(trades.size(), std::size_t{2});
            QCOMPARE(decoded.events[0].at.path.value().text(), std::string{"0"});
            QVERIFY(decoded.events[0].at.path != decoded.events[1].at.path);
            QVERIFY(trades[0].mint == Mint{kCoin} && trades[0].side == Side::Buy);
            QVERIFY(trades[1].mint == Mint{second.mint1} && trades[1].quoteMint == Mint{kCoin});
            QCOMPARE(trades[1].baseAmount.value(), 55U);
            QVERIFY(trades[0].wallet == Wallet{kPayer} && trades[1].wallet == Wallet{kPayer});
            QVERIFY(trades[0].pool == first.pool && trades[1].pool == second.pool);
        }
        TransactionMaker nothing(kPayer);
        nothing.begin(kProgram, {accounts.begin(), accounts.begin() + 6},
                      BorshWriter("457d73daf5baf2c4").u64(1).u64(2).bytes());
        nothing.end();
        QCOMPARE(decodeWhole(nothing).counted("bad_shape"), 1U);
    }

    void logFeedTellsOnlyWhatItCan() {
        const SwapCase c;
        QCOMPARE(decodeLogs(swapOf(c)).counted("needs_transaction"), 1U);  // mints unknown
        const Bytes created = BorshWriter("195e4b2f7063353f")
                                  .pubkey(c.mint0)
                                  .pubkey(c.mint1)
                                  .u16(1)
                                  .pubkey(kPool)
                                  .u128(0, 1)
                                  .i32(1)
                                  .pubkey(kVault0)
                                  .pubkey(kVault1)
                                  .bytes();
        TransactionMaker known(kPayer);
        known.begin(kProgram, {}, {1}).logData(created).end();
        known.begin(kProgram, accountsOf(c, true), swapData(true)).logData(eventOf(c)).end();
        const auto decoded = decodeLogs(known);
        QCOMPARE(decoded.events.size(), std::size_t{1});
        const Trade trade = decoded.trades().at(0);
        QVERIFY(trade.mint == Mint{kCoin} && trade.side == Side::Buy && trade.wallet == Wallet{kPayer});
        QCOMPARE(decoded.events[0].at.path.value().text(), std::string{"1"});
        // Called by another program the sender may be that program's address.
        TransactionMaker inner(kPayer);
        inner.begin(kProgram, {}, {1}).logData(created).end();
        inner.begin(walletKey("router"), {}, {1});
        inner.begin(kProgram, accountsOf(c, true), swapData(true)).logData(eventOf(c)).end();
        inner.end();
        QVERIFY(decodeLogs(inner).events.empty());
        QCOMPARE(decodeLogs(inner).counted("needs_transaction"), 1U);
    }

    void wrongAccounts() {
        const SwapCase c;
        for (const bool v2 : {true, false}) {
            const auto all = accountsOf(c, v2);
            for (std::size_t count = 0; count < all.size(); ++count) {
                TransactionMaker maker(kPayer);
                maker.begin(kProgram, {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)},
                            swapData(v2));
                addTransfers(maker, c);
                maker.end();
                addBalances(maker, c);
                const auto decoded = decodeWhole(maker);
                QVERIFY(decoded.trades().empty());
                QCOMPARE(decoded.counted("bad_shape"), 1U);
            }
        }
        for (const LiquidityForm& form : kForms) {
            auto accounts = placed(form.count, form.pool, form.vault, form.mint);
            accounts.pop_back();
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, accounts, liquidityData(form, 7)).logData(liquidityEvent(form, 1, 2)).end();
            const auto decoded = decodeWhole(maker);
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("bad_shape"), 1U);
        }
    }

    void imitatorFailedAndUnresolved() {
        const SwapCase c;
        TransactionMaker imitator(kPayer);
        imitator.begin(walletKey("imitator"), accountsOf(c, true), swapData(true)).logData(eventOf(c)).end();
        addBalances(imitator, c);
        QVERIFY(decodeWhole(imitator).events.empty());
        QVERIFY(decodeLogs(imitator).events.empty());
        const auto failed = decodeWhole(swapOf(c).failed());
        QVERIFY(failed.done && failed.events.empty());
        const auto unresolved = decodeWhole(swapOf(c).lookup(kVault0).withoutLoadedAddresses());
        QVERIFY(unresolved.events.empty());
        QVERIFY(unresolved.done.error().code == core::ErrorCode::BadShape);
        QCOMPARE(decodeWhole(swapOf(c).lookup(kVault0)).trades().size(), std::size_t{1});
    }

    void routerWithItsOwnAddress() {
        SwapCase c;
        c.sender = derivedKey("router authority");
        const Pubkey trader = walletKey("trader");
        const Pubkey traderAccount = derivedKey("trader's account");
        TransactionMaker maker(kPayer);
        maker.begin(test::keyOf("6m2CDdhRgxpH4WjvdzxAYbGxwdGUz5MziiL5jek2kBma"), {kPayer}, {1});
        maker.begin(kProgram, accountsOf(c, true), swapData(true)).logData(eventOf(c));
        addTransfers(maker, c);
        maker.end();
        maker.transfer(kUser0, traderAccount, c.sender, c.amount0).end();
        addBalances(maker, c, c.sender);
        maker.balance(traderAccount, kCoin, trader, 0, c.amount0, 6);
        const auto trades = decodeWhole(maker).trades();
        QCOMPARE(trades.size(), std::size_t{1});
        QVERIFY(trades[0].wallet == Wallet{trader});
        QCOMPARE(trades[0].route.name(), std::string_view{"okx"});
    }

    void hostileNumbers() {
        SwapCase c;
        c.amount0 = c.amount1 = c.fee0 = c.fee1 = kMost;
        c.decimals = 255;
        const Trade trade = decodeWhole(swapOf(c)).trades().at(0);
        QCOMPARE(trade.baseAmount.value(), kMost);
        QCOMPARE(trade.quoteAmount.value(), kMost);
        QCOMPARE(trade.baseDecimals.value(), 255);
        for (const bool zero : {true, false}) {
            SwapCase over = c;
            (zero ? over.withheld0 : over.withheld1) = 1;
            QCOMPARE(decodeWhole(swapOf(over)).counted("bad_value"), 1U);
        }
    }

    void swapWhoseLineIsMissing() {
        for (const bool v2 : {true, false}) {
            SwapCase c;
            c.withheld0 = 30;
            TransactionMaker maker(kPayer);
            maker.cutLog();
            maker.begin(kProgram, accountsOf(c, v2), swapData(v2)).logData(eventOf(c));
            addTransfers(maker, c);
            maker.end();
            addBalances(maker, c);
            const Trade trade = decodeWhole(maker).trades().at(0);
            QVERIFY(trade.pool == kPool && trade.wallet == Wallet{kPayer} && trade.side == Side::Buy);
            QCOMPARE(trade.quoteAmount.value(), 1000U);
            QCOMPARE(trade.baseAmount.value(), 8030U);
            QCOMPARE(trade.baseUser.value().value(), 8000U);
            QCOMPARE(decodeWhole(maker.withoutInner()).counted("needs_transaction"), 1U);
        }
    }

    void liquidityOfEveryForm() {
        for (const LiquidityForm& form : kForms) {
            for (const bool withEvent : {true, false}) {
                TransactionMaker maker(kPayer);
                maker.begin(kProgram, placed(form.count, form.pool, form.vault, form.mint), liquidityData(form, 7));
                if (withEvent) maker.logData(liquidityEvent(form, 500, 60));
                const auto move = [&](const Pubkey& user, const Pubkey& vault, std::uint64_t amount) {
                    maker.transfer(form.added ? user : vault, form.added ? vault : user, kPayer, amount);
                };
                move(kUser0, kVault0, 500);
                move(kUser1, kVault1, 60);
                maker.end();
                maker.balance(kVault0, kCoin, kPool, 1, 1, 6).balance(kVault1, test::wrappedSol(), kPool, 1, 1, 9);
                const LiquidityChange change = onlyChange(decodeWhole(maker));
                QCOMPARE(change.added, form.added);
                QVERIFY(change.pool == kPool && change.wallet == Wallet{kPayer} && !change.after);
                QVERIFY(change.mint == Mint{kCoin} && change.quoteMint == Mint{test::wrappedSol()});
                QCOMPARE(change.baseAmount.value(), 500U);
                QCOMPARE(change.quoteAmount.value(), 60U);
                QCOMPARE(change.baseDecimals.value(), 6);
            }
        }
    }

    void collectingIsNoLiquidity() {
        for (const bool withEvent : {true, false}) {
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, placed(16, 3, 5, 14), liquidityData(kForms[3], 0));
            if (withEvent) maker.logData(liquidityEvent(kForms[3], 0, 0));
            maker.transfer(kVault0, kUser0, kPool, 5).end();
            maker.balance(kVault0, kCoin, kPool, 1, 1, 6);
            const auto decoded = decodeWhole(maker);
            QVERIFY(decoded.events.empty() && decoded.stats.undecoded.empty());
        }
    }

    void eventUnderAnotherInstruction() {
        TransactionMaker maker(kPayer);
        maker.begin(kProgram, placed(15, 2, 9, 13), liquidityData(kForms[1], 7))
            .logData(liquidityEvent(kForms[3], 1, 2));
        maker.end();
        QCOMPARE(decodeWhole(maker).counted("bad_shape"), 1U);
        TransactionMaker unknown(kPayer);
        unknown.begin(kProgram, {kPayer}, {1, 2, 3, 4, 5, 6, 7, 8}).logData({8, 7, 6, 5, 4, 3, 2, 1}).end();
        QCOMPARE(decodeWhole(unknown).counted("bad_discriminator"), 1U);
        TransactionMaker silent(kPayer);
        silent.begin(kProgram, {kPayer}, {1, 2, 3, 4, 5, 6, 7, 8})
            .logData(BorshWriter("f7bd07776a705f97").bytes())
            .end();
        QVERIFY(decodeWhole(silent).stats.undecoded.empty());
    }
};

QTEST_GUILESS_MAIN(TestRaydiumClmm)
#include "test_raydium_clmm.moc"
