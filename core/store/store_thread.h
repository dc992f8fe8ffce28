// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/store/trade_store.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace core::store {

/// The one thread that writes the database: batches of up to `batchRows` rows or `batchPeriod`, whichever
/// comes first, one transaction each. A kill loses at most the batch that was not committed.
/// Thread: push from the engine; the rest any.
class StoreThread {
public:
    struct Options {
        std::size_t capacity = 200'000;
        std::size_t batchRows = 5'000;
        std::chrono::milliseconds batchPeriod{250};
    };
    struct Stats {
        QueueStats queue;
        std::uint64_t trades = 0;  ///< rows new since start
        std::uint64_t duplicates = 0;
        std::uint64_t refused = 0;
        std::uint64_t fileBytes = 0;
        std::optional<std::uint64_t> diskFree;  ///< bytes left on the disk of the file
        bool indexing = false;                  ///< an older database is given its indexes; rows wait
        std::string error;                      ///< empty while writing works
    };

    /// Errors: as Database::open.
    [[nodiscard]] static Result<std::unique_ptr<StoreThread>> start(const std::filesystem::path& file,
                                                                    Options options);
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    /// Queues rows; waits while the queue is full, so the engine slows down before anything is lost.
    void push(std::vector<StoreItem> items);
    /// Writes what is queued and ends the thread. Idempotent.
    void stop();
    [[nodiscard]] Stats stats() const;

private:
    StoreThread(std::unique_ptr<TradeStore> store, std::filesystem::path file, Options options);
    void run();
    void writeBatch(std::vector<StoreItem>& batch);
    void buildIndexes();

    std::unique_ptr<TradeStore> m_store;
    std::filesystem::path m_file;
    Options m_options;
    BoundedQueue<StoreItem> m_queue;
    std::atomic<bool> m_stopping{false};
    mutable std::mutex m_mutex;
    Stats m_stats;
    std::jthread m_thread;
};

}  // namespace core::store
