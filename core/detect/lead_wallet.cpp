// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/lead_wallet.h"

#include "core/base/counted.h"
#include "core/base/large_pages.h"
#include "core/base/recent_map.h"
#include "core/base/sparse_vector.h"
#include "core/base/text.h"
#include "core/detect/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.11.
struct Params {
    std::uint64_t window = 25;      // slots, 10 s
    std::uint32_t coins = 5;        // followed on at least so many
    std::uint32_t nextCoins = 5;    // of the leader, on which it must repeat
    std::uint32_t nextFollows = 2;  // one repetition of a rare follower would pass any test
    double q = 0.01;
    double p = 0.05;
    double explained = 0.8;  // of a pair's follows: what a common leader must reach to explain them
    double copyRate = 0.8;   // copy-bots: follow rate, median lag, spread of the lag
    double copyLag = 2;
    double copySpread = 1;
    double passPrior = 4;            // shrinks the confidence of a leader with few tested pairs:
    double triesPrior = 5;           // four of five candidates are taken to repeat
    std::size_t mostPairs = 65'536;  // twice that at most
    std::size_t mostCoins = 8'192;   // with an open ring, twice that at most
    std::size_t mostLeaders = 16;    // kept of one follower
    std::size_t mostFollowers = 64;  // named of one leader
};

constexpr std::size_t kRing = 64;
constexpr std::size_t kLags = 16;
constexpr std::size_t kMostEvidence = 6;

// Buyers of a launch's first seconds are other ones than those of the next day: activity is counted by age.
constexpr std::array<std::uint64_t, 3> kAges{25, 150, 1'500};  // slots
constexpr std::size_t kPhases = kAges.size() + 1;

std::size_t phaseOf(std::uint64_t age) {
    std::size_t phase = 0;
    while (phase < kAges.size() && age > kAges[phase]) ++phase;
    return phase;
}

/// Pairs seen once. Two generations of a blocked Bloom filter; a false hit counts a pair one follow early.
class Seen {
public:
    /// True when the pair was here before; remembers it.
    bool again(std::uint64_t pair) {
        if (m_young.empty()) {
            m_young.resize(kWords);
            m_old.resize(kWords);
        }
        const std::uint64_t hash = hashOf(pair);
        const std::size_t word = hash % kWords;
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 4; ++i) bits |= std::uint64_t{1} << ((hash >> (40U + 6U * i)) & 63U);
        const bool young = (m_young[word] & bits) == bits;
        const bool known = young || (m_old[word] & bits) == bits;
        if (!young) {
            if (m_count == kMost) {
                m_old.swap(m_young);
                std::fill(m_young.begin(), m_young.end(), 0);
                m_count = 0;
            }
            ++m_count;
            m_young[word] |= bits;
        }
        return known;
    }

    /// Brings the pair's words near; again() will ask for them.
    void fetch(std::uint64_t pair) const noexcept {
        if (m_young.empty()) return;
        const std::size_t word = hashOf(pair) % kWords;
        __builtin_prefetch(&m_young[word]);
        __builtin_prefetch(&m_old[word]);
    }

private:
    static std::uint64_t hashOf(std::uint64_t pair) noexcept {
        std::uint64_t hash = pair * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 32U;
        hash *= 0xd6e8feb86659fd93ULL;
        return hash ^ (hash >> 29U);
    }

    static constexpr std::size_t kWords = std::size_t{1} << 20U;  // 8 MB, twice
    static constexpr std::size_t kMost = 4'000'000;               // 16 bits a pair
    std::vector<std::uint64_t, LargePages<std::uint64_t>> m_young, m_old;
    std::size_t m_count = 0;
};

struct Buy {
    intel::WalletId wallet = intel::kNoWallet;
    std::uint64_t slot = 0;
    float expected = 0;           ///< new buyers in the window behind it, by the intensity before
    std::uint32_t followers = 0;  ///< new buyers in the window behind it
};

struct CoinState {
    // First buys of the last slots. Every buy goes over them, few look at what they were signed with.
    std::vector<Buy> ring;
    std::vector<std::optional<Signature>> signatures;
    double perSlot = 0;  ///< intensity of first buys, fading over the window
    std::uint64_t lastSlot = 0;
    std::uint64_t firstSlot = 0;
};

