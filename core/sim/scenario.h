// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace core::sim {

/// What distinguishes one simulated stretch from another. Rates are relative to MarketOptions::tradesPerSecond.
struct Scenario {
    std::string_view name;
    std::string_view description;
    std::uint32_t tradesPerLaunch = 60;  ///< average
    std::uint32_t failedPermille = 150;  ///< of all transactions, about
    std::uint32_t routedPermille = 40;
    std::uint32_t offspringPermille = 350;  ///< trades that a trade sets off, per 1000
    std::uint32_t starPermille = 18;        ///< launches that can graduate
    std::uint32_t sniperPermille = 350;     ///< launches that are sniped
    std::uint32_t sizePermille = 1'000;     ///< scale of the amounts
    std::uint32_t poolAttention = 60;   ///< that a graduated coin keeps for ever; a new one has 1,000 to 400,000
    std::uint32_t freshPermille = 350;  ///< buys by a wallet that nobody has seen
    std::uint32_t regulars = 1'500;     ///< wallets that the other buys are shared among
    std::array<std::uint32_t, 8> minutes{};      ///< intensity of a minute, permille, drawn evenly; mean 1000
    std::array<std::string_view, 24> schemes{};  ///< by name; empty = none
};

/// All scenarios, the default first.
[[nodiscard]] std::span<const Scenario> allScenarios() noexcept;
/// The scenario of that name, or null.
[[nodiscard]] const Scenario* findScenario(std::string_view name) noexcept;

}  // namespace core::sim
