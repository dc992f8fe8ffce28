// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/deduplicator.h"

#include <cstring>

namespace core::pipeline {
namespace {

std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33U;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

constexpr std::uint64_t kPathsMark = 0x5bd1e995a1b3c7d1ULL;

const Mint& coinOf(const EventBody& body) {
    return std::visit([](const auto& event) -> const Mint& { return event.mint; }, body);
}

// What an event is, for sources that do not say where in its transaction it stands.
std::uint64_t meaning(const Event& event) {
    std::uint64_t out = mix(event.body.index() + 1);
    out = mix(out ^ std::hash<Mint>{}(coinOf(event.body)));
    if (const auto* trade = std::get_if<Trade>(&event.body))
        out = mix(out ^ static_cast<std::uint64_t>(trade->side));
    return out | 1U;  // odd: never equal to the key of a path
}

}  // namespace

void Deduplicator::remember(std::initializer_list<Key> keysOfOneEvent) {
    m_young.insert(keysOfOneEvent);
    if (++m_youngEvents < m_capacity) return;
    m_old = std::move(m_young);
    m_young = {};
    m_youngEvents = 0;
}

bool Deduplicator::firstSight(const Event& event) {
    if (!event.at.signature) return true;
    // Signatures are uniform: 16 of the 64 bytes name one among any number of transactions we can hold.
    Key signature{};
    std::memcpy(&signature.a, event.at.signature->bytes().data(), sizeof signature.a);
    std::memcpy(&signature.b, event.at.signature->bytes().data() + 32, sizeof signature.b);
    const Key byPath{signature.a ^ (mix(event.at.path.value_or(EventPath{}).key() + 1) & ~std::uint64_t{1}),
                     signature.b};
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
