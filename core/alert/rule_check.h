// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <optional>
#include <string>
#include <vector>

namespace core::alert {

/// Names of the lists that a condition speaks of, each once.
[[nodiscard]] std::vector<std::string> listsIn(const Condition& condition);

/// Why the rule could never fire: nothing in it makes anybody look. Nothing when it can.
[[nodiscard]] std::optional<std::string> neverWakes(const Rule& rule);

/// Whether the rule speaks of a cluster at hand and so stands for each of them apart.
[[nodiscard]] bool isAboutClusters(const Condition& condition);

}  // namespace core::alert
