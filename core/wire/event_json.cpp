// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/event_json.h"

#include "core/base/json_text.h"
#include "core/base/text.h"
#include "core/model/quote_asset.h"

#include <simdjson.h>

#include <charconv>

namespace core::wire {
namespace {

namespace dom = simdjson::dom;

class Writer {
public:
    explicit Writer(std::string& out) : m_out(out) { m_out += '{'; }

    void text(std::string_view name, std::string_view value) {
        appendJsonKey(m_out, name);
        appendJsonString(m_out, value);
    }
    void number(std::string_view name, std::uint64_t value) {
        appendJsonKey(m_out, name);
        appendJsonInteger(m_out, value, false);
    }
    void signedNumber(std::string_view name, std::int64_t value) {
        appendJsonKey(m_out, name);
        m_out += std::to_string(value);
    }
    void amount(std::string_view name, TokenAmount value) {
        appendJsonKey(m_out, name);
        appendJsonInteger(m_out, value.value(), true);
    }
    void amount(std::string_view name, const std::optional<TokenAmount>& value) {
        if (value) amount(name, *value);
    }
    template <class Key>
    void key(std::string_view name, const Key& value) {
        text(name, value.base58());
    }
    template <class Key>
    void key(std::string_view name, const std::optional<Key>& value) {
        if (value) text(name, value->base58());
    }
    void decimals(std::string_view name, const std::optional<std::uint8_t>& value) {
        if (value) number(name, *value);
    }
    void real(std::string_view name, double value) {
        appendJsonKey(m_out, name);
        m_out += shortestDouble(value);
    }
    void header(const EventHeader& at) {
        key("signature", at.signature);
        if (at.slot) number("slot", at.slot->value());
        if (at.blockTime) signedNumber("block_time", at.blockTime->value());
        if (at.txIndex) number("tx_index", *at.txIndex);
        if (at.path) text("path", at.path->text());
    }
    void reserves(const std::optional<Reserves>& after) {
        if (!after) return;
        amount("reserve_base", TokenAmount{after->base});
        amount("reserve_quote", TokenAmount{after->quote});
        if (after->realBase) amount("real_base", TokenAmount{*after->realBase});
        if (after->realQuote) amount("real_quote", TokenAmount{*after->realQuote});
    }
    void end() { m_out += '}'; }

private:
    std::string& m_out;
};

void write(const EventHeader& at, const Trade& trade, std::string& out) {
    Writer json{out};
    json.text("type", "trade");
    json.header(at);
    json.text("venue", trade.venue.name());
    json.key("program", trade.program);
    json.key("pool", trade.pool);
    json.key("mint", trade.mint);
    json.key("quote_mint", trade.quoteMint);
    json.key("wallet", trade.wallet);
    json.text("side", trade.side == Side::Buy ? "buy" : "sell");
    json.amount("base_amount", trade.baseAmount);
    json.amount("base_user", trade.baseUser);
    json.decimals("base_decimals", trade.baseDecimals);
    json.amount("quote_amount", trade.quoteAmount);
    json.amount("quote_user", trade.quoteUser);
    json.decimals("quote_decimals", trade.quoteDecimals);
    if (trade.price().valid() && trade.baseDecimals && trade.quoteDecimals)
        json.real("price", trade.price().value(*trade.baseDecimals, *trade.quoteDecimals));
    json.amount("fee_quote", trade.feeQuote);
    if (!trade.route.empty()) json.text("route", trade.route.name());
    json.reserves(trade.after);
    json.key("fee_creator", trade.creator);
    json.end();
}

void write(const EventHeader& at, const TokenCreated& created, std::string& out) {
    Writer json{out};
    json.text("type", "token_created");
    json.header(at);
    json.text("venue", created.venue.name());
    json.key("mint", created.mint);
    json.text("name", created.name);
    json.text("symbol", created.symbol);
    json.text("uri", created.uri);
    json.key("creator", created.creator);
    json.key("fee_creator", created.feeCreator);
    json.key("bonding_curve", created.bondingCurve);
    json.amount("supply", created.supply);
    json.key("quote_mint", created.quoteMint);
    json.reserves(created.reserves);
    json.end();
}

void write(const EventHeader& at, const Graduated& graduated, std::string& out) {
    Writer json{out};
    json.text("type", "graduated");
    json.header(at);
    json.key("mint", graduated.mint);
    json.text("from", graduated.from.name());
    json.key("to_pool", graduated.toPool);
    json.end();
}

void write(const EventHeader& at, const LiquidityChange& change, std::string& out) {
    Writer json{out};
    json.text("type", change.added ? "liquidity_added" : "liquidity_removed");
    json.header(at);
    json.text("venue", change.venue.name());
    json.key("pool", change.pool);
    json.key("mint", change.mint);
    json.key("quote_mint", change.quoteMint);
    json.key("wallet", change.wallet);
    json.amount("base_amount", change.baseAmount);
    json.decimals("base_decimals", change.baseDecimals);
    json.amount("quote_amount", change.quoteAmount);
    json.decimals("quote_decimals", change.quoteDecimals);
    json.reserves(change.after);
    json.end();
}

void write(const EventHeader& at, const TokenTransfer& transfer, std::string& out) {
    Writer json{out};
    json.text("type", "token_transfer");
    json.header(at);
    json.key("mint", transfer.mint);
    json.key("from", transfer.from);
    json.key("to", transfer.to);
    json.amount("base_amount", transfer.amount);
    json.decimals("base_decimals", transfer.decimals);
    json.end();
}

void write(const EventHeader& at, const SolTransfer& transfer, std::string& out) {
    Writer json{out};
    json.text("type", "sol_transfer");
    json.header(at);
    json.key("from", transfer.from);
    json.key("to", transfer.to);
    json.amount("amount", TokenAmount{transfer.amount.value()});
    json.end();
}

void write(const EventHeader& at, const MintTo& minted, std::string& out) {
    Writer json{out};
    json.text("type", "mint_to");
    json.header(at);
    json.key("mint", minted.mint);
    json.key("to", minted.to);
    json.key("authority", minted.authority);
    json.amount("base_amount", minted.amount);
    json.end();
}

void write(const EventHeader& at, const Burn& burn, std::string& out) {
    Writer json{out};
    json.text("type", "burn");
    json.header(at);
    json.key("mint", burn.mint);
    json.key("wallet", burn.wallet);
    json.amount("base_amount", burn.amount);
    json.end();
}

constexpr std::array kAuthorities{
    std::pair{AuthorityKind::MintTokens, std::string_view{"mint_tokens"}},
    std::pair{AuthorityKind::FreezeAccount, std::string_view{"freeze_account"}},
    std::pair{AuthorityKind::AccountOwner, std::string_view{"account_owner"}},
    std::pair{AuthorityKind::CloseAccount, std::string_view{"close_account"}},
    std::pair{AuthorityKind::Other, std::string_view{"other"}},
};

void write(const EventHeader& at, const AuthorityChanged& change, std::string& out) {
    Writer json{out};
    json.text("type", "authority_changed");
    json.header(at);
    json.key("mint", change.mint);
    for (const auto& [kind, name] : kAuthorities)
        if (kind == change.kind) json.text("authority", name);
    json.key("from", change.from);
    json.key("to", change.to);
    json.end();
}

// Reads members of one event line; the first failure is kept and names its member.
class Reader {
public:
    explicit Reader(dom::object object) : m_object(object) {}

