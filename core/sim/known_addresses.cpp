// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/known_addresses.h"

namespace core::sim {
namespace {

Address madeUp(std::string_view kind, std::uint64_t number = 0) {
    return Address::derived(0, kind, number);
}

KnownAddresses make() {
    KnownAddresses k;
    const auto text = [](std::string_view base58) { return Address::fromText(base58); };
    k.system = text("11111111111111111111111111111111");
    k.computeBudget = text("ComputeBudget111111111111111111111111111111");
    k.token = text("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
    k.token2022 = text("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
    k.associatedToken = text("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");
    k.rent = text("SysvarRent111111111111111111111111111111111");
    k.wsolMint = text("So11111111111111111111111111111111111111112");
    k.pump = text("6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P");
    k.pumpEventAuthority = text("Ce6TQqeHC9p8KetsN6JsjHK7UTZk7nasjjnr7XxXp9F1");
    k.pumpGlobal = text("4wTV1YmiEkRvAtNtsSGPtUrqRYQMe5SKy2uB4Jjaxnjf");
    k.pumpMintAuthority = text("TSLvdd1pWpHVjahSpsvCXUbgwsL3JAcvokwaKt1eokM");
    k.pumpWithdrawAuthority = text("39azUYFWPz3VHgKCf3VChUwbpURdCHRxjWVowf5jUJjg");
    k.pumpVolume = madeUp("pump global volume");
    k.pumpFeeConfig = madeUp("pump fee config");
    k.pumpFees = text("pfeeUxB6jkeY1Hxd7CsFCAjcbHA9rWtchMGdZ6VojVZ");
    k.pumpSwap = text("pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA");
    k.pumpSwapEventAuthority = text("GS4CU59F31iL7aR2Q8zVS8DRrcRnXX1yjQ66TqNVQnaR");
    k.pumpSwapGlobal = text("ADyA8hdefvWN2dbGGWFotbzWxrAvLW83WG6QCVXvJKqw");
    k.pumpSwapFeeRecipient = text("JCRGumoE9Qi5BBgULTgdgTLjSgkCMSbF62ZZfGs84JeU");
    k.pumpSwapFeeVault = madeUp("pumpswap fee vault");
    k.pumpSwapVolume = madeUp("pumpswap global volume");
    k.pumpSwapFeeConfig = madeUp("pumpswap fee config");
    k.mayhem = madeUp("mayhem program");
    k.mayhemParams = madeUp("mayhem params");
    k.mayhemSolVault = madeUp("mayhem vault");
    k.migrator = madeUp("migrator");
    k.pumpFeeRecipients = {
        text("62qc2CNXwrYqQScmEdiZFFAnJR262PxWEuNQtxfafNgV"), text("7VtfL8fvgNfhz17qKRMjzQEXgbdpnHHHQRh54R9jP2RJ"),
        text("7hTckgnGnLQR6sdH7YkqFTAA7VwTfYFaZ6EhEsU3saCX"), text("9rPYyANsfQZw3DnDmKE3YCQF5E8oD89UXoHn9JFEhJUz"),
        text("AVmoTthdrX6tKt4nDjco2D775W2YK3sDhxPcMmzUAmTY"), text("CebN5WGQ4jvEPvsVU4EoHEpgzq1VV7AbicfhtW4xC9iM"),
        text("FWsW1xNtWscwNmKv6wVsU1iTzRN6wmmk3MjxRP5tT7hz"), text("G5UZAVbAf46s7cKWoyKu8kYTip9DGTpbLZ2qa9Aq69dP")};
    k.tips = {
        text("96gYZGLnJYVFmbjzopPSU6QiEV5fGqZNyN9nmNhvrZU5"), text("HFqU5x63VTqvQss8hp11i4wVV8bD44PvwucfZ2bU7gRe"),
        text("Cw8CFyM9FkoMi7K7Crf6HNQqf4uEMzpKw6QNghXLvLkY"), text("ADaUMid9yfUytqMBgopwjb2DTLSokTSzL1zt6iGPaS49"),
        text("DfXygSm4jCyNCybVYYK6DwvWqjKee8pbDmJGcLWNDXjh"), text("ADuUkR4vqLUMWXxW9gh6D6L8pMSawimctcNZ5pGwDcEt"),
        text("DttWaMuVvTiduZRnguLF7jNxTgiMBZ1hyAumKUiL2KRL"), text("3AVi9Tg9Uo68tJfuvoKvqKNWKkC5wPdSSdeBnizKZ6jT")};
    for (std::size_t i = 0; i < k.routers.size(); ++i) k.routers[i] = madeUp("router", i);
    return k;
}

}  // namespace

const KnownAddresses& KnownAddresses::get() {
    static const KnownAddresses kKnown = make();
    return kKnown;
}

}  // namespace core::sim
