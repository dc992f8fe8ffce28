// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_market.h"

#include "core/model/quote_asset.h"
#include "core/source/coverage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace fake {
namespace {

using core::pipeline::Stage;
using core::pipeline::TokenRow;

template <class Key>
Key key(std::uint32_t number, std::uint8_t kind) {
    std::array<std::uint8_t, Key::kSize> bytes{};
    std::mt19937 random(number * 4U + kind);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    return Key{bytes};
}

/// Evenly spread in 0..1 and the same on every machine, unlike the standard distributions.
double part(std::mt19937& random) {
    return static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
}

constexpr std::uint64_t kCoins = 1'000'000'000'000ULL;

core::PriceRatio ratio(double solPerCoin) {
    return {static_cast<std::uint64_t>(std::llround(solPerCoin * 1e9 * 1e6)), kCoins};
}

}  // namespace

core::Mint mint(std::uint32_t number) {
    return key<core::Mint>(number, 1);
}
core::Wallet wallet(std::uint32_t number) {
    return key<core::Wallet>(number, 2);
}

TokenRow bareToken(std::uint32_t number) {
    TokenRow out;
    out.mint = mint(number);
    out.mintText = out.mint.base58();
    out.venue = core::Symbol("pumpfun");
    out.quoteMint = core::wrappedSolMint();
    out.price = ratio(4.127e-6);
    out.athPrice = out.price;
    out.trades = 5;
    out.buys = 4;
    out.sells = 1;
    out.buyers = 4;
    out.lastTradeTime = kNow;
    out.version = 1;
    return out;
}

std::shared_ptr<core::pipeline::CoinCard> card(std::uint32_t number, const TokenRow& row) {
    std::mt19937 random(number + 77);
    auto out = std::make_shared<core::pipeline::CoinCard>();
    const auto chip = [&](core::pipeline::ChipShare& share, const std::string& kind, double most) {
        share.held = part(random) * most;
        share.bought = *share.held + part(random) * 0.1;
        share.wallets = 2 + number % 7;
        share.confidence = 0.9;
        share.statedAt = core::Slot{371'204'010};
        share.flag = core::pipeline::FlagRef{kind, row.mint, {}};
    };
    chip(out->sniper, "sniper", 0.25);
    chip(out->bundler, "bundler", 0.40);
    if (number % 3 == 0)
        out->rat.below = 0.05;
    else
        chip(out->rat, "insider_holdings", 0.20);
    chip(out->dev, "dev", 0.12);
    out->dev.held = row.devShare;
    out->cluster.held = 0.0;
    if (number % 2 == 1) {
        chip(out->cluster, "cabal", 0.40);
        out->clusterNumber = 10 + number;
        out->clusters = 1 + number % 3;
    }
    if (number % 5 == 4)
        out->copy =
            core::pipeline::CopyMark{mint(1), 180, 2, 0.8, core::pipeline::FlagRef{"copycat", row.mint, {}}};
    if (number % 7 == 3) out->copies = 2;
    out->creator = core::pipeline::CreatorTotals{1 + number % 50, 1 + number % 50, number % 4, 312.0};
    return out;
}

TokenRow token(std::uint32_t number, const std::string& symbol) {
    std::mt19937 random(number);
    TokenRow out = bareToken(number);
    out.symbol = symbol;
    out.name = symbol + " coin";
    out.creator = wallet(number);
    out.createdSlot = 371'204'000;
    out.createdTime = kNow - 40 - static_cast<std::int64_t>(part(random) * 4000);
    out.price = ratio(3e-8 + part(random) * 4e-7);
    out.firstPrice = ratio(2.8e-8);
    out.change5m = part(random) * 1.2 - 0.4;
    out.marketCapQuote = out.price.value(6, 9) * 1e9;
    out.liquidityQuote = 2 + part(random) * 80;
    out.curveProgress = part(random);
    out.buys = static_cast<std::uint64_t>(part(random) * 300) + 1;
    out.sells = static_cast<std::uint64_t>(part(random) * 200);
    out.trades = out.buys + out.sells;
    out.buyers = out.buys / 2 + 1;
    out.holders = out.buyers;
    out.top10Share = 0.1 + part(random) * 0.45;
    out.devShare = part(random) * 0.2;
    out.volumeQuote = static_cast<std::uint64_t>(part(random) * 90e9);
    out.volume5m = out.volumeQuote / 4;
    out.volume1m = out.volumeQuote / 20;
    out.changeSeen = part(random) * 3 - 0.6;
    out.card = card(number, out);
    float last = 1;
    for (int i = 0; i < 32; ++i) {
        last *= static_cast<float>(0.95 + part(random) * 0.1 + (out.change5m.value_or(0) > 0 ? 0.01 : -0.01));
        out.sparkline.push_back(last);
    }
    return out;
}

