// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/backfill.h"
#include "core/source/backoff.h"
#include "core/source/factory.h"
#include "core/source/json_text.h"
#include "core/source/live_plan.h"
#include "core/source/notification.h"
#include "core/source/signature_trail.h"
#include "core/source/ws_connection.h"

#include "core/base/text.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <deque>
#include <exception>
#include <map>
#include <thread>
#include <utility>

namespace core::source {
namespace {

namespace asio = boost::asio;
using Steady = std::chrono::steady_clock;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr auto kTick = std::chrono::milliseconds(20);
constexpr auto kStatusEvery = std::chrono::milliseconds(250);
constexpr auto kRefusedPause = std::chrono::milliseconds(5);
/// A feed that reconnects all night into a full queue must not fill memory with marks.
constexpr std::size_t kMaxWaitingMarks = 256;
constexpr std::size_t kShownText = 160;

/// What is known of one subscription, over all connections.
struct Followed {
    std::vector<std::string> addresses;
    SignatureTrail trail;
    bool everSubscribed = false;
};

/// What an outage owes the engine for one subscription.
struct Debt {
    std::optional<Anchor> from;    ///< nothing: where it began is unknown
    std::uint64_t generation = 0;  ///< of the newest outage in it
};

/// One connection's part of the state.
struct Conversation {
    std::shared_ptr<WsConnection> connection;
    std::map<std::uint64_t, std::size_t> followedBySubscription;
    /// Notifications may overtake the answer to their subscribe request.
    std::map<std::uint64_t, SignatureTrail> early;
    std::size_t acks = 0;
    bool subscribed = false;
    bool sawMessage = false;
    Steady::time_point opened;
    Steady::time_point lastHeard;
    Steady::time_point lastPing;
    std::uint64_t controlFrames = 0;
    std::optional<Error> verdict;  ///< why this side gave the connection up
};

/// Frames were refused since; the gap is told and filled once there is room.
struct Overflow {
    std::uint64_t dropped = 0;
};

class LiveSource final : public Source {
public:
    LiveSource(LiveOptions options, LivePlan plan, const Clock& clock)
        : m_options(std::move(options)),
          m_plan(std::move(plan)),
          m_clock(clock),
          m_context(std::make_unique<asio::io_context>(1)),
          m_backoff(m_options.backoffFirst, m_options.backoffMax, m_options.jitterSeed) {
        m_status.source = m_options.source;
        m_status.endpoint = m_plan.websocket.display();
        m_status.covers = m_plan.covers;
        m_status.blindTo = m_plan.blindTo;
        m_status.announces = m_plan.announces;
        m_status.wholeTransactions = m_plan.kind == FeedKind::Transactions || m_plan.kind == FeedKind::Blocks;
        for (const auto& addresses : m_plan.follows) m_followed.push_back({addresses, {}, false});
    }
    ~LiveSource() override { LiveSource::stop(); }

    void start(Sink sink) override {
        m_sink = std::move(sink);
        m_thread = std::thread([this] { run(); });
    }
    void stop() override {
        if (m_context) m_context->stop();
        if (m_thread.joinable()) m_thread.join();
        // The sockets go before the context, the coroutines with it.
        m_talk.connection.reset();
        m_backfill.reset();
        m_rpc.reset();
        m_work.reset();
        m_context.reset();
    }
    bool finished() const override { return false; }

private:
    void run() {
        const auto rethrow = [](const std::exception_ptr& thrown) {
            if (thrown) std::rethrow_exception(thrown);
        };
        if (auto prepared = prepare(); !prepared) {
            m_fatal = prepared.error();
            setState(FeedState::Failed, prepared.error().message());
            return;
        }
        asio::co_spawn(*m_context, keepConnected(), rethrow);
        asio::co_spawn(*m_context, keepHouse(), rethrow);
        if (m_backfill) asio::co_spawn(*m_context, payDebts(), rethrow);
        m_context->run();
        if (m_backfill && (m_backfilling || !m_debts.empty()))
            markGap("stopped before the outage was filled", 0, true);
        if (m_connected) {
            pushMark("{\"event\":\"disconnected\",\"reason\":\"stopped\"}");
            m_connected = false;
        }
        if (!m_fatal) setState(FeedState::Ended, "Stopped");
    }

