// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/label_text.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace core::labels {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "cabalscope.labels/1";
constexpr int kDeepest = 16;
constexpr std::array kColumns{"kind", "address", "name",    "color",   "tags",
                              "note", "group",   "watched", "blocked", "alerts",  "wallets"};

std::string_view trimmed(std::string_view text) {
    const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && space(text.front())) text.remove_prefix(1);
    while (!text.empty() && space(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<Pubkey> addressIn(std::string_view text) {
    text = trimmed(text);
    constexpr std::size_t kShortest = 32;
    constexpr std::size_t kLongest = 44;
    if (text.size() < kShortest || text.size() > kLongest) return std::nullopt;
    const auto address = Pubkey::fromBase58(text);
    return address ? std::optional{*address} : std::nullopt;
}

std::optional<LabelKind> kindIn(std::string_view text) {
    for (const LabelKind kind : {LabelKind::Wallet, LabelKind::Coin, LabelKind::Crew})
        if (text == kindName(kind)) return kind;
    return std::nullopt;
}

std::optional<std::uint32_t> colorIn(std::string_view text) {
    text = trimmed(text);
    if (!text.empty() && text.front() == '#') text.remove_prefix(1);
    if (text.size() != 6) return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

std::vector<std::string> split(std::string_view text, char by) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(by), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty()) out.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

void skip(ReadLabels& out, std::string why) {
    if (out.skipped++ == 0) out.firstSkipped = std::move(why);
}

/// RFC 4180: fields of one record; moves `text` behind it.
std::vector<std::string> nextRecord(std::string_view& text) {
    std::vector<std::string> out(1);
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c != '"')
                out.back() += c;
            else if (at + 1 < text.size() && text[at + 1] == '"')
                out.back() += text[++at];
            else
                quoted = false;
        } else if (c == '"' && out.back().empty()) {
            quoted = true;
        } else if (c == ',' || c == '\t') {
            out.emplace_back();
        } else if (c == '\n') {
            break;
        } else if (c != '\r') {
            out.back() += c;
        }
    }
    text.remove_prefix(std::min(at + 1, text.size()));
    for (std::string& field : out)
        // What an export put there against formulas.
        if (field.size() > 1 && field[0] == '\'' &&
            std::string_view{"=+-@"}.find(field[1]) != std::string_view::npos)
            field.erase(0, 1);
    return out;
}

Label fromFields(const std::map<std::string, std::string>& fields, const Pubkey& address) {
    const auto get = [&](const char* name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string{} : found->second;
    };
    Label label;
    label.key = {kindIn(get("kind")).value_or(LabelKind::Wallet), address};
    label.name = get("name");
    label.color = colorIn(get("color"));
    label.tags = split(get("tags"), ';');
    label.note = get("note");
    label.group = get("group");
    label.watched = get("watched") == "true";
    label.blocked = get("blocked") == "true";
    label.alerts = get("alerts") == "true";
    for (const std::string& wallet : split(get("wallets"), ';'))
        if (const auto one = addressIn(wallet)) label.wallets.emplace_back(*one);
    return label;
}

ReadLabels readLines(std::string_view text) {
    ReadLabels out;
    std::vector<std::string> head;
    for (std::size_t line = 1; !text.empty(); ++line) {
        std::vector<std::string> record = nextRecord(text);
        const std::string_view first = trimmed(record.front());
        if (record.size() == 1 && (first.empty() || first.front() == '#')) continue;
        if (line == 1 && std::find(record.begin(), record.end(), "address") != record.end()) {
            head = std::move(record);
            continue;
        }
        if (!head.empty()) {
            std::map<std::string, std::string> fields;
            for (std::size_t i = 0; i < std::min(head.size(), record.size()); ++i) fields[head[i]] = record[i];
            if (const auto address = addressIn(fields["address"])) {
                Label label = fromFields(fields, *address);
                // A list of addresses and names from elsewhere is a list to watch.
                if (!fields.contains("watched")) label.watched = true;
                out.labels.push_back(std::move(label));
            } else {
                skip(out, fmt::format("line {}: no address", line));
            }
            continue;
        }
        Label label;
        auto address = addressIn(first);
        if (address) {
            if (record.size() > 1) label.name = trimmed(record[1]);
        } else if (const std::size_t end = first.find_first_of(" :;"); end != std::string_view::npos) {
            address = addressIn(first.substr(0, end));
            label.name = trimmed(first.substr(end + 1));
        }
        if (!address) {
            skip(out, fmt::format("line {}: no address", line));
            continue;
        }
        label.key.address = *address;
        label.watched = true;
        out.labels.push_back(std::move(label));
    }
    return out;
}

std::string textOf(const Json& object, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto found = object.find(name);
        if (found != object.end() && found->is_string()) return found->get<std::string>();
    }
    return {};
}

