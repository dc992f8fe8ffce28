// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/alert_archive.h"

#include "core/backtest/outcome.h"
#include "core/base/text.h"
#include "core/review/alert_reader.h"
#include "core/store/alert_rows.h"

#include <algorithm>
#include <utility>

namespace core::review {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr std::size_t kMostJudged = 20'000;
constexpr std::size_t kMostLooked = 2'000;  // alerts whose prices are looked at
constexpr std::int64_t kMinute = 60;

std::vector<std::string> wordsOf(const std::string& search) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : search + ' ') {
        if (c != ' ' && c != '\t' && c != '\n') {
            word += c;
        } else if (!word.empty()) {
            out.push_back(std::exchange(word, {}));
        }
    }
    return out;
}

// Of columns alone: the JSON of thousands of rows would take longer than all the rest.
Claim claimOf(const store::StoredAlert& row, std::optional<bool> right) {
    constexpr std::size_t kLongestName = 64;
    return {sanitizeText(row.rule, kLongestName), sanitizeText(row.kind, kLongestName), row.confidence, row.time,
            right};
}

}  // namespace

AlertArchive::AlertArchive(std::filesystem::path database) : m_database(std::move(database)) {
    m_thread = std::thread([this] { run(); });
}

AlertArchive::~AlertArchive() {
    {
        const std::scoped_lock lock(m_mutex);
        m_leaving = true;
        m_wanted.reset();
        ++m_job;
    }
    m_wake.notify_all();
    m_thread.join();
}

void AlertArchive::ask(AlertWish wish) {
    wish.most = std::min(wish.most, AlertWish::kMost);
    {
        const std::scoped_lock lock(m_mutex);
        m_wanted = std::move(wish);
        ++m_job;
    }
    m_wake.notify_all();
}

std::shared_ptr<const AlertHistory> AlertArchive::latest() const {
    const std::scoped_lock lock(m_mutex);
    return m_answer;
}

void AlertArchive::judge(store::StoredVerdict verdict) {
    {
        const std::scoped_lock lock(m_mutex);
        m_verdicts.push_back(std::move(verdict));
    }
    m_wake.notify_all();
}

bool AlertArchive::overtaken(std::uint64_t job) const {
    const std::scoped_lock lock(m_mutex);
    return job != m_job;
}

void AlertArchive::run() {
    std::string trouble;  // of writing, told with the next answer
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_leaving || m_wanted || !m_verdicts.empty(); });
        // What the user decided is written before the end.
        if (!m_verdicts.empty()) {
            const store::StoredVerdict verdict = std::move(m_verdicts.front());
            m_verdicts.pop_front();
            lock.unlock();
            trouble = write(verdict);
            lock.lock();
            continue;
        }
        if (m_leaving) return;
        const AlertWish wish = *std::exchange(m_wanted, std::nullopt);
        const std::uint64_t job = m_job;
        lock.unlock();
        auto out = std::make_shared<AlertHistory>();
        out->wish = wish;
        read(wish, job, *out);
        if (out->error.empty()) out->error = std::exchange(trouble, {});
        lock.lock();
        if (job == m_job) m_answer = std::move(out);
    }
}

void AlertArchive::read(const AlertWish& wish, std::uint64_t job, AlertHistory& out) {
    std::error_code unknown;
    if (!m_store) {
        if (!std::filesystem::exists(m_database, unknown)) {
            if (wish.calibration) out.calibration = std::make_shared<const CalibrationReport>();
            return;
        }
        auto opened = store::TradeStore::open(m_database, store::Database::Access::ReadOnly);
        if (!opened) {
            out.error = opened.error().message();
            return;
        }
        m_store = std::move(*opened);
    }
    store::AlertRows rows{m_store->database()};
    const auto note = [&out](const auto& result) {
        if (!result && out.error.empty()) out.error = result.error().message();
        return result.has_value();
    };
    if (const auto count = rows.count(); note(count)) out.stored = static_cast<std::uint64_t>(*count);
    const auto read = rows.find(wordsOf(wish.search), [&](const store::StoredAlert& row) {
        if (out.rows.size() >= wish.most) {
            out.more = true;
            return false;
        }
        out.rows.push_back(std::make_shared<const AlertRecord>(recordOf(row)));
        return !overtaken(job);
    });
    (void)note(read);
    for (const auto& row : out.rows) {
        if (!row->alert->mint || out.prices.contains(*row->alert->mint)) continue;
        if (overtaken(job)) return;
        const auto price = rows.lastPrice(*row->alert->mint);
        if (!note(price)) break;
        if (*price) out.prices.emplace(*row->alert->mint, StoredPrice{(*price)->price, (*price)->time});
    }
    if (wish.calibration) out.calibration = calibrate(rows, wish.falls, job, out.error);
}

