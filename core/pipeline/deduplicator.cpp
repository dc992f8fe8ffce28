// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/deduplicator.h"

#include <cstring>
#include <random>
#include <utility>

namespace core::pipeline {
namespace {

std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33U;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

// Signatures of a file may be made up to fall on one slot; that needs the seed, which nobody outside knows.
std::uint64_t seed() {
    static const std::uint64_t instance = [] {
        std::random_device device;
        return (std::uint64_t{device()} << 32U) | device();
    }();
    return instance;
}

constexpr std::uint64_t kPathsMark = 0x5bd1e995a1b3c7d1ULL;

// What an event is, for sources that do not say where in its transaction it stands.
std::uint64_t meaning(const Event& event) {
    std::uint64_t out = mix(event.body.index() + 1);
    out = mix(out ^ std::hash<Mint>{}(mintOf(event.body)));
    if (const auto* trade = std::get_if<Trade>(&event.body))
        out = mix(out ^ static_cast<std::uint64_t>(trade->side));
    return out | 1U;  // odd: never equal to the key of a path
}

}  // namespace

std::size_t Deduplicator::Set::homeOf(const Key& key) const noexcept {
    return static_cast<std::size_t>(mix(mix(key.a ^ seed()) ^ key.b)) & (m_slots.size() - 1);
}

std::size_t Deduplicator::Set::slotOf(const Key& key) const noexcept {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = homeOf(key);
    while (m_slots[at] != Key{} && m_slots[at] != key) at = (at + 1) & mask;
    return at;
}

void Deduplicator::Set::fetch(const Key& key) const noexcept {
    if (!m_slots.empty()) __builtin_prefetch(&m_slots[homeOf(key)], 1);
}

bool Deduplicator::Set::contains(const Key& key) const noexcept {
    if (key == Key{}) return m_hasZero;
    return !m_slots.empty() && m_slots[slotOf(key)] == key;
}

void Deduplicator::Set::insert(const Key& key) {
    if (key == Key{}) {
        m_size += m_hasZero ? 0 : 1;
        m_hasZero = true;
        return;
    }
    if (m_size + 1 > m_slots.size() / 3 * 2) grow();
    Key& slot = m_slots[slotOf(key)];
    if (slot == key) return;
    slot = key;
    ++m_size;
}

void Deduplicator::Set::grow() {
    constexpr std::size_t kSmallest = 1024;
    const Slots old = std::exchange(m_slots, {});
    m_slots.resize(old.empty() ? kSmallest : old.size() * 2);
    for (const Key& key : old)
        if (key != Key{}) m_slots[slotOf(key)] = key;
}

void Deduplicator::remember(std::initializer_list<Key> keysOfOneEvent) {
    for (const Key& key : keysOfOneEvent) m_young.insert(key);
    if (++m_youngEvents < m_capacity) return;
    m_old = std::move(m_young);
    m_young = {};
    m_youngEvents = 0;
}

Deduplicator::Key Deduplicator::signatureKey(const Event& event) noexcept {
    // Signatures are uniform: 16 of the 64 bytes name one among any number of transactions we can hold.
    Key signature{};
    std::memcpy(&signature.a, event.at.signature->bytes().data(), sizeof signature.a);
    std::memcpy(&signature.b, event.at.signature->bytes().data() + 32, sizeof signature.b);
    return signature;
}

Deduplicator::Key Deduplicator::pathKey(const Event& event) noexcept {
    Key key = signatureKey(event);
    key.a ^= mix(event.at.path.value_or(EventPath{}).key() + 1) & ~std::uint64_t{1};
    return key;
}

void Deduplicator::fetch(const Event& event) const noexcept {
    if (!event.at.signature || !event.at.path) return;
    const Key key = pathKey(event);
    m_young.fetch(key);
    m_old.fetch(key);
}

bool Deduplicator::firstSight(const Event& event) {
    if (!event.at.signature) return true;
    const Key signature = signatureKey(event);
    const Key byPath = pathKey(event);
    if (event.at.path && !m_pathlessSources) {
        if (known(byPath)) {
            ++m_duplicates;
            return false;
        }
        remember({byPath});
        return true;
    }
    const Key byMeaning{signature.a ^ meaning(event), signature.b};
    const Key toldWithPaths{signature.a ^ kPathsMark, signature.b};
    // Two events of one meaning in one transaction are legitimate when both have paths; only a source
    // without paths can have told this one before.
    const bool seen =
        event.at.path ? known(byPath) || (known(byMeaning) && !known(toldWithPaths)) : known(byMeaning);
    if (seen) {
        ++m_duplicates;
        return false;
    }
    if (event.at.path)
        remember({byMeaning, byPath, toldWithPaths});
    else
        remember({byMeaning});
    return true;
}

}  // namespace core::pipeline
