// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc_reply.h"

namespace core::sim {

using nlohmann::json;

std::string rpcId(const json& message) {
    if (!message.is_object()) return "null";
    const auto id = message.find("id");
    if (id == message.end() || !(id->is_string() || id->is_number())) return "null";
    return id->dump();
}

std::optional<RpcRequest> rpcRequest(const json& message) {
    if (!message.is_object()) return std::nullopt;
    const auto method = message.find("method");
    const auto version = message.find("jsonrpc");
    if (method == message.end() || !method->is_string()) return std::nullopt;
    if (version == message.end() || *version != "2.0") return std::nullopt;
    const auto id = message.find("id");
    if (id != message.end() && !(id->is_string() || id->is_number() || id->is_null())) return std::nullopt;
    RpcRequest request{rpcId(message), method->get<std::string>(), nullptr};
    if (const auto params = message.find("params"); params != message.end()) request.params = *params;
    return request;
}

std::string rpcResult(std::string_view id, std::string_view resultJson) {
    std::string out = "{\"jsonrpc\":\"2.0\",\"result\":";
    out += resultJson;
    out += ",\"id\":";
    out += id;
    out += '}';
    return out;
}

std::string rpcError(std::string_view id, const RpcRefusal& refusal) {
    return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":" + std::to_string(refusal.code) +
           ",\"message\":" + json(refusal.message).dump() + "},\"id\":" + std::string{id} + '}';
}

}  // namespace core::sim
