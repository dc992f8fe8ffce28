// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transaction_maker.h"

#include "core/base/base58.h"
#include "core/base/base64.h"
#include "core/wire/curve_point.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace test {
namespace {

using core::Pubkey;

// FNV-1a in four lanes: spreads a name over 32 bytes; nothing here has to be secret.
Pubkey keyFrom(std::string_view name, std::uint64_t salt) {
    std::array<std::uint8_t, Pubkey::kSize> bytes{};
    for (std::size_t lane = 0; lane < 4; ++lane) {
        std::uint64_t hash = 14'695'981'039'346'656'037ULL ^ (salt * 4 + lane);
        const auto mix = [&hash](std::uint64_t byte) { hash = (hash ^ byte) * 1'099'511'628'211ULL; };
        mix(lane);
        for (const char c : name) mix(static_cast<unsigned char>(c));
        mix(salt);
        for (std::size_t i = 0; i < 8; ++i) {
            mix(i);
            bytes[lane * 8 + i] = static_cast<std::uint8_t>(hash >> 56U);
        }
    }
    return Pubkey::fromBytes(bytes).value();
}

Pubkey search(std::string_view name, bool onCurve) {
    for (std::uint64_t salt = 0;; ++salt) {
        const Pubkey key = keyFrom(name, salt);
        if (core::wire::isOnCurve(key) == onCurve) return key;
    }
}

const Pubkey& tokenProgram() {
    static const Pubkey key = keyOf("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
    return key;
}
const Pubkey& token2022Program() {
    static const Pubkey key = keyOf("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
    return key;
}

std::string signatureText() {
    std::array<std::uint8_t, 64> bytes{};
    bytes.fill(7);
    return core::base58Encode(bytes);
}

constexpr std::uint64_t kSlot = 400'000'000;
constexpr std::int64_t kBlockTime = 1'780'000'000;

Decoded finish(core::Result<void> done, std::vector<core::Event> events, const core::wire::Decoder& decoder) {
    return {std::move(done), std::move(events), decoder.stats()};
}

std::string padded(std::string text) {
    text.reserve(text.size() + core::wire::Decoder::kPadding);
    return text;
}

}  // namespace

Pubkey walletKey(std::string_view name) {
    return search(name, true);
}
Pubkey derivedKey(std::string_view name) {
    return search(name, false);
}
Pubkey keyOf(std::string_view base58) {
    return Pubkey::fromBase58(base58).value();
}
Pubkey wrappedSol() {
    return keyOf("So11111111111111111111111111111111111111112");
}
Pubkey usdc() {
    return keyOf("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v");
}

TransactionMaker& TransactionMaker::signer(const Pubkey& key) {
    m_signers.push_back(key);
    return *this;
}
TransactionMaker& TransactionMaker::lookup(const Pubkey& key) {
    m_lookups.push_back(key);
    return *this;
}
TransactionMaker& TransactionMaker::withoutLoadedAddresses() {
    m_loaded = false;
    return *this;
}
TransactionMaker& TransactionMaker::withoutInner() {
    m_inner = false;
    return *this;
}
TransactionMaker& TransactionMaker::withoutLogs() {
    m_hasLogs = false;
    return *this;
}
TransactionMaker& TransactionMaker::failed() {
    m_failed = true;
    return *this;
}

TransactionMaker& TransactionMaker::begin(const Pubkey& program, const std::vector<Pubkey>& accounts,
                                          const Bytes& data) {
    m_open.push_back(program);
    m_instructions.push_back({program, accounts, data, m_open.size()});
    line("Program " + program.base58() + " invoke [" + std::to_string(m_open.size()) + ']');
    return *this;
}

TransactionMaker& TransactionMaker::end() {
    line("Program " + m_open.back().base58() + " success");
    m_open.pop_back();
    return *this;
}

TransactionMaker& TransactionMaker::logText(std::string_view text) {
    line("Program log: " + std::string{text});
    return *this;
}

TransactionMaker& TransactionMaker::logData(const Bytes& payload) {
    line("Program data: " + core::base64Encode(payload));
    return *this;
}

TransactionMaker& TransactionMaker::cutLog() {
    line("Log truncated");
    m_cut = true;
    return *this;
}

TransactionMaker& TransactionMaker::selfCpi(const Pubkey& eventAuthority, const Bytes& payload) {
    const Pubkey program = m_open.back();
    return begin(program, {eventAuthority}, BorshWriter("e445a52e51cb9a1d").raw(payload).bytes()).end();
}

TransactionMaker& TransactionMaker::transfer(const Pubkey& from, const Pubkey& to, const Pubkey& owner,
                                             std::uint64_t amount) {
    return begin(tokenProgram(), {from, to, owner}, BorshWriter().u8(3).u64(amount).bytes()).end();
}

TransactionMaker& TransactionMaker::transferChecked(const Pubkey& from, const Pubkey& mint, const Pubkey& to,
                                                    const Pubkey& owner, std::uint64_t amount,
                                                    std::uint8_t decimals) {
    return begin(tokenProgram(), {from, mint, to, owner}, BorshWriter().u8(12).u64(amount).u8(decimals).bytes())
        .end();
}

TransactionMaker& TransactionMaker::transferWithFee(const Pubkey& from, const Pubkey& mint, const Pubkey& to,
                                                    const Pubkey& owner, std::uint64_t amount,
                                                    std::uint8_t decimals, std::uint64_t fee) {
    const Bytes data = BorshWriter().u8(26).u8(1).u64(amount).u8(decimals).u64(fee).bytes();
    return begin(token2022Program(), {from, mint, to, owner}, data).end();
}

TransactionMaker& TransactionMaker::balance(const Pubkey& account, const Pubkey& mint,
                                            const std::optional<Pubkey>& owner, std::optional<std::uint64_t> before,
                                            std::optional<std::uint64_t> after, std::uint8_t decimals) {
    m_balances.push_back({account, mint, owner, before, after, decimals});
    return *this;
}

void TransactionMaker::line(std::string text) {
    if (!m_cut) m_logs.push_back(std::move(text));
}

std::string TransactionMaker::json() const {
    std::vector<Pubkey> keys = m_signers;
    const auto add = [&](const Pubkey& key) {
        const bool looked = std::find(m_lookups.begin(), m_lookups.end(), key) != m_lookups.end();
        if (!looked && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    };
    for (const Instruction& instruction : m_instructions) {
        add(instruction.program);
        for (const Pubkey& account : instruction.accounts) add(account);
    }
    for (const Balance& balance : m_balances) add(balance.account);
    nlohmann::json staticKeys = nlohmann::json::array();
    for (const Pubkey& key : keys) staticKeys.push_back(key.base58());
    nlohmann::json loaded{{"writable", nlohmann::json::array()}, {"readonly", nlohmann::json::array()}};
    for (const Pubkey& key : m_lookups) {
        keys.push_back(key);
        loaded["writable"].push_back(key.base58());
    }
    const auto index = [&keys](const Pubkey& key) {
        return std::find(keys.begin(), keys.end(), key) - keys.begin();
    };

    nlohmann::json tops = nlohmann::json::array();
    nlohmann::json groups = nlohmann::json::array();
    for (const Instruction& instruction : m_instructions) {
        nlohmann::json accounts = nlohmann::json::array();
        for (const Pubkey& account : instruction.accounts) accounts.push_back(index(account));
        const nlohmann::json one{{"programIdIndex", index(instruction.program)},
                                 {"accounts", accounts},
                                 {"data", core::base58Encode(instruction.data)},
                                 {"stackHeight", instruction.height}};
        if (instruction.height == 1) {
            tops.push_back(one);
            continue;
        }
        const std::size_t top = tops.size() - 1;
        if (groups.empty() || groups.back()["index"] != top)
            groups.push_back({{"index", top}, {"instructions", nlohmann::json::array()}});
        groups.back()["instructions"].push_back(one);
    }
    const auto balances = [&](bool after) {
        nlohmann::json out = nlohmann::json::array();
        for (const Balance& balance : m_balances) {
            const auto& amount = after ? balance.after : balance.before;
            if (!amount) continue;
            nlohmann::json one{
                {"accountIndex", index(balance.account)},
                {"mint", balance.mint.base58()},
                {"uiTokenAmount", {{"amount", std::to_string(*amount)}, {"decimals", balance.decimals}}}};
            if (balance.owner) one["owner"] = balance.owner->base58();
            out.push_back(std::move(one));
        }
        return out;
    };
    nlohmann::json meta{
        {"err", nullptr}, {"preTokenBalances", balances(false)}, {"postTokenBalances", balances(true)}};
    if (m_failed) meta["err"] = {{"InstructionError", {0, {{"Custom", 1}}}}};
    if (m_inner) meta["innerInstructions"] = groups;
    if (m_hasLogs) meta["logMessages"] = m_logs;
    if (m_loaded) meta["loadedAddresses"] = loaded;
    const nlohmann::json transaction{{"signatures", {signatureText()}},
                                     {"message",
                                      {{"accountKeys", staticKeys},
                                       {"header", {{"numRequiredSignatures", m_signers.size()}}},
                                       {"instructions", tops}}}};
    const nlohmann::json result{
        {"slot", kSlot}, {"blockTime", kBlockTime}, {"meta", meta}, {"transaction", transaction}};
    return nlohmann::json{{"jsonrpc", "2.0"}, {"id", 1}, {"result", result}}.dump();
}

std::string TransactionMaker::notification() const {
    nlohmann::json err;
    if (m_failed) err = {{"InstructionError", {0, {{"Custom", 1}}}}};
    const nlohmann::json value{{"signature", signatureText()}, {"err", err}, {"logs", m_logs}};
    const nlohmann::json result{{"context", {{"slot", kSlot}}}, {"value", value}};
    return nlohmann::json{
        {"jsonrpc", "2.0"}, {"method", "logsNotification"}, {"params", {{"result", result}, {"subscription", 1}}}}
        .dump();
}

std::uint64_t Decoded::counted(const std::string& error) const {
    const auto found = stats.undecoded.find(error);
    return found == stats.undecoded.end() ? 0 : found->second;
}

std::vector<core::Trade> Decoded::trades() const {
    std::vector<core::Trade> out;
    for (const core::Event& event : events)
        if (const auto* trade = std::get_if<core::Trade>(&event.body)) out.push_back(*trade);
    return out;
}

Decoded decodeWhole(const TransactionMaker& maker) {
    core::wire::Decoder decoder;
    std::vector<core::Event> events;
    const std::string text = padded(maker.json());
    auto done = decoder.document(text, events);
    return finish(std::move(done), std::move(events), decoder);
}

Decoded decodeLogs(const TransactionMaker& maker) {
    core::wire::Decoder decoder;
    std::vector<core::Event> events;
    const std::string text = padded(maker.notification());
    auto done = decoder.websocket(text, core::RecvTime{1}, events);
    return finish(std::move(done), std::move(events), decoder);
}

}  // namespace test
