// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN
#include "core/wire/dex/raydium_cpmm.h"

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
constexpr std::size_t kOldSize = 89;

const Pubkey kProgram = test::keyOf("CPMMoo8L3F4NbTegBCKVNunggL7H1ZpdTHKxQB5qKP1C");
const Pubkey kPayer = walletKey("payer");
const Pubkey kPool = derivedKey("pool");
const Pubkey kCoin = walletKey("coin");
const Pubkey kVaultIn = derivedKey("vault in");
const Pubkey kVaultOut = derivedKey("vault out");
const Pubkey kUserIn = derivedKey("user in");
const Pubkey kUserOut = derivedKey("user out");
const Pubkey kVaultOwner = derivedKey("vault owner");

struct SwapCase {
    Pubkey inMint = test::wrappedSol();
    Pubkey outMint = kCoin;
    std::uint64_t inBefore = 1'000'000, outBefore = 9'000'000, in = 1000, out = 8000, withheldIn = 0,
                  withheldOut = 0;
    bool old = false;
    std::uint64_t tradeFee = 25, creatorFee = 0;
    bool creatorFeeOnInput = true;
    std::uint8_t decimals = 6;
    Pubkey authority = kPayer;
};

Bytes eventOf(const SwapCase& c) {
    BorshWriter out("40c6cde8260871e2");
    out.pubkey(kPool).u64(c.inBefore).u64(c.outBefore).u64(c.in).u64(c.out).u64(c.withheldIn).u64(c.withheldOut);
    out.boolean(true);
    if (!c.old)
        out.pubkey(c.inMint).pubkey(c.outMint).u64(c.tradeFee).u64(c.creatorFee).boolean(c.creatorFeeOnInput);
    return out.bytes();
}

std::vector<Pubkey> accountsOf(const SwapCase& c) {
    return {c.authority,
            kVaultOwner,
            derivedKey("config"),
            kPool,
            kUserIn,
            kUserOut,
            kVaultIn,
            kVaultOut,
            walletKey("token program"),
            walletKey("token program"),
            c.inMint,
            c.outMint,
            derivedKey("observation")};
}

Bytes swapData(std::string_view kind = "8fbe5adac41e33de") {
    return BorshWriter(kind).u64(1).u64(0).bytes();
}

void addBalances(TransactionMaker& maker, const SwapCase& c, const Pubkey& outputOwner = kPayer) {
    const auto decimals = [&](const Pubkey& mint) {
        return mint == test::wrappedSol() ? std::uint8_t{9} : c.decimals;
    };
    maker.balance(kVaultIn, c.inMint, kVaultOwner, c.inBefore, c.inBefore, decimals(c.inMint));
    maker.balance(kVaultOut, c.outMint, kVaultOwner, c.outBefore, c.outBefore, decimals(c.outMint));
    maker.balance(kUserIn, c.inMint, outputOwner, 1, 0, decimals(c.inMint));
    maker.balance(kUserOut, c.outMint, outputOwner, 0, 1, decimals(c.outMint));
}

void addSwap(TransactionMaker& maker, const SwapCase& c, const std::optional<Bytes>& event,
             const std::vector<Pubkey>& accounts, const Bytes& data = swapData()) {
    maker.begin(kProgram, accounts, data);
    if (event) maker.logData(*event);
    maker.transferWithFee(kUserIn, c.inMint, kVaultIn, c.authority, c.in + c.withheldIn, c.decimals, c.withheldIn);
    maker.transferWithFee(kVaultOut, c.outMint, kUserOut, kVaultOwner, c.out, c.decimals, c.withheldOut);
    maker.end();
}

TransactionMaker swapOf(const SwapCase& c) {
    TransactionMaker maker(kPayer);
    addSwap(maker, c, eventOf(c), accountsOf(c));
    addBalances(maker, c);
    return maker;
}

