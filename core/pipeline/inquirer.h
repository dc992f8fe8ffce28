// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/coin_people.h"
#include "core/pipeline/inquiry.h"
#include "core/pipeline/wallet_scene.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace core::pipeline {

/// Answers an Inquiry, each part only as often as a twentieth of the engine's time allows. Thread: confined to the
/// engine.
class Inquirer {
public:
    void ask(const Inquiry& inquiry);
    /// The next answers are made of what is known then, however short ago the last ones were.
    void settle();
    /// Another coin was opened.
    void openCoin() { m_graph = {}; }
    /// Brings the graph up to date. `version`: of the people that `standings` belong to.
    void answerGraph(const CoinScene& scene, const Standings& standings, std::uint64_t version,
                     std::int64_t steadyMs);

    /// Brings the other answers up to date, of `scene` whose leads are filled in here. Nothing happens between
    /// events.
    void answer(WalletScene scene, std::int64_t steadyMs);
    /// Who follows whom as of now; asked for every few seconds while somebody wants to know.
    std::function<std::vector<Lead>()> leads;

    [[nodiscard]] Answers answers() const { return {m_wallet.made, m_crew.made, m_leads.made}; }
    [[nodiscard]] const std::shared_ptr<const CoinGraph>& graph() const { return m_graph.made; }

private:
    template <class Made>
    struct Part {
        std::shared_ptr<const Made> made;
        std::uint64_t version = 0;  ///< of what it was made from
        std::optional<std::int64_t> atMs;

        [[nodiscard]] bool due(std::uint64_t now, std::int64_t steadyMs, std::int64_t gapMs) const {
            return !made || (version != now && (!atMs || steadyMs - *atMs >= gapMs));
        }
    };

    Inquiry m_inquiry;
    Part<CoinGraph> m_graph;
    Part<WalletPage> m_wallet;
    Part<CrewPassport> m_crew;
    Part<LeadBoard> m_leads;
    std::vector<Lead> m_known;  ///< leads as of the last look
    std::optional<std::int64_t> m_knownAtMs;
};

}  // namespace core::pipeline
