// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/token_ledger.h"

#include "core/base/checksum.h"
#include "core/ledger/cold_coins.h"
#include "core/ledger/market.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace core::ledger {
namespace {

// Coins for sale on a pump.fun curve when it opens. Source: solana-wire section 17 (93 of 93 trades).
constexpr std::uint64_t kPumpCurveCoins = 793'100'000'000'000;
constexpr std::uint64_t kPumpSupply = 1'000'000'000'000'000;

bool isPump(Symbol venue) {
    static const Symbol pump{"pumpfun"};
    return venue == pump;
}

constexpr std::uint32_t kBlobMagic = 0x4d4c4f43;  // "COLM"
constexpr std::uint32_t kBlobVersion = 2;
constexpr std::size_t kBlobHead = 16;

double whole(std::uint64_t raw, int decimals) {
    return static_cast<double>(raw) * std::pow(10.0, -decimals);
}

}  // namespace

void TokenLedger::reserveAt(const std::optional<Pubkey>& address) {
    if (address && m_reserves.size() < kMostReserves && !isReserve(*address)) m_reserves.push_back(*address);
}

bool TokenLedger::isReserve(const Pubkey& address) const noexcept {
    // The last one first: a coin trades in one pool at a time.
    return std::find(m_reserves.rbegin(), m_reserves.rend(), address) != m_reserves.rend();
}

void TokenLedger::apply(const EventHeader& at, const TokenCreated& created) {
    ++version;
    reserveAt(created.bondingCurve);
    creationSeen = true;
    name = created.name;
    symbol = created.symbol;
    uri = created.uri;
    creator = created.creator;
    if (at.slot) createdSlot = at.slot;
    if (const auto time = eventTime(at)) createdTime = time;
    if (created.supply) supply = created.supply->value();
    if (venue.empty()) venue = created.venue;
    if (!quoteMint && created.quoteMint) quoteMint = created.quoteMint;
    if (created.reserves) {
        if (trades == 0) reserves = created.reserves;
        m_curveBase = created.reserves->realBase;
    }
}

void TokenLedger::apply(const EventHeader&, const Trade& trade, const OrderKey& key, std::int64_t time) {
    ++version;
    ++trades;
    reserveAt(trade.pool);
    const std::uint64_t coins = trade.baseAmount.value();
    const std::uint64_t coinsMoved = trade.baseUser.value_or(trade.baseAmount).value();
    const std::uint64_t crossed = trade.quoteAmount.value();
    const std::uint64_t user = trade.quoteUser.value_or(trade.quoteAmount).value();
    if (!supply && isPump(trade.venue)) supply = kPumpSupply;
    if (!quoteMint) quoteMint = trade.quoteMint;
    const bool mainQuote = trade.quoteMint == *quoteMint;
    Position& held = positions.of(trade.wallet);
    lastPosition = &held;
    lastWasFirstBuy = trade.side == Side::Buy && !held.isBuyer;
    if (trade.side == Side::Buy) {
        ++buys;
        // Not told by the coins bought: those are 0 in another quote asset and for a buy of nothing.
        if (!std::exchange(held.isBuyer, true)) ++buyers;
        // In another quote asset the cost is not comparable: the coins count, at unknown cost.
        if (mainQuote)
            held.buy(coinsMoved, user);
        else
            held.receive(coinsMoved);
    } else {
        ++sells;
        if (mainQuote)
            held.sell(coinsMoved, user);
        else
            held.send(coinsMoved);
    }
    if (!mainQuote) {
        ++otherQuoteTrades;
        return;
    }
    if (trade.baseDecimals) baseDecimals = *trade.baseDecimals;
    if (trade.quoteDecimals) quoteDecimals = *trade.quoteDecimals;
    volumeQuote = saturatingAdd(volumeQuote, crossed);
    const bool newest = points.empty() || !(key < lastKey);
    const PriceRatio price = trade.price();
    if (price.valid()) {
        if (!firstPrice.valid()) firstPrice = price;
        if (!athPrice.valid() || athPrice < price) athPrice = price;
        if (newest) lastPrice = price;
    }
    if (newest) {
        lastKey = key;
        lastTradeTime = time;
        venue = trade.venue;
        if (trade.after) reserves = trade.after;
        if (trade.pool) pool = trade.pool;
    }
    const TradePoint point{key, time, coins, crossed, trade.side};
    points.push_back(point);
    for (auto& [spec, bars] : m_series) bars.add(point);
}

void TokenLedger::apply(const Graduated& event, std::optional<std::int64_t> time) {
    ++version;
    graduated = true;
    graduatedTime = time;
    reserveAt(event.toPool);
    if (event.toPool) pool = event.toPool;
}

void TokenLedger::apply(const LiquidityChange& change) {
    ++version;
    reserveAt(change.pool);
    if (change.after && quoteMint && change.quoteMint == *quoteMint && pool && *pool == change.pool)
        reserves = change.after;
}

void TokenLedger::apply(const TokenTransfer& transfer) {
    ++version;
    positions.of(transfer.from).send(transfer.amount.value());
    positions.of(transfer.to).receive(transfer.amount.value());
}

void TokenLedger::apply(const MintTo& minted) {
    ++version;
    if (supply) supply = saturatingAdd(*supply, minted.amount.value());
    positions.of(minted.to).receive(minted.amount.value());
}

void TokenLedger::apply(const Burn& burn) {
    ++version;
    if (supply) supply = *supply - std::min(*supply, burn.amount.value());
    positions.of(burn.wallet).send(burn.amount.value());
}

