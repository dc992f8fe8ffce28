// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/alert_rows.h"

#include "core/store/columns.h"

#include <algorithm>
#include <string_view>

namespace core::store {
namespace {

constexpr std::string_view kSelect =
    R"sql(SELECT a.rule, a.kind, k.mint, a.slot, a.time, a.raised_ns, a.json, a.rule_version, a.key,
    a.subject, a.severity, a.confidence, a.price_quote, a.price_base, a.text, a.verdict, a.verdict_reason, a.id,
    k.symbol FROM alerts a LEFT JOIN tokens k ON k.id = a.token)sql";

StoredAlert alertAt(const Statement& from) {
    StoredAlert alert;
    alert.rule = from.text(0);
    alert.kind = from.text(1);
    alert.mint = keyAt<Mint>(from, 2);
    alert.slot = unsignedAt(from, 3);
    if (!from.isNull(4)) alert.time = from.integer(4);
    alert.raisedNs = from.integer(5);
    alert.json = from.text(6);
    alert.ruleVersion = static_cast<std::uint32_t>(from.integer(7));
    alert.key = from.text(8);
    alert.subject = from.text(9);
    // The file may come from elsewhere.
    const std::int64_t severity = from.integer(10);
    alert.severity = severity == 2 ? Severity::Critical : severity == 1 ? Severity::Warning : Severity::Info;
    if (!from.isNull(11)) alert.confidence = from.real(11);
    if (!from.isNull(12) && !from.isNull(13))
        alert.price = PriceRatio{fromBits(from.integer(12)), fromBits(from.integer(13))};
    alert.text = from.text(14);
    if (!from.isNull(15)) alert.verdict = from.integer(15) == 1;
    alert.verdictReason = from.text(16);
    alert.id = from.integer(17);
    alert.symbol = from.text(18);
    return alert;
}

// A word of a search as a pattern of LIKE in which it stands for itself.
std::string patternOf(std::string_view word) {
    std::string out = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out + '%';
}

}  // namespace

Result<void> AlertRows::walk(Statement& from, const Row& row) {
    while (true) {
        const auto more = from.step();
        if (!more) return more.error();
        if (!*more || !row(alertAt(from))) return {};
    }
}

Result<void> AlertRows::each(const Row& row, std::optional<std::size_t> newest) {
    std::string sql{kSelect};
    sql += " ORDER BY a.id";
    if (newest) sql += " DESC LIMIT " + std::to_string(*newest);
    auto from = m_database.prepare(sql);
    if (!from) return from.error();
    return walk(*from, row);
}

Result<void> AlertRows::find(std::span<const std::string> words, const Row& row) {
    const std::size_t count = std::min(words.size(), kMostWords);
    std::string sql{kSelect};
    for (std::size_t i = 0; i < count; ++i) {
        const std::string place = std::to_string(2 * i + 1);
        sql += i == 0 ? " WHERE " : " AND ";
        sql += "((a.text || ' ' || a.rule || ' ' || a.kind || ' ' || coalesce(k.symbol, '')) LIKE ?" + place +
               " ESCAPE '\\' OR k.mint = ?" + std::to_string(2 * i + 2) + ")";
    }
    sql += " ORDER BY a.id DESC";
    auto from = m_database.prepare(sql);
    if (!from) return from.error();
    for (std::size_t i = 0; i < count; ++i) {
        from->bind(static_cast<int>(2 * i + 1), patternOf(words[i]));
        const auto mint = Mint::fromBase58(words[i]);
        bindKey(*from, static_cast<int>(2 * i + 2), mint ? std::optional{Mint{*mint}} : std::nullopt);
    }
    return walk(*from, row);
}

Result<void> AlertRows::judged(const Row& row) {
    auto from = m_database.prepare(std::string{kSelect} + " WHERE a.verdict IS NOT NULL ORDER BY a.id DESC");
    if (!from) return from.error();
    return walk(*from, row);
}

Result<std::int64_t> AlertRows::count() {
    return m_database.scalar("SELECT count(*) FROM alerts");
}

