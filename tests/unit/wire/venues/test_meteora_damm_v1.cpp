// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "swap_case.h"

#include "core/wire/dex/meteora_damm_v1.h"
#endif

#include <QTest>

using core::LiquidityChange;
using core::wire::kMeteoraDammV1;
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
    return {at.pool,
            at.userIn,
            at.userOut,
            derivedKey("vault account a"),
            derivedKey("vault account b"),
            at.vaultFirst,
            at.vaultSecond,
            derivedKey("lp mint a"),
            derivedKey("lp mint b"),
            derivedKey("lp a"),
            derivedKey("lp b"),
            derivedKey("protocol fee"),
            swap.authority};
}

Bytes swapInstruction(const Swap& swap) {
    return BorshWriter("f8c69e91e17587c8").u64(swap.in).u64(0).bytes();
}

Bytes swapEvent(const Swap& swap) {
    return BorshWriter("516ce3becdd00ac4").u64(swap.in).u64(swap.out).u64(swap.fee - 600).u64(500).u64(100).bytes();
}

const Form kForm{&kMeteoraDammV1, &swapAccounts, 13, &swapInstruction, &swapEvent};

struct Change {
    const char* instruction;
    const char* event;
    std::size_t user;
    bool added;
};
constexpr const char* kAdded = "1f5e7d5ae3343dba";
constexpr const char* kRemoved = "74f461e8671f983a";
constexpr Change kChanges[] = {
    {"a8e3323ebdab54b0", kAdded, 13, true},
    {"4f237a54ad0f5dbf", kAdded, 13, true},
    {"856d2cb338ee7221", kRemoved, 13, false},
    {"5454b142feb90afb", kRemoved, 12, false},
};

TransactionMaker emits(const std::vector<Pubkey>& accounts, const char* instruction, const Bytes& event) {
    TransactionMaker maker(walletKey("provider"));
    maker.balance(derivedKey("token vault a"), derivedKey("coin"), std::nullopt, 1, 1, 6);
    maker.balance(derivedKey("token vault b"), test::wrappedSol(), std::nullopt, 1, 1, 9);
    maker.begin(core::wire::programOf(kMeteoraDammV1), accounts, BorshWriter(instruction).bytes());
    maker.logData(event).end();
    return maker;
}

std::vector<Pubkey> changeAccounts(std::size_t user) {
    std::vector<Pubkey> keys;
    for (std::size_t i = 0; i <= user; ++i) keys.push_back(derivedKey("account " + std::to_string(i)));
    keys[0] = derivedKey("pool");
    keys[9] = derivedKey("token vault a");
    keys[10] = derivedKey("token vault b");
    keys[user] = walletKey("provider");
    return keys;
}

Bytes changeEvent(const char* discriminator) {
    return BorshWriter(discriminator).u64(77).u64(1'000).u64(2'000).bytes();
}

Bytes createdEvent() {
    return BorshWriter("ca2c295868dc9d52")
        .pubkey(derivedKey("lp mint"))
        .pubkey(derivedKey("coin"))
        .pubkey(test::wrappedSol())
        .u8(0)
        .pubkey(derivedKey("pool"))
        .bytes();
}

