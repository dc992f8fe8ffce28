// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/evaluation.h"

#include "core/pipeline/scored_document.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <queue>
#include <set>
#include <unordered_map>

namespace core::pipeline {
namespace {

using Id = std::uint32_t;
using Element = ScoredDocument::Element;
using Object = ScoredDocument::Object;
constexpr Id kNoMint = std::numeric_limits<Id>::max();

class Interner {
public:
    Id of(std::string_view text) { return m_ids.try_emplace(text, static_cast<Id>(m_ids.size())).first->second; }

private:
    std::unordered_map<std::string_view, Id> m_ids;
};

using WalletMint = std::pair<Id, Id>;
using Confidence = std::optional<double>;

void keepHighest(Confidence& kept, Confidence other) {
    if (other && (!kept || *kept < *other)) kept = other;
}

struct WalletKind {
    std::set<WalletMint> truths;
    std::map<WalletMint, Confidence> claims;
};

struct TokenKind {
    std::set<Id> truths;
    std::map<Id, Confidence> claims;
};

struct TrueEvent {
    std::uint64_t start = 0;
    std::uint64_t last = 0;  ///< slot at which a flag still counts
};

struct EventFlag {
    std::optional<std::uint64_t> slot;
    Confidence confidence;
};

struct EventKind {
    std::map<Id, std::vector<TrueEvent>> truths;
    std::map<Id, std::vector<EventFlag>> flags;
};

template <class Work>
using ByKind = std::map<std::string, Work, std::less<>>;

/// Everything of both documents that scoring needs, wallets and mints as numbers.
struct Material {
    Interner wallets, mints;
    std::set<Id> mentionedMints;
    std::set<Id> namedWallets;           ///< anywhere in the truth
    std::map<Id, std::uint64_t> buyers;  ///< of the analysis's tokens
    std::set<Id> listedWallets;          ///< in the analysis
    ByKind<WalletKind> walletKinds;
    ByKind<TokenKind> tokenKinds;
    ByKind<EventKind> eventKinds;
    std::vector<Membership> members;  ///< by wallet
    std::vector<WalletMint> unrelated;
    bool speaksOfClusters = false;

