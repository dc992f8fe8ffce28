// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/cluster_agreement.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::pipeline {

/// Under so many cases a number says little; outputs mark it.
inline constexpr std::uint64_t kSmallSample = 30;

struct EvaluationOptions {
    /// How many slots after the end of a true event a flag may still come; 150 is a minute.
    std::uint64_t toleranceSlots = 150;
};

/// Whether confidences are the frequencies they claim to be, over judged claims that state one.
struct Calibration {
    struct Bin {
        std::uint64_t claims = 0;
        std::uint64_t right = 0;
        double confidence = 0;  ///< sum
    };
    std::array<Bin, 10> bins{};  ///< of equal width; 1.0 is in the last
    double squares = 0;          ///< sum of (confidence - outcome)^2
    std::uint64_t withoutConfidence = 0;

    void add(std::optional<double> confidence, bool right);
    [[nodiscard]] std::uint64_t claims() const;
    [[nodiscard]] std::optional<double> brier() const;
    /// Expected calibration error: the bins' |frequency - mean confidence|, weighted by their claims.
    [[nodiscard]] std::optional<double> expectedError() const;
    [[nodiscard]] std::optional<double> baseRate() const;  ///< of right ones
};

/// One kind in one table. A claim is one (wallet, mint), one mint, or one flag.
struct KindScore {
    std::string kind;
    std::uint64_t judged = 0;  ///< claims the truth can answer
    std::uint64_t right = 0;   ///< of these
    std::uint64_t truths = 0;
    std::uint64_t found = 0;        ///< of these
    std::uint64_t notJudged = 0;    ///< claims of this kind where the truth is silent
    std::uint64_t repeats = 0;      ///< events: further flags of an event already found; neither right nor wrong
    std::uint64_t withoutSlot = 0;  ///< events: flags that say no slot; judged, and never right
    std::uint64_t positives = 0;    ///< the base rate is positives / population
    std::uint64_t population = 0;
    std::vector<std::uint64_t> delays;  ///< events: slots from start to flag, ascending
    Calibration calibration;

    [[nodiscard]] std::optional<double> precision() const;
    [[nodiscard]] std::optional<double> recall() const;
    [[nodiscard]] std::optional<double> f1() const;  ///< 0 when nothing was found
    [[nodiscard]] std::optional<double> baseRate() const;
    [[nodiscard]] std::optional<double> medianDelay() const;
    [[nodiscard]] std::optional<std::uint64_t> p90Delay() const;  ///< nearest rank
};

/// Clusters against the truth.
struct ClusterScore {
    ClusterAgreement agreement;
    std::uint64_t unrelated = 0;        ///< pairs that look linked and are not
    std::uint64_t unrelatedJoined = 0;  ///< of these, in one predicted cluster
};

/// What `evaluate` finds out. Kinds are in alphabetical order.
struct Evaluation {
    EvaluationOptions options;
    std::vector<KindScore> walletTags, tokenTags, events;
    std::optional<ClusterScore> clusters;  ///< absent when the truth names neither clusters nor unrelated pairs
    Calibration calibration;               ///< over the claims of all tables
    std::map<std::string, std::uint64_t> unjudgedKinds;  ///< flags of kinds the truth never names
    std::vector<std::string> notes;                      ///< oddities of the truth, one line each
};

/// Scores an analysis (interfaces section 4) against a truth (section 5). Silence of the truth is no verdict:
/// a kind is judged where the truth names it at all, on the mints the truth mentions anywhere.
///
/// - **Wallet tags** are (wallet, kind, mint): from `tokens[].flags[].wallets` with the token's mint, from
///   `wallets[].tags` with the tag's `mint` if it has one. A tag without mint is dropped where flags of that
///   kind name the wallet with a mint (it repeats them); otherwise it answers for all mints of the wallet, and
///   is judged when the truth names the wallet or every token of the analysis is mentioned. A true tag without
///   mint is found by any tag of the wallet and kind. Base rate: true (wallet, mint) pairs among the buyers of
///   the mentioned mints; wallets among all wallets where a true tag has no mint.
/// - **Token tags** are (mint, kind) from `tokens[].flags[]`. Base rate: among the mentioned mints.
/// - **Events**: a flag finds an event of its kind and mint when `since_slot` is within
///   [start_slot, end_slot + tolerance]. Flags go in order of slot, each to the event that ends first and is
///   not found yet; when all that fit are found it is a repeat. Delay is `since_slot - start_slot`. Base rate:
///   mentioned mints with such an event. The wallets of events are not scored.
/// - **Clusters**: see ClusterAgreement. Labelled are the wallets of true clusters and of `unrelated` pairs; one
///   only named as unrelated stands alone. Clusters of kind `lead_crowd` are left out: a crowd that follows a
///   leader is not one owner. An unrelated pair that a true cluster joins contradicts the truth and is left out
///   with a note.
/// - **Calibration**: every judged claim of every table once; of several flags for one claim the highest
///   confidence, repeats left out.
///
/// Thread: any. Errors: BadJson, BadShape, BadValue, TooLarge, each beginning with "analysis: " or "truth: ".
[[nodiscard]] Result<Evaluation> evaluate(std::string_view analysisJson, std::string_view truthJson,
                                          const EvaluationOptions& options = {});

/// Appends the machine form, schema `cabalscope.evaluation/1`, one JSON object without a newline. Numbers that
/// nothing can be said about are absent.
void appendEvaluationJson(const Evaluation& evaluation, std::string& out);

}  // namespace core::pipeline
