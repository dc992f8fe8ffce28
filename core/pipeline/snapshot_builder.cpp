// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/snapshot_builder.h"

#include "core/base/text.h"

#include <algorithm>

namespace core::pipeline {
namespace {

constexpr std::size_t kSparklinePoints = 32;
constexpr std::int64_t kPricesEveryMs = 500;
constexpr std::size_t kNameCharacters = 40;
constexpr std::int64_t kReleaseEveryMs = 20'000;
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kFiveMinutes = 300;

std::vector<float> sparkline(const ledger::TokenLedger& coin) {
    // Evenly over the trades of the last while: shape, not time, is what a 40-pixel line can show.
    constexpr std::size_t kWindow = 512;
    const std::vector<ledger::TradePoint> points = coin.points.newest(kWindow);
    const std::size_t count = points.size();
    std::vector<float> out;
    const std::size_t wanted = std::min(count, kSparklinePoints);
    for (std::size_t i = 0; i < wanted; ++i) {
        const std::size_t index = wanted == 1 ? 0 : i * (count - 1) / (wanted - 1);
        const PriceRatio price{points[index].quote, points[index].base};
        if (price.valid()) out.push_back(static_cast<float>(price.value(coin.baseDecimals, coin.quoteDecimals)));
    }
    return out;
}

}  // namespace

void SnapshotBuilder::onEvent(const Event& event, const ledger::TokenLedger& coin) {
    m_people.onEvent(event, coin);
    if (const auto* trade = std::get_if<Trade>(&event.body)) {
        m_tapes.add(coin.mint(), tapeRow(event, *trade, coin, m_nextTapeId++), m_interest.selected);
        const auto time = ledger::eventTime(event.at);
        if (time && coin.quoteMint == trade->quoteMint) m_cards.onTrade(coin, *time, trade->quoteAmount.value());
    }
}

void SnapshotBuilder::onAlert(const Alert& alert) {
    ++m_alertCount;
    m_alerts.push_front(std::make_shared<const Alert>(alert));
    if (m_alerts.size() > Snapshot::kMostAlerts) m_alerts.pop_back();
}

void SnapshotBuilder::setInterest(const Interest& interest, const ledger::Market&) {
    if (interest.selected != m_interest.selected) m_past.reset();
    const bool sameBoards = interest.boards == m_interest.boards && interest.table == m_interest.table &&
                            interest.blocked == m_interest.blocked && interest.boardLimit == m_interest.boardLimit;
    if (!sameBoards) m_sorter.want(interest);
    if (interest.priced != m_interest.priced) m_pricedAtMs.reset();
    m_interest = interest;
    m_interest.compared.resize(std::min(m_interest.compared.size(), Interest::kMostCompared));
    m_compared.resize(m_interest.compared.size());
    m_people.setInterest(interest);
    m_detailStale = true;
}

const TokenRow& SnapshotBuilder::rowOf(const ledger::TokenLedger& coin) {
    CachedRow& cached = m_rows[coin.mint()];
    cached.askedIn = m_version;
    if (cached.version == coin.version && coin.version != 0) return cached.row;
    cached.version = coin.version;
    fillRow(coin, cached.row);
    return cached.row;
}

TokenRow SnapshotBuilder::makeRow(const ledger::TokenLedger& coin) {
    TokenRow row;
    fillRow(coin, row);
    return row;
}

void SnapshotBuilder::fillRow(const ledger::TokenLedger& coin, TokenRow& row) {
    row.mint = coin.mint();
    if (row.mintText.empty()) row.mintText = coin.mint().base58();
    row.name = sanitizeText(coin.name, kNameCharacters);
    row.symbol = sanitizeText(coin.symbol, kNameCharacters);
    row.venue = coin.venue;
    row.stage = stageOf(coin);
    row.creator = coin.creator;
    row.createdSlot = coin.createdSlot ? std::optional{coin.createdSlot->value()} : std::nullopt;
    row.createdTime = coin.createdTime;
    row.lastTradeTime = coin.lastTradeTime;
    row.quoteMint = coin.quoteMint.value_or(Mint{});
    row.baseDecimals = coin.baseDecimals;
    row.quoteDecimals = coin.quoteDecimals;
    row.price = coin.lastPrice;
    row.firstPrice = coin.firstPrice.valid() ? std::optional{coin.firstPrice} : std::nullopt;
    row.athPrice = coin.athPrice;
    row.change5m = coin.changeOver(kFiveMinutes);
    const auto sinceSeen = figureOf(BoardFigure::ChangeSeen, BoardCoin{coin});
    row.changeSeen = sinceSeen ? std::optional{sinceSeen->low} : std::nullopt;
    row.marketCapQuote = coin.marketCapQuote();
    row.liquidityQuote = coin.liquidityQuote();
    row.curveProgress = coin.curveProgress();
    row.graduated = coin.graduated;
    row.trades = coin.trades;
    row.buys = coin.buys;
    row.sells = coin.sells;
    row.buyers = coin.buyers;
    const auto shares = coin.concentration();
    row.holders = shares ? std::optional{shares->holders} : std::nullopt;
    row.top10Share = shares ? std::optional{shares->top10Share} : std::nullopt;
    row.devShare = coin.creatorShare();
    row.volumeQuote = coin.volumeQuote;
    row.sparkline = sparkline(coin);
    row.version = coin.version;
}

CardBook::Scene SnapshotBuilder::cardScene(const ledger::Market& market, const intel::Intel& who,
                                           const detect::FlagBook& flags, std::int64_t steadyMs) const {
    return {market,
            who,
            flags,
            [this](const Wallet& wallet) { return m_people.createdBy(wallet); },
            m_people.journal().transfersSeen(),
            steadyMs};
}

void SnapshotBuilder::fillBoard(const CardBook::Scene& scene, const BoardSorter::Board& board,
                                std::vector<TokenRow>& rows) {
    rows.reserve(board.coins.size());
    const auto now = scene.market.lastTime();
    for (const ledger::TokenLedger* coin : board.coins) {
        TokenRow& row = rows.emplace_back(rowOf(*coin));
        row.card = m_cards.card(scene, *coin);
        if (!now) continue;
        row.volume1m = m_cards.volume(*coin, *now, kMinute);
        row.volume5m = m_cards.volume(*coin, *now, kFiveMinutes);
    }
}

// A day brings tens of thousands of coins, and a board shows some dozens: what was made for those that have left it
// goes.
void SnapshotBuilder::release(const ledger::Market& market, std::int64_t steadyMs) {
    std::erase_if(m_rows, [this](const auto& one) { return one.second.askedIn < m_releasedIn; });
    m_cards.release(m_releasedAtMs, market.lastTime());
    m_releasedIn = m_version;
    m_releasedAtMs = steadyMs;
}

void SnapshotBuilder::build(ledger::Market& market, const intel::Intel& who, const detect::FlagBook& flags,
                            std::int64_t steadyMs, Snapshot& out) {
    out.version = ++m_version;
    if (steadyMs - m_releasedAtMs >= kReleaseEveryMs) release(market, steadyMs);
    ledger::TokenLedger* coin = m_interest.selected ? market.find(*m_interest.selected) : nullptr;
    m_people.build(coin, market, who, flags, steadyMs);
    m_cards.take(market, flags);
    const CardBook::Scene scene = cardScene(market, who, flags, steadyMs);
    m_sorter.advance(scene, m_cards);
    fillBoard(scene, m_sorter.board(0), out.fresh);
    fillBoard(scene, m_sorter.board(1), out.graduating);
    fillBoard(scene, m_sorter.board(2), out.graduated);
    for (std::size_t i = 0; i < out.tallies.size(); ++i) out.tallies[i] = m_sorter.board(i).tally;
    if (m_interest.table) fillBoard(scene, m_sorter.table(), out.table);
    out.tableTally = m_sorter.table().tally;
    // Of nothing an order is soon made.
    if (market.size() == 0)
        for (BoardTally* tally : {&out.tallies[0], &out.tallies[1], &out.tallies[2], &out.tableTally})
            tally->ordering = false;
    out.knownTokens = market.size();
    out.freshCount = out.tallies[0].known;
    out.graduatingCount = out.tallies[1].known;
    out.graduatedCount = out.tallies[2].known;
    if (const auto slot = market.lastSlot()) out.asOfSlot = slot->value();
    out.asOfTime = market.lastTime();
    out.solDollars = market.solDollars();
    out.alerts.assign(m_alerts.begin(), m_alerts.end());
    out.alertCount = m_alertCount;
    buildPrices(market, steadyMs);
    out.prices = m_prices;

    out.flagCase = m_people.flagCase();
    out.answers = m_people.answers();
    buildDetail(coin);
    out.selected = m_detail;
    buildCompared(market);
    out.compared = m_compared;
}

void SnapshotBuilder::buildPrices(const ledger::Market& market, std::int64_t steadyMs) {
    if (m_interest.priced.empty()) {
        m_prices.reset();
        return;
    }
    if (m_prices && m_pricedAtMs && steadyMs - *m_pricedAtMs < kPricesEveryMs) return;
    m_pricedAtMs = steadyMs;
    auto prices = std::make_shared<CoinPrices>();
    const std::size_t count = std::min(m_interest.priced.size(), Interest::kMostPriced);
    for (std::size_t i = 0; i < count; ++i) {
        const ledger::TokenLedger* coin = market.find(m_interest.priced[i]);
        if (coin != nullptr && coin->lastPrice.valid()) prices->emplace(coin->mint(), coin->lastPrice);
    }
    m_prices = std::move(prices);
}

void SnapshotBuilder::setStored(std::unique_ptr<StoredCoin> stored) {
    if (m_interest.selected != stored->mint) return;
    m_past.take(std::move(stored));
    m_detailStale = true;
}

void SnapshotBuilder::buildDetail(ledger::TokenLedger* coin) {
    const bool past = m_interest.selected && m_past.has(*m_interest.selected);
    ledger::TokenLedger* shown = coin != nullptr || !past ? coin : m_past.ledger();
    if (shown == nullptr) {
        m_detail.reset();
        return;
    }
    if (!m_detailStale && m_detail && m_detailVersion == shown->version && m_detail->people == m_people.people() &&
        m_detail->makers == m_people.makers() && m_detail->hovered == m_people.hovered() &&
        m_detail->graph == m_people.graph())
        return;
    auto detail = std::make_shared<TokenDetail>();
    // A coin that only the database knows is on no board: its row is made for its page alone.
    detail->row = coin != nullptr ? rowOf(*coin) : makeRow(*shown);
    detail->bars = m_interest.bars;
    ledger::CandleSeries& series =
        coin != nullptr && past ? m_past.joined(*coin, m_interest.bars) : shown->series(m_interest.bars);
    detail->candles = series.blocks();
    // Each answer of the database is another series: its count begins anew.
    constexpr std::uint64_t kAnswer = std::uint64_t{1} << 48U;
    detail->candleVersion = series.version() + m_past.version() * kAnswer;
    if (const auto* tape = m_tapes.of(shown->mint()); coin != nullptr && tape != nullptr) {
        const std::size_t count = std::min(m_interest.tapeLimit, tape->size());
        detail->tape.assign(tape->begin(), tape->begin() + static_cast<std::ptrdiff_t>(count));
    }
    if (past) {
        m_past.fillTape(detail->tape, m_interest.tapeLimit);
        m_past.fillRow(detail->row);
    }
    for (TapeRow& row : detail->tape) {
        const Standing standing = m_people.standingOf(row.wallet);
        row.roles = standing.roles;
        row.cluster = standing.cluster;
    }
    detail->people = m_people.people();
    detail->makers = m_people.makers();
    detail->hovered = m_people.hovered();
    detail->graph = m_people.graph();
    m_detailVersion = shown->version;
    m_detailStale = false;
    m_detail = std::move(detail);
}

void SnapshotBuilder::buildCompared(ledger::Market& market) {
    for (std::size_t i = 0; i < m_interest.compared.size(); ++i) {
        const CoinBars& wanted = m_interest.compared[i];
        ledger::TokenLedger* coin = market.find(wanted.mint);
        std::shared_ptr<const TokenDetail>& made = m_compared[i];
        if (coin == nullptr) {
            made.reset();
            continue;
        }
        if (made && made->row.mint == wanted.mint && made->bars == wanted.bars &&
            made->row.version == coin->version)
            continue;
        auto detail = std::make_shared<TokenDetail>();
        detail->row = rowOf(*coin);
        detail->bars = wanted.bars;
        ledger::CandleSeries& series = coin->series(wanted.bars);
        detail->candles = series.blocks();
        detail->candleVersion = series.version();
        made = std::move(detail);
    }
}

}  // namespace core::pipeline
