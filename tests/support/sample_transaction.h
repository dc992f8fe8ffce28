// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/borsh_writer.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace test {

/// JSON text followed by the readable bytes that the decoders ask for. They hold no zeros and no JSON, so
/// that a decoder which reads past the end says something else than the text does.
class PaddedText {
public:
    explicit PaddedText(std::string_view text) : m_text(text), m_size(text.size()) { m_text.append(64, 'Z'); }
    [[nodiscard]] std::string_view view() const { return {m_text.data(), m_size}; }

private:
    std::string m_text;
    std::size_t m_size;
};

enum class TransactionEncoding { Json, JsonParsed, Base64, Base58 };

/// One transaction, told as calls that nest: writes the log as the runtime does and, from the same calls,
/// the instructions. Its JSON is what a node answers, in any encoding. Source: solana-wire sections 1, 2, 5.
class SampleTransaction {
public:
    explicit SampleTransaction(const core::Wallet& payer);

    core::Signature signature;
    std::uint64_t slot = 350'000'001;
    std::optional<std::int64_t> blockTime = 1'790'208'001;
    bool failed = false;
    bool withStackHeight = true;
    bool withLogs = true;
    bool withInner = true;

    /// Adds a call; what `body` adds happens inside it. A precompile leaves no log line.
    void call(const core::Pubkey& program, const std::vector<core::Pubkey>& accounts, const Bytes& data,
              const std::function<void()>& body = {});
    void precompile(const core::Pubkey& program);
    /// An event of the running program in its log and as a self-CPI. Programs of 2026 print the line first.
    void emitEvent(const Bytes& payload, const core::Pubkey& authority, bool lineFirst = true);
    /// A log line of the running program.
    void line(const std::string& text);
    void data(const Bytes& payload);
    /// Keys that a lookup table brings instead of the message. Call before their first use.
    void load(const core::Pubkey& key, bool writable);
    void balance(const core::Pubkey& account, const core::Mint& mint, std::uint64_t amount, int decimals);
    void alsoSignedBy(const core::Wallet& wallet);

    /// `result` of a getTransaction answer.
    [[nodiscard]] nlohmann::ordered_json result(TransactionEncoding encoding) const;
    /// A logsNotification frame.
    [[nodiscard]] nlohmann::ordered_json notification() const;
    /// The serialized transaction; version 0 when keys were loaded.
    [[nodiscard]] Bytes serialized() const;
    [[nodiscard]] const std::vector<std::string>& logs() const { return m_logs; }

private:
    struct Instruction {
        core::Pubkey program;
        std::vector<core::Pubkey> accounts;
        Bytes data;
        int height = 1;
    };
    struct Top {
        Instruction self;
        std::vector<Instruction> inner;
    };
    struct Balance {
        core::Pubkey account;
        core::Mint mint;
        std::uint64_t amount;
        int decimals;
    };

    void know(const core::Pubkey& key);
    [[nodiscard]] std::vector<core::Pubkey> allKeys() const;
    [[nodiscard]] std::size_t indexOf(const core::Pubkey& key) const;
    [[nodiscard]] nlohmann::ordered_json instruction(const Instruction& from, bool parsed, bool inner) const;

    std::size_t m_signers = 1;
    std::vector<core::Pubkey> m_keys;
    std::vector<core::Pubkey> m_loadedWritable;
    std::vector<core::Pubkey> m_loadedReadonly;
    std::vector<Top> m_tops;
    std::vector<core::Pubkey> m_stack;
    std::vector<std::string> m_logs;
    std::vector<Balance> m_balances;
};

}  // namespace test
