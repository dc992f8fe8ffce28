// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/analysis_json.h"

#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/detect/registry.h"

#include <algorithm>

namespace core::pipeline {
namespace {

std::string_view ruleVersion(std::string_view kind) {
    for (const detect::DetectorInfo& info : detect::detectors())
        if (info.kind == kind) return info.version;
    return {};
}

void writeEvidence(JsonWriter& json, const std::vector<Evidence>& list) {
    json.openMember("evidence", '[');
    for (const Evidence& evidence : list) {
        json.next();
        json.open('{');
        json.textMember("kind", evidence.kind);
        if (evidence.signature) json.textMember("signature", evidence.signature->base58());
        if (evidence.slot) json.number("slot", evidence.slot->value());
        json.openMember("wallets", '[');
        for (const Wallet& wallet : evidence.wallets) {
            json.next();
            json.text(wallet.base58());
        }
        json.close(']');
        if (evidence.amount) json.amount("amount", evidence.amount->value());
        json.textMember("text", evidence.text);
        json.close('}');
    }
    json.close(']');
}

void writeWallets(JsonWriter& json, const std::vector<Wallet>& wallets) {
    json.openMember("wallets", '[');
    for (const Wallet& wallet : wallets) {
        json.next();
        json.text(wallet.base58());
    }
    json.close(']');
}

}  // namespace

void appendFlagJson(const Flag& since, const Flag& flag, const Wallet* only, std::string& out) {
    JsonWriter json{out};
    json.open('{');
    json.textMember("kind", flag.kind);
    if (only != nullptr && flag.mint) json.textMember("mint", flag.mint->base58());
    json.real("confidence", flag.confidence);
    if (flag.withdrawn) json.boolean("withdrawn", true);
    if (since.slot) json.number("since_slot", since.slot->value());
    if (since.time) json.textMember("since_time", rfc3339(since.time->value()));
    json.real("value", flag.value);
    json.textMember("unit", flag.unit);
    json.textMember("rule", flag.rule);
    json.textMember("rule_version", ruleVersion(flag.kind));
    writeWallets(json, only != nullptr ? std::vector<Wallet>{*only} : flag.wallets);
    if (only == nullptr) {
        writeEvidence(json, flag.evidence);
    } else {
        std::vector<Evidence> own;
        for (const Evidence& evidence : flag.evidence)
            if (std::find(evidence.wallets.begin(), evidence.wallets.end(), *only) != evidence.wallets.end())
                own.push_back(evidence);
        writeEvidence(json, own);
    }
    json.openMember("against", '[');
    for (const std::string& line : flag.against) {
        json.next();
        json.text(line);
    }
    json.close(']');
    json.close('}');
}

void appendClusterJson(const intel::Cluster& group, const intel::Intel& who,
                       std::span<const ledger::TokenLedger* const> coins, std::string& out) {
    const intel::Cluster* cluster = &group;
    JsonWriter json{out};
    json.open('{');
    const auto address = [&](intel::WalletId id) { return who.wallets()[id].address.base58(); };
    json.textMember("id", address(cluster->members.front()));
    json.real("confidence", who.links().confidence(*cluster));
    json.openMember("wallets", '[');
    for (const intel::WalletId member : cluster->members) {
        json.next();
        json.open('{');
        json.textMember("address", address(member));
        json.real("membership", who.links().membership(member));
        json.close('}');
    }
    json.close(']');
    json.openMember("links", '[');
    for (const intel::Link* link : who.links().linksIn(*cluster)) {
        for (std::size_t kind = 0; kind < intel::kLinkKinds; ++kind) {
            if (link->llr[kind] <= 0) continue;
            json.next();
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
            writeEvidence(json, list);
            json.close('}');
        }
    }
    json.close(']');
    json.openMember("mints", '[');
    for (const ledger::TokenLedger* coin : coins) {
        const auto holds = std::count_if(
            cluster->members.begin(), cluster->members.end(),
            [&](intel::WalletId member) { return coin->positions.contains(who.wallets()[member].address); });
        if (holds < 2) continue;
        json.next();
        json.text(coin->mint().base58());
    }
    json.close(']');
    json.close('}');
}

void appendAlertJson(const Alert& alert, std::string& out) {
    JsonWriter json{out};
    json.open('{');
    json.textMember("rule", alert.rule);
    json.number("rule_version", alert.ruleVersion);
    json.textMember("group", alertGroupName(alert.group));
    json.textMember("kind", alert.kind);
    if (alert.mint) json.textMember("mint", alert.mint->base58());
    json.openMember("wallets", '[');
    for (const Wallet& wallet : alert.wallets) {
        json.next();
        json.text(wallet.base58());
    }
    json.close(']');
    if (alert.slot) json.number("slot", alert.slot->value());
    if (alert.time) json.textMember("time", rfc3339(alert.time->value()));
    json.textMember("severity", severityName(alert.severity));
    json.textMember("text", alert.text);
    json.real("confidence", alert.confidence);
    if (alert.price.valid()) json.real("price", alert.price.value(alert.baseDecimals, alert.quoteDecimals));
    if (alert.supplyShare) json.real("supply_share", *alert.supplyShare);
    writeEvidence(json, alert.evidence);
    json.close('}');
}

}  // namespace core::pipeline
