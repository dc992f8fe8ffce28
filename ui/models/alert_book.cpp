// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_book.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ui {
namespace {

QString folded(const core::Alert& alert) {
    QString out = QString::fromStdString(alert.text) + u' ' + QString::fromStdString(alert.rule) + u' ' +
                  QString::fromStdString(alert.kind) + u' ' + QString::fromStdString(alert.coin);
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

void AlertBook::put(const std::string& key, Entry entry, std::vector<std::string>& fresh) {
    const auto found = m_entries.find(key);
    if (found == m_entries.end()) {
        entry.words = folded(*entry.alert);
        m_entries.emplace(key, std::move(entry));
        fresh.push_back(key);
        return;
    }
    entry.words = std::move(found->second.words);
    entry.shown = std::move(found->second.shown);
    found->second = std::move(entry);
}

void AlertBook::order() {
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const std::string& a, const std::string& b) {
        const core::Alert& first = *m_entries.at(a).alert;
        const core::Alert& second = *m_entries.at(b).alert;
        if (timeOf(first) != timeOf(second)) return timeOf(first) > timeOf(second);
        return first.slot && second.slot && *first.slot > *second.slot;
    });
    while (m_rows.size() > kMost) {
        m_entries.erase(m_rows.back());
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
    std::vector<std::string> added;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& alert = snapshot.alerts[i];
        const std::string key = core::alertKey(*alert);
        Entry entry;
        entry.alert = alert;
        if (alert->price.valid()) entry.price = alert->price.value(alert->baseDecimals, alert->quoteDecimals);
        if (const auto known = m_entries.find(key); known != m_entries.end()) {
            entry.verdict = known->second.verdict;
            entry.reason = known->second.reason;
        }
        put(key, std::move(entry), added);
    }
    // Of two with one time the later one stands above.
    m_rows.insert(m_rows.begin(), added.begin(), added.end());
    order();
    return true;
}

bool AlertBook::take(const std::shared_ptr<const core::review::AlertHistory>& history) {
    if (history == m_history) return false;
    m_history = history;
    if (!history) return true;
    std::vector<std::string> added;
    for (const auto& record : history->rows) {
        Entry entry;
        entry.alert = record->alert;
        entry.price = record->price;
        entry.verdict = record->verdict;
        entry.reason = record->reason;
        entry.judgeable = record->judgeable;
        // The session's own has more to tell than its row in the database, which has the verdict.
        const auto known = m_entries.find(record->key);
        if (known != m_entries.end() && known->second.alert->price.valid()) {
            entry.alert = known->second.alert;
            entry.price = known->second.price;
        }
        put(record->key, std::move(entry), added);
    }
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    order();
    return true;
}

void AlertBook::judge(const std::string& key, std::optional<bool> verdict, const std::string& reason) {
    m_judged[key] = {verdict, reason};
}

void AlertBook::setMuted(std::unordered_set<core::Mint> coins, std::unordered_set<std::string> rules) {
    m_mutedCoins = std::move(coins);
    m_mutedRules = std::move(rules);
}

bool AlertBook::passes(const Entry& entry, const std::string& key, const AlertFilter& filter) const {
    if (filter.group && entry.alert->group != *filter.group) return false;
    if (filter.unjudged) {
        const auto now = m_judged.find(key);
        if (now != m_judged.end() ? now->second.verdict.has_value() : entry.verdict.has_value()) return false;
    }
    return std::all_of(filter.words.begin(), filter.words.end(), [&](const QString& word) {
        return entry.words.contains(word.toCaseFolded()) ||
               (entry.alert->mint && QString::fromStdString(entry.alert->mint->base58()) == word);
    });
}

AlertRow AlertBook::rowOf(const std::string& key, const Entry& entry) const {
    AlertRow out;
    out.key = key;
    out.alert = entry.alert;
    out.price = entry.price;
    out.verdict = entry.verdict;
    out.reason = entry.reason;
    out.judgeable = entry.judgeable;
    if (const auto now = m_judged.find(key); now != m_judged.end()) {
        out.verdict = now->second.verdict;
        out.reason = now->second.reason;
    }
    const core::Alert& alert = *entry.alert;
    out.muted = (alert.mint && m_mutedCoins.contains(*alert.mint)) || m_mutedRules.contains(alert.rule);
    if (!alert.mint || !alert.price.valid()) return out;
    core::PriceRatio last;
    if (m_prices) {
        if (const auto live = m_prices->find(*alert.mint); live != m_prices->end()) last = live->second;
    }
    if (!last.valid() && m_history) {
        if (const auto stored = m_history->prices.find(*alert.mint); stored != m_history->prices.end()) {
            last = stored->second.price;
            out.storedAt = stored->second.time;
        }
    }
    // Both are of one coin in one quote: decimals fall out.
    if (last.valid()) out.change = last.value(0, 0) / alert.price.value(0, 0) - 1;
    return out;
}

std::vector<std::shared_ptr<const AlertRow>> AlertBook::rows(const AlertFilter& filter) {
    std::vector<std::shared_ptr<const AlertRow>> out;
    out.reserve(m_rows.size());
    for (const std::string& key : m_rows) {
        Entry& entry = m_entries.at(key);
        if (!passes(entry, key, filter)) continue;
        // Rows that did not change stay the same objects: the table then has nothing to do for them.
        AlertRow row = rowOf(key, entry);
        if (!entry.shown || !(*entry.shown == row)) entry.shown = std::make_shared<const AlertRow>(std::move(row));
        out.push_back(entry.shown);
    }
    return out;
}

std::size_t AlertBook::count(AlertFilter filter, std::optional<core::AlertGroup> group) const {
    filter.group = group;
    return static_cast<std::size_t>(std::count_if(m_rows.begin(), m_rows.end(), [&](const std::string& key) {
        return passes(m_entries.at(key), key, filter);
    }));
}

std::vector<core::Mint> AlertBook::coins(const AlertFilter& filter, std::size_t most) const {
    std::vector<core::Mint> out;
    std::unordered_set<core::Mint> seen;
    for (const std::string& key : m_rows) {
        if (out.size() >= most) break;
        const Entry& entry = m_entries.at(key);
        if (entry.alert->mint && passes(entry, key, filter) && seen.insert(*entry.alert->mint).second)
            out.push_back(*entry.alert->mint);
    }
    return out;
}

}  // namespace ui
