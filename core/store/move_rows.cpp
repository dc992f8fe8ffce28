// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/move_rows.h"

#include "core/store/columns.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace core::store {
namespace {

std::optional<std::uint8_t> byteAt(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{static_cast<std::uint8_t>(row.integer(column))};
}

}  // namespace

const std::string_view kSelectMoves = R"sql(SELECT t.signature, t.path, t.slot, t.tx_index, t.block_time,
    t.received_ns, t.kind, k.mint, a.address, b.address, t.amount, t.detail
    FROM moves t LEFT JOIN tokens k ON k.id = t.token LEFT JOIN wallets a ON a.id = t.source
    LEFT JOIN wallets b ON b.id = t.target)sql";
const std::string_view kSelectLiquidity = R"sql(SELECT t.signature, t.path, t.slot, t.tx_index, t.block_time,
    t.received_ns, k.mint, w.address, t.venue, t.pool, t.added, t.base_amount, t.quote_amount, t.quote_mint,
    t.base_decimals, t.quote_decimals, t.reserve_base, t.reserve_quote, t.real_base, t.real_quote
    FROM liquidity t JOIN tokens k ON k.id = t.token JOIN wallets w ON w.id = t.wallet)sql";

EventHeader headerAt(const Statement& row) {
    EventHeader at;
    at.signature = keyAt<Signature>(row, 0);
    if (const auto path = unsignedAt(row, 1)) at.path = EventPath::fromKey(*path);
    if (const auto slot = unsignedAt(row, 2)) at.slot = Slot{*slot};
    if (const auto index = unsignedAt(row, 3)) at.txIndex = static_cast<std::uint32_t>(*index);
    if (!row.isNull(4)) at.blockTime = BlockTime{row.integer(4)};
    if (!row.isNull(5)) at.received = RecvTime{row.integer(5)};
    return at;
}

Event moveAt(const Statement& row) {
    Event event{headerAt(row), SolTransfer{}};
    const auto mint = keyAt<Mint>(row, 7);
    const auto source = keyAt<Wallet>(row, 8);
    const auto target = keyAt<Wallet>(row, 9);
    const std::uint64_t amount = fromBits(row.integer(10));
    const auto kind = row.integer(6);
    if (!mint && kind == static_cast<std::int64_t>(MoveKind::Transfer)) {
        event.body = SolTransfer{source.value_or(Wallet{}), target.value_or(Wallet{}), Lamports{amount}};
    } else if (mint && kind == static_cast<std::int64_t>(MoveKind::Transfer)) {
        event.body = TokenTransfer{*mint, source.value_or(Wallet{}), target.value_or(Wallet{}), TokenAmount{amount},
                                   byteAt(row, 11)};
    } else if (mint && kind == static_cast<std::int64_t>(MoveKind::Mint)) {
        event.body = MintTo{*mint, target.value_or(Wallet{}), source, TokenAmount{amount}};
    } else if (mint && kind == static_cast<std::int64_t>(MoveKind::Burn)) {
        event.body = Burn{*mint, source.value_or(Wallet{}), TokenAmount{amount}};
    } else if (mint && kind == static_cast<std::int64_t>(MoveKind::Authority)) {
        const auto what = byteAt(row, 11).value_or(static_cast<std::uint8_t>(AuthorityKind::Other));
        event.body = AuthorityChanged{
            *mint, static_cast<AuthorityKind>(std::min(what, static_cast<std::uint8_t>(AuthorityKind::Other))),
            source.value_or(Wallet{}), target};
    }
    return event;
}

Event liquidityAt(const Statement& row) {
    LiquidityChange change;
    change.mint = keyAt<Mint>(row, 6).value_or(Mint{});
    change.wallet = keyAt<Wallet>(row, 7).value_or(Wallet{});
    change.venue = Symbol{row.text(8)};
    change.pool = keyAt<Pubkey>(row, 9).value_or(Pubkey{});
    change.added = row.integer(10) != 0;
    change.baseAmount = TokenAmount{fromBits(row.integer(11))};
    change.quoteAmount = TokenAmount{fromBits(row.integer(12))};
    change.quoteMint = keyAt<Mint>(row, 13).value_or(Mint{});
    change.baseDecimals = byteAt(row, 14);
    change.quoteDecimals = byteAt(row, 15);
    if (!row.isNull(16) && !row.isNull(17))
        change.after = Reserves{fromBits(row.integer(16)), fromBits(row.integer(17)), unsignedAt(row, 18),
                                unsignedAt(row, 19)};
    return {headerAt(row), std::move(change)};
}

}  // namespace core::store
