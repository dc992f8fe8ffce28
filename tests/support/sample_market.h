// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/quote_asset.h"
#include "core/wire/dex/registry.h"
#include "tests/support/pump_events.h"
#include "tests/support/sample_transaction.h"

#include <string_view>

namespace test {

/// Programs, and the accounts that the sample transactions use.
inline core::Pubkey programKey(std::string_view text) {
    return core::Pubkey::fromBase58(text).value();
}
inline const core::wire::Venue& pumpFun() {
    return *core::wire::venueById("pumpfun");
}
inline const core::wire::Venue& pumpSwap() {
    return *core::wire::venueById("pumpswap");
}
inline const core::Pubkey kJupiter = programKey("JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4");
inline const core::Pubkey kTokenProgram = programKey("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
inline const core::Pubkey kComputeBudget = programKey("ComputeBudget111111111111111111111111111111");
inline const core::Pubkey kEd25519 = programKey("Ed25519SigVerify111111111111111111111111111");
inline const core::Pubkey kCurve = keyOf<core::Pubkey>(5);
inline const core::Pubkey kSamplePool = keyOf<core::Pubkey>(7);
/// An address that trades through the router and does not sign.
inline const core::Wallet kRouterWallet = keyOf<core::Wallet>(40);

inline Bytes instructionData(std::string_view discriminator) {
    return BorshWriter(discriminator).u64(1'000'003).u64(2'000'003).bytes();
}

/// Adds a pump.fun buy of `raw`, with its token transfer and its event.
inline void pumpBuy(SampleTransaction& to, const PumpTrade& raw, bool lineFirst = true) {
    const auto& program = core::wire::programOf(pumpFun());
    const auto& authority = core::wire::eventAuthorityOf(pumpFun());
    std::vector<core::Pubkey> accounts;
    for (std::uint8_t i = 50; i < 62; ++i) accounts.push_back(keyOf<core::Pubkey>(i));
    accounts[2] = core::Pubkey{raw.mint};
    accounts[3] = kCurve;
    accounts[6] = core::Pubkey{raw.user};
    accounts[10] = authority;
    accounts[11] = program;
    to.call(program, accounts, instructionData("66063d1201daebea"), [&] {
        to.line("Program log: Instruction: Buy");
        to.call(kTokenProgram, {accounts[4], accounts[5], accounts[3]}, {3, 1, 2, 3, 4, 5, 6, 7, 8});
        to.emitEvent(raw.bytes(), authority, lineFirst);
    });
}

/// Adds a PumpSwap buy or sell of `payload` on the sample pool.
inline void poolSwap(SampleTransaction& to, const Bytes& payload, bool lineFirst = true) {
    const auto& program = core::wire::programOf(pumpSwap());
    const auto& authority = core::wire::eventAuthorityOf(pumpSwap());
    std::vector<core::Pubkey> accounts;
    for (std::uint8_t i = 70; i < 87; ++i) accounts.push_back(keyOf<core::Pubkey>(i));
    accounts[0] = kSamplePool;
    accounts[1] = core::Pubkey{kRouterWallet};
    accounts[3] = core::Pubkey{keyOf<core::Mint>(1)};
    accounts[4] = core::Pubkey{core::wrappedSolMint()};
    accounts[15] = authority;
    accounts[16] = program;
    to.call(program, accounts, instructionData("66063d1201daebea"), [&] {
        to.call(kTokenProgram, {accounts[7], accounts[5], accounts[0]}, {3, 1, 2, 3, 4, 5, 6, 7, 8});
        to.emitEvent(payload, authority, lineFirst);
    });
}

/// A transaction with a precompile, a direct pump.fun buy (path 1.1) and a PumpSwap buy through Jupiter
/// (path 2.3) for a wallet that does not sign. `loaded` brings some accounts by lookup table.
inline SampleTransaction sampleMarket(bool loaded = false, bool lineFirst = true) {
    PumpTrade curve;
    curve.mint = keyOf<core::Mint>(9);
    SwapTrade swap;
    swap.user = kRouterWallet;
    SampleTransaction out{curve.user};
    if (loaded) {
        out.load(kCurve, true);
        out.load(kSamplePool, true);
        out.load(core::Pubkey{keyOf<core::Mint>(1)}, false);
        out.load(core::wire::eventAuthorityOf(pumpSwap()), false);
    }
    out.precompile(kEd25519);
    out.call(kComputeBudget, {}, {2, 64, 13, 3, 0});
    pumpBuy(out, curve, lineFirst);
    // The router's own accounts: a curve or pool must never be taken from among them.
    const std::vector<core::Pubkey> routed{keyOf<core::Pubkey>(90), keyOf<core::Pubkey>(91),
                                           keyOf<core::Pubkey>(92), keyOf<core::Pubkey>(93),
                                           keyOf<core::Pubkey>(94)};
    out.call(kJupiter, routed, instructionData("e517cb977ae3ad2a"), [&] {
        out.call(kTokenProgram, {routed[0], routed[1], routed[2]}, {17});
        poolSwap(out, swap.buy(), lineFirst);
    });
    out.balance(keyOf<core::Pubkey>(77), keyOf<core::Mint>(1), 5'000'000'000'003, 6);
    return out;
}

}  // namespace test
