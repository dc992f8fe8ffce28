// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/self_signed.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace test {

/// The server's end of one websocket. Thread: the script's.
class WsPeer {
public:
    WsPeer() = default;
    WsPeer(const WsPeer&) = delete;
    WsPeer& operator=(const WsPeer&) = delete;
    virtual ~WsPeer() = default;

    /// The next message; nothing when the connection ended.
    virtual std::optional<std::string> read() = 0;
    virtual bool send(const std::string& text) = 0;
    /// Called at each ping of the client, while read() runs.
    virtual void onPing(std::function<void()> call) = 0;
    /// Bytes under the websocket: half frames and garbage.
    virtual void sendRaw(const std::string& bytes) = 0;
    /// A polite end.
    virtual void close() = 0;
    /// Reads and answers pings until the client goes.
    void drain() {
        while (read()) {
        }
    }
};

struct HttpAnswer {
    unsigned status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    bool stall = false;  ///< no answer until the server stops
    bool keepAlive = true;
};

struct HttpAsked {
    std::string target;
    std::string body;
    std::size_t connection = 0;  ///< which TCP connection of the server, from 0
};

/// A loopback server for one test: HTTP and websocket over one port, every connection on a thread of its
/// own that runs the test's script. Thread: any.
class ScriptedServer {
public:
    /// What to do with the n-th websocket, counted from 0; when it returns the connection is torn down.
    using WsScript = std::function<void(WsPeer&, std::size_t)>;
    using HttpScript = std::function<HttpAnswer(const HttpAsked&)>;
    /// Called for each TCP connection before anything is read; false tears it down, for refusals.
    using Admission = std::function<bool(std::size_t)>;

    struct Script {
        WsScript websocket{};
        HttpScript http{};
        Admission admit{};
        unsigned refuseUpgradeWith = 0;   ///< HTTP status instead of a websocket; 0 = accept
        bool stallBeforeReading = false;  ///< accept TCP and say nothing
        std::optional<TlsIdentity> tls{};
        std::uint16_t port = 0;
    };

    explicit ScriptedServer(Script script);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::string wsUrl() const;
    [[nodiscard]] std::string httpUrl() const;
    /// The certificate of a TLS server, PEM.
    [[nodiscard]] std::string certificate() const;
    /// Waits until so many TCP connections came; false when they did not in time.
    [[nodiscard]] bool waitConnections(std::size_t count) const;
    /// Tears every connection down, keeps listening.
    void disconnectAll();
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace test
