// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_thread.h"

#include "core/store/migrations.h"

#include <algorithm>

namespace core::store {

Result<std::unique_ptr<StoreThread>> StoreThread::start(const std::filesystem::path& file, Options options) {
    auto store = TradeStore::open(file, Database::Access::ReadWrite);
    if (!store) return store.error();
    return std::unique_ptr<StoreThread>(new StoreThread(std::move(*store), file, options));
}

StoreThread::StoreThread(std::unique_ptr<TradeStore> store, std::filesystem::path file, Options options)
    : m_store(std::move(store)), m_file(std::move(file)), m_options(options), m_queue(options.capacity) {
    m_thread = std::jthread([this] { run(); });
}

StoreThread::~StoreThread() {
    stop();
}

void StoreThread::push(std::vector<StoreItem> items) {
    for (StoreItem& item : items) m_queue.push(std::move(item));
}

void StoreThread::stop() {
    m_stopping = true;
    m_queue.close();
    if (m_thread.joinable()) m_thread.join();
}

StoreThread::Stats StoreThread::stats() const {
    Stats out;
    {
        const std::scoped_lock lock(m_mutex);
        out = m_stats;
    }
    out.queue = m_queue.stats();
    return out;
}

void StoreThread::run() {
    using SteadyClock = std::chrono::steady_clock;
    buildIndexes();
    std::vector<StoreItem> batch;
    auto due = SteadyClock::now() + m_options.batchPeriod;
    while (!m_queue.finished()) {
        const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - SteadyClock::now());
        auto items = m_queue.popAll(std::clamp(wait, std::chrono::milliseconds{1}, m_options.batchPeriod));
        std::move(items.begin(), items.end(), std::back_inserter(batch));
        if (batch.size() < m_options.batchRows && SteadyClock::now() < due && !m_queue.finished()) continue;
        if (!batch.empty()) writeBatch(batch);
        // The room of a rush that had to wait is not kept for the hours after it.
        if (batch.capacity() > 4 * m_options.batchRows) std::vector<StoreItem>{}.swap(batch);
        due = SteadyClock::now() + m_options.batchPeriod;
    }
    if (!batch.empty()) writeBatch(batch);
}

// Here, for the window must not stand still for it. Who closes the program does not wait either: the next start
// makes them.
void StoreThread::buildIndexes() {
    const auto tell = [this](bool indexing, std::string error) {
        const std::scoped_lock lock(m_mutex);
        m_stats.indexing = indexing;
        m_stats.error = std::move(error);
    };
    tell(true, {});
    m_store->database().stopWhen([this] { return m_stopping.load(); });
    const auto built = store::buildIndexes(m_store->database());
    m_store->database().stopWhen([] { return false; });
    tell(false, built || m_stopping ? std::string{} : built.error().message());
}

void StoreThread::writeBatch(std::vector<StoreItem>& batch) {
    const auto result = m_store->write(batch);
    std::error_code ignored;
    const auto size = std::filesystem::file_size(m_file, ignored);
    auto wal = m_file;
    wal += "-wal";
    const auto walSize = std::filesystem::exists(wal, ignored) ? std::filesystem::file_size(wal, ignored) : 0;
    const auto space = std::filesystem::space(m_file, ignored);
    const std::scoped_lock lock(m_mutex);
    m_stats.fileBytes = size + walSize;
    m_stats.diskFree = ignored ? std::nullopt : std::optional<std::uint64_t>{space.available};
    if (result) {
        m_stats.trades += result->trades;
        m_stats.duplicates += result->duplicates;
        m_stats.refused += result->refused;
        m_stats.error = result->firstError;
    } else {
        // Disk full or file gone: say so and keep going, the next batch may work again.
        m_stats.refused += batch.size();
        m_stats.error = result.error().context;
    }
    batch.clear();
}

}  // namespace core::store
