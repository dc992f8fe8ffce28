// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/cold_store.h"
#include "core/ledger/wallet_table.h"
#include "core/model/flag.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::detect {

/// Every statement of the detectors in the order they were made; none is ever changed or forgotten, so they are
/// kept packed: wallets as numbers, sentences that come again once, the rest in as few bytes as it needs, and on
/// pages of which the oldest can go to a cold store. A place is a statement's number from 0 upwards; what is asked
/// of many is answered without unpacking them. Thread: confined.
class FlagBook {
public:
    /// A flag as it stands: the place of its first statement tells since when, that of its last what is known now.
    struct Entry {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };

    /// What lies in a cold store, and how it went.
    struct ColdStats {
        std::uint64_t statements = 0;  ///< put away
        std::uint64_t bytes = 0;       ///< that they take there
        std::uint64_t lost = 0;        ///< times that one came back damaged or not at all
        std::uint64_t refused = 0;     ///< pages that could not be put away
        std::string error;             ///< the last thing that went wrong; empty when nothing did
    };

    /// All statements, read like a list; each is unpacked when it is looked at.
    class History {
    public:
        class Iterator {
        public:
            using value_type = Flag;
            using difference_type = std::ptrdiff_t;
            using iterator_category = std::input_iterator_tag;
            using reference = Flag;
            using pointer = void;

            Iterator(const FlagBook& book, std::uint32_t place) : m_book(&book), m_place(place) {}
            Flag operator*() const { return m_book->at(m_place); }
            Iterator& operator++() noexcept {
                ++m_place;
                return *this;
            }
            friend bool operator==(const Iterator& a, const Iterator& b) noexcept { return a.m_place == b.m_place; }

        private:
            const FlagBook* m_book;
            std::uint32_t m_place;
        };

        explicit History(const FlagBook& book) : m_book(book) {}
        [[nodiscard]] std::size_t size() const noexcept { return m_book.size(); }
        [[nodiscard]] bool empty() const noexcept { return size() == 0; }
        [[nodiscard]] Flag operator[](std::size_t place) const {
            return m_book.at(static_cast<std::uint32_t>(place));
        }
        [[nodiscard]] Iterator begin() const { return {m_book, 0}; }
        [[nodiscard]] Iterator end() const { return {m_book, static_cast<std::uint32_t>(size())}; }

    private:
        const FlagBook& m_book;
    };

    /// `wallets` numbers the wallets; shared with whoever else numbers them.
    explicit FlagBook(std::shared_ptr<ledger::WalletTable> wallets = std::make_shared<ledger::WalletTable>())
        : m_wallets(std::move(wallets)) {}

    /// From now on statements beyond `hotBytes` go to the store, the oldest first. Nothing else about the book
    /// changes, but for a statement that does not come back whole: it stands without what it said, and its rule
    /// says so (kLost).
    void putAway(std::shared_ptr<ledger::ColdStore> store, std::size_t hotBytes);
    [[nodiscard]] const ColdStats& cold() const noexcept { return m_cold; }
    /// The rule of a statement that was lost.
    static constexpr std::string_view kLost = "What was stated could not be read back from the disk.";

    void add(const Flag& flag);
    [[nodiscard]] std::size_t size() const noexcept { return m_heads.size(); }
    [[nodiscard]] History history() const { return History{*this}; }
    /// The whole statement.
    [[nodiscard]] Flag at(std::uint32_t place) const;
    [[nodiscard]] std::string_view kind(std::uint32_t place) const { return *m_words[m_heads[place].kind]; }
    [[nodiscard]] bool withdrawn(std::uint32_t place) const noexcept { return m_heads[place].withdrawn; }
    /// Whether two statements are about the same flag of one coin, or of none.
    [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const noexcept;
    /// The flags of a coin that stand, by kind and subject; `mint` empty: those about wallets alone. A flag whose
    /// last statement withdraws it does not stand. Cost: a look at each statement about the coin.
    [[nodiscard]] std::vector<Entry> of(const std::optional<Mint>& mint) const;
    /// Bytes that the statements take, here and put away, without the tables of what they share.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_packed; }

private:
    static constexpr std::uint32_t kNoCoin = 0xffffffffU;
    /// Set in a subject that is no wallet's address.
    static constexpr std::uint32_t kWord = 0x80000000U;

    /// What is asked of many statements.
    struct Head {
        std::uint32_t page = 0;
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
        std::uint32_t check = 0;  ///< low half of the checksum of its bytes
        std::uint32_t coin = kNoCoin;
        std::uint32_t subject = 0;  ///< a wallet's number, or kWord and the number of a word
        std::uint32_t kind = 0;     ///< a word's number
        bool withdrawn = false;
    };
    struct Page {
        std::unique_ptr<std::uint8_t[]> bytes;  ///< null: put away
        std::uint32_t used = 0;
        std::uint32_t statements = 0;
        std::uint64_t number = 0;  ///< in the store
    };
    class Packer;
    class Unpacker;

    [[nodiscard]] std::uint32_t wordOf(const std::string& word);
    [[nodiscard]] std::uint32_t subjectOf(const std::string& subject);
    [[nodiscard]] std::string subjectText(std::uint32_t subject) const;
    void keep(const std::vector<std::uint8_t>& bytes, Head& head);
    void beginPage(std::size_t size);
    void cool();
    [[nodiscard]] std::vector<std::uint8_t> fromStore(const Head& head) const;

    std::shared_ptr<ledger::WalletTable> m_wallets;
    std::vector<Head> m_heads;
    std::vector<Page> m_pages;
    std::size_t m_room = 0;                   ///< bytes free at the end of the last page
    std::unique_ptr<std::uint8_t[]> m_spare;  ///< room of a page that was put away, for the next
    std::size_t m_packed = 0;
    std::shared_ptr<ledger::ColdStore> m_store;
    std::size_t m_hotBytes = 0;
    std::size_t m_away = 0;  ///< pages put away: the first ones
    std::size_t m_rest = 0;  ///< pages to fill before the store is asked again
    mutable ColdStats m_cold;
    std::vector<std::uint8_t> m_scratch;

    std::vector<Mint> m_coins;
    boost::unordered_flat_map<Mint, std::uint32_t, std::hash<Mint>> m_coinOf;
    std::vector<std::vector<std::uint32_t>> m_placesOf;  ///< by coin
    std::vector<std::uint32_t> m_ofWallets;              ///< places of statements about no coin
    // Words and sentences that come again.
    std::unordered_map<std::string, std::uint32_t> m_sentenceOf;
    std::vector<const std::string*> m_sentences;
    std::unordered_map<std::string, std::uint32_t> m_wordOf;
    std::vector<const std::string*> m_words;
};

}  // namespace core::detect
