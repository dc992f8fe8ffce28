// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/slot_group.h"

#include <cmath>

namespace core::intel {

std::vector<std::vector<std::size_t>> SlotGroup::chains(std::size_t least) const {
    std::vector<std::vector<std::size_t>> out;
    std::vector<std::size_t> run;
    const auto close = [&] {
        if (run.size() >= least) out.push_back(run);
        run.clear();
    };
    for (std::size_t i = 0; i < trades.size(); ++i) {
        if (!trades[i].txIndex) break;
        if (trades[i].wallet == creator) continue;
        if (!run.empty() && *trades[i].txIndex - *trades[run.back()].txIndex > kMostBetween + 1) close();
        run.push_back(i);
    }
    close();
    return out;
}

std::vector<std::size_t> SlotGroup::behindCreation() const {
    std::vector<std::size_t> out;
    if (!creationIndex || side != Side::Buy) return out;
    std::uint32_t last = *creationIndex;
    for (std::size_t i = 0; i < trades.size(); ++i) {
        if (!trades[i].txIndex) break;
        if (*trades[i].txIndex < *creationIndex || trades[i].wallet == creator) continue;
        if (*trades[i].txIndex - last > kBehind) break;
        last = *trades[i].txIndex;
        out.push_back(i);
    }
    return out;
}

std::optional<double> SlotGroup::ticketSpread(const std::vector<std::size_t>& of) const {
    if (of.size() < 2) return std::nullopt;
    double sum = 0;
    for (const std::size_t i : of) sum += static_cast<double>(trades[i].lamports);
    const double mean = sum / static_cast<double>(of.size());
    if (mean <= 0) return std::nullopt;
    double squares = 0;
    for (const std::size_t i : of) {
        const double off = static_cast<double>(trades[i].lamports) - mean;
        squares += off * off;
    }
    return std::sqrt(squares / static_cast<double>(of.size())) / mean;
}

}  // namespace core::intel