    Result<void> prepare() {
        m_work = std::make_unique<asio::steady_timer>(*m_context);
        if (m_plan.websocket.tls) {
            auto made = makeTlsContext();
            if (!made) return std::move(made).error();
            m_tls = *std::move(made);
        }
        if (!m_plan.rpc) return {};
        auto endpoint = RpcSession::endpointOf(*m_plan.rpc);
        if (!endpoint) return std::move(endpoint).error();
        m_rpc = std::make_unique<RpcSession>(*m_plan.rpc, *std::move(endpoint), m_clock);
        m_backfill = std::make_unique<Backfill>(
            *m_rpc, m_seen, m_options.commitment, m_options.backfillLimit,
            [this](RpcExchange exchange) { return deliverFetched(std::move(exchange)); });
        return {};
    }

    // ---- connection ----

    awaitable<void> keepConnected() {
        asio::steady_timer timer(*m_context);
        while (true) {
            setState(FeedState::Connecting, {});
            Error ended = co_await converse();
            if (m_talk.verdict) ended = *m_talk.verdict;
            onDisconnected(ended);
            if (ended.code == ErrorCode::Unauthorized) {
                m_fatal = ended;
                setState(FeedState::Failed, ended.message() + ". The key is missing or refused");
                co_return;
            }
            const auto wait = m_backoff.next();
            m_status.retryInMs = wait.count();
            setState(FeedState::Retrying, ended.message());
            timer.expires_after(wait);
            const auto [error] = co_await timer.async_wait(kAwait);
            if (error) co_return;
            m_status.retryInMs.reset();
            ++m_status.reconnects;
        }
    }

    /// One connection from look-up to its end. Returns why it ended.
    awaitable<Error> converse() {
        m_talk = {};
        const WsLimits limits{m_options.connectTimeout, m_options.maxMessageBytes};
        auto connection = WsConnection::make(m_context->get_executor(), m_plan.websocket, limits, m_tls);
        auto endpoints = co_await lookUp(m_plan.websocket, m_options.connectTimeout);
        if (!endpoints) co_return std::move(endpoints).error();
        auto step = co_await connection->connect(*endpoints);
        if (step) step = co_await connection->secure();
        if (step) step = co_await connection->upgrade();
        if (!step) co_return std::move(step).error();

        onConnected(connection);
        for (const std::string& request : m_plan.requests) {
            auto sent = co_await connection->write(request);
            if (!sent) co_return std::move(sent).error();
        }
        while (true) {
            auto message = co_await connection->read();
            if (!message) co_return std::move(message).error();
            if (auto refused = onMessage(*std::move(message)); !refused) co_return std::move(refused).error();
        }
    }

    void onConnected(const std::shared_ptr<WsConnection>& connection) {
        m_talk.connection = connection;
        m_talk.opened = m_talk.lastHeard = m_talk.lastPing = m_clock.steady();
        m_connected = true;
        pushMark("{\"event\":\"connected\",\"endpoint\":" + jsonQuote(m_status.endpoint) + "}");
        if (!m_plan.expectsAcks) onSubscribed();
    }

    void onSubscribed() {
        m_talk.subscribed = true;
        for (Followed& followed : m_followed) followed.everSubscribed = true;
        if (m_wasSubscribed && !m_backfill) markGap("no history is asked for", 0, false);
        m_wasSubscribed = true;
        showConnected();
        wakeBackfill();
    }

    void onDisconnected(const Error& why) {
        if (m_talk.connection) m_talk.connection->drop();
        m_talk.connection.reset();
        m_talk.subscribed = false;
        if (!m_connected) return;
        m_connected = false;
        pushMark("{\"event\":\"disconnected\",\"reason\":" + jsonQuote(why.message()) + "}");
        owe();
    }

    /// From here on every subscription misses something, until the backfill has been through.
    void owe() {
        if (!m_backfill) return;
        for (std::size_t i = 0; i < m_followed.size(); ++i) {
            const Followed& followed = m_followed[i];
            if (!followed.everSubscribed) continue;
            const auto [debt, isNew] = m_debts.try_emplace(i);
            if (isNew) debt->second.from = followed.trail.anchor();
            debt->second.generation = ++m_generation;
        }
    }

