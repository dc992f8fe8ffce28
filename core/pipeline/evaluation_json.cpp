// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"
#include "core/base/text.h"
#include "core/pipeline/evaluation.h"

namespace core::pipeline {
namespace {

void count(std::string& out, std::string_view name, std::uint64_t value) {
    appendJsonKey(out, name);
    appendJsonInteger(out, value, false);
}

void real(std::string& out, std::string_view name, std::optional<double> value) {
    if (!value) return;
    appendJsonKey(out, name);
    out += shortestDouble(*value);
}

void text(std::string& out, std::string_view name, std::string_view value) {
    appendJsonKey(out, name);
    appendJsonString(out, value);
}

void open(std::string& out, std::string_view name, char bracket) {
    appendJsonKey(out, name);
    out += bracket;
}

void item(std::string& out) {
    if (out.back() != '[') out += ',';
}

struct Named {
    std::string_view name;
    std::uint64_t n;
};

/// The numbers that stand on few cases; those on none are absent anyway.
void smallSamples(std::string& out, std::initializer_list<Named> numbers) {
    open(out, "small_sample", '[');
    for (const Named& number : numbers) {
        if (number.n == 0 || number.n >= kSmallSample) continue;
        item(out);
        appendJsonString(out, number.name);
    }
    out += ']';
}

void calibration(std::string& out, const Calibration& from) {
    open(out, "calibration", '{');
    count(out, "n", from.claims());
    count(out, "without_confidence", from.withoutConfidence);
    real(out, "brier", from.brier());
    real(out, "expected_calibration_error", from.expectedError());
    real(out, "base_rate", from.baseRate());
    open(out, "bins", '[');
    for (const Calibration::Bin& bin : from.bins) {
        item(out);
        out += '{';
        count(out, "n", bin.claims);
        if (bin.claims != 0) {
            const auto n = static_cast<double>(bin.claims);
            real(out, "mean_confidence", bin.confidence / n);
            real(out, "right", static_cast<double>(bin.right) / n);
        }
        out += '}';
    }
    out += ']';
    smallSamples(out, {{"brier", from.claims()}, {"expected_calibration_error", from.claims()}});
    out += '}';
}

void table(std::string& out, std::string_view name, const std::vector<KindScore>& scores, bool events) {
    open(out, name, '[');
    for (const KindScore& score : scores) {
        item(out);
        out += "\n{";
        text(out, "kind", score.kind);
        count(out, "judged", score.judged);
        count(out, "right", score.right);
        count(out, "truths", score.truths);
        count(out, "found", score.found);
        count(out, "not_judged", score.notJudged);
        real(out, "precision", score.precision());
        real(out, "recall", score.recall());
        real(out, "f1", score.f1());
        count(out, "positives", score.positives);
        count(out, "population", score.population);
        real(out, "base_rate", score.baseRate());
        if (events) {
            count(out, "repeats", score.repeats);
            count(out, "without_slot", score.withoutSlot);
            open(out, "delay_slots", '{');
            count(out, "n", score.delays.size());
            real(out, "median", score.medianDelay());
            if (const auto p90 = score.p90Delay()) count(out, "p90", *p90);
            out += '}';
        }
        smallSamples(out,
                     {{"precision", score.judged}, {"recall", score.truths}, {"delay_slots", score.delays.size()}});
        calibration(out, score.calibration);
        out += '}';
    }
    out += ']';
}

void clusters(std::string& out, const ClusterScore& score) {
    const ClusterAgreement& all = score.agreement;
    open(out, "clusters", '{');
    count(out, "wallets", all.wallets);
    count(out, "pairs", all.pairs);
    count(out, "predicted_pairs", all.predictedPairs);
    count(out, "true_pairs", all.truePairs);
    count(out, "joint_pairs", all.jointPairs);
    real(out, "pair_precision", all.precision());
    real(out, "pair_recall", all.recall());
    real(out, "pair_f1", all.f1());
    if (all.pairs != 0) real(out, "base_rate", static_cast<double>(all.truePairs) / static_cast<double>(all.pairs));
    real(out, "b3_precision", all.b3Precision);
    real(out, "b3_recall", all.b3Recall);
    real(out, "b3_f1", all.b3F1());
    real(out, "adjusted_rand_index", all.adjustedRand());
    open(out, "unrelated", '{');
    count(out, "n", score.unrelated);
    count(out, "joined", score.unrelatedJoined);
    out += '}';
    open(out, "unlabelled", '{');
    count(out, "wallets", all.unlabelledWallets);
    count(out, "pairs", all.unlabelledPairs);
    out += '}';
    smallSamples(out, {{"pair_precision", all.predictedPairs},
                       {"pair_recall", all.truePairs},
                       {"b3", all.wallets},
                       {"adjusted_rand_index", all.wallets},
                       {"unrelated", score.unrelated}});
    out += '}';
}

}  // namespace

void appendEvaluationJson(const Evaluation& evaluation, std::string& out) {
    out += '{';
    text(out, "schema", "cabalscope.evaluation/1");
    text(out, "engine_version", CABALSCOPE_VERSION);
    count(out, "tolerance_slots", evaluation.options.toleranceSlots);
    count(out, "small_sample_below", kSmallSample);
    table(out, "wallet_tags", evaluation.walletTags, false);
    table(out, "token_tags", evaluation.tokenTags, false);
    table(out, "events", evaluation.events, true);
    if (evaluation.clusters) clusters(out, *evaluation.clusters);
    calibration(out, evaluation.calibration);
    open(out, "unjudged_kinds", '{');
    for (const auto& [kind, flags] : evaluation.unjudgedKinds) {
        // A kind may be any text of the file.
        if (out.back() != '{') out += ',';
        appendJsonString(out, kind);
        out += ':';
        appendJsonInteger(out, flags, false);
    }
    out += '}';
    open(out, "notes", '[');
    for (const std::string& note : evaluation.notes) {
        item(out);
        appendJsonString(out, note);
    }
    out += "]}";
}

}  // namespace core::pipeline
