// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stored_coins.h"

#include <algorithm>
#include <utility>

namespace core::pipeline {

Result<std::unique_ptr<StoredCoins>> StoredCoins::start(const std::filesystem::path& database, Limits limits,
                                                        std::function<void()> ready) {
    auto store = store::TradeStore::open(database, store::Database::Access::ReadOnly);
    if (!store) return store.error();
    const auto lastRow = (*store)->lastTradeRow();
    if (!lastRow) return lastRow.error();
    return std::unique_ptr<StoredCoins>(new StoredCoins(std::move(*store), *lastRow, limits, std::move(ready)));
}

StoredCoins::StoredCoins(std::unique_ptr<store::TradeStore> store, std::int64_t lastRow, Limits limits,
                         std::function<void()> ready)
    : m_store(std::move(store)), m_lastRow(lastRow), m_limits(limits), m_ready(std::move(ready)) {
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
        ++m_job;
    }
    m_wake.notify_all();
}

std::shared_ptr<const StoredCoin> StoredCoins::take() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_answer, nullptr);
}

void StoredCoins::run() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_leaving || m_wanted; });
        if (m_leaving) return;
        const Mint mint = *std::exchange(m_wanted, std::nullopt);
        const std::uint64_t job = m_job;
        lock.unlock();
        read(mint, job);
        lock.lock();
    }
}

bool StoredCoins::answer(std::shared_ptr<const StoredCoin> coin, std::uint64_t job) {
    {
        const std::scoped_lock lock(m_mutex);
        if (job != m_job) return false;
        m_answer = std::move(coin);
    }
    m_ready();
    return true;
}

void StoredCoins::read(const Mint& mint, std::uint64_t job) {
    for (const std::size_t most : {m_limits.first, m_limits.most}) {
        auto coin = std::make_shared<StoredCoin>();
        coin->mint = mint;
        auto events = m_store->tokenEvents(mint);
        auto trades = events ? m_store->newestTrades(mint, m_lastRow, most) : std::vector<Event>{};
        if (!events || !trades) {
            coin->error = !events ? events.error().message() : trades.error().message();
            (void)answer(std::move(coin), job);
            return;
        }
        coin->events = std::move(*events);
        coin->trades = std::move(*trades);
        coin->whole = coin->trades.size() < most || most == m_limits.most;
        std::reverse(coin->trades.begin(), coin->trades.end());
        const bool whole = coin->whole;
        if (!answer(std::move(coin), job) || whole) return;
    }
}

}  // namespace core::pipeline
