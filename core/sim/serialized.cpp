// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/serialized.h"

#include "core/base/base58.h"
#include "core/base/base64.h"

#include <vector>

namespace core::sim {
namespace {

using nlohmann::json;
using Bytes = std::vector<std::uint8_t>;

void appendCount(Bytes& out, std::size_t count) {
    for (; count > 0x7f; count >>= 7U) out.push_back(static_cast<std::uint8_t>((count & 0x7fU) | 0x80U));
    out.push_back(static_cast<std::uint8_t>(count));
}

void appendBase58(Bytes& out, const json& text) {
    const auto bytes = base58Decode(text.get<std::string>()).value();
    out.insert(out.end(), bytes.begin(), bytes.end());
}

Bytes serialize(const json& transaction) {
    Bytes out;
    const json& signatures = transaction.at("signatures");
    const json& message = transaction.at("message");
    appendCount(out, signatures.size());
    for (const json& signature : signatures) appendBase58(out, signature);
    const json& header = message.at("header");
    for (const char* name : {"numRequiredSignatures", "numReadonlySignedAccounts", "numReadonlyUnsignedAccounts"})
        out.push_back(header.at(name).get<std::uint8_t>());
    const json& keys = message.at("accountKeys");
    appendCount(out, keys.size());
    for (const json& key : keys) appendBase58(out, key);
    appendBase58(out, message.at("recentBlockhash"));
    const json& instructions = message.at("instructions");
    appendCount(out, instructions.size());
    for (const json& instruction : instructions) {
        out.push_back(instruction.at("programIdIndex").get<std::uint8_t>());
        const json& accounts = instruction.at("accounts");
        appendCount(out, accounts.size());
        for (const json& account : accounts) out.push_back(account.get<std::uint8_t>());
        const auto data = base58Decode(instruction.at("data").get<std::string>()).value();
        appendCount(out, data.size());
        out.insert(out.end(), data.begin(), data.end());
    }
    return out;
}

}  // namespace

json inBase64(std::string_view transactionJson) {
    json out = json::parse(transactionJson);
    out["transaction"] = json::array({base64Encode(serialize(out["transaction"])), "base64"});
    return out;
}

json strangerTransaction(bool base64) {
    constexpr std::size_t kSignature = 64;
    constexpr std::size_t kKey = 32;
    const std::string key = base58Encode(Bytes(kKey, 7));
    json out;
    out["version"] = "legacy";
    out["meta"] = {{"err", "AccountInUse"},
                   {"innerInstructions", json::array()},
                   {"logMessages", json::array()},
                   {"preTokenBalances", json::array()},
                   {"postTokenBalances", json::array()}};
    out["transaction"] = {
        {"signatures", {base58Encode(Bytes(kSignature, 7))}},
        {"message",
         {{"accountKeys", {key}},
          {"header",
           {{"numRequiredSignatures", 1}, {"numReadonlySignedAccounts", 0}, {"numReadonlyUnsignedAccounts", 0}}},
          {"instructions", json::array()},
          {"recentBlockhash", key}}}};
    if (base64) out["transaction"] = json::array({base64Encode(serialize(out["transaction"])), "base64"});
    return out;
}

}  // namespace core::sim
