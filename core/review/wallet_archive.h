// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/wallet_past.h"
#include "core/store/trade_store.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace core::review {

/// Reads what the database keeps of a wallet, coin by coin, on a thread and a connection of its own. A database
/// that is not there yet holds nothing. Thread: any.
class WalletArchive {
public:
    explicit WalletArchive(std::filesystem::path database);
    ~WalletArchive();
    WalletArchive(const WalletArchive&) = delete;
    WalletArchive& operator=(const WalletArchive&) = delete;

    /// Reads anew, also the same wallet; nothing ends the reading. One that is under way is given up.
    void ask(std::optional<Wallet> wallet);
    /// What was read so far of the wallet asked for last; null before its first coin.
    [[nodiscard]] std::shared_ptr<const WalletPast> latest() const;

private:
    void run();
    void read(std::uint64_t job, WalletPast& out);
    [[nodiscard]] bool open(std::string& error);
    [[nodiscard]] Result<void> readCoins(std::uint64_t job, WalletPast& out);
    /// False when another reading is wanted by now.
    bool publish(std::uint64_t job, WalletPast out);

    const std::filesystem::path m_database;
    std::unique_ptr<store::TradeStore> m_store;  ///< of the thread
    std::uint64_t m_reading = 0;                 ///< of the thread: the job that is under way
    std::atomic<std::uint64_t> m_job{0};         ///< written under the mutex

    mutable std::mutex m_mutex;  ///< guards everything below
    std::condition_variable m_wake;
    std::optional<Wallet> m_wanted;
    std::shared_ptr<const WalletPast> m_answer;
    bool m_leaving = false;
    std::thread m_thread;
};

}  // namespace core::review
