// SPDX-License-Identifier: GPL-3.0-or-later
// An analysis and a truth to score it with: the first line, and the rest.
#include "core/pipeline/evaluation.h"
#include "tests/fuzz/fuzz.h"

#include <simdjson.h>

#include <algorithm>

namespace {

void requireShares(const std::vector<core::pipeline::KindScore>& table) {
    for (const auto& score : table) {
        fuzz::require(score.right <= score.judged, "no more right than judged");
        fuzz::require(score.found <= score.truths, "no more found than true");
        fuzz::require(score.positives <= score.population, "no base rate above 1");
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = fuzz::textOf(data, size);
    const std::size_t end = std::min(input.find('\n'), size);
    // Without a byte to spare behind each, so that AddressSanitizer sees one read too many.
    const std::vector<char> analysis(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(end));
    const std::string_view rest = input.substr(std::min(end + 1, size));
    const std::vector<char> truth(rest.begin(), rest.end());
    const auto got = core::pipeline::evaluate({analysis.data(), analysis.size()}, {truth.data(), truth.size()}, {});
    if (!got) {
        fuzz::require(!got.error().context.empty(), "an error says what is wrong");
        return 0;
    }
    requireShares(got->walletTags);
    requireShares(got->tokenTags);
    requireShares(got->events);
    if (got->clusters) {
        const auto& all = got->clusters->agreement;
        fuzz::require(all.jointPairs <= std::min(all.predictedPairs, all.truePairs), "joint pairs are of both");
        fuzz::require(std::max(all.predictedPairs, all.truePairs) <= all.pairs, "no more pairs than there are");
        fuzz::require(got->clusters->unrelatedJoined <= got->clusters->unrelated, "no more joined than told");
    }
    std::string json;
    core::pipeline::appendEvaluationJson(*got, json);
    simdjson::dom::parser parser;
    fuzz::require(parser.parse(json).error() == simdjson::SUCCESS, "the machine form is JSON");
    return 0;
}