    // ---- messages ----

    /// Errors: what ends the connection.
    Result<void> onMessage(std::string bytes) {
        m_talk.lastHeard = m_clock.steady();
        ++m_status.messages;
        m_status.bytes += bytes.size();
        const Notification notice = m_plan.expectsAcks ? readNotification(bytes) : Notification{};
        const bool taken = deliverLive(std::move(bytes), keyOf(notice));
        switch (notice.kind) {
            case Notification::Kind::Ack: onAck(notice); break;
            case Notification::Kind::Refusal:
                return fail(ErrorCode::Remote, "subscription refused: " + sanitizeText(notice.text, kShownText));
            case Notification::Kind::Logs:
            case Notification::Kind::Transaction:
            case Notification::Kind::Block:
                if (taken) remember(notice);
                break;
            case Notification::Kind::Other: break;
        }
        const bool isNews = !m_plan.expectsAcks || isData(notice.kind);
        if (isNews && !m_talk.sawMessage) {
            m_talk.sawMessage = true;
            m_backoff.reset();
        }
        return {};
    }

    void onAck(const Notification& ack) {
        if (ack.requestId == 0 || ack.requestId > m_followed.size()) return;
        const auto index = static_cast<std::size_t>(ack.requestId - 1);
        if (!m_talk.followedBySubscription.emplace(ack.subscription, index).second) return;
        if (const auto early = m_talk.early.find(ack.subscription); early != m_talk.early.end()) {
            if (const auto anchor = early->second.anchor())
                m_followed[index].trail.note(anchor->slot, anchor->signature);
            m_talk.early.erase(early);
        }
        if (++m_talk.acks == m_followed.size()) onSubscribed();
    }

    static bool isData(Notification::Kind kind) {
        return kind == Notification::Kind::Logs || kind == Notification::Kind::Transaction ||
               kind == Notification::Kind::Block;
    }

    void remember(const Notification& notice) {
        for (const std::string& signature : notice.signatures) m_seen.add(signature);
        if (!notice.signature.empty() && !notice.failed) m_seen.add(notice.signature);
        const std::string& last = notice.signatures.empty() ? notice.signature : notice.signatures.back();
        if (last.empty()) return;
        const auto known = m_talk.followedBySubscription.find(notice.subscription);
        if (known != m_talk.followedBySubscription.end()) {
            m_followed[known->second].trail.note(notice.slot, last);
        } else if (!m_talk.subscribed) {
            m_talk.early[notice.subscription].note(notice.slot, last);
        }
    }

    std::string keyOf(const Notification& notice) const {
        switch (notice.kind) {
            case Notification::Kind::Logs: return "logs " + notice.signature;
            case Notification::Kind::Transaction: return "transaction " + notice.signature;
            case Notification::Kind::Block: {
                // The same block comes once for each address that is followed, each time with other transactions.
                const auto known = m_talk.followedBySubscription.find(notice.subscription);
                if (known == m_talk.followedBySubscription.end()) return {};
                return "block " + std::to_string(notice.slot) + " " + std::to_string(known->second);
            }
            default: return {};
        }
    }

    bool deliverLive(std::string bytes, std::string key) {
        if (m_overflow) endOverflow();
        if (!m_overflow && flushMarks() &&
            m_sink.frame(Frame{m_clock.now(), Channel::Ws, std::move(bytes), std::move(key)}))
            return true;
        ++m_status.droppedFrames;
        if (!m_overflow) {
            m_overflow.emplace();
            owe();
        }
        ++m_overflow->dropped;
        return false;
    }

    void endOverflow() {
        if (!flushMarks()) return;
        const std::string mark =
            "{\"event\":\"gap\",\"reason\":\"queue full\",\"dropped\":" + std::to_string(m_overflow->dropped) + "}";
        if (!m_sink.frame(Frame{m_clock.now(), Channel::Mark, mark})) return;
        m_overflow.reset();
        if (!m_backfill) {
            ++m_status.gaps;
            tell();
        }
        wakeBackfill();
    }

