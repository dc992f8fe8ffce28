// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/flag_book.h"

#include <utility>

namespace core::detect {

void FlagBook::add(Flag flag) {
    // Kept for good: the room that growing lists set aside would be a third of all memory of flags.
    const auto trim = [](auto& list) {
        if (list.capacity() > list.size() + list.size() / 4) list.shrink_to_fit();
    };
    trim(flag.wallets);
    trim(flag.evidence);
    m_history.push_back(std::move(flag));
    const Flag& kept = m_history.back();
    Entry& entry = m_current[kept.mint][{kept.kind, kept.subject}];
    if (entry.first == nullptr) entry.first = &kept;
    entry.last = &kept;
}

std::vector<FlagBook::Entry> FlagBook::of(const std::optional<Mint>& mint) const {
    std::vector<Entry> out;
    const auto found = m_current.find(mint);
    if (found == m_current.end()) return out;
    for (const auto& [key, entry] : found->second)
        if (!entry.last->withdrawn) out.push_back(entry);
    return out;
}

Alert alertOf(const Flag& flag) {
    Alert alert;
    alert.rule = flag.kind;
    alert.kind = flag.kind;
    alert.mint = flag.mint;
    alert.subject = flag.subject;
    alert.wallets = flag.wallets;
    alert.slot = flag.slot;
    alert.time = flag.time;
    alert.severity = flag.alert.value_or(Severity::Info);
    alert.text = flag.rule;
    alert.confidence = flag.confidence;
    alert.evidence = flag.evidence;
    return alert;
}

}  // namespace core::detect
