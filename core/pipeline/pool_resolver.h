// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/base/clock.h"
#include "core/model/ids.h"
#include "core/source/frame.h"
#include "core/source/rpc_client.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace core::pipeline {

/// Asks a node for the accounts of pools whose mints nobody has told, 100 at a time (getMultipleAccounts),
/// and hands the exchange back as an HTTP frame, so that it is decoded and recorded like any other. A pool
/// is asked for once. Thread: one of its own; `ask` any.
class PoolResolver {
public:
    /// Errors: those of RpcClient::create. `clock` must outlive it; `deliver` is called on its thread.
    [[nodiscard]] static Result<std::unique_ptr<PoolResolver>> start(source::RpcOptions options, const Clock& clock,
                                                                     std::function<void(source::Frame&&)> deliver);
    ~PoolResolver();
    PoolResolver(const PoolResolver&) = delete;
    PoolResolver& operator=(const PoolResolver&) = delete;

    /// Queues pools; what does not fit is dropped and asked for when the next event names it.
    void ask(std::vector<Pubkey> pools);
    void stop();

private:
    PoolResolver(std::unique_ptr<source::RpcClient> client, const Clock& clock,
                 std::function<void(source::Frame&&)> deliver);
    void run(std::stop_token stop);

    std::unique_ptr<source::RpcClient> m_client;
    const Clock& m_clock;
    std::function<void(source::Frame&&)> m_deliver;
    BoundedQueue<Pubkey> m_wanted{10'000};
    std::jthread m_thread;
};

}  // namespace core::pipeline
