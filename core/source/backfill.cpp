// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/backfill.h"

#include "core/base/base58.h"
#include "core/source/json_text.h"

#include <simdjson.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace core::source {
namespace {

namespace asio = boost::asio;
constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t kPageSize = 1000;
/// Nine of ten transactions of these programs fail and are listed only to be skipped.
constexpr std::size_t kListedPerFetched = 20;
constexpr int kAsksForOne = 4;
constexpr auto kPauseBetweenAsks = std::chrono::milliseconds(250);
constexpr int kFailuresInARow = 3;

bool isSignature(std::string_view text) noexcept {
    std::array<std::uint8_t, 64> bytes{};
    return base58DecodeExact(text, bytes);
}

}  // namespace

Backfill::Backfill(RpcSession& rpc, RecentSignatures& seen, std::string commitment, std::size_t limit,
                   Deliver deliver)
    : m_rpc(rpc),
      m_seen(seen),
      // History is only served for blocks that a majority has voted for.
      m_commitment(commitment == "processed" ? "confirmed" : std::move(commitment)),
      m_limit(limit),
      m_deliver(std::move(deliver)) {}

Result<std::vector<Backfill::Listed>> Backfill::readList(const std::string& response) {
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(response);
    simdjson::ondemand::document document;
    simdjson::ondemand::array array;
    const auto bad = [] { return fail(ErrorCode::BadShape, "the list of signatures is none"); };
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return bad();
    if (document["result"].get_array().get(array) != simdjson::SUCCESS) return bad();
    std::vector<Listed> out;
    for (auto each : array) {
        simdjson::ondemand::object object;
        if (each.get_object().get(object) != simdjson::SUCCESS) return bad();
        Listed entry;
        for (auto next : object) {
            simdjson::ondemand::field field;
            std::string_view key;
            if (std::move(next).get(field) != simdjson::SUCCESS) return bad();
            if (field.unescaped_key().get(key) != simdjson::SUCCESS) return bad();
            if (key == "signature") {
                std::string_view text;
                if (field.value().get_string().get(text) != simdjson::SUCCESS || !isSignature(text)) return bad();
                entry.signature = std::string(text);
            } else if (key == "slot") {
                if (field.value().get_uint64().get(entry.slot) != simdjson::SUCCESS) return bad();
            } else if (key == "err") {
                simdjson::ondemand::json_type type{};
                if (field.value().type().get(type) != simdjson::SUCCESS) return bad();
                entry.failed = type != simdjson::ondemand::json_type::null;
            }
        }
        if (entry.signature.empty()) return bad();
        out.push_back(std::move(entry));
    }
    return out;
}

awaitable<Result<std::vector<Backfill::Listed>>> Backfill::page(const std::string& address,
                                                                const std::string& until, const std::string& before,
                                                                std::size_t limit) {
    std::string params = "[" + jsonQuote(address) + ",{\"limit\":" + std::to_string(limit) +
                         ",\"commitment\":" + jsonQuote(m_commitment);
    if (!until.empty()) params += ",\"until\":" + jsonQuote(until);
    if (!before.empty()) params += ",\"before\":" + jsonQuote(before);
    params += "}]";
    auto exchange = co_await m_rpc.call("getSignaturesForAddress", std::move(params));
    if (!exchange) co_return std::move(exchange).error();
    co_return readList(exchange->response);
}

awaitable<Result<Anchor>> Backfill::newest(std::string address) {
    auto listed = co_await page(address, {}, {}, 1);
    if (!listed) co_return std::move(listed).error();
    if (listed->empty()) co_return Anchor{};
    co_return Anchor{listed->front().signature, listed->front().slot};
}

awaitable<Result<std::vector<Backfill::Listed>>> Backfill::list(const BackfillTarget& target, Pass pass) {
    std::vector<Listed> wanted;
    std::string before;
    const std::size_t mostListed = m_limit * kListedPerFetched + kPageSize;
    for (std::size_t listed = 0;;) {
        auto found = co_await page(target.address, target.from.signature, before, kPageSize);
        if (!found) co_return std::move(found).error();
        listed += found->size();
        bool pastAnchor = false;
        for (Listed& entry : *found) {
            // An anchor that a fork took away is never met: its slot still ends the list.
            if (entry.slot < target.from.slot) {
                pastAnchor = true;
                break;
            }
            before = entry.signature;
            if (entry.failed || pass.handled.contains(entry.signature) || m_seen.contains(entry.signature))
                continue;
            wanted.push_back(std::move(entry));
        }
        if (pastAnchor || found->size() < kPageSize) co_return wanted;
        if (wanted.size() >= m_limit || listed >= mostListed) {
            pass.outcome.listsComplete = false;
            co_return wanted;
        }
    }
}

