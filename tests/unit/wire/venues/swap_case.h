// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/dex/registry.h"
#include "core/wire/event_json.h"
#include "tests/support/transaction_maker.h"

#include <QTest>

#include <limits>
#include <set>

/// What must hold for the swaps of every venue, whatever its bytes look like. A test describes how its venue
/// writes a swap and asks for the checks.
namespace swap_case {

using core::Pubkey;
using core::Side;
using core::Trade;
using test::Bytes;
using test::TransactionMaker;

/// One swap of a coin against a quote asset. Amounts are what crossed the pool; what the token program withheld
/// on the way is on top of what the wallet sent, and missing from what it got.
struct Swap {
    Pubkey coin = test::derivedKey("coin");
    Pubkey quote = test::wrappedSol();
    bool coinFirst = true;  ///< the coin is the pool's first token
    bool selling = false;
    std::uint64_t in = 5'000'000;
    std::uint64_t out = 70'000'000;
    std::uint64_t withheldIn = 0;
    std::uint64_t withheldOut = 0;
    std::uint64_t fee = 12'500;
    bool feeOnInput = true;
    bool feeKnown = true;  ///< the event tells from which side it was taken
    Pubkey authority = test::walletKey("trader");
    Pubkey payer = test::walletKey("trader");
    bool routed = false;  ///< a router holds the tokens and hands the output on to the trader
    Pubkey receiver = test::walletKey("trader");
    bool event = true;
    std::optional<Pubkey> program;        ///< another program does the same
    std::optional<std::size_t> accounts;  ///< so many of the instruction's accounts only
    std::uint8_t coinDecimals = 6;
    bool failed = false;

