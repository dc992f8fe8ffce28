// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/native_events.h"

#include "core/base/checked_math.h"
#include "core/model/quote_asset.h"
#include "core/wire/dex/registry.h"
#include "core/wire/known_programs.h"
#include "core/wire/raw_event.h"

#include <limits>

namespace core::wire {
namespace {

class NativeEvents {
public:
    NativeEvents(const TransactionView& transaction, const TransactionFacts& facts, const EventHeader& at,
                 std::vector<Event>& out)
        : m_transaction(transaction), m_facts(facts), m_at(at), m_out(out) {}

    void append() {
        for (const TokenMove& move : m_facts.tokenMoves()) tokens(move);
        for (const SolMove& move : m_facts.solMoves()) lamports(move);
        for (const AccountClosed& closed : m_facts.closed()) unwrapped(closed);
        for (const AuthorityMove& move : m_facts.authorities()) authority(move);
    }

private:
    // Work of a venue or an aggregator is told by its own events.
    [[nodiscard]] bool insideProgram(std::uint32_t index) const {
        for (std::size_t i = index;;) {
            const std::size_t caller = callerOf(m_transaction, i);
            if (caller == i) return false;
            const Pubkey& program = m_transaction.programOf(m_transaction.instructions[caller]);
            if (venueOf(program) != nullptr || !routeOf(program).empty()) return true;
            i = caller;
        }
    }
    [[nodiscard]] std::optional<Wallet> ownerOf(std::uint16_t account) const {
        const TokenAccount* known = m_facts.account(account);
        return known != nullptr ? known->owner : std::nullopt;
    }
    // A wallet, or the wallet behind a token account.
    [[nodiscard]] Wallet holderOf(std::uint16_t account) const {
        return ownerOf(account).value_or(Wallet{m_transaction.keys[account]});
    }
    template <class Body>
    void add(std::uint32_t index, Body body) {
        const InstructionView& instruction = m_transaction.instructions[index];
        EventHeader at = m_at;
        at.path = EventPath{instruction.top, instruction.inner, 0};
        m_out.push_back(Event{at, std::move(body)});
    }

    void tokens(const TokenMove& move) {
        if (!move.mint || move.amount == 0 || insideProgram(move.instruction)) return;
        if (move.source == TokenMove::kNowhere) {
            const auto to = ownerOf(move.destination);
            if (!to) return;
            add(move.instruction,
                MintTo{*move.mint, *to, Wallet{m_transaction.keys[move.authority]}, TokenAmount{move.amount}});
            return;
        }
        const auto from = ownerOf(move.source);
        if (move.destination == TokenMove::kNowhere) {
            if (from) add(move.instruction, Burn{*move.mint, *from, TokenAmount{move.amount}});
            return;
        }
        const auto to = ownerOf(move.destination);
        if (!from || !to || *from == *to) return;
        const std::uint64_t arrived = move.amount - std::min(move.amount, move.fee);
        if (*move.mint == wrappedSolMint())
            add(move.instruction, SolTransfer{*from, *to, Lamports{arrived}});
        else
            add(move.instruction,
                TokenTransfer{*move.mint, *from, *to, TokenAmount{arrived}, m_facts.decimals(*move.mint)});
    }

    void lamports(const SolMove& move) {
        if (move.createsAccount || move.lamports == 0 || insideProgram(move.instruction)) return;
        const Wallet from{m_transaction.keys[move.from]};
        const Wallet to = holderOf(move.to);
        if (from == to) return;
        add(move.instruction, SolTransfer{from, to, Lamports{move.lamports}});
    }

    // Closing a wSOL account into another wallet's hands its SOL over without a transfer.
    void unwrapped(const AccountClosed& closed) {
        const TokenAccount* account = m_facts.account(closed.account);
        if (account == nullptr || account->mint != wrappedSolMint() || insideProgram(closed.instruction)) return;
        const Wallet owner = account->owner.value_or(Wallet{m_transaction.keys[closed.owner]});
        const Wallet to{m_transaction.keys[closed.to]};
        if (owner == to) return;
        Int128 held = static_cast<Int128>(account->before.value_or(0));
        for (const TokenMove& move : m_facts.tokenMoves()) {
            if (move.instruction >= closed.instruction) break;
            if (move.destination == closed.account) held += move.amount;
            if (move.source == closed.account) held -= move.amount;
        }
        for (const SolMove& move : m_facts.solMoves()) {
            if (move.instruction >= closed.instruction) break;
            if (move.to == closed.account && !move.createsAccount) held += move.lamports;
        }
        constexpr auto kMost = static_cast<Int128>(std::numeric_limits<std::uint64_t>::max());
        if (held <= 0 || held > kMost) return;
        add(closed.instruction, SolTransfer{owner, to, Lamports{static_cast<std::uint64_t>(held)}});
    }

    void authority(const AuthorityMove& move) {
        if (insideProgram(move.instruction)) return;
        AuthorityChanged changed;
        switch (move.kind) {
            case 0: changed.kind = AuthorityKind::MintTokens; break;
            case 1: changed.kind = AuthorityKind::FreezeAccount; break;
            case 2: changed.kind = AuthorityKind::AccountOwner; break;
            case 3: changed.kind = AuthorityKind::CloseAccount; break;
            default: changed.kind = AuthorityKind::Other; break;
        }
        const TokenAccount* account = m_facts.account(move.account);
        changed.mint = account != nullptr ? account->mint : Mint{m_transaction.keys[move.account]};
        // Who may close an account moves nothing; who owns it, and what may be done with a mint, does.
        if (changed.kind == AuthorityKind::CloseAccount && account != nullptr) return;
        changed.from = Wallet{m_transaction.keys[move.authority]};
        changed.to = move.to;
        if (changed.to == changed.from) return;
        add(move.instruction, changed);
    }

    const TransactionView& m_transaction;
    const TransactionFacts& m_facts;
    const EventHeader& m_at;
    std::vector<Event>& m_out;
};

}  // namespace

void appendNativeEvents(const TransactionView& transaction, const TransactionFacts& facts, const EventHeader& at,
                        std::vector<Event>& out) {
    NativeEvents(transaction, facts, at, out).append();
}

}  // namespace core::wire
