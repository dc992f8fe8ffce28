// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/coverage.h"

namespace core::source {
namespace {

constexpr VenueProgram kPrograms[] = {
    {"pumpfun", "6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P", true},
    {"pumpswap", "pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA", true},
    {"raydium_amm_v4", "675kPX9MHTjS2zt1qfr1NYHuzeLXfQM9H24wFSUt1Mp8", true},
    {"raydium_cpmm", "CPMMoo8L3F4NbTegBCKVNunggL7H1ZpdTHKxQB5qKP1C", true},
    {"raydium_clmm", "CAMMCzo5YL8w4VFF8KVHrK22GGUsp5VTaW7grrKgrWqK", true},
    {"raydium_launchlab", "LanMV9sAd7wArD4vJFi2qDdfnVhFxYSUg6eADduJ3uj", false},
    {"meteora_dlmm", "LBUZKhRxPF3XUpBCjp4YzTKgLccjZhTSDM9YuVaPwxo", false},
    {"meteora_damm_v1", "Eo7WjKq67rjJQSZxS6z3YkapzY3eMj6Xy8X5EQVn5UaB", true},
    {"meteora_damm_v2", "cpamdpZCGKUy5JxQXB4dcpGPiikHawvSWAd6mEn1sGG", false},
    {"meteora_dbc", "dbcij3LWUppWqq96dh6gJWwBifmcGfLSB5D4DuSMaqN", false},
    {"orca_whirlpool", "whirLbMiicVdio4qvUfM5KAg6Ct8VwpYzGff3uctyCc", true},
};

}  // namespace

std::span<const VenueProgram> venuePrograms() noexcept {
    return kPrograms;
}

const VenueProgram* venueProgram(std::string_view venue) noexcept {
    for (const VenueProgram& program : kPrograms) {
        if (program.venue == venue) return &program;
    }
    return nullptr;
}

bool shows(FeedKind kind, const VenueProgram& program) noexcept {
    switch (kind) {
        case FeedKind::Logs: return program.inLogs;
        case FeedKind::Transactions:
        case FeedKind::Blocks: return true;
        case FeedKind::Messages: return program.venue == "pumpfun";
    }
    return false;
}

std::vector<std::string> blindSpots(FeedKind kind, bool hasKey) {
    std::vector<std::string> out;
    switch (kind) {
        case FeedKind::Messages:
            out = {
                "Messages carry no slot and no transaction index, so the order inside a second is unknown.",
                "There is no history: what passes during an outage is lost.",
            };
            if (!hasKey)
                out.emplace_back(
                    "Trades and their signatures need a funded key; only launches and migrations are visible.");
            break;
        case FeedKind::Logs:
            out = {
                "Logs carry no transaction index, so the order inside a slot is the order of arrival.",
                "Venues that write only self-CPI events (Raydium LaunchLab, Meteora DLMM, DAMM v2 and DBC, "
                "Jupiter) "
                "are not visible in logs; their transactions are fetched one by one as far as the allowance goes.",
                "Transfers between wallets are not visible.",
            };
            break;
        case FeedKind::Transactions:
            out = {
                "Transactions that touch none of the followed programs and addresses are not visible, transfers "
                "between wallets among them.",
                "Where the provider tells no transaction index, the order inside a slot is the order of arrival.",
            };
            break;
        case FeedKind::Blocks:
            out = {
                "Transactions that touch none of the followed programs and addresses are not visible, transfers "
                "between wallets among them.",
                "A filtered block does not tell where in the block a transaction stood.",
            };
            break;
    }
    return out;
}

}  // namespace core::source
