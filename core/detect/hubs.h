// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// Wallets whose links say nothing about ownership: told as exchange, infrastructure or bot once a wallet
/// that trades or moves SOL turns out to be one. The gate of all links. Source: detection section 4.1.
[[nodiscard]] std::unique_ptr<Detector> makeHubs();

inline constexpr DetectorInfo kHubs{
    .kind = "exchange",
    .description = "A wallet on the list of exchanges, infrastructure and bots, or one that behaves like them.",
    .version = "2",
    .make = &makeHubs,
};

}  // namespace core::detect