    std::optional<Error> error;

    bool text(std::string_view name, std::string& to, bool required) {
        std::string_view view;
        const auto code = m_object[name].get(view);
        if (code == simdjson::SUCCESS) {
            to = view;
            return true;
        }
        absent(name, code, required);
        return false;
    }
    std::optional<std::uint64_t> integer(std::string_view name, bool required) {
        dom::element element;
        if (const auto code = m_object[name].get(element)) {
            absent(name, code, required);
            return std::nullopt;
        }
        if (element.is_null()) {
            if (required) refuse(ErrorCode::BadValue, name);
            return std::nullopt;
        }
        std::uint64_t value = 0;
        std::string_view view;
        if (element.get(value) == simdjson::SUCCESS) return value;
        if (element.get(view) == simdjson::SUCCESS) {
            const auto parsed = std::from_chars(view.data(), view.data() + view.size(), value);
            if (parsed.ec == std::errc{} && parsed.ptr == view.data() + view.size()) return value;
            refuse(parsed.ec == std::errc::result_out_of_range ? ErrorCode::Overflow : ErrorCode::BadValue, name);
            return std::nullopt;
        }
        refuse(ErrorCode::BadValue, name);
        return std::nullopt;
    }
    std::optional<std::uint8_t> decimals(std::string_view name) {
        const auto value = integer(name, false);
        if (!value) return std::nullopt;
        // A mint may have any number of them that fits its byte.
        if (*value > 255) {
            refuse(ErrorCode::BadValue, name);
            return std::nullopt;
        }
        return static_cast<std::uint8_t>(*value);
    }
    std::optional<TokenAmount> amount(std::string_view name, bool required) {
        const auto value = integer(name, required);
        return value ? std::optional{TokenAmount{*value}} : std::nullopt;
    }
    template <class Key>
    std::optional<Key> key(std::string_view name, bool required) {
        std::string_view view;
        if (const auto code = m_object[name].get(view)) {
            absent(name, code, required);
            return std::nullopt;
        }
        auto parsed = Key::fromBase58(view);
        if (parsed) return *parsed;
        refuse(ErrorCode::BadEncoding, name);
        return std::nullopt;
    }
    EventHeader header() {
        EventHeader at;
        at.signature = key<Signature>("signature", false);
        if (const auto slot = integer("slot", false)) at.slot = Slot{*slot};
        std::int64_t time = 0;
        double fractional = 0;
        dom::element element;
        if (m_object["block_time"].get(element) == simdjson::SUCCESS && !element.is_null()) {
            if (element.get(time) == simdjson::SUCCESS)
                at.blockTime = BlockTime{time};
            else if (element.get(fractional) == simdjson::SUCCESS && fractional > -1e15 && fractional < 1e15)
                at.blockTime = BlockTime{static_cast<std::int64_t>(fractional)};
            else
                refuse(ErrorCode::BadValue, "block_time");
        }
        if (const auto index = integer("tx_index", false)) {
            if (const auto narrowed = narrow<std::uint32_t>(*index))
                at.txIndex = *narrowed;
            else
                refuse(ErrorCode::Overflow, "tx_index");
        }
        std::string path;
        if (text("path", path, false)) {
            const auto parsed = EventPath::parse(path);
            if (parsed)
                at.path = *parsed;
            else
                refuse(ErrorCode::BadEncoding, "path");
        }
        return at;
    }
    std::optional<Reserves> reserves() {
        const auto base = integer("reserve_base", false);
        const auto quote = integer("reserve_quote", false);
        if (!base || !quote) return std::nullopt;
        return Reserves{*base, *quote, integer("real_base", false), integer("real_quote", false)};
    }
    Symbol symbol(std::string_view name) {
        std::string value;
        return text(name, value, false) ? Symbol{value} : Symbol{};
    }

private:
    void absent(std::string_view name, simdjson::error_code code, bool required) {
        if (code == simdjson::NO_SUCH_FIELD && !required) return;
        dom::element element;
        if (!required && m_object[name].get(element) == simdjson::SUCCESS && element.is_null()) return;
        refuse(code == simdjson::NO_SUCH_FIELD ? ErrorCode::BadShape : ErrorCode::BadValue, name);
    }
    void refuse(ErrorCode code, std::string_view name) {
        if (!error) error = fail(code, "event line: " + std::string{name});
    }

