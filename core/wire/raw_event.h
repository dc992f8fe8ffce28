// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/wire/event_layout.h"
#include "core/wire/pool_directory.h"
#include "core/wire/transaction.h"
#include "core/wire/transaction_facts.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace core::wire {

/// Where a program's events can be read. Source: solana-wire header table.
enum class EventPlace : std::uint8_t {
    LogAndSelfCpi,  ///< an Anchor event in a data line and again as a self-CPI
    LogOnly,        ///< an Anchor event in a data line
    SelfCpiOnly,    ///< an Anchor event as a self-CPI
    LogText,        ///< base64 behind a prefix in a text line
};

/// What a venue may look at while it turns event bytes into events.
struct VenueContext {
    EventHeader at;                                ///< copied into every event
    const TransactionView* transaction = nullptr;  ///< null on a log feed
    const InstructionView* emitter = nullptr;      ///< the instruction that emitted it; null on a log feed
    const TransactionFacts* facts = nullptr;       ///< null on a log feed
    PoolDirectory& pools;
    Symbol route;                         ///< aggregator or bot on top of the call, when known
    std::optional<Pubkey> missingPool{};  ///< set by a decode that fails with PoolUnknown
};

/// Gives an event the block time its payload states, where the transaction did not say one.
inline void stampTime(EventHeader& at, std::int64_t unixSeconds) {
    if (!at.blockTime) at.blockTime = BlockTime{unixSeconds};
}

/// One trading venue: how its program's events become ours. One file implements it, one line in
/// dex/registry.cpp adds it. All functions are pure but for `pools`; thread: any with its own context.
struct Venue {
    std::string_view id;              ///< the `venue` of interfaces section 3
    std::string_view programText;     ///< base58
    std::string_view eventAuthority;  ///< base58, signs its self-CPI events; empty where it has none
    EventPlace place = EventPlace::LogAndSelfCpi;
    std::string_view logPrefix{};  ///< of its text lines, for EventPlace::LogText
    /// Appends the events of one payload (with its discriminator). A known event that moves nothing appends
    /// none. Errors: Truncated, BadDiscriminator, BadValue, PoolUnknown.
    Result<void> (*decode)(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out);
    /// Every field of one payload as text. Errors: Truncated, BadDiscriminator.
    Result<EventFields> (*describe)(std::span<const std::uint8_t> payload);
    /// What an instruction of the program did that told no event of its own: trades of programs or times
    /// without events, migrations. Called with whole transactions only; null where events tell everything.
    /// An instruction that moves no market appends nothing. Errors: BadShape, PoolUnknown, NeedsTransaction.
    Result<void> (*decodeInstruction)(std::span<const std::uint8_t> data, VenueContext& context,
                                      std::vector<Event>& out) = nullptr;
};

/// Bytes that a venue's own program emitted, with their place.
struct RawEvent {
    const Venue* venue = nullptr;
    EventPath path;
    std::vector<std::uint8_t> payload;
    const InstructionView* emitter = nullptr;
    std::uint16_t emitterInner = EventPath::kNoInner;  ///< inner index of the instruction that emitted it
    std::uint16_t depth = 1;                           ///< stack depth of the emitting instruction
    std::string_view topProgram;                       ///< base58 of the top-level program; empty when unknown
};

/// First 8 bytes of every Anchor self-CPI event instruction. Source: solana-wire section 5.4.
inline constexpr Discriminator kSelfCpiTag = discriminator("e445a52e51cb9a1d");

/// The self-CPI events of our venues in a whole transaction, in order of execution. An instruction counts
/// only when the venue's program runs it and either the same program called it or its one account is the
/// program's event authority. `undecodable` counts data that is no base58.
[[nodiscard]] std::vector<RawEvent> selfCpiEvents(const TransactionView& transaction, std::uint64_t& undecodable);

/// Index of the instruction that called instruction `index`, or `index` itself for a top-level one.
/// Source: solana-wire section 5.3.
[[nodiscard]] std::size_t callerOf(const TransactionView& transaction, std::size_t index) noexcept;

}  // namespace core::wire
