// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace core::sim {

/// What the schemes did, for scoring detectors. Source: interfaces section 5. Thread: confined.
class Truth {
public:
    struct Cluster {
        std::string id, kind;
        std::vector<std::string> wallets, mints;
    };
    struct Event {
        std::string kind, mint;
        std::uint64_t startSlot = 0;
        std::uint64_t endSlot = 0;
        std::vector<std::string> wallets;
    };

    void addCluster(Cluster cluster) { m_clusters.push_back(std::move(cluster)); }
    /// A cluster that grows; it is written once it has two wallets.
    [[nodiscard]] std::size_t openCluster(std::string_view kind);
    /// Puts a wallet, and the coin it was used for, into a cluster, each once.
    void join(std::size_t cluster, std::string_view wallet, std::string_view mint);
    /// Returns the number to change the event by.
    std::size_t addEvent(Event event);
    [[nodiscard]] Event& event(std::size_t number) { return m_events.at(number); }
    /// A repeated tag counts once.
    void tagWallet(std::string_view address, std::string_view kind, std::string_view mint);
    void tagToken(std::string_view mint, std::string_view kind);
    void markUnrelated(std::string_view a, std::string_view b);

    /// One JSON object, keys in a fixed order.
    [[nodiscard]] std::string json(std::string_view note) const;

private:
    struct WalletTag {
        std::string address, kind, mint;
    };
    struct TokenTag {
        std::string mint, kind;
    };
    struct Pair {
        std::string a, b;
    };

    std::vector<Cluster> m_clusters;
    std::vector<Event> m_events;
    std::vector<WalletTag> m_walletTags;
    std::vector<TokenTag> m_tokenTags;
    std::vector<Pair> m_unrelated;
    std::set<std::string> m_tagged;
};

}  // namespace core::sim
