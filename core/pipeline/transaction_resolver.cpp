// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/transaction_resolver.h"

#include "core/base/json_text.h"
#include "core/source/coverage.h"
#include "core/source/json_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core::pipeline {
namespace {

constexpr std::size_t kMostRemembered = 200'000;
constexpr int kMostAsks = 4;
constexpr double kRequestsPerThread = 4.0;  // a round trip takes a quarter of a second
constexpr std::size_t kMostThreads = 8;
// A log feed runs ahead of what history serves; a block is served when it is complete.
constexpr std::chrono::milliseconds kBlockDelay{1500};
// Newer announcements matter more than a server that does not answer.
constexpr unsigned kTries = 2;
constexpr std::chrono::milliseconds kLongestBackoff{2'000};

/// Under which name a venue is counted.
std::string nameOf(const wire::Venue* venue) {
    return venue == nullptr ? "unknown" : std::string{venue->id};
}

}  // namespace

Result<std::unique_ptr<TransactionResolver>> TransactionResolver::start(Options options, const Clock& clock,
                                                                        Deliver deliver) {
    // History is only served for blocks that a majority has voted for.
    if (options.commitment == "processed") options.commitment = "confirmed";
    options.rpc.tries = std::min(options.rpc.tries, kTries);
    options.rpc.backoffMax = std::min(options.rpc.backoffMax, kLongestBackoff);
    const auto wanted = static_cast<std::size_t>(std::ceil(options.rpc.requestsPerSecond / kRequestsPerThread));
    std::vector<std::unique_ptr<source::RpcClient>> clients;
    for (std::size_t i = 0; i < std::clamp<std::size_t>(wanted, 1, kMostThreads); ++i) {
        auto client = source::RpcClient::create(options.rpc, clock);
        if (!client) return client.error();
        clients.push_back(std::move(*client));
    }
    return std::unique_ptr<TransactionResolver>(
        new TransactionResolver(std::move(options), std::move(clients), clock, std::move(deliver)));
}

TransactionResolver::TransactionResolver(Options options, std::vector<std::unique_ptr<source::RpcClient>> clients,
                                         const Clock& clock, Deliver deliver)
    : m_options(std::move(options)),
      m_clients(std::move(clients)),
      m_clock(clock),
      m_deliver(std::move(deliver)),
      m_never(clock.steady() + std::chrono::hours(24 * 365)) {
    for (const auto& client : m_clients)
        m_threads.emplace_back([this, &client](const std::stop_token& stop) { run(*client, stop); });
}

TransactionResolver::~TransactionResolver() {
    stop();
}

void TransactionResolver::stop() {
    for (std::jthread& thread : m_threads) thread.request_stop();
    m_wake.notify_all();
    for (std::jthread& thread : m_threads)
        if (thread.joinable()) thread.join();
}

void TransactionResolver::ask(std::vector<wire::WantedTransaction> transactions) {
    {
        const std::scoped_lock lock(m_mutex);
        ++m_news;
        for (wire::WantedTransaction& wanted : transactions) {
            // An aggregator adds no trade of its own; the venues it went through ask for themselves.
            if (wanted.venue != nullptr && source::venueProgram(wanted.venue->id) == nullptr) continue;
            const bool open =
                m_open && std::find(wanted.mints.begin(), wanted.mints.end(), *m_open) != wanted.mints.end();
            const auto& venues = m_options.venues;
            const bool followed = venues.empty() || wanted.venue == nullptr ||
                                  std::find(venues.begin(), venues.end(), wanted.venue->id) != venues.end();
            if (!open && !followed) continue;
            const bool sameAsLast = !m_jobs.empty() && m_jobs.rbegin()->second.signature == wanted.signature;
            if (sameAsLast) {
                Job& job = m_jobs.rbegin()->second;
                const bool named = std::any_of(job.venues.begin(), job.venues.end(),
                                               [&](const auto& entry) { return entry.first == wanted.venue; });
                if (named) continue;
                job.venues.emplace_back(wanted.venue, wanted.events);
                ++m_stats.venues[nameOf(wanted.venue)].wanted;
                continue;
            }
            if (m_asked.size() >= kMostRemembered) m_asked.clear();
            if (!m_asked.insert(wanted.signature).second) continue;
            ++m_stats.venues[nameOf(wanted.venue)].wanted;
            Job job;
            job.signature = wanted.signature;
            job.venues.emplace_back(wanted.venue, wanted.events);
            job.mints = std::move(wanted.mints);
            m_jobs.emplace(m_nextOrder++, std::move(job));
            if (m_jobs.size() > m_options.waiting) dropWorst();
        }
    }
    m_wake.notify_all();
}

void TransactionResolver::askBlock(Slot slot) {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_askedBlocks.size() >= kMostRemembered) m_askedBlocks.clear();
        if (!m_askedBlocks.insert(slot.value()).second) return;
        ++m_news;
        ++m_stats.blocks.wanted;
        m_blocks.emplace(slot.value(), Block{m_clock.steady() + kBlockDelay, 0});
        if (m_blocks.size() > m_options.waitingBlocks) {
            m_blocks.erase(m_blocks.begin());
            ++m_stats.blocks.notFetched;
        }
    }
    m_wake.notify_all();
}

void TransactionResolver::watch(std::optional<Mint> open, std::vector<Mint> shown) {
    std::unordered_set<Mint> set(shown.begin(), shown.end());
    const std::scoped_lock lock(m_mutex);
    m_open = open;
    m_shown = std::move(set);
}

