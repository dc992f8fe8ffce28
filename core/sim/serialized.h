// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace core::sim {

/// A transaction of the simulated market in another encoding: takes getTransaction's result in encoding json
/// and returns it with the transaction as `[text, "base64"]`. Source: solana-wire section 1, transaction bytes.
[[nodiscard]] nlohmann::json inBase64(std::string_view transactionJson);

/// A transaction that failed and that nobody follows, to stand where a block has one.
[[nodiscard]] nlohmann::json strangerTransaction(bool base64);

}  // namespace core::sim
