// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"
#include "core/model/wallet_history.h"
#include "core/wire/pool_directory.h"
#include "core/wire/raw_event.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core::wire {

/// What a decoder has seen. Every input ends in one of these counters, none is lost in silence.
struct DecodeStats {
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
    std::uint64_t transactions = 0;
    std::uint64_t failedTransactions = 0;  ///< err not null: no events by rule
    std::uint64_t notices = 0;             ///< acknowledgements and other frames without market data
    std::uint64_t events = 0;
    std::map<std::string, std::uint64_t> undecoded;  ///< errorName -> count
};

/// A transaction that a log feed announced and whose log alone does not tell its trades.
struct WantedTransaction {
    Signature signature;
    std::optional<Slot> slot;
    const Venue* venue = nullptr;  ///< whose trades are missing; null behind a cut that hides that too
    std::uint32_t events = 0;      ///< events left out as NeedsTransaction; 0 where only the program's use is known
    std::vector<Mint> mints;       ///< coins that the log names all the same
    std::optional<Pubkey> pool;    ///< where the event names it
};

/// Turns raw frames into events: websocket notifications (logs, transaction, block), HTTP responses,
/// PumpPortal messages and event lines. A frame that fails adds nothing to the output, counts under its
/// reason and is reported as the Result. `json` must be followed by kPadding readable bytes.
/// Thread: confined.
class Decoder {
public:
    static constexpr std::size_t kPadding = 64;

    Decoder();
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// One websocket message. Errors: BadJson, BadShape, TooLarge, Remote and those of the venues.
    Result<void> websocket(std::string_view json, RecvTime received, std::vector<Event>& out);
    /// One JSON-RPC call with its answer, `{"request":…,"response":…}`.
    Result<void> http(std::string_view json, RecvTime received, std::vector<Event>& out);
    /// A document with getTransaction or getBlock answers somewhere in it: one, an array, or bare results.
    Result<void> document(std::string_view json, std::vector<Event>& out);
    /// Whether the text is one whole JSON value; counts nothing.
    [[nodiscard]] bool isJson(std::string_view json);
    /// One event line (interfaces section 3).
    Result<void> eventLine(std::string_view json, std::vector<Event>& out);

    /// Receives every event of our venues with all its fields, before it is turned into an Event; used by
    /// `decode --fields`.
    struct FieldsSeen {
        const Venue* venue;
        EventPath path;
        std::optional<Signature> signature;
        EventFields fields;
    };
    void onFields(std::function<void(const FieldsSeen&)> callback);

    /// Receives, for every transaction of a block that was asked for its signatures alone, where in the block it
    /// stands. A block with whole transactions says it in its events instead.
    void onOrder(std::function<void(const Signature&, std::uint32_t txIndex)> callback);

    /// Receives what a list of an address's signatures tells of its beginning.
    void onHistory(std::function<void(const WalletHistory&)> callback);

    [[nodiscard]] const DecodeStats& stats() const noexcept { return m_stats; }
    [[nodiscard]] PoolDirectory& pools() noexcept { return m_pools; }
    /// Transactions to be fetched, of the frames since the last call; at most 4,096 wait.
    [[nodiscard]] std::vector<WantedTransaction> takeWanted() { return std::exchange(m_wanted, {}); }
    /// Events that wait for the mints of their pool.
    [[nodiscard]] std::size_t pending() const noexcept { return m_pendingCount; }

private:
    struct Json;
    struct Pending {
        EventHeader at;
        Symbol route;
        const Venue* venue;
        std::vector<std::uint8_t> payload;
    };

    Result<void> count(Result<void> result);
    Result<void> logsNotification(const void* frame, RecvTime received, std::vector<Event>& out);
    Result<void> domFrame(std::string_view json, RecvTime received, std::vector<Event>& out);
    Result<void> transaction(const void* element, const EventHeader& defaults, std::vector<Event>& out);
    Result<void> block(const void* element, const EventHeader& defaults, bool wholeBlock, std::vector<Event>& out);
    Result<void> blockOrder(const void* element);
    Result<void> search(const void* element, int depth, std::uint64_t& found, std::vector<Event>& out);
    void poolAccounts(const void* request, const void* response);
    void silentInstructions(const std::vector<RawEvent>& events, const EventHeader& at, std::vector<Event>& out);
    [[nodiscard]] VenueContext contextFor(const EventHeader& at, const TransactionView* view,
                                          const InstructionView* emitter);
    static void nameProgram(const Venue& venue, std::size_t from, std::vector<Event>& out);
    void finishTransaction(std::size_t from, std::vector<Event>& out);
    void emit(std::vector<RawEvent>& events, const EventHeader& at, const TransactionView* view,
              std::vector<Event>& out);
    void want(const Venue* venue, const EventHeader& at, std::uint32_t events, std::optional<Pubkey> pool);
    void wantUnlogged(const EventHeader& at);
    void decodeOne(const RawEvent& raw, VenueContext& context, std::vector<Event>& out);
    void resolvePending(std::vector<Event>& out);
    void finishEvents(std::size_t from, std::vector<Event>& out);

    std::unique_ptr<Json> m_json;
    PoolDirectory m_pools;
    DecodeStats m_stats;
    std::unordered_map<Pubkey, std::vector<Pending>> m_pendingByPool;
    std::size_t m_pendingCount = 0;
    std::vector<WantedTransaction> m_wanted;
    std::function<void(const FieldsSeen&)> m_onFields;
    std::function<void(const Signature&, std::uint32_t)> m_onOrder;
    std::function<void(const WalletHistory&)> m_onHistory;
};

}  // namespace core::wire
