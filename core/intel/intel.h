// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/recent_map.h"
#include "core/intel/coin_list.h"
#include "core/intel/link_book.h"
#include "core/intel/slot_group.h"
#include "core/intel/wallet_book.h"
#include "core/ledger/market.h"
#include "core/model/event.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace core::intel {

/// Who is who: facts of every wallet, links between wallets, clusters. Takes every event after the ledger did.
/// The rules of each kind of link stand in a file of their own (funding.cpp, transfers.cpp, slot_pairs.cpp).
/// Cost per event O(1) with the constants of detection section 3. Thread: confined to the engine.
class Intel {
public:
    /// Lamports; less makes no link and no wallet known. Source: detection section 4.1.
    static constexpr std::uint64_t kDust = 10'000'000;

    /// `numbers`: the ledger's table of wallets, shared so that an address is looked up in one place.
    explicit Intel(const AddressBook& addresses = AddressBook::shipped(),
                   std::shared_ptr<ledger::WalletTable> numbers = std::make_shared<ledger::WalletTable>())
        : m_wallets(addresses, std::move(numbers)) {}

    /// `coin` is the event's coin, null when nothing is known of it. What closed with it is in closedGroups().
    void apply(const Event& event, const ledger::TokenLedger* coin);
    /// Brings what is known of a wallet near, for an event of it that comes soon.
    void fetch(WalletId wallet) const noexcept {
        m_wallets.fetch(wallet);
        m_links.fetch(wallet);
        m_bought.fetch(wallet);
    }
    /// From now on what is known of wallets beyond `hot` goes to the store while nobody looks at them.
    void putAway(const std::shared_ptr<ledger::ColdStore>& store, std::size_t hot) {
        m_wallets.putAway(store, hot);
        m_bought.putAway(store, hot);
    }
    /// Between two events: puts a wallet or two away where there are too many. References to facts and lists of
    /// coins end here.
    void cool() {
        m_wallets.cool();
        m_bought.cool();
    }
    /// How putting wallets away went: facts and coins of a wallet together, `away` and `back` those of its facts.
    [[nodiscard]] ledger::ColdVectorStats cold() const;
    /// Takes how a wallet began, as a node told it.
    void learn(const WalletHistory& history) { m_wallets.learn(history); }
    /// Closes every open group; at the end of a recording.
    void finish();

    [[nodiscard]] const WalletBook& wallets() const noexcept { return m_wallets; }
    [[nodiscard]] const LinkBook& links() const noexcept { return m_links; }
    [[nodiscard]] WalletId find(const Wallet& wallet) const { return m_wallets.find(wallet); }
    [[nodiscard]] HubKind hub(const Wallet& wallet) const;
    /// What the address list calls a wallet; empty when it is not on it.
    [[nodiscard]] std::string_view label(const Wallet& wallet) const noexcept {
        return m_wallets.addresses().label(wallet);
    }
    [[nodiscard]] const Cluster* clusterOf(const Wallet& wallet) const;
    /// Ordinals of the coins a wallet bought, created or was given a bag of, ascending; the first 512.
    [[nodiscard]] std::span<const std::uint32_t> coinsOf(WalletId wallet) const {
        return wallet < m_bought.size() ? m_bought[wallet].all() : std::span<const std::uint32_t>{};
    }
    /// P(the wallet and the coin's creator are one hand): 1 for the creator, the best link or membership, else 0.
    [[nodiscard]] double linkToCreator(const Wallet& wallet, const ledger::TokenLedger& coin) const;
    /// Whether `payer` sent the wallet its first SOL, itself or over at most `hops` addresses that only pass SOL
    /// on, and not after `before`, Unix seconds.
    [[nodiscard]] bool paidFor(const Wallet& wallet, const Wallet& payer, int hops, std::int64_t before) const;
    /// Groups that the last event closed, in order of the coin's first sight.
    [[nodiscard]] std::span<const SlotGroup> closedGroups() const noexcept { return m_closed; }
    /// Transaction index of a coin's creation.
    [[nodiscard]] std::optional<std::uint32_t> creationIndex(const ledger::TokenLedger& coin) const;
    /// Share of pairs of a coin's buyers that fell into one slot (q_t of detection section 4.2).
    [[nodiscard]] double slotCollision(const ledger::TokenLedger& coin) const;

private:
    /// What is known of a coin for good.
    struct Coin {
        std::optional<std::uint32_t> creationIndex;
        WalletId creator = kNoWallet;
        std::uint32_t buyers = 0;      ///< first buys
        std::uint64_t collisions = 0;  ///< ordered pairs of first buys in one slot
    };
    /// What is going on in a coin.
    struct Activity {
        SlotGroup open[2];                                       ///< by side
        std::vector<std::pair<WalletId, std::uint64_t>> recent;  ///< the last first buyers and their slots
        std::size_t nextRecent = 0;
        boost::unordered_flat_map<WalletId, std::uint32_t> sends;  ///< bags a wallet sent on, to kMostFanOut
    };
    struct Inflow {
        WalletId from;
        std::int64_t time;
        std::uint64_t lamports;
        std::optional<Signature> signature;
        std::optional<Slot> slot;
        bool linked;
    };
    struct Child {
        WalletId wallet;
        std::int64_t time;
        std::uint64_t lamports;
        std::optional<Signature> signature;
        std::optional<Slot> slot;
        bool grouped = false;  ///< bought what others of the same funder bought, beyond chance
    };
    /// Who paid for a wallet, behind addresses that only pass SOL on.
    struct Origin {
        WalletId funder = kNoWallet;
        int hops = 0;
    };
    struct PairCount {
        std::uint16_t buys = 0;   ///< coins with a shared slot of first buys
        std::uint16_t sells = 0;  ///< coins with a shared slot of sells
        bool tested = false;
        std::uint32_t lastSellCoin = 0xffffffffU;
    };

