// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alert.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::backtest {

/// What is true of a recording (interfaces section 5), as far as alerts can be held against it.
class Truth {
public:
    struct Event {
        std::string mint;
        std::uint64_t start = 0;
        std::uint64_t end = 0;
    };

    /// Errors: BadJson, BadShape, TooLarge; they begin with "truth: ".
    [[nodiscard]] static Result<Truth> read(std::string_view json);

    /// Whether the truth says anything about alerts of this kind.
    [[nodiscard]] bool speaksOf(const std::string& kind) const;
    /// True events of the kind; none for kinds that are tags.
    [[nodiscard]] const std::vector<Event>& events(const std::string& kind) const;
    /// Whether the coin is mentioned at all: where the truth is silent nothing is judged.
    [[nodiscard]] bool mentions(const std::string& mint) const { return m_mints.contains(mint); }
    /// For kinds that are tags of coins or wallets: whether the alert is right.
    [[nodiscard]] bool isTagged(const Alert& alert) const;

private:
    std::map<std::string, std::vector<Event>> m_events;
    std::set<std::pair<std::string, std::string>> m_coinTags;    ///< kind, mint
    std::set<std::pair<std::string, std::string>> m_walletTags;  ///< kind, address
    std::set<std::string> m_kinds;
    std::set<std::string> m_mints;
};

}  // namespace core::backtest
