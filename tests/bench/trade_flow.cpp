// SPDX-License-Identifier: GPL-3.0-or-later
// Cost of a trade through ledger, links and every detector while history grows, and the memory it takes.
// Usage: trade_flow [TRADES [WALLETS [MINTS [RULES [HOT_MB]]]]] with 0, 7 (as shipped) or more alert rules; prints
// one row for each of the checkpoints 10^5, 10^6, 10^7. With HOT_MB, idle coins go to a file once positions and
// points take more.
#include "core/model/quote_asset.h"
#include "core/pipeline/engine.h"
#include "tests/bench/memory.h"
#include "tests/bench/rule_mix.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <vector>

#include <sys/resource.h>
#include <ctime>

namespace {

template <class Key>
Key keyOf(std::uint64_t number, std::uint64_t kind) {
    std::array<std::uint8_t, Key::kSize> bytes{};
    std::uint64_t word = number * 4 + kind + 1;
    for (std::size_t i = 0; i < bytes.size(); i += sizeof word) {
        word = (word + 0x9e3779b97f4a7c15ULL) * 0xbf58476d1ce4e5b9ULL;
        word ^= word >> 29U;
        std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    return Key{bytes};
}

std::uint64_t peakBytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

// Of this thread: others on the machine are not in it, though they cool its caches.
double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Coins are born at an even rate and traded most while young; wallets come back with a long-tailed frequency.
class Flow {
public:
    Flow(std::uint64_t trades, std::uint64_t wallets, std::uint64_t mints)
        : m_wallets(wallets), m_perMint(std::max<std::uint64_t>(1, trades / mints)), m_random(7) {}

    template <class Take>
    void next(Take&& take) {
        using namespace core;
        if (m_trade % m_perMint == 0) {
            Event event = header();
            TokenCreated created;
            created.venue = m_venue;
            created.mint = keyOf<Mint>(m_mints, 1);
            created.symbol = "COIN" + std::to_string(m_mints);
            created.name = created.symbol;
            created.creator = keyOf<Wallet>(wallet(), 2);
            created.supply = TokenAmount{1'000'000'000'000'000};
            m_holders[m_mints % m_holders.size()].clear();
            ++m_mints;
            event.body = std::move(created);
            take(event);
        }
        Event event = header();
        Trade trade;
        trade.venue = m_venue;
        // Of the last 400 coins, the younger the likelier.
        const double u = std::uniform_real_distribution<double>{}(m_random);
        const auto back = static_cast<std::uint64_t>(u * u * 400);
        const std::uint64_t coin = m_mints - 1 - std::min(back, m_mints - 1);
        trade.mint = keyOf<Mint>(coin, 1);
        trade.quoteMint = wrappedSolMint();
        // Half of the trades are sells by one of the last buyers, a tenth buys of one of them again: 2.5 trades a
        // position, 4 million positions in 10 million trades.
        std::vector<std::uint64_t>& holders = m_holders[coin % m_holders.size()];
        const std::uint64_t dice = m_random() % 10;
        const bool old = dice < 6 && !holders.empty();
        const std::uint64_t who = old ? holders[m_random() % holders.size()] : wallet();
        if (!old) {
            if (holders.size() < 64)
                holders.push_back(who);
            else
                holders[m_random() % 64] = who;
        }
        trade.wallet = keyOf<Wallet>(who, 2);
        trade.side = old && dice < 5 ? Side::Sell : Side::Buy;
        trade.baseAmount = TokenAmount{1'000'000'000 + m_random() % 1'000'000'000'000};
        trade.quoteAmount = TokenAmount{1'000'000 + m_random() % 2'000'000'000};
        trade.baseDecimals = 6;
        trade.quoteDecimals = 9;
        trade.after = Reserves{800'000'000'000'000, 40'000'000'000, 600'000'000'000'000, 10'000'000'000};
        event.body = trade;
        ++m_trade;
        take(event);
    }

private:
    core::Event header() {
        core::Event event;
        event.at.signature = keyOf<core::Signature>(++m_events, 3);
        // 2,000 trades a second, 800 a slot.
        event.at.slot = core::Slot{400'000'000 + m_trade / 800};
        event.at.blockTime = core::BlockTime{1'795'446'000 + static_cast<std::int64_t>(m_trade / 2'000)};
        event.at.txIndex = static_cast<std::uint32_t>(m_trade % 800);
        event.at.path = core::EventPath{2, 1, 0};
        return event;
    }
    std::uint64_t wallet() {
        const double u = std::uniform_real_distribution<double>{}(m_random);
        return static_cast<std::uint64_t>(u * u * u * static_cast<double>(m_wallets));
    }

    std::uint64_t m_wallets;
    std::uint64_t m_perMint;
    std::mt19937_64 m_random;
    core::Symbol m_venue{"pumpfun"};
    std::uint64_t m_trade = 0;
    std::uint64_t m_events = 0;
    std::uint64_t m_mints = 0;
    std::vector<std::vector<std::uint64_t>> m_holders = std::vector<std::vector<std::uint64_t>>(512);
};

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t trades = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
    const std::uint64_t wallets = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000;
    const std::uint64_t mints = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 30'000;
    const std::size_t rules = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 7;
    core::pipeline::EngineConfig config;
    if (argc > 5) config.limits = bench::coldLimits("trade_flow", std::strtoull(argv[5], nullptr, 10) * 1'000'000);
    config.rules = bench::ruleMix(
        rules, [](std::uint64_t number) { return keyOf<core::Mint>(number, 1).base58(); },
        [](std::uint64_t number) { return keyOf<core::Wallet>(number, 2).base58(); });
    core::pipeline::Engine engine{config};
    Flow flow{trades, wallets, mints};
    std::printf(
        "| trades so far | ns a trade, last tenth | trades/s, last tenth | peak MB | wallets | links | flags | "
        "rules looked at "
        "a trade | alerts |\n"
        "|---|---|---|---|---|---|---|---|---|\n");
    std::vector<core::Event> batch;
    std::uint64_t done = 0;
    for (std::uint64_t checkpoint = 100'000; checkpoint <= trades; checkpoint *= 10) {
        const std::uint64_t from = checkpoint - checkpoint / 10;
        double seconds = 0;
        std::uint64_t timed = 0;
        while (done < checkpoint) {
            // Making the events stays outside of the clock, in pieces that fit the cache little.
            batch.clear();
            const std::uint64_t piece = std::min<std::uint64_t>(10'000, checkpoint - done);
            for (std::uint64_t i = 0; i < piece; ++i)
                flow.next([&](const core::Event& event) { batch.push_back(event); });
            const double start = processorSeconds();
            engine.apply(batch);
            const double took = processorSeconds() - start;
            if (done >= from) {
                seconds += took;
                timed += piece;
            }
            done += piece;
        }
        std::printf("| %llu | %.0f | %.0f | %.0f | %zu | %zu | %zu | %.3f | %llu |\n",
                    static_cast<unsigned long long>(done), seconds * 1e9 / static_cast<double>(timed),
                    static_cast<double>(timed) / seconds, static_cast<double>(peakBytes()) / 1e6,
                    engine.intel().wallets().size(), engine.intel().links().size(), engine.flags().history().size(),
                    static_cast<double>(engine.ruleStats().looked) / static_cast<double>(done),
                    static_cast<unsigned long long>(engine.ruleStats().fired));
        std::fflush(stdout);
    }
    if (const auto cold = engine.market().cold())
        std::printf("in memory %.0f MB, away %llu coins of %.0f MB, %llu put away, %llu brought back, %llu lost\n",
                    static_cast<double>(cold->hotBytes) / 1e6, static_cast<unsigned long long>(cold->coins),
                    static_cast<double>(cold->bytes) / 1e6, static_cast<unsigned long long>(cold->out),
                    static_cast<unsigned long long>(cold->in), static_cast<unsigned long long>(cold->lost));
    return 0;
}
