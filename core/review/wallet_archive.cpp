// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/wallet_archive.h"

#include "core/base/checked_math.h"
#include "core/base/text.h"
#include "core/model/quote_asset.h"
#include "core/pipeline/coin_walk.h"
#include "core/pipeline/event_moves.h"
#include "core/store/wallet_rows.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace core::review {
namespace {

constexpr std::size_t kTextCharacters = 40;
constexpr std::chrono::milliseconds kTellEvery{200};

// Sums over the coins in SOL.
struct Sums {
    double gain = 0;
    double proceeds = 0;
    double covered = 0;
    std::size_t sales = 0;
};

void addMove(const pipeline::Move& move, pipeline::WalletCoin& coin) {
    switch (move.kind) {
        case pipeline::MoveKind::Buy: coin.bought = saturatingAdd(coin.bought, move.base); break;
        case pipeline::MoveKind::Sell: coin.sold = saturatingAdd(coin.sold, move.base); break;
        case pipeline::MoveKind::Received: coin.transferredIn = saturatingAdd(coin.transferredIn, move.base); break;
        case pipeline::MoveKind::Sent: coin.transferredOut = saturatingAdd(coin.transferredOut, move.base); break;
    }
}

void sortByLast(std::vector<pipeline::WalletCoin>& coins) {
    std::stable_sort(coins.begin(), coins.end(),
                     [](const auto& a, const auto& b) { return a.lastTime.value_or(0) > b.lastTime.value_or(0); });
}

}  // namespace

WalletArchive::WalletArchive(std::filesystem::path database) : m_database(std::move(database)) {
    m_thread = std::thread([this] { run(); });
}

WalletArchive::~WalletArchive() {
    {
        const std::scoped_lock lock(m_mutex);
        m_leaving = true;
        ++m_job;
    }
    m_wake.notify_all();
    m_thread.join();
}

void WalletArchive::ask(std::optional<Wallet> wallet) {
    {
        const std::scoped_lock lock(m_mutex);
        // What was read of the same wallet stays until there is something newer.
        if (m_answer && m_answer->wallet != wallet) m_answer.reset();
        m_wanted = std::move(wallet);
        ++m_job;
    }
    m_wake.notify_all();
}

std::shared_ptr<const WalletPast> WalletArchive::latest() const {
    const std::scoped_lock lock(m_mutex);
    return m_answer;
}

bool WalletArchive::publish(std::uint64_t job, WalletPast out) {
    sortByLast(out.coins);
    const std::scoped_lock lock(m_mutex);
    if (job != m_job) return false;
    m_answer = std::make_shared<const WalletPast>(std::move(out));
    return true;
}

void WalletArchive::run() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_leaving || m_wanted; });
        if (m_leaving) return;
        WalletPast out;
        out.wallet = *std::exchange(m_wanted, std::nullopt);
        m_reading = m_job;
        lock.unlock();
        read(m_reading, out);
        out.done = true;
        (void)publish(m_reading, std::move(out));
        lock.lock();
    }
}

bool WalletArchive::open(std::string& error) {
    std::error_code unknown;
    if (m_store) return true;
    if (!std::filesystem::exists(m_database, unknown)) return false;
    auto opened = store::TradeStore::open(m_database, store::Database::Access::ReadOnly);
    if (!opened) {
        error = opened.error().message();
        return false;
    }
    m_store = std::move(*opened);
    // A wallet with a million trades is not read to the end for nobody.
    m_store->database().stopWhen([this] { return m_reading != m_job; });
    return true;
}

void WalletArchive::read(std::uint64_t job, WalletPast& out) {
    if (!open(out.error)) return;
    if (const auto done = readCoins(job, out); !done) out.error = done.error().message();
}

Result<void> WalletArchive::readCoins(std::uint64_t job, WalletPast& out) {
    const auto span = m_store->tradeSpan();
    if (!span) return span.error();
    if (*span) out.storedSince = (*span)->first;
    store::WalletRows rows{m_store->database()};
    const auto coins = rows.coins(out.wallet);
    if (!coins) return coins.error();
    out.coinCount = coins->size();
    Sums sums;
    auto told = std::chrono::steady_clock::now();
    for (const std::int64_t row : *coins) {
        if (job != m_job || out.coins.size() >= WalletPast::kMostCoins) return {};
        const auto token = rows.coin(row);
        if (!token) return token.error();
        pipeline::WalletCoin coin;
        coin.mint = token->mint;
        coin.symbol = sanitizeText(token->symbol, kTextCharacters);
        coin.created = token->creator == out.wallet;
        coin.quoteMint = token->quoteMint.value_or(Mint{});
        coin.baseDecimals = token->baseDecimals.value_or(coin.baseDecimals);
        coin.quoteDecimals = token->quoteDecimals.value_or(coin.quoteDecimals);
        const bool inSol = token->quoteMint == wrappedSolMint();
        pipeline::CoinWalk walk;
        const auto read = rows.each(out.wallet, row, [&](const Event& event) {
            if (std::holds_alternative<Trade>(event.body))
                ++out.trades;
            else
                ++out.transfers;
            pipeline::eachMove(event, token->quoteMint, [&](const pipeline::Move& move) {
                if (move.wallet != out.wallet) return;
                addMove(move, coin);
                const auto sale = walk.add(move);
                if (!sale || !inSol) return;
                sums.proceeds += sale->proceeds;
                sums.covered += sale->proceeds * sale->share;
                if (sale->share <= 0) return;
                sums.gain += sale->gain;
                ++sums.sales;
            });
            return job == m_job;
        });
        if (!read) return read.error();
        walk.finish(coin);
        if (const auto& slot = walk.firstBuySlot(); slot && token->createdSlot && *slot >= *token->createdSlot)
            coin.entrySlots = *slot - *token->createdSlot;
        if (!inSol && token->quoteMint) ++out.otherQuote;
        if (inSol && coin.realised) {
            ++out.coinsSold;
            out.coinsWon += *coin.realised > 0 ? 1 : 0;
        }
        out.sales = sums.sales;
        out.realised = pipeline::wholeQuote(sums.gain);
        if (sums.proceeds > 0) out.coverage = sums.covered / sums.proceeds;
        ++out.coinsRead;
        out.coins.push_back(std::move(coin));
        if (const auto now = std::chrono::steady_clock::now(); now - told >= kTellEvery) {
            told = now;
            if (!publish(job, out)) return {};
        }
    }
    return {};
}

}  // namespace core::review
