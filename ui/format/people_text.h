// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/token_people.h"

#include <QColor>
#include <QString>

#include <cstdint>
#include <optional>

namespace ui::format {

/// "Dev", "Sniper", "Rat" …: what a trader calls a role.
[[nodiscard]] QString roleName(core::pipeline::Role role);
/// The rule behind the word, one sentence.
[[nodiscard]] QString roleMeaning(core::pipeline::Role role);
/// Every role of a wallet, the weightiest first: "Dev · Sniper"; empty for none.
[[nodiscard]] QString rolesText(core::pipeline::Roles roles);
/// The same in English whatever the language: for files and the clipboard.
[[nodiscard]] QString rolesRaw(core::pipeline::Roles roles);
/// Ink of the weightiest role; invalid for none.
[[nodiscard]] QColor rolesInk(core::pipeline::Roles roles);
/// "Cluster 17"; empty for none.
[[nodiscard]] QString clusterName(const core::pipeline::ClusterTag& tag);
/// "C17": for narrow cells and chips; empty for none.
[[nodiscard]] QString clusterShort(const core::pipeline::ClusterTag& tag);
[[nodiscard]] QColor clusterInk(const core::pipeline::ClusterTag& tag);
/// "dev_dump" as "Dev dump".
[[nodiscard]] QString flagName(std::string_view kind);
/// "funded_by_same" as "funded by the same wallet".
[[nodiscard]] QString linkName(std::string_view kind);
/// What an early buyer did since, in a word, and the mark of its square.
[[nodiscard]] QString bagName(core::pipeline::BagState state);
/// The word in English whatever the language: for files and the clipboard.
[[nodiscard]] QString bagRaw(core::pipeline::BagState state);
[[nodiscard]] QChar bagMark(core::pipeline::BagState state);
/// Whole units of raw coins, any size and sign.
[[nodiscard]] double whole(core::Int128 raw, int decimals);
/// The digits of an integer of 128 bits.
[[nodiscard]] QString digits(core::Int128 value);
/// A gain or loss in whole quote units with its sign: "+5.36", "−2.92".
[[nodiscard]] QString signedAmount(double value);
/// A flag's value in its unit: shares as percent.
[[nodiscard]] QString flagValue(const core::Flag& flag);

}  // namespace ui::format
