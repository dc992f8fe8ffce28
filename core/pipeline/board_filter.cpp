// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/board_filter.h"

#include "core/base/text.h"
#include "core/model/quote_asset.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::pipeline {
namespace {

constexpr std::size_t kNameCharacters = 80;

double whole(std::uint64_t raw, int decimals) {
    return static_cast<double>(raw) / std::pow(10.0, decimals);
}

std::optional<FigureRange> exactly(std::optional<double> value) {
    if (!value || std::isnan(*value)) return std::nullopt;
    return FigureRange{*value, *value};
}

std::optional<FigureRange> chip(const CoinCard* card, ChipShare CoinCard::*part) {
    if (card == nullptr) return std::nullopt;
    const ChipShare& share = card->*part;
    if (share.held) return exactly(share.held);
    if (share.below) return FigureRange{0, *share.below};
    return std::nullopt;
}

// Coins in dollars are worth what they say.
std::optional<double> dollars(const BoardCoin& of) {
    const auto cap = of.coin.marketCapQuote();
    if (!cap || !of.coin.quoteMint) return std::nullopt;
    if (*of.coin.quoteMint == wrappedSolMint())
        return of.solDollars ? std::optional{*cap * *of.solDollars} : std::nullopt;
    return quoteAsset(*of.coin.quoteMint) != nullptr ? cap : std::nullopt;
}

std::optional<double> changeSeen(const ledger::TokenLedger& coin) {
    if (!coin.firstPrice.valid() || !coin.lastPrice.valid()) return std::nullopt;
    const double first = coin.firstPrice.value(coin.baseDecimals, coin.quoteDecimals);
    if (first <= 0) return std::nullopt;
    return coin.lastPrice.value(coin.baseDecimals, coin.quoteDecimals) / first - 1.0;
}

std::string lower(std::string_view text) {
    // Letters of ASCII alone: tickers are, and other alphabets are compared as they stand.
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

int boardCost(BoardFigure figure) noexcept {
    if (figure == BoardFigure::Holders || figure == BoardFigure::Top10) return 2;
    return needsCard(figure) || figure == BoardFigure::Change5m ? 1 : 0;
}

bool needsVolume(BoardFigure figure) noexcept {
    return figure == BoardFigure::Volume1m || figure == BoardFigure::Volume5m;
}

bool needsCard(BoardFigure figure) noexcept {
    switch (figure) {
        case BoardFigure::Sniper:
        case BoardFigure::Bundler:
        case BoardFigure::Rat:
        case BoardFigure::Fresh:
        case BoardFigure::Cluster:
        case BoardFigure::DevCreated:
        case BoardFigure::DevGraduated:
        case BoardFigure::DevBestPeak:
        case BoardFigure::CopyRank: return true;
        default: return false;
    }
}

std::optional<FigureRange> figureOf(BoardFigure figure, const BoardCoin& of) {
    const ledger::TokenLedger& coin = of.coin;
    const CoinCard* card = of.card;
    const auto count = [](auto number) { return exactly(static_cast<double>(number)); };
    const bool creator = card != nullptr && card->creator.has_value();
    switch (figure) {
        case BoardFigure::Age:
            if (!coin.createdTime || !of.now) return std::nullopt;
            return count(std::max<std::int64_t>(0, *of.now - *coin.createdTime));
        case BoardFigure::MarketCapQuote: return exactly(coin.marketCapQuote());
        case BoardFigure::MarketCapDollars: return exactly(dollars(of));
        case BoardFigure::LiquidityQuote: return exactly(coin.liquidityQuote());
        case BoardFigure::Volume: return exactly(whole(coin.volumeQuote, coin.quoteDecimals));
        case BoardFigure::Volume1m: return exactly(whole(of.volume1m, coin.quoteDecimals));
        case BoardFigure::Volume5m: return exactly(whole(of.volume5m, coin.quoteDecimals));
        case BoardFigure::Change5m: return exactly(coin.changeOver(300));
        case BoardFigure::ChangeSeen: return exactly(changeSeen(coin));
        case BoardFigure::Progress: return exactly(coin.curveProgress());
        case BoardFigure::GraduatedAt: return coin.graduatedTime ? count(*coin.graduatedTime) : std::nullopt;
        case BoardFigure::Trades: return count(coin.trades);
        case BoardFigure::Buys: return count(coin.buys);
        case BoardFigure::Sells: return count(coin.sells);
        case BoardFigure::Buyers: return count(coin.buyers);
        case BoardFigure::Holders: {
            const auto shares = coin.concentration();
            return shares ? count(shares->holders) : std::nullopt;
        }
        case BoardFigure::Top10: {
            const auto shares = coin.concentration();
            return shares ? exactly(shares->top10Share) : std::nullopt;
        }
        case BoardFigure::Sniper: return chip(card, &CoinCard::sniper);
        case BoardFigure::Bundler: return chip(card, &CoinCard::bundler);
        case BoardFigure::Rat: return chip(card, &CoinCard::rat);
        case BoardFigure::Fresh: return chip(card, &CoinCard::fresh);
        case BoardFigure::Dev: return exactly(coin.creatorShare());
        case BoardFigure::Cluster: return chip(card, &CoinCard::cluster);
        case BoardFigure::DevCreated: return creator ? count(card->creator->created) : std::nullopt;
        case BoardFigure::DevGraduated:
            if (!creator || card->creator->judged == 0) return std::nullopt;
            return exactly(static_cast<double>(card->creator->graduated) /
                           static_cast<double>(card->creator->judged));
        case BoardFigure::DevBestPeak: return creator ? exactly(card->creator->bestPeak) : std::nullopt;
        case BoardFigure::CopyRank:
            if (card == nullptr || !coin.creationSeen) return std::nullopt;
            return count(card->copy ? card->copy->rank : 1U);
    }
    return std::nullopt;
}

BoardSieve::BoardSieve(const BoardFilter& filter) : m_filter(filter) {
    std::stable_sort(m_filter.conditions.begin(), m_filter.conditions.end(),
                     [](const auto& a, const auto& b) { return boardCost(a.figure) < boardCost(b.figure); });
    for (std::string& word : m_filter.words) word = lower(word);
    for (std::string& word : m_filter.withoutWords) word = lower(word);
    std::erase(m_filter.words, std::string{});
    std::erase(m_filter.withoutWords, std::string{});
    for (const BoardCondition& one : m_filter.conditions) {
        m_needsCard = m_needsCard || pipeline::needsCard(one.figure);
        m_needsVolume = m_needsVolume || pipeline::needsVolume(one.figure);
        m_cost = std::max(m_cost, boardCost(one.figure));
    }
}

FilterAnswer BoardSieve::ask(const BoardCoin& of) const {
    bool unknown = false;
    if (!m_filter.words.empty() || !m_filter.withoutWords.empty()) {
        const std::string text = lower(sanitizeText(of.coin.name, kNameCharacters) + '\n' +
                                       sanitizeText(of.coin.symbol, kNameCharacters));
        const auto named = [&](const std::string& word) { return text.find(word) != std::string::npos; };
        const auto& words = m_filter.words;
        if (std::any_of(m_filter.withoutWords.begin(), m_filter.withoutWords.end(), named))
            return FilterAnswer::Fails;
        if (!words.empty() && std::none_of(words.begin(), words.end(), named)) {
            // Whose creation was not seen has no name yet.
            if (of.coin.creationSeen) return FilterAnswer::Fails;
            unknown = true;
        }
    }
    for (const BoardCondition& one : m_filter.conditions) {
        const auto range = figureOf(one.figure, of);
        if (!range) {
            unknown = true;
            continue;
        }
        if ((one.least && range->high < *one.least) || (one.most && range->low > *one.most))
            return FilterAnswer::Fails;
        if ((one.least && range->low < *one.least) || (one.most && range->high > *one.most)) unknown = true;
    }
    return unknown ? FilterAnswer::Unknown : FilterAnswer::Passes;
}

}  // namespace core::pipeline
