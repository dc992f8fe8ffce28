// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_race.h"

#include <algorithm>
#include <utility>

namespace core::pipeline {
namespace {

constexpr std::size_t kSamples = 256;

}  // namespace

bool FeedRace::arrive(std::size_t feed, const std::string& key, std::int64_t receivedNs) {
    if (feed >= m_feeds.size() || feed >= kMostFeeds) return true;
    const std::uint64_t bit = std::uint64_t{1} << feed;
    auto found = m_young.find(key);
    if (found == m_young.end()) {
        if (const auto older = m_old.find(key); older != m_old.end()) {
            found = m_young.insert(*older).first;
        } else {
            if (m_young.size() >= m_kept) m_old = std::exchange(m_young, {});
            m_young.emplace(key, First{feed, receivedNs, bit});
            ++m_feeds[feed].firsts;
            return true;
        }
    }
    First& first = found->second;
    // One feed may bring a message for each of its subscriptions; its first copy is what counts.
    if ((first.seenBy & bit) == 0) {
        first.seenBy |= bit;
        Feed& own = m_feeds[feed];
        ++own.followed;
        constexpr double kNsPerMs = 1e6;
        own.behindMs.push_back(static_cast<double>(std::max<std::int64_t>(receivedNs - first.at, 0)) / kNsPerMs);
        if (own.behindMs.size() > kSamples) own.behindMs.pop_front();
    }
    return first.feed == feed;
}

std::optional<double> FeedRace::Standing::firstShare() const {
    if (firsts + followed == 0) return std::nullopt;
    return static_cast<double>(firsts) / static_cast<double>(firsts + followed);
}

FeedRace::Standing FeedRace::standing(std::size_t feed) const {
    if (feed >= m_feeds.size()) return {};
    const Feed& own = m_feeds[feed];
    Standing out{own.firsts, own.followed, std::nullopt};
    if (own.behindMs.empty()) return out;
    std::vector<double> sorted(own.behindMs.begin(), own.behindMs.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    out.behindMs = *middle;
    return out;
}

}  // namespace core::pipeline
