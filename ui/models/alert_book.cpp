// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_book.h"

#include "ui/phrases/phrases.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ui {
namespace {

QString folded(const core::Alert& alert) {
    const QString english = QString::fromStdString(alert.text);
    QString out = english + u' ' + QString::fromStdString(alert.rule) + u' ' + QString::fromStdString(alert.kind) +
                  u' ' + QString::fromStdString(alert.coin);
    // Found by what the row shows, too.
    if (const QString shown = phrases::inLanguage(english); shown != english) out += u' ' + shown;
    return out.toCaseFolded();
}

std::int64_t timeOf(const core::Alert& alert) {
    return alert.time ? alert.time->value() : std::numeric_limits<std::int64_t>::min();
}

}  // namespace

void AlertBook::clear() {
    m_entries.clear();
    m_rows.clear();
    m_judged.clear();
    m_prices.reset();
    m_history.reset();
    m_sessionCount = 0;
    m_newest.reset();
}

void AlertBook::put(Entry entry, std::vector<Entry*>& fresh) {
    const auto [found, isNew] = m_entries.try_emplace(entry.key);
    entry.id = std::hash<std::string>{}(entry.key);
    if (isNew) {
        entry.words = folded(*entry.alert);
        found->second = std::move(entry);
        fresh.push_back(&found->second);
        return;
    }
    entry.words = std::move(found->second.words);
    entry.shown = std::move(found->second.shown);
    found->second = std::move(entry);
}

void AlertBook::order() {
    const auto newer = [](const Entry* a, const Entry* b) {
        const std::int64_t first = timeOf(*a->alert);
        const std::int64_t second = timeOf(*b->alert);
        if (first != second) return first > second;
        return a->alert->slot && b->alert->slot && *a->alert->slot > *b->alert->slot;
    };
    // What comes is mostly the newest and stands in its place already.
    if (!std::is_sorted(m_rows.begin(), m_rows.end(), newer)) std::stable_sort(m_rows.begin(), m_rows.end(), newer);
    while (m_rows.size() > kMost) {
        m_entries.erase(std::string{m_rows.back()->key});
        m_rows.pop_back();
    }
}

bool AlertBook::take(const core::pipeline::Snapshot& snapshot) {
    const bool priced = std::exchange(m_prices, snapshot.prices) != snapshot.prices;
    const auto newest = snapshot.alerts.empty() ? nullptr : snapshot.alerts.front();
    if (snapshot.alertCount == m_sessionCount && newest == m_newest) return priced;
    const std::uint64_t fresh =
        snapshot.alertCount > m_sessionCount ? snapshot.alertCount - m_sessionCount : snapshot.alertCount;
    m_sessionCount = snapshot.alertCount;
    m_newest = newest;
    const std::size_t count = std::min<std::uint64_t>(fresh, snapshot.alerts.size());
    std::vector<Entry*> added;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& alert = snapshot.alerts[i];
        Entry entry;
        entry.key = core::alertKey(*alert);
        entry.alert = alert;
        entry.session = true;
        if (alert->price.valid()) entry.price = alert->price.value(alert->baseDecimals, alert->quoteDecimals);
        if (const auto known = m_entries.find(entry.key); known != m_entries.end()) {
            entry.verdict = known->second.verdict;
            entry.reason = known->second.reason;
        }
        put(std::move(entry), added);
    }
    // Of two with one time the later one stands above.
    m_rows.insert(m_rows.begin(), added.begin(), added.end());
    order();
    return true;
}

bool AlertBook::take(const std::shared_ptr<const core::review::AlertHistory>& history) {
    if (history == m_history) return false;
    m_history = history;
    std::erase_if(m_rows, [](const Entry* entry) { return !entry->session; });
    std::erase_if(m_entries, [](const auto& one) { return !one.second.session; });
    if (!history) return true;
    std::vector<Entry*> added;
    for (const auto& record : history->rows) {
        Entry entry;
        entry.key = record->key;
        entry.alert = record->alert;
        entry.price = record->price;
        entry.verdict = record->verdict;
        entry.reason = record->reason;
        entry.judgeable = record->judgeable;
        // The session's own has more to tell than its row in the database, which has the verdict.
        const auto known = m_entries.find(record->key);
        if (known != m_entries.end()) {
            entry.session = true;
            entry.alert = known->second.alert;
            entry.price = known->second.price;
        }
        put(std::move(entry), added);
    }
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    order();
    return true;
}

