// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/analysis.h"

#include "core/base/json_text.h"
#include "core/base/text.h"
#include "core/detect/entity_shares.h"
#include "core/detect/registry.h"
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

class Json {
public:
    explicit Json(std::string& out) : m_out(out) {}
    void open(char bracket) { m_out += bracket; }
    void item(char bracket) {
        if (m_out.back() != '[') m_out += ',';
        m_out += '\n';
        m_out += bracket;
    }
    void close(char bracket) { m_out += bracket; }
    void key(std::string_view name) { appendJsonKey(m_out, name); }
    void textMember(std::string_view name, std::string_view value) {
        key(name);
        appendJsonString(m_out, value);
    }
    void number(std::string_view name, std::uint64_t value) {
        key(name);
        appendJsonInteger(m_out, value, false);
    }
    void amount(std::string_view name, std::uint64_t value) {
        key(name);
        appendJsonInteger(m_out, value, true);
    }
    void real(std::string_view name, double value) {
        key(name);
        m_out += shortestDouble(value);
    }
    void boolean(std::string_view name, bool value) {
        key(name);
        m_out += value ? "true" : "false";
    }

private:
    std::string& m_out;
};

std::string_view ruleVersion(std::string_view kind) {
    for (const detect::DetectorInfo& info : detect::detectors())
        if (info.kind == kind) return info.version;
    return {};
}

void writeEvidence(Json& json, std::string& out, const std::vector<Evidence>& list) {
    json.key("evidence");
    json.open('[');
    for (const Evidence& evidence : list) {
        if (out.back() != '[') out += ',';
        json.open('{');
        json.textMember("kind", evidence.kind);
        if (evidence.signature) json.textMember("signature", evidence.signature->base58());
        if (evidence.slot) json.number("slot", evidence.slot->value());
        json.key("wallets");
        json.open('[');
        for (const Wallet& wallet : evidence.wallets) {
            if (out.back() != '[') out += ',';
            appendJsonString(out, wallet.base58());
        }
        json.close(']');
        if (evidence.amount) json.amount("amount", evidence.amount->value());
        json.textMember("text", evidence.text);
        json.close('}');
    }
    json.close(']');
}

void writeWallets(Json& json, std::string& out, const std::vector<Wallet>& wallets) {
    json.key("wallets");
    json.open('[');
    for (const Wallet& wallet : wallets) {
        if (out.back() != '[') out += ',';
        appendJsonString(out, wallet.base58());
    }
    json.close(']');
}

// `only`: as a tag of that wallet, which then names the coin and not the other wallets.
void writeFlag(Json& json, std::string& out, const detect::FlagBook::Entry& entry, const Wallet* only) {
    const Flag& flag = *entry.last;
    if (out.back() != '[') out += ',';
    json.open('{');
    json.textMember("kind", flag.kind);
    if (only != nullptr && flag.mint) json.textMember("mint", flag.mint->base58());
    json.real("confidence", flag.confidence);
    if (entry.first->slot) json.number("since_slot", entry.first->slot->value());
    if (entry.first->time) json.textMember("since_time", rfc3339(entry.first->time->value()));
    json.real("value", flag.value);
    json.textMember("unit", flag.unit);
    json.textMember("rule", flag.rule);
    json.textMember("rule_version", ruleVersion(flag.kind));
    writeWallets(json, out, only != nullptr ? std::vector<Wallet>{*only} : flag.wallets);
    if (only == nullptr) {
        writeEvidence(json, out, flag.evidence);
    } else {
        std::vector<Evidence> own;
        for (const Evidence& evidence : flag.evidence)
            if (std::find(evidence.wallets.begin(), evidence.wallets.end(), *only) != evidence.wallets.end())
                own.push_back(evidence);
        writeEvidence(json, out, own);
    }
    json.key("against");
    json.open('[');
    for (const std::string& line : flag.against) {
        if (out.back() != '[') out += ',';
        appendJsonString(out, line);
    }
    json.close(']');
    json.close('}');
}

void writeClusters(Json& json, std::string& out, const intel::Intel& who, const ledger::Market& market) {
    std::vector<std::pair<std::uint32_t, const ledger::TokenLedger*>> coins;
    for (const auto& [mint, coin] : market.tokens()) coins.emplace_back(coin->ordinal(), coin.get());
    std::sort(coins.begin(), coins.end());
    json.key("clusters");
    json.open('[');
    for (const intel::Cluster* cluster : who.links().clusters()) {
        json.item('{');
        const auto address = [&](intel::WalletId id) { return who.wallets()[id].address.base58(); };
        json.textMember("id", address(cluster->members.front()));
        json.real("confidence", who.links().confidence(*cluster));
        json.key("wallets");
        json.open('[');
        for (const intel::WalletId member : cluster->members) {
            if (out.back() != '[') out += ',';
            json.open('{');
            json.textMember("address", address(member));
            json.real("membership", who.links().membership(member));
            json.close('}');
        }
        json.close(']');
        json.key("links");
        json.open('[');
        for (const intel::Link* link : who.links().linksIn(*cluster)) {
            for (std::size_t kind = 0; kind < intel::kLinkKinds; ++kind) {
                if (link->llr[kind] <= 0) continue;
                if (out.back() != '[') out += ',';
                json.open('{');
                json.textMember("a", address(link->a));
                json.textMember("b", address(link->b));
                json.textMember("kind", intel::linkName(static_cast<intel::LinkKind>(kind)));
                json.real("weight", static_cast<double>(link->llr[kind]));
                std::vector<Evidence> list;
                for (const intel::LinkEvidence& seen : link->evidence) {
                    if (static_cast<std::size_t>(seen.kind) != kind) continue;
                    Evidence evidence;
                    evidence.kind = intel::linkName(seen.kind);
                    evidence.signature = seen.signature;
                    evidence.slot = seen.slot;
                    evidence.wallets = {who.wallets()[link->a].address, who.wallets()[link->b].address};
                    if (seen.amount != 0) evidence.amount = TokenAmount{seen.amount};
                    list.push_back(std::move(evidence));
                }
                writeEvidence(json, out, list);
                json.close('}');
            }
        }
        json.close(']');
        json.key("mints");
        json.open('[');
        for (const auto& [ordinal, coin] : coins) {
            const auto holds = std::count_if(
                cluster->members.begin(), cluster->members.end(),
                [&](intel::WalletId member) { return coin->positions.contains(who.wallets()[member].address); });
            if (holds < 2) continue;
            if (out.back() != '[') out += ',';
            appendJsonString(out, coin->mint().base58());
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
}

void writeToken(Json& json, std::string& out, const ledger::TokenLedger& coin, const detect::FlagBook& flags,
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
        json.key("holders");
        json.open('{');
        json.number("count", shares->holders);
        json.real("top10_share", shares->top10Share);
        if (const auto merged = detect::entityShares(coin, who)) json.real("top10_share_by_entity", merged->top10);
        json.real("gini", shares->gini);
        json.real("hhi", shares->hhi);
        json.close('}');
    }
    json.key("flags");
    json.open('[');
    for (const detect::FlagBook::Entry& entry : flags.of(coin.mint())) writeFlag(json, out, entry, nullptr);
    json.close(']');
    json.close('}');
}

}  // namespace

