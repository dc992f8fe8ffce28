// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "swap_case.h"

#include "core/wire/dex/meteora_dlmm.h"
#endif

#include <QTest>

using core::LiquidityChange;
using core::wire::kMeteoraDlmm;
using swap_case::Form;
using swap_case::Pubkey;
using swap_case::Swap;
using test::BorshWriter;
using test::Bytes;
using test::derivedKey;
using test::TransactionMaker;
using test::walletKey;

namespace {

constexpr const char* kSwapInstruction = "f8c69e91e17587c8";

std::vector<Pubkey> swapAccounts(const Swap& swap) {
    const auto& at = swap_case::accounts();
    const Pubkey program = core::wire::programOf(kMeteoraDlmm);
    return {at.pool,      program,       at.vaultFirst,        at.vaultSecond, at.userIn,     at.userOut,
            swap.first(), swap.second(), derivedKey("oracle"), program,        swap.authority};
}

Bytes swapInstruction(const Swap& swap) {
    return BorshWriter(kSwapInstruction).u64(swap.in).u64(0).bytes();
}

Bytes swapEvent(const Swap& swap) {
    return BorshWriter("516ce3becdd00ac4")
        .pubkey(swap_case::accounts().pool)
        .pubkey(swap.authority)
        .i32(-231)
        .i32(-230)
        .u64(swap.in)
        .u64(swap.out)
        .boolean(swap.firstIn())
        .u64(swap.fee)
        .u64(swap.fee / 10)
        .u128(0, 20'800'000)
        .u64(7)
        .bytes();
}

Bytes swap2Event(const Swap& swap) {
    return BorshWriter("2e7452d7941b544d")
        .pubkey(swap_case::accounts().pool)
        .pubkey(swap.authority)
        .i32(-231)
        .i32(-230)
        .boolean(swap.firstIn())
        .u128(0, 20'800'000)
        .u64(swap.in)
        .u64(3)
        .u64(swap.out)
        .u64(swap.fee - 1'600)
        .u64(1'000)
        .u64(500)
        .u64(100)
        .boolean(swap.feeOnInput)
        .boolean(swap.feeOnInput == swap.firstIn())
        .bytes();
}

const Form kForm{&kMeteoraDlmm, &swapAccounts, 11, &swapInstruction, &swapEvent};
const Form kForm2{&kMeteoraDlmm, &swapAccounts, 11, &swapInstruction, &swap2Event};

Bytes liquidityEvent(bool adding, std::uint64_t x, std::uint64_t y) {
    return BorshWriter(adding ? "1f5e7d5ae3343dba" : "74f461e8671f983a")
        .pubkey(derivedKey("pool"))
        .pubkey(walletKey("provider"))
        .pubkey(derivedKey("position"))
        .u64(x)
        .u64(y)
        .i32(-4694)
        .bytes();
}

std::vector<Pubkey> liquidityAccounts() {
    return {derivedKey("position"),  derivedKey("pool"),   derivedKey("bitmap"),
            derivedKey("user x"),    derivedKey("user y"), derivedKey("reserve x"),
            derivedKey("reserve y"), derivedKey("coin"),   test::wrappedSol()};
}

TransactionMaker emits(const std::vector<Pubkey>& accounts, const char* instruction, const Bytes& event) {
    TransactionMaker maker(walletKey("provider"));
    maker.begin(core::wire::programOf(kMeteoraDlmm), accounts, BorshWriter(instruction).bytes());
    maker.selfCpi(core::wire::eventAuthorityOf(kMeteoraDlmm), event).end();
    return maker;
}

constexpr const char* kAddLiquidity = "b59d59438fb63448";
constexpr const char* kAddOneSide = "5e9b6797465fdca5";

}  // namespace

class TestMeteoraDlmm : public QObject {
    Q_OBJECT
private slots:
    void swaps() { swap_case::everyCheck(kForm); }
    void swapsInTheNewerForm() {
        swap_case::everyCheck(kForm2);
        Swap fromOutput;
        fromOutput.feeOnInput = false;
        swap_case::bothDirectionsAndBothOrders(kForm2, fromOutput);
    }
    void transferFees() {
        swap_case::transferFees(kForm);
        swap_case::transferFees(kForm2);
    }

    // A program that counted the withheld part as its own would say more than reached the pool.
    void whatTheVaultGotBoundsTheEvent() {
        Swap swap;
        swap.withheldIn = 50'000;
        Form form = kForm;
        form.event = [](const Swap& moved) {
            Swap told = moved;
            told.in += told.withheldIn;
            return swapEvent(told);
        };
        swap_case::comparesAlone(form, swap, walletKey("trader"));
    }

    void everyLength() {
        swap_case::everyLength(kMeteoraDlmm, swapEvent(Swap{}));
        swap_case::everyLength(kMeteoraDlmm, swap2Event(Swap{}));
        swap_case::everyLength(kMeteoraDlmm, liquidityEvent(true, 1, 2));
        swap_case::everyLength(kMeteoraDlmm, liquidityEvent(false, 1, 2));
        const Pubkey key = derivedKey("some key");
        swap_case::everyLength(kMeteoraDlmm,
                               BorshWriter("b94afc7d1bd7bc6f").pubkey(key).u16(25).pubkey(key).pubkey(key).bytes());
        swap_case::everyLength(kMeteoraDlmm,
                               BorshWriter("908efc549d352579").pubkey(key).pubkey(key).pubkey(key).bytes());
        swap_case::everyLength(kMeteoraDlmm, BorshWriter("ffc4106b1cca3580").pubkey(key).pubkey(key).bytes());
        swap_case::everyLength(
            kMeteoraDlmm,
            BorshWriter("4b7a9a308c4a7ba3").pubkey(key).pubkey(key).pubkey(key).u64(1).u64(2).bytes());
        QCOMPARE(swapEvent(Swap{}).size(), std::size_t{137});
        QCOMPARE(liquidityEvent(true, 1, 2).size(), std::size_t{124});
        swap_case::truncatedInTransaction(kForm);
        swap_case::truncatedInTransaction(kForm2);
    }

    void everyField() {
        const Bytes event = swapEvent(Swap{});
        const auto is = [&](std::string_view name) { return swap_case::field(kMeteoraDlmm, event, name); };
        QCOMPARE(is("lb_pair"), derivedKey("pool").base58());
        QCOMPARE(is("from"), walletKey("trader").base58());
        QCOMPARE(is("start_bin_id"), std::string{"-231"});
        QCOMPARE(is("end_bin_id"), std::string{"-230"});
        QCOMPARE(is("amount_in"), std::string{"5000000"});
        QCOMPARE(is("amount_out"), std::string{"70000000"});
        QCOMPARE(is("swap_for_y"), std::string{"false"});
        QCOMPARE(is("fee"), std::string{"12500"});
        QCOMPARE(is("protocol_fee"), std::string{"1250"});
        QCOMPARE(is("fee_bps"), std::string{"20800000"});
        QCOMPARE(is("host_fee"), std::string{"7"});
        QCOMPARE(swap_case::field(kMeteoraDlmm, liquidityEvent(true, 1, 2), "amounts"),
                 std::string{R"(["1","2"])"});
    }

    // The program of 2026 tells each swap in both forms.
    void bothFormsAreOneTrade() {
        for (const bool newerFirst : {false, true}) {
            for (const bool feeOnInput : {false, true}) {
                Swap swap;
                swap.selling = !feeOnInput;  // so that the fee is in the quote
                swap.feeOnInput = feeOnInput;
                const auto& at = swap_case::accounts();
                TransactionMaker maker(walletKey("trader"));
                maker.balance(at.vaultFirst, swap.coin, std::nullopt, 1, 1, 6);
                maker.begin(core::wire::programOf(kMeteoraDlmm), swapAccounts(swap), swapInstruction(swap));
                const Pubkey authority = core::wire::eventAuthorityOf(kMeteoraDlmm);
                maker.selfCpi(authority, newerFirst ? swap2Event(swap) : swapEvent(swap));
                maker.selfCpi(authority, newerFirst ? swapEvent(swap) : swap2Event(swap));
                maker.end();
                const auto decoded = test::decodeWhole(maker);
                QCOMPARE(decoded.events.size(), std::size_t{1});
                swap_case::compare(kForm, swap, decoded.trades().at(0), walletKey("trader"));
            }
        }
    }

    // The second swap of a route must not be taken for the other form of the first.
    void twoSwapsAreTwoTrades() {
        Swap swap;
        TransactionMaker maker(walletKey("trader"));
        maker.begin(derivedKey("router"), {}, {1});
        for (int i = 0; i < 2; ++i) {
            maker.begin(core::wire::programOf(kMeteoraDlmm), swapAccounts(swap), swapInstruction(swap));
            const Pubkey authority = core::wire::eventAuthorityOf(kMeteoraDlmm);
            maker.selfCpi(authority, i == 0 ? swapEvent(swap) : swap2Event(swap)).end();
        }
        maker.end();
        QCOMPARE(test::decodeWhole(maker).trades().size(), std::size_t{2});
    }

    void anotherPoolsInstruction() {
        Form form = kForm;
        form.accounts = [](const Swap& swap) {
            auto keys = swapAccounts(swap);
            keys[0] = derivedKey("another pool");
            return keys;
        };
        const auto decoded = test::decodeWhole(swap_case::make(form, Swap{}));
        QVERIFY(decoded.events.empty());
        QCOMPARE(decoded.counted("bad_shape"), std::uint64_t{1});
    }

    void aLogFeedShowsNothing() {
        const auto decoded = test::decodeLogs(swap_case::make(kForm, Swap{}));
        QVERIFY(decoded.done);
        QVERIFY(decoded.events.empty());
    }

    void liquidity() {
        for (const bool adding : {true, false}) {
            const auto decoded =
                test::decodeWhole(emits(liquidityAccounts(), kAddLiquidity, liquidityEvent(adding, 500, 90)));
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            QCOMPARE(std::string{change.venue.name()}, std::string{"meteora_dlmm"});
            QCOMPARE(change.pool.base58(), derivedKey("pool").base58());
            QCOMPARE(change.mint.base58(), derivedKey("coin").base58());
            QCOMPARE(change.quoteMint.base58(), test::wrappedSol().base58());
            QCOMPARE(change.wallet.base58(), walletKey("provider").base58());
            QCOMPARE(change.added, adding);
            QCOMPARE(change.baseAmount.value(), std::uint64_t{500});
            QCOMPARE(change.quoteAmount.value(), std::uint64_t{90});
            QVERIFY(!change.after);
        }
        QVERIFY(test::decodeWhole(emits(liquidityAccounts(), kAddLiquidity, liquidityEvent(true, 0, 0)))
                    .events.empty());
        for (std::size_t count = 0; count < liquidityAccounts().size(); ++count) {
            auto few = liquidityAccounts();
            few.resize(count);
            const auto decoded = test::decodeWhole(emits(few, kAddLiquidity, liquidityEvent(true, 500, 90)));
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted("bad_shape"), std::uint64_t{1});
        }
    }

    // Such an instruction names one mint; the other comes from the pool's creation or an earlier swap.
    void liquidityOfOneSide() {
        const std::vector<Pubkey> accounts{derivedKey("position"), derivedKey("pool"),      derivedKey("bitmap"),
                                           derivedKey("user y"),   derivedKey("reserve y"), test::wrappedSol()};
        const auto alone = test::decodeWhole(emits(accounts, kAddOneSide, liquidityEvent(true, 0, 90)));
        QVERIFY(alone.events.empty());
        QCOMPARE(alone.counted("pool_unknown"), std::uint64_t{1});

        TransactionMaker maker(walletKey("provider"));
        const Pubkey authority = core::wire::eventAuthorityOf(kMeteoraDlmm);
        maker.begin(core::wire::programOf(kMeteoraDlmm), {derivedKey("pool")},
                    BorshWriter("2d9aedd2dd0fa65c").bytes());
        maker.selfCpi(authority, BorshWriter("b94afc7d1bd7bc6f")
                                     .pubkey(derivedKey("pool"))
                                     .u16(100)
                                     .pubkey(derivedKey("coin"))
                                     .pubkey(test::wrappedSol())
                                     .bytes());
        maker.end();
        maker.begin(core::wire::programOf(kMeteoraDlmm), accounts, BorshWriter(kAddOneSide).bytes());
        maker.selfCpi(authority, liquidityEvent(true, 0, 90)).end();
        const auto decoded = test::decodeWhole(maker);
        QCOMPARE(decoded.events.size(), std::size_t{1});
        const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
        QCOMPARE(change.mint.base58(), derivedKey("coin").base58());
        QCOMPARE(change.baseAmount.value(), std::uint64_t{0});
        QCOMPARE(change.quoteAmount.value(), std::uint64_t{90});
    }

    void unknownEventsAreCounted() {
        const auto decoded =
            test::decodeWhole(emits(liquidityAccounts(), kAddLiquidity, BorshWriter("0102030405060708").bytes()));
        QCOMPARE(decoded.counted("bad_discriminator"), std::uint64_t{1});
        const auto silent =
            test::decodeWhole(emits(liquidityAccounts(), kAddLiquidity, BorshWriter("80977b6a1166718e").bytes()));
        QVERIFY(silent.stats.undecoded.empty() && silent.events.empty());
    }
};

QTEST_GUILESS_MAIN(TestMeteoraDlmm)
#include "test_meteora_dlmm.moc"
