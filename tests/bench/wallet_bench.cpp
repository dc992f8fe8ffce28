// SPDX-License-Identifier: GPL-3.0-or-later
// What the index of trades by wallet costs while a day is stored, and what it gives: wallet_bench FOLDER [TRADES].
// Two files are written in turns, batch by batch, one as shipped and one without the indexes of version 6, so that
// what else the machine does weighs on both. Then the wallets with most trades, and a common one, are read.
#include "core/review/wallet_archive.h"
#include "core/store/trade_store.h"
#include "tests/support/market_events.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>
#include <vector>

#include <ctime>

namespace {

constexpr std::uint64_t kWallets = 1'000'000;
constexpr std::uint64_t kTradesPerCoin = 333;
constexpr std::size_t kBatch = 5'000;

double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double wallSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<core::store::TradeStore> openNew(const std::filesystem::path& file) {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
    auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadWrite);
    if (!store) std::exit(1);
    return std::move(*store);
}

struct Side {
    const char* name;
    std::filesystem::path file;
    std::unique_ptr<core::store::TradeStore> store;
    double processor = 0;  // of the last tenth
    double wall = 0;
};

void readWallet(core::review::WalletArchive& archive, const char* what, const core::Wallet& wallet) {
    const double start = wallSeconds();
    archive.ask(wallet);
    std::shared_ptr<const core::review::WalletPast> past;
    do {
        std::this_thread::yield();
        past = archive.latest();
    } while (!past || past->wallet != wallet || !past->done);
    std::printf("%s: %llu trades on %zu coins read in %.1f ms\n", what,
                static_cast<unsigned long long>(past->trades), past->coinsRead, (wallSeconds() - start) * 1e3);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::filesystem::path folder = argv[1];
    const std::uint64_t trades = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 3'000'000;
    Side sides[] = {{"without", folder / "without.sqlite", {}}, {"with", folder / "with.sqlite", {}}};
    for (Side& side : sides) side.store = openNew(side.file);
    if (!sides[0].store->database().execute(
            "DROP INDEX trades_by_wallet; DROP INDEX moves_by_source; DROP INDEX moves_by_target;"))
        return 1;

    std::mt19937_64 random{7};
    std::vector<std::uint32_t> counts(kWallets);
    std::vector<std::vector<std::uint64_t>> holders(512);
    std::vector<core::store::StoreItem> batch;
    std::uint64_t timed = 0;
    for (std::uint64_t i = 0; i < trades;) {
        batch.clear();
        for (std::size_t k = 0; k < kBatch; ++k, ++i) {
            const auto share = [&random] { return std::generate_canonical<double, 53>(random); };
            const std::uint64_t coins = 1 + i / kTradesPerCoin;
            // Young coins trade most; half of the trades are sales by somebody who bought shortly before.
            const double back = share();
            const std::uint64_t coin =
                coins - 1 - std::min(coins - 1, static_cast<std::uint64_t>(back * back * 400));
            std::vector<std::uint64_t>& held = holders[coin % holders.size()];
            const bool old = random() % 10 < 6 && !held.empty();
            const double draw = share();
            const std::uint64_t wallet = old ? held[random() % held.size()]
                                             : static_cast<std::uint64_t>(draw * draw * draw * double(kWallets));
            if (!old && held.size() < 64) held.push_back(wallet);
            if (!old && held.size() == 64) held[random() % 64] = wallet;
            ++counts[wallet];
            batch.emplace_back(test::tradeEvent(i, 400'000'000 + i / 800, old ? core::Side::Sell : core::Side::Buy,
                                                1 + random() % 1'000'000'000'000, 1 + random() % 2'000'000'000,
                                                wallet, coin));
        }
        const bool last = i > trades - trades / 10;
        if (last) timed += kBatch;
        for (Side& side : sides) {
            const double processor = processorSeconds();
            const double wall = wallSeconds();
            if (const auto done = side.store->write(batch); !done || done->refused != 0) return 1;
            if (!last) continue;
            side.processor += processorSeconds() - processor;
            side.wall += wallSeconds() - wall;
        }
    }
    for (Side& side : sides) {
        if (!side.store->database().execute("PRAGMA wal_checkpoint(TRUNCATE)")) return 1;
        std::printf(
            "%s: %.0f rows/s and %.1f us of processor a row over the last tenth, %.0f MB, %.1f bytes a row\n",
            side.name, static_cast<double>(timed) / side.wall, side.processor * 1e6 / double(timed),
            double(std::filesystem::file_size(side.file)) / 1e6,
            double(std::filesystem::file_size(side.file)) / double(trades));
    }
    const auto most = std::max_element(counts.begin(), counts.end()) - counts.begin();
    std::uint64_t common = 0;
    while (counts[common] != 12) ++common;
    for (Side& side : sides) {
        core::review::WalletArchive archive(side.file);
        std::printf("%s the indexes, ", side.name);
        readWallet(archive, "the wallet with most", test::walletOf(static_cast<std::uint64_t>(most)));
        std::printf("%s the indexes, ", side.name);
        readWallet(archive, "a common one", test::walletOf(common));
    }
    sides[0].store.reset();
    const double start = wallSeconds();
    auto again = core::store::Database::openRaw(sides[0].file, core::store::Database::Access::ReadWrite);
    if (!again || !again->execute("CREATE INDEX trades_by_wallet ON trades(wallet, token);")) return 1;
    std::printf("making the index of a file that lacks it: %.1f s\n", wallSeconds() - start);
    return 0;
}
