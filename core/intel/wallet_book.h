// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/address_book.h"
#include "core/ledger/cold_vector.h"
#include "core/ledger/wallet_table.h"
#include "core/model/event.h"
#include "core/model/wallet_history.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace core::intel {

/// A wallet's number, in order of first sight; the index into every table here.
using WalletId = std::uint32_t;
inline constexpr WalletId kNoWallet = 0xffffffffU;

/// How a wallet came to its first SOL, as far as was seen.
struct Funding {
    WalletId from = kNoWallet;
    std::int64_t time = 0;
    std::uint64_t lamports = 0;
};

/// What is known of one wallet over all coins. What every trade asks for comes first and fills one cache line.
struct alignas(64) WalletFacts {
    Wallet address;
    std::uint32_t peers = 0;        ///< distinct wallets it moved SOL or coins with, counted to kMostPeers
    std::uint32_t mintsBought = 0;  ///< coins it bought at least once
    std::uint32_t mintsCreated = 0;
    std::uint32_t openings = 0;      ///< coins bought right behind their creation, see SlotGroup::behindCreation
    std::uint64_t largestBuy = 0;    ///< lamports, of one trade
    bool trades = false;             ///< traded or held a bag: not only an address that SOL passes through
    bool reserved = false;           ///< a pool, a curve: holds, but owns nothing
    HubKind listed = HubKind::None;  ///< from the address list
    bool machine = false;            ///< traded faster than a hand does, see traded(); closes no links
    std::uint16_t burst = 0;         ///< trades since burstStart
    std::uint8_t cashiers = 0;       ///< wallets whose proceeds came here, as far as they are counted
    std::uint8_t ownGroup = 0;       ///< of its peers, those that lead to a group that buys together
    std::uint32_t burstStart = 0;    ///< Unix seconds, low 32 bits
    std::uint32_t lastBuyCoin = 0;   ///< ordinal, see WalletBook::turned()
    std::uint64_t proceeds = 0;      ///< lamports from sells, not yet sent on
    Funding funding;
    std::uint32_t funded = 0;        ///< wallets whose first SOL came from here
    std::uint32_t lastBuySlot = 0;   ///< low 32 bits
    std::int64_t firstSeen = 0;      ///< Unix seconds
    std::uint32_t lastBuyTrade = 0;  ///< the coin's count of trades, low 32 bits
    std::uint8_t sandwiches = 0;     ///< counted to WalletBook::kSandwiches
};

/// Every wallet seen, numbered. Thread: confined to the engine.
class WalletBook {
public:
    /// Peers counted exactly up to here; more is a hub in any case. Source: detection section 4.2 (60 to 200
    /// give the same result within .003).
    static constexpr std::uint32_t kMostPeers = 100;
    /// Peers of an address that only passes SOL on; children of a private funder outside its group. Source: fact 1.
    static constexpr std::uint32_t kPassingPeers = 2;

    /// `numbers`: shared with the ledger, so that an address is looked up in one table.
    explicit WalletBook(const AddressBook& addresses,
                        std::shared_ptr<ledger::WalletTable> numbers = std::make_shared<ledger::WalletTable>())
        : m_addresses(addresses), m_numbers(std::move(numbers)) {}
    // What is away comes back to this book.
    WalletBook(const WalletBook&) = delete;
    WalletBook& operator=(const WalletBook&) = delete;

    /// From now on what is known of wallets beyond `hot` goes to the store while nobody looks at them; results do
    /// not depend on it. A wallet that does not come back whole begins anew, and is counted.
    void putAway(const std::shared_ptr<ledger::ColdStore>& store, std::size_t hot);
    /// Between two events: puts a wallet or two away where there are too many. References to facts end here.
    void cool() { m_facts.cool(); }
    [[nodiscard]] const ledger::ColdVectorStats& cold() const noexcept { return m_facts.stats(); }