std::optional<double> TokenLedger::curveProgress() const {
    if (graduated) return 1.0;
    if (!reserves || !reserves->realBase || !isPump(venue)) return std::nullopt;
    const std::uint64_t total = m_curveBase.value_or(kPumpCurveCoins);
    if (total == 0) return std::nullopt;
    return std::clamp(1.0 - static_cast<double>(*reserves->realBase) / static_cast<double>(total), 0.0, 1.0);
}

std::optional<double> TokenLedger::marketCapQuote() const {
    if (!supply || !lastPrice.valid()) return std::nullopt;
    return lastPrice.value(baseDecimals, quoteDecimals) * whole(*supply, baseDecimals);
}

std::optional<double> TokenLedger::liquidityQuote() const {
    if (!reserves || !reserves->realQuote) return std::nullopt;
    return whole(*reserves->realQuote, quoteDecimals);
}

std::optional<double> TokenLedger::changeOver(std::int64_t seconds) const {
    if (!lastTradeTime || !lastPrice.valid()) return std::nullopt;
    const std::int64_t since = *lastTradeTime - seconds;
    if (const auto before = points.lastUntil(since)) {
        const double then = PriceRatio{before->quote, before->base}.value(baseDecimals, quoteDecimals);
        if (then <= 0) return std::nullopt;
        return lastPrice.value(baseDecimals, quoteDecimals) / then - 1.0;
    }
    // Younger than the window: from its first trade, when that was seen.
    if (!creationSeen || !firstPrice.valid()) return std::nullopt;
    const double first = firstPrice.value(baseDecimals, quoteDecimals);
    if (first <= 0) return std::nullopt;
    return lastPrice.value(baseDecimals, quoteDecimals) / first - 1.0;
}

std::optional<Concentration> TokenLedger::concentration() const {
    if (!holdersKnown() || !supply || *supply == 0) return std::nullopt;
    std::vector<double> bags;
    bags.reserve(positions.size());
    std::vector<const Position*> none;
    for (const Pubkey& address : m_reserves)
        if (const auto found = positions.find(Wallet{address}); found != positions.end())
            none.push_back(&(*found).second);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const Position& held = positions[i];
        if (!none.empty() && std::find(none.begin(), none.end(), &held) != none.end()) continue;
        const Int128 balance = held.balance();
        if (balance > 0) bags.push_back(static_cast<double>(balance));
    }
    // A fixed order makes the floating-point sums the same on every run.
    std::sort(bags.begin(), bags.end(), std::greater<>());
    Concentration out;
    out.holders = bags.size();
    const auto total = static_cast<double>(*supply);
    double sum = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < bags.size(); ++i) {
        const double share = bags[i] / total;
        if (i < 10) out.top10Share += share;
        out.hhi += share * share;
        sum += bags[i];
        weighted += static_cast<double>(bags.size() - i) * bags[i];
    }
    if (sum > 0) {
        const auto n = static_cast<double>(bags.size());
        out.gini = 2.0 * weighted / (n * sum) - (n + 1.0) / n;
    }
    return out;
}

std::optional<double> TokenLedger::creatorShare() const {
    if (!holdersKnown() || !creator || !supply || *supply == 0) return std::nullopt;
    const auto found = positions.find(*creator);
    if (found == positions.end()) return 0.0;
    const Int128 balance = found->second.balance();
    return balance > 0 ? static_cast<double>(balance) / static_cast<double>(*supply) : 0.0;
}

void seal(std::vector<std::uint8_t>& blob) noexcept {
    const std::uint64_t sum = checksum(std::span<const std::uint8_t>{blob}.subspan(kBlobHead));
    std::memcpy(blob.data() + kBlobHead - sizeof sum, &sum, sizeof sum);
}

// Magic, version and checksum come first; then the mint, positions and points.
void TokenLedger::pack(std::vector<std::uint8_t>& blob) const {
    blob.clear();
    ByteWriter out{blob};
    out.fixed(kBlobMagic);
    out.fixed(kBlobVersion);
    out.fixed(std::uint64_t{0});
    out.bytes(m_mint.bytes());
    positions.write(out);
    points.write(out);
    seal(blob);
}

bool TokenLedger::unpack(std::span<const std::uint8_t> blob) {
    ByteReader in{blob};
    if (in.integer<std::uint32_t>() != kBlobMagic || in.integer<std::uint32_t>() != kBlobVersion) return false;
    const auto sum = in.integer<std::uint64_t>();
    if (in.failed() || sum != checksum(blob.subspan(kBlobHead))) return false;
    const auto mint = in.bytes(Mint::kSize);
    if (!std::equal(mint.begin(), mint.end(), m_mint.bytes().begin(), m_mint.bytes().end())) return false;
    positions.read(in);
    if (in.failed()) return false;
    points.read(in);
    // Both or neither: half of a coin would look like all of it.
    if (in.failed() || !in.atEnd()) {
        positions.leave(*this);
        return false;
    }
    m_cold = nullptr;
    return true;
}

void TokenLedger::leave(ColdCoins& cold) {
    m_cold = &cold;
    lastPosition = nullptr;
    positions.leave(*this);
    points.leave(*this);
}

void TokenLedger::lose() {
    m_cold = nullptr;
    positions.lose();
    points.lose();
    detailLost = true;
    pointsTrimmed = true;
    ++version;
}

void TokenLedger::thaw() {
    if (m_cold != nullptr) m_cold->warm(*this);
}

CandleSeries& TokenLedger::series(BarSpec spec) {
    if (const auto found = m_series.find(spec); found != m_series.end()) return found->second;
    if (m_series.size() >= kMostSeries) m_series.erase(m_series.begin());
    CandleSeries& bars = m_series.emplace(spec, CandleSeries{spec}).first->second;
    points.forEach([&bars](const TradePoint& point) { bars.add(point); });
    return bars;
}

}  // namespace core::ledger
