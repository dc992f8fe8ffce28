// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::pipeline {

/// Several endpoints of one feed tell the same: which of them is first, and how far behind the others are.
/// Remembers at least `kept` messages and at most twice that. Thread: confined.
class FeedRace {
public:
    static constexpr std::size_t kMostFeeds = 64;

    explicit FeedRace(std::size_t feeds, std::size_t kept = 100'000) : m_feeds(feeds), m_kept(kept) {}

    /// Notes a message by what names it over all feeds; false when another feed brought it before.
    bool arrive(std::size_t feed, const std::string& key, std::int64_t receivedNs);

    struct Standing {
        std::uint64_t firsts = 0;        ///< messages this feed brought before all others
        std::uint64_t followed = 0;      ///< messages that another had brought
        std::optional<double> behindMs;  ///< median over the newest of the latter

        /// Nothing before the first message.
        [[nodiscard]] std::optional<double> firstShare() const;
    };
    [[nodiscard]] Standing standing(std::size_t feed) const;

private:
    struct First {
        std::size_t feed = 0;
        std::int64_t at = 0;
        std::uint64_t seenBy = 0;  ///< one bit for each feed
    };
    struct Feed {
        std::uint64_t firsts = 0;
        std::uint64_t followed = 0;
        std::deque<double> behindMs;
    };
    using Map = std::unordered_map<std::string, First>;

    std::vector<Feed> m_feeds;
    std::size_t m_kept;
    Map m_young;
    Map m_old;
};

}  // namespace core::pipeline
