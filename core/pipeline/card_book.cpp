// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/card_book.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core::pipeline {
namespace {

constexpr std::int64_t kMakeEveryMs = 250;
// A factory of coins is judged by its newest ones, and not with every trade.
constexpr std::size_t kMostJudged = 200;
constexpr std::int64_t kJudgeEveryMs = 2'000;
// From this share of supply on, or this many wallets, the holdings of insiders are stated.
constexpr double kInsidersStatedFrom = 0.05;

void insert(std::vector<Wallet>& sorted, const std::vector<Wallet>& more) {
    for (const Wallet& wallet : more) {
        const auto at = std::lower_bound(sorted.begin(), sorted.end(), wallet);
        if (at == sorted.end() || *at != wallet) sorted.insert(at, wallet);
    }
}

struct Sum {
    double held = 0;
    double bought = 0;
};

Sum sumOver(const ledger::TokenLedger& coin, std::span<const Wallet> wallets) {
    Sum out;
    for (const Wallet& wallet : wallets) {
        const auto found = coin.positions.find(wallet);
        if (found == coin.positions.end()) continue;
        out.held += std::max(0.0, static_cast<double>(found->second.balance()));
        out.bought += static_cast<double>(found->second.bought);
    }
    return out;
}

bool sharesKnown(const ledger::TokenLedger& coin) noexcept {
    return coin.creationSeen && coin.supply && *coin.supply != 0;
}

void fill(ChipShare& chip, const ledger::TokenLedger& coin, std::span<const Wallet> wallets) {
    chip.wallets = wallets.size();
    if (!sharesKnown(coin)) return;
    const Sum sum = sumOver(coin, wallets);
    const auto supply = static_cast<double>(*coin.supply);
    chip.held = sum.held / supply;
    chip.bought = sum.bought / supply;
}

void fillFrom(ChipShare& chip, const Flag& flag) {
    chip.flag = refOf(flag);
    chip.confidence = flag.confidence;
    chip.statedAt = flag.slot;
}

std::optional<double> peakCap(const ledger::TokenLedger& coin) {
    if (!coin.supply || !coin.athPrice.valid()) return std::nullopt;
    return coin.athPrice.value(coin.baseDecimals, coin.quoteDecimals) * static_cast<double>(*coin.supply) /
           std::pow(10.0, coin.baseDecimals);
}

}  // namespace

CardBook::Entry& CardBook::entryOf(const ledger::TokenLedger& coin) {
    while (m_entries.size() <= coin.ordinal()) m_entries.emplace_back();
    return m_entries[coin.ordinal()];
}

void CardBook::onTrade(const ledger::TokenLedger& coin, std::int64_t time, std::uint64_t quoteAmount) {
    entryOf(coin).volume.add(time, quoteAmount);
}

std::uint64_t CardBook::volume(const ledger::TokenLedger& coin, std::int64_t now,
                               std::int64_t seconds) const noexcept {
    return coin.ordinal() < m_entries.size() ? m_entries[coin.ordinal()].volume.since(now, seconds) : 0;
}

void CardBook::release(std::int64_t steadyMs, std::optional<std::int64_t> now) {
    for (Entry& entry : m_entries) {
        if (entry.askedAtMs < steadyMs) entry.card.reset();
        if (now) entry.volume.release(*now);
    }
}

void CardBook::take(const ledger::Market& market, const detect::FlagBook& flags) {
    for (; m_next < flags.size(); ++m_next) {
        const Flag flag = flags.at(m_next);
        if (!flag.mint) continue;
        const ledger::TokenLedger* coin = market.find(*flag.mint);
        if (coin == nullptr) continue;
        Entry& entry = entryOf(*coin);
        ++entry.statements;
        const bool firstCopy = flag.kind == "copycat" && !entry.copy;
        if (flag.withdrawn && flag.kind == "sniper") {
            recollect(flags, *flag.mint, flag.kind, entry.snipers);
            if (entry.snipers.empty()) entry.sniper.reset();
        } else if (flag.withdrawn && flag.kind == "bundler") {
            recollect(flags, *flag.mint, flag.kind, entry.bundlers);
            if (entry.bundlers.empty()) entry.bundler.reset();
        } else {
            note(entry, flag, m_next);
        }
        if (firstCopy && entry.copy && flag.otherMint) {
            if (const ledger::TokenLedger* first = market.find(*flag.otherMint)) {
                Entry& copied = entryOf(*first);
                ++copied.copies;
                ++copied.statements;
            }
        }
    }
}

void CardBook::note(Entry& entry, const Flag& flag, std::uint32_t place) {
    const auto last = [&](std::optional<std::uint32_t>& at) {
        at = flag.withdrawn ? std::nullopt : std::optional{place};
    };
    if (flag.kind == "sniper") {
        entry.sniper = place;
        insert(entry.snipers, flag.wallets);
    } else if (flag.kind == "bundler") {
        entry.bundler = place;
        insert(entry.bundlers, flag.wallets);
    } else if (flag.kind == "insider_holdings") {
        last(entry.rat);
    } else if (flag.kind == "fresh_wallet") {
        last(entry.fresh);
    } else if (flag.kind == "dev") {
        last(entry.dev);
    } else if (flag.kind == "dev_dump") {
        last(entry.devDump);
    } else if (flag.kind == "copycat") {
        last(entry.copy);
    } else if (flag.kind == "cabal") {
        if (flag.withdrawn)
            entry.clusters.erase(flag.subject);
        else
            entry.clusters[flag.subject] = place;
    }
}

// A statement that was taken back takes its wallets along, unless another one names them too.
void CardBook::recollect(const detect::FlagBook& flags, const Mint& mint, const std::string& kind,
                         std::vector<Wallet>& wallets) const {
    wallets.clear();
    for (const auto& standing : flags.of(mint))
        if (flags.kind(standing.last) == kind) insert(wallets, flags.at(standing.last).wallets);
}

