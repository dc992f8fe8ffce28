// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/wallet_lookup.h"

#include "core/base/json_text.h"
#include "core/source/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace core::pipeline {
namespace {

using nlohmann::json;

constexpr std::size_t kMostRemembered = 200'000;
constexpr std::size_t kListed = 1'000;  // what a node gives at most
constexpr std::size_t kKept = 10;       // rows of a list that are kept; more say no more
constexpr std::int64_t kDaySeconds = 86'400;
// A server that does not answer must not hold up what is asked for next.
constexpr unsigned kTries = 2;
constexpr std::chrono::milliseconds kLongestBackoff{2'000};

struct Row {
    std::string signature;
    std::uint64_t slot = 0;
    std::optional<std::int64_t> time;
    bool failed = false;
};

struct List {
    std::vector<Row> rows;  // newest first
    bool complete = false;  // it reached the beginning
};

// Nothing when the answer is no list. Rows that are none are left out.
std::optional<List> listOf(const std::string& exchange) {
    const json parsed = json::parse(exchange, nullptr, false);
    if (!parsed.is_object()) return std::nullopt;
    const json::json_pointer answer{"/response/result"};
    const json::json_pointer limit{"/request/params/1/limit"};
    if (!parsed.contains(answer) || !parsed[answer].is_array()) return std::nullopt;
    const json& result = parsed[answer];
    List list;
    list.complete = parsed.contains(limit) && parsed[limit].is_number_unsigned() &&
                    result.size() < parsed[limit].get<std::size_t>();
    std::vector<Row>& out = list.rows;
    for (const json& each : result) {
        if (!each.is_object() || !each.contains("signature") || !each["signature"].is_string()) continue;
        if (!each.contains("slot") || !each["slot"].is_number_unsigned()) continue;
        Row row;
        row.signature = each["signature"].get<std::string>();
        if (!Signature::fromBase58(row.signature)) continue;
        row.slot = each["slot"].get<std::uint64_t>();
        if (each.contains("blockTime") && each["blockTime"].is_number_integer())
            row.time = each["blockTime"].get<std::int64_t>();
        row.failed = each.contains("err") && !each["err"].is_null();
        out.push_back(std::move(row));
    }
    return list;
}

// A list as it is kept: the oldest rows of one that reached the beginning, else the newest of one that did not and
// never will. Nothing while the wallet is so young that a later list would say more.
std::optional<std::string> keptList(const std::string& exchange, std::size_t limit, std::int64_t nowSeconds) {
    json parsed = json::parse(exchange, nullptr, false);
    if (!parsed.is_object()) return std::nullopt;
    json& rows = parsed["response"]["result"];
    if (!rows.is_array()) return std::nullopt;
    const bool complete = rows.size() < limit;
    if (complete) {
        if (rows.empty()) return std::nullopt;
        const json& oldest = rows.back();
        const bool old = oldest.is_object() && oldest.contains("blockTime") &&
                         oldest["blockTime"].is_number_integer() &&
                         oldest["blockTime"].get<std::int64_t>() < nowSeconds - kDaySeconds;
        if (rows.size() < kKept && !old) return std::nullopt;
        if (rows.size() > kKept) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(kKept));
    } else {
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(std::min(kKept, rows.size())), rows.end());
        parsed["request"]["params"][1]["limit"] = rows.size();
    }
    return parsed.dump();
}

}  // namespace

Result<std::unique_ptr<WalletLookup>> WalletLookup::start(Options options, const Clock& clock, Deliver deliver,
                                                          Memory memory) {
    if (options.commitment == "processed") options.commitment = "confirmed";
    options.rpc.tries = std::min(options.rpc.tries, kTries);
    options.rpc.backoffMax = std::min(options.rpc.backoffMax, kLongestBackoff);
    auto client = source::RpcClient::create(options.rpc, clock);
    if (!client) return client.error();
    return std::unique_ptr<WalletLookup>(
        new WalletLookup(std::move(options), std::move(*client), clock, std::move(deliver), std::move(memory)));
}