    /// The number of an address, new or old; `time` dates the first sight.
    WalletId id(const Wallet& address, std::int64_t time);
    [[nodiscard]] WalletId find(const Wallet& address) const;
    /// The same for an owner of a table of wallets; without a look at the address where that table is shared.
    [[nodiscard]] WalletId idOf(const ledger::WalletTable& numbers, ledger::WalletNumber number) const {
        if (&numbers != m_numbers.get()) return find(numbers.address(number));
        return number < m_ids.size() ? m_ids[number] : kNoWallet;
    }
    /// Brings the entry that idOf() will read near.
    void fetchId(ledger::WalletNumber number) const noexcept {
        if (number < m_ids.size()) __builtin_prefetch(&m_ids[number]);
    }
    /// Brings the facts of a wallet near.
    void fetch(WalletId id) const noexcept { m_facts.fetch(id); }
    /// Whether the wallet is on the address list or a reserve: what most wallets are asked, from a table of a bit
    /// each.
    [[nodiscard]] bool apart(WalletId id) const noexcept { return m_apart[id]; }
    /// The wallet turned out to be a pool or a curve.
    void reserve(WalletId id) {
        m_facts[id].reserved = true;
        m_apart[id] = true;
    }
    /// References stay good until the next cool().
    [[nodiscard]] const WalletFacts& operator[](WalletId id) const { return m_facts[id]; }
    [[nodiscard]] WalletFacts& facts(WalletId id) { return m_facts[id]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_facts.size(); }
    [[nodiscard]] const AddressBook& addresses() const noexcept { return m_addresses; }
    /// Trades within ten minutes that no hand makes.
    static constexpr std::uint16_t kMachineTrades = 80;
    /// Counts a trade of the wallet; true when it shows that a machine trades.
    bool traded(WalletId id, std::int64_t time);
    /// Buys and sells of one coin in one slot with somebody else's trade between that no hand makes, nor chance.
    static constexpr std::uint8_t kSandwiches = 3;
    /// Counts a trade of the wallet in a coin, the coin's `count`th, towards its sandwiches. Wallets that trade in
    /// several coins of one slot are counted by the last they bought.
    void turned(WalletId id, Side side, Slot slot, std::uint32_t coin, std::uint64_t count);
    /// Notes that a and b moved something between them.
    void meet(WalletId a, WalletId b);
    /// Whom the wallet moved SOL or coins with, ascending; empty once it has kMostPeers.
    [[nodiscard]] std::span<const WalletId> peersOf(WalletId id) const {
        const auto found = m_peers.find(id);
        return found == m_peers.end() ? std::span<const WalletId>{} : std::span<const WalletId>{found->second};
    }
    /// Whether links over this wallet carry no ownership, and why. Depends on `mintsSeen` so far. Who pays many is
    /// a service, but for one that pays a group which buys together: it may have as many peers besides, and 2 in
    /// any case. Source: detection section 4.1 (a funder is private with at most 2 children outside the group).
    [[nodiscard]] HubKind hub(WalletId id) const;
    /// The part of hub() that does not pass: a wallet on a list, a reserve, one with kMostPeers. The rest depends
    /// on whether it has traded or created by now.
    [[nodiscard]] HubKind lastingHub(WalletId id) const;
    /// Whether the address only passes SOL on, as far as its peers tell: two of them, or one that paid it and two
    /// that it paid for. It must not have traded. Source: detection section 4.1.
    [[nodiscard]] static bool passesOn(const WalletFacts& facts) noexcept {
        return facts.peers <= kPassingPeers ||
               (facts.peers == kPassingPeers + 1 && facts.funded == 2 && facts.funding.from != kNoWallet);
    }
    /// Keeps how a wallet began, as a node told it; what reaches further back stands. At most kMostHistories.
    void learn(const WalletHistory& history);
    /// How the wallet began; null while nobody asked: unknown, not old.
    [[nodiscard]] const WalletHistory* history(const Wallet& wallet) const;
    /// Coins created or traded so far; the base of the share that makes a wallet a bot.
    std::uint32_t mintsSeen = 0;
    /// Wallets whose first SOL is known.
    std::uint32_t knownFundings = 0;

private:
    static constexpr std::size_t kMostHistories = 500'000;

    const AddressBook& m_addresses;
    boost::unordered_flat_map<Wallet, WalletHistory, std::hash<Wallet>> m_histories;
    std::shared_ptr<ledger::WalletTable> m_numbers;
    std::vector<WalletId> m_ids;  ///< by the table's number; kNoWallet: not seen here
    std::vector<bool> m_apart;    ///< by wallet: listed or reserved
    ledger::ColdVector<WalletFacts, 16'384> m_facts;
    boost::unordered_flat_map<WalletId, std::vector<WalletId>> m_peers;  ///< only below kMostPeers
};

}  // namespace core::intel
