// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/truth.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace core::sim {
namespace {

void addOnce(std::vector<std::string>& list, std::string_view text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

}  // namespace

std::size_t Truth::openCluster(std::string_view kind) {
    m_clusters.push_back({"c" + std::to_string(m_clusters.size() + 1), std::string{kind}, {}, {}});
    return m_clusters.size() - 1;
}

void Truth::join(std::size_t cluster, std::string_view wallet, std::string_view mint) {
    addOnce(m_clusters.at(cluster).wallets, wallet);
    addOnce(m_clusters.at(cluster).mints, mint);
}

std::size_t Truth::addEvent(Event event) {
    m_events.push_back(std::move(event));
    return m_events.size() - 1;
}

void Truth::tagWallet(std::string_view address, std::string_view kind, std::string_view mint) {
    if (!m_tagged.insert(std::string{address} + ' ' + std::string{kind} + ' ' + std::string{mint}).second) return;
    m_walletTags.push_back({std::string{address}, std::string{kind}, std::string{mint}});
}

void Truth::tagToken(std::string_view mint, std::string_view kind) {
    if (!m_tagged.insert(std::string{mint} + ' ' + std::string{kind}).second) return;
    m_tokenTags.push_back({std::string{mint}, std::string{kind}});
}

void Truth::markUnrelated(std::string_view a, std::string_view b) {
    m_unrelated.push_back({std::string{a}, std::string{b}});
}

std::string Truth::json(std::string_view note) const {
    using nlohmann::ordered_json;
    ordered_json clusters = ordered_json::array();
    for (const Cluster& cluster : m_clusters) {
        if (cluster.wallets.size() < 2) continue;
        clusters.push_back(
            {{"id", cluster.id}, {"kind", cluster.kind}, {"wallets", cluster.wallets}, {"mints", cluster.mints}});
    }
    ordered_json events = ordered_json::array();
    for (const Event& event : m_events)
        events.push_back({{"kind", event.kind},
                          {"mint", event.mint},
                          {"start_slot", event.startSlot},
                          {"end_slot", event.endSlot},
                          {"wallets", event.wallets}});
    ordered_json walletTags = ordered_json::array();
    for (const WalletTag& tag : m_walletTags) {
        ordered_json entry{{"address", tag.address}, {"kind", tag.kind}};
        if (!tag.mint.empty()) entry["mint"] = tag.mint;
        walletTags.push_back(std::move(entry));
    }
    ordered_json tokenTags = ordered_json::array();
    for (const TokenTag& tag : m_tokenTags) tokenTags.push_back({{"mint", tag.mint}, {"kind", tag.kind}});
    ordered_json unrelated = ordered_json::array();
    for (const Pair& pair : m_unrelated) unrelated.push_back(ordered_json::array({pair.a, pair.b}));

    const ordered_json document{{"schema", "cabalscope.truth/1"}, {"note", note},
                                {"clusters", clusters},           {"events", events},
                                {"wallet_tags", walletTags},      {"token_tags", tokenTags},
                                {"unrelated", unrelated}};
    return document.dump();
}

}  // namespace core::sim
