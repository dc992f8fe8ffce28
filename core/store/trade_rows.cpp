// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trade_rows.h"

#include "core/store/columns.h"
#include "core/store/move_rows.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace core::store {
namespace {

std::optional<std::uint8_t> decimalsAt(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{static_cast<std::uint8_t>(row.integer(column))};
}

}  // namespace

const std::string_view kSelectTrades = R"sql(SELECT t.signature, t.path, t.slot, t.tx_index, t.block_time,
    t.received_ns, k.mint, w.address, t.venue, t.pool, t.quote_mint, t.side, t.base_amount, t.quote_amount,
    t.quote_user, t.fee_quote, t.base_decimals, t.quote_decimals, t.route, t.reserve_base, t.reserve_quote,
    t.real_base, t.real_quote, t.base_user
    FROM trades t JOIN tokens k ON k.id = t.token JOIN wallets w ON w.id = t.wallet)sql";
const std::string_view kInChainOrder =
    " ORDER BY coalesce(t.slot, t.block_time), t.tx_index, iif(t.tx_index IS NULL, NULL, t.path), t.id";

Event tradeAt(const Statement& from) {
    Event event;
    event.at = headerAt(from);
    Trade trade;
    trade.mint = keyAt<Mint>(from, 6).value_or(Mint{});
    trade.wallet = keyAt<Wallet>(from, 7).value_or(Wallet{});
    trade.venue = Symbol{from.text(8)};
    trade.pool = keyAt<Pubkey>(from, 9);
    trade.quoteMint = keyAt<Mint>(from, 10).value_or(Mint{});
    trade.side = from.integer(11) == 1 ? Side::Sell : Side::Buy;
    trade.baseAmount = TokenAmount{fromBits(from.integer(12))};
    trade.quoteAmount = TokenAmount{fromBits(from.integer(13))};
    trade.quoteUser = amountAt(from, 14);
    trade.feeQuote = amountAt(from, 15);
    trade.baseDecimals = decimalsAt(from, 16);
    trade.quoteDecimals = decimalsAt(from, 17);
    if (!from.isNull(18)) trade.route = Symbol{from.text(18)};
    if (!from.isNull(19))
        trade.after = Reserves{fromBits(from.integer(19)), fromBits(from.integer(20)), unsignedAt(from, 21),
                               unsignedAt(from, 22)};
    trade.baseUser = amountAt(from, 23);
    event.body = std::move(trade);
    return event;
}

}  // namespace core::store