bool truth(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::optional<Label> fromObject(const Json& object, bool own) {
    const auto address = addressIn(
        textOf(object, {"address", "wallet", "wallet_address", "walletAddress", "trackedWalletAddress", "mint"}));
    if (!address) return std::nullopt;
    Label label;
    label.key = {kindIn(textOf(object, {"kind"})).value_or(LabelKind::Wallet), *address};
    label.name = textOf(object, {"name", "label", "remark", "nickname"});
    const std::string emoji = textOf(object, {"emoji"});
    if (!emoji.empty()) label.name = label.name.empty() ? emoji : emoji + " " + label.name;
    label.color = colorIn(textOf(object, {"color"}));
    label.note = textOf(object, {"note", "notes"});
    label.group = textOf(object, {"group"});
    for (const char* name : {"tags", "groups"})
        if (const auto list = object.find(name); list != object.end() && list->is_array())
            for (const Json& tag : *list)
                if (tag.is_string() && label.tags.size() < Label::kMostTags)
                    label.tags.push_back(tag.get<std::string>());
    label.watched = own ? truth(object, "watched") : true;
    label.blocked = truth(object, "blocked");
    label.alerts = own && truth(object, "alerts");
    if (const auto list = object.find("wallets"); list != object.end() && list->is_array())
        for (const Json& wallet : *list)
            if (wallet.is_string() && label.wallets.size() < Label::kMostWallets)
                if (const auto one = addressIn(wallet.get<std::string>())) label.wallets.emplace_back(*one);
    return label;
}

Result<ReadLabels> readJson(std::string_view text) {
    bool deep = false;
    const Json::parser_callback_t shallow = [&deep](int depth, Json::parse_event_t, Json&) {
        deep = deep || depth > kDeepest;
        return depth <= kDeepest;
    };
    const Json document = Json::parse(text, shallow, false);
    if (document.is_discarded()) return fail(ErrorCode::BadJson, "the list is no JSON, or it is cut short");
    if (deep) return fail(ErrorCode::TooDeep, "the list is nested too deeply");
    const bool own = document.is_object() && textOf(document, {"schema"}) == kSchema;
    const Json* list = &document;
    if (document.is_object())
        for (const char* name : {"labels", "wallets", "data", "list"})
            if (const auto found = document.find(name); found != document.end() && found->is_array()) {
                list = &*found;
                break;
            }
    if (!list->is_array()) return fail(ErrorCode::BadShape, "the JSON holds no list of wallets");
    ReadLabels out;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json& entry = (*list)[i];
        std::optional<Label> label;
        if (entry.is_object()) {
            label = fromObject(entry, own);
        } else if (entry.is_string()) {
            if (const auto address = addressIn(entry.get<std::string>())) {
                label.emplace();
                label->key.address = *address;
                label->watched = true;
            }
        }
        if (label)
            out.labels.push_back(*std::move(label));
        else
            skip(out, fmt::format("entry {}: no address", i + 1));
    }
    return out;
}

std::string cell(std::string text) {
    if (!text.empty() && std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n\t") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ";") + part;
    return out;
}

}  // namespace

Result<ReadLabels> readLabels(std::string_view text) {
    if (text.size() > kLargestList) return fail(ErrorCode::TooLarge, "the list is larger than 32 MB");
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const std::string valid = validUtf8(text);
    text = trimmed(valid);
    if (text.empty()) return fail(ErrorCode::BadShape, "the list is empty");
    Result<ReadLabels> out = text.front() == '[' || text.front() == '{' ? readJson(text) : readLines(text);
    if (out && out->labels.empty())
        return fail(ErrorCode::BadShape, "no line or entry of the list holds an address");
    return out;
}

std::string writeCsv(const std::vector<Label>& labels) {
    std::string out;
    for (const char* column : kColumns) out += (out.empty() ? "" : ",") + std::string(column);
    out += "\r\n";
    for (const Label& label : labels) {
        std::vector<std::string> wallets;
        for (const Wallet& wallet : label.wallets) wallets.push_back(wallet.base58());
        const std::array<std::string, kColumns.size()> cells{
            std::string(kindName(label.key.kind)),
            label.key.address.base58(),
            label.name,
            label.color ? fmt::format("#{:06x}", *label.color) : std::string{},
            joined(label.tags),
            label.note,
            label.group,
            label.watched ? "true" : "false",
            label.blocked ? "true" : "false",
            label.alerts ? "true" : "false",
            joined(wallets)};
        for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + cell(cells[i]);
        out += "\r\n";
    }
    return out;
}

std::string writeJson(const std::vector<Label>& labels) {
    Json list = Json::array();
    for (const Label& label : labels) {
        Json entry = Json::object();
        entry["kind"] = kindName(label.key.kind);
        entry["address"] = label.key.address.base58();
        if (!label.name.empty()) entry["name"] = label.name;
        if (label.color) entry["color"] = fmt::format("#{:06x}", *label.color);
        if (!label.tags.empty()) entry["tags"] = label.tags;
        if (!label.note.empty()) entry["note"] = label.note;
        if (!label.group.empty()) entry["group"] = label.group;
        entry["watched"] = label.watched;
        entry["blocked"] = label.blocked;
        if (label.alerts) entry["alerts"] = true;
        if (!label.wallets.empty()) {
            Json wallets = Json::array();
            for (const Wallet& wallet : label.wallets) wallets.push_back(wallet.base58());
            entry["wallets"] = std::move(wallets);
        }
        list.push_back(std::move(entry));
    }
    Json document = Json::object();
    document["schema"] = kSchema;
    document["labels"] = std::move(list);
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace core::labels
