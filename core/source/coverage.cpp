// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/coverage.h"

namespace core::source {

const LogProgram* logProgram(std::string_view venue) noexcept {
    for (const LogProgram& program : kLogPrograms) {
        if (program.venue == venue) return &program;
    }
    return nullptr;
}

std::vector<std::string> blindSpots(std::string_view source, bool hasKey) {
    if (source == "pumpportal") {
        std::vector<std::string> out{
            "Messages carry no slot and no transaction index, so the order inside a second is unknown.",
            "There is no history: what passes during an outage is lost.",
        };
        if (!hasKey)
            out.emplace_back(
                "Trades and their signatures need a funded key; only launches and migrations are visible.");
        return out;
    }
    if (source == "solana-rpc") {
        return {
            "Logs carry no transaction index, so the order inside a slot is the order of arrival.",
            "Venues that write only self-CPI events (Raydium LaunchLab, Meteora DLMM, DAMM v2 and DBC, Jupiter) "
            "are not visible.",
            "Transfers between wallets are not visible.",
        };
    }
    return {};
}

}  // namespace core::source
