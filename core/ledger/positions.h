// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/position.h"
#include "core/ledger/thaw.h"
#include "core/ledger/wallet_table.h"

#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>

namespace core::ledger {

/// What every wallet did with one coin, read like a map from wallet to position, in order of first sight. May be
/// put away, and comes back when somebody looks. References and pointers to positions stay good until the coin is
/// put away, which happens between events; those to wallets for good. Thread: confined.
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
        Entry operator*() const { return {m_of->m_wallets->address(m_of->ownerAt(m_index)), (*m_of)[m_index]}; }
        Arrow operator->() const { return {**this}; }
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

    /// Looks, like all that follows: what was put away may come back as nothing.
    [[nodiscard]] std::size_t size() const {
        look();
        return m_held.size();
    }
    /// The position that came `index`-th.
    [[nodiscard]] const Position& operator[](std::size_t index) const {
        look();
        return m_held[index].position;
    }
    /// Whose it is; its address is in wallets().
    [[nodiscard]] WalletNumber ownerAt(std::size_t index) const {
        look();
        return m_held[index].owner;
    }
    /// Brings the place of a wallet in the index near, for a fetch() that comes soon.
    void fetchIndex(WalletNumber wallet) const noexcept { m_index.fetch(hashOfNumber(wallet)); }
    /// Brings a wallet's position near.
    void fetch(WalletNumber wallet) const noexcept {
        const std::uint32_t place = m_index.guess(hashOfNumber(wallet));
        if (place != HashIndex::kNone) __builtin_prefetch(&m_held[place], 1);
    }
    [[nodiscard]] const WalletTable& wallets() const noexcept { return *m_wallets; }
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size()}; }
    [[nodiscard]] Iterator find(const Wallet& wallet) const;
    [[nodiscard]] bool contains(const Wallet& wallet) const { return find(wallet) != end(); }
    /// The position of a wallet that has one.
    [[nodiscard]] const Position& at(const Wallet& wallet) const { return (*find(wallet)).second; }

    /// Every position, for read(). Not while it is away.
    void write(ByteWriter& to) const;
    /// What write() wrote, after leave(): as many positions, of wallets that the table knows, each once. Comes back
    /// only if all of it is so; the reader fails otherwise.
    void read(ByteReader& from);
    /// Gives its memory back until `thaw` brings it back.
    void leave(Thaw& thaw);
    /// What was put away is gone: it is empty from now on.
    void lose() noexcept;
    /// Bytes in memory, about.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_held.bytes() + m_index.bytes(); }

private:
    /// One cache line: whoever looks at a position has asked whose it is.
    struct alignas(64) Held {
        Position position;
        WalletNumber owner = kNoNumber;
    };
    static_assert(sizeof(Held) == 64);

    void look() const {
        if (m_away != nullptr) [[unlikely]]
            m_away->thaw();
    }
    [[nodiscard]] std::uint32_t indexOf(WalletNumber wallet) const;

    std::shared_ptr<WalletTable> m_wallets;
    HashIndex m_index;  ///< by the owner's number
    StableVector<Held, 8> m_held;
    Thaw* m_away = nullptr;  ///< set while it is away
    std::size_t m_sizeAway = 0;
};

}  // namespace core::ledger
