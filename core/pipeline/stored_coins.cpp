// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stored_coins.h"

#include "core/pipeline/tape_row.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

namespace core::pipeline {

Result<std::unique_ptr<StoredCoins>> StoredCoins::start(const std::filesystem::path& database, Limits limits,
                                                        std::function<void()> ready) {
    auto store = store::TradeStore::open(database, store::Database::Access::ReadOnly);
    if (!store) return store.error();
    auto beside = store::TradeStore::open(database, store::Database::Access::ReadOnly);
    if (!beside) return beside.error();
    const auto lastRow = (*store)->lastTradeRow();
    if (!lastRow) return lastRow.error();
    return std::unique_ptr<StoredCoins>(
        new StoredCoins(std::move(*store), std::move(*beside), *lastRow, limits, std::move(ready)));
}

StoredCoins::StoredCoins(std::unique_ptr<store::TradeStore> store, std::unique_ptr<store::TradeStore> beside,
                         std::int64_t lastRow, Limits limits, std::function<void()> ready)
    : m_store(std::move(store)),
      m_beside(std::move(beside)),
      m_lastRow(lastRow),
      m_limits(limits),
      m_ready(std::move(ready)) {
    for (const auto& one : {m_store.get(), m_beside.get()}) one->database().stopWhen([this] { return stale(); });
    m_thread = std::thread([this] { run(); });
}

StoredCoins::~StoredCoins() {
    {
        const std::scoped_lock lock(m_mutex);
        m_leaving = true;
        ++m_job;
    }
    m_wake.notify_all();
    m_thread.join();
}

void StoredCoins::ask(const Mint& mint) {
    {
        const std::scoped_lock lock(m_mutex);
        m_wanted = mint;
        m_answer.reset();
        ++m_job;
    }
    m_wake.notify_all();
}

std::unique_ptr<StoredCoin> StoredCoins::take() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_answer, nullptr);
}

void StoredCoins::run() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_leaving || m_wanted; });
        if (m_leaving) return;
        const Mint mint = *std::exchange(m_wanted, std::nullopt);
        m_reading = m_job;
        lock.unlock();
        read(mint);
        lock.lock();
    }
}

bool StoredCoins::answer(std::unique_ptr<StoredCoin> coin) {
    {
        const std::scoped_lock lock(m_mutex);
        if (stale()) return false;
        m_answer = std::move(coin);
    }
    m_ready();
    return true;
}

Result<std::vector<Event>> StoredCoins::newestInHalves(const Mint& mint, std::size_t most) {
    const std::size_t newer = most / 2;
    // One after the other where there is no thread to be had.
    auto older = std::async(std::launch::async | std::launch::deferred,
                            [&] { return m_beside->newestTrades(mint, m_lastRow, most - newer, newer); });
    auto trades = m_store->newestTrades(mint, m_lastRow, newer);
    auto rest = older.get();
    if (!trades || !rest) return trades ? rest : trades;
    std::move(rest->begin(), rest->end(), std::back_inserter(*trades));
    return trades;
}

bool StoredCoins::fill(StoredCoin& coin, std::size_t most) {
    const auto events = m_store->tokenEvents(coin.mint);
    // Somebody waits for the first answer; whatever comes later takes one core and not two.
    const auto trades = !events                  ? std::vector<Event>{}
                        : most == m_limits.first ? newestInHalves(coin.mint, most)
                                                 : m_store->newestTrades(coin.mint, m_lastRow, most);
    if (!events || !trades) {
        coin.error = !events ? events.error().message() : trades.error().message();
        coin.whole = true;
        return !stale();
    }
    coin.whole = trades->size() < most || most == m_limits.most;
    coin.market = std::make_unique<ledger::Market>();
    std::uint64_t arrival = 0;
    for (const Event& event : *events) {
        coin.ledger = coin.market->apply(event, arrival++);
        if (coin.ledger != nullptr) coin.ledger->creationSeen = false;
    }
    for (std::size_t left = trades->size(); left-- > 0;) {
        constexpr std::size_t kBetweenLooks = 1'024;
        if (left % kBetweenLooks == 0 && stale()) return false;
        const Event& event = (*trades)[left];
        coin.ledger = coin.market->apply(event, arrival++);
        if (coin.ledger == nullptr || left >= StoredCoin::kTapeRows) continue;
        if (const auto* trade = std::get_if<Trade>(&event.body))
            coin.tape.push_back(tapeRow(event, *trade, *coin.ledger, kFirstTapeId - left - 1));
    }
    std::reverse(coin.tape.begin(), coin.tape.end());
    return true;
}

void StoredCoins::read(const Mint& mint) {
    for (const std::size_t most : {m_limits.first, m_limits.most}) {
        auto coin = std::make_unique<StoredCoin>();
        coin->mint = mint;
        if (!fill(*coin, most)) return;
        const bool whole = coin->whole;
        if (!answer(std::move(coin)) || whole) return;
    }
}

}  // namespace core::pipeline