std::vector<core::Candle> candles(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<core::Candle> out;
    double price = 3.1e-8;
    for (std::size_t i = 0; i < count; ++i) {
        core::Candle candle;
        candle.openTime = kNow - static_cast<std::int64_t>(count - i - 1) * 5;
        const double open = price;
        price = std::clamp(price * (1 + (part(random) - 0.48) * 0.06), 2.8e-8, 6e-7);
        const double high = std::max(open, price) * (1 + part(random) * 0.012);
        const double low = std::min(open, price) * (1 - part(random) * 0.012);
        candle.open = ratio(open);
        candle.close = ratio(price);
        candle.high = ratio(high);
        candle.low = ratio(low);
        candle.quoteVolume = static_cast<std::uint64_t>(part(random) * part(random) * 12e9);
        candle.buyQuoteVolume =
            static_cast<std::uint64_t>(static_cast<double>(candle.quoteVolume) * (price >= open ? 0.7 : 0.3));
        candle.buys = static_cast<std::uint32_t>(1 + random() % 30);
        candle.sells = static_cast<std::uint32_t>(random() % 20);
        out.push_back(candle);
    }
    return out;
}

core::CandleBlocks blocks(const std::vector<core::Candle>& candles) {
    constexpr auto kSize = static_cast<std::ptrdiff_t>(core::CandleBlocks::kBlockSize);
    core::CandleBlocks out;
    for (auto from = candles.begin(); from != candles.end();) {
        const auto to = std::min(candles.end() - from, kSize) + from;
        out.blocks.push_back(std::make_shared<const std::vector<core::Candle>>(from, to));
        from = to;
    }
    return out;
}

std::vector<core::pipeline::TapeRow> tape(std::size_t count, std::uint64_t newestId) {
    std::vector<core::pipeline::TapeRow> out;
    for (std::size_t i = 0; i < count && i < newestId; ++i) {
        const std::uint64_t id = newestId - i;
        std::mt19937 random(static_cast<std::uint32_t>(id));
        core::pipeline::TapeRow row;
        row.id = id;
        row.at.slot = core::Slot{371'204'000 + id};
        row.at.blockTime = core::BlockTime{kNow - static_cast<std::int64_t>(i) / 3};
        row.side = part(random) < 0.56 ? core::Side::Buy : core::Side::Sell;
        row.baseAmount = static_cast<std::uint64_t>(part(random) * 9e12);
        row.quoteAmount = static_cast<std::uint64_t>(part(random) * part(random) * 5e9);
        row.price = ratio(4.1e-7 + part(random) * 4e-9);
        row.wallet = wallet(static_cast<std::uint32_t>(random() % 200));
        row.venue = core::Symbol("pumpfun");
        if (random() % 4 == 0) row.route = core::Symbol("jupiter");
        row.byCreator = random() % 40 == 0;
        if (random() % 5 != 0) row.positionAfter = static_cast<std::int64_t>(part(random) * 4e12);
        out.push_back(row);
    }
    return out;
}

std::shared_ptr<core::pipeline::TokenDetail> detail(const TokenRow& row, std::size_t bars) {
    auto out = std::make_shared<core::pipeline::TokenDetail>();
    out->row = row;
    out->bars = {1, 0};
    out->candles = blocks(candles(bars));
    out->tape = tape(50, 50);
    out->candleVersion = bars;
    return out;
}

core::source::FeedStatus feedStatus() {
    core::source::FeedStatus out;
    out.source = "solana-rpc";
    out.endpoint = "api.mainnet-beta.solana.com";
    out.state = core::source::FeedState::Connected;
    out.messages = 1'204'331;
    out.bytes = 2'400'000'000;
    out.covers = {"pumpfun", "pumpswap"};
    out.blindTo = core::source::blindSpots(core::source::FeedKind::Logs, false);
    return out;
}

core::pipeline::Snapshot snapshot() {
    core::pipeline::Snapshot out;
    out.mode = core::pipeline::Mode::Live;
    out.asOfTime = kNow;
    out.asOfSlot = 371'204'882;
    out.health.feeds = {feedStatus()};
    out.health.lagMs = 182;
    return out;
}

