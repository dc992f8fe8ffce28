// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/probe.h"

#include "core/base/text.h"
#include "core/source/live_plan.h"
#include "core/source/notification.h"
#include "core/source/ws_connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <utility>

namespace core::source {
namespace {

namespace asio = boost::asio;
using Steady = std::chrono::steady_clock;
constexpr std::size_t kShownText = 160;

/// The steps done so far, each with the time since it began.
class Protocol {
public:
    explicit Protocol(const ProbeWatch& watch) : m_watch(watch) {}

    void begin(ProbeStage stage, std::string_view name = {}) {
        m_stage = stage;
        m_name = name.empty() ? stageName(stage) : name;
        m_began = Steady::now();
        m_open = true;
        if (m_watch.begun) m_watch.begun(stage);
    }
    bool end(const Result<void>& outcome, std::string text) {
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - m_began).count();
        m_open = false;
        ProbeStep step{m_stage, m_name, outcome.has_value(), std::nullopt, std::move(text), took};
        if (!outcome) {
            step.error = outcome.error().code;
            step.text = outcome.error().message();
        }
        steps.push_back(std::move(step));
        if (m_watch.ended) m_watch.ended(steps.back());
        return outcome.has_value();
    }
    /// Whether a step has begun and not ended.
    [[nodiscard]] bool open() const { return m_open; }
    std::vector<ProbeStep> steps;

private:
    const ProbeWatch& m_watch;
    ProbeStage m_stage = ProbeStage::Options;
    std::string m_name;
    Steady::time_point m_began = Steady::now();
    bool m_open = false;
};

using Words = Result<std::string>;

/// Sends the first subscription and waits until it is granted.
awaitable<Words> subscribe(WsConnection& connection, std::string request, bool acknowledged, bool& cameEarly) {
    auto sent = co_await connection.write(std::move(request));
    if (!sent) co_return std::move(sent).error();
    while (acknowledged) {
        auto message = co_await connection.read();
        if (!message) co_return std::move(message).error();
        const Notification notice = readNotification(*message);
        if (notice.kind == Notification::Kind::Refusal)
            co_return fail(ErrorCode::Remote, "refused: " + sanitizeText(notice.text, kShownText));
        if (notice.kind == Notification::Kind::Ack) break;
        // News may overtake the answer.
        if (notice.kind != Notification::Kind::Other) {
            cameEarly = true;
            break;
        }
    }
    co_return "subscription acknowledged";
}

/// Waits for the first message that is news.
awaitable<Words> firstNews(WsConnection& connection, bool acknowledged) {
    while (true) {
        auto message = co_await connection.read();
        if (!message) co_return std::move(message).error();
        const Notification notice = readNotification(*message);
        if (notice.kind == Notification::Kind::Refusal)
            co_return fail(ErrorCode::Remote, "refused: " + sanitizeText(notice.text, kShownText));
        const bool news = notice.kind != Notification::Kind::Ack && notice.kind != Notification::Kind::Other;
        if (news || !acknowledged) co_return "message received";
    }
}

/// What `work` brings, or Timeout.
awaitable<Words> inTime(asio::io_context& context, std::chrono::milliseconds timeout,
                        std::shared_ptr<WsConnection> connection, awaitable<Words> work, std::string silence) {
    auto late = std::make_shared<bool>(false);
    asio::steady_timer deadline(context, timeout);
    deadline.async_wait([late, connection](const boost::system::error_code& error) {
        if (error) return;
        *late = true;
        connection->drop();
    });
    Words done = co_await std::move(work);
    deadline.cancel();
    if (*late) done = fail(ErrorCode::Timeout, std::move(silence));
    co_return done;
}

bool end(Protocol& protocol, Words done) {
    if (done) return protocol.end({}, *std::move(done));
    return protocol.end(std::move(done).error(), {});
}

awaitable<void> probe(const LivePlan& plan, std::chrono::milliseconds timeout, asio::io_context& context,
                      Protocol& protocol) {
    const Endpoint& where = plan.websocket;
    protocol.begin(ProbeStage::Dns);
    auto endpoints = co_await lookUp(where, timeout);
    if (!endpoints) {
        protocol.end(std::move(endpoints).error(), {});
        co_return;
    }
    protocol.end({}, where.host + " has " + std::to_string(endpoints->size()) +
                         (endpoints->size() == 1 ? " address" : " addresses"));

    protocol.begin(ProbeStage::Tcp);
    std::shared_ptr<asio::ssl::context> tls;
    Result<void> step;
    if (where.tls) {
        auto made = makeTlsContext();
        if (!made) {
            protocol.end(std::move(made).error(), {});
            co_return;
        }
        tls = *std::move(made);
    }
    constexpr std::size_t kMaxMessage = 32U << 20U;
    auto connection = WsConnection::make(context.get_executor(), where, {timeout, kMaxMessage}, std::move(tls));
    step = co_await connection->connect(*endpoints);
    if (!protocol.end(step, "connected to " + where.display())) co_return;
    if (where.tls) {
        protocol.begin(ProbeStage::Tls);
        step = co_await connection->secure();
        if (!protocol.end(step, "certificate accepted")) co_return;
    }
    if (plan.requests.empty()) {
        protocol.begin(ProbeStage::Handshake, "gRPC");
        protocol.end({}, "transport open; whether the stream is granted shows when it is opened");
        co_return;
    }
    protocol.begin(ProbeStage::Handshake);
    step = co_await connection->upgrade();
    if (!protocol.end(step, "open")) co_return;

    bool cameEarly = false;
    if (plan.expectsAcks) protocol.begin(ProbeStage::Subscription);
    Words words = co_await inTime(context, timeout, connection,
                                  subscribe(*connection, plan.requests.front(), plan.expectsAcks, cameEarly),
                                  "the subscription was not answered");
    if (plan.expectsAcks || !words) {
        if (!end(protocol, std::move(words))) co_return;
    }
    protocol.begin(ProbeStage::FirstMessage);
    words = "message received";
    if (!cameEarly)
        words = co_await inTime(context, timeout, connection, firstNews(*connection, plan.expectsAcks),
                                "connected, but no message came");
    end(protocol, std::move(words));
}

}  // namespace

std::string_view stageName(ProbeStage stage) noexcept {
    switch (stage) {
        case ProbeStage::Options: return "configuration";
        case ProbeStage::Dns: return "DNS";
        case ProbeStage::Tcp: return "TCP";
        case ProbeStage::Tls: return "TLS";
        case ProbeStage::Handshake: return "websocket";
        case ProbeStage::Subscription: return "subscription";
        case ProbeStage::FirstMessage: return "first message";
    }
    return "";
}

std::vector<ProbeStep> probeFeed(const LiveOptions& options, std::stop_token stop, const ProbeWatch& watch) {
    Protocol protocol(watch);
    auto plan = planLive(options);
    if (!plan) {
        protocol.begin(ProbeStage::Options);
        protocol.end(std::move(plan).error(), {});
        return std::move(protocol.steps);
    }
    bool finished = false;
    {
        asio::io_context context(1);
        asio::co_spawn(context, probe(*plan, options.connectTimeout, context, protocol),
                       [&finished](const std::exception_ptr& thrown) {
                           if (thrown) std::rethrow_exception(thrown);
                           finished = true;
                       });
        const std::stop_callback onStop(stop, [&context] { context.stop(); });
        context.run();
    }
    if (!finished) {
        if (!protocol.open()) protocol.begin(ProbeStage::Dns);
        protocol.end(fail(ErrorCode::Cancelled), {});
    }
    return std::move(protocol.steps);
}

}  // namespace core::source
