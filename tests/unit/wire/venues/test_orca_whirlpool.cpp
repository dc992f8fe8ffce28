// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "swap_case.h"

#include "core/wire/dex/orca_whirlpool.h"
#endif

#include <QTest>

using core::LiquidityChange;
using core::Side;
using core::wire::kOrcaWhirlpool;
using swap_case::Form;
using swap_case::Pubkey;
using swap_case::Swap;
using test::BorshWriter;
using test::Bytes;
using test::derivedKey;
using test::TransactionMaker;
using test::walletKey;

namespace {

std::vector<Pubkey> swapAccounts(const Swap& swap) {
    const auto& at = swap_case::accounts();
    const Pubkey& userA = swap.firstIn() ? at.userIn : at.userOut;
    const Pubkey& userB = swap.firstIn() ? at.userOut : at.userIn;
    return {derivedKey("token program"), swap.authority, at.pool, userA, at.vaultFirst, userB, at.vaultSecond};
}

std::vector<Pubkey> swapV2Accounts(const Swap& swap) {
    const auto& at = swap_case::accounts();
    const Pubkey& userA = swap.firstIn() ? at.userIn : at.userOut;
    const Pubkey& userB = swap.firstIn() ? at.userOut : at.userIn;
    const Pubkey program = derivedKey("token program");
    return {program,       program, derivedKey("memo"), swap.authority, at.pool,       swap.first(),
            swap.second(), userA,   at.vaultFirst,      userB,          at.vaultSecond};
}

Bytes arguments(const char* discriminator, const Swap& swap) {
    return BorshWriter(discriminator).u64(swap.in).u64(0).u128(0, 0).boolean(true).boolean(swap.firstIn()).bytes();
}
Bytes swapInstruction(const Swap& swap) {
    return arguments("f8c69e91e17587c8", swap);
}
Bytes swapV2Instruction(const Swap& swap) {
    return arguments("2b04ed0b1ac91e62", swap);
}

struct Traded {
    Pubkey whirlpool;
    bool aToB = false;
    std::uint64_t in = 0, out = 0, inFee = 0, outFee = 0, lpFee = 0, protocolFee = 0;

    [[nodiscard]] Bytes bytes() const {
        BorshWriter event("e1ca49af932ba096");
        event.pubkey(whirlpool).boolean(aToB).u128(1, 2).u128(3, 4);
        return event.u64(in).u64(out).u64(inFee).u64(outFee).u64(lpFee).u64(protocolFee).bytes();
    }
};

Bytes tradedEvent(const Swap& swap) {
    return Traded{swap_case::accounts().pool,
                  swap.firstIn(),
                  swap.in + swap.withheldIn,
                  swap.out,
                  swap.withheldIn,
                  swap.withheldOut,
                  swap.fee - 500,
                  500}
        .bytes();
}

const Form kForm{&kOrcaWhirlpool, &swapAccounts, 7, &swapInstruction, &tradedEvent};
const Form kV2Form{&kOrcaWhirlpool, &swapV2Accounts, 11, &swapV2Instruction, &tradedEvent};

// Two hops: SOL for another token, that token for the coin.
struct TwoHops {
    bool v2 = false;
    bool aToBOne = true, aToBTwo = true;
    bool events = true;
    Pubkey authority = walletKey("trader");
    std::optional<std::size_t> accounts;

    static Pubkey middle() { return derivedKey("middle token"); }