core::pipeline::Snapshot busySnapshot(const core::pipeline::Interest& interest, std::uint64_t step) {
    static constexpr std::array<const char*, 20> kNames{
        "PEPEAI", "BONKII", "MOONPIG", "ZERO", "NOMAD", "CHAD", "TITAN", "PNUTZ",  "GROKX",  "FROGGO",
        "WIFHAT", "HAWK2",  "RIZZ",    "ORCA", "WEN",   "GIGA", "JUPE",  "SOLCAT", "TRUMPX", "APEX"};
    core::pipeline::Snapshot out = snapshot();
    const auto fill = [&](std::vector<TokenRow>& rows, std::uint32_t from, std::uint32_t count, Stage stage) {
        for (std::uint32_t i = 0; i < count; ++i) {
            TokenRow row = i % 9 == 7 ? bareToken(from + i) : token(from + i, kNames[(from + i) % kNames.size()]);
            row.stage = stage;
            row.graduated = stage == Stage::Graduated;
            if (row.graduated) {
                row.price = ratio(4e-7 * (1 + i % 7));
                row.marketCapQuote = row.price.value(6, 9) * 1e9;
            }
            row.version = step + 1;
            rows.push_back(std::move(row));
        }
    };
    fill(out.fresh, 0, 60, Stage::New);
    fill(out.graduating, 100, 38, Stage::Graduating);
    fill(out.graduated, 200, 60, Stage::Graduated);
    std::sort(out.graduating.begin(), out.graduating.end(), [](const TokenRow& a, const TokenRow& b) {
        return a.curveProgress.value_or(0) > b.curveProgress.value_or(0);
    });
    out.freshCount = 412;
    out.graduatingCount = 38;
    out.graduatedCount = 121;
    out.knownTokens = 30'112;
    if (interest.selected)
        for (const auto* rows : {&out.fresh, &out.graduating, &out.graduated})
            for (const auto& row : *rows)
                if (row.mint == *interest.selected) {
                    auto open = std::make_shared<core::pipeline::TokenDetail>();
                    open->row = row;
                    open->bars = interest.bars;
                    open->candles = blocks(candles(340, 10));
                    open->candleVersion = step + 1;
                    open->tape = tape(200, 4000 + step);
                    open->row.price = open->candles.at(339).close;
                    out.selected = open;
                }
    const auto alert = [&](const char* rule, core::Severity severity, double confidence, const char* text,
                           std::int64_t ago) {
        core::Alert one;
        one.rule = rule;
        one.kind = rule;
        one.severity = severity;
        one.confidence = confidence;
        one.text = text;
        one.mint = mint(110);
        one.time = core::BlockTime{kNow - ago};
        out.alerts.push_back(std::make_shared<const core::Alert>(std::move(one)));
    };
    alert("cabal-buy", core::Severity::Critical, 0.93,
          "WIFHAT: 9 wallets funded by one address hold 31.4% of supply; 4 of them bought in the creation slot "
          "behind the launch.",
          18);
    alert("dev-sells", core::Severity::Warning, 0.99, "SOLCAT: the creator sold 60% of its coins in 2 trades.",
          137);
    alert("pump-onset", core::Severity::Info, 0.64, "GROKX: volume is 11 times the five minutes before.", 361);
    out.alertCount = 3;
    auto& health = out.health;
    health.messagesPerSecond = 212;
    health.tradesPerSecond = 128.4;
    health.frames = 1'204'331;
    health.trades = 184'201;
    health.storedTrades = 18'400'000;
    health.databaseBytes = 2'100'000'000;
    health.frameQueue = {65'536, 12, 800, 1'204'331, 0};
    health.undecoded = {{"pool_unknown", 31}, {"log_truncated", 4}};
    return out;
}

void Host::publish(core::pipeline::Snapshot snapshot) {
    // Where a test says nothing else, no filter hides anything.
    const std::array counts{snapshot.freshCount, snapshot.graduatingCount, snapshot.graduatedCount};
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (snapshot.tallies[i] == core::pipeline::BoardTally{})
            snapshot.tallies[i] = {counts[i], counts[i], 0, 0, 0};
    snapshot.version = ++m_version;
    m_latest = std::make_shared<const core::pipeline::Snapshot>(std::move(snapshot));
}

void Host::run(core::pipeline::Mode mode) {
    ++state.generation;
    state.state = ui::bridge::SessionState::Running;
    state.mode = mode;
    state.title = "fake";
    state.error.clear();
}

void Host::failWith(const std::string& error) {
    ++state.generation;
    state.state = ui::bridge::SessionState::Failed;
    state.title = "broken.jsonl";
    state.error = error;
}

void Host::openBundled(double) {
    calls.emplace_back("bundled");
    run(core::pipeline::Mode::Replay);
}

void Host::connectLive(const core::source::LiveOptions& options) {
    calls.emplace_back("live");
    liveOptions = options;
    run(core::pipeline::Mode::Live);
}

void Host::openRecording(const std::filesystem::path& file, double) {
    calls.push_back("open " + file.filename().string());
    run(core::pipeline::Mode::Replay);
}

void Host::stop() {
    calls.emplace_back("stop");
    ++state.generation;
    state = {state.generation, ui::bridge::SessionState::Idle, core::pipeline::Mode::Idle, {}, {}};
    m_latest.reset();
}

}  // namespace fake
