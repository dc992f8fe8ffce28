// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/pool_resolver.h"

#include "core/base/json_text.h"

#include <unordered_set>

namespace core::pipeline {
namespace {

constexpr std::size_t kMostPerCall = 100;  // limit of getMultipleAccounts
constexpr std::size_t kMostRemembered = 100'000;
constexpr std::chrono::milliseconds kWait{200};

}  // namespace

Result<std::unique_ptr<PoolResolver>> PoolResolver::start(source::RpcOptions options, const Clock& clock,
                                                          std::function<void(source::Frame&&)> deliver) {
    auto client = source::RpcClient::create(std::move(options), clock);
    if (!client) return client.error();
    return std::unique_ptr<PoolResolver>(new PoolResolver(std::move(*client), clock, std::move(deliver)));
}

PoolResolver::PoolResolver(std::unique_ptr<source::RpcClient> client, const Clock& clock,
                           std::function<void(source::Frame&&)> deliver)
    : m_client(std::move(client)), m_clock(clock), m_deliver(std::move(deliver)) {
    m_thread = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

PoolResolver::~PoolResolver() {
    stop();
}

void PoolResolver::ask(std::vector<Pubkey> pools) {
    for (const Pubkey& pool : pools) m_wanted.tryPush(pool);
}

void PoolResolver::stop() {
    m_wanted.close();
    m_thread.request_stop();
    if (m_thread.joinable()) m_thread.join();
}

void PoolResolver::run(std::stop_token stop) {
    std::unordered_set<Pubkey> asked;
    std::vector<Pubkey> waiting;
    while (!stop.stop_requested()) {
        for (const Pubkey& pool : m_wanted.popAll(waiting.empty() ? kWait : std::chrono::milliseconds{0}))
            if (asked.insert(pool).second) waiting.push_back(pool);
        if (asked.size() > kMostRemembered) asked.clear();
        if (waiting.empty()) continue;
        const std::size_t count = std::min(kMostPerCall, waiting.size());
        std::string params = "[[";
        for (std::size_t i = 0; i < count; ++i) {
            if (i != 0) params += ',';
            appendJsonString(params, waiting[i].base58());
        }
        params += R"(],{"encoding":"base64"}])";
        const auto answer = m_client->call("getMultipleAccounts", params, stop);
        if (answer) {
            source::Frame frame;
            frame.received = m_clock.now();
            frame.channel = source::Channel::Http;
            frame.bytes = R"({"request":{"method":"getMultipleAccounts","params":)" + params + R"(},"response":)" +
                          *answer + "}";
            m_deliver(std::move(frame));
        }
        // A failed call is dropped, not retried here: the client has retried, and the pool's next event
        // asks again once it is forgotten.
        if (!answer)
            for (std::size_t i = 0; i < count; ++i) asked.erase(waiting[i]);
        waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(count));
    }
}

}  // namespace core::pipeline