    dom::object m_object;
};

Trade readTrade(Reader& json) {
    Trade trade;
    trade.venue = json.symbol("venue");
    trade.program = json.key<Pubkey>("program", false);
    trade.pool = json.key<Pubkey>("pool", false);
    trade.mint = json.key<Mint>("mint", true).value_or(Mint{});
    trade.quoteMint = json.key<Mint>("quote_mint", false).value_or(wrappedSolMint());
    trade.wallet = json.key<Wallet>("wallet", true).value_or(Wallet{});
    std::string side;
    json.text("side", side, true);
    if (side != "buy" && side != "sell" && !json.error) json.error = fail(ErrorCode::BadValue, "event line: side");
    trade.side = side == "sell" ? Side::Sell : Side::Buy;
    trade.baseAmount = json.amount("base_amount", true).value_or(TokenAmount{});
    trade.quoteAmount = json.amount("quote_amount", true).value_or(TokenAmount{});
    trade.baseDecimals = json.decimals("base_decimals");
    trade.quoteDecimals = json.decimals("quote_decimals");
    if (!trade.quoteDecimals) {
        if (const QuoteAsset* asset = quoteAsset(trade.quoteMint)) trade.quoteDecimals = asset->decimals;
    }
    trade.baseUser = json.amount("base_user", false);
    trade.quoteUser = json.amount("quote_user", false);
    trade.feeQuote = json.amount("fee_quote", false);
    trade.route = json.symbol("route");
    trade.after = json.reserves();
    trade.creator = json.key<Wallet>("fee_creator", false);
    return trade;
}

TokenCreated readCreated(Reader& json) {
    TokenCreated created;
    created.venue = json.symbol("venue");
    created.mint = json.key<Mint>("mint", true).value_or(Mint{});
    json.text("name", created.name, false);
    json.text("symbol", created.symbol, false);
    json.text("uri", created.uri, false);
    created.creator = json.key<Wallet>("creator", false);
    created.feeCreator = json.key<Wallet>("fee_creator", false);
    created.bondingCurve = json.key<Pubkey>("bonding_curve", false);
    created.supply = json.amount("supply", false);
    created.quoteMint = json.key<Mint>("quote_mint", false);
    created.reserves = json.reserves();
    return created;
}

LiquidityChange readLiquidity(Reader& json, bool added) {
    LiquidityChange change;
    change.venue = json.symbol("venue");
    change.pool = json.key<Pubkey>("pool", true).value_or(Pubkey{});
    change.mint = json.key<Mint>("mint", true).value_or(Mint{});
    change.quoteMint = json.key<Mint>("quote_mint", false).value_or(wrappedSolMint());
    change.wallet = json.key<Wallet>("wallet", true).value_or(Wallet{});
    change.added = added;
    change.baseAmount = json.amount("base_amount", true).value_or(TokenAmount{});
    change.quoteAmount = json.amount("quote_amount", true).value_or(TokenAmount{});
    change.baseDecimals = json.decimals("base_decimals");
    change.quoteDecimals = json.decimals("quote_decimals");
    change.after = json.reserves();
    return change;
}

TokenTransfer readTransfer(Reader& json) {
    TokenTransfer transfer;
    transfer.mint = json.key<Mint>("mint", true).value_or(Mint{});
    transfer.from = json.key<Wallet>("from", true).value_or(Wallet{});
    transfer.to = json.key<Wallet>("to", true).value_or(Wallet{});
    transfer.amount = json.amount("base_amount", true).value_or(TokenAmount{});
    transfer.decimals = json.decimals("base_decimals");
    return transfer;
}

SolTransfer readSolTransfer(Reader& json) {
    SolTransfer transfer;
    transfer.from = json.key<Wallet>("from", true).value_or(Wallet{});
    transfer.to = json.key<Wallet>("to", true).value_or(Wallet{});
    transfer.amount = Lamports{json.amount("amount", true).value_or(TokenAmount{}).value()};
    return transfer;
}

MintTo readMintTo(Reader& json) {
    MintTo minted;
    minted.mint = json.key<Mint>("mint", true).value_or(Mint{});
    minted.to = json.key<Wallet>("to", true).value_or(Wallet{});
    minted.authority = json.key<Wallet>("authority", false);
    minted.amount = json.amount("base_amount", true).value_or(TokenAmount{});
    return minted;
}

Burn readBurn(Reader& json) {
    Burn burn;
    burn.mint = json.key<Mint>("mint", true).value_or(Mint{});
    burn.wallet = json.key<Wallet>("wallet", true).value_or(Wallet{});
    burn.amount = json.amount("base_amount", true).value_or(TokenAmount{});
    return burn;
}

AuthorityChanged readAuthorityChanged(Reader& json) {
    AuthorityChanged change;
    change.mint = json.key<Mint>("mint", true).value_or(Mint{});
    std::string authority;
    json.text("authority", authority, true);
    for (const auto& [kind, name] : kAuthorities)
        if (name == authority) change.kind = kind;
    change.from = json.key<Wallet>("from", true).value_or(Wallet{});
    change.to = json.key<Wallet>("to", false);
    return change;
}

}  // namespace

void appendEventJson(const Event& event, std::string& out) {
    std::visit([&](const auto& body) { write(event.at, body, out); }, event.body);
}

Result<std::optional<Event>> readEventJson(const dom::element& line) {
    dom::object object;
    if (line.get(object)) return fail(ErrorCode::BadShape, "event line: not an object");
    Reader json{object};
    std::string type;
    if (!json.text("type", type, true)) return *json.error;
    Event event;
    if (type == "trade") {
        event.body = readTrade(json);
    } else if (type == "token_created") {
        event.body = readCreated(json);
    } else if (type == "graduated") {
        Graduated graduated;
        graduated.mint = json.key<Mint>("mint", true).value_or(Mint{});
        graduated.from = json.symbol("from");
        graduated.toPool = json.key<Pubkey>("to_pool", false);
        event.body = graduated;
    } else if (type == "liquidity_added" || type == "liquidity_removed") {
        event.body = readLiquidity(json, type == "liquidity_added");
    } else if (type == "token_transfer") {
        event.body = readTransfer(json);
    } else if (type == "sol_transfer") {
        event.body = readSolTransfer(json);
    } else if (type == "mint_to") {
        event.body = readMintTo(json);
    } else if (type == "burn") {
        event.body = readBurn(json);
    } else if (type == "authority_changed") {
        event.body = readAuthorityChanged(json);
    } else {
        // Types of later versions and of other tools pass by; they are counted, not refused.
        return std::optional<Event>{};
    }
    event.at = json.header();
    if (json.error) return *json.error;
    return std::optional<Event>{std::move(event)};
}

}  // namespace core::wire
