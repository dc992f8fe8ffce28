// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/snapshot_builder.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>

namespace core::pipeline {
namespace {

constexpr double kGraduatingFrom = 0.6;  // of the curve: the column a trader watches for graduation
constexpr std::size_t kSparklinePoints = 32;
constexpr std::size_t kTapeKept = 500;     // rows per coin
constexpr std::size_t kTapesKept = 2'000;  // coins whose tape is at hand when they are opened
constexpr std::int64_t kPricesEveryMs = 500;
constexpr std::size_t kNameCharacters = 40;
constexpr std::int64_t kSortEveryMs = 250;
// Boards that take more looks than this are sorted more seldom, so that trades do not wait for them.
constexpr std::int64_t kLooksInTime = 30'000;
constexpr std::int64_t kSortAtLeastEveryMs = 2'000;
constexpr std::int64_t kReleaseEveryMs = 20'000;
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kFiveMinutes = 300;

std::int64_t bornAt(const ledger::TokenLedger& coin) {
    if (coin.createdTime) return *coin.createdTime;
    return coin.points.empty() ? 0 : coin.points.front().time;
}

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

Stage stageOf(const ledger::TokenLedger& coin) {
    if (coin.graduated) return Stage::Graduated;
    const auto progress = coin.curveProgress();
    if (progress && *progress >= kGraduatingFrom) return Stage::Graduating;
    // A coin first met on a pool has left its curve before we looked.
    static const Symbol pool{"pumpswap"};
    return coin.venue == pool ? Stage::Graduated : Stage::New;
}

}  // namespace

void SnapshotBuilder::addToTape(const Event& event, const Trade& trade, const ledger::TokenLedger& coin) {
    auto [tape, added] = m_tapes.try_emplace(coin.mint());
    if (added) {
        m_tapeAge.push_back(coin.mint());
        if (m_tapeAge.size() > kTapesKept) {
            const Mint oldest = m_tapeAge.front();
            m_tapeAge.pop_front();
            if (m_interest.selected == oldest)
                m_tapeAge.push_back(oldest);
            else
                m_tapes.erase(oldest);
        }
    }
    auto& rows = m_tapes[coin.mint()];
    rows.push_front(tapeRow(event, trade, coin, m_nextTapeId++));
    if (rows.size() > kTapeKept) rows.pop_back();
}

void SnapshotBuilder::onEvent(const Event& event, const ledger::TokenLedger& coin) {
    m_people.onEvent(event, coin);
    if (const auto* trade = std::get_if<Trade>(&event.body)) {
        addToTape(event, *trade, coin);
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
    // What somebody has just asked for does not wait for its turn.
    if (!sameBoards) m_sortedAtMs.reset();
    if (interest.priced != m_interest.priced) m_pricedAtMs.reset();
    m_interest = interest;
    if (!sameBoards) m_blocked = {interest.blocked.begin(), interest.blocked.end()};
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

BoardCoin SnapshotBuilder::boardCoin(const CardBook::Scene& scene, const ledger::TokenLedger& coin, bool card,
                                     bool volume) {
    BoardCoin out{coin};
    out.now = scene.market.lastTime();
    if (out.now && volume) {
        out.volume1m = m_cards.volume(coin, *out.now, kMinute);
        out.volume5m = m_cards.volume(coin, *out.now, kFiveMinutes);
    }
    if (card) out.card = m_cards.card(scene, coin).get();
    return out;
}

void SnapshotBuilder::sift(Board& board, const BoardQuery& query, BoardFigure usual, const CardBook::Scene& scene) {
    board.tally = {};
    board.tally.known = board.coins.size();
    const BoardSieve sieve(query.filter);
    const BoardFigure figure = query.sort.value_or(usual);
    const bool byKey = query.sort.has_value();
    // Age has its own order: a coin whose creation was not seen stands where its first trade does.
    const bool ownAge = !byKey && usual == BoardFigure::Age;
    const bool rising = byKey ? query.ascending : false;
    const bool sortCard = needsCard(figure);
    const bool volume = needsVolume(figure) || sieve.needsVolume();
    // A look at every holder costs about as much as four at the coin alone.
    constexpr std::array<std::size_t, 3> kLooks{1, 2, 4};
    m_sortWork += board.coins.size() * kLooks[static_cast<std::size_t>(std::max(boardCost(figure), sieve.cost()))];
    const auto dollars = scene.market.solDollars();
    m_keys.clear();
    for (const ledger::TokenLedger* coin : board.coins) {
        if (query.filter.hideBlocked && !m_blocked.empty() && m_blocked.contains(coin->mint())) {
            ++board.tally.blocked;
            continue;
        }
        BoardCoin of = boardCoin(scene, *coin, sortCard || sieve.needsCard(), volume);
        of.solDollars = dollars;
        if (!sieve.passesAll()) {
            const FilterAnswer answer = sieve.ask(of);
            if (answer == FilterAnswer::Fails || (answer == FilterAnswer::Unknown && !sieve.unknownPasses())) {
                ++board.tally.filtered;
                board.tally.unknown += answer == FilterAnswer::Unknown ? 1 : 0;
                continue;
            }
        }
        double key = std::numeric_limits<double>::infinity();  // unknown comes last
        if (ownAge) {
            key = -static_cast<double>(bornAt(*coin));
        } else if (const auto value = figureOf(figure, of)) {
            key = rising ? value->low : -value->low;
        } else if (!byKey) {
            key = usual == BoardFigure::GraduatedAt ? -static_cast<double>(bornAt(*coin)) : 0.0;
        }
        m_keys.emplace_back(key, coin);
    }
    board.tally.passing = m_keys.size();
    const std::size_t kept = std::min(m_interest.boardLimit, m_keys.size());
    // The mint breaks ties, so that rows of one second do not trade places between pictures.
    std::partial_sort(m_keys.begin(), m_keys.begin() + static_cast<std::ptrdiff_t>(kept), m_keys.end(),
                      [](const auto& a, const auto& b) {
                          return a.first != b.first ? a.first < b.first : a.second->mint() < b.second->mint();
                      });
    board.coins.clear();
    for (std::size_t i = 0; i < kept; ++i) board.coins.push_back(m_keys[i].second);
}

void SnapshotBuilder::sortBoards(const CardBook::Scene& scene) {
    m_sortWork = 0;
    for (Board& board : m_boards) board.coins.clear();
    m_table.coins.clear();
    for (const auto& [mint, coin] : scene.market.tokens()) {
        if (coin->trades == 0 && !coin->creationSeen) continue;
        m_boards[static_cast<std::size_t>(stageOf(*coin))].coins.push_back(coin.get());
        if (m_interest.table) m_table.coins.push_back(coin.get());
    }
    constexpr std::array kUsual{BoardFigure::Age, BoardFigure::Progress, BoardFigure::GraduatedAt};
    for (std::size_t i = 0; i < m_boards.size(); ++i) sift(m_boards[i], m_interest.boards[i], kUsual[i], scene);
    if (m_interest.table) sift(m_table, *m_interest.table, BoardFigure::Age, scene);
}

void SnapshotBuilder::fillBoard(const CardBook::Scene& scene, const Board& board, std::vector<TokenRow>& rows) {
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
    const auto looks = static_cast<std::int64_t>(m_sortWork);
    const std::int64_t every = std::clamp(kSortEveryMs * looks / kLooksInTime, kSortEveryMs, kSortAtLeastEveryMs);
    if (!m_sortedAtMs || steadyMs - *m_sortedAtMs >= every) {
        sortBoards(scene);
        m_sortedAtMs = steadyMs;
    }
    fillBoard(scene, m_boards[0], out.fresh);
    fillBoard(scene, m_boards[1], out.graduating);
    fillBoard(scene, m_boards[2], out.graduated);
    for (std::size_t i = 0; i < m_boards.size(); ++i) out.tallies[i] = m_boards[i].tally;
    if (m_interest.table) fillBoard(scene, m_table, out.table);
    out.tableTally = m_table.tally;
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
    if (const auto tape = m_tapes.find(shown->mint()); coin != nullptr && tape != m_tapes.end()) {
        const std::size_t count = std::min(m_interest.tapeLimit, tape->second.size());
        detail->tape.assign(tape->second.begin(), tape->second.begin() + static_cast<std::ptrdiff_t>(count));
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