void appendAlertJson(const Alert& alert, std::string& out) {
    Json json{out};
    json.open('{');
    json.textMember("rule", alert.rule);
    json.textMember("kind", alert.kind);
    if (alert.mint) json.textMember("mint", alert.mint->base58());
    json.key("wallets");
    json.open('[');
    for (const Wallet& wallet : alert.wallets) {
        if (out.back() != '[') out += ',';
        appendJsonString(out, wallet.base58());
    }
    json.close(']');
    if (alert.slot) json.number("slot", alert.slot->value());
    if (alert.time) json.textMember("time", rfc3339(alert.time->value()));
    json.textMember("severity", severityName(alert.severity));
    json.textMember("text", alert.text);
    json.real("confidence", alert.confidence);
    writeEvidence(json, out, alert.evidence);
    json.close('}');
}

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
        if (event.at.slot && !firstSlot) firstSlot = event.at.slot->value();
        engine.apply(event);
    }
    engine.finish();

    const wire::DecodeStats& stats = decoder.stats();
    summary.frames = stats.frames;
    summary.bytes = stats.bytes;
    summary.events = stats.events;
    summary.trades = engine.market().trades();
    summary.duplicates = engine.duplicates();
    for (const auto& [reason, count] : stats.undecoded)
        if (count != 0) summary.undecoded[reason] = count;

    Json json{out};
    json.open('{');
    json.textMember("schema", "cabalscope.analysis/1");
    json.textMember("engine_version", CABALSCOPE_VERSION);
    json.key("input");
    json.open('{');
    json.number("frames", summary.frames);
    json.number("bytes", summary.bytes);
    json.number("decoded_trades", summary.trades);
    json.key("undecoded");
    json.open('{');
    for (const auto& [reason, count] : summary.undecoded) json.number(reason, count);
    json.close('}');
    if (firstSlot) json.number("first_slot", *firstSlot);
    if (const auto last = engine.market().lastSlot()) json.number("last_slot", last->value());
    json.key("gaps");
    json.open('[');
    for (const std::string& gap : gaps) {
        if (out.back() != '[') out += ',';
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
    }
    std::sort(coins.begin(), coins.end(), [](const auto* a, const auto* b) { return a->mint() < b->mint(); });
    json.key("tokens");
    json.open('[');
    for (const auto* coin : coins) writeToken(json, out, *coin, engine.flags(), engine.intel());
    json.close(']');
    writeClusters(json, out, engine.intel(), engine.market());
    std::map<Wallet, std::vector<detect::FlagBook::Entry>> tags;
    for (const auto* coin : coins)
        for (const detect::FlagBook::Entry& entry : engine.flags().of(coin->mint()))
            for (const Wallet& wallet : entry.last->wallets) tags[wallet].push_back(entry);
    for (const detect::FlagBook::Entry& entry : engine.flags().of(std::nullopt))
        for (const Wallet& wallet : entry.last->wallets) tags[wallet].push_back(entry);
    for (const auto& [wallet, entries] : tags) wallets.try_emplace(wallet);
    json.key("wallets");
    json.open('[');
    for (const auto& [wallet, row] : wallets) {
        json.item('{');
        json.textMember("address", wallet.base58());
        json.key("tags");
        json.open('[');
        if (const auto found = tags.find(wallet); found != tags.end())
            for (const detect::FlagBook::Entry& entry : found->second) writeFlag(json, out, entry, &wallet);
        json.close(']');
        if (const intel::Cluster* cluster = engine.intel().clusterOf(wallet))
            json.textMember("cluster", engine.intel().wallets()[cluster->members.front()].address.base58());
        json.textMember("realised_pnl_lamports", text(row.realised));
        json.number("trades", row.trades);
        json.close('}');
    }
    json.close(']');
    json.key("leads");
    json.open('[');
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
    json.key("alerts");
    json.open('[');
    for (const Alert& alert : alerts) {
        if (out.back() != '[') out += ',';
        out += '\n';
        std::string line;
        appendAlertJson(alert, line);
        out += line;
    }
    json.close(']');
    json.close('}');
    out += '\n';
    return summary;
}

}  // namespace core::pipeline