WalletLookup::WalletLookup(Options options, std::unique_ptr<source::RpcClient> client, const Clock& clock,
                           Deliver deliver, Memory memory)
    : m_options(std::move(options)),
      m_client(std::move(client)),
      m_clock(clock),
      m_deliver(std::move(deliver)),
      m_memory(std::move(memory)),
      m_hour(clock.steady()) {
    appendJsonString(m_commitment, m_options.commitment);
    m_stats.perHour = m_options.perHour;
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

WalletLookup::~WalletLookup() {
    stop();
}

void WalletLookup::stop() {
    m_thread.request_stop();
    m_wake.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

int WalletLookup::rankOf(const LookupWish& wish) const {
    if (m_open == wish.mint) return 2;
    return m_shown.contains(wish.mint) ? 1 : 0;
}

void WalletLookup::ask(LookupWish wish) {
    {
        const std::scoped_lock lock(m_mutex);
        if (rankOf(wish) == 0 && wish.share < m_options.leastShare) return;
        if (m_asked.size() >= kMostRemembered) m_asked.clear();
        if (!m_asked.insert(keyOf(wish)).second) {
            if (rankOf(wish) > 0) raise(wish);
            return;
        }
        ++m_stats.wanted;
        m_wishes.emplace(m_nextOrder++, std::move(wish));
        if (m_wishes.size() > m_options.waiting) {
            auto worst = m_wishes.begin();
            for (auto at = m_wishes.begin(); at != m_wishes.end(); ++at)
                if (std::pair(rankOf(at->second), at->second.share) <
                    std::pair(rankOf(worst->second), worst->second.share))
                    worst = at;
            // It may matter more later.
            m_asked.erase(keyOf(worst->second));
            m_wishes.erase(worst);
            ++m_stats.dropped;
        }
    }
    m_wake.notify_all();
}

std::tuple<Wallet, Question, Mint> WalletLookup::keyOf(const LookupWish& wish) {
    return {wish.wallet, wish.question, wish.question == Question::Bag ? wish.mint : Mint{}};
}

void WalletLookup::raise(const LookupWish& wish) {
    for (auto& [order, waiting] : m_wishes) {
        if (keyOf(waiting) != keyOf(wish)) continue;
        if (std::pair(rankOf(waiting), waiting.share) >= std::pair(rankOf(wish), wish.share)) return;
        waiting.mint = wish.mint;
        waiting.share = wish.share;
        return;
    }
}

void WalletLookup::watch(std::optional<Mint> open, const std::vector<Mint>& shown) {
    std::unordered_set<Mint> set(shown.begin(), shown.end());
    const std::scoped_lock lock(m_mutex);
    m_open = open;
    m_shown = std::move(set);
}

LookupStats WalletLookup::stats() const {
    const std::scoped_lock lock(m_mutex);
    LookupStats out = m_stats;
    out.waiting = m_wishes.size();
    return out;
}

std::map<std::uint64_t, LookupWish>::iterator WalletLookup::best() {
    auto found = m_wishes.begin();
    // The newest of equals: it is what happens now.
    for (auto at = m_wishes.begin(); at != m_wishes.end(); ++at)
        if (std::pair(rankOf(at->second), at->second.share) >=
            std::pair(rankOf(found->second), found->second.share))
            found = at;
    return found;
}

// Waits for the next hour when this one's allowance is spent; false when it is to stop.
bool WalletLookup::waitForAllowance(const std::stop_token& stop) {
    constexpr std::chrono::hours kHour{1};
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const Time now = m_clock.steady();
        if (now - m_hour >= kHour) {
            m_hour = now;
            m_stats.thisHour = 0;
        }
        const std::uint64_t kept = m_rank == 2 ? 0 : m_options.perHour / m_options.keptPart;
        if (m_stats.thisHour < m_options.perHour - kept) {
            ++m_stats.thisHour;
            return true;
        }
        // A further question is a reason to look at the clock again.
        (void)m_wake.wait_for(lock, stop, m_hour + kHour - now,
                              [this, seen = m_nextOrder] { return m_nextOrder != seen; });
    }
    return false;
}

// One call, from memory where it was made before. Returns the exchange as it was delivered.
std::optional<std::string> WalletLookup::exchange(std::string_view method, const std::string& params,
                                                  const std::string& key, const std::stop_token& stop) {
    const auto deliver = [this](std::string bytes) {
        source::Frame frame;
        frame.received = m_clock.now();
        frame.channel = source::Channel::Http;
        frame.bytes = std::move(bytes);
        return m_deliver(std::move(frame));
    };
    if (m_memory.find && !key.empty()) {
        if (auto kept = m_memory.find(key)) {
            if (!deliver(*kept)) return std::nullopt;
            const std::scoped_lock lock(m_mutex);
            ++m_stats.remembered;
            return kept;
        }
    }
    if (!waitForAllowance(stop)) return std::nullopt;
    const auto answer = m_client->call(method, params, stop);
    if (!answer || source::resultIsNull(*answer)) return std::nullopt;
    std::string bytes = R"({"request":{"method":")" + std::string{method} + R"(","params":)" + params +
                        R"(},"response":)" + *answer + "}";
    if (!deliver(bytes)) return std::nullopt;
    return bytes;
}

bool WalletLookup::answer(const LookupWish& wish, const std::stop_token& stop) {
    const std::string wallet = wish.wallet.base58();
    const bool beginning = wish.question == Question::Beginning;
    const std::string key = beginning ? "signatures " + wallet : std::string{};
    std::string params = "[";
    appendJsonString(params, wallet);
    params += R"(,{"limit":)" + std::to_string(kListed) + R"(,"commitment":)" + m_commitment + "}]";
    const auto list = exchange("getSignaturesForAddress", params, key, stop);
    if (!list) return false;
    const auto read = listOf(*list);
    if (!read) return false;
    const std::vector<Row>& rows = read->rows;
    if (beginning && m_memory.keep) {
        if (auto kept = keptList(*list, kListed, m_clock.now().value() / 1'000'000'000))
            m_memory.keep(key, std::move(*kept));
    }
    std::vector<const Row*> wanted;
    if (beginning) {
        // A list that did not reach the beginning names no payer. A wallet can pay for nothing before it was paid,
        // so its first transaction that did not fail tells who did.
        const auto first = std::find_if(rows.rbegin(), rows.rend(), [](const Row& row) { return !row.failed; });
        if (!read->complete || first == rows.rend()) return true;
        wanted.push_back(&*first);
    } else if (wish.question == Question::Bag) {
        // What the wallet did right after its buy comes first.
        for (auto row = rows.rbegin(); row != rows.rend() && wanted.size() < m_options.bagTransactions; ++row)
            if (!row->failed && row->slot >= wish.slot.value_or(0)) wanted.push_back(&*row);
    } else {
        for (auto row = rows.begin(); row != rows.end() && wanted.size() < m_options.launchTransactions; ++row)
            if (!row->failed && row->slot < wish.slot.value_or(0)) wanted.push_back(&*row);
    }
    for (const Row* row : wanted) {
        std::string one = "[";
        appendJsonString(one, row->signature);
        one += R"(,{"encoding":"json","commitment":)" + m_commitment + R"(,"maxSupportedTransactionVersion":0}])";
        const std::string txKey = "transaction " + row->signature;
        const auto got = exchange("getTransaction", one, beginning ? txKey : std::string{}, stop);
        if (!got) return false;
        if (beginning && m_memory.keep) m_memory.keep(txKey, *got);
    }
    return true;
}

void WalletLookup::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_wishes.empty()) {
            (void)m_wake.wait(lock, stop, [this] { return !m_wishes.empty(); });
            continue;
        }
        const auto next = best();
        const LookupWish wish = next->second;
        m_rank = rankOf(wish);
        m_wishes.erase(next);
        lock.unlock();
        const bool answered = answer(wish, stop);
        lock.lock();
        ++(answered ? m_stats.answered : m_stats.unanswered);
        if (answered || stop.stop_requested()) continue;
        // It may be asked again; what waits behind it would fail now as well.
        m_asked.erase(keyOf(wish));
        (void)m_wake.wait_for(lock, stop, m_options.pause, [] { return false; });
    }
}

}  // namespace core::pipeline
