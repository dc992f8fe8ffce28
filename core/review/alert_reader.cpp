// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/alert_reader.h"

#include "core/base/text.h"

#include <simdjson.h>

#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace core::review {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kLongestJson = 1'000'000;  // bytes
constexpr std::size_t kMostWallets = 1'000;
constexpr std::size_t kMostEvidence = 256;
constexpr std::size_t kLongestText = 600;  // code points
constexpr std::size_t kLongestName = 64;

std::string textOf(const object& in, std::string_view name, std::size_t longest) {
    std::string_view text;
    if (in[name].get(text) != simdjson::SUCCESS) return {};
    return sanitizeText(text, longest);
}

std::vector<Wallet> walletsOf(const object& in) {
    std::vector<Wallet> out;
    array list;
    if (in["wallets"].get(list) != simdjson::SUCCESS) return out;
    for (const element item : list) {
        std::string_view text;
        if (out.size() >= kMostWallets) break;
        if (item.get(text) != simdjson::SUCCESS) continue;
        if (const auto wallet = Wallet::fromBase58(text)) out.push_back(*wallet);
    }
    return out;
}

// Amounts stand as text, since they go beyond 2^53.
std::optional<TokenAmount> amountOf(const object& in) {
    std::string_view text;
    if (in["amount"].get(text) != simdjson::SUCCESS) return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return TokenAmount{value};
}

std::vector<Evidence> evidenceOf(const object& in) {
    std::vector<Evidence> out;
    array list;
    if (in["evidence"].get(list) != simdjson::SUCCESS) return out;
    for (const element item : list) {
        object one;
        if (out.size() >= kMostEvidence) break;
        if (item.get(one) != simdjson::SUCCESS) continue;
        Evidence made;
        made.kind = textOf(one, "kind", kLongestName);
        std::string_view signature;
        if (one["signature"].get(signature) == simdjson::SUCCESS)
            if (const auto read = Signature::fromBase58(signature)) made.signature = *read;
        std::uint64_t slot = 0;
        if (one["slot"].get(slot) == simdjson::SUCCESS) made.slot = Slot{slot};
        made.wallets = walletsOf(one);
        made.amount = amountOf(one);
        made.text = textOf(one, "text", kLongestText);
        out.push_back(std::move(made));
    }
    return out;
}

AlertGroup groupOf(const object& in) {
    std::string_view name;
    if (in["group"].get(name) == simdjson::SUCCESS)
        for (const AlertGroup group : {AlertGroup::Discovery, AlertGroup::HighSignal})
            if (name == alertGroupName(group)) return group;
    return AlertGroup::Defence;
}

}  // namespace

AlertRecord recordOf(const store::StoredAlert& row) {
    Alert alert;
    alert.rule = sanitizeText(row.rule, kLongestName);
    alert.ruleVersion = row.ruleVersion;
    alert.kind = sanitizeText(row.kind, kLongestName);
    alert.mint = row.mint;
    alert.subject = row.subject;
    if (row.slot) alert.slot = Slot{*row.slot};
    if (row.time) alert.time = BlockTime{*row.time};
    alert.severity = row.severity;
    alert.text = sanitizeText(row.text, kLongestText);
    if (row.confidence && *row.confidence >= 0 && *row.confidence <= 1) alert.confidence = *row.confidence;
    alert.coin = sanitizeText(row.symbol, kLongestName);
    if (alert.coin.empty() && row.mint) alert.coin = shortKey(row.mint->base58());
    if (row.price && row.price->valid()) alert.price = *row.price;

    AlertRecord out;
    simdjson::dom::parser parser;
    object json;
    if (row.json.size() <= kLongestJson && parser.parse(row.json).get(json) == simdjson::SUCCESS) {
        alert.group = groupOf(json);
        alert.wallets = walletsOf(json);
        alert.evidence = evidenceOf(json);
        double price = 0;
        if (json["price"].get(price) == simdjson::SUCCESS && std::isfinite(price) && price > 0) out.price = price;
        double share = 0;
        if (json["supply_share"].get(share) == simdjson::SUCCESS && share >= 0 && share <= 1)
            alert.supplyShare = share;
        // Rows that were stored before there was a column for it.
        if (alert.text.empty()) alert.text = textOf(json, "text", kLongestText);
    }
    out.judgeable = !row.key.empty();
    out.key = out.judgeable ? row.key : '#' + std::to_string(row.id);
    out.verdict = row.verdict;
    out.reason = sanitizeText(row.verdictReason, kLongestText);
    out.alert = std::make_shared<const Alert>(std::move(alert));
    return out;
}

}  // namespace core::review
