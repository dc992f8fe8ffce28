// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "swap_case.h"

#include "core/wire/dex/meteora_dbc.h"
#endif

#include <QTest>

using core::Graduated;
using core::TokenCreated;
using core::wire::kMeteoraDbc;
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
    const bool coinFirst = swap.coinFirst;
    return {derivedKey("authority of the vaults"),
            derivedKey("config"),
            at.pool,
            at.userIn,
            at.userOut,
            coinFirst ? at.vaultFirst : at.vaultSecond,
            coinFirst ? at.vaultSecond : at.vaultFirst,
            swap.coin,
            swap.quote,
            swap.authority};
}

Bytes swapInstruction(const Swap& swap) {
    return BorshWriter("f8c69e91e17587c8").u64(swap.in).u64(0).bytes();
}

Bytes oldEvent(const Swap& swap) {
    return BorshWriter("1b3c15d58aaabb93")
        .pubkey(swap_case::accounts().pool)
        .pubkey(derivedKey("config"))
        .u8(swap.selling ? 0 : 1)
        .boolean(false)
        .u64(swap.in)
        .u64(1)
        .u64(swap.feeOnInput ? swap.in - swap.fee : swap.in)
        .u64(swap.out)
        .u128(1, 2)
        .u64(swap.fee - 500)
        .u64(400)
        .u64(100)
        .u64(swap.in)
        .u64(1'780'000'000)
        .bytes();
}

Bytes event2(const char* discriminator, const Swap& swap) {
    return BorshWriter(discriminator)
        .pubkey(swap_case::accounts().pool)
        .pubkey(derivedKey("config"))
        .u8(swap.selling ? 0 : 1)
        .boolean(false)
        .u64(swap.in)
        .u64(1)
        .u8(1)
        .u64(swap.in)
        .u64(swap.feeOnInput ? swap.in - swap.fee : swap.in)
        .u64(0)
        .u64(swap.out)
        .u128(1, 2)
        .u64(swap.fee - 500)
        .u64(400)
        .u64(100)
        .u64(33'000'000'000)
        .u64(85'000'000'000)
        .u64(1'780'000'000)
        .bytes();
}
Bytes eventOf(const Swap& swap) {
    return event2("bd4233a826507599", swap);
}
Bytes hookEvent(const Swap& swap) {
    return event2("863ba8785e3372e7", swap);
}

const Form kForm{&kMeteoraDbc, &swapAccounts, 10, &swapInstruction, &eventOf};
const Form kOldForm{&kMeteoraDbc, &swapAccounts, 10, &swapInstruction, &oldEvent};
const Form kHookForm{&kMeteoraDbc, &swapAccounts, 10, &swapInstruction, &hookEvent};

constexpr const char* kLaunch = "8c55d7b06636684f";
constexpr const char* kLaunch2022 = "a976334e916edc9b";

Bytes launchEvent(const char* discriminator = "e432f655cb428625") {
    return BorshWriter(discriminator)
        .pubkey(derivedKey("pool"))
        .pubkey(derivedKey("config"))
        .pubkey(walletKey("creator"))
        .pubkey(derivedKey("coin"))
        .u8(0)
        .u64(1'780'000'000)
        .bytes();
}

Bytes launchArgs(const char* instruction) {
    return BorshWriter(instruction).string("A coin").string("COIN").string("https://example.org/1.json").bytes();
}

std::vector<Pubkey> launchAccounts() {
    return {derivedKey("config"),
            derivedKey("authority of the vaults"),
            walletKey("creator"),
            derivedKey("coin"),
            test::usdc(),
            derivedKey("pool"),
            derivedKey("base vault")};
}

TransactionMaker launch(const std::vector<Pubkey>& accounts, const Bytes& args, const Bytes& event) {
    const Pubkey token = test::keyOf("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
    TransactionMaker maker(walletKey("payer"));
    maker.signer(walletKey("creator"));
    maker.begin(core::wire::programOf(kMeteoraDbc), accounts, args);
    maker.begin(token, {derivedKey("coin")}, BorshWriter().u8(20).u8(6).pubkey(derivedKey("authority")).bytes())
        .end();
    maker.begin(token, {derivedKey("coin"), derivedKey("base vault"), derivedKey("authority of the vaults")},
                BorshWriter().u8(7).u64(1'000'000'000'000'000).bytes());
    maker.end();
    maker.selfCpi(core::wire::eventAuthorityOf(kMeteoraDbc), event).end();
    return maker;
}

TransactionMaker migrates(const char* instruction, const std::vector<Pubkey>& accounts) {
    TransactionMaker maker(walletKey("keeper"));
    maker.begin(core::wire::programOf(kMeteoraDbc), accounts, BorshWriter(instruction).bytes()).end();
    return maker;
}

}  // namespace

class TestMeteoraDbc : public QObject {
    Q_OBJECT
private slots:
    void swaps() {
        for (const Form* form : {&kForm, &kOldForm, &kHookForm}) {
            swap_case::everyCheck(*form);
            swap_case::transferFees(*form);
            Swap fromOutput;
            fromOutput.feeOnInput = false;
            swap_case::bothDirectionsAndBothOrders(*form, fromOutput);
        }
    }

    // Which of its tokens a curve sells is fixed, also when the other is no quote asset, or is a better one.
    void theCurvesTokenIsTheCoin() {
        for (const bool selling : {false, true}) {
            Swap swap;
            swap.selling = selling;
            swap.quote = derivedKey("another coin");
            swap_case::comparesAlone(kForm, swap, walletKey("trader"));
            swap.event = false;
            swap_case::comparesAlone(kForm, swap, walletKey("trader"));
        }
    }

    // The program since the middle of 2025 tells each swap in both forms.
    void bothFormsAreOneTrade() {
        for (const bool newerFirst : {false, true}) {
            Swap swap;
            const Pubkey authority = core::wire::eventAuthorityOf(kMeteoraDbc);
            TransactionMaker maker(walletKey("trader"));
            maker.balance(swap_case::accounts().vaultFirst, swap.coin, std::nullopt, 1, 1, 6);
            maker.begin(core::wire::programOf(kMeteoraDbc), swapAccounts(swap), swapInstruction(swap));
            maker.selfCpi(authority, newerFirst ? eventOf(swap) : oldEvent(swap));
            maker.selfCpi(authority, newerFirst ? oldEvent(swap) : eventOf(swap));
            maker.selfCpi(authority, BorshWriter("e5e756549c864b18")
                                         .pubkey(derivedKey("pool"))
                                         .pubkey(derivedKey("config"))
                                         .u64(1)
                                         .u64(2)
                                         .bytes());
            maker.end();
            const auto decoded = test::decodeWhole(maker);
            QVERIFY(decoded.stats.undecoded.empty());
            QCOMPARE(decoded.events.size(), std::size_t{1});
            swap_case::compare(kForm, swap, decoded.trades().at(0), walletKey("trader"));
        }
    }

    void everyLength() {
        swap_case::everyLength(kMeteoraDbc, eventOf(Swap{}));
        swap_case::everyLength(kMeteoraDbc, hookEvent(Swap{}));
        swap_case::everyLength(kMeteoraDbc, oldEvent(Swap{}));
        swap_case::everyLength(kMeteoraDbc, launchEvent());
        swap_case::everyLength(kMeteoraDbc, launchEvent("d589a435c14a0f6e"));
        for (const char* complete : {"e5e756549c864b18", "3b2f6dcd0d1f2c9f"})
            swap_case::everyLength(kMeteoraDbc, BorshWriter(complete)
                                                    .pubkey(derivedKey("pool"))
                                                    .pubkey(derivedKey("config"))
                                                    .u64(1)
                                                    .u64(2)
                                                    .bytes());
        QCOMPARE(oldEvent(Swap{}).size(), std::size_t{162});
        QCOMPARE(eventOf(Swap{}).size(), std::size_t{187});
        QCOMPARE(launchEvent().size(), std::size_t{145});
        swap_case::truncatedInTransaction(kForm);
        swap_case::truncatedInTransaction(kOldForm);
    }

    void everyField() {
        const auto is = [](const Bytes& event, std::string_view name) {
            return swap_case::field(kMeteoraDbc, event, name);
        };
        QCOMPARE(is(oldEvent(Swap{}), "swap_result.actual_input_amount"), std::string{"4987500"});
        QCOMPARE(is(oldEvent(Swap{}), "amount_in"), std::string{"5000000"});
        QCOMPARE(is(eventOf(Swap{}), "swap_parameters.swap_mode"), std::string{"1"});
        QCOMPARE(is(eventOf(Swap{}), "swap_result.trading_fee"), std::string{"12000"});
        QCOMPARE(is(eventOf(Swap{}), "quote_reserve_amount"), std::string{"33000000000"});
        QCOMPARE(is(eventOf(Swap{}), "migration_threshold"), std::string{"85000000000"});
        QCOMPARE(is(launchEvent(), "activation_point"), std::string{"1780000000"});
    }

    void directionsThatAreNone() {
        static Bytes bad;
        for (auto* event : {&eventOf, &oldEvent}) {
            bad = (*event)(Swap{});
            bad[72] = 2;
            Form form = kForm;
            form.event = [](const Swap&) { return bad; };
            const auto decoded = test::decodeWhole(swap_case::make(form, Swap{}));
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("bad_value"), std::uint64_t{1});
        }
    }

    void launches() {
        for (const char* instruction : {kLaunch, kLaunch2022}) {
            for (const char* kind : {"e432f655cb428625", "d589a435c14a0f6e"}) {
                const auto decoded =
                    test::decodeWhole(launch(launchAccounts(), launchArgs(instruction), launchEvent(kind)));
                QVERIFY(decoded.stats.undecoded.empty());
                QCOMPARE(decoded.events.size(), std::size_t{1});
                const auto& created = std::get<TokenCreated>(decoded.events[0].body);
                QCOMPARE(std::string{created.venue.name()}, std::string{"meteora_dbc"});
                QCOMPARE(created.mint.base58(), derivedKey("coin").base58());
                QCOMPARE(created.name, std::string{"A coin"});
                QCOMPARE(created.symbol, std::string{"COIN"});
                QCOMPARE(created.uri, std::string{"https://example.org/1.json"});
                QCOMPARE(created.creator.value().base58(), walletKey("creator").base58());
                QCOMPARE(created.bondingCurve.value().base58(), derivedKey("pool").base58());
                QCOMPARE(created.quoteMint.value().base58(), test::usdc().base58());
                QCOMPARE(created.supply.value().value(), std::uint64_t{1'000'000'000'000'000});
            }
        }
    }

    void brokenLaunches() {
        for (std::size_t count = 0; count < 6; ++count) {
            auto few = launchAccounts();
            few.resize(count);
            const auto decoded = test::decodeWhole(launch(few, launchArgs(kLaunch), launchEvent()));
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("bad_shape"), std::uint64_t{1});
        }
        const Bytes args = launchArgs(kLaunch);
        for (std::size_t size = 8; size < args.size(); ++size) {
            const Bytes cut(args.begin(), args.begin() + static_cast<std::ptrdiff_t>(size));
            const auto decoded = test::decodeWhole(launch(launchAccounts(), cut, launchEvent()));
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("truncated"), std::uint64_t{1});
        }
        // A length that promises more than there is.
        const Bytes huge = BorshWriter(kLaunch).u32(0xffff'ffff).bytes();
        QCOMPARE(test::decodeWhole(launch(launchAccounts(), huge, launchEvent())).counted("truncated"),
                 std::uint64_t{1});
        auto another = launchAccounts();
        another[3] = derivedKey("another coin");
        QCOMPARE(test::decodeWhole(launch(another, launchArgs(kLaunch), launchEvent())).counted("bad_shape"),
                 std::uint64_t{1});
    }

    void graduations() {
        const auto numbered = [](std::size_t count, std::size_t coin) {
            std::vector<Pubkey> keys;
            for (std::size_t i = 0; i < count; ++i) keys.push_back(derivedKey("account " + std::to_string(i)));
            keys[4] = derivedKey("new pool");
            keys[coin] = derivedKey("coin");
            keys[coin + 1] = test::wrappedSol();
            return keys;
        };
        struct Case {
            const char* instruction;
            std::vector<Pubkey> accounts;
            std::size_t needed;
        };
        for (const auto& [instruction, accounts, needed] :
             {Case{"1b013016b43f76d9", numbered(31, 7), 9}, Case{"9ca9e66735e45040", numbered(25, 13), 15}}) {
            const auto decoded = test::decodeWhole(migrates(instruction, accounts));
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& graduated = std::get<Graduated>(decoded.events[0].body);
            QCOMPARE(graduated.mint.base58(), derivedKey("coin").base58());
            QCOMPARE(std::string{graduated.from.name()}, std::string{"meteora_dbc"});
            QCOMPARE(graduated.toPool.value().base58(), derivedKey("new pool").base58());
            for (std::size_t count = 0; count < needed; ++count) {
                const std::vector<Pubkey> few(accounts.begin(),
                                              accounts.begin() + static_cast<std::ptrdiff_t>(count));
                const auto broken = test::decodeWhole(migrates(instruction, few));
                QVERIFY(broken.events.empty());
                QCOMPARE(broken.counted("bad_shape"), std::uint64_t{1});
            }
            TransactionMaker failed = migrates(instruction, accounts);
            QVERIFY(test::decodeWhole(failed.failed()).events.empty());
        }
    }

    void unknownEventsAreCounted() {
        const auto decoded = test::decodeWhole(
            launch(launchAccounts(), launchArgs(kLaunch), BorshWriter("0102030405060708").bytes()));
        QCOMPARE(decoded.counted("bad_discriminator"), std::uint64_t{1});
        const auto silent = test::decodeWhole(
            launch(launchAccounts(), launchArgs(kLaunch), BorshWriter("c87f06370d200896").bytes()));
        QVERIFY(silent.stats.undecoded.empty() && silent.events.empty());
    }
};

QTEST_GUILESS_MAIN(TestMeteoraDbc)
#include "test_meteora_dbc.moc"
