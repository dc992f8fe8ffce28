// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/smart_money.h"

#include "core/base/hash_index.h"
#include "core/base/slab.h"
#include "core/base/text.h"
#include "core/detect/sell_window.h"

#include <fmt/format.h>
#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.12; the bounds keep the memory to some 150 MB.
struct Params {
    std::size_t fewestCoins = 10;
    std::int64_t days30 = 30 * 86'400;
    double coverage = 0.90;  // of the coins sold, those whose cost is known
    std::int64_t medianHoldSeconds = 60;
    double closed = 0.99;               // of the coins bought, sold: dust is left behind
    double tail = 0.01;                 // winsorised at either end
    std::uint64_t fewestReturns = 100;  // before the tails are known
    std::uint64_t fewestWallets = 20;   // before there is a population to shrink to
    double lower = 1.645;               // standard deviations: 5% below
    double winPrior = 10;               // positions of the population in a wallet's win rate
    double link = 0.90;                 // to a creator: an insider
    double retell = 0.10;               // change of the lower bound
    double certainty = 0.99;            // at most, of anything
    std::size_t mostOpen = 1'000'000;
    std::size_t mostWallets = 65'536;
    std::size_t mostKept = 12;  // closed positions of one wallet
    std::int64_t idleSeconds = 86'400;
};

// Returns are logarithms within these; a total loss has none of its own.
constexpr double kMost = 7.0;
constexpr double kBin = 0.05;
constexpr std::size_t kBins = 280;

// Of no open position.
constexpr std::uint64_t kNoKey = std::numeric_limits<std::uint64_t>::max();

struct alignas(64) Open {
    std::uint64_t key = kNoKey;  // wallet and ordinal
    std::uint64_t paid = 0;
    std::uint64_t got = 0;
    std::uint64_t bought = 0;
    std::uint64_t sold = 0;
    std::int64_t since = 0;
    std::int64_t last = 0;
    bool unknown = false;  // an insider's bag, or one that was paid in something else
};

struct Closed {
    Mint mint;
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::int64_t time;
    std::int64_t held;
    double result;
};

struct Record {
    std::uint32_t n = 0;
    std::uint32_t wins = 0;
    double mean = 0;
    double m2 = 0;
    std::vector<Closed> last;
    bool told = false;
    double toldLower = 0;
    std::uint32_t toldN = 0;
};

// Sums over all wallets, for the variance within one and between them.
struct Population {
    double n = 0;
    double wallets = 0;
    double wins = 0;
    double sum = 0;       // of returns
    double within = 0;    // of squared distances from the wallet's mean
    double squares = 0;   // of n mean^2
    double nSquared = 0;  // of n^2
    std::uint64_t seen = 0;
    std::array<std::uint32_t, kBins> histogram{};

    void put(const Record& record, double sign) {
        if (record.n == 0) return;
        const double count = record.n;
        n += sign * count;
        wallets += sign;
        wins += sign * record.wins;
        sum += sign * count * record.mean;
        within += sign * record.m2;
        squares += sign * count * record.mean * record.mean;
        nSquared += sign * count * count;
    }
};

class SmartMoney final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* trade = std::get_if<Trade>(&scene.event.body);
        const auto time = ledger::eventTime(scene.event.at);
        if (trade == nullptr || scene.coin == nullptr || !time) return;
        const intel::WalletId wallet = scene.who.find(trade->wallet);
        if (wallet == intel::kNoWallet) return;
        const std::uint64_t key = keyOf(scene.coin->ordinal(), wallet);
        std::uint32_t found = m_open.find(hashOfNumber(key), [&](auto at) { return m_opens[at].key == key; });
        const std::uint64_t quote = trade->quoteUser.value_or(trade->quoteAmount).value();
        if (trade->side == Side::Buy) {
            if (found == HashIndex::kNone) {
                if (m_open.size() >= m_params.mostOpen && !sweep(*time)) return;
                found = m_opens.take();
                m_open.add(hashOfNumber(key), found);
                m_opens[found].key = key;
                m_opens[found].since = *time;
            }
            Open& open = m_opens[found];
            open.bought = saturatingAdd(open.bought, userCoins(*trade));
            open.paid = saturatingAdd(open.paid, quote);
            open.since = std::min(open.since, *time);
            open.last = std::max(open.last, *time);
            const bool creationSlot = scene.coin->createdSlot && scene.event.at.slot == scene.coin->createdSlot;
            if (creationSlot || trade->quoteMint != scene.coin->quoteMint) open.unknown = true;
            return;
        }
        if (found == HashIndex::kNone) return;  // cost not seen
        Open& open = m_opens[found];
        open.sold = saturatingAdd(open.sold, userCoins(*trade));
        open.got = saturatingAdd(open.got, quote);
        open.last = std::max(open.last, *time);
        if (trade->quoteMint != scene.coin->quoteMint) open.unknown = true;
        if (static_cast<double>(open.sold) < m_params.closed * static_cast<double>(open.bought)) return;
        const Open done = open;
        forget(found);
        if (counts(scene, done, *trade, wallet)) close(scene, done, *trade, wallet, *time, out);
    }

    void fetchPlace(std::uint32_t coin, intel::WalletId wallet) const override {
        m_open.fetch(hashOfNumber(keyOf(coin, wallet)));
    }
    void fetchState(std::uint32_t coin, intel::WalletId wallet) const override {
        const std::uint32_t place = m_open.guess(hashOfNumber(keyOf(coin, wallet)));
        if (place != HashIndex::kNone) __builtin_prefetch(&m_opens[place], 1);
    }