void AlertBook::judge(const std::string& key, std::optional<bool> verdict, const std::string& reason) {
    m_judged[key] = {verdict, reason};
}

AlertBook::Judged AlertBook::verdictOf(const std::string& key) const {
    if (const auto now = m_judged.find(key); now != m_judged.end()) return now->second;
    const auto known = m_entries.find(key);
    return known == m_entries.end() ? Judged{} : Judged{known->second.verdict, known->second.reason};
}

void AlertBook::setMuted(std::unordered_set<core::Mint> coins, std::unordered_set<std::string> rules) {
    m_mutedCoins = std::move(coins);
    m_mutedRules = std::move(rules);
}

bool AlertBook::passes(const Entry& entry, const AlertFilter& filter) const {
    if (filter.group && entry.alert->group != *filter.group) return false;
    if (filter.unjudged && verdictOf(entry.key).verdict) return false;
    return std::all_of(filter.words.begin(), filter.words.end(), [&](const QString& word) {
        return entry.words.contains(word.toCaseFolded()) ||
               (entry.alert->mint && QString::fromStdString(entry.alert->mint->base58()) == word);
    });
}

std::shared_ptr<const AlertRow> AlertBook::rowOf(Entry& entry) const {
    const core::Alert& alert = *entry.alert;
    const Judged held = m_judged.empty() ? Judged{entry.verdict, entry.reason} : verdictOf(entry.key);
    const bool muted = (alert.mint && m_mutedCoins.contains(*alert.mint)) || m_mutedRules.contains(alert.rule);
    std::optional<double> change;
    std::optional<std::int64_t> storedAt;
    if (alert.mint && alert.price.valid()) {
        core::PriceRatio last;
        if (m_prices) {
            if (const auto live = m_prices->find(*alert.mint); live != m_prices->end()) last = live->second;
        }
        if (!last.valid() && m_history) {
            if (const auto stored = m_history->prices.find(*alert.mint); stored != m_history->prices.end()) {
                last = stored->second.price;
                storedAt = stored->second.time;
            }
        }
        // Both are of one coin in one quote: decimals fall out.
        if (last.valid()) change = last.value(0, 0) / alert.price.value(0, 0) - 1;
    }
    // Rows that did not change stay the same objects: the table then has nothing to do for them.
    const AlertRow* shown = entry.shown.get();
    if (shown != nullptr && shown->alert == entry.alert && shown->change == change && shown->storedAt == storedAt &&
        shown->verdict == held.verdict && shown->muted == muted && shown->price == entry.price &&
        shown->judgeable == entry.judgeable && shown->reason == held.reason)
        return entry.shown;
    entry.shown =
        std::make_shared<const AlertRow>(AlertRow{entry.key, entry.id, entry.alert, entry.price, change, storedAt,
                                                  held.verdict, held.reason, entry.judgeable, muted});
    return entry.shown;
}

std::vector<std::shared_ptr<const AlertRow>> AlertBook::rows(const AlertFilter& filter) {
    std::vector<std::shared_ptr<const AlertRow>> out;
    out.reserve(m_rows.size());
    for (Entry* entry : m_rows)
        if (passes(*entry, filter)) out.push_back(rowOf(*entry));
    return out;
}

std::size_t AlertBook::count(AlertFilter filter, std::optional<core::AlertGroup> group) const {
    filter.group = group;
    return static_cast<std::size_t>(
        std::count_if(m_rows.begin(), m_rows.end(), [&](const Entry* entry) { return passes(*entry, filter); }));
}

std::vector<core::Mint> AlertBook::coins(const AlertFilter& filter, std::size_t most) const {
    std::vector<core::Mint> out;
    std::unordered_set<core::Mint> seen;
    for (const Entry* entry : m_rows) {
        if (out.size() >= most) break;
        if (entry->alert->mint && passes(*entry, filter) && seen.insert(*entry->alert->mint).second)
            out.push_back(*entry->alert->mint);
    }
    return out;
}

}  // namespace ui
