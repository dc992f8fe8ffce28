// SPDX-License-Identifier: GPL-3.0-or-later
// One venue's decoder, over the bytes of an event: as a log feed shows it, and inside a transaction whose
// emitting instruction has as many accounts as the last byte says. FUZZ_VENUE names its file.
#include "core/wire/dex/jupiter_v6.h"
#include "core/wire/dex/registry.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/borsh_writer.h"

namespace {

using namespace core;

const wire::Venue* venueOfFile() {
    constexpr std::string_view kFile = FUZZ_VENUE;
    return kFile == "jupiter_v6" ? &wire::kJupiterV6 : wire::venueById(kFile);
}

// Token accounts of two mints in turn, some of them the trader's, each with a transfer out of and into it.
wire::TransactionView transactionWith(const wire::Venue& venue, std::size_t accounts,
                                      std::span<const std::uint8_t> data) {
    constexpr std::uint16_t kKeys = 40;
    wire::TransactionView view;
    view.hasInner = true;
    view.signers = 1;
    for (std::uint16_t key = 0; key < kKeys; ++key) {
        view.keys.push_back(test::keyOf<Pubkey>(static_cast<std::uint8_t>(key + 1)));
        view.postTokens.push_back({key, test::keyOf<Mint>(key % 2 == 0 ? 1 : 2),
                                   test::keyOf<Wallet>(key % 3 == 0 ? 1 : 9), key * 1'000U, 6});
    }
    view.keys.push_back(wire::programOf(venue));
    view.keys.push_back(Pubkey::fromBase58("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA").value());
    wire::InstructionView emitter;
    emitter.program = kKeys;
    emitter.accountsCount = static_cast<std::uint32_t>(accounts);
    emitter.data = data;
    for (std::size_t k = 0; k < accounts; ++k) view.accountIndexes.push_back(static_cast<std::uint16_t>(k % kKeys));
    view.instructions.push_back(emitter);
    for (std::uint16_t key = 2; key + 1 < 14; ++key) {
        wire::InstructionView transfer;
        transfer.program = kKeys + 1;
        transfer.accountsBegin = static_cast<std::uint32_t>(view.accountIndexes.size());
        transfer.accountsCount = 3;
        view.accountIndexes.insert(view.accountIndexes.end(), {key, static_cast<std::uint16_t>(key + 2), 0});
        transfer.inner = static_cast<std::uint16_t>(key - 2);
        transfer.height = 2;
        transfer.data = view.owned.emplace_back(test::BorshWriter{}.u8(3).u64(key).bytes());
        view.instructions.push_back(transfer);
    }
    return view;
}

void run(const wire::Venue& venue, std::span<const std::uint8_t> payload, bool whole) {
    wire::PoolDirectory pools;
    // The pool that the corpus trades on.
    pools.learn(test::keyOf<Pubkey>(7),
                {test::keyOf<Mint>(1), test::keyOf<Mint>(2), std::uint8_t{6}, std::uint8_t{9}});
    wire::TransactionView view;
    wire::TransactionFacts facts;
    if (whole) {
        constexpr std::size_t kMostAccounts = 40;
        view = transactionWith(venue, payload.empty() ? 0 : payload.back() % kMostAccounts, payload);
        facts.read(view);
    }
    wire::VenueContext context{
        .at = {}, .transaction = nullptr, .emitter = nullptr, .facts = nullptr, .pools = pools, .route = {}};
    // A time that lines are refused for is refused by the Decoder, not by a venue.
    context.at.blockTime = BlockTime{1'790'208'000};
    std::vector<Event> out;
    if (whole) {
        context.transaction = &view;
        context.emitter = &view.instructions.front();
        context.facts = &facts;
    }
    if (venue.decode(payload, context, out))
        fuzz::requireLinesReadBack(out);
    else
        fuzz::require(out.empty(), "no event beside an error");
    if (!whole || venue.decodeInstruction == nullptr) return;
    out.clear();
    if (venue.decodeInstruction(payload, context, out)) fuzz::requireLinesReadBack(out);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const wire::Venue* const venue = venueOfFile();
    fuzz::require(venue != nullptr, "a venue of that id in dex/registry.cpp");
    const std::span<const std::uint8_t> payload{data, size};
    run(*venue, payload, false);
    run(*venue, payload, true);
    if (const auto fields = venue->describe(payload))
        fuzz::require(fields->trailingBytes <= size, "no more trailing bytes than there are");
    return 0;
}