private:
    static std::uint64_t keyOf(std::uint32_t coin, intel::WalletId wallet) {
        return (std::uint64_t{wallet} << 32U) | coin;
    }

    // Whether the return of a position is the wallet's own merit, and known.
    [[nodiscard]] bool counts(const Scene& scene, const Open& open, const Trade& trade,
                              intel::WalletId wallet) const {
        if (open.unknown || open.paid == 0 || open.bought == 0) return false;
        if (static_cast<double>(open.bought) < m_params.coverage * static_cast<double>(open.sold)) return false;
        const auto held = scene.coin->positions.find(trade.wallet);
        if (held == scene.coin->positions.end()) return false;
        const ledger::Position& position = held->second;
        const double came = static_cast<double>(position.transferredIn());
        if (static_cast<double>(position.bought) <
            m_params.coverage * (static_cast<double>(position.bought) + came))
            return false;
        if (scene.who.wallets().hub(wallet) != intel::HubKind::None) return false;
        return scene.who.linkToCreator(trade.wallet, *scene.coin) < m_params.link;
    }

    void forget(std::uint32_t place) {
        m_open.remove(hashOfNumber(m_opens[place].key), place);
        m_opens[place].key = kNoKey;
        m_opens.give(place);
    }

    // Makes room: positions that nobody touched for a day go.
    bool sweep(std::int64_t now) {
        if (m_refused != 0 && m_refused % 65'536 != 0) {
            ++m_refused;
            return false;
        }
        for (std::uint32_t place = 0; place < m_opens.places(); ++place)
            if (m_opens[place].key != kNoKey && m_opens[place].last + m_params.idleSeconds < now) forget(place);
        const bool room = m_open.size() < m_params.mostOpen;
        m_refused = room ? 0 : m_refused + 1;
        return room;
    }

    Record* recordOf(intel::WalletId wallet, std::int64_t now) {
        const auto found = m_records.find(wallet);
        if (found != m_records.end()) {
            Record& record = found->second;
            if (!record.last.empty() && record.last.back().time + m_params.days30 < now) {
                m_all.put(record, -1);
                record = Record{};
            }
            return &record;
        }
        if (m_records.size() >= m_params.mostWallets) {
            // Asked again only after as many closings: a walk over all of them each time would cost too much.
            if (++m_turnedAway % 4'096 != 1) return nullptr;
            erase_if(m_records, [&](const auto& entry) {
                const auto& last = entry.second.last;
                const bool idle = last.empty() || last.back().time + 7 * m_params.idleSeconds < now;
                if (idle) m_all.put(entry.second, -1);
                return idle;
            });
            if (m_records.size() >= m_params.mostWallets) return nullptr;
        }
        return &m_records[wallet];
    }

    // The return, held at the tails of all returns so far.
    double winsorised(double value) {
        const double held = std::clamp(value, -kMost, kMost - 1e-9);
        ++m_all.seen;
        ++m_all.histogram[static_cast<std::size_t>((held + kMost) / kBin)];
        if (m_all.seen < m_params.fewestReturns) return held;
        if (m_all.seen >= m_tailsAt) {
            const double tail = m_params.tail * static_cast<double>(m_all.seen);
            double below = 0;
            std::size_t low = 0;
            while (low + 1 < kBins && (below += m_all.histogram[low]) <= tail) ++low;
            double above = 0;
            std::size_t high = kBins - 1;
            while (high > 0 && (above += m_all.histogram[high]) <= tail) --high;
            m_low = -kMost + kBin * static_cast<double>(low);
            m_high = -kMost + kBin * static_cast<double>(high + 1);
            // A hundredth more returns move the tails by little.
            m_tailsAt = m_all.seen + m_all.seen / 100 + 1;
        }
        return std::clamp(held, std::min(m_low, m_high), std::max(m_low, m_high));
    }

    void close(const Scene& scene, const Open& open, const Trade& trade, intel::WalletId wallet, std::int64_t now,
               Findings& out) {
        const double paid = static_cast<double>(open.paid);
        const double got = static_cast<double>(open.got);
        const double result = winsorised(got > 0 ? std::log(got / paid) : -kMost);
        Record* record = recordOf(wallet, now);
        if (record == nullptr) return;
        m_all.put(*record, -1);
        ++record->n;
        record->wins += got > paid ? 1 : 0;
        const double off = result - record->mean;
        record->mean += off / record->n;
        record->m2 += off * (result - record->mean);
        m_all.put(*record, 1);
        if (record->last.size() >= m_params.mostKept) record->last.erase(record->last.begin());
        record->last.push_back({scene.coin->mint(), scene.event.at.signature, scene.event.at.slot, now,
                                std::max<std::int64_t>(0, open.last - open.since), result});
        judge(scene, trade.wallet, *record, now, out);
    }

    [[nodiscard]] bool enough(const Record& record, std::int64_t now) const {
        if (record.n < m_params.fewestCoins || m_all.wallets < static_cast<double>(m_params.fewestWallets))
            return false;
        std::vector<Mint> coins;
        std::vector<std::int64_t> held;
        for (const Closed& closed : record.last) {
            if (closed.time + m_params.days30 < now) continue;
            if (std::find(coins.begin(), coins.end(), closed.mint) == coins.end()) coins.push_back(closed.mint);
            held.push_back(closed.held);
        }
        if (coins.size() < m_params.fewestCoins) return false;
        const auto middle = held.begin() + static_cast<std::ptrdiff_t>(held.size() / 2);
        std::nth_element(held.begin(), middle, held.end());
        return *middle >= m_params.medianHoldSeconds;
    }

    void judge(const Scene& scene, const Wallet& wallet, Record& record, std::int64_t now, Findings& out) const {
        if (!enough(record, now)) return;
        const double all = m_all.sum / m_all.n;
        const double within = std::max(1e-6, m_all.within / std::max(1.0, m_all.n - m_all.wallets));
        const double spread = m_all.squares - m_all.n * all * all - (m_all.wallets - 1) * within;
        const double between = spread / (m_all.n - m_all.nSquared / m_all.n);
        // Wallets that differ by no more than chance: nobody stands out.
        const bool differ = between > 1e-9;
        const double weight = differ ? within / between : 0;
        const double mean = (record.n * record.mean + weight * all) / (record.n + weight);
        const double deviation = std::sqrt(within / (record.n + weight));
        const double least = mean - m_params.lower * deviation;
        const bool holds = differ && least > std::max(0.0, all);
        if (!holds && !record.told) return;
        if (holds && record.told && record.n < 2 * record.toldN &&
            std::abs(least - record.toldLower) < m_params.retell)
            return;
        record.told = holds;
        record.toldLower = least;
        record.toldN = record.n;

        Flag flag = flagOf("smart_money", scene);
        flag.mint.reset();
        flag.subject = wallet.base58();
        flag.wallets = {wallet};
        const double positive = 0.5 * std::erfc(-mean / deviation / std::numbers::sqrt2);
        flag.confidence = std::clamp(positive, 1 - m_params.certainty, m_params.certainty);
        flag.value = std::expm1(mean);
        flag.unit = "return per closed position";
        const double wins =
            (record.wins + m_params.winPrior * m_all.wins / m_all.n) / (record.n + m_params.winPrior);
        flag.rule = fmt::format(
            "Closed {} positions with a mean return of {:+.0f}% after shrinkage ({:+.0f}% at the lower 5% bound; "
            "all "
            "wallets {:+.0f}%), {:.0f}% of them won{}.",
            record.n, flag.value * 100, std::expm1(least) * 100, std::expm1(all) * 100, wins * 100,
            holds ? "" : ": no longer credibly above the others");
        for (const Closed& closed : record.last) {
            EventHeader at;
            at.signature = closed.signature;
            at.slot = closed.slot;
            flag.evidence.push_back(
                evidenceOf("closed_position", at, {wallet}, std::nullopt,
                           fmt::format("{:+.0f}% on {} in {} s", std::expm1(closed.result) * 100,
                                       shortKey(closed.mint.base58()), closed.held)));
        }
        flag.against.emplace_back("Trades with itself, and coins from a hand not yet linked, look like skill.");
        flag.against.emplace_back("Past returns of few positions say little about the next.");
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    Slab<Open, 32'768> m_opens;
    HashIndex m_open;  // by wallet and ordinal
    boost::unordered_flat_map<intel::WalletId, Record> m_records;
    Population m_all;
    std::uint64_t m_tailsAt = 0;
    double m_low = -kMost;
    double m_high = kMost;
    std::uint64_t m_refused = 0;
    std::uint64_t m_turnedAway = 0;
};

}  // namespace

std::unique_ptr<Detector> makeSmartMoney() {
    return std::make_unique<SmartMoney>();
}

}  // namespace core::detect
