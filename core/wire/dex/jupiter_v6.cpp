// SPDX-License-Identifier: GPL-3.0-or-later
// Jupiter v6. A hop on a venue with a decoder is told by that venue's own event and nothing is added here; a
// hop on another venue (Phoenix, Lifinity, SolFi, ...) is told by Jupiter's SwapEvent alone, and becomes a
// trade on that venue. Layouts: solana-wire section 14. Seen on real bytes: SwapEvent, FeeEvent. Never seen:
// SwapsEvent of the route_v2 family, which does not say on which venue a hop was, and so adds nothing.
#include "core/wire/dex/jupiter_v6.h"

#include "core/wire/dex/registry.h"
#include "core/wire/known_programs.h"
#include "core/wire/swap.h"

namespace core::wire {
namespace {

struct SwapEvent {
    static constexpr std::string_view kName = "SwapEvent";
    static constexpr Discriminator kDiscriminator = discriminator("40c6cde8260871e2");
    Pubkey amm;
    Mint inputMint;
    std::uint64_t inputAmount = 0;
    Mint outputMint;
    std::uint64_t outputAmount = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("amm", amm);
        v("input_mint", inputMint);
        v("input_amount", inputAmount);
        v("output_mint", outputMint);
        v("output_amount", outputAmount);
    }
};

struct FeeEvent {
    static constexpr std::string_view kName = "FeeEvent";
    static constexpr Discriminator kDiscriminator = discriminator("494f4e7fb8d50ddc");
    Pubkey account;
    Mint mint;
    std::uint64_t amount = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("account", account);
        v("mint", mint);
        v("amount", amount);
    }
};

constexpr Discriminator kSwapsEvent = discriminator("982f4eebc0606e6a");

// The account of a route instruction that holds the user. Source: solana-wire section 14, Accounts.
std::optional<Wallet> userOf(const VenueContext& context) {
    const auto kind = emitterDiscriminator(context);
    if (!kind) return std::nullopt;
    std::size_t at = 0;
    switch (*kind) {
        case discriminator("e517cb977ae3ad2a"):                 // route
        case discriminator("96564774a75d0e68"):                 // route_with_token_ledger
        case discriminator("d033ef977b2bed5c"):                 // exact_out_route
        case discriminator("d19853937cfed8e9"):                 // shared_accounts_route_v2
        case discriminator("3560e5cad8bbfa18"): at = 1; break;  // shared_accounts_exact_out_route_v2
        case discriminator("c1209b3341d69c81"):                 // shared_accounts_route
        case discriminator("e6798f50779f6aaa"):                 // shared_accounts_route_with_token_ledger
        case discriminator("b0d169a89a7d453e"): at = 2; break;  // shared_accounts_exact_out_route
        case discriminator("bb64facc31c4af14"):                 // route_v2
        case discriminator("9d8ab85215f4f324"): at = 0; break;  // exact_out_route_v2
        default: return std::nullopt;
    }
    const auto key = emitterAccount(context, at);
    return key ? std::optional{Wallet{*key}} : std::nullopt;
}

Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<SwapEvent>(body);
    if (!decoded) return decoded.error();
    const SwapEvent& raw = decoded->event;
    const Venue* venue = venueOf(raw.amm);
    if (venue != nullptr) return {};
    Swap swap;
    swap.venue = undecodedVenueName(raw.amm);
    swap.inMint = raw.inputMint;
    swap.outMint = raw.outputMint;
    swap.amountIn = raw.inputAmount;
    swap.amountOut = raw.outputAmount;
    swap.authority = userOf(context);
    const std::size_t before = out.size();
    if (auto done = appendSwap(swap, context, out); !done) return done;
    for (std::size_t i = before; i < out.size(); ++i) {
        auto& trade = std::get<Trade>(out[i].body);
        trade.program = raw.amm;
    }
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return decodeSwap(payload, context, out);
        case FeeEvent::kDiscriminator: return checkLayout<FeeEvent>(payload);
        case kSwapsEvent: return {};
        default: return fail(ErrorCode::BadDiscriminator, "unknown Jupiter event");
    }
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return printLayout<SwapEvent>(payload);
        case FeeEvent::kDiscriminator: return printLayout<FeeEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "Jupiter event without a described layout");
    }
}

}  // namespace

const Venue kJupiterV6{
    .id = "jupiter",
    .programText = "JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4",
    .eventAuthority = "D8cy77BBepLMngZx6ZukaTff5hCt1HrWyKk3Hnd9oitf",
    .place = EventPlace::SelfCpiOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
};

}  // namespace core::wire
