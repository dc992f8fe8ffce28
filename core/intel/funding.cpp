// SPDX-License-Identifier: GPL-3.0-or-later
// Links from SOL that moved: who paid for whom. Source: detection section 4.2, families transfer, funded_by_same,
// same_amount and same_transaction.
#include "core/base/poisson.h"
#include "core/intel/intel.h"

#include <algorithm>
#include <cmath>

namespace core::intel {
namespace {

constexpr std::size_t kMostInflows = 4;
constexpr std::size_t kMostChildren = 32;
constexpr std::size_t kMostFundings = 16;
constexpr float kTransfer = 9.5F;
constexpr double kDay = 86'400;
constexpr double kLeastSpan = 600;
// Seconds: customers of a busy service are paid this close to each other all the time.
constexpr double kLeastApart = 5;
constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kMostIdle = 86'400;  // seconds
constexpr double kMostFunding = 10;
constexpr int kMostHops = 3;
constexpr std::uint64_t kRound = 100'000'000;

bool nearlyEqual(std::uint64_t a, std::uint64_t b) {
    const std::uint64_t more = std::max(a, b);
    return more - std::min(a, b) <= more / 10'000;
}

// What an outsider would have to spend to hang itself on a wallet: an amount that matters to the receiver. Half
// of what it paid for a coin cannot be sent to frame somebody without handing it to them.
bool material(std::uint64_t lamports, std::uint64_t needed) {
    return lamports >= Intel::kDust && lamports >= needed / 2;
}

}  // namespace

void Intel::onSolTransfer(const EventHeader& at, const SolTransfer& transfer, std::int64_t time) {
    const std::uint64_t lamports = transfer.amount.value();
    // Dust does not even make a wallet known: a storm of it must not grow anything.
    if (lamports < Intel::kDust || transfer.from == transfer.to) return;
    const WalletId from = m_wallets.id(transfer.from, time);
    const WalletId to = m_wallets.id(transfer.to, time);
    if (m_wallets[to].reserved || m_wallets[from].reserved) return;
    m_wallets.meet(from, to);
    checkHub(from);
    checkHub(to);
    const HubKind sender = m_wallets.hub(from);
    const bool lasting = m_wallets.lastingHub(from) != HubKind::None || m_wallets.lastingHub(to) != HubKind::None;
    if (m_wallets.lastingHub(to) == HubKind::Exchange || m_wallets[to].listed != HubKind::None) return;
    // What is told long after it happened is not where the proceeds of today went.
    if (time + kHour >= m_now) cashOut(at, from, to, lamports);

    WalletFacts& facts = m_wallets.facts(to);
    // Money that came before all else may be told last, by a node that was asked for it.
    const bool late = facts.trades && time < facts.firstSeen;
    const bool first = facts.funding.from == kNoWallet || (late && time < facts.funding.time);
    if (first && (late || !facts.trades)) {
        if (facts.funding.from != kNoWallet) {
            --m_wallets.facts(facts.funding.from).funded;
            --m_wallets.knownFundings;
        }
        facts.funding = {from, time, lamports};
        ++m_wallets.facts(from).funded;
        checkHub(from);
        if (m_wallets.knownFundings++ == 0 || m_firstFunding == 0) m_firstFunding = time;
        // The time that was seen is the feed's: what was asked for reaches further back.
        if (!late) m_firstFunding = std::min(m_firstFunding, time);
        m_lastFunding = std::max(m_lastFunding, time);
        std::vector<Child>& fundings = m_fundings[from];
        std::vector<WalletId> equal;
        for (const Child& child : fundings)
            if (std::abs(time - child.time) <= kHour && nearlyEqual(child.lamports, lamports))
                equal.push_back(child.wallet);
        if (equal.size() >= 2) {
            // Customers of a service draw the same sums too, less its fee.
            constexpr float kOdd = 8.0F;
            constexpr float kEven = 4.0F;
            constexpr float kService = 1.0F;
            const bool even = lamports % kRound == 0;
            const float llr = sender != HubKind::None ? kService : even ? kEven : kOdd;
            equal.push_back(to);
            for (std::size_t i = 0; i < equal.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    m_links.add(equal[i], equal[j], LinkKind::SameAmount, llr, llr,
                                {LinkKind::SameAmount, at.signature, at.slot, lamports});
        }
        if (fundings.size() >= kMostFundings) fundings.erase(fundings.begin());
        fundings.push_back({to, time, lamports, at.signature, at.slot});
        if (late && facts.mintsBought != 0) linkSiblings(to);
    }
    if (m_wallets[from].listed == HubKind::None) sameTransaction(at, to, true);
    if (lasting) return;

    // A wallet that passes SOL on shows that what came in before mattered to it.
    if (m_inflows.contains(from)) linkInflows(from, lamports, time);
    std::vector<Inflow>& inflows = m_inflows[to];
    if (inflows.size() >= kMostInflows) inflows.erase(inflows.begin());
    inflows.push_back({from, time, lamports, at.signature, at.slot, false});
    // Of the buy itself no time is kept; it was not before the wallet was first seen.
    if (m_wallets[to].largestBuy != 0)
        linkInflows(to, m_wallets[to].largestBuy, std::max(time, m_wallets[to].firstSeen));
}

// The wallet trades, as those did that it paid before: it is no place where money only waits.
void Intel::linkPaid(WalletId wallet) {
    for (const WalletId peer : m_wallets.peersOf(wallet))
        if (m_wallets[peer].largestBuy != 0) linkInflows(peer, m_wallets[peer].largestBuy, m_now);
}

// Links the wallet with whoever sent it at least half of the `needed` lamports that it spends at `time`.
void Intel::linkInflows(WalletId wallet, std::uint64_t needed, std::int64_t time) {
    const auto found = m_inflows.find(wallet);
    if (found == m_inflows.end() || needed == 0) return;
    for (Inflow& inflow : found->second) {
        if (inflow.linked) continue;
        std::uint64_t together = 0;
        for (const Inflow& other : found->second)
            if (other.from == inflow.from) together = saturatingAdd(together, other.lamports);
        if (!material(together, needed)) continue;
        if (m_wallets.lastingHub(inflow.from) != HubKind::None) continue;
        // Who is paid for a buy buys. Money that lay for days came from where its owner keeps money, as often as
        // not a service with too few customers seen to be known as one.
        if (!m_wallets[inflow.from].trades && time - inflow.time > kMostIdle) continue;
        inflow.linked = true;
        m_links.add(inflow.from, wallet, LinkKind::Transfer, kTransfer, kTransfer,
                    {LinkKind::Transfer, inflow.signature, inflow.slot, inflow.lamports});
        // A wallet may pay strangers: between traders a coin that both bought must join the payment. An address
        // that only passes SOL on has no other meaning.
        if (!m_wallets[inflow.from].trades || !m_wallets[wallet].trades ||
            !commonCoins(inflow.from, wallet).empty())
            m_links.shareCoin(inflow.from, wallet);
    }
}

// Wallets of one funder that come to a coin within seconds of each other. A stranger among the coin's buyers does
// so by chance: some tenth of them in a busy minute.
void Intel::linkCloseBuys(const EventHeader& at, WalletId wallet, Activity& coin) {
    constexpr std::uint64_t kSlots = 25;
    constexpr float kClose = 1.5F;
    constexpr float kMostClose = 4.0F;
    constexpr std::size_t kRecent = 64;
    if (!at.slot) return;
    // Adding links moves the list that is walked over.
    std::vector<WalletId> close;
    for (const std::uint32_t index : m_links.linksOf(wallet)) {
        const Link& link = m_links.link(index);
        if (link.of(LinkKind::FundedBySame) < kClose) continue;
        const WalletId other = link.a == wallet ? link.b : link.a;
        const auto found = std::find_if(coin.recent.begin(), coin.recent.end(),
                                        [other](const auto& entry) { return entry.first == other; });
        if (found == coin.recent.end()) continue;
        const std::uint64_t slot = at.slot->value();
        if (std::max(slot, found->second) - std::min(slot, found->second) <= kSlots) close.push_back(other);
    }
    for (const WalletId other : close)
        m_links.add(wallet, other, LinkKind::CoTrading, kClose, kMostClose,
                    {LinkKind::CoTrading, at.signature, at.slot, 0});
    if (coin.recent.size() < kRecent) {
        coin.recent.emplace_back(wallet, at.slot->value());
    } else {
        coin.recent[coin.nextRecent] = {wallet, at.slot->value()};
        coin.nextRecent = (coin.nextRecent + 1) % kRecent;
    }
}

void Intel::onFirstBuy(const EventHeader& at, WalletId wallet, std::uint64_t lamports,
                       const ledger::TokenLedger& coin) {
    linkInflows(wallet, lamports, m_now);
    if (m_wallets[wallet].mintsBought == 1) {
        ++m_buyers;
        linkSiblings(wallet);
    }
    noteGroup(wallet, coin);
    linkCloseBuys(at, wallet, m_activity[coin.ordinal()]);
    for (const std::uint32_t index : m_links.linksOf(wallet)) {
        const Link& link = m_links.link(index);
        if (link.sharesCoin) continue;
        const WalletId other = link.a == wallet ? link.b : link.a;
        if (other >= m_bought.size()) continue;
        if (m_bought[other].contains(coin.ordinal())) m_links.shareCoin(wallet, other);
    }
}

// The wallet's first buy: it and the other buyers that were first funded from the same place.
void Intel::linkSiblings(WalletId wallet) {
    const WalletFacts& facts = m_wallets[wallet];
    const Origin origin = originOf(wallet);
    if (origin.funder == kNoWallet) return;
    const WalletFacts& funder = m_wallets[origin.funder];
    if (funder.listed == HubKind::Infrastructure || funder.listed == HubKind::Bot) return;
    const double share = (1.0 + funder.funded) / (2.0 + m_wallets.knownFundings);
    const double span = std::clamp(static_cast<double>(m_lastFunding - m_firstFunding), kLeastSpan, kDay);
    std::vector<Child>& children = m_children[origin.funder];
    for (const Child& child : children) {
        const double apart = std::abs(static_cast<double>(child.time) - static_cast<double>(facts.funding.time));
        // Two fundings by chance from the same place and so close in time, among those of the time that was seen.
        const double chance = std::max(2e-6, share * std::min(1.0, 2 * std::max(kLeastApart, apart) / span));
        const double llr = std::min(kMostFunding, std::log(0.3 / chance)) - origin.hops;
        if (llr < 1) continue;
        m_links.set(wallet, child.wallet, LinkKind::FundedBySame, static_cast<float>(llr),
                    {LinkKind::FundedBySame, child.signature, child.slot, child.lamports});
        const auto mine = coinsOf(wallet);
        const auto theirs = coinsOf(child.wallet);
        const bool common = std::any_of(mine.begin(), mine.end(), [&](std::uint32_t coin) {
            return std::binary_search(theirs.begin(), theirs.end(), coin);
        });
        if (common) m_links.shareCoin(wallet, child.wallet);
    }
    if (children.size() >= kMostChildren) children.erase(children.begin());
    Child child{wallet, facts.funding.time, facts.funding.lamports, std::nullopt, std::nullopt};
    // The payment itself is the proof, as long as the payer's last ones are kept.
    if (const auto paid = m_fundings.find(facts.funding.from); paid != m_fundings.end()) {
        const auto own = std::find_if(paid->second.begin(), paid->second.end(),
                                      [wallet](const Child& one) { return one.wallet == wallet; });
        if (own != paid->second.end()) {
            child.signature = own->signature;
            child.slot = own->slot;
        }
    }
    children.push_back(std::move(child));
}

// Behind addresses that only pass SOL on stands the one that paid. Source: detection section 4.2, up to 3 hops.
Intel::Origin Intel::originOf(WalletId wallet) const {
    Origin out{m_wallets[wallet].funding.from, 0};
    if (out.funder == kNoWallet) return out;
    for (const WalletFacts* at = &m_wallets[out.funder];
         out.hops < kMostHops && !at->trades && WalletBook::passesOn(*at) && at->funding.from != kNoWallet &&
         at->listed == HubKind::None;
         at = &m_wallets[out.funder]) {
        out.funder = at->funding.from;
        ++out.hops;
    }
    return out;
}

bool Intel::paidFor(const Wallet& wallet, const Wallet& payer, int hops, std::int64_t before) const {
    const WalletId a = m_wallets.find(wallet);
    const WalletId b = m_wallets.find(payer);
    if (a == kNoWallet || b == kNoWallet || m_wallets[a].funding.time > before) return false;
    const Origin origin = originOf(a);
    return origin.funder == b && origin.hops <= hops;
}

// The wallet bought a coin. Where others with the same funder did too, beyond what the coin's popularity explains,
// they are a group that the funder pays for.
void Intel::noteGroup(WalletId wallet, const ledger::TokenLedger& coin) {
    constexpr std::size_t kFewest = 3;
    constexpr double kFalseRate = 0.01;
    const Origin origin = originOf(wallet);
    if (origin.funder == kNoWallet || m_wallets[origin.funder].listed != HubKind::None) return;
    const auto found = m_children.find(origin.funder);
    if (found == m_children.end() || found->second.size() < kFewest) return;
    std::vector<Child>& children = found->second;
    const auto bought = [&](const Child& child) {
        return child.wallet < m_bought.size() && m_bought[child.wallet].contains(coin.ordinal());
    };
    const auto group = static_cast<std::size_t>(std::count_if(children.begin(), children.end(), bought));
    if (group < kFewest) return;
    ++m_groupsTested;
    const double share =
        static_cast<double>(coin.buyers) / static_cast<double>(std::max<std::uint64_t>(1, m_buyers));
    // One of them is the reason to look; how many of the others would have come by themselves?
    const double chance = poissonTail(group - 1, static_cast<double>(children.size() - 1) * share);
    // Benjamini-Hochberg as the groups come, as for pairs.
    const double line = kFalseRate * static_cast<double>(m_groupsFound + 1) / static_cast<double>(m_groupsTested);
    if (chance > line) return;
    ++m_groupsFound;
    for (Child& child : children) child.grouped = child.grouped || bought(child);
    std::uint8_t& own = m_wallets.facts(origin.funder).ownGroup;
    const auto led = static_cast<std::uint8_t>(std::min<std::size_t>(255, peersThatLead(origin.funder, children)));
    if (led <= own) return;
    own = led;
    checkHub(origin.funder);
}

// How many of the funder's peers are wallets of its group, or pass SOL on to one.
std::size_t Intel::peersThatLead(WalletId funder, const std::vector<Child>& children) const {
    std::vector<WalletId> reached;
    for (const Child& child : children)
        if (child.grouped) reached.push_back(child.wallet);
    std::size_t begin = 0;
    for (int hop = 0; hop < kMostHops; ++hop) {
        const std::size_t end = reached.size();
        for (; begin < end; ++begin) {
            for (const WalletId peer : m_wallets.peersOf(reached[begin])) {
                const bool passes =
                    peer != funder && !m_wallets[peer].trades && WalletBook::passesOn(m_wallets[peer]);
                if (passes && std::find(reached.begin(), reached.end(), peer) == reached.end())
                    reached.push_back(peer);
            }
        }
    }
    const auto peers = m_wallets.peersOf(funder);
    return static_cast<std::size_t>(std::count_if(reached.begin(), reached.end(), [&](WalletId one) {
        return std::binary_search(peers.begin(), peers.end(), one);
    }));
}

}  // namespace core::intel
