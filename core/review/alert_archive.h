// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/alert_history.h"
#include "core/store/trade_store.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>

namespace core::store {
class AlertRows;
}

namespace core::review {

/// Reads what the database keeps of alerts, on a thread and a connection of its own, and takes over verdicts when
/// no session writes. A database that is not there yet holds nothing. Thread: any.
class AlertArchive {
public:
    explicit AlertArchive(std::filesystem::path database);
    ~AlertArchive();
    AlertArchive(const AlertArchive&) = delete;
    AlertArchive& operator=(const AlertArchive&) = delete;

    /// Reads anew, also for the same wish; a reading that is under way for another is given up.
    void ask(AlertWish wish);
    /// The newest answer; null before the first. It may be that of an earlier wish.
    [[nodiscard]] std::shared_ptr<const AlertHistory> latest() const;
    /// Writes a verdict, before anything is read again. While a session writes to the database, its store does.
    void judge(store::StoredVerdict verdict);

private:
    void run();
    void read(const AlertWish& wish, std::uint64_t job, AlertHistory& out);
    [[nodiscard]] std::shared_ptr<const CalibrationReport> calibrate(store::AlertRows& rows, bool falls,
                                                                     std::uint64_t job, std::string& error);
    /// Whether the price halved after an alert; empty while nobody can tell.
    [[nodiscard]] std::optional<bool> halved(store::AlertRows& rows, const store::StoredAlert& row,
                                             std::string& error);
    [[nodiscard]] std::string write(const store::StoredVerdict& verdict) const;
    /// Whether another reading is wanted by now.
    [[nodiscard]] bool overtaken(std::uint64_t job) const;

    const std::filesystem::path m_database;
    std::unique_ptr<store::TradeStore> m_store;       ///< of the thread
    std::unordered_map<std::int64_t, bool> m_halved;  ///< of the thread, by row: what stays as it is

    mutable std::mutex m_mutex;  ///< guards everything below
    std::condition_variable m_wake;
    std::optional<AlertWish> m_wanted;
    std::deque<store::StoredVerdict> m_verdicts;
    std::uint64_t m_job = 0;
    std::shared_ptr<const AlertHistory> m_answer;
    bool m_leaving = false;
    std::thread m_thread;
};

}  // namespace core::review
