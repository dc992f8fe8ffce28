// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/endpoint.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

namespace core::source {
namespace {

constexpr std::size_t kMaxUrl = 2048;
constexpr std::size_t kMaxHost = 253;
constexpr std::uint16_t kPlainPort = 80;
constexpr std::uint16_t kTlsPort = 443;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return out;
}

bool isHostLetter(char letter) noexcept {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '.' || letter == '-' || letter == '_';
}

std::optional<boost::asio::ip::address> addressOf(const std::string& host) {
    boost::system::error_code error;
    auto address = boost::asio::ip::make_address(host, error);
    if (error) return std::nullopt;
    return address;
}

}  // namespace

std::string Endpoint::hostHeader() const {
    std::string out = host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != (tls ? kTlsPort : kPlainPort)) out += ":" + std::to_string(port);
    return out;
}

std::string Endpoint::display() const {
    return hostHeader();
}

bool Endpoint::isAddress() const {
    return addressOf(host).has_value();
}

bool Endpoint::isLoopback() const {
    if (host == "localhost") return true;
    const auto address = addressOf(host);
    return address && address->is_loopback();
}

Result<Endpoint> parseEndpoint(std::string_view url) {
    const auto bad = [](std::string_view what) { return fail(ErrorCode::BadValue, "URL: " + std::string(what)); };
    if (url.empty() || url.size() > kMaxUrl) return bad("empty or too long");
    if (std::any_of(url.begin(), url.end(), [](char letter) { return letter <= ' ' || letter == 0x7f; })) {
        return bad("holds a blank, a control character or a letter outside ASCII");
    }
    Endpoint out;
    bool schemeGiven = false;
    if (const std::size_t at = url.find("://"); at != std::string_view::npos) {
        const std::string scheme = lower(url.substr(0, at));
        if (scheme != "ws" && scheme != "wss" && scheme != "http" && scheme != "https")
            return bad("unknown scheme");
        out.tls = scheme == "wss" || scheme == "https";
        schemeGiven = true;
        url.remove_prefix(at + 3);
    }
    const std::size_t authorityEnd = std::min(url.find_first_of("/?#"), url.size());
    std::string_view authority = url.substr(0, authorityEnd);
    std::string_view target = url.substr(authorityEnd);
    target = target.substr(0, target.find('#'));
    out.target = target.starts_with('/') ? std::string(target) : "/" + std::string(target);
    if (authority.find('@') != std::string_view::npos) return bad("user names are not supported");

    std::string_view port;
    if (authority.starts_with('[')) {
        const std::size_t close = authority.find(']');
        if (close == std::string_view::npos) return bad("address without closing bracket");
        out.host = lower(authority.substr(1, close - 1));
        if (!out.isAddress()) return bad("no IPv6 address in the brackets");
        authority.remove_prefix(close + 1);
        if (!authority.empty() && !authority.starts_with(':')) return bad("text after the address");
        port = authority;
    } else {
        const std::size_t colon = std::min(authority.find(':'), authority.size());
        out.host = lower(authority.substr(0, colon));
        port = authority.substr(colon);
        if (out.host.empty() || out.host.size() > kMaxHost ||
            !std::all_of(out.host.begin(), out.host.end(), isHostLetter)) {
            return bad("no host name");
        }
    }
    if (!schemeGiven) out.tls = !out.isLoopback();
    out.port = out.tls ? kTlsPort : kPlainPort;
    if (!port.empty()) {
        port.remove_prefix(1);
        const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
        if (error != std::errc{} || end != port.data() + port.size() || out.port == 0) return bad("bad port");
    }
    return out;
}

Result<Endpoint> withSecret(Endpoint endpoint, std::string_view name, std::string_view value) {
    if (!endpoint.tls && !endpoint.isLoopback()) {
        return fail(ErrorCode::BadValue, "a key is not sent to " + endpoint.display() + " without encryption");
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    endpoint.target += endpoint.target.find('?') == std::string::npos ? '?' : '&';
    endpoint.target += name;
    endpoint.target += '=';
    for (const char letter : value) {
        const auto code = static_cast<unsigned char>(letter);
        if (isHostLetter(letter) || letter == '~') {
            endpoint.target += letter;
        } else {
            endpoint.target += '%';
            endpoint.target += kHex[code >> 4U];
            endpoint.target += kHex[code & 0x0FU];
        }
    }
    return endpoint;
}

}  // namespace core::source