const std::shared_ptr<const CoinCard>& CardBook::card(const Scene& scene, const ledger::TokenLedger& coin) {
    Entry& entry = entryOf(coin);
    entry.askedAtMs = scene.steadyMs;
    const std::size_t created = coin.creator ? scene.createdBy(*coin.creator).size() : 0;
    const bool stated = entry.statementsRead != entry.statements || entry.created != created;
    const bool due = !entry.madeAtMs || scene.steadyMs - *entry.madeAtMs >= kMakeEveryMs;
    if (entry.card && !stated && (entry.coinVersion == coin.version || !due)) return entry.card;
    entry.coinVersion = coin.version;
    entry.statementsRead = entry.statements;
    entry.created = created;
    entry.madeAtMs = scene.steadyMs;
    CoinCard made = make(scene, coin, entry);
    if (!entry.card || *entry.card != made) entry.card = std::make_shared<const CoinCard>(std::move(made));
    return entry.card;
}

CoinCard CardBook::make(const Scene& scene, const ledger::TokenLedger& coin, const Entry& entry) {
    CoinCard out;
    const auto history = scene.flags.history();
    // Without the creation nobody knows who came right behind it; where statements stand, it was seen.
    fill(out.sniper, coin, entry.snipers);
    if (entry.sniper) fillFrom(out.sniper, history[*entry.sniper]);
    if (!coin.createdSlot) out.sniper.held = out.sniper.bought = std::nullopt;
    // Blocks are told apart by the places of transactions in them, which log feeds do not bring.
    if (entry.bundler || scene.who.creationIndex(coin)) fill(out.bundler, coin, entry.bundlers);
    if (entry.bundler) fillFrom(out.bundler, history[*entry.bundler]);
    if (entry.rat) {
        const Flag& flag = history[*entry.rat];
        fillFrom(out.rat, flag);
        out.rat.wallets = flag.wallets.size();
        out.rat.held = flag.value;
    } else if (sharesKnown(coin) && scene.transfersSeen) {
        out.rat.below = kInsidersStatedFrom;
    }
    if (entry.fresh) {
        const Flag& flag = history[*entry.fresh];
        fillFrom(out.fresh, flag);
        out.fresh.wallets = flag.wallets.size();
        out.fresh.held = flag.value;
    }
    out.dev.held = coin.creatorShare();
    if (coin.creator) {
        out.dev.wallets = 1;
        if (out.dev.held)
            out.dev.bought = sumOver(coin, std::span{&*coin.creator, 1}).bought / static_cast<double>(*coin.supply);
    }
    if (const auto& place = entry.devDump ? entry.devDump : entry.dev) fillFrom(out.dev, history[*place]);

    out.clusters = entry.clusters.size();
    for (const auto& [subject, place] : entry.clusters) {
        const Flag& flag = history[place];
        ChipShare chip;
        fill(chip, coin, flag.wallets);
        fillFrom(chip, flag);
        if (out.cluster.flag && chip.held.value_or(0) <= out.cluster.held.value_or(0)) continue;
        out.cluster = chip;
        const auto* cluster = flag.wallets.empty() ? nullptr : scene.who.clusterOf(flag.wallets.front());
        out.clusterNumber = cluster == nullptr ? 0 : cluster->members.front() + 1;
    }
    if (!out.cluster.flag && sharesKnown(coin)) out.cluster.held = 0.0;

    out.copy = copyMark(scene, coin, entry);
    out.copies = entry.copies;
    out.creator = creator(scene, coin);
    return out;
}

std::optional<CopyMark> CardBook::copyMark(const Scene& scene, const ledger::TokenLedger& coin,
                                           const Entry& entry) const {
    if (!entry.copy) return std::nullopt;
    const Flag& flag = scene.flags.history()[*entry.copy];
    CopyMark out;
    out.first = flag.otherMint;
    out.rank = static_cast<std::uint32_t>(std::clamp(flag.value, 2.0, 1e9));
    out.confidence = flag.confidence;
    out.flag = refOf(flag);
    const ledger::TokenLedger* first = flag.otherMint ? scene.market.find(*flag.otherMint) : nullptr;
    if (first != nullptr && first->createdTime && coin.createdTime)
        out.olderBy = std::max<std::int64_t>(0, *coin.createdTime - *first->createdTime);
    return out;
}

std::optional<CreatorTotals> CardBook::creator(const Scene& scene, const ledger::TokenLedger& coin) {
    if (!coin.creator) return std::nullopt;
    const std::span<const Mint> created = scene.createdBy(*coin.creator);
    if (created.empty()) return std::nullopt;
    const Mint quote = coin.quoteMint.value_or(Mint{});
    Creator& known = m_creators[*coin.creator];
    if (known.totals.created == created.size() && known.quote == quote &&
        scene.steadyMs - known.atMs < kJudgeEveryMs)
        return known.totals;
    known.quote = quote;
    known.atMs = scene.steadyMs;
    known.totals = {};
    known.totals.created = created.size();
    for (auto mint = created.rbegin(); mint != created.rend() && known.totals.judged < kMostJudged; ++mint) {
        ++known.totals.judged;
        const ledger::TokenLedger* one = scene.market.find(*mint);
        if (one == nullptr) continue;
        known.totals.graduated += one->graduated ? 1 : 0;
        if (one->quoteMint.value_or(Mint{}) != quote) continue;
        if (const auto peak = peakCap(*one); peak && *peak > known.totals.bestPeak.value_or(0))
            known.totals.bestPeak = peak;
    }
    return known.totals;
}

}  // namespace core::pipeline
