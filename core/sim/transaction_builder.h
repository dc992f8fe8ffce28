// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/address.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sim {

/// An account of the transaction being built, in order of registration.
using AccountIndex = std::uint8_t;

/// State of a token account outside the transaction; no lamports = not there.
struct TokenCell {
    std::uint64_t amount = 0;
    std::uint64_t lamports = 0;
};

/// What a token account holds and for whom.
struct TokenIdentity {
    const Address* mint = nullptr;
    const Address* owner = nullptr;
    const Address* program = nullptr;
    std::uint8_t decimals = 0;
};

/// The parts of a finished transaction that depend on where it landed.
struct Landing {
    std::uint64_t slot = 0;
    std::int64_t blockTime = 0;
    const Address* blockhash = nullptr;
    std::span<const Signature> signatures;  ///< at least as many as signers
};

/// JSON of one transaction and what subscribers match on.
struct BuiltTransaction {
    std::string signature;
    std::string logsValue;        ///< {signature, err, logs}
    std::string transactionJson;  ///< getTransaction's result
    std::vector<std::string> mentions;
    bool failed = false;
};

/// Plays one transaction the way the runtime would: instructions, log lines, compute units, lamports and
/// token amounts go together, so they cannot disagree. State behind the pointers given is changed by
/// `finish` only, and only the fee when the transaction failed. Reused to keep its buffers. Thread: confined.
class TransactionBuilder {
public:
    /// Starts over with the fee payer as account 0. `price` in micro-lamports per compute unit.
    void begin(const Address& payer, std::uint64_t* lamports, std::uint32_t computeLimit, std::uint64_t price);

    /// Registers an account, or widens the access of one already there.
    AccountIndex account(const Address& address, bool writable = false, bool signer = false,
                         std::uint64_t* lamports = nullptr);
    /// Registers a token account and lists its balances.
    AccountIndex tokenAccount(const Address& address, TokenCell* cell, const TokenIdentity& identity);

    /// Enters an instruction; its log line and record are written. After a failure, top-level instructions
    /// are only recorded, as the runtime never reaches them.
    void invoke(AccountIndex program, std::span<const AccountIndex> accounts, std::span<const std::uint8_t> data);
    void log(std::string_view text);
    void data(std::span<const std::uint8_t> payload);
    /// Leaves the instruction on top. `units` are its own, without its callees; 0 = a native program, which
    /// does not report. `returned` is its return data, if any.
    void success(std::uint32_t units, std::span<const std::uint8_t> returned = {});
    /// Fails the instruction on top and with it everything above it.
    void fail(std::uint32_t units, std::uint32_t customCode);
    [[nodiscard]] bool failed() const noexcept { return m_error.has_value(); }
    [[nodiscard]] std::size_t depth() const noexcept { return m_frames.size(); }

    void moveLamports(AccountIndex from, AccountIndex to, std::uint64_t amount);
    /// Moves raw tokens, and the lamports behind them for wrapped SOL.
    void moveTokens(AccountIndex from, AccountIndex to, std::uint64_t amount);
    void mintTokens(AccountIndex to, std::uint64_t amount);
    void burnTokens(AccountIndex from, std::uint64_t amount);
    /// Marks a token account as initialised in this transaction.
    void openTokenAccount(AccountIndex account);
    /// Sends everything to `destination` and removes the account.
    void closeTokenAccount(AccountIndex account, AccountIndex destination);
    /// Sets a wrapped-SOL amount to the lamports above the rent.
    void syncNative(AccountIndex account);
    [[nodiscard]] std::uint64_t lamports(AccountIndex account) const noexcept;
    /// Valid until the next account is registered.
    [[nodiscard]] const Address& address(AccountIndex account) const noexcept {
        return m_accounts[account].address;
    }

    [[nodiscard]] std::size_t signers() const noexcept;
    /// Commits the state and writes the JSON.
    [[nodiscard]] BuiltTransaction finish(const Landing& landing);

private:
    struct Account {
        Address address;
        std::uint64_t pre = 0;
        std::uint64_t post = 0;
        std::uint64_t* store = nullptr;
        bool writable = false;
        bool signer = false;
        std::uint8_t position = 0;
    };
    struct TokenEntry {
        AccountIndex account = 0;
        TokenCell* cell = nullptr;
        TokenIdentity identity;
        std::uint64_t pre = 0;
        std::uint64_t post = 0;
        bool preExists = false;
        bool postExists = false;
    };
    struct Step {
        AccountIndex program = 0;
        std::uint8_t height = 1;
        std::uint8_t top = 0;
        std::size_t accountsBegin = 0;
        std::size_t accountsCount = 0;
        std::size_t dataBegin = 0;
        std::size_t dataCount = 0;
    };
    struct Frame {
        AccountIndex program = 0;
        std::uint64_t unitsLeft = 0;
    };
    struct Failure {
        std::uint8_t top = 0;
        std::uint32_t code = 0;
    };

    TokenEntry& entryOf(AccountIndex account);
    void consumedLine(const Frame& frame);
    void beginLine();
    void orderAccounts();
    void writeStep(std::string& out, const Step& step, bool inner) const;
    void writeTokenBalances(std::string& out, bool after);
    [[nodiscard]] std::string errorJson() const;

    std::vector<Account> m_accounts;
    std::vector<TokenEntry> m_tokens;
    std::vector<Step> m_steps;
    std::vector<AccountIndex> m_stepAccounts;
    std::vector<std::uint8_t> m_stepData;
    std::vector<Frame> m_frames;
    std::vector<AccountIndex> m_order;
    std::string m_logs;  ///< the JSON array without its brackets
    std::uint64_t m_unitsLeft = 0;
    std::uint32_t m_unitsLimit = 0;
    std::uint64_t m_price = 0;
    std::uint8_t m_topCount = 0;
    std::optional<Failure> m_error;
};

}  // namespace core::sim
