// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/ids.h"
#include "core/pipeline/snapshot.h"
#include "core/source/frame.h"
#include "core/source/rpc_client.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_set>
#include <vector>

namespace core::pipeline {

/// What is asked about a wallet.
enum class Question : std::uint8_t {
    Beginning,  ///< its first signature, and the transaction behind it: who paid for it
    Bag,        ///< its transactions since a slot: whether a bag moved on without a trade
    Launches,   ///< its last transactions before a slot: what it launched before
};

/// One question and how much it matters.
struct LookupWish {
    Wallet wallet;
    Question question = Question::Beginning;
    Mint mint;                          ///< the coin it matters for
    double share = 0;                   ///< of that coin's supply
    std::optional<std::uint64_t> slot;  ///< of Bag and Launches
};

/// Asks a node what the feed does not show of single wallets: one list of signatures, then the few transactions
/// that answer the question. Every exchange comes back as an HTTP frame, so that it is decoded and recorded like
/// any other. What is open on the screen goes first, then what is shown, then holders of a large share; all within
/// an allowance of requests an hour and the node's own budget. Answers that stay true are kept and not asked for
/// again. What does not fit is dropped and counted: it stays unknown. Thread: one of its own; every function any.
class WalletLookup {
public:
    struct Options {
        source::RpcOptions rpc;
        std::string commitment = "confirmed";
        std::uint64_t perHour = 1'800;        ///< requests
        std::size_t waiting = 2'000;          ///< questions
        std::size_t bagTransactions = 12;     ///< looked at for a bag
        std::size_t launchTransactions = 20;  ///< looked at for launches
        double leastShare = 0.01;             ///< of a coin that nobody looks at
        /// Part of the allowance that is kept for the coin that is open.
        std::uint64_t keptPart = 4;
        std::chrono::milliseconds pause{1'000};  ///< after a question that failed
    };
    /// False when it was not taken.
    using Deliver = std::function<bool(source::Frame&&)>;
    /// Where answers that stay true are kept, by a key; called on its thread.
    struct Memory {
        std::function<std::optional<std::string>(const std::string& key)> find;
        std::function<void(std::string key, std::string exchange)> keep;
    };

    /// Errors: those of RpcClient::create. `clock` must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<WalletLookup>> start(Options options, const Clock& clock,
                                                                     Deliver deliver, Memory memory);
    ~WalletLookup();
    WalletLookup(const WalletLookup&) = delete;
    WalletLookup& operator=(const WalletLookup&) = delete;

    /// Queues a question, once for each wallet; what matters too little is left out.
    void ask(LookupWish wish);
    /// What is on the screen: the coin that is open, and the rows of the board.
    void watch(std::optional<Mint> open, const std::vector<Mint>& shown);
    void stop();

    [[nodiscard]] LookupStats stats() const;

private:
    using Time = std::chrono::steady_clock::time_point;

    WalletLookup(Options options, std::unique_ptr<source::RpcClient> client, const Clock& clock, Deliver deliver,
                 Memory memory);
    void run(const std::stop_token& stop);
    [[nodiscard]] int rankOf(const LookupWish& wish) const;
    [[nodiscard]] std::map<std::uint64_t, LookupWish>::iterator best();
    /// Whether everything the question needs was fetched.
    [[nodiscard]] bool answer(const LookupWish& wish, const std::stop_token& stop);
    [[nodiscard]] std::optional<std::string> exchange(std::string_view method, const std::string& params,
                                                      const std::string& key, const std::stop_token& stop);
    [[nodiscard]] bool waitForAllowance(const std::stop_token& stop);
    [[nodiscard]] static std::tuple<Wallet, Question, Mint> keyOf(const LookupWish& wish);
    /// Raises a waiting question of the same key to what it matters now.
    void raise(const LookupWish& wish);

    const Options m_options;
    const std::unique_ptr<source::RpcClient> m_client;
    const Clock& m_clock;
    const Deliver m_deliver;
    const Memory m_memory;
    std::string m_commitment;  ///< quoted

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::map<std::uint64_t, LookupWish> m_wishes;  ///< by order of arrival
    std::uint64_t m_nextOrder = 0;
    std::set<std::tuple<Wallet, Question, Mint>> m_asked;  ///< the mint of a Bag alone
    std::optional<Mint> m_open;
    std::unordered_set<Mint> m_shown;
    LookupStats m_stats;
    Time m_hour;
    int m_rank = 0;  ///< of the question at work

    std::jthread m_thread;
};

}  // namespace core::pipeline
