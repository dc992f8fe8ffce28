// SPDX-License-Identifier: GPL-3.0-or-later
// One venue's decoder, over the bytes of an event. FUZZ_VENUE names it.
#include "core/wire/dex/registry.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/borsh_writer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace core;
    static const wire::Venue* const venue = wire::venueById(FUZZ_VENUE);
    fuzz::require(venue != nullptr, "a venue of that id in dex/registry.cpp");
    const std::span<const std::uint8_t> payload{data, size};

    wire::PoolDirectory pools;
    // The pool that the corpus trades on.
    pools.learn(test::keyOf<Pubkey>(7),
                {test::keyOf<Mint>(1), test::keyOf<Mint>(2), std::uint8_t{6}, std::uint8_t{9}});
    wire::VenueContext context{
        .at = {}, .transaction = nullptr, .emitter = nullptr, .facts = nullptr, .pools = pools, .route = {}};
    // A time that lines are refused for is refused by the Decoder, not by a venue.
    context.at.blockTime = BlockTime{1'790'208'000};
    std::vector<Event> out;
    if (venue->decode(payload, context, out))
        fuzz::requireLinesReadBack(out);
    else
        fuzz::require(out.empty(), "no event beside an error");
    if (const auto fields = venue->describe(payload))
        fuzz::require(fields->trailingBytes <= size, "no more trailing bytes than there are");
    return 0;
}
