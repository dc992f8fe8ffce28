// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_chain.h"

#include "core/base/base58.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace test {
using nlohmann::json;

namespace {

json errorOf(const FakeTransaction& transaction) {
    if (!transaction.failed) return nullptr;
    return {{"InstructionError", {4, {{"Custom", 111}}}}};
}

}  // namespace

FakeTransaction FakeChain::add(std::uint64_t slot, std::vector<std::string> mentions, bool failed) {
    const std::scoped_lock lock(m_mutex);
    std::array<std::uint8_t, 64> bytes{};
    bytes.fill(0x5a);
    const std::size_t number = m_transactions.size() + 1;
    bytes[0] = static_cast<std::uint8_t>(number);
    bytes[1] = static_cast<std::uint8_t>(number >> 8U);
    m_transactions.push_back({core::base58Encode(bytes), slot, failed, std::move(mentions)});
    return m_transactions.back();
}

void FakeChain::hideFor(const std::string& signature, int lists) {
    const std::scoped_lock lock(m_mutex);
    m_hidden[signature] = lists;
}

void FakeChain::serveNullFirst(const std::string& signature, int times) {
    const std::scoped_lock lock(m_mutex);
    m_nulls[signature] = times;
}

HttpAnswer FakeChain::answer(const HttpAsked& asked) {
    const std::scoped_lock lock(m_mutex);
    const json request = json::parse(asked.body);
    json result = nullptr;
    if (request["method"] == "getTransaction") {
        const std::string signature = request["params"][0];
        m_fetched.push_back(signature);
        const auto found = std::find_if(m_transactions.begin(), m_transactions.end(),
                                        [&](const FakeTransaction& each) { return each.signature == signature; });
        if (found != m_transactions.end() && m_nulls[signature]-- <= 0) {
            result = {{"slot", found->slot}, {"blockTime", 1}, {"transaction", {{"signatures", {signature}}}}};
        }
    } else if (request["method"] == "getSignaturesForAddress") {
        ++m_lists;
        const std::string address = request["params"][0];
        const json options = request["params"][1];
        const std::string before = options.value("before", "");
        const std::string until = options.value("until", "");
        const std::size_t limit = options.value("limit", std::size_t{1000});
        result = json::array();
        bool begun = before.empty();
        auto newestFirst = m_transactions;
        std::reverse(newestFirst.begin(), newestFirst.end());
        std::stable_sort(newestFirst.begin(), newestFirst.end(),
                         [](const auto& a, const auto& b) { return a.slot > b.slot; });
        for (const FakeTransaction& each : newestFirst) {
            if (each.signature == until || result.size() == limit) break;
            if (begun && std::count(each.mentions.begin(), each.mentions.end(), address) != 0 &&
                m_hidden[each.signature]-- <= 0) {
                result.push_back({{"signature", each.signature}, {"slot", each.slot}, {"err", errorOf(each)}});
            }
            if (each.signature == before) begun = true;
        }
    }
    HttpAnswer out;
    out.body = json{{"jsonrpc", "2.0"}, {"id", request["id"]}, {"result", result}}.dump();
    return out;
}

std::string FakeChain::notification(std::uint64_t subscription, const FakeTransaction& transaction) {
    return json{
        {"jsonrpc", "2.0"},
        {"method", "logsNotification"},
        {"params",
         {{"subscription", subscription},
          {"result",
           {{"context", {{"slot", transaction.slot}}},
            {"value",
             {{"signature", transaction.signature}, {"err", errorOf(transaction)}, {"logs", json::array()}}}}}}}}
        .dump();
}

std::string FakeChain::ack(const std::string& request, std::uint64_t subscription) {
    return json{{"jsonrpc", "2.0"}, {"id", json::parse(request)["id"]}, {"result", subscription}}.dump();
}

std::vector<std::string> FakeChain::fetched() const {
    const std::scoped_lock lock(m_mutex);
    return m_fetched;
}

std::size_t FakeChain::listsAsked() const {
    const std::scoped_lock lock(m_mutex);
    return m_lists;
}

HttpAnswer result(const HttpAsked& asked, const nlohmann::json& value) {
    HttpAnswer out;
    out.body =
        nlohmann::json{{"jsonrpc", "2.0"}, {"id", nlohmann::json::parse(asked.body)["id"]}, {"result", value}}
            .dump();
    return out;
}

}  // namespace test