std::optional<bool> AlertArchive::halved(store::AlertRows& rows, const store::StoredAlert& row,
                                         std::string& error) {
    if (!row.mint || !row.time || !row.price || !row.price->valid()) return std::nullopt;
    const PriceRatio then = *row.price;
    if (const auto known = m_halved.find(row.id); known != m_halved.end()) return known->second;
    constexpr std::int64_t kHorizon = backtest::Outcome::kHorizon;
    const std::int64_t from = *row.time;
    const std::int64_t raisedNs = row.raisedNs;
    // The file may come from elsewhere.
    constexpr std::int64_t kLatestNs = std::int64_t{1} << 62U;
    if (from < 0 || from > kLatestNs / kNsPerSecond || raisedNs < 0 || raisedNs > kLatestNs) return std::nullopt;
    bool fell = false;
    const auto half = [&](const PriceRatio& price) {
        return wideMul(price.quote, then.base) <= wideMul(then.quote, price.base) / 2;
    };
    const auto looked = rows.pricesAfter(*row.mint, row.slot, from, from + kHorizon, [&](const PriceRatio& price) {
        fell = half(price);
        return !fell;
    });
    if (!looked) {
        error = looked.error().message();
        return std::nullopt;
    }
    std::optional<bool> out;
    if (fell) {
        out = true;
    } else {
        // No fall is known only where somebody watched all the time.
        bool watched = true;
        for (std::int64_t at = 0; watched && at < kHorizon; at += kMinute) {
            const auto seen =
                rows.arrivedBetween(raisedNs + at * kNsPerSecond, raisedNs + (at + kMinute) * kNsPerSecond);
            if (!seen) {
                error = seen.error().message();
                return std::nullopt;
            }
            watched = *seen;
        }
        if (watched) out = false;
    }
    // Not yet known may be known later.
    if (out) m_halved.emplace(row.id, *out);
    return out;
}

std::shared_ptr<const CalibrationReport> AlertArchive::calibrate(store::AlertRows& rows, bool withFalls,
                                                                 std::uint64_t job, std::string& error) {
    auto out = std::make_shared<CalibrationReport>();
    std::vector<Claim> verdicts;
    const auto judged = rows.judged([&](const store::StoredAlert& row) {
        verdicts.push_back(claimOf(row, row.verdict));
        return verdicts.size() < kMostJudged && !overtaken(job);
    });
    if (!judged && error.empty()) error = judged.error().message();
    out->verdicts = tableOf(verdicts);
    if (!withFalls) return out;

    std::vector<store::StoredAlert> newest;
    const auto read = rows.each(
        [&](const store::StoredAlert& row) {
            newest.push_back(row);
            newest.back().json.clear();
            return !overtaken(job);
        },
        kMostLooked);
    if (!read && error.empty()) error = read.error().message();
    std::vector<Claim> falls;
    for (const store::StoredAlert& row : newest) {
        if (overtaken(job)) break;
        falls.push_back(claimOf(row, halved(rows, row, error)));
        ++out->looked;
    }
    out->falls = tableOf(falls);
    return out;
}

std::string AlertArchive::write(const store::StoredVerdict& verdict) const {
    std::error_code unknown;
    if (!std::filesystem::exists(m_database, unknown)) return "there is no database to keep the verdict in";
    auto opened = store::Database::open(m_database, store::Database::Access::ReadWrite);
    if (!opened) return opened.error().message();
    const auto done = store::AlertRows{*opened}.judge(verdict);
    if (!done) return done.error().message();
    return *done ? std::string{} : "the alert is not stored any more";
}

}  // namespace core::review
