// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/http_client.h"

#include "core/source/http_connection.h"

#include <boost/asio/co_spawn.hpp>

#include <exception>
#include <utility>

namespace core::source {
namespace asio = boost::asio;

struct HttpClient::Impl {
    /// Sockets go before their context; the context takes the coroutines that never ended along.
    struct Talk {
        asio::io_context context{1};
        std::shared_ptr<asio::ssl::context> tls;
        std::unique_ptr<HttpConnection> connection;
    };

    awaitable<Result<Reply>> exchange(Talk& with, std::string json) {
        const HttpLimits limits{options.stepTimeout, options.maxResponseBytes};
        while (true) {
            if (!with.connection || !with.connection->isOpen()) {
                if (endpoint.tls && !with.tls) {
                    auto made = makeTlsContext();
                    if (!made) co_return std::move(made).error();
                    with.tls = *std::move(made);
                }
                with.connection = makeHttpConnection(with.context.get_executor(), endpoint, with.tls);
                auto opened = co_await with.connection->open(limits, endpoint);
                if (!opened) {
                    with.connection.reset();
                    co_return std::move(opened).error();
                }
            }
            const bool reused = with.connection->wasUsed();
            auto reply = co_await with.connection->exchange(limits, endpoint, json);
            if (reply || !reused || reply.error().code != ErrorCode::Network) co_return reply;
        }
    }

    HttpOptions options;
    Endpoint endpoint;
    std::unique_ptr<Talk> talk = std::make_unique<Talk>();
};

HttpClient::HttpClient(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
HttpClient::~HttpClient() = default;

Result<std::unique_ptr<HttpClient>> HttpClient::create(HttpOptions options) {
    auto endpoint = parseEndpoint(options.url);
    if (!endpoint) return std::move(endpoint).error();
    auto impl = std::make_unique<Impl>();
    impl->options = std::move(options);
    impl->endpoint = *std::move(endpoint);
    return std::unique_ptr<HttpClient>(new HttpClient(std::move(impl)));
}

std::string HttpClient::display() const {
    return m_impl->endpoint.display();
}

Result<HttpReply> HttpClient::post(std::string_view json, std::stop_token stop) {
    if (stop.stop_requested()) return fail(ErrorCode::Cancelled, display());
    Impl::Talk& talk = *m_impl->talk;
    std::optional<Result<Reply>> outcome;
    talk.context.restart();
    asio::co_spawn(talk.context, m_impl->exchange(talk, std::string(json)),
                   [&outcome](const std::exception_ptr& thrown, Result<Reply> result) {
                       if (thrown) std::rethrow_exception(thrown);
                       outcome.emplace(std::move(result));
                   });
    {
        const std::stop_callback onStop(stop, [&talk] { talk.context.stop(); });
        talk.context.run();
    }
    if (!outcome) {
        // The request hangs in the middle of something: start over with a new conversation.
        m_impl->talk = std::make_unique<Impl::Talk>();
        return fail(ErrorCode::Cancelled, display());
    }
    if (!*outcome) {
        const Error& error = (*outcome).error();
        return fail(error.code, display() + ": " + error.context);
    }
    Reply& reply = **outcome;
    return HttpReply{reply.result_int(), std::move(reply.body()), retryAfter(reply)};
}

}  // namespace core::source