    void pushMark(std::string json) {
        if (m_marks.size() == kMaxWaitingMarks) {
            m_marks.pop_front();
            ++m_status.droppedFrames;
        }
        m_marks.push_back(Frame{m_clock.now(), Channel::Mark, std::move(json)});
        flushMarks();
    }

    void markGap(std::string_view reason, std::uint64_t missing, bool more) {
        ++m_status.gaps;
        std::string json = "{\"event\":\"gap\",\"reason\":" + jsonQuote(reason);
        if (missing != 0) json += ",\"missing\":" + std::to_string(missing);
        if (more) json += ",\"at_least\":true";
        pushMark(json + "}");
    }

    /// Whether no mark is waiting any more; nothing may overtake one.
    bool flushMarks() {
        while (!m_marks.empty()) {
            Frame copy = m_marks.front();
            if (!m_sink.frame(std::move(copy))) return false;
            m_marks.pop_front();
        }
        return true;
    }

    // ---- backfill ----

    void wakeBackfill() {
        m_workWaiting = true;
        m_work->cancel();
    }

    awaitable<void> payDebts() {
        while (true) {
            while (!m_workWaiting) {
                m_work->expires_at(Steady::time_point::max());
                co_await m_work->async_wait(kAwait);
            }
            m_workWaiting = false;
            if (!m_talk.subscribed) continue;
            co_await payOnce();
            co_await findStarts();
            showConnected();
        }
    }

    /// Asks where a subscription stands that has not shown any transaction yet: an outage would else have no
    /// beginning.
    awaitable<void> findStarts() {
        for (Followed& followed : m_followed) {
            bool allEmpty = true;
            for (const std::string& address : followed.addresses) {
                if (followed.trail.known() || !m_talk.subscribed) break;
                auto newest = co_await m_backfill->newest(address);
                if (!newest) allEmpty = false;
                if (!newest || followed.trail.known() || !m_talk.subscribed || newest->signature.empty()) continue;
                followed.trail.note(newest->slot, newest->signature);
            }
            if (allEmpty && !followed.trail.known() && m_talk.subscribed) followed.trail.noteEmpty();
        }
    }

    awaitable<void> payOnce() {
        const std::map<std::size_t, Debt> paying = m_debts;
        if (paying.empty()) co_return;
        std::vector<BackfillTarget> targets;
        bool unknownStart = false;
        for (const auto& [index, debt] : paying) {
            if (debt.from) {
                for (const std::string& address : m_followed[index].addresses)
                    targets.push_back({address, *debt.from});
            } else {
                unknownStart = true;
            }
        }
        m_backfilling = true;
        showConnected();
        const std::string from = targets.empty() ? std::string() : targets.front().from.signature;
        const BackfillOutcome outcome = co_await m_backfill->run(std::move(targets));
        m_backfilling = false;

        // The server went away again: the same span is asked for after the next connection.
        const bool again = outcome.error && !m_talk.subscribed && outcome.error->code != ErrorCode::Unauthorized;
        for (const auto& [index, debt] : paying) {
            const auto owed = m_debts.find(index);
            if (owed != m_debts.end() && owed->second.generation == debt.generation && !again) m_debts.erase(owed);
        }
        if (outcome.fetched != 0 || (outcome.complete() && !unknownStart)) {
            pushMark("{\"event\":\"backfilled\",\"from\":" + jsonQuote(from) +
                     ",\"count\":" + std::to_string(outcome.fetched) + "}");
        }
        if (again) co_return;
        if (!outcome.complete() || unknownStart) {
            const std::string reason = outcome.error          ? outcome.error->message()
                                       : unknownStart         ? "where the outage began is unknown"
                                       : outcome.missing != 0 ? "transactions past the limit or not served"
                                                              : "the list of transactions is longer than the limit";
            markGap(reason, outcome.missing, !outcome.listsComplete || unknownStart);
        }
    }

