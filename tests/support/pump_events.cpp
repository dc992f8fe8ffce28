// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pump_events.h"

#include "core/model/quote_asset.h"

namespace test {

Bytes PumpTrade::bytes(int fields) const {
    BorshWriter out("bddb7fd34ee661ee");
    out.pubkey(mint).u64(solAmount).u64(tokenAmount).boolean(isBuy).pubkey(user).i64(timestamp);
    out.u64(virtualSol).u64(virtualTokens);
    if (fields == 8) return out.bytes();
    out.u64(realSol).u64(realTokens);
    if (fields == 10) return out.bytes();
    out.pubkey(feeRecipient)
        .u64(feeBasisPoints)
        .u64(fee)
        .pubkey(creator)
        .u64(creatorFeeBasisPoints)
        .u64(creatorFee);
    if (fields == 16) return out.bytes();
    out.boolean(trackVolume).u64(unclaimed).u64(claimed).u64(solVolume);
    if (fields == 20) return out.bytes();
    out.i64(lastUpdate);
    if (fields == 21) return out.bytes();
    out.string(ixName);
    if (fields == 22) return out.bytes();
    out.boolean(mayhem);
    if (fields == 23) return out.bytes();
    out.u64(cashbackBasisPoints).u64(cashback);
    if (fields == 25) return out.bytes();
    out.u64(buybackBasisPoints).u64(buybackFee).u32(static_cast<std::uint32_t>(shareholders.size()));
    for (const auto& [address, share] : shareholders) out.pubkey(address).u16(share);
    out.pubkey(quoteMint).u64(quoteAmount).u64(virtualQuote).u64(realQuote);
    return out.bytes();
}

Bytes PumpCreate::bytes(int fields) const {
    BorshWriter out("1b72a94ddeeb6376");
    out.string(name).string(symbol).string(uri).pubkey(mint).pubkey(curve).pubkey(user);
    if (fields == 6) return out.bytes();
    out.pubkey(creator).i64(timestamp).u64(virtualTokens).u64(virtualSol).u64(realTokens).u64(supply);
    if (fields == 12) return out.bytes();
    out.pubkey(tokenProgram).boolean(mayhem);
    if (fields == 14) return out.bytes();
    out.boolean(cashback);
    if (fields == 15) return out.bytes();
    return out.pubkey(quoteMint).u64(virtualQuote).bytes();
}

Bytes PumpComplete::bytes(int fields) const {
    BorshWriter out("5f72619cd42e9808");
    out.pubkey(user).pubkey(mint).pubkey(curve).i64(timestamp);
    if (fields == 5) out.pubkey(quoteMint);
    return out.bytes();
}

Bytes PumpMigration::bytes(int fields) const {
    BorshWriter out("bde95db95c94ea94");
    out.pubkey(user)
        .pubkey(mint)
        .u64(mintAmount)
        .u64(solAmount)
        .u64(migrationFee)
        .pubkey(curve)
        .i64(timestamp)
        .pubkey(pool);
    if (fields == 9) out.pubkey(quoteMint);
    return out.bytes();
}

std::vector<std::pair<std::string, Bytes>> pumpSilentEvents() {
    const auto key = [](std::uint8_t number) { return keyOf<core::Pubkey>(number); };
    const auto start = [](std::string_view discriminator) { return BorshWriter(discriminator); };
    return {
        {"CompleteEvent", PumpComplete{}.bytes()},
        {"SetCreatorEvent",
         start("ed347b25f5fb48d2").i64(kSampleTime).pubkey(key(1)).pubkey(key(5)).pubkey(key(4)).bytes()},
        {"CollectCreatorFeeEvent",
         start("7a027f010ebf0caf").i64(kSampleTime).pubkey(key(4)).u64(9).pubkey(key(0)).bytes()},
        {"DistributeCreatorFeesEvent", start("a537817004b3ca28")
                                           .i64(kSampleTime)
                                           .pubkey(key(1))
                                           .pubkey(key(5))
                                           .pubkey(key(8))
                                           .pubkey(key(9))
                                           .u32(2)
                                           .pubkey(key(10))
                                           .u16(6000)
                                           .pubkey(key(11))
                                           .u16(4000)
                                           .u64(12)
                                           .pubkey(key(0))
                                           .bytes()},
        {"MigrateBondingCurveCreatorEvent", start("9ba768dcd56cf303")
                                                .i64(kSampleTime)
                                                .pubkey(key(1))
                                                .pubkey(key(5))
                                                .pubkey(key(8))
                                                .pubkey(key(4))
                                                .pubkey(key(9))
                                                .bytes()},
        {"ExtendAccountEvent",
         start("6161d7905d92167c").pubkey(key(5)).pubkey(key(2)).u64(81).u64(151).i64(kSampleTime).bytes()},
        {"UpdateMayhemVirtualParamsEvent", start("757be4b6a1a8dcd6")
                                               .i64(kSampleTime)
                                               .pubkey(key(1))
                                               .u64(1)
                                               .u64(2)
                                               .u64(3)
                                               .u64(4)
                                               .u64(5)
                                               .u64(6)
                                               .bytes()},
    };
}

BorshWriter SwapTrade::head(std::string_view discriminator) const {
    BorshWriter out(discriminator);
    out.i64(timestamp).u64(baseAmount).u64(limit).u64(userBase).u64(userQuote).u64(poolBase).u64(poolQuote);
    out.u64(quoteAmount).u64(lpFeeBasisPoints).u64(lpFee).u64(protocolFeeBasisPoints).u64(protocolFee);
    out.u64(quoteOfPool).u64(quoteOfUser).pubkey(pool).pubkey(user);
    for (const int account : {20, 21, 22, 23}) out.pubkey(keyOf<core::Pubkey>(static_cast<std::uint8_t>(account)));
    return out;
}

Bytes SwapTrade::buy(int fields) const {
    BorshWriter out = head("67f4521f2cf57777");
    if (fields == 20) return out.bytes();
    out.pubkey(coinCreator).u64(creatorFeeBasisPoints).u64(creatorFee);
    if (fields == 23) return out.bytes();
    out.boolean(true).u64(177).u64(179).u64(181).i64(timestamp - 60).u64(191).string(ixName);
    if (fields == 30) return out.bytes();
    out.u64(30).u64(cashback);
    if (fields == 32) return out.bytes();
    return out.u64(5000).u64(193).i128(virtualQuote).boolean(canBoost).u64(1'000'000'000'000'197).bytes();
}

Bytes SwapTrade::sell(int fields) const {
    BorshWriter out = head("3e2f370aa503dc2a");
    if (fields == 20) return out.bytes();
    out.pubkey(coinCreator).u64(creatorFeeBasisPoints).u64(creatorFee);
    if (fields == 23) return out.bytes();
    out.u64(30).u64(cashback);
    if (fields == 25) return out.bytes();
    return out.u64(5000).u64(193).i128(virtualQuote).boolean(canBoost).u64(1'000'000'000'000'197).bytes();
}

Bytes SwapPool::bytes(int fields) const {
    BorshWriter out("b1310cd2a076a774");
    out.i64(timestamp).u16(0).pubkey(creator).pubkey(baseMint);
    out.pubkey(quoteMint.isZero() ? core::wrappedSolMint() : quoteMint).u8(baseDecimals).u8(quoteDecimals);
    out.u64(baseIn).u64(quoteIn).u64(poolBase).u64(poolQuote).u64(100).u64(199).u64(211).u8(254).pubkey(pool);
    for (const int account : {24, 20, 21}) out.pubkey(keyOf<core::Pubkey>(static_cast<std::uint8_t>(account)));
    if (fields == 19) return out.bytes();
    out.pubkey(coinCreator);
    if (fields == 20) return out.bytes();
    return out.boolean(false).bytes();
}

Bytes SwapLiquidity::bytes(bool deposit) const {
    BorshWriter out(deposit ? "78f83d531f8e6b90" : "1609851aa02c47c0");
    out.i64(timestamp).u64(lpAmount).u64(223).u64(227).u64(229).u64(233).u64(poolBase).u64(poolQuote);
    out.u64(baseAmount).u64(quoteAmount).u64(239).pubkey(pool).pubkey(user);
    for (const int account : {20, 21, 25}) out.pubkey(keyOf<core::Pubkey>(static_cast<std::uint8_t>(account)));
    return out.bytes();
}

}  // namespace test
