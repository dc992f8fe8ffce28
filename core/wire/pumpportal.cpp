// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/pumpportal.h"

#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/model/quote_asset.h"

#include <optional>

namespace core::wire {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kCoinDecimals = 6;
constexpr int kSolDecimals = 9;

// The fields of one message; numbers as their text.
struct Message {
    std::string signature, mint, trader, kind, pool, name, symbol, uri, curve;
    std::string initialBuy, solAmount, tokenAmount, virtualTokens, virtualSol;
    std::string error;
    bool notice = false;
};

Result<Message> readMessage(ondemand::object root) {
    Message message;
    const auto text = [](ondemand::value value, std::string& to) {
        std::string_view view;
        if (value.get_string().get(view) == simdjson::SUCCESS) to = view;
    };
    const auto number = [](ondemand::value value, std::string& to) {
        std::string_view view = value.raw_json_token();
        if (const auto end = view.find_last_not_of(" \t\r\n"); end != std::string_view::npos)
            to = view.substr(0, end + 1);
    };
    for (auto field : root) {
        std::string_view key;
        ondemand::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return fail(ErrorCode::BadJson, "PumpPortal message");
        if (key == "signature")
            text(value, message.signature);
        else if (key == "mint")
            text(value, message.mint);
        else if (key == "traderPublicKey")
            text(value, message.trader);
        else if (key == "txType")
            text(value, message.kind);
        else if (key == "pool")
            text(value, message.pool);
        else if (key == "name")
            text(value, message.name);
        else if (key == "symbol")
            text(value, message.symbol);
        else if (key == "uri")
            text(value, message.uri);
        else if (key == "bondingCurveKey")
            text(value, message.curve);
        else if (key == "initialBuy")
            number(value, message.initialBuy);
        else if (key == "solAmount")
            number(value, message.solAmount);
        else if (key == "tokenAmount")
            number(value, message.tokenAmount);
        else if (key == "vTokensInBondingCurve")
            number(value, message.virtualTokens);
        else if (key == "vSolInBondingCurve")
            number(value, message.virtualSol);
        else if (key == "message")
            message.notice = true;
        else if (key == "errors")
            text(value, message.error);
    }
    return message;
}

Symbol venueOfPool(std::string_view pool) {
    if (pool == "pump") return Symbol{"pumpfun"};
    if (pool == "pump-amm") return Symbol{"pumpswap"};
    if (pool == "bonk") return Symbol{"raydium_launchlab"};
    return Symbol{pool};
}

}  // namespace

std::string sanitizedRemoteText(std::string_view message) {
    return "server said: " + sanitizeText(message, 200);
}

Result<bool> decodePumpPortal(ondemand::parser& parser, simdjson::padded_string_view json,
                              const EventHeader& defaults, std::vector<Event>& out) {
    ondemand::document document;
    ondemand::object root;
    if (parser.iterate(json).get(document) || document.get_object().get(root))
        return fail(ErrorCode::BadJson, "PumpPortal message");
    auto read = readMessage(root);
    if (!read) return read.error();
    Message& message = *read;
    if (!message.error.empty()) return fail(ErrorCode::Remote, sanitizedRemoteText(message.error));
    if (message.kind.empty()) {
        if (message.notice) return false;
        return fail(ErrorCode::BadShape, "a message of no known kind");
    }

    EventHeader at = defaults;
    const auto signature = Signature::fromBase58(message.signature);
    if (!signature) return signature.error();
    at.signature = *signature;
    const auto mint = Mint::fromBase58(message.mint);
    if (!mint) return mint.error();
    if (quoteRank(*mint)) return fail(ErrorCode::BadValue, "PumpPortal names a quote asset as the coin");
    if (message.kind == "migrate") {
        out.push_back({at, Graduated{*mint, Symbol{"pumpfun"}, std::nullopt}});
        return true;
    }
    const bool create = message.kind == "create";
    if (!create && message.kind != "buy" && message.kind != "sell")
        return fail(ErrorCode::BadShape, "PumpPortal txType");
    const auto trader = Wallet::fromBase58(message.trader);
    if (!trader) return trader.error();

    std::optional<Reserves> reserves;
    if (!message.virtualTokens.empty() && !message.virtualSol.empty()) {
        const auto base = scaledDecimal(message.virtualTokens, kCoinDecimals);
        const auto quote = scaledDecimal(message.virtualSol, kSolDecimals);
        if (!base) return base.error();
        if (!quote) return quote.error();
        reserves = Reserves{*base, *quote, std::nullopt, std::nullopt};
    }
    std::optional<Pubkey> curve;
    if (!message.curve.empty()) {
        const auto key = Pubkey::fromBase58(message.curve);
        if (!key) return key.error();
        curve = *key;
    }
    const std::string& baseText = create ? message.initialBuy : message.tokenAmount;
    std::optional<Trade> trade;
    if (!baseText.empty() || !create) {
        if (message.solAmount.empty()) return fail(ErrorCode::BadShape, "PumpPortal trade without solAmount");
        const auto base = scaledDecimal(baseText, kCoinDecimals);
        const auto quote = scaledDecimal(message.solAmount, kSolDecimals);
        if (!base) return base.error();
        if (!quote) return quote.error();
        if (*base != 0 || !create) {
            trade.emplace();
            trade->venue = venueOfPool(message.pool);
            trade->pool = curve;
            trade->mint = *mint;
            trade->quoteMint = wrappedSolMint();
            trade->wallet = *trader;
            trade->side = message.kind == "sell" ? Side::Sell : Side::Buy;
            trade->baseAmount = TokenAmount{*base};
            trade->quoteAmount = TokenAmount{*quote};
            trade->baseDecimals = kCoinDecimals;
            trade->quoteDecimals = kSolDecimals;
            trade->after = reserves;
        }
    }
    if (create) {
        TokenCreated created;
        created.venue = venueOfPool(message.pool);
        created.mint = *mint;
        created.name = std::move(message.name);
        created.symbol = std::move(message.symbol);
        created.uri = std::move(message.uri);
        created.creator = *trader;
        created.bondingCurve = curve;
        created.quoteMint = wrappedSolMint();
        out.push_back({at, std::move(created)});
    }
    if (trade) out.push_back({at, std::move(*trade)});
    return true;
}

}  // namespace core::wire
