// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"
#include "core/review/reliability.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::review {

/// One alert as it is listed: of the session that runs or of an earlier one. Unknown is empty.
struct AlertRecord {
    std::string key;  ///< see alertKey; "#12" for rows that were stored before alerts had keys
    std::shared_ptr<const Alert> alert;
    std::optional<double> price;  ///< at the alert, whole quote units for one coin
    std::optional<bool> verdict;  ///< of the user
    std::string reason;           ///< of the verdict
    bool judgeable = true;        ///< a verdict finds it again
};

/// What is wanted of the stored alerts.
struct AlertWish {
    static constexpr std::size_t kMost = 5'000;

    std::string search;        ///< every word stands in sentence, rule, kind, ticker or address; empty: all
    std::size_t most = 2'000;  ///< the newest so many, kMost at most
    bool calibration = false;  ///< also what the verdicts say about the confidences
    bool falls = false;        ///< with it, also what prices did: that takes longer

    friend bool operator==(const AlertWish&, const AlertWish&) = default;
};

/// The last trade that is stored of a coin.
struct StoredPrice {
    PriceRatio price;
    std::optional<std::int64_t> time;  ///< Unix seconds
};

/// What the database says about alerts. Immutable once made.
struct AlertHistory {
    AlertWish wish;
    std::vector<std::shared_ptr<const AlertRecord>> rows;  ///< newest first
    std::uint64_t stored = 0;                              ///< alerts in the database
    bool more = false;                                     ///< older ones fit the search, too
    std::unordered_map<Mint, StoredPrice> prices;          ///< of the coins of `rows`
    std::shared_ptr<const CalibrationReport> calibration;  ///< null unless asked for
    std::string error;                                     ///< why something could not be read; else empty
};

}  // namespace core::review
