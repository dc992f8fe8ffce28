// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_transaction.h"

#include "core/base/base58.h"
#include "core/base/base64.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace test {
namespace {

using Json = nlohmann::ordered_json;

void compact(BorshWriter& out, std::size_t value) {
    while (value > 0x7f) {
        out.u8(static_cast<std::uint8_t>(value | 0x80U));
        value >>= 7U;
    }
    out.u8(static_cast<std::uint8_t>(value));
}

Json texts(const std::vector<core::Pubkey>& keys) {
    Json out = Json::array();
    for (const auto& key : keys) out.push_back(key.base58());
    return out;
}

}  // namespace

SampleTransaction::SampleTransaction(const core::Wallet& payer) : signature(keyOf<core::Signature>(99)) {
    m_keys.emplace_back(payer);
}

void SampleTransaction::know(const core::Pubkey& key) {
    for (const auto* list : {&m_keys, &m_loadedWritable, &m_loadedReadonly})
        if (std::find(list->begin(), list->end(), key) != list->end()) return;
    m_keys.push_back(key);
}

void SampleTransaction::load(const core::Pubkey& key, bool writable) {
    (writable ? m_loadedWritable : m_loadedReadonly).push_back(key);
}

void SampleTransaction::alsoSignedBy(const core::Wallet& wallet) {
    m_keys.insert(m_keys.begin() + static_cast<std::ptrdiff_t>(m_signers), core::Pubkey{wallet});
    ++m_signers;
}

void SampleTransaction::balance(const core::Pubkey& account, const core::Mint& mint, std::uint64_t amount,
                                int decimals) {
    know(account);
    m_balances.push_back({account, mint, amount, decimals});
}

void SampleTransaction::call(const core::Pubkey& program, const std::vector<core::Pubkey>& accounts,
                             const Bytes& data, const std::function<void()>& body) {
    know(program);
    for (const auto& account : accounts) know(account);
    const int height = static_cast<int>(m_stack.size()) + 1;
    const Instruction instruction{program, accounts, data, height};
    if (m_stack.empty())
        m_tops.push_back({instruction, {}});
    else
        m_tops.back().inner.push_back(instruction);
    m_stack.push_back(program);
    m_logs.push_back("Program " + program.base58() + " invoke [" + std::to_string(height) + "]");
    if (body) body();
    m_logs.push_back("Program " + program.base58() + " consumed 4321 of 200000 compute units");
    m_logs.push_back("Program " + program.base58() + " success");
    m_stack.pop_back();
}

void SampleTransaction::precompile(const core::Pubkey& program) {
    know(program);
    m_tops.push_back({{program, {}, {1, 2, 3}, 1}, {}});
}

void SampleTransaction::emitEvent(const Bytes& payload, const core::Pubkey& authority, bool lineFirst) {
    const core::Pubkey self = m_stack.back();
    if (lineFirst) data(payload);
    call(self, {authority}, BorshWriter("e445a52e51cb9a1d").raw(payload).bytes());
    if (!lineFirst) data(payload);
}

void SampleTransaction::line(const std::string& text) {
    m_logs.push_back(text);
}

void SampleTransaction::data(const Bytes& payload) {
    line("Program data: " + core::base64Encode(payload));
}

std::vector<core::Pubkey> SampleTransaction::allKeys() const {
    std::vector<core::Pubkey> out = m_keys;
    out.insert(out.end(), m_loadedWritable.begin(), m_loadedWritable.end());
    out.insert(out.end(), m_loadedReadonly.begin(), m_loadedReadonly.end());
    return out;
}

std::size_t SampleTransaction::indexOf(const core::Pubkey& key) const {
    const auto keys = allKeys();
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) throw std::logic_error("a sample transaction uses a key it does not have");
    return static_cast<std::size_t>(found - keys.begin());
}

Json SampleTransaction::instruction(const Instruction& from, bool parsed, bool inner) const {
    Json out;
    if (parsed) {
        out["programId"] = from.program.base58();
        out["accounts"] = texts(from.accounts);
    } else {
        out["programIdIndex"] = indexOf(from.program);
        out["accounts"] = Json::array();
        for (const auto& account : from.accounts) out["accounts"].push_back(indexOf(account));
    }
    out["data"] = core::base58Encode(from.data);
    out["stackHeight"] = withStackHeight && inner ? Json(from.height) : Json();
    return out;
}

