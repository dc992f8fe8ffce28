// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "swap_case.h"

#include "core/wire/dex/meteora_damm_v2.h"
#endif

#include <QTest>

using core::LiquidityChange;
using core::wire::kMeteoraDammV2;
using swap_case::Form;
using swap_case::Pubkey;
using swap_case::Swap;
using test::BorshWriter;
using test::Bytes;
using test::derivedKey;
using test::TransactionMaker;
using test::walletKey;

namespace {

constexpr std::size_t kWithoutReserves = 172;

std::vector<Pubkey> swapAccounts(const Swap& swap) {
    const auto& at = swap_case::accounts();
    return {derivedKey("authority of the vaults"),
            at.pool,
            at.userIn,
            at.userOut,
            at.vaultFirst,
            at.vaultSecond,
            swap.first(),
            swap.second(),
            swap.authority};
}

Bytes swapInstruction(const Swap& swap) {
    return BorshWriter("414b3f4ceb5b5b88").u64(swap.in).u64(0).u8(0).bytes();
}

Bytes oldEvent(const Swap& swap) {
    return BorshWriter("1b3c15d58aaabb93")
        .pubkey(swap_case::accounts().pool)
        .u8(swap.firstIn() ? 0 : 1)
        .boolean(true)
        .u64(swap.in + swap.withheldIn)
        .u64(1)
        .u64(swap.out)
        .u128(1, 2)
        .u64(swap.fee - 600)
        .u64(300)
        .u64(200)
        .u64(100)
        .u64(swap.in)
        .u64(1'780'000'000)
        .bytes();
}

Bytes eventOf(const Swap& swap) {
    return BorshWriter("bd4233a826507599")
        .pubkey(swap_case::accounts().pool)
        .u8(swap.firstIn() ? 0 : 1)
        .u8(swap.feeOnInput ? 1 : 0)
        .boolean(true)
        .u64(swap.in + swap.withheldIn)
        .u64(1)
        .u8(0)
        .u64(swap.in)
        .u64(swap.feeOnInput ? swap.in - swap.fee : swap.in)
        .u64(0)
        .u64(swap.out)
        .u128(1, 2)
        .u64(swap.fee - 600)
        .u64(300)
        .u64(200)
        .u64(100)
        .u64(swap.in + swap.withheldIn)
        .u64(swap.out)
        .u64(swap.out - swap.withheldOut)
        .u64(1'780'000'000)
        .u64(11)
        .u64(12)
        .bytes();
}

Bytes eventWithoutReserves(const Swap& swap) {
    Bytes event = eventOf(swap);
    event.resize(kWithoutReserves);
    return event;
}

const Form kForm{&kMeteoraDammV2, &swapAccounts, 9, &swapInstruction, &eventOf};
const Form kFormWithoutReserves{&kMeteoraDammV2, &swapAccounts, 9, &swapInstruction, &eventWithoutReserves};
const Form kOldForm{&kMeteoraDammV2, &swapAccounts, 9, &swapInstruction, &oldEvent};

TransactionMaker emits(const std::vector<Pubkey>& accounts, const std::vector<Bytes>& events) {
    TransactionMaker maker(walletKey("provider"));
    maker.begin(core::wire::programOf(kMeteoraDammV2), accounts, BorshWriter("b59d59438fb63448").bytes());
    for (const Bytes& event : events) maker.selfCpi(core::wire::eventAuthorityOf(kMeteoraDammV2), event);
    maker.end();
    return maker;
}

std::vector<Pubkey> addAccounts() {
    return {derivedKey("pool"),    derivedKey("position"), derivedKey("user a"), derivedKey("user b"),
            derivedKey("vault a"), derivedKey("vault b"),  derivedKey("coin"),   test::usdc()};
}
std::vector<Pubkey> removeAccounts() {
    auto keys = addAccounts();
    keys.insert(keys.begin(), derivedKey("authority of the vaults"));
    return keys;
}

Bytes changeEvent(std::uint8_t kind) {
    return BorshWriter("c5ab4e7fe0d3570d")
        .pubkey(derivedKey("pool"))
        .pubkey(derivedKey("position"))
        .pubkey(walletKey("provider"))
        .u64(1'000)
        .u64(2'000)
        .u64(1'010)
        .u64(2'020)
        .u64(5)
        .u64(6)
        .u128(7, 8)
        .u64(9)
        .u64(10)
        .u8(kind)
        .bytes();
}

Bytes oldChangeEvent(bool adding) {
    BorshWriter event(adding ? "aff2089d1ef7b9a9" : "572e5862af60225b");
    event.pubkey(derivedKey("pool")).pubkey(derivedKey("position")).pubkey(walletKey("provider"));
    event.u128(7, 8).u64(9).u64(10).u64(1'000).u64(2'000);
    if (adding) event.u64(1'010).u64(2'020);
    return event.bytes();
}

// `unknown` bytes more in the fee block than any form has had.
Bytes initializeEvent(bool dynamicFee, std::size_t unknown = 0) {
    BorshWriter event("e432f655cb428625");
    for (const Pubkey& key : {derivedKey("pool"), derivedKey("coin"), test::wrappedSol(), walletKey("provider"),
                              walletKey("payer"), derivedKey("alpha vault")})
        event.pubkey(key);
    event.u64(10'000'000).u16(5).u64(6).u64(7).u8(0).u8(0).u8(0).u8(0);
    event.raw(Bytes(unknown, 0xee));
    event.boolean(dynamicFee);
    if (dynamicFee) event.u16(1).u128(0, 2).u16(3).u16(4).u16(5).u32(6).u32(7);
    event.u128(0, 4'295'048'016).u128(4'294'886'577, 3);
    event.u8(1).u8(1).u128(0, 99).u128(1, 0).u64(1'780'000'000).u8(0).u8(1);
    event.u64(800).u64(900).u64(808).u64(909).u8(0);
    return event.bytes();
}

}  // namespace

class TestMeteoraDammV2 : public QObject {
    Q_OBJECT
private slots:
    void swaps() {
        swap_case::everyCheck(kForm);
        swap_case::everyCheck(kFormWithoutReserves);
        Swap fromOutput;
        fromOutput.feeOnInput = false;
        swap_case::bothDirectionsAndBothOrders(kForm, fromOutput);
    }

    // The old form does not tell from which side the fee was taken, but from A to B it is always B.
    void swapsInTheOldForm() {
        for (const bool selling : {false, true}) {
            for (const bool coinFirst : {false, true}) {
                Swap swap;
                swap.selling = selling;
                swap.coinFirst = coinFirst;
                swap.feeOnInput = false;
                swap.feeKnown = swap.firstIn();
                swap_case::comparesAlone(kOldForm, swap, walletKey("trader"));
                swap.withheldIn = 1'234;
                swap.withheldOut = 55;
                swap_case::comparesAlone(kOldForm, swap, walletKey("trader"));
            }
        }
        swap_case::tooFewAccounts(kOldForm);
        swap_case::imitation(kOldForm);
    }
    void transferFees() { swap_case::transferFees(kForm); }

    void everyLength() {
        swap_case::everyLength(kMeteoraDammV2, eventOf(Swap{}), {kWithoutReserves});
        swap_case::everyLength(kMeteoraDammV2, oldEvent(Swap{}));
        swap_case::everyLength(kMeteoraDammV2, changeEvent(0));
        swap_case::everyLength(kMeteoraDammV2, oldChangeEvent(true));
        swap_case::everyLength(kMeteoraDammV2, oldChangeEvent(false));
        swap_case::everyLength(kMeteoraDammV2, initializeEvent(false));
        swap_case::everyLength(kMeteoraDammV2, initializeEvent(true));
        QCOMPARE(eventOf(Swap{}).size(), std::size_t{188});
        QCOMPARE(oldEvent(Swap{}).size(), std::size_t{130});
        QCOMPARE(changeEvent(0).size(), std::size_t{185});
        swap_case::truncatedInTransaction(kForm, {kWithoutReserves});
        swap_case::truncatedInTransaction(kOldForm);
    }

    void everyField() {
        const auto is = [](const Bytes& event, std::string_view name) {
            return swap_case::field(kMeteoraDammV2, event, name);
        };
        QCOMPARE(is(oldEvent(Swap{}), "params.amount_in"), std::string{"5000000"});
        QCOMPARE(is(oldEvent(Swap{}), "swap_result.output_amount"), std::string{"70000000"});
        QCOMPARE(is(oldEvent(Swap{}), "swap_result.next_sqrt_price"), std::string{"18446744073709551618"});
        QCOMPARE(is(oldEvent(Swap{}), "swap_result.partner_fee"), std::string{"200"});
        QCOMPARE(is(oldEvent(Swap{}), "actual_amount_in"), std::string{"5000000"});
        QCOMPARE(is(eventOf(Swap{}), "params.swap_mode"), std::string{"0"});
        QCOMPARE(is(eventOf(Swap{}), "swap_result.excluded_fee_input_amount"), std::string{"4987500"});
        QCOMPARE(is(eventOf(Swap{}), "swap_result.compounding_fee"), std::string{"200"});
        QCOMPARE(is(eventOf(Swap{}), "excluded_transfer_fee_amount_out"), std::string{"70000000"});
        QCOMPARE(is(eventOf(Swap{}), "current_timestamp"), std::string{"1780000000"});
        QCOMPARE(is(eventOf(Swap{}), "reserve_b_amount"), std::string{"12"});
        QVERIFY(is(eventWithoutReserves(Swap{}), "reserve_b_amount").empty());
        QCOMPARE(is(changeEvent(1), "transfer_fee_included_token_b_amount"), std::string{"2020"});
        QCOMPARE(is(changeEvent(1), "change_type"), std::string{"1"});
        QCOMPARE(is(initializeEvent(true), "token_b_amount"), std::string{"900"});
        QCOMPARE(is(initializeEvent(true), "alpha_vault"), derivedKey("alpha vault").base58());
    }

    // Programs of 2025 told each swap in both forms.
    void bothFormsAreOneTrade() {
        for (const bool newerFirst : {false, true}) {
            Swap swap;
            const Pubkey authority = core::wire::eventAuthorityOf(kMeteoraDammV2);
            TransactionMaker maker(walletKey("trader"));
            maker.balance(swap_case::accounts().vaultFirst, swap.coin, std::nullopt, 1, 1, 6);
            maker.begin(core::wire::programOf(kMeteoraDammV2), swapAccounts(swap), swapInstruction(swap));
            maker.selfCpi(authority, newerFirst ? eventOf(swap) : oldEvent(swap));
            maker.selfCpi(authority, newerFirst ? oldEvent(swap) : eventOf(swap));
            maker.end();
            const auto decoded = test::decodeWhole(maker);
            QCOMPARE(decoded.events.size(), std::size_t{1});
            swap_case::compare(kForm, swap, decoded.trades().at(0), walletKey("trader"));
        }
    }

    void directionsThatAreNone() {
        static Bytes bad;
        for (auto* event : {&eventOf, &oldEvent}) {
            bad = (*event)(Swap{});
            bad[40] = 2;
            Form form = kForm;
            form.event = [](const Swap&) { return bad; };
            const auto decoded = test::decodeWhole(swap_case::make(form, Swap{}));
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("bad_value"), std::uint64_t{1});
        }
    }

    void liquidity() {
        struct Case {
            std::vector<Pubkey> accounts;
            Bytes event;
            bool added;
            std::uint64_t a, b;  // what crossed the pool, not what the token program withheld
        };
        for (const auto& [accounts, event, added, a, b] :
             {Case{addAccounts(), changeEvent(0), true, 1'000, 2'000},
              Case{removeAccounts(), changeEvent(1), false, 1'010, 2'020},
              Case{addAccounts(), oldChangeEvent(true), true, 1'000, 2'000},
              Case{removeAccounts(), oldChangeEvent(false), false, 1'000, 2'000}}) {
            const auto decoded = test::decodeWhole(emits(accounts, {event}));
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            QCOMPARE(change.pool.base58(), derivedKey("pool").base58());
            QCOMPARE(change.mint.base58(), derivedKey("coin").base58());
            QCOMPARE(change.quoteMint.base58(), test::usdc().base58());
            QCOMPARE(change.wallet.base58(), walletKey("provider").base58());
            QCOMPARE(change.added, added);
            QCOMPARE(change.baseAmount.value(), a);
            QCOMPARE(change.quoteAmount.value(), b);
            for (std::size_t count = 0; count < accounts.size(); ++count) {
                const std::vector<Pubkey> few(accounts.begin(),
                                              accounts.begin() + static_cast<std::ptrdiff_t>(count));
                const auto broken = test::decodeWhole(emits(few, {event}));
                QVERIFY(broken.events.empty());
                QCOMPARE(broken.counted("bad_shape"), std::uint64_t{1});
            }
        }
        QCOMPARE(test::decodeWhole(emits(addAccounts(), {changeEvent(2)})).counted("bad_value"), std::uint64_t{1});
        QCOMPARE(test::decodeWhole(emits(addAccounts(), {oldChangeEvent(true), changeEvent(0)})).events.size(),
                 std::size_t{1});
    }

    // The fee block in the middle changed before and may again: then the ends still tell.
    void creation() {
        for (const Bytes& event : {initializeEvent(false), initializeEvent(true), initializeEvent(true, 2)}) {
            const auto decoded = test::decodeWhole(emits({derivedKey("some account")}, {event}));
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            QCOMPARE(change.pool.base58(), derivedKey("pool").base58());
            QCOMPARE(change.mint.base58(), derivedKey("coin").base58());
            QCOMPARE(change.quoteMint.base58(), test::wrappedSol().base58());
            QCOMPARE(change.wallet.base58(), walletKey("provider").base58());
            QVERIFY(change.added);
            QCOMPARE(change.baseAmount.value(), std::uint64_t{800});
            QCOMPARE(change.quoteAmount.value(), std::uint64_t{900});
        }
        Bytes nonsense(600, 0xee);
        const Bytes start = initializeEvent(false);
        std::copy(start.begin(), start.begin() + 8, nonsense.begin());
        const auto decoded = test::decodeWhole(emits({derivedKey("some account")}, {nonsense}));
        QVERIFY(decoded.events.empty());
        QVERIFY(!decoded.stats.undecoded.empty());
    }

    void unknownEventsAreCounted() {
        const auto decoded = test::decodeWhole(emits(addAccounts(), {BorshWriter("0102030405060708").bytes()}));
        QCOMPARE(decoded.counted("bad_discriminator"), std::uint64_t{1});
        const auto silent = test::decodeWhole(emits(addAccounts(), {BorshWriter("c6b6b734610c3138").bytes()}));
        QVERIFY(silent.stats.undecoded.empty() && silent.events.empty());
    }
};

QTEST_GUILESS_MAIN(TestMeteoraDammV2)
#include "test_meteora_damm_v2.moc"
