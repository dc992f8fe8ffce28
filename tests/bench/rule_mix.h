// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/default_rules.h"
#include "core/alert/rule_file.h"

#include <array>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

namespace bench {

/// So many armed rules of the kinds a trader makes: 0 none, 7 the shipped ones, else a mix with thresholds that
/// differ from rule to rule. `mintOf` and `walletOf` give addresses of the market in base58.
template <class MintOf, class WalletOf>
[[nodiscard]] std::shared_ptr<const core::alert::RuleSet> ruleMix(std::size_t count, MintOf&& mintOf,
                                                                  WalletOf&& walletOf) {
    if (count == 0) return std::make_shared<const core::alert::RuleSet>();
    if (count == 7) return core::alert::defaultRules();
    constexpr std::size_t kLists = 20;
    std::string text;
    for (std::size_t list = 0; list < kLists; ++list) {
        text += "[list.l" + std::to_string(list) + "]\nwallets = [";
        for (std::size_t i = 0; i < 50; ++i) text += "\"" + walletOf(list * 997 + i * 13) + "\", ";
        text += "]\n";
    }
    constexpr std::array<const char*, 5> kFlags{"dev_dump", "cluster_dump", "insider_holdings", "sniper", "pump"};
    constexpr std::array<const char*, 4> kWindows{"30s", "1m", "5m", "30m"};
    for (std::size_t i = 0; i < count; ++i) {
        const std::string n = std::to_string(1 + i / 10);
        std::string when;
        switch (i % 10) {
            case 0:
            case 1:
            case 2:
                when = "coin is \"" + mintOf(i * 29) + "\" and (price crosses above 0.0000" + n +
                       " SOL or price crosses below 0.00000" + n + " SOL)";
                break;
            case 3:
            case 4:
                when = std::string("flag ") + kFlags[i % 5] + " with confidence >= 0.8, value >= " + n + "%";
                break;
            case 5:
                when = "3 wallets of list \"l" + std::to_string(i % kLists) + "\" buy within " +
                       kWindows[i / 10 % 4] + " and coin age < 1h";
                break;
            case 6:
                when = "dev or linked wallet sells >= " + n + "% of supply within " + kWindows[i / 10 % 4];
                break;
            case 7: when = "market_cap crosses above " + std::to_string(100 * (1 + i / 10)) + " SOL"; break;
            case 8:
                when = "cluster with confidence >= 0.8 holds >= " + n +
                       "% of supply and 2 members of cluster sell within 10m";
                break;
            default: when = "anyone buys >= " + n + " SOL and coin liquidity > 5 SOL"; break;
        }
        text += "[[rule]]\nid = \"r" + std::to_string(i) + "\"\nwhen = '" + when + "'\n";
    }
    core::alert::ParsedRules read = core::alert::parseRules(text);
    if (!read.ok()) throw std::runtime_error(core::alert::problemText("mix", read.problems));
    return std::make_shared<const core::alert::RuleSet>(std::move(read.set));
}

}  // namespace bench
