// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/system/result.hpp>
#include <boost/throw_exception.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace core {

/// Why an operation failed. The names are stable: they appear in counters, logs and `analyze` output.
enum class ErrorCode : std::uint16_t {
    Truncated = 1,     ///< bytes end inside a field
    BadDiscriminator,  ///< the first 8 bytes name no event this decoder knows
    BadValue,          ///< a field holds a value its type does not allow
    BadEncoding,       ///< base58, base64, hex or UTF-8 that is none
    BadJson,           ///< not JSON, or JSON cut short
    BadShape,          ///< valid JSON of a form the protocol does not have
    TooDeep,           ///< nested deeper than the limit
    TooLarge,          ///< longer than the limit
    Overflow,          ///< an integer left its range
    NotFound,          ///< the named thing is not there
    PoolUnknown,       ///< a pool whose mints no source has told yet
    NeedsTransaction,  ///< a log line that means nothing without the accounts of its transaction
    LogTruncated,      ///< the runtime cut the log
    LogStackMismatch,  ///< invoke and success lines do not pair
    Io,                ///< the operating system refused a read or write
    Database,          ///< SQLite reported an error
    Network,           ///< DNS, TCP, TLS or websocket failure
    Timeout,           ///< a deadline passed
    RateLimited,       ///< the server asked to slow down
    Unauthorized,      ///< the key is missing or refused
    Remote,            ///< the server answered with an error
    Cancelled,         ///< stopped by request
    Unsupported,       ///< a valid request this build cannot serve
    Refused,           ///< nothing listens on the port, or no host has the name
    Untrusted,         ///< a certificate that is not trusted, or is another host's
};

/// Stable snake_case name of an error code, for counters and JSON. Thread: any.
[[nodiscard]] std::string_view errorName(ErrorCode code) noexcept;

/// A failure: `code` decides what to do, `context` is a short text for the log (never a secret).
struct Error {
    ErrorCode code;
    std::string context;

    /// "truncated: trade event ends at byte 97", for one-line messages.
    [[nodiscard]] std::string message() const;
};

/// Called by `Result::value()` on an error; a bug in the caller, so it throws.
[[noreturn]] inline void throw_exception_from_error(const Error& error, const boost::source_location&) {
    throw std::logic_error("Result without a value: " + error.message());
}

/// A value or an Error. Expected failures travel in it; exceptions are for bugs.
template <class T>
using Result = boost::system::result<T, Error>;

/// Shorthand for the failing case: `return fail(ErrorCode::Truncated, "…")`.
[[nodiscard]] inline Error fail(ErrorCode code, std::string context = {}) {
    return Error{code, std::move(context)};
}

}  // namespace core
