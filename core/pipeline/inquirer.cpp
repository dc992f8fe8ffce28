// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inquirer.h"

#include "core/pipeline/coin_graph_builder.h"

#include <algorithm>

namespace core::pipeline {
namespace {

// What a picture costs grows with these; see tests/bench/RESULTS.md.
constexpr std::int64_t kLeastGapMs = 250;
constexpr std::int64_t kPositionsPerMs = 50;
constexpr std::int64_t kMovesPerMs = 300;
constexpr std::int64_t kLinksPerMs = 20;
// A page walks kMostWalkedMoves at most, some milliseconds.
constexpr std::int64_t kPageGapMs = 1'000;
constexpr std::int64_t kLeadsGapMs = 5'000;

}  // namespace

void Inquirer::ask(const Inquiry& inquiry) {
    if (inquiry.graph != m_inquiry.graph) {
        // The old picture stays until there is a new one, unless nobody wants any.
        if (inquiry.graph)
            m_graph.version = 0;
        else
            m_graph = {};
        m_graph.atMs.reset();
    }
    if (inquiry.wallet != m_inquiry.wallet) m_wallet = {};
    if (inquiry.crew != m_inquiry.crew) m_crew = {};
    if (!inquiry.leads) m_leads = {};
    m_inquiry = inquiry;
}

void Inquirer::settle() {
    m_graph.atMs.reset();
    m_wallet.atMs.reset();
    m_crew.atMs.reset();
    m_leads.atMs.reset();
    m_knownAtMs.reset();
}

void Inquirer::answerGraph(const CoinScene& scene, const Standings& standings, std::uint64_t version,
                           std::int64_t steadyMs) {
    if (!m_inquiry.graph) return;
    const MoveJournal::Coin* journal = scene.journal.of(scene.coin.ordinal());
    const auto size = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    const std::int64_t gap = std::max({kLeastGapMs, size(scene.coin.positions.size()) / kPositionsPerMs,
                                       size(journal == nullptr ? 0 : journal->moves.size()) / kMovesPerMs,
                                       size(m_graph.made ? m_graph.made->links.size() : 0) / kLinksPerMs});
    if (!m_graph.due(version, steadyMs, gap)) return;
    m_graph.made = std::make_shared<const CoinGraph>(coinGraph(scene, standings, *m_inquiry.graph));
    m_graph.version = version;
    m_graph.atMs = steadyMs;
}

void Inquirer::answer(WalletScene scene, std::int64_t steadyMs) {
    if (!m_inquiry.wallet && !m_inquiry.crew && !m_inquiry.leads) return;
    const std::uint64_t version = scene.market.trades() + scene.who.links().version() + scene.who.wallets().size();
    const bool wallet = m_inquiry.wallet && m_wallet.due(version, steadyMs, kPageGapMs);
    const bool crew = m_inquiry.crew && m_crew.due(version, steadyMs, kPageGapMs);
    const bool board = m_inquiry.leads && m_leads.due(version, steadyMs, kLeadsGapMs);
    if ((wallet || board) && leads && (!m_knownAtMs || steadyMs - *m_knownAtMs >= kLeadsGapMs)) {
        m_known = leads();
        m_knownAtMs = steadyMs;
    }
    scene.leads = m_known;
    const auto note = [&](auto& part) {
        part.version = version;
        part.atMs = steadyMs;
    };
    if (wallet) {
        m_wallet.made = std::make_shared<const WalletPage>(walletPage(scene, *m_inquiry.wallet));
        note(m_wallet);
    }
    if (crew) {
        auto made = crewPassport(scene, *m_inquiry.crew);
        m_crew.made = made ? std::make_shared<const CrewPassport>(*std::move(made)) : nullptr;
        note(m_crew);
    }
    if (board) {
        m_leads.made = std::make_shared<const LeadBoard>(leadBoard(scene));
        note(m_leads);
    }
}

}  // namespace core::pipeline
