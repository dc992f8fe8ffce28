// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/rpc_session.h"
#include "core/source/signature_trail.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

// Private to this folder: included from .cpp files only.
namespace core::source {

/// An address and what of it is missing: everything newer than the anchor.
struct BackfillTarget {
    std::string address;
    Anchor from;
};

struct BackfillOutcome {
    std::uint64_t fetched = 0;
    std::uint64_t missing = 0;   ///< known transactions that could not be had
    bool listsComplete = true;   ///< false: there may be more that no list named
    std::optional<Error> error;  ///< why it ended early

    [[nodiscard]] bool complete() const { return missing == 0 && listsComplete && !error; }
};

/// Fetches over HTTP what a subscription missed. Thread: the io_context's.
class Backfill {
public:
    /// Takes one exchange; comes back when it was taken.
    using Deliver = std::function<awaitable<void>(RpcExchange)>;

    Backfill(RpcSession& rpc, RecentSignatures& seen, std::string commitment, std::size_t limit, Deliver deliver);

    /// Lists and fetches, oldest first, then lists a second time: a node may tell a transaction to its
    /// subscribers before it lists it.
    [[nodiscard]] awaitable<BackfillOutcome> run(std::vector<BackfillTarget> targets);

    /// The newest transaction of an address; an empty signature when it has none.
    [[nodiscard]] awaitable<Result<Anchor>> newest(std::string address);

private:
    struct Listed {
        std::string signature;
        std::uint64_t slot = 0;
        bool failed = false;
    };
    struct Pass {
        BackfillOutcome& outcome;
        std::set<std::string>& handled;
        std::set<std::string>& missed;  ///< counted as missing; the next pass may still get them
    };

    [[nodiscard]] static Result<std::vector<Listed>> readList(const std::string& response);
    [[nodiscard]] awaitable<Result<std::vector<Listed>>> page(const std::string& address, const std::string& until,
                                                              const std::string& before, std::size_t limit);
    [[nodiscard]] awaitable<Result<std::vector<Listed>>> list(const BackfillTarget& target, Pass pass);
    [[nodiscard]] awaitable<bool> fetchAll(std::vector<Listed> wanted, Pass pass);
    [[nodiscard]] awaitable<Result<RpcExchange>> fetch(std::string signature);

    RpcSession& m_rpc;
    RecentSignatures& m_seen;
    std::string m_commitment;
    std::size_t m_limit;
    Deliver m_deliver;
};

}  // namespace core::source
