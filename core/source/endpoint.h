// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core::source {

/// Where a connection goes.
struct Endpoint {
    bool tls = true;
    std::string host;  ///< name or address, IPv6 without brackets
    std::uint16_t port = 0;
    std::string target;  ///< path and query, from '/'; may hold a key, never to be shown

    /// Host, and port when not the scheme's own: all of an endpoint that may be shown or logged.
    [[nodiscard]] std::string display() const;
    /// Value of the HTTP Host header.
    [[nodiscard]] std::string hostHeader() const;
    [[nodiscard]] bool isLoopback() const;
    /// Whether the host is an IP address and no name.
    [[nodiscard]] bool isAddress() const;
};

/// Reads a ws, wss, http or https URL. Without a scheme the connection is encrypted, except to loopback.
/// Errors: BadValue; the text never repeats the URL, which may hold a key.
[[nodiscard]] Result<Endpoint> parseEndpoint(std::string_view url);

/// The same endpoint with `name=value` added to its query, percent-encoded.
/// Errors: BadValue when the connection would carry the value unencrypted off this machine.
[[nodiscard]] Result<Endpoint> withSecret(Endpoint endpoint, std::string_view name, std::string_view value);

}  // namespace core::source
