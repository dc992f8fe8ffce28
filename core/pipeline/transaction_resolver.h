// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/ids.h"
#include "core/pipeline/snapshot.h"
#include "core/source/frame.h"
#include "core/source/rpc_client.h"
#include "core/wire/decoder.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core::pipeline {

/// Fetches the whole transactions behind announcements that a log feed makes without telling what was traded
/// (getTransaction), and, when nothing of that kind waits, the blocks in which coins were created (getBlock),
/// for the order of their transactions: only their signatures are asked for. The exchange comes back as an HTTP
/// frame, so that it is decoded and recorded like any other. What is on the screen goes first, then the newest;
/// what does not fit is dropped and counted for its venue. Thread: some of its own; every function any.
class TransactionResolver {
public:
    struct Options {
        source::RpcOptions rpc;
        std::string commitment = "confirmed";
        std::vector<std::string> venues;  ///< only these, but for the coin that is open; empty = all
        std::size_t waiting = 2'000;      ///< transactions
        std::size_t waitingBlocks = 32;
        std::chrono::milliseconds again{400};  ///< before a transaction that is not served yet is asked for again
    };
    /// What comes back. `block`: that of a creation; should the node send it whole, only what is known of already
    /// should count. False when it was not taken.
    using Deliver = std::function<bool(source::Frame&&, bool block)>;

    /// Errors: those of RpcClient::create. `clock` must outlive it; `deliver` is called on its threads.
    [[nodiscard]] static Result<std::unique_ptr<TransactionResolver>> start(Options options, const Clock& clock,
                                                                            Deliver deliver);
    ~TransactionResolver();
    TransactionResolver(const TransactionResolver&) = delete;
    TransactionResolver& operator=(const TransactionResolver&) = delete;

    /// Queues transactions; one that was asked for before is left out.
    void ask(std::vector<wire::WantedTransaction> transactions);
    /// Queues the block of a slot.
    void askBlock(Slot slot);
    /// What is on the screen: the coin that is open, and the rows of the board.
    void watch(std::optional<Mint> open, std::vector<Mint> shown);
    void stop();

    [[nodiscard]] FetchStats stats() const;

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Job {
        Signature signature;
        std::vector<std::pair<const wire::Venue*, std::uint32_t>> venues;  ///< with the events left out
        std::vector<Mint> mints;
        Time notBefore{};
        int asked = 0;
    };
    struct Block {
        Time notBefore{};
        int asked = 0;
    };
    enum class Outcome { Delivered, Later, Lost };

    TransactionResolver(Options options, std::vector<std::unique_ptr<source::RpcClient>> clients,
                        const Clock& clock, Deliver deliver);
    void run(source::RpcClient& client, const std::stop_token& stop);
    [[nodiscard]] int rankOf(const Job& job) const;
    [[nodiscard]] std::map<std::uint64_t, Job>::iterator best(Time now);
    void dropWorst();
    void lose(const Job& job);
    void finishJob(std::uint64_t order, Job job, Outcome outcome);
    void finishBlock(std::uint64_t slot, Block block, Outcome outcome);
    [[nodiscard]] Outcome exchange(source::RpcClient& client, std::string_view method, const std::string& params,
                                   bool block, const std::stop_token& stop);

    const Options m_options;
    const std::vector<std::unique_ptr<source::RpcClient>> m_clients;
    const Clock& m_clock;
    const Deliver m_deliver;
    const Time m_never;  ///< later than any job

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::map<std::uint64_t, Job> m_jobs;      ///< by order of arrival, the oldest first
    std::map<std::uint64_t, Block> m_blocks;  ///< by slot
    std::uint64_t m_nextOrder = 0;
    std::uint64_t m_news = 0;  ///< rises with every request
    std::unordered_set<Signature> m_asked;
    std::unordered_set<std::uint64_t> m_askedBlocks;
    std::optional<Mint> m_open;
    std::unordered_set<Mint> m_shown;
    FetchStats m_stats;
    std::vector<std::jthread> m_threads;
};

}  // namespace core::pipeline
