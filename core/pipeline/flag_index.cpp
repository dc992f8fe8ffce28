// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/flag_index.h"

#include <algorithm>
#include <array>

namespace core::pipeline {
namespace {

// A statement less sure than this takes a tag over all coins away again.
constexpr double kTagFrom = 0.5;

}  // namespace

std::optional<Role> roleOfKind(std::string_view kind) noexcept {
    using Entry = std::pair<std::string_view, Role>;
    static constexpr std::array kTable{
        Entry{"dev", Role::Creator},
        Entry{"sniper", Role::Sniper},
        Entry{"bundler", Role::Bundler},
        Entry{"insider_holdings", Role::Insider},
        Entry{"wash_trading", Role::Wash},
        Entry{"fresh_wallet", Role::Fresh},
        Entry{"smart_money", Role::SmartMoney},
        Entry{"lead_wallet", Role::Lead},
        Entry{"bot", Role::Bot},
    };
    const auto found = std::find_if(kTable.begin(), kTable.end(), [&](const Entry& e) { return e.first == kind; });
    return found == kTable.end() ? std::nullopt : std::optional{found->second};
}

void FlagIndex::take(const detect::FlagBook& flags) {
    m_book = &flags;
    for (; m_next < flags.size(); ++m_next) {
        const Flag flag = flags.at(m_next);
        if (flag.mint) {
            std::vector<std::uint32_t>& coin = m_byCoin[*flag.mint];
            const bool first = std::none_of(coin.begin(), coin.end(),
                                            [&](std::uint32_t place) { return flags.kind(place) == flag.kind; });
            if (first) m_firsts[flag.kind].push_back(m_next);
            coin.push_back(m_next);
            continue;
        }
        m_ofWallets[flag.kind][flag.subject].push_back(m_next);
        const auto role = roleOfKind(flag.kind);
        // Only the subject: the others of such a flag are followers.
        if (!role || flag.wallets.empty()) continue;
        Roles& roles = m_roles[flag.wallets.front()];
        const Roles before = roles;
        roles = flag.confidence >= kTagFrom && !flag.withdrawn
                    ? with(roles, *role)
                    : static_cast<Roles>(roles & ~static_cast<Roles>(*role));
        if (roles != before) ++m_rolesVersion;
    }
}

std::span<const std::uint32_t> FlagIndex::of(const Mint& mint) const {
    const auto found = m_byCoin.find(mint);
    return found == m_byCoin.end() ? std::span<const std::uint32_t>{} : found->second;
}

std::span<const std::uint32_t> FlagIndex::firsts(std::string_view kind) const {
    const auto found = m_firsts.find(kind);
    return found == m_firsts.end() ? std::span<const std::uint32_t>{} : found->second;
}

Roles FlagIndex::rolesOf(const Wallet& wallet) const {
    const auto found = m_roles.find(wallet);
    return found == m_roles.end() ? Roles{0} : found->second;
}

std::vector<std::uint32_t> FlagIndex::ofWallets(std::string_view kind, std::string_view subject) const {
    const auto byKind = m_ofWallets.find(kind);
    if (byKind == m_ofWallets.end()) return {};
    const auto found = byKind->second.find(subject);
    return found == byKind->second.end() ? std::vector<std::uint32_t>{} : found->second;
}

}  // namespace core::pipeline
