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

/// The steps done so far, each with the time since the one before.
class Protocol {
public:
    bool add(std::string name, const Result<void>& outcome, std::string text) {
        const auto now = Steady::now();
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_last).count();
        m_last = now;
        steps.push_back(
            {std::move(name), outcome.has_value(), outcome ? std::move(text) : outcome.error().message(), took});
        return outcome.has_value();
    }
    std::vector<ProbeStep> steps;

private:
    Steady::time_point m_last = Steady::now();
};

/// Sends the first subscription and waits for any message.
awaitable<Result<std::string>> firstMessage(WsConnection& connection, std::string request) {
    auto sent = co_await connection.write(std::move(request));
    if (!sent) co_return std::move(sent).error();
    auto message = co_await connection.read();
    if (!message) co_return std::move(message).error();
    const Notification notice = readNotification(*message);
    if (notice.kind == Notification::Kind::Refusal) {
        co_return fail(ErrorCode::Remote, "refused: " + sanitizeText(notice.text, kShownText));
    }
    co_return notice.kind == Notification::Kind::Ack ? "subscription acknowledged" : "message received";
}

awaitable<void> probe(const LivePlan& plan, std::chrono::milliseconds timeout, asio::io_context& context,
                      Protocol& protocol) {
    const Endpoint& where = plan.websocket;
    auto endpoints = co_await lookUp(where, timeout);
    if (!endpoints) {
        protocol.add("DNS", std::move(endpoints).error(), {});
        co_return;
    }
    protocol.add("DNS", {},
                 where.host + " has " + std::to_string(endpoints->size()) +
                     (endpoints->size() == 1 ? " address" : " addresses"));

    std::shared_ptr<asio::ssl::context> tls;
    if (where.tls) {
        auto made = makeTlsContext();
        if (!made) {
            protocol.add("TLS", std::move(made).error(), {});
            co_return;
        }
        tls = *std::move(made);
    }
    constexpr std::size_t kMaxMessage = 32U << 20U;
    auto connection = WsConnection::make(context.get_executor(), where, {timeout, kMaxMessage}, std::move(tls));
    auto step = co_await connection->connect(*endpoints);
    if (!protocol.add("TCP", step, "connected to " + where.display())) co_return;
    if (where.tls) {
        step = co_await connection->secure();
        if (!protocol.add("TLS", step, "certificate accepted")) co_return;
    }
    if (plan.requests.empty()) {
        protocol.add("gRPC", {}, "transport open; whether the stream is granted shows when it is opened");
        co_return;
    }
    step = co_await connection->upgrade();
    if (!protocol.add("websocket", step, "open")) co_return;

    auto late = std::make_shared<bool>(false);
    asio::steady_timer deadline(context, timeout);
    deadline.async_wait([late, connection](const boost::system::error_code& error) {
        if (error) return;
        *late = true;
        connection->drop();
    });
    auto message = co_await firstMessage(*connection, plan.requests.front());
    deadline.cancel();
    if (*late) message = fail(ErrorCode::Timeout, "no message in time");
    if (message) {
        protocol.add("first message", {}, *message);
    } else {
        protocol.add("first message", std::move(message).error(), {});
    }
}

}  // namespace

std::vector<ProbeStep> probeFeed(const LiveOptions& options, std::stop_token stop) {
    auto plan = planLive(options);
    if (!plan) return {{"DNS", false, plan.error().message(), 0}};
    Protocol protocol;
    bool ended = false;
    {
        asio::io_context context(1);
        asio::co_spawn(context, probe(*plan, options.connectTimeout, context, protocol),
                       [&ended](const std::exception_ptr& thrown) {
                           if (thrown) std::rethrow_exception(thrown);
                           ended = true;
                       });
        const std::stop_callback onStop(stop, [&context] { context.stop(); });
        context.run();
    }
    if (!ended) protocol.add("stopped", fail(ErrorCode::Cancelled), {});
    return std::move(protocol.steps);
}

}  // namespace core::source