    Membership& memberOf(Id wallet) {
        if (members.size() <= wallet) members.resize(wallet + std::size_t{1});
        return members[wallet];
    }
};

void readTrueClusters(ScoredDocument& truth, Material& to) {
    Id number = 0;
    truth.each(truth.root(), "clusters", [&](Element item) {
        const Object cluster = truth.object(item);
        const bool oneOwner = truth.text(cluster, "kind") != "lead_crowd";
        if (oneOwner) to.speaksOfClusters = true;
        truth.each(cluster, "wallets", [&](Element wallet) {
            const Id id = to.wallets.of(truth.text(wallet));
            to.namedWallets.insert(id);
            if (!oneOwner) return;
            Membership& member = to.memberOf(id);
            member.labelled = true;
            member.truth.push_back(number);
        });
        truth.each(cluster, "mints",
                   [&](Element mint) { to.mentionedMints.insert(to.mints.of(truth.text(mint))); });
        ++number;
    });
}

void readTrueEvents(ScoredDocument& truth, Material& to, const EvaluationOptions& options) {
    truth.each(truth.root(), "events", [&](Element item) {
        const Object event = truth.object(item);
        const std::string_view kind = truth.text(event, "kind");
        const Id mint = to.mints.of(truth.text(event, "mint"));
        const auto start = truth.count(event, "start_slot");
        const auto end = truth.count(event, "end_slot");
        if (!start || !end) return truth.refuse("needs start_slot and end_slot");
        if (*end < *start) return truth.refuse("ends before it starts");
        const std::uint64_t room = std::numeric_limits<std::uint64_t>::max() - *end;
        to.mentionedMints.insert(mint);
        to.eventKinds.try_emplace(std::string{kind})
            .first->second.truths[mint]
            .push_back({.start = *start, .last = *end + std::min(room, options.toleranceSlots)});
        truth.each(event, "wallets",
                   [&](Element wallet) { to.namedWallets.insert(to.wallets.of(truth.text(wallet))); });
    });
}

void readTrueTags(ScoredDocument& truth, Material& to) {
    truth.each(truth.root(), "wallet_tags", [&](Element item) {
        const Object tag = truth.object(item);
        const Id wallet = to.wallets.of(truth.text(tag, "address"));
        const std::string_view kind = truth.text(tag, "kind");
        Id mint = kNoMint;
        if (truth.has(tag, "mint")) {
            mint = to.mints.of(truth.text(tag, "mint"));
            to.mentionedMints.insert(mint);
        }
        to.namedWallets.insert(wallet);
        to.walletKinds.try_emplace(std::string{kind}).first->second.truths.emplace(wallet, mint);
    });
    truth.each(truth.root(), "token_tags", [&](Element item) {
        const Object tag = truth.object(item);
        const Id mint = to.mints.of(truth.text(tag, "mint"));
        to.mentionedMints.insert(mint);
        to.tokenKinds.try_emplace(std::string{truth.text(tag, "kind")}).first->second.truths.insert(mint);
    });
}

void readUnrelated(ScoredDocument& truth, Material& to) {
    truth.each(truth.root(), "unrelated", [&](Element item) {
        std::vector<Id> pair;
        truth.each(item, [&](Element wallet) {
            if (pair.size() < 3) pair.push_back(to.wallets.of(truth.text(wallet)));
        });
        if (pair.size() != 2) return truth.refuse("is not a pair");
        for (const Id wallet : pair) {
            to.namedWallets.insert(wallet);
            to.memberOf(wallet).labelled = true;
        }
        to.unrelated.emplace_back(std::min(pair[0], pair[1]), std::max(pair[0], pair[1]));
        to.speaksOfClusters = true;
    });
    std::sort(to.unrelated.begin(), to.unrelated.end());
    to.unrelated.erase(std::unique(to.unrelated.begin(), to.unrelated.end()), to.unrelated.end());
}

void readTruth(ScoredDocument& truth, Material& to, const EvaluationOptions& options) {
    readTrueClusters(truth, to);
    readTrueEvents(truth, to, options);
    readTrueTags(truth, to);
    readUnrelated(truth, to);
}

Confidence confidenceOf(ScoredDocument& analysis, Object flag) {
    const auto stated = analysis.number(flag, "confidence");
    if (stated && !(*stated >= 0 && *stated <= 1)) analysis.refuse("confidence is not within 0 to 1");
    return stated;
}

void readTokens(ScoredDocument& analysis, Material& to, Evaluation& out) {
    analysis.each(analysis.root(), "tokens", [&](Element item) {
        const Object token = analysis.object(item);
        const Id mint = to.mints.of(analysis.text(token, "mint"));
        to.buyers[mint] = analysis.count(token, "buyers").value_or(0);
        analysis.each(token, "flags", [&](Element flagItem) {
            const Object flag = analysis.object(flagItem);
            const std::string_view kind = analysis.text(flag, "kind");
            const Confidence confidence = confidenceOf(analysis, flag);
            const auto slot = analysis.count(flag, "since_slot");
            bool judged = false;
            if (const auto found = to.eventKinds.find(kind); found != to.eventKinds.end()) {
                found->second.flags[mint].push_back({slot, confidence});
                judged = true;
            }
            if (const auto found = to.tokenKinds.find(kind); found != to.tokenKinds.end()) {
                keepHighest(found->second.claims[mint], confidence);
                judged = true;
            }
            const auto ofWallets = to.walletKinds.find(kind);
            analysis.each(flag, "wallets", [&](Element wallet) {
                const std::string_view address = analysis.text(wallet);
                if (ofWallets == to.walletKinds.end()) return;
                keepHighest(ofWallets->second.claims[{to.wallets.of(address), mint}], confidence);
            });
            if (!judged && ofWallets == to.walletKinds.end()) ++out.unjudgedKinds[std::string{kind}];
        });
    });
}

void readWallets(ScoredDocument& analysis, Material& to, Evaluation& out) {
    // Claims without a mint wait until all are read: they count only where no flag with a mint says the same.
    std::map<std::string_view, std::map<Id, Confidence>> withoutMint;
    analysis.each(analysis.root(), "wallets", [&](Element item) {
        const Object row = analysis.object(item);
        const Id wallet = to.wallets.of(analysis.text(row, "address"));
        to.listedWallets.insert(wallet);
        analysis.each(row, "tags", [&](Element tagItem) {
            const Object tag = analysis.object(tagItem);
            const std::string_view kind = analysis.text(tag, "kind");
            const Confidence confidence = confidenceOf(analysis, tag);
            const auto found = to.walletKinds.find(kind);
            if (found == to.walletKinds.end()) {
                ++out.unjudgedKinds[std::string{kind}];
                return;
            }
            if (analysis.has(tag, "mint"))
                keepHighest(found->second.claims[{wallet, to.mints.of(analysis.text(tag, "mint"))}], confidence);
            else
                keepHighest(withoutMint[kind][wallet], confidence);
        });
    });
    for (const auto& [kind, claims] : withoutMint) {
        auto& known = to.walletKinds.find(kind)->second.claims;
        for (const auto& [wallet, confidence] : claims) {
            const auto other = known.lower_bound({wallet, Id{0}});
            if (other == known.end() || other->first.first != wallet)
                known.emplace(WalletMint{wallet, kNoMint}, confidence);
        }
    }
}

void readPredictedClusters(ScoredDocument& analysis, Material& to) {
    Id number = 0;
    analysis.each(analysis.root(), "clusters", [&](Element item) {
        analysis.each(analysis.object(item), "wallets", [&](Element wallet) {
            const std::string_view address = analysis.text(analysis.object(wallet), "address");
            to.memberOf(to.wallets.of(address)).predicted.push_back(number);
        });
        ++number;
    });
}

/// Whether some entry of the ordered set or map is of the wallet.
template <class Ordered>
bool holdsWallet(const Ordered& entries, Id wallet) {
    const auto found = entries.lower_bound({wallet, Id{0}});
    if (found == entries.end()) return false;
    if constexpr (std::is_same_v<typename Ordered::value_type, WalletMint>)
        return found->first == wallet;
    else
        return found->first.first == wallet;
}

void setWalletBaseRate(const Material& from, const WalletKind& work, KindScore& score) {
    const bool allWithMint =
        std::none_of(work.truths.begin(), work.truths.end(), [](const auto& tag) { return tag.second == kNoMint; });
    if (!allWithMint) {
        std::set<Id> wallets = from.listedWallets;
        wallets.insert(from.namedWallets.begin(), from.namedWallets.end());
        for (const auto& [claim, confidence] : work.claims) wallets.insert(claim.first);
        std::set<Id> tagged;
        for (const auto& [wallet, mint] : work.truths) tagged.insert(wallet);
        score.positives = tagged.size();
        score.population = wallets.size();
        return;
    }
    // Who holds without having bought is no buyer, so the named ones may be more.
    std::map<Id, std::set<Id>> named;
    for (const auto& [wallet, mint] : work.truths) named[mint].insert(wallet);
    for (const auto& [claim, confidence] : work.claims)
        if (claim.second != kNoMint) named[claim.second].insert(claim.first);
    score.positives = work.truths.size();
    for (const Id mint : from.mentionedMints) {
        const auto buyers = from.buyers.find(mint);
        const auto tagged = named.find(mint);
        const std::uint64_t bought = buyers == from.buyers.end() ? 0 : buyers->second;
        score.population += std::max<std::uint64_t>(bought, tagged == named.end() ? 0 : tagged->second.size());
    }
}

KindScore scoreWalletKind(const Material& from, const std::string& kind, const WalletKind& work) {
    KindScore score;
    score.kind = kind;
    const bool everyTokenMentioned = std::all_of(from.buyers.begin(), from.buyers.end(), [&](const auto& token) {
        return from.mentionedMints.contains(token.first);
    });
    for (const auto& [claim, confidence] : work.claims) {
        const auto& [wallet, mint] = claim;
        const bool right = mint == kNoMint ? holdsWallet(work.truths, wallet)
                                           : work.truths.contains(claim) || work.truths.contains({wallet, kNoMint});
        const bool spokenOf = mint == kNoMint ? everyTokenMentioned || from.namedWallets.contains(wallet)
                                              : from.mentionedMints.contains(mint);
        if (!right && !spokenOf) {
            ++score.notJudged;
            continue;
        }
        ++score.judged;
        if (right) ++score.right;
        score.calibration.add(confidence, right);
    }
    score.truths = work.truths.size();
    for (const WalletMint& tag : work.truths) {
        const bool found = tag.second == kNoMint
                               ? holdsWallet(work.claims, tag.first)
                               : work.claims.contains(tag) || work.claims.contains({tag.first, kNoMint});
        if (found) ++score.found;
    }
    setWalletBaseRate(from, work, score);
    return score;
}

KindScore scoreTokenKind(const Material& from, const std::string& kind, const TokenKind& work) {
    KindScore score;
    score.kind = kind;
    for (const auto& [mint, confidence] : work.claims) {
        if (!from.mentionedMints.contains(mint)) {
            ++score.notJudged;
            continue;
        }
        const bool right = work.truths.contains(mint);
        ++score.judged;
        if (right) ++score.right;
        score.calibration.add(confidence, right);
    }
    score.truths = work.truths.size();
    score.found = score.right;
    score.positives = work.truths.size();
    score.population = from.mentionedMints.size();
    return score;
}

void scoreEventsOfMint(std::vector<TrueEvent> events, std::vector<EventFlag> flags, KindScore& score) {
    // Flags of one slot: the surer first, so that the order of the file does not matter.
    std::sort(flags.begin(), flags.end(), [](const EventFlag& a, const EventFlag& b) {
        if (a.slot != b.slot) return a.slot < b.slot;
        return a.confidence > b.confidence;
    });
    std::sort(events.begin(), events.end(),
              [](const TrueEvent& a, const TrueEvent& b) { return a.start < b.start; });
    // Begun and not found yet; the one that ends first on top: so as many are found as can be.
    using Open = std::pair<std::uint64_t, std::uint64_t>;  // last, start
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    std::optional<std::uint64_t> foundUntil;
    auto next = events.begin();
    for (const EventFlag& flag : flags) {
        if (!flag.slot) {
            ++score.judged;
            ++score.withoutSlot;
            score.calibration.add(flag.confidence, false);
            continue;
        }
        for (; next != events.end() && next->start <= *flag.slot; ++next) open.emplace(next->last, next->start);
        while (!open.empty() && open.top().first < *flag.slot) open.pop();
        if (open.empty() && foundUntil && *foundUntil >= *flag.slot) {
            ++score.repeats;
            continue;
        }
        ++score.judged;
        score.calibration.add(flag.confidence, !open.empty());
        if (open.empty()) continue;
        const auto [last, start] = open.top();
        open.pop();
        foundUntil = std::max(foundUntil, std::optional{last});
        ++score.right;
        score.delays.push_back(*flag.slot - start);
    }
}

KindScore scoreEventKind(const Material& from, const std::string& kind, const EventKind& work) {
    KindScore score;
    score.kind = kind;
    for (const auto& [mint, flags] : work.flags) {
        if (!from.mentionedMints.contains(mint)) {
            score.notJudged += flags.size();
            continue;
        }
        const auto events = work.truths.find(mint);
        scoreEventsOfMint(events == work.truths.end() ? std::vector<TrueEvent>{} : events->second, flags, score);
    }
    for (const auto& [mint, events] : work.truths) score.truths += events.size();
    score.found = score.right;
    score.positives = work.truths.size();
    score.population = from.mentionedMints.size();
    std::sort(score.delays.begin(), score.delays.end());
    return score;
}

bool sharesCluster(std::vector<Id> a, std::vector<Id> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::vector<Id> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return !both.empty();
}

Result<void> scoreClusters(const Material& from, Evaluation& out) {
    if (!from.speaksOfClusters) return {};
    ClusterScore score;
    auto agreement = compareClusters(from.members);
    if (!agreement) return agreement.error();
    score.agreement = *agreement;
    std::uint64_t contradictory = 0;
    for (const auto& [a, b] : from.unrelated) {
        const Membership& left = from.members[a];
        const Membership& right = from.members[b];
        if (a == b || sharesCluster(left.truth, right.truth)) {
            ++contradictory;
            continue;
        }
        ++score.unrelated;
        if (sharesCluster(left.predicted, right.predicted)) ++score.unrelatedJoined;
    }
    if (contradictory != 0)
        out.notes.push_back("truth: " + std::to_string(contradictory) +
                            " unrelated pairs are one wallet twice or share a true cluster; left out");
    out.clusters = score;
    return {};
}

void merge(const Calibration& from, Calibration& to) {
    for (std::size_t i = 0; i < from.bins.size(); ++i) {
        to.bins[i].claims += from.bins[i].claims;
        to.bins[i].right += from.bins[i].right;
        to.bins[i].confidence += from.bins[i].confidence;
    }
    to.squares += from.squares;
    to.withoutConfidence += from.withoutConfidence;
}

std::optional<double> ratio(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Calibration::add(std::optional<double> confidence, bool right) {
    if (!confidence) {
        ++withoutConfidence;
        return;
    }
    Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(*confidence * 10))];
    ++bin.claims;
    if (right) ++bin.right;
    bin.confidence += *confidence;
    const double miss = *confidence - (right ? 1.0 : 0.0);
    squares += miss * miss;
}

std::uint64_t Calibration::claims() const {
    std::uint64_t sum = 0;
    for (const Bin& bin : bins) sum += bin.claims;
    return sum;
}

std::optional<double> Calibration::brier() const {
    const std::uint64_t all = claims();
    if (all == 0) return std::nullopt;
    return squares / static_cast<double>(all);
}

std::optional<double> Calibration::expectedError() const {
    const std::uint64_t all = claims();
    if (all == 0) return std::nullopt;
    double sum = 0;
    for (const Bin& bin : bins) sum += std::abs(static_cast<double>(bin.right) - bin.confidence);
    return sum / static_cast<double>(all);
}

std::optional<double> Calibration::baseRate() const {
    std::uint64_t right = 0;
    for (const Bin& bin : bins) right += bin.right;
    return ratio(right, claims());
}

std::optional<double> KindScore::precision() const {
    return ratio(right, judged);
}

std::optional<double> KindScore::recall() const {
    return ratio(found, truths);
}

std::optional<double> KindScore::f1() const {
    if (truths == 0) return std::nullopt;
    if (right == 0 || found == 0) return 0.0;
    const double p = *precision();
    const double r = *recall();
    return 2 * p * r / (p + r);
}

std::optional<double> KindScore::baseRate() const {
    return ratio(positives, population);
}

std::optional<double> KindScore::medianDelay() const {
    if (delays.empty()) return std::nullopt;
    const std::uint64_t low = delays[(delays.size() - 1) / 2];
    const std::uint64_t high = delays[delays.size() / 2];
    return static_cast<double>(low) + static_cast<double>(high - low) / 2;
}

std::optional<std::uint64_t> KindScore::p90Delay() const {
    if (delays.empty()) return std::nullopt;
    return delays[(delays.size() * 9 + 9) / 10 - 1];
}

Result<Evaluation> evaluate(std::string_view analysisJson, std::string_view truthJson,
                            const EvaluationOptions& options) {
    Evaluation out;
    out.options = options;
    Material material;
    // Both stay open to the end: what is read points into them.
    ScoredDocument truth{"truth", "cabalscope.truth/1"};
    ScoredDocument analysis{"analysis", "cabalscope.analysis/1"};
    if (truth.open(truthJson)) readTruth(truth, material, options);
    if (truth.error()) return *truth.error();
    if (analysis.open(analysisJson)) {
        readTokens(analysis, material, out);
        readWallets(analysis, material, out);
        readPredictedClusters(analysis, material);
    }
    if (analysis.error()) return *analysis.error();

    for (const auto& [kind, work] : material.walletKinds)
        out.walletTags.push_back(scoreWalletKind(material, kind, work));
    for (const auto& [kind, work] : material.tokenKinds)
        out.tokenTags.push_back(scoreTokenKind(material, kind, work));
    for (const auto& [kind, work] : material.eventKinds) out.events.push_back(scoreEventKind(material, kind, work));
    for (const auto* table : {&out.walletTags, &out.tokenTags, &out.events})
        for (const KindScore& score : *table) merge(score.calibration, out.calibration);
    if (auto done = scoreClusters(material, out); !done) return done.error();
    return out;
}

}  // namespace core::pipeline