FetchStats TransactionResolver::stats() const {
    const std::scoped_lock lock(m_mutex);
    FetchStats out = m_stats;
    out.waiting = m_jobs.size();
    return out;
}

int TransactionResolver::rankOf(const Job& job) const {
    int rank = 0;
    for (const Mint& mint : job.mints) {
        if (m_open == mint) return 2;
        if (m_shown.contains(mint)) rank = 1;
    }
    return rank;
}

std::map<std::uint64_t, TransactionResolver::Job>::iterator TransactionResolver::best(Time now) {
    auto found = m_jobs.end();
    int rank = -1;
    for (auto at = m_jobs.end(); at != m_jobs.begin() && rank < 2;) {
        --at;
        if (at->second.notBefore > now) continue;
        if (const int own = rankOf(at->second); own > rank) {
            rank = own;
            found = at;
        }
    }
    return found;
}

void TransactionResolver::dropWorst() {
    auto worst = m_jobs.begin();
    for (auto at = m_jobs.begin(); at != m_jobs.end(); ++at) {
        if (rankOf(at->second) == 0) {
            worst = at;
            break;
        }
    }
    lose(worst->second);
    m_jobs.erase(worst);
}

void TransactionResolver::lose(const Job& job) {
    for (const auto& [venue, events] : job.venues) ++m_stats.venues[nameOf(venue)].notFetched;
}

void TransactionResolver::finishJob(std::uint64_t order, Job job, Outcome outcome) {
    const std::scoped_lock lock(m_mutex);
    if (outcome == Outcome::Delivered) {
        for (const auto& [venue, events] : job.venues) {
            ++m_stats.venues[nameOf(venue)].fetched;
            m_stats.resolvedEvents += events;
        }
    } else if (outcome == Outcome::Later && ++job.asked < kMostAsks) {
        job.notBefore = m_clock.steady() + m_options.again * job.asked;
        m_jobs.emplace(order, std::move(job));
        if (m_jobs.size() > m_options.waiting) dropWorst();
    } else {
        lose(job);
    }
}

void TransactionResolver::finishBlock(std::uint64_t slot, Block block, Outcome outcome) {
    const std::scoped_lock lock(m_mutex);
    if (outcome == Outcome::Delivered) {
        ++m_stats.blocks.fetched;
    } else if (outcome == Outcome::Later && ++block.asked < kMostAsks &&
               m_blocks.size() < m_options.waitingBlocks) {
        block.notBefore = m_clock.steady() + kBlockDelay * block.asked;
        m_blocks.emplace(slot, block);
    } else {
        ++m_stats.blocks.notFetched;
    }
}

TransactionResolver::Outcome TransactionResolver::exchange(source::RpcClient& client, std::string_view method,
                                                           const std::string& params, bool block,
                                                           const std::stop_token& stop) {
    const auto answer = client.call(method, params, stop);
    // A block that is not complete yet is an error of the server, not a null.
    if (!answer) return block && answer.error().code == ErrorCode::Remote ? Outcome::Later : Outcome::Lost;
    if (source::resultIsNull(*answer)) return Outcome::Later;
    source::Frame frame;
    frame.received = m_clock.now();
    frame.channel = source::Channel::Http;
    frame.bytes = R"({"request":{"method":")" + std::string{method} + R"(","params":)" + params +
                  R"(},"response":)" + *answer + "}";
    return m_deliver(std::move(frame), block) ? Outcome::Delivered : Outcome::Lost;
}

void TransactionResolver::run(source::RpcClient& client, const std::stop_token& stop) {
    const std::string options = R"({"encoding":"json","commitment":)" + [this] {
        std::string quoted;
        appendJsonString(quoted, m_options.commitment);
        return quoted;
    }();
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const Time now = m_clock.steady();
        if (const auto next = best(now); next != m_jobs.end()) {
            const std::uint64_t order = next->first;
            Job job = std::move(next->second);
            m_jobs.erase(next);
            lock.unlock();
            std::string params = "[";
            appendJsonString(params, job.signature.base58());
            params += "," + options + R"(,"maxSupportedTransactionVersion":0}])";
            const Outcome outcome = exchange(client, "getTransaction", params, false, stop);
            finishJob(order, std::move(job), outcome);
            lock.lock();
            continue;
        }
        const auto due = std::find_if(m_blocks.rbegin(), m_blocks.rend(),
                                      [now](const auto& entry) { return entry.second.notBefore <= now; });
        if (due != m_blocks.rend()) {
            const auto [slot, block] = *due;
            m_blocks.erase(slot);
            lock.unlock();
            const std::string params =
                "[" + std::to_string(slot) + "," + options +
                R"(,"transactionDetails":"signatures","rewards":false,"maxSupportedTransactionVersion":0}])";
            const Outcome outcome = exchange(client, "getBlock", params, true, stop);
            finishBlock(slot, block, outcome);
            lock.lock();
            continue;
        }
        Time wakeAt = m_never;
        for (const auto& [order, job] : m_jobs) wakeAt = std::min(wakeAt, job.notBefore);
        for (const auto& [slot, block] : m_blocks) wakeAt = std::min(wakeAt, block.notBefore);
        // Woken by news as well as by time: what is due is looked for anew either way.
        (void)m_wake.wait_for(lock, stop, std::min<std::chrono::nanoseconds>(wakeAt - now, std::chrono::seconds(1)),
                              [this, seen = m_news] { return m_news != seen; });
    }
}

}  // namespace core::pipeline
