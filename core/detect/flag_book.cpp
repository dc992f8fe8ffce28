// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/flag_book.h"

#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"
#include "core/base/checksum.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

namespace core::detect {
namespace {

constexpr std::size_t kPage = std::size_t{64} << 10U;
// After a refusal the store is left alone for as many pages: a full disk does not get emptier by asking.
constexpr std::size_t kRest = 64;
// Sentences that are the same in many statements are few and short; a name in one must not fill the table.
constexpr std::size_t kMostSentences = 4'096;
constexpr std::size_t kLongestSentence = 256;

// What a statement has; absent parts are not written.
constexpr std::uint8_t kHasSlot = 1;
constexpr std::uint8_t kHasTime = 2;
constexpr std::uint8_t kHasAlert = 4;
constexpr std::uint8_t kHasOther = 8;
// What a proof has.
constexpr std::uint8_t kSignature = 1;
constexpr std::uint8_t kSlot = 2;
constexpr std::uint8_t kAmount = 4;

// How a sentence is written.
constexpr std::uint64_t kLiteral = 0;
constexpr std::uint64_t kAsBefore = 1;  // as the one written before in its row
constexpr std::uint64_t kFirstSentence = 2;

}  // namespace

class FlagBook::Packer {
public:
    explicit Packer(FlagBook& book) : m_book(book), m_out(book.m_scratch) {}

    void pack(const Flag& flag) {
        m_out.byte(static_cast<std::uint8_t>((flag.slot ? kHasSlot : 0) | (flag.time ? kHasTime : 0) |
                                             (flag.gravity ? kHasAlert : 0) | (flag.otherMint ? kHasOther : 0)));
        m_out.fixed(flag.confidence);
        m_out.fixed(flag.value);
        if (flag.slot) m_out.varint(flag.slot->value());
        if (flag.time) m_out.signedVarint(flag.time->value());
        if (flag.gravity) m_out.byte(static_cast<std::uint8_t>(*flag.gravity));
        if (flag.otherMint) m_out.bytes(flag.otherMint->bytes());
        sentence(flag.unit);
        m_out.text(flag.rule);
        wallets(flag.wallets);
        m_out.varint(flag.against.size());
        for (const std::string& line : flag.against) sentence(line);
        m_out.varint(flag.evidence.size());
        m_slot = flag.slot ? flag.slot->value() : 0;
        for (const Evidence& seen : flag.evidence) proof(seen);
    }

private:
    void sentence(const std::string& text) {
        auto& known = m_book.m_sentenceOf;
        auto found = known.find(text);
        if (found == known.end() && known.size() < kMostSentences && text.size() <= kLongestSentence) {
            found = known.emplace(text, static_cast<std::uint32_t>(known.size())).first;
            m_book.m_sentences.push_back(&found->first);
        }
        if (found != known.end()) {
            m_out.varint(kFirstSentence + found->second);
        } else {
            m_out.varint(kLiteral);
            m_out.text(text);
        }
    }
    void wallets(const std::vector<Wallet>& list) {
        m_out.varint(list.size());
        for (const Wallet& wallet : list) m_out.varint(m_book.m_wallets->number(wallet));
    }
    void proof(const Evidence& seen) {
        m_out.byte(static_cast<std::uint8_t>((seen.signature ? kSignature : 0) | (seen.slot ? kSlot : 0) |
                                             (seen.amount ? kAmount : 0)));
        sentence(seen.kind);
        if (seen.signature) m_out.bytes(seen.signature->bytes());
        if (seen.slot)
            m_out.signedVarint(
                static_cast<std::int64_t>(seen.slot->value() - std::exchange(m_slot, seen.slot->value())));
        if (seen.amount) m_out.varint(seen.amount->value());
        wallets(seen.wallets);
        // Numbers of this proof alone stand in it, so it is not looked for among those that come again.
        if (m_text != nullptr && *m_text == seen.text) {
            m_out.varint(kAsBefore);
        } else {
            m_out.varint(kLiteral);
            m_out.text(seen.text);
        }
        m_text = &seen.text;
    }

    FlagBook& m_book;
    ByteWriter m_out;
    std::uint64_t m_slot = 0;
    const std::string* m_text = nullptr;
};

class FlagBook::Unpacker {
public:
    Unpacker(const FlagBook& book, std::span<const std::uint8_t> bytes) : m_book(book), m_in(bytes) {}

