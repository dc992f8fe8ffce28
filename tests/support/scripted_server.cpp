// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <sys/socket.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

namespace test {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using boost::system::error_code;

template <class Stream>
class PeerOver final : public WsPeer {
public:
    explicit PeerOver(websocket::stream<Stream>& socket) : m_socket(socket) {}
    std::optional<std::string> read() override {
        beast::flat_buffer buffer;
        error_code error;
        m_socket.read(buffer, error);
        if (error) return std::nullopt;
        return beast::buffers_to_string(buffer.data());
    }
    bool send(const std::string& text) override {
        error_code error;
        m_socket.text(true);
        m_socket.write(asio::buffer(text), error);
        return !error;
    }
    void onPing(std::function<void()> call) override {
        m_socket.control_callback([call = std::move(call)](websocket::frame_type kind, beast::string_view) {
            if (kind == websocket::frame_type::ping) call();
        });
    }
    void sendRaw(const std::string& bytes) override {
        error_code error;
        asio::write(m_socket.next_layer(), asio::buffer(bytes), error);
    }
    void close() override {
        error_code error;
        m_socket.close(websocket::close_code::going_away, error);
    }

private:
    websocket::stream<Stream>& m_socket;
};

}  // namespace

struct ScriptedServer::Impl {
    explicit Impl(Script given) : script(std::move(given)), acceptor(context) {
        if (script.tls) {
            const SelfSigned self = makeSelfSigned(*script.tls);
            certificate = self.certificate;
            tls.use_certificate_chain(asio::buffer(self.certificate));
            tls.use_private_key(asio::buffer(self.key), asio::ssl::context::pem);
        }
        const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), script.port);
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        acceptor.bind(endpoint);
        acceptor.listen();
        port = acceptor.local_endpoint().port();
        listener = std::thread([this] { listen(); });
    }

    void listen() {
        while (true) {
            error_code error;
            tcp::socket socket(context);
            acceptor.accept(socket, error);
            if (stopping) return;
            if (error) continue;
            const std::scoped_lock lock(mutex);
            const std::size_t number = connections++;
            changed.notify_all();
            threads.emplace_back(
                [this, number, moved = std::move(socket)]() mutable { serve(std::move(moved), number); });
        }
    }

    void serve(tcp::socket socket, std::size_t number) {
        const int handle = socket.native_handle();
        {
            const std::scoped_lock lock(mutex);
            handles.insert(handle);
            if (stopping) ::shutdown(handle, SHUT_RDWR);
        }
        // A socket may be moved on; its handle stays open until it has left the set.
        const std::shared_ptr<void> leave(nullptr, [this, handle](void*) {
            const std::scoped_lock lock(mutex);
            handles.erase(handle);
        });
        if (script.admit && !script.admit(number)) return reset(socket);
        if (script.stallBeforeReading) return waitForEnd();
        error_code error;
        socket.set_option(tcp::no_delay(true), error);
        if (script.tls) {
            asio::ssl::stream<tcp::socket> stream(std::move(socket), tls);
            stream.handshake(asio::ssl::stream_base::server, error);
            if (!error) talk(stream, number);
            leaveBefore(handle);
        } else {
            talk(socket, number);
            leaveBefore(handle);
        }
    }

    /// The handle must not be shut down by another thread once its socket closes and the number is reused.
    void leaveBefore(int handle) {
        const std::scoped_lock lock(mutex);
        handles.erase(handle);
    }

    static void reset(tcp::socket& socket) {
        error_code error;
        socket.set_option(asio::socket_base::linger(true, 0), error);
        socket.close(error);
    }

    void waitForEnd() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return stopping.load(); });
    }

    template <class Stream>
    void talk(Stream& stream, std::size_t number) {
        beast::flat_buffer buffer;
        while (true) {
            http::request<http::string_body> request;
            error_code error;
            http::read(stream, buffer, request, error);
            if (error) return;
            if (websocket::is_upgrade(request)) return upgrade(stream, request);
            if (!answer(stream, request, number)) return;
        }
    }

    template <class Stream>
    void upgrade(Stream& stream, const http::request<http::string_body>& request) {
        error_code error;
        if (script.refuseUpgradeWith != 0) {
            http::response<http::string_body> refusal(static_cast<http::status>(script.refuseUpgradeWith), 11);
            refusal.prepare_payload();
            http::write(stream, refusal, error);
            return;
        }
        websocket::stream<Stream&> socket(stream);
        socket.accept(request, error);
        if (error) return;
        std::size_t index = 0;
        {
            const std::scoped_lock lock(mutex);
            index = websockets++;
        }
        PeerOver<Stream&> peer(socket);
        if (script.websocket) script.websocket(peer, index);
    }

    template <class Stream>
    bool answer(Stream& stream, const http::request<http::string_body>& request, std::size_t number) {
        HttpAnswer given;
        given.status = 404;
        if (script.http) given = script.http({std::string(request.target()), request.body(), number});
        if (given.stall) {
            waitForEnd();
            return false;
        }
        http::response<http::string_body> response(static_cast<http::status>(given.status), 11);
        for (const auto& [name, value] : given.headers) response.set(name, value);
        response.body() = given.body;
        response.keep_alive(given.keepAlive);
        response.prepare_payload();
        error_code error;
        http::write(stream, response, error);
        return !error && given.keepAlive;
    }

    void stop() {
        {
            const std::scoped_lock lock(mutex);
            if (stopping.exchange(true)) return;
            changed.notify_all();
            for (const int handle : handles) ::shutdown(handle, SHUT_RDWR);
        }
        // Wakes accept().
        ::shutdown(acceptor.native_handle(), SHUT_RDWR);
        listener.join();
        for (std::thread& thread : threads) thread.join();
        error_code error;
        acceptor.close(error);
    }

    Script script;
    asio::io_context context;
    asio::ssl::context tls{asio::ssl::context::tls_server};
    tcp::acceptor acceptor;
    std::string certificate;
    std::uint16_t port = 0;
    std::thread listener;
    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    std::vector<std::thread> threads;
    std::set<int> handles;
    std::size_t connections = 0;
    std::size_t websockets = 0;
    std::atomic<bool> stopping{false};
};

ScriptedServer::ScriptedServer(Script script) : m_impl(std::make_unique<Impl>(std::move(script))) {}
ScriptedServer::~ScriptedServer() {
    m_impl->stop();
}

std::uint16_t ScriptedServer::port() const {
    return m_impl->port;
}
std::string ScriptedServer::wsUrl() const {
    return (m_impl->script.tls ? "wss://127.0.0.1:" : "ws://127.0.0.1:") + std::to_string(m_impl->port);
}
std::string ScriptedServer::httpUrl() const {
    return (m_impl->script.tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(m_impl->port);
}
std::string ScriptedServer::certificate() const {
    return m_impl->certificate;
}

bool ScriptedServer::waitConnections(std::size_t count) const {
    std::unique_lock lock(m_impl->mutex);
    return m_impl->changed.wait_for(lock, std::chrono::seconds(20), [&] { return m_impl->connections >= count; });
}

void ScriptedServer::disconnectAll() {
    const std::scoped_lock lock(m_impl->mutex);
    for (const int handle : m_impl->handles) ::shutdown(handle, SHUT_RDWR);
}

void ScriptedServer::stop() {
    m_impl->stop();
}

}  // namespace test
