// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

#include <span>
#include <string_view>

namespace core::wire {

/// Every venue this build decodes, aggregators left out, in the order of dex/registry.cpp. Thread: any.
[[nodiscard]] std::span<const Venue* const> venues() noexcept;

/// The venue, or the aggregator whose events are read, of a program address; null when it is none of ours.
[[nodiscard]] const Venue* venueOf(const Pubkey& program) noexcept;
/// The same for base58 text, without decoding it.
[[nodiscard]] const Venue* venueOf(std::string_view programText) noexcept;
/// The venue with that `venue` id; null when unknown.
[[nodiscard]] const Venue* venueById(std::string_view id) noexcept;

/// The address that signs a venue's self-CPI events.
[[nodiscard]] const Pubkey& eventAuthorityOf(const Venue& venue) noexcept;
/// A venue's program address.
[[nodiscard]] const Pubkey& programOf(const Venue& venue) noexcept;

}  // namespace core::wire
