// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/copycat.h"

#include "core/base/confusable.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <list>
#include <unordered_map>

namespace core::detect {
namespace {

// Detection section 4.14.
struct Params {
    std::size_t mostNames = 262'144;  // some weeks of launches; about 60 MB with the URIs
    std::size_t mostCodePoints = 64;  // of a name
    double uriConfidence = 1.0;       // the very same file
};

// The first coin of a name or URI.
struct Origin {
    std::uint64_t key;
    Mint mint;
    EventHeader at;
    std::optional<Wallet> creator;
    std::uint32_t coins = 1;  // of this name so far
};

// Least recently met go first. Keys are hashes: whoever finds one compares the names.
class Table {
public:
    explicit Table(std::size_t most) : m_most(most) {}

    Origin* find(std::uint64_t key) {
        const auto found = m_index.find(key);
        if (found == m_index.end()) return nullptr;
        m_order.splice(m_order.end(), m_order, found->second);
        return &*found->second;
    }
    void add(Origin origin) {
        if (m_order.size() >= m_most) {
            m_index.erase(m_order.front().key);
            m_order.pop_front();
        }
        const std::uint64_t key = origin.key;
        m_order.push_back(std::move(origin));
        m_index[key] = std::prev(m_order.end());
    }

private:
    std::size_t m_most;
    std::list<Origin> m_order;
    std::unordered_map<std::uint64_t, std::list<Origin>::iterator> m_index;
};

class Copycat final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* created = std::get_if<TokenCreated>(&scene.event.body);
        if (created == nullptr || scene.coin == nullptr) return;
        const Match byUri =
            match(scene, m_uris, created->uri, [](const ledger::TokenLedger& coin) { return coin.uri; });
        const Match byName =
            match(scene, m_names, nameKey(created->name, created->symbol),
                  [this](const ledger::TokenLedger& coin) { return nameKey(coin.name, coin.symbol); });
        if (byName.rank > 1) {
            const bool sameFile = byUri.rank > 1 && byUri.younger.mint == byName.younger.mint;
            tell(scene, byName, true, sameFile, out);
            if (sameFile) return;
        }
        if (byUri.rank > 1) tell(scene, byUri, false, true, out);
    }

private:
    struct Match {
        Origin older{};
        Origin younger{};
        std::uint32_t rank = 0;  // of the younger by creation; 0: no match
    };

    // Name and symbol as they look; empty when there is nothing to see.
    [[nodiscard]] std::string nameKey(const std::string& name, const std::string& symbol) const {
        std::string key = lookalike(name, m_params.mostCodePoints);
        const std::string ticker = lookalike(symbol, m_params.mostCodePoints);
        if (key.empty() && ticker.empty()) return {};
        key += '\x1f';
        return key + ticker;
    }

    static bool before(const EventHeader& a, const EventHeader& b) {
        if (a.slot && b.slot && a.slot != b.slot) return a.slot->value() < b.slot->value();
        if (a.slot && b.slot) return a.txIndex && b.txIndex && *a.txIndex < *b.txIndex;
        const auto left = ledger::eventTime(a);
        const auto right = ledger::eventTime(b);
        return left && right && *left < *right;
    }

    template <class TextOf>
    Match match(const Scene& scene, Table& table, const std::string& text, const TextOf& textOf) {
        Match out;
        if (text.empty()) return out;
        const std::uint64_t key = std::hash<std::string>{}(text);
        const Mint& mint = scene.coin->mint();
        Origin now{key, mint, scene.event.at, scene.coin->creator, 1};
        Origin* origin = table.find(key);
        if (origin == nullptr) {
            table.add(std::move(now));
            return out;
        }
        if (origin->mint == mint) return out;
        const ledger::TokenLedger* first = scene.market.find(origin->mint);
        if (first == nullptr || textOf(*first) != text) return out;
        out.rank = ++origin->coins;
        // What came late may be the older one.
        if (before(now.at, origin->at)) {
            now.coins = origin->coins;
            std::swap(*origin, now);
        }
        out.older = *origin;
        out.younger = now;
        return out;
    }

    void tell(const Scene& scene, const Match& match, bool sameName, bool sameFile, Findings& out) const {
        const ledger::TokenLedger* copy = scene.market.find(match.younger.mint);
        const ledger::TokenLedger* first = scene.market.find(match.older.mint);
        if (copy == nullptr || first == nullptr) return;
        Flag flag = flagOf("copycat", scene);
        flag.mint = match.younger.mint;
        flag.otherMint = match.older.mint;
        flag.value = match.rank;
        flag.unit = sameName ? "place among the coins of this name" : "place among the coins of this URI";
        // A name alone: the more came before, the surer it is none of them by chance.
        flag.confidence = sameFile ? m_params.uriConfidence : 1.0 - 1.0 / match.rank;
        if (match.younger.creator) flag.wallets.push_back(*match.younger.creator);
        const bool sameDev = match.younger.creator && match.younger.creator == match.older.creator;
        const std::string what =
            sameName ? (sameFile ? "name, symbol and metadata URI" : "name and symbol") : "metadata URI";
        flag.rule =
            fmt::format("{}: number {} of the coins seen with this {}; the first, {} ({}), is {} older{}{}.",
                        coinName(*copy), match.rank, what, coinName(*first), shortKey(match.older.mint.base58()),
                        age(match), cap(*first), sameDev ? ", by the same wallet" : "");
        const auto proof = [&](const Origin& origin, std::string text) {
            std::vector<Wallet> wallets;
            if (origin.creator) wallets.push_back(*origin.creator);
            flag.evidence.push_back(
                evidenceOf("creation", origin.at, std::move(wallets), std::nullopt, std::move(text)));
        };
        proof(match.older, "creation of the first coin of this " + what);
        proof(match.younger, "creation of this coin");
        if (!sameFile) flag.against.emplace_back("Common words and news make many coins of one name.");
        if (sameDev) flag.against.emplace_back("Both were created by the same wallet.");
        flag.against.emplace_back("Coins created before the feed began are not known.");
        // Names repeat many times an hour; a copied file of a coin that made it is meant to be taken for it.
        if (sameFile && first->graduated && !sameDev) flag.gravity = Severity::Info;
        out.flags.push_back(std::move(flag));
    }

    static std::string age(const Match& match) {
        const auto older = ledger::eventTime(match.older.at);
        const auto younger = ledger::eventTime(match.younger.at);
        if (!older || !younger) return "some time";
        const std::int64_t seconds = std::max<std::int64_t>(0, *younger - *older);
        if (seconds < 120) return fmt::format("{} s", seconds);
        if (seconds < 7'200) return fmt::format("{} min", seconds / 60);
        return seconds < 172'800 ? fmt::format("{} h", seconds / 3'600) : fmt::format("{} days", seconds / 86'400);
    }

    static std::string cap(const ledger::TokenLedger& coin) {
        const auto value = coin.marketCapQuote();
        if (!value) return "";
        return fmt::format(" and worth {:.1f} {}", *value, coin.quoteDecimals == 9 ? "SOL" : "quote units");
    }

    Params m_params;
    Table m_names{m_params.mostNames};
    Table m_uris{m_params.mostNames};
};

}  // namespace

std::unique_ptr<Detector> makeCopycat() {
    return std::make_unique<Copycat>();
}

}  // namespace core::detect
