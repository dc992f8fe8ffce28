// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace core {

std::string_view errorName(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::Truncated: return "truncated";
        case ErrorCode::BadDiscriminator: return "bad_discriminator";
        case ErrorCode::BadValue: return "bad_value";
        case ErrorCode::BadEncoding: return "bad_encoding";
        case ErrorCode::BadJson: return "bad_json";
        case ErrorCode::BadShape: return "bad_shape";
        case ErrorCode::TooDeep: return "too_deep";
        case ErrorCode::TooLarge: return "too_large";
        case ErrorCode::Overflow: return "overflow";
        case ErrorCode::NotFound: return "not_found";
        case ErrorCode::PoolUnknown: return "pool_unknown";
        case ErrorCode::NeedsTransaction: return "needs_transaction";
        case ErrorCode::LogTruncated: return "log_truncated";
        case ErrorCode::LogStackMismatch: return "log_stack_mismatch";
        case ErrorCode::Io: return "io";
        case ErrorCode::Database: return "database";
        case ErrorCode::Network: return "network";
        case ErrorCode::Timeout: return "timeout";
        case ErrorCode::RateLimited: return "rate_limited";
        case ErrorCode::Unauthorized: return "unauthorized";
        case ErrorCode::Remote: return "remote";
        case ErrorCode::Cancelled: return "cancelled";
        case ErrorCode::Unsupported: return "unsupported";
        case ErrorCode::Refused: return "refused";
        case ErrorCode::Untrusted: return "untrusted";
    }
    return "unknown";
}

std::string Error::message() const {
    std::string text{errorName(code)};
    if (!context.empty()) {
        text += ": ";
        text += context;
    }
    return text;
}

}  // namespace core