    void unpack(Flag& flag) {
        const auto has = m_in.integer<std::uint8_t>();
        flag.confidence = real();
        flag.value = real();
        if ((has & kHasSlot) != 0) flag.slot = Slot{m_in.varint()};
        if ((has & kHasTime) != 0) flag.time = BlockTime{m_in.signedVarint()};
        if ((has & kHasAlert) != 0) flag.gravity = static_cast<Severity>(m_in.integer<std::uint8_t>());
        if ((has & kHasOther) != 0) flag.otherMint = key<Mint>();
        flag.unit = sentence();
        flag.rule = m_in.text();
        flag.wallets = wallets();
        flag.against.resize(m_in.varint());
        for (std::string& line : flag.against) line = sentence();
        flag.evidence.resize(m_in.varint());
        m_slot = flag.slot ? flag.slot->value() : 0;
        for (Evidence& seen : flag.evidence) proof(seen);
    }

private:
    template <class Key>
    Key key() {
        std::array<std::uint8_t, Key::kSize> bytes{};
        const auto raw = m_in.bytes(bytes.size());
        std::copy(raw.begin(), raw.end(), bytes.begin());
        return Key{bytes};
    }
    double real() { return std::bit_cast<double>(m_in.integer<std::uint64_t>()); }
    std::string_view sentence() {
        const std::uint64_t way = m_in.varint();
        if (way >= kFirstSentence) return *m_book.m_sentences[way - kFirstSentence];
        return way == kAsBefore ? m_text : m_in.text();
    }
    std::vector<Wallet> wallets() {
        std::vector<Wallet> out(m_in.varint());
        for (Wallet& wallet : out) wallet = m_book.m_wallets->address(static_cast<std::uint32_t>(m_in.varint()));
        return out;
    }
    void proof(Evidence& seen) {
        const auto has = m_in.integer<std::uint8_t>();
        seen.kind = sentence();
        if ((has & kSignature) != 0) seen.signature = key<Signature>();
        if ((has & kSlot) != 0) seen.slot = Slot{m_slot += static_cast<std::uint64_t>(m_in.signedVarint())};
        if ((has & kAmount) != 0) seen.amount = TokenAmount{m_in.varint()};
        seen.wallets = wallets();
        m_text = sentence();
        seen.text = m_text;
    }

