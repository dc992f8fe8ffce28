// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/wire/decoder.h"
#include "tests/support/borsh_writer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace test {

/// An address on the curve, as wallets have, the same for the same name.
[[nodiscard]] core::Pubkey walletKey(std::string_view name);
/// An address off the curve, as programs derive them, the same for the same name.
[[nodiscard]] core::Pubkey derivedKey(std::string_view name);
/// An address from base58; stops the test when it is none.
[[nodiscard]] core::Pubkey keyOf(std::string_view base58);

[[nodiscard]] core::Pubkey wrappedSol();
[[nodiscard]] core::Pubkey usdc();

/// Builds one whole transaction: what getTransaction answers, and what a log feed shows of it. Instructions
/// are written in order of execution with begin() and end(); one that is begun inside another is its inner
/// instruction. The log lines of the runtime come by themselves.
class TransactionMaker {
public:
    explicit TransactionMaker(const core::Pubkey& feePayer) : m_signers{feePayer} {}

    TransactionMaker& signer(const core::Pubkey& key);
    /// The key comes from an address lookup table.
    TransactionMaker& lookup(const core::Pubkey& key);
    /// The reply lacks what the lookup tables resolve to.
    TransactionMaker& withoutLoadedAddresses();
    TransactionMaker& withoutInner();
    TransactionMaker& withoutLogs();
    TransactionMaker& failed();

    TransactionMaker& begin(const core::Pubkey& program, const std::vector<core::Pubkey>& accounts,
                            const Bytes& data);
    TransactionMaker& end();
    /// "Program log: …" of the instruction that is open.
    TransactionMaker& logText(std::string_view text);
    /// "Program data: …" of the instruction that is open.
    TransactionMaker& logData(const Bytes& payload);
    /// The log's budget is spent here: nothing of what follows is in it.
    TransactionMaker& cutLog();
    /// The program that is open calls itself with an event.
    TransactionMaker& selfCpi(const core::Pubkey& eventAuthority, const Bytes& payload);

    /// Token program: Transfer, without a mint.
    TransactionMaker& transfer(const core::Pubkey& from, const core::Pubkey& to, const core::Pubkey& owner,
                               std::uint64_t amount);
    TransactionMaker& transferChecked(const core::Pubkey& from, const core::Pubkey& mint, const core::Pubkey& to,
                                      const core::Pubkey& owner, std::uint64_t amount, std::uint8_t decimals);
    /// Token-2022: TransferCheckedWithFee.
    TransactionMaker& transferWithFee(const core::Pubkey& from, const core::Pubkey& mint, const core::Pubkey& to,
                                      const core::Pubkey& owner, std::uint64_t amount, std::uint8_t decimals,
                                      std::uint64_t fee);
    /// An entry of preTokenBalances and postTokenBalances each, where an amount is given.
    TransactionMaker& balance(const core::Pubkey& account, const core::Pubkey& mint,
                              const std::optional<core::Pubkey>& owner, std::optional<std::uint64_t> before,
                              std::optional<std::uint64_t> after, std::uint8_t decimals);

    /// What getTransaction answers (json encoding).
    [[nodiscard]] std::string json() const;
    /// The same transaction as a logsNotification.
    [[nodiscard]] std::string notification() const;

private:
    struct Instruction {
        core::Pubkey program;
        std::vector<core::Pubkey> accounts;
        Bytes data;
        std::size_t height = 1;
    };
    struct Balance {
        core::Pubkey account;
        core::Pubkey mint;
        std::optional<core::Pubkey> owner;
        std::optional<std::uint64_t> before;
        std::optional<std::uint64_t> after;
        std::uint8_t decimals = 0;
    };

    void line(std::string text);

    std::vector<core::Pubkey> m_signers;
    std::vector<core::Pubkey> m_lookups;
    std::vector<Instruction> m_instructions;
    std::vector<core::Pubkey> m_open;
    std::vector<Balance> m_balances;
    std::vector<std::string> m_logs;
    bool m_cut = false;
    bool m_failed = false;
    bool m_loaded = true;
    bool m_inner = true;
    bool m_hasLogs = true;
};

/// What a decoder makes of a transaction; `done` is its verdict.
struct Decoded {
    core::Result<void> done;
    std::vector<core::Event> events;
    core::wire::DecodeStats stats;

    /// How often an error was counted.
    [[nodiscard]] std::uint64_t counted(const std::string& error) const;
    [[nodiscard]] std::vector<core::Trade> trades() const;
};
[[nodiscard]] Decoded decodeWhole(const TransactionMaker& maker);
[[nodiscard]] Decoded decodeLogs(const TransactionMaker& maker);

}  // namespace test
