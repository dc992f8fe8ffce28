// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/board_sorter.h"

#include <algorithm>
#include <limits>

namespace core::pipeline {
namespace {

constexpr double kGraduatingFrom = 0.6;  // of the curve: the column a trader watches for graduation
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kFiveMinutes = 300;
constexpr std::int64_t kSortEveryMs = 250;
// An order that takes more looks than this is made more seldom: its share of the engine's time stays small.
constexpr std::int64_t kLooksInTime = 30'000;
constexpr std::int64_t kSortAtLeastEveryMs = 2'000;
// What one picture may take; more where somebody waits for the answer.
constexpr std::size_t kLooksAPicture = 6'000;
constexpr std::size_t kLooksWhenAsked = 12'000;
// Going through the coins, or bringing their keys into order, against a look at one.
constexpr std::size_t kPassedForALook = 4;

std::int64_t bornAt(const ledger::TokenLedger& coin) {
    return coin.createdTime ? *coin.createdTime : coin.points.firstTime().value_or(0);
}

// A look at every holder costs about as much as four at the coin alone.
std::size_t looksOf(int cost) {
    constexpr std::array<std::size_t, 3> kLooks{1, 2, 4};
    return kLooks[static_cast<std::size_t>(cost)];
}

}  // namespace

Stage stageOf(const ledger::TokenLedger& coin) {
    if (coin.graduated) return Stage::Graduated;
    const auto progress = coin.curveProgress();
    if (progress && *progress >= kGraduatingFrom) return Stage::Graduating;
    // A coin first met on a pool has left its curve before we looked.
    static const Symbol pool{"pumpswap"};
    return coin.venue == pool ? Stage::Graduated : Stage::New;
}

BoardSorter::Sieving::Sieving(const Wish& wish)
    : sieve(wish.query.filter),
      figure(wish.query.sort.value_or(wish.usual)),
      ownAge(!wish.query.sort && wish.usual == BoardFigure::Age),
      byKey(wish.query.sort.has_value()),
      rising(byKey && wish.query.ascending),
      card(needsCard(figure) || sieve.needsCard()),
      volume(needsVolume(figure) || sieve.needsVolume()),
      looksACoin(looksOf(std::max(boardCost(figure), sieve.cost()))) {}

BoardSorter::BoardSorter() {
    want({});
}

void BoardSorter::want(const Interest& interest) {
    constexpr std::array kUsual{BoardFigure::Age, BoardFigure::Progress, BoardFigure::GraduatedAt};
    for (std::size_t i = 0; i < m_columns.size(); ++i) m_columns[i] = {interest.boards[i], kUsual[i]};
    m_tableWish.reset();
    if (interest.table) m_tableWish = Wish{*interest.table, BoardFigure::Age};
    m_blocked = {interest.blocked.begin(), interest.blocked.end()};
    m_limit = interest.boardLimit;
    // What somebody has just asked for does not wait for its turn, and what was begun for another wish ends.
    m_begunAtMs.reset();
    m_running = false;
    m_asked = true;
}

void BoardSorter::begin(std::int64_t steadyMs) {
    m_begunAtMs = steadyMs;
    m_running = true;
    m_looks = m_gathered = m_at = 0;
    m_sieving.reset();
    for (Board& board : m_made) {
        board.coins.clear();
        board.tally = {.ordering = true};
    }
}

std::size_t BoardSorter::gather(const ledger::Market& market, std::size_t looks) {
    const auto coins = market.byOrdinal();
    const std::size_t end = std::min(coins.size(), m_gathered + looks * kPassedForALook);
    const std::size_t took = (end - m_gathered + kPassedForALook - 1) / kPassedForALook;
    for (; m_gathered < end; ++m_gathered) {
        const ledger::TokenLedger* coin = coins[m_gathered];
        if (coin->trades == 0 && !coin->creationSeen) continue;
        m_made[static_cast<std::size_t>(stageOf(*coin))].coins.push_back(coin);
        if (m_tableWish) m_made[kTable].coins.push_back(coin);
    }
    return took;
}

void BoardSorter::advance(const CardBook::Scene& scene, CardBook& cards) {
    if (!m_running) {
        const auto looks = static_cast<std::int64_t>(m_work);
        const std::int64_t every =
            std::clamp(kSortEveryMs * looks / kLooksInTime, kSortEveryMs, kSortAtLeastEveryMs);
        if (m_begunAtMs && scene.steadyMs - *m_begunAtMs < every) return;
        begin(scene.steadyMs);
    }
    std::size_t left = m_asked ? kLooksWhenAsked : kLooksAPicture;
    while (m_running && left > 0) {
        // Coins that come meanwhile are of the next order, but for those that come before the first board is made.
        const bool gathering = m_at == 0 && !m_sieving && m_gathered < scene.market.size();
        const std::size_t took = gathering ? gather(scene.market, left) : sift(scene, cards, left);
        m_looks += took;
        left -= std::min(left, took);
    }
    if (!m_running) m_work = m_looks;
}

std::size_t BoardSorter::sift(const CardBook::Scene& scene, CardBook& cards, std::size_t looks) {
    const std::vector<const ledger::TokenLedger*>& coins = m_made[m_at].coins;
    const Wish* wish = m_at == kTable ? (m_tableWish ? &*m_tableWish : nullptr) : &m_columns[m_at];
    std::size_t took = 0;
    if (wish != nullptr) {
        if (!m_sieving) {
            m_sieving.emplace(*wish);
            m_sieving->tally.known = coins.size();
        }
        const std::size_t many = std::max<std::size_t>(1, looks / m_sieving->looksACoin);
        const std::size_t end = std::min(coins.size(), m_sieving->next + many);
        const bool hide = wish->query.filter.hideBlocked && !m_blocked.empty();
        took = (end - m_sieving->next) * m_sieving->looksACoin;
        const auto now = scene.market.lastTime();
        const auto dollars = scene.market.solDollars();  // a median: once and not for each coin
        for (; m_sieving->next < end; ++m_sieving->next) {
            const ledger::TokenLedger& coin = *coins[m_sieving->next];
            if (hide && m_blocked.contains(coin.mint()))
                ++m_sieving->tally.blocked;
            else
                look(scene, cards, {.coin = coin, .now = now, .solDollars = dollars}, *m_sieving);
        }
        if (end < coins.size()) return took;
        took += m_sieving->keys.size() / kPassedForALook;
        endBoard();
    }
    if (++m_at < m_made.size()) return took;
    m_boards.swap(m_made);
    m_running = false;
    m_asked = false;
    return took;
}

void BoardSorter::look(const CardBook::Scene& scene, CardBook& cards, BoardCoin of, Sieving& into) {
    const ledger::TokenLedger& coin = of.coin;
    if (of.now && into.volume) {
        of.volume1m = cards.volume(coin, *of.now, kMinute);
        of.volume5m = cards.volume(coin, *of.now, kFiveMinutes);
    }
    if (into.card) of.card = cards.card(scene, coin).get();
    if (!into.sieve.passesAll()) {
        const FilterAnswer answer = into.sieve.ask(of);
        if (answer == FilterAnswer::Fails || (answer == FilterAnswer::Unknown && !into.sieve.unknownPasses())) {
            ++into.tally.filtered;
            into.tally.unknown += answer == FilterAnswer::Unknown ? 1 : 0;
            return;
        }
    }
    double key = std::numeric_limits<double>::infinity();  // unknown comes last
    if (into.ownAge) {
        key = -static_cast<double>(bornAt(coin));
    } else if (const auto value = figureOf(into.figure, of)) {
        key = into.rising ? value->low : -value->low;
    } else if (!into.byKey) {
        key = into.figure == BoardFigure::GraduatedAt ? -static_cast<double>(bornAt(coin)) : 0.0;
    }
    into.keys.emplace_back(key, &coin);
}

void BoardSorter::endBoard() {
    auto& keys = m_sieving->keys;
    m_sieving->tally.passing = keys.size();
    const std::size_t kept = std::min(m_limit, keys.size());
    // The mint breaks ties, so that rows of one second do not trade places between pictures.
    std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(kept), keys.end(),
                      [](const auto& a, const auto& b) {
                          return a.first != b.first ? a.first < b.first : a.second->mint() < b.second->mint();
                      });
    Board& board = m_made[m_at];
    board.coins.clear();
    for (std::size_t i = 0; i < kept; ++i) board.coins.push_back(keys[i].second);
    board.tally = m_sieving->tally;
    m_sieving.reset();
}

}  // namespace core::pipeline