    const FlagBook& m_book;
    ByteReader m_in;
    std::uint64_t m_slot = 0;
    std::string_view m_text;
};

// Most subjects are the address of a wallet, or of a cluster's first.
std::uint32_t FlagBook::subjectOf(const std::string& subject) {
    if (const auto wallet = Wallet::fromBase58(subject); wallet && wallet->base58() == subject) {
        if (const ledger::WalletNumber number = m_wallets->number(*wallet); number < kWord) return number;
    }
    return kWord | wordOf(subject);
}

std::uint32_t FlagBook::wordOf(const std::string& word) {
    const auto [found, added] = m_wordOf.emplace(word, static_cast<std::uint32_t>(m_words.size()));
    if (added) m_words.push_back(&found->first);
    return found->second;
}

std::string FlagBook::subjectText(std::uint32_t subject) const {
    return (subject & kWord) != 0 ? *m_words[subject & ~kWord] : m_wallets->address(subject).base58();
}

void FlagBook::putAway(std::shared_ptr<ledger::ColdStore> store, std::size_t hotBytes) {
    m_store = std::move(store);
    m_hotBytes = hotBytes;
}

void FlagBook::beginPage(std::size_t size) {
    Page& page = m_pages.emplace_back();
    m_room = std::max(kPage, size);
    page.bytes =
        m_room == kPage && m_spare ? std::move(m_spare) : std::make_unique_for_overwrite<std::uint8_t[]>(m_room);
}

void FlagBook::cool() {
    if (!m_store) return;
    if (m_rest != 0) {
        --m_rest;
        return;
    }
    while (m_packed - m_cold.bytes > m_hotBytes && m_away + 1 < m_pages.size()) {
        Page& page = m_pages[m_away];
        const auto number = m_store->addPage({page.bytes.get(), page.used});
        if (!number) {
            ++m_cold.refused;
            m_cold.error = number.error().message();
            m_rest = kRest;
            return;
        }
        page.number = *number;
        // One of a single long statement has another size.
        if (page.used <= kPage)
            m_spare = std::move(page.bytes);
        else
            page.bytes.reset();
        m_cold.bytes += page.used;
        m_cold.statements += page.statements;
        ++m_away;
    }
}

void FlagBook::keep(const std::vector<std::uint8_t>& bytes, Head& head) {
    if (m_pages.empty() || m_room < bytes.size()) {
        beginPage(bytes.size());
        cool();
    }
    Page& page = m_pages.back();
    head.page = static_cast<std::uint32_t>(m_pages.size() - 1);
    head.offset = page.used;
    head.length = static_cast<std::uint32_t>(bytes.size());
    head.check = static_cast<std::uint32_t>(checksum(bytes));
    std::copy(bytes.begin(), bytes.end(), page.bytes.get() + page.used);
    page.used += head.length;
    ++page.statements;
    m_room -= bytes.size();
    m_packed += bytes.size();
}

// Empty: lost. No statement is.
std::vector<std::uint8_t> FlagBook::fromStore(const Head& head) const {
    auto bytes = m_store->readPage(m_pages[head.page].number, head.offset, head.length);
    if (bytes && static_cast<std::uint32_t>(checksum(*bytes)) == head.check) return std::move(*bytes);
    ++m_cold.lost;
    m_cold.error = bytes ? "what was kept of a flag came back damaged" : bytes.error().message();
    return {};
}

void FlagBook::add(const Flag& flag) {
    m_scratch.clear();
    Packer{*this}.pack(flag);
    const auto place = static_cast<std::uint32_t>(m_heads.size());
    Head head;
    keep(m_scratch, head);
    head.subject = subjectOf(flag.subject);
    head.kind = wordOf(flag.kind);
    head.withdrawn = flag.withdrawn;
    if (flag.mint) {
        const auto [coin, added] = m_coinOf.emplace(*flag.mint, static_cast<std::uint32_t>(m_coins.size()));
        if (added) {
            m_coins.push_back(*flag.mint);
            m_placesOf.emplace_back();
        }
        head.coin = coin->second;
        m_placesOf[head.coin].push_back(place);
    } else {
        m_ofWallets.push_back(place);
    }
    m_heads.push_back(head);
}

Flag FlagBook::at(std::uint32_t place) const {
    const Head& head = m_heads[place];
    Flag flag;
    flag.kind = *m_words[head.kind];
    if (head.coin != kNoCoin) flag.mint = m_coins[head.coin];
    flag.subject = subjectText(head.subject);
    flag.withdrawn = head.withdrawn;
    const Page& page = m_pages[head.page];
    if (page.bytes) {
        Unpacker{*this, {page.bytes.get() + head.offset, head.length}}.unpack(flag);
        return flag;
    }
    const auto bytes = fromStore(head);
    if (bytes.empty())
        flag.rule = kLost;
    else
        Unpacker{*this, bytes}.unpack(flag);
    return flag;
}

bool FlagBook::same(std::uint32_t a, std::uint32_t b) const noexcept {
    const Head& one = m_heads[a];
    const Head& other = m_heads[b];
    return one.kind == other.kind && one.subject == other.subject && one.coin == other.coin;
}

std::vector<FlagBook::Entry> FlagBook::of(const std::optional<Mint>& mint) const {
    const std::vector<std::uint32_t>* places = &m_ofWallets;
    if (mint) {
        const auto found = m_coinOf.find(*mint);
        if (found == m_coinOf.end()) return {};
        places = &m_placesOf[found->second];
    }
    std::map<std::pair<std::string_view, std::string>, Entry> byName;
    for (const std::uint32_t place : *places) {
        const Head& head = m_heads[place];
        byName.try_emplace({*m_words[head.kind], subjectText(head.subject)}, Entry{place, place})
            .first->second.last = place;
    }
    std::vector<Entry> out;
    for (const auto& [name, entry] : byName)
        if (!m_heads[entry.last].withdrawn) out.push_back(entry);
    return out;
}

}  // namespace core::detect
