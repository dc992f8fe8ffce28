// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc_methods.h"

#include "core/base/base58.h"
#include "core/base/base64.h"
#include "core/sim/serialized.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace core::sim {
namespace {

using nlohmann::json;

constexpr std::uint64_t kPageLimit = 1000;
constexpr std::size_t kAccountsLimit = 100;

RpcRefusal badParams(std::string message) {
    return {kRpcInvalidParams, "Invalid params: " + std::move(message)};
}

std::optional<std::string> textParam(const RpcRequest& request, std::size_t index) {
    if (!request.params.is_array() || request.params.size() <= index || !request.params[index].is_string())
        return std::nullopt;
    return request.params[index].get<std::string>();
}

// The options object of a method, an empty one when absent; nothing when it is something else.
std::optional<json> optionsParam(const RpcRequest& request, std::size_t index) {
    if (!request.params.is_array() || request.params.size() <= index || request.params[index].is_null())
        return json::object();
    if (!request.params[index].is_object()) return std::nullopt;
    return request.params[index];
}

bool belowConfirmed(const json& options) {
    const auto commitment = options.find("commitment");
    return commitment != options.end() && *commitment == "processed";
}

std::string withContext(const RpcContext& context, std::string_view value) {
    return "{\"context\":{\"apiVersion\":\"2.2.0\",\"slot\":" + std::to_string(context.slot) +
           "},\"value\":" + std::string{value} + "}";
}

RpcAnswer getTransaction(const RpcRequest& request, const RpcContext& context) {
    const auto text = textParam(request, 0);
    if (!text) return badParams("a signature is missing");
    const auto signature = Signature::fromBase58(*text);
    if (!signature) return badParams("not a signature");
    // The second parameter may be the encoding alone, as in old clients.
    const auto alone = textParam(request, 1);
    const auto options = alone ? json{{"encoding", *alone}} : optionsParam(request, 1);
    if (!options) return badParams("options are not an object");
    if (belowConfirmed(*options)) return badParams("Method does not support commitment below `confirmed`");
    const json encoding = options->value("encoding", json("json"));
    if (encoding != "json" && encoding != "base64")
        return badParams("the simulated server has encodings json and base64 only");
    const auto index = context.history.find(*signature);
    if (!index) return std::string{"null"};
    std::string transaction = context.history.transactionJson(*index);
    return encoding == "base64" ? inBase64(transaction).dump() : transaction;
}

RpcAnswer getBlock(const RpcRequest& request, const RpcContext& context) {
    if (!request.params.is_array() || request.params.empty() || !request.params[0].is_number_unsigned())
        return badParams("a slot is missing");
    const auto options = optionsParam(request, 1);
    if (!options) return badParams("options are not an object");
    if (belowConfirmed(*options)) return badParams("Method does not support commitment below `confirmed`");
    const json encoding = options->value("encoding", json("json"));
    if (encoding != "json" && encoding != "base64")
        return badParams("the simulated server has encodings json and base64 only");
    const json details = options->value("transactionDetails", json("full"));
    if (details != "full" && details != "signatures")
        return badParams("the simulated server has transactionDetails full and signatures only");
    const auto slot = request.params[0].get<std::uint64_t>();
    // The last slot may still get transactions: nodes serve a block once it is complete.
    if (slot >= context.slot && !context.over) return RpcRefusal{-32004, "Block not available for slot"};
    const auto positions = context.history.ofSlot(slot);
    if (positions.empty()) return RpcRefusal{-32007, "Slot was skipped, or missing due to ledger jump"};
    // The market knows its own transactions only; strangers stand where the block has others.
    const bool base64 = encoding == "base64";
    const json stranger = strangerTransaction(base64);
    const json strangerName = strangerTransaction(false)["transaction"]["signatures"][0];
    json block;
    const bool whole = details == "full";
    json& transactions = block[whole ? "transactions" : "signatures"] = json::array();
    const json& filler = whole ? stranger : strangerName;
    for (const std::uint32_t position : positions) {
        const History::Entry& entry = context.history.entry(position);
        block["blockTime"] = entry.blockTime;
        while (transactions.size() < entry.txIndex) transactions.push_back(filler);
        if (!whole) {
            transactions.push_back(entry.signature.base58());
            continue;
        }
        const std::string text = context.history.transactionJson(position);
        json transaction = base64 ? inBase64(text) : json::parse(text);
        transaction.erase("slot");
        transaction.erase("blockTime");
        transactions.push_back(std::move(transaction));
    }
    block["blockHeight"] = slot;
    block["parentSlot"] = slot - 1;
    const std::array<std::uint8_t, 32> hash{};
    block["blockhash"] = block["previousBlockhash"] = base58Encode(hash);
    return block.dump();
}

RpcAnswer getSignaturesForAddress(const RpcRequest& request, const RpcContext& context) {
    const auto text = textParam(request, 0);
    if (!text) return badParams("an address is missing");
    const auto account = Pubkey::fromBase58(*text);
    const auto options = optionsParam(request, 1);
    if (!account || !options) return badParams("not an address, or options that are no object");
    if (belowConfirmed(*options)) return badParams("Method does not support commitment below `confirmed`");

    std::uint64_t limit = kPageLimit;
    if (const auto asked = options->find("limit"); asked != options->end() && !asked->is_null()) {
        if (!asked->is_number_unsigned()) return badParams("limit is not a number");
        limit = asked->get<std::uint64_t>();
        if (limit == 0 || limit > kPageLimit) return badParams("Invalid limit; max 1000");
    }
    const auto positions = context.history.mentioning(*account);
    auto end = positions.end();
    auto begin = positions.begin();
    for (const char* bound : {"before", "until"}) {
        const auto given = options->find(bound);
        if (given == options->end() || given->is_null()) continue;
        const auto signature = given->is_string() ? Signature::fromBase58(given->get<std::string>())
                                                  : Result<Signature>{fail(ErrorCode::BadShape)};
        if (!signature) return badParams(std::string{bound} + " is not a signature");
        const auto index = context.history.find(*signature);
        const bool before = std::string_view{bound} == "before";
        if (!index && before) return std::string{"[]"};
        if (!index) continue;
        if (before)
            end = std::lower_bound(positions.begin(), positions.end(), *index);
        else
            begin = std::upper_bound(positions.begin(), positions.end(), *index);
    }
    std::string out = "[";
    for (; end > begin && limit > 0; --limit) {
        --end;
        const History::Entry& entry = context.history.entry(*end);
        if (out.size() > 1) out += ',';
        out +=
            "{\"blockTime\":" + std::to_string(entry.blockTime) + ",\"confirmationStatus\":\"confirmed\",\"err\":";
        out += context.history.errorJson(*end);
        out += ",\"memo\":null,\"signature\":\"" + entry.signature.base58() +
               "\",\"slot\":" + std::to_string(entry.slot) + "}";
    }
    return out + "]";
}

std::string accountJson(const RpcContext& context, const std::string& address) {
    const auto image = context.history.market().account(address);
    if (!image) return "null";
    return "{\"data\":[\"" + base64Encode(image->data) +
           "\",\"base64\"],\"executable\":false,\"lamports\":" + std::to_string(image->lamports) + ",\"owner\":\"" +
           image->owner + "\",\"rentEpoch\":18446744073709551615,\"space\":" + std::to_string(image->data.size()) +
           "}";
}

RpcAnswer getMultipleAccounts(const RpcRequest& request, const RpcContext& context) {
    if (!request.params.is_array() || request.params.empty() || !request.params[0].is_array())
        return badParams("a list of addresses is missing");
    const json& keys = request.params[0];
    if (keys.size() > kAccountsLimit) return badParams("Too many inputs provided; max 100");
    std::string values = "[";
    for (const auto& key : keys) {
        if (!key.is_string() || !Pubkey::fromBase58(key.get<std::string>())) return badParams("not an address");
        if (values.size() > 1) values += ',';
        values += accountJson(context, key.get<std::string>());
    }
    return withContext(context, values + "]");
}

RpcAnswer getAccountInfo(const RpcRequest& request, const RpcContext& context) {
    const auto text = textParam(request, 0);
    if (!text || !Pubkey::fromBase58(*text)) return badParams("not an address");
    return withContext(context, accountJson(context, *text));
}

RpcAnswer getSlot(const RpcRequest&, const RpcContext& context) {
    return std::to_string(context.slot);
}
RpcAnswer getHealth(const RpcRequest&, const RpcContext&) {
    return std::string{"\"ok\""};
}
RpcAnswer getVersion(const RpcRequest&, const RpcContext&) {
    return std::string{R"({"feature-set":0,"solana-core":"2.2.0-simulated"})"};
}

RpcAnswer getBlockTime(const RpcRequest& request, const RpcContext& context) {
    if (!request.params.is_array() || request.params.empty() || !request.params[0].is_number_unsigned())
        return badParams("a slot is missing");
    const auto slot = request.params[0].get<std::uint64_t>();
    const std::uint64_t first = context.market.startSlot;
    if (slot < first || slot > context.slot) return RpcRefusal{-32004, "Block not available for slot"};
    return std::to_string(context.market.startTime + static_cast<std::int64_t>((slot - first) * 2 / 5));
}

RpcAnswer simStats(const RpcRequest&, const RpcContext& context) {
    return "{\"trades\":" + std::to_string(context.history.trades()) +
           ",\"transactions\":" + std::to_string(context.history.transactions()) +
           ",\"over\":" + (context.over ? "true" : "false") + ",\"epoch_ns\":" + std::to_string(context.epochNs) +
           "}";
}

RpcAnswer simDisconnect(const RpcRequest&, const RpcContext& context) {
    context.disconnect();
    return std::string{"true"};
}

struct Method {
    std::string_view name;
    RpcAnswer (*answer)(const RpcRequest&, const RpcContext&);
};
constexpr std::array kMethods{
    Method{"getTransaction", &getTransaction},
    Method{"getBlock", &getBlock},
    Method{"getSignaturesForAddress", &getSignaturesForAddress},
    Method{"getMultipleAccounts", &getMultipleAccounts},
    Method{"getAccountInfo", &getAccountInfo},
    Method{"getSlot", &getSlot},
    Method{"getHealth", &getHealth},
    Method{"getVersion", &getVersion},
    Method{"getBlockTime", &getBlockTime},
    Method{"sim_stats", &simStats},
    Method{"sim_disconnect", &simDisconnect},
};

}  // namespace

RpcAnswer answerRpc(const RpcRequest& request, const RpcContext& context) {
    const auto found = std::find_if(kMethods.begin(), kMethods.end(),
                                    [&](const Method& method) { return method.name == request.method; });
    if (found == kMethods.end()) return RpcRefusal{kRpcUnknownMethod, "Method not found"};
    return found->answer(request, context);
}

}  // namespace core::sim
