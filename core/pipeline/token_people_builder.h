// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/flag_book.h"
#include "core/intel/intel.h"
#include "core/pipeline/coin_people.h"
#include "core/pipeline/holder_history.h"
#include "core/pipeline/inquirer.h"
#include "core/pipeline/mark_walk.h"
#include "core/pipeline/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core::pipeline {

/// Builds who stands behind the open coin, who traded a candle, and the case of a flag. Works only for what
/// Interest names and only when something changed, at most four times a second and more seldom for coins with many
/// wallets, so that its share of the engine stays below a twentieth. Thread: confined to the engine.
class TokenPeopleBuilder {
public:
    /// Notes one applied event of any coin.
    void onEvent(const Event& event, const ledger::TokenLedger& coin);
    void setInterest(const Interest& interest);
    /// Everything is due at the next build, however short ago it was made.
    void settle();
    /// Brings up to date what is due. `coin`: the open one, null when nothing is known of it.
    void build(const ledger::TokenLedger* coin, const ledger::Market& market, const intel::Intel& who,
               const detect::FlagBook& flags, std::int64_t steadyMs);

    [[nodiscard]] const std::shared_ptr<const TokenPeople>& people() const noexcept { return m_people; }
    [[nodiscard]] const std::shared_ptr<const BarMakers>& makers() const noexcept { return m_makers.made; }
    [[nodiscard]] const std::shared_ptr<const BarMakers>& hovered() const noexcept { return m_hovered.made; }
    [[nodiscard]] const std::shared_ptr<const FlagCase>& flagCase() const noexcept { return m_case; }
    [[nodiscard]] Answers answers() const { return m_inquirer.answers(); }
    /// Who follows whom, for pages of wallets; asked for while one is open.
    void setLeads(std::function<std::vector<Lead>()> leads) { m_inquirer.leads = std::move(leads); }
    [[nodiscard]] const std::shared_ptr<const CoinGraph>& graph() const noexcept { return m_inquirer.graph(); }
    /// Tags and cluster of a wallet on the open coin as of the last build.
    [[nodiscard]] Standing standingOf(const Wallet& wallet) const;
    /// Every coin that was seen being created by a wallet, in order of arrival.
    [[nodiscard]] std::span<const Mint> createdBy(const Wallet& wallet) const {
        const auto found = m_created.find(wallet);
        return found == m_created.end() ? std::span<const Mint>{} : found->second;
    }
    [[nodiscard]] const MoveJournal& journal() const noexcept { return m_journal; }

private:
    struct Person {
        std::int64_t firstTime = 0;
        std::int64_t lastTime = 0;
        std::uint64_t firstSlot = 0;
        OrderKey buyKey;  ///< of its first buy
        bool bought = false;
        std::int64_t buyTime = 0;
        std::uint64_t buyBase = 0;
        std::uint64_t buyQuote = 0;
    };
    // A stretch of time whose traders are wanted.
    struct Asked {
        std::optional<TimeRange> range;
        std::shared_ptr<const BarMakers> made;
        std::uint64_t version = 0;  ///< of the people it was made with

        void ask(const std::optional<TimeRange>& wanted);
    };
    // What the last picture was made of; another value means that it may be out of date.
    using Stamp = std::tuple<std::uint64_t, std::uint64_t, std::size_t, std::uint64_t, std::uint64_t>;

    void answer(const CoinScene& scene, Asked& asked) const;
    void openCoin(std::optional<Mint> mint);
    void walkPersons(const MoveJournal::Coin& coin);
    void updateRoles(const CoinScene& scene);
    [[nodiscard]] Standings stand(const CoinScene& scene);
    [[nodiscard]] Roles rolesOf(const CoinScene& scene, const Wallet& wallet, intel::WalletId id,
                                const intel::Cluster* creators) const;
    void addTimes(const Wallet& wallet, HolderRow& row) const;
    [[nodiscard]] std::shared_ptr<const TokenPeople> make(const CoinScene& scene);
    void fillHolders(const CoinScene& scene, TokenPeople& out) const;
    void fillFirstBuyers(const CoinScene& scene, TokenPeople& out) const;
    void fillRoles(const CoinScene& scene, TokenPeople& out) const;
    void fillMoves(TokenPeople& out) const;

    MoveJournal m_journal;
    FlagIndex m_flags;
    std::unordered_map<Wallet, std::vector<Mint>> m_created;  ///< by creator, in order of arrival

    std::optional<Mint> m_mint;
    std::unordered_set<Wallet> m_tracked;
    std::uint64_t m_trackedVersion = 0;
    boost::unordered_flat_map<Wallet, Person, std::hash<Wallet>> m_persons;
    std::uint64_t m_nextMove = 0;
    std::uint64_t m_buyArrival = 0;
    boost::unordered_flat_map<Wallet, Roles, std::hash<Wallet>> m_coinRoles;  ///< from the coin's flags
    std::size_t m_flagsRead = 0;
    FlagCopies m_flagCopies;
    std::size_t m_linkCount = 0;  ///< kinds of evidence in the last picture: what gathering them again costs
    std::unordered_map<std::uint32_t, std::uint16_t> m_places;  ///< by cluster number
    Standings m_standings;
    MarkWalk m_walk;
    HolderHistory m_holders;
    bool m_holdersWanted = false;
    std::optional<Stamp> m_stamp;
    std::optional<std::int64_t> m_builtAtMs;
    std::uint64_t m_version = 0;
    std::shared_ptr<const TokenPeople> m_people;

    Inquirer m_inquirer;
    Asked m_makers;
    Asked m_hovered;
    std::optional<FlagRef> m_ref;
    std::shared_ptr<const FlagCase> m_case;
    std::optional<std::int64_t> m_caseAtMs;
    std::uint64_t m_caseTrades = 0;
};

}  // namespace core::pipeline
