// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliver/message_template.h"

#include "core/alert/words.h"
#include "core/base/json_text.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace core::deliver {
namespace {

constexpr std::size_t kMostName = 40;  // characters
constexpr std::size_t kMostText = 400;

struct Name {
    std::string_view name;
    std::string (*value)(const Alert&);
};

constexpr std::string_view kUnknown = "unknown";

// One line adds a name.
constexpr std::array kNames{
    Name{"coin", [](const Alert& alert) { return sanitizeText(alert.coin, kMostName); }},
    Name{"confidence", [](const Alert& alert) { return fmt::format("{:.0f}%", alert.confidence * 100); }},
    Name{"group", [](const Alert& alert) { return std::string{alertGroupName(alert.group)}; }},
    Name{"kind", [](const Alert& alert) { return sanitizeText(alert.kind, kMostName); }},
    Name{"mint", [](const Alert& alert) { return alert.mint ? alert.mint->base58() : std::string{kUnknown}; }},
    Name{"price",
         [](const Alert& alert) {
             return alert.price.valid()
                        ? fmt::format("{:.6g}", alert.price.value(alert.baseDecimals, alert.quoteDecimals))
                        : std::string{kUnknown};
         }},
    Name{"rule", [](const Alert& alert) { return sanitizeText(alert.rule, kMostName); }},
    Name{"severity", [](const Alert& alert) { return std::string{severityName(alert.severity)}; }},
    Name{"share",
         [](const Alert& alert) {
             return alert.supplyShare ? fmt::format("{:.2f}%", *alert.supplyShare * 100) : std::string{kUnknown};
         }},
    Name{"slot",
         [](const Alert& alert) {
             return alert.slot ? std::to_string(alert.slot->value()) : std::string{kUnknown};
         }},
    Name{"text", [](const Alert& alert) { return sanitizeText(alert.text, kMostText); }},
    Name{"time",
         [](const Alert& alert) { return alert.time ? rfc3339(alert.time->value()) : std::string{kUnknown}; }},
    Name{"version", [](const Alert& alert) { return std::to_string(alert.ruleVersion); }},
    Name{"wallets", [](const Alert& alert) { return std::to_string(alert.wallets.size()); }},
};

std::string escaped(std::string text, Escape escape) {
    switch (escape) {
        case Escape::None: return text;
        case Escape::Json: {
            std::string out;
            appendJsonString(out, text);
            return out.substr(1, out.size() - 2);
        }
        case Escape::Markdown: {
            std::string out;
            for (const char c : text) {
                if (std::string_view{"\\*_~`|>#[]()<@:-"}.find(c) != std::string_view::npos) out += '\\';
                out += c;
            }
            return out;
        }
    }
    return text;
}

}  // namespace

std::vector<std::string_view> MessageTemplate::names() {
    std::vector<std::string_view> out;
    for (const Name& name : kNames) out.push_back(name.name);
    return out;
}

Result<MessageTemplate> MessageTemplate::parse(std::string_view text) {
    if (text.size() > kLongest) return fail(ErrorCode::TooLarge, fmt::format("more than {} bytes", kLongest));
    MessageTemplate out;
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool twice = at + 1 < text.size() && text[at + 1] == c;
        if ((c != '{' && c != '}') || twice) {
            plain += c;
            at += c == '{' || c == '}' ? 1U : 0U;
            continue;
        }
        const std::size_t end = c == '{' ? text.find('}', at) : std::string_view::npos;
        if (end == std::string_view::npos)
            return fail(ErrorCode::BadValue, fmt::format("the brace at byte {} has no other; write it twice", at));
        const std::string_view name = text.substr(at + 1, end - at - 1);
        const auto known = names();
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string_view meant = alert::nearest(name, known);
            return fail(ErrorCode::BadValue,
                        fmt::format("{{{}}} is no name{}", sanitizeText(name, kMostName),
                                    meant.empty() ? std::string{} : fmt::format("; did you mean {{{}}}?", meant)));
        }
        if (!plain.empty()) out.m_pieces.push_back({std::exchange(plain, {}), false});
        out.m_pieces.push_back({std::string{name}, true});
        at = end;
    }
    if (!plain.empty()) out.m_pieces.push_back({std::move(plain), false});
    return out;
}

std::string MessageTemplate::fill(const Alert& alert, Escape escape) const {
    std::string out;
    for (const Piece& piece : m_pieces) {
        if (!piece.name) {
            out += piece.text;
            continue;
        }
        const auto name =
            std::find_if(kNames.begin(), kNames.end(), [&](const Name& each) { return each.name == piece.text; });
        out += escaped(name->value(alert), escape);
    }
    return out;
}

}  // namespace core::deliver
