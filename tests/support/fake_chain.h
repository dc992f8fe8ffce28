// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_server.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace test {

struct FakeTransaction {
    std::string signature;
    std::uint64_t slot = 0;
    bool failed = false;
    std::vector<std::string> mentions;
};

/// The answer to a JSON-RPC request with this result.
[[nodiscard]] HttpAnswer result(const HttpAsked& asked, const nlohmann::json& value);

/// A history of transactions that answers getSignaturesForAddress and getTransaction. Thread: any.
class FakeChain {
public:
    /// Adds a transaction and returns it.
    FakeTransaction add(std::uint64_t slot, std::vector<std::string> mentions, bool failed = false);
    /// Appears in lists only after a list was asked `lists` more times, and is served all the same.
    void hideFor(const std::string& signature, int lists);
    /// Served as null so many times first.
    void serveNullFirst(const std::string& signature, int times);

    [[nodiscard]] HttpAnswer answer(const HttpAsked& asked);
    [[nodiscard]] static std::string notification(std::uint64_t subscription, const FakeTransaction& transaction);
    [[nodiscard]] static std::string ack(const std::string& request, std::uint64_t subscription);

    /// Signatures asked for with getTransaction, in order.
    [[nodiscard]] std::vector<std::string> fetched() const;
    [[nodiscard]] std::size_t listsAsked() const;

private:
    mutable std::mutex m_mutex;
    std::vector<FakeTransaction> m_transactions;
    std::map<std::string, int> m_hidden;
    std::map<std::string, int> m_nulls;
    std::vector<std::string> m_fetched;
    std::size_t m_lists = 0;
};

}  // namespace test