/// What is known of one wallet that bought more than one coin.
struct alignas(64) Activity {
    std::array<std::uint32_t, kPhases> buys{};  ///< its first buys
    std::array<float, kPhases> behind{};        ///< first buys of others within the window behind its own
    std::uint32_t coins = 0;                    ///< on which it can have led
    float crowd = 0;                            ///< sum of (new buyers - expected) / sqrt(expected)
    std::uint32_t passed = 0, failed = 0;       ///< of its candidates
    std::uint32_t told = 0;                     ///< followers named
};

struct Follow {
    Mint mint;
    std::uint64_t leaderSlot = 0, followerSlot = 0;
    std::optional<Signature> leader, follower;
    double expected = 0;
};

enum class Stage : std::uint8_t { Counting, Candidate, Confirmed, Rejected };

struct Pair {
    std::uint32_t follows = 0;
    std::array<std::uint8_t, kLags> lags{};
    Stage stage = Stage::Counting;
    float q = 1;
    // At the time it became a candidate.
    std::uint32_t followsThen = 0, coinsThen = 0;
    std::vector<Follow> proofs;
};

std::uint64_t keyOf(intel::WalletId leader, intel::WalletId follower) {
    return (std::uint64_t{leader} << 32U) | follower;
}

class LeadWallet final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* trade = std::get_if<Trade>(&scene.event.body);
        if (trade == nullptr || trade->side != Side::Buy || scene.coin == nullptr) return;
        if (!scene.coin->lastWasFirstBuy || !scene.event.at.slot) return;
        const intel::WalletId id = scene.who.find(trade->wallet);
        if (id == intel::kNoWallet) return;
        const std::uint64_t slot = scene.event.at.slot->value();

        CoinState* coin = m_coins.find(scene.coin->ordinal());
        if (coin == nullptr) {
            coin = &m_coins[scene.coin->ordinal()];
            coin->firstSlot = scene.coin->createdSlot ? scene.coin->createdSlot->value() : slot;
            coin->lastSlot = slot;
        }
        const std::size_t phase = phaseOf(slot > coin->firstSlot ? slot - coin->firstSlot : 0);
        const intel::WalletFacts& facts = scene.who.wallets()[id];
        // Who never came back led nobody twice: most wallets end here.
        const bool regular = facts.mintsBought >= 2 && scene.who.wallets().hub(id) == intel::HubKind::None;
        ++m_buys[phase];
        if (regular) {
            ++m_wallets[id].buys[phase];
        }
        prune(*coin, slot);
        // One after the other each would wait for memory; asked for together they come together.
        for (const Buy& before : coin->ring) {
            m_wallets.fetch(before.wallet);
            if (!regular) continue;
            m_pairs.fetch(keyOf(before.wallet, id));
            m_seen.fetch(keyOf(before.wallet, id));
        }
        for (std::size_t i = 0; i < coin->ring.size(); ++i) {
            Buy& before = coin->ring[i];
            // Behind it in the chain, not before: events may come late.
            if (slot < before.slot || slot - before.slot > m_params.window || before.wallet == id) continue;
            ++before.followers;
            m_wallets[before.wallet].behind[phase] += 1;
            if (regular) follow(scene, before, coin->signatures[i], id, slot, out);
        }
        fade(*coin, slot);
        if (regular) {
            if (coin->ring.size() >= kRing) drop(*coin, 1);
            const double expected = coin->perSlot * static_cast<double>(m_params.window);
            ++m_wallets[id].coins;
            coin->ring.push_back({id, slot, static_cast<float>(expected), 0});
            coin->signatures.push_back(scene.event.at.signature);
        }
        coin->perSlot += 1.0 / static_cast<double>(m_params.window);
    }

    void fetchPlace(std::uint32_t, intel::WalletId wallet) const override { m_wallets.fetchPlace(wallet); }
    void fetchState(std::uint32_t, intel::WalletId wallet) const override { m_wallets.fetch(wallet); }

    [[nodiscard]] std::vector<Lead> leads(const intel::Intel& who) const override {
        std::vector<Lead> out;
        m_pairs.forEach([&](std::uint64_t key, const Pair& pair) {
            const auto leader = static_cast<intel::WalletId>(key >> 32U);
            const auto follower = static_cast<intel::WalletId>(key);
            if (pair.stage != Stage::Confirmed || !free(who, leader, follower)) return;
            if (explained(leader, follower, pair)) return;
            out.push_back(leadOf(who, leader, follower, pair));
        });
        std::sort(out.begin(), out.end(), [](const Lead& a, const Lead& b) {
            return a.leader != b.leader ? a.leader < b.leader : a.follower < b.follower;
        });
        return out;
    }

