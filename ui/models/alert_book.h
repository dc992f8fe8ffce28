// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "core/review/alert_history.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ui {

/// One alert of the list.
struct AlertRow {
    std::string key;
    std::uint64_t id = 0;  ///< of the key, the same in every run of the program: rows are told apart by it
    std::shared_ptr<const core::Alert> alert;
    std::optional<double> price;   ///< at the alert, whole quote units for one coin
    std::optional<double> change;  ///< last known price over that, minus 1
    /// When the last price was stored, Unix seconds; empty: it is that of the running session.
    std::optional<std::int64_t> storedAt;
    std::optional<bool> verdict;
    std::string reason;
    bool judgeable = true;
    bool muted = false;

    friend bool operator==(const AlertRow&, const AlertRow&) = default;
};

/// Which alerts are listed.
struct AlertFilter {
    std::optional<core::AlertGroup> group;
    bool unjudged = false;
    QStringList words;  ///< each stands in sentence, rule, kind, ticker or address, capitals or not

    void search(const QString& text) { words = text.split(u' ', Qt::SkipEmptyParts); }
    friend bool operator==(const AlertFilter&, const AlertFilter&) = default;
};

/// Alerts of the session that runs, joined with stored ones and with what the user holds of them. Each alert is
/// there once; a replay brings its own and no stored ones. Thread: GUI.
class AlertBook {
public:
    static constexpr std::size_t kMost = 7'000;

    /// Another session begins: nothing is known of it.
    void clear();
    /// Alerts and last prices of the session. True when anything changed.
    bool take(const core::pipeline::Snapshot& snapshot);
    /// Stored alerts, in the place of those taken before; null for none. True when anything changed.
    bool take(const std::shared_ptr<const core::review::AlertHistory>& history);
    /// A verdict of now: it holds until a later one, whatever is read from the database meanwhile.
    void judge(const std::string& key, std::optional<bool> verdict, const std::string& reason);
    void setMuted(std::unordered_set<core::Mint> coins, std::unordered_set<std::string> rules);

    /// Newest first, at most kMost.
    [[nodiscard]] std::vector<std::shared_ptr<const AlertRow>> rows(const AlertFilter& filter);
    /// Alerts of a group under a filter's other wishes; without a group: of all.
    [[nodiscard]] std::size_t count(AlertFilter filter, std::optional<core::AlertGroup> group) const;
    /// Coins of the newest alerts under a filter, each once, at most `most`.
    [[nodiscard]] std::vector<core::Mint> coins(const AlertFilter& filter, std::size_t most) const;
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }

    struct Judged {
        std::optional<bool> verdict;
        std::string reason;
    };

    /// What the user holds of an alert now; nothing for one that is not known.
    [[nodiscard]] Judged verdictOf(const std::string& key) const;

private:
    struct Entry {
        std::string key;
        std::uint64_t id = 0;
        std::shared_ptr<const core::Alert> alert;
        std::optional<double> price;
        std::optional<bool> verdict;
        std::string reason;
        bool judgeable = true;
        bool session = false;  ///< the session that runs raised it
        QString words;         ///< what a search looks in, folded
        std::shared_ptr<const AlertRow> shown;
    };

    /// Takes an alert over; those that are new go to `fresh`.
    void put(Entry entry, std::vector<Entry*>& fresh);
    void order();
    [[nodiscard]] bool passes(const Entry& entry, const AlertFilter& filter) const;
    [[nodiscard]] std::shared_ptr<const AlertRow> rowOf(Entry& entry) const;

    std::unordered_map<std::string, Entry> m_entries;
    std::vector<Entry*> m_rows;  ///< newest first; nodes of the map stay where they are
    std::unordered_map<std::string, Judged> m_judged;
    std::unordered_set<core::Mint> m_mutedCoins;
    std::unordered_set<std::string> m_mutedRules;
    std::shared_ptr<const core::pipeline::CoinPrices> m_prices;
    std::shared_ptr<const core::review::AlertHistory> m_history;
    std::uint64_t m_sessionCount = 0;
    std::shared_ptr<const core::Alert> m_newest;  ///< of the session
};

}  // namespace ui
