// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/analysis.h"

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/detect/entity_shares.h"
#include "core/pipeline/analysis_json.h"
#include "core/pipeline/canonical_order.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/recording.h"

#include <algorithm>

namespace core::pipeline {
namespace {

struct WalletRow {
    std::uint64_t trades = 0;
    Int128 realised = 0;
};

std::string text(Int128 value) {
    const bool negative = value < 0;
    auto rest = negative ? Uint128{0} - static_cast<Uint128>(value) : static_cast<Uint128>(value);
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    return negative ? "-" + digits : digits;
}

void writeToken(JsonWriter& json, std::string& out, const ledger::TokenLedger& coin, const detect::FlagBook& flags,
                const intel::Intel& who) {
    json.item('{');
    json.textMember("mint", coin.mint().base58());
    if (coin.creationSeen) {
        json.textMember("name", coin.name);
        json.textMember("symbol", coin.symbol);
    }
    if (coin.creator) json.textMember("creator", coin.creator->base58());
    if (coin.createdSlot) json.number("created_slot", coin.createdSlot->value());
    json.textMember("venue", coin.venue.name());
    json.number("trades", coin.trades);
    json.number("buyers", coin.buyers);
    const bool inSol = coin.quoteDecimals == 9;
    json.amount(inSol ? "volume_lamports" : "volume_quote", coin.volumeQuote);
    if (coin.lastPrice.valid())
        json.real("last_price", coin.lastPrice.value(coin.baseDecimals, coin.quoteDecimals));
    if (coin.athPrice.valid()) json.real("ath_price", coin.athPrice.value(coin.baseDecimals, coin.quoteDecimals));
    json.boolean("graduated", coin.graduated);
    if (const auto shares = coin.concentration()) {
        json.openMember("holders", '{');
        json.number("count", shares->holders);
        json.real("top10_share", shares->top10Share);
        if (const auto merged = detect::entityShares(coin, who)) json.real("top10_share_by_entity", merged->top10);
        json.real("gini", shares->gini);
        json.real("hhi", shares->hhi);
        json.close('}');
    }
    json.openMember("flags", '[');
    for (const detect::FlagBook::Entry& entry : flags.of(coin.mint())) {
        json.next();
        appendFlagJson(flags.at(entry.first), flags.at(entry.last), nullptr, out);
    }
    json.close(']');
    json.close('}');
}

}  // namespace

Result<AnalysisSummary> analyze(const AnalysisOptions& options, std::string& out) {
    AnalysisSummary summary;
    wire::Decoder decoder;
    std::vector<Event> events;
    std::vector<std::string> gaps;
    BlockOrder order;
    decoder.onOrder([&order](const Signature& signature, std::uint32_t index) { order.add(signature, index); });
    std::vector<WalletHistory> histories;
    decoder.onHistory([&histories](const WalletHistory& history) { histories.push_back(history); });
    for (std::size_t i = 0; i < options.inputs.size(); ++i) {
        RecordingReader reader{options.inputs[i], decoder};
        // A mark goes into the file as it stands, so it must be JSON and not only look like it.
        reader.onMark = [&](std::string_view mark) {
            if (decoder.isJson(mark)) gaps.emplace_back(mark);
        };
        reader.onProgress = [&](double progress) {
            if (options.onProgress)
                options.onProgress((static_cast<double>(i) + progress) / static_cast<double>(options.inputs.size()),
                                   decoder.stats().frames);
            return !options.cancelled || !options.cancelled();
        };
        if (auto done = reader.readAll(events); !done) return done.error();
        summary.warnings.insert(summary.warnings.end(), reader.warnings().begin(), reader.warnings().end());
    }
    if (options.asOfSlot) {
        std::erase_if(events, [&](const Event& event) {
            return event.at.slot && event.at.slot->value() > *options.asOfSlot;
        });
    }
    fillTxIndexes(events, order);
    sortCanonically(events);
    EngineConfig config;
    config.seenEvents = 64'000'000;
    config.addresses = options.addresses;
    config.limits = options.limits;
    config.rules = options.rules;
    config.watchlists = options.watchlists;
    // Where every event has a path, the keys for sources without them would find nothing.
    config.pathlessSources =
        std::any_of(events.begin(), events.end(), [](const Event& event) { return !event.at.path; });
    Engine engine{config};
    std::vector<Alert> alerts;
    engine.onAlert = [&alerts](const Alert& alert) { alerts.push_back(alert); };
    std::optional<std::uint64_t> firstSlot;
    // How a wallet began was so before whatever it did here.
    for (const WalletHistory& history : histories) engine.learn(history);
    for (const Event& event : events) {
        if (!event.at.slot) continue;
        firstSlot = event.at.slot->value();
        break;
    }
    engine.apply(events);
    engine.finish();

    const wire::DecodeStats& stats = decoder.stats();
    summary.frames = stats.frames;
    summary.bytes = stats.bytes;
    summary.events = stats.events;
    summary.trades = engine.market().trades();
    summary.duplicates = engine.duplicates();
    for (const auto& [reason, count] : stats.undecoded)
        if (count != 0) summary.undecoded[reason] = count;

    JsonWriter json{out};
    json.open('{');
    json.textMember("schema", "cabalscope.analysis/1");
    json.textMember("engine_version", CABALSCOPE_VERSION);
    json.openMember("input", '{');
    json.number("frames", summary.frames);
    json.number("bytes", summary.bytes);
    json.number("decoded_trades", summary.trades);
    json.openMember("undecoded", '{');
    for (const auto& [reason, count] : summary.undecoded) json.number(reason, count);
    json.close('}');
    if (firstSlot) json.number("first_slot", *firstSlot);
    if (const auto last = engine.market().lastSlot()) json.number("last_slot", last->value());
    json.openMember("gaps", '[');
    for (const std::string& gap : gaps) {
        json.next();
        out += gap;
    }
    json.close(']');
    json.close('}');

    std::vector<const ledger::TokenLedger*> coins;
    coins.reserve(engine.market().size());
    std::map<Wallet, WalletRow> wallets;
    for (const auto& [mint, coin] : engine.market().tokens()) {
        coins.push_back(coin.get());
        const bool inSol = coin->quoteDecimals == 9;
        for (const auto& [wallet, position] : coin->positions) {
            if (position.trades == 0) continue;
            WalletRow& row = wallets[wallet];
            row.trades += position.trades;
            if (inSol) row.realised += position.realised;
        }
        engine.market().cool();
    }
    std::sort(coins.begin(), coins.end(), [](const auto* a, const auto* b) { return a->mint() < b->mint(); });
    json.openMember("tokens", '[');
    for (const auto* coin : coins) {
        writeToken(json, out, *coin, engine.flags(), engine.intel());
        engine.market().cool();
    }
    json.close(']');
    std::vector<const ledger::TokenLedger*> bySight = coins;
    std::sort(bySight.begin(), bySight.end(),
              [](const auto* x, const auto* y) { return x->ordinal() < y->ordinal(); });
    json.openMember("clusters", '[');
    for (const intel::Cluster* cluster : engine.intel().links().clusters()) {
        json.next();
        out += '\n';
        appendClusterJson(*cluster, engine.intel(), bySight, out);
        engine.market().cool();
    }
    json.close(']');
    std::map<Wallet, std::vector<detect::FlagBook::Entry>> tags;
    for (const auto* coin : coins)
        for (const detect::FlagBook::Entry& entry : engine.flags().of(coin->mint()))
            for (const Wallet& wallet : engine.flags().at(entry.last).wallets) tags[wallet].push_back(entry);
    for (const detect::FlagBook::Entry& entry : engine.flags().of(std::nullopt))
        for (const Wallet& wallet : engine.flags().at(entry.last).wallets) tags[wallet].push_back(entry);
    for (const auto& [wallet, entries] : tags) wallets.try_emplace(wallet);
    json.openMember("wallets", '[');
    for (const auto& [wallet, row] : wallets) {
        json.item('{');
        json.textMember("address", wallet.base58());
        json.openMember("tags", '[');
        if (const auto found = tags.find(wallet); found != tags.end()) {
            for (const detect::FlagBook::Entry& entry : found->second) {
                json.next();
                appendFlagJson(engine.flags().at(entry.first), engine.flags().at(entry.last), &wallet, out);
            }
        }
        json.close(']');
        if (const intel::Cluster* cluster = engine.intel().clusterOf(wallet))
            json.textMember("cluster", engine.intel().wallets()[cluster->members.front()].address.base58());
        json.textMember("realised_pnl_lamports", text(row.realised));
        json.number("trades", row.trades);
        json.close('}');
    }
    json.close(']');
    json.openMember("leads", '[');
    for (const Lead& lead : engine.leads()) {
        json.item('{');
        json.textMember("leader", lead.leader.base58());
        json.textMember("follower", lead.follower.base58());
        json.number("tokens", lead.tokens);
        json.real("median_lag_slots", lead.medianLagSlots);
        json.real("follow_rate", lead.followRate);
        json.real("null_rate", lead.nullRate);
        json.real("q_value", lead.qValue);
        json.close('}');
    }
    json.close(']');
    json.openMember("alerts", '[');
    for (const Alert& alert : alerts) {
        json.next();
        out += '\n';
        appendAlertJson(alert, out);
    }
    json.close(']');
    json.close('}');
    out += '\n';
    return summary;
}

}  // namespace core::pipeline
