// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/rpc_client.h"

#include "core/source/rpc_session.h"

#include <boost/asio/co_spawn.hpp>

#include <exception>
#include <optional>
#include <utility>

namespace core::source {
namespace asio = boost::asio;

struct RpcClient::Impl {
    Impl(const RpcOptions& chosen, const Endpoint& where, const Clock& source)
        : options(chosen), endpoint(where), clock(source), talk(std::make_unique<Talk>(options, endpoint, clock)) {}

    /// Sockets go before their context; the context takes the coroutines that never ended along.
    struct Talk {
        Talk(const RpcOptions& options, const Endpoint& endpoint, const Clock& clock)
            : session(options, endpoint, clock) {}
        asio::io_context context{1};
        RpcSession session;
    };

    RpcOptions options;
    Endpoint endpoint;
    const Clock& clock;
    std::unique_ptr<Talk> talk;
};

RpcClient::RpcClient(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
RpcClient::~RpcClient() = default;

Result<std::unique_ptr<RpcClient>> RpcClient::create(RpcOptions options, const Clock& clock) {
    auto endpoint = RpcSession::endpointOf(options);
    if (!endpoint) return std::move(endpoint).error();
    return std::unique_ptr<RpcClient>(new RpcClient(std::make_unique<Impl>(options, *endpoint, clock)));
}

Result<std::string> RpcClient::call(std::string_view method, std::string_view params, std::stop_token stop) {
    if (stop.stop_requested()) return fail(ErrorCode::Cancelled, std::string(method));
    auto& talk = *m_impl->talk;
    std::optional<Result<RpcExchange>> outcome;
    talk.context.restart();
    asio::co_spawn(talk.context, talk.session.call(std::string(method), std::string(params)),
                   [&outcome](const std::exception_ptr& thrown, Result<RpcExchange> result) {
                       if (thrown) std::rethrow_exception(thrown);
                       outcome.emplace(std::move(result));
                   });
    {
        const std::stop_callback onStop(stop, [&talk] { talk.context.stop(); });
        talk.context.run();
    }
    if (!outcome) {
        // The call hangs in the middle of something: start over with a new conversation.
        m_impl->talk = std::make_unique<Impl::Talk>(m_impl->options, m_impl->endpoint, m_impl->clock);
        return fail(ErrorCode::Cancelled, std::string(method));
    }
    if (!*outcome) return std::move(*outcome).error();
    return std::move((**outcome).response);
}

}  // namespace core::source
