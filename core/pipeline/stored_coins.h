// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/market.h"
#include "core/model/event.h"
#include "core/pipeline/snapshot.h"
#include "core/store/trade_store.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace core::pipeline {

/// What earlier sessions stored of one coin, made into a ledger. Holders stay unknown: nobody watched between the
/// sessions.
struct StoredCoin {
    static constexpr std::size_t kTapeRows = 500;

    Mint mint;
    std::unique_ptr<ledger::Market> market;  ///< of this coin alone
    ledger::TokenLedger* ledger = nullptr;   ///< the coin in `market`; null when nothing is stored of it
    std::vector<TapeRow> tape;               ///< newest first
    bool whole = false;                      ///< no older trades are stored, or none that would be kept
    std::string error;                       ///< why nothing more could be read; empty when all went well
};

/// Reads what earlier sessions stored of the coin that is open, on a thread and connections of its own: first the
/// newest trades, half of them on a thread beside it, so that a chart is there at once, then the rest. The ledger
/// is made there too: the engine only takes it over. Thread: ask and take on the engine thread.
class StoredCoins {
public:
    struct Limits {
        /// Trades of the first answer: the tape is whole, and most often so is the window of the chart. Rows of a
        /// coin lie on pages of their own, and each page costs a look at the disk.
        std::size_t first = StoredCoin::kTapeRows;
        std::size_t most = 300'000;  ///< trades of a coin
    };

    /// What is stored from here on belongs to the session and is not read back. `ready` is called on the reader's
    /// thread when there is something to take. Errors: as TradeStore::open.
    [[nodiscard]] static Result<std::unique_ptr<StoredCoins>> start(const std::filesystem::path& database,
                                                                    Limits limits, std::function<void()> ready);
    ~StoredCoins();
    StoredCoins(const StoredCoins&) = delete;
    StoredCoins& operator=(const StoredCoins&) = delete;

    /// The coin wanted now; the reading of another ends within a few rows.
    void ask(const Mint& mint);
    /// The newest answer, once; null when there is none. Never of a coin asked for before the last one.
    [[nodiscard]] std::unique_ptr<StoredCoin> take();

private:
    StoredCoins(std::unique_ptr<store::TradeStore> store, std::unique_ptr<store::TradeStore> beside,
                std::int64_t lastRow, Limits limits, std::function<void()> ready);
    void run();
    void read(const Mint& mint);
    /// The newest `most` trades, newest first, the older half of them read beside the newer one.
    [[nodiscard]] Result<std::vector<Event>> newestInHalves(const Mint& mint, std::size_t most);
    /// Fills `coin` with at most `most` trades. False when somebody asked for another coin meanwhile.
    bool fill(StoredCoin& coin, std::size_t most);
    [[nodiscard]] bool stale() const noexcept { return m_job.load(std::memory_order_relaxed) != m_reading; }
    /// False when somebody asked for another coin meanwhile.
    bool answer(std::unique_ptr<StoredCoin> coin);

    std::unique_ptr<store::TradeStore> m_store;
    std::unique_ptr<store::TradeStore> m_beside;  ///< a second connection, for the older half of the first answer
    const std::int64_t m_lastRow;
    const Limits m_limits;
    const std::function<void()> m_ready;

    std::atomic<std::uint64_t> m_job{0};  ///< rises with each question; written under the mutex
    std::uint64_t m_reading = 0;          ///< the reader's own
    std::mutex m_mutex;                   ///< guards everything below
    std::condition_variable m_wake;
    std::optional<Mint> m_wanted;
    std::unique_ptr<StoredCoin> m_answer;
    bool m_leaving = false;
    std::thread m_thread;
};

}  // namespace core::pipeline