    /// Waits for room: a fetched transaction is never dropped.
    awaitable<void> deliverFetched(RpcExchange exchange) {
        const std::string bytes = "{\"request\":" + exchange.request + ",\"response\":" + exchange.response + "}";
        asio::steady_timer timer(*m_context);
        while (!flushMarks() || !m_sink.frame(Frame{m_clock.now(), Channel::Http, bytes})) {
            timer.expires_after(kRefusedPause);
            co_await timer.async_wait(kAwait);
        }
        ++m_status.backfilled;
    }

    // ---- deadlines and status ----

    awaitable<void> keepHouse() {
        asio::steady_timer timer(*m_context);
        while (true) {
            timer.expires_after(kTick);
            const auto [error] = co_await timer.async_wait(kAwait);
            if (error) co_return;
            if (m_overflow) {
                endOverflow();
            } else {
                flushMarks();
            }
            if (m_talk.connection && !m_talk.verdict) checkDeadlines();
            if (m_clock.steady() - m_toldAt >= kStatusEvery &&
                m_status.messages + m_status.backfilled != m_toldCount)
                tell();
        }
    }

    void checkDeadlines() {
        const auto now = m_clock.steady();
        const std::uint64_t controlFrames = m_talk.connection->controlFrames();
        if (controlFrames != m_talk.controlFrames) {
            m_talk.controlFrames = controlFrames;
            if (!m_plan.silenceIsDeath) m_talk.lastHeard = now;
        }
        if (!m_talk.subscribed && now - m_talk.opened >= m_options.connectTimeout) {
            return giveUp(fail(ErrorCode::Timeout, "the subscriptions were not acknowledged"));
        }
        if (now - m_talk.lastHeard >= m_options.idleTimeout) {
            return giveUp(fail(ErrorCode::Timeout,
                               "no message for " + std::to_string(m_options.idleTimeout.count()) + " ms"));
        }
        if (now - m_talk.lastPing >= m_options.pingEvery) {
            m_talk.lastPing = now;
            m_talk.connection->ping();
        }
    }

    void giveUp(Error why) {
        m_talk.verdict = std::move(why);
        m_talk.connection->drop();
    }

    void showConnected() {
        if (!m_talk.subscribed) return;
        // An outage that is not filled yet is one to be filled, also in the moment before that begins.
        if (m_backfilling || (m_backfill && !m_debts.empty())) {
            setState(FeedState::Backfilling, "Fetching what the outage missed");
        } else {
            setState(FeedState::Connected, {});
        }
    }
    void setState(FeedState state, std::string detail) {
        m_status.state = state;
        m_status.detail = std::move(detail);
        tell();
    }
    void tell() {
        m_toldAt = m_clock.steady();
        m_toldCount = m_status.messages + m_status.backfilled;
        m_sink.status(m_status);
    }

    const LiveOptions m_options;
    const LivePlan m_plan;
    const Clock& m_clock;
    Sink m_sink;
    std::thread m_thread;
    std::unique_ptr<asio::io_context> m_context;

    // Touched by the source's thread only, between start and the end of stop.
    std::shared_ptr<asio::ssl::context> m_tls;
    std::unique_ptr<asio::steady_timer> m_work;  ///< wakes the backfill
    std::unique_ptr<RpcSession> m_rpc;
    std::unique_ptr<Backfill> m_backfill;
    Backoff m_backoff;
    FeedStatus m_status;
    Steady::time_point m_toldAt;
    std::uint64_t m_toldCount = 0;
    std::vector<Followed> m_followed;
    Conversation m_talk;
    RecentSignatures m_seen;
    std::map<std::size_t, Debt> m_debts;
    std::uint64_t m_generation = 0;
    std::deque<Frame> m_marks;
    std::optional<Overflow> m_overflow;
    std::optional<Error> m_fatal;
    bool m_connected = false;
    bool m_wasSubscribed = false;
    bool m_workWaiting = false;
    bool m_backfilling = false;
};

}  // namespace

Result<std::unique_ptr<Source>> makeLiveSource(LiveOptions options, const Clock& clock) {
    auto plan = planLive(options);
    if (!plan) return std::move(plan).error();
    if (plan->requests.empty()) return fail(ErrorCode::BadValue, "no websocket feed: " + options.source);
    return std::make_unique<LiveSource>(std::move(options), *std::move(plan), clock);
}

}  // namespace core::source