    [[nodiscard]] TransactionMaker make() const {
        const Pubkey poolOne = derivedKey("pool one");
        const Pubkey poolTwo = derivedKey("pool two");
        const Pubkey userIn = derivedKey("user in");
        const Pubkey userMiddle = derivedKey("user middle");
        const Pubkey userOut = derivedKey("user out");
        const Pubkey oneIn = derivedKey("one in");
        const Pubkey oneOut = derivedKey("one out");
        const Pubkey twoIn = derivedKey("two in");
        const Pubkey twoOut = derivedKey("two out");
        const Pubkey coin = derivedKey("coin");
        const Pubkey program = derivedKey("token program");
        TransactionMaker maker(walletKey("trader"));
        maker.balance(oneIn, test::wrappedSol(), poolOne, 1, 1, 9).balance(oneOut, middle(), poolOne, 1, 1, 8);
        maker.balance(twoIn, middle(), poolTwo, 1, 1, 8).balance(twoOut, coin, poolTwo, 1, 1, 6);
        maker.balance(userOut, coin, walletKey("trader"), 1, 1, 6);
        std::vector<Pubkey> keys;
        if (v2) {
            keys = {poolOne,  poolTwo, test::wrappedSol(),
                    middle(), coin,    program,
                    program,  program, userIn,
                    oneIn,    oneOut,  twoIn,
                    twoOut,   userOut, authority};
        } else {
            keys = {program,
                    authority,
                    poolOne,
                    poolTwo,
                    aToBOne ? userIn : userMiddle,
                    aToBOne ? oneIn : oneOut,
                    aToBOne ? userMiddle : userIn,
                    aToBOne ? oneOut : oneIn,
                    aToBTwo ? userMiddle : userOut,
                    aToBTwo ? twoIn : twoOut,
                    aToBTwo ? userOut : userMiddle,
                    aToBTwo ? twoOut : twoIn};
        }
        if (accounts) keys.resize(*accounts);
        const Bytes data = BorshWriter(v2 ? "ba8fd11dfe02c275" : "c360ed6c44a2dbe6")
                               .u64(1'000)
                               .u64(0)
                               .boolean(true)
                               .boolean(aToBOne)
                               .boolean(aToBTwo)
                               .u128(0, 0)
                               .u128(0, 0)
                               .bytes();
        maker.begin(core::wire::programOf(kOrcaWhirlpool), keys, data);
        maker.transfer(userIn, oneIn, authority, 1'000);
        if (v2) {
            maker.transfer(oneOut, twoIn, poolOne, 2'000);
        } else {
            maker.transfer(oneOut, userMiddle, poolOne, 2'000);
            maker.transfer(userMiddle, twoIn, authority, 2'000);
        }
        maker.transfer(twoOut, userOut, poolTwo, 3'000);
        if (events) {
            maker.logData(Traded{poolOne, aToBOne, 1'000, 2'000, 0, 0, 4, 1}.bytes());
            maker.logData(Traded{poolTwo, aToBTwo, 2'000, 3'000, 0, 0, 8, 2}.bytes());
        }
        maker.end();
        return maker;
    }
};

struct Change {
    const char* instruction;
    bool v2;
    bool added;
};
constexpr Change kChanges[] = {
    {"2e9cf3760dcdfbb2", false, true},  {"851d59df45eeb00a", true, true},  {"effb097cd2c6352b", true, true},
    {"a026d06f685b2c01", false, false}, {"3a7fbc3e4f52c460", true, false},
};

std::vector<Pubkey> changeAccounts(bool v2) {
    const Pubkey program = derivedKey("token program");
    if (!v2)
        return {derivedKey("pool"),    program,
                walletKey("provider"), derivedKey("position"),
                derivedKey("nft"),     derivedKey("user a"),
                derivedKey("user b"),  derivedKey("vault a"),
                derivedKey("vault b")};
    return {derivedKey("pool"),
            program,
            program,
            derivedKey("memo"),
            walletKey("provider"),
            derivedKey("position"),
            derivedKey("nft"),
            derivedKey("coin"),
            test::usdc(),
            derivedKey("user a"),
            derivedKey("user b"),
            derivedKey("vault a"),
            derivedKey("vault b")};
}

Bytes changeEvent(bool added) {
    return BorshWriter(added ? "1e0790b566fe9ba1" : "a601244770cab5ab")
        .pubkey(derivedKey("pool"))
        .pubkey(derivedKey("position"))
        .i32(-5)
        .i32(5)
        .u128(1, 2)
        .u64(1'000)
        .u64(2'000)
        .u64(10)
        .u64(0)
        .bytes();
}

TransactionMaker change(const Change& kind, std::uint64_t a, std::uint64_t b, bool event,
                        std::optional<std::size_t> count = std::nullopt) {
    TransactionMaker maker(walletKey("provider"));
    maker.balance(derivedKey("vault a"), derivedKey("coin"), derivedKey("pool"), 1, 1, 6);
    maker.balance(derivedKey("vault b"), test::usdc(), derivedKey("pool"), 1, 1, 6);
    auto keys = changeAccounts(kind.v2);
    if (count) keys.resize(*count);
    maker.begin(core::wire::programOf(kOrcaWhirlpool), keys, BorshWriter(kind.instruction).bytes());
    if (kind.added) {
        maker.transferWithFee(derivedKey("user a"), derivedKey("coin"), derivedKey("vault a"),
                              walletKey("provider"), a + 10, 6, 10);
        maker.transfer(derivedKey("user b"), derivedKey("vault b"), walletKey("provider"), b);
    } else {
        maker.transfer(derivedKey("vault a"), derivedKey("user a"), derivedKey("pool"), a);
        maker.transfer(derivedKey("vault b"), derivedKey("user b"), derivedKey("pool"), b);
    }
    if (event) maker.logData(changeEvent(kind.added));
    maker.end();
    return maker;
}

}  // namespace

class TestOrcaWhirlpool : public QObject {
    Q_OBJECT
private slots:
    void swaps() {
        for (const Form* form : {&kForm, &kV2Form}) {
            swap_case::everyCheck(*form);
            swap_case::transferFees(*form);
        }
    }
    void transferFeesWithoutEvents() {
        for (const bool selling : {false, true}) {
            Swap swap;
            swap.event = false;
            swap.selling = selling;
            swap.withheldIn = 77;
            swap.withheldOut = 88;
            swap_case::comparesAlone(kForm, swap, walletKey("trader"));
        }
    }

    // Seen in 2022: 5 lamports bought nothing.
    void aSwapThatPaysNothing() {
        for (const bool event : {false, true}) {
            Swap swap;
            swap.event = event;
            swap.in = 5;
            swap.out = 0;
            swap_case::comparesAlone(kForm, swap, walletKey("trader"));
        }
    }

    void everyLength() {
        const Pubkey key = derivedKey("some key");
        swap_case::everyLength(kOrcaWhirlpool, tradedEvent(Swap{}));
        swap_case::everyLength(kOrcaWhirlpool, changeEvent(true));
        swap_case::everyLength(kOrcaWhirlpool, changeEvent(false));
        BorshWriter created("6476ad570cc6fee5");
        created.pubkey(key).pubkey(key).pubkey(key).pubkey(key).u16(64).pubkey(key).pubkey(key).u8(9).u8(6).u128(1,
                                                                                                                 2);
        swap_case::everyLength(kOrcaWhirlpool, created.bytes());
        QCOMPARE(tradedEvent(Swap{}).size(), std::size_t{121});
        QCOMPARE(changeEvent(true).size(), std::size_t{128});
        QCOMPARE(created.size(), std::size_t{220});
        swap_case::truncatedInTransaction(kForm);
    }

    void everyField() {
        const auto is = [](std::string_view name) {
            return swap_case::field(kOrcaWhirlpool, tradedEvent(Swap{}), name);
        };
        QCOMPARE(is("whirlpool"), derivedKey("pool").base58());
        QCOMPARE(is("aToB"), std::string{"false"});
        QCOMPARE(is("preSqrtPrice"), std::string{"18446744073709551618"});
        QCOMPARE(is("postSqrtPrice"), std::string{"55340232221128654852"});
        QCOMPARE(is("inputAmount"), std::string{"5000000"});
        QCOMPARE(is("outputAmount"), std::string{"70000000"});
        QCOMPARE(is("inputTransferFee"), std::string{"0"});
        QCOMPARE(is("outputTransferFee"), std::string{"0"});
        QCOMPARE(is("lpFee"), std::string{"12000"});
        QCOMPARE(is("protocolFee"), std::string{"500"});
    }

    void twoHops() {
        for (const bool v2 : {false, true}) {
            for (const bool aToBOne : {false, true}) {
                for (const bool aToBTwo : {false, true}) {
                    for (const bool events : {false, true}) {
                        TwoHops hops;
                        hops.v2 = v2;
                        hops.aToBOne = aToBOne;
                        hops.aToBTwo = aToBTwo;
                        hops.events = events;
                        const auto decoded = test::decodeWhole(hops.make());
                        QVERIFY(decoded.stats.undecoded.empty());
                        QCOMPARE(decoded.events.size(), std::size_t{2});
                        QCOMPARE(decoded.events[0].at.path.value().text(), std::string{"0"});
                        QCOMPARE(decoded.events[1].at.path.value().text(),
                                 core::EventPath({0, core::EventPath::kNoInner, 1}).text());
                        const auto trades = decoded.trades();
                        QCOMPARE(trades[0].pool.value().base58(), derivedKey("pool one").base58());
                        QCOMPARE(trades[0].mint.base58(), TwoHops::middle().base58());
                        QVERIFY(trades[0].side == Side::Buy);
                        QCOMPARE(trades[0].quoteAmount.value(), std::uint64_t{1'000});
                        QCOMPARE(trades[0].baseAmount.value(), std::uint64_t{2'000});
                        QCOMPARE(trades[0].wallet.base58(), walletKey("trader").base58());
                        QCOMPARE(trades[1].pool.value().base58(), derivedKey("pool two").base58());
                        QCOMPARE(trades[1].mint.base58(), derivedKey("coin").base58());
                        QCOMPARE(trades[1].quoteMint.base58(), TwoHops::middle().base58());
                        QVERIFY(trades[1].side == Side::Buy);
                        QCOMPARE(trades[1].quoteAmount.value(), std::uint64_t{2'000});
                        QCOMPARE(trades[1].baseAmount.value(), std::uint64_t{3'000});
                        QCOMPARE(trades[1].wallet.base58(), walletKey("trader").base58());
                        QCOMPARE(trades[1].feeQuote.has_value(), events);
                        if (events) QCOMPARE(trades[1].feeQuote->value(), std::uint64_t{10});
                    }
                }
            }
        }
    }

    void twoHopsWithTooFewAccounts() {
        for (const bool v2 : {false, true}) {
            for (const bool events : {false, true}) {
                for (std::size_t count = 0; count < (v2 ? 15U : 12U); ++count) {
                    TwoHops hops;
                    hops.v2 = v2;
                    hops.events = events;
                    hops.accounts = count;
                    const auto decoded = test::decodeWhole(hops.make());
                    QVERIFY(decoded.events.empty());
                    QCOMPARE(decoded.counted("bad_shape"), std::uint64_t{events ? 2U : 1U});
                }
            }
        }
    }

    void anotherPoolsInstruction() {
        Form form = kForm;
        form.event = [](const Swap& swap) {
            return Traded{derivedKey("another pool"), swap.firstIn(), swap.in, swap.out, 0, 0, 0, 0}.bytes();
        };
        const auto decoded = test::decodeWhole(swap_case::make(form, Swap{}));
        QVERIFY(decoded.events.empty());
        QCOMPARE(decoded.counted("bad_shape"), std::uint64_t{1});
    }

    void feesLargerThanAmounts() {
        Form form = kForm;
        form.event = [](const Swap& swap) {
            return Traded{swap_case::accounts().pool, swap.firstIn(), 5, 5, 6, 0, 0, 0}.bytes();
        };
        QCOMPARE(test::decodeWhole(swap_case::make(form, Swap{})).counted("bad_value"), std::uint64_t{1});
    }

    // The event names neither mints nor wallet.
    void aLogFeedNeedsTheTransaction() {
        const auto decoded = test::decodeLogs(swap_case::make(kForm, Swap{}));
        QVERIFY(decoded.events.empty());
        QCOMPARE(decoded.counted("needs_transaction"), std::uint64_t{1});
    }

    void liquidity() {
        for (const Change& kind : kChanges) {
            for (const bool event : {false, true}) {
                const auto decoded = test::decodeWhole(change(kind, 990, 2'000, event));
                QVERIFY(decoded.stats.undecoded.empty());
                QCOMPARE(decoded.events.size(), std::size_t{1});
                const auto& seen = std::get<LiquidityChange>(decoded.events[0].body);
                QCOMPARE(seen.pool.base58(), derivedKey("pool").base58());
                QCOMPARE(seen.mint.base58(), derivedKey("coin").base58());
                QCOMPARE(seen.quoteMint.base58(), test::usdc().base58());
                QCOMPARE(seen.wallet.base58(), walletKey("provider").base58());
                QCOMPARE(seen.added, kind.added);
                QCOMPARE(seen.baseAmount.value(), std::uint64_t{990});
                QCOMPARE(seen.quoteAmount.value(), std::uint64_t{2'000});
                for (std::size_t count = 0; count < changeAccounts(kind.v2).size(); ++count) {
                    const auto broken = test::decodeWhole(change(kind, 990, 2'000, event, count));
                    QVERIFY(broken.events.empty());
                    QCOMPARE(broken.counted("bad_shape"), std::uint64_t{1});
                }
            }
            const auto cut = test::decodeWhole(change(kind, 990, 2'000, false).withoutInner());
            QCOMPARE(cut.counted("needs_transaction"), std::uint64_t{1});
            // Without the transfers the event's own amounts are all there is.
            const auto told = test::decodeWhole(change(kind, 990, 2'000, true).withoutInner());
            QCOMPARE(told.events.size(), std::size_t{1});
            QCOMPARE(std::get<LiquidityChange>(told.events[0].body).baseAmount.value(), std::uint64_t{1'000});
        }
    }

    // Collecting fees or rewards takes tokens out of the vaults too, and is no withdrawal.
    void feesAreNoLiquidity() {
        const Change collect{"a498cf631eba13b6", false, false};
        const auto decoded = test::decodeWhole(change(collect, 990, 2'000, false));
        QVERIFY(decoded.events.empty() && decoded.stats.undecoded.empty());
    }

    void creationTellsNothingYet() {
        for (const auto& [instruction, pool] : {std::pair{"5fb40aac54aee828", 4}, {"cf2d57f21b3fcc43", 6}}) {
            std::vector<Pubkey> keys;
            for (int i = 0; i <= pool; ++i) keys.push_back(derivedKey("account " + std::to_string(i)));
            TransactionMaker maker(walletKey("creator"));
            maker.begin(core::wire::programOf(kOrcaWhirlpool), keys, BorshWriter(instruction).bytes()).end();
            const auto decoded = test::decodeWhole(maker);
            QVERIFY(decoded.events.empty() && decoded.stats.undecoded.empty());
            keys.pop_back();
            TransactionMaker broken(walletKey("creator"));
            broken.begin(core::wire::programOf(kOrcaWhirlpool), keys, BorshWriter(instruction).bytes()).end();
            QCOMPARE(test::decodeWhole(broken).counted("bad_shape"), std::uint64_t{1});
        }
    }

    void unknownEventsAreCounted() {
        Form form = kForm;
        form.event = [](const Swap&) { return BorshWriter("0102030405060708").bytes(); };
        QCOMPARE(test::decodeWhole(swap_case::make(form, Swap{})).counted("bad_discriminator"), std::uint64_t{1});
    }
};

QTEST_GUILESS_MAIN(TestOrcaWhirlpool)
#include "test_orca_whirlpool.moc"
