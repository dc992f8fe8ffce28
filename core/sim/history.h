// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sim/market.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::sim {

/// The part of a market that has happened, as a node remembers it: by signature and by account. Transactions
/// are kept compressed in groups, some 2 kB each. Thread: confined.
class History {
public:
    /// What is kept uncompressed of each transaction.
    struct Entry {
        Signature signature;
        std::uint64_t slot = 0;
        std::int64_t blockTime = 0;
        std::uint32_t size = 0;     ///< bytes of its JSON
        std::uint32_t txIndex = 0;  ///< position in its block
        bool failed = false;
    };

    /// Errors: those of Market::create.
    [[nodiscard]] static Result<std::unique_ptr<History>> create(const MarketOptions& options);

    /// Takes the next transaction into the history if it is due at `relativeNs` since the market began.
    [[nodiscard]] std::optional<SimTransaction> takeDue(std::int64_t relativeNs);
    /// When the next one is due, nothing when the market has no more.
    [[nodiscard]] std::optional<std::int64_t> nextDue() const;

    [[nodiscard]] std::uint64_t trades() const noexcept { return m_trades; }
    /// Successful ones.
    [[nodiscard]] std::uint64_t transactions() const noexcept { return m_transactions; }
    [[nodiscard]] std::uint64_t lastSlot() const noexcept { return m_entries.empty() ? 0 : m_entries.back().slot; }
    [[nodiscard]] const Market& market() const noexcept { return *m_market; }

    [[nodiscard]] const Entry& entry(std::uint32_t index) const { return m_entries[index]; }
    /// Position of a signature, nothing when it has not happened.
    [[nodiscard]] std::optional<std::uint32_t> find(const Signature& signature) const;
    /// Positions of the transactions that mention an account, oldest first.
    [[nodiscard]] std::span<const std::uint32_t> mentioning(const Pubkey& account) const;
    /// Positions of the transactions of a slot, in the order of the block.
    [[nodiscard]] std::vector<std::uint32_t> ofSlot(std::uint64_t slot) const;
    /// getTransaction's result.
    [[nodiscard]] std::string transactionJson(std::uint32_t index) const;
    /// JSON of its error, "null" for a success.
    [[nodiscard]] std::string_view errorJson(std::uint32_t index) const;

private:
    explicit History(std::unique_ptr<Market> market, std::int64_t startNs);
    void remember(const SimTransaction& transaction);
    void closeGroup();

    std::unique_ptr<Market> m_market;
    std::int64_t m_startNs = 0;
    std::optional<SimTransaction> m_pending;
    std::vector<Entry> m_entries;
    std::vector<std::string> m_groups;  ///< zstd frames of kGroup transactions each
    std::string m_open;                 ///< the JSON of the group not full yet
    std::unordered_map<Signature, std::uint32_t> m_bySignature;
    std::unordered_map<Pubkey, std::vector<std::uint32_t>> m_byAccount;
    std::unordered_map<std::uint32_t, std::string> m_errors;
    std::uint64_t m_trades = 0;
    std::uint64_t m_transactions = 0;
};

}  // namespace core::sim