Bytes lpChange(std::uint8_t type, std::uint64_t amount0, std::uint64_t amount1, std::uint64_t fee0 = 0,
               std::uint64_t fee1 = 0) {
    return BorshWriter("79a3cdc939da753c")
        .pubkey(kPool)
        .u64(77)
        .u64(10'000)
        .u64(20'000)
        .u64(amount0)
        .u64(amount1)
        .u64(fee0)
        .u64(fee1)
        .u8(type)
        .bytes();
}

// A liquidity instruction with its keys where the program puts them and fillers elsewhere.
std::vector<Pubkey> placed(std::size_t count, std::size_t pool, std::size_t vault, std::size_t mint) {
    std::vector<Pubkey> accounts(count, derivedKey("filler"));
    accounts[0] = kPayer;
    accounts[pool] = kPool;
    accounts[vault] = kVaultIn;
    accounts[vault + 1] = kVaultOut;
    accounts[mint] = kCoin;
    accounts[mint + 1] = test::wrappedSol();
    return accounts;
}

LiquidityChange onlyChange(const test::Decoded& decoded) {
    if (decoded.events.size() != 1) qFatal("%zu events, not one", decoded.events.size());
    return std::get<LiquidityChange>(decoded.events[0].body);
}

}  // namespace

class TestRaydiumCpmm : public QObject {
    Q_OBJECT
private slots:
    void buyWithEveryField() {
        const auto decoded = decodeWhole(swapOf({}));
        QVERIFY(decoded.done);
        QCOMPARE(decoded.events.size(), std::size_t{1});
        QCOMPARE(decoded.events[0].at.path.value().text(), std::string{"0"});
        const Trade trade = decoded.trades().at(0);
        QCOMPARE(trade.venue.name(), std::string_view{"raydium_cpmm"});
        QVERIFY(trade.program == kProgram && trade.pool == kPool);
        QVERIFY(trade.mint == Mint{kCoin} && trade.quoteMint == Mint{test::wrappedSol()});
        QVERIFY(trade.wallet == Wallet{kPayer} && trade.side == Side::Buy);
        QCOMPARE(trade.baseAmount.value(), 8000U);
        QCOMPARE(trade.quoteAmount.value(), 1000U);
        QVERIFY(!trade.baseUser);
        QCOMPARE(trade.quoteUser.value().value(), 1000U);
        QCOMPARE(trade.feeQuote.value().value(), 25U);
        QCOMPARE(trade.baseDecimals.value(), 6);
        QCOMPARE(trade.quoteDecimals.value(), 9);
        QCOMPARE(trade.after.value().base, 8'992'000U);
        QCOMPARE(trade.after.value().quote, 1'001'000U);
        QCOMPARE(trade.after.value().realQuote.value(), 1'001'000U);
        QVERIFY(!trade.after.value().realBase);
        QVERIFY(trade.route.empty());
    }

    void sellOfTheOldForm() {
        SwapCase c;
        c.old = true;
        std::swap(c.inMint, c.outMint);
        c.withheldIn = 40;
        const auto decoded = decodeWhole(swapOf(c));
        const Trade trade = decoded.trades().at(0);
        QVERIFY(trade.side == Side::Sell && trade.mint == Mint{kCoin});
        QCOMPARE(trade.baseAmount.value(), 1000U);
        QCOMPARE(trade.baseUser.value().value(), 1040U);  // the wallet gave the withheld coins too
        QCOMPARE(trade.quoteAmount.value(), 8000U);
        QCOMPARE(trade.quoteUser.value().value(), 8000U);
        QVERIFY(!trade.feeQuote);  // the old form tells none
        QCOMPARE(trade.after.value().base, 1'001'000U);
        QCOMPARE(trade.after.value().quote, 8'992'000U);
    }

    void transferFeeOnTheWayOut() {
        SwapCase c;
        c.withheldOut = 500;
        const Trade trade = decodeWhole(swapOf(c)).trades().at(0);
        QCOMPARE(trade.baseAmount.value(), 8000U);
        QCOMPARE(trade.baseUser.value().value(), 7500U);
        QCOMPARE(trade.after.value().base, 8'992'000U);
        c.withheldOut = c.out + 1;
        const auto hostile = decodeWhole(swapOf(c));
        QVERIFY(hostile.trades().empty());
        QCOMPARE(hostile.counted("bad_value"), 1U);
    }

    void feesInQuoteUnitsOnly() {
        SwapCase sell;
        std::swap(sell.inMint, sell.outMint);
        QVERIFY(!decodeWhole(swapOf(sell)).trades().at(0).feeQuote);  // charged in coins
        sell.creatorFee = 7;
        sell.creatorFeeOnInput = false;
        const Trade trade = decodeWhole(swapOf(sell)).trades().at(0);
        QCOMPARE(trade.feeQuote.value().value(), 7U);
        QCOMPARE(trade.after.value().quote, 8'992'000U - 7);  // owed to the creator, not the pool's
        SwapCase buy;
        buy.creatorFee = 7;
        const Trade bought = decodeWhole(swapOf(buy)).trades().at(0);
        QCOMPARE(bought.feeQuote.value().value(), 32U);
        QCOMPARE(bought.after.value().quote, 1'001'000U - 7);
    }

    void quoteSideByPreference() {
        SwapCase c;
        c.outMint = test::usdc();
        Trade trade = decodeWhole(swapOf(c)).trades().at(0);
        QVERIFY(trade.mint == Mint{test::usdc()} && trade.side == Side::Buy);
        std::swap(c.inMint, c.outMint);
        trade = decodeWhole(swapOf(c)).trades().at(0);
        QVERIFY(trade.mint == Mint{test::usdc()} && trade.side == Side::Sell);
        c.inMint = walletKey("another coin");
        c.outMint = kCoin;
        trade = decodeWhole(swapOf(c)).trades().at(0);
        QVERIFY(trade.mint == Mint{kCoin} && trade.quoteMint == Mint{c.inMint} && trade.side == Side::Buy);
    }

    void cutAtEveryByte() {
        const SwapCase c;
        const Bytes whole = eventOf(c);
        QCOMPARE(whole.size(), std::size_t{170});
        for (std::size_t size = 0; size < whole.size(); ++size) {
            TransactionMaker maker(kPayer);
            addSwap(maker, c, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)),
                    accountsOf(c));
            addBalances(maker, c);
            const auto decoded = decodeWhole(maker);
            QCOMPARE(decoded.trades().size(), size == kOldSize ? std::size_t{1} : std::size_t{0});
            QCOMPARE(decoded.counted("truncated"), size == kOldSize ? 0U : 1U);
        }
        const Bytes lp = lpChange(0, 1, 2);
        QCOMPARE(lp.size(), std::size_t{97});
        for (std::size_t size = 8; size < lp.size(); ++size) {
            const std::span<const std::uint8_t> cut{lp.data(), size};
            QVERIFY(core::wire::kRaydiumCpmm.describe(cut).error().code == core::ErrorCode::Truncated);
        }
    }

    void newerFormIsReadAsFarAsKnown() {
        const SwapCase c;
        Bytes longer = eventOf(c);
        longer.insert(longer.end(), 5, 0xee);
        TransactionMaker maker(kPayer);
        addSwap(maker, c, longer, accountsOf(c));
        addBalances(maker, c);
        QCOMPARE(decodeWhole(maker).trades().size(), std::size_t{1});
        QCOMPARE(core::wire::kRaydiumCpmm.describe(longer).value().trailingBytes, std::size_t{5});
    }

    void wrongAccounts() {
        const SwapCase c;
        const auto all = accountsOf(c);
        for (const bool withEvent : {true, false}) {
            for (std::size_t count = 0; count < all.size(); ++count) {
                TransactionMaker maker(kPayer);
                addSwap(maker, c, withEvent ? std::optional{eventOf(c)} : std::nullopt,
                        {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)});
                addBalances(maker, c);
                const auto decoded = decodeWhole(maker);
                QVERIFY(decoded.trades().empty());
                QCOMPARE(decoded.counted("bad_shape"), 1U);
            }
        }
        for (const std::size_t changed : {3U, 10U, 11U}) {
            auto accounts = all;
            accounts[changed] = walletKey("somebody else's");
            TransactionMaker maker(kPayer);
            addSwap(maker, c, eventOf(c), accounts);
            addBalances(maker, c);
            const auto decoded = decodeWhole(maker);
            QVERIFY(decoded.trades().empty());
            QCOMPARE(decoded.counted("bad_shape"), 1U);
        }
    }

    void imitatorFailedAndUnresolved() {
        const SwapCase c;
        TransactionMaker imitator(kPayer);
        imitator.begin(walletKey("imitator"), accountsOf(c), swapData()).logData(eventOf(c)).end();
        addBalances(imitator, c);
        QVERIFY(decodeWhole(imitator).events.empty());
        QVERIFY(decodeLogs(imitator).events.empty());

        const auto failed = decodeWhole(swapOf(c).failed());
        QVERIFY(failed.done && failed.events.empty());
        QCOMPARE(failed.stats.failedTransactions, 1U);

        const auto unresolved = decodeWhole(swapOf(c).lookup(kPool).withoutLoadedAddresses());
        QVERIFY(unresolved.events.empty());
        QVERIFY(unresolved.done.error().code == core::ErrorCode::BadShape);
        QCOMPARE(decodeWhole(swapOf(c).lookup(kPool)).trades().size(), std::size_t{1});
    }

    void logFeedDoesNotSayWho() {
        const auto decoded = decodeLogs(swapOf({}));
        QVERIFY(decoded.events.empty());
        QCOMPARE(decoded.counted("needs_transaction"), 1U);
    }

    void routerWithItsOwnAddress() {
        SwapCase c;
        c.authority = derivedKey("router authority");
        const Pubkey trader = walletKey("trader");
        const Pubkey traderAccount = derivedKey("trader's account");
        TransactionMaker maker(kPayer);
        maker.begin(test::keyOf("6m2CDdhRgxpH4WjvdzxAYbGxwdGUz5MziiL5jek2kBma"), {kPayer}, {1});
        addSwap(maker, c, eventOf(c), accountsOf(c));
        maker.transfer(kUserOut, traderAccount, c.authority, c.out);
        maker.end();
        addBalances(maker, c, c.authority);
        maker.balance(traderAccount, c.outMint, trader, 0, c.out, c.decimals);
        const auto decoded = decodeWhole(maker);
        QCOMPARE(decoded.trades().size(), std::size_t{1});
        QVERIFY(decoded.trades()[0].wallet == Wallet{trader});
        QCOMPARE(decoded.trades()[0].route.name(), std::string_view{"okx"});
        QCOMPARE(decoded.events[0].at.path.value().text(), std::string{"0.0"});
    }

    void hostileNumbers() {
        SwapCase c;
        c.in = c.out = c.inBefore = c.outBefore = kMost;
        c.tradeFee = c.creatorFee = kMost;
        const auto decoded = decodeWhole(swapOf(c));
        const Trade trade = decoded.trades().at(0);
        QCOMPARE(trade.quoteAmount.value(), kMost);
        QCOMPARE(trade.baseAmount.value(), kMost);
        QVERIFY(!trade.after);     // the sum would leave 64 bits
        QVERIFY(!trade.feeQuote);  // so would this one
        c.withheldIn = 1;
        QCOMPARE(decodeWhole(swapOf(c)).counted("bad_value"), 1U);
        SwapCase decimals;
        decimals.decimals = 255;
        QCOMPARE(decodeWhole(swapOf(decimals)).trades().at(0).baseDecimals.value(), 255);
    }

    void swapWhoseLineIsMissing() {
        for (const std::string_view kind : {"8fbe5adac41e33de", "37d96256a34ab4ad"}) {
            SwapCase c;
            c.withheldIn = 50;
            c.withheldOut = 300;
            TransactionMaker maker(kPayer);
            addSwap(maker, c, std::nullopt, accountsOf(c), swapData(kind));
            addBalances(maker, c);
            const Trade trade = decodeWhole(maker).trades().at(0);
            QVERIFY(trade.pool == kPool && trade.wallet == Wallet{kPayer} && trade.side == Side::Buy);
            QCOMPARE(trade.quoteAmount.value(), 1000U);
            QCOMPARE(trade.quoteUser.value().value(), 1050U);
            QCOMPARE(trade.baseAmount.value(), 8000U);
            QCOMPARE(trade.baseUser.value().value(), 7700U);
            QVERIFY(!trade.after);
            QCOMPARE(decodeWhole(maker.withoutInner()).counted("needs_transaction"), 1U);
        }
        const SwapCase c;
        TransactionMaker cut(kPayer);
        cut.cutLog();
        addSwap(cut, c, eventOf(c), accountsOf(c));
        addBalances(cut, c);
        QCOMPARE(decodeWhole(cut).trades().size(), std::size_t{1});
    }

    void liquidityByEvent() {
        const Bytes arguments = BorshWriter("f223c68952e1f2b6").u64(1).u64(2).u64(3).bytes();
        TransactionMaker deposit(kPayer);
        deposit.begin(kProgram, placed(13, 2, 6, 10), arguments).logData(lpChange(0, 300, 400, 5, 6)).end();
        LiquidityChange change = onlyChange(decodeWhole(deposit));
        QVERIFY(change.added && change.pool == kPool && change.wallet == Wallet{kPayer});
        QVERIFY(change.mint == Mint{kCoin} && change.quoteMint == Mint{test::wrappedSol()});
        QCOMPARE(change.baseAmount.value(), 300U);
        QCOMPARE(change.quoteAmount.value(), 400U);
        QCOMPARE(change.after.value().base, 10'300U);
        QCOMPARE(change.after.value().quote, 20'400U);

        TransactionMaker withdraw(kPayer);
        withdraw.begin(kProgram, placed(14, 2, 6, 10), BorshWriter("b712469c946da122").u64(1).bytes())
            .logData(lpChange(1, 300, 400, 5, 6))
            .end();
        change = onlyChange(decodeWhole(withdraw));
        QVERIFY(!change.added);
        QCOMPARE(change.baseAmount.value(), 305U);  // the withheld coins left the pool too
        QCOMPARE(change.quoteAmount.value(), 406U);
        QCOMPARE(change.after.value().base, 9'695U);

        TransactionMaker create(kPayer);
        create.begin(kProgram, placed(20, 3, 10, 4), BorshWriter("afaf6d1f0d989bed").u64(1).bytes())
            .logData(lpChange(2, 300, 400))
            .end();
        QVERIFY(onlyChange(decodeWhole(create)).added);

        // A kind that the instruction is not, and one that does not exist.
        for (const std::uint8_t type : {std::uint8_t{1}, std::uint8_t{3}}) {
            TransactionMaker wrong(kPayer);
            wrong.begin(kProgram, placed(13, 2, 6, 10), arguments).logData(lpChange(type, 300, 400)).end();
            const auto decoded = decodeWhole(wrong);
            QVERIFY(decoded.events.empty());
            QCOMPARE(decoded.counted(type == 3 ? "bad_value" : "bad_shape"), 1U);
        }
        TransactionMaker few(kPayer);
        few.begin(kProgram, placed(12, 2, 6, 10), arguments).logData(lpChange(0, 300, 400)).end();
        QCOMPARE(decodeWhole(few).counted("bad_shape"), 1U);
    }

    void liquidityByTransfers() {
        struct Form {
            std::string_view kind;
            std::size_t count, pool, vault, mint;
            bool added, created;
        };
        for (const Form& form : {Form{"f223c68952e1f2b6", 13, 2, 6, 10, true, false},
                                 Form{"b712469c946da122", 14, 2, 6, 10, false, false},
                                 Form{"afaf6d1f0d989bed", 20, 3, 10, 4, true, true},
                                 Form{"3f37fe4131b25979", 21, 4, 11, 5, true, true}}) {
            TransactionMaker maker(kPayer);
            maker.begin(kProgram, placed(form.count, form.pool, form.vault, form.mint),
                        BorshWriter(form.kind).u64(1).bytes());
            const auto move = [&](const Pubkey& user, const Pubkey& vault, const Pubkey& mint,
                                  std::uint64_t amount) {
                const Pubkey& from = form.added ? user : vault;
                const Pubkey& to = form.added ? vault : user;
                maker.transferWithFee(from, mint, to, kPayer, amount, 6, 10);
            };
            move(kUserIn, kVaultIn, kCoin, 700);
            move(kUserOut, kVaultOut, test::wrappedSol(), 90);
            maker.end();
            const LiquidityChange change = onlyChange(decodeWhole(maker));
            QCOMPARE(change.added, form.added);
            QVERIFY(change.pool == kPool && change.mint == Mint{kCoin});
            QCOMPARE(change.baseAmount.value(), form.added ? 690U : 700U);
            QCOMPARE(change.quoteAmount.value(), form.added ? 80U : 90U);
            QCOMPARE(change.after.has_value(), form.created);
            QCOMPARE(decodeWhole(maker.withoutInner()).counted("needs_transaction"), 1U);
        }
        TransactionMaker nothing(kPayer);
        nothing.begin(kProgram, placed(13, 2, 6, 10), BorshWriter("f223c68952e1f2b6").u64(1).bytes()).end();
        QCOMPARE(decodeWhole(nothing).counted("bad_shape"), 1U);
    }

    void unknownIsCounted() {
        TransactionMaker maker(kPayer);
        maker.begin(kProgram, {kPayer}, {1, 2, 3, 4, 5, 6, 7, 8}).logData({8, 7, 6, 5, 4, 3, 2, 1}).end();
        const auto decoded = decodeWhole(maker);
        QVERIFY(decoded.events.empty());
        QCOMPARE(decoded.counted("bad_discriminator"), 1U);
    }
};

QTEST_GUILESS_MAIN(TestRaydiumCpmm)
#include "test_raydium_cpmm.moc"
