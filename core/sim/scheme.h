// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/world.h"

#include <memory>
#include <span>
#include <string_view>

namespace core::sim {

/// One kind of actor in the simulated market: a crowd, the snipers, the devs. Schemes do not know each other;
/// they act on the world and say in its truth what they did. Adding one: a file in schemes/ and a line in the
/// table of scheme_registry.cpp. Thread: confined.
class Scheme {
public:
    virtual ~Scheme() = default;
    /// Called once, at time 0.
    virtual void start(World&) {}
    /// A token was created, by whomever.
    virtual void launched(World&, TokenId) {}
    /// A token's curve filled; its pool follows within seconds.
    virtual void completed(World&, TokenId) {}
    /// An action this scheme scheduled is due.
    virtual void act(World&, const Action&) {}
};

/// How a scheme is made.
struct SchemeEntry {
    std::string_view name;
    std::unique_ptr<Scheme> (*make)();
};

/// Every scheme of this build.
[[nodiscard]] std::span<const SchemeEntry> schemeRegistry() noexcept;
/// A new scheme of that name, or null.
[[nodiscard]] std::unique_ptr<Scheme> makeScheme(std::string_view name);

}  // namespace core::sim
