// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/labels/label.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core::labels {

/// What was found in a list.
struct ReadLabels {
    std::vector<Label> labels;
    std::size_t skipped = 0;   ///< lines or entries that name no address
    std::string firstSkipped;  ///< why the first of them was, with its line or place
};

inline constexpr std::size_t kLargestList = 32'000'000;  ///< bytes

/// Reads a list that was copied or exported: our JSON and CSV; JSON arrays of objects with `address`, `wallet`,
/// `wallet_address` or `trackedWalletAddress` and `name`, `label` or `remark`, with `emoji`; arrays of addresses;
/// lines of `address`, `address,name` or `address name`, `#` comments. What a list says nothing of stays empty;
/// wallets of foreign lists are watched. Errors: TooLarge, BadJson, BadShape when there is no address in it at all.
[[nodiscard]] Result<ReadLabels> readLabels(std::string_view text);

/// One line each under a header; cells that a spreadsheet would take for a formula get an apostrophe in front.
[[nodiscard]] std::string writeCsv(const std::vector<Label>& labels);
/// Schema cabalscope.labels/1; the same labels give the same bytes.
[[nodiscard]] std::string writeJson(const std::vector<Label>& labels);

}  // namespace core::labels