Result<std::optional<TimedPrice>> AlertRows::lastPrice(const Mint& mint) {
    auto from = m_database.prepare(R"sql(SELECT t.quote_amount, t.base_amount, t.block_time FROM trades t
        WHERE t.token = (SELECT id FROM tokens WHERE mint = ?1) AND t.base_amount <> 0 AND t.quote_amount <> 0
        AND t.quote_mint = (SELECT f.quote_mint FROM trades f
            WHERE f.token = (SELECT id FROM tokens WHERE mint = ?1) ORDER BY f.slot, f.id LIMIT 1)
        ORDER BY t.slot DESC, t.tx_index DESC, t.id DESC LIMIT 1)sql");
    if (!from) return from.error();
    bindKey(*from, 1, mint);
    const auto more = from->step();
    if (!more) return more.error();
    if (!*more) return std::optional<TimedPrice>{};
    TimedPrice out{{fromBits(from->integer(0)), fromBits(from->integer(1))}, {}};
    if (!from->isNull(2)) out.time = from->integer(2);
    return std::optional{out};
}

Result<void> AlertRows::pricesAfter(const Mint& mint, std::optional<std::uint64_t> slot, std::int64_t from,
                                    std::int64_t until, const std::function<bool(const PriceRatio&)>& row) {
    auto rows = m_database.prepare(R"sql(SELECT t.quote_amount, t.base_amount FROM trades t
        WHERE t.token = (SELECT id FROM tokens WHERE mint = ?1) AND (?2 IS NULL OR t.slot >= ?2)
        AND t.block_time > ?3 AND t.block_time <= ?4 AND t.base_amount <> 0 AND t.quote_amount <> 0
        AND t.quote_mint = (SELECT f.quote_mint FROM trades f
            WHERE f.token = (SELECT id FROM tokens WHERE mint = ?1) ORDER BY f.slot, f.id LIMIT 1)
        ORDER BY t.slot, t.id)sql");
    if (!rows) return rows.error();
    bindKey(*rows, 1, mint);
    bindUnsigned(*rows, 2, slot);
    rows->bind(3, from);
    rows->bind(4, until);
    while (true) {
        const auto more = rows->step();
        if (!more) return more.error();
        if (!*more) return {};
        if (!row({fromBits(rows->integer(0)), fromBits(rows->integer(1))})) return {};
    }
}

Result<bool> AlertRows::arrivedBetween(std::int64_t from, std::int64_t until) {
    auto at = m_database.prepare(
        "SELECT id, received_ns FROM trades WHERE id >= ?1 AND received_ns IS NOT NULL ORDER BY id LIMIT 1");
    if (!at) return at.error();
    const auto last = m_database.scalar("SELECT coalesce(max(id), 0) FROM trades");
    if (!last) return last.error();
    std::int64_t low = 1;
    std::int64_t high = *last + 1;
    std::optional<std::int64_t> first;  // the earliest arrival at or after `from` among those looked at
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        at->reset();
        at->bind(1, middle);
        const auto more = at->step();
        if (!more) return more.error();
        if (!*more) {
            high = middle;
            continue;
        }
        const std::int64_t received = at->integer(1);
        if (received < from) {
            low = at->integer(0) + 1;
        } else {
            first = received;
            high = middle;
        }
    }
    return first && *first < until;
}

Result<bool> AlertRows::judge(const StoredVerdict& verdict) {
    auto to = m_database.prepare(
        "UPDATE alerts SET verdict=?2, verdict_reason=?3, verdict_ns=?4 WHERE key=?1 AND key<>''");
    if (!to) return to.error();
    to->bind(1, verdict.key);
    to->bindNull(2);
    if (verdict.verdict) to->bind(2, std::int64_t{*verdict.verdict ? 1 : 0});
    to->bindNull(3);
    if (!verdict.reason.empty()) to->bind(3, verdict.reason);
    to->bind(4, verdict.givenNs);
    const auto done = to->step();
    if (!done) return done.error();
    return m_database.changes() > 0;
}

}  // namespace core::store