    // intel.cpp
    Coin& coinOf(const ledger::TokenLedger& coin);
    void onTrade(const EventHeader& at, const Trade& trade, const ledger::TokenLedger& coin, std::int64_t time);
    void onCreated(const EventHeader& at, const TokenCreated& created, const ledger::TokenLedger& coin,
                   std::int64_t time);
    void reserve(const Pubkey& address, std::int64_t time);
    void party(WalletId wallet, const ledger::TokenLedger& coin);
    void checkHub(WalletId wallet);
    void sameTransaction(const EventHeader& at, WalletId wallet, bool funded);
    // funding.cpp
    void onSolTransfer(const EventHeader& at, const SolTransfer& transfer, std::int64_t time);
    void onFirstBuy(const EventHeader& at, WalletId wallet, std::uint64_t lamports,
                    const ledger::TokenLedger& coin);
    void linkCloseBuys(const EventHeader& at, WalletId wallet, Activity& coin);
    void linkPaid(WalletId wallet);
    void linkInflows(WalletId wallet, std::uint64_t needed, std::int64_t time);
    [[nodiscard]] Origin originOf(WalletId wallet) const;
    void linkSiblings(WalletId wallet);
    void noteGroup(WalletId wallet, const ledger::TokenLedger& coin);
    [[nodiscard]] std::size_t peersThatLead(WalletId funder, const std::vector<Child>& children) const;
    // transfers.cpp
    void onTokenTransfer(const EventHeader& at, const TokenTransfer& transfer, const ledger::TokenLedger& coin,
                         std::int64_t time);
    void cashOut(const EventHeader& at, WalletId from, WalletId to, std::uint64_t lamports);
    // slot_pairs.cpp
    void addToGroup(const EventHeader& at, const Trade& trade, WalletId wallet, const ledger::TokenLedger& coin,
                    std::optional<std::int64_t> time);
    void clearClosed();
    void closeGroups(std::optional<Slot> before);
    void closeGroup(SlotGroup& group, Coin& coin);
    void pairBuys(const SlotGroup& group, const std::vector<std::size_t>& of);
    void pairSells(const SlotGroup& group);
    void linkBlock(const SlotGroup& group);
    void testPair(WalletId a, WalletId b, const PairCount& count, const SlotGroup& group, const SlotTrade& proof);
    [[nodiscard]] std::vector<std::uint32_t> commonCoins(WalletId a, WalletId b) const;

    WalletBook m_wallets;
    LinkBook m_links;
    std::deque<Coin> m_coins;  ///< by the ledger's ordinal
    /// By the ledger's ordinal, of the coins that something happened in lately: more than a day of launches.
    RecentMap<std::uint32_t, Activity> m_activity{16'384};
    ledger::ColdVector<CoinList, 16'384> m_bought;  ///< by wallet: coins it bought, created or was given a bag of
    std::vector<std::uint32_t> m_openCoins;         ///< with an open group
    std::vector<SlotGroup> m_closed;
    std::vector<std::vector<SlotTrade>> m_spare;  ///< emptied lists of groups, to be filled again
    std::optional<Slot> m_slot;                   ///< youngest seen
    boost::unordered_flat_map<std::uint64_t, PairCount> m_pairs;
    std::uint64_t m_pairsSeen = 0;      ///< pairs with a shared slot: the tests that were possible
    std::uint64_t m_pairsAccepted = 0;  ///< of those, the ones beyond chance

    boost::unordered_flat_map<WalletId, std::vector<Inflow>> m_inflows;     ///< the last few of each wallet
    boost::unordered_flat_map<WalletId, std::vector<Child>> m_children;     ///< buyers first funded by a wallet
    boost::unordered_flat_map<WalletId, std::vector<Child>> m_fundings;     ///< the last first fundings by a wallet
    boost::unordered_flat_map<WalletId, std::vector<WalletId>> m_cashiers;  ///< who cashed out to a wallet
    std::uint64_t m_cashOuts = 0;
    std::uint64_t m_buyers = 0;        ///< wallets that bought anything
    std::uint64_t m_groupsTested = 0;  ///< times that children of one funder met on a coin
    std::uint64_t m_groupsFound = 0;   ///< of those, the ones beyond chance
    std::int64_t m_firstFunding = 0;   ///< Unix seconds
    std::int64_t m_lastFunding = 0;
    std::int64_t m_now = 0;  ///< youngest time seen, Unix seconds

    std::optional<Signature> m_transaction;  ///< the one whose events are coming in
    std::vector<WalletId> m_fundedInIt, m_tradedInIt;
};

}  // namespace core::intel