Bytes SampleTransaction::serialized() const {
    BorshWriter out;
    compact(out, m_signers);
    for (std::size_t i = 0; i < m_signers; ++i) {
        const auto each = i == 0 ? signature : keyOf<core::Signature>(static_cast<std::uint8_t>(100 + i));
        out.raw(each.bytes());
    }
    const bool versioned = !m_loadedWritable.empty() || !m_loadedReadonly.empty();
    if (versioned) out.u8(0x80);
    out.u8(static_cast<std::uint8_t>(m_signers)).u8(0).u8(1);
    compact(out, m_keys.size());
    for (const auto& key : m_keys) out.pubkey(key);
    out.pubkey(keyOf<core::Pubkey>(200));
    compact(out, m_tops.size());
    for (const Top& top : m_tops) {
        out.u8(static_cast<std::uint8_t>(indexOf(top.self.program)));
        compact(out, top.self.accounts.size());
        for (const auto& account : top.self.accounts) out.u8(static_cast<std::uint8_t>(indexOf(account)));
        compact(out, top.self.data.size());
        out.raw(top.self.data);
    }
    if (versioned) {
        compact(out, 1);
        out.pubkey(keyOf<core::Pubkey>(201));
        for (const auto* list : {&m_loadedWritable, &m_loadedReadonly}) {
            compact(out, list->size());
            for (std::size_t i = 0; i < list->size(); ++i) out.u8(static_cast<std::uint8_t>(i));
        }
    }
    return out.bytes();
}

Json SampleTransaction::result(TransactionEncoding encoding) const {
    const bool parsed = encoding == TransactionEncoding::JsonParsed;
    const bool versioned = !m_loadedWritable.empty() || !m_loadedReadonly.empty();
    Json out;
    out["slot"] = slot;
    out["blockTime"] = blockTime ? Json(*blockTime) : Json();
    out["version"] = versioned ? Json(0) : Json("legacy");
    if (encoding == TransactionEncoding::Base64) {
        out["transaction"] = Json::array({core::base64Encode(serialized()), "base64"});
    } else if (encoding == TransactionEncoding::Base58) {
        out["transaction"] = Json::array({core::base58Encode(serialized()), "base58"});
    } else {
        Json message;
        message["accountKeys"] = Json::array();
        const auto keys = parsed ? allKeys() : m_keys;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (parsed)
                message["accountKeys"].push_back({{"pubkey", keys[i].base58()},
                                                  {"signer", i < m_signers},
                                                  {"writable", true},
                                                  {"source", i < m_keys.size() ? "transaction" : "lookupTable"}});
            else
                message["accountKeys"].push_back(keys[i].base58());
        }
        if (!parsed)
            message["header"] = {{"numRequiredSignatures", m_signers},
                                 {"numReadonlySignedAccounts", 0},
                                 {"numReadonlyUnsignedAccounts", 1}};
        message["recentBlockhash"] = keyOf<core::Pubkey>(200).base58();
        message["instructions"] = Json::array();
        for (const Top& top : m_tops) message["instructions"].push_back(instruction(top.self, parsed, false));
        out["transaction"] = {{"signatures", {signature.base58()}}, {"message", std::move(message)}};
    }
    Json meta;
    meta["err"] = failed ? Json{{"InstructionError", {2, {{"Custom", 6002}}}}} : Json();
    meta["fee"] = 5000;
    meta["innerInstructions"] = Json::array();
    for (std::size_t i = 0; i < m_tops.size(); ++i) {
        if (m_tops[i].inner.empty()) continue;
        Json list = Json::array();
        for (const Instruction& inner : m_tops[i].inner) list.push_back(instruction(inner, parsed, true));
        meta["innerInstructions"].push_back({{"index", i}, {"instructions", std::move(list)}});
    }
    if (!withInner) meta["innerInstructions"] = nullptr;
    meta["logMessages"] = withLogs ? Json(m_logs) : Json();
    for (const char* side : {"preTokenBalances", "postTokenBalances"}) {
        meta[side] = Json::array();
        for (const Balance& each : m_balances)
            meta[side].push_back({{"accountIndex", indexOf(each.account)},
                                  {"mint", each.mint.base58()},
                                  {"owner", m_keys[0].base58()},
                                  {"uiTokenAmount",
                                   {{"amount", std::to_string(each.amount)},
                                    {"decimals", each.decimals},
                                    {"uiAmount", nullptr},
                                    {"uiAmountString", "0"}}}});
    }
    if (!parsed)
        meta["loadedAddresses"] = {{"writable", texts(m_loadedWritable)}, {"readonly", texts(m_loadedReadonly)}};
    meta["rewards"] = Json::array();
    out["meta"] = std::move(meta);
    return out;
}

Json SampleTransaction::notification() const {
    Json value;
    value["signature"] = signature.base58();
    value["err"] = failed ? Json{{"InstructionError", {2, {{"Custom", 6002}}}}} : Json();
    value["logs"] = m_logs;
    return {{"jsonrpc", "2.0"},
            {"method", "logsNotification"},
            {"params",
             {{"result", {{"context", {{"slot", slot}}}, {"value", std::move(value)}}}, {"subscription", 24}}}};
}

}  // namespace test