// The two mints stand at `mint`, the vaults of their tokens four places behind.
TransactionMaker creates(std::size_t mint, std::optional<std::size_t> count = std::nullopt) {
    std::vector<Pubkey> keys;
    for (std::size_t i = 0; i < mint + 6; ++i) keys.push_back(derivedKey("account " + std::to_string(i)));
    keys[mint] = derivedKey("coin");
    keys[mint + 1] = test::wrappedSol();
    keys[mint + 4] = derivedKey("token vault a");
    keys[mint + 5] = derivedKey("token vault b");
    if (count) keys.resize(*count);
    TransactionMaker maker(walletKey("provider"));
    maker.begin(core::wire::programOf(kMeteoraDammV1), keys, BorshWriter("07a68aabceabecf4").bytes());
    maker.transfer(derivedKey("user a"), derivedKey("token vault a"), walletKey("provider"), 1'000);
    maker.transfer(derivedKey("user b"), derivedKey("token vault b"), walletKey("provider"), 2'000);
    maker.logData(createdEvent()).end();
    return maker;
}

}  // namespace

class TestMeteoraDammV1 : public QObject {
    Q_OBJECT
private slots:
    void swaps() { swap_case::everyCheck(kForm); }

    // An account that was opened and closed in the transaction has no balance; the others tell its mint.
    void mintsFromTheVaultsAlone() {
        Swap swap;
        const auto& at = swap_case::accounts();
        for (const bool knowSource : {false, true}) {
            TransactionMaker maker(walletKey("trader"));
            maker.balance(at.vaultFirst, swap.first(), std::nullopt, 1, 1, 6);
            maker.balance(at.vaultSecond, swap.second(), std::nullopt, 1, 1, 9);
            if (knowSource)
                maker.balance(at.userIn, swap.inMint(), walletKey("trader"), 1, 1, 9);
            else
                maker.balance(at.userOut, swap.outMint(), walletKey("trader"), 1, 1, 6);
            maker.begin(core::wire::programOf(kMeteoraDammV1), swapAccounts(swap), swapInstruction(swap));
            maker.logData(swapEvent(swap)).end();
            const auto decoded = test::decodeWhole(maker);
            QCOMPARE(decoded.trades().size(), std::size_t{1});
            swap_case::compare(kForm, swap, decoded.trades()[0], walletKey("trader"));
        }
        TransactionMaker nothing(walletKey("trader"));
        nothing.begin(core::wire::programOf(kMeteoraDammV1), swapAccounts(swap), swapInstruction(swap));
        nothing.logData(swapEvent(swap)).end();
        QCOMPARE(test::decodeWhole(nothing).counted("pool_unknown"), std::uint64_t{1});
    }

    void everyLength() {
        swap_case::everyLength(kMeteoraDammV1, swapEvent(Swap{}));
        swap_case::everyLength(kMeteoraDammV1, changeEvent(kAdded));
        swap_case::everyLength(kMeteoraDammV1, changeEvent(kRemoved));
        swap_case::everyLength(kMeteoraDammV1, createdEvent());
        QCOMPARE(swapEvent(Swap{}).size(), std::size_t{48});
        QCOMPARE(changeEvent(kAdded).size(), std::size_t{32});
        QCOMPARE(createdEvent().size(), std::size_t{137});
        swap_case::truncatedInTransaction(kForm);
    }

    void everyField() {
        const auto is = [](const Bytes& event, std::string_view name) {
            return swap_case::field(kMeteoraDammV1, event, name);
        };
        QCOMPARE(is(swapEvent(Swap{}), "inAmount"), std::string{"5000000"});
        QCOMPARE(is(swapEvent(Swap{}), "outAmount"), std::string{"70000000"});
        QCOMPARE(is(swapEvent(Swap{}), "tradeFee"), std::string{"11900"});
        QCOMPARE(is(swapEvent(Swap{}), "protocolFee"), std::string{"500"});
        QCOMPARE(is(swapEvent(Swap{}), "hostFee"), std::string{"100"});
        QCOMPARE(is(changeEvent(kAdded), "tokenBAmount"), std::string{"2000"});
        QCOMPARE(is(changeEvent(kRemoved), "tokenAOutAmount"), std::string{"1000"});
        QCOMPARE(is(createdEvent(), "pool"), derivedKey("pool").base58());
    }

    void liquidity() {
        for (const auto& [instruction, event, user, added] : kChanges) {
            const auto accounts = changeAccounts(user);
            const auto decoded = test::decodeWhole(emits(accounts, instruction, changeEvent(event)));
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            QCOMPARE(std::string{change.venue.name()}, std::string{"meteora_damm_v1"});
            QCOMPARE(change.pool.base58(), derivedKey("pool").base58());
            QCOMPARE(change.mint.base58(), derivedKey("coin").base58());
            QCOMPARE(change.quoteMint.base58(), test::wrappedSol().base58());
            QCOMPARE(change.wallet.base58(), walletKey("provider").base58());
            QCOMPARE(change.added, added);
            QCOMPARE(change.baseAmount.value(), std::uint64_t{1'000});
            QCOMPARE(change.quoteAmount.value(), std::uint64_t{2'000});
            for (std::size_t count = 0; count <= user; ++count) {
                const std::vector<Pubkey> few(accounts.begin(),
                                              accounts.begin() + static_cast<std::ptrdiff_t>(count));
                const auto broken = test::decodeWhole(emits(few, instruction, changeEvent(event)));
                QVERIFY(broken.events.empty());
                QCOMPARE(broken.counted("bad_shape"), std::uint64_t{1});
            }
        }
        // A pool that ran dry is filled again.
        const Bytes again =
            BorshWriter("797f26885c370ef7").u64(77).u64(1'000).u64(2'000).pubkey(derivedKey("pool")).bytes();
        const auto decoded = test::decodeWhole(emits(changeAccounts(13), "04e4d747e1fd77ce", again));
        QVERIFY(std::get<LiquidityChange>(decoded.events.at(0).body).added);
    }

    void creation() {
        for (const std::size_t mint : {std::size_t{2}, std::size_t{3}}) {
            const auto decoded = test::decodeWhole(creates(mint));
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            QCOMPARE(change.pool.base58(), derivedKey("pool").base58());
            QCOMPARE(change.mint.base58(), derivedKey("coin").base58());
            QCOMPARE(change.wallet.base58(), walletKey("provider").base58());
            QVERIFY(change.added);
            QCOMPARE(change.baseAmount.value(), std::uint64_t{1'000});
            QCOMPARE(change.quoteAmount.value(), std::uint64_t{2'000});
            for (std::size_t count = 0; count < mint + 6; ++count)
                QCOMPARE(test::decodeWhole(creates(mint, count)).counted("bad_shape"), std::uint64_t{1});
        }
        QCOMPARE(test::decodeWhole(creates(4)).counted("bad_shape"), std::uint64_t{1});
    }

    void aLogFeedNeedsTheTransaction() {
        const auto decoded = test::decodeLogs(swap_case::make(kForm, Swap{}));
        QVERIFY(decoded.events.empty());
        QCOMPARE(decoded.counted("needs_transaction"), std::uint64_t{1});
    }

    // The line of a swap that the log's budget cut off: its transfers tell the amounts.
    void aCutLog() {
        Swap swap;
        const auto& at = swap_case::accounts();
        TransactionMaker maker(walletKey("trader"));
        maker.balance(at.vaultFirst, swap.first(), std::nullopt, 1, 1, 6);
        maker.balance(at.vaultSecond, swap.second(), std::nullopt, 1, 1, 9);
        maker.begin(core::wire::programOf(kMeteoraDammV1), swapAccounts(swap), swapInstruction(swap));
        maker.transfer(at.userIn, at.vaultSecond, walletKey("trader"), swap.in).cutLog();
        maker.transfer(at.vaultFirst, at.userOut, derivedKey("vault"), swap.out);
        maker.logData(swapEvent(swap)).end();
        const auto decoded = test::decodeWhole(maker);
        QVERIFY(decoded.stats.undecoded.empty());
        QCOMPARE(decoded.trades().size(), std::size_t{1});
        swap.event = false;
        swap_case::compare(kForm, swap, decoded.trades()[0], walletKey("trader"));
    }

    void unknownEventsAreCounted() {
        const auto decoded = test::decodeWhole(
            emits(changeAccounts(13), "a8e3323ebdab54b0", BorshWriter("0102030405060708").bytes()));
        QCOMPARE(decoded.counted("bad_discriminator"), std::uint64_t{1});
        const auto silent = test::decodeWhole(
            emits(changeAccounts(13), "15d1d0e0a1b2c3d4", BorshWriter("dcb743d799cf38ea").bytes()));
        QVERIFY(silent.stats.undecoded.empty() && silent.events.empty());
    }
};

QTEST_GUILESS_MAIN(TestMeteoraDammV1)
#include "test_meteora_damm_v1.moc"
