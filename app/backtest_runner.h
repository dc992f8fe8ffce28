// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/bridge/backtest_desk.h"
#endif

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace app {

/// Runs back-tests on a thread of their own. Thread: GUI.
class BacktestRunner final : public ui::bridge::BacktestDesk {
    Q_OBJECT
public:
    /// `database` need not be there; `addresses` is the user's list of services, read when it is there.
    BacktestRunner(std::filesystem::path database, std::optional<std::filesystem::path> bundled,
                   std::filesystem::path addresses);
    /// Cancels what runs and waits for it.
    ~BacktestRunner() override;

    void start(const ui::bridge::BacktestOrder& order) override;
    void cancel() override;
    [[nodiscard]] std::optional<std::filesystem::path> bundled() const override { return m_bundled; }
    [[nodiscard]] std::optional<ui::bridge::StoredSpan> stored() const override;

private:
    void work(const ui::bridge::BacktestOrder& order, std::uint64_t number);
    /// Calls `tell` in the window's thread unless another run has begun since.
    void post(std::uint64_t number, std::function<void()> tell);

    const std::filesystem::path m_database;
    const std::optional<std::filesystem::path> m_bundled;
    const std::filesystem::path m_addresses;
    std::uint64_t m_number = 0;  ///< of the newest run
    std::atomic<bool> m_cancelled{false};
    std::atomic<int> m_percent{0};
    std::thread m_thread;
};

}  // namespace app
