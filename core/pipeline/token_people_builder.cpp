// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/token_people_builder.h"

#include <algorithm>
#include <limits>
#include "core/detect/apart.h"

namespace core::pipeline {
namespace {

constexpr std::int64_t kLeastGapMs = 250;
constexpr std::int64_t kCaseGapMs = 1'000;
// A picture costs up to a microsecond a wallet and 0.1 us a move where all has to be walked again: with these gaps
// a twentieth of the engine's time at most. Measured in tests/bench/RESULTS.md.
constexpr std::int64_t kWalletsPerMs = 50;
constexpr std::int64_t kMovesPerMs = 300;
constexpr std::int64_t kLinksPerMs = 20;
constexpr std::size_t kMovesAtOnce = 50'000;
constexpr std::size_t kMostExcluded = 50;
constexpr double kLinked = 0.90;  // P(one hand) from which a wallet counts as the creator's

BagState stateOf(const FirstBuyerRow& row) {
    if (row.balance <= 0) return row.transferredOut > row.sold ? BagState::Transferred : BagState::Exited;
    if (row.transferredOut != 0) return BagState::Transferred;
    if (row.sold != 0) return BagState::PartSold;
    return row.bought > row.firstBase ? BagState::Added : BagState::Unchanged;
}

bool largerBag(const HolderRow& a, const HolderRow& b) {
    return a.balance != b.balance ? a.balance > b.balance : a.wallet < b.wallet;
}

}  // namespace

void TokenPeopleBuilder::onEvent(const Event& event, const ledger::TokenLedger& coin) {
    m_journal.add(event, coin);
    const auto* created = std::get_if<TokenCreated>(&event.body);
    if (created != nullptr && created->creator) m_created[*created->creator].push_back(coin.mint());
}

void TokenPeopleBuilder::openCoin(std::optional<Mint> mint) {
    m_mint = mint;
    m_persons.clear();
    m_nextMove = 0;
    m_buyArrival = 0;
    m_coinRoles.clear();
    m_flagsRead = 0;
    m_flagCopies.clear();
    m_linkCount = 0;
    m_places.clear();
    m_standings.clear();
    m_walk.restart();
    m_holders.restart();
    m_stamp.reset();
    m_builtAtMs.reset();
    m_people.reset();
    m_makers.made.reset();
    m_hovered.made.reset();
    m_inquirer.openCoin();
}

void TokenPeopleBuilder::Asked::ask(const std::optional<TimeRange>& wanted) {
    if (wanted != range) made.reset();
    range = wanted;
}

void TokenPeopleBuilder::answer(const CoinScene& scene, Asked& asked) const {
    if (!asked.range) {
        asked.made.reset();
    } else if (m_people && (!asked.made || asked.version != m_people->version)) {
        asked.made = std::make_shared<const BarMakers>(barMakers(scene, m_standings, *asked.range));
        asked.version = m_people->version;
    }
}

void TokenPeopleBuilder::setInterest(const Interest& interest) {
    if (interest.selected != m_mint) openCoin(interest.selected);
    m_makers.ask(interest.makers);
    m_hovered.ask(interest.hovered);
    m_inquirer.ask(interest.inquiry);
    if (interest.flag != m_ref) {
        m_case.reset();
        m_caseAtMs.reset();
    }
    m_ref = interest.flag;
    if (m_holdersWanted != interest.holderHistory) m_stamp.reset();
    m_holdersWanted = interest.holderHistory;
    constexpr std::size_t kMostTracked = 10'000;
    std::unordered_set<Wallet> tracked;
    for (const Wallet& wallet : interest.tracked)
        if (tracked.size() < kMostTracked) tracked.insert(wallet);
    if (tracked == m_tracked) return;
    m_tracked = std::move(tracked);
    ++m_trackedVersion;
}

void TokenPeopleBuilder::walkPersons(const MoveJournal::Coin& coin) {
    const std::uint64_t end = coin.dropped + coin.moves.size();
    std::size_t left = kMovesAtOnce;
    for (m_nextMove = std::max(m_nextMove, coin.dropped); m_nextMove < end && left > 0; ++m_nextMove, --left) {
        const Move& move = coin.moves[static_cast<std::size_t>(m_nextMove - coin.dropped)];
        const auto [entry, added] = m_persons.try_emplace(move.wallet);
        Person& person = entry->second;
        if (added || move.time < person.firstTime) {
            person.firstTime = move.time;
            person.firstSlot = move.slot;
        }
        person.lastTime = added ? move.time : std::max(person.lastTime, move.time);
        if (move.kind != MoveKind::Buy) continue;
        const OrderKey key{move.slot == 0 ? static_cast<std::uint64_t>(move.time) : move.slot, move.txIndex, 0,
                           m_buyArrival++};
        if (std::exchange(person.bought, true) && !(key < person.buyKey)) continue;
        person.buyKey = key;
        person.buyTime = move.time;
        person.buyBase = move.base;
        person.buyQuote = move.quote;
    }
}

void TokenPeopleBuilder::updateRoles(const CoinScene& scene) {
    const auto places = scene.flags.of(scene.coin.mint());
    const auto taken = [&](std::size_t at) { return scene.flags.withdrawn(places[at]); };
    for (std::size_t i = m_flagsRead; i < places.size(); ++i) {
        if (!taken(i)) continue;
        // What was said before it does not hold: everything is read again without it.
        m_coinRoles.clear();
        m_flagsRead = 0;
        break;
    }
    for (; m_flagsRead < places.size(); ++m_flagsRead) {
        const std::uint32_t place = places[m_flagsRead];
        const auto role = roleOfKind(scene.flags.kind(place));
        if (!role || *role == Role::Creator) continue;
        bool stands = true;
        for (std::size_t later = m_flagsRead; later < places.size() && stands; ++later)
            stands = !(taken(later) && scene.flags.same(places[later], place));
        if (!stands) continue;
        for (const Wallet& wallet : scene.flags.at(place).wallets) {
            Roles& roles = m_coinRoles[wallet];
            roles = with(roles, *role);
        }
    }
}

Roles TokenPeopleBuilder::rolesOf(const CoinScene& scene, const Wallet& wallet, intel::WalletId id,
                                  const intel::Cluster* creators) const {
    Roles roles = scene.flags.rolesOf(wallet);
    if (const auto found = m_coinRoles.find(wallet); found != m_coinRoles.end())
        roles = static_cast<Roles>(roles | found->second);
    if (m_tracked.contains(wallet)) roles = with(roles, Role::Tracked);
    switch (detect::apartOf(scene.coin, scene.who, wallet, id)) {
        case detect::Apart::Reserve: roles = with(roles, Role::Reserve); break;
        case detect::Apart::Exchange: roles = with(roles, Role::Exchange); break;
        case detect::Apart::Service: roles = with(roles, Role::Infrastructure); break;
        case detect::Apart::Burned: roles = with(roles, Role::Burned); break;
        case detect::Apart::No: break;
    }
    if (id == intel::kNoWallet) return roles;
    if (scene.coin.creator == wallet) return with(roles, Role::Creator);
    if (creators != nullptr && scene.who.links().clusterOf(id) == creators &&
        scene.who.linkToCreator(wallet, scene.coin) >= kLinked)
        roles = with(roles, Role::CreatorLinked);
    return roles;
}

Standings TokenPeopleBuilder::stand(const CoinScene& scene) {
    const intel::Cluster* creators = scene.coin.creator ? scene.who.clusterOf(*scene.coin.creator) : nullptr;
    Standings out;
    out.reserve(scene.coin.positions.size());
    std::unordered_map<std::uint32_t, std::uint32_t> sizes;
    for (const auto& [wallet, position] : scene.coin.positions) {
        const intel::WalletId id = scene.who.find(wallet);
        Standing& standing = out[wallet];
        standing.roles = rolesOf(scene, wallet, id, creators);
        if (id == intel::kNoWallet || isExcluded(standing.roles)) continue;
        if (const intel::Cluster* cluster = scene.who.links().clusterOf(id)) {
            standing.cluster.number = clusterNumber(*cluster);
            ++sizes[standing.cluster.number];
        }
    }
    // Numbers rise with first sight, so colours do not depend on the order in which wallets are walked.
    std::vector<std::uint32_t> unplaced;
    for (const auto& [number, size] : sizes)
        if (size >= 2 && !m_places.contains(number)) unplaced.push_back(number);
    std::sort(unplaced.begin(), unplaced.end());
    for (const std::uint32_t number : unplaced)
        m_places.emplace(number, static_cast<std::uint16_t>(std::min<std::size_t>(m_places.size(), 0xffff)));
    for (auto& [wallet, standing] : out) {
        if (!standing.cluster) continue;
        // One wallet alone is no crew here, whatever it does elsewhere.
        if (sizes[standing.cluster.number] < 2)
            standing.cluster = {};
        else
            standing.cluster.place = m_places[standing.cluster.number];
    }
    return out;
}

void TokenPeopleBuilder::addTimes(const Wallet& wallet, HolderRow& row) const {
    const auto person = m_persons.find(wallet);
    if (person == m_persons.end()) return;
    row.firstTime = person->second.firstTime;
    row.lastTime = person->second.lastTime;
    if (person->second.firstSlot != 0) row.firstSlot = person->second.firstSlot;
}

void TokenPeopleBuilder::fillHolders(const CoinScene& scene, TokenPeople& out) const {
    for (const auto& [wallet, position] : scene.coin.positions) {
        const auto found = m_standings.find(wallet);
        const Standing standing = found == m_standings.end() ? Standing{} : found->second;
        HolderRow row = holderRow(scene, wallet, position, standing);
        addTimes(wallet, row);
        if (isExcluded(standing.roles)) {
            out.excluded.push_back(std::move(row));
            continue;
        }
        out.holding += row.balance > 0 ? 1 : 0;
        out.holders.push_back(std::move(row));
    }
    out.wallets = out.holders.size();
    if (out.holders.size() > TokenPeople::kMostHolders) {
        const auto tookIn = [](const HolderRow& row) { return saturatingAdd(row.bought, row.transferredIn); };
        const auto cut = out.holders.begin() + static_cast<std::ptrdiff_t>(TokenPeople::kMostHolders);
        std::nth_element(out.holders.begin(), cut, out.holders.end(), [&](const auto& a, const auto& b) {
            return tookIn(a) != tookIn(b) ? tookIn(a) > tookIn(b) : a.wallet < b.wallet;
        });
        out.holders.erase(cut, out.holders.end());
    }
    for (HolderRow& row : out.holders) addOrigin(scene, row);
    std::sort(out.holders.begin(), out.holders.end(), largerBag);
    std::sort(out.excluded.begin(), out.excluded.end(), largerBag);
    if (out.excluded.size() > kMostExcluded) out.excluded.resize(kMostExcluded);
}

void TokenPeopleBuilder::fillFirstBuyers(const CoinScene& scene, TokenPeople& out) const {
    std::vector<std::pair<OrderKey, Wallet>> buyers;
    for (const auto& [wallet, person] : m_persons) {
        const auto standing = m_standings.find(wallet);
        if (standing != m_standings.end() && isExcluded(standing->second.roles)) continue;
        if (person.bought) buyers.emplace_back(person.buyKey, wallet);
    }
    const std::size_t count = std::min(buyers.size(), TokenPeople::kFirstBuyers);
    std::partial_sort(buyers.begin(), buyers.begin() + static_cast<std::ptrdiff_t>(count), buyers.end());
    for (std::size_t i = 0; i < count; ++i) {
        const auto person = m_persons.find(buyers[i].second);
        const auto held = scene.coin.positions.find(buyers[i].second);
        const auto standing = m_standings.find(buyers[i].second);
        FirstBuyerRow row;
        row.place = static_cast<std::uint32_t>(i + 1);
        row.wallet = buyers[i].second;
        if (standing != m_standings.end()) {
            row.roles = standing->second.roles;
            row.cluster = standing->second.cluster;
        }
        row.time = person->second.buyTime;
        row.firstBase = person->second.buyBase;
        row.firstQuote = person->second.buyQuote;
        // Without a slot the key orders by time.
        if (static_cast<std::int64_t>(buyers[i].first.slot) != row.time) row.slot = buyers[i].first.slot;
        if (row.slot && scene.coin.createdSlot && *row.slot >= scene.coin.createdSlot->value())
            row.slotOffset = *row.slot - scene.coin.createdSlot->value();
        if (held != scene.coin.positions.end()) {
            row.bought = held->second.bought;
            row.sold = held->second.sold;
            row.transferredOut = held->second.transferredOut();
            row.balance = held->second.balance();
        }
        row.state = stateOf(row);
        out.firstBuyers.push_back(std::move(row));
    }
}

void TokenPeopleBuilder::fillRoles(const CoinScene& scene, TokenPeople& out) const {
    constexpr std::array kTold{Role::Creator, Role::CreatorLinked, Role::Sniper,     Role::Bundler, Role::Insider,
                               Role::Wash,    Role::Fresh,         Role::SmartMoney, Role::Lead};
    struct Sum {
        double held = 0;
        double bought = 0;
        double largest = -1;
        Wallet wallet;
        std::size_t wallets = 0;
    };
    std::array<Sum, kTold.size()> sums;
    for (const auto& [wallet, position] : scene.coin.positions) {
        const auto standing = m_standings.find(wallet);
        if (standing == m_standings.end() || standing->second.roles == 0) continue;
        for (std::size_t i = 0; i < kTold.size(); ++i) {
            if (!has(standing->second.roles, kTold[i])) continue;
            const double coins = std::max(0.0, static_cast<double>(position.balance()));
            Sum& sum = sums[i];
            ++sum.wallets;
            sum.held += coins;
            sum.bought += static_cast<double>(position.bought);
            if (coins > sum.largest || (coins == sum.largest && wallet < sum.wallet)) {
                sum.largest = coins;
                sum.wallet = wallet;
            }
        }
    }
    for (std::size_t i = 0; i < kTold.size(); ++i) {
        RoleShare row;
        row.role = kTold[i];
        row.wallets = sums[i].wallets;
        row.held = shareOf(scene.coin, sums[i].held);
        row.bought = shareOf(scene.coin, sums[i].bought);
        for (const FlagRow& flag : out.flags) {
            if (roleOfKind(flag.ref.kind) != kTold[i]) continue;
            row.flag = flag.ref;
            break;
        }
        // These are said of a wallet over all coins: the one with the largest bag speaks.
        if (row.wallets != 0 && (row.role == Role::SmartMoney || row.role == Role::Lead))
            row.flag = FlagRef{row.role == Role::Lead ? "lead_wallet" : "smart_money", std::nullopt,
                               sums[i].wallet.base58()};
        out.roles.push_back(std::move(row));
    }
}

void TokenPeopleBuilder::fillMoves(TokenPeople& out) const {
    out.marks.assign(m_walk.marks().begin(), m_walk.marks().end());
    std::stable_sort(out.marks.begin(), out.marks.end(),
                     [](const TradeMark& a, const TradeMark& b) { return a.time < b.time; });
    out.creatorBand = m_walk.creator().points();
    for (ClusterRow& row : out.clusters) {
        const BandSeries* band = m_walk.band(row.tag.number);
        if (band == nullptr) continue;
        row.band = band->points();
        row.received = band->received();
        if (!out.creationSeen || !out.supply || *out.supply == 0) continue;
        row.peakShare = static_cast<double>(band->peak()) / static_cast<double>(*out.supply);
    }
}

std::shared_ptr<const TokenPeople> TokenPeopleBuilder::make(const CoinScene& scene) {
    auto out = std::make_shared<TokenPeople>();
    out->version = ++m_version;
    out->mint = scene.coin.mint();
    if (const auto slot = scene.market.lastSlot()) out->asOfSlot = slot->value();
    out->asOfTime = scene.market.lastTime();
    out->creationSeen = scene.coin.holdersKnown();
    out->transfersVisible = scene.journal.transfersSeen();
    out->supply = scene.coin.supply;
    updateRoles(scene);
    Standings now = stand(scene);
    if (now != m_standings) {
        m_standings = std::move(now);
        m_walk.restart();
        m_holders.restart();
    }
    const MoveJournal::Coin* journal = scene.journal.of(scene.coin.ordinal());
    if (journal != nullptr) {
        m_walk.advance(*journal, m_standings);
        out->trimmed = journal->dropped != 0;
        if (m_holdersWanted && !out->trimmed && scene.coin.creationSeen && scene.coin.supply) {
            m_holders.advance(*journal, m_standings, *scene.coin.supply);
            out->holderHistory = m_holders.points();
        }
    }
    fillHolders(scene, *out);
    fillFirstBuyers(scene, *out);
    out->clusters = clusterRows(scene, m_standings, out->clusterCount);
    m_linkCount = 0;
    for (const ClusterRow& row : out->clusters) m_linkCount += row.linkCount;
    out->flags = flagRows(scene, m_flagCopies);
    fillRoles(scene, *out);
    fillMoves(*out);
    const auto created = scene.coin.creator ? m_created.find(*scene.coin.creator) : m_created.end();
    out->creator =
        creatorRecord(scene, m_standings, created == m_created.end() ? std::span<const Mint>{} : created->second);
    if (out->creator && out->creator->position) addTimes(out->creator->wallet, *out->creator->position);
    out->lane = laneEvents(scene, journal == nullptr ? std::span<const Move>{} : journal->moves);
    return out;
}

Standing TokenPeopleBuilder::standingOf(const Wallet& wallet) const {
    const auto found = m_standings.find(wallet);
    return found == m_standings.end() ? Standing{} : found->second;
}

void TokenPeopleBuilder::settle() {
    m_builtAtMs.reset();
    m_caseAtMs.reset();
    m_inquirer.settle();
}

void TokenPeopleBuilder::build(const ledger::TokenLedger* coin, const ledger::Market& market,
                               const intel::Intel& who, const detect::FlagBook& flags, std::int64_t steadyMs) {
    m_flags.take(flags);
    if (m_ref && (!m_caseAtMs || (steadyMs - *m_caseAtMs >= kCaseGapMs && m_caseTrades != market.trades()))) {
        m_case = pipeline::flagCase(market, m_journal, m_flags, *m_ref);
        m_caseAtMs = steadyMs;
        m_caseTrades = market.trades();
    }
    m_inquirer.answer({market, who, m_journal, m_flags, m_created, {}, m_mint}, steadyMs);
    if (coin == nullptr) {
        m_people.reset();
        m_makers.made.reset();
        m_hovered.made.reset();
        m_inquirer.openCoin();
        return;
    }
    const CoinScene scene{*coin, market, who, m_journal, m_flags};
    const MoveJournal::Coin* journal = m_journal.of(coin->ordinal());
    if (journal != nullptr) walkPersons(*journal);
    const bool walked = journal == nullptr || m_nextMove >= journal->dropped + journal->moves.size();
    const Stamp stamp{coin->version, who.links().version(), m_flags.of(coin->mint()).size(), m_flags.rolesVersion(),
                      m_trackedVersion};
    const auto gap = std::max<std::int64_t>(
        {kLeastGapMs, static_cast<std::int64_t>(coin->positions.size()) / kWalletsPerMs,
         static_cast<std::int64_t>(journal == nullptr ? 0 : journal->moves.size()) / kMovesPerMs,
         static_cast<std::int64_t>(m_linkCount) / kLinksPerMs});
    const bool due = walked && (!m_builtAtMs || steadyMs - *m_builtAtMs >= gap);
    if (due && m_stamp != stamp) {
        m_people = make(scene);
        m_stamp = stamp;
        m_builtAtMs = steadyMs;
    }
    answer(scene, m_makers);
    answer(scene, m_hovered);
    if (m_people) m_inquirer.answerGraph(scene, m_standings, m_people->version, steadyMs);
}

}  // namespace core::pipeline
