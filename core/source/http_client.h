// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace core::source {

/// Where JSON is posted to.
struct HttpOptions {
    std::string url;                               ///< http or https; may hold a key, never shown
    std::chrono::milliseconds stepTimeout{5'000};  ///< for each of look-up, connect, TLS, send, answer
    std::size_t maxResponseBytes = 1U << 20U;
};

struct HttpReply {
    unsigned status = 0;
    std::string body;
    std::optional<std::chrono::milliseconds> retryAfter{};  ///< that the server asks for, at most two minutes
};

/// Posts JSON, one request at a time on a kept connection; https with the certificate and the host's name checked.
/// Thread: confined (post blocks).
class HttpClient {
public:
    /// Errors: BadValue for a URL that is none; the text never repeats it.
    [[nodiscard]] static Result<std::unique_ptr<HttpClient>> create(HttpOptions options);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// The answer of whatever status. A connection that the server closed between two requests is made anew, once.
    /// Errors: Network, Timeout, TooLarge, Cancelled.
    [[nodiscard]] Result<HttpReply> post(std::string_view json, std::stop_token stop = {});
    /// Host, and port when it is not the scheme's own: all that may be shown.
    [[nodiscard]] std::string display() const;

private:
    struct Impl;
    explicit HttpClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core::source
