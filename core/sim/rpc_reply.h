// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace core::sim {

inline constexpr int kRpcParseError = -32700;
inline constexpr int kRpcInvalidRequest = -32600;
inline constexpr int kRpcUnknownMethod = -32601;
inline constexpr int kRpcInvalidParams = -32602;

/// Why a JSON-RPC request is refused.
struct RpcRefusal {
    int code = kRpcInvalidRequest;
    std::string message;
};

/// A JSON-RPC request whose envelope is sound.
struct RpcRequest {
    std::string id;  ///< JSON text
    std::string method;
    nlohmann::json params;  ///< an array, an object, or null when absent
};

/// JSON of the id, "null" when there is none or it is no JSON-RPC id.
[[nodiscard]] std::string rpcId(const nlohmann::json& message);
/// The request in a message, nothing when it is none.
[[nodiscard]] std::optional<RpcRequest> rpcRequest(const nlohmann::json& message);
[[nodiscard]] std::string rpcResult(std::string_view id, std::string_view resultJson);
[[nodiscard]] std::string rpcError(std::string_view id, const RpcRefusal& refusal);

}  // namespace core::sim
