// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tape_book.h"

#include <utility>

namespace core::pipeline {

void TapeBook::add(const Mint& mint, const TapeRow& row, const std::optional<Mint>& keep) {
    const auto [found, added] = m_tapes.try_emplace(mint);
    if (added) m_turns.push_back(mint);
    Tape& tape = found->second;
    // The first trade is no return: else a round of new coins would put everyone's turn on one line.
    tape.traded = !added;
    tape.rows.push_front(row);
    ++m_rows;
    if (tape.rows.size() > m_limits.coin) {
        tape.rows.pop_back();
        --m_rows;
    }
    // The coin itself and `keep` stay, so that two coins are left in any case.
    while ((m_turns.size() > m_limits.coins || m_rows > m_limits.all) && m_turns.size() > 2) {
        const Mint next = m_turns.front();
        m_turns.pop_front();
        const auto at = m_tapes.find(next);
        if (std::exchange(at->second.traded, false) || next == mint || keep == next) {
            m_turns.push_back(next);
            continue;
        }
        m_rows -= at->second.rows.size();
        m_tapes.erase(at);
    }
}

const std::deque<TapeRow>* TapeBook::of(const Mint& mint) const {
    const auto found = m_tapes.find(mint);
    return found == m_tapes.end() ? nullptr : &found->second.rows;
}

}  // namespace core::pipeline
