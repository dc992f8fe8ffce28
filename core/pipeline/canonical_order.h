// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <cstdint>
#include <vector>

namespace core::pipeline {

/// Where transactions stand in their blocks, told apart from what they did. 16 bytes each: a recording of hours
/// has millions, most of them of no interest.
class BlockOrder {
public:
    void add(const Signature& signature, std::uint32_t txIndex);

private:
    struct Place {
        std::uint64_t name;
        std::uint32_t txIndex;
    };
    friend void fillTxIndexes(std::vector<Event>& events, const BlockOrder& told);
    std::vector<Place> m_places;
};

/// Gives events that came without a transaction index the one that another source tells of the same
/// transaction: blocks that were fetched for their order say it for what a log feed showed, in events of their
/// own or, fetched for their signatures, in `told`.
void fillTxIndexes(std::vector<Event>& events, const BlockOrder& told = {});

/// Puts events into the one order that depends only on what they say, never on how they arrived:
/// slot (block time without one), transaction index, path. Where a feed carries no transaction index the
/// trades of a pool inside one slot are put in the order in which their reserves follow from each other
/// (what a trade left is what the next one found); what reserves cannot tell is ordered by signature.
/// Cost: O(n log n).
void sortCanonically(std::vector<Event>& events);

}  // namespace core::pipeline
