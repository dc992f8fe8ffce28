// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/truth.h"

#include "core/pipeline/scored_document.h"

#include <algorithm>

namespace core::backtest {

Result<Truth> Truth::read(std::string_view json) {
    using pipeline::ScoredDocument;
    ScoredDocument document{"truth", "cabalscope.truth/1"};
    Truth out;
    if (document.open(json)) {
        document.each(document.root(), "clusters", [&](ScoredDocument::Element item) {
            const auto cluster = document.object(item);
            if (document.has(cluster, "mints"))
                document.each(cluster, "mints",
                              [&](ScoredDocument::Element mint) { out.m_mints.emplace(document.text(mint)); });
        });
        document.each(document.root(), "events", [&](ScoredDocument::Element item) {
            const auto event = document.object(item);
            Event made;
            const std::string kind{document.text(event, "kind")};
            made.mint = document.text(event, "mint");
            made.start = document.count(event, "start_slot").value_or(0);
            made.end = document.count(event, "end_slot").value_or(made.start);
            if (made.end < made.start) document.refuse("ends before it starts");
            out.m_mints.insert(made.mint);
            out.m_kinds.insert(kind);
            out.m_events[kind].push_back(std::move(made));
        });
        document.each(document.root(), "token_tags", [&](ScoredDocument::Element item) {
            const auto tag = document.object(item);
            const std::string kind{document.text(tag, "kind")};
            const std::string mint{document.text(tag, "mint")};
            out.m_mints.insert(mint);
            out.m_kinds.insert(kind);
            out.m_coinTags.emplace(kind, mint);
        });
        document.each(document.root(), "wallet_tags", [&](ScoredDocument::Element item) {
            const auto tag = document.object(item);
            const std::string kind{document.text(tag, "kind")};
            if (document.has(tag, "mint")) out.m_mints.emplace(document.text(tag, "mint"));
            out.m_kinds.insert(kind);
            out.m_walletTags.emplace(kind, document.text(tag, "address"));
        });
    }
    if (document.error()) return *document.error();
    for (auto& [kind, events] : out.m_events)
        std::stable_sort(events.begin(), events.end(),
                         [](const Event& a, const Event& b) { return a.end < b.end; });
    return out;
}

bool Truth::speaksOf(const std::string& kind) const {
    return m_kinds.contains(kind);
}

const std::vector<Truth::Event>& Truth::events(const std::string& kind) const {
    static const std::vector<Event> kNothing;
    const auto found = m_events.find(kind);
    return found == m_events.end() ? kNothing : found->second;
}

bool Truth::isTagged(const Alert& alert) const {
    if (alert.mint && m_coinTags.contains({alert.kind, alert.mint->base58()})) return true;
    return std::any_of(alert.wallets.begin(), alert.wallets.end(), [&](const Wallet& wallet) {
        return m_walletTags.contains({alert.kind, wallet.base58()});
    });
}

}  // namespace core::backtest
