// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/flag_book.h"
#include "core/pipeline/token_people.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::pipeline {

/// The role that a flag of this kind gives to its wallets; nothing for kinds about the coin.
[[nodiscard]] std::optional<Role> roleOfKind(std::string_view kind) noexcept;

/// Reads the statements of the detectors as they are made and finds them by coin, by kind and by wallet.
/// Thread: confined to the engine.
class FlagIndex {
public:
    /// Takes what was stated since the last call. `flags` must be the same book every time.
    void take(const detect::FlagBook& flags);

    /// Places in the book's history of every statement about a coin, oldest first.
    [[nodiscard]] std::span<const std::uint32_t> of(const Mint& mint) const;
    /// Places of the first statement of a kind about each coin, oldest first.
    [[nodiscard]] std::span<const std::uint32_t> firsts(std::string_view kind) const;
    /// What is said of a wallet over all coins.
    [[nodiscard]] Roles rolesOf(const Wallet& wallet) const;
    [[nodiscard]] Flag at(std::uint32_t place) const { return m_book->at(place); }
    [[nodiscard]] std::string_view kind(std::uint32_t place) const { return m_book->kind(place); }
    [[nodiscard]] bool withdrawn(std::uint32_t place) const { return m_book->withdrawn(place); }
    /// Whether two statements are about the same flag.
    [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const { return m_book->same(a, b); }
    /// Places of every statement about wallets alone with this kind and subject.
    [[nodiscard]] std::vector<std::uint32_t> ofWallets(std::string_view kind, std::string_view subject) const;
    /// Changes whenever a wallet's roles over all coins do.
    [[nodiscard]] std::uint64_t rolesVersion() const noexcept { return m_rolesVersion; }

private:
    const detect::FlagBook* m_book = nullptr;
    std::uint32_t m_next = 0;
    std::unordered_map<Mint, std::vector<std::uint32_t>> m_byCoin;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> m_firsts;
    std::map<std::string, std::map<std::string, std::vector<std::uint32_t>, std::less<>>, std::less<>> m_ofWallets;
    boost::unordered_flat_map<Wallet, Roles, std::hash<Wallet>> m_roles;
    std::uint64_t m_rolesVersion = 0;
};

}  // namespace core::pipeline
