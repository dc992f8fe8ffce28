// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <memory>

namespace ui::bridge {

/// Where the window gets its picture of the market and says which part of it is shown. Both calls return
/// at once and are made on the GUI thread.
class MarketFeed {
public:
    MarketFeed() = default;
    MarketFeed(const MarketFeed&) = delete;
    MarketFeed& operator=(const MarketFeed&) = delete;
    virtual ~MarketFeed() = default;

    /// Newest picture; null before the first.
    [[nodiscard]] virtual std::shared_ptr<const core::pipeline::Snapshot> latest() const = 0;
    /// Newest-wins wish of the screen.
    virtual void setInterest(const core::pipeline::Interest& interest) = 0;
};

}  // namespace ui::bridge
