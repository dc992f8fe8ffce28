// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/source.h"

namespace core::source {

std::string_view feedStateName(FeedState state) noexcept {
    switch (state) {
        case FeedState::Idle: return "idle";
        case FeedState::Connecting: return "connecting";
        case FeedState::Connected: return "connected";
        case FeedState::Retrying: return "retrying";
        case FeedState::Backfilling: return "backfilling";
        case FeedState::Ended: return "ended";
        case FeedState::Failed: return "failed";
    }
    return "unknown";
}

}  // namespace core::source
