// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/time.h"

#include <optional>
#include <string>
#include <vector>

namespace core {

/// One transaction that proves something. Source: interfaces section 4, EVIDENCE.
struct Evidence {
    std::string kind;
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::vector<Wallet> wallets;
    std::optional<TokenAmount> amount;
    std::string text;
};

enum class Severity { Info, Warning, Critical };

/// "info", "warning", "critical".
[[nodiscard]] std::string_view severityName(Severity severity) noexcept;

/// Something a rule wants said. Source: interfaces section 4, `alerts`.
struct Alert {
    std::string rule;
    std::string kind;
    std::optional<Mint> mint;
    std::string subject;  ///< of the flag that it tells of
    std::vector<Wallet> wallets;
    std::optional<Slot> slot;
    std::optional<BlockTime> time;
    Severity severity = Severity::Info;
    std::string text;  ///< one plain sentence with the live numbers, token names already sanitized
    double confidence = 0.0;
    std::vector<Evidence> evidence;
};

}  // namespace core