    [[nodiscard]] const Pubkey& inMint() const { return selling ? coin : quote; }
    [[nodiscard]] const Pubkey& outMint() const { return selling ? quote : coin; }
    [[nodiscard]] const Pubkey& first() const { return coinFirst ? coin : quote; }
    [[nodiscard]] const Pubkey& second() const { return coinFirst ? quote : coin; }
    /// The pool's first token goes in.
    [[nodiscard]] bool firstIn() const { return selling == coinFirst; }
};

/// Accounts that a swap touches, the same for every venue.
struct Accounts {
    Pubkey pool = test::derivedKey("pool");
    Pubkey vaultFirst = test::derivedKey("vault of the first token");
    Pubkey vaultSecond = test::derivedKey("vault of the second token");
    Pubkey userIn = test::derivedKey("account that pays");
    Pubkey userOut = test::derivedKey("account that is paid");
    Pubkey traderOut = test::derivedKey("account of the receiver");
};
inline const Accounts& accounts() {
    static const Accounts all;
    return all;
}

/// How a venue writes a swap.
struct Form {
    const core::wire::Venue* venue = nullptr;
    std::vector<Pubkey> (*accounts)(const Swap&) = nullptr;
    std::size_t neededAccounts = 0;  ///< with fewer the swap cannot be told
    Bytes (*instruction)(const Swap&) = nullptr;
    Bytes (*event)(const Swap&) = nullptr;
};

inline TransactionMaker make(const Form& form, const Swap& swap) {
    const Accounts& at = accounts();
    const Pubkey program = swap.program.value_or(core::wire::programOf(*form.venue));
    const Pubkey router = test::derivedKey("router program");
    TransactionMaker maker(swap.payer);
    const auto decimals = [&](const Pubkey& mint) {
        return static_cast<std::uint8_t>(mint == swap.coin ? swap.coinDecimals : 9);
    };
    maker.balance(at.vaultFirst, swap.first(), test::derivedKey("authority of the vaults"), 1, 1,
                  decimals(swap.first()));
    maker.balance(at.vaultSecond, swap.second(), test::derivedKey("authority of the vaults"), 1, 1,
                  decimals(swap.second()));
    maker.balance(at.userIn, swap.inMint(), swap.authority, 1, 1, decimals(swap.inMint()));
    maker.balance(at.userOut, swap.outMint(), swap.authority, 1, 1, decimals(swap.outMint()));
    if (swap.routed) {
        maker.balance(at.traderOut, swap.outMint(), swap.receiver, 1, 1, decimals(swap.outMint()));
        maker.begin(router, {swap.payer}, {1});
    }
    auto keys = form.accounts(swap);
    if (swap.accounts) keys.resize(*swap.accounts);
    maker.begin(program, keys, form.instruction(swap));
    const Pubkey& inVault = swap.firstIn() ? at.vaultFirst : at.vaultSecond;
    const Pubkey& outVault = swap.firstIn() ? at.vaultSecond : at.vaultFirst;
    const auto move = [&](const Pubkey& from, const Pubkey& mint, const Pubkey& to, const Pubkey& owner,
                          std::uint64_t amount, std::uint64_t withheld) {
        if (withheld != 0)
            maker.transferWithFee(from, mint, to, owner, amount, decimals(mint), withheld);
        else
            maker.transferChecked(from, mint, to, owner, amount, decimals(mint));
    };
    move(at.userIn, swap.inMint(), inVault, swap.authority, swap.in + swap.withheldIn, swap.withheldIn);
    move(outVault, swap.outMint(), at.userOut, test::derivedKey("authority of the vaults"), swap.out,
         swap.withheldOut);
    if (swap.event && form.venue->place == core::wire::EventPlace::SelfCpiOnly)
        maker.selfCpi(core::wire::eventAuthorityOf(*form.venue), form.event(swap));
    else if (swap.event)
        maker.logData(form.event(swap));
    maker.end();
    if (swap.routed) {
        maker.transferChecked(at.userOut, swap.outMint(), at.traderOut, swap.authority, swap.out,
                              decimals(swap.outMint()));
        maker.end();
    }
    if (swap.failed) maker.failed();
    return maker;
}

/// Holds one decoded trade against the swap that made it.
inline void compare(const Form& form, const Swap& swap, const Trade& trade, const Pubkey& wallet) {
    QCOMPARE(std::string{trade.venue.name()}, std::string{form.venue->id});
    QVERIFY(trade.program == core::wire::programOf(*form.venue));
    QVERIFY(trade.pool == accounts().pool);
    QCOMPARE(trade.mint.base58(), swap.coin.base58());
    QCOMPARE(trade.quoteMint.base58(), swap.quote.base58());
    QCOMPARE(trade.side == Side::Sell, swap.selling);
    QCOMPARE(trade.wallet.base58(), wallet.base58());
    const auto& coins = trade.baseAmount;
    const auto& quote = trade.quoteAmount;
    QCOMPARE((swap.selling ? coins : quote).value(), swap.in);
    QCOMPARE((swap.selling ? quote : coins).value(), swap.out);
    const std::uint64_t gave = swap.in + swap.withheldIn;
    const std::uint64_t got = swap.out - swap.withheldOut;
    QCOMPARE(trade.quoteUser.value().value(), swap.selling ? got : gave);
    const std::uint64_t userCoins = swap.selling ? gave : got;
    QCOMPARE(trade.baseUser.has_value(), userCoins != coins.value());
    if (trade.baseUser) QCOMPARE(trade.baseUser->value(), userCoins);
    const bool feeInQuote = swap.feeOnInput != swap.selling;
    QCOMPARE(trade.feeQuote.has_value(), swap.event && swap.feeKnown && feeInQuote);
    if (trade.feeQuote) QCOMPARE(trade.feeQuote->value(), swap.fee);
    QVERIFY(trade.baseDecimals == swap.coinDecimals);
    QVERIFY(trade.quoteDecimals.has_value());
    QVERIFY(!trade.after);  // none of these pools has reserves that set its price
}

inline void comparesAlone(const Form& form, const Swap& swap, const Pubkey& wallet) {
    const auto decoded = test::decodeWhole(make(form, swap));
    QVERIFY2(decoded.done, decoded.done ? "" : decoded.done.error().message().c_str());
    QVERIFY(decoded.stats.undecoded.empty());
    QCOMPARE(decoded.trades().size(), std::size_t{1});
    // The router's handing on is a transfer of its own.
    QCOMPARE(decoded.events.size(), std::size_t{swap.routed ? 2U : 1U});
    compare(form, swap, decoded.trades().at(0), wallet);
}

inline void bothDirectionsAndBothOrders(const Form& form, const Swap& like = {}) {
    for (const bool selling : {false, true}) {
        for (const bool coinFirst : {false, true}) {
            for (const bool event : {true, false}) {
                Swap swap = like;
                swap.selling = selling;
                swap.coinFirst = coinFirst;
                swap.event = event;
                comparesAlone(form, swap, test::walletKey("trader"));
            }
        }
    }
}

inline void largestAmounts(const Form& form) {
    for (const bool selling : {false, true}) {
        Swap swap;
        swap.selling = selling;
        swap.in = swap.out = std::numeric_limits<std::uint64_t>::max();
        comparesAlone(form, swap, test::walletKey("trader"));
    }
}

/// A mint may claim any number of decimals; whatever is said of the trade must stay finite text.
inline void hostileDecimals(const Form& form) {
    Swap swap;
    swap.coinDecimals = 255;
    comparesAlone(form, swap, test::walletKey("trader"));
    const auto decoded = test::decodeWhole(make(form, swap));
    std::string json;
    core::wire::appendEventJson(decoded.events.at(0), json);
    QVERIFY(json.find("nan") == std::string::npos && json.find("inf") == std::string::npos);
}

inline void transferFees(const Form& form) {
    for (const bool selling : {false, true}) {
        for (const auto& [in, out] : {std::pair{50'000, 0}, {0, 700'000}, {50'000, 700'000}}) {
            Swap swap;
            swap.selling = selling;
            swap.withheldIn = static_cast<std::uint64_t>(in);
            swap.withheldOut = static_cast<std::uint64_t>(out);
            comparesAlone(form, swap, test::walletKey("trader"));
        }
    }
}

/// An authority that did not sign is a router's own address: the trade is whose account the output ends in, and
/// the fee payer's when that is no wallet either.
inline void routersOwnAddress(const Form& form) {
    for (const bool event : {true, false}) {
        Swap swap;
        swap.event = event;
        swap.authority = test::derivedKey("router's own address");
        swap.payer = test::walletKey("keeper");
        swap.routed = true;
        comparesAlone(form, swap, test::walletKey("trader"));
        swap.receiver = test::derivedKey("an escrow");
        comparesAlone(form, swap, test::walletKey("keeper"));
    }
}

inline void failedGivesNothing(const Form& form) {
    Swap swap;
    swap.failed = true;
    const auto decoded = test::decodeWhole(make(form, swap));
    QVERIFY(decoded.done);
    QVERIFY(decoded.events.empty());
    QCOMPARE(decoded.stats.failedTransactions, std::uint64_t{1});
}

inline void tooFewAccounts(const Form& form) {
    for (const bool event : {true, false}) {
        for (std::size_t count = 0; count < form.neededAccounts; ++count) {
            Swap swap;
            swap.event = event;
            swap.accounts = count;
            const auto decoded = test::decodeWhole(make(form, swap));
            QVERIFY(decoded.trades().empty());
            QCOMPARE(decoded.counted("bad_shape"), std::uint64_t{1});
        }
    }
}

/// Another program that prints the bytes, or calls itself with them, tells nothing.
inline void imitation(const Form& form) {
    Swap swap;
    swap.program = test::derivedKey("an imitating program");
    const auto decoded = test::decodeWhole(make(form, swap));
    QVERIFY(decoded.trades().empty());
    QVERIFY(decoded.stats.undecoded.empty());
    QVERIFY(test::decodeLogs(make(form, swap)).events.empty());
    // Nor does one that calls the venue's program with them: it has not the authority's signature.
    TransactionMaker maker(test::walletKey("trader"));
    maker.begin(*swap.program, {}, {1});
    maker.begin(core::wire::programOf(*form.venue), {test::walletKey("trader")},
                test::BorshWriter("e445a52e51cb9a1d").raw(form.event(swap)).bytes());
    maker.end().end();
    QVERIFY(test::decodeWhole(maker).events.empty());
}

/// The transaction without its inner instructions tells no amounts of a swap without an event.
inline void needsTheTransfers(const Form& form) {
    Swap swap;
    swap.event = false;
    const auto decoded = test::decodeWhole(make(form, swap).withoutInner());
    QVERIFY(decoded.events.empty());
    QCOMPARE(decoded.counted("needs_transaction"), std::uint64_t{1});
}

inline void everyCheck(const Form& form) {
    bothDirectionsAndBothOrders(form);
    Swap inDollars;
    inDollars.quote = test::usdc();
    comparesAlone(form, inDollars, test::walletKey("trader"));
    largestAmounts(form);
    hostileDecimals(form);
    routersOwnAddress(form);
    failedGivesNothing(form);
    tooFewAccounts(form);
    imitation(form);
    needsTheTransfers(form);
}

/// Bytes that end anywhere but at one of `forms` are an error, those of a form decode to its fields, and bytes
/// behind the last are counted.
inline void everyLength(const core::wire::Venue& venue, const Bytes& payload, std::set<std::size_t> forms = {}) {
    forms.insert(payload.size());
    for (std::size_t size = 0; size <= payload.size(); ++size) {
        const auto fields = venue.describe(std::span{payload}.first(size));
        const std::string where = std::string{venue.id} + " of " + std::to_string(size) + " bytes";
        QVERIFY2(fields.has_value() == forms.contains(size), where.c_str());
        if (!fields) QVERIFY2(fields.error().code == core::ErrorCode::Truncated, where.c_str());
        if (fields) QCOMPARE(fields->trailingBytes, std::size_t{0});
    }
    Bytes longer = payload;
    longer.insert(longer.end(), 16, 0);
    const auto fields = venue.describe(longer);
    QVERIFY(fields);
    QCOMPARE(fields->trailingBytes, std::size_t{16});
}

/// A field of an event as text; empty when it has none of that name.
inline std::string field(const core::wire::Venue& venue, const Bytes& payload, std::string_view name) {
    const auto fields = venue.describe(payload);
    if (!fields) return {};
    for (const auto& [key, value] : fields->fields)
        if (key == name) return value;
    return {};
}

/// Every truncation of the event inside a whole transaction is counted and gives no trade.
inline void truncatedInTransaction(const Form& form, std::set<std::size_t> forms = {}) {
    static Bytes cut;
    const Bytes whole = form.event(Swap{});
    forms.insert(whole.size());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        if (forms.contains(size)) continue;
        cut.assign(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        Form other = form;
        other.event = [](const Swap&) { return cut; };
        const auto decoded = test::decodeWhole(make(other, Swap{}));
        QVERIFY(decoded.trades().empty());
        QCOMPARE(decoded.counted("truncated"), std::uint64_t{1});
    }
}

}  // namespace swap_case
