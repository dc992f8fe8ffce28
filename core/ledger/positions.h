// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/position.h"
#include "core/ledger/wallet_table.h"

#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace core::ledger {

/// What every wallet did with one coin, read like a map from wallet to position, in order of first sight.
/// References and pointers to positions and wallets stay good. Thread: confined.
class Positions {
public:
    using Entry = std::pair<const Wallet&, const Position&>;

    class Iterator {
    public:
        using value_type = Entry;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        using reference = Entry;
        struct Arrow {
            Entry entry;
            const Entry* operator->() const noexcept { return &entry; }
        };
        using pointer = Arrow;

        Iterator(const Positions* of, std::size_t index) : m_of(of), m_index(index) {}
        Entry operator*() const noexcept {
            return {m_of->m_wallets->address(m_of->m_owners[m_index]), m_of->m_held[m_index]};
        }
        Arrow operator->() const noexcept { return {**this}; }
        Iterator& operator++() noexcept {
            ++m_index;
            return *this;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) noexcept { return a.m_index == b.m_index; }

    private:
        const Positions* m_of;
        std::size_t m_index;
    };

    /// `wallets` numbers the owners; shared with whoever else tells wallets apart.
    explicit Positions(std::shared_ptr<WalletTable> wallets) : m_wallets(std::move(wallets)) {}

    /// The wallet's position, begun when there is none.
    Position& of(const Wallet& wallet);

    [[nodiscard]] std::size_t size() const noexcept { return m_held.size(); }
    /// The position that came `index`-th.
    [[nodiscard]] const Position& operator[](std::size_t index) const noexcept { return m_held[index]; }
    [[nodiscard]] Iterator begin() const noexcept { return {this, 0}; }
    [[nodiscard]] Iterator end() const noexcept { return {this, m_held.size()}; }
    [[nodiscard]] Iterator find(const Wallet& wallet) const;
    [[nodiscard]] bool contains(const Wallet& wallet) const { return find(wallet) != end(); }
    /// The position of a wallet that has one.
    [[nodiscard]] const Position& at(const Wallet& wallet) const { return (*find(wallet)).second; }

private:
    [[nodiscard]] std::uint32_t indexOf(WalletNumber wallet) const;

    std::shared_ptr<WalletTable> m_wallets;
    HashIndex m_index;                   ///< by the owner's number
    std::vector<WalletNumber> m_owners;  ///< of m_held
    StableVector<Position, 8> m_held;
};

}  // namespace core::ledger