awaitable<Result<RpcExchange>> Backfill::fetch(std::string signature) {
    const std::string params = "[" + jsonQuote(signature) +
                               ",{\"encoding\":\"json\",\"commitment\":" + jsonQuote(m_commitment) +
                               ",\"maxSupportedTransactionVersion\":0}]";
    asio::steady_timer timer(co_await asio::this_coro::executor);
    for (int asked = 1;; ++asked) {
        auto exchange = co_await m_rpc.call("getTransaction", params);
        if (!exchange) co_return std::move(exchange).error();
        if (!resultIsNull(exchange->response)) co_return *std::move(exchange);
        if (asked == kAsksForOne) co_return fail(ErrorCode::NotFound, "a listed transaction is not served");
        timer.expires_after(kPauseBetweenAsks * asked);
        const auto [error] = co_await timer.async_wait(kAwait);
        if (error) co_return fail(ErrorCode::Cancelled, "getTransaction");
    }
}

awaitable<bool> Backfill::fetchAll(std::vector<Listed> wanted, Pass pass) {
    BackfillOutcome& outcome = pass.outcome;
    const std::uint64_t spent = outcome.fetched + outcome.missing;
    const std::size_t budget = m_limit > spent ? m_limit - static_cast<std::size_t>(spent) : 0;
    std::size_t first = 0;
    if (wanted.size() > budget) {
        // The newest matter most; the oldest are given up.
        first = wanted.size() - budget;
        outcome.missing += first;
        for (std::size_t i = 0; i < first; ++i) pass.handled.insert(wanted[i].signature);
    }
    int failuresInARow = 0;
    for (std::size_t i = first; i < wanted.size(); ++i) {
        const std::string& signature = wanted[i].signature;
        pass.handled.insert(signature);
        // It may have come over the websocket while the others were fetched.
        const auto found = [&] { outcome.missing -= pass.missed.erase(signature); };
        if (m_seen.contains(signature)) {
            found();
            continue;
        }
        auto exchange = co_await fetch(signature);
        if (exchange) {
            failuresInARow = 0;
            found();
            co_await m_deliver(*std::move(exchange));
            m_seen.add(signature);
            ++outcome.fetched;
            continue;
        }
        if (pass.missed.insert(signature).second) ++outcome.missing;
        // A server that was away for a moment is asked once more.
        if (exchange.error().code != ErrorCode::NotFound) pass.handled.erase(signature);
        if (++failuresInARow < kFailuresInARow && exchange.error().code != ErrorCode::Unauthorized) continue;
        outcome.missing += wanted.size() - i - 1;
        outcome.error = std::move(exchange).error();
        co_return false;
    }
    co_return true;
}

awaitable<BackfillOutcome> Backfill::run(std::vector<BackfillTarget> targets) {
    constexpr int kPasses = 2;
    constexpr int kMostPasses = 5;  // while something is missed that was listed
    BackfillOutcome outcome;
    std::set<std::string> handled;
    std::set<std::string> missed;
    for (int round = 0; round < kPasses || (!missed.empty() && round < kMostPasses); ++round) {
        std::vector<Listed> wanted;
        std::set<std::string> named;
        for (const BackfillTarget& target : targets) {
            auto listed = co_await list(target, {outcome, handled, missed});
            if (!listed) {
                outcome.error = std::move(listed).error();
                outcome.listsComplete = false;
                co_return outcome;
            }
            for (auto entry = listed->rbegin(); entry != listed->rend(); ++entry) {
                if (named.insert(entry->signature).second) wanted.push_back(std::move(*entry));
            }
        }
        std::stable_sort(wanted.begin(), wanted.end(),
                         [](const Listed& a, const Listed& b) { return a.slot < b.slot; });
        const bool going = co_await fetchAll(std::move(wanted), {outcome, handled, missed});
        if (!going) co_return outcome;
    }
    co_return outcome;
}

}  // namespace core::source
