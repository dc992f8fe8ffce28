// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/model/quote_asset.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <random>
#include <string_view>

namespace test {

/// A key that differs from those of other numbers in all of its bytes.
template <class Key>
[[nodiscard]] Key keyOf(std::uint64_t number) {
    std::array<std::uint8_t, Key::kSize> bytes{};
    std::uint64_t word = number;
    for (std::size_t i = 0; i < bytes.size(); i += sizeof word) {
        word = (word + 0x9e3779b97f4a7c15ULL) * 0xbf58476d1ce4e5b9ULL;
        word ^= word >> 29U;
        std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    return Key{bytes};
}

[[nodiscard]] inline core::Mint mintOf(std::uint64_t number) {
    return keyOf<core::Mint>(1'000'000 + number);
}
[[nodiscard]] inline core::Wallet walletOf(std::uint64_t number) {
    return keyOf<core::Wallet>(2'000'000 + number);
}
[[nodiscard]] inline core::Pubkey poolOf(std::uint64_t number) {
    return keyOf<core::Pubkey>(3'000'000 + number);
}
[[nodiscard]] inline core::Signature signatureOf(std::uint64_t number) {
    return keyOf<core::Signature>(4'000'000 + number);
}

/// A buy of coin 1 by wallet 1 on the curve, in a transaction of its own; tests change what they look at.
[[nodiscard]] inline core::Event tradeEvent(std::uint64_t number, std::uint64_t slot, core::Side side,
                                            std::uint64_t coins, std::uint64_t quote, std::uint64_t wallet = 1,
                                            std::uint64_t mint = 1) {
    constexpr std::int64_t kStart = 1'795'446'000;
    core::Event event;
    event.at.signature = signatureOf(number);
    event.at.slot = core::Slot{slot};
    event.at.blockTime = core::BlockTime{kStart + static_cast<std::int64_t>(slot * 2 / 5)};
    event.at.path = core::EventPath{2, 1, 0};
    core::Trade trade;
    trade.venue = core::Symbol{"pumpfun"};
    trade.mint = mintOf(mint);
    trade.quoteMint = core::wrappedSolMint();
    trade.wallet = walletOf(wallet);
    trade.side = side;
    trade.baseAmount = core::TokenAmount{coins};
    trade.quoteAmount = core::TokenAmount{quote};
    trade.baseDecimals = 6;
    trade.quoteDecimals = 9;
    event.body = trade;
    return event;
}

[[nodiscard]] inline core::Event createdEvent(std::uint64_t number, std::uint64_t slot, std::uint64_t creator = 1,
                                              std::uint64_t mint = 1) {
    core::Event event = tradeEvent(number, slot, core::Side::Buy, 0, 0);
    event.at.path = core::EventPath{2, 0, 0};
    core::TokenCreated created;
    created.venue = core::Symbol{"pumpfun"};
    created.mint = mintOf(mint);
    created.name = "Coin";
    created.symbol = "COIN";
    created.uri = "https://example.invalid/coin.json";
    created.creator = walletOf(creator);
    created.supply = core::TokenAmount{1'000'000'000'000'000};
    event.body = created;
    return event;
}

[[nodiscard]] inline core::Trade& tradeOf(core::Event& event) {
    return std::get<core::Trade>(event.body);
}

/// A seed for a test's random input, printed so that a failure can be had again with CABALSCOPE_TEST_SEED.
[[nodiscard]] inline std::mt19937_64 seeded(std::string_view what, std::uint64_t fallback = 20261123) {
    const char* const given = std::getenv("CABALSCOPE_TEST_SEED");
    const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : fallback;
    std::cout << what << ": seed " << seed << std::endl;
    return std::mt19937_64{seed};
}

[[nodiscard]] inline std::uint64_t below(std::mt19937_64& random, std::uint64_t limit) {
    return random() % limit;
}

}  // namespace test