private:
    void fade(CoinState& coin, std::uint64_t slot) const {
        if (slot <= coin.lastSlot) return;
        coin.perSlot *= std::exp(-static_cast<double>(slot - coin.lastSlot) / static_cast<double>(m_params.window));
        coin.lastSlot = slot;
    }

    void prune(CoinState& coin, std::uint64_t slot) {
        std::size_t done = 0;
        // By arrival: with late ones among them the rest waits for the next buy.
        while (done < coin.ring.size() && coin.ring[done].slot + m_params.window < slot) {
            const Buy& buy = coin.ring[done++];
            m_wallets[buy.wallet].crowd +=
                (static_cast<float>(buy.followers) - buy.expected) / std::sqrt(std::max(1.0F, buy.expected));
        }
        drop(coin, done);
        // A coin that was busy once keeps no room for it.
        if (coin.ring.capacity() > 8 && coin.ring.size() < coin.ring.capacity() / 4) {
            coin.ring.shrink_to_fit();
            coin.signatures.shrink_to_fit();
        }
    }

    static void drop(CoinState& coin, std::size_t oldest) {
        const auto count = static_cast<std::ptrdiff_t>(oldest);
        coin.ring.erase(coin.ring.begin(), coin.ring.begin() + count);
        coin.signatures.erase(coin.signatures.begin(), coin.signatures.begin() + count);
    }

    /// How often the follower would have bought behind the leader's buys by its own activity: its share of the
    /// first buys of that age, times those that really came there. The crowd a leader draws is in them, so a
    /// leader of a crowd has to be followed more, not less.
    [[nodiscard]] double expectedFollows(intel::WalletId leader, intel::WalletId follower) const {
        double sum = 0;
        for (std::size_t phase = 0; phase < kPhases; ++phase) {
            if (m_buys[phase] == 0) continue;
            sum += static_cast<double>(m_wallets[leader].behind[phase]) * m_wallets[follower].buys[phase] /
                   static_cast<double>(m_buys[phase]);
        }
        return sum;
    }

    [[nodiscard]] bool free(const intel::Intel& who, intel::WalletId a, intel::WalletId b) const {
        const intel::Cluster* cluster = who.links().clusterOf(a);
        if (cluster != nullptr && cluster == who.links().clusterOf(b)) return false;
        return who.wallets().hub(a) == intel::HubKind::None && who.wallets().hub(b) == intel::HubKind::None;
    }

    void follow(const Scene& scene, const Buy& before, const std::optional<Signature>& signature,
                intel::WalletId id, std::uint64_t slot, Findings& out) {
        const std::uint64_t key = keyOf(before.wallet, id);
        Pair* pair = m_pairs.find(key);
        if (pair == nullptr) {
            if (!m_seen.again(key)) {
                ++m_pairsSeen;
                return;
            }
            pair = &m_pairs[key];
            pair->follows = 1;  // the one before, whose lag nobody kept
            pair->lags[0] = static_cast<std::uint8_t>(slot - before.slot);
        }
        pair->lags[pair->follows++ % kLags] = static_cast<std::uint8_t>(slot - before.slot);
        const double expected = expectedFollows(before.wallet, id);
        if (pair->follows >= 3) {
            if (pair->proofs.size() >= kMostEvidence) pair->proofs.erase(pair->proofs.begin());
            pair->proofs.push_back({scene.coin->mint(), before.slot, slot, signature, scene.event.at.signature,
                                    expected / m_wallets[before.wallet].coins});
        }
        if (pair->follows < m_params.coins) return;
        judge(scene, before.wallet, id, *pair, expected, out);
    }

    void judge(const Scene& scene, intel::WalletId leader, intel::WalletId follower, Pair& pair, double expected,
               Findings& out) {
        Activity& activity = m_wallets[leader];
        if (pair.stage == Stage::Counting) {
            // The filter may count one follow too many.
            const double p = poissonBinomialTail(std::min(pair.follows, activity.coins), activity.coins, expected);
            // Benjamini and Hochberg over every pair that was ever seen.
            const double q = p * static_cast<double>(std::max<std::uint64_t>(m_pairsSeen, 1)) /
                             static_cast<double>(m_accepted + 1);
            if (q > m_params.q || !free(scene.who, leader, follower)) return;
            ++m_accepted;
            pair.stage = Stage::Candidate;
            pair.q = static_cast<float>(q);
            pair.followsThen = pair.follows;
            pair.coinsThen = activity.coins;
            std::vector<intel::WalletId>& leaders = m_leadersOf[follower];
            if (leaders.size() < m_params.mostLeaders) leaders.push_back(leader);
            return;
        }
        if (pair.stage != Stage::Candidate) {
            if (pair.stage == Stage::Confirmed) tell(scene, leader, out);
            return;
        }
        const std::uint32_t coins = activity.coins - pair.coinsThen;
        if (coins < m_params.nextCoins) return;
        // Decided once: whoever looks until it fits finds something in the end.
        const std::uint32_t again = pair.follows - pair.followsThen;
        const double p = poissonBinomialTail(std::min(again, coins), coins, expected * coins / activity.coins);
        if (p >= m_params.p || again < m_params.nextFollows || !free(scene.who, leader, follower)) {
            pair.stage = Stage::Rejected;
            ++activity.failed;
            return;
        }
        pair.stage = Stage::Confirmed;
        ++activity.passed;
        std::vector<intel::WalletId>& followers = m_followersOf[leader];
        if (followers.size() < m_params.mostFollowers) followers.push_back(follower);
        tell(scene, leader, out);
    }

    // Both follow a third one: behind it they come in any order.
    [[nodiscard]] bool explained(intel::WalletId leader, intel::WalletId follower, const Pair& pair) const {
        const auto leaders = m_leadersOf.find(follower);
        if (leaders == m_leadersOf.end()) return false;
        for (const intel::WalletId third : leaders->second) {
            if (third == leader) continue;
            const Pair* own = m_pairs.peek(keyOf(third, follower));
            const Pair* same = m_pairs.peek(keyOf(third, leader));
            if (own == nullptr || same == nullptr) continue;
            const double least = m_params.explained * pair.follows;
            if (own->follows < least || same->follows < least) continue;
            if (own->stage == Stage::Rejected || own->stage == Stage::Counting) continue;
            if (same->stage == Stage::Rejected || same->stage == Stage::Counting) continue;
            return true;
        }
        return false;
    }

    [[nodiscard]] Lead leadOf(const intel::Intel& who, intel::WalletId leader, intel::WalletId follower,
                              const Pair& pair) const {
        Lead lead;
        lead.leader = who.wallets()[leader].address;
        lead.follower = who.wallets()[follower].address;
        lead.tokens = pair.follows;
        const std::size_t known = std::min<std::size_t>(pair.follows, kLags);
        std::vector<std::uint8_t> lags(pair.lags.begin(), pair.lags.begin() + static_cast<std::ptrdiff_t>(known));
        std::sort(lags.begin(), lags.end());
        lead.medianLagSlots = (lags[(known - 1) / 2] + lags[known / 2]) / 2.0;
        const double coins = std::max(1U, m_wallets[leader].coins);
        lead.followRate = std::min(1.0, pair.follows / coins);
        lead.nullRate = std::min(1.0, expectedFollows(leader, follower) / coins);
        lead.qValue = static_cast<double>(pair.q);
        lead.copyBot = lead.followRate > m_params.copyRate && lead.medianLagSlots <= m_params.copyLag &&
                       lags[known * 3 / 4] - lags[known / 4] <= m_params.copySpread;
        lead.lags = std::move(lags);
        for (const Follow& follow : pair.proofs)
            lead.proofs.push_back(
                {follow.mint, follow.leaderSlot, follow.followerSlot, follow.leader, follow.follower});
        return lead;
    }

    void tell(const Scene& scene, intel::WalletId leader, Findings& out) {
        const auto found = m_followersOf.find(leader);
        if (found == m_followersOf.end()) return;
        Activity& activity = m_wallets[leader];
        std::vector<Lead> named;
        std::vector<const Pair*> pairs;
        for (const intel::WalletId follower : found->second) {
            const Pair* pair = m_pairs.peek(keyOf(leader, follower));
            if (pair == nullptr || !free(scene.who, leader, follower) || explained(leader, follower, *pair))
                continue;
            named.push_back(leadOf(scene.who, leader, follower, *pair));
            pairs.push_back(pair);
        }
        if (named.size() <= activity.told) return;
        // Who stands behind a wallet's buys within two slots is a machine that repeats them, or buys by the same
        // plan: that makes it copied or one of a ring, not leading. The pairs are told as leads.
        const auto quick = std::count_if(named.begin(), named.end(), [this](const Lead& lead) {
            return lead.medianLagSlots <= m_params.copyLag;
        });
        if (2 * static_cast<std::size_t>(quick) > named.size()) return;
        activity.told = static_cast<std::uint32_t>(named.size());

        Flag flag = flagOf("lead_wallet", scene);
        flag.mint.reset();
        const Wallet address = scene.who.wallets()[leader].address;
        flag.subject = address.base58();
        flag.value = static_cast<double>(named.size());
        flag.unit = "followers";
        flag.wallets = {address};
        double best = 1;
        double rate = 0;
        double null = 0;
        double lag = 0;
        std::size_t bots = 0;
        for (const Lead& lead : named) {
            best = std::min(best, lead.qValue);
            rate += lead.followRate / flag.value;
            null += lead.nullRate / flag.value;
            lag += lead.medianLagSlots / flag.value;
            bots += lead.copyBot ? 1 : 0;
        }
        flag.confidence = (1 - best) * (activity.passed + m_params.passPrior) /
                          (activity.passed + activity.failed + m_params.triesPrior);
        flag.rule = fmt::format(
            "{} bought behind {} on {:.0f}% of its {} coins, {:.1f} slots later in the median, where their "
            "own activity explains {:.1f}% (q {:.1g}){}; the crowd behind its buys is {:+.1f} standard deviations.",
            counted(named.size(), "wallet"), shortKey(flag.subject), rate * 100, activity.coins, lag, null * 100,
            best, bots != 0 ? fmt::format(", {} of them copy-bots of it", bots) : std::string{},
            static_cast<double>(activity.crowd) / std::sqrt(static_cast<double>(std::max(1U, activity.coins))));
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            for (const Follow& follow : pairs[i]->proofs) {
                if (flag.evidence.size() >= 4 * kMostEvidence) break;
                EventHeader at;
                at.signature = follow.leader;
                at.slot = Slot{follow.leaderSlot};
                flag.evidence.push_back(evidenceOf("lead_buy", at, {address}, std::nullopt,
                                                   fmt::format("bought {}", shortKey(follow.mint.base58()))));
                at.signature = follow.follower;
                at.slot = Slot{follow.followerSlot};
                flag.evidence.push_back(evidenceOf(
                    "follow_buy", at, {named[i].follower}, std::nullopt,
                    fmt::format("bought {} {} later, {:.3f} expected", shortKey(follow.mint.base58()),
                                counted(follow.followerSlot - follow.leaderSlot, "slot"), follow.expected)));
            }
        }
        flag.against.emplace_back("All of them may watch one trigger that is not on the chain.");
        if (bots != 0) flag.against.emplace_back("A copy-bot follows whom its owner chose, not who is worth it.");
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    RecentMap<std::uint32_t, CoinState> m_coins{m_params.mostCoins};
    SparseVector<Activity, 4'096> m_wallets;  ///< by wallet that came back; the others have none
    std::array<std::uint64_t, kPhases> m_buys{};
    Seen m_seen;
    RecentMap<std::uint64_t, Pair> m_pairs{m_params.mostPairs};
    std::uint64_t m_pairsSeen = 0;
    std::uint64_t m_accepted = 0;
    boost::unordered_flat_map<intel::WalletId, std::vector<intel::WalletId>> m_leadersOf, m_followersOf;
};

}  // namespace

std::unique_ptr<Detector> makeLeadWallet() {
    return std::make_unique<LeadWallet>();
}

}  // namespace core::detect
